//! The JSON contract, version 1: the one serialised surface. A binding decodes, calls [`Host::handle`], encodes.
//!
//! An answer is written straight into its text; [`Json`] is for whoever looks into one.
//!
//! Every answer is one tagged union, `kind` first: `penalty`, `licence`, `applicants`, `questions`, `diagnostics`,
//! `review`, `replay`, `decision`, `procedure`, `description`, `explanation`, `tiers`, `nearest`, `error`.

mod write;
pub mod json;
mod layout;
mod parts;
mod request;
mod acts;
mod applicants;
mod host;
mod more;
mod session;
mod options;
mod outcome;
mod explanation;
mod describe;
mod explain;
mod around;
mod failure;
mod receipt;
mod decision;
mod review;
mod review_case;
mod planned;
mod procedure;
mod replay;
mod case;
mod licence;
mod computed;
mod expect;

pub use acts::case_json;
pub use applicants::{Applicant, EvaluatedApplicants};
pub use around::{nearest_json, tiers_json};
pub use case::{case_receipt_json, decision_answer, decision_json, replay_decision_json};
pub use computed::Computed;
pub use decision::read_decision;
pub use describe::description_json;
pub use expect::{Difference, compare, show_amount};
pub use explain::explain_json;
pub use failure::{Failure, diagnostics_json};
pub use host::{Evaluated, Host, day, handle};
pub use json::Json;
pub use licence::{EvaluatedLicence, licence_json, licence_questions_json};
pub use more::reviewed;
pub use outcome::{outcome_json, questions_json};
pub use procedure::procedures_json;
pub use receipt::{licence_receipt_json, receipt_json};
pub use replay::replay_json;
pub use request::{Action, Request, read_case, read_request, receipt_of};
pub use review::review_json;
pub use review_case::case_review_json;
pub use session::Session;

/// The version of the contract.
pub const CONTRACT: i64 = 1;
/// The JSON Schema of every answer, as checked in.
pub const SCHEMA: &str = include_str!("../../schema/answer.schema.json");
/// The JSON Schema of a request.
pub const REQUEST_SCHEMA: &str = include_str!("../../schema/request.schema.json");
