//! The explanation for reading: its lines in words, each with the conditions behind it and the places of the ruleset
//! text they come from. Apart from the outcome, because it is asked for when someone opens it.

use super::explanation::write_condition;
use super::failure::write_place;
use super::host::Evaluated;
use super::parts::begin;
use super::write::{Array, Object, told};
use crate::expr::{AtomId, Cond, Expr};
use crate::link::Program;
use crate::outcome::Step;
use crate::render::{self, About, Form, Lang, Line};
use crate::ruleset::{ClauseRef, Ruleset};
use crate::source::Span;

/// The answer to `do: explain`.
pub fn explain_json(evaluated: &Evaluated, lang: Lang) -> String {
    let Evaluated { program, facts, outcome, general } = evaluated;
    let lines = render::lines(program, facts, outcome, general.as_ref(), lang, Form::Full);
    told(|o| write_lines(o, evaluated, &lines, lang))
}

fn write_lines(o: &mut Object<'_>, evaluated: &Evaluated, lines: &[Line], lang: Lang) {
    begin(o, "explanation");
    let mut list = o.array("lines");
    for line in lines {
        let behind = line.about.map(|about| behind(evaluated, about)).unwrap_or_default();
        let mut o = list.object();
        o.text("section", line.section.as_str());
        o.maybe("title", line.section.title(lang));
        match line.number {
            Some(number) => o.count("number", number),
            None => o.null("number"),
        }
        o.text("heading", &line.heading);
        o.text("text", &line.text);
        o.maybe("basis", line.basis.as_deref());
        let mut places = o.array("places");
        for (ruleset, span) in &behind.places {
            write_place(&mut places.object(), &ruleset.source, *span);
        }
        places.end();
        let mut conditions = o.array("conditions");
        for id in &behind.atoms {
            write_found(&mut conditions, evaluated, *id);
        }
    }
}

/// What a line rests on.
#[derive(Default)]
struct Behind<'p> {
    places: Vec<(&'p Ruleset, Span)>,
    atoms: Vec<AtomId>,
}

fn behind(evaluated: &Evaluated, about: About) -> Behind<'_> {
    let Evaluated { program, outcome, .. } = evaluated;
    let mut behind = Behind::default();
    let own = &*program.linked.ruleset;
    let home = home(program);
    let benchmark = program.benchmark.as_ref();
    let row = |behind: &mut Behind<'_>, row: usize| {
        let Some(found) = benchmark.and_then(|b| b.rows.get(row)) else { return };
        atoms(&found.when, &mut behind.atoms);
    };
    let row_span = |row: usize| benchmark.and_then(|b| b.rows.get(row)).map(|r| (own, r.span));
    let step = match about {
        About::Row(number) => {
            behind.places.extend(row_span(number));
            row(&mut behind, number);
            return behind;
        }
        About::Step(step) => outcome.trace.steps.get(step),
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
                behind.places.extend(declared(program, |r| {
                    r.defines.iter().find(|d| d.name == define.name && d.span == define.span).map(|d| d.span)
                }));
                if let Expr::Rows(rows) = &define.body {
                    rows.iter().for_each(|(when, _)| atoms(when, &mut behind.atoms));
                }
            }
        }
        Some(Step::Factor { id, .. }) => {
            if let Some(factor) = program.linked.factors.get(*id) {
                behind.places.extend(declared(program, |r| {
                    r.factors.iter().find(|f| f.name == factor.name && f.span == factor.span).map(|f| f.span)
                }));
                factor.conditions.iter().for_each(|l| atoms(&l.when, &mut behind.atoms));
            }
        }
        Some(Step::LevelFact { id, .. }) => {
            if let Some(fact) = program.linked.facts.get(*id) {
                behind.places.extend(declared(program, |r| {
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
                behind.places.extend(declared(program, |r| {
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
fn declared(program: &Program, find: impl Fn(&Ruleset) -> Option<Span>) -> Option<(&Ruleset, Span)> {
    let mut all = std::iter::once(&program.linked.ruleset).chain(&program.linked.used);
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

/// A condition, if it was looked at, with the file it stands in: that of a clause of another file is that file.
fn write_found(list: &mut Array<'_>, evaluated: &Evaluated, id: AtomId) {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let Some(atom) = program.linked.atoms.get(id) else { return };
    let at = declared(program, |r| {
        r.atoms.iter().find(|other| other.span == atom.span && other.text == atom.text).map(|other| other.span)
    });
    if let Some(mut o) = write_condition(list, &program.linked, facts, &outcome.trace, id) {
        match at {
            Some((ruleset, span)) => write_place(&mut o.object("at"), &ruleset.source, span),
            None => o.null("at"),
        }
    }
}
