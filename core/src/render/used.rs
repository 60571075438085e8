//! Which definitions and factors the result rests on: the brief form tells no others.

use super::teller::Teller;
use crate::expr::{DefineId, Expr, FactorId, walk};
use crate::outcome::{Outcome, Step};
use crate::value::Truth;

/// Definitions and factors that what applied depends on.
#[derive(Default)]
pub(super) struct Used {
    pub(super) defines: Vec<DefineId>,
    pub(super) factors: Vec<FactorId>,
}

impl Teller<'_> {
    /// What some of the steps depend on.
    pub(super) fn used(&self, outcome: &Outcome, of: impl Fn(&Step) -> bool) -> Used {
        let mut used = Used::default();
        let mut open: Vec<Expr> = Vec::new();
        let mut visit = |e: &Expr| {
            if matches!(e, Expr::Define(_) | Expr::Factor(_)) {
                open.push(e.clone());
            }
        };
        let atoms = &self.program.linked.atoms;
        for step in outcome.trace.steps.iter().filter(|s| of(s)) {
            match step {
                Step::Row { row, yields: false, .. } => {
                    if let Some(row) = self.row(*row) {
                        walk::cond(&row.when, atoms, &mut visit);
                        for narrowing in &row.narrowings {
                            narrowing_exprs(narrowing, &mut |e| walk::expr(e, atoms, &mut visit));
                        }
                    }
                }
                Step::Branch { branch, holds: Truth::True } => {
                    if let Some(when) = self.program.clause.branches.get(*branch).and_then(|b| b.when.as_ref()) {
                        walk::cond(when, atoms, &mut visit);
                    }
                }
                Step::Statute { sanction, row, .. } => {
                    let found = self.program.clause.sanctions.get(*sanction);
                    let row = found.and_then(|s| row.and_then(|r| s.quantity.rows().get(r)));
                    if let Some(row) = row {
                        row.when.iter().for_each(|w| walk::cond(w, atoms, &mut visit));
                        walk::range(&row.range, atoms, &mut visit);
                        row.of.iter().chain(&row.floor_of_base).for_each(|e| walk::expr(e, atoms, &mut visit));
                    }
                    for e in found.into_iter().flat_map(|s| s.per.iter().chain(&s.cap).chain(&s.floor)) {
                        walk::expr(e, atoms, &mut visit);
                    }
                }
                Step::Narrow { row: None, .. } => {
                    for narrowing in self.program.benchmark.iter().flat_map(|b| &b.common) {
                        narrowing_exprs(narrowing, &mut |e| walk::expr(e, atoms, &mut visit));
                    }
                }
                Step::Score { .. } => {
                    let score = self.program.benchmark.as_ref().and_then(|b| b.score.as_ref());
                    score.iter().flat_map(|s| &s.weights).for_each(|w| visit(&w.factor));
                }
                Step::Position { position, .. } => {
                    if let Some(p) = self.program.benchmark.as_ref().and_then(|b| b.positions.get(*position)) {
                        walk::cond(&p.when, atoms, &mut visit);
                    }
                }
                _ => {}
            }
        }
        while let Some(next) = open.pop() {
            let mut visit = |e: &Expr| {
                if matches!(e, Expr::Define(_) | Expr::Factor(_)) {
                    open.push(e.clone());
                }
            };
            match next {
                Expr::Define(id) if !used.defines.contains(&id) => {
                    used.defines.push(id);
                    if let Some(define) = self.program.linked.defines.get(id) {
                        walk::expr(&define.body, atoms, &mut visit);
                    }
                }
                Expr::Factor(id) if !used.factors.contains(&id) => {
                    used.factors.push(id);
                    for level in self.program.linked.factors.get(id).into_iter().flat_map(|f| &f.conditions) {
                        walk::cond(&level.when, atoms, &mut visit);
                    }
                }
                _ => {}
            }
        }
        used
    }
}

fn narrowing_exprs(narrowing: &crate::ruleset::Narrowing, visit: &mut dyn FnMut(&Expr)) {
    use crate::ruleset::How;
    match &narrowing.how {
        How::Keep | How::Drop => {}
        How::Part { part: range, .. } | How::Range(range) => {
            [&range.lo, &range.hi].into_iter().flatten().for_each(&mut *visit);
        }
        How::Score { start, times } => {
            visit(start);
            visit(times);
        }
    }
    [&narrowing.cap, &narrowing.floor, &narrowing.default].into_iter().flatten().for_each(visit);
}
