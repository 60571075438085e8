//! The decision of a whole case as JSON: each act under the law that governs it, then together.

use std::sync::Arc;

use super::citations::write_citations;
use super::explanation::Explained;
use super::governing::write_governing;
use super::options::write_options;
use super::outcome::write_bare_outcome;
use super::parts::{begin, length_unit, truth, write_measure, write_number, write_question, write_range};
use super::procedure::{write_not_due, write_procedure, write_procedure_law, write_procedure_points};
use super::write::{Array, Object, told};
use crate::decide::{
    Act, ActShare, Between, CasePoint, Concurrence, Dates, Day, Decision, LimitationPeriod, Part, Procedures, Right,
    Total, Version, Winner, needed,
};
use crate::expr::{Num, Type};
use crate::outcome::Amount;
use crate::render;
use crate::ruleset::Sanction;
use crate::value::{Interval, Truth};
use crate::vocabulary::{AnswerKind, At, Form, Lang, LimitationStatus};

/// The decision of a whole case.
pub fn decision_json(decision: &Decision, lang: Lang) -> String {
    told(|o| write_decision(o, decision, lang, &mut Explained::Within))
}

/// The members of it: the decision and its citations; the explanations of the acts stay with them.
pub(crate) fn write_decision(o: &mut Object<'_>, decision: &Decision, lang: Lang, explained: &mut Explained<'_>) {
    write_bare_decision(o, decision, lang, explained);
    write_citations(o, decision.governing());
}

/// The decision as it stands in another answer, and as receipts digest it: without the table of citations.
pub(crate) fn write_bare_decision(o: &mut Object<'_>, decision: &Decision, lang: Lang, explained: &mut Explained<'_>) {
    let wanted = explained.are_wanted();
    begin(o, AnswerKind::Decision);
    o.flag("determined", decision.determined);
    let mut acts = o.array("acts");
    for act in &decision.acts {
        write_act(&mut acts.object(), act, lang, wanted);
    }
    acts.end();
    let mut concurrence = o.array("concurrence");
    for one in &decision.concurrence {
        write_concurrence(&mut concurrence.object(), decision, one, lang);
    }
    concurrence.end();
    let mut totals = o.array("totals");
    for total in &decision.totals {
        write_total(&mut totals.object(), decision, total);
    }
    totals.end();
    let mut orders = o.array("orders");
    for act in &decision.acts {
        write_orders(&mut orders, act);
    }
    orders.end();
    let mut options = o.array("options");
    // What the general part lets the penalty of an act become, under each law that may govern it.
    for act in &decision.acts {
        for version in act.governing() {
            if let Some(general) = &version.of.general {
                write_options(&mut options, &version.of.program, general, Some((&act.id, at(version.later))));
            }
        }
    }
    options.end();
    write_steps(o, decision.procedures.as_ref(), lang);
    let mut rights = o.array("rights");
    for right in &decision.rights {
        write_right(&mut rights.object(), right);
    }
    rights.end();
    let mut points = o.array("review_points");
    for point in &decision.points {
        write_point(&mut points.object(), decision, point, lang);
    }
    points.end();
    write_needed(o.array("facts_needed"), decision, lang);
    if let Some(place) = explained.place(o) {
        write_lines(place.array(), decision, lang);
    }
    write_governing(o.array("governing"), decision.governing());
}

/// The members that tell the procedure of a case.
pub(super) fn write_steps(o: &mut Object<'_>, procedures: Option<&Procedures>, lang: Lang) {
    match procedures {
        Some(found) => {
            write_procedure(o.array("procedure"), found);
            write_procedure_points(o.array("procedure_points"), found, lang);
            write_procedure_law(&mut o.object("procedure_law"), found);
            write_not_due(o.array("not_due"), found);
        }
        None => {
            o.array("procedure").end();
            o.array("procedure_points").end();
            o.null("procedure_law");
            o.array("not_due").end();
        }
    }
}

fn write_lines(mut list: Array<'_>, decision: &Decision, lang: Lang) {
    for line in render::decision_lines(decision, lang, Form::Brief) {
        let mut o = list.object();
        o.text("part", line.section.as_str());
        o.text("heading", &line.heading);
        o.text("text", &line.text);
        o.cite_maybe("basis", line.basis.as_deref());
    }
}

/// Under the law of which day.
pub(super) fn at(later: bool) -> &'static str {
    At::of(later).as_str()
}

fn id_of(decision: &Decision, act: usize) -> Option<&str> {
    decision.acts.get(act).map(|a| &*a.id)
}

pub(super) fn write_ids(mut list: Array<'_>, decision: &Decision, acts: &[usize]) {
    for act in acts {
        list.item().maybe(id_of(decision, *act));
    }
}

