//! Which branches of the clause and which rows of the benchmark hold, or may hold.

use super::env::Env;
use super::few::Few;
use super::overlap::{condition, overlaps};
use crate::expr::{Cond, EvalError, Id, Table, can_all_fail, can_be};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{ReviewPoint, Rule, Step};
use crate::ruleset::{Benchmark, BranchId, EffectId, PositionId, Row, RowId};
use crate::value::Truth;
use crate::vocabulary::{Hit, ReviewCode};

/// A branch and a row that may apply together, and a position inside the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scenario {
    pub(super) branch: Option<BranchId>,
    pub(super) row: Option<RowId>,
    pub(super) position: Option<PositionId>,
    /// The row of an effect that asks for a tier beyond the last.
    pub(super) beyond: Option<EffectId>,
}

/// Whether each entry of a table holds.
type Truths<I> = Table<I, Truth>;

/// What may apply; `None` stands for none of them.
type Choices<I> = Few<Option<I>>;

/// That none applies.
fn none<I>() -> Choices<I> {
    Few::One([None])
}

/// All ways the offence may be sanctioned; one, when everything that matters is known.
pub(super) fn scenarios(
    program: &Program,
    env: &mut Env<'_>,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Few<Scenario>, EvalError> {
    // Few benchmarks have more rows than these: their truth needs no memory of its own.
    let (mut few, mut many) = ([Truth::False; 16], Vec::new());
    let count = program.rows().len();
    let holds = match few.get_mut(..count) {
        Some(few) => few,
        None => {
            many.resize(count, Truth::False);
            &mut many
        }
    };
    row_truths(program, env, holds)?;
    let branches = branches(program, env, holds, reviews)?;
    let positions = positions(program, env, reviews)?;
    let mut found = Few::NONE;
    let only = branches.len() == 1;
    for branch in branches.iter().copied() {
        let before = reviews.len();
        let rows = match &program.benchmark {
            Some(benchmark) => rows(program, env, benchmark, holds, branch, reviews),
            None => none(),
        };
        // What is found about a branch that only may hold is itself only possible.
        for point in reviews.iter_mut().skip(before) {
            point.certain = point.certain && only;
        }
        for row in rows.iter().copied() {
            for position in positions.iter().copied() {
                found.push(Scenario { branch, row, position, beyond: None });
            }
        }
    }
    let Some(under) = env.under else { return Ok(found) };
    let mut next = Few::NONE;
    for scenario in found.iter() {
        for scenario in super::change::next_tier(program, env, under, *scenario, reviews)? {
            next.push(scenario);
        }
    }
    Ok(next)
}

fn row_truths(program: &Program, env: &mut Env<'_>, holds: &mut [Truth]) -> Result<(), EvalError> {
    let rows = program.rows();
    for (row, slot) in rows.iter().zip(&mut *holds) {
        *slot = env.holds(&row.when)?;
    }
    // `otherwise`: all other cases, those that no other row of the branch has.
    let others = |at: RowId, holds: &[Truth]| {
        let branch = rows.get(at).and_then(|r| r.branch.as_ref());
        let mine = rows.iter().zip(holds).filter(|(r, _)| !r.is_otherwise() && r.branch.as_ref() == branch);
        mine.fold(Truth::False, |any, (_, truth)| any.or(*truth))
    };
    for (at, row) in rows.enumerate() {
        if row.is_otherwise() {
            let rest = others(at, holds).not();
            if let Some(slot) = holds.get_mut(at.position()) {
                *slot = rest;
            }
        }
    }
    Ok(())
}

