//! The explanation for reading: its lines in words, each with the conditions behind it and the places of the ruleset
//! text they come from. Apart from the outcome, because it is asked for when someone opens it.

use super::citations::write_citations;
use super::explanation::write_condition;
use super::licence::EvaluatedLicence;
use super::parts::begin;
use super::place::write_place;
use super::write::{Array, Object, told};
use crate::decide::Evaluated;
use crate::evaluate::{LicencePart, parts};
use crate::expr::{AtomId, Cond, Expr};
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::{Linked, Program};
use crate::outcome::{Step, Trace};
use crate::render::{self, About, Line};
use crate::ruleset::{ClauseRef, RowId, Ruleset};
use crate::source::Span;
use crate::vocabulary::{AnswerKind, Form, Lang};

/// The answer to `do: explain` of an offence.
pub fn explain_json(evaluated: &Evaluated, lang: Lang) -> String {
    let Evaluated { program, facts, outcome, general, .. } = evaluated;
    let lines = render::lines(program, facts, outcome, general.as_ref(), lang, Form::Full);
    let behind = lines.iter().map(|line| line.about.map(|about| behind(evaluated, about)).unwrap_or_default()).gather();
    Explaining { linked: &program.linked, facts, trace: &outcome.trace, lines, behind }.json(lang)
}

/// The answer to `do: explain` of a licence: behind a line is the row it tells, with all conditions that row has.
pub(crate) fn explain_licence_json(evaluated: &EvaluatedLicence, lang: Lang) -> String {
    let EvaluatedLicence { program, facts, outcome, .. } = evaluated;
    let lines = render::licence_lines(program, facts, outcome, lang, Form::Full);
    let parts = parts(&program.licence);
    let mut behind = Vec::with_capacity(lines.len());
    for line in &lines {
        let mut of = Behind::default();
        if let Some(About::Part(span)) = line.about {
            of.places.push((&*program.linked.ruleset, span));
            for (_, part, _) in parts.iter().filter(|(.., at)| *at == span) {
                match part {
                    LicencePart::Cond(cond) => atoms(cond, &mut of.atoms),
                    LicencePart::Expr(Expr::Rows(rows)) => rows.iter().for_each(|(when, _)| atoms(when, &mut of.atoms)),
                    LicencePart::Expr(_) | LicencePart::Fact(_) => {}
                }
            }
        }
        behind.push(of);
    }
    Explaining { linked: &program.linked, facts, trace: &outcome.trace, lines, behind }.json(lang)
}

/// Lines with what is behind each, and what was found of the conditions.
struct Explaining<'e> {
    linked: &'e Linked,
    facts: &'e Facts,
    trace: &'e Trace,
    lines: Vec<Line>,
    behind: Vec<Behind<'e>>,
}

/// What a line rests on.
#[derive(Default)]
struct Behind<'p> {
    places: Vec<(&'p Ruleset, Span)>,
    atoms: Vec<AtomId>,
}

impl Explaining<'_> {
    fn json(&self, lang: Lang) -> String {
        told(|o| self.write(o, lang))
    }

    fn write(&self, o: &mut Object<'_>, lang: Lang) {
        begin(o, AnswerKind::Explanation);
        let mut list = o.array("lines");
        for (line, behind) in self.lines.iter().zip(&self.behind) {
            let mut o = list.object();
            o.text("section", line.section.as_str());
            o.maybe("title", line.section.title(lang));
            match line.number {
                Some(number) => o.count("number", number),
                None => o.null("number"),
            }
            o.text("heading", &line.heading);
            o.text("text", &line.text);
            o.cite_maybe("basis", line.basis.as_deref());
            let mut places = o.array("places");
            for (ruleset, span) in &behind.places {
                write_place(&mut places.object(), &ruleset.source, *span);
            }
            places.end();
            let mut conditions = o.array("conditions");
            for id in &behind.atoms {
                self.write_condition(&mut conditions, *id);
            }
        }
        list.end();
        write_citations(o, &self.linked.governing);
    }

    /// A condition, if it was looked at, with the file it stands in: that of a clause of another file is that file.
    fn write_condition(&self, list: &mut Array<'_>, id: AtomId) {
        let Some(atom) = self.linked.atoms.get(id) else { return };
        let at = declared(self.linked, |r| {
            r.atoms.iter().find(|other| other.span == atom.span && other.text == atom.text).map(|other| other.span)
        });
        if let Some(mut o) = write_condition(list, self.linked, self.facts, self.trace, id) {
            match at {
                Some((ruleset, span)) => write_place(&mut o.object("at"), &ruleset.source, span),
                None => o.null("at"),
            }
        }
    }
}

