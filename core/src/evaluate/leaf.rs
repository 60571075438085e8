//! One pass over the offence for one set of facts: elements, branches, rows, sanctions.

use super::change::changed;
use super::env::Env;
use super::narrow::{By, Case, narrow, times_count};
use super::select::{Scenario, scenarios};
use super::statute::{Statutory, statutory};
use crate::expr::{EvalError, FactId, Id};
use crate::link::Program;
use crate::outcome::{LevelHow, Measure, ReviewCode, ReviewPoint, Rule, Step};
use crate::ruleset::{How, Narrowing, NoPenalty, Sanction};
use crate::value::Truth;

/// A sanction as one scenario has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) scenario: usize,
    pub(super) sanction: usize,
    pub(super) holds: Truth,
    pub(super) amount: Option<Measure>,
    pub(super) statutory: Option<Measure>,
}

/// The result of one pass.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    pub(super) established: Truth,
    pub(super) scenarios: Vec<Scenario>,
    pub(super) entries: Vec<Entry>,
    /// Orders with whether they are given.
    pub(super) orders: Vec<(usize, Truth)>,
    pub(super) reviews: Vec<ReviewPoint>,
    /// Missing facts that something in the result still depends on.
    pub(super) open: Vec<FactId>,
    /// Texts of the authority, by sanction.
    pub(super) authority: Vec<(usize, usize)>,
}

pub(super) fn leaf<'p>(program: &'p Program, env: &mut Env<'p>) -> Result<Leaf, EvalError> {
    let mut leaf = Leaf {
        established: Truth::True,
        scenarios: Vec::new(),
        entries: Vec::new(),
        orders: Vec::new(),
        reviews: Vec::new(),
        open: Vec::new(),
        authority: Vec::new(),
    };
    for (condition, element) in program.elements.iter().zip(0usize..) {
        let holds = env.holds(condition)?;
        env.step(|| Step::Element { element, holds });
        leaf.established = leaf.established.and(holds);
    }
    if leaf.established == Truth::False {
        return Ok(leaf);
    }
    leaf.scenarios = scenarios(program, env, &mut leaf.reviews)?;
    let mut by_scenario = Vec::with_capacity(leaf.scenarios.len());
    for number in 0..leaf.scenarios.len() {
        let before = leaf.reviews.len();
        one_scenario(program, env, &mut leaf, number)?;
        by_scenario.push(leaf.reviews.split_off(before));
    }
    leaf.reviews.extend(in_all(by_scenario));
    orders(program, env, &mut leaf)?;
    marks(program, &mut leaf);
    findings(program, env, &mut leaf);
    merge_reviews(&mut leaf);
    // Where it is open whether the offence is established at all, so is everything found about its penalty.
    let established = leaf.established == Truth::True;
    leaf.reviews.iter_mut().for_each(|point| point.certain = point.certain && established);
    super::reads::open_facts(program, env, &mut leaf)?;
    Ok(leaf)
}

