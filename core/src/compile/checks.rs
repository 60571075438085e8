//! Checks that need no facts: what a row says against its clause, and a matrix or a score against its factors.

use super::keys::Key;
use std::sync::Arc;

use super::quantity::dimension;
use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Expr, LevelSet, Levels, RangeExpr, in_unit};
use crate::gather::Gather as _;
use crate::ruleset::{Clause, How, Narrowing, Tier};
use crate::source::Span;
use crate::value::{Base, Dimension, Rational};

/// A factor that a matrix or a score names.
pub(super) struct FactorUse {
    pub(super) name: String,
    pub(super) expr: Expr,
    pub(super) levels: Arc<Levels>,
}

/// How a tier is called in messages and ids: the tier and its step.
pub(crate) fn tier_name(tier: &Tier) -> String {
    match &tier.step {
        Some(step) => format!("{}·{step}", tier.name),
        None => tier.name.to_string(),
    }
}

/// A row names something that is neither a key nor a sanction of the clause.
pub(super) fn kind_not_in_statute(
    scope: &mut Scope<'_, '_>,
    clause: &Clause,
    name: &str,
    span: Span,
    keys: &'static [Key],
) {
    let sanctions: Vec<&str> = clause.sanctions.iter().map(|s| &*s.id).gather();
    let known = sanctions.iter().copied().chain(keys.iter().map(|k| k.name));
    let help = match crate::syntax::suggest(name, known) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => format!("{} provides {}", clause.basis, sanctions.join("、")),
    };
    let message = format!("`{name}` is neither a key nor a sanction of the clause");
    scope.reader.error(Code::KindNotInStatute, span, message, help);
}

/// A narrowing against every sanction of that id in the clause. Also used when a clause is linked from another file.
pub(crate) fn narrowing(clause: &Clause, narrowing: &Narrowing, branch: Option<&str>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (mut outside, mut met) = (Vec::new(), false);
    let branch = branch.and_then(|b| clause.branches.id_where(|known| &*known.id == b));
    let meant = |s: &&crate::ruleset::Sanction| s.branch.is_none() || branch.is_none() || s.branch == branch;
    for sanction in clause.sanctions.iter().filter(|s| s.id == narrowing.sanction).filter(meant) {
        met = true;
        let unit = dimension(&sanction.quantity);
        let is_multiple = sanction.quantity.rows().iter().any(|r| r.of.is_some());
        match (&narrowing.how, &unit) {
            (How::Keep | How::Drop, _) => {}
            (_, None) => {
                let message = format!("`{}` has no quantity in the statute, so it cannot be narrowed", sanction.id);
                found.push(
                    Diagnostic::error(Code::TypeMismatch, narrowing.span, message)
                        .help("write `none` to leave it out, or nothing to keep it"),
                );
            }
            (How::Range(range), Some(unit)) => {
                let multiple = range.dimension.is_none() && is_multiple;
                if range.dimension != *unit && !multiple {
                    let message = format!("the narrowing is in {}, the sanction in {unit}", in_unit(&range.dimension));
                    let help = match range.dimension.is_none() {
                        true => "write the unit with the number, or `{part: 0%..30%}` for a part of the range",
                        false => "",
                    };
                    let diagnostic = Diagnostic::error(Code::UnitMismatch, range.span, message);
                    found.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
                } else {
                    outside.push(outside_statute(sanction, range));
                }
            }
            (How::Part { .. }, Some(unit)) => {
                let whole = [Dimension::of(Base::Day), Dimension::of(Base::Month)];
                if whole.contains(unit) && narrowing.round.is_none() && !is_ends_only(&narrowing.how) {
                    let message = format!("a part of a range in {unit} may be a fraction of one");
                    found.push(
                        Diagnostic::error(Code::UnroundedDuration, narrowing.span, message)
                            .help("declare `round: {to: …, mode: …}` as the document says, or write the range itself"),
                    );
                }
            }
            (How::Score { .. }, Some(_)) => {}
        }
    }
    if let (false, Some(branch)) = (met, branch.and_then(|b| clause.branches.get(b)))
        && !matches!(narrowing.how, How::Drop)
        && clause.sanctions.iter().any(|s| s.id == narrowing.sanction)
    {
        let message = format!("the branch `{}` has no sanction `{}`", branch.id, narrowing.sanction);
        let known: Vec<&str> = clause.sanctions.iter().filter(meant).map(|s| &*s.id).gather();
        let help = if known.is_empty() { "it has none".to_owned() } else { format!("it has {}", known.join("、")) };
        found.push(Diagnostic::error(Code::KindNotInStatute, narrowing.span, message).help(help));
    }
    // A row without branch is fine when it fits one of the branches.
    if outside.iter().all(Option::is_some) {
        found.extend(outside.into_iter().flatten().next());
    }
    found
}

