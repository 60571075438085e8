//! The statutory range of a sanction: its row, times its base, times its count, within its declared limits.

use super::env::Env;
use crate::expr::{Cond, EvalError, Expr, Num, RangeExpr};
use crate::outcome::{Amount, Edge, Incomputable, Limit, Measure, ReviewCode, ReviewPoint, Rule, Step};
use crate::ruleset::{QuantityRow, Sanction};
use crate::value::{Rational, Truth};

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
    number: usize,
    sanction: &Sanction,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Vec<Statutory>, EvalError> {
    let rows = sanction.quantity.rows();
    if rows.is_empty() {
        return Ok(vec![Statutory { base: None, count: None, ratio: None, unit: None, total: None }]);
    }
    let mut found = Vec::new();
    let mut certain = 0u32;
    let mut earlier = Truth::False;
    for (row, position) in rows.iter().zip(0usize..) {
        let holds = match &row.when {
            // `otherwise`: all other cases.
            Some(Cond::Const(true)) => earlier.not(),
            Some(when) => env.holds(when)?,
            None => Truth::True,
        };
        earlier = earlier.or(holds);
        if holds == Truth::False {
            continue;
        }
        certain = certain.saturating_add(u32::from(holds == Truth::True));
        found.push(one_row(env, number, sanction, row, position)?);
    }
    if certain > 1 {
        reviews.push(ReviewPoint::new(ReviewCode::RowsOverlap, Rule::Sanction(number)));
    }
    if found.is_empty() {
        let total = Some(Measure::Incomputable(Incomputable::NoRow));
        found.push(Statutory { base: None, count: None, ratio: None, unit: None, total });
    }
    Ok(found)
}

fn one_row(
    env: &mut Env<'_>,
    number: usize,
    sanction: &Sanction,
    row: &QuantityRow,
    position: usize,
) -> Result<Statutory, EvalError> {
    let ratio = ends(env, &row.range)?;
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
    let zero = Some(Rational::ZERO);
    let nothing = base.is_some_and(|b| b.point() == zero) || count.is_some_and(|c| c.point() == zero);
    let (unit, total) = if nothing {
        (None, Measure::Incomputable(Incomputable::ZeroBase))
    } else {
        let unit = times(ratio, base)?;
        let total = limited(env, number, times(unit, count)?, sanction.cap.as_ref(), sanction.floor.as_ref())?;
        (Some(unit), Measure::Range(total))
    };
    env.step(|| Step::Statute { sanction: number, row: Some(position), base, base_before, count, amount: total });
    let ratio = base.is_some().then_some(ratio);
    Ok(Statutory { base, count, ratio, unit, total: Some(total) })
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
pub(super) fn times(amount: Amount, by: Option<Num>) -> Result<Amount, EvalError> {
    let Some(by) = by else { return Ok(amount) };
    let lo = Edge { at: amount.lo.at.mul(by)?, ..amount.lo };
    let hi = match amount.hi {
        Some(hi) => Some(Edge { at: hi.at.mul(by)?, ..hi }),
        None => None,
    };
    let default = match amount.default {
        Some(default) => Some(default.mul(by)?),
        None => None,
    };
    Ok(Amount { lo, hi, default, ..amount })
}

/// Applies a declared cap and floor: each a named step when it changes something.
pub(super) fn limited(
    env: &mut Env<'_>,
    sanction: usize,
    amount: Amount,
    cap: Option<&Expr>,
    floor: Option<&Expr>,
) -> Result<Amount, EvalError> {
    let limit = |env: &mut Env<'_>, limit: Option<&Expr>| limit.map(|limit| env.number(limit)).transpose();
    let (cap, floor) = (limit(env, cap)?, limit(env, floor)?);
    Ok(within_limits(env, sanction, amount, cap, floor))
}

/// Applies a cap and a floor that are known.
pub(super) fn within_limits(
    env: &mut Env<'_>,
    sanction: usize,
    amount: Amount,
    cap: Option<Num>,
    floor: Option<Num>,
) -> Amount {
    let mut result = amount;
    if let Some(cap) = cap {
        let before = result;
        let at_most = |edge: Edge| Edge { at: edge.at.min(cap), open: edge.open && edge.at.min(cap) == edge.at };
        result = Amount { lo: at_most(result.lo), hi: Some(result.hi.map_or(Edge::closed(cap), at_most)), ..result };
        bound_step(env, sanction, Limit::Cap, before, result);
    }
    if let Some(floor) = floor {
        let before = result;
        let at_least = |edge: Edge| Edge { at: edge.at.max(floor), open: edge.open && edge.at.max(floor) == edge.at };
        // A declared floor is a minimum, also where the range has none (`5万元以下`).
        result = Amount { lo: at_least(result.lo), hi: result.hi.map(at_least), has_min: true, ..result };
        bound_step(env, sanction, Limit::Floor, before, result);
    }
    result
}

pub(super) fn bound_step(env: &mut Env<'_>, sanction: usize, by: Limit, before: Amount, after: Amount) {
    if before != after {
        env.step(|| Step::Bound { sanction, by, before, after });
    }
}
