//! The explanation as data: the steps, the conditions with their truth, and the rows that did not apply.

use super::host::Evaluated;
use super::json::Json;
use super::outcome::{level_names, limit, measure, number, text, tier, truth, unit_name, value_json};
use crate::expr::{Cond, Expr, LevelSet, Num, Test, walk};
use crate::facts::{Fact, Facts};
use crate::link::{Linked, Program};
use crate::outcome::{Amount, LevelHow, Measure, StatuteFound, Step, Trace};
use crate::render::{self, Lang};
use crate::value::Bound;

pub(super) fn explanation_json(evaluated: &Evaluated, lang: Lang) -> Json {
    let steps: Vec<Json> = evaluated.outcome.trace.steps.iter().map(|s| step(evaluated, s)).collect();
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let conditions = conditions_json(&program.linked, facts, &outcome.trace);
    Json::object([
        ("steps", Json::from(steps)),
        ("conditions", conditions),
        ("not_applied", not_applied(evaluated, lang)),
    ])
}

/// Every condition that was looked at, with its truth and what it reads.
pub(super) fn conditions_json(linked: &Linked, facts: &Facts, trace: &Trace) -> Json {
    let conditions = linked.atoms.enumerate().filter_map(|(id, atom)| {
        let holds = trace.atom(id)?;
        Some(Json::object([
            ("condition", Json::from(atom.text.to_string())),
            ("holds", truth(holds)),
            ("reads", reads(linked, facts, trace, &atom.test)),
            ("start", atom.span.start.into()),
            ("end", atom.span.end.into()),
        ]))
    });
    Json::Array(conditions.collect())
}

/// The names a condition reads, with their values in this case; a fact that is not known has none.
pub(super) fn reads(linked: &Linked, facts: &Facts, trace: &Trace, test: &Test) -> Json {
    let mut found: Vec<Json> = Vec::new();
    let mut push = |name: &std::sync::Arc<str>, value: Json| {
        let one = Json::object([("name", text(name)), ("value", value)]);
        if !found.contains(&one) {
            found.push(one);
        }
    };
    walk::test(test, &linked.atoms, &mut |expr: &Expr| match expr {
        Expr::Fact(id) => {
            let fact = linked.facts.at(*id);
            let value = match facts.get(*id) {
                Fact::Given(value) => value_json(&fact.ty, value, fact.unit.as_ref()),
                Fact::Unascertainable => "无法查明".into(),
                Fact::Missing => Json::Null,
            };
            push(&fact.name, value);
        }
        Expr::Define(id) => {
            let define = linked.defines.at(*id);
            let value = trace.define(*id).map(|value| value_json(&define.ty, value, None));
            push(&define.name, value.unwrap_or(Json::Null));
        }
        Expr::Factor(id) => {
            let factor = linked.factors.at(*id);
            let level = trace.steps.iter().find_map(|step| match step {
                Step::Factor { id: known, levels, .. } if known == id => {
                    Some(level_names(&factor.levels.names, *levels))
                }
                _ => None,
            });
            push(&factor.name, level.unwrap_or(Json::Null));
        }
        _ => {}
    });
    found.into()
}

/// A condition in the words of the ruleset.
fn as_written(program: &Program, cond: &Cond) -> String {
    let joined =
        |parts: &[Cond], word: &str| parts.iter().map(|p| as_written(program, p)).collect::<Vec<_>>().join(word);
    match cond {
        Cond::Const(value) => value.to_string(),
        Cond::Atom(id) => program.linked.atoms.at(*id).text.to_string(),
        Cond::Local(_) => String::new(),
        Cond::All(parts) => joined(parts, " and "),
        Cond::Any(parts) => format!("({})", joined(parts, " or ")),
        Cond::Not(inner) => format!("not {}", as_written(program, inner)),
    }
}

fn num(n: Num) -> Json {
    match n {
        Num::Point(n) => number(n),
        Num::Range(range) => {
            let end = |b: Bound| b.value().map_or(Json::from("unbounded"), number);
            Json::object([("min", end(range.lo())), ("max", end(range.hi()))])
        }
    }
}

fn unit_of(program: &Program, sanction: usize) -> String {
    program.clause.sanctions.get(sanction).map(unit_name).unwrap_or_default()
}

fn sanction_id(program: &Program, sanction: usize) -> Json {
    program.clause.sanctions.get(sanction).map_or(Json::Null, |s| text(&s.id))
}

