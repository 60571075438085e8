//! Where a person must look: open terms, choices the law leaves, time that ran out, marks of the text.

use std::sync::Arc;

use super::stages::by_silence;
use super::time::ran_out;
use crate::expr::FactId;
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, LicenceOutcome, LicenceReview, Rest};
use crate::ruleset::{Condition, ConditionTest, Marks};
use crate::value::{Date, Truth};
use crate::vocabulary::{
    Before, Binding, By, ConditionStatus, DeadlineStatus, DecisionKind, DocumentStatus, Grouping,
    LicenceReviewCode as Code, RenewalStatus, Silence, StepStatus,
};

pub(super) fn all(
    program: &LicenceProgram,
    facts: &Facts,
    as_of: Option<Date>,
    outcome: &mut LicenceOutcome,
    open: &[FactId],
) {
    // What was found while open facts were looked at stands first.
    let mut points = Points { found: std::mem::take(&mut outcome.review_points) };
    let reached = |kinds: &[DecisionKind]| outcome.possible.iter().any(|d| kinds.contains(&d.kind));
    // Who needs no licence, or asked the wrong authority, is not looked at any further.
    let examined =
        outcome.possible.iter().any(|d| !matches!(d.kind, DecisionKind::NotRequired | DecisionKind::NotAccepted));
    if examined {
        // What silence has decided needs no finding.
        let decided = outcome.possible.iter().any(|d| d.by == By::Decision);
        let findings = program.linked.facts.enumerate().filter(|(_, fact)| fact.finding && decided);
        // Nor does one that this applicant is not asked about.
        let findings = findings.filter(|(id, _)| !outcome.irrelevant.contains(id));
        for (id, fact) in findings {
            // Another answer may make it idle; where nothing else is asked, none can.
            let certain = !matches!(facts.get(id), Fact::Missing) || outcome.needed == [id];
            points.add(Code::Finding, &fact.name, certain, None, fact.basis.as_ref());
        }
        points.application(program, outcome, as_of);
    }
    if reached(&[DecisionKind::Grant]) {
        for (term, found) in program.licence.terms.iter().zip(&outcome.terms) {
            let basis = term.basis_of(&found.rows);
            for (code, holds) in [
                (Code::Discretion, found.wide.unwrap_or(Truth::False)),
                (Code::DefaultOutside, found.outside.unwrap_or(Truth::False)),
                (Code::NoValue, found.none),
            ] {
                if holds != Truth::False {
                    let certain = holds == Truth::True && outcome.possible.len() == 1;
                    points.add(code, &term.id, certain, None, basis);
                }
            }
        }
    }
    // What must or must not be done leaves nothing to choose.
    let left = outcome.possible.iter().any(|d| d.force == Binding::May);
    for (ground, truth) in program.licence.grounds.iter().zip(&outcome.grounds).filter(|_| left) {
        if ground.force == Binding::May && *truth != Truth::False {
            let certain = *truth == Truth::True && outcome.decision().is_some_and(|d| d.force == Binding::May);
            points.add(Code::May, &ground.id, certain, ground.note.as_ref(), ground.basis.as_ref());
        }
    }
    // Whatever it would have been, the decision is the same: then that it cannot be ascertained is nothing to look at.
    for id in open.iter().filter(|id| facts.get(**id) == &Fact::Unascertainable) {
        let fact = program.linked.facts.at(*id);
        points.add(Code::Unascertainable, &fact.name, true, None, fact.basis.as_ref());
    }
    points.unverified(program, outcome);
    outcome.review_points = points.found;
}

struct Points {
    found: Vec<LicenceReview>,
}

impl Points {
    fn add(&mut self, code: Code, rule: &Arc<str>, certain: bool, note: Option<&Arc<str>>, basis: Option<&Arc<str>>) {
        let point = LicenceReview { code, rule: rule.clone(), certain, note: note.cloned(), basis: basis.cloned() };
        if !self.found.contains(&point) {
            self.found.push(point);
        }
    }

