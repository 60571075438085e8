//! An outcome as JSON: English keys and enum values, Chinese names as data, decimals as strings.

use std::sync::Arc;

use super::explanation::explanation_json;
use super::host::Evaluated;
use super::json::Json;
use super::options::options_json;
use crate::decide::Circumstances;
use crate::expr::{FactId, LevelSet, Num, Type, Val};
use crate::facts::Facts;
use crate::link::{Governing, Linked, Program, Why};
use crate::outcome::{
    Amount, Incomputable, Limit, Measure, Possibility, Rest, ReviewPoint, SanctionOutcome, Step, TargetOutcome,
    Verdict, Way,
};
use crate::render::{self, Lang};
use crate::ruleset::Pick;
use crate::value::{Bound, Date, LengthUnit, Rational, Truth};

/// The answer to a request for an outcome.
pub fn outcome_json(evaluated: &Evaluated, lang: Lang) -> Json {
    outcome(evaluated, lang, true)
}

/// The same; `explanation` is null unless `explained`, for a host that asks for it when someone opens it: most of an
/// answer is that.
pub(super) fn outcome(evaluated: &Evaluated, lang: Lang, explained: bool) -> Json {
    let Evaluated { program, facts, outcome, general } = evaluated;
    let targets: Vec<Json> = outcome.targets.iter().map(|t| target(program, &outcome.trace.steps, t)).collect();
    let orders: Vec<Json> = outcome
        .orders
        .iter()
        .filter_map(|o| {
            let order = program.clause.orders.get(o.order)?;
            Some(Json::object([("id", text(&order.id)), ("certain", o.certain.into()), ("basis", text(&order.basis))]))
        })
        .collect();
    let of_general = general.iter().flat_map(|g| &g.review_points);
    let reviews: Vec<Json> =
        outcome.review_points.iter().chain(of_general).map(|p| review(evaluated, p, lang)).collect();
    let used: Vec<Json> = outcome.used.iter().map(|id| fact_json(&program.linked, facts, *id)).collect();
    let open = evaluated.needed();
    let irrelevant =
        outcome.irrelevant.iter().filter(|id| !open.contains(id)).map(|id| text(&program.linked.facts.at(*id).name));
    let unread = facts.unread.iter().map(|name| Json::from(name.clone()));
    let irrelevant: Vec<Json> = irrelevant.chain(unread).collect();
    let mut members = vec![
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "penalty".into()),
        ("offence", text(&program.offence.id)),
        ("verdict", verdict(evaluated)),
        ("determined", evaluated.determined().into()),
        ("targets", targets.into()),
        ("orders", orders.into()),
        ("options", general.as_ref().map_or(Json::Array(Vec::new()), |g| options_json(program, g))),
        ("review_points", reviews.into()),
        ("facts_needed", needed_json(evaluated, lang)),
        ("facts_used", used.into()),
        ("facts_irrelevant", irrelevant.into()),
        ("explanation", if explained { explanation_json(evaluated, lang) } else { Json::Null }),
        ("governing", Json::Array(program.linked.governing.iter().map(governing).collect())),
    ];
    let notes = notes(program);
    if !notes.is_empty() {
        members.push(("notes", notes.into()));
    }
    Json::object(members)
}

/// The unit of a length in outcomes; procedures say `月` ([`super::procedure`]).
pub(super) fn length_unit(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::Day => "日",
        LengthUnit::WorkingDay => "工作日",
        LengthUnit::Month => "个月",
    }
}

/// What becomes of a last day that is a day of rest: nothing for one that is none.
pub(super) fn rest(rest: Rest) -> Option<(&'static str, Json)> {
    match rest {
        Rest::Stands => None,
        Rest::Moved(from) => Some(("moved_from", from.to_string().into())),
        Rest::Open(to) => Some(("due_if_moved", to.to_string().into())),
        Rest::NotKnown(year) => Some(("missing_year", i64::from(year).into())),
    }
}

pub(super) fn text(text: &Arc<str>) -> Json {
    Json::from(text.to_string())
}

