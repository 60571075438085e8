//! What every part of a licence reads, and what it is about: one list for the proof that a fact does not matter, and
//! for the words of what a question decides.

use super::{Part, stages};
use crate::gather::Gather as _;
use crate::outcome::{ConditionOutcome, ConditionStatus, LicenceOutcome};
use crate::ruleset::{Condition, ConditionTest, Licence};
use crate::value::Truth;

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

/// All that a licence reads, each part with what it is about.
pub(crate) fn parts<'p>(licence: &'p Licence) -> Vec<(About, Part<'p>)> {
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
        span: _,
    } = licence;
    let mut all = Vec::new();
    let mut add = |about: About, parts: Vec<Part<'p>>| all.extend(parts.into_iter().map(|part| (about, part)));
    add(About::Exempt, stages::grounds(exempt));
    add(About::Authority, filed_at.iter().map(Part::Expr).gather());
    add(About::Authority, authority.iter().map(|row| Part::Cond(&row.when)).gather());
    for route in routes {
        add(About::Route, std::iter::once(&route.when).chain(&route.excludes).map(Part::Cond).gather());
    }
    add(About::Accepted, accepted.iter().map(Part::Cond).gather());
    for document in documents {
        add(About::Document, document.when.iter().chain(&document.shared_data).map(Part::Cond).gather());
    }
    add(About::Document, submitted.iter().copied().map(Part::Fact).gather());
    add(About::Bar, stages::grounds(bars));
    for condition in conditions {
        add(About::Condition, inside(condition));
    }
    for step in steps {
        add(About::Step, step.when.iter().chain([&step.done]).map(Part::Cond).gather());
    }
    add(About::Ground, stages::grounds(grounds));
    if let Some(quota) = quota {
        add(About::Quota, quota.when.iter().map(Part::Cond).gather());
        add(About::Quota, vec![Part::Expr(&quota.left), Part::Fact(quota.before)]);
        add(About::Order, quota.order.by.iter().map(Part::Expr).gather());
    }
    add(About::Deadline, applied.iter().map(Part::Expr).gather());
    for limit in deadlines {
        add(About::Deadline, stages::deadline(limit, Truth::Unknown));
        add(About::Deadline, limit.promised.iter().map(|length| Part::Expr(&length.count)).gather());
    }
    if let Some(found) = renewal {
        add(About::Deadline, stages::renewal(found, Truth::Unknown));
        add(About::Deadline, found.general.iter().map(|length| Part::Expr(&length.count)).gather());
    }
    for found in terms {
        add(About::Term, stages::term(found));
    }
    for ban in bans {
        let lasts = ban.lasts.iter().map(|length| Part::Expr(&length.count));
        add(About::Ban, [Part::Cond(&ban.when), Part::Expr(&ban.from)].into_iter().chain(lasts).gather());
    }
    all
}

/// A condition with those inside.
fn inside(condition: &Condition) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = condition.when.iter().map(Part::Cond).gather();
    match &condition.test {
        ConditionTest::Require(require) => parts.push(Part::Cond(require)),
        ConditionTest::Group(_, conditions) => parts.extend(conditions.iter().flat_map(inside)),
    }
    parts
}

/// Everything the outcome of one applicant shows: what none of it reads is proved not to matter.
pub(super) fn everything<'p>(licence: &'p Licence, outcome: &LicenceOutcome) -> Vec<Part<'p>> {
    let others = |about: About| !matches!(about, About::Condition | About::Order);
    let mut all: Vec<Part<'p>> =
        parts(licence).into_iter().filter(|(about, _)| others(*about)).map(|(_, part)| part).gather();
    for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
        every(condition, found, &mut all);
    }
    all
}

/// Of a condition that is not asked here nothing matters but that.
fn every<'p>(condition: &'p Condition, found: &ConditionOutcome, parts: &mut Vec<Part<'p>>) {
    parts.extend(condition.when.iter().map(Part::Cond));
    match &condition.test {
        _ if found.status == ConditionStatus::NotApplicable => {}
        ConditionTest::Require(require) => parts.push(Part::Cond(require)),
        ConditionTest::Group(_, inside) => {
            inside.iter().zip(&found.of).for_each(|(inner, found)| every(inner, found, parts));
        }
    }
}
