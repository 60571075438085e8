//! What is wrong: with a request, a ruleset text, the facts, or an evaluation. They are never mixed.

use cailiang::vocabulary::{Severity, Stage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ContractVersion, Kind, RequestId, Word};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Failure {
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
    /// What is wrong.
    pub stage: Word<Stage>,
    /// The stable code of the first thing that is wrong; `cailiang explain` has its page.
    pub code: String,
    /// What it says, in the language asked for.
    pub message: String,
    /// Everything that is wrong.
    pub details: Vec<Detail>,
}

/// What is wrong with ruleset texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostics {
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
    /// Every text is a ruleset that can be used.
    pub valid: bool,
    /// Everything that was found.
    pub diagnostics: Vec<Detail>,
}

/// Something that is wrong: with a text, with a fact, or with a key of the request. It has one shape everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Detail {
    /// The stable code; `cailiang explain` has its page.
    pub code: String,
    /// Whether what it speaks of can still be used.
    pub severity: Word<Severity>,
    /// What is wrong.
    pub message: String,
    /// The name of the ruleset's text; null where it speaks of the request.
    pub source: Option<String>,
    /// Where in the request, as a JSON pointer; null where it speaks of a ruleset's text.
    pub path: Option<String>,
    /// What should stand there; null where only the message says it.
    pub expected: Option<String>,
    /// What does.
    pub found: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// The line of the text it speaks of, from 1.
    #[schemars(range(min = 1))]
    pub line: Option<u64>,
    /// The column, from 1.
    #[schemars(range(min = 1))]
    pub column: Option<u64>,
    /// The places that it is about, with what is there; empty where it speaks of the request.
    pub labels: Vec<Label>,
}

/// A place that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Label {
    /// Whether it is the place itself, or one that belongs to it.
    pub primary: bool,
    /// What is there.
    pub message: String,
    /// The place.
    pub at: Place,
}

/// A place of a text. Lines and columns count from 1, in characters; offsets from 0, in bytes of UTF-8.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
    /// The column in UTF-16, as JavaScript wants it.
    pub utf16_column: u64,
    /// The line of its end.
    pub end_line: u64,
    /// The column of its end.
    pub end_column: u64,
    /// That in UTF-16.
    pub utf16_end_column: u64,
    /// Where it begins.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
}

/// A place of a ruleset's text, with the name of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourcePlace {
    /// The name of the text.
    pub source: String,
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
    /// The column in UTF-16, as JavaScript wants it.
    pub utf16_column: u64,
    /// The line of its end.
    pub end_line: u64,
    /// The column of its end.
    pub end_column: u64,
    /// That in UTF-16.
    pub utf16_end_column: u64,
    /// Where it begins.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
}