pub(super) fn verdict(evaluated: &Evaluated) -> Json {
    let Evaluated { program, outcome, general, .. } = evaluated;
    let exempt = general.as_ref().and_then(Circumstances::exempt).filter(|_| outcome.verdict == Verdict::Sanctioned);
    let mut certain = outcome.verdict_certain;
    let mut members = Vec::new();
    match (outcome.verdict, exempt) {
        (Verdict::TimeBarred, _) => members.push(("kind", Json::from("time_barred"))),
        (Verdict::NotEstablished, _) => members.push(("kind", Json::from("not_established"))),
        (Verdict::NoPenalty(force), _) => {
            members.extend([("kind", Json::from("no_penalty")), ("force", force.as_str().into())]);
        }
        (Verdict::Sanctioned, Some((ground, true))) => {
            let ground = program.circumstances.get(ground).map_or(Json::Null, |c| text(&c.id));
            members.extend([("kind", Json::from("no_penalty")), ("force", "must".into()), ("ground", ground)]);
        }
        (Verdict::Sanctioned, exempt) => {
            members.push(("kind", "sanctioned".into()));
            certain = certain && exempt.is_none();
        }
    }
    if !certain {
        members.push(("certain", false.into()));
    }
    Json::object(members)
}

pub(super) fn tier(program: &Program, tier: usize) -> Json {
    program.tiers.get(tier).map_or(Json::Null, |t| Json::from(crate::compile::tier_name(t)))
}

/// The sanctions of one target; `steps` say what bounded them.
pub(super) fn target(program: &Program, steps: &[Step], target: &TargetOutcome) -> Json {
    let choices: Vec<Json> = target
        .choices
        .iter()
        .filter_map(|c| program.clause.choices.get(*c))
        .map(|choice| {
            // Only what is there to choose from: a group whose sanctions do not exist here is no choice.
            let there = |id: &&Arc<str>| target.sanctions.iter().any(|s| s.id == **id);
            let of: Vec<Json> = choice
                .of
                .iter()
                .map(|group| group.iter().filter(there).map(text).collect::<Vec<_>>())
                .filter(|group| !group.is_empty())
                .map(Json::from)
                .collect();
            let pick = match choice.pick {
                Pick::One => "one",
                Pick::OneOrMore => "one_or_more",
            };
            Json::object([("pick", Json::from(pick)), ("of", of.into())])
        })
        .collect();
    let tiers: Vec<Json> = target.tiers.iter().map(|t| tier(program, *t)).collect();
    let sanctions: Vec<Json> = target.sanctions.iter().map(|s| sanction(program, steps, s)).collect();
    let mut members = vec![("target", Json::from(target.target.as_str())), ("tiers", tiers.into())];
    if target.maybe_no_tier {
        members.push(("maybe_no_tier", true.into()));
    }
    if !target.positions.is_empty() {
        let ids = target.positions.iter().filter_map(|p| position_id(program, *p));
        members.push(("positions", Json::Array(ids.collect())));
    }
    members.extend([("sanctions", Json::from(sanctions)), ("choices", choices.into())]);
    Json::object(members)
}

fn sanction(program: &Program, steps: &[Step], sanction: &SanctionOutcome) -> Json {
    let instances: Vec<_> = sanction.instances.iter().filter_map(|i| program.clause.sanctions.get(*i)).collect();
    let unit = instances.first().map(|s| unit_name(s)).unwrap_or_default();
    let mut bases: Vec<Json> = Vec::new();
    for instance in &instances {
        let basis = text(&instance.basis);
        if !bases.contains(&basis) {
            bases.push(basis);
        }
    }
    let bounded = bounded_by(steps, &sanction.instances);
    let mut members = vec![
        ("id", text(&sanction.id)),
        ("kind", sanction.kind.as_str().into()),
        ("mode", if sanction.must { "must" } else { "may" }.into()),
        ("certain", sanction.certain.into()),
    ];
    if let Some(amount) = &sanction.amount {
        members.push(("amount", measure(amount, &unit, &bounded)));
    }
    if let Some(statutory) = &sanction.statutory {
        members.push(("statutory", measure(statutory, &unit, &[])));
    }
    members.push(("basis", bases.into()));
    members.push(("possible", possible(program, &sanction.possible, &unit)));
    if !sanction.authority.is_empty() {
        members.push(("authority", Json::Array(sanction.authority.iter().map(text).collect())));
    }
    Json::object(members)
}

