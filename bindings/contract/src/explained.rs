//! The explanation in words, with the places of the texts it comes from.

use cailiang::vocabulary::{Section, TruthWord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Citation, ContractVersion, Kind, Read, RequestId, SourcePlace, Word};

/// The lines of the full text, each with what is behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Explained {
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
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
}

/// A line of the full text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// The part of the text it stands in.
    pub section: Word<Section>,
    /// The title of the section.
    pub title: Option<String>,
    /// Its number, where lines are numbered.
    pub number: Option<u64>,
    /// What it begins with.
    pub heading: String,
    /// What it says.
    pub text: String,
    /// The provision.
    pub basis: Option<String>,
    /// The places of the rulesets it comes from.
    pub places: Vec<SourcePlace>,
    /// The conditions behind it.
    pub conditions: Vec<LineCondition>,
}

/// A condition behind a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LineCondition {
    /// As written in the ruleset.
    pub condition: String,
    /// Its truth.
    pub holds: Word<TruthWord>,
    /// The names it reads, with their values in this case.
    pub reads: Vec<Read>,
    /// Where it stands.
    pub at: Option<SourcePlace>,
}
