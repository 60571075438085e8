//! The results of all combinations of open facts joined: what all of them come to is known, whatever else is open.

use crate::evaluate::combinations::Combinations;
use crate::expr::FactId;
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::outcome::{ConditionOutcome, LicenceOutcome};
use crate::vocabulary::DecisionKind;

/// What the combinations leave possible, how everything stands in all of them, and which facts make a difference: those
/// the outcome is `open` for, and what is asked for of them.
pub(super) fn join(
    outcome: &mut LicenceOutcome,
    open: &mut Vec<FactId>,
    facts: &Facts,
    (splits, all): (&[FactId], &Combinations),
    leaves: &[(LicenceOutcome, Vec<FactId>)],
) {
    let outcomes = || leaves.iter().map(|(leaf, _)| leaf);
    outcome.possible.retain(|decision| outcomes().any(|leaf| leaf.possible.contains(decision)));
    let can_be = vec![true; leaves.len()];
    let differ = |(a, b): (usize, usize)| match (leaves.get(a), leaves.get(b)) {
        (Some((a, _)), Some((b, _))) => !same_result(a, b),
        _ => false,
    };
    let matters = |(_, list): &(&FactId, usize)| all.pairs(*list, &can_be).into_iter().any(differ);
    let matter: Vec<FactId> = splits.iter().zip(0usize..).filter(matters).map(|(id, _)| *id).gather();
    // A number that is held against another fact is still open where it is one of many; and what one pass did not look
    // at may make a difference in another.
    *open = matter.iter().chain(leaves.iter().flat_map(|(_, left)| left)).copied().gather();
    open.sort_unstable();
    open.dedup();
    let is_missing = |id: &FactId| matches!(facts.get(*id), Fact::Missing);
    outcome.needed = open.iter().copied().filter(is_missing).gather();
    outcome.irrelevant.retain(|id| !outcome.needed.contains(id));
    // What cannot be ascertained leaves several decisions, or one; it is never waited for.
    outcome.determined =
        outcome.possible.len() == 1 && !matter.iter().any(is_missing) && outcomes().all(|leaf| leaf.determined);
    parts(outcome, &outcomes().gather::<Vec<_>>());
}

/// Each part that stands alike in all combinations stands so.
fn parts(outcome: &mut LicenceOutcome, leaves: &[&LicenceOutcome]) {
    conditions(&mut outcome.conditions, &leaves.iter().map(|leaf| leaf.conditions.as_slice()).gather::<Vec<_>>());
    each(&mut outcome.exempt, leaves, |leaf| &leaf.exempt);
    each(&mut outcome.bars, leaves, |leaf| &leaf.bars);
    each(&mut outcome.documents, leaves, |leaf| &leaf.documents);
    each(&mut outcome.steps, leaves, |leaf| &leaf.steps);
    each(&mut outcome.grounds, leaves, |leaf| &leaf.grounds);
    for (position, limit) in outcome.deadlines.iter_mut().enumerate() {
        alike(
            &mut limit.status,
            leaves.iter().filter_map(|leaf| leaf.deadlines.get(position)).map(|found| &found.status),
        );
    }
}

fn each<T: Copy + PartialEq>(found: &mut [T], leaves: &[&LicenceOutcome], of: impl Fn(&LicenceOutcome) -> &[T]) {
    for (position, part) in found.iter_mut().enumerate() {
        alike(part, leaves.iter().filter_map(|leaf| of(leaf).get(position)));
    }
}

fn conditions(found: &mut [ConditionOutcome], leaves: &[&[ConditionOutcome]]) {
    for (position, condition) in found.iter_mut().enumerate() {
        let of: Vec<&ConditionOutcome> = leaves.iter().filter_map(|leaf| leaf.get(position)).gather();
        alike(&mut condition.status, of.iter().map(|leaf| &leaf.status));
        conditions(&mut condition.of, &of.iter().map(|leaf| leaf.of.as_slice()).gather::<Vec<_>>());
    }
}

/// What all say, if they say the same.
fn alike<'l, T: Copy + PartialEq + 'l>(part: &mut T, mut leaves: impl Iterator<Item = &'l T>) {
    if let Some(first) = leaves.next()
        && leaves.all(|other| other == first)
    {
        *part = *first;
    }
}

/// Whether two passes come to the same decision, with the same of what makes it complete.
fn same_result(a: &LicenceOutcome, b: &LicenceOutcome) -> bool {
    let same_content = match a.decision().map(|d| d.kind) {
        Some(DecisionKind::Grant) => a.terms == b.terms,
        Some(DecisionKind::NotAccepted) => a.authority == b.authority,
        Some(DecisionKind::Supplement) => a.documents == b.documents,
        Some(DecisionKind::Pending) => a.steps == b.steps,
        _ => true,
    };
    a.possible == b.possible && a.determined == b.determined && same_content
}
