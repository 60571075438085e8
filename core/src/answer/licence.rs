//! The outcome of a licence as JSON.

use std::sync::Arc;

use super::citations::write_citations;
use super::explanation::{Explained, is_unit_step, write_conditions, write_failed, write_unit_step};
use super::governing::{write_governing, write_notes};
use super::parts::{begin, length_unit, truth, write_question, write_range, write_rest, write_used};
use super::write::{Array, Object, told};
use crate::facts::Facts;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, DeadlineOutcome, Decision, LicenceOutcome};
use crate::render;
use crate::ruleset::{Condition, ConditionTest, Deadline, Ground, Marks};
use crate::value::{Date, Truth};
use crate::vocabulary::{
    AnswerKind, BanEnd, Binding, ConditionStatus, DecisionKind, DecisionOpen, DocumentStatus, Lang, RestsOn, Silence,
    StepStatus,
};

/// An evaluated licence.
#[derive(Debug)]
pub struct EvaluatedLicence {
    /// The linked licence.
    pub program: Arc<LicenceProgram>,
    /// The facts.
    pub facts: Facts,
    /// The day as of which the question was asked.
    pub as_of: Option<Date>,
    /// The outcome.
    pub outcome: LicenceOutcome,
}

/// The answer to a request for the outcome of a licence.
pub fn licence_json(evaluated: &EvaluatedLicence, lang: Lang) -> String {
    told(|o| write_licence(o, evaluated, lang, &mut Explained::Within))
}

/// The members of that answer: the outcome and its citations.
pub(crate) fn write_licence(
    o: &mut Object<'_>,
    evaluated: &EvaluatedLicence,
    lang: Lang,
    explained: &mut Explained<'_>,
) {
    write_bare_licence(o, evaluated, lang, explained);
    write_citations(o, &evaluated.program.linked.governing);
}

/// The outcome as it stands in another answer, and as receipts digest it: without the table of citations.
pub(crate) fn write_bare_licence(
    o: &mut Object<'_>,
    evaluated: &EvaluatedLicence,
    lang: Lang,
    explained: &mut Explained<'_>,
) {
    let EvaluatedLicence { program, facts, as_of, outcome } = evaluated;
    let (licence, linked) = (&program.licence, &program.linked);
    begin(o, AnswerKind::Licence);
    o.text("licence", &licence.id);
    o.text("procedure", licence.procedure.as_str());
    o.flag("determined", outcome.determined);
    write_decision(&mut o.object("decision"), evaluated);
    o.texts("authority", &authorities(evaluated));
    write_rows(o.array("exempt"), &licence.exempt, &outcome.exempt);
    write_conditions_met(o.array("conditions"), &licence.conditions, &outcome.conditions);
    write_rows(o.array("bars"), &licence.bars, &outcome.bars);
    let mut documents = o.array("documents");
    for (document, status) in licence.documents.iter().zip(&outcome.documents) {
        let mut o = documents.object();
        o.text("id", &document.id);
        o.text("status", status.as_str());
        o.texts("for", &document.shows);
        o.maybe("form", document.form.map(|f| f.as_str()));
        o.cite_maybe("basis", document.basis.as_deref());
    }
    documents.end();
    let mut steps = o.array("steps");
    for (step, status) in licence.steps.iter().zip(&outcome.steps) {
        let mut o = steps.object();
        o.text("id", &step.id);
        o.text("kind", step.kind.as_str());
        o.text("status", status.as_str());
        o.text("before", step.before.as_str());
        o.cite_maybe("basis", step.basis.as_deref());
    }
    steps.end();
    let mut routes = o.array("routes");
    for (route, taken) in licence.routes.iter().zip(&outcome.routes) {
        let mut o = routes.object();
        o.text("id", &route.id);
        o.text("taken", truth(*taken));
        o.texts("waives", &route.waives);
        o.maybe("note", route.note.as_deref());
        o.cite_maybe("basis", route.basis.as_deref());
    }
    routes.end();
    let mut deadlines = o.array("deadlines");
    for (limit, found) in licence.deadlines.iter().zip(&outcome.deadlines) {
        if found.exists != Truth::False {
            write_deadline(&mut deadlines.object(), limit, found, outcome.follows(limit.otherwise));
        }
    }
    deadlines.end();
    write_terms(o.array("terms"), evaluated);
    write_rows(o.array("grounds"), &licence.grounds, &outcome.grounds);
    write_bans(o.array("bans"), evaluated);
    write_renewal(o, evaluated);
    if let (Some(quota), Some(exhausted)) = (&licence.quota, outcome.exhausted) {
        let mut o = o.object("quota");
        o.text("exhausted", truth(exhausted));
        o.text("order", quota.order.is.as_str());
        o.cite_maybe("order_basis", quota.order.basis.as_deref());
        o.cite_maybe("basis", quota.basis.as_deref());
    }
    o.day("as_of", *as_of);
    let mut points = o.array("review_points");
    for point in &outcome.review_points {
        let mut o = points.object();
        o.text("code", point.code.as_str());
        o.text("rule", &point.rule);
        o.flag("certain", point.certain);
        o.cite_maybe("basis", point.basis.as_deref());
        o.text("message", &render::licence_review(program, facts, outcome, point, lang));
    }
    points.end();
    write_needed(o.array("facts_needed"), evaluated, lang);
    write_used(o.array("facts_used"), linked, facts, &outcome.used);
    let mut irrelevant = o.array("facts_irrelevant");
    for id in &outcome.irrelevant {
        irrelevant.text(&linked.facts.at(*id).name);
    }
    for name in &facts.unread {
        irrelevant.text(name);
    }
    irrelevant.end();
    if let Some(place) = explained.place(o) {
        write_explanation(&mut place.object(), evaluated, lang);
    }
    write_governing(o.array("governing"), &linked.governing);
    write_notes(o, &marks(program));
}

