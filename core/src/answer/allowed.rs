//! The ways that remain, as JSON.

use super::parts::truth;
use super::write::Object;
use crate::decide::{Allowed, AllowedWay, Course, Evaluated};
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
}
