//! What the general part lets the penalty become, as JSON.

use super::parts::cite_once;
use super::targets::write_targets;
use super::write::{Array, Object};
use crate::decide::{Circumstances, Opt};
use crate::link::Program;

/// The options, lightest first; `of` says of which act, and under the law of which day, where there are several.
pub(super) fn write_options(
    list: &mut Array<'_>,
    program: &Program,
    general: &Circumstances,
    of: Option<(&str, &str)>,
) {
    for option in &general.options {
        let mut o = list.object();
        if let Some((act, at)) = of {
            o.text("act", act);
            o.text("at", at);
        }
        write_option(&mut o, program, general, option);
    }
}

fn write_option(o: &mut Object<'_>, program: &Program, general: &Circumstances, option: &Opt) {
    o.text("effect", &option.effect);
    o.text("direction", option.direction.as_str());
    o.text("force", option.force.as_str());
    o.texts("or", &option.or);
    o.flag("certain", option.certain);
    let mut because = o.array("because");
    for number in &option.because {
        let Some(circumstance) = program.circumstances.get(*number) else { continue };
        let mut o = because.object();
        o.text("id", &circumstance.id);
        o.cite("basis", &circumstance.basis);
        if !general.surely(*number) {
            o.flag("certain", false);
        }
    }
    because.end();
    write_targets(o.array("targets"), program, &option.steps, &option.targets);
    o.flag("open", option.open);
    let mut needs = o.array("needs");
    for need in &option.needs {
        needs.text(need.as_str());
    }
    needs.end();
    let mut known: Vec<&str> = Vec::new();
    let mut bases = o.array("basis");
    for basis in option.rows.iter().filter_map(|row| program.effects.get(*row)?.basis.as_deref()) {
        cite_once(&mut bases, &mut known, basis);
    }
}
