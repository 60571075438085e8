//! What went wrong, as JSON: the answer `error`, and the diagnostics of ruleset texts.

use super::parts::begin;
use super::place::write_span;
use super::write::{Object, told};
use crate::diagnostic::Diagnostic;
use crate::facts::FactError;
use crate::failure::Failure;
use crate::link::LinkError;
use crate::source::Source;
use crate::vocabulary::AnswerKind;
use crate::vocabulary::Severity;

impl Failure {
    /// As an answer of the contract. Lines and columns are those of the text of the request or ruleset.
    pub fn to_json(&self, source: &Source) -> String {
        told(|o| {
            begin(o, AnswerKind::Error);
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
}

/// A mistake in a request or its facts, in the one shape that all details have.
fn write_fact_error(o: &mut Object<'_>, error: &FactError, source: &Source) {
    let (line, column) = source.line_column(error.span.start);
    o.text("code", error.code.as_str());
    o.text("severity", Severity::Error.as_str());
    o.text("message", &error.message);
    o.null("source");
    o.text("path", &error.path);
    o.text("expected", &error.expected);
    o.text("found", &error.found);
    o.maybe("help", error.help.as_deref());
    o.int("line", line.into());
    o.int("column", column.into());
    o.array("labels").end();
}

/// The answer about the diagnostics of texts, each with its own; `valid`: every text is a ruleset that can be used.
pub fn diagnostics_json(valid: bool, found: &[(&Diagnostic, &Source)]) -> String {
    told(|o| {
        begin(o, AnswerKind::Diagnostics);
        o.flag("valid", valid);
        let mut diagnostics = o.array("diagnostics");
        for (diagnostic, source) in found {
            write_diagnostic(&mut diagnostics.object(), diagnostic, source);
        }
    })
}

/// A diagnostic as data, in the same shape; `source` is its text, for lines and columns.
fn write_diagnostic(o: &mut Object<'_>, diagnostic: &Diagnostic, source: &Source) {
    o.text("code", diagnostic.code.as_str());
    o.text("severity", diagnostic.severity.as_str());
    o.text("message", &diagnostic.message);
    o.text("source", &diagnostic.source);
    for key in ["path", "expected", "found"] {
        o.null(key);
    }
    o.maybe("help", diagnostic.help.as_deref());
    match diagnostic.labels.iter().find(|label| label.primary) {
        Some(label) => {
            let (line, column) = source.line_column(label.span.start);
            o.int("line", line.into());
            o.int("column", column.into());
        }
        None => {
            o.null("line");
            o.null("column");
        }
    }
    let mut labels = o.array("labels");
    for label in &diagnostic.labels {
        let mut o = labels.object();
        o.flag("primary", label.primary);
        o.text("message", &label.message);
        write_span(&mut o.object("at"), source, label.span);
    }
}
