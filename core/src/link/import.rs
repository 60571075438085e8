//! Copies what an offence needs out of its rulesets, with ids of its own: a dense table for each program.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::expr::walk::Rename;
use crate::expr::{Atom, AtomId, Cond, DefineId, Expr, FactId, FactorId, IdMap, Table, Test};
use crate::gather::Gather as _;
use crate::ruleset::{
    Benchmark, Change, Circumstance, Clause, Define, DutyRow, Effect, Extension, FactDecl, Factor, FactorLevel, How,
    Length, Narrowing, Order, Period, Position, Procedure, Quantity, QuantityRow, Row, Ruleset, Sanction, Score,
    Standard, Sum, Texts, TimeLimit, Weights,
};
use crate::value::Sorted;

/// The tables of a program while it is made.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) facts: Table<FactId, FactDecl>,
    pub(super) defines: Table<DefineId, Define>,
    pub(super) factors: Table<FactorId, Factor>,
    pub(super) atoms: Table<AtomId, Atom>,
    known_atoms: Sorted<Test, AtomId>,
    /// Facts and definitions that leave no value where they are 0.
    pub(super) zero: Vec<Expr>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Copies from one ruleset.
pub(super) struct Importer<'a> {
    tables: &'a mut Tables,
    from: &'a Ruleset,
    defines: IdMap<DefineId, DefineId>,
    factors: IdMap<FactorId, FactorId>,
}

impl<'a> Importer<'a> {
    pub(super) fn new(tables: &'a mut Tables, from: &'a Ruleset) -> Self {
        Self { tables, from, defines: IdMap::default(), factors: IdMap::default() }
    }

    fn maybe(&mut self, expr: Option<&Expr>) -> Option<Expr> {
        expr.map(|e| e.rename(self))
    }

    fn maybe_cond(&mut self, cond: Option<&Cond>) -> Option<Cond> {
        cond.map(|c| c.rename(self))
    }

