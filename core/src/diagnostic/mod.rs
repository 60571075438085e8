//! What is wrong with a ruleset text: all of it at once, as data; nothing here prints.

pub use crate::vocabulary::{Code, Severity};

use crate::source::{Source, Span};
use std::fmt;
use std::sync::Arc;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place in the source, with what there is to say about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place, in bytes.
    pub span: Span,
    /// What to say there; may be empty on the primary label.
    pub message: String,
    /// Whether this is *the* place of the diagnostic.
    pub primary: bool,
}

/// One thing that is wrong with a text, where, and how to mend it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The stable code, which `explain` describes.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong: one line, lower case, no final period.
    pub message: String,
    /// Name of the source the labels point into.
    pub source: Arc<str>,
    /// The primary label first, then the others as added.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at `span`; the source name is filled in by [`Sink::push`].
    ///
    /// ```
    /// # use cailiang::{diagnostic::{Code, Diagnostic}, source::Span};
    /// let diagnostic = Diagnostic::error(Code::UnknownName, Span::new(4, 10), "no fact is named `货值`")
    ///     .help("did you mean `货值金额`?");
    /// assert_eq!(diagnostic.to_string(), "error[unknown-name]: no fact is named `货值`");
    /// ```
    #[must_use]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, one_line(message))
    }

    /// A warning at `span`.
    #[must_use]
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, one_line(message))
    }

    fn new(severity: Severity, code: Code, span: Span, message: String) -> Self {
        let labels = vec![Label { span, message: String::new(), primary: true }];
        Self { code, severity, message, source: Arc::from(""), labels, help: None }
    }

    /// Says something at the primary place.
    #[must_use]
    pub fn at(mut self, message: impl Into<String>) -> Self {
        if let Some(label) = self.labels.iter_mut().find(|label| label.primary) {
            label.message = one_line(message);
        }
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: one_line(message), primary: false });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, message: impl Into<String>) -> Self {
        self.help = Some(one_line(message));
        self
    }

    /// The primary place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.labels.iter().find(|label| label.primary).map(|label| label.span).unwrap_or_default()
    }

    /// Whether this is an error, not a warning.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A message is one line, even where it quotes a text that is not.
fn one_line(message: impl Into<String>) -> String {
    let message = message.into();
    if message.chars().any(char::is_control) {
        return message.replace(char::is_control, " ");
    }
    message
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity.as_str(), self.code, self.message)
    }
}

/// Collects the diagnostics of one source.
#[derive(Clone, Debug)]
pub struct Sink {
    source: Arc<str>,
    found: Vec<Diagnostic>,
}

impl Sink {
    /// An empty sink for `source`.
    #[must_use]
    pub fn new(source: &Source) -> Self {
        Self { source: source.shared_name(), found: Vec::new() }
    }

    /// Adds a diagnostic, under this source's name unless it already carries one.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.source.is_empty() {
            diagnostic.source = Arc::clone(&self.source);
        }
        self.found.push(diagnostic);
    }

    /// Adds several.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }

    /// Whether an error was pushed.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(Diagnostic::is_error)
    }

    /// How many errors were pushed.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.found.iter().filter(|one| one.is_error()).count()
    }

    /// Whether nothing was pushed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them in the order of the text, those at one place as pushed, exact repetitions once.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        let mut sorted = self.found;
        sorted.sort_by_key(|diagnostic| diagnostic.span().start);
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(sorted.len());
        for diagnostic in sorted {
            let place = diagnostic.span();
            // Equal ones share a place, so only the tail at this place can hold one.
            let same_place = kept.iter().rev().take_while(|other| other.span().start == place.start);
            if same_place.into_iter().all(|other| *other != diagnostic) {
                kept.push(diagnostic);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sink_sorts_by_place_and_drops_repetitions() {
        let mut sink = Sink::new(&Source::new("a.yaml", "甲: 乙"));
        let late = Diagnostic::warning(Code::BadId, Span::new(5, 8), "late");
        let early = Diagnostic::error(Code::BadDate, Span::new(0, 3), "early").at("here");
        let other = Diagnostic::warning(Code::BadId, Span::new(5, 8), "other");
        assert!(!sink.has_errors());
        sink.extend([late.clone(), early, other, late]);
        assert!(sink.has_errors());
        let found = sink.into_vec();
        let messages: Vec<_> = found.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(messages, ["early", "late", "other"]);
        assert!(found.iter().all(|one| &*one.source == "a.yaml"));
    }

    #[test]
    fn messages_are_one_line_whatever_they_quote() {
        let diagnostic = Diagnostic::error(Code::BadId, Span::default(), "a\nb")
            .at("c\td")
            .label(Span::default(), "e\rf")
            .help("g\u{1b}h");
        assert_eq!(diagnostic.message, "a b");
        assert_eq!((&*diagnostic.labels[0].message, &*diagnostic.labels[1].message), ("c d", "e f"));
        assert_eq!(diagnostic.help.as_deref(), Some("g h"));
    }
}
