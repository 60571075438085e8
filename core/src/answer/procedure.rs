//! The procedure of a decision as JSON.

use super::citations::write_citations;
use super::explanation::write_placed;
use super::governing::write_governing;
use super::parts::{begin, cite_once, truth, write_number, write_question, write_range, write_rest};
use super::write::{Array, Object, told};
use crate::decide::{
    DutyOutcome, Limit, PartyProcedure, ProcedureGround, ProcedureOutcome, ProcedurePoint, Procedures, Run,
    StandardOutcome, SumOutcome,
};
use crate::expr::{Cond, Num, walk};
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::outcome::{Amount, PeriodPart};
use crate::render;
use crate::ruleset::DutyRow;
use crate::value::{LengthUnit, Truth};
use crate::vocabulary::{AnswerKind, Counted, Force, Lang, Prevails, Target};

/// The answer to a request for the procedure alone.
pub fn procedures_json(found: &Procedures, lang: Lang) -> String {
    told(|o| write_procedures(o, found, lang))
}

pub(crate) fn write_procedures(o: &mut Object<'_>, found: &Procedures, lang: Lang) {
    begin(o, AnswerKind::Procedure);
    write_procedure_law(o, found);
    write_procedure(o.array("procedure"), found);
    write_procedure_points(o.array("review_points"), found, lang);
    // The facts that still matter to steps before the decision.
    let mut needed = o.array("facts_needed");
    for fact in found.needed() {
        let decides = render::decides_procedure(lang);
        write_question(&mut needed.object(), fact, &render::ask(fact, lang), decides);
    }
    needed.end();
    write_not_due(o.array("not_due"), found);
    write_governing(o.array("governing"), found.governing());
    write_citations(o, found.governing());
}

/// What chose the documents, and whether a fact still matters to a step before the decision.
pub(super) fn write_procedure_law(o: &mut Object<'_>, found: &Procedures) {
    o.flag("determined", found.determined());
    o.text("chosen_by", found.chosen_by.as_str());
    o.shown("day", &found.day);
    if !found.later.is_empty() {
        let mut later = o.array("later_versions");
        for (id, from) in &found.later {
            let mut o = later.object();
            o.text("id", id);
            o.shown("from", from);
        }
    }
}

/// The steps that are or may be due, party by party, in the order of a case.
pub(super) fn write_procedure(mut list: Array<'_>, found: &Procedures) {
    for party in &found.parties {
        let told = Told::of(found, party);
        for step in &party.outcome.duties {
            told.write_duty(&mut list.object(), step);
        }
    }
}

/// Where a person must look at the procedure.
pub(super) fn write_procedure_points(mut list: Array<'_>, found: &Procedures, lang: Lang) {
    for party in &found.parties {
        let told = Told::of(found, party);
        for point in &party.outcome.points {
            told.write_point(&mut list.object(), point, lang);
        }
    }
}

/// Rows of documents that speak to the case and are surely no ground, with the conditions that failed.
pub(super) fn write_not_due(mut list: Array<'_>, found: &Procedures) {
    for party in &found.parties {
        Told::of(found, party).write_not_due(&mut list);
    }
}

struct Told<'a> {
    programs: &'a [ProcedureProgram],
    outcome: &'a ProcedureOutcome,
    /// The party, where there are several.
    party: Option<&'a str>,
}

impl<'a> Told<'a> {
    fn of(found: &'a Procedures, party: &'a PartyProcedure) -> Self {
        let several = found.parties.len() > 1;
        let name = party.party.as_deref().filter(|_| several);
        Told { programs: &found.programs, outcome: &party.outcome, party: name }
    }

    fn write_point(&self, o: &mut Object<'_>, point: &ProcedurePoint, lang: Lang) {
        o.text("code", point.code.as_str());
        o.maybe("duty", point.duty.map(|d| d.as_str()));
        o.maybe("for", point.target.map(|t| t.as_str()));
        o.maybe("about", point.about.as_deref());
        o.flag("certain", point.certain);
        let mut documents = o.array("documents");
        for program in point.programs.iter().filter_map(|p| self.programs.get(*p)) {
            documents.text(program.id());
        }
        documents.end();
        o.text("message", &render::procedure_message(self.programs, point, lang));
        o.some("party", self.party);
    }

