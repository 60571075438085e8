//! What went wrong, as data: three kinds that are never mixed, and a request that is none.

use super::json::Json;
use crate::diagnostic::Diagnostic;
use crate::expr::EvalError;
use crate::facts::FactError;
use crate::link::LinkError;
use crate::source::{Source, Span};

/// Why there is no outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The text of the request cannot be read.
    Text(Vec<Diagnostic>),
    /// The request is not one.
    Request(Vec<FactError>),
    /// A ruleset text is wrong.
    Ruleset(Vec<Diagnostic>),
    /// The rulesets cannot be linked on that day.
    Link(LinkError),
    /// The facts are wrong.
    Facts(Vec<FactError>),
    /// The evaluation cannot finish.
    Evaluation(EvalError),
}

impl Failure {
    /// At which stage.
    pub fn stage(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::Request(_) => "request",
            Self::Ruleset(_) => "ruleset",
            Self::Link(LinkError::Rulesets(_)) => "ruleset",
            Self::Link(_) => "link",
            Self::Facts(_) => "facts",
            Self::Evaluation(_) => "evaluation",
        }
    }

    /// One line that says it.
    pub fn message(&self) -> String {
        let more = |n: usize| if n > 1 { format!(" (and {} more)", n.saturating_sub(1)) } else { String::new() };
        match self {
            Self::Text(found) | Self::Ruleset(found) => {
                found.first().map(|d| format!("{}{}", d.message, more(found.len()))).unwrap_or_default()
            }
            Self::Request(found) | Self::Facts(found) => {
                found.first().map(|e| format!("{e}{}", more(found.len()))).unwrap_or_default()
            }
            Self::Link(error) => error.to_string(),
            Self::Evaluation(error) => error.to_string(),
        }
    }

    /// As an answer of the contract. Lines and columns are those of the text of the request or ruleset.
    pub fn to_json(&self, source: &Source) -> Json {
        let details: Vec<Json> = match self {
            Self::Text(found) | Self::Ruleset(found) | Self::Link(LinkError::Rulesets(found)) => {
                found.iter().map(|d| diagnostic_json(d, source)).collect()
            }
            Self::Request(found) | Self::Facts(found) => found.iter().map(|e| fact_error(e, source)).collect(),
            Self::Link(_) | Self::Evaluation(_) => Vec::new(),
        };
        Json::object([
            ("contract", Json::from(super::CONTRACT)),
            ("kind", "error".into()),
            ("stage", self.stage().into()),
            ("code", self.code().into()),
            ("message", self.message().into()),
            ("details", details.into()),
        ])
    }

    /// The stable code of the first thing that is wrong; `explain` describes it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Text(found) | Self::Ruleset(found) => found.first().map_or("syntax-error", |d| d.code.as_str()),
            Self::Request(found) | Self::Facts(found) => found.first().map_or("wrong-type", |e| e.code.as_str()),
            Self::Link(error) => match error {
                LinkError::NoRuleset { .. } => "no-ruleset",
                LinkError::NotInForce { .. } => "not-in-force",
                LinkError::NoOffence { .. } => "no-offence",
                LinkError::OffenceNotInForce { .. } => "offence-not-in-force",
                LinkError::NoLicence { .. } => "no-licence",
                LinkError::Rulesets(found) => found.first().map_or("ruleset", |d| d.code.as_str()),
            },
            Self::Evaluation(error) => match error {
                EvalError::Overflow => "overflow",
                EvalError::DivisionByZero => "division-by-zero",
                EvalError::DateOutOfRange => "date-out-of-range",
                EvalError::NoRow { .. } => "no-row",
                EvalError::NoCalendarYear { .. } => "no-calendar-year",
            },
        }
    }
}

fn fact_error(error: &FactError, source: &Source) -> Json {
    let (line, column) = source.line_column(error.span.start);
    Json::object([
        ("code", Json::from(error.code.as_str())),
        ("path", error.path.clone().into()),
        ("message", error.message.clone().into()),
        ("expected", error.expected.clone().into()),
        ("found", error.found.clone().into()),
        ("help", error.help.clone().into()),
        ("line", line.into()),
        ("column", column.into()),
    ])
}

/// A diagnostic as data; `source` is its text, for lines and columns.
pub fn diagnostic_json(diagnostic: &Diagnostic, source: &Source) -> Json {
    let place = |span| Json::object(place(source, span));
    let labels: Vec<Json> = diagnostic
        .labels
        .iter()
        .map(|l| {
            Json::object([
                ("primary", Json::from(l.primary)),
                ("message", l.message.clone().into()),
                ("at", place(l.span)),
            ])
        })
        .collect();
    Json::object([
        ("code", Json::from(diagnostic.code.as_str())),
        ("severity", diagnostic.severity.as_str().into()),
        ("message", diagnostic.message.clone().into()),
        ("source", diagnostic.source.to_string().into()),
        ("labels", labels.into()),
        ("help", diagnostic.help.clone().into()),
    ])
}

fn place(source: &Source, span: Span) -> Vec<(&'static str, Json)> {
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    vec![
        ("line", Json::from(line)),
        ("column", column.into()),
        ("utf16_column", source.utf16_column(span.start).into()),
        ("end_line", end_line.into()),
        ("end_column", end_column.into()),
        ("utf16_end_column", source.utf16_column(span.end).into()),
        ("start", span.start.into()),
        ("end", span.end.into()),
    ]
}

/// A place of a ruleset's text, with the name of the text.
pub(super) fn place_json(source: &Source, span: Span) -> Json {
    let mut members = vec![("source", Json::from(source.name().to_owned()))];
    members.extend(place(source, span));
    Json::object(members)
}
