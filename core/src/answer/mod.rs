//! What an answer looks like: each kind of it as JSON, version 1 of the contract, the one serialised surface.
//!
//! An answer is written straight into its text; [`Json`] is for whoever looks into one. What leads to an answer is
//! computed elsewhere: nothing here knows of requests.
//!
//! Every answer is one tagged union, `kind` first: `penalty`, `licence`, `applicants`, `questions`, `diagnostics`,
//! `review`, `replay`, `decision`, `procedure`, `description`, `explanation`, `tiers`, `nearest`, `version`, `error`.

mod write;
mod layout;
mod json;
mod place;
mod parts;
mod governing;
mod citations;
mod failure;
mod describe;
mod version;
mod targets;
mod allowed;
mod options;
mod explanation;
mod outcome;
mod licence;
mod applicants;
mod explain;
mod around;
mod procedure;
mod decision;
mod review;
mod beside;
mod case_review;
mod expect;

pub use applicants::EvaluatedApplicants;
pub(crate) use applicants::{applicants_questions_json, questions, write_applicants, write_bare_applicants};
pub(crate) use around::{nearest_json, tiers_json};
pub(crate) use case_review::write_case_review;
pub use decision::decision_json;
pub(crate) use decision::{write_bare_decision, write_decision};
pub use describe::description_json;
pub(crate) use describe::{licence_description_json, offence_json};
pub use expect::{Difference, compare, show_amount};
pub use explain::explain_json;
pub(crate) use explain::explain_licence_json;
pub(crate) use explanation::Explained;
pub use failure::diagnostics_json;
pub use json::Json;
pub(crate) use layout::canonical;
pub use licence::{EvaluatedLicence, licence_json, licence_questions_json};
pub(crate) use licence::{write_bare_licence, write_licence};
pub use outcome::{outcome_json, questions_json};
pub(crate) use outcome::{write_bare_outcome, write_outcome};
pub(crate) use parts::begin;
pub use procedure::procedures_json;
pub(crate) use procedure::write_procedures;
pub(crate) use review::write_review;
pub use version::version_json;
pub(crate) use write::{Object, told, told_value};

/// The version of the contract.
pub const CONTRACT: i64 = 1;
