//! The procedure of a decision as JSON, and the request that asks for it alone.

use std::sync::Arc;

use super::explanation::reads;
use super::failure::Failure;
use super::host::Host;
use super::json::Json;
use super::outcome::{governing, measure, number, question_members, rest, text, truth};
use super::planned::read_planned;
use super::request::Request;
use crate::decide::{
    Day, DutyOutcome, Intended, Limit, PartyProcedure, Prevails, ProcedureGround, ProcedureOutcome, ProcedurePoint,
    Procedures, Run, StandardOutcome, SumOutcome, procedure_day,
};
use crate::expr::{AtomId, Cond, Num, walk};
use crate::facts::{FactCode, FactError, decode_each};
use crate::link::{Linked, ProcedureProgram};
use crate::outcome::{Amount, Measure};
use crate::render::{self, Lang};
use crate::ruleset::{FactDecl, Target};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::{Date, LengthUnit, Truth};

impl Host {
    /// The procedure for what is planned, or for what the decision of an offence leaves possible.
    ///
    /// # Errors
    /// Request, ruleset, link, facts or evaluation: never mixed.
    pub fn procedure(&self, request: &Request) -> Result<Procedures, Failure> {
        let library = self.with(request)?;
        let Some(node) = &request.planned else {
            if request.offence.is_empty() {
                return Err(Failure::Request(vec![needs_planned(request.span)]));
            }
            let decision = self.decide(request, &request.whole())?;
            return decision.procedures.ok_or_else(|| Failure::Request(vec![no_procedure(request.span)]));
        };
        let chosen = chosen_day(&request.facts, request.on)?.ok_or_else(|| no_day(request.span))?;
        let programs = library.link_procedures(chosen.0).map_err(Failure::Link)?;
        let mut units: Vec<&Linked> = programs.iter().map(AsRef::as_ref).collect();
        let program = if request.offence.is_empty() {
            None
        } else {
            let day = super::host::day(request)?;
            Some(library.link(&request.ruleset, &request.offence, day).map_err(Failure::Link)?)
        };
        units.extend(program.as_ref().map(AsRef::as_ref));
        let mut facts = decode_each(&units, &request.facts).map_err(Failure::Facts)?;
        facts.truncate(programs.len());
        let planned = read_planned(node).map_err(Failure::Request)?;
        Procedures::new(&library, programs, chosen, vec![Intended { party: None, facts, planned }])
            .map_err(Failure::Evaluation)
    }
}

/// The answer to a request for the procedure alone, with the words it asks for.
pub(super) fn procedure_answer(found: &Procedures, request: &Request) -> Json {
    let text = request.text.map(|style| render::render_procedures(found, style).into());
    procedures_json(found, request.lang).with([("text", text)])
}

/// [`procedure_day`] of the facts of a request.
fn chosen_day(facts: &Node, on: Option<Date>) -> Result<Option<(Date, &'static str)>, Failure> {
    let day = |name: &str| Day::read(facts.get(name), &format!("/facts/{name}")).map(Day::date);
    let wrong = |error: Box<FactError>| Failure::Facts(vec![*error]);
    let decided = day("决定日").map_err(wrong)?;
    let filed = if decided.is_none() { day("立案日").map_err(wrong)? } else { None };
    Ok(procedure_day(decided, filed, on))
}

fn no_day(span: Span) -> Failure {
    let error = FactError::new(FactCode::MissingKey, "/on", "the day of the decision, or of the filing", span)
        .found("neither 决定日 nor 立案日 nor `on`")
        .says("nothing says which procedure governs")
        .help("give the fact 决定日 or 立案日, or `on:` while neither is known");
    Failure::Request(vec![error])
}

fn no_procedure(span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, "/rulesets", "a ruleset with `procedure`", span)
        .says("no ruleset in force lays down a procedure")
        .help("add one that has `procedure:`, such as cn.npc.administrative-penalty-law")
}

fn needs_planned(span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, "/planned", "`planned`, or an offence", span)
        .says("the request says neither what is planned nor an offence")
        .help("give `planned: {unit: {kinds: [fine], fine: 60000}}`, or `ruleset` and `offence`")
}

/// The answer to a request for the procedure alone.
pub fn procedures_json(found: &Procedures, lang: Lang) -> Json {
    let own = [
        ("procedure", procedure_json(found)),
        ("review_points", procedure_points(found, lang)),
        ("facts_needed", procedure_needed(found, lang)),
        ("not_due", not_due(found)),
        ("governing", Json::Array(found.governing().map(governing).collect())),
    ];
    let mut members = vec![("contract", Json::from(super::CONTRACT)), ("kind", "procedure".into())];
    members.extend(law_members(found));
    members.extend(own);
    Json::object(members)
}

/// What chose the documents, and whether a fact still matters to a step before the decision.
pub(super) fn procedure_law(found: &Procedures) -> Json {
    Json::object(law_members(found))
}

