//! Evaluation of one offence: one file per legal step; each returns its result and records its step.
//!
//! The facts that select rows are looked at value by value, each combination is evaluated, and the results are joined
//! last; a range never hides a hole between two branches.

mod few;
mod env;
mod overlap;
mod select;
mod statute;
mod narrow;
mod change;
mod reviews;
mod leaf;
mod reads;
mod combinations;
mod solve;
mod needed;
mod merge;
mod period;
mod licence;

pub(crate) use licence::{About, LicencePart, parts};
pub use licence::{evaluate_applicants, evaluate_licence};
pub use solve::evaluate;

pub(crate) use change::{Under, is_about};
pub(crate) use combinations::Combinations;
pub(crate) use env::{Counts, Env};
pub(crate) use period::{counted_to, ends, last_day, period_parts};
pub(crate) use reads::open_in;
pub(crate) use solve::{evaluate_under, outline, values};
