//! The stages of a decision in the order of the law. A stage that surely holds ends the matter; one that may hold
//! leaves its decision possible, and what it reads is asked for.

use super::LicencePart;
use super::parts::competent;
use super::time::ran_out;
use crate::evaluate::env::Env;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, Decision, LicenceOutcome};
use crate::ruleset::{Condition, ConditionTest, Deadline, Ground, Licence, Renewal, Term};
use crate::value::Truth;
use crate::vocabulary::{
    Before, Binding, By, ConditionStatus, DecisionKind, DocumentStatus, LicenceProcedure, RenewalStatus, Silence,
    StepStatus,
};

/// Decisions still possible, what they depend on, and what the one decision still needs to be complete.
type StagesFound<'p> = (Vec<Decision>, Vec<LicencePart<'p>>, Vec<LicencePart<'p>>);

pub(super) fn all<'p>(
    program: &'p LicenceProgram,
    env: &mut Env<'p>,
    outcome: &mut LicenceOutcome,
) -> Result<StagesFound<'p>, EvalError> {
    let mut stages = Stages { possible: Vec::new(), open: Vec::new(), ended: false };
    if program.licence.procedure.on_application() {
        let competent = competent(program, env, &outcome.authority)?;
        if let Some(accepted) = &program.licence.accepted {
            outcome.accepted = env.holds(accepted)?;
        }
        on_application(program, outcome, competent, &mut stages);
    } else {
        ex_officio(program, outcome, &mut stages);
    }
    let rest = match stages.possible.as_slice() {
        [one] => {
            // Whatever is open leads to the same decision.
            stages.open.clear();
            complete(&program.licence, outcome, one.kind)
        }
        _ => Vec::new(),
    };
    Ok((stages.possible, stages.open, rest))
}

struct Stages<'p> {
    possible: Vec<Decision>,
    open: Vec<LicencePart<'p>>,
    ended: bool,
}

impl<'p> Stages<'p> {
    fn stage(
        &mut self,
        kind: DecisionKind,
        by: By,
        force: Binding,
        holds: Truth,
        parts: impl FnOnce() -> Vec<LicencePart<'p>>,
    ) {
        if self.ended || holds == Truth::False {
            return;
        }
        let decision = Decision { kind, by, force };
        if !self.possible.contains(&decision) {
            self.possible.push(decision);
        }
        match holds {
            Truth::True => self.ended = true,
            _ => self.open.extend(parts()),
        }
    }

    fn must(&mut self, kind: DecisionKind, holds: Truth, parts: impl FnOnce() -> Vec<LicencePart<'p>>) {
        self.stage(kind, By::Decision, Binding::Must, holds, parts);
    }
}

fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
    truths.into_iter().fold(Truth::False, Truth::or)
}

fn on_application<'p>(
    program: &'p LicenceProgram,
    outcome: &LicenceOutcome,
    competent: Truth,
    stages: &mut Stages<'p>,
) {
    let licence = &program.licence;
    stages.must(DecisionKind::NotRequired, any(outcome.exempt.iter().copied()), || grounds(&licence.exempt));
    stages.must(DecisionKind::NotAccepted, competent.not(), || {
        let rows = licence.authority.iter().map(|row| LicencePart::Cond(&row.when));
        licence.filed_at.iter().map(LicencePart::Expr).chain(rows).gather()
    });
    let missing = any(outcome.documents.iter().map(|status| match status {
        DocumentStatus::Missing => Truth::True,
        DocumentStatus::Unknown => Truth::Unknown,
        _ => Truth::False,
    }));
    let deemed = |silence: Silence| by_silence(licence, outcome, silence);
    let accepted = outcome.accepted.or(deemed(Silence::DeemedAccepted));
    stages.must(DecisionKind::Supplement, missing.and(accepted.not()), || {
        let limits = silent(licence, outcome, Silence::DeemedAccepted);
        documents(licence, outcome)
            .into_iter()
            .chain(licence.accepted.iter().map(LicencePart::Cond))
            .chain(limits)
            .gather()
    });
    let renewed = match (&licence.renewal, &outcome.renewal) {
        (Some(renewal), Some(found)) if renewal.otherwise == Silence::DeemedGranted => {
            let timely = match found.status {
                RenewalStatus::Timely => Truth::True,
                RenewalStatus::Unknown | RenewalStatus::Open => Truth::Unknown,
                RenewalStatus::Early | RenewalStatus::Late => Truth::False,
            };
            timely.and(found.undecided)
        }
        _ => Truth::False,
    };
    let silence = renewed.or(deemed(Silence::DeemedGranted));
    stages.stage(DecisionKind::Grant, By::Silence, Binding::Must, silence, || {
        let found = licence.renewal.iter().zip(&outcome.renewal);
        let of_renewal = found.flat_map(|(r, found)| renewal(r, found.decided));
        let applied = licence.applied.iter().filter(|_| licence.renewal.is_some()).map(LicencePart::Expr);
        of_renewal.chain(applied).chain(silent(licence, outcome, Silence::DeemedGranted)).gather()
    });
    stages.must(DecisionKind::Pending, steps_missing(licence, outcome, Before::Decision), || {
        steps(licence, outcome, Before::Decision)
    });
    let failed = any(outcome.conditions.iter().map(|condition| match condition.status {
        ConditionStatus::Failed => Truth::True,
        ConditionStatus::Unknown => Truth::Unknown,
        _ => Truth::False,
    }));
    let barred = any(outcome.bars.iter().copied().chain(outcome.exhausted));
    stages.must(DecisionKind::Refuse, failed.or(barred), || {
        let mut parts = Vec::new();
        for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
            self::condition(condition, found, &mut parts);
        }
        parts.into_iter().chain(grounds(&licence.bars)).chain(quota(licence)).chain(routes(licence)).gather()
    });
    stages.must(DecisionKind::Pending, steps_missing(licence, outcome, Before::Grant), || {
        steps(licence, outcome, Before::Grant)
    });
    stages.must(DecisionKind::Grant, Truth::True, Vec::new);
}

