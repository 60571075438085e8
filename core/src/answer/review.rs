//! A decision held against an outcome, as JSON.

use std::fmt::Display;

use super::allowed::write_allowed_way;
use super::citations::write_citations;
use super::decision::at;
use super::explanation::Explained;
use super::outcome::write_bare_outcome;
use super::parts::{begin, write_measure};
use super::targets::write_way;
use super::write::{Array, Object};
use crate::decide::{Act, Evaluated, Finding, Justification, OffenceReview, Review, Subject};
use crate::link::Program;
use crate::outcome::Way;
use crate::render;
use crate::ruleset::Sanction;
use crate::value::Rational;
use crate::vocabulary::{AnswerKind, Lang};

/// The members of the answer to `do: review` of an offence.
pub(crate) fn write_review(
    o: &mut Object<'_>,
    act: &Act,
    of: &OffenceReview,
    lang: Lang,
    explained: &mut Explained<'_>,
) {
    let Some(version) = act.versions.get(of.version) else { return };
    let (evaluated, review) = (&version.of, &of.review);
    begin(o, AnswerKind::Review);
    o.text("offence", &evaluated.program.offence.id);
    o.text("at", at(version.later));
    o.text("result", review.result().as_str());
    o.flag("conforms", review.conforms());
    o.flag("determined", of.open.is_empty() && (review.conforms() || review.deviates()));
    let mut open = o.array("open");
    for name in &of.open {
        open.text(name);
    }
    open.end();
    write_findings(o, evaluated, review, lang);
    write_bare_outcome(&mut o.object("outcome"), evaluated, lang, explained);
    write_citations(o, &evaluated.program.linked.governing);
}

/// What was found, and the possibilities that the whole fits.
pub(super) fn write_findings(o: &mut Object<'_>, evaluated: &Evaluated, review: &Review, lang: Lang) {
    let mut findings = o.array("findings");
    for finding in &review.findings {
        write_finding(&mut findings.object(), evaluated, finding, lang);
    }
    findings.end();
    write_ways(o.array("fits"), &evaluated.program, &review.fits);
    match &review.way {
        Some(way) => write_allowed_way(&mut o.object("way"), evaluated, way),
        None => o.null("way"),
    }
}

fn write_ways(mut list: Array<'_>, program: &Program, ways: &[Way]) {
    for way in ways {
        write_way(&mut list.object(), program, *way);
    }
}

fn write_finding(o: &mut Object<'_>, evaluated: &Evaluated, finding: &Finding, lang: Lang) {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    o.maybe("target", finding.target.map(|t| t.as_str()));
    let (sanction, instance) = match &finding.subject {
        Subject::Verdict | Subject::Whole | Subject::Choice(_) => (None, None),
        Subject::Order(order) => (program.clause.orders.get(*order).map(|o| &*o.id), None),
        Subject::Sanction(id, instance) => (Some(&**id), *instance),
    };
    o.text("about", finding.subject.about().as_str());
    o.maybe("sanction", sanction);
    if let Subject::Choice(choice) = &finding.subject
        && let Some(choice) = program.clause.choices.get(*choice)
    {
        let mut of = o.array("of");
        for group in &choice.of {
            let mut ids = of.item().array();
            for id in group {
                ids.text(id);
            }
        }
    }
    o.text("code", finding.code.as_str());
    match &finding.proposed {
        None => o.null("proposed"),
        Some(proposed) => match proposed.amount {
            Some(amount) => o.shown("proposed", &amount),
            None => o.flag("proposed", true),
        },
    }
    let sanction = instance.and_then(|i| program.clause.sanctions.get(i));
    let unit: &dyn Display = sanction.map_or(&"", Sanction::unit_name);
    for (key, amount) in [("allowed", &finding.allowed), ("statutory", &finding.statutory)] {
        if let Some(amount) = amount {
            write_measure(&mut o.object(key), amount, unit, &[]);
        }
    }
    if let Some(by) = finding.by {
        o.shown("by", &by);
    }
    if let Some(percent) = finding.share.and_then(|s| s.mul(Rational::HUNDRED).ok()) {
        o.shown("by_percent", &percent);
    }
    if !finding.fits.is_empty() {
        write_ways(o.array("fits"), program, &finding.fits);
    }
    let mut needs = o.array("needs");
    for need in &finding.needs {
        needs.text(need.as_str());
    }
    needs.end();
    if evaluated.general.is_some() {
        let mut justified = o.array("justified_by");
        for justification in &finding.justified_by {
            write_justification(&mut justified.object(), program, justification);
        }
    }
    let mut basis = o.array("basis");
    if let Some(sanction) = sanction {
        let mut o = basis.object();
        o.text("for", "sanction");
        o.cite("citation", &sanction.basis);
    }
    for ground in &finding.grounds {
        let mut o = basis.object();
        o.text("for", ground.need.as_str());
        o.cite("citation", &ground.basis);
        o.some("unverified", ground.marks.unverified.as_deref());
        o.some("reading", ground.marks.reading.as_deref());
    }
    basis.end();
    o.text("message", &render::finding_message(program, facts, outcome, finding, lang));
}

fn write_justification(o: &mut Object<'_>, program: &Program, justification: &Justification) {
    let circumstance = program.circumstances.get(justification.circumstance);
    o.maybe("circumstance", circumstance.map(|c| &*c.id));
    o.text("direction", justification.direction.as_str());
    o.text("stands", justification.stands.as_str());
    match justification.reaches {
        Some(reaches) => o.flag("reaches", reaches),
        None => o.null("reaches"),
    }
    o.cite_maybe("basis", circumstance.map(|c| &*c.basis));
}
