//! The procedure of a decision as JSON, and the request that asks for it alone.

use std::sync::Arc;

use super::explanation::reads;
use super::failure::Failure;
use super::host::Host;
use super::json::Json;
use super::outcome::{governing, measure, number, question_members, rest, text, truth};
use super::request::Request;
use crate::decide::{
    DutyOutcome, Limit, Planned, Prevails, ProcedureGround, ProcedureOutcome, ProcedurePoint, Run, StandardOutcome,
    SumOutcome, procedure,
};
use crate::expr::{AtomId, Cond, EvalError, FactId, Num, walk};
use crate::facts::{FactCode, FactError, Facts, decode_each};
use crate::link::{Linked, ProcedureProgram};
use crate::outcome::{Amount, Measure};
use crate::render::{self, Lang};
use crate::ruleset::{Duty, SanctionKind, Target};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::{Bound, Date, Interval, LengthUnit, Rational, Truth};

/// The procedure of a request.
#[derive(Debug)]
pub struct Procedures {
    /// The procedures in force on the day.
    pub programs: Vec<ProcedureProgram>,
    /// The day they were chosen by.
    pub day: Date,
    /// The fact, or `on`, that the day comes from.
    pub chosen_by: &'static str,
    /// What is due.
    pub outcome: ProcedureOutcome,
    /// Later versions that may govern the decision while its day is not known: id and first day.
    pub later: Vec<(Arc<str>, Date)>,
}

impl Host {
    /// The procedure for what is planned, or for what the outcome of an offence leaves possible.
    ///
    /// # Errors
    /// Ruleset, link, facts or evaluation: never mixed.
    pub fn procedure(&self, request: &Request) -> Result<Procedures, Failure> {
        let library = self.with(request)?;
        let (day, chosen_by) = procedure_day(&request.facts, request.on)?.ok_or_else(|| no_day(request.span))?;
        let programs = library.link_procedures(day).map_err(Failure::Link)?;
        let mut units: Vec<&Linked> = programs.iter().map(AsRef::as_ref).collect();
        let program = if request.offence.is_empty() {
            None
        } else {
            let day = super::host::day(request)?;
            Some(library.link(&request.ruleset, &request.offence, day).map_err(Failure::Link)?)
        };
        units.extend(program.as_ref().map(AsRef::as_ref));
        let mut facts = decode_each(&units, &request.facts).map_err(Failure::Facts)?;
        let planned = match (&request.planned, &program) {
            (Some(node), _) => planned(node).map_err(Failure::Request)?,
            (None, Some(program)) => {
                let facts: Facts = facts.pop().unwrap_or_else(|| Facts::none(program));
                let outcome = crate::evaluate::evaluate(program, &facts).map_err(Failure::Evaluation)?;
                Planned::of_outcomes(&[(program, &outcome, None)])
                    .map_err(|e| Failure::Evaluation(EvalError::from(e)))?
            }
            (None, None) => return Err(Failure::Request(vec![needs_planned(request.span)])),
        };
        let outcome = procedure(&programs, &facts, &planned).map_err(Failure::Evaluation)?;
        let speaks = |p: &ProcedureProgram| {
            let runs = outcome.runs.iter().filter(|r| programs.get(r.program).is_some_and(|o| o.id() == p.id()));
            runs.into_iter().any(|r| r.speaks.body.and(r.speaks.place).and(r.applies) != Truth::False)
        };
        let later = match chosen_by {
            "决定日" => Vec::new(),
            _ => programs
                .iter()
                .filter(|p| speaks(p))
                .filter_map(|p| Some((p.id().clone(), library.later_procedure(p.id(), day)?)))
                .collect(),
        };
        Ok(Procedures { programs, day, chosen_by, outcome, later })
    }
}

impl Procedures {
    /// The answer to `do: procedure`, with the words it asks for.
    pub(super) fn answer(&self, request: &Request) -> Json {
        let text = request.text.map(|style| render::render_procedure(&self.programs, &self.outcome, style).into());
        procedures_json(self, request.lang).with([("text", text)])
    }
}

