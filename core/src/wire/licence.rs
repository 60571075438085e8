//! The outcome of a licence as JSON.

use std::sync::Arc;

use super::explanation::{conditions_json, unit_step};
use super::json::Json;
use super::outcome::{fact_json, governing, length_unit, measure, question_members, rest, text, truth};
use crate::facts::Facts;
use crate::link::LicenceProgram;
use crate::outcome::{
    ConditionOutcome, ConditionStatus, DeadlineOutcome, Decision, DecisionKind, DocumentStatus, LicenceOutcome,
    Measure, StepStatus,
};
use crate::render::{self, Lang};
use crate::ruleset::{Binding, Condition, ConditionTest, Ground, Marks, Silence};
use crate::value::{Date, Truth};

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
pub fn licence_json(evaluated: &EvaluatedLicence, lang: Lang) -> Json {
    licence_outcome(evaluated, lang, true)
}

/// The same; `explanation` is null unless `explained`.
pub(super) fn licence_outcome(evaluated: &EvaluatedLicence, lang: Lang, explained: bool) -> Json {
    let EvaluatedLicence { program, facts, as_of, outcome } = evaluated;
    let (licence, linked) = (&program.licence, &program.linked);
    let conditions: Vec<Json> =
        licence.conditions.iter().zip(&outcome.conditions).map(|(c, found)| condition(c, found)).collect();
    let documents = licence.documents.iter().zip(&outcome.documents).map(|(document, status)| {
        Json::object([
            ("id", text(&document.id)),
            ("status", status.as_str().into()),
            ("for", Json::Array(document.shows.iter().map(text).collect())),
            ("form", document.form.map(|f| f.as_str()).into()),
            ("basis", maybe(document.basis.as_ref())),
        ])
    });
    let steps = licence.steps.iter().zip(&outcome.steps).map(|(step, status)| {
        Json::object([
            ("id", text(&step.id)),
            ("kind", step.kind.as_str().into()),
            ("status", status.as_str().into()),
            ("before", step.before.as_str().into()),
            ("basis", maybe(step.basis.as_ref())),
        ])
    });
    let routes = licence.routes.iter().zip(&outcome.routes).map(|(route, taken)| {
        Json::object([
            ("id", text(&route.id)),
            ("taken", truth(*taken)),
            ("waives", Json::Array(route.waives.iter().map(text).collect())),
            ("note", maybe(route.note.as_ref())),
            ("basis", maybe(route.basis.as_ref())),
        ])
    });
    let deadlines = licence.deadlines.iter().zip(&outcome.deadlines).filter(|(_, d)| d.exists != Truth::False);
    let deadlines = deadlines.map(|(limit, found)| deadline(limit, found));
    let reviews = outcome.review_points.iter().map(|point| {
        Json::object([
            ("code", Json::from(point.code.as_str())),
            ("rule", text(&point.rule)),
            ("certain", point.certain.into()),
            ("basis", maybe(point.basis.as_ref())),
            ("message", render::licence_review(program, facts, outcome, point, lang).into()),
        ])
    });
    let irrelevant = outcome.irrelevant.iter().map(|id| text(&linked.facts.at(*id).name));
    let irrelevant = irrelevant.chain(facts.unread.iter().map(|name| Json::from(name.clone())));
    let mut members = vec![
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "licence".into()),
        ("licence", text(&licence.id)),
        ("procedure", licence.procedure.as_str().into()),
        ("determined", outcome.determined.into()),
        ("decision", decision(evaluated)),
        ("authority", Json::Array(authorities(evaluated).iter().map(text).collect())),
        ("exempt", rows(&licence.exempt, &outcome.exempt)),
        ("conditions", conditions.into()),
        ("bars", rows(&licence.bars, &outcome.bars)),
        ("documents", Json::Array(documents.collect())),
        ("steps", Json::Array(steps.collect())),
        ("routes", Json::Array(routes.collect())),
        ("deadlines", Json::Array(deadlines.collect())),
        ("terms", terms(evaluated)),
        ("grounds", rows(&licence.grounds, &outcome.grounds)),
        ("bans", bans(evaluated)),
    ];
    members.extend(renewal(evaluated).map(|renewal| ("renewal", renewal)));
    if let (Some(quota), Some(exhausted)) = (&licence.quota, outcome.exhausted) {
        members.push((
            "quota",
            Json::object([
                ("exhausted", truth(exhausted)),
                ("order", quota.order.is.as_str().into()),
                ("order_basis", maybe(quota.order.basis.as_ref())),
                ("basis", maybe(quota.basis.as_ref())),
            ]),
        ));
    }
    members.extend([
        ("as_of", as_of.map(|day| day.to_string()).into()),
        ("review_points", Json::Array(reviews.collect())),
        ("facts_needed", licence_needed_json(evaluated, lang)),
        ("facts_used", Json::Array(outcome.used.iter().map(|id| fact_json(linked, facts, *id)).collect())),
        ("facts_irrelevant", Json::Array(irrelevant.collect())),
        ("explanation", if explained { explanation(evaluated, lang) } else { Json::Null }),
        ("governing", Json::Array(linked.governing.iter().map(governing).collect())),
    ]);
    let notes = notes(program);
    if !notes.is_empty() {
        members.push(("notes", notes.into()));
    }
    Json::object(members)
}

