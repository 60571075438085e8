//! Review points about the whole of one pass: marks of the text, levels that were not found, and the same point from
//! several scenarios.

use super::env::Env;
use super::leaf::Leaf;
use crate::expr::{Context, FactId, Id};
use crate::link::Program;
use crate::outcome::{LevelHow, ReviewCode, ReviewPoint, Rule};
use crate::value::Truth;

/// Marks of the parts of the text that were used.
pub(super) fn marks(program: &Program, leaf: &mut Leaf) {
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
pub(super) fn findings(program: &Program, env: &Env<'_>, leaf: &mut Leaf) {
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
        let asked = env.unascertainable(id) == Truth::True;
        if asked && !lowest_read.contains(&id) {
            let mut point = ReviewPoint::new(ReviewCode::Unascertainable, Rule::Fact(id));
            point.basis = declared.lowest.as_ref().and_then(|l| l.basis.clone());
            leaf.reviews.push(point);
        }
    }
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
    let mut merged: Vec<ReviewPoint> = Vec::new();
    for point in std::mem::take(&mut leaf.reviews) {
        match merged.iter_mut().find(|p| p.same(&point)) {
            Some(known) => known.take_in(&point),
            None => merged.push(point),
        }
    }
    leaf.reviews = merged;
}
