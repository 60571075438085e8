//! Two of several rows, branches or levels that hold at once, or that some completion of the facts has at once.

use super::env::Env;
use crate::expr::{AtomId, Cond, Expr, Id, Known, LevelSet, Num, Table, Test, Val, can_hold};
use crate::gather::Gather as _;
use crate::link::{is_whole, whole};
use crate::ruleset::{Row, RowId};
use crate::value::{Interval, Truth};

/// Says of every two that may be the first two to hold, in this order, whether they surely are.
///
/// `of` is the condition of one of them, in full: it is asked for only where something is open.
pub(super) fn overlaps<I: Copy>(
    env: &Env<'_>,
    truths: impl Iterator<Item = (I, Truth)> + Clone,
    of: impl Fn(I) -> Cond,
    mut found: impl FnMut(I, I, bool),
) {
    let there = truths.filter(|(_, truth)| *truth != Truth::False);
    if there.clone().all(|(_, truth)| truth == Truth::True) {
        let mut sure = there.map(|(position, _)| position);
        if let (Some(first), Some(second)) = (sure.next(), sure.next()) {
            found(first, second, true);
        }
        return;
    }
    if !env.surface {
        return;
    }
    let there: Vec<(I, Truth)> = there.gather();
    let conditions: Vec<Cond> = there.iter().map(|(position, _)| of(*position)).gather();
    let all: Vec<(I, Truth, &Cond)> = there.iter().zip(&conditions).map(|((p, t), c)| (*p, *t, c)).gather();
    let mut before: Vec<(I, Truth, &Cond)> = Vec::new();
    for (second, truth, condition) in all {
        let sure = before.iter().filter(|(_, truth, _)| *truth == Truth::True).count();
        for (first, other, with) in &before {
            // One that surely holds comes first, unless it is this one.
            if sure > usize::from(*other == Truth::True) {
                continue;
            }
            let certain = before.len() == 1 && truth == Truth::True && *other == Truth::True;
            if certain || can_hold(env, [*with, condition]) {
                found(*first, second, certain);
            }
        }
        before.push((second, truth, condition));
    }
}

/// When a row holds; `otherwise` when no other of its branch does.
pub(super) fn condition(rows: &Table<RowId, Row>, at: RowId) -> Cond {
    let Some(row) = rows.get(at) else { return Cond::Const(false) };
    if !row.is_otherwise() {
        return row.when.clone();
    }
    let others = rows.iter().filter(|r| !r.is_otherwise() && r.branch == row.branch);
    Cond::Not(Box::new(Cond::Any(others.map(|r| r.when.clone()).gather())))
}

impl Known for Env<'_> {
    fn holds(&self, id: AtomId) -> Truth {
        self.trace.atoms.get(id.position()).copied().flatten().unwrap_or(Truth::Unknown)
    }

    fn test_of(&self, id: AtomId) -> Option<&Test> {
        self.linked.atoms.get(id).map(|atom| &atom.test)
    }

    fn numbers(&self, of: &Expr) -> Interval {
        match self.found(of) {
            Some(Val::Num(n)) => Num::interval(n),
            _ => Interval::ALL,
        }
    }

    fn reachable(&self, of: &Expr, range: Interval) -> Option<Interval> {
        if is_whole(of, &self.linked.facts, &self.linked.defines) { whole(range) } else { Some(range) }
    }

    fn levels(&self, of: &Expr) -> Option<LevelSet> {
        match self.found(of) {
            Some(Val::Levels(set)) => Some(set),
            _ => None,
        }
    }
}
