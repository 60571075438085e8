//! What is intended for each target: what the conditions of a procedure look at.

use super::act::{Act, Version};
use super::evaluated::Evaluated;
use super::part::Part;
use super::share::bears;
use super::total::Total;
use crate::expr::{FactId, LevelSet, Num, Val};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::outcome::{Measure, Verdict};
use crate::value::{Bound, Interval, Rational, Truth};
use crate::vocabulary::{Direction, Filled, Force, SanctionKind, Target};

/// Whether to punish at all, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// 给予处罚 is possible.
    pub sanctioned: bool,
    /// 不予处罚 is possible.
    pub no_penalty: bool,
    /// 违法事实不成立 is possible.
    pub not_established: bool,
}

/// What is intended for one target: from outcomes, or from a proposed decision.
///
/// Amounts are in 元 and may be ranges; a kind that may be imposed and need not be is `Unknown`.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// For whom.
    pub target: Target,
    /// Whether to punish at all.
    pub decisions: Decisions,
    /// The sum of the fines; 0 when there is none.
    pub fine: Num,
    /// The value of everything confiscated; 0 when nothing is.
    pub confiscated: Num,
    /// The kinds of sanctions that are or may be imposed.
    pub kinds: Vec<(SanctionKind, Truth)>,
    /// Whether a fine lies below the statutory minimum (减轻).
    pub mitigated: Truth,
    /// Whether the decision leaves the benchmark.
    pub departs: Truth,
}

impl Planned {
    /// Nothing is intended for a target, and it is to be punished: to be completed.
    #[must_use]
    pub fn nothing(target: Target) -> Self {
        let zero = Num::Point(Rational::ZERO);
        Self {
            target,
            decisions: Decisions { sanctioned: true, no_penalty: false, not_established: false },
            fine: zero,
            confiscated: zero,
            kinds: Vec::new(),
            mitigated: Truth::False,
            departs: Truth::False,
        }
    }

    /// What the acts of a party leave possible together, target by target in the order of `Target`.
    ///
    /// Every law that may govern and every option of the general part is possible beside the table: nobody has chosen
    /// yet. `mitigated` is open where an option is 减轻, else it is false, and so is `departs` until a decision says
    /// otherwise. Amounts are those of the totals: each act once, the higher fine of one act, declared caps.
    pub fn of_acts(acts: &[&Act], totals: &[&Total]) -> Vec<Self> {
        targets_of(acts).into_iter().map(|target| Self::of_target(target, acts, totals)).gather()
    }

    fn of_target(target: Target, acts: &[&Act], totals: &[&Total]) -> Self {
        let mut planned = Self::nothing(target);
        let concerned = acts.iter().filter(|act| targets(act).contains(&target));
        planned.decisions = concerned.clone().map(|act| Decisions::of(act)).reduce(Decisions::and).unwrap_or_default();
        for total in totals.iter().filter(|total| total.target == target) {
            for part in &total.parts {
                planned.impose(total.kind, imposed(part));
            }
            let sum = total.sum.map_or_else(|| Num::of(from_zero(Bound::Unbounded)), Num::of);
            // Of several fines for one act one is surely imposed, though none of them is sure.
            if is_positive(sum) {
                planned.impose(total.kind, Truth::True);
            }
            match total.kind {
                SanctionKind::Fine => planned.fine = sum,
                SanctionKind::Confiscate => planned.confiscated = sum,
                _ => {}
            }
        }
        for version in concerned.flat_map(|act| act.governing()) {
            for way in version.of.allowed().ways.iter().filter(|w| w.direction == Some(Direction::Mitigated)) {
                planned.mitigated = Truth::Unknown;
                // Where no document says how far it goes, it goes down to nothing.
                if way.open {
                    planned.fine = planned.fine.hull(Num::Point(Rational::ZERO));
                }
            }
        }
        planned
    }

    /// Adds a kind of sanction, or makes one that is there more certain.
    pub fn impose(&mut self, kind: SanctionKind, truth: Truth) {
        match self.kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, known)) => *known = known.or(truth),
            None if truth != Truth::False => self.kinds.push((kind, truth)),
            None => {}
        }
    }

    /// Fills in the facts of a procedure.
    pub(super) fn fill(&self, of: &Linked, facts: &mut Facts) {
        let slots: Vec<(FactId, Filled)> = of
            .facts
            .enumerate()
            .filter_map(|(id, f)| Some((id, Filled::parse(&f.name).filter(|_| f.filled)?)))
            .gather();
        for (id, filled) in slots {
            facts.set(id, Fact::Given(self.value(filled)));
        }
    }

    fn value(&self, filled: Filled) -> Val {
        match filled {
            Filled::Target => Val::Levels(LevelSet::one(place(Target::ALL, self.target))),
            Filled::Decision => {
                let Decisions { sanctioned, no_penalty, not_established } = self.decisions;
                let possible = [sanctioned, no_penalty, not_established].into_iter().zip(0usize..);
                let set = possible.filter(|(there, _)| *there).map(|(_, position)| position);
                Val::Levels(set.fold(LevelSet::EMPTY, LevelSet::with))
            }
            Filled::Kinds => {
                let items = self.kinds.iter();
                let items =
                    items.map(|(kind, truth)| (Val::Levels(LevelSet::one(place(SanctionKind::ALL, *kind))), *truth));
                Val::List(Some(items.gather()))
            }
            Filled::Fine => Val::Num(self.fine),
            Filled::Confiscation => Val::Num(self.confiscated),
            Filled::Mitigated => Val::Truth(self.mitigated),
            Filled::Departs => Val::Truth(self.departs),
        }
    }
}

