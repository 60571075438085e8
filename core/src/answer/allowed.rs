//! The ways that remain, as JSON.

use super::parts::truth;
use super::write::Object;
use crate::decide::{Allowed, AllowedWay, Course, Evaluated, Execution};
use crate::gather::Gather as _;
use crate::vocabulary::WayCourse;

/// The ways that remain of one act under one law.
pub(super) fn write_allowed(o: &mut Object<'_>, evaluated: &Evaluated, allowed: &Allowed) {
    o.text("opposed", truth(allowed.opposed));
    let mut ways = o.array("ways");
    for way in &allowed.ways {
        write_allowed_way(&mut ways.object(), evaluated, way);
    }
}

/// One way: what it makes of the penalty, how strongly the law calls for it, what it rests on and what comes with it.
pub(super) fn write_allowed_way(o: &mut Object<'_>, evaluated: &Evaluated, way: &AllowedWay) {
    let program = &evaluated.program;
    let option = way.course.option(evaluated.basis());
    let course = match way.course {
        Course::Table => WayCourse::Table,
        Course::Option(_) => WayCourse::Option,
        Course::Waived => WayCourse::Waived,
    };
    o.text("course", course.as_str());
    o.maybe("effect", option.map(|option| &*option.effect));
    o.maybe("direction", way.direction.map(|direction| direction.as_str()));
    match way.course {
        Course::Table => o.null("force"),
        Course::Option(_) | Course::Waived => o.text("force", way.force.as_str()),
    }
    o.flag("certain", way.certain);
    o.flag("open", way.open);
    let mut rests_on = o.array("rests_on");
    for circumstance in way.rests_on.iter().filter_map(|c| program.circumstances.get(*c)) {
        let mut o = rests_on.object();
        o.text("id", &circumstance.id);
        o.cite("basis", &circumstance.basis);
    }
    rests_on.end();
    let mut needs = o.array("needs");
    for need in option.iter().flat_map(|option| &option.needs) {
        needs.text(need.as_str());
    }
    needs.end();
    let (_, targets) = way.result(evaluated.basis());
    let has = |kind| targets.iter().flat_map(|t| &t.sanctions).any(|s| s.kind == kind);
    let found: Vec<&Execution> = evaluated.executions.iter().filter(|e| has(e.kind)).gather();
    if !found.is_empty() {
        let mut list = o.array("execution");
        for one in found {
            write_execution(&mut list.object(), one);
        }
    }
}

/// Whether a kind of sanction is executed, by which rows, and what would settle it.
pub(super) fn write_execution(o: &mut Object<'_>, of: &Execution) {
    o.text("kind", of.kind.as_str());
    o.text("executed", truth(of.executed));
    let mut rests_on = o.array("rests_on");
    for ground in of.decisive() {
        let mut o = rests_on.object();
        o.text("id", &ground.row);
        o.text("holds", truth(ground.holds));
        o.text("excepted", truth(ground.excepted));
        o.cite_maybe("basis", ground.basis.as_deref());
        o.cite_maybe("unless_basis", ground.unless_basis.as_deref());
        o.some("reading", ground.reading.as_deref());
    }
    rests_on.end();
    let mut needs = o.array("needs");
    for need in of.needs() {
        needs.text(need.as_str());
    }
    needs.end();
    o.texts("facts_needed", &of.needed);
}
