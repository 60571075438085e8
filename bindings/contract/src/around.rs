//! What lies around an outcome: its tiers, and the nearest facts that change it.

use cailiang::vocabulary::Side;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Citation, ContractVersion, End, Kind, RequestId, TargetOutcome, Verdict, Word};

/// What each tier would give while everything that only chooses the tier is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Tiers {
    /// The version of the contract.
    pub contract: ContractVersion,
    /// Which answer this is.
    pub kind: Kind<Self>,
    /// The id of the request, as it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RequestId>,
    /// The name of the case, as the request gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The sanctions of each target; `possible` has what each tier would give.
    pub targets: Vec<TargetOutcome>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
}

/// For each given fact the nearest values that change the result, with that result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Nearest {
    /// The version of the contract.
    pub contract: ContractVersion,
    /// Which answer this is.
    pub kind: Kind<Self>,
    /// The id of the request, as it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RequestId>,
    /// The name of the case, as the request gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The changes.
    pub changes: Vec<Change>,
    /// Given facts of which not every value that may matter was tried.
    pub not_tried: Vec<String>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
}

/// One fact changed, and the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The fact.
    pub fact: String,
    /// On which side of the given value.
    pub side: Word<Side>,
    /// A value on the other side of where it turns.
    pub value: Value,
    /// Where it turns; not inclusive: beyond it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<End>,
    /// The unit of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether there is a penalty then.
    pub verdict: Verdict,
    /// The sanctions then.
    pub targets: Vec<TargetOutcome>,
}
