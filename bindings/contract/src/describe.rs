//! What there is to ask for: rulesets, their offences and licences, and the facts that one reads.

use cailiang::vocabulary::{FactType, LicenceProcedure, Rank, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Citation, ContractVersion, Day, End, Kind, RequestId, SourcePlace, Word};

/// The rulesets there are; of a request that names an offence or a licence, also what it reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Description {
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
    /// The rulesets.
    pub rulesets: Vec<DescribedRuleset>,
    /// The offence of the request: what it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offence: Option<DescribedUnit>,
    /// The licence of the request: what it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<DescribedUnit>,
    /// What is cited, as data: each text once, in order of first appearance. Of an offence or a licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citations: Option<Vec<Citation>>,
}

/// A version of a ruleset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedRuleset {
    /// Its id.
    pub id: String,
    /// The title of the document.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// The number of the document (文号).
    pub document: Option<String>,
    /// Where it applies.
    pub jurisdiction: Option<String>,
    /// The first day in force.
    pub from: Day,
    /// The last day, that day included; null: no end is known.
    pub through: Option<Day>,
    /// Whether it is in force.
    pub status: Word<Status>,
    /// How often this version was transcribed anew.
    pub revision: u64,
    /// The name of its text.
    pub source: String,
    /// The ids of the rulesets it uses.
    pub uses: Vec<String>,
    /// The names of its tiers, light to heavy.
    pub tiers: Vec<String>,
    /// The laws it cites.
    pub laws: Vec<DescribedLaw>,
    /// Its offences.
    pub offences: Vec<DescribedOffence>,
    /// Its licences.
    pub licences: Vec<DescribedLicence>,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// A law that a ruleset cites.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedLaw {
    /// How citations call it.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Which edition.
    pub edition: Option<String>,
    /// Its rank.
    pub rank: Option<Word<Rank>>,
}

/// An offence of a ruleset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedOffence {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its code in the document.
    pub code: Option<String>,
    /// The provisions that the act violates.
    pub violates: Vec<String>,
    /// Where it stands.
    pub at: SourcePlace,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// A licence of a ruleset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedLicence {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its code in the document.
    pub code: Option<String>,
    /// What is asked for.
    pub procedure: Word<LicenceProcedure>,
    /// Where it stands.
    pub at: SourcePlace,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// An offence or a licence, and what it reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedUnit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The provision.
    pub basis: String,
    /// The facts it reads.
    pub facts: Vec<DescribedFact>,
}

/// A fact that is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DescribedFact {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Word<FactType>,
    /// The unit it is given in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The least it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<End>,
    /// The most it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<End>,
    /// The words to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<String>>,
    /// The type of an entry of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ValueType>,
    /// The fields of a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<Field>>,
    /// Whether 无法查明 is a possible answer.
    pub unascertainable: bool,
    /// The question, in the language asked for.
    pub question: String,
    /// What the answer decides.
    pub decides: String,
    /// The provision.
    pub basis: Option<String>,
    /// Where it is declared.
    pub at: SourcePlace,
}

/// The type of an entry of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ValueType {
    /// The type.
    #[serde(rename = "type")]
    pub ty: Word<FactType>,
    /// The unit it is given in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The words to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<String>>,
    /// The type of an entry of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Box<ValueType>>,
    /// The fields of a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<Field>>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Word<FactType>,
    /// The unit it is given in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The words to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<String>>,
    /// The type of an entry of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ValueType>,
    /// The fields of a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<Field>>,
}
