//! Several applicants of one licence: read from a request, evaluated, and told as JSON.

use std::sync::Arc;

use super::acts::{only_keys, own_facts};
use super::explanation::Explained;
use super::failure::Failure;
use super::licence::{EvaluatedLicence, write_licence};
use super::outcome::write_governing;
use super::parts::{begin, write_question, write_range};
use super::request::Request;
use super::write::{Array, Object, Value, told};
use crate::evaluate::evaluate_applicants;
use crate::expr::{FactId, walk};
use crate::facts::{FactCode, FactError, Facts};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{Amount, ApplicantsOutcome, ApplicantsReview, Place};
use crate::render::{self, Lang};
use crate::source::Span;
use crate::syntax::{Node, NodeKind};
use crate::value::{Date, Rational, Truth};

const KEYS: [&str; 3] = ["id", "facts", "note"];

/// One of several applicants of a request.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// The name by which the answer tells them apart.
    pub id: Arc<str>,
    /// The applicant's own facts, a mapping; they come before the common ones.
    pub facts: Option<Node>,
    /// The place in the request: `/applicants/0`.
    pub path: String,
    /// Where it is written.
    pub span: Span,
}

/// Several evaluated applicants.
#[derive(Debug)]
pub struct EvaluatedApplicants {
    /// Each applicant by id, in the order of the case.
    pub applicants: Vec<(Arc<str>, EvaluatedLicence)>,
    /// How they stand to each other.
    pub outcome: ApplicantsOutcome,
    /// The linked licence.
    pub program: Arc<LicenceProgram>,
    /// The day as of which the question was asked.
    pub as_of: Option<Date>,
}

/// `applicants: [{id: 甲, facts: {…}}]`
pub(super) fn read_applicants(node: &Node, problems: &mut Vec<FactError>) -> Vec<Applicant> {
    let mut applicants: Vec<Applicant> = Vec::new();
    let Some(list) = node.get("applicants").filter(|n| !n.is_null()) else { return applicants };
    if list.items().is_empty() {
        problems.push(FactError::new(
            FactCode::WrongType,
            "/applicants",
            "a list of applicants, at least one",
            list.span,
        ));
    }
    for (item, number) in list.items().iter().zip(0usize..) {
        applicants.extend(applicant(item, format!("/applicants/{number}"), &applicants, problems));
    }
    applicants
}

fn applicant(node: &Node, path: String, before: &[Applicant], problems: &mut Vec<FactError>) -> Option<Applicant> {
    let NodeKind::Mapping(entries) = &node.kind else {
        problems.push(FactError::new(FactCode::WrongType, &path, "a mapping with `id` and `facts`", node.span));
        return None;
    };
    only_keys(entries, &path, "an applicant", &KEYS, problems);
    let facts = own_facts(node, &path, problems);
    let Some(id) = node.get("id").and_then(Node::as_str).filter(|id| !id.is_empty()) else {
        problems.push(
            FactError::new(FactCode::MissingKey, &format!("{path}/id"), "`id`", node.span)
                .says("the applicant needs `id`")
                .help("give each a name of its own: the answer tells them apart by it"),
        );
        return None;
    };
    if before.iter().any(|other| *other.id == *id) {
        problems.push(
            FactError::new(FactCode::DuplicateApplicant, &format!("{path}/id"), "an id of its own", node.span)
                .says(format!("two applicants have the id `{id}`"))
                .help("give each a name of its own"),
        );
    }
    Some(Applicant { id: id.into(), facts: facts.cloned(), path, span: node.span })
}

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
    let one = |place: &Place| EvaluatedLicence {
        program: Arc::clone(&program),
        facts: place.facts.clone(),
        as_of: request.as_of,
        outcome: place.outcome.clone(),
    };
    let each = applicants.iter().zip(&outcome.places).map(|(a, place)| (a.id.clone(), one(place))).gather();
    Ok(EvaluatedApplicants { applicants: each, outcome, program, as_of: request.as_of })
}

/// What all applicants share: the facts that the number left is read from.
fn shared(program: &LicenceProgram) -> Vec<FactId> {
    let of = |left| program.linked.reads(|visit| walk::expr(left, &program.linked.atoms, visit));
    program.licence.quota.iter().flat_map(|quota| of(&quota.left)).gather()
}

