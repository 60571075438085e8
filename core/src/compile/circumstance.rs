//! Circumstances, and what they do: rows of `when` → effect, and of effect → narrowing.

use std::sync::Arc;

use super::benchmark::of_effect;
use super::checks::is_ends_only;
use super::keys;
use super::reader::{Fields, head_of};
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Expr, Special, in_unit, walk};
use crate::gather::Gather as _;
use crate::ruleset::{Change, Circumstance, Clause, ClauseRef, Effect, How, Offence};
use crate::syntax::{Node, one_of};
use crate::value::{Base, Dimension};
use crate::vocabulary::{Direction, Force, Need, SanctionKind};

/// What the document says that effects do.
pub(super) fn effects(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Effect> {
    let mut effects: Vec<Effect> = Vec::new();
    for node in scope.reader.list_of(fields, "effects") {
        let Some(fields) = scope.reader.object(node, &keys::EFFECT) else { continue };
        let Some(effect) = effect(scope, fields) else { continue };
        if let Some(other) = effects.iter().find(|e| e.id == effect.id && e.direction != effect.direction) {
            let message = format!("`{}` is {} in another row", effect.id, other.direction.as_str());
            scope.reader.error(Code::WrongShape, effect.span, message, "the rows of one effect go one way");
        }
        effects.push(effect);
    }
    effects
}

fn effect(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Effect> {
    let id = scope.reader.name_of(fields, "effect")?;
    let own = scope.reader.word(fields, "as", Direction::WORDS, Direction::parse);
    let direction = match (Direction::parse(&id), own) {
        (Some(direction), None) => direction,
        (Some(direction), Some(own)) if direction == own => direction,
        (Some(_), Some(_)) => {
            let message = format!("`{id}` goes its own way already");
            scope.reader.error(Code::WrongShape, head_of(fields.node), message, "leave out `as`");
            return None;
        }
        (None, Some(own)) => own,
        (None, None) => {
            let message = format!("nothing says which way `{id}` goes");
            let help = format!("add `as`, one of {}", Direction::WORDS.join(", "));
            scope.reader.error(Code::MissingKey, head_of(fields.node), message, help);
            return None;
        }
    };
    let of = kinds(scope, fields)?;
    // What keeps or drops a sanction has no figure, and needs no unit.
    let figures = ["part", "range", "amount", "when"].iter().any(|key| fields.get(key).is_some());
    let unit = if figures { unit(scope, fields, &of)? } else { None };
    let allowed = Allowed { statute: unit.clone(), tier: true, counts: true, ..Allowed::default() };
    let when = match (fields.get("when"), fields.get("otherwise")) {
        (None, None) => None,
        _ => Some(scope.when(fields, &allowed)?),
    };
    let what = what(scope, fields, unit.clone())?;
    figures_fit(scope, fields, &what, unit)?;
    let mut sanctions = Vec::new();
    for node in scope.reader.list_of(fields, "sanctions") {
        sanctions.extend(scope.reader.text(node).map(|text| (Arc::from(text), node.span)));
    }
    let needs = needs(scope, fields);
    Some(Effect {
        id,
        direction,
        of,
        sanctions,
        when,
        what,
        needs,
        basis: scope.basis(fields),
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

/// A figure is in the unit of the kinds it is for; none when it is not, which is reported.
fn figures_fit(scope: &mut Scope<'_, '_>, fields: Fields<'_>, what: &Change, unit: Option<Dimension>) -> Option<()> {
    let narrowing = match what {
        Change::Narrow(narrowing) | Change::Tier { beyond: Some(narrowing), .. } => narrowing,
        Change::Tier { beyond: None, .. } | Change::Keep | Change::Drop => {
            let beside = ["within", "cap", "floor", "round"].iter().find_map(|key| Some((key, fields.get(key)?)));
            let Some((key, node)) = beside else { return Some(()) };
            let message = format!("`{key}` says how far, and nothing here goes so far");
            let help = "it stands beside `part`, `range` or `amount`";
            scope.reader.error(Code::WrongShape, node.span, message, help);
            return None;
        }
    };
    let Some(unit) = unit else {
        let message = "nothing says of which kinds the figure is";
        let help = "name them in `of`: a fine is in 元, a detention in 日, a suspension in 月";
        scope.reader.error(Code::MissingKey, head_of(fields.node), message, help);
        return None;
    };
    match &narrowing.how {
        How::Range(range) if range.dimension != unit => {
            let message = format!("the figure is in {}, the kinds in {unit}", in_unit(&range.dimension));
            let help = if range.dimension.is_none() { "write the unit, or a share: `30% * statute.max`" } else { "" };
            scope.reader.error(Code::UnitMismatch, range.span, message, help);
            None
        }
        How::Part { .. } => {
            let whole = [Dimension::of(Base::Day), Dimension::of(Base::Month)].contains(&unit);
            if whole && narrowing.round.is_none() && !is_ends_only(&narrowing.how) {
                let message = format!("a part of a range in {unit} may be a fraction of one");
                let help = "declare `round: {to: …, mode: …}` as the document says, or write the range itself";
                scope.reader.error(Code::UnroundedDuration, head_of(fields.node), message, help);
                return None;
            }
            Some(())
        }
        _ => Some(()),
    }
}

fn needs(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Need> {
    let mut needs = Vec::new();
    for node in scope.reader.list_of(fields, "needs") {
        let Some(text) = scope.reader.text(node) else { continue };
        match Need::parse(text) {
            Some(need) => needs.push(need),
            None => {
                let help = one_of(text, Need::WORDS.iter().copied(), "there are", "");
                scope.reader.error(
                    Code::UnknownName,
                    node.span,
                    format!("`{text}` is nothing that can be needed"),
                    help,
                );
            }
        }
    }
    needs
}

/// An effect on a sanction that no clause of the file has. With a clause of another file that cannot be told here.
pub(super) fn check_sanctions(scope: &mut Scope<'_, '_>, effects: &[Effect], clauses: &[Clause], offences: &[Offence]) {
    if clauses.is_empty() || offences.iter().any(|o| matches!(o.clause, ClauseRef::There { .. })) {
        return;
    }
    let mut known: Vec<&str> = clauses.iter().flat_map(|c| &c.sanctions).map(|s| &*s.id).gather();
    known.sort_unstable();
    known.dedup();
    for (id, span) in effects.iter().flat_map(|e| &e.sanctions) {
        if !known.contains(&&**id) {
            let help = one_of(id, known.iter().copied(), "there are", "");
            scope.reader.error(Code::UnknownName, *span, format!("no clause has a sanction `{id}`"), help);
        }
    }
}

fn kinds(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Vec<SanctionKind>> {
    let nodes = scope.reader.list_of(fields, "of");
    let mut kinds = Vec::new();
    for node in nodes {
        let text = scope.reader.text(node)?;
        match SanctionKind::parse(text) {
            Some(kind) => kinds.push(kind),
            None => {
                let help = one_of(text, SanctionKind::WORDS.iter().copied(), "there are", "");
                scope.reader.error(Code::UnknownName, node.span, format!("`{text}` is not a kind of sanction"), help);
                return None;
            }
        }
    }
    Some(kinds)
}

/// The unit that the kinds have in common; none where an effect is about all kinds.
fn unit(scope: &mut Scope<'_, '_>, fields: Fields<'_>, of: &[SanctionKind]) -> Option<Option<Dimension>> {
    let mut units = of.iter().map(|kind| kind.bears().dimension());
    let first = units.next().flatten();
    if units.any(|other| other != first) {
        let help = "write one row for each unit: a fine is in 元, a detention in 日, a suspension in 月";
        scope.reader.error(Code::UnitMismatch, head_of(fields.node), "the kinds have different units", help);
        return None;
    }
    Some(first)
}

fn what(scope: &mut Scope<'_, '_>, fields: Fields<'_>, unit: Option<Dimension>) -> Option<Change> {
    let words = &["keep", "drop", "tier_up", "tier_down"];
    let named = scope.reader.word(fields, "do", words, |word| match word {
        "keep" => Some(Change::Keep),
        "drop" => Some(Change::Drop),
        "tier_up" => Some(Change::Tier { up: true, beyond: None }),
        "tier_down" => Some(Change::Tier { up: false, beyond: None }),
        _ => None,
    });
    let narrows = ["part", "range", "amount"].into_iter().find(|key| fields.get(key).is_some());
    match (fields.get("do"), narrows) {
        (Some(_), None) => named,
        // A narrowing beside a tier is for where there is no further one.
        (Some(_), Some(_)) if matches!(named, Some(Change::Tier { .. })) => {
            let beyond = of_effect(scope, fields, unit).map(Box::new);
            named.map(|change| match change {
                Change::Tier { up, .. } => Change::Tier { up, beyond },
                other => other,
            })
        }
        (None, Some(_)) => of_effect(scope, fields, unit).map(|n| Change::Narrow(Box::new(n))),
        (Some(node), Some(key)) => {
            let message = format!("an effect has `do` or `{key}`, not both");
            scope.reader.error(Code::WrongShape, node.span, message, "keep one of them");
            None
        }
        (None, None) => {
            let help = "write `part`, `range` or `amount`, or `do: keep`, `drop`, `tier_up` or `tier_down`";
            scope.reader.error(Code::MissingKey, head_of(fields.node), "nothing says what the effect does", help);
            None
        }
    }
}

/// The circumstances of the file or of an offence.
pub(super) fn circumstances(scope: &mut Scope<'_, '_>, fields: Fields<'_>, effects: &[Effect]) -> Vec<Circumstance> {
    let mut found: Vec<Circumstance> = Vec::new();
    for node in scope.reader.list_of(fields, "circumstances") {
        let Some(fields) = scope.reader.object(node, &keys::CIRCUMSTANCE) else { continue };
        let Some(circumstance) = circumstance(scope, fields, effects) else { continue };
        if let Some(first) = found.iter().find(|c| c.id == circumstance.id) {
            let message = format!("two circumstances have the id `{}`", circumstance.id);
            let diagnostic = crate::diagnostic::Diagnostic::error(Code::DuplicateName, circumstance.span, message)
                .label(first.span, "the first of them")
                .help("give each its own id");
            scope.reader.sink.push(diagnostic);
        }
        found.push(circumstance);
    }
    found
}

fn circumstance(scope: &mut Scope<'_, '_>, fields: Fields<'_>, effects: &[Effect]) -> Option<Circumstance> {
    let allowed = Allowed { counts: true, ..Allowed::default() };
    let when = scope.condition(fields.get("when")?, &allowed);
    let mut called = Vec::new();
    let nodes = scope.reader.list_of(fields, "effect");
    if nodes.is_empty() && fields.get("effect").is_some() {
        let help = format!("name one or more of {}", Direction::WORDS.join(", "));
        scope.reader.error(Code::WrongShape, head_of(fields.node), "the circumstance calls for nothing", help);
        return None;
    }
    for node in nodes {
        let name = effect_name(scope, node, effects);
        if name.as_ref().is_some_and(|name| called.contains(name)) {
            let message = format!("`{}` stands twice", name.as_deref().unwrap_or_default());
            scope.reader.error(Code::DuplicateName, node.span, message, "remove one");
        }
        called.extend(name);
    }
    let mut instead_of = Vec::new();
    for node in scope.reader.list_of(fields, "instead_of") {
        instead_of.extend(scope.reader.text(node).map(|text| (Arc::from(text), node.span)));
    }
    let when = when?;
    let mut counts = false;
    walk::cond(&when, &scope.atoms, &mut |part: &Expr| {
        counts |= matches!(part, Expr::Special(special) if Special::COUNTS.contains(special));
    });
    Some(Circumstance {
        id: scope.reader.name_of(fields, "id")?,
        when,
        effects: called,
        force: scope.reader.word(fields, "force", Force::WORDS, Force::parse)?,
        instead_of,
        needs: needs(scope, fields),
        counts,
        basis: scope.basis(fields)?,
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

fn effect_name(scope: &mut Scope<'_, '_>, node: &Node, effects: &[Effect]) -> Option<Arc<str>> {
    let text = scope.reader.text(node)?;
    let known = Direction::WORDS.iter().copied().chain(effects.iter().map(|e| &*e.id));
    if known.clone().any(|name| name == text) {
        return Some(text.into());
    }
    let help = one_of(text, known, "there are", "");
    scope.reader.error(Code::UnknownName, node.span, format!("there is no effect `{text}`"), help);
    None
}
