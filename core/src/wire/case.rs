//! The decision of a whole case as JSON: each act under the law that governs it, then together.

use std::sync::Arc;

use super::acts::case_json;
use super::computed::stored;
use super::failure::Failure;
use super::json::Json;
use super::options::options_json;
use super::outcome::{governing, length_unit, measure, number, outcome, question_members, text, truth, unit_name};
use super::procedure::{not_due, procedure_json, procedure_law, procedure_points};
use super::receipt::{digest, ruleset_digest, without_spans};
use super::replay::compared;
use super::request::{Action, Request};
use crate::decide::{
    Act, Between, Case, CasePoint, Concurrence, Dates, Day, Decision, FineOf, LimitationStatus, Part, Period,
    Procedures, Total, Version, Winner, needed,
};
use crate::expr::{Num, Type};
use crate::outcome::{Amount, Measure};
use crate::render::{self, Form, Lang};
use crate::ruleset::SanctionKind;
use crate::syntax::Node;
use crate::value::{Date, Interval, Truth};

/// What a request about a whole case is answered with: the decision with the words, the letter and the receipt it asks
/// for, or the difference from the stored receipt.
///
/// # Errors
/// A replay without a receipt.
pub fn decision_answer(decision: &Decision, case: &Case, request: &Request) -> Result<Json, Failure> {
    if request.action == Action::Replay {
        return Ok(replay_decision_json(decision, case, stored(request)?));
    }
    Ok(told(decision, request.lang, request.explanation).with([
        ("text", request.text.map(|style| render::render_decision(decision, style).into())),
        ("letter", request.letter.then(|| render::letter(decision).into())),
        ("receipt", request.receipt.then(|| case_receipt_json(decision, case))),
    ]))
}

/// The decision of a whole case.
pub fn decision_json(decision: &Decision, lang: Lang) -> Json {
    told(decision, lang, true)
}

/// The same; every `explanation` is null unless `explained`.
fn told(decision: &Decision, lang: Lang, explained: bool) -> Json {
    let acts = decision.acts.iter().map(|a| act_json(a, lang, explained));
    let (procedure, none) = (decision.procedures.as_ref(), || Json::Array(Vec::new()));
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "decision".into()),
        ("determined", decision.determined.into()),
        ("acts", Json::Array(acts.collect())),
        ("concurrence", Json::Array(decision.concurrence.iter().map(|c| concurrence(decision, c, lang)).collect())),
        ("totals", Json::Array(decision.totals.iter().map(|t| total(decision, t)).collect())),
        ("orders", Json::Array(decision.acts.iter().flat_map(orders).collect())),
        ("options", Json::Array(decision.acts.iter().flat_map(options).collect())),
        ("procedure", procedure.map_or_else(none, procedure_json)),
        ("procedure_points", procedure.map_or_else(none, |p| procedure_points(p, lang))),
        ("procedure_law", procedure.map_or(Json::Null, procedure_law)),
        ("not_due", procedure.map_or_else(none, not_due)),
        ("rights", Json::Array(decision.rights.iter().map(right).collect())),
        ("review_points", Json::Array(decision.points.iter().map(|p| point(decision, p, lang)).collect())),
        ("facts_needed", facts_needed(decision, lang)),
        ("explanation", if explained { explanation(decision, lang) } else { Json::Null }),
        ("governing", Json::Array(decision.governing().into_iter().map(governing).collect())),
    ])
}

fn explanation(decision: &Decision, lang: Lang) -> Json {
    let lines = render::decision_lines(decision, lang, Form::Brief).into_iter().map(|line| {
        Json::object([
            ("part", Json::from(line.section.as_str())),
            ("heading", line.heading.into()),
            ("text", line.text.into()),
            ("basis", line.basis.into()),
        ])
    });
    Json::Array(lines.collect())
}

fn maybe(of: Option<&Arc<str>>) -> Json {
    of.map_or(Json::Null, text)
}

fn id_of(decision: &Decision, act: usize) -> Json {
    decision.acts.get(act).map_or(Json::Null, |a| text(&a.id))
}

pub(super) fn ids(decision: &Decision, acts: &[usize]) -> Json {
    Json::Array(acts.iter().map(|a| id_of(decision, *a)).collect())
}

