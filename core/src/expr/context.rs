//! What an expression may look at while it is evaluated.

use super::error::EvalError;
use super::ids::{AtomId, DefineId, FactId, FactorId};
use super::ir::{Cond, Expr, Special};
use super::types::{LevelSet, Num, Val};
use crate::value::{Small, Truth};

/// What an expression may look at. Definitions, factors and atoms are evaluated once and remembered.
pub trait Context {
    /// Whether every fact is given, so that numbers are looked for as points first.
    fn points(&self) -> bool {
        false
    }
    /// The value of a fact.
    fn fact(&self, id: FactId) -> &Val;
    /// Whether the fact was asked and cannot be proved.
    fn unascertainable(&self, id: FactId) -> Truth;
    /// The value of a definition.
    fn define(&mut self, id: DefineId) -> Result<&Val, EvalError>;
    /// The same as a number that fits 64 bits, where every fact is given and it is one.
    fn define_point(&mut self, _id: DefineId) -> Option<Small> {
        None
    }
    /// The levels of a factor that are still possible.
    fn factor(&mut self, id: FactorId) -> Result<LevelSet, EvalError>;
    /// Whether an atom holds.
    fn atom(&mut self, id: AtomId) -> Result<Truth, EvalError>;
    /// An end of the statutory or tier range, or the score.
    fn special(&mut self, special: Special) -> Result<Num, EvalError>;
    /// Whether the statutory or the tier's range has this end.
    fn has_end(&self, end: Special) -> Truth;
    /// The weight of a factor in the score.
    fn weight(&mut self, factor: &Expr) -> Result<Num, EvalError>;
    /// Takes note of a divisor that may be zero.
    fn may_divide_by_zero(&mut self, _divisor: &Expr) {}
    /// Takes note of rows of which none may hold.
    fn may_have_no_row(&mut self, _rows: &[(Cond, Expr)]) {}
}
