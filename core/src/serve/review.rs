//! A decision of a request held against what is computed: on one offence, and on a whole case.

use super::host::Host;
use crate::answer::{Explained, Object, told, write_case_review, write_review};
use crate::decide::{
    Asked, BesideDecision, Case, CaseReview, Decision, Evaluated, Review, hold_beside, review, review_case,
};
use crate::failure::Failure;
use crate::read::{Request, missing, read_decision, read_decisions, read_notified};
use crate::render;

impl Host {
    /// Decides a case and holds the decision of a request against it.
    ///
    /// # Errors
    /// As [`Host::decide`]; the request has no decision, or one that cannot be read.
    pub fn review_case(&self, request: &Request, case: &Case) -> Result<(Decision, CaseReview), Failure> {
        let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
        let decision = self.decide(request, case)?;
        let proposals = read_decisions(&decision, node).map_err(Failure::Request)?;
        let notified = request.notified.as_ref().map(|node| read_notified(&decision, node)).transpose();
        let beside = BesideDecision { notified: notified.map_err(Failure::Request)?, organ: decision.organ.clone() };
        let mut review = review_case(&decision, &proposals).map_err(Failure::Evaluation)?;
        hold_beside(&decision, &proposals, &beside, &mut review).map_err(Failure::Evaluation)?;
        Ok((decision, review))
    }
}

/// What a request to review a decision on a whole case is answered with.
///
/// # Errors
/// As [`Host::review_case`].
pub(super) fn case_review_answer(host: &Host, request: &Request, case: &Case) -> Result<String, Failure> {
    let (decision, review) = host.review_case(request, case)?;
    Ok(told(|o| {
        write_asked_case_review(o, &decision, &review, request);
        if let Some(style) = request.text {
            o.text("text", &render::render_case_review(&decision, &review, style));
        }
    }))
}

/// Holds the decision of a request against what was evaluated.
///
/// # Errors
/// The request has no decision, or one that cannot be read; a difference that cannot be computed.
pub fn reviewed(request: &Request, evaluated: &Evaluated) -> Result<Review, Failure> {
    let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
    let proposal = read_decision(&evaluated.program, node).map_err(Failure::Request)?;
    review(evaluated, Asked::OneOffence, &proposal).map_err(Failure::Evaluation)
}

/// The answer to a request to `do: review`, in its language, with the explanation if it is wanted.
pub fn review_json(evaluated: &Evaluated, review: &Review, request: &Request) -> String {
    told(|o| write_offence_review(o, evaluated, review, request))
}

/// The members of it.
pub(super) fn write_offence_review(o: &mut Object<'_>, evaluated: &Evaluated, review: &Review, request: &Request) {
    write_review(o, evaluated, review, request.lang, &mut Explained::wanted(request.explanation));
}

/// The answer to `do: review` of a whole case.
pub fn case_review_json(decision: &Decision, review: &CaseReview, request: &Request) -> String {
    told(|o| write_asked_case_review(o, decision, review, request))
}

fn write_asked_case_review(o: &mut Object<'_>, decision: &Decision, review: &CaseReview, request: &Request) {
    write_case_review(o, decision, review, request.lang, &mut Explained::wanted(request.explanation));
}
