//! What an answer rests on: the versions that govern, notes, receipts and their replay.

use cailiang::vocabulary::{NoteKind, Why};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::words::{DifferenceKey, DifferenceOf};
use crate::{ContractVersion, Day, Decision, Kind, RequestId, Word};

/// A version of a ruleset that governs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Governing {
    /// Its id.
    pub id: String,
    /// The title of the document.
    pub title: String,
    /// The number of the document (文号).
    pub document: Option<String>,
    /// The first day in force.
    pub from: Day,
    /// The last day, that day included; null: no end is known.
    pub through: Option<Day>,
    /// How often this version was transcribed anew.
    pub revision: u64,
    /// The day it was chosen by.
    pub chosen_by: Day,
    /// Why it governs.
    pub why: Word<Why>,
    /// The digest of its text.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
}

/// How an unclear text was read, or what is not verified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Which of the two.
    pub kind: Word<NoteKind>,
    /// The rule it is about.
    pub rule: String,
    /// What the ruleset says of it.
    pub text: String,
}

/// The digests of a text: SHA-256 for auditors, SM3 for Chinese government systems (国密).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Digest {
    /// SHA-256, in hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// SM3, in hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sm3: String,
}

/// A version of a ruleset, by its digests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RulesetDigest {
    /// Its id.
    pub id: String,
    /// The first day in force.
    pub from: Day,
    /// How often this version was transcribed anew.
    pub revision: u64,
    /// SHA-256 of its text.
    pub sha256: String,
    /// SM3 of its text.
    pub sm3: String,
}

/// What the outcome of an offence rests on, in digests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OffenceReceipt {
    /// The version of the engine.
    pub engine: String,
    /// The version of the contract.
    pub contract: ContractVersion,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The id of the offence.
    pub offence: String,
    /// The rulesets that govern.
    pub rulesets: Vec<RulesetDigest>,
    /// The facts in canonical form.
    pub facts: Digest,
    /// The outcome in canonical form.
    pub outcome: Digest,
}

/// What the outcome of a licence rests on, in digests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceReceipt {
    /// The version of the engine.
    pub engine: String,
    /// The version of the contract.
    pub contract: ContractVersion,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The id of the licence.
    pub licence: String,
    /// The day as of which it was asked.
    pub as_of: Option<Day>,
    /// The rulesets that govern.
    pub rulesets: Vec<RulesetDigest>,
    /// The facts in canonical form.
    pub facts: Digest,
    /// The outcome in canonical form.
    pub outcome: Digest,
}

/// What the decision of a case rests on, in digests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseReceipt {
    /// The version of the engine.
    pub engine: String,
    /// The version of the contract.
    pub contract: ContractVersion,
    /// Which answer it is of.
    pub kind: Kind<Decision>,
    /// The acts of the case.
    pub acts: Vec<ActOfReceipt>,
    /// The rulesets that govern.
    pub rulesets: Vec<RulesetDigest>,
    /// The facts in canonical form.
    pub facts: Digest,
    /// The outcome in canonical form.
    pub outcome: Digest,
}

/// An act of a receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActOfReceipt {
    /// The act.
    pub id: String,
    /// The id of its ruleset.
    pub ruleset: String,
    /// The id of its offence.
    pub offence: String,
}

/// Any receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Receipt {
    /// Of the decision of a case.
    Case(CaseReceipt),
    /// Of a licence.
    Licence(LicenceReceipt),
    /// Of an offence.
    Offence(OffenceReceipt),
}

/// A stored receipt held against today's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Replay {
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
    /// Nothing differs.
    pub identical: bool,
    /// The digests of the outcome are the same.
    pub same_outcome: bool,
    /// What differs.
    pub differences: Vec<Difference>,
    /// That of today.
    pub receipt: Receipt,
}

/// What differs between two receipts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// What.
    pub what: DifferenceOf,
    /// Of rulesets: which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Of rulesets: in what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<DifferenceKey>,
    /// As stored: text, a number, or null where it is not there.
    #[schemars(extend("type" = ["string", "integer", "null"]))]
    pub receipt: Value,
    /// As of today.
    #[schemars(extend("type" = ["string", "integer", "null"]))]
    pub now: Value,
}
