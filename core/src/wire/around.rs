//! What lies around an outcome: every tier with the range it would give, and the nearest facts that change the result.

use super::failure::Failure;
use super::host::Evaluated;
use super::json::Json;
use super::outcome::{end, measure, target, text, tier, unit_name, value_json, verdict, way};
use crate::analysis::{self, Change, Side};
use crate::outcome::{Possibility, TargetOutcome};

/// The answer to `do: tiers`: for each sanction of each target what each tier would give on these facts.
///
/// # Errors
/// Where the evaluation cannot finish with the tier open.
pub fn tiers_json(evaluated: &Evaluated) -> Result<Json, Failure> {
    let Evaluated { program, facts, .. } = evaluated;
    let outcome = analysis::ladder(program, facts).map_err(Failure::Evaluation)?;
    let possibility = |p: &Possibility, unit: &str| {
        let mut members = way(program, p.way);
        members.extend(p.amount.as_ref().map(|a| ("amount", measure(a, unit, &[]))));
        members.extend(p.statutory.as_ref().map(|a| ("statutory", measure(a, unit, &[]))));
        Json::object(members)
    };
    let one = |t: &TargetOutcome| {
        let sanctions = t.sanctions.iter().map(|s| {
            let unit = s.instances.first().and_then(|i| program.clause.sanctions.get(*i)).map(unit_name);
            let unit = unit.unwrap_or_default();
            let possible = s.possible.iter().map(|p| possibility(p, &unit)).collect();
            let mut members = vec![("id", text(&s.id)), ("possible", Json::Array(possible))];
            members.extend(s.statutory.as_ref().map(|a| ("statutory", measure(a, &unit, &[]))));
            Json::object(members)
        });
        Json::object([
            ("target", Json::from(t.target.as_str())),
            ("tiers", Json::Array(t.tiers.iter().map(|n| tier(program, *n)).collect())),
            ("maybe_no_tier", t.maybe_no_tier.into()),
            ("sanctions", Json::Array(sanctions.collect())),
        ])
    };
    Ok(Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "tiers".into()),
        ("targets", Json::Array(outcome.targets.iter().map(one).collect())),
    ]))
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
            let scale = unit.map_or(crate::value::Rational::ONE, |u| u.scale);
            let inclusive = from.is_inclusive();
            if let Some(at) = from.value().and_then(|n| n.div(scale).ok()) {
                use crate::value::Bound;
                members.push(("from", end(if inclusive { Bound::Inclusive(at) } else { Bound::Exclusive(at) })));
            }
        }
        members.extend(unit.map(|u| ("unit", text(&u.name))));
        changed.outcome = outcome;
        members.extend(result(&changed));
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

/// Verdict and targets, as in an outcome.
fn result(evaluated: &Evaluated) -> Vec<(&'static str, Json)> {
    let Evaluated { program, outcome, .. } = evaluated;
    let targets = outcome.targets.iter().map(|t| target(program, &outcome.trace.steps, t)).collect();
    vec![("verdict", verdict(evaluated)), ("targets", Json::Array(targets))]
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Less => "less",
        Side::More => "more",
        Side::Other => "other",
    }
}