/// The day procedure is chosen by, and the fact it comes from: 决定日, else 立案日, else `on`; none where nothing says.
///
/// # Errors
/// A day that is none.
///
/// # Basis
/// A step follows the procedure in force when it is taken; while the decision is to come, the law of the filing is the
/// best that is known, and a later version may govern the decision.
pub fn procedure_day(facts: &Node, on: Option<Date>) -> Result<Option<(Date, &'static str)>, Failure> {
    for name in ["决定日", "立案日"] {
        let Some(text) = facts.get(name).and_then(Node::as_str).filter(|t| *t != "无法查明") else { continue };
        let day = Date::parse(text).map_err(|problem| {
            let span = facts.get(name).map(|n| n.span).unwrap_or_default();
            Failure::Facts(vec![error(
                FactCode::BadDate,
                &format!("/facts/{name}"),
                &format!("`{text}`: {problem}"),
                span,
            )])
        })?;
        return Ok(Some((day, name)));
    }
    Ok(on.map(|day| (day, "on")))
}

fn no_day(span: Span) -> Failure {
    let mut error = error(FactCode::MissingKey, "/on", "nothing says which procedure governs", span);
    error.help = Some("give the fact 决定日 or 立案日, or `on:` while neither is known".into());
    Failure::Request(vec![error])
}

fn needs_planned(span: Span) -> FactError {
    let mut error =
        error(FactCode::MissingKey, "/planned", "the request says neither what is planned nor an offence", span);
    error.help = Some("give `planned: {unit: {kinds: [fine], fine: 60000}}`, or `ruleset` and `offence`".into());
    error
}

fn error(code: FactCode, path: &str, message: &str, span: Span) -> FactError {
    FactError {
        code,
        path: path.to_owned(),
        message: message.to_owned(),
        expected: String::new(),
        found: String::new(),
        help: None,
        span,
    }
}

/// `planned: {unit: {kinds: [fine, confiscate], fine: 60000, confiscated: {min: 0, max: 9600}}}`
fn planned(node: &Node) -> Result<Vec<Planned>, Vec<FactError>> {
    const KEYS: [&str; 6] = ["kinds", "fine", "confiscated", "mitigated", "departs", "decision"];
    let (mut planned, mut errors) = (Vec::new(), Vec::new());
    for entry in node.entries() {
        let path = format!("/planned/{}", entry.key.text);
        let Some(target) = Target::parse(&entry.key.text) else {
            let mut wrong = error(FactCode::UnknownKey, &path, "there is no such target", entry.key.span);
            wrong.help = Some(format!("there are {}", Target::WORDS.join(", ")));
            errors.push(wrong);
            continue;
        };
        let mut one = Planned::nothing(target);
        for inner in entry.value.entries() {
            let path = format!("{path}/{}", inner.key.text);
            let wrong =
                |expected: &str| error(FactCode::WrongType, &path, &format!("expected {expected}"), inner.value.span);
            match inner.key.text.as_str() {
                "kinds" => {
                    for item in inner.value.items() {
                        match item.as_str().and_then(SanctionKind::parse) {
                            Some(kind) => one.impose(kind, Truth::True),
                            None => errors.push(wrong(&format!("kinds among {}", SanctionKind::WORDS.join(", ")))),
                        }
                    }
                }
                key @ ("fine" | "confiscated") => match sum(&inner.value) {
                    Some(value) if key == "fine" => one.fine = value,
                    Some(value) => one.confiscated = value,
                    None => errors.push(wrong("an amount in 元, or {min, max} of one")),
                },
                key @ ("mitigated" | "departs") => match inner.value.as_str() {
                    Some(word @ ("true" | "false")) => {
                        let truth = Truth::from(word == "true");
                        if key == "mitigated" { one.mitigated = truth } else { one.departs = truth }
                    }
                    _ => errors.push(wrong("true or false")),
                },
                "decision" => match inner.value.as_str() {
                    Some("sanctioned") => {}
                    Some("no_penalty") => {
                        one.decisions =
                            crate::decide::Decisions { sanctioned: false, no_penalty: true, not_established: false }
                    }
                    _ => errors.push(wrong("sanctioned or no_penalty")),
                },
                other => {
                    let mut wrong = error(FactCode::UnknownKey, &path, "there is no such key", inner.key.span);
                    wrong.help = Some(crate::syntax::one_of(other, KEYS.into_iter(), "there are", ""));
                    errors.push(wrong);
                }
            }
        }
        complete(&mut one, &entry.value);
        planned.push(one);
    }
    if errors.is_empty() { Ok(planned) } else { Err(errors) }
}