/// The branches that hold or may hold; `None` stands for a clause without branches, or for none of them.
fn branches(
    program: &Program,
    env: &mut Env<'_>,
    rows: &[Truth],
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Choices<BranchId>, EvalError> {
    let branches = &program.clause.branches;
    if branches.is_empty() {
        return Ok(none());
    }
    let mut truths = Truths::default();
    for (id, branch) in branches.enumerate() {
        let truth = match &branch.when {
            Some(when) => env.holds(when)?,
            None => by_rows(program, rows, id, reviews),
        };
        truths.push(truth);
    }
    // Branches that stand instead of another only divide it: what held before is covered after.
    let own = branches.iter().zip(&truths).filter(|(b, _)| b.instead_of.is_none());
    let covered = own.fold(Truth::False, |any, (_, truth)| any.or(*truth)) == Truth::True;
    // A branch that stands instead of another takes over as much of it as its own condition holds.
    // Several that take over the same branch are told by what each says, not by their order.
    let said = truths.clone();
    for (id, branch) in branches.enumerate() {
        let Some(other) = branch.instead_of else { continue };
        let (own, its) = (truth_at(&said, id), truth_at(&said, other));
        if let Some(slot) = truths.get_mut(id) {
            *slot = own.and(its);
        }
        if let Some(slot) = truths.get_mut(other) {
            *slot = slot.and(own.not());
        }
    }
    for (branch, truth) in truths.enumerate() {
        let holds = *truth;
        env.step(|| Step::Branch { branch, holds });
    }
    let certain = truths.iter().any(|truth| *truth == Truth::True);
    overlaps(
        env,
        numbered(&truths),
        |branch| when(program, branch),
        |first, second, certain| {
            reviews.push(overlap(ReviewCode::BranchesOverlap, [first, second].map(Rule::Branch), certain));
        },
    );
    let mut possible = choices(&truths);
    if possible.is_empty() {
        reviews.push(ReviewPoint::new(ReviewCode::NoBranch, Rule::Offence));
        possible.push(None);
    } else if !certain && !covered && may_lack_branch(program, env) {
        let mut point = ReviewPoint::new(ReviewCode::NoBranch, Rule::Offence);
        point.certain = false;
        reviews.push(point);
        possible.push(None);
    }
    Ok(possible)
}

/// When a branch holds, in full: what it stands instead of, and what stands instead of it.
fn when(program: &Program, branch: BranchId) -> Cond {
    let branches = &program.clause.branches;
    let mut all = vec![own(program, branch)];
    all.extend(branches.get(branch).and_then(|b| b.instead_of).map(|other| own(program, other)));
    let others = branches.enumerate().filter(|(_, b)| b.instead_of == Some(branch));
    all.extend(others.map(|(other, _)| Cond::Not(Box::new(own(program, other)))));
    Cond::All(all)
}

/// What a branch says of itself, or the rows that name it.
fn own(program: &Program, branch: BranchId) -> Cond {
    match program.clause.branches.get(branch) {
        Some(crate::ruleset::Branch { when: Some(when), .. }) => when.clone(),
        Some(branch) => {
            let rows = program.rows();
            let naming = rows.enumerate().filter(|(_, row)| row.branch.as_ref() == Some(&branch.id));
            Cond::Any(naming.map(|(at, _)| condition(rows, at)).gather())
        }
        None => Cond::Const(false),
    }
}

/// What holds or may hold.
fn choices<I: Id>(truths: &Truths<I>) -> Choices<I> {
    let mut possible = Choices::NONE;
    numbered(truths).filter(|(_, truth)| *truth != Truth::False).for_each(|(at, _)| possible.push(Some(at)));
    possible
}

fn numbered<I: Id>(truths: &Truths<I>) -> impl Iterator<Item = (I, Truth)> + Clone {
    truths.ids().zip(truths.iter().copied())
}

/// That two hold at once.
fn overlap(code: ReviewCode, [first, second]: [Rule; 2], certain: bool) -> ReviewPoint {
    let mut point = ReviewPoint::new(code, second);
    (point.with, point.certain) = (Some(first), certain);
    point
}

fn truth_at<I: Id>(truths: &Truths<I>, id: I) -> Truth {
    truths.get(id).copied().unwrap_or(Truth::False)
}

/// Whether in some completion no branch holds. A branch that stands instead of another only divides it.
fn may_lack_branch(program: &Program, env: &Env<'_>) -> bool {
    if by_rows_alone(program) {
        return false;
    }
    let own_conditions = program.clause.branches.enumerate().filter(|(_, b)| b.instead_of.is_none());
    let own_conditions: Vec<Cond> = own_conditions.map(|(at, _)| own(program, at)).gather();
    can_all_fail(env, &own_conditions)
}

/// Whether the rows alone choose: every row names a branch, or one branch is named by none and left to the law.
fn by_rows_alone(program: &Program) -> bool {
    let branches = &program.clause.branches;
    let rows = program.rows();
    let unnamed = |id: &std::sync::Arc<str>| rows.iter().all(|r| r.branch.as_ref() != Some(id));
    branches.iter().any(|b| b.when.is_none() && unnamed(&b.id))
        || (branches.iter().all(|b| b.when.is_none()) && rows.iter().all(|r| r.branch.is_some()))
}

/// A branch without condition holds when a row that names it does; if no row names it, the law leaves it open.
fn by_rows(program: &Program, rows: &[Truth], branch: BranchId, reviews: &mut Vec<ReviewPoint>) -> Truth {
    let name = program.clause.branches.get(branch).map(|b| &b.id);
    let all = program.rows();
    let naming: Vec<Truth> =
        all.iter().zip(rows).filter(|(row, _)| row.branch.as_ref() == name).map(|(_, t)| *t).gather();
    if naming.is_empty() {
        let mut point = ReviewPoint::new(ReviewCode::BranchOpen, Rule::Branch(branch));
        point.certain = true;
        reviews.push(point);
        return Truth::Unknown;
    }
    let any = naming.iter().fold(Truth::False, |any, t| any.or(*t));
    // Where perhaps no tier holds at all, nothing says which branch applies: each remains possible.
    let none_at_all =
        rows.iter().all(|t| *t != Truth::True) && program.clause.branches.iter().all(|b| b.when.is_none());
    if none_at_all && any == Truth::False { Truth::Unknown } else { any }
}

/// The rows that apply in a branch, by the hit policy; `None`: no row.
fn rows(
    program: &Program,
    env: &mut Env<'_>,
    benchmark: &Benchmark,
    holds: &[Truth],
    branch: Option<BranchId>,
    reviews: &mut Vec<ReviewPoint>,
) -> Choices<RowId> {
    if benchmark.rows.is_empty() {
        return none();
    }
    let name = branch.and_then(|b| program.clause.branches.get(b)).map(|b| &b.id);
    let mine = |from: usize, to: usize| {
        let rows = benchmark.rows.enumerate().zip(holds).take(to).skip(from);
        rows.filter(|((_, row), _)| row.branch.is_none() || row.branch.as_ref() == name)
            .map(|((id, row), truth)| Candidate { id, row, holds: *truth })
            .filter(|c| c.holds != Truth::False)
    };
    let all = benchmark.rows.len();
    let mut chosen = Choices::NONE;
    let tiers = || mine(benchmark.overrides, all);
    let mut settled = match benchmark.hit {
        Hit::First => first(mine(0, all), &mut chosen),
        _ if first(mine(0, benchmark.overrides), &mut chosen) => true,
        Hit::Unique => unique(env, benchmark, tiers(), &mut chosen, reviews),
        Hit::Heaviest => heaviest(env, benchmark, tiers(), &mut chosen, reviews),
    };
    if env.record {
        for Candidate { id: row, holds, .. } in mine(0, all) {
            let yields = !chosen.contains(&Some(row));
            env.step(|| Step::Row { row, holds, yields });
        }
    }
    // A benchmark that only has overrides beside a score names no tier that could be missed.
    let has_tiers = benchmark.rows.len() > benchmark.overrides;
    if !settled && has_tiers && !chosen.is_empty() {
        let open: Vec<Cond> = mine(0, all).map(|row| condition(&benchmark.rows, row.id)).gather();
        let branch = branch.map(|branch| when(program, branch));
        settled = !can_be(env, branch.iter().map(|c| (c, true)).chain(open.iter().map(|c| (c, false))));
    }
    if !settled && !has_tiers {
        chosen.push(None);
    } else if !settled {
        let certain = chosen.is_empty();
        let holds = if certain { Truth::True } else { Truth::Unknown };
        env.step(|| Step::NoRow { holds });
        let mut point = ReviewPoint::new(ReviewCode::NoTier, Rule::Offence);
        point.certain = certain;
        point.with = branch.map(Rule::Branch);
        point.basis = benchmark.basis.clone();
        reviews.push(point);
        chosen.push(None);
    }
    chosen
}

/// A row that holds or may hold.
struct Candidate<'p> {
    id: RowId,
    row: &'p Row,
    holds: Truth,
}

