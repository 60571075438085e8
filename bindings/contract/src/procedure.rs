//! The steps of the procedure that are or may be due.

use cailiang::vocabulary::{
    ChosenBy, Counted, DeadlineStatus, Duty, Force, Prevails, ProcedureCode, Target, TruthWord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scalar::{is_true, nullable, yes};
use crate::words::LengthUnit;
use crate::{Amount, Citation, Condition, ContractVersion, Day, Decimal, Governing, Kind, Question, RequestId, Word};

/// The steps that are or may be due, in the order of a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProcedureAnswer {
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
    /// False while a fact matters to a step before the decision.
    pub determined: bool,
    /// What the day comes from.
    pub chosen_by: Word<ChosenBy>,
    /// The day the procedures were chosen by.
    pub day: Day,
    /// The steps.
    pub procedure: Vec<ProcedureStep>,
    /// Where a person must look.
    pub review_points: Vec<ProcedurePoint>,
    /// The questions that still matter to a step before the decision.
    pub facts_needed: Vec<Question>,
    /// Rows that are surely no ground, with the conditions that failed.
    pub not_due: Vec<NotDue>,
    /// The versions of rulesets that govern.
    pub governing: Vec<Governing>,
    /// Versions that begin later and may govern the decision, while its day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later_versions: Option<Vec<VersionFrom>>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What chose the documents that lay down the procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProcedureLaw {
    /// False while a fact matters to a step before the decision.
    pub determined: bool,
    /// What the day comes from.
    pub chosen_by: Word<ChosenBy>,
    /// The day the procedures were chosen by.
    pub day: Day,
    /// Versions that begin later and may govern the decision, while its day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later_versions: Option<Vec<VersionFrom>>,
}

/// A version of a document, by its first day in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VersionFrom {
    /// The id of the document.
    pub id: String,
    /// The first day in force.
    pub from: Day,
}

/// A step of the procedure that is or may be due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProcedureStep {
    /// The step, and after a slash the target where it has one, and the party where there are several.
    pub id: String,
    /// The party, where the case names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Which step.
    pub duty: Word<Duty>,
    /// Whom it is about; null: the whole case.
    pub target: Option<Word<Target>>,
    /// Whether it must or may be taken.
    pub mode: Word<Force>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provisions.
    #[schemars(length(min = 1))]
    pub basis: Vec<String>,
    /// Why it is due.
    #[schemars(length(min = 1))]
    pub grounds: Vec<DutyGround>,
}

/// Why a step is due: a row of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DutyGround {
    /// The row of the ruleset.
    pub id: String,
    /// The id of the ruleset.
    pub ruleset: String,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// Whether the step must or may be taken.
    pub mode: Word<Force>,
    /// The provision.
    pub basis: String,
    /// The conditions that were looked at.
    pub conditions: Vec<Condition>,
    /// The standard that it depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<Standard>,
    /// The time for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The money that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<Sum>,
}

/// A standard that the law leaves open: 较大数额罚款.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Standard {
    /// Its name.
    pub name: String,
    /// Whether it is met.
    pub met: Word<TruthWord>,
    /// Whose figure counts. `renvoi`: they yield to each other, the lower figure counts; `open`: it depends on body or
    /// place.
    pub prevails: Word<Prevails>,
    /// What each document says.
    pub figures: Vec<StandardFigure>,
}

/// What one document says of a standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StandardFigure {
    /// The id of the ruleset.
    pub id: String,
    /// The title of the document.
    pub title: String,
    /// The provisions.
    pub basis: Vec<String>,
    /// Whether it is met.
    pub met: Word<TruthWord>,
    /// Whether this document is the one that counts.
    pub counts: Word<TruthWord>,
    /// The conditions that were looked at.
    pub conditions: Vec<Condition>,
}

/// A time limit of the procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// How long; null while it is not known.
    pub length: Option<Decimal>,
    /// In what.
    pub unit: LengthUnit,
    /// From the event on, or back from it; the day of the event is out.
    pub counted: Word<Counted>,
    /// The event it is counted from.
    pub event: Option<String>,
    /// The day of that event.
    pub day: Option<Day>,
    /// The last day; null while something is not known.
    pub due: Option<Day>,
    /// The day of what the time is for, where the document names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
    /// How much longer, where it was or may have been granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<AddedTime>,
    /// Time that is not counted, where there is or may be any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excluded: Option<AddedTime>,
    /// While a length is open: it ends on no earlier day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_earliest: Option<Day>,
    /// While a length is open: it ends on no later day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_latest: Option<Day>,
    /// The calendar of working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<VersionFrom>,
    /// The day of rest that the document moves the last day off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Day>,
    /// The last day is a day of rest, and nothing cited says whether it moves: to this day, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_if_moved: Option<Day>,
    /// A year whose working days are not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_year: Option<i64>,
}

/// What a time limit is for, and whether it was done in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// What.
    pub event: String,
    /// The day; null while it is missing.
    pub day: Option<Day>,
    /// Whether it was in time.
    pub status: Word<DeadlineStatus>,
}

/// Time that is added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddedTime {
    /// How long; null while it is not known.
    pub length: Option<Decimal>,
    /// In what.
    pub unit: LengthUnit,
    /// False when it is not known whether it was granted.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub certain: bool,
}

/// Money that a step is about: 加处罚款, 按日连续处罚.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sum {
    /// For one day.
    pub one: Amount,
    /// How many days; null while it is not known.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub count: Option<Option<Decimal>>,
    /// Before the declared cap, where that changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Amount>,
    /// The sum.
    pub amount: Amount,
}

/// A row that is surely no ground.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotDue {
    /// The party, where the case names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The row of the ruleset.
    pub id: String,
    /// Which step.
    pub duty: Word<Duty>,
    /// Whom it is about; null: the whole case.
    pub target: Option<Word<Target>>,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The provision.
    pub basis: String,
    /// The conditions that were looked at.
    pub conditions: Vec<Condition>,
}

/// Where a person must look at the procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProcedurePoint {
    /// The party, where the case names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Why.
    pub code: Word<ProcedureCode>,
    /// The step it is about.
    pub duty: Option<Word<Duty>>,
    /// Whom it is about.
    #[serde(rename = "for")]
    pub target: Option<Word<Target>>,
    /// The standard, the body, or what was done too late.
    pub about: Option<String>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The ids of the documents.
    pub documents: Vec<String>,
    /// What it says, in the language asked for.
    pub message: String,
}
