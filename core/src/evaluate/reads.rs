//! Which missing facts a result still depends on. What is known whatever they are does not depend on them: that is
//! the proof that a fact is irrelevant.

use super::env::Env;
use super::leaf::Leaf;
use crate::expr::{Cond, Context, EvalError, Expr, FactId, Id, Num, Special, Test, number, walk};
use crate::gather::Gather as _;
use crate::link::{Linked, Program};
use crate::outcome::Measure;
use crate::ruleset::Score;
use crate::value::Truth;

/// The missing facts that conditions and values still depend on, while they are collected.
pub(super) struct OpenReads<'e, 'p> {
    linked: &'p Linked,
    weights: Option<&'p Score>,
    env: &'e mut Env<'p>,
    found: Vec<bool>,
    /// Whether facts asked in vain count where their value is open: looked at all the same, they are no question.
    in_vain: bool,
}

/// Writes the missing facts that the result depends on into the leaf.
pub(super) fn open_facts<'p>(program: &'p Program, env: &mut Env<'p>, leaf: &mut Leaf) -> Result<(), EvalError> {
    if env.all_given() {
        return Ok(());
    }
    let record = std::mem::replace(&mut env.record, false);
    let mut open = OpenReads::new(&program.linked, program.weights(), env);
    open.leaf(program, leaf)?;
    leaf.open = open.facts();
    env.record = record;
    Ok(())
}

/// The missing facts that a condition is still open for, in the order of declaration.
pub(crate) fn open_in<'p>(program: &'p Program, env: &mut Env<'p>, cond: &Cond) -> Result<Vec<FactId>, EvalError> {
    let record = std::mem::replace(&mut env.record, false);
    let mut open = OpenReads::new(&program.linked, program.weights(), env);
    let read = open.cond(cond);
    let found = open.facts();
    env.record = record;
    read?;
    Ok(found.into_iter().filter(|id| env.is_missing(*id)).gather())
}

impl<'e, 'p> OpenReads<'e, 'p> {
    pub(super) fn new(linked: &'p Linked, weights: Option<&'p Score>, env: &'e mut Env<'p>) -> Self {
        Self { linked, weights, env, found: vec![false; linked.facts.len()], in_vain: false }
    }

    /// Counts facts asked in vain where their value is open.
    pub(super) fn in_vain(mut self) -> Self {
        self.in_vain = true;
        self
    }

    /// What was found, in the order of declaration.
    pub(super) fn facts(self) -> Vec<FactId> {
        let found = |id: &FactId| self.found.get(id.position()) == Some(&true);
        self.linked.facts.enumerate().map(|(id, _)| id).filter(found).gather()
    }

    fn leaf(&mut self, program: &Program, leaf: &Leaf) -> Result<(), EvalError> {
        // Whether there is a value at all.
        for failing in self.env.failing().to_vec() {
            self.exprs(&failing.divisor)?;
            failing.conditions.iter().try_for_each(|when| self.cond(when))?;
        }
        for element in &program.elements {
            self.cond(element)?;
        }
        // Rows that name a branch without condition choose it, whether or not they apply themselves.
        let chosen_by_rows = program.clause.branches.iter().filter(|b| b.when.is_none()).map(|b| &b.id);
        for id in chosen_by_rows {
            for row in program.rows().iter().filter(|r| r.branch.as_ref() == Some(id)) {
                self.cond(&row.when)?;
            }
        }
        if leaf.scenarios.len() > 1 {
            for branch in program.clause.branches.iter().filter_map(|b| b.when.as_ref()) {
                self.cond(branch)?;
            }
        }
        for order in program.clause.orders.iter().filter_map(|o| o.when.as_ref()) {
            self.cond(order)?;
        }
        let benchmark = program.benchmark.as_ref();
        for scenario in leaf.scenarios.iter() {
            if let Some(row) = scenario.row.and_then(|r| program.rows().get(r)) {
                self.cond(&row.when)?;
            }
            if let Some(position) = scenario.position.and_then(|p| program.positions().get(p)) {
                self.cond(&position.when)?;
            }
        }
        for entry in &leaf.entries {
            let Some(sanction) = program.clause.sanctions.get(entry.sanction) else { continue };
            sanction.conds().try_for_each(|when| self.cond(when))?;
            // The statutory range is part of the result, and with a base of 0 there is no amount at all.
            if [&entry.amount, &entry.statutory].into_iter().flatten().all(Measure::is_known) {
                continue;
            }
            for row in sanction.quantity.rows() {
                let holds = match &row.when {
                    Some(when) => self.env.holds(when)?,
                    None => Truth::True,
                };
                if holds != Truth::False {
                    self.exprs(row.exprs())?;
                }
            }
            self.exprs(sanction.exprs())?;
            let Some(scenario) = leaf.scenarios.get(entry.scenario) else { continue };
            let row = scenario.row.and_then(|r| program.rows().get(r));
            let position = scenario.position.and_then(|p| program.positions().get(p));
            let own = row.map(|r| r.narrowings.as_slice()).unwrap_or(&[]);
            let common = benchmark.map(|b| b.common.as_slice()).unwrap_or(&[]);
            let in_position = position.map(|p| p.narrowings.as_slice()).unwrap_or(&[]);
            for narrowing in own.iter().chain(common).chain(in_position).filter(|n| n.sanction == sanction.id) {
                self.exprs(narrowing.exprs())?;
            }
        }
        Ok(())
    }

