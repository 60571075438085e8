//! What the file of a case says beside its decision, held against that decision: the notice before it, the organ that
//! makes it; and what of it is not executed.
//!
//! None of it moves a range. What is found stands beside the findings about the ranges.

pub(super) mod found;
pub(super) mod organ;
pub(super) mod departure;
mod executed;
mod notice;

pub use departure::Departure;
pub use found::{BesideBasis, BesideFinding, Notified, PowerFound, WhoDecides};

use super::asked::Organ;
use super::case::Decision;
use super::finding::{Proposal, Review};
use super::review_case::CaseReview;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::vocabulary::BesideCode;

/// What the file of a case says beside its decision.
#[derive(Clone, Debug, Default)]
pub struct BesideDecision {
    /// What the notice said of each act, in the order of the acts.
    pub notified: Option<Vec<Proposal>>,
    /// The organ that decides.
    pub organ: Option<Organ>,
    /// The departure from the benchmark of each act, in the order of the acts.
    pub departures: Vec<Option<Departure>>,
}

/// Adds to a review what is found of all that stands beside the decision, act by act.
///
/// # Errors
/// Overflow in a difference or a condition.
pub fn hold_beside(
    decision: &Decision,
    proposals: &[Proposal],
    beside: &BesideDecision,
    review: &mut CaseReview,
) -> Result<(), EvalError> {
    for ((act, decided), number) in decision.acts.iter().zip(proposals).zip(0usize..) {
        if let Some(notified) = beside.notified.as_ref().and_then(|all| all.get(number)) {
            review.beside.extend(notice::heavier(act, number, notified, decided)?);
        }
        review.beside.extend(executed::executed(act, number, decided));
        if let Some(organ) = &beside.organ {
            review.beside.extend(organ::beyond(act, number, organ, decided)?);
            for of_act in review.acts.iter_mut().filter(|r| r.act == number) {
                organ::referred(act, organ, &mut of_act.review.findings)?;
            }
        }
    }
    for ((act, departure), number) in decision.acts.iter().zip(&beside.departures).zip(0usize..) {
        let Some(departure) = departure else { continue };
        let own: Vec<&Review> = review.acts.iter().filter(|r| r.act == number).map(|r| &r.review).gather();
        let found = departure::departs(decision, act, number, departure, &own);
        if found.code == BesideCode::DepartureDocumented {
            review.departed.push(number);
        }
        review.beside.push(found);
    }
    if beside.organ.is_none() {
        review.beside.extend(organ::of_several(&decision.acts, proposals));
    }
    Ok(())
}