    fn application(&mut self, program: &LicenceProgram, outcome: &LicenceOutcome, as_of: Option<Date>) {
        let licence = &program.licence;
        if outcome.authority.is_empty() && !licence.authority.is_empty() {
            self.add(Code::NoAuthority, &licence.name, true, None, Some(&licence.basis));
        }
        for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
            self.curable(condition, found);
        }
        // A refusal does not wait for what must come before a grant.
        let refused = outcome.possible.iter().filter(|d| d.kind == DecisionKind::Refuse).count();
        for (step, _) in licence.steps.iter().zip(&outcome.steps).filter(|(_, s)| **s == StepStatus::Missing) {
            let waits = step.before == Before::Decision || refused < outcome.possible.len();
            if waits {
                let certain = step.before == Before::Decision || refused == 0;
                self.add(Code::StepMissing, &step.id, certain, None, step.basis.as_ref());
            }
        }
        let taken: Vec<_> = licence.routes.iter().zip(&outcome.routes).filter(|(_, t)| **t == Truth::True).gather();
        if taken.len() > 1 {
            for (route, _) in taken {
                self.add(Code::RoutesOverlap, &route.id, true, None, route.basis.as_ref());
            }
        }
        for (route, _) in licence.routes.iter().zip(&outcome.excluded).filter(|(_, t)| **t == Truth::True) {
            self.add(Code::RouteExcluded, &route.id, true, None, route.basis.as_ref());
        }
        for (deadline, found) in licence.deadlines.iter().zip(&outcome.deadlines) {
            let silent = ran_out(found);
            if deadline.otherwise == Silence::Nothing && silent == Truth::True {
                self.add(Code::DeadlineMissed, &deadline.what, true, None, deadline.basis.as_ref());
            }
            if found.promised.zip(found.due).is_some_and(|(promised, due)| promised > due) {
                self.add(Code::PromiseTooLong, &deadline.what, true, None, deadline.basis.as_ref());
            }
            // Where it was done, or ran out, whichever day counts, nobody need find the day; nor where nothing follows.
            let settled = outcome.follows(deadline.otherwise) != deadline.otherwise
                || matches!(found.status, DeadlineStatus::Met | DeadlineStatus::Late | DeadlineStatus::Elapsed);
            if matches!(found.rest, Rest::Open(_)) && found.exists != Truth::False && !settled {
                self.add(Code::RestDay, &deadline.what, found.exists == Truth::True, None, deadline.basis.as_ref());
            }
            let running = found.status == DeadlineStatus::Open && found.due.is_some() && found.exists != Truth::False;
            if outcome.follows(deadline.otherwise) != Silence::Nothing && as_of.is_none() && running {
                self.add(Code::AsOfMissing, &deadline.what, true, None, deadline.basis.as_ref());
            }
        }
        let accepted = outcome.accepted.or(by_silence(licence, outcome, Silence::DeemedAccepted));
        if accepted != Truth::False {
            let missing = licence.documents.iter().zip(&outcome.documents);
            for (document, _) in missing.filter(|(_, s)| **s == DocumentStatus::Missing) {
                let certain = accepted == Truth::True;
                self.add(Code::AcceptedIncomplete, &document.id, certain, None, document.basis.as_ref());
            }
        }
        if let (Some(renewal), Some(found)) = (&licence.renewal, &outcome.renewal) {
            let code = match found.status {
                RenewalStatus::Late => Some(Code::LateRenewal),
                RenewalStatus::Early => Some(Code::EarlyRenewal),
                RenewalStatus::Open if matches!(found.rest, Rest::NotKnown(_)) => Some(Code::CalendarUnknown),
                RenewalStatus::Open => Some(Code::RestDay),
                _ => None,
            };
            let note = renewal.late.as_ref().filter(|_| found.status == RenewalStatus::Late);
            if let Some(code) = code {
                self.add(code, &licence.name, true, note, renewal.basis.as_ref());
            }
            if found.undecided == Truth::Unknown && found.closes.is_some() && as_of.is_none() {
                self.add(Code::AsOfMissing, &licence.name, true, None, renewal.otherwise_basis.as_ref());
            }
        }
    }

    fn curable(&mut self, condition: &Condition, found: &ConditionOutcome) {
        if found.status != ConditionStatus::Failed {
            return;
        }
        if condition.curable {
            self.add(Code::Curable, &condition.id, true, None, condition.basis.as_ref());
        }
        // What fails in `none_of` is as it should be.
        if let ConditionTest::Group(Grouping::All | Grouping::Any, inside) = &condition.test {
            inside.iter().zip(&found.of).for_each(|(inner, found)| self.curable(inner, found));
        }
    }

    /// Marks of what was used: of the file, and of every part that stands in the outcome.
    fn unverified(&mut self, program: &LicenceProgram, outcome: &LicenceOutcome) {
        let mut mark = |name: &Arc<str>, marks: &Marks, basis: Option<&Arc<str>>| {
            if let Some(why) = &marks.unverified {
                self.add(Code::Unverified, name, true, Some(why), basis);
            }
        };
        for (name, marks) in &program.linked.marks {
            mark(name, marks, None);
        }
        let licence = &program.licence;
        let holds = |truth: &Truth| *truth == Truth::True;
        for (rows, truths) in
            [(&licence.exempt, &outcome.exempt), (&licence.bars, &outcome.bars), (&licence.grounds, &outcome.grounds)]
        {
            for (row, _) in rows.iter().zip(truths).filter(|(_, truth)| holds(truth)) {
                mark(&row.id, &row.marks, row.basis.as_ref());
            }
        }
        for (row, _) in licence
            .conditions
            .iter()
            .zip(&outcome.conditions)
            .filter(|(_, found)| found.status != ConditionStatus::NotApplicable)
        {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
        for (row, _) in licence.documents.iter().zip(&outcome.documents).filter(|(_, s)| **s == DocumentStatus::Missing)
        {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
        for (row, _) in licence.steps.iter().zip(&outcome.steps).filter(|(_, s)| **s != StepStatus::NotNeeded) {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
        for (row, _) in licence.routes.iter().zip(&outcome.routes).filter(|(_, truth)| holds(truth)) {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
        for (row, _) in licence.deadlines.iter().zip(&outcome.deadlines).filter(|(_, found)| holds(&found.exists)) {
            mark(&row.what, &row.marks, row.basis.as_ref());
        }
        for row in &licence.terms {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
        if let Some(row) = &licence.renewal {
            mark(&licence.name, &row.marks, row.basis.as_ref());
        }
        for quota in licence.quota.iter().filter(|_| outcome.exhausted != Some(Truth::False)) {
            mark(&licence.name, &quota.marks, quota.basis.as_ref());
        }
        for (row, _) in licence.bans.iter().zip(&outcome.bans).filter(|(_, found)| holds(&found.holds)) {
            mark(&row.id, &row.marks, row.basis.as_ref());
        }
    }
}
