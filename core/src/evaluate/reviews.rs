//! Review points about the whole of one pass: marks of the text, levels that were not found, and the same point from
//! several scenarios.

use super::env::Env;
use super::leaf::{Leaf, LeafEntry};
use super::overlap::overlaps;
use super::select::Scenario;
use crate::expr::{Cond, Context, EvalError, Expr, FactId, FactorId, Id, LevelSet, Special, walk};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{ReviewPoint, Rule};
use crate::ruleset::{Branch, BranchId, Change, Narrowing, QuantityRow, Row, RowId, Sanction, SanctionId};
use crate::value::Truth;
use crate::vocabulary::{Hit, LevelHow, ReviewCode};

/// Marks of the parts of the text that were used.
pub(super) fn marks(program: &Program, leaf: &mut Leaf) {
    let mut mark = |rule| leaf.reviews.push(ReviewPoint::new(ReviewCode::Unverified, rule));
    for ((_, marks), number) in program.linked.marks.iter().zip(0usize..) {
        if marks.unverified.is_some() {
            mark(Rule::Mark(number));
        }
    }
    let several = leaf.scenarios.len() > 1;
    for scenario in leaf.scenarios.iter() {
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
        if let Some((row, r)) = scenario.row.and_then(|n| program.rows().get(n).map(|r| (n, r))) {
            let inner = r.narrowings.iter().any(|n| n.marks.unverified.is_some());
            of(Rule::Row(row), r.marks.unverified.is_some() || inner);
        }
        if let Some((position, p)) = scenario.position.and_then(|n| program.positions().get(n).map(|p| (n, p))) {
            of(Rule::Position(position), p.marks.unverified.is_some());
        }
    }
    let unverified = |s: SanctionId| program.clause.sanctions.get(s).is_some_and(|s| s.marks.unverified.is_some());
    let mut sanctions: Vec<SanctionId> = leaf.entries.iter().map(|e| e.sanction).filter(|s| unverified(*s)).gather();
    sanctions.dedup();
    for sanction in sanctions {
        let surely = |e: &LeafEntry, scenario| (e.scenario, e.sanction, e.holds) == (scenario, sanction, Truth::True);
        let everywhere = (0..leaf.scenarios.len()).all(|s| leaf.entries.iter().any(|e| surely(e, s)));
        let mut point = ReviewPoint::new(ReviewCode::Unverified, Rule::Sanction(sanction));
        point.certain = everywhere;
        leaf.reviews.push(point);
    }
}

/// What was found about factors: no level, several levels, not ascertainable.
pub(super) fn findings(program: &Program, env: &mut Env<'_>, leaf: &mut Leaf) -> Result<(), EvalError> {
    let seen: Vec<(FactorId, LevelSet, LevelHow)> = env.factors_seen().gather();
    let mut looked_at: Option<Vec<Vec<FactorId>>> = None;
    for (id, set, how) in seen.iter().copied() {
        let factor = program.linked.factors.at(id);
        let (none, several) = match how {
            LevelHow::NoLevel => (Some(true), None),
            LevelHow::Overlap => (None, Some(true)),
            LevelHow::Found => (set.has_none().then_some(false), together(env, id, set)?),
            LevelHow::Lowest | LevelHow::Heaviest => (None, None),
        };
        for (code, certain) in [(ReviewCode::NoLevel, none), (ReviewCode::LevelsOverlap, several)] {
            let Some(certain) = certain else { continue };
            let by_scenario = looked_at.get_or_insert_with(|| {
                leaf.scenarios.iter().map(|scenario| looked_at_in(program, env, *scenario)).gather()
            });
            // What the result does not look at needs no level: an override that decides comes before the matrix.
            let of = by_scenario.iter().filter(|factors| factors.contains(&id)).count();
            if of > 0 {
                let mut point = ReviewPoint::new(code, Rule::Factor(id));
                (point.certain, point.basis) = (certain && of == by_scenario.len(), factor.basis.clone());
                leaf.reviews.push(point);
            }
        }
        if how == LevelHow::Lowest {
            let mut point = ReviewPoint::new(ReviewCode::Unascertainable, Rule::Factor(id));
            point.basis = factor.lowest.as_ref().and_then(|l| l.basis.clone());
            leaf.reviews.push(point);
        }
    }
    if env.all_given() {
        return Ok(());
    }
    let lowest_read: Vec<FactId> = seen
        .iter()
        .filter(|(_, _, how)| *how == LevelHow::Lowest)
        .flat_map(|(id, _, _)| program.linked.factor_reads.get(id.position()).cloned().unwrap_or_default())
        .gather();
    for (id, declared) in program.linked.facts.enumerate() {
        let asked = env.unascertainable(id) == Truth::True;
        if asked && !lowest_read.contains(&id) {
            let mut point = ReviewPoint::new(ReviewCode::Unascertainable, Rule::Fact(id));
            point.basis = declared.lowest.as_ref().and_then(|l| l.basis.clone());
            leaf.reviews.push(point);
        }
    }
    Ok(())
}