fn law_members(found: &Procedures) -> Vec<(&'static str, Json)> {
    let later = |(id, from): &(Arc<str>, Date)| Json::object([("id", text(id)), ("from", from.to_string().into())]);
    let mut members = vec![
        ("determined", Json::from(found.determined())),
        ("chosen_by", found.chosen_by.into()),
        ("day", found.day.to_string().into()),
    ];
    if !found.later.is_empty() {
        members.push(("later_versions", Json::Array(found.later.iter().map(later).collect())));
    }
    members
}

/// The steps that are or may be due, party by party, in the order of a case.
pub(super) fn procedure_json(found: &Procedures) -> Json {
    each(found, |told| told.outcome.duties.iter().map(|step| told.duty(step)).collect())
}

/// Where a person must look at the procedure.
pub(super) fn procedure_points(found: &Procedures, lang: Lang) -> Json {
    each(found, |told| told.outcome.points.iter().map(|point| told.point(point, lang)).collect())
}

/// Rows of documents that speak to the case and are surely no ground, with the conditions that failed.
pub(super) fn not_due(found: &Procedures) -> Json {
    each(found, |told| told.not_due())
}

fn each(found: &Procedures, of: impl Fn(&Told<'_>) -> Vec<Json>) -> Json {
    let several = found.parties.len() > 1;
    let told = |one: &'_ PartyProcedure| {
        let party = one.party.clone().filter(|_| several);
        of(&Told { programs: &found.programs, outcome: &one.outcome, party })
    };
    Json::Array(found.parties.iter().flat_map(told).collect())
}

/// The facts that still matter to steps before the decision.
fn procedure_needed(found: &Procedures, lang: Lang) -> Json {
    let one = |fact: &FactDecl| {
        let decides = render::decides_procedure(lang).to_owned();
        Json::object(question_members(fact, render::ask(fact, lang), decides))
    };
    Json::Array(found.needed().into_iter().map(one).collect())
}

struct Told<'a> {
    programs: &'a [ProcedureProgram],
    outcome: &'a ProcedureOutcome,
    /// The party, where there are several.
    party: Option<Arc<str>>,
}

impl Told<'_> {
    fn point(&self, point: &ProcedurePoint, lang: Lang) -> Json {
        let documents = point.programs.iter().filter_map(|p| self.programs.get(*p)).map(|p| text(p.id()));
        let members = [
            ("code", Json::from(point.code.as_str())),
            ("duty", point.duty.map(|d| d.as_str().to_owned()).into()),
            ("for", point.target.map(|t| t.as_str().to_owned()).into()),
            ("about", point.about.as_ref().map_or(Json::Null, text)),
            ("certain", point.certain.into()),
            ("documents", Json::Array(documents.collect())),
            ("message", render::procedure_message(self.programs, point, lang).into()),
        ];
        self.of_party(members)
    }

    fn not_due(&self) -> Vec<Json> {
        let mut found = Vec::new();
        for (run, position) in self.outcome.runs.iter().zip(0usize..) {
            let Some(program) = self.programs.get(run.program) else { continue };
            if run.speaks.body.and(run.speaks.place).and(run.applies) == Truth::False {
                continue;
            }
            for ((row, own), number) in program.procedure.duties.iter().zip(&run.duties).zip(0usize..) {
                let mut grounds = self.outcome.duties.iter().flat_map(|d| &d.grounds);
                if own.is_none() || grounds.any(|g| g.run == position && g.row == number) {
                    continue;
                }
                found.push(self.of_party([
                    ("id", text(&row.id)),
                    ("duty", row.duty.as_str().into()),
                    ("target", run.target.map(|t| t.as_str().to_owned()).into()),
                    ("ruleset", text(program.id())),
                    ("basis", text(&row.basis)),
                    ("conditions", self.conditions(run, row.when.iter())),
                ]));
            }
        }
        found
    }

    fn of_party(&self, members: impl Into<Vec<(&'static str, Json)>>) -> Json {
        Json::object(members).with([("party", self.party.as_ref().map(text))])
    }

    fn duty(&self, step: &DutyOutcome) -> Json {
        let mut basis: Vec<Json> = Vec::new();
        for ground in &step.grounds {
            let Some(row) = self.row(ground) else { continue };
            let cited = text(&row.basis);
            if !basis.contains(&cited) {
                basis.push(cited);
            }
        }
        self.of_party([
            ("id", Json::from(self.duty_id(step))),
            ("duty", step.duty.as_str().into()),
            ("target", step.target.map(|t| t.as_str().to_owned()).into()),
            ("mode", if step.must { "must" } else { "may" }.into()),
            ("certain", step.certain.into()),
            ("basis", basis.into()),
            ("grounds", Json::Array(step.grounds.iter().filter_map(|g| self.ground(g)).collect())),
        ])
    }

    /// `hearing/unit`, with the party after it where there are several; a step of the whole case is named by itself.
    fn duty_id(&self, step: &DutyOutcome) -> String {
        let parts = [Some(step.duty.as_str()), step.target.map(Target::as_str), self.party.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("/")
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