/// In order; whether one surely holds.
fn first<'p>(rows: impl Iterator<Item = Candidate<'p>>, chosen: &mut Choices<RowId>) -> bool {
    for row in rows {
        chosen.push(Some(row.id));
        if row.holds == Truth::True {
            return true;
        }
    }
    false
}

fn unique<'p>(
    env: &Env<'_>,
    benchmark: &Benchmark,
    rows: impl Iterator<Item = Candidate<'p>>,
    chosen: &mut Choices<RowId>,
    reviews: &mut Vec<ReviewPoint>,
) -> bool {
    let rows: Vec<Candidate<'p>> = rows.gather();
    rows.iter().for_each(|row| chosen.push(Some(row.id)));
    tiers_overlap(env, benchmark, rows.iter(), reviews);
    rows.iter().any(|row| row.holds == Truth::True)
}

/// Rows that give the same are one: that two of them hold is no overlap.
fn tiers_overlap<'c, 'p: 'c>(
    env: &Env<'_>,
    benchmark: &Benchmark,
    rows: impl Iterator<Item = &'c Candidate<'p>> + Clone,
    reviews: &mut Vec<ReviewPoint>,
) {
    if rows.clone().nth(1).is_none() {
        return;
    }
    let mut apart: Vec<(&Candidate<'p>, Truth)> = Vec::new();
    for row in rows.clone() {
        match apart.iter_mut().find(|(known, _)| known.row.gives_the_same(row.row)) {
            Some((_, holds)) => *holds = holds.or(row.holds),
            None => apart.push((row, row.holds)),
        }
    }
    let any = |id: RowId| {
        let like = |c: &&Candidate<'p>| {
            let known = benchmark.rows.get(id);
            c.id == id || known.is_some_and(|known| known.gives_the_same(c.row))
        };
        Cond::Any(rows.clone().filter(like).map(|c| condition(&benchmark.rows, c.id)).gather())
    };
    let truths = apart.iter().map(|(row, holds)| (row.id, *holds));
    overlaps(env, truths, any, |first, second, certain| {
        reviews.push(overlap(ReviewCode::TiersOverlap, [first, second].map(Rule::Row), certain));
    });
}