fn act_json(act: &Act, lang: Lang, explained: bool) -> Json {
    let mut members = vec![("id", text(&act.id))];
    if let Some(party) = &act.party {
        members.push(("party", text(party)));
    }
    let sole = match act.governs.applies.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let versions =
        act.versions.iter().zip(0usize..).map(|(v, number)| version(act, v, number, sole, (lang, explained)));
    members.extend([
        ("dates", dates(&act.dates)),
        ("law", law(act, lang)),
        ("versions", Json::Array(versions.collect())),
        ("limitation", limitation(act, lang)),
        ("outcome", sole.and_then(|n| act.versions.get(n)).map_or(Json::Null, |v| outcome(&v.of, lang, explained))),
    ]);
    Json::object(members)
}

fn dates(dates: &Dates) -> Json {
    let one = |day: Day| match day {
        Day::On(date) => date.to_string().into(),
        Day::Unascertainable => Json::from("无法查明"),
        Day::Missing => Json::Null,
    };
    Json::object([
        ("act", one(dates.act)),
        ("end", one(dates.end)),
        ("discovered", one(dates.found)),
        ("filed", one(dates.filed)),
        ("decided", one(dates.decided)),
        ("continuing", dates.continuing.into()),
    ])
}

fn law(act: &Act, lang: Lang) -> Json {
    let mut members = vec![("result", Json::from(act.governs.result.as_str()))];
    if let Some(comparison) = act.governs.comparison {
        members.push(("comparison", comparison.as_str().into()));
    }
    if let Some((apply, law, row)) = act.governs.transition {
        let found = act.at_decision.as_ref().and_then(|laws| laws.get(law));
        let row = found.and_then(|l| l.rules.transition.get(row));
        members.push((
            "transition",
            Json::object([
                ("apply", Json::from(apply.as_str())),
                ("ruleset", found.map_or(Json::Null, |l| text(&l.ruleset().head().id))),
                ("row", row.map_or(Json::Null, |r| text(&r.id))),
                ("basis", maybe(row.and_then(|r| r.basis.as_ref()))),
            ]),
        ));
    }
    members.push(("message", render::law_message(act, lang).into()));
    Json::object(members)
}

/// A version with its outcome, where that is not the outcome of the act already.
fn version(act: &Act, version: &Version, number: usize, sole: Option<usize>, told: (Lang, bool)) -> Json {
    let (program, head) = (&version.of.program, &version.of.program.linked.ruleset.head);
    let mut members = vec![
        ("at", Json::from(if version.later { "decision" } else { "act" })),
        ("ruleset", text(&head.id)),
        ("from", head.from.to_string().into()),
        ("offence", text(&program.offence.id)),
        ("name", text(&program.offence.name)),
        ("basis", text(&program.clause.basis)),
        ("applies", act.governs.applies.contains(&number).into()),
    ];
    if sole != Some(number) {
        let (lang, explained) = told;
        members.push(("outcome", outcome(&version.of, lang, explained)));
    }
    Json::object(members)
}

fn limitation(act: &Act, lang: Lang) -> Json {
    let limitation = &act.limitation;
    let mut members = vec![
        ("status", Json::from(limitation.status.as_str())),
        ("over", between(limitation.over)),
        ("discovered", between(limitation.discovered)),
        ("periods", Json::Array(limitation.periods.iter().map(|p| period(act, p)).collect())),
    ];
    if limitation.status == LimitationStatus::Possible {
        members.push(("needed", Json::Array(limitation.needed.iter().map(text).collect())));
    }
    members.push(("message", render::limitation_message(act, lang).into()));
    Json::object(members)
}

fn between(days: Between) -> Json {
    let day = |day: Option<Date>| Json::from(day.map(|d| d.to_string()));
    Json::object([("first", day(days.first)), ("last", day(days.last))])
}

