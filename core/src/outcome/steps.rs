//! The steps of an evaluation as data, recorded once while evaluating.

use super::{Amount, Measure};
use crate::expr::{AtomId, DefineId, FactId, FactorId, Id, LevelSet, Num, Val};
use crate::ruleset::{BranchId, EffectId, PositionId, RowId, SanctionId};
use crate::value::Truth;
use crate::vocabulary::{AmountLimit, LevelHow, Target};

/// What was computed, in order, with the truth of every condition that was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// The steps.
    pub steps: Vec<Step>,
    /// The truth of each atom; none = not looked at.
    pub atoms: Vec<Option<Truth>>,
    /// The value of each definition; none = not looked at.
    pub defines: Vec<Option<Val>>,
}

impl Trace {
    /// Whether an atom held.
    pub fn atom(&self, id: AtomId) -> Option<Truth> {
        self.atoms.get(id.position()).copied().flatten()
    }

    /// What a definition came to.
    pub fn define(&self, id: DefineId) -> Option<&Val> {
        self.defines.get(id.position())?.as_ref()
    }
}

/// One step. Numbers stand behind a pointer: a step is recorded, kept and passed on far more often than read.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A constitutive condition.
    Element {
        /// Its position.
        element: usize,
        /// Whether it holds.
        holds: Truth,
    },
    /// A branch of the clause.
    Branch {
        /// Its position.
        branch: BranchId,
        /// Whether it holds.
        holds: Truth,
    },
    /// A definition; its value stands in [`Trace::define`].
    Define {
        /// Which.
        id: DefineId,
    },
    /// The level of a factor with conditions.
    Factor {
        /// Which.
        id: FactorId,
        /// The levels possible.
        levels: LevelSet,
        /// How.
        how: LevelHow,
    },
    /// A level fact that cannot be ascertained counts as its lowest level.
    LevelFact {
        /// Which.
        id: FactId,
        /// The levels possible.
        levels: LevelSet,
        /// How.
        how: LevelHow,
    },
    /// A row of the benchmark that applies or may apply.
    Row {
        /// Its position.
        row: RowId,
        /// Whether it holds.
        holds: Truth,
        /// Whether it yields to a heavier or earlier row.
        yields: bool,
    },
    /// No row applies.
    NoRow {
        /// Whether that is certain.
        holds: Truth,
    },
    /// The statutory range of a sanction.
    Statute {
        /// The sanction.
        sanction: SanctionId,
        /// The row of its range.
        row: Option<usize>,
        /// What it came to.
        found: Box<StatuteFound>,
    },
    /// The score.
    Score {
        /// What it came to.
        found: Box<ScoreFound>,
    },
    /// `start + score`, perhaps capped.
    Percentage {
        /// The sanction.
        sanction: SanctionId,
        /// What it came to.
        found: Box<PercentageFound>,
    },
    /// The benchmark narrows a sanction.
    Narrow {
        /// The sanction.
        sanction: SanctionId,
        /// The row; none = a narrowing of the whole benchmark.
        row: Option<RowId>,
        /// What it came to.
        found: Box<NarrowFound>,
    },
    /// A position narrows it further.
    Position {
        /// The sanction.
        sanction: SanctionId,
        /// The position.
        position: PositionId,
        /// What it came to.
        found: Box<NarrowFound>,
    },
    /// A row of an effect changes it.
    Effect {
        /// The sanction.
        sanction: SanctionId,
        /// The row.
        effect: EffectId,
        /// What it came to.
        found: Box<NarrowFound>,
    },
    /// A result was bounded: always a step of its own.
    Bound {
        /// The sanction.
        sanction: SanctionId,
        /// By what.
        by: AmountLimit,
        /// The result before and after.
        found: Box<BoundFound>,
    },
    /// The results of several possibilities, joined.
    Join {
        /// The sanction as it stands in the outcome: target and position.
        target: Target,
        /// Its position among the sanctions of the target.
        sanction: usize,
        /// How many possibilities.
        of: usize,
    },
}

/// A statutory range and what it was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct StatuteFound {
    /// The base of the multiple.
    pub base: Option<Num>,
    /// The base before its floor.
    pub base_before: Option<Num>,
    /// The count.
    pub count: Option<Num>,
    /// The range.
    pub amount: Measure,
}

/// A score and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreFound {
    /// The levels of each factor and their weight, in the order of the weights.
    pub parts: Vec<(LevelSet, Num)>,
    /// The sum.
    pub sum: Num,
}

/// A percentage and what it is taken of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PercentageFound {
    /// The start.
    pub start: Num,
    /// Start and score.
    pub sum: Num,
    /// After a declared cap.
    pub capped: Option<Num>,
    /// What it is taken of.
    pub times: Num,
}

/// A narrowed range.
#[derive(Clone, Debug, PartialEq)]
pub struct NarrowFound {
    /// The part of the range, if it is one.
    pub part: Option<(Num, Num)>,
    /// The multiple, if it is one.
    pub multiple: Option<(Num, Num)>,
    /// The result.
    pub amount: Amount,
}

/// A result that was bounded.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundFound {
    /// Before.
    pub before: Amount,
    /// After.
    pub after: Amount,
}
