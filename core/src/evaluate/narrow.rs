//! A narrowing of a sanction by a row or a position, and the statute that bounds it.

use super::env::{Env, NamedEnds};
use super::statute::{Statutory, bound_step, ends, limit, limited, times, within_limits};
use crate::expr::{EvalError, Expr, Num, RangeExpr, Special, compare, walk};
use crate::outcome::{Amount, Edge, Measure, NarrowFound, PercentageFound, ReviewPoint, Rule, Step};
use crate::ruleset::{EffectId, How, Narrowing, PositionId, RowId, Sanction, SanctionId};
use crate::value::{Comparison, Rational, Truth};
use crate::vocabulary::{AmountLimit, PartOf, ReviewCode};

/// What narrows: a row of the benchmark (none: a narrowing for all rows), or a position.
#[derive(Clone, Copy, Debug)]
pub(super) enum By {
    Row(Option<RowId>),
    Position(PositionId),
    /// A row of an effect; 减轻 alone goes below the statute.
    Effect {
        effect: EffectId,
        below: bool,
    },
}

impl By {
    fn rule(self) -> Rule {
        match self {
            Self::Row(Some(row)) => Rule::Row(row),
            Self::Row(None) => Rule::Offence,
            Self::Position(position) => Rule::Position(position),
            Self::Effect { effect, .. } => Rule::Effect(effect),
        }
    }
}

/// The sanction and its statutory range that are narrowed.
pub(super) struct SanctionCase<'a> {
    pub(super) index: SanctionId,
    pub(super) sanction: &'a Sanction,
    pub(super) statute: &'a Statutory,
    /// The statutory range as a whole.
    pub(super) range: &'a Amount,
    /// The price of one, where there is a count.
    pub(super) unit: &'a Amount,
}

