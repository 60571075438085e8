//! What is asked: requests and case files, from their text to a typed [`Request`], or all that is wrong with it.

mod acts;
mod applicants;
mod planned;
mod decision;
mod departure;
mod id;
mod organ;
mod responsible;
mod request;
mod day;

pub use applicants::Applicant;
pub use day::day;
pub use decision::read_decision;
pub(crate) use decision::{read_decisions, read_notified};
pub(crate) use departure::read_departures;
pub use id::Id;
pub(crate) use id::find_id;
pub(crate) use planned::read_planned;
pub(crate) use request::missing;
pub use request::{Request, read_case, read_request, receipt_of};
