//! What one act brings to the whole case: each of its sanctions, whichever law governs and whichever way it goes.

use std::sync::Arc;

use super::act::Act;
use super::evaluated::Evaluated;
use crate::gather::Gather as _;
use crate::outcome::{Measure, SanctionOutcome, TargetOutcome};
use crate::value::Truth;
use crate::vocabulary::{SanctionKind, Target};

/// What one act brings to a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The act, by position.
    pub act: usize,
    /// The id of the sanction.
    pub sanction: Arc<str>,
    /// Whether it must be imposed, under every law that may govern.
    pub surely: bool,
    /// The amount, if it has one: everything it may be.
    pub amount: Option<Measure>,
    /// Whether it counts; a fine that yields to a higher one for the same act does not.
    pub counts: Truth,
}

/// Every sanction of an act, under every law that may govern it and every way that remains.
pub(super) fn parts(act: &Act, position: usize) -> Vec<(Target, SanctionKind, Part)> {
    let mut found: Vec<(Target, SanctionKind, Part)> = Vec::new();
    let alternatives: Vec<Alternative<'_>> = act.governing().flat_map(|v| alternatives(&v.of)).gather();
    for alternative in &alternatives {
        for target in alternative.targets {
            for sanction in &target.sanctions {
                let known = found
                    .iter_mut()
                    .find(|(t, k, p)| *t == target.target && *k == sanction.kind && p.sanction == sanction.id);
                match known {
                    Some((_, _, part)) => part.amount = Measure::join_all(part.amount, sanction.amount),
                    None => {
                        let surely = alternatives.iter().all(|a| a.surely(target.target, sanction));
                        let (kind, amount, sanction) = (sanction.kind, sanction.amount, sanction.id.clone());
                        let part = Part { act: position, sanction, surely, amount, counts: Truth::True };
                        found.push((target.target, kind, part));
                    }
                }
            }
        }
    }
    found
}

/// One way that remains, with what it brings.
struct Alternative<'a> {
    of: &'a Evaluated,
    targets: &'a [TargetOutcome],
}

fn alternatives(of: &Evaluated) -> Vec<Alternative<'_>> {
    of.allowed().ways.iter().map(|way| Alternative { of, targets: way.result(of.basis()).1 }).gather()
}

impl Alternative<'_> {
    /// Whether a sanction must be imposed here: no 可以, no choice, nothing open.
    fn surely(&self, target: Target, like: &SanctionOutcome) -> bool {
        let outcome = &self.of.outcome;
        let Some(own) = self.targets.iter().find(|t| t.target == target) else { return false };
        let chosen = own.choices.iter().filter_map(|c| self.of.program.clause.choices.get(*c));
        let chosen = chosen.flat_map(|c| &c.of).any(|group| group.contains(&like.id));
        let there = own.sanctions.iter().any(|s| s.id == like.id && s.kind == like.kind && s.must && s.certain);
        there && outcome.verdict_certain && !chosen
    }
}
