//! Whether exactly one level of a factor holds whatever the one fact it reads is, so that a missing fact never invents
//! "no level".

use super::cells::Cells;
use crate::expr::{
    Atom, AtomId, Context, DefineId, EvalError, Expr, FactId, FactorId, Id, LevelSet, Num, Special, Table, Val, cond,
    test, value,
};
use crate::ruleset::{Define, Factor};
use crate::value::{Interval, Truth};

/// The tables of a program, and one fact with a value.
struct OneFact<'t> {
    defines: &'t Table<DefineId, Define>,
    atoms: &'t Table<AtomId, Atom>,
    fact: FactId,
    value: Val,
    /// The definition looked at last.
    define: Val,
}

/// Tries every value of the fact that makes a difference.
pub(super) fn is_partition(
    factor: &Factor,
    reads: &[FactId],
    cells: &[Cells],
    defines: &Table<DefineId, Define>,
    atoms: &Table<AtomId, Atom>,
) -> bool {
    let [fact] = reads else { return false };
    let Some(cells) = cells.get(fact.position()) else { return false };
    cells.len() > 1
        && cells.iter().all(|cell| {
            let mut one = OneFact { defines, atoms, fact: *fact, value: cell.value.clone(), define: Val::Text(None) };
            let holding = factor.conditions.iter().try_fold(0u32, |n, level| match cond(&level.when, None, &mut one) {
                Ok(Truth::True) => n.checked_add(1),
                Ok(Truth::False) => Some(n),
                _ => None,
            });
            holding == Some(1)
        })
}

impl Context for OneFact<'_> {
    fn fact(&self, id: FactId) -> &Val {
        const UNKNOWN: &Val = &Val::Truth(Truth::Unknown);
        if id == self.fact { &self.value } else { UNKNOWN }
    }
    fn unascertainable(&self, _: FactId) -> Truth {
        Truth::False
    }
    fn define(&mut self, id: DefineId) -> Result<&Val, EvalError> {
        let defines = self.defines;
        self.define = value(&defines.at(id).body, None, self)?;
        Ok(&self.define)
    }
    // A factor over another factor is not proved here: unknown, so never a partition.
    fn factor(&mut self, _: FactorId) -> Result<LevelSet, EvalError> {
        Ok(LevelSet::one(0).union(LevelSet::NONE))
    }
    fn atom(&mut self, id: AtomId) -> Result<Truth, EvalError> {
        let atoms = self.atoms;
        test(&atoms.at(id).test, None, self)
    }
    fn special(&mut self, _: Special) -> Result<Num, EvalError> {
        Ok(Num::Range(Interval::ALL))
    }
    fn has_end(&self, _: Special) -> Truth {
        Truth::Unknown
    }
    fn weight(&mut self, _: &Expr) -> Result<Num, EvalError> {
        Ok(Num::Range(Interval::ALL))
    }
}
