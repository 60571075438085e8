//! Decisions inside, on and outside every end of what is allowed, and with a sanction too few or too many.

use super::expected::completions;
use super::{Case, Random};
use crate::allowed_reference::ways::Way;
use crate::allowed_reference::{Amount, Clause, Decision, Kind};

/// Some decisions on a case, one for each provision.
pub(crate) fn decisions(random: &mut Random, case: &Case) -> Vec<Vec<Decision>> {
    let completed = completions(case);
    let ways: Vec<Way> = completed.iter().flat_map(|one| [one.under_both().0, one.under_both().1].concat()).collect();
    let mut made: Vec<Vec<Decision>> = Vec::new();
    for _ in 0..8 {
        let each = case.provisions.iter().enumerate();
        made.push(each.map(|(at, clause)| one(random, clause, if at == 0 { &ways } else { &[] })).collect());
    }
    made.push(vec![Decision::default(); case.provisions.len()]);
    made.sort_by_key(|decisions| format!("{decisions:?}"));
    made.dedup();
    made
}

/// A decision on one provision: a selection of its sanctions, each at or about an end.
fn one(random: &mut Random, clause: &Clause, ways: &[Way]) -> Decision {
    if random.once_in(12) {
        return Decision::default();
    }
    let mut sanctions: Vec<(String, Option<Amount>)> = Vec::new();
    let chosen: Vec<&String> = clause
        .choices
        .iter()
        .flat_map(|choice| {
            let all = choice.more && random.once_in(2) || random.once_in(10);
            let only = random.below(choice.of.len());
            let groups = choice.of.iter().enumerate().filter(move |(at, _)| all || *at == only);
            groups.flat_map(|(_, group)| group)
        })
        .collect();
    for sanction in &clause.sanctions {
        let of_choice = clause.choices.iter().any(|c| c.of.iter().flatten().any(|id| *id == sanction.id));
        let left_out = match (of_choice, &sanction.elsewhere) {
            (true, _) => !chosen.contains(&&sanction.id),
            (_, Some(_)) => !random.once_in(6),
            _ => random.once_in(8),
        };
        if left_out {
            continue;
        }
        let amount = sanction.statute.map(|statute| {
            let mut ends: Vec<Amount> =
                [sanction.tier, Some(statute)].into_iter().flatten().flat_map(ends_of).collect();
            let parts = ways.iter().flat_map(|way| &way.parts).filter(|part| part.id == sanction.id);
            ends.extend(parts.filter_map(|part| part.amount).flat_map(ends_of));
            let end = random.pick(&ends);
            // On the end, on either side of it, or somewhere between two.
            match random.below(5) {
                0 => end + 1,
                1 => (end - 1).max(1),
                2 => (end + random.pick(&ends)) / 2,
                _ => end,
            }
        });
        // All that is to be confiscated needs no number.
        let amount = if sanction.kind == Kind::Confiscate && random.once_in(3) { None } else { amount };
        sanctions.push((sanction.id.clone(), amount));
    }
    if random.once_in(25) {
        sanctions.push(("关闭".to_owned(), None));
    }
    Decision { sanctions, done: None }
}

fn ends_of(range: crate::allowed_reference::Range) -> Vec<Amount> {
    [Some(range.least()), range.hi].into_iter().flatten().collect()
}
