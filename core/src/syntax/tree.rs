//! The spanned tree that YAML and JSON are both read into, before anything means something.

use crate::source::{Source, Span};

/// One value of the text and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// From its first to after its last byte, quotes and brackets included.
    ///
    /// A YAML value that was left out has the span of its key.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a [`Node`] is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NodeKind {
    /// JSON `null`; in YAML `null`, `~` or nothing at all.
    Null,
    /// Text, a number, `true` or `false`: always as written, so that no digit is lost.
    Scalar {
        /// The value without quotes and escapes; a number exactly as it stands.
        text: String,
        /// Whether it was quoted.
        style: Style,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the text, each key once.
    Mapping(Vec<Entry>),
}

/// How a scalar was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// Without quotes: all YAML plain text, and JSON numbers, `true` and `false`.
    Plain,
    /// In quotes, or as a YAML block (`|`, `>`).
    Quoted,
}

/// A key with its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: Node,
}

/// The key of an [`Entry`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Key {
    /// The key without quotes and escapes.
    pub text: String,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl Node {
    /// The value under `key`, if this is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key.text == key).map(|entry| &entry.value)
    }

    /// The text of a scalar, whatever its style.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Sequence(items) => items,
            _ => &[],
        }
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.kind == NodeKind::Null
    }

    /// What this is, for messages: `a mapping`, `a list`, `text` or `nothing`.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "nothing",
            NodeKind::Scalar { .. } => "text",
            NodeKind::Sequence(_) => "a list",
            NodeKind::Mapping(_) => "a mapping",
        }
    }

    /// What stands here, for messages: text in backticks, and said to be text where it is quoted; else what
    /// [`Node::describe`] says.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.kind {
            NodeKind::Scalar { text, style: Style::Quoted } => format!("the text `{text}`"),
            NodeKind::Scalar { text, .. } => format!("`{text}`"),
            _ => self.describe().to_owned(),
        }
    }

    /// Where the characters of a scalar stand, without quotes, if the source holds them verbatim.
    ///
    /// With escapes, or text folded over lines, an offset in the text is not one in the source; the
    /// caller then points at the whole [`Node::span`].
    ///
    /// ```
    /// # use cailiang::{source::{Source, Span}, syntax};
    /// let source = Source::new("a.json", r#"{"甲": "乙", "丙": "\n"}"#);
    /// let (node, _) = syntax::read(&source);
    /// let node = node.unwrap();
    /// assert_eq!(node.get("甲").unwrap().verbatim_span(&source), Some(Span::new(9, 12)));
    /// assert_eq!(node.get("丙").unwrap().verbatim_span(&source), None);
    /// ```
    #[must_use]
    pub fn verbatim_span(&self, source: &Source) -> Option<Span> {
        let text = self.as_str()?;
        let written = source.slice(self.span);
        if written == text {
            return Some(self.span);
        }
        let inside = Span::new(self.span.start.checked_add(1)?, self.span.end.checked_sub(1)?);
        (written.starts_with(['"', '\'']) && source.slice(inside) == text).then_some(inside)
    }
}
