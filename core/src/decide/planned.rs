//! What is intended for each target: what the conditions of a procedure look at.

use super::circumstances::{Circumstances, Opt};
use super::standing::agree;
use crate::expr::{FactId, LevelSet, Num, Val};
use crate::facts::{Fact, Facts};
use crate::link::{Linked, Program};
use crate::outcome::{Amount, Measure, Outcome, ReviewCode, SanctionOutcome, TargetOutcome, Verdict};
use crate::ruleset::{Direction, Filled, KINDS, NoPenalty, SanctionKind, Target};
use crate::value::{ArithmeticError, Bound, Interval, Rational, Truth};

/// Whether to punish at all, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// What outcomes of one decision leave possible, target by target in the order of `Target`; several outcomes add
    /// up (分别裁量，合并处罚).
    ///
    /// With the circumstances of the general part every option is possible beside the outcome: nobody has chosen yet.
    /// An outcome stays within the statute and its benchmark: `mitigated` is open where an option is 减轻, else it is
    /// false, and so is `departs` until a decision says otherwise.
    ///
    /// # Errors
    /// `Overflow` when the sum of the fines does not fit.
    pub fn of_outcomes(
        outcomes: &[(&Program, &Outcome, Option<&Circumstances>)],
    ) -> Result<Vec<Self>, ArithmeticError> {
        let mut planned: Vec<Self> = Vec::new();
        for (program, outcome, general) in outcomes {
            for target in &outcome.targets {
                let mut one = of_target(program, outcome, target)?;
                for option in general.iter().flat_map(|g| &g.options) {
                    one.or_option(program, outcome, option)?;
                }
                match planned.iter_mut().find(|p| p.target == one.target) {
                    Some(known) => known.take_in(&one)?,
                    None => planned.push(one),
                }
            }
        }
        planned.sort_by_key(|p| p.target);
        Ok(planned)
    }

    fn take_in(&mut self, other: &Self) -> Result<(), ArithmeticError> {
        let (a, b) = (self.decisions, other.decisions);
        // One act that is surely punished makes it a decision to punish.
        let surely = |d: Decisions| d.sanctioned && !d.no_penalty && !d.not_established;
        self.decisions = if surely(a) || surely(b) {
            Decisions { sanctioned: true, no_penalty: false, not_established: false }
        } else {
            Decisions {
                sanctioned: a.sanctioned || b.sanctioned,
                no_penalty: a.no_penalty || b.no_penalty,
                not_established: a.not_established && b.not_established,
            }
        };
        self.fine = self.fine.add(other.fine)?;
        self.confiscated = self.confiscated.add(other.confiscated)?;
        for (kind, truth) in &other.kinds {
            self.impose(*kind, *truth);
        }
        self.mitigated = self.mitigated.or(other.mitigated);
        self.departs = self.departs.or(other.departs);
        Ok(())
    }

    /// Takes in what an option would make of it.
    fn or_option(&mut self, program: &Program, outcome: &Outcome, option: &Opt) -> Result<(), ArithmeticError> {
        let there = option.targets.iter().find(|t| t.target == self.target);
        let mut other = match there {
            Some(target) => of_target(program, outcome, target)?,
            None => Self { decisions: self.decisions, ..Self::nothing(self.target) },
        };
        match option.direction {
            Direction::NoPenalty => {
                other.decisions = Decisions { sanctioned: false, no_penalty: true, not_established: false };
            }
            Direction::Mitigated => {
                other.mitigated = Truth::True;
                // Where no document says how far it goes, it goes down to nothing.
                if option.open {
                    other.fine = other.fine.hull(Num::Point(Rational::ZERO));
                }
            }
            Direction::Lighter | Direction::Heavier | Direction::Ordinary => {}
        }
        self.or(&other);
        Ok(())
    }

    /// What holds whichever of two is chosen.
    fn or(&mut self, other: &Self) {
        self.decisions.sanctioned |= other.decisions.sanctioned;
        self.decisions.no_penalty |= other.decisions.no_penalty;
        self.decisions.not_established |= other.decisions.not_established;
        self.fine = self.fine.hull(other.fine);
        self.confiscated = self.confiscated.hull(other.confiscated);
        let in_other = |kind| other.kinds.iter().find(|(k, _)| *k == kind).map_or(Truth::False, |(_, truth)| *truth);
        for (kind, truth) in &mut self.kinds {
            *truth = agree(*truth, in_other(*kind));
        }
        for (kind, _) in &other.kinds {
            self.impose(*kind, Truth::Unknown);
        }
        self.mitigated = agree(self.mitigated, other.mitigated);
        self.departs = agree(self.departs, other.departs);
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
            .collect();
        for (id, filled) in slots {
            facts.set(id, Fact::Given(self.value(filled)));
        }
    }

    fn value(&self, filled: Filled) -> Val {
        match filled {
            Filled::Target => Val::Levels(LevelSet::one(match self.target {
                Target::Unit => 0,
                Target::Individual => 1,
                Target::Responsible => 2,
            })),
            Filled::Decision => {
                let Decisions { sanctioned, no_penalty, not_established } = self.decisions;
                let possible = [sanctioned, no_penalty, not_established].into_iter().zip(0usize..);
                let set = possible.filter(|(there, _)| *there).map(|(_, position)| position);
                Val::Levels(set.fold(LevelSet::EMPTY, LevelSet::with))
            }
            Filled::Kinds => {
                let items = self.kinds.iter().map(|(kind, truth)| {
                    let position = SanctionKind::WORDS.iter().position(|w| *w == kind.as_str());
                    (Val::Levels(LevelSet::one(position.unwrap_or(KINDS.len().saturating_sub(1)))), *truth)
                });
                Val::List(Some(items.collect()))
            }
            Filled::Fine => Val::Num(self.fine),
            Filled::Confiscation => Val::Num(self.confiscated),
            Filled::Mitigated => Val::Truth(self.mitigated),
            Filled::Departs => Val::Truth(self.departs),
        }
    }
}

