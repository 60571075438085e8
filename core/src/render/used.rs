//! Which definitions and factors the result rests on: the brief form tells no others.

use super::teller::Teller;
use crate::expr::{Expr, walk};
use crate::outcome::{Outcome, Step};
use crate::ruleset::{Narrowing, QuantityRow, Reached};
use crate::value::Truth;

impl Teller<'_> {
    /// What some of the steps depend on.
    pub(super) fn used(&self, outcome: &Outcome, of: impl Fn(&Step) -> bool) -> Reached {
        self.program.linked.reached(&|visit| {
            outcome.trace.steps.iter().filter(|s| of(s)).for_each(|step| self.looks_at(step, visit));
        })
    }

    /// What a step looks at.
    fn looks_at(&self, step: &Step, visit: &mut dyn FnMut(&Expr)) {
        let atoms = &self.program.linked.atoms;
        let clause = &self.program.clause;
        let benchmark = self.program.benchmark.as_ref();
        match step {
            Step::Row { row, yields: false, .. } => {
                if let Some(row) = self.row(*row) {
                    walk::cond(&row.when, atoms, visit);
                    for expr in row.narrowings.iter().flat_map(Narrowing::exprs) {
                        walk::expr(expr, atoms, visit);
                    }
                }
            }
            Step::Branch { branch, holds: Truth::True } => {
                if let Some(when) = clause.branches.get(*branch).and_then(|b| b.when.as_ref()) {
                    walk::cond(when, atoms, visit);
                }
            }
            Step::Statute { sanction, row, .. } => {
                let found = clause.sanctions.get(*sanction);
                let row = found.and_then(|s| row.and_then(|r| s.quantity.rows().get(r)));
                if let Some(when) = row.and_then(|r| r.when.as_ref()) {
                    walk::cond(when, atoms, visit);
                }
                let limits = found.into_iter().flat_map(|s| s.per.iter().chain(&s.cap).chain(&s.floor));
                for expr in row.into_iter().flat_map(QuantityRow::exprs).chain(limits) {
                    walk::expr(expr, atoms, visit);
                }
            }
            Step::Narrow { row: None, .. } => {
                for expr in benchmark.iter().flat_map(|b| &b.common).flat_map(Narrowing::exprs) {
                    walk::expr(expr, atoms, visit);
                }
            }
            Step::Score { .. } => {
                let score = benchmark.and_then(|b| b.score.as_ref());
                score.iter().flat_map(|s| &s.weights).for_each(|w| visit(&w.factor));
            }
            Step::Position { position, .. } => {
                if let Some(p) = benchmark.and_then(|b| b.positions.get(*position)) {
                    walk::cond(&p.when, atoms, visit);
                }
            }
            _ => {}
        }
    }
}
