//! Requests. A case file is a request with `expect`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use cailiang::vocabulary::{Action, Approver, Form, Lang, Markup, OrganLevel, SanctionKind};

use crate::scalar::nullable;
use crate::words::PlannedVerdict;
use crate::{ContractVersion, Day, Word};

/// Facts by name. Left out or null: missing; `"无法查明"`: asked and cannot be proved. Money and numbers are numbers, or
/// text with the declared unit (`"6万元"`); days are text.
pub type Facts = Map<String, Value>;

/// What the engine is asked. Every member may be left out; which ones are needed depends on what is asked for.
///
/// ```
/// use cailiang_contract::Request;
///
/// let request: Request = serde_json::from_str(r#"{"ruleset": "cn.a", "offence": "b", "facts": {"次数": 2}}"#).unwrap();
/// assert_eq!(request.facts["次数"], 2);
/// assert!(serde_json::from_str::<Request>(r#"{"rulset": "cn.a"}"#).is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("if" = unless(&["check", "describe", "version"]), "then" = named()))]
pub struct Request {
    /// The version of the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractVersion>,
    /// What is asked for; left out: `evaluate`.
    #[serde(rename = "do", skip_serializing_if = "Option::is_none")]
    pub action: Option<Word<Action>>,
    /// The id of the ruleset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruleset: Option<String>,
    /// The id of the offence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offence: Option<String>,
    /// The id of a licence, in place of an offence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The day as of which the question is asked: what time has run out, which calendars of working days are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// The day the versions are chosen by, while the day of the act is not among the facts; of a licence, else `as_of`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// The facts.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[schemars(with = "FactsOf")]
    pub facts: Facts,
    /// Of a licence whose number is limited: several applicants, each with facts of its own; what is the same for all
    /// stands under `facts`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub applicants: Vec<ApplicantOfCase>,
    /// Of `decide`: the acts of the case; without it the request is one act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub acts: Vec<ActOfCase>,
    /// Of `decide`: groups of ids of acts that are one act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(length(min = 2)))]
    pub same_act: Vec<Vec<String>>,
    /// Of `decide`: ids of general laws that hold beside those the rulesets use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub general: Vec<String>,
    /// Of `decide` with one act: it continues (连续或者继续状态).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuing: Option<bool>,
    /// Of `decide` and `review` with one act: persons responsible beside the party.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub responsible: Vec<PersonOfAct>,
    /// Of `decide` with one act: the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Of `decide`: also the reasoning of the decision letter (说理), in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<bool>,
    /// Of `procedure`: what is intended for each target; left out: what the outcome of the offence leaves possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<PlannedOf>,
    /// Ruleset texts that come with the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rulesets: Vec<RulesetText>,
    /// Of `review`: what is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<ProposedOf>,
    /// Of `review`: what the notice before the decision said (行政处罚告知书); a decision that is heavier is to
    /// be explained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified: Option<ProposedOf>,
    /// Of `decide` and `review`: the organ that decides; what it has no power to impose is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ: Option<OrganOf>,
    /// Of `review`: the departure from the benchmark, of one act or of each by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departure: Option<DepartureOf>,
    /// Whether a receipt is asked for; of `replay` the stored one, or an answer that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptAsked>,
    /// False: the answer has null in the place of the explanation, which is most of its bytes; ask again when someone
    /// opens it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<bool>,
    /// Also the explanation in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Word<Form>>,
    /// How those words are marked up; left out: `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markup: Option<Word<Markup>>,
    /// The language of messages and words; left out: `zh`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Word<Lang>>,
    /// What the host calls the request; it comes back in the answer and means nothing to the engine.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub id: Option<Option<RequestId>>,
    /// The name of the case; it comes back in the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The calculation by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<String>,
    /// A note of whoever wrote the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Of a case file: what the outcome must have; what is not stated is not checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Value")]
    pub expect: Option<Value>,
    /// Of a case file: several cases that share the keys above them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Map<String, Value>>,
}

/// What a host calls a request: a text, or an integer that every reader of JSON keeps exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RequestId {
    /// A text.
    Text(String),
    /// An integer.
    Number(#[schemars(range(min = -9_007_199_254_740_991_i64, max = 9_007_199_254_740_991_i64))] i64),
}

/// That the request asks for something else than one of these.
fn unless(actions: &[&str]) -> Value {
    json!({"not": {"properties": {"do": {"enum": actions}}, "required": ["do"]}})
}

/// That the request names what it is about.
fn named() -> Value {
    let with = |key: &str, action: &str| json!({"required": [key], "properties": {"do": {"const": action}}});
    let one = |key: &str| json!({"required": [key]});
    let [replay, procedure] = [with("receipt", "replay"), with("planned", "procedure")];
    json!({"anyOf": [one("ruleset"), one("cases"), one("acts"), replay, procedure]})
}