/// A kind whose amount is not given has any amount; an amount that is given is of its kind.
fn complete(one: &mut Planned, node: &Node) {
    let any = Num::Range(Interval::new(Bound::Exclusive(Rational::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL));
    for (key, kind) in [("fine", SanctionKind::Fine), ("confiscated", SanctionKind::Confiscate)] {
        let imposed = one.kinds.iter().any(|(known, _)| *known == kind);
        let amount = if key == "fine" { &mut one.fine } else { &mut one.confiscated };
        match (node.get(key).is_some(), imposed) {
            (false, true) => *amount = any,
            (true, false) => {
                let positive = crate::expr::compare(crate::value::Comparison::Gt, *amount, Num::Point(Rational::ZERO));
                one.impose(kind, positive);
            }
            _ => {}
        }
    }
}

fn sum(node: &Node) -> Option<Num> {
    let amount = |node: &Node| {
        let digits = node.as_str()?.trim().trim_end_matches('元').trim();
        let (digits, scale) = digits.strip_suffix('万').map_or((digits, 1), |d| (d.trim(), 10_000));
        Rational::parse(digits)?.mul(Rational::int(scale)).ok().filter(|n| n.signum() >= 0)
    };
    match (node.get("min"), node.get("max")) {
        (None, None) => amount(node).map(Num::Point),
        (min, max) => {
            let end = |node: Option<&Node>| match node {
                Some(node) => amount(node).map(Bound::Inclusive),
                None => Some(Bound::Unbounded),
            };
            let min = if min.is_none() { Bound::Inclusive(Rational::ZERO) } else { end(min)? };
            Interval::new(min, end(max)?).map(Num::of)
        }
    }
}

/// The answer to a request for the procedure alone.
pub fn procedures_json(found: &Procedures, lang: Lang) -> Json {
    let Procedures { programs, outcome, .. } = found;
    let determined = outcome.needed.is_empty();
    let mut members = vec![
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "procedure".into()),
        ("determined", determined.into()),
        ("chosen_by", found.chosen_by.into()),
        ("day", found.day.to_string().into()),
        ("procedure", procedure_json(programs, outcome)),
        ("review_points", procedure_points(programs, outcome, lang)),
        ("facts_needed", procedure_needed(programs, outcome, lang)),
        ("not_due", not_due(programs, outcome)),
        ("governing", Json::Array(programs.iter().flat_map(|p| p.governing()).map(governing).collect())),
    ];
    if !found.later.is_empty() {
        let one = |(id, from): &(Arc<str>, Date)| Json::object([("id", text(id)), ("from", from.to_string().into())]);
        members.push(("later_versions", Json::Array(found.later.iter().map(one).collect())));
    }
    Json::object(members)
}

/// The steps that are or may be due, in the order of a case.
pub fn procedure_json(programs: &[ProcedureProgram], outcome: &ProcedureOutcome) -> Json {
    let told = Told { programs, outcome };
    Json::Array(outcome.duties.iter().map(|step| told.duty(step)).collect())
}

/// Where a person must look at the procedure.
pub fn procedure_points(programs: &[ProcedureProgram], outcome: &ProcedureOutcome, lang: Lang) -> Json {
    let one = |point: &ProcedurePoint| {
        let documents = point.programs.iter().filter_map(|p| programs.get(*p)).map(|p| text(p.id()));
        Json::object([
            ("code", Json::from(point.code.as_str())),
            ("duty", point.duty.map(|d| d.as_str().to_owned()).into()),
            ("for", point.target.map(|t| t.as_str().to_owned()).into()),
            ("about", point.about.as_ref().map_or(Json::Null, text)),
            ("certain", point.certain.into()),
            ("documents", Json::Array(documents.collect())),
            ("message", render::procedure_message(programs, point, lang).into()),
        ])
    };
    Json::Array(outcome.points.iter().map(one).collect())
}