/// Where a word stands in its family: the values of a fact that is filled in stand in that order.
fn place<T: PartialEq>(family: &[T], word: T) -> usize {
    family.iter().position(|known| *known == word).unwrap_or_default()
}

impl Decisions {
    /// What an act leaves possible, under every law that may govern it.
    fn of(act: &Act) -> Self {
        act.governing().map(|version| of_version(&version.of)).reduce(Self::or).unwrap_or_default()
    }

    /// What holds whichever of two is so.
    fn or(self, other: Self) -> Self {
        Self {
            sanctioned: self.sanctioned || other.sanctioned,
            no_penalty: self.no_penalty || other.no_penalty,
            not_established: self.not_established || other.not_established,
        }
    }

    /// What two acts come to in one decision: one that is surely punished makes it a decision to punish.
    fn and(self, other: Self) -> Self {
        let surely = |d: Self| d.sanctioned && !d.no_penalty && !d.not_established;
        if surely(self) || surely(other) {
            return Self { sanctioned: true, no_penalty: false, not_established: false };
        }
        Self {
            sanctioned: self.sanctioned || other.sanctioned,
            no_penalty: self.no_penalty || other.no_penalty,
            not_established: self.not_established && other.not_established,
        }
    }
}

fn of_version(of: &Evaluated) -> Decisions {
    let outcome = &of.outcome;
    if !outcome.verdict_certain {
        return Decisions { sanctioned: true, no_penalty: true, not_established: true };
    }
    let nothing = Decisions::default();
    match outcome.verdict {
        Verdict::NotEstablished => Decisions { not_established: true, ..nothing },
        _ => {
            let (spares, punishes): (Vec<_>, Vec<_>) =
                of.allowed().ways.into_iter().partition(|way| way.spares(of.basis()));
            let may = matches!(outcome.verdict, Verdict::NoPenalty(Force::May));
            Decisions { sanctioned: may || !punishes.is_empty(), no_penalty: !spares.is_empty(), ..nothing }
        }
    }
}

/// For whom acts may bring something, in the order of `Target`.
pub(super) fn targets_of(acts: &[&Act]) -> Vec<Target> {
    let mut all: Vec<Target> = acts.iter().flat_map(|act| targets(act)).gather();
    all.sort_unstable();
    all.dedup();
    all
}

/// For whom an act may bring something; where it brings no penalty, for whom its provisions have one.
fn targets(act: &Act) -> Vec<Target> {
    let found: Vec<Target> = act.governing().flat_map(|v| &v.of.outcome.targets).map(|t| t.target).gather();
    if found.is_empty() {
        let own = |v: &Version| {
            let all = v.of.program.clause.sanctions.iter().map(|s| s.target);
            all.filter(|target| bears(&act.share, &v.of.program, *target)).gather::<Vec<_>>()
        };
        return act.governing().flat_map(own).gather();
    }
    found
}

/// Whether a sanction is imposed: nothing is where its amount is 0, nor where another fine takes its place.
fn imposed(part: &Part) -> Truth {
    let (nothing, positive) = match &part.amount {
        Some(Measure::Range(amount)) => {
            let whole = Num::of(amount.hull());
            (whole == Num::Point(Rational::ZERO), is_positive(whole))
        }
        Some(Measure::Incomputable(_)) | None => (false, true),
    };
    match (nothing, part.surely && positive) {
        (true, _) => Truth::False,
        (false, sure) => part.counts.and(if sure { Truth::True } else { Truth::Unknown }),
    }
}

fn is_positive(amount: Num) -> bool {
    match amount.least() {
        Bound::Inclusive(n) => n.signum() > 0,
        Bound::Exclusive(n) => n.signum() >= 0,
        Bound::Unbounded => false,
    }
}

/// Everything from 0 up to an end.
pub(super) fn from_zero(hi: Bound) -> Interval {
    Interval::new(Bound::Inclusive(Rational::ZERO), hi).unwrap_or(Interval::ALL)
}