fn pair(pair: Option<(Num, Num)>) -> Json {
    pair.map_or(Json::Null, |(a, b)| Json::Array(vec![num(a), num(b)]))
}

fn step(evaluated: &Evaluated, step: &Step) -> Json {
    let program = &evaluated.program;
    let amount = |a: &Amount, sanction: usize| measure(&Measure::Range(*a), &unit_of(program, sanction), &[]);
    let row_of = |row: &Option<usize>| {
        row.and_then(|r| program.benchmark.as_ref().and_then(|b| b.rows.get(r))).map_or(Json::Null, |r| text(&r.id))
    };
    match step {
        Step::Element { element, holds } => Json::object([
            ("step", Json::from("element")),
            ("condition", program.elements.get(*element).map(|c| as_written(program, c)).into()),
            ("holds", truth(*holds)),
        ]),
        Step::Branch { branch, holds } => Json::object([
            ("step", Json::from("branch")),
            ("branch", program.clause.branches.get(*branch).map_or(Json::Null, |b| text(&b.id))),
            ("holds", truth(*holds)),
            ("basis", program.clause.branches.get(*branch).and_then(|b| b.basis.as_ref()).map_or(Json::Null, text)),
        ]),
        Step::Define { .. } | Step::Factor { .. } | Step::LevelFact { .. } => {
            unit_step(&program.linked, &evaluated.outcome.trace, step).unwrap_or(Json::Null)
        }
        Step::Row { row, holds, yields } => {
            let found = program.benchmark.as_ref().and_then(|b| b.rows.get(*row));
            Json::object([
                ("step", Json::from("row")),
                ("row", row_of(&Some(*row))),
                ("tier", found.and_then(|r| r.tier).map_or(Json::Null, |t| tier(program, t))),
                ("holds", truth(*holds)),
                ("yields", (*yields).into()),
                ("basis", found.and_then(|r| r.basis.as_ref()).map_or(Json::Null, text)),
            ])
        }
        Step::NoRow { holds } => Json::object([("step", Json::from("no_row")), ("holds", truth(*holds))]),
        Step::Statute { sanction, row, found: numbers } => {
            let StatuteFound { base, base_before, count, amount: total } = &**numbers;
            let found = program.clause.sanctions.get(*sanction);
            let range_row = row.and_then(|r| found.and_then(|s| s.quantity.rows().get(r)));
            Json::object([
                ("step", Json::from("statute")),
                ("sanction", sanction_id(program, *sanction)),
                ("row", range_row.map_or(Json::Null, |r| text(&r.id))),
                ("base", base.map_or(Json::Null, num)),
                ("base_before", base_before.map_or(Json::Null, num)),
                ("count", count.map_or(Json::Null, num)),
                ("amount", measure(total, &unit_of(program, *sanction), &[])),
                (
                    "basis",
                    range_row.and_then(|r| r.basis.as_ref()).or(found.map(|s| &s.basis)).map_or(Json::Null, text),
                ),
            ])
        }
        Step::Score { found } => {
            let weights = program.benchmark.as_ref().and_then(|b| b.score.as_ref());
            let parts: Vec<Json> = weights
                .map(|s| s.weights.as_slice())
                .unwrap_or(&[])
                .iter()
                .zip(&found.parts)
                .map(|(weights, (set, weight))| {
                    let names = program.linked.levels_of(&weights.factor).map(|l| level_names(&l.names, *set));
                    Json::object([
                        ("factor", text(&weights.name)),
                        ("level", names.unwrap_or(Json::Null)),
                        ("weight", num(*weight)),
                    ])
                })
                .collect();
            Json::object([("step", Json::from("score")), ("parts", parts.into()), ("sum", num(found.sum))])
        }
        Step::Percentage { sanction, found } => Json::object([
            ("step", Json::from("percentage")),
            ("sanction", sanction_id(program, *sanction)),
            ("start", num(found.start)),
            ("sum", num(found.sum)),
            ("capped", found.capped.map_or(Json::Null, num)),
            ("times", num(found.times)),
        ]),
        Step::Narrow { sanction, row, found } => Json::object([
            ("step", Json::from("narrow")),
            ("sanction", sanction_id(program, *sanction)),
            ("row", row_of(row)),
            ("part", pair(found.part)),
            ("multiple", pair(found.multiple)),
            ("amount", amount(&found.amount, *sanction)),
        ]),
        Step::Position { sanction, position, found: numbers } => {
            let found = program.benchmark.as_ref().and_then(|b| b.positions.get(*position));
            Json::object([
                ("step", Json::from("position")),
                ("sanction", sanction_id(program, *sanction)),
                ("position", found.map_or(Json::Null, |p| text(&p.id))),
                ("part", pair(numbers.part)),
                ("amount", amount(&numbers.amount, *sanction)),
                ("basis", found.and_then(|p| p.basis.as_ref()).map_or(Json::Null, text)),
            ])
        }
        Step::Effect { sanction, effect, found: numbers } => {
            let found = program.effects.get(*effect);
            Json::object([
                ("step", Json::from("effect")),
                ("sanction", sanction_id(program, *sanction)),
                ("effect", found.map_or(Json::Null, |e| text(&e.id))),
                ("part", pair(numbers.part)),
                ("amount", amount(&numbers.amount, *sanction)),
                ("basis", found.and_then(|e| e.basis.as_ref()).map_or(Json::Null, text)),
            ])
        }
        Step::Bound { sanction, by, found } => Json::object([
            ("step", Json::from("bound")),
            ("sanction", sanction_id(program, *sanction)),
            ("by", limit(*by).into()),
            ("before", amount(&found.before, *sanction)),
            ("after", amount(&found.after, *sanction)),
        ]),
        Step::Join { target, sanction, of } => {
            let targets = &evaluated.outcome.targets;
            let found = targets.iter().find(|t| t.target == *target).and_then(|t| t.sanctions.get(*sanction));
            Json::object([
                ("step", Json::from("join")),
                ("target", target.as_str().into()),
                ("sanction", found.map_or(Json::Null, |s| text(&s.id))),
                ("of", (*of).into()),
            ])
        }
    }
}

