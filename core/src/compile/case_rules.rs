//! The tables that the decision of a case reads: limitation, transition, concurrence, rights, what a decision is not
//! heavier for, and which provision is cited for what.

use std::sync::Arc;

use super::keys;
use super::length::length;
use super::reader::{Fields, head_of};
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Cond, Expr, Type};
use crate::gather::Gather as _;
use crate::ruleset::{
    CaseRules, ConcurrenceRow, LimitationRow, PowerRow, ProvisionRow, RightRow, TransitionRow, UnexecutedRow,
};
use crate::syntax::{Node, one_of};
use crate::value::LengthUnit;
use crate::vocabulary::{Apply, Bears, Concurrent, Fines, Need, OrganLevel, Provided, SanctionKind};

/// Reads the tables of a file; they see the names of the file, not those of an offence.
pub(super) fn case_rules<'n>(scope: &mut Scope<'_, 'n>, fields: Fields<'n>) -> CaseRules {
    let mut rules = CaseRules::default();
    for (node, number) in scope.reader.list_of(fields, "limitation").iter().zip(1usize..) {
        rules.limitation.extend(limitation(scope, node, number));
    }
    for (node, number) in scope.reader.list_of(fields, "transition").iter().zip(1usize..) {
        rules.transition.extend(transition(scope, node, number));
    }
    for node in scope.reader.list_of(fields, "concurrence") {
        let Some(row) = concurrence(scope, node) else { continue };
        twice(scope, node, &row.id, rules.concurrence.iter().map(|r| &r.id));
        rules.concurrence.push(row);
    }
    for node in scope.reader.list_of(fields, "rights") {
        let Some(row) = right(scope, node) else { continue };
        twice(scope, node, &row.id, rules.rights.iter().map(|r| &r.id));
        rules.rights.push(row);
    }
    for node in scope.reader.list_of(fields, "not_heavier") {
        let Some(row) = not_heavier(scope, node) else { continue };
        twice(scope, node, &row.id, rules.not_heavier.iter().map(|r| &r.id));
        rules.not_heavier.push(row);
    }
    for node in scope.reader.list_of(fields, "provisions") {
        let Some(row) = provision(scope, node) else { continue };
        if rules.provisions.iter().any(|known| known.cited_for == row.cited_for) {
            let message = format!("two rows are for `{}`", row.cited_for.as_str());
            scope.reader.error(Code::DuplicateName, head_of(node), message, "name both provisions in one citation");
        }
        rules.provisions.push(row);
    }
    for node in scope.reader.list_of(fields, "powers") {
        let Some(row) = power(scope, node) else { continue };
        twice(scope, node, &row.id, rules.powers.iter().map(|r| &r.id));
        rules.powers.push(row);
    }
    for node in scope.reader.list_of(fields, "authorities") {
        rules.authorities.extend(authority(scope, node));
    }
    for node in scope.reader.list_of(fields, "unexecuted") {
        let Some(row) = unexecuted(scope, node) else { continue };
        twice(scope, node, &row.id, rules.unexecuted.iter().map(|r| &r.id));
        rules.unexecuted.push(row);
    }
    rules
}

fn twice<'a>(scope: &mut Scope<'_, '_>, node: &Node, id: &Arc<str>, mut before: impl Iterator<Item = &'a Arc<str>>) {
    if before.any(|known| known == id) {
        let message = format!("two rows have the id `{id}`");
        scope.reader.error(Code::DuplicateName, head_of(node), message, "give each its own id");
    }
}

fn id(scope: &mut Scope<'_, '_>, row: Fields<'_>, number: usize) -> Arc<str> {
    scope.reader.text_of(row, "id").unwrap_or_else(|| number.to_string().into())
}