fn behind(evaluated: &Evaluated, about: About) -> Behind<'_> {
    let Evaluated { program, outcome, .. } = evaluated;
    let mut behind = Behind::default();
    let own = &*program.linked.ruleset;
    let home = home(program);
    let benchmark = program.benchmark.as_ref();
    let row = |behind: &mut Behind<'_>, row: RowId| {
        let Some(found) = benchmark.and_then(|b| b.rows.get(row)) else { return };
        atoms(&found.when, &mut behind.atoms);
    };
    let row_span = |row: RowId| benchmark.and_then(|b| b.rows.get(row)).map(|r| (own, r.span));
    let step = match about {
        About::Row(number) => {
            behind.places.extend(row_span(number));
            row(&mut behind, number);
            return behind;
        }
        About::Step(step) => outcome.trace.steps.get(step),
        About::Part(_) => None,
    };
    match step {
        Some(Step::Element { element, .. }) => {
            if let Some(cond) = program.elements.get(*element) {
                atoms(cond, &mut behind.atoms);
            }
        }
        Some(Step::Branch { branch, .. }) => {
            if let Some(found) = program.clause.branches.get(*branch) {
                behind.places.push((home, found.span));
                found.when.iter().for_each(|c| atoms(c, &mut behind.atoms));
            }
        }
        Some(Step::Define { id, .. }) => {
            if let Some(define) = program.linked.defines.get(*id) {
                behind.places.extend(declared(&program.linked, |r| {
                    r.defines.iter().find(|d| d.name == define.name && d.span == define.span).map(|d| d.span)
                }));
                if let Expr::Rows(rows) = &define.body {
                    rows.iter().for_each(|(when, _)| atoms(when, &mut behind.atoms));
                }
            }
        }
        Some(Step::Factor { id, .. }) => {
            if let Some(factor) = program.linked.factors.get(*id) {
                behind.places.extend(declared(&program.linked, |r| {
                    r.factors.iter().find(|f| f.name == factor.name && f.span == factor.span).map(|f| f.span)
                }));
                factor.conditions.iter().for_each(|l| atoms(&l.when, &mut behind.atoms));
            }
        }
        Some(Step::LevelFact { id, .. }) => {
            if let Some(fact) = program.linked.facts.get(*id) {
                behind.places.extend(declared(&program.linked, |r| {
                    r.facts.iter().find(|f| f.name == fact.name && f.span == fact.span).map(|f| f.span)
                }));
            }
        }
        Some(Step::Row { row: number, .. }) => {
            behind.places.extend(row_span(*number));
            row(&mut behind, *number);
        }
        Some(Step::Statute { sanction, row, .. }) => {
            if let Some(found) = program.clause.sanctions.get(*sanction) {
                let row = row.and_then(|r| found.quantity.rows().get(r));
                behind.places.push((home, row.map_or(found.span, |r| r.span)));
                row.and_then(|r| r.when.as_ref()).into_iter().for_each(|c| atoms(c, &mut behind.atoms));
            }
        }
        Some(Step::Percentage { sanction, .. } | Step::Bound { sanction, .. }) => {
            behind.places.extend(program.clause.sanctions.get(*sanction).map(|s| (home, s.span)));
        }
        Some(Step::Narrow { sanction, row, .. }) => {
            let id = program.clause.sanctions.get(*sanction).map(|s| &s.id);
            let of_row = row.and_then(|r| benchmark?.rows.get(r)).map(|r| r.narrowings.as_slice());
            let narrowings = of_row.or(benchmark.map(|b| b.common.as_slice())).unwrap_or(&[]);
            let found = narrowings.iter().find(|n| Some(&n.sanction) == id);
            behind.places.extend(found.map(|n| (own, n.span)).or(row.and_then(row_span)));
        }
        Some(Step::Position { position, .. }) => {
            if let Some(found) = benchmark.and_then(|b| b.positions.get(*position)) {
                behind.places.push((own, found.span));
                atoms(&found.when, &mut behind.atoms);
            }
        }
        Some(Step::Effect { effect, .. }) => {
            if let Some(effect) = program.effects.get(*effect) {
                behind.places.extend(declared(&program.linked, |r| {
                    r.effects.iter().find(|e| e.id == effect.id && e.span == effect.span).map(|e| e.span)
                }));
            }
        }
        Some(Step::NoRow { .. } | Step::Score { .. } | Step::Join { .. }) | None => {}
    }
    behind
}

/// The ruleset whose text has the clause.
fn home(program: &Program) -> &Ruleset {
    let used = match &program.offence.clause {
        ClauseRef::Here(_) => None,
        ClauseRef::There { ruleset, .. } => program.linked.used.iter().find(|r| r.head.id == *ruleset),
    };
    used.unwrap_or(&program.linked.ruleset)
}

/// The ruleset that declares something, and where.
fn declared(linked: &Linked, find: impl Fn(&Ruleset) -> Option<Span>) -> Option<(&Ruleset, Span)> {
    let mut all = std::iter::once(&linked.ruleset).chain(&linked.used);
    all.find_map(|r| find(r).map(|span| (&**r, span)))
}

fn atoms(cond: &Cond, found: &mut Vec<AtomId>) {
    match cond {
        Cond::Atom(id) if !found.contains(id) => found.push(*id),
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|p| atoms(p, found)),
        Cond::Not(inner) => atoms(inner, found),
        Cond::Atom(_) | Cond::Const(_) | Cond::Local(_) => {}
    }
}