/// A part that is just an end of the range, or all of it, needs no rounding.
pub(super) fn is_ends_only(how: &How) -> bool {
    let How::Part { part, .. } = how else { return false };
    [&part.lo, &part.hi].into_iter().flatten().all(|end| match end {
        Expr::Number(n) => n.is_zero() || *n == Rational::ONE,
        _ => false,
    })
}

/// Constant ranges are compared at once; ranges that depend on facts when they are evaluated.
fn outside_statute(sanction: &crate::ruleset::Sanction, range: &RangeExpr) -> Option<Diagnostic> {
    let [row] = sanction.quantity.rows() else { return None };
    // Multiples are compared with multiples, amounts with amounts.
    let unlike = row.of.is_some() && !range.dimension.is_none();
    if unlike || row.floor_of_base.is_some() || sanction.cap.is_some() || sanction.floor.is_some() {
        return None;
    }
    let constant = |end: &Option<Expr>| match end {
        Some(Expr::Number(n)) => Some(*n),
        _ => None,
    };
    let less = |a: &Option<Expr>, b: &Option<Expr>| constant(a).zip(constant(b)).is_some_and(|(a, b)| a < b);
    let below = less(&range.lo, &row.range.lo) || (!range.has_min && row.range.has_min);
    let above = less(&row.range.hi, &range.hi) || (range.hi.is_none() && row.range.hi.is_some());
    if !below && !above {
        return None;
    }
    let side = if below { "below" } else { "above" };
    let message = format!("the range goes {side} the statutory range of `{}` ({})", sanction.id, sanction.basis);
    Some(
        Diagnostic::warning(Code::OutsideStatute, range.span, message)
            .label(row.range.span, "the statutory range")
            .help(
                "check the transcription; if the document says so, the outcome is bounded by the statute and flagged",
            ),
    )
}

/// A part has two ends and lies from 0% to 100%; none when it does not, which is reported.
pub(super) fn part(scope: &mut Scope<'_, '_>, part: &RangeExpr) -> Option<()> {
    if !part.dimension.is_none() {
        let message = format!("a part is a percentage, found {}", part.dimension);
        scope.reader.error(Code::UnitMismatch, part.span, message, "write it as `10%..40%`");
        return None;
    }
    let percent = |end: &Option<Expr>| match end {
        Some(Expr::Number(n)) => n.mul(Rational::int(100)).ok().map(|n| format!("{n}%")),
        _ => None,
    };
    if part.lo.is_none() || part.hi.is_none() {
        let (lo, hi) = (percent(&part.lo), percent(&part.hi));
        let help = format!("write `{}..{}`", lo.as_deref().unwrap_or("0%"), hi.as_deref().unwrap_or("100%"));
        scope.reader.error(Code::BadRange, part.span, "a part has both ends", help);
        return None;
    }
    for end in [&part.lo, &part.hi].into_iter().flatten() {
        if let Expr::Number(n) = end
            && (n.signum() < 0 || *n > Rational::ONE)
        {
            let message = "a part lies from 0% to 100% of the range";
            let help = "0% is the least, 100% the greatest the statute allows";
            scope.reader.error(Code::PartOutOfBounds, part.span, message, help);
            return None;
        }
    }
    Some(())
}

