//! cailiang (裁量): rules and discretion benchmarks of Chinese administrative law.
//!
//! A ruleset encodes a discretion benchmark (裁量基准); with the facts of a case the engine computes the sanction
//! *range* and the explanation that goes with it. It assists and never decides.

pub mod value;
pub mod source;
pub mod diagnostic;
pub mod syntax;
pub mod expr;
pub mod ruleset;
pub mod compile;
pub mod link;
pub mod facts;
pub mod outcome;
pub mod evaluate;
pub mod render;
pub mod wire;

pub use diagnostic::Diagnostic;
pub use evaluate::evaluate;
pub use facts::{FactError, Facts};
pub use link::{Library, LinkError, Program};
pub use outcome::Outcome;
pub use ruleset::Ruleset;
pub use source::Source;
