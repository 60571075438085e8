//! Review points: where a person must look, decide or give reasons. Nothing is resolved in silence.

use std::sync::Arc;

use super::Measure;
use crate::expr::{DefineId, FactId, FactorId};
use crate::ruleset::words;

words! {
    /// Why a person must look.
    ReviewCode {
        /// The benchmark's result lies below the statutory range.
        BelowStatute = "below-statute",
        /// The benchmark's result lies above the statutory range.
        AboveStatute = "above-statute",
        /// No tier of the benchmark holds.
        NoTier = "no-tier",
        /// No level of a factor holds.
        NoLevel = "no-level",
        /// Two tiers hold at once.
        TiersOverlap = "tiers-overlap",
        /// Two levels of a factor hold at once.
        LevelsOverlap = "levels-overlap",
        /// Two branches of the clause hold at once.
        BranchesOverlap = "branches-overlap",
        /// No branch of the clause holds.
        NoBranch = "no-branch",
        /// The clause does not say when a branch holds, and no tier does.
        BranchOpen = "branch-open",
        /// A fact cannot be ascertained.
        Unascertainable = "unascertainable",
        /// The weights add up to more than 100% and the document does not say what then.
        ScoreOverflow = "score-overflow",
        /// The row names a sanction that this branch of the clause does not have.
        KindNotInBranch = "kind-not-in-branch",
        /// A position in a range that is one number has no room.
        NoRoom = "no-room",
        /// A part of a range without upper end.
        OpenRange = "open-range",
        /// Two rows of a statutory range hold at once.
        RowsOverlap = "rows-overlap",
        /// Two positions hold at once.
        PositionsOverlap = "positions-overlap",
        /// The guiding point lies outside the range.
        DefaultOutside = "default-outside",
        /// For some answers still missing, something has no value: a divisor is zero, no row holds.
        NoValue = "no-value",
        /// The benchmark allows not to punish.
        MayExempt = "may-exempt",
        /// An effect leaves no amount for this sanction.
        EffectEmpty = "effect-empty",
        /// An effect would go the other way than it must: 从轻 above, 从重 below what the table gives.
        EffectAgainst = "effect-against",
        /// No document says by how much.
        EffectOpen = "effect-open",
        /// The next tier that an effect takes does not exist, or there are several.
        NoNextTier = "no-next-tier",
        /// The law calls for one of several effects: the authority chooses, with reasons.
        ChooseEffect = "choose-effect",
        /// Lighter and heavier circumstances stand side by side: they are weighed, not netted.
        CircumstancesMixed = "circumstances-mixed",
        /// A part of the text that was used is not verified.
        Unverified = "unverified",
    }
}

/// What a review point is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The offence.
    Offence,
    /// A mark of the file, the offence or the clause, by position.
    Mark(usize),
    /// A sanction of the clause.
    Sanction(usize),
    /// A branch of the clause.
    Branch(usize),
    /// A row of the benchmark.
    Row(usize),
    /// A position of the benchmark.
    Position(usize),
    /// A circumstance.
    Circumstance(usize),
    /// A row of an effect.
    Effect(usize),
    /// A factor.
    Factor(FactorId),
    /// A fact.
    Fact(FactId),
    /// A definition that is a factor.
    Define(DefineId),
}

/// Where a person must look.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPoint {
    /// Why.
    pub code: ReviewCode,
    /// What it is about.
    pub rule: Rule,
    /// The row, factor or branch beside it, where two things meet.
    pub with: Option<Rule>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The result before it was bounded.
    pub before: Option<Measure>,
    /// The result after.
    pub after: Option<Measure>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl ReviewPoint {
    /// A point about a rule.
    pub fn new(code: ReviewCode, rule: Rule) -> Self {
        Self { code, rule, with: None, certain: true, before: None, after: None, basis: None }
    }

    /// Whether two points say the same of the same, whatever the amounts.
    pub fn same(&self, other: &Self) -> bool {
        self.code == other.code && self.rule == other.rule && self.with == other.with
    }

    /// Takes in the same point found under other values: certain where both are, amounts joined.
    pub(crate) fn take_in(&mut self, other: &Self) {
        self.certain = self.certain && other.certain;
        self.before = Measure::join_all(self.before, other.before);
        self.after = Measure::join_all(self.after, other.after);
    }
}
