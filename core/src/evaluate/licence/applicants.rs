//! Several applicants for a limited number of licences: each as if alone, then who comes before whom, then each again
//! with those who take a place before.
//!
//! Nobody is picked: those whom the order does not tell apart, and those behind somebody whose own decision is open,
//! stay open themselves, and it is said why.
//!
//! # Basis
//! 行政许可法 第五十七条: of those who meet the conditions the one accepted first is served first, unless a law or an
//! administrative regulation says otherwise (第五十三条: tender and auction). 第三十二条第一款第四项: what is deemed
//! accepted is accepted on the day it was received.

use super::stages::by_silence;
use super::{LicencePart, evaluated, open};
use crate::evaluate::env::Env;
use crate::expr::{EvalError, FactId, Num, Val, compare};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ApplicantPlace, ApplicantsOutcome, ApplicantsReview, LicenceOutcome};
use crate::ruleset::{Quota, QuotaOrder};
use crate::value::{Bound, Comparison, Date, Interval, Rational, Truth};
use crate::vocabulary::{ApplicantsReviewCode, DecisionKind, First, OrderKind, Silence};

/// Evaluates one licence for several applicants; nothing when the number of the licence is not limited.
///
/// Each has facts of its own, in the order in which they were written; what the quota is read from must be the same for
/// all. How many come before each is found here, whatever the facts say of it.
///
/// # Errors
/// As [`evaluate_licence`](super::evaluate_licence).
pub fn evaluate_applicants(
    program: &LicenceProgram,
    applicants: &[Facts],
    as_of: Option<Date>,
) -> Result<Option<ApplicantsOutcome>, EvalError> {
    let Some(quota) = &program.licence.quota else { return Ok(None) };
    let mut line = Vec::with_capacity(applicants.len());
    for facts in applicants {
        line.push(standing(program, quota, facts, as_of)?);
    }
    let left = match applicants.first() {
        Some(facts) => Env::new(&program.linked, None, facts, false).number(&quota.left)?,
        None => Num::of(Interval::at_least(Rational::ZERO)),
    };
    let mut places = Vec::with_capacity(line.len());
    for (own, facts) in line.iter().zip(applicants) {
        let others = || line.iter().zip(0usize..).filter(|(other, _)| !std::ptr::eq(*other, own));
        let ahead = others().map(|(other, position)| {
            let (before, alike) = comes_before(&quota.order, other, own);
            // Whom the order does not tell apart may be served first.
            (position, other.takes_place.and(before.or(alike.and(Truth::Unknown))))
        });
        let ahead: Vec<(usize, Truth)> = ahead.filter(|(_, truth)| *truth != Truth::False).gather();
        let tied = others()
            .filter(|(other, _)| {
                other.takes_place != Truth::False && comes_before(&quota.order, other, own).1 == Truth::True
            })
            .map(|(_, position)| position)
            .gather();
        let before = between(ahead.iter().filter(|(_, t)| *t == Truth::True).count(), ahead.len())?;
        let mut facts = facts.clone();
        facts.set(quota.before, Fact::Given(Val::Num(before)));
        let outcome = evaluated(program, &facts, as_of, true)?;
        places.push(ApplicantPlace {
            facts,
            outcome,
            limited: own.limited,
            takes_place: own.takes_place,
            before,
            ahead,
            tied,
        });
    }
    let points = points(&places, quota);
    let needed = needed(program, quota, &line, &places, applicants)?;
    let determined = places.iter().all(|place| place.outcome.determined);
    Ok(Some(ApplicantsOutcome { places, left, determined, points, needed }))
}

/// One applicant before the others are looked at.
struct ApplicantStanding {
    /// The outcome as if the number were not limited.
    alone: LicenceOutcome,
    /// Whether the number is limited for this applicant.
    limited: Truth,
    /// Whether one of the licences is for this applicant, if one is left.
    takes_place: Truth,
    /// What applicants are compared by.
    keys: Vec<Num>,
}

fn standing(
    program: &LicenceProgram,
    quota: &Quota,
    facts: &Facts,
    as_of: Option<Date>,
) -> Result<ApplicantStanding, EvalError> {
    let alone = evaluated(program, facts, as_of, false)?;
    let possible = |kinds: &[DecisionKind]| alone.possible.iter().any(|d| kinds.contains(&d.kind));
    // Who must wait for a hearing may still be granted the licence.
    let granted = match possible(&[DecisionKind::Grant, DecisionKind::Pending]) {
        false => Truth::False,
        true if alone.possible.iter().all(|d| d.kind == DecisionKind::Grant) => Truth::True,
        true => Truth::Unknown,
    };
    let mut env = Env::new(&program.linked, None, facts, false);
    let limited = match &quota.when {
        Some(when) => env.holds(when)?,
        None => Truth::True,
    };
    let mut keys = Vec::with_capacity(quota.order.by.len());
    for key in &quota.order.by {
        keys.push(env.number(key)?);
    }
    if quota.order.is == OrderKind::FirstAccepted
        && let (Some(first), Some(applied)) = (keys.first_mut(), &program.licence.applied)
    {
        let received = env.number(applied)?;
        // What the authority accepted was not accepted by silence.
        let silent = by_silence(&program.licence, &alone, Silence::DeemedAccepted);
        *first = match silent.and(alone.accepted.not()) {
            Truth::True => received,
            Truth::False => *first,
            Truth::Unknown => first.hull(received),
        };
    }
    Ok(ApplicantStanding { takes_place: granted.and(limited), alone, limited, keys })
}