/// The facts that still matter to steps before the decision.
pub fn procedure_needed(programs: &[ProcedureProgram], outcome: &ProcedureOutcome, lang: Lang) -> Json {
    let one = |(program, id): &(usize, FactId)| {
        let fact = programs.get(*program)?.linked.facts.get(*id)?;
        let question = render::procedure_question(programs, *program, *id, lang);
        let decides = if lang == Lang::Zh { "定处罚程序" } else { "the procedure" };
        let members = question_members(fact, question, decides.to_owned());
        Some(Json::object(members))
    };
    Json::Array(outcome.needed.iter().filter_map(one).collect())
}

/// Rows of documents that speak to the case and are surely no ground, with the conditions that failed.
pub fn not_due(programs: &[ProcedureProgram], outcome: &ProcedureOutcome) -> Json {
    let told = Told { programs, outcome };
    let mut found = Vec::new();
    for (run, position) in outcome.runs.iter().zip(0usize..) {
        let Some(program) = programs.get(run.program) else { continue };
        if run.speaks.body.and(run.speaks.place).and(run.applies) == Truth::False {
            continue;
        }
        for ((row, own), number) in program.procedure.duties.iter().zip(&run.duties).zip(0usize..) {
            let held = outcome.duties.iter().flat_map(|d| &d.grounds).any(|g| g.run == position && g.row == number);
            if own.is_none() || held {
                continue;
            }
            found.push(Json::object([
                ("id", text(&row.id)),
                ("duty", row.duty.as_str().into()),
                ("target", run.target.map(|t| t.as_str().to_owned()).into()),
                ("ruleset", text(program.id())),
                ("basis", text(&row.basis)),
                ("conditions", told.conditions(run, row.when.iter())),
            ]));
        }
    }
    found.into()
}

struct Told<'a> {
    programs: &'a [ProcedureProgram],
    outcome: &'a ProcedureOutcome,
}

