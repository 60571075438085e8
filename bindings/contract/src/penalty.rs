//! The outcome of an offence.

use cailiang::vocabulary::{
    Direction, Force, Need, Pick, ReviewCode, SanctionKind, SanctionMode, Target, TruthWord, VerdictKind, WayCourse,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scalar::{is_true, yes};
use crate::{
    Amount, Citation, ContractVersion, Explanation, FactUsed, Governing, Kind, Note, OffenceReceipt, Question,
    RequestId, Word,
};

/// The outcome of an offence: the ranges of its sanctions, and what is still open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Penalty {
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
    /// Its name.
    pub offence_name: String,
    /// Its code in the catalogue of powers (职权编码); null where the text gives none.
    pub offence_code: Option<String>,
    /// The id of the ruleset.
    pub ruleset: String,
    /// Its title.
    pub ruleset_title: String,
    /// Whether there is a penalty.
    pub verdict: Verdict,
    /// False while a fact that matters is missing.
    pub determined: bool,
    /// The sanctions of each target.
    pub targets: Vec<TargetOutcome>,
    /// 责令改正 and the like: not penalties.
    pub orders: Vec<Order>,
    /// What circumstances of the general part let the penalty become, lightest first; none is applied. Empty where one
    /// offence alone is asked for.
    pub options: Vec<PenaltyOption>,
    /// What the authority may still decide once what must count has counted. Only of a whole case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Allowed>,
    /// Where a person must look.
    pub review_points: Vec<ReviewPoint>,
    /// The questions that still matter, best next one first.
    pub facts_needed: Vec<Question>,
    /// The facts that were read.
    pub facts_used: Vec<FactUsed>,
    /// Facts proved not to matter to the result.
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
    pub receipt: Option<OffenceReceipt>,
}

/// Whether there is a penalty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// `time_barred` stands only in the decision of a case.
    pub kind: Word<VerdictKind>,
    /// Of `no_penalty`: whether it must or may be so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force: Option<Word<Force>>,
    /// The circumstance that makes it mandatory, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// False when another verdict is possible.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub certain: bool,
}

/// What an authority may still decide of one act under one law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Allowed {
    /// Whether 应当 stands against 应当: then the ways are weighed, and none satisfies all that the law calls for.
    pub opposed: Word<TruthWord>,
    /// The ways that remain: the table first, then as in `options`.
    pub ways: Vec<AllowedWay>,
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AllowedWay {
    /// What it makes of the penalty.
    pub course: Word<WayCourse>,
    /// The effect, to be looked up in `options`; null for the table and what the benchmark waives.
    pub effect: Option<String>,
    /// Which way circumstances take it; null for the table.
    pub direction: Option<Word<Direction>>,
    /// 应当 where the law leaves no way but this one and those beside it, 可以 where the authority may take it; null
    /// for the table.
    pub force: Option<Word<Force>>,
    /// Whether it is there whatever is still to be found out.
    pub certain: bool,
    /// Whether no text says how far it goes.
    pub open: bool,
    /// The circumstances that it rests on.
    pub rests_on: Vec<WayGround>,
    /// What comes with it: duties and steps of procedure.
    pub needs: Vec<Word<Need>>,
    /// Which of its sanctions are decided and not executed, or may not be; absent where nothing is said of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub execution: Option<Vec<Execution>>,
}

/// Whether a kind of sanction is executed once it is decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Execution {
    /// The kind.
    pub kind: Word<SanctionKind>,
    /// Whether it is executed.
    pub executed: Word<TruthWord>,
    /// The rows of the law that it rests on.
    pub rests_on: Vec<ExecutionGround>,
    /// What is done in its place.
    pub needs: Vec<Word<Need>>,
    /// Facts that would settle it.
    pub facts_needed: Vec<String>,
}

/// A row by which a sanction is not executed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExecutionGround {
    /// Its name.
    pub id: String,
    /// Whether it holds.
    pub holds: Word<TruthWord>,
    /// Whether the sanction is executed all the same.
    pub excepted: Word<TruthWord>,
    /// The provision.
    pub basis: Option<String>,
    /// The provision of the exception.
    pub unless_basis: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// A circumstance that a way rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WayGround {
    /// The circumstance.
    pub id: String,
    /// The provision.
    pub basis: String,
}

/// What a circumstance lets the penalty become.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PenaltyOption {
    /// The direction, or the effect's own name in its document.
    pub effect: String,
    /// Which way it goes.
    pub direction: Word<Direction>,
    /// 应当 or 可以.
    pub force: Word<Force>,
    /// The other effects of which one must be taken.
    pub or: Vec<String>,
    /// Whether a circumstance that surely holds calls for it.
    pub certain: bool,
    /// The circumstances that call for it.
    #[schemars(length(min = 1))]
    pub because: Vec<Because>,
    /// What it makes of the penalty; empty: nothing is left.
    pub targets: Vec<TargetOutcome>,
    /// No document says how far it goes.
    pub open: bool,
    /// Steps of procedure that it needs.
    pub needs: Vec<String>,
    /// Where the effect is laid down.
    pub basis: Vec<String>,
}

/// A circumstance that calls for an effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Because {
    /// The circumstance.
    pub id: String,
    /// The provision.
    pub basis: String,
    /// False when it is not known whether it holds.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub certain: bool,
}

/// The sanctions of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetOutcome {
    /// Whom they are for.
    pub target: Word<Target>,
    /// The tiers still possible, light to heavy.
    pub tiers: Vec<String>,
    /// True where it is possible that no tier holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub maybe_no_tier: bool,
    /// Positions inside the range that are still possible (从轻, 从重).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub positions: Option<Vec<String>>,
    /// The sanctions.
    pub sanctions: Vec<Sanction>,
    /// Sanctions of which one, or one or more, are imposed.
    pub choices: Vec<Choice>,
}

/// Sanctions that the law lets choose from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// How many groups are taken.
    pub pick: Word<Pick>,
    /// The groups: ids of sanctions that go together.
    #[schemars(length(min = 2))]
    pub of: Vec<Vec<String>>,
}

/// A sanction with its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sanction {
    /// Its id in the ruleset.
    pub id: String,
    /// Its kind.
    pub kind: Word<SanctionKind>,
    /// Whether it must or may be imposed.
    pub mode: Word<SanctionMode>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The range of the benchmark; absent for a sanction without an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The range of the statute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statutory: Option<Amount>,
    /// The provisions.
    #[schemars(length(min = 1))]
    pub basis: Vec<String>,
    /// Where more than one amount is left: each with its own statutory range.
    pub possible: Vec<Possibility>,
    /// Who imposes it, where the clause says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Vec<String>>,
}

/// One of the amounts that are left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Possibility {
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
    /// The range of the benchmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The range of the statute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statutory: Option<Amount>,
}

/// An order that is no penalty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Order {
    /// Its id in the ruleset.
    pub id: String,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision.
    pub basis: String,
}

/// Where a person must look at the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewPoint {
    /// Why.
    pub code: Word<ReviewCode>,
    /// The rule that it is about.
    pub rule: String,
    /// The other rule, where there are two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The amount before it was bounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Amount>,
    /// The amount after that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Amount>,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}