fn position_id(program: &Program, position: usize) -> Option<Json> {
    program.benchmark.as_ref().and_then(|b| b.positions.get(position)).map(|p| text(&p.id))
}

/// What is possible, where more than one thing is.
fn possible(program: &Program, possible: &[Possibility], unit: &str) -> Json {
    let different =
        possible.iter().any(|p| possible.first().is_some_and(|f| f.amount != p.amount || f.statutory != p.statutory));
    if !different {
        return Json::Array(Vec::new());
    }
    let one = |p: &Possibility| {
        let mut members = way(program, p.way);
        if let Some(amount) = &p.amount {
            members.push(("amount", measure(amount, unit, &[])));
        }
        if let Some(statutory) = &p.statutory {
            members.push(("statutory", measure(statutory, unit, &[])));
        }
        Json::object(members)
    };
    Json::Array(possible.iter().map(one).collect())
}

/// The branch, tier (or the row, where it names none) and position of a possibility.
pub(super) fn way(program: &Program, way: Way) -> Vec<(&'static str, Json)> {
    let branch = way.branch.and_then(|b| program.clause.branches.get(b)).map(|b| text(&b.id));
    let mut members =
        vec![("branch", branch.unwrap_or(Json::Null)), ("tier", way.tier.map_or(Json::Null, |t| tier(program, t)))];
    if let Some(row) = way.row.and_then(|r| program.benchmark.as_ref()?.rows.get(r)) {
        members.push(("row", text(&row.id)));
    }
    if let Some(position) = way.position.and_then(|n| position_id(program, n)) {
        members.push(("position", position));
    }
    members
}

/// The unit a sanction's quantity is written in.
pub(super) fn unit_name(sanction: &crate::ruleset::Sanction) -> String {
    sanction.quantity.rows().first().map(|r| r.range.dimension.to_string()).unwrap_or_default()
}

fn bounded_by(steps: &[Step], instances: &[usize]) -> Vec<Json> {
    let mut found = Vec::new();
    for step in steps {
        if let Step::Bound { sanction, by, .. } = step
            && instances.contains(sanction)
        {
            let word = Json::from(limit(*by));
            if !found.contains(&word) {
                found.push(word);
            }
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

/// An amount: `{"kind":"range",…}` or `{"kind":"incomputable",…}`, never 0 for what cannot be computed.
pub(super) fn measure(measure: &Measure, unit: &str, bounded: &[Json]) -> Json {
    match measure {
        Measure::Incomputable(why) => Json::object([
            ("kind", Json::from("incomputable")),
            (
                "why",
                match why {
                    Incomputable::ZeroBase => "zero_base",
                    Incomputable::NoRow => "no_row",
                }
                .into(),
            ),
        ]),
        Measure::Range(amount) => range(amount, unit, bounded),
    }
}

fn range(amount: &Amount, unit: &str, bounded: &[Json]) -> Json {
    let hull = amount.hull();
    let mut members = vec![
        ("kind", Json::from("range")),
        ("min", end(hull.lo())),
        ("max", end(hull.hi())),
        ("unit", unit.to_owned().into()),
    ];
    if let Some(default) = amount.default.and_then(Num::point) {
        members.push(("default", number(default)));
    }
    members.push(("bounded_by", bounded.to_vec().into()));
    Json::object(members)
}

pub(super) fn end(bound: Bound) -> Json {
    match bound {
        Bound::Unbounded => "unbounded".into(),
        Bound::Inclusive(n) => Json::object([("value", number(n)), ("inclusive", true.into())]),
        Bound::Exclusive(n) => Json::object([("value", number(n)), ("inclusive", false.into())]),
    }
}

/// A number as a decimal; one that does not terminate as a fraction, exactly.
pub(super) fn number(n: Rational) -> Json {
    n.to_string().into()
}

fn review(evaluated: &Evaluated, point: &ReviewPoint, lang: Lang) -> Json {
    let Evaluated { program, facts, .. } = evaluated;
    let mut members =
        vec![("code", Json::from(point.code.as_str())), ("rule", render::rule_name(program, point.rule).into())];
    if let Some(with) = point.with {
        members.push(("with", render::rule_name(program, with).into()));
    }
    members.push(("certain", point.certain.into()));
    let unit = match point.rule {
        crate::outcome::Rule::Sanction(s) => program.clause.sanctions.get(s).map(unit_name),
        _ => None,
    };
    let unit = unit.unwrap_or_else(|| "元".to_owned());
    if let Some(before) = &point.before {
        members.push(("before", measure(before, &unit, &[])));
    }
    if let Some(after) = &point.after {
        members.push(("after", measure(after, &unit, &[])));
    }
    members.push(("basis", point.basis.as_ref().map_or(Json::Null, text)));
    members.push(("message", render::review_message(program, facts, point, lang).into()));
    Json::object(members)
}

/// The answer to a request for the next questions.
pub fn questions_json(evaluated: &Evaluated, lang: Lang) -> Json {
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "questions".into()),
        ("determined", evaluated.determined().into()),
        ("facts_needed", needed_json(evaluated, lang)),
    ])
}

