//! An act of a case: its days, the law that governs it, its limitation, its outcome.

use cailiang::vocabulary::{Apply, At, LawComparison, LawResult, LimitationStatus, TruthWord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::OutcomeUnit;
use crate::{Day, Decimal, Penalty, Word};

/// An act of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Act {
    /// Its id in the request.
    pub id: String,
    /// The party, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Of a person responsible: the act of the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible_for: Option<String>,
    /// Its days.
    pub dates: ActDates,
    /// Which law governs it.
    pub law: ActLaw,
    /// The versions that govern or may govern; that of the day of the act first.
    #[schemars(length(min = 1))]
    pub versions: Vec<ActVersion>,
    /// Whether it is too late to punish it.
    pub limitation: Limitation,
    /// Its outcome; null while several versions may govern.
    pub outcome: Option<Penalty>,
}

/// The days of an act; null while one is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActDates {
    /// The day of the act (违法行为日).
    pub act: Option<CaseDay>,
    /// The day it ended (行为终了日).
    pub end: Option<CaseDay>,
    /// The day it was discovered (发现日).
    pub discovered: Option<CaseDay>,
    /// The day the case was filed (立案日).
    pub filed: Option<CaseDay>,
    /// The day of the decision (决定日).
    pub decided: Option<CaseDay>,
    /// It continues (连续或者继续状态).
    pub continuing: bool,
}

/// A day of a case, or `"无法查明"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum CaseDay {
    /// It was asked for and cannot be proved.
    #[serde(rename = "无法查明")]
    Unascertainable,
    /// The day.
    #[serde(untagged)]
    On(Day),
}

/// Which law governs an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActLaw {
    /// That of the act, that of the decision, or still open.
    pub result: Word<LawResult>,
    /// Which is the lighter for these facts, as whole sets of options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Word<LawComparison>>,
    /// The transition clause that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<Transition>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// A transition clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Transition {
    /// Which text it applies.
    pub apply: Word<Apply>,
    /// The id of its ruleset.
    pub ruleset: Option<String>,
    /// Its row.
    pub row: Option<String>,
    /// The provision.
    pub basis: Option<String>,
}

/// A version of the law of an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActVersion {
    /// The law of which day.
    pub at: Word<At>,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The first day in force.
    pub from: Day,
    /// The id of the offence.
    pub offence: String,
    /// Its name.
    pub name: String,
    /// The provision.
    pub basis: String,
    /// Whether it governs or may govern.
    pub applies: bool,
    /// What it brings; absent where it is the outcome of the act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Penalty>,
}

/// Whether it is too late to punish an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Limitation {
    /// Whether it is.
    pub status: Word<LimitationStatus>,
    /// When the act was over.
    pub over: Between,
    /// When it was discovered.
    pub discovered: Between,
    /// The periods of limitation.
    pub periods: Vec<LimitationPeriod>,
    /// The days that are missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed: Option<Vec<String>>,
    /// What it says, in the language asked for.
    pub message: String,
}

/// The first and the last day that something can be; null: no end is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Between {
    /// The first.
    pub first: Option<Day>,
    /// The last.
    pub last: Option<Day>,
}

/// A period of limitation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitationPeriod {
    /// The law of which day.
    pub at: Word<At>,
    /// The id of the ruleset.
    pub ruleset: Option<String>,
    /// Its row.
    pub row: Option<String>,
    /// Whether it applies: `true` or `unknown`.
    pub holds: Word<TruthWord>,
    /// How long; null while it is not known.
    pub length: Option<Decimal>,
    /// In what.
    pub unit: OutcomeUnit,
    /// The last day on which discovery is in time, from the first day the act may have been over.
    pub through: Option<Day>,
    /// Whether it was over before the discovery.
    pub barred: Word<TruthWord>,
    /// The provision.
    pub basis: Option<String>,
    /// What is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
    /// How an unclear text was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}