/// Whether the law deems something done because a time limit ran out in silence.
pub(super) fn by_silence(licence: &Licence, outcome: &LicenceOutcome, silence: Silence) -> Truth {
    let limits = licence.deadlines.iter().zip(&outcome.deadlines);
    any(limits.filter(|(limit, _)| outcome.follows(limit.otherwise) == silence).map(|(_, found)| ran_out(found)))
}

fn ex_officio<'p>(program: &'p LicenceProgram, outcome: &LicenceOutcome, stages: &mut Stages<'p>) {
    let licence = &program.licence;
    let kind = match licence.procedure {
        LicenceProcedure::Withdraw => DecisionKind::Withdraw,
        LicenceProcedure::Cancel => DecisionKind::Cancel,
        _ => DecisionKind::Revoke,
    };
    let holds = |force: Binding| {
        let rows = licence.grounds.iter().zip(&outcome.grounds);
        any(rows.filter(|(row, _)| row.force == force).map(|(_, truth)| *truth))
    };
    let parts = |force: Binding| {
        licence.grounds.iter().filter(|row| row.force == force).map(|row| LicencePart::Cond(&row.when)).gather()
    };
    stages.must(DecisionKind::Keep, holds(Binding::MustNot), || parts(Binding::MustNot));
    stages.must(kind, holds(Binding::Must), || parts(Binding::Must));
    stages.stage(kind, By::Decision, Binding::May, holds(Binding::May), || parts(Binding::May));
    stages.must(DecisionKind::Keep, Truth::True, Vec::new);
}

/// What the one decision that is possible still needs to be complete: a supplement names everything at once.
fn complete<'p>(licence: &'p Licence, outcome: &LicenceOutcome, kind: DecisionKind) -> Vec<LicencePart<'p>> {
    match kind {
        DecisionKind::Supplement => documents(licence, outcome),
        DecisionKind::NotAccepted => licence.authority.iter().map(|row| LicencePart::Cond(&row.when)).gather(),
        DecisionKind::Pending => {
            let both = [Before::Decision, Before::Grant];
            both.into_iter().flat_map(|before| steps(licence, outcome, before)).gather()
        }
        DecisionKind::Grant => licence.terms.iter().flat_map(term).gather(),
        _ => Vec::new(),
    }
}

fn grounds(rows: &[Ground]) -> Vec<LicencePart<'_>> {
    rows.iter().map(|row| LicencePart::Cond(&row.when)).gather()
}

fn routes(licence: &Licence) -> impl Iterator<Item = LicencePart<'_>> {
    licence.routes.iter().flat_map(|r| std::iter::once(&r.when).chain(&r.excludes)).map(LicencePart::Cond)
}

