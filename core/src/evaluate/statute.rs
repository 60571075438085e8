//! The statutory range of a sanction: its row, times its base, times its count, within its declared limits.

use super::env::Env;
use super::overlap::overlaps;
use crate::expr::{Cond, EvalError, Expr, Num, RangeExpr, can_all_fail};
use crate::gather::Gather as _;
use crate::outcome::{Amount, BoundFound, Edge, Measure, ReviewPoint, Rule, StatuteFound, Step};
use crate::ruleset::{QuantityRow, Sanction, SanctionId};
use crate::value::{Rational, Truth};
use crate::vocabulary::{AmountLimit, Incomputable, ReviewCode};

/// The statutory range of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statutory {
    pub(super) base: Option<Num>,
    pub(super) count: Option<Num>,
    /// The multiples before the base, where there is one.
    pub(super) ratio: Option<Amount>,
    /// The range for one unit of the count.
    pub(super) unit: Option<Amount>,
    /// The range.
    pub(super) total: Option<Measure>,
}

/// All statutory ranges a sanction may have for the facts: one where they are known.
pub(super) fn statutory(
    env: &mut Env<'_>,
    id: SanctionId,
    sanction: &Sanction,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Vec<Statutory>, EvalError> {
    let rows = sanction.quantity.rows();
    if rows.is_empty() {
        return Ok(vec![Statutory { base: None, count: None, ratio: None, unit: None, total: None }]);
    }
    let mut found = Vec::with_capacity(1);
    let (mut earlier, mut sure, mut open) = (Truth::False, 0u32, false);
    for (row, position) in rows.iter().zip(0usize..) {
        let holds = holds(env, row, earlier)?;
        earlier = earlier.or(holds);
        if holds == Truth::False {
            continue;
        }
        sure = sure.saturating_add(u32::from(holds == Truth::True));
        open = open || holds == Truth::Unknown;
        one_row(env, id, sanction, (row, position, holds), &mut found, reviews)?;
    }
    if sure > 1 || open {
        rows_overlap(env, id, rows, reviews)?;
    }
    if sure == 0 {
        let conditions: Vec<Cond> = (0..rows.len()).map(|at| condition(rows, at)).gather();
        if can_all_fail(env, &conditions) {
            reviews.push(no_value(id, Incomputable::NoRow, found.is_empty()));
        }
    }
    if found.is_empty() {
        let total = Some(Measure::Incomputable(Incomputable::NoRow));
        found.push(Statutory { base: None, count: None, ratio: None, unit: None, total });
    }
    Ok(found)
}

/// Whether a row holds; `otherwise` in all other cases than those before it.
fn holds(env: &mut Env<'_>, row: &QuantityRow, earlier: Truth) -> Result<Truth, EvalError> {
    match &row.when {
        Some(Cond::Const(true)) => Ok(earlier.not()),
        Some(when) => env.holds(when),
        None => Ok(Truth::True),
    }
}

/// Surfaces that two rows hold, or may hold, at once.
fn rows_overlap(
    env: &mut Env<'_>,
    sanction: SanctionId,
    rows: &[QuantityRow],
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(), EvalError> {
    let mut truths: Vec<Truth> = Vec::with_capacity(rows.len());
    for row in rows {
        truths.push(holds(env, row, truths.iter().fold(Truth::False, |any, truth| any.or(*truth)))?);
    }
    let mut together = None;
    let pairs = (0usize..).zip(truths.iter().copied());
    overlaps(env, pairs, |at| condition(rows, at), |_, _, certain| together = Some(certain || together == Some(true)));
    if let Some(certain) = together {
        let mut point = ReviewPoint::new(ReviewCode::RowsOverlap, Rule::Sanction(sanction));
        point.certain = certain;
        reviews.push(point);
    }
    Ok(())
}

/// When a row of a statutory range holds; `otherwise` when none before it does.
fn condition(rows: &[QuantityRow], at: usize) -> Cond {
    match rows.get(at).map(|row| &row.when) {
        Some(Some(Cond::Const(true))) => {
            let before = rows.iter().take(at).filter_map(|row| row.when.clone());
            Cond::Not(Box::new(Cond::Any(before.gather())))
        }
        Some(Some(when)) => when.clone(),
        Some(None) => Cond::Const(true),
        None => Cond::Const(false),
    }
}

/// That a sanction cannot be computed, or may turn out so.
fn no_value(sanction: SanctionId, why: Incomputable, certain: bool) -> ReviewPoint {
    let mut point = ReviewPoint::new(ReviewCode::NoValue, Rule::Sanction(sanction));
    (point.certain, point.after) = (certain, Some(Measure::Incomputable(why)));
    point
}

fn one_row(
    env: &mut Env<'_>,
    id: SanctionId,
    sanction: &Sanction,
    (row, position, holds): (&QuantityRow, usize, Truth),
    found: &mut Vec<Statutory>,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(), EvalError> {
    let mut amount = ends(env, &row.range)?;
    let (mut base, mut base_before) = (None, None);
    if let Some(of) = &row.of {
        let mut value = env.number(of)?;
        if let Some(floor) = &row.floor_of_base {
            let floored = value.max(env.number(floor)?);
            if floored != value {
                base_before = Some(value);
            }
            value = floored;
        }
        base = Some(value);
    }
    let count = match &sanction.per {
        Some(per) => Some(env.number(per)?),
        None => None,
    };
    // A base or a count of nothing or less gives no figure, an amount below zero is none (gains less costs).
    let direct = (row.range.lo == row.range.hi).then_some(amount.lo.at);
    let (mut nothing, mut open) = (false, false);
    for (n, zero_too) in [(base, true), (count, true), (direct, false)] {
        let holds = n.map_or(Truth::False, |n| is_below(n, zero_too));
        nothing = nothing || holds == Truth::True;
        open = open || holds == Truth::Unknown;
    }
    if nothing || open {
        reviews.push(no_value(id, Incomputable::ZeroBase, nothing && holds == Truth::True));
    }
    if open && !nothing {
        let positive = |n: Num| n.max(Num::Point(Rational::ZERO));
        base = base.map(positive);
        if direct.is_some() {
            amount.lo.at = positive(amount.lo.at);
            amount.hi = amount.hi.map(|hi| Edge { at: positive(hi.at), ..hi });
        }
    }
    let mut statute = Statutory { base, count, ratio: base.is_some().then_some(amount), unit: None, total: None };
    if !nothing {
        times(&mut amount, base)?;
        statute.unit = Some(amount);
        times(&mut amount, count)?;
        limited(env, id, &mut amount, sanction.cap.as_ref(), sanction.floor.as_ref())?;
    }
    let total = if nothing { Measure::Incomputable(Incomputable::ZeroBase) } else { Measure::Range(amount) };
    env.step(|| Step::Statute {
        sanction: id,
        row: Some(position),
        found: Box::new(StatuteFound { base, base_before, count, amount: total }),
    });
    statute.total = Some(total);
    found.push(statute);
    Ok(())
}

/// Whether a number is below zero, or zero where that counts too.
fn is_below(number: Num, zero_too: bool) -> Truth {
    let is = |n: Rational| n.signum() < 0 || (zero_too && n.is_zero());
    let range = match number {
        Num::Point(n) => return Truth::from(is(n)),
        Num::Range(range) => range,
    };
    let ends_below = range.hi().value().is_some_and(|n| is(n) || (n.is_zero() && !range.hi().is_inclusive()));
    if ends_below {
        return Truth::True;
    }
    let begins_below = range.lo().value().is_none_or(|n| n.signum() < 0 || (is(n) && range.lo().is_inclusive()));
    if begins_below { Truth::Unknown } else { Truth::False }
}

/// Both ends of a range.
pub(super) fn ends(env: &mut Env<'_>, range: &RangeExpr) -> Result<Amount, EvalError> {
    let lo = match &range.lo {
        Some(lo) => Edge { at: env.number(lo)?, open: range.lo_open },
        // `2万元以下`: above 0, and no minimum.
        None => Edge { at: Num::Point(Rational::ZERO), open: true },
    };
    let hi = match &range.hi {
        Some(hi) if range.lo.as_ref() == Some(hi) && !range.hi_open => Some(lo),
        Some(hi) => Some(Edge { at: env.number(hi)?, open: range.hi_open }),
        None => None,
    };
    Ok(Amount { lo, hi, has_min: range.has_min, default: None })
}

/// An amount times a base or a count.
pub(super) fn times(amount: &mut Amount, by: Option<Num>) -> Result<(), EvalError> {
    let Some(by) = by else { return Ok(()) };
    amount.lo.at = amount.lo.at.mul(by)?;
    if let Some(hi) = &mut amount.hi {
        hi.at = hi.at.mul(by)?;
    }
    if let Some(default) = &mut amount.default {
        *default = default.mul(by)?;
    }
    Ok(())
}

/// Applies a declared cap and floor: each a named step when it changes something.
pub(super) fn limited(
    env: &mut Env<'_>,
    sanction: SanctionId,
    amount: &mut Amount,
    cap: Option<&Expr>,
    floor: Option<&Expr>,
) -> Result<(), EvalError> {
    let number = |env: &mut Env<'_>, limit: Option<&Expr>| limit.map(|limit| env.number(limit)).transpose();
    let (cap, floor) = (number(env, cap)?, number(env, floor)?);
    within_limits(env, sanction, amount, cap, floor);
    Ok(())
}

/// Applies a cap and a floor that are known.
pub(super) fn within_limits(
    env: &mut Env<'_>,
    sanction: SanctionId,
    amount: &mut Amount,
    cap: Option<Num>,
    floor: Option<Num>,
) {
    if let Some(cap) = cap {
        let at_most = |edge: Edge| {
            let at = edge.at.min(cap);
            Edge { at, open: edge.open && at == edge.at }
        };
        let (lo, hi) = (at_most(amount.lo), Some(amount.hi.map_or(Edge::closed(cap), at_most)));
        limit(env, sanction, AmountLimit::Cap, amount, Amount { lo, hi, ..*amount });
    }
    if let Some(floor) = floor {
        let at_least = |edge: Edge| {
            let at = edge.at.max(floor);
            Edge { at, open: edge.open && at == edge.at }
        };
        // A declared floor is a minimum, also where the range has none (`5万元以下`).
        let (lo, hi) = (at_least(amount.lo), amount.hi.map(at_least));
        limit(env, sanction, AmountLimit::Floor, amount, Amount { lo, hi, has_min: true, ..*amount });
    }
}

/// Sets an amount to what a limit makes of it: a named step when that is something else.
pub(super) fn limit(env: &mut Env<'_>, sanction: SanctionId, by: AmountLimit, amount: &mut Amount, after: Amount) {
    if *amount != after {
        bound_step(env, sanction, by, *amount, after);
        *amount = after;
    }
}

pub(super) fn bound_step(env: &mut Env<'_>, sanction: SanctionId, by: AmountLimit, before: Amount, after: Amount) {
    if before != after {
        env.step(|| Step::Bound { sanction, by, found: Box::new(BoundFound { before, after }) });
    }
}