/// The answer to a request for the next questions.
pub fn licence_questions_json(evaluated: &EvaluatedLicence, lang: Lang) -> Json {
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "questions".into()),
        ("determined", evaluated.outcome.determined.into()),
        ("facts_needed", licence_needed_json(evaluated, lang)),
    ])
}

fn licence_needed_json(evaluated: &EvaluatedLicence, lang: Lang) -> Json {
    let program = &*evaluated.program;
    let one = |id: &crate::expr::FactId| {
        let question = render::question(program, *id, lang);
        let decides = render::licence_decides(program, *id, lang);
        Json::object(question_members(program.linked.facts.at(*id), question, decides))
    };
    Json::Array(evaluated.outcome.needed.iter().map(one).collect())
}

pub(super) fn maybe(text_: Option<&Arc<str>>) -> Json {
    text_.map_or(Json::Null, text)
}

fn decided(decision: &Decision) -> Vec<(&'static str, Json)> {
    vec![
        ("kind", Json::from(decision.kind.as_str())),
        ("by", decision.by.as_str().into()),
        ("force", decision.force.as_str().into()),
    ]
}

/// The decision with what it rests on; while several are possible, all of them.
fn decision(evaluated: &EvaluatedLicence) -> Json {
    let EvaluatedLicence { program, outcome, .. } = evaluated;
    let Some(one) = outcome.decision() else {
        let possible = outcome.possible.iter().map(|d| Json::object(decided(d))).collect();
        return Json::object([("kind", Json::from("open")), ("possible", Json::Array(possible))]);
    };
    let licence = &program.licence;
    let mut members = decided(&one);
    let named = |of: &'static str, id: &Arc<str>, basis: Option<&Arc<str>>, note: Option<&Arc<str>>| {
        let mut members = vec![("of", Json::from(of)), ("id", text(id)), ("basis", maybe(basis))];
        members.extend(note.map(|note| ("note", text(note))));
        Json::object(members)
    };
    let hold = |of: &'static str, rows: &[Ground], truths: &[Truth], force: Option<Binding>| -> Vec<Json> {
        let holding =
            rows.iter().zip(truths).filter(|(row, t)| **t == Truth::True && force.is_none_or(|f| row.force == f));
        holding.map(|(row, _)| named(of, &row.id, row.basis.as_ref(), row.note.as_ref())).collect()
    };
    match one.kind {
        DecisionKind::NotRequired => {
            members.push(("grounds", hold("exempt", &licence.exempt, &outcome.exempt, None).into()));
        }
        DecisionKind::NotAccepted => {
            members.push(("authority", Json::Array(authorities(evaluated).iter().map(text).collect())));
        }
        DecisionKind::Supplement => {
            let missing = licence.documents.iter().zip(&outcome.documents);
            let missing = missing.filter(|(_, s)| **s == DocumentStatus::Missing).map(|(d, _)| text(&d.id));
            members.push(("missing", Json::Array(missing.collect())));
        }
        DecisionKind::Pending => {
            let missing = licence.steps.iter().zip(&outcome.steps);
            let missing = missing.filter(|(_, s)| **s == StepStatus::Missing).map(|(s, _)| text(&s.id));
            members.push(("steps", Json::Array(missing.collect())));
        }
        DecisionKind::Refuse => {
            let failed = licence.conditions.iter().zip(&outcome.conditions);
            let failed = failed.filter(|(_, found)| found.status == ConditionStatus::Failed);
            let mut grounds: Vec<Json> =
                failed.map(|(c, _)| named("condition", &c.id, c.basis.as_ref(), None)).collect();
            grounds.extend(hold("bar", &licence.bars, &outcome.bars, None));
            if let (Some(quota), Some(Truth::True)) = (&licence.quota, outcome.exhausted) {
                grounds.push(named("quota", &Arc::from("数量"), quota.basis.as_ref(), None));
            }
            members.push(("grounds", grounds.into()));
        }
        DecisionKind::Revoke | DecisionKind::Withdraw | DecisionKind::Cancel => {
            members.push(("grounds", hold("ground", &licence.grounds, &outcome.grounds, Some(one.force)).into()));
        }
        DecisionKind::Keep => {
            members
                .push(("grounds", hold("ground", &licence.grounds, &outcome.grounds, Some(Binding::MustNot)).into()));
        }
        DecisionKind::Grant => {}
    }
    Json::object(members)
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

