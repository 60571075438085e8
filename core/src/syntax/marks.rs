//! Character indices, as the YAML scanner counts, → byte offsets, as spans count.

use crate::gather::Gather as _;
use crate::source::Span;

/// One stored offset for this many characters; the rest is counted from there.
const STEP: usize = 64;

/// The offsets of one text.
pub(super) struct Marks<'a> {
    text: &'a str,
    /// What stands before `text` in the source: a byte order mark or nothing.
    base: usize,
    /// Offset of every `STEP`-th character; none for ASCII, where both counts agree.
    steps: Vec<usize>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(text: &'a str, base: usize) -> Self {
        let steps =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).step_by(STEP).gather() };
        Self { text, base, steps }
    }

    /// The span in the source of the characters from `start` to `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let place = |index| self.byte(index).saturating_add(self.base);
        Span::of(place(start)..place(end))
    }

    /// The span of the one character at `index`; empty at the end of the text.
    pub(super) fn character(&self, index: usize) -> Span {
        self.span(index, index.saturating_add(1))
    }

    fn byte(&self, index: usize) -> usize {
        let length = self.text.len();
        if self.steps.is_empty() {
            return index.min(length);
        }
        let step = index.checked_div(STEP).and_then(|step| self.steps.get(step));
        let Some(start) = step.copied() else {
            return length;
        };
        let rest = self.text.get(start..).unwrap_or_default();
        let beyond = index.checked_rem(STEP).and_then(|skip| rest.char_indices().nth(skip));
        beyond.map_or(length, |(at, _)| start.saturating_add(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_index_maps_to_its_byte() {
        for text in ["", "abc", "甲a乙😀", &"罚a".repeat(200)] {
            let marks = Marks::new(text, 3);
            for (index, (at, character)) in text.char_indices().enumerate() {
                let expected = Span::of(at + 3..at + 3 + character.len_utf8());
                assert_eq!(marks.character(index), expected, "{text} {index}");
            }
            let end = text.len() + 3;
            assert_eq!(marks.span(text.chars().count(), 9999), Span::of(end..end));
        }
    }
}