fn quota(licence: &Licence) -> impl Iterator<Item = LicencePart<'_>> {
    let conds = licence.quota.iter().flat_map(|q| &q.when).map(LicencePart::Cond);
    conds.chain(licence.quota.iter().flat_map(|q| [LicencePart::Expr(&q.left), LicencePart::Fact(q.before)]))
}

fn documents<'p>(licence: &'p Licence, outcome: &LicenceOutcome) -> Vec<LicencePart<'p>> {
    let open = licence.documents.iter().zip(&outcome.documents).filter(|(_, s)| **s == DocumentStatus::Unknown);
    let mut parts: Vec<LicencePart<'p>> =
        open.flat_map(|(d, _)| d.when.iter().chain(&d.shared_data)).map(LicencePart::Cond).gather();
    if outcome.documents.contains(&DocumentStatus::Unknown) {
        parts.extend(licence.submitted.map(LicencePart::Fact));
        parts.extend(routes(licence));
    }
    parts
}

fn steps_missing(licence: &Licence, outcome: &LicenceOutcome, before: Before) -> Truth {
    let steps = licence.steps.iter().zip(&outcome.steps).filter(|(step, _)| step.before == before);
    any(steps.map(|(_, status)| match status {
        StepStatus::Missing => Truth::True,
        StepStatus::Unknown => Truth::Unknown,
        _ => Truth::False,
    }))
}

fn steps<'p>(licence: &'p Licence, outcome: &LicenceOutcome, before: Before) -> Vec<LicencePart<'p>> {
    let steps = licence.steps.iter().zip(&outcome.steps).filter(|(step, _)| step.before == before);
    let open = steps.filter(|(_, status)| **status == StepStatus::Unknown);
    let mut parts: Vec<LicencePart<'p>> =
        open.flat_map(|(step, _)| step.when.iter().chain([&step.done])).map(LicencePart::Cond).gather();
    // A route may do without it.
    if !parts.is_empty() {
        parts.extend(routes(licence));
    }
    parts
}

/// What an open condition reads; of a group only what is open in it.
fn condition<'p>(condition: &'p Condition, found: &ConditionOutcome, parts: &mut Vec<LicencePart<'p>>) {
    if found.status != ConditionStatus::Unknown {
        return;
    }
    parts.extend(condition.when.iter().map(LicencePart::Cond));
    match &condition.test {
        ConditionTest::Require(require) => parts.push(LicencePart::Cond(require)),
        ConditionTest::Group(_, inside) => {
            for (inner, found) in inside.iter().zip(&found.of) {
                self::condition(inner, found, parts);
            }
        }
    }
}

/// What a time limit reads; on which day it was done matters only when it was.
pub(super) fn deadline(deadline: &Deadline, done: Truth) -> Vec<LicencePart<'_>> {
    let on = deadline.on.iter().filter(|_| done != Truth::False);
    let extension = deadline.period.extension.as_ref().map(|e| &e.when);
    let conds = deadline.when.iter().chain(&deadline.done).chain(extension).map(LicencePart::Cond);
    let lengths = deadline.period.lengths().map(|l| &l.count);
    let exprs = std::iter::once(&deadline.from).chain(on).chain(lengths).map(LicencePart::Expr);
    conds.chain(exprs).gather()
}

fn silent<'p>(licence: &'p Licence, outcome: &LicenceOutcome, silence: Silence) -> Vec<LicencePart<'p>> {
    let limits = licence.deadlines.iter().zip(&outcome.deadlines).filter(|(d, _)| d.otherwise == silence);
    limits.flat_map(|(limit, found)| deadline(limit, found.done)).gather()
}

pub(super) fn renewal(renewal: &Renewal, decided: Truth) -> Vec<LicencePart<'_>> {
    let on = renewal.on.iter().filter(|_| decided != Truth::False);
    let lengths = std::iter::once(&renewal.closes).chain(&renewal.opens).map(|l| &l.count);
    let exprs = std::iter::once(&renewal.expires).chain(on).chain(lengths).map(LicencePart::Expr);
    renewal.decided.iter().map(LicencePart::Cond).chain(exprs).gather()
}

pub(super) fn term(term: &Term) -> Vec<LicencePart<'_>> {
    let rows = || term.rows.iter();
    let conds = rows().flat_map(|row| &row.when).map(LicencePart::Cond);
    let ends = rows().flat_map(|row| [&row.range.lo, &row.range.hi, &row.default]).flatten().map(LicencePart::Expr);
    conds.chain(ends).gather()
}
