//! An outcome as JSON: English keys and enum values, Chinese names as data, decimals as strings.

use std::fmt::Display;
use std::sync::Arc;

use super::explanation::{Explained, write_explanation};
use super::host::Evaluated;
use super::options::write_options;
use super::parts::{begin, once, write_measure, write_question, write_used};
use super::write::{Array, Object, Value, told};
use crate::expr::FactId;
use crate::link::{Governing, Program, Why};
use crate::outcome::{Limit, Possibility, ReviewPoint, Rule, SanctionOutcome, Step, TargetOutcome, Verdict, Way};
use crate::render::{self, Lang};
use crate::ruleset::{Marks, Pick, Sanction};

/// The answer to a request for an outcome.
pub fn outcome_json(evaluated: &Evaluated, lang: Lang) -> String {
    told(|o| write_outcome(o, evaluated, lang, &mut Explained::Within))
}

/// The members of that answer.
pub(super) fn write_outcome(o: &mut Object<'_>, evaluated: &Evaluated, lang: Lang, explained: &mut Explained<'_>) {
    let Evaluated { program, facts, outcome, general } = evaluated;
    begin(o, "penalty");
    o.text("offence", &program.offence.id);
    write_verdict(&mut o.object("verdict"), evaluated);
    o.flag("determined", evaluated.determined());
    write_targets(o.array("targets"), program, &outcome.trace.steps, &outcome.targets);
    let mut orders = o.array("orders");
    for found in &outcome.orders {
        let Some(order) = program.clause.orders.get(found.order) else { continue };
        let mut o = orders.object();
        o.text("id", &order.id);
        o.flag("certain", found.certain);
        o.text("basis", &order.basis);
    }
    orders.end();
    let mut options = o.array("options");
    if let Some(general) = general {
        write_options(&mut options, program, general, None);
    }
    options.end();
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
    match judged.verdict {
        Verdict::TimeBarred => o.text("kind", "time_barred"),
        Verdict::NotEstablished => o.text("kind", "not_established"),
        Verdict::NoPenalty(force) => {
            o.text("kind", "no_penalty");
            o.text("force", force.as_str());
            let ground = judged.ground.and_then(|c| evaluated.program.circumstances.get(c));
            o.some("ground", ground.map(|c| &*c.id));
        }
        Verdict::Sanctioned => o.text("kind", "sanctioned"),
    }
    if !judged.certain {
        o.flag("certain", false);
    }
}

pub(super) fn write_tier(place: Value<'_>, program: &Program, tier: Option<usize>) {
    match tier.and_then(|t| program.tiers.get(t)) {
        Some(tier) => place.text(&crate::compile::tier_name(tier)),
        None => place.null(),
    }
}

/// The sanctions of each target; `steps` say what bounded them.
pub(super) fn write_targets(mut list: Array<'_>, program: &Program, steps: &[Step], targets: &[TargetOutcome]) {
    for target in targets {
        write_target(&mut list.object(), program, steps, target);
    }
}

fn write_target(o: &mut Object<'_>, program: &Program, steps: &[Step], target: &TargetOutcome) {
    o.text("target", target.target.as_str());
    let mut tiers = o.array("tiers");
    for tier in &target.tiers {
        write_tier(tiers.item(), program, Some(*tier));
    }
    tiers.end();
    if target.maybe_no_tier {
        o.flag("maybe_no_tier", true);
    }
    if !target.positions.is_empty() {
        let mut ids = o.array("positions");
        for id in target.positions.iter().filter_map(|p| position_id(program, *p)) {
            ids.text(id);
        }
    }
    let mut sanctions = o.array("sanctions");
    for sanction in &target.sanctions {
        write_sanction(&mut sanctions.object(), program, steps, sanction);
    }
    sanctions.end();
    let mut choices = o.array("choices");
    for choice in target.choices.iter().filter_map(|c| program.clause.choices.get(*c)) {
        // Only what is there to choose from: a group whose sanctions do not exist here is no choice.
        let there = |id: &&Arc<str>| target.sanctions.iter().any(|s| s.id == **id);
        let mut o = choices.object();
        o.text(
            "pick",
            match choice.pick {
                Pick::One => "one",
                Pick::OneOrMore => "one_or_more",
            },
        );
        let mut of = o.array("of");
        for group in choice.of.iter().filter(|group| group.iter().any(|id| there(&id))) {
            let mut ids = of.item().array();
            for id in group.iter().filter(there) {
                ids.text(id);
            }
        }
    }
}

fn write_sanction(o: &mut Object<'_>, program: &Program, steps: &[Step], sanction: &SanctionOutcome) {
    let instances = || sanction.instances.iter().filter_map(|i| program.clause.sanctions.get(*i));
    let unit: &dyn Display = instances().next().map_or(&"", unit_name);
    o.text("id", &sanction.id);
    o.text("kind", sanction.kind.as_str());
    o.text("mode", if sanction.must { "must" } else { "may" });
    o.flag("certain", sanction.certain);
    if let Some(amount) = &sanction.amount {
        write_measure(&mut o.object("amount"), amount, unit, &bounded_by(steps, &sanction.instances));
    }
    if let Some(statutory) = &sanction.statutory {
        write_measure(&mut o.object("statutory"), statutory, unit, &[]);
    }
    let mut known: Vec<&str> = Vec::new();
    let mut bases = o.array("basis");
    for instance in instances() {
        once(&mut bases, &mut known, &instance.basis);
    }
    bases.end();
    write_possible(o.array("possible"), program, &sanction.possible, unit);
    if !sanction.authority.is_empty() {
        o.texts("authority", &sanction.authority);
    }
}

