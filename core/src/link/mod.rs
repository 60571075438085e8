//! Versions by date, `uses` and clauses → a program for one offence: everything an evaluation needs, and nothing else.

mod library;
mod import;
mod copied;
mod linked;
mod program;
mod procedure;
mod licence;
mod cells;
mod partition;
mod case_law;

pub use case_law::CaseLaw;
pub(crate) use cells::{is_whole, whole};
pub use library::{Library, LinkError};
pub use licence::LicenceProgram;
pub use linked::{Governing, Linked};
pub use procedure::{ProcedureProgram, Speaks};
pub use program::Program;
