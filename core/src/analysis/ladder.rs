//! Every tier of a case, with the range it would give.

use crate::evaluate::outline;
use crate::expr::{Cond, EvalError, Expr, FactId, Id, RangeExpr, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::Outcome;
use crate::ruleset::{How, Narrowing};

/// The outcome while everything that only chooses the row of the benchmark is open: for each sanction what each tier
/// would give on these facts (`possible`).
///
/// Facts that the clause, the positions or an amount read stay as they are. A fact that is missing stays missing, so
/// the ranges are as wide as the case is open.
///
/// # Errors
/// As [`evaluate()`](crate::evaluate()).
pub fn ladder(program: &Program, facts: &Facts) -> Result<Outcome, EvalError> {
    let mut opened = facts.clone();
    for id in rows_only(program) {
        opened.set(id, Fact::Missing);
    }
    outline(program, &opened)
}

/// The facts that conditions of benchmark rows read and nothing else does.
fn rows_only(program: &Program) -> Vec<FactId> {
    let mut rows = Reads::new(program);
    let mut rest = Reads::new(program);
    for cond in &program.elements {
        rest.cond(cond);
    }
    let clause = &program.clause;
    clause.orders.iter().filter_map(|o| o.when.as_ref()).for_each(|c| rest.cond(c));
    clause.branches.iter().filter_map(|b| b.when.as_ref()).for_each(|c| rest.cond(c));
    for sanction in &clause.sanctions {
        sanction.when.iter().for_each(|c| rest.cond(c));
        for text in sanction.authority.iter().flat_map(|t| &t.rows) {
            rest.cond(&text.0);
        }
        for part in [&sanction.per, &sanction.cap, &sanction.floor, &sanction.default].into_iter().flatten() {
            rest.expr(part);
        }
        for row in sanction.quantity.rows() {
            row.when.iter().for_each(|c| rest.cond(c));
            rest.range(&row.range);
            [&row.of, &row.floor_of_base].into_iter().flatten().for_each(|e| rest.expr(e));
        }
    }
    let Some(benchmark) = &program.benchmark else { return Vec::new() };
    for row in &benchmark.rows {
        rows.cond(&row.when);
        row.narrowings.iter().for_each(|n| rest.narrowing(n));
    }
    benchmark.common.iter().for_each(|n| rest.narrowing(n));
    for position in &benchmark.positions {
        rest.cond(&position.when);
        position.narrowings.iter().for_each(|n| rest.narrowing(n));
    }
    if let Some(score) = &benchmark.score {
        score.weights.iter().for_each(|w| rest.expr(&w.factor));
        score.cap.iter().for_each(|e| rest.expr(e));
    }
    program.linked.facts.enumerate().map(|(id, _)| id).filter(|id| rows.has(*id) && !rest.has(*id)).gather()
}

/// The facts that something reads, through definitions and factors.
struct Reads<'p> {
    program: &'p Program,
    found: Vec<FactId>,
}

impl<'p> Reads<'p> {
    fn new(program: &'p Program) -> Self {
        Self { program, found: Vec::new() }
    }
    fn has(&self, id: FactId) -> bool {
        self.found.contains(&id)
    }
    fn note(&mut self, expr: &Expr) {
        let program = self.program;
        match expr {
            Expr::Fact(id) => self.found.push(*id),
            Expr::Define(id) => self.found.extend(program.linked.define_reads.get(id.position()).into_iter().flatten()),
            Expr::Factor(id) => self.found.extend(program.linked.factor_reads.get(id.position()).into_iter().flatten()),
            _ => {}
        }
    }
    fn cond(&mut self, cond: &Cond) {
        walk::cond(cond, &self.program.linked.atoms, &mut |e| self.note(e));
    }
    fn expr(&mut self, expr: &Expr) {
        walk::expr(expr, &self.program.linked.atoms, &mut |e| self.note(e));
    }
    fn range(&mut self, range: &RangeExpr) {
        walk::range(range, &self.program.linked.atoms, &mut |e| self.note(e));
    }
    fn narrowing(&mut self, narrowing: &Narrowing) {
        match &narrowing.how {
            How::Part { part: range, .. } | How::Range(range) => self.range(range),
            How::Score { start, times } => {
                self.expr(start);
                self.expr(times);
            }
            How::Keep | How::Drop => {}
        }
        for part in [&narrowing.cap, &narrowing.floor, &narrowing.default].into_iter().flatten() {
            self.expr(part);
        }
    }
}
