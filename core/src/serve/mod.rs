//! From a request to its answer. A binding decodes, calls [`Host::handle`], encodes.
//!
//! A [`Host`] holds rulesets; a [`Session`] keeps what it links as well. What is asked beyond the outcome of one
//! offence goes through one door, `more`.

mod host;
mod asked;
mod receipt;
mod replay;
mod applicants;
mod computed;
mod case;
mod procedure;
mod review;
mod more;
mod identity;
mod handle;
mod session;

pub use asked::case_json;
pub use case::{case_receipt_json, decision_answer, replay_decision_json};
pub use computed::Computed;
pub use handle::handle;
pub use host::Host;
pub use identity::refused;
pub use receipt::{licence_receipt_json, receipt_json};
pub use replay::replay_json;
pub use review::{case_review_json, review_json};
pub use session::Session;
