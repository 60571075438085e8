//! A decision of a request held against what is computed: on one offence, and on a whole case.

use super::host::Host;
use crate::answer::{Explained, Object, told, write_case_review, write_review};
use crate::decide::{
    Act, BesideDecision, Case, CaseReview, Decision, OffenceReview, decide_alone, hold_beside, review_case,
    review_offence,
};
use crate::failure::Failure;
use crate::read::{Request, missing, read_decision, read_decisions, read_departures, read_notified};
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
        let departures = request.departure.as_ref().map(|node| read_departures(&decision, node)).transpose();
        let beside = BesideDecision {
            notified: notified.map_err(Failure::Request)?,
            organ: decision.organ.clone(),
            departures: departures.map_err(Failure::Request)?.unwrap_or_default(),
        };
        let mut review = review_case(&decision, &proposals).map_err(Failure::Evaluation)?;
        hold_beside(&decision, &proposals, &beside, &mut review).map_err(Failure::Evaluation)?;
        Ok((decision, review))
    }

    /// Holds the decision of a request on one offence against it: as a case of that one act, of which what is not known
    /// leaves nothing open.
    ///
    /// # Errors
    /// As [`Host::review_case`].
    pub fn review_offence(&self, request: &Request) -> Result<(Act, OffenceReview), Failure> {
        let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
        let library = self.with(request)?;
        let act = decide_alone(&library, &request.whole())?;
        let proposal = match act.read_by() {
            Some(of) => read_decision(&of.program, node).map_err(Failure::Request)?,
            None => return Err(missing(request, "offence")),
        };
        let review = review_offence(&act, &proposal).map_err(Failure::Evaluation)?;
        Ok((act, review))
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

/// What a request to review a decision on one offence is answered with.
///
/// # Errors
/// As [`Host::review_offence`].
pub(super) fn offence_review_answer(host: &Host, request: &Request) -> Result<String, Failure> {
    let (act, review) = host.review_offence(request)?;
    Ok(told(|o| {
        write_asked_review(o, &act, &review, request);
        if let Some(style) = request.text {
            o.text("text", &render::render_review(&act, &review, style));
        }
    }))
}

/// The answer to a request to `do: review`, in its language, with the explanation if it is wanted.
pub fn review_json(act: &Act, review: &OffenceReview, request: &Request) -> String {
    told(|o| write_asked_review(o, act, review, request))
}

fn write_asked_review(o: &mut Object<'_>, act: &Act, review: &OffenceReview, request: &Request) {
    write_review(o, act, review, request.lang, &mut Explained::wanted(request.explanation));
}

/// The answer to `do: review` of a whole case.
pub fn case_review_json(decision: &Decision, review: &CaseReview, request: &Request) -> String {
    told(|o| write_asked_case_review(o, decision, review, request))
}

fn write_asked_case_review(o: &mut Object<'_>, decision: &Decision, review: &CaseReview, request: &Request) {
    write_case_review(o, decision, review, request.lang, &mut Explained::wanted(request.explanation));
}
