//! What lies around an outcome: every tier with the range it would give, and the nearest facts that change the result.

use super::failure::Failure;
use super::host::Evaluated;
use super::json::Json;
use super::outcome::{end, target, text, value_json, verdict};
use crate::analysis::{self, Change, Side};
use crate::link::Program;
use crate::outcome::Outcome;
use crate::value::{Bound, Rational};

/// The answer to `do: tiers`: the targets of an outcome in which all that only chooses the tier is open, so that
/// `possible` has what each tier would give.
///
/// # Errors
/// Where the evaluation cannot finish with the tier open.
pub fn tiers_json(evaluated: &Evaluated) -> Result<Json, Failure> {
    let Evaluated { program, facts, .. } = evaluated;
    let outcome = analysis::ladder(program, facts).map_err(Failure::Evaluation)?;
    Ok(Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "tiers".into()),
        ("targets", targets(program, &outcome)),
    ]))
}

fn targets(program: &Program, outcome: &Outcome) -> Json {
    Json::Array(outcome.targets.iter().map(|t| target(program, &outcome.trace.steps, t)).collect())
}

/// The answer to `do: nearest`: for each given fact the nearest values that change the result, with that result.
///
/// # Errors
/// Where the evaluation cannot finish.
pub fn nearest_json(evaluated: Evaluated) -> Result<Json, Failure> {
    let found = analysis::nearest(&evaluated.program, &evaluated.facts).map_err(Failure::Evaluation)?;
    let mut changed = evaluated;
    let mut changes = Vec::with_capacity(found.changes.len());
    for Change { fact, side, value, from, outcome } in found.changes {
        let declared = changed.program.linked.facts.at(fact);
        let unit = declared.unit.as_ref();
        let mut members = vec![
            ("fact", text(&declared.name)),
            ("side", side_word(side).into()),
            ("value", value_json(&declared.ty, &value, unit)),
        ];
        if let Some(from) = from.filter(|_| declared.ty != crate::expr::Type::Date) {
            let scale = unit.map_or(Rational::ONE, |u| u.scale);
            let inclusive = from.is_inclusive();
            if let Some(at) = from.value().and_then(|n| n.div(scale).ok()) {
                members.push(("from", end(if inclusive { Bound::Inclusive(at) } else { Bound::Exclusive(at) })));
            }
        }
        members.extend(unit.map(|u| ("unit", text(&u.name))));
        changed.outcome = outcome;
        members.push(("verdict", verdict(&changed)));
        members.push(("targets", targets(&changed.program, &changed.outcome)));
        changes.push(Json::object(members));
    }
    let not_tried = found.not_tried.iter().map(|id| text(&changed.program.linked.facts.at(*id).name));
    Ok(Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "nearest".into()),
        ("changes", changes.into()),
        ("not_tried", Json::Array(not_tried.collect())),
    ]))
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Less => "less",
        Side::More => "more",
        Side::Other => "other",
    }
}
