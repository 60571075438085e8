//! A decision is right if it is one of the ways that remain allowed: membership, and nothing else.

use super::ways::{Part, Standing, Verdict, Way};
use super::whole::{Whole, heaviest};
use super::{Amount, Decision, Force};

/// What a review finds, from the best.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finding {
    /// Inside a way that a benchmark, or the law alone, fixes.
    Conforms,
    /// Inside the statute, and there is no benchmark: never 符合裁量基准.
    WithinStatute,
    /// Inside a way of which no text says how far it goes: reasons are required.
    NotShown,
    /// It depends on facts that are open, on which law governs, or on opposed circumstances that a person weighs.
    Undetermined,
    /// In no way, with what it misses of the one it is nearest to.
    Deviates(Vec<Miss>),
}

/// What a decision misses of a way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Miss {
    /// Sanctions where there is no penalty.
    NoPenaltyDue,
    /// No penalty where one is due.
    PenaltyDue,
    /// The amount lies outside by so much: below the lower end is negative.
    Amount(String, Amount),
    /// A sanction without the amount that it needs.
    Number(String),
    Missing(String),
    NotAllowed(String),
    /// Not lighter than the most that otherwise applies: 从轻 was not given.
    NotLighter,
    /// Not heavier than the least that otherwise applies: 从重 was not given.
    NotHeavier,
    /// Not below a minimum: 减轻 was not given.
    NotMitigated,
    /// A duty that comes with the way: 责令监护人管教 …
    Duty(&'static str),
}

/// The review of a decision on one act under one law, with every fact given.
pub(crate) fn review(ways: &[Way], decision: &Decision) -> Finding {
    let mut best: Option<Finding> = None;
    for way in ways {
        let misses = misses(way, decision);
        let found = match (misses.is_empty(), way.standing) {
            (false, _) => Finding::Deviates(misses),
            (true, Standing::Weigh) => Finding::Undetermined,
            // The clause itself only says 可以: nothing imposed is as light as anything can be.
            (true, Standing::Open | Standing::Firm)
                if decision.sanctions.is_empty() && way.verdict == Verdict::Sanctioned =>
            {
                Finding::WithinStatute
            }
            (true, Standing::Open) => Finding::NotShown,
            (true, Standing::Firm) if way.benchmark || way.verdict != Verdict::Sanctioned => Finding::Conforms,
            (true, Standing::Firm) => Finding::WithinStatute,
        };
        best = Some(match best {
            Some(before) if nearer(&before, &found) => before,
            _ => found,
        });
    }
    best.unwrap_or_else(|| panic!("some way always remains"))
}

/// Whether the first finding is the one to tell: the better one, or the deviation that misses less. An amount is
/// nearer than a whole that is not light enough, and that nearer than another kind.
pub(crate) fn nearer(a: &Finding, b: &Finding) -> bool {
    let weight = |miss: &Miss| match miss {
        Miss::Amount(..) | Miss::Duty(_) => 0,
        Miss::NotLighter | Miss::NotHeavier => 1,
        Miss::NotMitigated => 2,
        Miss::Number(_) | Miss::Missing(_) | Miss::NotAllowed(_) => 3,
        Miss::NoPenaltyDue | Miss::PenaltyDue => 4,
    };
    let far = |misses: &[Miss]| -> (usize, usize, Amount) {
        let by = misses.iter().map(|miss| if let Miss::Amount(_, by) = miss { by.abs() } else { 0 });
        (misses.len(), misses.iter().map(weight).sum(), by.sum())
    };
    let inside = |found: &Finding| matches!(found, Finding::Conforms | Finding::WithinStatute);
    match (a, b) {
        (Finding::Deviates(x), Finding::Deviates(y)) => far(x) <= far(y),
        // The ways stand in the order of the table: what lies in the ordinary one is measured by it.
        (a, b) if inside(a) && inside(b) => true,
        _ => a <= b,
    }
}

