//! What an evaluation finds: ids, positions and numbers. Words come from `render`, JSON from `answer`.

mod amount;
mod review;
mod steps;
mod period;
mod licence;
mod applicants;

pub use amount::{Amount, Edge, Measure};
pub use applicants::{ApplicantPlace, ApplicantsOutcome, ApplicantsReview};
pub use licence::{
    BanOutcome, ConditionOutcome, DeadlineOutcome, Decision, LicenceOutcome, LicenceReview, RenewalOutcome, TermOutcome,
};
pub use period::{PeriodPart, PeriodParts, Rest};
pub use review::{ReviewPoint, Rule};
pub use steps::{BoundFound, NarrowFound, PercentageFound, ScoreFound, StatuteFound, Step, Trace};

use std::sync::Arc;

use crate::expr::FactId;
use crate::ruleset::{BranchId, ChoiceId, OrderId, PositionId, RowId, SanctionId, TierId};
use crate::vocabulary::{Force, SanctionKind, Target, VerdictKind};

/// The result of evaluating one offence.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Whether there is a penalty at all.
    pub verdict: Verdict,
    /// False while a fact that matters is missing or another verdict is possible.
    pub verdict_certain: bool,
    /// False while a fact that matters to the result is missing.
    pub determined: bool,
    /// The sanctions, target by target.
    pub targets: Vec<TargetOutcome>,
    /// Corrective orders (责令改正): not penalties.
    pub orders: Vec<OrderOutcome>,
    /// Where a person must look, decide or give reasons.
    pub review_points: Vec<ReviewPoint>,
    /// Facts that still matter, best next question first.
    pub needed: Vec<FactId>,
    /// Facts that were given.
    pub used: Vec<FactId>,
    /// Missing facts that are proved not to matter.
    pub irrelevant: Vec<FactId>,
    /// What was computed, in order, and the truth of every condition.
    pub trace: Trace,
}

/// Whether there is a penalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is.
    Sanctioned,
    /// 不予处罚, by a row of the benchmark.
    NoPenalty(Force),
    /// A constitutive fact is false.
    NotEstablished,
    /// The act was discovered too late (不再给予行政处罚); orders stand. Only the decision of a case finds it.
    TimeBarred,
}

impl Verdict {
    /// Its word.
    #[must_use]
    pub fn kind(self) -> VerdictKind {
        match self {
            Self::Sanctioned => VerdictKind::Sanctioned,
            Self::NoPenalty(_) => VerdictKind::NoPenalty,
            Self::NotEstablished => VerdictKind::NotEstablished,
            Self::TimeBarred => VerdictKind::TimeBarred,
        }
    }
}

/// The sanctions of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetOutcome {
    /// Whom they are for.
    pub target: Target,
    /// The tiers still possible, light to heavy.
    pub tiers: Vec<TierId>,
    /// Whether it is possible that no tier holds.
    pub maybe_no_tier: bool,
    /// The positions inside the range that are still possible.
    pub positions: Vec<PositionId>,
    /// The sanctions.
    pub sanctions: Vec<SanctionOutcome>,
    /// Choices of the law among them: positions in the clause's `choices`.
    pub choices: Vec<ChoiceId>,
}

/// One sanction.
#[derive(Clone, Debug, PartialEq)]
pub struct SanctionOutcome {
    /// The id.
    pub id: Arc<str>,
    /// The kind.
    pub kind: SanctionKind,
    /// The sanctions of the clause it may be: several where branches have the same id.
    pub instances: Vec<SanctionId>,
    /// Whether it must be imposed.
    pub must: bool,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The hull of what is possible.
    pub amount: Option<Measure>,
    /// The hull of the statutory ranges.
    pub statutory: Option<Measure>,
    /// What is possible, branch by branch and tier by tier.
    pub possible: Vec<Possibility>,
    /// Who must impose it: the positions of the texts still possible.
    pub authority: Vec<Arc<str>>,
}

/// The branch of the clause, the tier and the position that apply together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The branch of the clause.
    pub branch: Option<BranchId>,
    /// The tier.
    pub tier: Option<TierId>,
    /// The row of the benchmark, where it names no tier: a cell of a matrix, an override.
    pub row: Option<RowId>,
    /// The position inside the range.
    pub position: Option<PositionId>,
}

impl Way {
    /// Whether a row of the benchmark, at a position and of a tier, is this way.
    pub(crate) fn is_row(self, at: RowId, tier: Option<TierId>) -> bool {
        if tier.is_some() { self.tier == tier } else { self.row == Some(at) }
    }
}

/// One way a sanction may come out.
#[derive(Clone, Debug, PartialEq)]
pub struct Possibility {
    /// What applies.
    pub way: Way,
    /// The amount.
    pub amount: Option<Measure>,
    /// The statutory range.
    pub statutory: Option<Measure>,
}

/// A corrective order.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderOutcome {
    /// Its position in the clause.
    pub order: OrderId,
    /// Whether it is certain.
    pub certain: bool,
}

impl SanctionOutcome {
    /// Everything that is possible in one way, as one: the hull of amounts that may not touch.
    pub fn in_way(&self, way: Way) -> Option<Possibility> {
        let mut all = self.possible.iter().filter(|p| p.way == way);
        let first = all.next()?.clone();
        Some(all.fold(first, |known, p| Possibility {
            way,
            amount: Measure::join_all(known.amount, p.amount),
            statutory: Measure::join_all(known.statutory, p.statutory),
        }))
    }
}

impl Outcome {
    /// The sanction with this id for this target.
    pub fn sanction(&self, target: Target, id: &str) -> Option<&SanctionOutcome> {
        self.targets.iter().find(|t| t.target == target)?.sanctions.iter().find(|s| &*s.id == id)
    }
}