    pub(super) fn cond(&mut self, cond: &Cond) -> Cond {
        cond.rename(self)
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Expr {
        expr.rename(self)
    }

    pub(super) fn length(&mut self, length: &Length) -> Length {
        Length { count: length.count.rename(self), ..length.clone() }
    }

    pub(super) fn period(&mut self, period: &Period) -> Period {
        Period {
            within: self.length(&period.within),
            extension: period.extension.as_ref().map(|e| Extension {
                within: self.length(&e.within),
                when: e.when.rename(self),
                basis: e.basis.clone(),
            }),
            excluded: period.excluded.as_ref().map(|l| self.length(l)),
            last_day: period.last_day.clone(),
        }
    }

    pub(super) fn conds(&mut self, conds: &[Cond]) -> Vec<Cond> {
        conds.iter().map(|c| c.rename(self)).gather()
    }

    pub(super) fn clause(&mut self, clause: &Clause) -> Clause {
        let mut copy = clause.clone();
        copy.orders =
            clause.orders.iter().map(|o| Order { when: self.maybe_cond(o.when.as_ref()), ..o.clone() }).gather();
        copy.sanctions = clause.sanctions.iter().map(|s| self.sanction(s)).gather();
        copy.circumstances.clear();
        for (branch, from) in copy.branches.iter_mut().zip(&clause.branches) {
            branch.when = self.maybe_cond(from.when.as_ref());
        }
        copy
    }

    fn sanction(&mut self, sanction: &Sanction) -> Sanction {
        let quantity = match &sanction.quantity {
            Quantity::None => Quantity::None,
            Quantity::Rows(rows) => Quantity::Rows(
                rows.iter()
                    .map(|r| QuantityRow {
                        when: self.maybe_cond(r.when.as_ref()),
                        range: r.range.rename(self),
                        of: self.maybe(r.of.as_ref()),
                        floor_of_base: self.maybe(r.floor_of_base.as_ref()),
                        ..r.clone()
                    })
                    .gather(),
            ),
        };
        let authority = sanction.authority.as_ref().map(|texts| Texts {
            rows: texts.rows.iter().map(|(when, text)| (when.rename(self), text.clone())).gather(),
        });
        Sanction {
            when: self.maybe_cond(sanction.when.as_ref()),
            authority,
            quantity,
            per: self.maybe(sanction.per.as_ref()),
            cap: self.maybe(sanction.cap.as_ref()),
            floor: self.maybe(sanction.floor.as_ref()),
            default: self.maybe(sanction.default.as_ref()),
            ..sanction.clone()
        }
    }

    pub(super) fn benchmark(&mut self, benchmark: &Benchmark) -> Benchmark {
        let rows = benchmark.rows.iter().map(|r| Row {
            when: r.when.rename(self),
            narrowings: self.narrowings(&r.narrowings),
            ..r.clone()
        });
        let rows = rows.gather();
        let positions = benchmark.positions.iter().map(|p| Position {
            when: p.when.rename(self),
            narrowings: self.narrowings(&p.narrowings),
            ..p.clone()
        });
        let positions = positions.gather();
        let score = benchmark.score.as_ref().map(|s| Score {
            weights: s.weights.iter().map(|w| Weights { factor: w.factor.rename(self), ..w.clone() }).gather(),
            cap: self.maybe(s.cap.as_ref()),
            basis: s.basis.clone(),
        });
        Benchmark { rows, common: self.narrowings(&benchmark.common), score, positions, ..benchmark.clone() }
    }

    pub(super) fn circumstance(&mut self, circumstance: &Circumstance) -> Circumstance {
        Circumstance { when: circumstance.when.rename(self), ..circumstance.clone() }
    }

    pub(super) fn effect(&mut self, effect: &Effect) -> Effect {
        let what = match &effect.what {
            Change::Narrow(narrowing) => Change::Narrow(Box::new(self.narrowing(narrowing))),
            Change::Tier { up, beyond: Some(narrowing) } => {
                Change::Tier { up: *up, beyond: Some(Box::new(self.narrowing(narrowing))) }
            }
            other => other.clone(),
        };
        Effect { when: self.maybe_cond(effect.when.as_ref()), what, ..effect.clone() }
    }

    pub(super) fn procedure(&mut self, procedure: &Procedure) -> Procedure {
        let standards = procedure.standards.iter().map(|s| Standard { when: s.when.rename(self), ..s.clone() });
        let standards = standards.gather();
        let duties = procedure.duties.iter().map(|row| DutyRow {
            when: self.maybe_cond(row.when.as_ref()),
            deadline: row.deadline.as_ref().map(|d| TimeLimit {
                period: self.period(&d.period),
                from: self.event(d.from.as_ref()),
                on: self.event(d.on.as_ref()),
                before: d.before,
            }),
            sum: row.sum.as_ref().map(|s| Sum {
                amount: s.amount.rename(self),
                per: self.maybe(s.per.as_ref()),
                cap: self.maybe(s.cap.as_ref()),
            }),
            ..row.clone()
        });
        let duties = duties.gather();
        Procedure { applies: self.maybe_cond(procedure.applies.as_ref()), standards, duties, ..procedure.clone() }
    }

    /// A day with its name as written.
    fn event(&mut self, of: Option<&(Expr, Arc<str>)>) -> Option<(Expr, Arc<str>)> {
        of.map(|(day, name)| (day.rename(self), name.clone()))
    }

    fn narrowings(&mut self, narrowings: &[Narrowing]) -> Vec<Narrowing> {
        narrowings.iter().map(|n| self.narrowing(n)).gather()
    }

    fn narrowing(&mut self, n: &Narrowing) -> Narrowing {
        Narrowing {
            how: match &n.how {
                How::Keep => How::Keep,
                How::Drop => How::Drop,
                How::Part { part, within } => How::Part { part: part.rename(self), within: *within },
                How::Range(range) => How::Range(range.rename(self)),
                How::Score { start, times } => How::Score { start: start.rename(self), times: times.rename(self) },
            },
            cap: self.maybe(n.cap.as_ref()),
            floor: self.maybe(n.floor.as_ref()),
            default: self.maybe(n.default.as_ref()),
            ..n.clone()
        }
    }
}

impl Rename for Importer<'_> {
    fn fact(&mut self, id: FactId) -> FactId {
        let declared = self.from.facts.at(id);
        let known = self.tables.facts.enumerate().find(|(_, f)| f.name == declared.name).map(|(id, f)| (id, f.clone()));
        let Some((known, first)) = known else { return self.tables.facts.push(declared.clone()) };
        if !first.same_as(declared) {
            let message = format!("the fact `{}` is declared differently in two of the rulesets", declared.name);
            let mut diagnostic = Diagnostic::error(Code::FactConflict, declared.span, message)
                .help("declare type, unit, `of`, `min` and `max` alike: a fact has one meaning in a case");
            diagnostic.source = self.from.source.shared_name();
            self.tables.problems.push(diagnostic);
        }
        known
    }

    fn define(&mut self, id: DefineId) -> DefineId {
        if let Some(known) = self.defines.get(id) {
            return known;
        }
        let from = self.from;
        let define = from.defines.at(id);
        let copy = Define { body: define.body.rename(self), ..define.clone() };
        let new = self.tables.defines.push(copy);
        self.defines.insert(id, new);
        new
    }

    fn factor(&mut self, id: FactorId) -> FactorId {
        if let Some(known) = self.factors.get(id) {
            return known;
        }
        let from = self.from;
        let factor = from.factors.at(id);
        let conditions =
            factor.conditions.iter().map(|l| FactorLevel { when: l.when.rename(self), text: l.text.clone() }).gather();
        let new = self.tables.factors.push(Factor { conditions, ..factor.clone() });
        self.factors.insert(id, new);
        new
    }

    fn atom(&mut self, id: AtomId) -> AtomId {
        let from = self.from;
        let atom = from.atoms.at(id);
        let test = atom.test.rename(self);
        if let Some(known) = self.tables.known_atoms.get(&test) {
            return *known;
        }
        let new = self.tables.atoms.push(Atom { test: test.clone(), span: atom.span, text: Arc::clone(&atom.text) });
        self.tables.known_atoms.insert(test, new);
        new
    }
}