/// Every level has a weight, and a heavier level does not weigh less.
pub(super) fn weights(
    scope: &mut Scope<'_, '_>,
    factor: &FactorUse,
    weights: &[Option<Rational>],
    named: LevelSet,
    span: Span,
) {
    let names = factor.levels.names.iter().enumerate();
    let missing: Vec<&str> = names.filter(|(at, _)| !named.has(*at)).map(|(_, name)| &**name).gather();
    if !missing.is_empty() {
        let message = format!("`{}` has no weight for {}", factor.name, missing.join("、"));
        scope.reader.error(Code::MissingLevel, span, message, "give every level a weight, 0% where it adds nothing");
    }
    let mut heaviest: Option<(Rational, &str)> = None;
    for (weight, name) in weights.iter().zip(&factor.levels.names) {
        let Some(weight) = weight else { continue };
        if let Some((before, before_name)) = heaviest
            && *weight < before
            && factor.levels.ordered
        {
            let message = format!("`{name}` weighs less than the lighter level `{before_name}`");
            scope.reader.warn(Code::WeightsFall, span, message, "levels stand light to heavy: check order and weights");
        }
        if heaviest.is_none_or(|(before, _)| *weight >= before) {
            heaviest = Some((*weight, name));
        }
    }
}

/// Every combination of levels has one cell; `all` says that every cell could be read, so that a gap is one.
pub(super) fn matrix(
    scope: &mut Scope<'_, '_>,
    by: Span,
    factors: &[FactorUse],
    cells: &[(Vec<LevelSet>, Span)],
    all: bool,
) {
    const MOST: usize = 20_000;
    for (i, (levels, span)) in cells.iter().enumerate() {
        let twice = cells
            .iter()
            .take(i)
            .find(|(earlier, _)| levels.iter().zip(earlier).all(|(a, b)| !a.intersection(*b).is_empty()));
        if let Some((earlier, first)) = twice {
            let shared: Vec<String> = levels
                .iter()
                .zip(earlier)
                .zip(factors)
                .map(|((a, b), f)| level_at(f, a.intersection(*b).positions().next()))
                .gather();
            let message = format!("two cells cover {}", shared.join(" × "));
            let diagnostic = Diagnostic::error(Code::DuplicateCell, *span, message)
                .label(*first, "the first of them")
                .help("one combination has one cell; a row that goes before all others is an override");
            scope.reader.sink.push(diagnostic);
        }
    }
    let size = factors.iter().try_fold(1usize, |n, f| n.checked_mul(f.levels.names.len()).filter(|n| *n <= MOST));
    let Some(size) = size.filter(|_| all) else { return };
    let mut missing = Vec::new();
    for mut number in 0..size {
        let mut point = Vec::new();
        for factor in factors {
            let count = factor.levels.names.len().max(1);
            point.push(number.checked_rem(count).unwrap_or(0));
            number = number.checked_div(count).unwrap_or(0);
        }
        let covered = cells.iter().any(|(levels, _)| levels.iter().zip(&point).all(|(set, p)| set.has(*p)));
        if !covered {
            missing.push(point.iter().zip(factors).map(|(p, f)| level_at(f, Some(*p))).gather::<Vec<_>>().join(" × "));
        }
    }
    if let Some(first) = missing.first() {
        let more = match missing.len() {
            1 => String::new(),
            n => format!(" and {} more", n.saturating_sub(1)),
        };
        let message = format!("no cell for {first}{more}");
        let help = "add the cell; if the document leaves it open, the outcome there is the statutory range, flagged";
        scope.reader.warn(Code::MissingCells, by, message, help);
    }
}

fn level_at(factor: &FactorUse, position: Option<usize>) -> String {
    position.and_then(|p| factor.levels.names.get(p)).map(|n| n.to_string()).unwrap_or_default()
}