fn of_target(program: &Program, outcome: &Outcome, target: &TargetOutcome) -> Result<Planned, ArithmeticError> {
    let mut planned = Planned { decisions: decisions(outcome), ..Planned::nothing(target.target) };
    let punished = planned.decisions == Planned::nothing(target.target).decisions;
    for sanction in &target.sanctions {
        let sure = punished && sanction.must && sanction.certain && !is_choice(program, target, sanction);
        let amount = measured(sanction);
        let nothing = amount == Some(Num::Point(Rational::ZERO));
        let truth = match (nothing, sure && amount.is_none_or(is_positive)) {
            (true, _) => Truth::False,
            (false, true) => Truth::True,
            (false, false) => Truth::Unknown,
        };
        planned.impose(sanction.kind, truth);
        let value = amount.unwrap_or_else(|| Num::of(from_zero(Bound::Unbounded)));
        let value = if sure { value } else { value.hull(Num::Point(Rational::ZERO)) };
        match sanction.kind {
            SanctionKind::Fine => planned.fine = planned.fine.add(value)?,
            SanctionKind::Confiscate => planned.confiscated = planned.confiscated.add(value)?,
            _ => {}
        }
    }
    Ok(planned)
}

fn decisions(outcome: &Outcome) -> Decisions {
    let nothing = Decisions { sanctioned: false, no_penalty: false, not_established: false };
    if !outcome.verdict_certain {
        return Decisions { sanctioned: true, no_penalty: true, not_established: true };
    }
    let may_exempt = outcome.review_points.iter().any(|p| p.code == ReviewCode::MayExempt);
    match outcome.verdict {
        Verdict::Sanctioned => Decisions { sanctioned: true, no_penalty: may_exempt, ..nothing },
        Verdict::TimeBarred | Verdict::NoPenalty(NoPenalty::Must) => Decisions { no_penalty: true, ..nothing },
        Verdict::NoPenalty(NoPenalty::May) => Decisions { sanctioned: true, no_penalty: true, ..nothing },
        Verdict::NotEstablished => Decisions { not_established: true, ..nothing },
    }
}

/// Whether the law lets the officer choose another sanction instead.
fn is_choice(program: &Program, target: &TargetOutcome, sanction: &SanctionOutcome) -> bool {
    let choices = target.choices.iter().filter_map(|c| program.clause.choices.get(*c));
    choices.into_iter().any(|c| c.of.len() > 1 && c.of.iter().any(|group| group.contains(&sanction.id)))
}

/// The amount of a sanction that is money; none where it is not, or where no number is known.
fn measured(sanction: &SanctionOutcome) -> Option<Num> {
    match &sanction.amount {
        Some(Measure::Range(amount)) => Some(Num::of(Amount::hull(amount))),
        Some(Measure::Incomputable(_)) | None => None,
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
