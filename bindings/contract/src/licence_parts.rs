//! The parts of a licence: conditions, documents, steps, time limits.

use cailiang::vocabulary::{
    BanEnd, Before, Check, ConditionStatus, DeadlineStatus, DocumentForm, DocumentStatus, Grouping, RenewalStatus,
    Silence, StepKind, StepStatus, TermKind, TruthWord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scalar::{is_true, nullable, yes};
use crate::words::OutcomeUnit;
use crate::{Amount, Day, Word};

/// A row of a licence: an exemption, a bar, a ground.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceRow {
    /// Its id in the ruleset.
    pub id: String,
    /// Whether it holds.
    pub holds: Word<TruthWord>,
    /// The provision.
    pub basis: Option<String>,
    /// What the ruleset says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A condition of a licence, or a group of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceCondition {
    /// Its id in the ruleset.
    pub id: String,
    /// How it stands.
    pub status: Word<ConditionStatus>,
    /// The provision.
    pub basis: Option<String>,
    /// How it is checked.
    pub check: Option<Word<Check>>,
    /// What proves it.
    pub evidence: Option<String>,
    /// Whether it can be put right.
    pub curable: bool,
    /// Of a group: how many must hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Word<Grouping>>,
    /// Of a group: its conditions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Vec<LicenceCondition>>,
}

/// A document of an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceDocument {
    /// Its id in the ruleset.
    pub id: String,
    /// How it stands. `shared`: obtained by sharing data, not to be asked for.
    pub status: Word<DocumentStatus>,
    /// The conditions that it proves.
    #[serde(rename = "for")]
    pub shows: Vec<String>,
    /// Its form.
    pub form: Option<Word<DocumentForm>>,
    /// The provision.
    pub basis: Option<String>,
}

/// A step before a licence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceStep {
    /// Its id in the ruleset.
    pub id: String,
    /// What it is.
    pub kind: Word<StepKind>,
    /// How it stands.
    pub status: Word<StepStatus>,
    /// Before what it must be done.
    pub before: Word<Before>,
    /// The provision.
    pub basis: Option<String>,
}

/// A way to a licence that waives something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceRoute {
    /// Its id in the ruleset.
    pub id: String,
    /// Whether it is taken.
    pub taken: Word<TruthWord>,
    /// What it waives.
    pub waives: Vec<String>,
    /// What the ruleset says of it.
    pub note: Option<String>,
    /// The provision.
    pub basis: Option<String>,
}

/// A time limit of a licence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceDeadline {
    /// What must be done by then.
    pub what: String,
    /// The last day, that day included.
    pub due: Option<Day>,
    /// That day is not counted.
    pub counted_from: Option<Day>,
    /// How long.
    pub counted: Vec<Counting>,
    /// The day of rest that the document moves the last day off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Day>,
    /// The last day is a day of rest, and nothing cited says whether it moves: to this day, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_if_moved: Option<Day>,
    /// The working days of this year are not known: whether the last day is one of rest is not either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_year: Option<i64>,
    /// The last day by the promise of the authority.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub promised_due: Option<Option<Day>>,
    /// How it stands.
    pub status: Word<DeadlineStatus>,
    /// What silence means.
    #[serde(rename = "else", skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<Word<Silence>>,
    /// False when it is not known whether the limit exists.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Counting {
    /// How many.
    pub count: i64,
    /// Of what.
    pub unit: OutcomeUnit,
}

/// What a licence would fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceTerm {
    /// Its id in the ruleset.
    pub id: String,
    /// What it is.
    pub kind: Word<TermKind>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The provision.
    pub basis: Option<String>,
}

/// A time in which no licence is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceBan {
    /// Its id in the ruleset.
    pub id: String,
    /// Whether it holds.
    pub holds: Word<TruthWord>,
    /// Its first day.
    pub from: Option<Day>,
    /// Its last day, or that it never ends.
    pub until: Option<Until>,
    /// The provision.
    pub basis: Option<String>,
}

/// When a ban ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Until {
    /// The last day.
    Day(Day),
    /// Never.
    Never(Word<BanEnd>),
}

/// Whether a renewal is asked for in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LicenceRenewal {
    /// Whether it is. `open`: asked for after a last day that is, or may be, a day of rest.
    pub status: Word<RenewalStatus>,
    /// The first day.
    pub opens: Option<Day>,
    /// The last day.
    pub closes: Option<Day>,
    /// It was asked for in time, and nothing is decided when the licence ends.
    pub undecided_at_expiry: Word<TruthWord>,
    /// The provision.
    pub basis: Option<String>,
    /// While open: `closes` is a day of rest, and nothing cited says whether it moves: to this day, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_if_moved: Option<Day>,
    /// While open: the working days of this year are not known, and whether `closes` is a day of rest is not either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_year: Option<i64>,
    /// The last day by the general rule that yields.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub general_closes: Option<Option<Day>>,
    /// The provision of that rule.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub general_basis: Option<Option<String>>,
}
