//! Whether a decision shows 从轻, 减轻 or 从重 where the law calls for it and no text says how far it goes.

use super::allowed::AllowedWay;
use super::evaluated::Evaluated;
use super::finding::{Finding, Proposal, Proposed, Reason, Subject};
use crate::gather::Gather as _;
use crate::outcome::{Measure, Outcome, SanctionOutcome};
use crate::value::Truth;
use crate::vocabulary::{Direction, FindingCode, Need, Pick, SanctionKind};

/// Changes what was found against the table into what it is against a way without a figure, and says whether the
/// clause leaves room for that way at all.
///
/// 从轻 acts on the penalty as a whole: something is lower than the table lets it be at most, or is left out where the
/// clause lets it be left out, and nothing is heavier. 从重 mirrors it. 减轻 goes below the statutory minimum. That it
/// goes far enough cannot be said: below the end nothing shows a deviation, and reasons are due.
///
/// # Basis
/// 行政处罚法 第三十二条, 第三十条 (应当从轻或者减轻), 第四十九条 (从重): the law gives no share of the range.
pub(super) fn moved(
    of: &Evaluated,
    outcome: &Outcome,
    way: &AllowedWay,
    direction: Direction,
    proposal: &Proposal,
    imposed_elsewhere: bool,
    findings: &mut Vec<Finding>,
) -> bool {
    let proposed: &[Proposed] = match proposal {
        Proposal::Sanctions(proposed) => proposed,
        // Nothing is imposed, because the clause asks for nothing: that is not heavier than anything.
        Proposal::NoPenalty if direction == Direction::Heavier => &[],
        Proposal::NoPenalty => return true,
    };
    // Without a statutory minimum nothing lies below it: then 减轻 is lighter, as 从轻 is.
    let by = if direction == Direction::Mitigated && !has_minimum(outcome) { Direction::Lighter } else { direction };
    let room = by == Direction::Mitigated || has_room(of, outcome, by == Direction::Heavier);
    // What another authority imposes is no part of it either.
    let own = |s: &SanctionOutcome| s.kind != SanctionKind::Confiscate && s.authority.is_empty();
    let moves = |p: &Proposed| outcome.sanction(p.target, &p.id).is_some_and(own);
    // What is left of the penalty where something of it is left out: what is confiscated is none of it.
    let something = imposed_elsewhere || proposed.iter().any(moves);
    let towards = |code: FindingCode| match direction {
        Direction::Lighter => code == FindingCode::BelowBenchmark,
        Direction::Heavier => code == FindingCode::AboveBenchmark,
        // That what must stand beside is left out may be 减轻: no article says that it is, nor that it is not.
        Direction::Mitigated => {
            matches!(code, FindingCode::BelowBenchmark | FindingCode::BelowStatute)
                || (code == FindingCode::Missing && something)
        }
        Direction::Ordinary | Direction::NoPenalty => false,
    };
    let mut beyond = false;
    // What is confiscated is what there is: no circumstance makes less of it.
    let confiscates = |finding: &Finding| match (&finding.subject, finding.target) {
        (Subject::Sanction(id, _), Some(target)) => {
            outcome.sanction(target, id).is_some_and(|s| s.kind == SanctionKind::Confiscate)
        }
        _ => false,
    };
    for finding in findings.iter_mut().filter(|f| towards(f.code) && !confiscates(f)) {
        // Below the tier and inside the statute is no 减轻 yet.
        beyond |= by != Direction::Mitigated || finding.code != FindingCode::BelowBenchmark;
        finding.code = FindingCode::NotShown;
        finding.needs = vec![Need::Reasons];
        if direction == Direction::Mitigated {
            finding.needs.push(Need::CollectiveDeliberation);
        }
    }
    let deviates = findings.iter().any(|f| f.code.is_deviation());
    let shown = match by {
        _ if beyond => Truth::True,
        Direction::Mitigated => Truth::False,
        _ => within(of, outcome, by, proposed),
    };
    let perhaps = if way.certain { Reason::Compared } else { Reason::FactsMissing };
    let (code, reason) = match (shown, room) {
        (Truth::True, _) if beyond => return room,
        // What deviates anyway needs no word on how far it goes.
        (Truth::True | Truth::Unknown, _) if deviates => return room,
        (Truth::False, true) => (FindingCode::DutyMissed, perhaps),
        (Truth::False, false) => (FindingCode::DutyMissed, Reason::LeftOpen),
        _ => (FindingCode::NotShown, perhaps),
    };
    let mut finding = Finding::new(None, Subject::Whole, code, reason);
    finding.needs = vec![Need::Reasons];
    finding.missed = way.rests_on.clone();
    findings.push(finding);
    room
}

fn sanctions(outcome: &Outcome) -> impl Iterator<Item = (crate::vocabulary::Target, &SanctionOutcome)> {
    outcome.targets.iter().flat_map(|t| t.sanctions.iter().map(move |s| (t.target, s)))
}

/// Whether the clause has a minimum to go below.
fn has_minimum(outcome: &Outcome) -> bool {
    let has_min = |s: &SanctionOutcome| s.statutory.as_ref().and_then(|m| m.range()).is_some_and(|r| r.has_min);
    sanctions(outcome).any(|(_, s)| has_min(s) && s.kind != SanctionKind::Confiscate)
}

