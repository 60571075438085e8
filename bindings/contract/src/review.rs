//! A decision held against what the law and the benchmark allow.

use cailiang::vocabulary::{
    At, Direction, FindingAbout, FindingCode, Need, ReviewResult, SanctionKind, Stands, Target, TogetherCode,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AllowedWay, Amount, Beside, Citation, ContractVersion, Decimal, Decision, Kind, NotDue, Penalty, ProcedureLaw,
    ProcedurePoint, ProcedureStep, RequestId, Word,
};

/// A decision held against the outcome of an offence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
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
    /// The id of the offence.
    pub offence: String,
    /// Which law it is held against: that of the act, or a later one that is lighter.
    pub at: Word<At>,
    /// What is said of the decision as a whole, as if what stands in `open` changed nothing.
    pub result: Word<ReviewResult>,
    /// Every finding is `inside`.
    pub conforms: bool,
    /// False while nothing deviates for certain and something is undetermined, or while `open` names something.
    pub determined: bool,
    /// Names of facts and days that are not given and may lead to another result: of circumstances, limitation, a later
    /// law. A review of the whole case answers for them.
    pub open: Vec<String>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The possibilities of the outcome that the whole decision fits or may fit.
    pub fits: Vec<Way>,
    /// The way that the decision takes, or that it is nearest to where it takes none.
    pub way: Option<AllowedWay>,
    /// The outcome.
    pub outcome: Penalty,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A decision on a whole case held against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseReview {
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
    /// What is said of the decision as a whole.
    pub result: Word<ReviewResult>,
    /// Every part is inside what the case allows, under every law that may govern.
    pub conforms: bool,
    /// False while nothing deviates for certain and something is undetermined.
    pub determined: bool,
    /// Each act under each law that may govern it.
    pub acts: Vec<ActReview>,
    /// What is found when the acts are taken together.
    pub together: Vec<Together>,
    /// What is found of what stands beside the decision: its notice, the organ that decides.
    pub beside: Vec<Beside>,
    /// The procedure for what is decided.
    pub procedure: Vec<ProcedureStep>,
    /// Where a person must look at the procedure.
    pub procedure_points: Vec<ProcedurePoint>,
    /// What chose the documents; null where no ruleset lays down a procedure.
    pub procedure_law: Option<ProcedureLaw>,
    /// Rows that are surely no ground, with the conditions that failed.
    pub not_due: Vec<NotDue>,
    /// What the case allows.
    pub decision: Decision,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What is decided on an act held against it, under the law of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActReview {
    /// The act.
    pub act: String,
    /// The law of which day.
    pub at: Word<At>,
    /// What is said of the decision as a whole.
    pub result: Word<ReviewResult>,
    /// Every finding is `inside`.
    pub conforms: bool,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The possibilities of the outcome that the whole decision fits or may fit.
    pub fits: Vec<Way>,
    /// The way that the decision takes, or that it is nearest to where it takes none.
    pub way: Option<AllowedWay>,
}

/// What is found when acts are taken together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Together {
    /// The party, where the case names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// What. `above-cap` is no deviation: each act stands, the cap bounds what is executed.
    pub code: Word<TogetherCode>,
    /// The acts.
    #[schemars(length(min = 1))]
    pub acts: Vec<String>,
    /// Whom it is about.
    pub target: Word<Target>,
    /// The kind of sanction.
    pub kind: Word<SanctionKind>,
    /// The sum; null where a part has no number.
    pub proposed: Option<Decimal>,
    /// The cap.
    pub most: Option<Decimal>,
    /// Whether it is so under every law that may govern.
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// A way through the benchmark: branch, tier or row, position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Way {
    /// The branch of the clause.
    pub branch: Option<String>,
    /// The tier of the benchmark.
    pub tier: Option<String>,
    /// The row of the benchmark, where it names no tier: a cell, an override.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The position inside the range (从轻, 从重).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
}

/// What was found about a part of a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Whom it is about; null: the whole decision.
    pub target: Option<Word<Target>>,
    /// What it is about.
    pub about: Word<FindingAbout>,
    /// The id of the sanction or order.
    pub sanction: Option<String>,
    /// The groups of a choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<Vec<String>>>,
    /// What was found.
    pub code: Word<FindingCode>,
    /// What is decided; null: not imposed.
    pub proposed: Option<ProposedAmount>,
    /// What the benchmark allows; of several possibilities the one that is left least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Amount>,
    /// What the statute allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statutory: Option<Amount>,
    /// How far beyond the end of the benchmark or of the statute, as the code says; 0 at an end that is itself out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Decimal>,
    /// The same in percent of that end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_percent: Option<Decimal>,
    /// The possibilities of the outcome that it fits or may fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub fits: Option<Vec<Way>>,
    /// What the decision needs to stand.
    pub needs: Vec<Word<Need>>,
    /// Circumstances that would justify a deviation: those found, those open, or all there are; absent where the
    /// general part was not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justified_by: Option<Vec<Justification>>,
    /// The provisions, each with what it is for.
    pub basis: Vec<FindingBasis>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// What is decided: an amount, or `true` for a sanction without one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ProposedAmount {
    /// The amount.
    Amount(Decimal),
    /// Imposed without a number.
    Imposed(#[schemars(extend("const" = true))] bool),
}

/// A circumstance that would justify a deviation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Justification {
    /// The circumstance.
    pub circumstance: String,
    /// Which way it goes.
    pub direction: Word<Direction>,
    /// Whether it was found.
    pub stands: Word<Stands>,
    /// Whether the amount lies in what the effect allows.
    pub reaches: Option<bool>,
    /// The provision.
    pub basis: String,
}

/// A provision that a finding rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingBasis {
    /// What it is for.
    #[serde(rename = "for")]
    pub of: BasisFor,
    /// The provision.
    pub citation: String,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// What a provision of a finding is for: the sanction itself, or something that the decision needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BasisFor {
    /// The sanction, the order or the choice.
    Sanction,
    /// What the decision needs.
    #[serde(untagged)]
    Need(Word<Need>),
}
