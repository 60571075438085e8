//! Whether a possibility of the outcome is exact, or the join of several that a missing fact would tell apart.
//!
//! An outcome keeps one amount for each branch, tier and position. Where a missing fact changes that amount, it holds
//! every completion and some numbers besides: to lie in it proves nothing, to lie outside proves a deviation.

use crate::expr::{Expr, FactId, Id, Special, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Outcome, Way};
use crate::ruleset::{EffectId, Narrowing, Row, RowId, Sanction, SanctionId};

/// The facts a result still depends on.
pub(super) struct OpenFacts<'a> {
    program: &'a Program,
    facts: &'a Facts,
    open: Vec<FactId>,
}

impl<'a> OpenFacts<'a> {
    pub(super) fn new(program: &'a Program, facts: &'a Facts, outcome: &Outcome) -> Self {
        let in_vain = |id: &FactId| {
            matches!(facts.get(*id), Fact::Unascertainable)
                && program.linked.facts.get(*id).is_some_and(|f| f.lowest.is_none())
        };
        let asked = program.linked.facts.enumerate().map(|(id, _)| id).filter(in_vain);
        Self { program, facts, open: outcome.needed.iter().copied().chain(asked).gather() }
    }

    /// Whether the sanctions of the clause that go by this id have one amount in this branch, tier and position.
    pub(super) fn settled(&self, instances: &[SanctionId], way: Way) -> bool {
        if self.open.is_empty() {
            return true;
        }
        let mut found = false;
        let visit = &mut |expr: &Expr| found = found || self.reads(expr);
        for sanction in self.there(instances, way) {
            self.quantity(sanction, visit);
            self.narrowings(sanction, way, visit);
        }
        if self.rows_share(way) {
            self.rows(visit);
        }
        !found
    }

    /// Whether a sanction surely exists in this branch, tier and position.
    pub(super) fn exists(&self, instances: &[SanctionId], way: Way) -> bool {
        if self.open.is_empty() {
            return true;
        }
        let mut found = false;
        let visit = &mut |expr: &Expr| found = found || self.reads(expr);
        let atoms = &self.program.linked.atoms;
        for when in self.there(instances, way).filter_map(|s| s.when.as_ref()) {
            walk::cond(when, atoms, visit);
        }
        if self.rows_share(way) {
            self.rows(visit);
        }
        !found
    }

    /// Whether rows of an effect come to one result: nothing in them is read from what is open. `counted` = how many
    /// circumstances there are is known.
    pub(super) fn effect_settled(&self, rows: &[EffectId], counted: bool) -> bool {
        let mut found = false;
        let counts = |expr: &Expr| matches!(expr, Expr::Special(s) if Special::COUNTS.contains(s));
        let visit = &mut |expr: &Expr| found = found || self.reads(expr) || (!counted && counts(expr));
        let atoms = &self.program.linked.atoms;
        for row in rows.iter().filter_map(|row| self.program.effects.get(*row)) {
            if let Some(when) = &row.when {
                walk::cond(when, atoms, visit);
            }
            row.what.narrowing().into_iter().flat_map(Narrowing::exprs).for_each(|expr| walk::expr(expr, atoms, visit));
        }
        !found
    }

    fn there(&self, instances: &[SanctionId], way: Way) -> impl Iterator<Item = &'a Sanction> {
        let sanctions = instances.iter().filter_map(|i| self.program.clause.sanctions.get(*i));
        sanctions.filter(move |s| s.branch.is_none() || s.branch == way.branch).gather::<Vec<_>>().into_iter()
    }

    /// Whether several rows of the benchmark come to this tier, so that the tier does not say which of them it was.
    fn rows_share(&self, way: Way) -> bool {
        let rows = self.program.rows();
        rows.iter().filter(|r| way.tier.is_some() && r.tier == way.tier).count() > 1
    }

    fn rows(&self, visit: &mut dyn FnMut(&Expr)) {
        for row in self.program.rows().iter() {
            walk::cond(&row.when, &self.program.linked.atoms, visit);
        }
    }

    fn quantity(&self, sanction: &Sanction, visit: &mut dyn FnMut(&Expr)) {
        let atoms = &self.program.linked.atoms;
        for row in sanction.quantity.rows() {
            if let Some(when) = &row.when {
                walk::cond(when, atoms, visit);
            }
            row.exprs().for_each(|expr| walk::expr(expr, atoms, visit));
        }
        sanction.exprs().for_each(|expr| walk::expr(expr, atoms, visit));
    }

    fn narrowings(&self, sanction: &Sanction, way: Way, visit: &mut dyn FnMut(&Expr)) {
        let Some(benchmark) = &self.program.benchmark else { return };
        let of = |(at, row): &(RowId, &Row)| way.is_row(*at, row.tier);
        let of_rows = benchmark.rows.enumerate().filter(of).flat_map(|(_, r)| &r.narrowings);
        let position = way.position.and_then(|p| benchmark.positions.get(p));
        let of_position = position.into_iter().flat_map(|p| &p.narrowings);
        for narrowing in of_rows.chain(&benchmark.common).chain(of_position).filter(|n| n.sanction == sanction.id) {
            narrowing.exprs().for_each(|expr| walk::expr(expr, &self.program.linked.atoms, visit));
        }
    }

    /// Whether a part of an expression is one of the open facts, or comes from one.
    fn reads(&self, expr: &Expr) -> bool {
        let any = |ids: Option<&Vec<FactId>>| ids.is_some_and(|ids| ids.iter().any(|id| self.open.contains(id)));
        match expr {
            Expr::Fact(id) => self.open.contains(id),
            Expr::Define(id) => any(self.program.linked.define_reads.get(id.position())),
            Expr::Factor(id) => {
                // What cannot be ascertained counts as the lowest level: that is one level.
                let lowest = self.program.linked.factors.get(*id).is_some_and(|f| f.lowest.is_some());
                let counts = |f: &FactId| !(lowest && matches!(self.facts.get(*f), Fact::Unascertainable));
                let reads = self.program.linked.factor_reads.get(id.position()).map(Vec::as_slice).unwrap_or(&[]);
                reads.iter().any(|f| counts(f) && self.open.contains(f))
            }
            Expr::Special(Special::Score) => {
                let score = self.program.benchmark.as_ref().and_then(|b| b.score.as_ref());
                score.is_some_and(|s| s.weights.iter().map(|w| &w.factor).chain(&s.cap).any(|e| self.within(e)))
            }
            _ => false,
        }
    }

    fn within(&self, expr: &Expr) -> bool {
        let mut found = false;
        walk::expr(expr, &self.program.linked.atoms, &mut |part| {
            // A score has no score in it; looking again would never end.
            found = found || !matches!(part, Expr::Special(_)) && self.reads(part);
        });
        found
    }
}
