//! What is found of what stands beside a decision: the notice before it.

use cailiang::vocabulary::{BesideCode, Target, VerdictKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decimal, ProposedAmount, Word};

/// Something found of what stands beside a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Beside {
    /// The act.
    pub act: Option<String>,
    /// What was found.
    pub code: Word<BesideCode>,
    /// For whom.
    pub target: Word<Target>,
    /// The id of the sanction.
    pub sanction: String,
    /// What is decided.
    pub decided: ProposedAmount,
    /// What the notice said of the same sanction; null: nothing of it.
    pub notified: Option<ProposedAmount>,
    /// Whether the notice said that there would be a penalty at all.
    pub notified_verdict: Word<VerdictKind>,
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
    /// The provisions.
    pub basis: Vec<BesideBasis>,
    /// What it says, in the language asked for.
    pub message: String,
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