impl Told<'_> {
    fn duty(&self, step: &DutyOutcome) -> Json {
        let mut basis: Vec<Json> = Vec::new();
        for ground in &step.grounds {
            let Some(row) = self.row(ground) else { continue };
            let cited = text(&row.basis);
            if !basis.contains(&cited) {
                basis.push(cited);
            }
        }
        Json::object([
            ("id", Json::from(duty_id(step.duty, step.target))),
            ("duty", step.duty.as_str().into()),
            ("target", step.target.map(|t| t.as_str().to_owned()).into()),
            ("mode", if step.must { "must" } else { "may" }.into()),
            ("certain", step.certain.into()),
            ("basis", basis.into()),
            ("grounds", Json::Array(step.grounds.iter().filter_map(|g| self.ground(g)).collect())),
        ])
    }

    fn row(&self, ground: &ProcedureGround) -> Option<&crate::ruleset::DutyRow> {
        let run = self.outcome.runs.get(ground.run)?;
        self.programs.get(run.program)?.procedure.duties.get(ground.row)
    }

    fn ground(&self, ground: &ProcedureGround) -> Option<Json> {
        let run = self.outcome.runs.get(ground.run)?;
        let (program, row) = (self.programs.get(run.program)?, self.row(ground)?);
        let mut members = vec![
            ("id", text(&row.id)),
            ("ruleset", text(program.id())),
            ("certain", ground.certain.into()),
            ("mode", if row.must { "must" } else { "may" }.into()),
            ("basis", text(&row.basis)),
            ("conditions", self.conditions(run, program.procedure.applies.iter().chain(&row.when))),
        ];
        members.extend(ground.standard.as_ref().map(|s| ("standard", self.standard(s))));
        members.extend(ground.limit.as_ref().map(|l| ("deadline", deadline(l))));
        members.extend(ground.sum.as_ref().map(|s| ("sum", paid(s))));
        Some(Json::object(members))
    }

    fn standard(&self, standard: &StandardOutcome) -> Json {
        let how = match standard.how {
            Some(Prevails::One) => "one",
            Some(Prevails::Renvoi) => "renvoi",
            Some(Prevails::MayFollow) => "may_follow",
            Some(Prevails::Conflict) => "conflict",
            Some(Prevails::Nobody) => "nobody",
            None => "open",
        };
        let voices = standard.voices.iter().filter_map(|voice| {
            let run = self.outcome.runs.get(voice.run)?;
            let program = self.programs.get(run.program)?;
            let rows: Vec<_> = voice.rows.iter().filter_map(|r| program.procedure.standards.get(*r)).collect();
            let basis: Vec<Json> = rows.iter().map(|r| text(&r.basis)).collect();
            Some(Json::object([
                ("id", text(program.id())),
                ("title", text(program.title())),
                ("basis", basis.into()),
                ("met", truth(voice.met)),
                ("counts", truth(voice.counts)),
                ("conditions", self.conditions(run, rows.iter().map(|r| &r.when))),
            ]))
        });
        Json::object([
            ("name", text(&standard.name)),
            ("met", truth(standard.met)),
            ("prevails", how.into()),
            ("figures", Json::Array(voices.collect())),
        ])
    }

    /// What was compared with what: each condition with its truth and the values it read.
    fn conditions<'c>(&self, run: &Run, conds: impl Iterator<Item = &'c Cond>) -> Json {
        let Some(program) = self.programs.get(run.program) else { return Json::Array(Vec::new()) };
        let linked = &program.linked;
        let mut atoms: Vec<AtomId> = Vec::new();
        conds.for_each(|cond| walk::atoms(cond, &mut |id| atoms.push(id)));
        let one = |id: &AtomId| {
            let atom = linked.atoms.get(*id)?;
            Some(Json::object([
                ("condition", text(&atom.text)),
                ("holds", truth(run.trace.atom(*id)?)),
                ("reads", reads(linked, &run.facts, &run.trace, &atom.test)),
                ("start", atom.span.start.into()),
                ("end", atom.span.end.into()),
            ]))
        };
        Json::Array(atoms.iter().filter_map(one).collect())
    }
}

/// `hearing/unit`; a step of the whole case is named by itself.
fn duty_id(duty: Duty, target: Option<Target>) -> String {
    match target {
        Some(target) => format!("{}/{}", duty.as_str(), target.as_str()),
        None => duty.as_str().to_owned(),
    }
}

fn deadline(limit: &Limit) -> Json {
    let length = match limit.length.point() {
        Some(n) => number(n),
        None => Json::Null,
    };
    let day = |date: Option<Date>| date.map(|d| d.to_string()).into();
    // Words of the format, not of the outcome: `月`.
    let unit = match limit.unit {
        LengthUnit::Day => "日",
        LengthUnit::WorkingDay => "工作日",
        LengthUnit::Month => "月",
    };
    let mut members = vec![
        ("length", length),
        ("unit", unit.into()),
        ("counted", if limit.before { "back_from" } else { "from" }.into()),
        ("event", if limit.from_text.is_empty() { Json::Null } else { limit.from_text.to_string().into() }),
        ("day", day(limit.from)),
        ("due", day(limit.due)),
    ];
    if let Some((id, from)) = &limit.calendar {
        members.push(("calendar", Json::object([("id", text(id)), ("from", from.to_string().into())])));
    }
    members.extend(rest(limit.rest));
    members.extend(limit.missing_year.map(|year| ("missing_year", Json::from(i64::from(year)))));
    Json::object(members)
}

fn paid(sum: &SumOutcome) -> Json {
    let money = |n: Num, bounded: &[Json]| measure(&Measure::Range(Amount::point(n)), "元", bounded);
    let mut members = vec![("one", money(sum.one, &[]))];
    if let Some(count) = sum.count {
        members.push(("count", count.point().map_or(Json::Null, number)));
    }
    members.extend(sum.before.map(|before| ("before", money(before, &[]))));
    let capped = sum.before.map(|_| Json::from("cap"));
    members.push(("amount", money(sum.sum, &capped.into_iter().collect::<Vec<_>>())));
    Json::object(members)
}