fn limitation(scope: &mut Scope<'_, '_>, node: &Node, number: usize) -> Option<LimitationRow> {
    let row = scope.reader.object(node, &keys::LIMITATION)?;
    let when = scope.when(row, &Allowed::default())?;
    let node = row.get("period")?;
    let period = length(scope, node)?;
    if period.unit == LengthUnit::WorkingDay {
        let help = "write `2年`, `6月` or `30日`";
        scope.reader.error(Code::UnitMismatch, node.span, "limitation is not counted in working days", help);
        return None;
    }
    Some(LimitationRow {
        id: id(scope, row, number),
        when,
        period,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn transition(scope: &mut Scope<'_, '_>, node: &Node, number: usize) -> Option<TransitionRow> {
    let row = scope.reader.object(node, &keys::TRANSITION)?;
    let when = scope.when(row, &Allowed::default())?;
    let apply = scope.reader.word(row, "apply", Apply::WORDS, Apply::parse)?;
    Some(TransitionRow {
        id: id(scope, row, number),
        when,
        apply,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn maybe_when(scope: &mut Scope<'_, '_>, row: Fields<'_>) -> Option<Option<Cond>> {
    match row.get("when") {
        Some(node) => scope.condition(node, &Allowed::default()).map(Some),
        None => Some(None),
    }
}

fn concurrence(scope: &mut Scope<'_, '_>, node: &Node) -> Option<ConcurrenceRow> {
    let row = scope.reader.object(node, &keys::CONCURRENCE)?;
    let of = scope.reader.word(row, "of", Concurrent::WORDS, Concurrent::parse)?;
    let fines = scope.reader.word(row, "fines", Fines::WORDS, Fines::parse);
    let kind = scope.reader.word(row, "kind", SanctionKind::WORDS, SanctionKind::parse);
    let cap = match (kind, row.get("cap")) {
        (Some(kind), Some(node)) => Some((kind, cap(scope, kind, node)?)),
        _ => None,
    };
    // A row that could not be read was reported; one that says nothing is a mistake of its own.
    let (needs, foreign) = match of {
        Concurrent::OneAct => (row.get("fines").is_none().then_some("`fines`"), ["kind", "cap"].as_slice()),
        Concurrent::SeveralActs => {
            let both = row.get("kind").is_some() && row.get("cap").is_some();
            ((!both).then_some("`kind` and `cap`"), ["fines"].as_slice())
        }
    };
    if let Some(needs) = needs {
        let message = format!("a row of {} needs {needs}", of.as_str());
        scope.reader.error(Code::MissingKey, head_of(node), message, "say what the row does");
        return None;
    }
    if let Some(wrong) = foreign.iter().find_map(|key| row.get(key)) {
        let message = format!("a row of {} has no use for this key", of.as_str());
        scope.reader.error(Code::WrongShape, wrong.span, message, "remove it, or write another `of`");
        return None;
    }
    Some(ConcurrenceRow {
        id: scope.reader.name_of(row, "id")?,
        of,
        when: maybe_when(scope, row)?,
        fines,
        cap,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn cap(scope: &mut Scope<'_, '_>, kind: SanctionKind, node: &Node) -> Option<Expr> {
    let (expr, ty) = scope.value(node, &Allowed::default())?;
    let example = match kind.bears() {
        Bears::Days => "20日",
        Bears::Money => "5000元",
        Bears::Months | Bears::Points | Bears::Nothing => {
            let help = "there are detention, fine and confiscate: other kinds are not added up";
            let message = format!("sums of `{}` cannot be capped", kind.as_str());
            scope.reader.error(Code::WrongShape, node.span, message, help);
            return None;
        }
    };
    let unit = kind.bears().dimension().unwrap_or_default();
    if ty != Type::Number(unit.clone()) {
        let message = format!("expected a number in {unit}, found {ty}");
        scope.reader.error(Code::TypeMismatch, node.span, message, format!("write it as `{example}`"));
        return None;
    }
    Some(expr)
}

fn right(scope: &mut Scope<'_, '_>, node: &Node) -> Option<RightRow> {
    let row = scope.reader.object(node, &keys::RIGHT)?;
    right_row(scope, node, row)
}

fn not_heavier(scope: &mut Scope<'_, '_>, node: &Node) -> Option<RightRow> {
    let row = scope.reader.object(node, &keys::NOT_HEAVIER)?;
    right_row(scope, node, row)
}

fn right_row(scope: &mut Scope<'_, '_>, node: &Node, row: Fields<'_>) -> Option<RightRow> {
    Some(RightRow {
        id: scope.reader.name_of(row, "id")?,
        when: maybe_when(scope, row)?,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn provision(scope: &mut Scope<'_, '_>, node: &Node) -> Option<ProvisionRow> {
    let row = scope.reader.object(node, &keys::PROVISION)?;
    Some(ProvisionRow {
        cited_for: scope.reader.word(row, "for", Provided::WORDS, Provided::parse)?,
        basis: scope.basis(row)?,
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn power(scope: &mut Scope<'_, '_>, node: &Node) -> Option<PowerRow> {
    let row = scope.reader.object(node, &keys::POWER)?;
    let of = words(scope, row, "of", SanctionKind::WORDS, SanctionKind::parse)?;
    let cap = match (row.get("cap"), of.as_slice()) {
        (None, _) => None,
        (Some(node), [kind]) => Some(cap(scope, *kind, node)?),
        (Some(node), _) => {
            let help = "write `of: [fine]` beside it";
            scope.reader.error(Code::WrongShape, node.span, "a `cap` is of one kind of sanction", help);
            return None;
        }
    };
    Some(PowerRow {
        id: scope.reader.name_of(row, "id")?,
        when: maybe_when(scope, row)?,
        except: words(scope, row, "except", SanctionKind::WORDS, SanctionKind::parse)?,
        of,
        systems: texts(scope, row, "systems"),
        levels: words(scope, row, "levels", OrganLevel::WORDS, OrganLevel::parse)?,
        cap,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn authority(scope: &mut Scope<'_, '_>, node: &Node) -> Option<PowerRow> {
    let row = scope.reader.object(node, &keys::AUTHORITY)?;
    Some(PowerRow {
        id: scope.reader.text_of(row, "id")?,
        when: maybe_when(scope, row)?,
        of: Vec::new(),
        except: Vec::new(),
        systems: texts(scope, row, "systems"),
        levels: words(scope, row, "levels", OrganLevel::WORDS, OrganLevel::parse)?,
        cap: None,
        basis: None,
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn unexecuted(scope: &mut Scope<'_, '_>, node: &Node) -> Option<UnexecutedRow> {
    let row = scope.reader.object(node, &keys::UNEXECUTED)?;
    let unless = match row.get("unless") {
        Some(node) => Some((scope.condition(node, &Allowed::default())?, scope.citation(row, "unless_basis"))),
        None => None,
    };
    Some(UnexecutedRow {
        id: scope.reader.name_of(row, "id")?,
        of: words(scope, row, "of", SanctionKind::WORDS, SanctionKind::parse)?,
        when: scope.condition(row.get("when")?, &Allowed::default())?,
        unless,
        needs: words(scope, row, "needs", Need::WORDS, Need::parse)?,
        basis: scope.basis(row),
        marks: scope.reader.marks(row),
        span: head_of(node),
    })
}

fn texts(scope: &mut Scope<'_, '_>, row: Fields<'_>, key: &str) -> Vec<Arc<str>> {
    let nodes = scope.reader.list_of(row, key);
    nodes.iter().filter_map(|node| scope.reader.text(node)).map(Arc::from).gather()
}

/// The words of a list; none if one of them is unknown, which is reported.
fn words<T>(
    scope: &mut Scope<'_, '_>,
    row: Fields<'_>,
    key: &str,
    known: &[&'static str],
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    let mut found = Vec::new();
    for node in scope.reader.list_of(row, key) {
        let text = scope.reader.text(node)?;
        match parse(text) {
            Some(word) => found.push(word),
            None => {
                let help = one_of(text, known.iter().copied(), "there are", "");
                scope.reader.error(Code::WrongShape, node.span, format!("`{key}` cannot have `{text}`"), help);
                return None;
            }
        }
    }
    Some(found)
}
