//! The results of all combinations joined into one outcome: last, and with every possibility listed.

use super::leaf::{Leaf, LeafEntry};
use super::solve::{At, Solved, SplitSubject, reads_of, same_result};
use crate::expr::{EvalError, FactId, Id};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{
    Amount, Measure, OrderOutcome, Outcome, Possibility, ReviewPoint, Rule, SanctionOutcome, Step, TargetOutcome,
    Trace, Verdict, Way,
};
use crate::ruleset::{OrderId, PositionId, SanctionId, TierId};
use crate::value::{Interval, Truth};
use crate::vocabulary::{Force, ReviewCode, Target};

/// The outcome of all combinations.
pub(super) fn solved(program: &Program, facts: &Facts, solved: &Solved, trace: Trace) -> Outcome {
    let matter = matter(program, solved);
    let missing = |id: &FactId| matches!(facts.get(*id), Fact::Missing);
    let needed = matter.iter().copied().filter(missing).gather();
    let mut outcome = outcome(program, facts, &solved.leaves, needed, trace);
    // Whatever it would have been, the result is the same: that it cannot be ascertained is nothing to look at.
    let alike = |id: &FactId| solved.splits.contains(&SplitSubject::Fact(*id)) && !matter.contains(id);
    outcome.review_points.retain(|point| match (point.code, &point.rule) {
        (ReviewCode::Unascertainable, Rule::Fact(id)) => !alike(id),
        _ => true,
    });
    let mut failures: Vec<&EvalError> = Vec::new();
    for failure in solved.failures.iter().chain(solved.leaves.iter().flat_map(|leaf| &leaf.failing)) {
        if !failures.contains(&failure) {
            failures.push(failure);
        }
    }
    if !failures.is_empty() {
        fails(program, &mut outcome, &failures);
    }
    outcome
}

/// Some completions have no value: nothing found for the others is certain, and that is said.
fn fails(program: &Program, outcome: &mut Outcome, failures: &[&EvalError]) {
    outcome.verdict_certain = false;
    outcome.targets.iter_mut().flat_map(|t| &mut t.sanctions).for_each(|s| s.certain = false);
    outcome.orders.iter_mut().for_each(|o| o.certain = false);
    outcome.review_points.iter_mut().for_each(|p| p.certain = false);
    for failure in failures {
        let named = |name: &str| program.linked.defines.enumerate().find(|(_, d)| *d.name == *name).map(|(id, _)| id);
        let rule = match failure {
            EvalError::NoRow(row) => named(&row.name).map_or(Rule::Offence, Rule::Define),
            _ => Rule::Offence,
        };
        let mut point = ReviewPoint::new(ReviewCode::NoValue, rule);
        point.certain = false;
        if !outcome.review_points.iter().any(|known| known.same(&point)) {
            outcome.review_points.push(point);
        }
    }
}

/// The outcome of some passes, given the facts that are still needed.
pub(super) fn outcome(program: &Program, facts: &Facts, leaves: &[Leaf], needed: Vec<FactId>, trace: Trace) -> Outcome {
    let (verdict, verdict_certain) = verdict(program, leaves);
    let ids = || program.linked.facts.enumerate().map(|(id, _)| id);
    let (used, irrelevant) = if facts.all_given() {
        (ids().gather(), Vec::new())
    } else {
        let given = |id: &FactId| matches!(facts.get(*id), Fact::Given(_));
        let irrelevant = |id: &FactId| matches!(facts.get(*id), Fact::Missing) && !needed.contains(id);
        (ids().filter(given).gather(), ids().filter(irrelevant).gather())
    };
    Outcome {
        verdict,
        verdict_certain,
        determined: needed.is_empty(),
        targets: targets(program, leaves),
        orders: orders(leaves),
        review_points: reviews(leaves),
        used,
        irrelevant,
        needed,
        trace,
    }
}

fn exempt(program: &Program, leaf: &Leaf, scenario: usize) -> Option<Force> {
    let row = leaf.scenarios.get(scenario)?.row?;
    program.rows().get(row)?.no_penalty
}