/// The questions still to be asked, best next one first.
pub(super) fn needed_json(evaluated: &Evaluated, lang: Lang) -> Json {
    let program = &evaluated.program;
    let one = |id: &FactId| {
        let fact = program.linked.facts.at(*id);
        let (question, decides) = (render::question(&**program, *id, lang), render::decides(program, *id, lang));
        Json::object(question_members(fact, question, decides))
    };
    Json::Array(evaluated.needed().iter().map(one).collect())
}

/// A question: what is asked, how it is answered, and what the answer decides.
pub(super) fn question_members(
    fact: &crate::ruleset::FactDecl,
    question: String,
    decides: String,
) -> Vec<(&'static str, Json)> {
    let mut members = vec![("name", text(&fact.name)), ("type", type_name(fact).into())];
    if let Some(unit) = &fact.unit {
        members.push(("unit", text(&unit.name)));
    }
    let levels = match &fact.ty {
        Type::List(inner) => inner,
        ty => ty,
    };
    if let Type::Levels(levels) = levels {
        members.push(("of", Json::Array(levels.names.iter().map(text).collect())));
    }
    members.push(("unascertainable", fact.can_be_unascertainable.into()));
    members.push(("question", question.into()));
    members.push(("decides", decides.into()));
    members.push(("basis", fact.basis.as_ref().map_or(Json::Null, text)));
    members
}

/// The word of the format for the type of a fact.
pub(super) fn type_name(fact: &crate::ruleset::FactDecl) -> &'static str {
    match &fact.ty {
        Type::Truth if fact.finding => "finding",
        Type::Number(_) if fact.integer && !fact.money => "integer",
        ty => type_word(ty, fact.money),
    }
}

/// The word of the format for a type, of a fact or of a part of one.
pub(super) fn type_word(ty: &Type, money: bool) -> &'static str {
    match ty {
        Type::Truth => "yes-no",
        Type::Number(_) if money => "money",
        Type::Number(_) => "number",
        Type::Date => "date",
        Type::Levels(levels) if levels.ordered => "level",
        Type::Levels(_) => "choice",
        Type::Text => "text",
        Type::List(_) => "list",
        Type::Record(_) => "record",
    }
}

/// A fact that was given, with its value.
pub(super) fn fact_json(linked: &Linked, facts: &Facts, id: FactId) -> Json {
    let fact = linked.facts.at(id);
    let value = match facts.get(id) {
        crate::facts::Fact::Given(value) => value_json(&fact.ty, value, fact.unit.as_ref()),
        _ => Json::Null,
    };
    let mut members = vec![("name", text(&fact.name)), ("value", value)];
    if let Some(unit) = &fact.unit {
        members.push(("unit", text(&unit.name)));
    }
    Json::object(members)
}