fn period(act: &Act, period: &Period) -> Json {
    let laws = if period.later { act.at_decision.as_ref() } else { Some(&act.at_act) };
    let law = laws.and_then(|l| l.get(period.law));
    let row = law.and_then(|l| l.rules.limitation.get(period.row));
    let mut members = vec![
        ("at", Json::from(if period.later { "decision" } else { "act" })),
        ("ruleset", law.map_or(Json::Null, |l| text(&l.ruleset().head().id))),
        ("row", row.map_or(Json::Null, |r| text(&r.id))),
        ("holds", truth(period.holds)),
        (
            "length",
            match period.length {
                Num::Point(n) => number(n),
                Num::Range(_) => Json::Null,
            },
        ),
        ("unit", length_unit(period.unit).into()),
        ("through", period.through.map(|d| d.to_string()).into()),
        ("barred", truth(period.barred)),
        ("basis", maybe(row.and_then(|r| r.basis.as_ref()))),
    ];
    for (key, mark) in [("unverified", row.map(|r| &r.marks.unverified)), ("reading", row.map(|r| &r.marks.reading))] {
        if let Some(Some(why)) = mark {
            members.push((key, text(why)));
        }
    }
    Json::object(members)
}

fn concurrence(decision: &Decision, one: &Concurrence, lang: Lang) -> Json {
    let winner = |winner: Winner| match winner {
        Winner::Act(act) => Json::object([("kind", Json::from("act")), ("act", id_of(decision, act))]),
        Winner::Tie => Json::object([("kind", Json::from("equal"))]),
        Winner::Open => Json::object([("kind", Json::from("open"))]),
    };
    let fine = |fine: &FineOf| {
        let mut members = vec![("act", id_of(decision, fine.act)), ("sanction", text(&fine.sanction))];
        for (key, amount) in [("statutory", &fine.statutory), ("amount", &fine.amount)] {
            if let Some(amount) = amount {
                members.push((key, measure(amount, "元", &[])));
            }
        }
        members.push(("left", one.left.contains(&fine.act).into()));
        Json::object(members)
    };
    Json::object([
        ("acts", ids(decision, &one.acts)),
        ("target", one.target.as_str().into()),
        ("fines", Json::Array(one.fines.iter().map(fine).collect())),
        ("by_maximum", winner(one.by_maximum)),
        ("by_computed", winner(one.by_computed)),
        ("agrees", one.agrees().into()),
        ("fine_of", ids(decision, &one.left)),
        ("rule", one.says.map(|s| s.as_str().to_owned()).into()),
        ("basis", maybe(one.basis.as_ref())),
        ("message", render::concurrence_message(decision, one, lang).into()),
    ])
}

fn total(decision: &Decision, total: &Total) -> Json {
    let unit = match total.kind {
        SanctionKind::Fine | SanctionKind::Confiscate => "元",
        SanctionKind::Detention => "日",
        _ => "分",
    };
    let amount = |of: Interval| measure(&Measure::Range(Amount::of(of)), unit, &[]);
    let mut members = Vec::new();
    if let Some(party) = &total.party {
        members.push(("party", text(party)));
    }
    members.extend([
        ("target", Json::from(total.target.as_str())),
        ("kind", total.kind.as_str().into()),
        ("parts", Json::Array(total.parts.iter().map(|p| part(decision, total, p)).collect())),
        ("sum", total.sum.map_or(Json::Null, amount)),
    ]);
    if let Some(cap) = &total.cap {
        members.push((
            "cap",
            Json::object([
                ("before", amount(cap.before)),
                ("at", amount(cap.at)),
                ("certain", (cap.holds == Truth::True).into()),
                ("basis", maybe(cap.basis.as_ref())),
            ]),
        ));
    }
    Json::object(members)
}

fn part(decision: &Decision, total: &Total, part: &Part) -> Json {
    let mut members = vec![
        ("act", id_of(decision, part.act)),
        ("sanction", text(&part.sanction)),
        ("certain", part.surely.into()),
        ("counts", truth(part.counts)),
    ];
    let version = decision
        .acts
        .get(part.act)
        .and_then(|a| a.governing().find_map(|v| v.of.outcome.sanction(total.target, &part.sanction).map(|s| (v, s))));
    let instance = version.and_then(|(v, s)| v.of.program.clause.sanctions.get(*s.instances.first()?));
    if let Some(amount) = &part.amount {
        members.push(("amount", measure(amount, &instance.map(unit_name).unwrap_or_default(), &[])));
    }
    members.push(("basis", maybe(instance.map(|i| &i.basis))));
    Json::object(members)
}