fn verdict(program: &Program, leaves: &[Leaf]) -> (Verdict, bool) {
    if leaves.iter().all(|l| l.established == Truth::False) {
        return (Verdict::NotEstablished, true);
    }
    let certain = leaves.iter().all(|l| l.established == Truth::True);
    let (mut some, mut all) = (false, true);
    let mut scenarios = 0usize;
    for leaf in leaves {
        for scenario in 0..leaf.scenarios.len() {
            let must = exempt(program, leaf, scenario) == Some(Force::Must);
            (some, all) = (some || must, all && must);
        }
        scenarios = scenarios.saturating_add(leaf.scenarios.len());
    }
    if scenarios > 0 && all {
        return (Verdict::NoPenalty(Force::Must), certain);
    }
    (Verdict::Sanctioned, certain && !some)
}

/// The facts that something depends on: missing ones in one of the passes, missing ones and those asked in vain between
/// the passes.
fn matter(program: &Program, solved: &Solved) -> Vec<FactId> {
    let mut found = vec![false; program.linked.facts.len()];
    let mut mark = |id: FactId| {
        if let Some(slot) = found.get_mut(id.position()) {
            *slot = true;
        }
    };
    for leaf in &solved.leaves {
        leaf.open.iter().copied().for_each(&mut mark);
    }
    // Equal bounds prove an equal result only where nothing else is open inside them.
    let exact = solved.leaves.iter().all(|l| l.open.is_empty());
    for (subject, list) in solved.splits.iter().zip(0usize..) {
        if !exact || differs(program, solved, list) {
            match subject {
                SplitSubject::Fact(id) => mark(*id),
                SplitSubject::Atom(id) => reads_of(program, *id).into_iter().for_each(&mut mark),
                SplitSubject::Define(id) => {
                    program.linked.define_reads.get(id.position()).into_iter().flatten().copied().for_each(&mut mark);
                }
            }
        }
    }
    program.linked.facts.enumerate().map(|(id, _)| id).filter(|id| found.get(id.position()) == Some(&true)).gather()
}

/// Whether the result changes with one of the subjects looked at value by value, the others staying as they are.
fn differs(program: &Program, solved: &Solved, list: usize) -> bool {
    // A combination without value differs from one that has a value.
    let leaf = |number: usize| match solved.at.get(number)? {
        At::Impossible => None,
        At::Fails => Some(None),
        At::Leaf(position) => solved.leaves.get(*position).map(Some),
    };
    let can_be: Vec<bool> = solved.at.iter().map(|at| *at != At::Impossible).gather();
    solved.all.pairs(list, &can_be).into_iter().any(|(a, b)| match (leaf(a).flatten(), leaf(b).flatten()) {
        (Some(a), Some(b)) => !same_result(program, a, b),
        (a, b) => a.is_some() != b.is_some(),
    })
}

fn targets(program: &Program, leaves: &[Leaf]) -> Vec<TargetOutcome> {
    let mut targets = Vec::with_capacity(1);
    let maybe_no_tier = program.rows().iter().any(|r| r.tier.is_some())
        && leaves.iter().any(|l| l.scenarios.iter().any(|s| s.row.is_none()));
    for target in [Target::Unit, Target::Individual, Target::Responsible] {
        let sanctions = sanctions(program, leaves, target);
        if sanctions.is_empty() {
            continue;
        }
        let present = |ids: &[std::sync::Arc<str>]| ids.iter().any(|id| sanctions.iter().any(|s| s.id == *id));
        let choices = program
            .clause
            .choices
            .enumerate()
            .filter(|(_, c)| {
                let branch =
                    c.branch.is_none() || leaves.iter().any(|l| l.scenarios.iter().any(|s| s.branch == c.branch));
                // A choice of which one group is left is no choice.
                branch && c.of.iter().filter(|group| present(group)).count() > 1
            })
            .map(|(id, _)| id)
            .gather();
        let (tiers, positions) = (tiers(program, leaves), positions(leaves));
        targets.push(TargetOutcome { target, tiers, maybe_no_tier, positions, sanctions, choices });
    }
    targets
}