/// The answer to a request for the next questions.
pub fn licence_questions_json(evaluated: &EvaluatedLicence, lang: Lang) -> String {
    told(|o| {
        begin(o, AnswerKind::Questions);
        o.flag("determined", evaluated.outcome.determined);
        write_needed(o.array("facts_needed"), evaluated, lang);
        write_citations(o, &evaluated.program.linked.governing);
    })
}

fn write_needed(mut list: Array<'_>, evaluated: &EvaluatedLicence, lang: Lang) {
    let program = &*evaluated.program;
    for id in &evaluated.outcome.needed {
        let question = render::question(program, *id, lang);
        let decides = render::licence_decides(program, *id, lang);
        write_question(&mut list.object(), program.linked.facts.at(*id), &question, &decides);
    }
}

fn write_decided(o: &mut Object<'_>, decision: &Decision) {
    o.text("kind", decision.kind.as_str());
    o.text("by", decision.by.as_str());
    o.text("force", decision.force.as_str());
}

/// The decision with what it rests on; while several are possible, all of them.
fn write_decision(o: &mut Object<'_>, evaluated: &EvaluatedLicence) {
    let EvaluatedLicence { program, outcome, .. } = evaluated;
    let Some(one) = outcome.decision() else {
        o.text("kind", DecisionOpen::Open.as_str());
        let mut possible = o.array("possible");
        for decision in &outcome.possible {
            write_decided(&mut possible.object(), decision);
        }
        return;
    };
    let licence = &program.licence;
    write_decided(o, &one);
    match one.kind {
        DecisionKind::NotRequired => {
            write_holding(&mut o.array("grounds"), RestsOn::Exempt, &licence.exempt, &outcome.exempt, None);
        }
        DecisionKind::NotAccepted => o.texts("authority", &authorities(evaluated)),
        DecisionKind::Supplement => {
            let mut missing = o.array("missing");
            for (document, status) in licence.documents.iter().zip(&outcome.documents) {
                if *status == DocumentStatus::Missing {
                    missing.text(&document.id);
                }
            }
        }
        DecisionKind::Pending => {
            let mut missing = o.array("steps");
            for (step, status) in licence.steps.iter().zip(&outcome.steps) {
                if *status == StepStatus::Missing {
                    missing.text(&step.id);
                }
            }
        }
        DecisionKind::Refuse => {
            let mut grounds = o.array("grounds");
            for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
                if found.status == ConditionStatus::Failed {
                    write_rests_on(&mut grounds.object(), RestsOn::Condition, &condition.id, condition.basis.as_ref());
                }
            }
            write_holding(&mut grounds, RestsOn::Bar, &licence.bars, &outcome.bars, None);
            if let (Some(quota), Some(Truth::True)) = (&licence.quota, outcome.exhausted) {
                write_rests_on(&mut grounds.object(), RestsOn::Quota, "数量", quota.basis.as_ref());
            }
        }
        DecisionKind::Revoke | DecisionKind::Withdraw | DecisionKind::Cancel => {
            write_holding(
                &mut o.array("grounds"),
                RestsOn::Ground,
                &licence.grounds,
                &outcome.grounds,
                Some(one.force),
            );
        }
        DecisionKind::Keep => {
            let not = Some(Binding::MustNot);
            write_holding(&mut o.array("grounds"), RestsOn::Ground, &licence.grounds, &outcome.grounds, not);
        }
        DecisionKind::Grant => {}
    }
}

