//! What is found of what stands beside a decision, as data.

use std::sync::Arc;

use crate::decide::act::Act;
use crate::decide::finding::Proposed;
use crate::decide::laws::Laws;
use crate::value::Rational;
use crate::vocabulary::{BesideCode, Target};

/// Something found of it.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideFinding {
    /// The act, by position.
    pub act: usize,
    /// What it is.
    pub code: BesideCode,
    /// For whom.
    pub target: Target,
    /// What is decided; none where something else of the notice is not decided.
    pub decided: Proposed,
    /// What the notice said of the same.
    pub notified: Notified,
    /// How much more than the notice said; none where there is no number to compare.
    pub by: Option<Rational>,
    /// Sanctions of the notice that are not decided.
    pub left_out: Vec<Arc<str>>,
    /// Sanctions of the notice of which less is decided.
    pub less: Vec<Arc<str>>,
    /// The provisions, in the order of their law.
    pub basis: Vec<BesideBasis>,
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
            BesideCode::HeavierThanNotified | BesideCode::NoticeIncomparable => false,
        }
    }
}

/// The laws that procedure follows: those of the day of the decision.
pub(super) fn laws(act: &Act) -> &Laws {
    act.at_decision.as_ref().unwrap_or(&act.at_act)
}
