//! What is asked beyond the outcome of one offence: whole cases, procedure, licences, reviews, receipts, and what lies
//! around an outcome.
//!
//! All of it is reached through one door, [`answer`]: the npm package makes a second module of what is behind it, which
//! a page loads when it is first asked for. What an offence's outcome needs must not call anything here.

use std::sync::Arc;

use super::case::answer_decision;
use super::computed::{Computed, describe_licence};
use super::host::{Host, evaluate};
use super::procedure::procedure_answer;
use super::review::{case_review_answer, offence_review_answer};
use crate::analysis;
use crate::answer::{Explained, nearest_json, tiers_json};
use crate::decide::Evaluated;
use crate::failure::Failure;
use crate::link::Program;
use crate::read::Request;
use crate::vocabulary::Action;

/// How a host links the offence of a request.
pub(super) type Link<'a> = &'a mut dyn FnMut() -> Result<Arc<Program>, Failure>;

/// The answer to a request of which [`Request::asks_more`] is true.
///
/// # Errors
/// As [`Host::evaluate`] and [`Host::decide`].
#[inline(never)] // the module is split here, by name
pub(super) fn answer(
    host: &Host,
    request: &Request,
    explained: &mut Explained<'_>,
    link: Link<'_>,
) -> Result<String, Failure> {
    match (request.action, &request.case, &request.licence) {
        (Action::Procedure, ..) => host.procedure(request).map(|found| procedure_answer(&found, request)),
        (Action::Describe, _, Some(licence)) => {
            host.with(request).and_then(|library| describe_licence(request, licence, &library))
        }
        (_, _, Some(_)) => host.compute(request)?.answer_telling(request, explained),
        (Action::Review, Some(case), None) => case_review_answer(host, request, case),
        (Action::Review, None, None) => offence_review_answer(host, request),
        (_, Some(case), None) => answer_decision(&host.decide(request, case)?, case, request, explained),
        (_, None, None) => offence(request, evaluate(link()?, request)?, explained),
    }
}

/// The answer about an offence.
fn offence(request: &Request, evaluated: Evaluated, explained: &mut Explained<'_>) -> Result<String, Failure> {
    match request.action {
        Action::Nearest => {
            let found = analysis::nearest(&evaluated.program, &evaluated.facts).map_err(Failure::Evaluation)?;
            Ok(nearest_json(found, evaluated))
        }
        Action::Tiers => {
            let Evaluated { program, facts, .. } = &evaluated;
            let outcome = analysis::ladder(program, facts).map_err(Failure::Evaluation)?;
            Ok(tiers_json(program, &outcome))
        }
        // An outcome with its receipt, or held against one.
        _ => Computed::Penalty(Box::new(evaluated)).answer_telling(request, explained),
    }
}
