//! cailiang (裁量): rules and discretion benchmarks of Chinese administrative law.
//!
//! A ruleset encodes a discretion benchmark (裁量基准). With the facts of a case the engine computes the sanction
//! *range*, and the explanation that goes with it. It assists and never decides: what the law leaves open stays open
//! in the outcome; a fact that is missing widens the range and is asked for; nothing is guessed, netted or clamped in
//! silence.
//!
//! The path: compile a text → a [`Ruleset`], or *all* its diagnostics → link an offence on the day of the act →
//! decode the facts → [`evaluate()`] → [`render()`]. Beside it stand licences ([`evaluate::evaluate_licence`]),
//! circumstances, whole cases and decisions held against an outcome ([`decide`]), and what lies around an outcome
//! ([`analysis`]).
//!
//! ```
//! use cailiang::{Facts, Library, Ruleset, Source, Style, evaluate, render, value::Date};
//!
//! let text = include_str!("../../examples/street.yaml");
//! let (ruleset, diagnostics) = Ruleset::compile(&Source::new("street.yaml", text));
//! assert!(diagnostics.is_empty());
//!
//! let mut library = Library::new();
//! library.add(ruleset.unwrap()).unwrap();
//! let program = library.link("cn.demo.street", "stalls", Date::parse("2024-05-01")?)?;
//!
//! let facts = Facts::read(&program, &Source::new("case", "{设施数: 3, 拒不改正: false}")).unwrap();
//! let outcome = evaluate(&program, &facts)?;
//! assert!(outcome.determined);
//! let words = render(&program, &facts, &outcome, Style::default());
//! assert!(words.contains("罚款 15,000 元以上 28,500 元以下"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Hosts that speak JSON need one function: [`serve::handle`]. The format is described in `core/docs/format.md`.

mod gather;
pub mod value;
pub mod vocabulary;
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
pub mod decide;
pub mod render;
pub mod analysis;
mod failure;
pub mod answer;
pub mod read;
pub mod serve;

// The names of that path; what else there is stands in its module.
pub use diagnostic::Diagnostic;
pub use evaluate::evaluate;
pub use expr::EvalError;
pub use facts::{FactError, Facts};
pub use failure::Failure;
pub use link::{Library, LinkError, Program};
pub use outcome::{Amount, Measure, Outcome, ReviewPoint, Verdict};
pub use render::{Style, render};
pub use ruleset::Ruleset;
pub use source::Source;
pub use vocabulary::Lang;