fn one_scenario(program: &Program, env: &mut Env<'_>, leaf: &mut Leaf, number: usize) -> Result<(), EvalError> {
    let Some(scenario) = leaf.scenarios.get(number).copied() else { return Ok(()) };
    let benchmark = program.benchmark.as_ref();
    let row = scenario.row.and_then(|r| benchmark.and_then(|b| b.rows.get(r)));
    let position = scenario.position.and_then(|p| benchmark.and_then(|b| b.positions.get(p)));
    match row.and_then(|r| r.no_penalty) {
        Some(NoPenalty::Must) => return Ok(()),
        Some(NoPenalty::May) => {
            let mut point = ReviewPoint::new(ReviewCode::MayExempt, scenario.row.map_or(Rule::Offence, Rule::Row));
            point.basis = row.and_then(|r| r.basis.clone());
            leaf.reviews.push(point);
        }
        None => {}
    }
    if let Some(row) = row {
        for narrowing in &row.narrowings {
            let there =
                |s: &&Sanction| s.id == narrowing.sanction && (s.branch.is_none() || s.branch == scenario.branch);
            if !program.clause.sanctions.iter().any(|s| there(&s)) {
                let mut point =
                    ReviewPoint::new(ReviewCode::KindNotInBranch, scenario.row.map_or(Rule::Offence, Rule::Row));
                point.with =
                    program.clause.sanctions.iter().position(|s| s.id == narrowing.sanction).map(Rule::Sanction);
                leaf.reviews.push(point);
            }
        }
    }
    for (sanction, index) in program.clause.sanctions.iter().zip(0usize..) {
        if sanction.branch.is_some() && sanction.branch != scenario.branch {
            continue;
        }
        let find = |narrowings: &'_ [Narrowing]| narrowings.iter().position(|n| n.sanction == sanction.id);
        let of_row = row.and_then(|r| find(&r.narrowings).and_then(|i| r.narrowings.get(i)));
        let common = benchmark.and_then(|b| find(&b.common).and_then(|i| b.common.get(i)));
        let of_position = position.and_then(|p| find(&p.narrowings).and_then(|i| p.narrowings.get(i)));
        let narrowing = of_row.or(common);
        if narrowing.into_iter().chain(of_position).any(|n| matches!(n.how, How::Drop)) {
            continue;
        }
        let holds = match &sanction.when {
            Some(when) => env.holds(when)?,
            None => Truth::True,
        };
        if holds == Truth::False {
            continue;
        }
        authority(env, leaf, index, sanction)?;
        let by = By::Row(of_row.and(scenario.row));
        for statute in statutory(env, index, sanction, &mut leaf.reviews)? {
            let mut amount = amount(env, leaf, index, sanction, &statute, narrowing.map(|n| (n, by)))?;
            if let (Some(narrowing), Some(position), Some(Measure::Range(tier))) =
                (of_position, scenario.position, amount)
            {
                let narrowing = Some((narrowing, By::Position(position)));
                amount = narrowed(env, leaf, (index, sanction), &statute, Measure::Range(tier), narrowing)?;
            }
            let entry = Entry { scenario: number, sanction: index, holds, amount, statutory: statute.total };
            if env.under.is_none() {
                leaf.entries.push(entry);
                continue;
            }
            // A sanction that every way keeps is as certain as before.
            let ways = changed(program, env, scenario, (index, sanction), &statute, amount, &mut leaf.reviews)?;
            let kept = ways.iter().all(|way| way.amount.is_some());
            for way in ways {
                let Some(amount) = way.amount else { continue };
                let holds = if kept { holds } else { holds.and(way.holds) };
                leaf.entries.push(Entry { amount, holds, ..entry.clone() });
            }
        }
    }
    Ok(())
}

fn amount(
    env: &mut Env<'_>,
    leaf: &mut Leaf,
    index: usize,
    sanction: &Sanction,
    statute: &Statutory,
    narrowing: Option<(&Narrowing, By)>,
) -> Result<Option<Measure>, EvalError> {
    let Some(total) = statute.total else { return Ok(None) };
    let Some(mut result) = narrowed(env, leaf, (index, sanction), statute, total, narrowing)? else { return Ok(None) };
    let own = narrowing.is_some_and(|(n, _)| n.default.is_some());
    if let Measure::Range(range) = &mut result
        && range.default.is_none()
        && !own
        && let Some(default) = &sanction.default
    {
        range.default = Some(times_count(env.number(default)?, statute.count)?);
    }
    if let Measure::Range(range) = &mut result
        && let Some(default) = range.default.and_then(|d| d.point())
        && !range.hull().contains(default)
    {
        range.default = None;
        leaf.reviews.push(ReviewPoint::new(ReviewCode::DefaultOutside, Rule::Sanction(index)));
    }
    Ok(Some(result))
}

fn narrowed(
    env: &mut Env<'_>,
    leaf: &mut Leaf,
    (index, sanction): (usize, &Sanction),
    statute: &Statutory,
    tier: Measure,
    narrowing: Option<(&Narrowing, By)>,
) -> Result<Option<Measure>, EvalError> {
    let (Some(Measure::Range(range)), Measure::Range(tier), Some((narrowing, by))) = (statute.total, tier, narrowing)
    else {
        return Ok(Some(tier));
    };
    let case = Case { index, sanction, statute, range, unit: statute.unit.unwrap_or(range) };
    narrow(env, &case, tier, narrowing, by, &mut leaf.reviews).map(|a| Some(Measure::Range(a)))
}

fn authority(env: &mut Env<'_>, leaf: &mut Leaf, index: usize, sanction: &Sanction) -> Result<(), EvalError> {
    let Some(texts) = &sanction.authority else { return Ok(()) };
    for ((when, _), number) in texts.rows.iter().zip(0usize..) {
        let holds = env.holds(when)?;
        if holds != Truth::False && !leaf.authority.contains(&(index, number)) {
            leaf.authority.push((index, number));
        }
        if holds == Truth::True {
            break;
        }
    }
    Ok(())
}

fn orders(program: &Program, env: &mut Env<'_>, leaf: &mut Leaf) -> Result<(), EvalError> {
    for (order, number) in program.clause.orders.iter().zip(0usize..) {
        let mut holds = match &order.when {
            Some(when) => env.holds(when)?,
            None => Truth::True,
        };
        if order.branch.is_some() {
            let with = leaf.scenarios.iter().filter(|s| s.branch == order.branch).count();
            let branch = if with == 0 {
                Truth::False
            } else if with == leaf.scenarios.len() {
                Truth::True
            } else {
                Truth::Unknown
            };
            holds = holds.and(branch);
        }
        if holds != Truth::False {
            leaf.orders.push((number, holds.and(leaf.established)));
        }
    }
    Ok(())
}

