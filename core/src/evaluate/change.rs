//! An effect (从轻, 减轻, 从重, 不予处罚) applied to what the table gave: the same evaluation once more, changed at its end.

use super::env::{Counts, Env, NamedEnds};
use super::narrow::{By, SanctionCase, lowered, narrow, raised};
use super::select::Scenario;
use super::statute::Statutory;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Amount, Edge, Measure, NarrowFound, ReviewPoint, Rule, Step};
use crate::ruleset::{Change, Effect, EffectId, RowId, Sanction, SanctionId, TierId};
use crate::value::Truth;
use crate::vocabulary::{AmountLimit, Direction, ReviewCode};

/// The effect an evaluation is made under.
#[derive(Clone, Debug)]
pub(crate) struct Under {
    /// Its rows, in order.
    pub(crate) rows: Vec<EffectId>,
    /// Which way it goes.
    pub(crate) direction: Direction,
    /// How many circumstances call for each direction.
    pub(crate) counts: Option<Box<Counts>>,
}

/// What the rows of an effect make of one sanction: each way that is still possible, none where it is left out.
pub(super) struct Changed {
    pub(super) holds: Truth,
    pub(super) amount: Option<Option<Measure>>,
}

/// The rows of the effect that may apply to a sanction, in order; the first that surely holds is the last.
pub(super) fn rows_for<'p>(
    program: &'p Program,
    under: &Under,
    env: &mut Env<'_>,
    sanction: &Sanction,
    ends: Option<NamedEnds>,
) -> Result<Vec<(EffectId, &'p Effect, Truth)>, EvalError> {
    let mut found = Vec::new();
    for number in &under.rows {
        let Some(effect) = program.effects.get(*number) else { continue };
        if !is_about(effect, sanction) {
            continue;
        }
        let holds = match &effect.when {
            None => Truth::True,
            Some(when) => {
                env.ends = ends.unwrap_or_default();
                let holds = env.holds(when);
                env.ends = NamedEnds::default();
                holds?
            }
        };
        if holds != Truth::False {
            found.push((*number, effect, holds));
        }
        if holds == Truth::True {
            break;
        }
    }
    Ok(found)
}

/// Whether a row of an effect speaks of a sanction.
pub(crate) fn is_about(effect: &Effect, sanction: &Sanction) -> bool {
    (effect.of.is_empty() || effect.of.contains(&sanction.kind))
        && (effect.sanctions.is_empty() || effect.sanctions.iter().any(|(id, _)| *id == sanction.id))
}