    fn write_not_due(&self, list: &mut Array<'_>) {
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
                let mut o = list.object();
                o.text("id", &row.id);
                o.text("duty", row.duty.as_str());
                o.maybe("target", run.target.map(|t| t.as_str()));
                o.text("ruleset", program.id());
                o.cite("basis", &row.basis);
                self.write_looked_at(o.array("conditions"), run, &[row.when.as_slice()]);
                o.some("party", self.party);
            }
        }
    }

    fn write_duty(&self, o: &mut Object<'_>, step: &DutyOutcome) {
        o.text("id", &self.duty_id(step));
        o.text("duty", step.duty.as_str());
        o.maybe("target", step.target.map(|t| t.as_str()));
        o.text("mode", Force::of(step.must).as_str());
        o.flag("certain", step.certain);
        let mut known: Vec<&str> = Vec::new();
        let mut basis = o.array("basis");
        for row in step.grounds.iter().filter_map(|ground| self.row(ground)) {
            cite_once(&mut basis, &mut known, &row.basis);
        }
        basis.end();
        let mut grounds = o.array("grounds");
        for ground in &step.grounds {
            self.write_ground(&mut grounds, ground);
        }
        grounds.end();
        o.some("party", self.party);
    }

    /// `hearing/unit`, with the party after it where there are several; a step of the whole case is named by itself.
    fn duty_id(&self, step: &DutyOutcome) -> String {
        let parts = [Some(step.duty.as_str()), step.target.map(Target::as_str), self.party];
        parts.into_iter().flatten().gather::<Vec<_>>().join("/")
    }

    fn row(&self, ground: &ProcedureGround) -> Option<&'a DutyRow> {
        let run = self.outcome.runs.get(ground.run)?;
        self.programs.get(run.program)?.procedure.duties.get(ground.row)
    }

    fn write_ground(&self, list: &mut Array<'_>, ground: &ProcedureGround) {
        let (Some(run), Some(row)) = (self.outcome.runs.get(ground.run), self.row(ground)) else { return };
        let Some(program) = self.programs.get(run.program) else { return };
        let mut o = list.object();
        o.text("id", &row.id);
        o.text("ruleset", program.id());
        o.flag("certain", ground.certain);
        o.text("mode", Force::of(row.must).as_str());
        o.cite("basis", &row.basis);
        let extended = row.deadline.as_ref().and_then(|d| d.period.extension.as_ref()).map(|e| &e.when);
        let conds =
            [program.procedure.applies.as_slice(), row.when.as_slice(), extended.map_or(&[], std::slice::from_ref)];
        self.write_looked_at(o.array("conditions"), run, &conds);
        if let Some(standard) = &ground.standard {
            self.write_standard(&mut o.object("standard"), standard);
        }
        if let Some(limit) = &ground.limit {
            write_deadline(&mut o.object("deadline"), limit);
        }
        if let Some(sum) = &ground.sum {
            write_sum(&mut o.object("sum"), sum);
        }
    }

    fn write_standard(&self, o: &mut Object<'_>, standard: &StandardOutcome) {
        let how = standard.how.unwrap_or(Prevails::Open).as_str();
        o.text("name", &standard.name);
        o.text("met", truth(standard.met));
        o.text("prevails", how);
        let mut figures = o.array("figures");
        for voice in &standard.voices {
            let Some(run) = self.outcome.runs.get(voice.run) else { continue };
            let Some(program) = self.programs.get(run.program) else { continue };
            let rows: Vec<_> = voice.rows.iter().filter_map(|r| program.procedure.standards.get(*r)).gather();
            let mut o = figures.object();
            o.text("id", program.id());
            o.text("title", program.title());
            let mut basis = o.array("basis");
            for row in &rows {
                basis.cite(&row.basis);
            }
            basis.end();
            o.text("met", truth(voice.met));
            o.text("counts", truth(voice.counts));
            let conds: Vec<&[Cond]> = rows.iter().map(|r| std::slice::from_ref(&r.when)).gather();
            self.write_looked_at(o.array("conditions"), run, &conds);
        }
    }

    /// What was compared with what: each condition with its truth and the values it read.
    fn write_looked_at(&self, mut list: Array<'_>, run: &Run, conds: &[&[Cond]]) {
        let Some(program) = self.programs.get(run.program) else { return };
        for cond in conds.iter().copied().flatten() {
            walk::atoms(cond, &mut |id| write_placed(&mut list, &program.linked, &run.facts, &run.trace, id));
        }
    }
}

fn write_deadline(o: &mut Object<'_>, limit: &Limit) {
    write_length(o, limit.parts.within);
    o.text("counted", if limit.before { Counted::BackFrom } else { Counted::From }.as_str());
    o.maybe("event", limit.from.as_ref().map(|from| &*from.name));
    o.day("day", limit.from.as_ref().and_then(|from| from.day));
    o.day("due", limit.due);
    if let Some(on) = &limit.on {
        let mut o = o.object("done");
        o.text("event", &on.name);
        o.day("day", on.day);
        o.text("status", limit.status.as_str());
    }
    for (key, part) in [("extension", limit.parts.extension), ("excluded", limit.parts.excluded)] {
        if let Some(part) = part {
            write_length(&mut o.object(key), part);
        }
    }
    for (key, day) in [("due_earliest", limit.earliest), ("due_latest", limit.latest)] {
        if let Some(day) = day {
            o.shown(key, &day);
        }
    }
    if let Some(calendar) = &limit.calendar {
        let mut o = o.object("calendar");
        o.text("id", &calendar.id);
        o.shown("from", &calendar.from);
    }
    write_rest(o, limit.rest);
    if let Some(year) = limit.missing_year {
        o.int("missing_year", year.into());
    }
}

/// How long; one that may not count at all says so.
fn write_length(o: &mut Object<'_>, part: PeriodPart) {
    // Words of the format, not of the outcome: `月`.
    let unit = match part.unit {
        LengthUnit::Day => "日",
        LengthUnit::WorkingDay => "工作日",
        LengthUnit::Month => "月",
    };
    write_number(o.at("length"), part.count.point());
    o.text("unit", unit);
    if part.counts != Truth::True {
        o.flag("certain", false);
    }
}

fn write_sum(o: &mut Object<'_>, sum: &SumOutcome) {
    let write_money = |mut o: Object<'_>, n: Num, bounded: &[&str]| {
        write_range(&mut o, &Amount::point(n), &"元", bounded);
    };
    write_money(o.object("one"), sum.one, &[]);
    if let Some(count) = sum.count {
        write_number(o.at("count"), count.point());
    }
    match sum.before {
        Some(before) => {
            write_money(o.object("before"), before, &[]);
            write_money(o.object("amount"), sum.sum, &["cap"]);
        }
        None => write_money(o.object("amount"), sum.sum, &[]),
    }
}