/// Marks of the parts of the text that were used.
fn marks(program: &Program, leaf: &mut Leaf) {
    let mut mark = |rule| leaf.reviews.push(ReviewPoint::new(ReviewCode::Unverified, rule));
    for ((_, marks), number) in program.linked.marks.iter().zip(0usize..) {
        if marks.unverified.is_some() {
            mark(Rule::Mark(number));
        }
    }
    let several = leaf.scenarios.len() > 1;
    for scenario in &leaf.scenarios {
        let mut of = |rule, unverified: bool| {
            if unverified {
                let mut point = ReviewPoint::new(ReviewCode::Unverified, rule);
                point.certain = !several;
                leaf.reviews.push(point);
            }
        };
        if let Some((branch, b)) = scenario.branch.and_then(|n| program.clause.branches.get(n).map(|b| (n, b))) {
            of(Rule::Branch(branch), b.marks.unverified.is_some());
        }
        if let Some(benchmark) = &program.benchmark {
            if let Some((row, r)) = scenario.row.and_then(|n| benchmark.rows.get(n).map(|r| (n, r))) {
                let inner = r.narrowings.iter().any(|n| n.marks.unverified.is_some());
                of(Rule::Row(row), r.marks.unverified.is_some() || inner);
            }
            if let Some((position, p)) = scenario.position.and_then(|n| benchmark.positions.get(n).map(|p| (n, p))) {
                of(Rule::Position(position), p.marks.unverified.is_some());
            }
        }
    }
    let sanctions: Vec<usize> = leaf.entries.iter().map(|e| e.sanction).collect();
    for sanction in sanctions {
        if program.clause.sanctions.get(sanction).is_some_and(|s| s.marks.unverified.is_some()) {
            leaf.reviews.push(ReviewPoint::new(ReviewCode::Unverified, Rule::Sanction(sanction)));
        }
    }
}

/// What was found about factors: no level, several levels, not ascertainable.
fn findings(program: &Program, env: &Env<'_>, leaf: &mut Leaf) {
    for (id, set, how) in env.factors_seen() {
        let factor = program.linked.factors.at(id);
        let mut push = |code, certain: bool| {
            let mut point = ReviewPoint::new(code, Rule::Factor(id));
            point.certain = certain;
            point.basis = match code {
                ReviewCode::Unascertainable => factor.lowest.as_ref().and_then(|l| l.basis.clone()),
                _ => factor.basis.clone(),
            };
            leaf.reviews.push(point);
        };
        match how {
            LevelHow::NoLevel => push(ReviewCode::NoLevel, true),
            LevelHow::Overlap => push(ReviewCode::LevelsOverlap, true),
            LevelHow::Lowest => push(ReviewCode::Unascertainable, true),
            LevelHow::Found if set.has_none() => push(ReviewCode::NoLevel, false),
            _ => {}
        }
    }
    let lowest_read: Vec<FactId> = env
        .factors_seen()
        .filter(|(_, _, how)| *how == LevelHow::Lowest)
        .flat_map(|(id, _, _)| program.linked.factor_reads.get(id.position()).cloned().unwrap_or_default())
        .collect();
    for (id, declared) in program.linked.facts.enumerate() {
        let asked = env.unascertainable.get(id.position()) == Some(&Truth::True);
        if asked && !lowest_read.contains(&id) {
            let mut point = ReviewPoint::new(ReviewCode::Unascertainable, Rule::Fact(id));
            point.basis = declared.lowest.as_ref().and_then(|l| l.basis.clone());
            leaf.reviews.push(point);
        }
    }
}

/// What only some scenarios have is not certain.
fn in_all(by_scenario: Vec<Vec<ReviewPoint>>) -> Vec<ReviewPoint> {
    let mut all: Vec<ReviewPoint> = Vec::new();
    for points in &by_scenario {
        for point in points {
            let everywhere = by_scenario.iter().all(|other| other.iter().any(|p| p.same(point)));
            let mut point = point.clone();
            point.certain = point.certain && everywhere;
            all.push(point);
        }
    }
    all
}

/// The same point from several scenarios is one point, certain where each has it.
fn merge_reviews(leaf: &mut Leaf) {
    let mut merged: Vec<ReviewPoint> = Vec::with_capacity(leaf.reviews.len());
    for point in std::mem::take(&mut leaf.reviews) {
        match merged.iter_mut().find(|p| p.same(&point)) {
            Some(known) => known.take_in(&point),
            None => merged.push(point),
        }
    }
    leaf.reviews = merged;
}
