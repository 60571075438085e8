//! Texts and places in them: every later message points into a [`Source`] with a [`Span`].

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A stretch of a text in bytes of UTF-8: `start` is in, `end` is out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes; an `end` before `start` is read as `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The same from `usize` offsets, which saturate at the largest `u32`.
    #[must_use]
    pub fn of(range: Range<usize>) -> Self {
        Self::new(offset(range.start), offset(range.end))
    }

    /// The smallest span that covers both.
    ///
    /// ```
    /// # use cailiang::source::Span;
    /// assert_eq!(Span::new(7, 9).to(Span::new(2, 3)), Span::new(2, 9));
    /// ```
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers no byte, as where something is missing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The span as a range of `usize`, to slice with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        index(self.start)..index(self.end)
    }
}

/// A named text, cheap to clone; the text is kept exactly as given, byte order mark and all.
#[derive(Clone, Debug)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    /// Byte offset of the first character of each line; found when first asked for, since the facts
    /// of a case are a source too, and nobody asks while they are right.
    line_starts: OnceLock<Arc<[u32]>>,
}

impl Source {
    /// A source with the name that messages show, usually a file name.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into(), line_starts: OnceLock::new() }
    }

    /// The name as given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name to share with a diagnostic.
    #[must_use]
    pub fn shared_name(&self) -> Arc<str> {
        Arc::clone(&self.name)
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole text, for whoever outlives this.
    pub(crate) fn shared(&self) -> Arc<str> {
        self.text.clone()
    }

    /// The text of a span; empty for a span that is not in this text or splits a character.
    ///
    /// ```
    /// # use cailiang::source::{Source, Span};
    /// let source = Source::new("a.yaml", "罚款: 5元");
    /// assert_eq!(source.slice(Span::new(0, 6)), "罚款");
    /// assert_eq!(source.slice(Span::new(1, 6)), "");
    /// ```
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte offset, both from 1, the column in characters.
    ///
    /// An offset inside a character counts as its start, one after the text as the text's end.
    ///
    /// ```
    /// # use cailiang::source::Source;
    /// let source = Source::new("a.yaml", "罚款: 5元\r\n阶次: 轻微");
    /// assert_eq!(source.line_column(14), (2, 1));
    /// assert_eq!(source.line_column(20), (2, 3));
    /// ```
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let (line, before) = self.before(offset);
        (line, self::offset(before.chars().count()).saturating_add(1))
    }

    /// Column of a byte offset from 1 in UTF-16 units, as JavaScript and most editors count.
    #[must_use]
    pub fn utf16_column(&self, offset: u32) -> u32 {
        let (_, before) = self.before(offset);
        self::offset(before.encode_utf16().count()).saturating_add(1)
    }

    /// The line of an offset, from 1, and the text of that line before the offset.
    fn before(&self, offset: u32) -> (u32, &str) {
        let mut end = index(offset).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let at = self::offset(end);
        let starts = self.line_starts.get_or_init(|| line_starts(&self.text).into());
        let line = starts.partition_point(|start| *start <= at);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (self::offset(line), self.text.get(index(start)..end).unwrap_or_default())
    }
}

/// Starts of all lines; `\n`, `\r\n` and a lone `\r` end a line, as in YAML.
fn line_starts(text: &str) -> Vec<u32> {
    let mut starts = vec![0];
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let next_is_newline = matches!(bytes.peek(), Some((_, b'\n')));
        if byte == b'\n' || (byte == b'\r' && !next_is_newline) {
            starts.push(offset(at.saturating_add(1)));
        }
    }
    starts
}

/// A byte offset as stored; texts above 4 GiB are refused by the readers, so saturating is safe.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn index(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let source = Source::new("a", "甲乙\r\n😀b\rc\n");
        // (offset, line, column in characters, column in UTF-16)
        for (offset, line, column, utf16) in [
            (0, 1, 1, 1),
            (4, 1, 2, 2), // inside 乙
            (6, 1, 3, 3), // the end of line 1, before \r
            (8, 2, 1, 1),
            (12, 2, 2, 3), // after 😀
            (14, 3, 1, 1),
            (16, 4, 1, 1),
            (99, 4, 1, 1),
        ] {
            assert_eq!(source.line_column(offset), (line, column), "offset {offset}");
            assert_eq!(source.utf16_column(offset), utf16, "offset {offset}");
        }
    }

    #[test]
    fn an_empty_text_has_one_line() {
        assert_eq!(Source::new("a", "").line_column(0), (1, 1));
    }

    #[test]
    fn spans_cover_and_never_invert() {
        assert_eq!(Span::new(5, 2), Span { start: 5, end: 5 });
        assert!(Span::new(5, 2).is_empty());
        assert_eq!(Span::new(2, 5).len(), 3);
    }
}