fn positions(leaves: &[Leaf]) -> Vec<PositionId> {
    let mut positions: Vec<PositionId> =
        leaves.iter().flat_map(|l| l.scenarios.iter()).filter_map(|s| s.position).gather();
    positions.sort_unstable();
    positions.dedup();
    positions
}

fn tiers(program: &Program, leaves: &[Leaf]) -> Vec<TierId> {
    let rows = program.rows();
    let mut tiers: Vec<TierId> = leaves
        .iter()
        .flat_map(|l| l.scenarios.iter())
        .filter_map(|s| s.row.and_then(|r| rows.get(r)).and_then(|r| r.tier))
        .gather();
    tiers.sort_unstable();
    tiers.dedup();
    tiers
}

fn sanctions(program: &Program, leaves: &[Leaf], target: Target) -> Vec<SanctionOutcome> {
    let rows = program.rows();
    let of = |entry: &LeafEntry| program.clause.sanctions.get(entry.sanction).filter(|s| s.target == target);
    // An outcome has few sanctions, and each of them is large: room for just as many.
    let most = leaves.iter().map(|l| l.entries.iter().filter(|e| of(e).is_some()).count()).max().unwrap_or(0);
    let mut found: Vec<SanctionOutcome> = Vec::with_capacity(most);
    if most == 0 {
        return found;
    }
    let mut several = false;
    for leaf in leaves {
        for entry in &leaf.entries {
            let Some(sanction) = of(entry) else { continue };
            let scenario = leaf.scenarios.get(entry.scenario);
            let row = scenario.and_then(|s| s.row).and_then(|r| rows.get(r).map(|row| (r, row)));
            let way = Way {
                branch: scenario.and_then(|s| s.branch),
                tier: row.and_then(|(_, r)| r.tier),
                row: row.filter(|(_, r)| r.tier.is_none()).map(|(position, _)| position),
                position: scenario.and_then(|s| s.position),
            };
            let possibility = || Possibility { way, amount: entry.amount, statutory: entry.statutory };
            match found.iter_mut().find(|s| s.id == sanction.id) {
                Some(known) => {
                    several = true;
                    if !known.instances.contains(&entry.sanction) {
                        known.instances.push(entry.sanction);
                        known.instances.sort_unstable();
                    }
                    known.must = known.must && sanction.must;
                    add(&mut known.possible, possibility());
                }
                None => found.push(SanctionOutcome {
                    id: sanction.id.clone(),
                    kind: sanction.kind,
                    instances: vec![entry.sanction],
                    must: sanction.must,
                    certain: true,
                    amount: entry.amount,
                    statutory: entry.statutory,
                    possible: vec![possibility()],
                    authority: Vec::new(),
                }),
            }
        }
    }
    for sanction in &mut found {
        sanction.certain = leaves.iter().all(|leaf| {
            leaf.established == Truth::True
                && (0..leaf.scenarios.len())
                    .all(|s| leaf.entries.iter().any(|e| certainly(program, e, s, sanction, target)))
        });
        if several {
            (sanction.amount, sanction.statutory) = (None, None);
            for possibility in &sanction.possible {
                sanction.amount = Measure::join_all(sanction.amount, possibility.amount);
                sanction.statutory = Measure::join_all(sanction.statutory, possibility.statutory);
            }
            sanction.possible.sort_by_key(|p| p.way);
        }
        sanction.authority = authorities(program, leaves, &sanction.instances);
    }
    if found.len() > 1 {
        found.sort_by_key(|s| s.instances.first().copied());
    }
    found
}

fn certainly(
    program: &Program,
    entry: &LeafEntry,
    scenario: usize,
    sanction: &SanctionOutcome,
    target: Target,
) -> bool {
    entry.scenario == scenario
        && entry.holds == Truth::True
        && program.clause.sanctions.get(entry.sanction).is_some_and(|s| s.id == sanction.id && s.target == target)
}