/// A step that any linked unit may have: a definition, the level of a factor.
pub(super) fn unit_step(linked: &Linked, trace: &Trace, step: &Step) -> Option<Json> {
    Some(match step {
        Step::Define { id } => {
            let define = linked.defines.at(*id);
            let value = trace.define(*id).map(|value| value_json(&define.ty, value, None));
            Json::object([
                ("step", Json::from("define")),
                ("name", text(&define.name)),
                ("value", value.unwrap_or(Json::Null)),
                ("basis", define.basis.as_ref().map_or(Json::Null, text)),
            ])
        }
        Step::Factor { id, levels, how } => {
            let factor = linked.factors.at(*id);
            level_step(&factor.name, level_names(&factor.levels.names, *levels), *levels, *how, factor.basis.as_ref())
        }
        Step::LevelFact { id, levels, how } => {
            let fact = linked.facts.at(*id);
            let names = linked.levels_of(&Expr::Fact(*id)).map(|l| level_names(&l.names, *levels));
            let basis = fact.lowest.as_ref().and_then(|l| l.basis.as_ref());
            level_step(&fact.name, names.unwrap_or(Json::Null), *levels, *how, basis)
        }
        _ => return None,
    })
}

fn level_step(
    name: &std::sync::Arc<str>,
    level: Json,
    set: LevelSet,
    how: LevelHow,
    basis: Option<&std::sync::Arc<str>>,
) -> Json {
    Json::object([
        ("step", Json::from("level")),
        ("factor", text(name)),
        ("level", level),
        ("maybe_none", set.has_none().into()),
        (
            "how",
            match how {
                LevelHow::Found => "found",
                LevelHow::Lowest => "lowest_when_unascertainable",
                LevelHow::NoLevel => "no_level",
                LevelHow::Overlap => "overlap",
                LevelHow::Heaviest => "heaviest",
            }
            .into(),
        ),
        ("basis", basis.map_or(Json::Null, text)),
    ])
}

/// Rows that did not apply, with the very conditions that failed.
fn not_applied(evaluated: &Evaluated, lang: Lang) -> Json {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let rows = program.benchmark.as_ref().map(|b| b.rows.as_slice()).unwrap_or(&[]);
    let mut found = Vec::new();
    for (row, number) in rows.iter().zip(0usize..) {
        let failed = render::why_not(program, facts, outcome, number, lang);
        if failed.is_empty() {
            continue;
        }
        let failed: Vec<Json> = failed
            .into_iter()
            .map(|f| {
                Json::object([
                    ("condition", Json::from(f.condition)),
                    ("expected", f.expected.into()),
                    ("actual", f.actual.into()),
                ])
            })
            .collect();
        found.push(Json::object([
            ("row", text(&row.id)),
            ("tier", row.tier.map_or(Json::Null, |t| tier(program, t))),
            ("failed", failed.into()),
        ]));
    }
    found.into()
}
