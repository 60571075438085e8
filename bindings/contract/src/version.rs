//! What answers: the version of the engine, and which rulesets it has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ContractVersion, Kind, RequestId};

/// What answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Version {
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
    /// The version of the engine.
    pub engine: String,
    /// The texts of rulesets that it has.
    pub rulesets: RulesetsVersion,
}

/// The texts of rulesets that a host has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RulesetsVersion {
    /// How many there are, each version one.
    pub count: u64,
    /// One digest over all of them: that of the digests of each, sorted, each followed by a line break.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
}