/// Facts by name.
#[derive(JsonSchema)]
#[schemars(rename = "Facts", transparent)]
#[expect(dead_code, reason = "only its schema is used")]
struct FactsOf(std::collections::BTreeMap<String, Fact>);

/// A fact: null or left out: missing; `"无法查明"`: asked and cannot be proved; a day is text, `"2024-03-01"`.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum Fact {
    Text(String),
    Number(Number),
    Truth(bool),
    Missing(()),
    List(Vec<Fact>),
    Record(std::collections::BTreeMap<String, Fact>),
}

/// An act of a case: its own facts come before the common ones, and what it leaves out is that of the request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActOfCase {
    /// Its id, by which answers name it.
    pub id: String,
    /// The party, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The id of its ruleset; left out: that of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruleset: Option<String>,
    /// The id of its offence; left out: that of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offence: Option<String>,
    /// The act continues (连续或者继续状态), its end known or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuing: Option<bool>,
    /// Persons responsible beside the party, each with facts of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub responsible: Vec<PersonOfAct>,
    /// Its own facts.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<FactsOf>", extend("x-nullable" = true))]
    pub facts: Option<Option<Facts>>,
    /// A note of whoever wrote the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A person responsible for an act beside its party: an entry of its own in the answer, `act·person`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonOfAct {
    /// Its id, by which answers name it.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Its own facts; they come before those of the act.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<FactsOf>", extend("x-nullable" = true))]
    pub facts: Option<Option<Facts>>,
    /// A note of whoever wrote the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One of several applicants: its own facts come before the common ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicantOfCase {
    /// Its id, by which answers name it.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Its own facts.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<FactsOf>", extend("x-nullable" = true))]
    pub facts: Option<Option<Facts>>,
    /// A note of whoever wrote the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A departure from the benchmark: on one act, or on each by its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum DepartureOf {
    /// On one act.
    One(Departure),
    /// On each act, by its id.
    Acts(std::collections::BTreeMap<String, Departure>),
}

/// A departure from the benchmark.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who approved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Word<Approver>>,
    /// When it was approved, or deliberated on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

/// The organ that decides.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganOf {
    /// Its level; left out: not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Word<OrganLevel>>,
    /// Its enforcement body, as the fact 执法系统 has it; left out: what that fact says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
}

/// A ruleset text that comes with a request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesetText {
    /// Its name, by which diagnostics name it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Whether a receipt is asked for, or the one to hold the case against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ReceiptAsked {
    /// Whether one is asked for.
    Wanted(bool),
    /// Of `replay`: a receipt, or an answer that has one.
    Stored(Map<String, Value>),
}

/// What is planned for each target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedOf {
    /// For the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Planned>,
    /// For the individual.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub individual: Option<Planned>,
    /// For the persons responsible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Planned>,
}

/// What is planned for one target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// The kinds of sanctions; a fine or confiscation without its amount has any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Word<SanctionKind>>,
    /// The fine, in 元.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fine: Option<PlannedSum>,
    /// What is confiscated, in 元.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confiscated: Option<PlannedSum>,
    /// 减轻: below the statutory minimum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mitigated: Option<bool>,
    /// It leaves the benchmark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departs: Option<bool>,
    /// Whether there is a penalty; left out: there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<PlannedVerdict>,
}

/// An amount in 元, or its ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum PlannedSum {
    /// As a number.
    Number(Number),
    /// As text.
    Text(String),
    /// From one to another.
    Between(PlannedRange),
}

/// The ends of an amount in 元.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedRange {
    /// No less than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<NumberOrText>,
    /// No more than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<NumberOrText>,
}

/// A number, as one or as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum NumberOrText {
    /// As a number.
    Number(Number),
    /// As text.
    Text(String),
}

/// What is decided: on one act, or on each act of a case by its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ProposedOf {
    /// On one act.
    One(Proposed),
    /// On each act, by its id.
    Acts(std::collections::BTreeMap<String, Proposed>),
}

/// What is imposed on each target; or the verdict alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// On the party.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub unit: Option<Option<Imposed>>,
    /// On the individual.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub individual: Option<Option<Imposed>>,
    /// On the persons responsible.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-nullable" = true))]
    pub responsible: Option<Option<Imposed>>,
    /// Whether there is a penalty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<PlannedVerdict>,
}

/// What is imposed on one target, by the id of the sanction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Imposed(pub std::collections::BTreeMap<String, Option<ImposedAmount>>);

/// An amount as a number, or as text with its unit (`"6万元"`, `"15日"`); true: imposed without a number; false or null:
/// not imposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ImposedAmount {
    /// Imposed without a number, or not imposed.
    Flag(bool),
    /// As a number.
    Number(Number),
    /// As text.
    Text(String),
    /// Of `responsible`, where the case names the persons: what is imposed on this one, or its `verdict`.
    Person(Imposed),
}
