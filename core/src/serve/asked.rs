//! What was asked, as JSON in one order: what a receipt digests.

use crate::answer::{Object, told};
use crate::decide::{ActShare, Case};
use crate::read::Request;

/// Everything of a case that its decision depends on, as a request has it, in one order: what the receipt digests.
pub fn case_json(case: &Case) -> String {
    told(|o| write_case(o, case))
}

fn write_case(o: &mut Object<'_>, case: &Case) {
    let mut acts = o.array("acts");
    for act in &case.acts {
        let mut o = acts.object();
        o.text("id", &act.id);
        o.maybe("party", act.party.as_deref());
        o.text("ruleset", &act.ruleset);
        o.text("offence", &act.offence);
        if let ActShare::Person(of) = &act.share {
            o.text("responsible_for", of);
        }
        o.flag("continuing", act.continuing);
        match &act.facts {
            Some(facts) => o.at("facts").node(facts),
            None => o.null("facts"),
        }
    }
    acts.end();
    let mut groups = o.array("same_act");
    for group in &case.same_act {
        let mut ids = groups.item().array();
        for act in group.iter().filter_map(|a| case.acts.get(*a)) {
            ids.text(&act.id);
        }
    }
    groups.end();
    let mut general = o.array("general");
    for id in &case.general {
        general.text(id);
    }
    general.end();
    o.day("on", case.on);
    if let Some(organ) = &case.organ {
        let mut o = o.object("organ");
        o.maybe("level", organ.level.map(|level| level.as_str()));
        o.maybe("system", organ.system.as_deref());
    }
    o.at("facts").node(&case.facts);
}

/// Everything that an outcome about several applicants depends on.
pub(super) fn write_applicants_asked(o: &mut Object<'_>, request: &Request) {
    let mut applicants = o.array("applicants");
    for applicant in &request.applicants {
        let mut o = applicants.object();
        o.text("id", &applicant.id);
        match &applicant.facts {
            Some(facts) => o.at("facts").node(facts),
            None => o.null("facts"),
        }
    }
    applicants.end();
    o.at("facts").node(&request.facts);
}
