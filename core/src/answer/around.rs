//! What lies around an outcome: every tier with the range it would give, and the nearest facts that change the result.

use super::citations::write_citations;
use super::outcome::write_verdict;
use super::parts::{begin, write_end, write_value};
use super::targets::write_targets;
use super::write::{Object, told};
use crate::analysis::{FactChange, Nearest};
use crate::decide::Evaluated;
use crate::expr::Type;
use crate::link::Program;
use crate::outcome::Outcome;
use crate::value::{Bound, Rational};
use crate::vocabulary::AnswerKind;

/// The answer to `do: tiers`: the targets of an outcome in which all that only chooses the tier is open, so that
/// `possible` has what each tier would give.
pub(crate) fn tiers_json(program: &Program, ladder: &Outcome) -> String {
    told(|o| {
        begin(o, AnswerKind::Tiers);
        write_targets(o.array("targets"), program, &ladder.trace.steps, &ladder.targets);
        write_citations(o, &program.linked.governing);
    })
}

/// The answer to `do: nearest`: for each given fact the nearest values that change the result, with that result.
pub(crate) fn nearest_json(mut found: Nearest, evaluated: Evaluated) -> String {
    let mut changed = evaluated;
    told(|o| {
        begin(o, AnswerKind::Nearest);
        let mut changes = o.array("changes");
        for change in found.changes.drain(..) {
            write_change(&mut changes.object(), change, &mut changed);
        }
        changes.end();
        let mut not_tried = o.array("not_tried");
        for id in &found.not_tried {
            not_tried.text(&changed.program.linked.facts.at(*id).name);
        }
        not_tried.end();
        write_citations(o, &changed.program.linked.governing);
    })
}

/// A change, with the result it brings about; `changed` is the case with it.
fn write_change(o: &mut Object<'_>, change: FactChange, changed: &mut Evaluated) {
    let FactChange { fact, side, value, from, outcome } = change;
    changed.outcome = outcome;
    let declared = changed.program.linked.facts.at(fact);
    let unit = declared.unit.as_ref();
    o.text("fact", &declared.name);
    o.text("side", side.as_str());
    write_value(o.at("value"), &declared.ty, &value, unit);
    if let Some(from) = from.filter(|_| declared.ty != Type::Date) {
        let scale = unit.map_or(Rational::ONE, |u| u.scale);
        let inclusive = from.is_inclusive();
        if let Some(at) = from.value().and_then(|n| n.div(scale).ok()) {
            write_end(o.at("from"), if inclusive { Bound::Inclusive(at) } else { Bound::Exclusive(at) });
        }
    }
    o.some("unit", unit.map(|u| &*u.name));
    write_verdict(&mut o.object("verdict"), changed);
    let Evaluated { program, outcome, .. } = &*changed;
    write_targets(o.array("targets"), program, &outcome.trace.steps, &outcome.targets);
}
