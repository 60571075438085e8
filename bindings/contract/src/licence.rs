//! The outcome of a licence.

use cailiang::vocabulary::{
    Binding, By, DecisionKind, DecisionOpen, LicenceProcedure, LicenceReviewCode, OrderKind, RestsOn, TruthWord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Citation, ContractVersion, Day, Explanation, FactUsed, Governing, Kind, LicenceBan, LicenceCondition,
    LicenceDeadline, LicenceDocument, LicenceReceipt, LicenceRenewal, LicenceRoute, LicenceRow, LicenceStep,
    LicenceTerm, Note, Question, RequestId, Word,
};

/// The outcome of a licence: the decision, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Licence {
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
    /// The id of the licence.
    pub licence: String,
    /// What is asked for.
    pub procedure: Word<LicenceProcedure>,
    /// False while a fact that matters to the decision is missing.
    pub determined: bool,
    /// The decision, or those still possible.
    pub decision: LicenceDecision,
    /// The authorities still possible.
    pub authority: Vec<String>,
    /// When no licence is needed.
    pub exempt: Vec<LicenceRow>,
    /// The conditions.
    pub conditions: Vec<LicenceCondition>,
    /// What stands against it.
    pub bars: Vec<LicenceRow>,
    /// The documents.
    pub documents: Vec<LicenceDocument>,
    /// The steps.
    pub steps: Vec<LicenceStep>,
    /// Ways that waive something.
    pub routes: Vec<LicenceRoute>,
    /// The time limits.
    pub deadlines: Vec<LicenceDeadline>,
    /// What a licence would fix.
    pub terms: Vec<LicenceTerm>,
    /// Grounds to revoke, withdraw or cancel.
    pub grounds: Vec<LicenceRow>,
    /// Times in which no licence is given.
    pub bans: Vec<LicenceBan>,
    /// Whether a renewal is asked for in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal: Option<LicenceRenewal>,
    /// The limit of the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota: Option<LicenceQuota>,
    /// The day by which it is judged what time has run out.
    pub as_of: Option<Day>,
    /// Where a person must look.
    pub review_points: Vec<LicenceReview>,
    /// The questions that still matter, best next one first.
    pub facts_needed: Vec<Question>,
    /// The facts that were read.
    pub facts_used: Vec<FactUsed>,
    /// Facts proved not to matter to anything in the outcome.
    pub facts_irrelevant: Vec<String>,
    /// Null where the request said that it is not wanted.
    pub explanation: Option<Explanation>,
    /// The versions of rulesets that govern.
    #[schemars(length(min = 1))]
    pub governing: Vec<Governing>,
    /// How unclear texts were read, and what is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Vec<Note>>,
    /// What is cited, as data: each text once, in order of first appearance. An answer inside another has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citations: Option<Vec<Citation>>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The receipt asked for with `receipt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<LicenceReceipt>,
}

/// The decision about a licence, or those still possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum LicenceDecision {
    /// Several are still possible.
    Open(OpenDecision),
    /// The decision.
    Decided(DecidedLicence),
}

/// Several decisions are still possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenDecision {
    /// It is open.
    pub kind: Word<DecisionOpen>,
    /// What is possible.
    #[schemars(length(min = 2))]
    pub possible: Vec<Decided>,
}

/// A decision about a licence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Decided {
    /// What is decided.
    pub kind: Word<DecisionKind>,
    /// `silence`: the time ran out, and the law deems it decided.
    pub by: Word<By>,
    /// Whether it must or may be decided so.
    pub force: Word<Binding>,
}

/// A decision about a licence, with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecidedLicence {
    /// What is decided.
    pub kind: Word<DecisionKind>,
    /// `silence`: the time ran out, and the law deems it decided.
    pub by: Word<By>,
    /// Whether it must or may be decided so.
    pub force: Word<Binding>,
    /// What it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Vec<LicenceGround>>,
    /// Of `not_accepted`: whom to apply to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Vec<String>>,
    /// Of `supplement`: every document still missing, told once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<String>>,
    /// Of `pending`: what must be done first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<String>>,
}

/// What a decision about a licence rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceGround {
    /// Which part of the licence it is.
    pub of: Word<RestsOn>,
    /// Its id there.
    pub id: String,
    /// The provision.
    pub basis: Option<String>,
    /// What the ruleset says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The limit of the number of licences, for one applicant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceQuota {
    /// No licence is left when the applicant's turn comes.
    pub exhausted: Word<TruthWord>,
    /// What the order goes by. 行政许可法 第五十七条: `first_accepted`, unless a law or an administrative regulation says
    /// otherwise.
    pub order: Word<OrderKind>,
    /// The provision that lays down the order.
    pub order_basis: Option<String>,
    /// The provision that limits the number.
    pub basis: Option<String>,
}

/// Where a person must look at a licence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceReview {
    /// Why.
    pub code: Word<LicenceReviewCode>,
    /// The rule that it is about.
    pub rule: String,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}