fn write_rests_on(o: &mut Object<'_>, of: RestsOn, id: &str, basis: Option<&Arc<str>>) {
    o.text("of", of.as_str());
    o.text("id", id);
    o.cite_maybe("basis", basis.map(|basis| &**basis));
}

/// The rows that hold; with `force`, those that bind so.
fn write_holding(list: &mut Array<'_>, of: RestsOn, rows: &[Ground], truths: &[Truth], force: Option<Binding>) {
    for (row, holds) in rows.iter().zip(truths) {
        if *holds == Truth::True && force.is_none_or(|f| row.force == f) {
            let mut o = list.object();
            write_rests_on(&mut o, of, &row.id, row.basis.as_ref());
            o.some("note", row.note.as_deref());
        }
    }
}

fn authorities(evaluated: &EvaluatedLicence) -> Vec<Arc<str>> {
    let rows = &evaluated.program.licence.authority;
    let mut names: Vec<Arc<str>> = Vec::new();
    for row in evaluated.outcome.authority.iter().filter_map(|row| rows.get(*row)) {
        if !names.contains(&row.is) {
            names.push(row.is.clone());
        }
    }
    names
}

fn write_rows(mut list: Array<'_>, rows: &[Ground], truths: &[Truth]) {
    for (row, holds) in rows.iter().zip(truths) {
        let mut o = list.object();
        o.text("id", &row.id);
        o.text("holds", truth(*holds));
        o.cite_maybe("basis", row.basis.as_deref());
        o.some("note", row.note.as_deref());
    }
}

fn write_conditions_met(mut list: Array<'_>, conditions: &[Condition], found: &[ConditionOutcome]) {
    for (condition, found) in conditions.iter().zip(found) {
        let mut o = list.object();
        o.text("id", &condition.id);
        o.text("status", found.status.as_str());
        o.cite_maybe("basis", condition.basis.as_deref());
        o.maybe("check", condition.check.map(|c| c.as_str()));
        o.maybe("evidence", condition.evidence.as_deref());
        o.flag("curable", condition.curable);
        if let ConditionTest::Group(grouping, inside) = &condition.test {
            o.text("group", grouping.as_str());
            write_conditions_met(o.array("of"), inside, &found.of);
        }
    }
}

fn write_deadline(o: &mut Object<'_>, deadline: &Deadline, found: &DeadlineOutcome, follows: Silence) {
    o.text("what", &deadline.what);
    o.day("due", found.due);
    o.day("counted_from", found.from);
    let mut counted = o.array("counted");
    for (count, of) in &found.counted {
        if *count != 0 {
            let mut o = counted.object();
            o.int("count", *count);
            o.text("unit", length_unit(*of));
        }
    }
    counted.end();
    o.text("status", found.status.as_str());
    o.cite_maybe("basis", deadline.basis.as_deref());
    write_rest(o, found.rest);
    if deadline.promised.is_some() {
        o.day("promised_due", found.promised);
    }
    if follows != Silence::Nothing {
        o.text("else", follows.as_str());
    }
    if found.exists == Truth::Unknown {
        o.flag("certain", false);
    }
}

