//! The explanation for reading: its lines in words, each with the conditions behind it and the places of the ruleset
//! text they come from. Apart from the outcome, because it is asked for when someone opens it.

use super::explanation::reads;
use super::failure::place_json;
use super::host::Evaluated;
use super::json::Json;
use super::outcome::text;
use super::outcome::truth;
use crate::expr::{AtomId, Cond, Expr};
use crate::link::Program;
use crate::outcome::Step;
use crate::render::{self, About, Form, Lang};
use crate::ruleset::{ClauseRef, Ruleset};
use crate::source::Span;

/// The answer to `do: explain`.
pub fn explain_json(evaluated: &Evaluated, lang: Lang) -> Json {
    let Evaluated { program, facts, outcome, general } = evaluated;
    let lines = render::lines(program, facts, outcome, general.as_ref(), lang, Form::Full);
    let lines = lines.iter().map(|line| {
        let behind = line.about.map(|about| behind(evaluated, about)).unwrap_or_default();
        let conditions = behind.atoms.iter().filter_map(|id| condition(evaluated, *id));
        Json::object([
            ("section", Json::from(line.section.as_str())),
            ("title", line.section.title(lang).into()),
            ("number", line.number.into()),
            ("heading", line.heading.clone().into()),
            ("text", line.text.clone().into()),
            ("basis", line.basis.clone().into()),
            ("places", Json::Array(behind.places.iter().map(|(r, span)| place_json(&r.source, *span)).collect())),
            ("conditions", Json::Array(conditions.collect())),
        ])
    });
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "explanation".into()),
        ("lines", Json::Array(lines.collect())),
    ])
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

/// A condition that was looked at: as written, whether it holds, what it reads, where it stands.
fn condition(evaluated: &Evaluated, id: AtomId) -> Option<Json> {
    let program = &evaluated.program;
    let atom = program.linked.atoms.get(id)?;
    let holds = evaluated.outcome.trace.atom(id)?;
    // A condition of a clause of another file stands in that file.
    let at = declared(program, |r| {
        r.atoms.iter().find(|other| other.span == atom.span && other.text == atom.text).map(|other| other.span)
    });
    Some(Json::object([
        ("condition", text(&atom.text)),
        ("holds", truth(holds)),
        ("reads", reads(&evaluated.program.linked, &evaluated.facts, &evaluated.outcome.trace, &atom.test)),
        ("at", at.map_or(Json::Null, |(r, span)| place_json(&r.source, span))),
    ]))
}