fn rows(rows: &[Ground], truths: &[Truth]) -> Json {
    let one = |(row, holds): (&Ground, &Truth)| {
        let mut members = vec![("id", text(&row.id)), ("holds", truth(*holds)), ("basis", maybe(row.basis.as_ref()))];
        members.extend(row.note.as_ref().map(|note| ("note", text(note))));
        Json::object(members)
    };
    Json::Array(rows.iter().zip(truths).map(one).collect())
}

fn condition(condition: &Condition, found: &ConditionOutcome) -> Json {
    let mut members = vec![
        ("id", text(&condition.id)),
        ("status", Json::from(found.status.as_str())),
        ("basis", maybe(condition.basis.as_ref())),
        ("check", condition.check.map(|c| c.as_str()).into()),
        ("evidence", maybe(condition.evidence.as_ref())),
        ("curable", condition.curable.into()),
    ];
    if let ConditionTest::Group(grouping, inside) = &condition.test {
        let of = inside.iter().zip(&found.of).map(|(inner, found)| self::condition(inner, found));
        members.extend([("group", grouping.as_str().into()), ("of", Json::Array(of.collect()))]);
    }
    Json::object(members)
}

fn day(date: Option<Date>) -> Json {
    date.map(|date| date.to_string()).into()
}

fn deadline(deadline: &crate::ruleset::Deadline, found: &DeadlineOutcome) -> Json {
    let counted = found
        .counted
        .iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, of)| Json::object([("count", Json::from(*count)), ("unit", length_unit(*of).into())]));
    let mut members = vec![
        ("what", text(&deadline.what)),
        ("due", day(found.due)),
        ("counted_from", day(found.from)),
        ("counted", Json::Array(counted.collect())),
        ("status", found.status.as_str().into()),
        ("basis", maybe(deadline.basis.as_ref())),
    ];
    members.extend(rest(found.rest));
    if deadline.promised.is_some() {
        members.push(("promised_due", day(found.promised)));
    }
    if deadline.otherwise != Silence::Nothing {
        members.push(("else", deadline.otherwise.as_str().into()));
    }
    if found.exists == Truth::Unknown {
        members.push(("certain", false.into()));
    }
    Json::object(members)
}

fn terms(evaluated: &EvaluatedLicence) -> Json {
    let terms = evaluated.program.licence.terms.iter().zip(&evaluated.outcome.terms).map(|(term, found)| {
        // A plain number has no unit.
        let dimension = term.rows.first().map(|row| &row.range.dimension).filter(|d| !d.is_none());
        let dimension = dimension.map(ToString::to_string).unwrap_or_default();
        let row_basis = match found.rows.as_slice() {
            [one] => term.rows.get(*one).and_then(|row| row.basis.as_ref()),
            _ => None,
        };
        let mut members = vec![("id", text(&term.id)), ("kind", Json::from(term.kind.as_str()))];
        members.extend(found.amount.map(|a| ("amount", measure(&Measure::Range(a), &dimension, &[]))));
        members.push(("basis", maybe(row_basis.or(term.basis.as_ref()))));
        Json::object(members)
    });
    Json::Array(terms.collect())
}