    fn exprs<'x>(&mut self, exprs: impl IntoIterator<Item = &'x Expr>) -> Result<(), EvalError> {
        exprs.into_iter().try_for_each(|e| self.expr(e))
    }

    pub(super) fn cond(&mut self, cond: &Cond) -> Result<(), EvalError> {
        if !matches!(cond, Cond::Local(_)) && self.env.holds(cond)? != Truth::Unknown {
            return Ok(());
        }
        match cond {
            Cond::Const(_) => Ok(()),
            Cond::All(parts) | Cond::Any(parts) => parts.iter().try_for_each(|p| self.cond(p)),
            Cond::Not(inner) => self.cond(inner),
            Cond::Atom(id) => {
                let linked = self.linked;
                self.test(&linked.atoms.at(*id).test)
            }
            Cond::Local(test) => self.test(test),
        }
    }

    fn test(&mut self, test: &Test) -> Result<(), EvalError> {
        let mut parts = Vec::new();
        walk::test(test, &self.linked.atoms, &mut |e: &Expr| {
            if is_leaf(e) {
                parts.push(e.clone());
            }
        });
        // 无法查明(x) of a missing fact is open although its value may be known within bounds.
        if let Test::Unascertainable(fact) = test {
            self.mark(*fact);
        }
        self.exprs(&parts)
    }

    pub(super) fn mark(&mut self, fact: FactId) {
        let asked = self.env.unascertainable(fact) == Truth::True;
        if (!asked || self.in_vain && !self.env.is_known(fact))
            && let Some(slot) = self.found.get_mut(fact.position())
        {
            *slot = true;
        }
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Result<(), EvalError> {
        let linked = self.linked;
        match expr {
            Expr::Fact(id) => {
                if !self.env.is_known(*id) {
                    self.mark(*id);
                }
                Ok(())
            }
            Expr::Define(id) => {
                if self.env.define(*id)?.is_known() {
                    return Ok(());
                }
                self.expr(&linked.defines.at(*id).body)
            }
            Expr::Factor(id) => {
                if self.env.factor(*id)?.single().is_some() {
                    return Ok(());
                }
                linked.factors.at(*id).conditions.iter().try_for_each(|l| self.cond(&l.when))
            }
            Expr::Special(Special::Score) => {
                for weight in self.weights.map(|s| s.weights.as_slice()).unwrap_or(&[]) {
                    if matches!(number(&Expr::Weight(Box::new(weight.factor.clone())), None, self.env)?, Num::Range(_))
                    {
                        self.expr(&weight.factor)?;
                    }
                }
                Ok(())
            }
            Expr::Rows(rows) => {
                for (when, is) in rows {
                    let holds = self.env.holds(when)?;
                    self.cond(when)?;
                    if holds != Truth::False {
                        self.expr(is)?;
                    }
                    if holds == Truth::True {
                        break;
                    }
                }
                Ok(())
            }
            other => {
                let mut parts = Vec::new();
                walk::expr(other, &linked.atoms, &mut |e: &Expr| {
                    if is_leaf(e) {
                        parts.push(e.clone());
                    }
                });
                self.exprs(&parts)
            }
        }
    }
}

fn is_leaf(expr: &Expr) -> bool {
    matches!(expr, Expr::Fact(_) | Expr::Define(_) | Expr::Factor(_) | Expr::Special(Special::Score))
}
