//! The explanation as data: the steps, the conditions with their truth, and the rows that did not apply.

use cailiang::vocabulary::{AmountLimit, LevelHow, Target, TruthWord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::scalar::count;
use crate::{Amount, Decimal, Word};

/// How a result was reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Explanation {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The conditions that were looked at.
    pub conditions: Vec<Condition>,
    /// The rows that did not apply, with the conditions that failed.
    pub not_applied: Vec<NotApplied>,
}

/// One step of a computation, by its word under `step`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// A condition for the offence to be established.
    Element {
        /// The condition as written.
        condition: Option<String>,
        /// Its truth.
        holds: Word<TruthWord>,
    },
    /// A branch of the penalty clause.
    Branch {
        /// The branch.
        branch: Option<String>,
        /// Whether it applies.
        holds: Word<TruthWord>,
        /// The provision.
        basis: Option<String>,
    },
    /// A definition.
    Define {
        /// Its name.
        name: String,
        /// Its value; null while it is not known.
        value: Value,
        /// The provision.
        basis: Option<String>,
    },
    /// The level of a factor, or of a fact given by its level.
    Level {
        /// The factor.
        factor: String,
        /// The level; null while nothing is known.
        level: Option<Levels>,
        /// It is possible that no level holds.
        maybe_none: bool,
        /// How it was found.
        how: Word<LevelHow>,
        /// The provision.
        basis: Option<String>,
    },
    /// A row of the benchmark.
    Row {
        /// The row.
        row: Option<String>,
        /// Its tier.
        tier: Option<String>,
        /// Whether it applies.
        holds: Word<TruthWord>,
        /// It yields to another row that applies.
        yields: bool,
        /// The provision.
        basis: Option<String>,
    },
    /// No row of the benchmark.
    NoRow {
        /// Whether that is so.
        holds: Word<TruthWord>,
    },
    /// The statutory range of a sanction.
    Statute {
        /// The sanction.
        sanction: Option<String>,
        /// The row of the range, where it has rows.
        row: Option<String>,
        /// What a multiple is of.
        base: Option<Figure>,
        /// That before it was bounded.
        base_before: Option<Figure>,
        /// How many times it is counted.
        count: Option<Figure>,
        /// The range.
        amount: Amount,
        /// The provision.
        basis: Option<String>,
    },
    /// The sum of the weights of a benchmark that adds up.
    Score {
        /// The weights.
        parts: Vec<Weight>,
        /// Their sum, in percent.
        sum: Option<Figure>,
    },
    /// A percentage of the range.
    Percentage {
        /// The sanction.
        sanction: Option<String>,
        /// Where the percentages begin.
        start: Option<Figure>,
        /// Their sum.
        sum: Option<Figure>,
        /// The sum after its cap, where that changed it.
        capped: Option<Figure>,
        /// What it is multiplied by.
        times: Option<Figure>,
    },
    /// A row of the benchmark narrows the range.
    Narrow {
        /// The sanction.
        sanction: Option<String>,
        /// The row.
        row: Option<String>,
        /// The part of the range, from and to, in percent.
        part: Option<(Figure, Figure)>,
        /// The multiple, from and to.
        multiple: Option<(Figure, Figure)>,
        /// The range after it.
        amount: Amount,
    },
    /// A position inside the range (从轻, 从重).
    Position {
        /// The sanction.
        sanction: Option<String>,
        /// The position.
        position: Option<String>,
        /// The part of the range, from and to, in percent.
        part: Option<(Figure, Figure)>,
        /// The range after it.
        amount: Amount,
        /// The provision.
        basis: Option<String>,
    },
    /// An effect of a circumstance.
    Effect {
        /// The sanction.
        sanction: Option<String>,
        /// The effect.
        effect: Option<String>,
        /// The part of the range, from and to, in percent.
        part: Option<(Figure, Figure)>,
        /// The range after it.
        amount: Amount,
        /// The provision.
        basis: Option<String>,
    },
    /// A range was bounded.
    Bound {
        /// The sanction.
        sanction: Option<String>,
        /// By what.
        by: Word<AmountLimit>,
        /// The range before.
        before: Amount,
        /// The range after.
        after: Amount,
    },
    /// Several possible amounts were joined.
    Join {
        /// Whom the sanction is for.
        target: Word<Target>,
        /// The sanction.
        sanction: Option<String>,
        /// How many.
        #[serde(deserialize_with = "count")]
        of: u64,
    },
}

/// A number, or the numbers it may be between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Figure {
    /// The number.
    Known(Decimal),
    /// While something is not known.
    Between {
        /// No less than this.
        min: Edge,
        /// No more than this.
        max: Edge,
    },
}

/// An end of what a number may be between: a decimal, or `"unbounded"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// There is no end.
    Unbounded,
    /// The end.
    #[serde(untagged)]
    At(Decimal),
}

/// A level, or those that are still possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Levels {
    /// The level.
    One(String),
    /// Those still possible.
    Several(Vec<String>),
}

/// The weight of one factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Weight {
    /// The factor.
    pub factor: String,
    /// Its level; null while nothing is known.
    pub level: Option<Levels>,
    /// The weight, in percent.
    pub weight: Option<Figure>,
}

/// A condition that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// As written in the ruleset.
    pub condition: String,
    /// Its truth.
    pub holds: Word<TruthWord>,
    /// The names it reads, with their values in this case.
    pub reads: Vec<Read>,
    /// Where it begins in the ruleset's text, in bytes of UTF-8.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
}

/// A name that a condition reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Read {
    /// The name.
    pub name: String,
    /// Its value in this case; null while it is not known.
    pub value: Value,
}

/// A row that did not apply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotApplied {
    /// The row.
    pub row: String,
    /// Its tier.
    pub tier: Option<String>,
    /// The conditions that failed.
    #[schemars(length(min = 1))]
    pub failed: Vec<Failed>,
}

/// A condition that failed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Failed {
    /// As written in the ruleset.
    pub condition: String,
    /// What would have held.
    pub expected: String,
    /// What does.
    pub actual: String,
}