/// The facts of each applicant: the common ones, and over them the own.
fn decoded(request: &Request, applicants: &[Applicant], program: &LicenceProgram) -> Result<Vec<Facts>, Failure> {
    let mut errors = Vec::new();
    let common = Facts::decode(program, &request.facts).unwrap_or_else(|found| {
        errors.extend(found);
        Facts::none(program)
    });
    let shared = shared(program);
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

/// Everything of the case that the outcome depends on: what the receipt digests.
pub(super) fn write_asked(o: &mut Object<'_>, request: &Request) {
    let mut applicants = o.array("applicants");
    for applicant in &request.applicants {
        let mut o = applicants.object();
        o.text("id", &applicant.id);
        match &applicant.facts {
            Some(facts) => o.at("facts").node(facts),
            None => o.null("facts"),
        }
    }
    applicants.end();
    o.at("facts").node(&request.facts);
}

/// The members of the answer about several applicants.
pub(super) fn write_applicants(o: &mut Object<'_>, evaluated: &EvaluatedApplicants, lang: Lang, explained: bool) {
    let EvaluatedApplicants { applicants, outcome, program, as_of } = evaluated;
    begin(o, "applicants");
    o.text("licence", &program.licence.id);
    o.text("procedure", program.licence.procedure.as_str());
    o.flag("determined", outcome.determined);
    match &program.licence.quota {
        Some(quota) => {
            let mut o = o.object("quota");
            write_range(&mut o.object("left"), &Amount::point(outcome.left), &"", &[]);
            o.text("order", quota.order.is.as_str());
            o.text("first", quota.order.first.as_str());
            o.maybe("order_basis", quota.order.basis.as_deref());
            o.maybe("basis", quota.basis.as_deref());
        }
        None => o.null("quota"),
    }
    let mut list = o.array("applicants");
    for ((id, one), place) in applicants.iter().zip(&outcome.places) {
        let mut o = list.object();
        o.text("id", id);
        write_place(o.at("place"), place);
        let ahead: Vec<usize> = place.ahead.iter().map(|(other, _)| *other).gather();
        write_names(o.array("after"), evaluated, &ahead);
        write_names(o.array("tied_with"), evaluated, &place.tied);
        write_licence(&mut o.object("outcome"), one, lang, &mut Explained::wanted(explained));
    }
    list.end();
    o.day("as_of", *as_of);
    let mut points = o.array("review_points");
    for point in &outcome.points {
        write_review(&mut points.object(), evaluated, point, lang);
    }
    points.end();
    write_needed(o.array("facts_needed"), evaluated, lang);
    write_governing(o.array("governing"), &program.linked.governing);
}

/// The questions of all applicants, each with the name of whom it asks.
pub(super) fn applicants_questions_json(evaluated: &EvaluatedApplicants, lang: Lang) -> String {
    told(|o| {
        begin(o, "questions");
        o.flag("determined", evaluated.outcome.determined);
        write_needed(o.array("facts_needed"), evaluated, lang);
    })
}

fn write_needed(mut list: Array<'_>, evaluated: &EvaluatedApplicants, lang: Lang) {
    let program = &*evaluated.program;
    for (applicant, id) in questions(evaluated) {
        let (question, decides) = (render::question(program, id, lang), render::licence_decides(program, id, lang));
        let mut o = list.object();
        o.maybe("applicant", applicant.and_then(|a| name(evaluated, a)));
        write_question(&mut o, program.linked.facts.at(id), &question, &decides);
    }
}

/// What to ask of whom; what is the same for all applicants is asked once, of nobody in particular.
pub(super) fn questions(evaluated: &EvaluatedApplicants) -> Vec<(Option<usize>, FactId)> {
    let shared = shared(&evaluated.program);
    let mut found: Vec<(Option<usize>, FactId)> = Vec::new();
    for (applicant, id) in &evaluated.outcome.needed {
        let question = (Some(*applicant).filter(|_| !shared.contains(id)), *id);
        if !found.contains(&question) {
            found.push(question);
        }
    }
    found
}

fn name(evaluated: &EvaluatedApplicants, applicant: usize) -> Option<&str> {
    evaluated.applicants.get(applicant).map(|(id, _)| &**id)
}

fn write_names(mut list: Array<'_>, evaluated: &EvaluatedApplicants, applicants: &[usize]) {
    for id in applicants.iter().filter_map(|a| name(evaluated, *a)) {
        list.text(id);
    }
}

/// From which to which place among those who take one; null for whoever takes none.
fn write_place(at: Value<'_>, place: &Place) {
    if place.takes_place == Truth::False {
        return at.null();
    }
    let mut o = at.object();
    for (key, bound) in [("min", place.before.least()), ("max", place.before.greatest())] {
        match bound.value().and_then(|n| n.add(Rational::ONE).ok()).and_then(Rational::to_i64) {
            Some(next) => o.int(key, next),
            None => o.null(key),
        }
    }
}

fn write_review(o: &mut Object<'_>, evaluated: &EvaluatedApplicants, point: &ApplicantsReview, lang: Lang) {
    let ids: Vec<Arc<str>> = evaluated.applicants.iter().map(|(id, _)| id.clone()).gather();
    o.text("code", point.code.as_str());
    write_names(o.array("applicants"), evaluated, &point.applicants);
    write_names(o.array("others"), evaluated, &point.others);
    o.flag("certain", point.certain);
    o.maybe("basis", point.basis.as_deref());
    o.text("message", &render::applicants_review(&ids, point, lang));
}
