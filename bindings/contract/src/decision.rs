//! A whole case: its acts, each under the law that governs it, then all of them together.

use cailiang::vocabulary::{At, CaseCode, FactType, Fines, SanctionKind, Target, TruthWord, WinnerKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scalar::nullable;
use crate::{
    Act, Amount, CaseReceipt, Citation, ContractVersion, Governing, Kind, NotDue, PenaltyOption, ProcedureLaw,
    ProcedurePoint, ProcedureStep, RequestId, Word,
};

/// What the law says of a whole case. Nothing is decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
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
    /// False while a fact or a day that matters to the penalty or to a step before the decision is missing.
    pub determined: bool,
    /// The acts, in the order of the case.
    #[schemars(length(min = 1))]
    pub acts: Vec<Act>,
    /// One act under several provisions: one for each target with several fines.
    pub concurrence: Vec<Concurrence>,
    /// By party, target and kind; what it contains is everything each act may bring.
    pub totals: Vec<Total>,
    /// Not penalties: they stand where an act is time-barred.
    pub orders: Vec<ActOrder>,
    /// Of each act, what the general part lets the penalty become; nothing is applied.
    pub options: Vec<ActOption>,
    /// The steps that are or may be due, party by party, in the order of a case.
    pub procedure: Vec<ProcedureStep>,
    /// Where a person must look at the procedure.
    pub procedure_points: Vec<ProcedurePoint>,
    /// What chose the documents; null where no ruleset lays down a procedure.
    pub procedure_law: Option<ProcedureLaw>,
    /// Rows that are surely no ground, with the conditions that failed.
    pub not_due: Vec<NotDue>,
    /// What the party may do.
    pub rights: Vec<Right>,
    /// Where a person must look at the case; the points of one act are in its outcome.
    pub review_points: Vec<CasePoint>,
    /// The questions that still matter: days first, what only the procedure reads last.
    pub facts_needed: Vec<CaseQuestion>,
    /// In the order of a decision letter; null where the request said that it is not wanted.
    pub explanation: Option<Vec<ExplanationLine>>,
    /// The versions of rulesets that govern.
    #[schemars(length(min = 1))]
    pub governing: Vec<Governing>,
    /// What is cited, as data: each text once, in order of first appearance. An answer inside another has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citations: Option<Vec<Citation>>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The reasoning of the decision letter (说理), in Chinese, asked for with `letter`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// The receipt asked for with `receipt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<CaseReceipt>,
}

/// Several fines for one act: which provision has the higher one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Concurrence {
    /// The provisions, by the ids of acts.
    #[schemars(length(min = 2))]
    pub acts: Vec<String>,
    /// Whom the fines are for.
    pub target: Word<Target>,
    /// The fines.
    #[schemars(length(min = 2))]
    pub fines: Vec<ConcurrentFine>,
    /// Which is the higher by the maximum of the statute.
    pub by_maximum: Winner,
    /// Which is the higher by what was computed.
    pub by_computed: Winner,
    /// Both comparisons come to one provision.
    pub agrees: bool,
    /// The acts whose fine is imposed.
    pub fine_of: Vec<String>,
    /// Null: no law of the case has a rule.
    pub rule: Option<Word<Fines>>,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// One of several fines for one act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConcurrentFine {
    /// The act.
    pub act: String,
    /// The id of the sanction.
    pub sanction: String,
    /// The range of the statute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statutory: Option<Amount>,
    /// The range of the benchmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// False where it yields to a higher one.
    pub left: bool,
}

/// Which of several fines is the higher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Winner {
    /// One act, none, or not known.
    pub kind: Word<WinnerKind>,
    /// Which act.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub act: Option<Option<String>>,
}

/// What comes together for one party, target and kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Total {
    /// The party, where the case names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Whom it is for.
    pub target: Word<Target>,
    /// The kind of sanction.
    pub kind: Word<SanctionKind>,
    /// What it consists of.
    #[schemars(length(min = 1))]
    pub parts: Vec<TotalPart>,
    /// Null for kinds that are not added up, or while a part is no number.
    pub sum: Option<Amount>,
    /// The cap of the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<Cap>,
}

/// A part of a total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TotalPart {
    /// The act.
    pub act: String,
    /// The id of the sanction.
    pub sanction: String,
    /// It must be imposed under every law and option.
    pub certain: bool,
    /// `false` for a fine that yields to a higher one.
    pub counts: Word<TruthWord>,
    /// Its range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The provision.
    pub basis: Option<String>,
}

/// The cap of a total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cap {
    /// The sum before it.
    pub before: Amount,
    /// The cap.
    pub at: Amount,
    /// Whether it surely applies.
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
}

/// An order of an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActOrder {
    /// The act.
    pub act: String,
    /// Its id in the ruleset.
    pub id: String,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision.
    pub basis: String,
}

/// What a circumstance lets the penalty of an act become.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActOption {
    /// The act.
    pub act: String,
    /// The law of which day.
    pub at: Word<At>,
    /// What it becomes.
    #[serde(flatten)]
    pub option: PenaltyOption,
}

/// What the party may do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Right {
    /// Which right.
    pub id: String,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
}

/// Where a person must look at a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CasePoint {
    /// Why.
    pub code: Word<CaseCode>,
    /// The acts.
    #[schemars(length(min = 1))]
    pub acts: Vec<String>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// What else it names.
    pub names: Vec<String>,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// A question, and the acts it is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseQuestion {
    /// The name of the fact.
    pub name: String,
    /// How it is answered.
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
    /// The acts.
    #[schemars(length(min = 1))]
    pub acts: Vec<String>,
}

/// A line of the reasons of a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExplanationLine {
    /// The part of the letter.
    pub part: String,
    /// What it begins with.
    pub heading: String,
    /// What it says.
    pub text: String,
    /// The provision.
    pub basis: Option<String>,
}
