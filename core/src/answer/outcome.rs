//! An outcome as JSON: English keys and enum values, Chinese names as data, decimals as strings.

use std::fmt::Display;

use super::allowed::write_allowed;
use super::citations::write_citations;
use super::explanation::{Explained, write_explanation};
use super::governing::{write_governing, write_notes};
use super::options::write_options;
use super::parts::{begin, write_measure, write_question, write_used};
use super::targets::write_targets;
use super::write::{Array, Object, told};
use crate::decide::Evaluated;
use crate::expr::FactId;
use crate::link::Program;
use crate::outcome::{ReviewPoint, Verdict};
use crate::render;
use crate::ruleset::{Marks, Sanction};
use crate::vocabulary::{AnswerKind, Lang};

/// The answer to a request for an outcome.
pub fn outcome_json(evaluated: &Evaluated, lang: Lang) -> String {
    told(|o| write_outcome(o, evaluated, lang, &mut Explained::Within))
}

/// The members of that answer: the outcome and its citations.
pub(crate) fn write_outcome(o: &mut Object<'_>, evaluated: &Evaluated, lang: Lang, explained: &mut Explained<'_>) {
    write_bare_outcome(o, evaluated, lang, explained);
    write_citations(o, &evaluated.program.linked.governing);
}

/// The outcome as it stands in another answer, and as receipts digest it: without the table of citations.
pub(crate) fn write_bare_outcome(o: &mut Object<'_>, evaluated: &Evaluated, lang: Lang, explained: &mut Explained<'_>) {
    let Evaluated { program, facts, outcome, general, .. } = evaluated;
    begin(o, AnswerKind::Penalty);
    o.text("offence", &program.offence.id);
    o.text("offence_name", &program.offence.name);
    o.maybe("offence_code", program.offence.code.as_deref());
    o.text("ruleset", &program.linked.ruleset.head.id);
    o.text("ruleset_title", &program.linked.ruleset.head.title);
    write_verdict(&mut o.object("verdict"), evaluated);
    o.flag("determined", evaluated.determined());
    write_targets(o.array("targets"), program, &outcome.trace.steps, &outcome.targets);
    let mut orders = o.array("orders");
    for found in &outcome.orders {
        let Some(order) = program.clause.orders.get(found.order) else { continue };
        let mut o = orders.object();
        o.text("id", &order.id);
        o.flag("certain", found.certain);
        o.cite("basis", &order.basis);
    }
    orders.end();
    let mut options = o.array("options");
    if let Some(general) = general {
        write_options(&mut options, program, general, None);
    }
    options.end();
    if general.is_some() {
        write_allowed(&mut o.object("allowed"), evaluated, &evaluated.allowed());
    }
    let mut reviews = o.array("review_points");
    for point in &outcome.review_points {
        write_review(&mut reviews.object(), evaluated, point, lang);
    }
    for point in general.iter().flat_map(|g| &g.review_points) {
        write_review(&mut reviews.object(), evaluated, point, lang);
    }
    reviews.end();
    let open = evaluated.needed();
    write_needed(o.array("facts_needed"), program, &open, lang);
    write_used(o.array("facts_used"), &program.linked, facts, &outcome.used);
    let mut irrelevant = o.array("facts_irrelevant");
    for id in &outcome.irrelevant {
        if !open.contains(id) {
            irrelevant.text(&program.linked.facts.at(*id).name);
        }
    }
    for name in &facts.unread {
        irrelevant.text(name);
    }
    irrelevant.end();
    if let Some(place) = explained.place(o) {
        write_explanation(&mut place.object(), evaluated, lang);
    }
    write_governing(o.array("governing"), &program.linked.governing);
    write_notes(o, &marks(program));
}

pub(super) fn write_verdict(o: &mut Object<'_>, evaluated: &Evaluated) {
    let judged = evaluated.judged();
    o.text("kind", judged.verdict.kind().as_str());
    if let Verdict::NoPenalty(force) = judged.verdict {
        o.text("force", force.as_str());
        let ground = judged.ground.and_then(|c| evaluated.program.circumstances.get(c));
        o.some("ground", ground.map(|c| &*c.id));
    }
    if !judged.certain {
        o.flag("certain", false);
    }
}

fn write_review(o: &mut Object<'_>, evaluated: &Evaluated, point: &ReviewPoint, lang: Lang) {
    let Evaluated { program, facts, .. } = evaluated;
    o.text("code", point.code.as_str());
    o.text("rule", &render::rule_name(program, point.rule));
    if let Some(with) = point.with {
        o.text("with", &render::rule_name(program, with));
    }
    o.flag("certain", point.certain);
    let sanction = point.sanction().and_then(|id| program.clause.sanctions.get(id));
    let unit: &dyn Display = sanction.map_or(&"元", Sanction::unit_name);
    if let Some(before) = &point.before {
        write_measure(&mut o.object("before"), before, unit, &[]);
    }
    if let Some(after) = &point.after {
        write_measure(&mut o.object("after"), after, unit, &[]);
    }
    o.cite_maybe("basis", point.basis.as_deref());
    o.text("message", &render::review_message(program, facts, point, lang));
}

/// The answer to a request for the next questions.
pub fn questions_json(evaluated: &Evaluated, lang: Lang) -> String {
    told(|o| {
        begin(o, AnswerKind::Questions);
        o.flag("determined", evaluated.determined());
        write_needed(o.array("facts_needed"), &evaluated.program, &evaluated.needed(), lang);
        write_citations(o, &evaluated.program.linked.governing);
    })
}

/// The questions still to be asked, best next one first.
fn write_needed(mut list: Array<'_>, program: &Program, needed: &[FactId], lang: Lang) {
    for id in needed {
        let (question, decides) = (render::question(program, *id, lang), render::decides(program, *id, lang));
        write_question(&mut list.object(), program.linked.facts.at(*id), &question, &decides);
    }
}

/// The rules of an offence, with what is unclear about each.
fn marks(program: &Program) -> Vec<(&str, &Marks)> {
    let mut found: Vec<(&str, &Marks)> = Vec::new();
    for (rule, marks) in &program.linked.marks {
        found.push((rule, marks));
    }
    for branch in &program.clause.branches {
        found.push((&branch.id, &branch.marks));
    }
    for sanction in &program.clause.sanctions {
        found.push((&sanction.id, &sanction.marks));
    }
    if let Some(benchmark) = &program.benchmark {
        for row in &benchmark.rows {
            found.push((&row.id, &row.marks));
            for narrowing in &row.narrowings {
                found.push((&row.id, &narrowing.marks));
            }
        }
        for narrowing in &benchmark.common {
            found.push((&narrowing.sanction, &narrowing.marks));
        }
        for position in &benchmark.positions {
            found.push((&position.id, &position.marks));
        }
    }
    found
}
