//! What is asked beyond the outcome of one offence: whole cases, procedure, licences, reviews, receipts, and what lies
//! around an outcome.
//!
//! All of it is reached through one door, [`answer`]: the npm package makes a second module of what is behind it, which
//! a page loads when it is first asked for. What an offence's outcome needs must not call anything here.

use std::sync::Arc;

use super::around::{nearest_json, tiers_json};
use super::case::answer_decision;
use super::computed::{Computed, describe_licence};
use super::decision::read_decision;
use super::explanation::Explained;
use super::failure::Failure;
use super::host::{Evaluated, Host, Link, evaluated, missing, with_general};
use super::procedure::procedure_answer;
use super::request::{Action, Request};
use super::review::write_review;
use super::review_case::case_review_answer;
use super::write::told;
use crate::decide::Review;
use crate::link::Program;

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
        (_, Some(case), None) => answer_decision(&host.decide(request, case)?, case, request, explained),
        (_, None, None) => offence(request, evaluate(link()?, request)?, explained),
    }
}

/// Evaluates the facts of a request with its offence linked as [`Host::link`] links it for that request.
///
/// # Errors
/// Facts or evaluation: never mixed.
pub(super) fn evaluate(program: Arc<Program>, request: &Request) -> Result<Evaluated, Failure> {
    let mut evaluated = evaluated(program, request)?;
    if with_general(request) {
        let Evaluated { program, facts, outcome, .. } = &evaluated;
        let general = crate::decide::circumstances(program, facts, outcome).map_err(Failure::Evaluation)?;
        evaluated.general = Some(general);
    }
    Ok(evaluated)
}

/// The answer about an offence.
fn offence(request: &Request, evaluated: Evaluated, explained: &mut Explained<'_>) -> Result<String, Failure> {
    match request.action {
        Action::Nearest => nearest_json(evaluated),
        Action::Tiers => tiers_json(&evaluated),
        Action::Review => {
            let review = reviewed(request, &evaluated)?;
            let Evaluated { program, facts, outcome, .. } = &evaluated;
            Ok(told(|o| {
                write_review(o, &evaluated, &review, request);
                if let Some(style) = request.text {
                    o.text("text", &crate::render::render_review(program, facts, outcome, &review, style));
                }
            }))
        }
        // An outcome with its receipt, or held against one.
        _ => Computed::Penalty(Box::new(evaluated)).answer_telling(request, explained),
    }
}

/// Holds the decision of a request against what was evaluated.
///
/// # Errors
/// The request has no decision, or one that cannot be read; a difference that cannot be computed.
pub fn reviewed(request: &Request, evaluated: &Evaluated) -> Result<Review, Failure> {
    let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
    let proposal = read_decision(&evaluated.program, node).map_err(Failure::Request)?;
    crate::decide::review(evaluated, crate::decide::Asked::OneOffence, &proposal).map_err(Failure::Evaluation)
}