/// Applies the effect to one sanction of one scenario.
pub(super) fn changed(
    program: &Program,
    env: &mut Env<'_>,
    scenario: Scenario,
    (index, sanction): (SanctionId, &Sanction),
    statute: &Statutory,
    before: Option<Measure>,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Vec<Changed>, EvalError> {
    let Some(under) = env.under else { return Ok(vec![Changed { holds: Truth::True, amount: Some(before) }]) };
    let (range, tier) = (statute.total.as_ref().and_then(Measure::range), before.and_then(range_of));
    let case = range.map(|range| SanctionCase {
        index,
        sanction,
        statute,
        range,
        unit: statute.unit.as_ref().unwrap_or(range),
    });
    let ends = match (&case, tier) {
        (Some(case), Some(tier)) => {
            let mut ends = NamedEnds::default();
            ends.set(case, &tier)?;
            Some(ends)
        }
        _ => None,
    };
    let rows = rows_for(program, under, env, sanction, ends)?;
    // Where rows are about this sanction and none holds, the document does not say how far the effect goes.
    let about = under.rows.iter().filter(|n| program.effects.get(**n).is_some_and(|e| is_about(e, sanction)));
    if let (Some(first), Some(_), true) = (about.copied().next(), tier, rows.is_empty())
        && under.direction != Direction::NoPenalty
    {
        let mut point = ReviewPoint::new(ReviewCode::EffectOpen, Rule::Effect(first));
        point.with = Some(Rule::Sanction(index));
        reviews.push(point);
    }
    let mut ways = Vec::with_capacity(rows.len());
    let settled = rows.iter().any(|(_, _, holds)| *holds == Truth::True);
    for (number, effect, holds) in rows {
        let amount = match (&effect.what, &case, tier) {
            (Change::Drop, ..) => None,
            (Change::Narrow(narrowing), Some(case), Some(tier)) => {
                let by = By::Effect { effect: number, below: under.direction == Direction::Mitigated };
                let mut amount = tier;
                narrow(env, case, &mut amount, narrowing, by, reviews)?;
                Some(Some(Measure::Range(directed(env, index, number, under.direction, tier, amount, reviews))))
            }
            (Change::Tier { beyond: Some(narrowing), .. }, Some(case), Some(tier))
                if scenario.beyond == Some(number) =>
            {
                let by = By::Effect { effect: number, below: false };
                let mut amount = tier;
                narrow(env, case, &mut amount, narrowing, by, reviews)?;
                Some(Some(Measure::Range(amount)))
            }
            // Another tier was taken where the rows were chosen.
            _ => Some(before),
        };
        if let (None, Some(tier)) = (amount, tier) {
            let found = || Box::new(NarrowFound { part: None, multiple: None, amount: tier });
            env.step(|| Step::Effect { sanction: index, effect: number, found: found() });
        }
        ways.push(Changed { holds, amount });
    }
    if !settled {
        // 不予处罚 leaves out what no row keeps; other effects leave as it is what no row is about.
        let amount = if under.direction == Direction::NoPenalty { None } else { Some(before) };
        ways.push(Changed { holds: if ways.is_empty() { Truth::True } else { Truth::Unknown }, amount });
    }
    Ok(ways)
}

/// An effect goes one way: 从轻 and 减轻 never above, 从重 never below what the table gives.
fn directed(
    env: &mut Env<'_>,
    sanction: SanctionId,
    effect: EffectId,
    direction: Direction,
    before: Amount,
    after: Amount,
    reviews: &mut Vec<ReviewPoint>,
) -> Amount {
    let down = match direction {
        Direction::Ordinary => return after,
        Direction::Heavier => false,
        Direction::Lighter | Direction::Mitigated | Direction::NoPenalty => true,
    };
    let kept = if down { not_above(after, before) } else { not_below(after, before) };
    if kept == after {
        return after;
    }
    let mut point = ReviewPoint::new(ReviewCode::EffectAgainst, Rule::Effect(effect));
    point.with = Some(Rule::Sanction(sanction));
    point.certain = before.is_known() && after.is_known();
    point.before = Some(Measure::Range(after));
    point.after = Some(Measure::Range(kept));
    reviews.push(point);
    super::statute::bound_step(env, sanction, AmountLimit::Table, after, kept);
    kept
}

fn not_above(amount: Amount, limit: Amount) -> Amount {
    let hi = match (amount.hi, limit.hi) {
        // What either leaves out is out.
        (Some(own), Some(limit)) if own.at == limit.at => Some(Edge { open: own.open || limit.open, ..own }),
        (Some(own), Some(limit)) => Some(lowered(own, limit, true)),
        (own, limit) => own.or(limit),
    };
    let lo = if amount.lo.at == limit.lo.at { amount.lo } else { lowered(amount.lo, limit.lo, false) };
    Amount { lo, hi, ..amount }
}

fn not_below(amount: Amount, limit: Amount) -> Amount {
    let hi = match (amount.hi, limit.hi) {
        (Some(own), Some(limit)) if own.at == limit.at => Some(own),
        (Some(own), Some(limit)) => Some(raised(own, limit, true)),
        _ => None,
    };
    let lo = match amount.lo.at == limit.lo.at {
        true => Edge { open: amount.lo.open || limit.lo.open, ..amount.lo },
        false => raised(amount.lo, limit.lo, false),
    };
    Amount { lo, hi, ..amount }
}

fn range_of(measure: Measure) -> Option<Amount> {
    measure.range().copied()
}

/// The scenario with the next heavier or lighter tier, where the effect takes one.
pub(super) fn next_tier(
    program: &Program,
    env: &mut Env<'_>,
    under: &Under,
    scenario: Scenario,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Vec<Scenario>, EvalError> {
    let mut found = Vec::new();
    for number in &under.rows {
        let Some(effect) = program.effects.get(*number) else { continue };
        let Change::Tier { up, beyond } = &effect.what else { continue };
        let holds = effect.when.as_ref().map_or(Ok(Truth::True), |when| env.holds(when))?;
        if holds == Truth::False {
            continue;
        }
        if holds == Truth::Unknown {
            found.push(scenario);
        }
        let rows = neighbours(program, scenario, *up);
        if rows.len() > 1 || (rows.is_empty() && beyond.is_none()) {
            let mut point = ReviewPoint::new(ReviewCode::NoNextTier, Rule::Effect(*number));
            point.certain = holds == Truth::True;
            point.basis = effect.basis.clone();
            reviews.push(point);
        }
        if rows.is_empty() {
            found.push(Scenario { beyond: Some(*number), ..scenario });
        }
        found.extend(rows.into_iter().map(|row| Scenario { row: Some(row), ..scenario }));
        if holds == Truth::True {
            break;
        }
    }
    if found.is_empty() {
        found.push(scenario);
    }
    Ok(found)
}

/// The rows of the next tier that the branch has rows for.
fn neighbours(program: &Program, scenario: Scenario, up: bool) -> Vec<RowId> {
    let Some(benchmark) = &program.benchmark else { return Vec::new() };
    let Some(own) = scenario.row.and_then(|row| benchmark.rows.get(row)) else { return Vec::new() };
    let Some(tier) = own.tier else { return Vec::new() };
    let branch = scenario.branch.and_then(|b| program.clause.branches.get(b)).map(|b| &b.id);
    let mine = benchmark.rows.enumerate().filter(|(_, row)| row.branch.is_none() || row.branch.as_ref() == branch);
    let beyond: Vec<(TierId, RowId)> = mine
        .filter_map(|(id, row)| row.tier.map(|tier| (tier, id)))
        .filter(|(other, _)| if up { *other > tier } else { *other < tier })
        .gather();
    let next = if up { beyond.iter().map(|(t, _)| *t).min() } else { beyond.iter().map(|(t, _)| *t).max() };
    beyond.into_iter().filter(|(tier, _)| Some(*tier) == next).map(|(_, row)| row).gather()
}
