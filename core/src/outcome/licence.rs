//! What the evaluation of a licence finds: which decisions are possible, and how everything it rests on stands.

use std::sync::Arc;

use super::{Amount, Rest, Trace};
use crate::expr::FactId;
use crate::value::{Date, LengthUnit, Truth};
use crate::vocabulary::{
    Binding, By, ConditionStatus, DeadlineStatus, DecisionKind, DocumentStatus, LicenceReviewCode, RenewalStatus,
    Silence, StepStatus,
};

/// The result of evaluating one licence.
#[derive(Clone, Debug, PartialEq)]
pub struct LicenceOutcome {
    /// The decisions still possible, in the order of the law; one = the decision.
    pub possible: Vec<Decision>,
    /// False while a fact that matters to the decision is missing.
    pub determined: bool,
    /// The rows of the authority still possible.
    pub authority: Vec<usize>,
    /// Whether the authority accepted the application; false where no fact says so.
    pub accepted: Truth,
    /// Whether each exemption holds.
    pub exempt: Vec<Truth>,
    /// How each condition stands.
    pub conditions: Vec<ConditionOutcome>,
    /// Whether each bar holds.
    pub bars: Vec<Truth>,
    /// How each document stands.
    pub documents: Vec<DocumentStatus>,
    /// How each step before the decision stands.
    pub steps: Vec<StepStatus>,
    /// Whether each route is taken.
    pub routes: Vec<Truth>,
    /// Whether each route is asked for by one whom it excludes.
    pub excluded: Vec<Truth>,
    /// The time limits.
    pub deadlines: Vec<DeadlineOutcome>,
    /// The terms of the licence.
    pub terms: Vec<TermOutcome>,
    /// Whether the renewal is in time.
    pub renewal: Option<RenewalOutcome>,
    /// Whether the number of licences is exhausted before the applicant's turn.
    pub exhausted: Option<Truth>,
    /// Whether each ground holds.
    pub grounds: Vec<Truth>,
    /// Who may not apply again.
    pub bans: Vec<BanOutcome>,
    /// Where a person must look, decide or give reasons.
    pub review_points: Vec<LicenceReview>,
    /// Facts that still matter to the decision, best next question first.
    pub needed: Vec<FactId>,
    /// Facts that were given.
    pub used: Vec<FactId>,
    /// Missing facts that are proved not to matter to anything in the outcome.
    pub irrelevant: Vec<FactId>,
    /// What was computed, in order, and the truth of every condition.
    pub trace: Trace,
}

/// A decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub kind: DecisionKind,
    /// By the authority, or by its silence.
    pub by: By,
    /// Whether it must or may be taken.
    pub force: Binding,
}

/// How a condition stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionOutcome {
    /// The status.
    pub status: ConditionStatus,
    /// Those inside, of a group.
    pub of: Vec<ConditionOutcome>,
}

/// A time limit.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineOutcome {
    /// Whether it exists for these facts.
    pub exists: Truth,
    /// The day it is counted from.
    pub from: Option<Date>,
    /// What was counted: the length, the extension, the time not counted, each with its unit.
    pub counted: Vec<(i64, LengthUnit)>,
    /// The last day.
    pub due: Option<Date>,
    /// Whether that is a day of rest, and what becomes of it.
    pub rest: Rest,
    /// The last day by the authority's promise.
    pub promised: Option<Date>,
    /// Whether it was done; unknown where nobody asks.
    pub done: Truth,
    /// How it stands.
    pub status: DeadlineStatus,
}

impl DeadlineStatus {
    /// Of what was done, if it is known whether in time.
    pub(crate) fn done(in_time: Option<bool>) -> Self {
        match in_time {
            Some(true) => Self::Met,
            Some(false) => Self::Late,
            None => Self::Open,
        }
    }
}

/// A term of the licence.
#[derive(Clone, Debug, PartialEq)]
pub struct TermOutcome {
    /// The rows still possible.
    pub rows: Vec<usize>,
    /// What the law allows; none = no row holds.
    pub amount: Option<Amount>,
    /// Whether no row holds: then nothing is laid down.
    pub none: Truth,
    /// Whether the row that holds leaves a choice, and is no single number.
    pub wide: Option<Truth>,
    /// Whether the guiding point lies outside the range: then it is none.
    pub outside: Option<Truth>,
}

/// Whether a renewal is in time.
#[derive(Clone, Debug, PartialEq)]
pub struct RenewalOutcome {
    /// The first day to apply.
    pub opens: Option<Date>,
    /// The last day to apply.
    pub closes: Option<Date>,
    /// The last day by the general rule that yields.
    pub general: Option<Date>,
    /// How it stands.
    pub status: RenewalStatus,
    /// What the last day to apply meets, where that leaves open whether it is late.
    pub rest: Rest,
    /// Whether it was decided; unknown where nobody asks.
    pub decided: Truth,
    /// Whether the licence ran out without a decision.
    pub undecided: Truth,
}

/// Someone may not apply again.
#[derive(Clone, Debug, PartialEq)]
pub struct BanOutcome {
    /// Whether it is there.
    pub holds: Truth,
    /// From which day.
    pub from: Option<Date>,
    /// The last day; none = for good, or not known.
    pub until: Option<Date>,
}

/// Where a person must look.
#[derive(Clone, Debug, PartialEq)]
pub struct LicenceReview {
    /// Why.
    pub code: LicenceReviewCode,
    /// What it is about: the name of a condition, a document, a fact …
    pub rule: Arc<str>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// What the text says beside it.
    pub note: Option<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl LicenceOutcome {
    /// The decision, when only one is possible.
    pub fn decision(&self) -> Option<Decision> {
        match self.possible.as_slice() {
            [decision] => Some(*decision),
            _ => None,
        }
    }

    /// What follows here by law when a time limit with this silence runs out: what the authority has accepted is not
    /// deemed accepted (行政许可法 第三十二条).
    pub fn follows(&self, silence: Silence) -> Silence {
        match silence {
            Silence::DeemedAccepted if self.accepted == Truth::True => Silence::Nothing,
            other => other,
        }
    }
}