/// What a decision misses of a way; empty: it is this way.
pub(crate) fn misses(way: &Way, decision: &Decision) -> Vec<Miss> {
    let mut found = Vec::new();
    let given = |part: &Part| decision.sanctions.iter().find(|(id, _)| *id == part.id);
    if way.verdict != Verdict::Sanctioned {
        if !decision.sanctions.is_empty() {
            found.push(Miss::NoPenaltyDue);
        }
        found.extend(duties(way, decision));
        return found;
    }
    let due = way.parts.iter().any(|part| part.force == Force::Must);
    // What is left out is left out of something: what is confiscated is no penalty to be made less of.
    let something = way.parts.iter().any(|part| part.moves() && given(part).is_some());
    if decision.sanctions.is_empty() && due {
        return vec![Miss::PenaltyDue];
    }
    for part in &way.parts {
        match (given(part), part.amount) {
            (None, _) if part.force == Force::May || (way.leaves_out && part.moves() && something) => {}
            (None, _) => found.push(Miss::Missing(part.id.clone())),
            // All that is to be confiscated needs no number.
            (Some((_, None)), Some(_)) if part.moves() => found.push(Miss::Number(part.id.clone())),
            (Some((_, Some(amount))), Some(range)) if !range.has(*amount) => {
                found.push(Miss::Amount(part.id.clone(), range.missed_by(*amount)));
            }
            _ => {}
        }
    }
    let foreign = |id: &String| !way.parts.iter().any(|part| part.id == *id);
    found.extend(decision.sanctions.iter().filter(|(id, _)| foreign(id)).map(|(id, _)| Miss::NotAllowed(id.clone())));
    if found.is_empty() {
        found.extend(as_a_whole(way, decision));
    }
    found.extend(duties(way, decision));
    found
}

fn duties(way: &Way, decision: &Decision) -> Vec<Miss> {
    let Some(done) = &decision.done else { return Vec::new() };
    way.needs.iter().filter(|need| !done.contains(need)).map(|need| Miss::Duty(need)).collect()
}

/// What must hold of the whole of a decision whose parts are right one by one.
fn as_a_whole(way: &Way, decision: &Decision) -> Option<Miss> {
    let imposed: Vec<(&Part, Option<Amount>)> = decision
        .sanctions
        .iter()
        .filter_map(|(id, amount)| way.parts.iter().find(|part| part.id == *id).map(|part| (part, *amount)))
        .filter(|(part, _)| part.moves())
        .collect();
    let compared = |against: &[Part], sign: Amount| compare(&imposed, against, sign);
    match way.whole {
        Whole::Any => None,
        Whole::LessThanMost => {
            let lighter = way.otherwise.iter().any(|most| compared(most, 1));
            (!lighter).then_some(Miss::NotLighter)
        }
        Whole::MoreThanLeast => {
            let heavier = way.otherwise.iter().any(|least| compared(least, -1));
            (!heavier).then_some(Miss::NotHeavier)
        }
        Whole::BelowLeast => {
            let below = |(part, amount): &(&Part, Option<Amount>)| {
                part.statute.zip(*amount).is_some_and(|(statute, amount)| amount < statute.least())
            };
            let due = |part: &&Part| part.moves() && part.force == Force::Must;
            let left_out = way.parts.iter().filter(due).any(|part| !imposed.iter().any(|(one, _)| one.id == part.id));
            let given = imposed.iter().any(below) || (left_out && !imposed.is_empty());
            (!given).then_some(Miss::NotMitigated)
        }
    }
}

/// Whether the option at its most (sign 1) is heavier than what is imposed, or at its least (sign −1) lighter: a
/// heavier kind, or the same and more of it.
fn compare(imposed: &[(&Part, Option<Amount>)], option: &[Part], sign: Amount) -> bool {
    // At its most all that may be imposed counts, at its least only what must be.
    let counts = |part: &&Part| part.moves() && (sign > 0 || part.force == Force::Must);
    let option: Vec<&Part> = option.iter().filter(counts).collect();
    let ours = heaviest(imposed.iter().map(|(part, _)| *part));
    if (heaviest(option.iter().copied()) - ours) * sign > 0 {
        return true;
    }
    let (mut strictly, mut shared) = (false, 0);
    for part in &option {
        let Some((_, amount)) = imposed.iter().find(|(one, _)| one.id == part.id) else {
            // What the option has beside: heavier at its most; at its least it asks for what is not imposed.
            if sign < 0 {
                return false;
            }
            strictly = true;
            continue;
        };
        shared += 1;
        let (Some(range), Some(amount)) = (part.amount, *amount) else { continue };
        let end = if sign > 0 { range.hi } else { range.lo };
        match end.map(|end| (end - amount) * sign) {
            Some(by) if by < 0 => return false,
            Some(0) => {}
            _ => strictly = true,
        }
    }
    let beside = imposed.len() - shared;
    if sign > 0 { beside == 0 && strictly } else { strictly || beside > 0 }
}