/// Narrows `tier` (the statutory range, or what a row made of it).
pub(super) fn narrow(
    env: &mut Env<'_>,
    case: &SanctionCase<'_>,
    tier: &mut Amount,
    narrowing: &Narrowing,
    by: By,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(), EvalError> {
    env.ends.set(case, tier)?;
    let result = narrowed(env, case, tier, narrowing, by, reviews);
    env.ends.has = None;
    result
}

impl NamedEnds {
    /// The ends that a narrowing and its condition may name. With a count, a narrowing is the price of one, and so are
    /// they.
    pub(super) fn set(&mut self, case: &SanctionCase<'_>, tier: &Amount) -> Result<(), EvalError> {
        let at = |edge: Edge| edge.at;
        self.statute_min = Some(case.unit.lo.at);
        self.statute_max = case.unit.hi.map(at);
        self.tier_min = Some(tier.lo.at);
        self.tier_max = tier.hi.map(at);
        if let Some(count) = case.statute.count {
            for end in [&mut self.tier_min, &mut self.tier_max].into_iter().flatten() {
                *end = end.div(count)?;
            }
        }
        let out = |edge: Option<Edge>| edge.is_some_and(|edge| edge.open);
        self.open = [case.unit.lo.open, out(case.unit.hi), tier.lo.open, out(tier.hi)];
        self.has = Some([case.range.has_min, case.range.hi.is_some(), tier.has_min, tier.hi.is_some()]);
        Ok(())
    }
}

fn narrowed(
    env: &mut Env<'_>,
    case: &SanctionCase<'_>,
    amount: &mut Amount,
    narrowing: &Narrowing,
    by: By,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(), EvalError> {
    let mut inside = false;
    let (mut part_of, mut multiple) = (None, None);
    match &narrowing.how {
        How::Keep | How::Drop => inside = true,
        How::Part { part, within } => {
            if *within == PartOf::Statute {
                *amount = *case.range;
            }
            let part = ends(env, part);
            let part = part.as_ref().map_err(Clone::clone)?;
            let (p, q) = (part.lo.at, part.hi.map_or(Num::Point(Rational::ONE), |h| h.at));
            part_of = Some((p, q));
            inside = *within == PartOf::Statute;
            let room = has_room(env, case, amount, *within)?;
            part_amount(amount, part, room, by, reviews)?;
        }
        How::Range(range) => {
            let own = ends(env, range)?;
            let own = out_with(env, range, own);
            if is_empty(&own) != Truth::False && matches!(by, By::Effect { .. }) {
                let mut point = ReviewPoint::new(ReviewCode::EffectEmpty, by.rule());
                point.with = Some(Rule::Sanction(case.index));
                point.certain = is_empty(&own) == Truth::True;
                reviews.push(point);
                if is_empty(&own) == Truth::True {
                    return Ok(());
                }
            }
            *amount = own;
            match (range.dimension.is_none(), &case.statute.ratio, case.statute.base) {
                // A declared floor or cap is an amount and comes before the statute: then amounts are compared.
                (true, Some(_), Some(base)) if has_limits(narrowing) => {
                    times(amount, Some(base))?;
                    times(amount, case.statute.count)?;
                }
                (true, Some(ratio), Some(base)) => {
                    // Multiples are compared as multiples: the base is the same on both sides.
                    bounded(env, case, amount, ratio, by, reviews, Some(base))?;
                    multiple = Some((amount.lo.at, amount.hi.map_or(amount.lo.at, |h| h.at)));
                    inside = true;
                    multiplied(env, case, amount, base)?;
                }
                _ => times(amount, case.statute.count)?,
            }
        }
        How::Score { start, times: of } => {
            // A percentage of the statutory maximum of a multiple is a multiple too: bounded before the base is
            // known, since the base is the same on both sides.
            let of_multiple = match (of, &case.statute.ratio, case.statute.base) {
                (Expr::Special(Special::StatuteMax), Some(ratio), Some(base)) if narrowing.floor.is_none() => {
                    ratio.hi.map(|hi| (ratio, hi.at, base))
                }
                _ => None,
            };
            let (used, whole) = percentage(env, case.index, narrowing, start, of, by, reviews)?;
            match of_multiple {
                Some((ratio, top, base)) => {
                    *amount = Amount::point(used.mul(top)?);
                    bounded(env, case, amount, ratio, by, reviews, Some(base))?;
                    inside = true;
                    multiplied(env, case, amount, base)?;
                }
                None => {
                    *amount = Amount::point(whole);
                    times(amount, case.statute.count)?;
                }
            }
        }
    }
    amount.default = match &narrowing.default {
        Some(default) => Some(times_count(env.number(default)?, case.statute.count)?),
        None => None,
    };
    env.step(|| {
        let found = Box::new(NarrowFound { part: part_of, multiple, amount: *amount });
        match by {
            By::Row(row) => Step::Narrow { sanction: case.index, row, found },
            By::Position(position) => Step::Position { sanction: case.index, position, found },
            By::Effect { effect, .. } => Step::Effect { sanction: case.index, effect, found },
        }
    });
    let cap = narrowing.cap.as_ref().filter(|_| !matches!(narrowing.how, How::Score { .. }));
    // With a count a narrowing is the price of one: so are its limits.
    let of_all = |env: &mut Env<'_>, limit: Option<&Expr>| -> Result<Option<Num>, EvalError> {
        limit.map(|limit| times_count(env.number(limit)?, case.statute.count)).transpose()
    };
    let (most, least) = (of_all(env, cap)?, of_all(env, narrowing.floor.as_ref())?);
    within_limits(env, case.index, amount, most, least);
    if let Some(round) = narrowing.round {
        let rounded = |edge: Edge| -> Result<Edge, EvalError> {
            let at = match edge.at {
                Num::Point(n) => Num::Point(n.round(round.mode(), round.to)?),
                Num::Range(r) => Num::of(r.map_monotone(|n| n.round(round.mode(), round.to))?),
            };
            Ok(Edge { at, ..edge })
        };
        let (lo, hi) = (rounded(amount.lo)?, amount.hi.map(rounded).transpose()?);
        limit(env, case.index, AmountLimit::Round, amount, Amount { lo, hi, ..*amount });
    }
    let limits = cap.is_some() || narrowing.floor.is_some() || narrowing.round.is_some();
    if !inside || limits {
        bounded(env, case, amount, case.range, by, reviews, None)?;
    }
    Ok(())
}

/// An end that is computed from an end that is out is out: 70% of less than 20万 is less than 14万.
fn out_with(env: &Env<'_>, range: &RangeExpr, own: Amount) -> Amount {
    let [statute_min, statute_max, tier_min, tier_max] = env.ends.open;
    // One value is what it is.
    if range.lo == range.hi || ![statute_min, statute_max, tier_min, tier_max].contains(&true) {
        return own;
    }
    let scopes = [
        (Special::StatuteMin, Special::StatuteMax, statute_min, statute_max),
        (Special::TierMin, Special::TierMax, tier_min, tier_max),
    ];
    let names = |end: &Option<Expr>, special: Special| {
        let mut found = false;
        if let Some(end) = end {
            walk::expr(end, &env.linked.atoms, &mut |e: &Expr| found |= *e == Expr::Special(special));
        }
        found
    };
    let mut own = own;
    for (least, most, least_out, most_out) in scopes {
        // An end made of both, such as an average, is a number of its own.
        if least_out && names(&range.lo, least) && !names(&range.lo, most) {
            own.lo.open = true;
        }
        if let Some(hi) = &mut own.hi
            && most_out
            && names(&range.hi, most)
            && !names(&range.hi, least)
        {
            hi.open = true;
        }
    }
    own
}

/// Whether a range has nothing in it, as the shares of the maximum may be below the minimum.
fn is_empty(range: &Amount) -> Truth {
    let Some(hi) = range.hi else { return Truth::False };
    let same = if range.lo.open || hi.open { Comparison::Ge } else { Comparison::Gt };
    compare(same, range.lo.at, hi.at)
}

/// Whether a narrowing declares limits of its own.
fn has_limits(narrowing: &Narrowing) -> bool {
    narrowing.floor.is_some() || narrowing.cap.is_some()
}

/// Multiples of the base, for each of the count. The statute's own cap and floor are on the amount: they bind it too.
fn multiplied(env: &mut Env<'_>, case: &SanctionCase<'_>, amount: &mut Amount, base: Num) -> Result<(), EvalError> {
    times(amount, Some(base))?;
    times(amount, case.statute.count)?;
    limited(env, case.index, amount, case.sanction.cap.as_ref(), case.sanction.floor.as_ref())
}

/// Whether a range has room for a part whatever the facts: else it may turn out to be one number, which is in.
fn has_room(env: &mut Env<'_>, case: &SanctionCase<'_>, whole: &Amount, within: PartOf) -> Result<bool, EvalError> {
    let less = |lo: Num, hi: Num| compare(Comparison::Lt, lo, hi) == Truth::True;
    let Some(top) = whole.hi else { return Ok(true) };
    if less(whole.lo.at, top.at) {
        return Ok(true);
    }
    // The multiples of one base for each of one count do not meet, although neither is known: of 0 there is no amount.
    let Statutory { base, count, ratio, unit, .. } = case.statute;
    let one = ratio.or(*unit).filter(|_| within == PartOf::Statute || whole == case.range);
    let Some(mut all) = one.filter(|one| one.hi.is_none_or(|hi| less(one.lo.at, hi.at))) else { return Ok(false) };
    times(&mut all, ratio.and(*base))?;
    times(&mut all, *count)?;
    // A declared limit between them may still bring them together.
    let below_cap = match &case.sanction.cap {
        Some(cap) => less(all.lo.at, env.number(cap)?),
        None => true,
    };
    let above_floor = match (&case.sanction.floor, all.hi) {
        (Some(floor), Some(hi)) => less(env.number(floor)?, hi.at),
        _ => true,
    };
    Ok(below_cap && above_floor)
}

/// A guiding point for one, times the count.
pub(super) fn times_count(point: Num, count: Option<Num>) -> Result<Num, EvalError> {
    Ok(match count {
        Some(count) => point.mul(count)?,
        None => point,
    })
}

/// `L + p·(U−L)`, written `(1−p)·L + p·U` so that an unknown base is used once for each end.
fn part_amount(
    whole: &mut Amount,
    part: &Amount,
    room: bool,
    by: By,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(), EvalError> {
    let Some(top) = whole.hi else {
        reviews.push(ReviewPoint::new(ReviewCode::OpenRange, by.rule()));
        return Ok(());
    };
    let (zero, one) = (Num::Point(Rational::ZERO), Num::Point(Rational::ONE));
    let full = part.lo.at == zero && part.hi.is_some_and(|h| h.at == one);
    if whole.as_point().is_some() {
        if !full {
            let mut point = ReviewPoint::new(ReviewCode::NoRoom, by.rule());
            point.after = Some(Measure::Range(*whole));
            reviews.push(point);
        }
        whole.default = None;
        return Ok(());
    }
    if !room && !full {
        let mut point = ReviewPoint::new(ReviewCode::NoRoom, by.rule());
        point.certain = false;
        reviews.push(point);
    }
    let low = whole.lo;
    let at = |p: Num| -> Result<Num, EvalError> {
        match (p, low.at, top.at) {
            // Nothing unknown is used twice: the shorter way.
            (Num::Point(p), Num::Point(low), Num::Point(top)) => Ok(Num::Point(top.sub(low)?.mul(p)?.add(low)?)),
            _ => Ok(one.sub(p)?.mul(low.at)?.add(p.mul(top.at)?)?),
        }
    };
    // An end is out if either says so; the end of the part decides inside the range, both at its ends.
    let edge = |end: Edge| -> Result<Edge, EvalError> {
        let at_end = (end.at == zero && low.open) || (end.at == one && top.open);
        Ok(Edge { at: at(end.at)?, open: (room && end.open) || at_end })
    };
    let lo = edge(part.lo)?;
    let hi = match part.hi {
        Some(hi) if hi == part.lo => Some(lo),
        Some(hi) => Some(edge(hi)?),
        None => Some(top),
    };
    *whole = Amount { lo, hi, has_min: whole.has_min, default: None };
    Ok(())
}

/// `min(start + score, cap)`, and that × times.
fn percentage(
    env: &mut Env<'_>,
    sanction: SanctionId,
    narrowing: &Narrowing,
    start: &Expr,
    of: &Expr,
    by: By,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<(Num, Num), EvalError> {
    let start = env.number(start)?;
    let score = env.score()?;
    let sum = start.add(score)?;
    let declared = narrowing.cap.as_ref().or_else(|| env.weights.and_then(|s| s.cap.as_ref()));
    let mut used = sum;
    let mut capped = None;
    match declared {
        Some(cap) => {
            used = sum.min(env.number(cap)?);
            capped = (used != sum).then_some(used);
        }
        None => {
            let over = compare(Comparison::Gt, sum, Num::Point(Rational::ONE));
            if over != Truth::False {
                let mut point = ReviewPoint::new(ReviewCode::ScoreOverflow, Rule::Sanction(sanction));
                point.with = Some(by.rule());
                point.certain = over == Truth::True;
                reviews.push(point);
            }
        }
    }
    let times = env.number(of)?;
    env.step(|| Step::Percentage { sanction, found: Box::new(PercentageFound { start, sum, capped, times }) });
    Ok((used, used.mul(times)?))
}

/// Bounds a result by the statute. What lies outside is a review point, and the bound is a named step. Multiples are
/// compared as multiples, and shown as the amounts they come to.
///
/// # Basis
/// A benchmark refines the statutory range and cannot leave it (行政处罚法 第三十四条).
fn bounded(
    env: &mut Env<'_>,
    case: &SanctionCase<'_>,
    amount: &mut Amount,
    range: &Amount,
    by: By,
    reviews: &mut Vec<ReviewPoint>,
    base: Option<Num>,
) -> Result<(), EvalError> {
    // A text without minimum (`2万元以下`) begins above 0, or at its declared floor; 减轻 goes below the statute, never
    // below 0.
    let lower = match by {
        By::Effect { below: true, .. } => Edge { at: Num::Point(Rational::ZERO), open: true },
        _ => range.lo,
    };
    let is_below = below(amount.lo, lower);
    if is_below != Truth::False {
        let before = *amount;
        amount.lo = raised(before.lo, lower, false);
        amount.hi = before.hi.map(|hi| raised(hi, lower, true));
        lawful(amount, range);
        let bound = (ReviewCode::BelowStatute, AmountLimit::StatuteMin);
        outside(env, case, bound, is_below, (before, *amount), by, reviews, base)?;
    }
    if let Some(top) = range.hi {
        let is_above = match amount.hi {
            Some(hi) => above(hi, top),
            None => Truth::True,
        };
        if is_above != Truth::False {
            let before = *amount;
            amount.lo = lowered(before.lo, top, false);
            amount.hi = Some(before.hi.map_or(top, |hi| lowered(hi, top, true)));
            lawful(amount, range);
            let bound = (ReviewCode::AboveStatute, AmountLimit::StatuteMax);
            outside(env, case, bound, is_above, (before, *amount), by, reviews, base)?;
        }
    }
    Ok(())
}

/// What is left of a result that only touches an end the statute leaves out is no amount at all: then the statutory
/// range stands, with the review point.
fn lawful(result: &mut Amount, range: &Amount) {
    let touches = result.hi.is_some_and(|hi| hi.at == result.lo.at && (hi.open || result.lo.open));
    if touches && range.as_point().is_none() {
        *result = Amount { default: None, ..*range };
    }
}

/// Reports what lay outside, and records the bound as a step.
#[expect(clippy::too_many_arguments, reason = "one call for the two ends of the range")]
fn outside(
    env: &mut Env<'_>,
    case: &SanctionCase<'_>,
    (code, limit): (ReviewCode, AmountLimit),
    certain: Truth,
    (mut before, mut after): (Amount, Amount),
    by: By,
    reviews: &mut Vec<ReviewPoint>,
    base: Option<Num>,
) -> Result<(), EvalError> {
    let count = case.statute.count.filter(|_| base.is_some());
    for amount in [&mut before, &mut after] {
        times(amount, base)?;
        times(amount, count)?;
    }
    let mut point = ReviewPoint::new(code, Rule::Sanction(case.index));
    point.with = Some(by.rule());
    point.certain = certain == Truth::True;
    point.before = Some(Measure::Range(before));
    point.after = Some(Measure::Range(after));
    reviews.push(point);
    bound_step(env, case.index, limit, before, after);
    Ok(())
}

/// Whether an end lies below the statutory minimum: the same number lies below only where the statute leaves it out.
fn below(edge: Edge, limit: Edge) -> Truth {
    let op = if limit.open && !edge.open { Comparison::Le } else { Comparison::Lt };
    compare(op, edge.at, limit.at)
}

fn above(edge: Edge, limit: Edge) -> Truth {
    let op = if limit.open && !edge.open { Comparison::Ge } else { Comparison::Gt };
    compare(op, edge.at, limit.at)
}

/// The end of a range that must not lie below a limit. An end that is only known within bounds is open or closed as
/// the one that reaches furthest: the limit for a lower end, the end itself for an upper end above the limit.
pub(super) fn raised(edge: Edge, limit: Edge, upper: bool) -> Edge {
    let reach = |at: Num| if upper { at.greatest().value() } else { at.least().value() };
    let beyond = if upper { is_above(reach(edge.at), reach(limit.at)) } else { edge.at.max(limit.at) == edge.at };
    let own = beyond && edge.at != limit.at;
    Edge { at: edge.at.max(limit.at), open: if own { edge.open } else { limit.open } }
}

pub(super) fn lowered(edge: Edge, limit: Edge, upper: bool) -> Edge {
    let reach = |at: Num| at.least().value();
    let beyond = if upper { edge.at.min(limit.at) == edge.at } else { is_below(reach(edge.at), reach(limit.at)) };
    let own = beyond && edge.at != limit.at;
    Edge { at: edge.at.min(limit.at), open: if own { edge.open } else { limit.open } }
}

/// Whether an upper reach lies above another; none = no end.
fn is_above(a: Option<Rational>, b: Option<Rational>) -> bool {
    b.is_some_and(|b| a.is_none_or(|a| a > b))
}

/// Whether a lower reach lies below another; none = no end.
fn is_below(a: Option<Rational>, b: Option<Rational>) -> bool {
    b.is_some_and(|b| a.is_none_or(|a| a < b))
}
