//! What is found of what stands beside a decision, as data.

use std::sync::Arc;

use crate::decide::act::Act;
use crate::decide::execution::Execution;
use crate::decide::finding::Proposed;
use crate::decide::laws::Laws;
use crate::ruleset::PowerRow;
use crate::value::{Rational, Truth};
use crate::vocabulary::{BesideCode, DepartureLack, OrganLevel, Target};

/// Something found of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideFinding {
    /// The act, by position.
    pub act: usize,
    /// What it is.
    pub code: BesideCode,
    /// For whom; none = the act as a whole.
    pub target: Option<Target>,
    /// What is decided; none = the act as a whole.
    pub decided: Option<Proposed>,
    /// Of a notice: what it said of the same.
    pub notified: Option<Notified>,
    /// How much more than the notice said; none where there is no number to compare.
    pub by: Option<Rational>,
    /// Sanctions of the notice that are not decided.
    pub left_out: Vec<Arc<str>>,
    /// Sanctions of the notice of which less is decided.
    pub less: Vec<Arc<str>>,
    /// The provisions, in the order of their law.
    pub basis: Vec<BesideBasis>,
    /// Of the organ that decides: who has the power.
    pub power: Option<PowerFound>,
    /// Of what is decided and not executed: why.
    pub execution: Option<Execution>,
    /// Of a departure: what it lacks.
    pub lacks: Vec<DepartureLack>,
}

/// Whether an organ has the power to impose a sanction, and who has.
#[derive(Clone, Debug, PartialEq)]
pub struct PowerFound {
    /// Whether it has.
    pub has: Truth,
    /// The authorities that the clause names for the sanction.
    pub named: Vec<Arc<str>>,
    /// Where nobody says which organ decides: those that the clause names for another sanction of the decision.
    pub others: Vec<Arc<str>>,
    /// Who may decide, row by row.
    pub who: Vec<WhoDecides>,
    /// Whether an amount alone stands, or may stand, against this organ.
    pub capped: bool,
    /// The provisions.
    pub basis: Vec<BesideBasis>,
    /// Names of facts that are missing and would settle it.
    pub needed: Vec<Arc<str>>,
}

impl Default for PowerFound {
    fn default() -> Self {
        Self {
            has: Truth::Unknown,
            named: Vec::new(),
            others: Vec::new(),
            who: Vec::new(),
            capped: false,
            basis: Vec::new(),
            needed: Vec::new(),
        }
    }
}

impl PowerFound {
    /// Adds the provision of a row, once.
    pub(super) fn cite(&mut self, row: &PowerRow) {
        if self.basis.iter().all(|known| known.citation != row.basis) {
            self.basis.push(BesideBasis {
                row: row.id.clone(),
                citation: row.basis.clone(),
                reading: row.marks.reading.clone(),
                unverified: row.marks.unverified.clone(),
            });
        }
    }
}

/// Organs that may decide.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoDecides {
    /// The levels; empty = any.
    pub levels: Vec<OrganLevel>,
    /// The enforcement bodies; empty = any.
    pub systems: Vec<Arc<str>>,
    /// The greatest amount.
    pub cap: Option<Rational>,
}

/// What a notice said of a sanction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notified {
    /// That it would be imposed, with its amount if it has one.
    As(Proposed),
    /// Nothing of it.
    Nothing,
    /// That there would be no penalty at all.
    NoPenalty,
}

/// A provision, with how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideBasis {
    /// What the row says: `陈述、申辩`.
    pub row: Arc<str>,
    /// The provision.
    pub citation: Option<Arc<str>>,
    /// How an unclear text was read.
    pub reading: Option<Arc<str>>,
    /// What is not verified.
    pub unverified: Option<Arc<str>>,
}

impl BesideFinding {
    /// Whether it says that the decision is unlawful, whatever else is found out.
    pub fn is_deviation(&self) -> bool {
        match self.code {
            BesideCode::HeavierThanNotified | BesideCode::NoticeIncomparable | BesideCode::PowerOpen => false,
            BesideCode::NotExecuted | BesideCode::ExecutedAfterAll | BesideCode::ExecutionOpen => false,
            BesideCode::DepartureDocumented
            | BesideCode::DepartureIncomplete
            | BesideCode::DepartureOpen
            | BesideCode::DepartureBeyond
            | BesideCode::DepartureUnneeded => false,
            BesideCode::NoPower => true,
            BesideCode::AnothersSanction => self.certain(),
        }
    }

    /// Whether the decision does not stand without a word on it.
    pub fn asks(&self) -> bool {
        self.execution.is_none() && self.certain() && self.code != BesideCode::DepartureUnneeded
    }

    /// Whether it leaves open whether the decision is lawful.
    pub fn is_open(&self) -> bool {
        self.code == BesideCode::PowerOpen
    }

    /// False where the file does not say which organ decides.
    pub fn certain(&self) -> bool {
        self.power.as_ref().is_none_or(|power| power.others.is_empty())
    }
}

/// The laws that procedure follows: those of the day of the decision.
pub(super) fn laws(act: &Act) -> &Laws {
    act.at_decision.as_ref().unwrap_or(&act.at_act)
}
