//! The order of questions: the fact whose worst answer leaves the least open comes first; ties in the order of
//! declaration.

use super::merge;
use super::solve::{choices, solve};
use crate::expr::FactId;
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Outcome, Trace, Verdict};
use crate::value::{Bound, Rational};

/// Fewer combinations than for the result: the order is a matter of convenience, the result of law.
const COMBINATIONS: usize = 32;

/// How much is open: verdicts, sanctions that are not certain, tiers, width of the amounts (none = no upper end).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct LeftOpen {
    verdicts: usize,
    kinds: usize,
    tiers: usize,
    unbounded: usize,
    width: Rational,
}

/// The needed facts, best next question first.
pub(super) fn order(program: &Program, facts: &Facts, outcome: &Outcome) -> Vec<FactId> {
    let mut ranked = Vec::with_capacity(outcome.needed.len());
    for id in &outcome.needed {
        let mut worst: Option<LeftOpen> = None;
        for choice in choices(&program.linked, facts, *id) {
            // An answer for which nothing has a value leaves nothing open.
            let fixed = Some((*id, &choice));
            let Ok(solved) = solve(program, facts, fixed, COMBINATIONS, false, None) else { continue };
            let open = open(&merge::solved(program, facts, &solved, Trace::default()));
            worst = Some(worst.map_or(open, |w| w.max(open)));
        }
        ranked.push((worst, *id));
    }
    // A fact that cannot be looked at value by value (a list) comes after those that can.
    ranked.sort_by(|(a, x), (b, y)| (a.is_none(), a, x).cmp(&(b.is_none(), b, y)));
    ranked.into_iter().map(|(_, id)| id).gather()
}

fn open(outcome: &Outcome) -> LeftOpen {
    let mut open = LeftOpen {
        verdicts: usize::from(!outcome.verdict_certain)
            .saturating_add(usize::from(outcome.verdict == Verdict::Sanctioned)),
        kinds: 0,
        tiers: 0,
        unbounded: 0,
        width: Rational::ZERO,
    };
    for target in &outcome.targets {
        open.tiers = open.tiers.saturating_add(target.tiers.len()).saturating_add(usize::from(target.maybe_no_tier));
        for sanction in &target.sanctions {
            open.kinds = open.kinds.saturating_add(usize::from(!sanction.certain));
            let Some(amount) = sanction.amount.as_ref().and_then(|a| a.range()) else { continue };
            let hull = amount.hull();
            match (hull.lo(), hull.hi()) {
                (Bound::Unbounded, _) | (_, Bound::Unbounded) => open.unbounded = open.unbounded.saturating_add(1),
                (lo, hi) => {
                    let (lo, hi) = (lo.value().unwrap_or(Rational::ZERO), hi.value().unwrap_or(Rational::ZERO));
                    // Widths that cannot be added exactly are as good as unbounded for the order of questions.
                    match hi.sub(lo).and_then(|w| w.add(open.width)) {
                        Ok(width) => open.width = width,
                        Err(_) => open.unbounded = open.unbounded.saturating_add(1),
                    }
                }
            }
        }
    }
    open
}
