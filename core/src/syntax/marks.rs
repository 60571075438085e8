//! Character indices, as the YAML scanner counts, → byte offsets, as spans count.

use crate::source::Span;

/// The place that was last asked for: the next is near, before or after.
pub(super) struct LineMarks<'a> {
    text: &'a str,
    /// What stands before `text` in the source: a byte order mark or nothing.
    base: usize,
    /// Both counts of that place; they agree in ASCII.
    index: usize,
    at: usize,
}

impl<'a> LineMarks<'a> {
    pub(super) fn new(text: &'a str, base: usize) -> Self {
        Self { text, base, index: 0, at: 0 }
    }

    /// The span in the source of the characters from `start` to `end`.
    pub(super) fn span(&mut self, start: usize, end: usize) -> Span {
        let start = self.byte(start).saturating_add(self.base);
        Span::of(start..self.byte(end).saturating_add(self.base))
    }

    /// The span of the one character at `index`; empty at the end of the text.
    pub(super) fn character(&mut self, index: usize) -> Span {
        self.span(index, index.saturating_add(1))
    }

    /// The offset of a character; the length of the text for one that is not there.
    fn byte(&mut self, index: usize) -> usize {
        let bytes = self.text.as_bytes();
        let begins = |at: usize| bytes.get(at).is_none_or(|byte| byte & 0xc0 != 0x80);
        while self.index > index {
            self.at = self.at.saturating_sub(1);
            self.index = self.index.saturating_sub(usize::from(begins(self.at)));
        }
        while self.index < index && self.at < bytes.len() {
            self.at = self.at.saturating_add(1);
            self.index = self.index.saturating_add(usize::from(begins(self.at)));
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_index_maps_to_its_byte() {
        for text in ["", "abc", "甲a乙😀", &"罚a".repeat(200)] {
            let mut marks = LineMarks::new(text, 3);
            for (index, (at, character)) in text.char_indices().enumerate() {
                let expected = Span::of(at + 3..at + 3 + character.len_utf8());
                assert_eq!(marks.character(index), expected, "{text} {index}");
            }
            // and the other way round
            for (index, (at, character)) in text.char_indices().enumerate().collect::<Vec<_>>().into_iter().rev() {
                let expected = Span::of(at + 3..at + 3 + character.len_utf8());
                assert_eq!(marks.character(index), expected, "{text} {index}");
            }
            let end = text.len() + 3;
            assert_eq!(marks.span(text.chars().count(), 9999), Span::of(end..end));
        }
    }
}
