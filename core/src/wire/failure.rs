//! What went wrong, as data: three kinds that are never mixed, and a request that is none.

use super::parts::begin;
use super::write::{Object, told};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::EvalError;
use crate::facts::FactError;
use crate::link::LinkError;
use crate::source::{Source, Span};
use crate::vocabulary::{FactCode, LinkCode, Stage};

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
    pub fn stage(&self) -> Stage {
        match self {
            Self::Text(_) | Self::Request(_) => Stage::Request,
            Self::Ruleset(_) => Stage::Ruleset,
            Self::Link(error) => error.code().map_or(Stage::Ruleset, |_| Stage::Link),
            Self::Facts(_) => Stage::Facts,
            Self::Evaluation(_) => Stage::Evaluation,
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
    pub fn to_json(&self, source: &Source) -> String {
        told(|o| {
            begin(o, "error");
            o.text("stage", self.stage().as_str());
            o.text("code", self.code());
            o.text("message", &self.message());
            let mut details = o.array("details");
            match self {
                Self::Text(found) | Self::Ruleset(found) | Self::Link(LinkError::Rulesets(found)) => {
                    for diagnostic in found {
                        write_diagnostic(&mut details.object(), diagnostic, source);
                    }
                }
                Self::Request(found) | Self::Facts(found) => {
                    for error in found {
                        write_fact_error(&mut details.object(), error, source);
                    }
                }
                Self::Link(_) | Self::Evaluation(_) => {}
            }
        })
    }

    /// The stable code of the first thing that is wrong; `explain` describes it.
    pub fn code(&self) -> &'static str {
        let first = |found: &[Diagnostic]| found.first().map_or(Code::SyntaxError, |d| d.code).as_str();
        match self {
            Self::Text(found) | Self::Ruleset(found) | Self::Link(LinkError::Rulesets(found)) => first(found),
            Self::Request(found) | Self::Facts(found) => found.first().map_or(FactCode::WrongType, |e| e.code).as_str(),
            Self::Link(error) => error.code().map_or(Stage::Link.as_str(), LinkCode::as_str),
            Self::Evaluation(error) => error.code().as_str(),
        }
    }
}

fn write_fact_error(o: &mut Object<'_>, error: &FactError, source: &Source) {
    let (line, column) = source.line_column(error.span.start);
    o.text("code", error.code.as_str());
    o.text("path", &error.path);
    o.text("message", &error.message);
    o.text("expected", &error.expected);
    o.text("found", &error.found);
    o.maybe("help", error.help.as_deref());
    o.int("line", line.into());
    o.int("column", column.into());
}

/// The answer about the diagnostics of texts, each with its own; `valid`: every text is a ruleset that can be used.
pub fn diagnostics_json(valid: bool, found: &[(&Diagnostic, &Source)]) -> String {
    told(|o| {
        begin(o, "diagnostics");
        o.flag("valid", valid);
        let mut diagnostics = o.array("diagnostics");
        for (diagnostic, source) in found {
            write_diagnostic(&mut diagnostics.object(), diagnostic, source);
        }
    })
}

/// A diagnostic as data; `source` is its text, for lines and columns.
fn write_diagnostic(o: &mut Object<'_>, diagnostic: &Diagnostic, source: &Source) {
    o.text("code", diagnostic.code.as_str());
    o.text("severity", diagnostic.severity.as_str());
    o.text("message", &diagnostic.message);
    o.text("source", &diagnostic.source);
    let mut labels = o.array("labels");
    for label in &diagnostic.labels {
        let mut o = labels.object();
        o.flag("primary", label.primary);
        o.text("message", &label.message);
        write_span(&mut o.object("at"), source, label.span);
    }
    labels.end();
    o.maybe("help", diagnostic.help.as_deref());
}

fn write_span(o: &mut Object<'_>, source: &Source, span: Span) {
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    o.int("line", line.into());
    o.int("column", column.into());
    o.int("utf16_column", source.utf16_column(span.start).into());
    o.int("end_line", end_line.into());
    o.int("end_column", end_column.into());
    o.int("utf16_end_column", source.utf16_column(span.end).into());
    o.int("start", span.start.into());
    o.int("end", span.end.into());
}

/// A place of a ruleset's text, with the name of the text.
pub(super) fn write_place(o: &mut Object<'_>, source: &Source, span: Span) {
    o.text("source", source.name());
    write_span(o, source, span);
}