/// From the heaviest tier down to the first that surely holds. Rows of one tier that hold at once are surfaced.
fn heaviest<'p>(
    env: &Env<'_>,
    benchmark: &Benchmark,
    rows: impl Iterator<Item = Candidate<'p>>,
    chosen: &mut Choices<RowId>,
    reviews: &mut Vec<ReviewPoint>,
) -> bool {
    let mut order: Vec<Candidate<'p>> = rows.gather();
    order.sort_by_key(|c| (std::cmp::Reverse(c.row.tier), c.id));
    for tier in order.chunk_by(|a, b| a.row.tier == b.row.tier) {
        tier.iter().for_each(|row| chosen.push(Some(row.id)));
        tiers_overlap(env, benchmark, tier.iter(), reviews);
        if tier.iter().any(|row| row.holds == Truth::True) {
            return true;
        }
    }
    false
}

/// The positions an officer's finding selects; `None`: none.
fn positions(
    program: &Program,
    env: &mut Env<'_>,
    reviews: &mut Vec<ReviewPoint>,
) -> Result<Choices<PositionId>, EvalError> {
    let Some(benchmark) = program.benchmark.as_ref().filter(|b| !b.positions.is_empty()) else { return Ok(none()) };
    let mut truths = Truths::default();
    for position in &benchmark.positions {
        truths.push(env.holds(&position.when)?);
    }
    let when = |at: PositionId| benchmark.positions.get(at).map_or(Cond::Const(false), |p| p.when.clone());
    overlaps(env, numbered(&truths), when, |first, second, certain| {
        reviews.push(overlap(ReviewCode::PositionsOverlap, [first, second].map(Rule::Position), certain));
    });
    let mut possible = choices(&truths);
    if !truths.iter().any(|truth| *truth == Truth::True) {
        possible.push(None);
    }
    Ok(possible)
}