/// Whether two levels of a factor may hold at once, where that is open.
fn together(env: &mut Env<'_>, id: FactorId, set: LevelSet) -> Result<Option<bool>, EvalError> {
    let linked = env.linked;
    let factor = linked.factors.at(id);
    if set.len() < 2 || factor.heaviest || linked.partitions.get(id.position()) == Some(&true) {
        return Ok(None);
    }
    let mut truths = Vec::with_capacity(factor.conditions.len());
    for level in &factor.conditions {
        truths.push(env.holds(&level.when)?);
    }
    let mut found = None;
    let of = |level: usize| factor.conditions.get(level).map_or(Cond::Const(false), |l| l.when.clone());
    overlaps(env, (0usize..).zip(truths.iter().copied()), of, |_, _, _| found = Some(false));
    Ok(found)
}

/// The factors that one way to sanction looks at: what is the same for all, the rows that come before its own, what
/// its own row says.
fn looked_at_in(program: &Program, env: &Env<'_>, scenario: Scenario) -> Vec<FactorId> {
    let (clause, atoms) = (&program.clause, &program.linked.atoms);
    let weights = env.weights.map(|s| s.weights.as_slice()).unwrap_or(&[]);
    let reached = program.linked.reached(&|visit| {
        let mut look = |expr: &Expr| {
            if matches!(expr, Expr::Special(Special::Score)) {
                weights.iter().for_each(|w| visit(&w.factor));
            }
            visit(expr);
        };
        let there = clause.sanctions.iter().filter(|s| s.branch.is_none() || s.branch == scenario.branch);
        let conds = program.elements.iter().chain(clause.orders.iter().filter_map(|o| o.when.as_ref()));
        let conds = conds.chain(clause.branches.iter().filter_map(|b| b.when.as_ref()));
        conds.chain(there.clone().flat_map(Sanction::conds)).for_each(|c| walk::cond(c, atoms, &mut look));
        let rows = there.clone().flat_map(|s| s.quantity.rows()).flat_map(QuantityRow::exprs);
        rows.chain(there.flat_map(Sanction::exprs)).for_each(|e| walk::expr(e, atoms, &mut look));
        if let Some(benchmark) = &program.benchmark {
            let decisive = decisive(program, env, scenario).filter_map(|row| program.rows().get(row));
            let whens = decisive.map(|r| &r.when).chain(benchmark.positions.iter().map(|p| &p.when));
            whens.for_each(|when| walk::cond(when, atoms, &mut look));
            let row = scenario.row.and_then(|r| benchmark.rows.get(r));
            let position = scenario.position.and_then(|p| benchmark.positions.get(p));
            let own =
                row.into_iter().flat_map(|r| &r.narrowings).chain(position.into_iter().flat_map(|p| &p.narrowings));
            let exprs = own.chain(&benchmark.common).flat_map(Narrowing::exprs);
            exprs.for_each(|e| walk::expr(e, atoms, &mut look));
        }
        let effects = env.under.into_iter().flat_map(|u| &u.rows).filter_map(|n| program.effects.get(*n));
        for effect in effects {
            effect.when.iter().for_each(|when| walk::cond(when, atoms, &mut look));
            if let Change::Narrow(narrowing) = &effect.what {
                narrowing.exprs().for_each(|e| walk::expr(e, atoms, &mut look));
            }
        }
    });
    reached.factors
}

/// The rows that decide that a row applies: those tried before it, and those that choose the branch.
fn decisive<'p>(program: &'p Program, env: &Env<'_>, scenario: Scenario) -> impl Iterator<Item = RowId> + 'p {
    let benchmark = program.benchmark.as_ref();
    let rows = program.rows();
    let overrides = benchmark.map_or(0, |b| b.overrides);
    let hit = benchmark.map(|b| b.hit);
    let branch = |at: Option<BranchId>| at.and_then(|b| program.clause.branches.get(b)).map(|b| &b.id);
    let own = branch(scenario.branch);
    // Under an effect the row may be the neighbour of the one that was chosen.
    let chosen = scenario.row.filter(|_| env.under.is_none()).and_then(|at| rows.get(at).map(|row| (at, row)));
    let decides = move |at: RowId, row: &Row| match chosen {
        Some((own, row)) if row.is_otherwise() => own.position() >= overrides || at <= own,
        Some((own, _)) if own.position() < overrides || hit == Some(Hit::First) => at <= own,
        Some((_, own)) if hit == Some(Hit::Heaviest) => at.position() < overrides || row.tier >= own.tier,
        _ => true,
    };
    let chooses = |row: &Row| {
        let named = |b: &&Branch| b.when.is_none() && row.branch.as_ref() == Some(&b.id);
        program.clause.branches.iter().any(|b| named(&b))
    };
    let mine = move |row: &Row| row.branch.is_none() || row.branch.as_ref() == own;
    rows.enumerate().filter(move |(at, row)| chooses(row) || (mine(row) && decides(*at, row))).map(|(at, _)| at)
}

/// What only some scenarios have is not certain.
pub(super) fn in_all(by_scenario: Vec<Vec<ReviewPoint>>) -> Vec<ReviewPoint> {
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
pub(super) fn merge(leaf: &mut Leaf) {
    if leaf.reviews.len() < 2 {
        return;
    }
    let mut merged: Vec<ReviewPoint> = Vec::new();
    for point in std::mem::take(&mut leaf.reviews) {
        match merged.iter_mut().find(|p| p.same(&point)) {
            Some(known) => known.take_in(&point),
            None => merged.push(point),
        }
    }
    leaf.reviews = merged;
}
