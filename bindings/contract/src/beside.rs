//! What is found of what stands beside a decision: the notice before it, the organ that makes it.

use cailiang::vocabulary::{BesideCode, DepartureLack, OrganLevel, Target, VerdictKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scalar::nullable;
use crate::{Decimal, Execution, ProposedAmount, Word};

/// Something found of what stands beside a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Beside {
    /// The act.
    pub act: Option<String>,
    /// What was found.
    pub code: Word<BesideCode>,
    /// For whom; null: the act as a whole.
    pub target: Option<Word<Target>>,
    /// The id of the sanction; null: the act as a whole.
    pub sanction: Option<String>,
    /// What is decided; null: the act as a whole.
    pub decided: Option<ProposedAmount>,
    /// Of a notice, what it said of the same sanction; null: nothing of it.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub notified: Option<Option<ProposedAmount>>,
    /// Of a notice, whether it said that there would be a penalty at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified_verdict: Option<Word<VerdictKind>>,
    /// How much more is decided than notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Decimal>,
    /// Sanctions of the notice that are not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub left_out: Option<Vec<String>>,
    /// Sanctions of the notice of which less is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub less: Option<Vec<String>>,
    /// Of the organ: the authorities that the clause names for the sanction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Vec<String>>,
    /// Of the organ: who may decide, by the articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Vec<WhoDecides>>,
    /// Of the organ: facts that would settle whether it has the power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts_needed: Option<Vec<String>>,
    /// Of what is not executed: by which rows, and what would settle it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution: Option<Execution>,
    /// Of a departure from the benchmark: what it lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub lacks: Option<Vec<Word<DepartureLack>>>,
    /// False where the file does not say which organ decides.
    pub certain: bool,
    /// The provisions.
    pub basis: Vec<BesideBasis>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// Organs that may decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WhoDecides {
    /// The levels; empty: any.
    pub levels: Vec<Word<OrganLevel>>,
    /// The enforcement bodies (执法系统); empty: any.
    pub systems: Vec<String>,
    /// The greatest amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
}

/// A provision behind such a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BesideBasis {
    /// The name of its row.
    pub row: String,
    /// The provision.
    pub citation: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}
