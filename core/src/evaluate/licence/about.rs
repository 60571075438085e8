//! What every part of a licence reads, what it is about, and where it is written: one list for the proof that a fact
//! does not matter, for the words of what a question decides, and for the conditions behind a line of the explanation.

use super::{LicencePart, stages};
use crate::gather::Gather as _;
use crate::outcome::{ConditionOutcome, LicenceOutcome};
use crate::ruleset::{Condition, ConditionTest, Licence};
use crate::source::Span;
use crate::value::Truth;
use crate::vocabulary::ConditionStatus;

/// What a part of a licence is about, in the order in which the law looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum About {
    Exempt,
    Authority,
    Route,
    Accepted,
    Document,
    Bar,
    Condition,
    Step,
    Ground,
    Quota,
    /// The order of several applicants: nothing of one alone reads it.
    Order,
    Deadline,
    Term,
    Ban,
}

/// All that a licence reads, each part with what it is about and the place of the row it stands in.
pub(crate) fn parts<'p>(licence: &'p Licence) -> Vec<(About, LicencePart<'p>, Span)> {
    // Every member is named, so that a new one is not left out.
    let Licence {
        id: _,
        code: _,
        name: _,
        procedure: _,
        basis: _,
        exempt,
        authority,
        filed_at,
        applied,
        accepted,
        conditions,
        bars,
        documents,
        submitted,
        steps,
        deadlines,
        routes,
        terms,
        renewal,
        quota,
        grounds,
        bans,
        marks: _,
        span: own,
    } = licence;
    let own = *own;
    // Plain loops over one list: an iterator for each part would be a function for each in the module.
    let mut all: Vec<(About, LicencePart<'p>, Span)> = Vec::new();
    let mut add = |about: About, part: LicencePart<'p>, span: Span| all.push((about, part, span));
    exempt.iter().for_each(|row| add(About::Exempt, LicencePart::Cond(&row.when), row.span));
    filed_at.iter().for_each(|place| add(About::Authority, LicencePart::Expr(place), own));
    authority.iter().for_each(|row| add(About::Authority, LicencePart::Cond(&row.when), own));
    for route in routes {
        add(About::Route, LicencePart::Cond(&route.when), route.span);
        route.excludes.iter().for_each(|cond| add(About::Route, LicencePart::Cond(cond), route.span));
    }
    accepted.iter().for_each(|cond| add(About::Accepted, LicencePart::Cond(cond), own));
    for document in documents {
        document.when.iter().for_each(|cond| add(About::Document, LicencePart::Cond(cond), document.span));
        document.shared_data.iter().for_each(|cond| add(About::Document, LicencePart::Cond(cond), document.span));
    }
    submitted.iter().for_each(|list| add(About::Document, LicencePart::Fact(*list), own));
    bars.iter().for_each(|row| add(About::Bar, LicencePart::Cond(&row.when), row.span));
    inside(conditions, &mut add);
    for step in steps {
        step.when.iter().for_each(|cond| add(About::Step, LicencePart::Cond(cond), step.span));
        add(About::Step, LicencePart::Cond(&step.done), step.span);
    }
    grounds.iter().for_each(|row| add(About::Ground, LicencePart::Cond(&row.when), row.span));
    if let Some(quota) = quota {
        quota.when.iter().for_each(|cond| add(About::Quota, LicencePart::Cond(cond), quota.span));
        add(About::Quota, LicencePart::Expr(&quota.left), quota.span);
        add(About::Quota, LicencePart::Fact(quota.before), quota.span);
        quota.order.by.iter().for_each(|key| add(About::Order, LicencePart::Expr(key), quota.order.span));
    }
    applied.iter().for_each(|day| add(About::Deadline, LicencePart::Expr(day), own));
    for limit in deadlines {
        let read = stages::deadline(limit, Truth::Unknown);
        read.into_iter().for_each(|part| add(About::Deadline, part, limit.span));
        limit.promised.iter().for_each(|length| add(About::Deadline, LicencePart::Expr(&length.count), limit.span));
    }
    if let Some(found) = renewal {
        let read = stages::renewal(found, Truth::Unknown);
        read.into_iter().for_each(|part| add(About::Deadline, part, found.span));
        found.general.iter().for_each(|length| add(About::Deadline, LicencePart::Expr(&length.count), found.span));
    }
    for found in terms {
        stages::term(found).into_iter().for_each(|part| add(About::Term, part, found.span));
    }
    for ban in bans {
        add(About::Ban, LicencePart::Cond(&ban.when), ban.span);
        add(About::Ban, LicencePart::Expr(&ban.from), ban.span);
        ban.lasts.iter().for_each(|length| add(About::Ban, LicencePart::Expr(&length.count), ban.span));
    }
    all
}

/// Conditions with those inside.
fn inside<'p>(conditions: &'p [Condition], add: &mut dyn FnMut(About, LicencePart<'p>, Span)) {
    for condition in conditions {
        condition.when.iter().for_each(|cond| add(About::Condition, LicencePart::Cond(cond), condition.span));
        match &condition.test {
            ConditionTest::Require(require) => add(About::Condition, LicencePart::Cond(require), condition.span),
            ConditionTest::Group(_, conditions) => inside(conditions, add),
        }
    }
}

/// Everything the outcome of one applicant shows: what none of it reads is proved not to matter.
pub(super) fn everything<'p>(licence: &'p Licence, outcome: &LicenceOutcome) -> Vec<LicencePart<'p>> {
    let others = |about: About| !matches!(about, About::Condition | About::Order);
    let mut all: Vec<LicencePart<'p>> =
        parts(licence).into_iter().filter(|(about, ..)| others(*about)).map(|(_, part, _)| part).gather();
    for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
        every(condition, found, &mut all);
    }
    all
}

/// Of a condition that is not asked here nothing matters but that.
fn every<'p>(condition: &'p Condition, found: &ConditionOutcome, parts: &mut Vec<LicencePart<'p>>) {
    parts.extend(condition.when.iter().map(LicencePart::Cond));
    match &condition.test {
        _ if found.status == ConditionStatus::NotApplicable => {}
        ConditionTest::Require(require) => parts.push(LicencePart::Cond(require)),
        ConditionTest::Group(_, inside) => {
            inside.iter().zip(&found.of).for_each(|(inner, found)| every(inner, found, parts));
        }
    }
}
