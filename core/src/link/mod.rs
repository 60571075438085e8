//! Versions by date, `uses` and clauses → a program for one offence: everything an evaluation needs, and nothing else.

mod library;
mod import;
mod program;
mod cells;
mod partition;

pub use library::{Library, LinkError};
pub use program::{Governing, Program, Why};