fn position_id(program: &Program, position: usize) -> Option<&str> {
    program.benchmark.as_ref().and_then(|b| b.positions.get(position)).map(|p| &*p.id)
}

/// What is possible, where more than one thing is.
fn write_possible(mut list: Array<'_>, program: &Program, possible: &[Possibility], unit: &dyn Display) {
    let different =
        possible.iter().any(|p| possible.first().is_some_and(|f| f.amount != p.amount || f.statutory != p.statutory));
    if !different {
        return;
    }
    for one in possible {
        let mut o = list.object();
        write_way(&mut o, program, one.way);
        if let Some(amount) = &one.amount {
            write_measure(&mut o.object("amount"), amount, unit, &[]);
        }
        if let Some(statutory) = &one.statutory {
            write_measure(&mut o.object("statutory"), statutory, unit, &[]);
        }
    }
}

/// The branch, tier (or the row, where it names none) and position of a possibility.
pub(super) fn write_way(o: &mut Object<'_>, program: &Program, way: Way) {
    o.maybe("branch", way.branch.and_then(|b| program.clause.branches.get(b)).map(|b| &*b.id));
    write_tier(o.at("tier"), program, way.tier);
    o.some("row", way.row.and_then(|r| program.benchmark.as_ref()?.rows.get(r)).map(|row| &*row.id));
    o.some("position", way.position.and_then(|n| position_id(program, n)));
}

/// The unit a sanction's quantity is written in.
pub(super) fn unit_name(sanction: &Sanction) -> &dyn Display {
    match sanction.quantity.rows().first() {
        Some(row) => &row.range.dimension,
        None => &"",
    }
}

fn bounded_by(steps: &[Step], instances: &[usize]) -> Vec<&'static str> {
    let mut found = Vec::new();
    for step in steps {
        if let Step::Bound { sanction, by, .. } = step
            && instances.contains(sanction)
            && !found.contains(&limit(*by))
        {
            found.push(limit(*by));
        }
    }
    found
}

pub(super) fn limit(by: Limit) -> &'static str {
    match by {
        Limit::Cap => "cap",
        Limit::Floor => "floor",
        Limit::Table => "table",
        Limit::StatuteMin => "statute.min",
        Limit::StatuteMax => "statute.max",
        Limit::Round => "round",
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
    let sanction = match point.rule {
        Rule::Sanction(s) => program.clause.sanctions.get(s),
        _ => None,
    };
    let unit: &dyn Display = sanction.map_or(&"元", unit_name);
    if let Some(before) = &point.before {
        write_measure(&mut o.object("before"), before, unit, &[]);
    }
    if let Some(after) = &point.after {
        write_measure(&mut o.object("after"), after, unit, &[]);
    }
    o.maybe("basis", point.basis.as_deref());
    o.text("message", &render::review_message(program, facts, point, lang));
}

/// The answer to a request for the next questions.
pub fn questions_json(evaluated: &Evaluated, lang: Lang) -> String {
    told(|o| {
        begin(o, "questions");
        o.flag("determined", evaluated.determined());
        write_needed(o.array("facts_needed"), &evaluated.program, &evaluated.needed(), lang);
    })
}

/// The questions still to be asked, best next one first.
fn write_needed(mut list: Array<'_>, program: &Program, needed: &[FactId], lang: Lang) {
    for id in needed {
        let (question, decides) = (render::question(program, *id, lang), render::decides(program, *id, lang));
        write_question(&mut list.object(), program.linked.facts.at(*id), &question, &decides);
    }
}

/// The versions of rulesets that govern.
pub(super) fn write_governing<'g>(mut list: Array<'_>, all: impl IntoIterator<Item = &'g Governing>) {
    for governing in all {
        let mut o = list.object();
        o.text("id", &governing.id);
        o.text("title", &governing.title);
        o.maybe("document", governing.document.as_deref());
        o.shown("from", &governing.from);
        o.day("through", governing.through);
        o.int("revision", governing.revision.into());
        o.shown("chosen_by", &governing.day);
        o.text(
            "why",
            match governing.why {
                Why::Offence => "has_offence",
                Why::Licence => "has_licence",
                Why::Used => "used",
                Why::General => "general",
                Why::Procedure => "procedure",
            },
        );
        o.text("sha256", &governing.digests.sha256);
    }
}

/// How unclear texts were read, and what is not verified: nothing where all is clear.
pub(super) fn write_notes(o: &mut Object<'_>, marks: &[(&str, &Marks)]) {
    if marks.iter().all(|(_, marks)| marks.unverified.is_none() && marks.reading.is_none()) {
        return;
    }
    let mut notes = o.array("notes");
    for (rule, marks) in marks {
        for (kind, text) in [("unverified", &marks.unverified), ("reading", &marks.reading)] {
            if let Some(text) = text {
                let mut o = notes.object();
                o.text("kind", kind);
                o.text("rule", rule);
                o.text("text", text);
            }
        }
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
