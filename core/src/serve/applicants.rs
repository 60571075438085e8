//! Several applicants of one licence: their facts decoded, and evaluated together.

use std::sync::Arc;

use crate::answer::{EvaluatedApplicants, EvaluatedLicence};
use crate::evaluate::evaluate_applicants;
use crate::expr::FactId;
use crate::facts::{FactCode, FactError, Facts};
use crate::failure::Failure;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::ApplicantPlace;
use crate::read::{Applicant, Request};
use crate::syntax::Node;

/// Evaluates the applicants of a request.
pub(super) fn evaluate(
    request: &Request,
    applicants: &[Applicant],
    program: LicenceProgram,
) -> Result<EvaluatedApplicants, Failure> {
    let decoded = decoded(request, applicants, &program)?;
    let found = evaluate_applicants(&program, &decoded, request.as_of).map_err(Failure::Evaluation)?;
    let Some(outcome) = found else {
        let error =
            FactError::new(FactCode::WrongType, "/applicants", "a licence whose number is limited", request.span)
                .says(format!(
                    "`{}` has no `quota`: its applicants do not stand in each other's way",
                    program.licence.id
                ))
                .help("ask for each of them alone");
        return Err(Failure::Request(vec![error]));
    };
    let program = Arc::new(program);
    let one = |place: &ApplicantPlace| EvaluatedLicence {
        program: Arc::clone(&program),
        facts: place.facts.clone(),
        as_of: request.as_of,
        outcome: place.outcome.clone(),
    };
    let each = applicants.iter().zip(&outcome.places).map(|(a, place)| (a.id.clone(), one(place))).gather();
    Ok(EvaluatedApplicants { applicants: each, outcome, program, as_of: request.as_of })
}

/// The facts of each applicant: the common ones, and over them the own.
fn decoded(request: &Request, applicants: &[Applicant], program: &LicenceProgram) -> Result<Vec<Facts>, Failure> {
    let mut errors = Vec::new();
    let common = Facts::decode(program, &request.facts).unwrap_or_else(|found| {
        errors.extend(found);
        Facts::none(program)
    });
    let shared = program.common_facts();
    let name = |id: &FactId| program.linked.facts.at(*id).name.clone();
    let counted = program.licence.quota.as_ref().map(|quota| name(&quota.before));
    let mut check = |node: &Node, path: &str, own: bool| {
        for entry in node.entries() {
            let fact = &*entry.key.text;
            let place = format!("{path}/facts/{fact}");
            if counted.as_deref() == Some(fact) {
                errors.push(
                    FactError::new(FactCode::Filled, &place, "no value", entry.key.span)
                        .says(format!("`{fact}` is not given where the applicants stand in the case: it is counted"))
                        .help("leave it out"),
                );
            } else if own && shared.iter().any(|id| *name(id) == *fact) {
                errors.push(
                    FactError::new(FactCode::WrongType, &place, "a fact of all applicants", entry.key.span)
                        .says(format!("`{fact}` says how many are left: it is the same for all applicants"))
                        .help("give it under `facts` beside `applicants`"),
                );
            }
        }
    };
    check(&request.facts, "", false);
    for applicant in applicants {
        applicant.facts.iter().for_each(|facts| check(facts, &applicant.path, true));
    }
    let mut decoded = Vec::with_capacity(applicants.len());
    for applicant in applicants {
        let mut facts = common.clone();
        if let Some(node) = &applicant.facts {
            match Facts::decode(program, node) {
                Ok(own) => facts.overlay(own, &program.linked, node),
                Err(found) => errors.extend(found.into_iter().map(|error| error.below(&applicant.path))),
            }
        }
        decoded.push(facts);
    }
    if errors.is_empty() { Ok(decoded) } else { Err(Failure::Facts(errors)) }
}
