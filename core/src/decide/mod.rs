//! A decision, proposed or made, against an outcome: where it stands, by how much, what it needs. Nothing is decided.

mod circumstances;
mod finding;
mod justify;
mod settled;
mod review;

pub use circumstances::{Circumstances, Found, Opt, circumstances};
pub use finding::{Finding, FindingCode, Ground, Mark, Need, Proposal, Proposed, Reason, Review, Subject};
pub use justify::{Justification, Stands, justifications};
pub use review::review;