fn bans(evaluated: &EvaluatedLicence) -> Json {
    let bans = evaluated.program.licence.bans.iter().zip(&evaluated.outcome.bans).map(|(ban, found)| {
        Json::object([
            ("id", text(&ban.id)),
            ("holds", truth(found.holds)),
            ("from", day(found.from)),
            ("until", if ban.lasts.is_none() { "for_good".into() } else { day(found.until) }),
            ("basis", maybe(ban.basis.as_ref())),
        ])
    });
    Json::Array(bans.collect())
}

fn renewal(evaluated: &EvaluatedLicence) -> Option<Json> {
    let (renewal, found) = (evaluated.program.licence.renewal.as_ref()?, evaluated.outcome.renewal.as_ref()?);
    let mut members = vec![
        ("status", Json::from(found.status.as_str())),
        ("opens", day(found.opens)),
        ("closes", day(found.closes)),
        ("undecided_at_expiry", truth(found.undecided)),
        ("basis", maybe(renewal.basis.as_ref())),
    ];
    if renewal.general.is_some() {
        members.push(("general_closes", day(found.general)));
        members.push(("general_basis", maybe(renewal.general_basis.as_ref())));
    }
    Some(Json::object(members))
}

fn explanation(evaluated: &EvaluatedLicence, lang: Lang) -> Json {
    let EvaluatedLicence { program, facts, outcome, .. } = evaluated;
    let steps = outcome.trace.steps.iter().filter_map(|step| unit_step(&program.linked, &outcome.trace, step));
    let failed = render::unmet_conditions(program, facts, outcome, lang)
        .into_iter()
        .filter(|(_, f)| !f.is_empty())
        .map(|(id, failed)| {
            let failed = failed.into_iter().map(|f| {
                Json::object([
                    ("condition", Json::from(f.condition)),
                    ("expected", f.expected.into()),
                    ("actual", f.actual.into()),
                ])
            });
            Json::object([("row", text(&id)), ("tier", Json::Null), ("failed", Json::Array(failed.collect()))])
        });
    Json::object([
        ("steps", Json::Array(steps.collect())),
        ("conditions", conditions_json(&program.linked, facts, &outcome.trace)),
        ("not_applied", Json::Array(failed.collect())),
    ])
}

/// How unclear texts were read, and what is not verified.
fn notes(program: &LicenceProgram) -> Vec<Json> {
    let mut found = Vec::new();
    let mut note =
        |rule: &Arc<str>, marks: &Marks| {
            for (kind, words) in [("unverified", &marks.unverified), ("reading", &marks.reading)] {
                found.extend(words.as_ref().map(|words| {
                    Json::object([("kind", Json::from(kind)), ("rule", text(rule)), ("text", text(words))])
                }));
            }
        };
    let licence = &program.licence;
    program.linked.marks.iter().for_each(|(rule, marks)| note(rule, marks));
    for row in licence.exempt.iter().chain(&licence.bars).chain(&licence.grounds) {
        note(&row.id, &row.marks);
    }
    fn all<'c>(conditions: &'c [Condition], note: &mut dyn FnMut(&'c Arc<str>, &'c Marks)) {
        for condition in conditions {
            note(&condition.id, &condition.marks);
            if let ConditionTest::Group(_, inside) = &condition.test {
                all(inside, note);
            }
        }
    }
    all(&licence.conditions, &mut |rule, marks| note(rule, marks));
    licence.documents.iter().for_each(|row| note(&row.id, &row.marks));
    licence.steps.iter().for_each(|row| note(&row.id, &row.marks));
    licence.deadlines.iter().for_each(|row| note(&row.what, &row.marks));
    licence.routes.iter().for_each(|row| note(&row.id, &row.marks));
    licence.terms.iter().for_each(|row| note(&row.id, &row.marks));
    licence.renewal.iter().for_each(|row| note(&licence.name, &row.marks));
    licence.bans.iter().for_each(|row| note(&row.id, &row.marks));
    found
}