/// Possibilities of one branch and tier are one, unless their statutory ranges do not touch: then a hull would hide
/// the hole between them.
fn add(possible: &mut Vec<Possibility>, new: Possibility) {
    let apart = |a: Option<Measure>, b: Option<Measure>| {
        let hull = |m: Option<Measure>| m.and_then(|m| m.range().map(Amount::hull));
        hull(a).zip(hull(b)).is_some_and(|(a, b)| !touch(a, b))
    };
    let known = possible
        .iter_mut()
        .find(|p| p.way == new.way && !apart(p.amount, new.amount) && !apart(p.statutory, new.statutory));
    match known {
        Some(known) => {
            known.amount = Measure::join_all(known.amount, new.amount);
            known.statutory = Measure::join_all(known.statutory, new.statutory);
        }
        None => possible.push(new),
    }
}

/// Whether there is no number between two ranges.
fn touch(a: Interval, b: Interval) -> bool {
    let meets = |x: Interval, y: Interval| {
        let (end, start) = (x.hi(), y.lo());
        end.value().is_some() && end.value() == start.value() && (end.is_inclusive() || start.is_inclusive())
    };
    a.intersect(b).is_some() || meets(a, b) || meets(b, a)
}

fn authorities(program: &Program, leaves: &[Leaf], instances: &[SanctionId]) -> Vec<std::sync::Arc<str>> {
    let mut found: Vec<std::sync::Arc<str>> = Vec::new();
    for (sanction, row) in leaves.iter().flat_map(|l| &l.authority).filter(|(s, _)| instances.contains(s)) {
        let texts = program.clause.sanctions.get(*sanction).and_then(|s| s.authority.as_ref());
        if let Some((_, text)) = texts.and_then(|t| t.rows.get(*row))
            && !found.contains(text)
        {
            found.push(text.clone());
        }
    }
    found
}

fn orders(leaves: &[Leaf]) -> Vec<OrderOutcome> {
    let mut found: Vec<OrderId> = leaves.iter().flat_map(|l| &l.orders).map(|(order, _)| *order).gather();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|order| OrderOutcome { order, certain: leaves.iter().all(|l| l.orders.contains(&(order, Truth::True))) })
        .gather()
}

fn reviews(leaves: &[Leaf]) -> Vec<ReviewPoint> {
    let mut merged: Vec<ReviewPoint> = Vec::new();
    for leaf in leaves {
        for point in &leaf.reviews {
            match merged.iter_mut().find(|p| p.same(point)) {
                Some(known) => known.take_in(point),
                None => {
                    let mut point = point.clone();
                    point.certain = point.certain && leaves.iter().all(|l| has(l, &point));
                    merged.push(point);
                }
            }
        }
    }
    merged
}

/// Whether a pass has a point, or nothing of which it could be said: without an amount no amount is outside.
fn has(leaf: &Leaf, point: &ReviewPoint) -> bool {
    let Rule::Sanction(sanction) = point.rule else { return leaf.reviews.iter().any(|p| p.same(point)) };
    let mut of = leaf.entries.iter().filter(|e| e.sanction == sanction).peekable();
    let incomputable = |e: &LeafEntry| matches!(e.statutory, Some(Measure::Incomputable(_)));
    let nothing = point.code != ReviewCode::NoValue && of.peek().is_some() && of.all(incomputable);
    nothing || leaf.reviews.iter().any(|p| p.same(point))
}

/// Where several possibilities were joined, that is a step too.
pub(super) fn join_steps(outcome: &mut Outcome) {
    for target in &outcome.targets {
        for (sanction, number) in target.sanctions.iter().zip(0usize..) {
            let of = sanction.possible.len();
            if of > 1 && sanction.amount.is_some() {
                outcome.trace.steps.push(Step::Join { target: target.target, sanction: number, of });
            }
        }
    }
}