fn write_act(o: &mut Object<'_>, act: &Act, lang: Lang, explained: bool) {
    o.text("id", &act.id);
    o.some("party", act.party.as_deref());
    if let ActShare::Person(of) = &act.share {
        o.text("responsible_for", of);
    }
    let sole = match act.governs.applies.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    write_dates(&mut o.object("dates"), &act.dates);
    write_law(&mut o.object("law"), act, lang);
    let mut versions = o.array("versions");
    for (version, number) in act.versions.iter().zip(0usize..) {
        let mut o = versions.object();
        write_version(&mut o, act, version, number);
        // The outcome, where that is not the outcome of the act already.
        if sole != Some(number) {
            write_bare_outcome(&mut o.object("outcome"), &version.of, lang, &mut Explained::wanted(explained));
        }
    }
    versions.end();
    write_limitation(&mut o.object("limitation"), act, lang);
    match sole.and_then(|n| act.versions.get(n)) {
        Some(version) => {
            write_bare_outcome(&mut o.object("outcome"), &version.of, lang, &mut Explained::wanted(explained));
        }
        None => o.null("outcome"),
    }
}

fn write_dates(o: &mut Object<'_>, dates: &Dates) {
    for (key, day) in [
        ("act", dates.act),
        ("end", dates.end),
        ("discovered", dates.found),
        ("filed", dates.filed),
        ("decided", dates.decided),
    ] {
        match day {
            Day::On(date) => o.shown(key, &date),
            Day::Unascertainable => o.text(key, "无法查明"),
            Day::Missing => o.null(key),
        }
    }
    o.flag("continuing", dates.continuing);
}

fn write_law(o: &mut Object<'_>, act: &Act, lang: Lang) {
    o.text("result", act.governs.result.as_str());
    o.some("comparison", act.governs.comparison.map(|c| c.as_str()));
    if let Some((apply, law, row)) = act.governs.transition {
        let found = act.at_decision.as_ref().and_then(|laws| laws.get(law));
        let row = found.and_then(|l| l.rules.transition.get(row));
        let mut o = o.object("transition");
        o.text("apply", apply.as_str());
        o.maybe("ruleset", found.map(|l| &*l.ruleset().head().id));
        o.maybe("row", row.map(|r| &*r.id));
        o.cite_maybe("basis", row.and_then(|r| r.basis.as_deref()));
    }
    o.text("message", &render::law_message(act, lang));
}

fn write_version(o: &mut Object<'_>, act: &Act, version: &Version, number: usize) {
    let (program, head) = (&version.of.program, &version.of.program.linked.ruleset.head);
    o.text("at", at(version.later));
    o.text("ruleset", &head.id);
    o.shown("from", &head.from);
    o.text("offence", &program.offence.id);
    o.text("name", &program.offence.name);
    o.cite("basis", &program.clause.basis);
    o.flag("applies", act.governs.applies.contains(&number));
}

fn write_limitation(o: &mut Object<'_>, act: &Act, lang: Lang) {
    let limitation = &act.limitation;
    o.text("status", limitation.status.as_str());
    write_between(&mut o.object("over"), limitation.over);
    write_between(&mut o.object("discovered"), limitation.discovered);
    let mut periods = o.array("periods");
    for period in &limitation.periods {
        write_period(&mut periods.object(), act, period);
    }
    periods.end();
    if limitation.status == LimitationStatus::Possible {
        o.texts("needed", &limitation.needed);
    }
    o.text("message", &render::limitation_message(act, lang));
}

fn write_between(o: &mut Object<'_>, days: Between) {
    o.day("first", days.first);
    o.day("last", days.last);
}

fn write_period(o: &mut Object<'_>, act: &Act, period: &LimitationPeriod) {
    let laws = if period.later { act.at_decision.as_ref() } else { Some(&act.at_act) };
    let law = laws.and_then(|l| l.get(period.law));
    let row = law.and_then(|l| l.rules.limitation.get(period.row));
    o.text("at", at(period.later));
    o.maybe("ruleset", law.map(|l| &*l.ruleset().head().id));
    o.maybe("row", row.map(|r| &*r.id));
    o.text("holds", truth(period.holds));
    write_number(o.at("length"), Num::point(period.length));
    o.text("unit", length_unit(period.unit));
    o.day("through", period.through);
    o.text("barred", truth(period.barred));
    o.cite_maybe("basis", row.and_then(|r| r.basis.as_deref()));
    o.some("unverified", row.and_then(|r| r.marks.unverified.as_deref()));
    o.some("reading", row.and_then(|r| r.marks.reading.as_deref()));
}

fn write_concurrence(o: &mut Object<'_>, decision: &Decision, one: &Concurrence, lang: Lang) {
    write_ids(o.array("acts"), decision, &one.acts);
    o.text("target", one.target.as_str());
    let mut fines = o.array("fines");
    for fine in &one.fines {
        let mut o = fines.object();
        o.maybe("act", id_of(decision, fine.act));
        o.text("sanction", &fine.sanction);
        for (key, amount) in [("statutory", &fine.statutory), ("amount", &fine.amount)] {
            if let Some(amount) = amount {
                write_measure(&mut o.object(key), amount, &"元", &[]);
            }
        }
        o.flag("left", one.left.contains(&fine.act));
    }
    fines.end();
    write_winner(&mut o.object("by_maximum"), decision, one.by_maximum);
    write_winner(&mut o.object("by_computed"), decision, one.by_computed);
    o.flag("agrees", one.agrees());
    write_ids(o.array("fine_of"), decision, &one.left);
    o.maybe("rule", one.says.map(|s| s.as_str()));
    o.cite_maybe("basis", one.basis.as_deref());
    o.text("message", &render::concurrence_message(decision, one, lang));
}

