//! What the general part lets the penalty become, as JSON.

use super::json::Json;
use super::outcome::{target, text};
use crate::decide::{Circumstances, Opt};
use crate::link::Program;

/// The options, lightest first.
pub(super) fn options_json(program: &Program, general: &Circumstances) -> Json {
    Json::Array(general.options.iter().map(|option| option_json(program, general, option)).collect())
}

fn option_json(program: &Program, general: &Circumstances, option: &Opt) -> Json {
    let because = option.because.iter().filter_map(|number| {
        let circumstance = program.circumstances.get(*number)?;
        let maybe = (!general.surely(*number)).then(|| Json::from(false));
        let told = Json::object([("id", text(&circumstance.id)), ("basis", text(&circumstance.basis))]);
        Some(told.with([("certain", maybe)]))
    });
    let mut bases: Vec<Json> = Vec::new();
    for basis in option.rows.iter().filter_map(|row| program.effects.get(*row)?.basis.as_ref()) {
        let basis = text(basis);
        if !bases.contains(&basis) {
            bases.push(basis);
        }
    }
    let targets = option.targets.iter().map(|t| target(program, &option.steps, t));
    Json::object([
        ("effect", text(&option.effect)),
        ("direction", option.direction.as_str().into()),
        ("force", option.force.as_str().into()),
        ("or", Json::Array(option.or.iter().map(text).collect())),
        ("certain", option.certain.into()),
        ("because", Json::Array(because.collect())),
        ("targets", Json::Array(targets.collect())),
        ("open", option.open.into()),
        ("needs", Json::Array(option.needs.iter().map(text).collect())),
        ("basis", bases.into()),
    ])
}
