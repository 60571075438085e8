//! Reads the spanned tree against the declared keys: what is unknown, missing or of another shape is reported.

use std::sync::Arc;

use super::keys::Object;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::expr::Place;
use crate::gather::Gather as _;
use crate::ruleset::Marks;
use crate::source::{Source, Span};
use crate::syntax::{Entry, Node, NodeKind, Style, check_name, one_of};
use crate::value::Date;

/// Reads one source; problems go to the sink.
pub(super) struct Reader<'s> {
    pub(super) source: &'s Source,
    pub(super) sink: Sink,
}

/// A mapping that was read against its declaration.
#[derive(Clone, Copy)]
pub(super) struct Fields<'n> {
    pub(super) node: &'n Node,
    pub(super) object: &'static Object,
}

impl<'n> Fields<'n> {
    /// The value of a key; an explicit nothing counts as absent (and was reported by the syntax layer in rows).
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.node.get(key).filter(|n| !matches!(n.kind, NodeKind::Null))
    }

    /// The entries whose keys are not declared.
    pub(super) fn rest(&self) -> impl Iterator<Item = &'n Entry> + use<'n> {
        let keys = self.object.keys;
        self.node.entries().iter().filter(move |e| !keys.iter().any(|k| k.name == e.key.text))
    }
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self { source, sink: Sink::new(source) }
    }

    pub(super) fn error(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let help = help.into();
        let diagnostic = Diagnostic::error(code, span, message);
        self.sink.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
    }

    pub(super) fn warn(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.sink.push(Diagnostic::warning(code, span, message).help(help));
    }

    /// A mapping with declared keys.
    pub(super) fn object<'n>(&mut self, node: &'n Node, object: &'static Object) -> Option<Fields<'n>> {
        let NodeKind::Mapping(entries) = &node.kind else {
            let keys = object.keys.iter().map(|key| key.name).gather::<Vec<_>>().join(", ");
            self.shape_help(node, "a mapping", &format!("it has the keys {keys}"));
            return None;
        };
        for entry in entries {
            if object.rest.is_none() && !object.keys.iter().any(|k| k.name == entry.key.text) {
                self.unknown_key(entry, object);
            }
        }
        let mut complete = true;
        for key in object.keys {
            let (place, message) = match node.get(key.name) {
                None if key.required => (head_of(node), format!("{} needs `{}`", object.name, key.name)),
                Some(value) if value.is_null() && key.required => {
                    (value.span, format!("{} needs `{}`, which has no value", object.name, key.name))
                }
                Some(value) if value.is_null() => (value.span, format!("`{}` has no value", key.name)),
                _ => continue,
            };
            self.error(Code::MissingKey, place, message, format!("write {}", key.doc));
            complete &= !key.required;
        }
        complete.then_some(Fields { node, object })
    }

    fn unknown_key(&mut self, entry: &Entry, object: &Object) {
        let (key, span) = (&entry.key.text, entry.key.span);
        let help = one_of(key, object.keys.iter().map(|k| k.name), "there are", "");
        self.error(Code::UnknownKey, span, format!("{} has no key `{key}`", object.name), help);
    }

    /// Reports that another shape was expected.
    pub(super) fn shape(&mut self, node: &Node, expected: &str) {
        self.shape_help(node, expected, "");
    }

    fn shape_help(&mut self, node: &Node, expected: &str, help: &str) {
        let message = format!("expected {expected}, found {}", node.describe());
        self.error(Code::WrongShape, head_of(node), message, help);
    }

    /// A name as it should be written: what is wrong with its characters is said here, and only here.
    pub(super) fn name(&mut self, text: &str, span: Span) -> Arc<str> {
        match check_name(text) {
            Ok(()) => text.into(),
            Err(problem) => {
                self.error(problem.code(), span, problem.message(text), problem.help());
                problem.suggestion.into()
            }
        }
    }

    /// The name under a key.
    pub(super) fn name_of(&mut self, fields: Fields<'_>, key: &str) -> Option<Arc<str>> {
        let node = fields.get(key)?;
        let text = self.text(node)?;
        Some(self.name(text, node.span))
    }

    /// The text of a scalar.
    pub(super) fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => {
                self.shape(node, "text");
                None
            }
        }
    }

    /// The text of an optional key.
    pub(super) fn text_of(&mut self, fields: Fields<'_>, key: &str) -> Option<Arc<str>> {
        let node = fields.get(key)?;
        self.text(node).map(Arc::from)
    }

    /// A list.
    pub(super) fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            NodeKind::Sequence(items) => items,
            _ => {
                self.shape(node, "a list");
                &[]
            }
        }
    }

    /// The items of an optional list.
    pub(super) fn list_of<'n>(&mut self, fields: Fields<'n>, key: &str) -> &'n [Node] {
        match fields.get(key) {
            Some(node) => self.list(node),
            None => &[],
        }
    }

    /// The entries of an optional mapping with free names.
    pub(super) fn names_of<'n>(&mut self, fields: Fields<'n>, key: &str) -> &'n [Entry] {
        match fields.get(key) {
            Some(Node { kind: NodeKind::Mapping(entries), .. }) => entries,
            Some(node) => {
                self.shape(node, "a mapping of names");
                &[]
            }
            None => &[],
        }
    }

    /// One of the words that this key takes, which may be some of those that `parse` knows.
    pub(super) fn word<T>(
        &mut self,
        fields: Fields<'_>,
        key: &str,
        words: &[&'static str],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = fields.get(key)?;
        let text = self.text(node)?;
        if let Some(value) = parse(text).filter(|_| words.contains(&text)) {
            return Some(value);
        }
        let help = one_of(text, words.iter().copied(), "there are", "");
        self.error(Code::WrongShape, node.span, format!("`{key}` cannot be `{text}`"), help);
        None
    }

    /// A date.
    pub(super) fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(problem) => {
                let message = crate::expr::not_a_date(text, problem);
                self.error(Code::BadDate, node.span, message, "write dates as 2024-03-01");
                None
            }
        }
    }

    /// A whole number from 0.
    pub(super) fn integer(&mut self, node: &Node) -> Option<u32> {
        let text = self.text(node)?;
        match text.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                self.error(Code::BadNumber, node.span, format!("expected a whole number, found `{text}`"), "");
                None
            }
        }
    }

    /// `unverified` and `reading`.
    pub(super) fn marks(&mut self, fields: Fields<'_>) -> Marks {
        Marks { unverified: self.text_of(fields, "unverified"), reading: self.text_of(fields, "reading") }
    }

    /// Where the text of a scalar stands in the file.
    pub(super) fn place(&self, node: &Node) -> Place {
        let whole = node.span;
        let NodeKind::Scalar { text, style } = &node.kind else { return Place { whole, base: None } };
        let written = self.source.slice(whole);
        let base = match style {
            Style::Plain if written == text => Some(whole.start),
            Style::Quoted if written.len() == text.len().saturating_add(2) && written.contains(text.as_str()) => {
                Some(whole.start.saturating_add(1))
            }
            _ => None,
        };
        Place { whole, base }
    }
}

/// The first line's worth of a node: a whole offence underlined says nothing.
pub(super) fn head_of(node: &Node) -> Span {
    match &node.kind {
        NodeKind::Mapping(entries) => entries.first().map_or(node.span, |e| e.key.span),
        NodeKind::Sequence(items) => items.first().map_or(node.span, head_of),
        _ => node.span,
    }
}