fn write_terms(mut list: Array<'_>, evaluated: &EvaluatedLicence) {
    for (term, found) in evaluated.program.licence.terms.iter().zip(&evaluated.outcome.terms) {
        let mut o = list.object();
        o.text("id", &term.id);
        o.text("kind", term.kind.as_str());
        if let Some(amount) = &found.amount {
            // A plain number has no unit.
            match term.rows.first().map(|row| &row.range.dimension).filter(|d| !d.is_none()) {
                Some(dimension) => write_range(&mut o.object("amount"), amount, dimension, &[]),
                None => write_range(&mut o.object("amount"), amount, &"", &[]),
            }
        }
        o.cite_maybe("basis", term.basis_of(&found.rows).map(|basis| &**basis));
    }
}

fn write_bans(mut list: Array<'_>, evaluated: &EvaluatedLicence) {
    for (ban, found) in evaluated.program.licence.bans.iter().zip(&evaluated.outcome.bans) {
        let mut o = list.object();
        o.text("id", &ban.id);
        o.text("holds", truth(found.holds));
        o.day("from", found.from);
        if ban.lasts.is_none() {
            o.text("until", BanEnd::ForGood.as_str());
        } else {
            o.day("until", found.until);
        }
        o.cite_maybe("basis", ban.basis.as_deref());
    }
}

fn write_renewal(o: &mut Object<'_>, evaluated: &EvaluatedLicence) {
    let (Some(renewal), Some(found)) = (&evaluated.program.licence.renewal, &evaluated.outcome.renewal) else { return };
    let mut o = o.object("renewal");
    o.text("status", found.status.as_str());
    o.day("opens", found.opens);
    o.day("closes", found.closes);
    o.text("undecided_at_expiry", truth(found.undecided));
    o.cite_maybe("basis", renewal.basis.as_deref());
    write_rest(&mut o, found.rest);
    if renewal.general.is_some() {
        o.day("general_closes", found.general);
        o.cite_maybe("general_basis", renewal.general_basis.as_deref());
    }
}

fn write_explanation(o: &mut Object<'_>, evaluated: &EvaluatedLicence, lang: Lang) {
    let EvaluatedLicence { program, facts, outcome, .. } = evaluated;
    let mut steps = o.array("steps");
    for step in outcome.trace.steps.iter().filter(|step| is_unit_step(step)) {
        write_unit_step(&mut steps.object(), &program.linked, &outcome.trace, step);
    }
    steps.end();
    write_conditions(o.array("conditions"), &program.linked, facts, &outcome.trace);
    let mut not_applied = o.array("not_applied");
    for (id, failed) in render::unmet_conditions(program, facts, outcome, lang) {
        if !failed.is_empty() {
            let mut o = not_applied.object();
            o.text("row", &id);
            o.null("tier");
            write_failed(o.array("failed"), &failed);
        }
    }
}

/// The rules of a licence, with what is unclear about each.
fn marks(program: &LicenceProgram) -> Vec<(&str, &Marks)> {
    let mut found: Vec<(&str, &Marks)> = Vec::new();
    for (rule, marks) in &program.linked.marks {
        found.push((rule, marks));
    }
    let licence = &program.licence;
    for rows in [&licence.exempt, &licence.bars, &licence.grounds] {
        for row in rows {
            found.push((&row.id, &row.marks));
        }
    }
    marks_of(&licence.conditions, &mut found);
    for row in &licence.documents {
        found.push((&row.id, &row.marks));
    }
    for row in &licence.steps {
        found.push((&row.id, &row.marks));
    }
    for row in &licence.deadlines {
        found.push((&row.what, &row.marks));
    }
    for row in &licence.routes {
        found.push((&row.id, &row.marks));
    }
    for row in &licence.terms {
        found.push((&row.id, &row.marks));
    }
    if let Some(row) = &licence.renewal {
        found.push((&licence.name, &row.marks));
    }
    for row in &licence.bans {
        found.push((&row.id, &row.marks));
    }
    found
}

fn marks_of<'c>(conditions: &'c [Condition], found: &mut Vec<(&'c str, &'c Marks)>) {
    for condition in conditions {
        found.push((&condition.id, &condition.marks));
        if let ConditionTest::Group(_, inside) = &condition.test {
            marks_of(inside, found);
        }
    }
}
