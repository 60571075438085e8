//! Whether what a decision is held against comes from a benchmark: only then it may be said to conform to one.

use super::allowed::{AllowedWay, Course};
use super::evaluated::Evaluated;
use super::finding::Proposal;
use crate::gather::Gather as _;
use crate::outcome::{Outcome, SanctionOutcome, TargetOutcome};
use crate::ruleset::Narrowing;

/// Whether a text that lays down discretion says something of what is taken of this way: a row of a table, a position
/// in the range, the figure of an effect. A benchmark that is silent on it leaves the statutory range alone.
pub(super) fn benchmarked(of: &Evaluated, way: &AllowedWay, outcome: &Outcome, proposal: &Proposal) -> bool {
    if way.spares(of.basis()) {
        return way.course == Course::Waived;
    }
    if *proposal == Proposal::NoPenalty {
        return false;
    }
    let effect = way.course.option(of.basis()).is_some_and(|o| !o.open && !o.rows.is_empty());
    effect || outcome.targets.iter().any(|target| taken(of, target, proposal).any(|s| speaks_of(of, s)))
}

/// The sanctions of a target but for those of a choice that was not made.
pub(super) fn taken<'o>(
    of: &Evaluated,
    target: &'o TargetOutcome,
    proposal: &Proposal,
) -> impl Iterator<Item = &'o SanctionOutcome> {
    let proposed = |id: &str| match proposal {
        Proposal::NoPenalty => false,
        Proposal::Sanctions(all) => all.iter().any(|p| p.target == target.target && *p.id == *id),
    };
    let choices = target.choices.iter().filter_map(|c| of.program.clause.choices.get(*c));
    let groups: Vec<_> = choices.flat_map(|choice| &choice.of).gather();
    let out = move |s: &&SanctionOutcome| {
        let mut own = groups.iter().filter(|g| g.contains(&s.id)).peekable();
        own.peek().is_none() || own.any(|g| g.iter().any(|id| proposed(id)))
    };
    let kept: Vec<&SanctionOutcome> = target.sanctions.iter().filter(out).gather();
    kept.into_iter()
}

fn speaks_of(of: &Evaluated, sanction: &SanctionOutcome) -> bool {
    let Some(benchmark) = &of.program.benchmark else { return false };
    let names = |narrowings: &[Narrowing]| narrowings.iter().any(|n| n.sanction == sanction.id);
    let possible = |wanted: &dyn Fn(crate::outcome::Way) -> bool| sanction.possible.iter().any(|p| wanted(p.way));
    names(&benchmark.common)
        || benchmark
            .rows
            .enumerate()
            .any(|(at, row)| names(&row.narrowings) && possible(&|way| way.is_row(at, row.tier)))
        || benchmark
            .positions
            .enumerate()
            .any(|(at, p)| names(&p.narrowings) && possible(&|way| way.position == Some(at)))
}
