//! Several evaluated applicants of one licence, as JSON.

use std::sync::Arc;

use super::citations::write_citations;
use super::explanation::Explained;
use super::governing::write_governing;
use super::licence::{EvaluatedLicence, write_bare_licence};
use super::parts::{begin, write_question, write_range};
use super::write::{Array, Object, Value, told};
use crate::expr::FactId;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{Amount, ApplicantPlace, ApplicantsOutcome, ApplicantsReview};
use crate::render;
use crate::value::{Date, Rational, Truth};
use crate::vocabulary::{AnswerKind, Lang};

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

/// The members of the answer about several applicants: the outcome and its citations.
pub(crate) fn write_applicants(o: &mut Object<'_>, evaluated: &EvaluatedApplicants, lang: Lang, explained: bool) {
    write_bare_applicants(o, evaluated, lang, explained);
    write_citations(o, &evaluated.program.linked.governing);
}

/// The outcome as receipts digest it: without the table of citations.
pub(crate) fn write_bare_applicants(o: &mut Object<'_>, evaluated: &EvaluatedApplicants, lang: Lang, explained: bool) {
    let EvaluatedApplicants { applicants, outcome, program, as_of } = evaluated;
    begin(o, AnswerKind::Applicants);
    o.text("licence", &program.licence.id);
    o.text("procedure", program.licence.procedure.as_str());
    o.flag("determined", outcome.determined);
    match &program.licence.quota {
        Some(quota) => {
            let mut o = o.object("quota");
            write_range(&mut o.object("left"), &Amount::point(outcome.left), &"", &[]);
            o.text("order", quota.order.is.as_str());
            o.text("first", quota.order.first.as_str());
            o.cite_maybe("order_basis", quota.order.basis.as_deref());
            o.cite_maybe("basis", quota.basis.as_deref());
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
        write_bare_licence(&mut o.object("outcome"), one, lang, &mut Explained::wanted(explained));
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
pub(crate) fn applicants_questions_json(evaluated: &EvaluatedApplicants, lang: Lang) -> String {
    told(|o| {
        begin(o, AnswerKind::Questions);
        o.flag("determined", evaluated.outcome.determined);
        write_needed(o.array("facts_needed"), evaluated, lang);
        write_citations(o, &evaluated.program.linked.governing);
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
pub(crate) fn questions(evaluated: &EvaluatedApplicants) -> Vec<(Option<usize>, FactId)> {
    let shared = evaluated.program.common_facts();
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
fn write_place(at: Value<'_>, place: &ApplicantPlace) {
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
    o.cite_maybe("basis", point.basis.as_deref());
    o.text("message", &render::applicants_review(&ids, point, lang));
}