/// Whether the clause lets the penalty be lighter, or heavier, at all: a single amount can be made neither. A single
/// amount of a tier still lies in the range of the statute.
fn has_room(of: &Evaluated, outcome: &Outcome, up: bool) -> bool {
    let wide = |s: &SanctionOutcome| {
        let ends = |measure: &Option<Measure>| measure.as_ref().and_then(|m| m.hull());
        let (Some(amount), Some(statute)) = (ends(&s.amount), ends(&s.statutory).or(ends(&s.amount))) else {
            return false;
        };
        let (low, high) = if up { (amount.lo(), statute.hi()) } else { (statute.lo(), amount.hi()) };
        low.value().zip(high.value()).is_none_or(|(low, high)| low < high)
    };
    let moves = |s: &SanctionOutcome| s.kind != SanctionKind::Confiscate && (!s.must || wide(s));
    sanctions(outcome).any(|(_, s)| moves(s)) || chooses(of, outcome)
}

/// Whether the law leaves a choice among kinds: which of them is the lighter is not weighed here.
fn chooses(of: &Evaluated, outcome: &Outcome) -> bool {
    let choices = outcome.targets.iter().flat_map(|t| &t.choices);
    choices.filter_map(|c| of.program.clause.choices.get(*c)).any(|choice| choice.of.len() > 1)
}

/// Whether something of what is decided lies away from the end that the law calls to leave.
fn within(of: &Evaluated, outcome: &Outcome, direction: Direction, proposed: &[Proposed]) -> Truth {
    let up = direction == Direction::Heavier;
    let mut shown = chosen(of, outcome, up, proposed);
    for (target, sanction) in sanctions(outcome) {
        let own = proposed.iter().find(|p| p.target == target && p.id == sanction.id);
        let away = match own {
            None if sanction.must => Truth::False,
            // What may be left out and is, is lighter; what may be imposed and is, heavier.
            None => Truth::from(!up),
            Some(_) if up && !sanction.must => Truth::True,
            Some(own) => {
                let range = sanction.amount.as_ref().and_then(|m| m.hull());
                let end = range.and_then(|r| if up { r.lo().value() } else { r.hi().value() });
                match (own.amount, end, range) {
                    (Some(amount), Some(end), _) => Truth::from(if up { amount > end } else { amount < end }),
                    // No upper end: whether it is less than it might be nobody can say.
                    (Some(_), None, Some(_)) => Truth::Unknown,
                    _ => Truth::False,
                }
            }
        };
        shown = shown.or(away);
    }
    shown
}

/// Whether what was taken of a choice of the law is lighter than something else it has, or heavier where that is asked.
fn chosen(of: &Evaluated, outcome: &Outcome, up: bool, proposed: &[Proposed]) -> Truth {
    let mut shown = Truth::False;
    for target in &outcome.targets {
        let taken = |id: &str| proposed.iter().any(|p| p.target == target.target && *p.id == *id);
        for choice in target.choices.iter().filter_map(|c| of.program.clause.choices.get(*c)) {
            let kinds = |group: &[std::sync::Arc<str>]| {
                let of_group = |s: &&SanctionOutcome| group.contains(&s.id);
                target.sanctions.iter().filter(of_group).map(|s| s.kind).gather::<Vec<_>>()
            };
            let groups: Vec<(bool, Vec<SanctionKind>)> = choice
                .of
                .iter()
                .map(|g| (g.iter().any(|id| taken(id)), kinds(g)))
                .filter(|(_, k)| !k.is_empty())
                .gather();
            let (own, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(is_taken, _)| *is_taken);
            if choice.pick == Pick::OneOrMore {
                // Fewer of what may stand together is lighter.
                shown = shown.or(Truth::from(if up { own.len() > 1 } else { !others.is_empty() && !own.is_empty() }));
            }
            for ((_, own), (_, other)) in own.iter().flat_map(|own| others.iter().map(move |other| (own, other))) {
                let (low, high) = if up { (other, own) } else { (own, other) };
                let away = match (surely_heavier(high, low), surely_heavier(low, high)) {
                    (true, _) => Truth::True,
                    (_, true) => Truth::False,
                    _ => Truth::Unknown,
                };
                shown = shown.or(away);
            }
        }
    }
    shown
}

/// Whether each of these kinds is heavier than all of those, by the items of the law. What takes a licence and what
/// takes a business are not weighed against each other, nor is what stands in none of the items.
///
/// # Basis
/// 行政处罚法 第九条, read as an order of weight: its items go from a reprimand to detention; no article says more.
pub(super) fn surely_heavier(these: &[SanctionKind], those: &[SanctionKind]) -> bool {
    use SanctionKind as K;
    let item = |kind: &K| match kind {
        K::Warning | K::Criticism => Some(1),
        K::Fine | K::Confiscate => Some(2),
        K::SuspendLicence | K::Downgrade | K::RevokeLicence | K::SuspendPractice => Some(3),
        K::RestrictBusiness | K::SuspendBusiness | K::Close | K::RestrictEmployment => Some(4),
        K::Detention => Some(5),
        K::Points | K::Other => None,
    };
    let heavier = |a: &K, b: &K| match (item(a), item(b)) {
        (Some(3 | 4), Some(3 | 4)) => false,
        (Some(a), Some(b)) => a > b,
        _ => false,
    };
    these.iter().all(|a| those.iter().all(|b| heavier(a, b)))
}
