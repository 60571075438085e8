//! What is wrong with the facts of a case.

use std::fmt;

use crate::source::Span;
use crate::vocabulary::FactCode;

/// One mistake in the facts, with the place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactError {
    /// The kind.
    pub code: FactCode,
    /// The place as a JSON pointer: `/facts/货值金额`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: Option<String>,
    /// Where it stands in the text of the case.
    pub span: Span,
}

impl FactError {
    /// What was expected at a place, as a JSON pointer; that is the message too.
    pub(crate) fn new(code: FactCode, path: &str, expected: &str, span: Span) -> Self {
        Self {
            code,
            path: path.to_owned(),
            message: format!("expected {expected}"),
            expected: expected.to_owned(),
            found: String::new(),
            help: None,
            span,
        }
    }

    /// What was found instead: the message says both.
    #[must_use]
    pub(crate) fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self.message = format!("expected {}, found {}", self.expected, self.found);
        self
    }

    /// The same of a part that stands at a path of its own.
    #[must_use]
    pub(crate) fn below(mut self, path: &str) -> Self {
        self.path.insert_str(0, path);
        self
    }

    /// What is wrong, in words of its own.
    #[must_use]
    pub(crate) fn says(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// What to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for FactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A request that is none as a whole has no place in it.
        if self.path.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for FactError {}