/// A truth as a word.
pub(super) fn truth(truth: Truth) -> Json {
    match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Unknown => "unknown",
    }
    .into()
}

/// A value as data, in the unit the fact is given in.
pub(super) fn value_json(ty: &Type, value: &Val, unit: Option<&crate::value::Unit>) -> Json {
    match (ty, value) {
        (_, Val::Truth(Truth::Unknown)) => Json::Null,
        (_, Val::Truth(t)) => Json::from(*t == Truth::True),
        (Type::Date, Val::Num(n)) => n
            .point()
            .and_then(Rational::to_i64)
            .and_then(|n| Date::from_day_number(n).ok())
            .map_or(Json::Null, |d| d.to_string().into()),
        (_, Val::Num(n)) => {
            let scaled = |n: Rational| unit.map_or(Ok(n), |u| n.div(u.scale));
            match n {
                Num::Point(n) => scaled(*n).map_or(Json::Null, number),
                Num::Range(r) => Json::object([("min", end(r.lo())), ("max", end(r.hi()))]),
            }
        }
        (Type::Levels(levels), Val::Levels(set)) => level_names(&levels.names, *set),
        (_, Val::Text(t)) => t.as_ref().map_or(Json::Null, text),
        (Type::List(inner), Val::List(Some(items))) => {
            Json::Array(items.iter().map(|(v, _)| value_json(inner, v, unit)).collect())
        }
        (Type::Record(fields), Val::Record(values)) => {
            let members = fields.iter().zip(values.iter());
            Json::Object(members.map(|((name, ty), v)| (name.to_string().into(), value_json(ty, v, None))).collect())
        }
        _ => Json::Null,
    }
}

/// One level by its name, several as a list.
pub(super) fn level_names(names: &[Arc<str>], set: LevelSet) -> Json {
    let named: Vec<Json> = set.positions().filter_map(|p| names.get(p).map(text)).collect();
    match (named.len(), set.has_none()) {
        (0, _) => Json::Null,
        (1, false) => named.into_iter().next().unwrap_or(Json::Null),
        _ => named.into(),
    }
}

pub(super) fn governing(governing: &Governing) -> Json {
    Json::object([
        ("id", text(&governing.id)),
        ("title", text(&governing.title)),
        ("document", governing.document.as_ref().map_or(Json::Null, text)),
        ("from", governing.from.to_string().into()),
        ("through", governing.through.map(|d| d.to_string()).into()),
        ("revision", governing.revision.into()),
        ("chosen_by", governing.day.to_string().into()),
        (
            "why",
            match governing.why {
                Why::Offence => "has_offence",
                Why::Licence => "has_licence",
                Why::Used => "used",
                Why::General => "general",
                Why::Procedure => "procedure",
            }
            .into(),
        ),
        ("sha256", text(&governing.digests.sha256)),
    ])
}

/// How unclear texts were read.
fn notes(program: &Program) -> Vec<Json> {
    let mut found = Vec::new();
    let mut note = |rule: String, marks: &crate::ruleset::Marks| {
        for (kind, text) in [("unverified", &marks.unverified), ("reading", &marks.reading)] {
            if let Some(text) = text {
                found.push(Json::object([
                    ("kind", Json::from(kind)),
                    ("rule", rule.clone().into()),
                    ("text", text.to_string().into()),
                ]));
            }
        }
    };
    for (rule, marks) in &program.linked.marks {
        note(rule.to_string(), marks);
    }
    for branch in &program.clause.branches {
        note(branch.id.to_string(), &branch.marks);
    }
    for sanction in &program.clause.sanctions {
        note(sanction.id.to_string(), &sanction.marks);
    }
    if let Some(benchmark) = &program.benchmark {
        for row in &benchmark.rows {
            note(row.id.to_string(), &row.marks);
            for narrowing in &row.narrowings {
                note(row.id.to_string(), &narrowing.marks);
            }
        }
        for narrowing in &benchmark.common {
            note(narrowing.sanction.to_string(), &narrowing.marks);
        }
        for position in &benchmark.positions {
            note(position.id.to_string(), &position.marks);
        }
    }
    found
}