/// Whether one comes before another, and whether the keys are alike: the first key that differs decides.
fn comes_before(order: &QuotaOrder, a: &ApplicantStanding, b: &ApplicantStanding) -> (Truth, Truth) {
    let earlier = if order.first == First::Least { Comparison::Lt } else { Comparison::Gt };
    a.keys.iter().zip(&b.keys).fold((Truth::False, Truth::True), |(before, alike), (a, b)| {
        let next = alike.and(compare(earlier, *a, *b));
        (before.or(next), alike.and(compare(Comparison::Eq, *a, *b)))
    })
}

fn between(least: usize, most: usize) -> Result<Num, EvalError> {
    let whole = |n: usize| i64::try_from(n).map(Rational::int).map_err(|_| EvalError::Overflow);
    let (lo, hi) = (Bound::Inclusive(whole(least)?), Bound::Inclusive(whole(most)?));
    Interval::new(lo, hi).map(Num::of).ok_or(EvalError::Overflow)
}

/// Whether what comes before the applicant leaves the decision open.
fn open_by_number(place: &ApplicantPlace) -> bool {
    place.outcome.exhausted == Some(Truth::Unknown) && !place.outcome.determined
}

fn points(places: &[ApplicantPlace], quota: &Quota) -> Vec<ApplicantsReview> {
    let mut found: Vec<ApplicantsReview> = Vec::new();
    let takes = |position: &usize| places.get(*position).map_or(Truth::False, |place| place.takes_place);
    for (place, position) in places.iter().zip(0usize..).filter(|(place, _)| open_by_number(place)) {
        let mut add = |code, mut applicants: Vec<usize>, others: Vec<usize>| {
            applicants.sort_unstable();
            let certain = applicants.iter().all(|a| takes(a) == Truth::True);
            let basis = quota.order.basis.clone();
            let point = ApplicantsReview { code, applicants, others, certain, basis };
            if !found.contains(&point) {
                found.push(point);
            }
        };
        if !place.tied.is_empty() {
            let all = place.tied.iter().copied().chain([position]).gather();
            add(ApplicantsReviewCode::Tie, all, Vec::new());
        }
        let open = place.ahead.iter().filter(|(other, truth)| *truth == Truth::Unknown && !place.tied.contains(other));
        let open: Vec<usize> = open.map(|(other, _)| *other).gather();
        if !open.is_empty() {
            add(ApplicantsReviewCode::EarlierOpen, vec![position], open);
        }
    }
    found
}

/// The facts that still matter, each with its applicant: what most decisions wait for comes first.
fn needed(
    program: &LicenceProgram,
    quota: &Quota,
    line: &[ApplicantStanding],
    places: &[ApplicantPlace],
    applicants: &[Facts],
) -> Result<Vec<(usize, FactId)>, EvalError> {
    let mut asked: Vec<((usize, FactId), usize)> = Vec::new();
    let mut ask = |of: usize, facts: &[FactId]| {
        for fact in facts {
            match asked.iter_mut().find(|(known, _)| *known == (of, *fact)) {
                Some((_, waiting)) => *waiting = waiting.saturating_add(1),
                None => asked.push(((of, *fact), 1)),
            }
        }
    };
    for (place, position) in places.iter().zip(0usize..) {
        ask(position, &place.outcome.needed);
        if !open_by_number(place) {
            continue;
        }
        for (other, _) in place.ahead.iter().filter(|(_, truth)| *truth == Truth::Unknown) {
            let (Some(earlier), Some(facts)) = (line.get(*other), applicants.get(*other)) else { continue };
            if earlier.takes_place == Truth::Unknown {
                ask(*other, &earlier.alone.needed);
            }
            let ordered = line.get(position).map(|own| comes_before(&quota.order, earlier, own));
            if ordered.is_some_and(|(before, alike)| before == Truth::Unknown || alike == Truth::Unknown) {
                ask(*other, &order_facts(program, quota, facts)?);
                if let Some(own) = applicants.get(position) {
                    ask(position, &order_facts(program, quota, own)?);
                }
            }
        }
    }
    asked.sort_by(|((a, _), x), ((b, _), y)| y.cmp(x).then(a.cmp(b)));
    Ok(asked.into_iter().map(|(of, _)| of).gather())
}

/// The missing facts that the place of an applicant depends on.
fn order_facts(program: &LicenceProgram, quota: &Quota, facts: &Facts) -> Result<Vec<FactId>, EvalError> {
    let mut env = Env::new(&program.linked, None, facts, false);
    let keys = quota.order.by.iter().map(LicencePart::Expr);
    let when = quota.when.iter().map(LicencePart::Cond);
    let parts: Vec<LicencePart<'_>> = keys.chain(when).gather();
    let found = open(program, &mut env, &parts)?;
    Ok(found.into_iter().filter(|id| matches!(facts.get(*id), Fact::Missing)).gather())
}
