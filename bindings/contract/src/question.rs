//! Facts: what is asked, what was read.

use cailiang::vocabulary::FactType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::scalar::nullable;
use crate::{Citation, ContractVersion, Kind, RequestId, Word};

/// The questions that still matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Questions {
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
    /// False while a fact that matters is missing.
    pub determined: bool,
    /// Best next question first.
    pub facts_needed: Vec<Question>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
}

/// A question: what is asked, how it is answered, and what the answer decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Only of several applicants: whom it is asked of; null: it is the same for all.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub applicant: Option<Option<String>>,
    /// The name of the fact.
    pub name: String,
    /// How it is answered. `finding`: yes or no, for the authority to find; it is not asked of the party.
    #[serde(rename = "type")]
    pub ty: Word<FactType>,
    /// The unit of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The words to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<String>>,
    /// Whether 无法查明 is a possible answer.
    pub unascertainable: bool,
    /// The question, in the language asked for.
    pub question: String,
    /// What the answer decides: the tier, the statutory range …
    pub decides: String,
    /// The provision.
    pub basis: Option<String>,
}

/// A fact that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactUsed {
    /// Its name.
    pub name: String,
    /// Its value; null while it is missing or cannot be proved.
    pub value: Value,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}