/// Corrective orders, which stand whether or not there is a penalty.
fn orders(act: &Act) -> Vec<Json> {
    let mut found: Vec<Json> = Vec::new();
    let several = act.governs.applies.len() > 1;
    for version in act.governing() {
        let own = version.of.outcome.orders.iter().filter_map(|o| {
            let order = version.of.program.clause.orders.get(o.order)?;
            Some((order, o.certain && !several))
        });
        for (order, certain) in own {
            let one = Json::object([
                ("act", text(&act.id)),
                ("id", text(&order.id)),
                ("certain", certain.into()),
                ("basis", text(&order.basis)),
            ]);
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

/// What the general part lets the penalty of an act become, under each law that may govern it.
fn options(act: &Act) -> Vec<Json> {
    let one = |version: &Version| {
        let general = version.of.general.as_ref()?;
        let of = options_json(&version.of.program, general);
        let at = if version.later { "decision" } else { "act" };
        let with = |option: &Json| {
            let own = [("act", text(&act.id)), ("at", at.into())].into_iter().map(|(key, value)| (key.into(), value));
            Json::Object(own.chain(option.members().to_vec()).collect())
        };
        Some(of.items().iter().map(with).collect::<Vec<_>>())
    };
    act.governing().filter_map(one).flatten().collect()
}

fn right(right: &crate::decide::Right) -> Json {
    Json::object([
        ("id", text(&right.id)),
        ("certain", (right.holds == Truth::True).into()),
        ("basis", maybe(right.basis.as_ref())),
    ])
}

fn point(decision: &Decision, point: &CasePoint, lang: Lang) -> Json {
    Json::object([
        ("code", Json::from(point.code.as_str())),
        ("acts", ids(decision, &point.acts)),
        ("certain", point.certain.into()),
        ("names", Json::Array(point.names.iter().map(text).collect())),
        ("basis", maybe(point.basis.as_ref())),
        ("message", render::case_message(point, lang).into()),
    ])
}

/// The questions of all acts, days first, each with the acts it matters to; then those of the procedure.
fn facts_needed(decision: &Decision, lang: Lang) -> Json {
    let one = |(name, acts): (Arc<str>, Vec<usize>)| {
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
        let mut members = match declared {
            Some(fact) if fact.ty != Type::Date || !crate::compile::DATES.contains(&&*name) => {
                question_members(fact, question, decides)
            }
            _ => vec![
                ("name", text(&name)),
                ("type", "date".into()),
                ("unascertainable", true.into()),
                ("question", question.into()),
                ("decides", render::decides_day(&name, lang).into()),
                ("basis", Json::Null),
            ],
        };
        members.push(("acts", ids(decision, &acts)));
        Json::object(members)
    };
    Json::Array(needed(decision).into_iter().map(one).collect())
}

/// A receipt over a decision: the versions it rests on, the case as asked, the decision without text.
///
/// The digests are SHA-256 and SM3 of the canonical form (RFC 8785); the decision is digested in one language.
pub fn case_receipt_json(decision: &Decision, case: &Case) -> Json {
    let acts = decision.acts.iter().map(|act| {
        let program = act.versions.first().map(|v| &v.of.program);
        Json::object([
            ("id", text(&act.id)),
            ("ruleset", program.map_or(Json::Null, |p| text(&p.linked.ruleset.head.id))),
            ("offence", program.map_or(Json::Null, |p| text(&p.offence.id))),
        ])
    });
    let mut rulesets: Vec<Json> = Vec::new();
    for governing in decision.governing() {
        let one = ruleset_digest(governing);
        if !rulesets.contains(&one) {
            rulesets.push(one);
        }
    }
    Json::object([
        ("engine", Json::from(env!("CARGO_PKG_VERSION"))),
        ("contract", super::CONTRACT.into()),
        ("kind", "decision".into()),
        ("acts", Json::Array(acts.collect())),
        ("rulesets", rulesets.into()),
        ("facts", digest(&case_json(case))),
        ("outcome", digest(&without_spans(decision_json(decision, Lang::Zh)))),
    ])
}

/// The answer to `do: replay` of a decision: as [`replay_json`](super::replay_json), for a whole case.
pub fn replay_decision_json(decision: &Decision, case: &Case, stored: &Node) -> Json {
    compared(case_receipt_json(decision, case), stored)
}
