//! What the file of a case says beside its decision, held against that decision: the notice before it.
//!
//! None of it moves a range. What is found stands beside the findings about the ranges.

mod found;
mod notice;

pub use found::{BesideBasis, BesideFinding, Notified};

use super::case::Decision;
use super::finding::Proposal;
use crate::expr::EvalError;

/// What the file of a case says beside its decision.
#[derive(Clone, Debug, Default)]
pub struct BesideDecision {
    /// What the notice said of each act, in the order of the acts.
    pub notified: Option<Vec<Proposal>>,
}

/// What is found of all that stands beside the decision, act by act.
///
/// # Errors
/// Overflow in a difference or a condition.
pub fn hold_beside(
    decision: &Decision,
    proposals: &[Proposal],
    beside: &BesideDecision,
) -> Result<Vec<BesideFinding>, EvalError> {
    let mut found = Vec::new();
    for ((act, decided), number) in decision.acts.iter().zip(proposals).zip(0usize..) {
        if let Some(notified) = beside.notified.as_ref().and_then(|all| all.get(number)) {
            found.extend(notice::heavier(act, number, notified, decided)?);
        }
    }
    Ok(found)
}
