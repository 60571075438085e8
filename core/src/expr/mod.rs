//! The expression language: small, total, decidable. Text → syntax tree → checked expression → value.
//!
//! Conditions are three-valued; numbers may be ranges, so that a fact that is missing still bounds the result.

mod ids;
mod lexer;
mod ast;
mod parser;
mod phrase;
mod types;
mod ir;
mod check;
mod compare;
mod calls;
mod together;
mod possible;
mod error;
mod number;
mod context;
mod eval;
pub mod walk;

pub use ast::{Ast, AstKind, AstRange, Operator, ParseError};
pub use check::{Allowed, Checker, Names, Place, Symbol, Typed};
pub use context::Context;
pub use error::{EvalError, NoRow};
pub use eval::{compare, cond, join, levels, number, test, value};
pub use ids::{AtomId, DefineId, FactId, FactorId, Id, IdMap, Table};
pub use ir::{Atom, CompareOp, Cond, Expr, Extreme, Fold, RangeExpr, RoundTo, Special, Test, Unary, Within};
pub use parser::{parse, parse_range};
pub use phrase::{LegalRange, PhraseError, Phrases, UnknownPhrase, parse_legal_range, parse_number_prefix};
pub use types::{LevelSet, Levels, Num, Type, Val};

pub(crate) use check::{in_unit, rounds_to};
pub(crate) use eval::point;
pub(crate) use ids::ids;
pub(crate) use lexer::{is_name, not_a_date};
pub(crate) use parser::{is_reserved, rounding_mode};
pub(crate) use phrase::no_phrase;
pub(crate) use possible::{Known, can_all_fail, can_be, can_hold};
pub(crate) use together::together;
