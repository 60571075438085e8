//! The words that mark the ends of a range, and whether they include their number.

/// Which phrases include their number, in one document.
///
/// The default is 《民法典》第一千二百五十九条: 以上, 以下 and 以内 include it; 以外, 不满 and 超过 do
/// not, and neither do the words like them that the article does not name.
///
/// ```
/// use cailiang::expr::{Phrases, parse_legal_range};
/// let mut phrases = Phrases::default();
/// phrases.set("以下", false).unwrap(); // 广东 counts a tier's 以下 without the number
/// let range = parse_legal_range("2万元以上20万元以下", &phrases).unwrap().unwrap();
/// assert!(!range.interval.hi().is_inclusive());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrases {
    inclusive: [bool; WORDS.len()],
}

/// A word that is no phrase of ranges.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not a phrase that marks the end of a range")]
pub struct UnknownPhrase {
    /// The word as given.
    pub word: String,
}

/// A phrase found in a text.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) len: usize,
    pub(super) side: Side,
    pub(super) place: Place,
    pub(super) inclusive: bool,
}

/// Which end a phrase marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Upper,
}

use Side::{Lower, Upper};

/// Where the word stands: 5万元以上, but 超过5万元.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    BeforeNumber,
    AfterNumber,
}

use Place::{AfterNumber, BeforeNumber};

pub(super) const WORDS: [&str; 15] = [
    "以上", "以下", "以内", "以外", "不满", "不足", "未满", "超过", "高于", "低于", "多于", "少于", "大于", "小于",
    "逾",
];

/// Side, place and default inclusion of the words, in the order of `WORDS`.
const MEANINGS: [(Side, Place, bool); WORDS.len()] = [
    (Lower, AfterNumber, true),   // 以上
    (Upper, AfterNumber, true),   // 以下
    (Upper, AfterNumber, true),   // 以内
    (Lower, AfterNumber, false),  // 以外
    (Upper, BeforeNumber, false), // 不满
    (Upper, BeforeNumber, false), // 不足
    (Upper, BeforeNumber, false), // 未满
    (Lower, BeforeNumber, false), // 超过
    (Lower, BeforeNumber, false), // 高于
    (Upper, BeforeNumber, false), // 低于
    (Lower, BeforeNumber, false), // 多于
    (Upper, BeforeNumber, false), // 少于
    (Lower, BeforeNumber, false), // 大于
    (Upper, BeforeNumber, false), // 小于
    (Lower, BeforeNumber, false), // 逾
];

impl Phrases {
    /// The words that can be set.
    #[must_use]
    pub fn words() -> &'static [&'static str] {
        &WORDS
    }

    /// States whether `word` includes its number in this document.
    ///
    /// # Errors
    /// `UnknownPhrase` if the word is not one of [`Phrases::words`].
    pub fn set(&mut self, word: &str, inclusive: bool) -> Result<(), UnknownPhrase> {
        let slot = WORDS.iter().position(|known| *known == word).and_then(|at| self.inclusive.get_mut(at));
        match slot {
            Some(slot) => {
                *slot = inclusive;
                Ok(())
            }
            None => Err(UnknownPhrase { word: word.to_owned() }),
        }
    }

    /// Whether `word` includes its number, or `None` if it is no phrase.
    #[must_use]
    pub fn is_inclusive(&self, word: &str) -> Option<bool> {
        WORDS.iter().zip(self.inclusive).find(|(known, _)| **known == word).map(|(_, inclusive)| inclusive)
    }

    /// The phrase at the start of `text`; `不超过` is the other side of 超过, and includes what it does not.
    pub(super) fn at_start(&self, text: &str) -> Option<Word> {
        let plain = |text: &str| {
            let entries = WORDS.iter().zip(MEANINGS).zip(self.inclusive);
            entries
                .filter(|((word, _), _)| text.starts_with(**word))
                .map(|((word, (side, place, _)), inclusive)| Word { len: word.len(), side, place, inclusive })
                .next()
        };
        if let Some(word) = plain(text) {
            return Some(word);
        }
        let rest = text.strip_prefix(['不', '未'])?;
        // 不不满 is no phrase, and one behind its number is never negated.
        let word = plain(rest).filter(|word| word.place == BeforeNumber && !rest.starts_with(['不', '未']))?;
        Some(Word {
            len: word.len.checked_add('不'.len_utf8())?,
            side: if word.side == Lower { Upper } else { Lower },
            place: word.place,
            inclusive: !word.inclusive,
        })
    }
}

impl Default for Phrases {
    fn default() -> Self {
        Self { inclusive: MEANINGS.map(|(_, _, inclusive)| inclusive) }
    }
}