fn write_winner(o: &mut Object<'_>, decision: &Decision, winner: Winner) {
    o.text("kind", winner.kind().as_str());
    if let Winner::Act(act) = winner {
        o.maybe("act", id_of(decision, act));
    }
}

fn write_total(o: &mut Object<'_>, decision: &Decision, total: &Total) {
    let unit = total.kind.bears().unit_name();
    let write_amount = |mut o: Object<'_>, of: Interval| write_range(&mut o, &Amount::of(of), &unit, &[]);
    o.some("party", total.party.as_deref());
    o.text("target", total.target.as_str());
    o.text("kind", total.kind.as_str());
    let mut parts = o.array("parts");
    for part in &total.parts {
        write_part(&mut parts.object(), decision, total, part);
    }
    parts.end();
    match total.sum {
        Some(sum) => write_amount(o.object("sum"), sum),
        None => o.null("sum"),
    }
    if let Some(cap) = &total.cap {
        let mut o = o.object("cap");
        write_amount(o.object("before"), cap.before);
        write_amount(o.object("at"), cap.at);
        o.flag("certain", cap.holds == Truth::True);
        o.cite_maybe("basis", cap.basis.as_deref());
    }
}

fn write_part(o: &mut Object<'_>, decision: &Decision, total: &Total, part: &Part) {
    o.maybe("act", id_of(decision, part.act));
    o.text("sanction", &part.sanction);
    o.flag("certain", part.surely);
    o.text("counts", truth(part.counts));
    let version = decision
        .acts
        .get(part.act)
        .and_then(|a| a.governing().find_map(|v| v.of.outcome.sanction(total.target, &part.sanction).map(|s| (v, s))));
    let instance = version.and_then(|(v, s)| v.of.program.clause.sanctions.get(*s.instances.first()?));
    if let Some(amount) = &part.amount {
        write_measure(&mut o.object("amount"), amount, instance.map_or(&"", Sanction::unit_name), &[]);
    }
    o.cite_maybe("basis", instance.map(|i| &*i.basis));
}

/// Corrective orders, which stand whether or not there is a penalty.
fn write_orders(list: &mut Array<'_>, act: &Act) {
    let several = act.governs.applies.len() > 1;
    let mut known: Vec<(&Arc<str>, bool, &Arc<str>)> = Vec::new();
    for version in act.governing() {
        for found in &version.of.outcome.orders {
            let Some(order) = version.of.program.clause.orders.get(found.order) else { continue };
            let one = (&order.id, found.certain && !several, &order.basis);
            if known.contains(&one) {
                continue;
            }
            known.push(one);
            let mut o = list.object();
            o.text("act", &act.id);
            o.text("id", one.0);
            o.flag("certain", one.1);
            o.cite("basis", one.2);
        }
    }
}

fn write_right(o: &mut Object<'_>, right: &Right) {
    o.text("id", &right.id);
    o.flag("certain", right.holds == Truth::True);
    o.cite_maybe("basis", right.basis.as_deref());
}

fn write_point(o: &mut Object<'_>, decision: &Decision, point: &CasePoint, lang: Lang) {
    o.text("code", point.code.as_str());
    write_ids(o.array("acts"), decision, &point.acts);
    o.flag("certain", point.certain);
    o.texts("names", &point.names);
    o.cite_maybe("basis", point.basis.as_deref());
    o.text("message", &render::case_message(point, lang));
}

/// The questions of all acts, days first, each with the acts it matters to; then those of the procedure.
fn write_needed(mut list: Array<'_>, decision: &Decision, lang: Lang) {
    for (name, acts) in needed(decision) {
        let question = render::case_question(decision, &name, lang);
        let of = acts.iter().filter_map(|a| decision.acts.get(*a));
        let programs = of.clone().flat_map(Act::governing).map(|v| &v.of.program);
        let decides = programs.filter_map(|p| p.fact(&name).map(|id| render::decides(p, id, lang)));
        let decides = decides.reduce(|known, other| if known.is_empty() { other } else { known });
        let of_act = of.flat_map(render::declared).find(|f| f.name == name);
        let decides = match (decides, of_act) {
            (Some(decides), _) => decides,
            (None, Some(_)) => String::new(),
            (None, None) => render::decides_procedure(lang).to_owned(),
        };
        let declared =
            of_act.or_else(|| decision.procedures.iter().flat_map(Procedures::facts).find(|f| f.name == name));
        let mut o = list.object();
        match declared {
            Some(fact) if fact.ty != Type::Date || !crate::compile::DATES.contains(&&*name) => {
                write_question(&mut o, fact, &question, &decides);
            }
            _ => {
                o.text("name", &name);
                o.text("type", "date");
                o.flag("unascertainable", true);
                o.text("question", &question);
                o.text("decides", render::decides_day(&name, lang));
                o.null("basis");
            }
        }
        write_ids(o.array("acts"), decision, &acts);
    }
}
