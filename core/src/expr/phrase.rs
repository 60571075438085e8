//! Ranges in the words of statutes: `五万元以上十万元以下`, `超过2万元不满5万元`, `2万元以下`.
//!
//! Whether 以上 includes its number is a convention of the document quoted, not of the language, so
//! the reading is a parameter. What cannot be read in one way is an error, never a guess.

mod words;

use crate::diagnostic::Code;
use crate::value::{Bound, Interval, Rational, Unit};

use words::Place::{AfterNumber, BeforeNumber};
use words::Side::{Lower, Upper};
use words::{WORDS, Word};

pub use words::{Phrases, UnknownPhrase};

pub use crate::value::parse_number_prefix;

/// A range as a statute states it.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalRange {
    /// The range, in the base unit of the unit's dimension (`万元` counted in 元).
    pub interval: Interval,
    /// The unit as written at the first number; of a percentage in words it is `%`.
    pub unit: Unit,
    /// Whether the text states a lower end; `2万元以下` does not, and its range begins above 0.
    pub has_min: bool,
    /// Whether the text states an upper end; without one the range is unbounded.
    pub has_max: bool,
}

/// A text that begins like a legal range and is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PhraseError {
    /// What kind of thing is wrong: the phrase, one of its words, or the order of the ends.
    pub code: Code,
    /// Where in the text, in bytes from its start.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// Reads a range in the words of a statute; spaces are ignored.
///
/// `Ok(None)` if the text is none: it has no phrase, does not begin with a number or with a phrase
/// and a number, or is an expression with operators.
///
/// # Errors
/// `PhraseError` if it begins like one and goes wrong, with the place.
///
/// ```
/// use cailiang::expr::{Phrases, parse_legal_range};
/// use cailiang::value::{Bound, Rational};
/// let range = parse_legal_range("2万元以下", &Phrases::default()).unwrap().unwrap();
/// assert_eq!(range.interval.lo(), Bound::Exclusive(Rational::ZERO));
/// assert_eq!(range.interval.hi(), Bound::Inclusive(Rational::int(20_000)));
/// assert!(!range.has_min && range.has_max);
/// ```
///
/// # Basis
/// 《民法典》第一千二百五十九条, where `phrases` says nothing else.
pub fn parse_legal_range(text: &str, phrases: &Phrases) -> Result<Option<LegalRange>, PhraseError> {
    let reader = PhraseReader::new(text, phrases);
    if !reader.looks_like_a_range() {
        return Ok(None);
    }
    let (first, at) = reader.end(0)?;
    let at = reader.skip_separator(at);
    if reader.from(at).is_empty() {
        return reader.one_end(&first).map(Some);
    }
    if !reader.begins_an_end(at) {
        let rest = reader.from(at);
        if let Some(word) = reader.word_before_a_number(rest) {
            let help = format!("there are {}", WORDS.join("、"));
            let error = reader.error(at, format!("`{word}` is not a phrase of ranges"), help);
            return Err(PhraseError { code: Code::UnknownPhrase, ..error });
        }
        return Err(reader.error(at, format!("`{rest}` does not belong to the range"), "end the range before it"));
    }
    let (second, at) = reader.end(at)?;
    let rest = reader.from(at);
    if !rest.is_empty() {
        return Err(reader.error(
            at,
            format!("`{rest}` stands after both ends of the range"),
            "end the range before it",
        ));
    }
    reader.two_ends(&first, &second).map(Some)
}

/// Why a text that begins with a Chinese number, and is no name, is no range either.
pub(crate) fn no_phrase(text: &str, phrases: &Phrases) -> Option<PhraseError> {
    let reader = PhraseReader::new(text, phrases);
    let chinese = !text.starts_with(|first: char| first.is_ascii_digit()) && parse_number_prefix(text).is_some();
    if chinese { reader.end(0).err() } else { None }
}

/// What is wrong with a range that holds nothing, and what to do.
pub(super) fn empty_range(low: &str, high: &str, equal: bool) -> (String, &'static str) {
    if equal {
        let message = format!("the range is empty: no number lies between `{low}` and `{high}`");
        return (message, "include both ends, or write the one value");
    }
    (format!("the lower end `{low}` is above the upper end `{high}`"), "write the smaller number first")
}

/// One end as written; places are bytes of the text without spaces.
struct End {
    word: Word,
    word_at: usize,
    number_at: usize,
    written: String, // number and unit
    unit_at: usize,
    unit: Unit,
    value: Rational,   // in base units
    is_fraction: bool, // 百分之五, 三分之一
}

const FORM: &str = "write it as in `5万元以上10万元以下`";

struct PhraseReader<'a> {
    original: &'a str,
    compact: String,             // the text without spaces
    places: Vec<(usize, usize)>, // of each character: byte in `compact`, byte in `original`
    phrases: &'a Phrases,
}

impl<'a> PhraseReader<'a> {
    fn new(original: &'a str, phrases: &'a Phrases) -> Self {
        let (mut compact, mut places) = (String::new(), Vec::new());
        for (at, sign) in original.char_indices().filter(|(_, sign)| !sign.is_whitespace()) {
            places.push((compact.len(), at));
            compact.push(sign);
        }
        Self { original, compact, places, phrases }
    }

    fn from(&self, at: usize) -> &str {
        self.compact.split_at_checked(at).map_or("", |(_, rest)| rest)
    }

    fn error(&self, at: usize, message: String, help: impl Into<String>) -> PhraseError {
        let place = self.places.iter().find(|(compact, _)| *compact >= at);
        let offset = place.map_or(self.original.len(), |(_, original)| *original);
        PhraseError { code: Code::BadPhrase, offset, message, help: Some(help.into()) }
    }

    fn looks_like_a_range(&self) -> bool {
        let has_word = WORDS.iter().any(|word| self.compact.contains(word));
        // These belong to expressions, where a name may contain a phrase.
        let has_operator = self.compact.contains(['=', '<', '>', '+', '*', '(', ')', '\'']);
        has_word && !has_operator && self.begins_an_end(0)
    }

    /// The words between an end and a number, as in 5万元以上未达10万元.
    fn word_before_a_number<'t>(&self, rest: &'t str) -> Option<&'t str> {
        let number = |(at, _): &(usize, char)| rest.get(*at..).and_then(parse_number_prefix).is_some();
        let (at, _) = rest.char_indices().find(number)?;
        rest.get(..at).filter(|word| word.chars().all(char::is_alphabetic))
    }

    fn begins_an_end(&self, at: usize) -> bool {
        let rest = self.from(at);
        let number = match self.phrases.at_start(rest) {
            Some(word) if word.place == BeforeNumber => {
                rest.split_at_checked(word.len).map_or("", |(_, number)| number)
            }
            _ => rest,
        };
        parse_number_prefix(number).is_some()
    }

    /// `，` or 且 between the two ends.
    fn skip_separator(&self, at: usize) -> usize {
        match self.from(at).chars().next() {
            Some(sign @ ('，' | ',' | '、' | '且')) => at.saturating_add(sign.len_utf8()),
            _ => at,
        }
    }

    /// Reads one end from `at`; returns it and the place after it.
    fn end(&self, at: usize) -> Result<(End, usize), PhraseError> {
        let before = self.phrases.at_start(self.from(at)).filter(|word| word.place == BeforeNumber);
        let number_at = at.saturating_add(before.map_or(0, |word| word.len));
        let rest = self.from(number_at);
        let Some((number, number_len)) = parse_number_prefix(rest) else {
            return Err(self.error(number_at, format!("expected a number, found `{rest}`"), FORM));
        };
        let unit_at = number_at.saturating_add(number_len);
        let after_number = self.from(unit_at);
        let name = self.unit_name(after_number);
        let after_unit = unit_at.saturating_add(name.len());
        let written = rest.get(..number_len.saturating_add(name.len())).unwrap_or_default().to_owned();
        let after = self.phrases.at_start(self.from(after_unit)).filter(|word| word.place == AfterNumber);
        let unit = self.unit(rest, name, number, unit_at)?;
        let (word, word_at, next) = match (before, after) {
            (Some(_), Some(word)) => {
                let second = self.from(after_unit).get(..word.len).unwrap_or_default();
                let message = format!("`{written}` has a phrase before it and `{second}` after it");
                return Err(self.error(after_unit, message, "keep one of the two"));
            }
            (Some(word), None) => (word, at, after_unit),
            (None, Some(word)) => (word, after_unit, after_unit.saturating_add(word.len)),
            (None, None) => {
                // What follows the unit may be run together with it: 五万元至十万元.
                let known = name.char_indices().rev().find_map(|(cut, _)| {
                    name.get(..cut).filter(|stem| Unit::known(stem).is_some() && Unit::known(name).is_none())
                });
                let end = number_len.saturating_add(known.unwrap_or(name).len());
                let written = rest.get(..end).unwrap_or_default();
                let message = format!("no phrase such as `以上` or `以下` stands after `{written}`");
                return Err(self.error(number_at.saturating_add(end), message, FORM));
            }
        };
        // 百分之五 has been scaled by its own words, and a plain number has no scale.
        let scale = if name.is_empty() { Rational::ONE } else { unit.scale };
        let is_fraction = written.contains("分之");
        let Ok(value) = number.mul(scale) else {
            return Err(self.error(number_at, format!("`{written}` is too large"), "write a smaller number"));
        };
        Ok((End { word, word_at, number_at, written, unit_at, unit, value, is_fraction }, next))
    }

    /// The text up to the next phrase, number or separator.
    fn unit_name<'t>(&self, text: &'t str) -> &'t str {
        let stop = text.char_indices().find(|(at, sign)| {
            sign.is_ascii_digit()
                || matches!(sign, '，' | ',' | '、' | '且')
                || parse_number_prefix(sign.encode_utf8(&mut [0; 4])).is_some()
                || text.split_at_checked(*at).is_some_and(|(_, rest)| self.phrases.at_start(rest).is_some())
        });
        stop.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
    }

    /// The unit of this name; `rest` is the text from the number on.
    fn unit(&self, rest: &str, name: &str, number: Rational, unit_at: usize) -> Result<Unit, PhraseError> {
        if let Some(cut) = name.find('以') {
            let at = unit_at.saturating_add(cut);
            let message = "`以` needs `上`, `下`, `内` or `外` after it".to_owned();
            return Err(self.error(at, message, FORM));
        }
        // 百分之五 carries its unit in front.
        let fraction = ["百分之", "千分之", "万分之"].iter().position(|sign| rest.starts_with(sign));
        let unit = match (fraction, name) {
            (Some(0), "") => Unit::known("%"),
            (Some(1), "") => Unit::known("‰"),
            (_, "") => Some(Unit::none()),
            (Some(_), _) => {
                let message = format!("`{name}` stands after a fraction of a whole");
                return Err(self.error(unit_at, message, "leave out the unit, or write a number that is no fraction"));
            }
            _ => Unit::known(name),
        };
        if let Some(unit) = unit {
            return Ok(unit);
        }
        // An unknown unit is one of its own, unless it is a known one with something out of place.
        let stem = name.trim_end_matches(['十', '百', '千', '万', '亿']);
        if let (true, Some(multiplier)) = (Unit::known(stem).is_some(), name.strip_prefix(stem)) {
            let message = format!("`{multiplier}` stands after the unit in `{name}`");
            return Err(self.error(unit_at, message, format!("write `{number}{multiplier}{stem}`")));
        }
        if let Some(vague) = name.chars().find(|sign| matches!(sign, '半' | '余' | '多' | '几' | '数')) {
            let message = format!("`{vague}` in `{name}` is no exact number");
            return Err(self.error(unit_at, message, "write the number in digits, as in `1.5倍` or `18个月`"));
        }
        if name.contains(['（', '）', '。', '；', '：', '~', '～', '—', '-', '.']) {
            return Err(self.error(unit_at, format!("`{name}` is not a unit"), FORM));
        }
        Ok(Unit::parse(name))
    }

    fn one_end(&self, end: &End) -> Result<LegalRange, PhraseError> {
        let stated = bound(end);
        let is_min = end.word.side == Lower;
        let interval = if is_min {
            Interval::new(stated, Bound::Unbounded)
        } else {
            Interval::new(Bound::Exclusive(Rational::ZERO), stated)
        };
        let Some(interval) = interval else {
            let message = format!("nothing above 0 lies below `{}`", end.written);
            return Err(self.error(end.number_at, message, "write a number above 0"));
        };
        Ok(LegalRange { interval, unit: end.unit.clone(), has_min: is_min, has_max: !is_min })
    }

    fn two_ends(&self, first: &End, second: &End) -> Result<LegalRange, PhraseError> {
        match (first.word.side, second.word.side) {
            (Lower, Upper) => {}
            (Lower, Lower) => {
                return Err(self.error(second.word_at, "the range has two lower ends".to_owned(), FORM));
            }
            (Upper, Upper) => {
                return Err(self.error(second.word_at, "the range has two upper ends".to_owned(), FORM));
            }
            (Upper, Lower) => {
                let message = "the upper end stands before the lower end".to_owned();
                return Err(self.error(first.word_at, message, FORM));
            }
        }
        self.check_units(first, second)?;
        let Some(interval) = Interval::new(bound(first), bound(second)) else {
            let (message, help) = empty_range(&first.written, &second.written, first.value == second.value);
            let code = if first.value == second.value { Code::BadRange } else { Code::StatuteInverted };
            return Err(PhraseError { code, ..self.error(first.number_at, message, help) });
        };
        Ok(LegalRange { interval, unit: first.unit.clone(), has_min: true, has_max: true })
    }

    fn check_units(&self, first: &End, second: &End) -> Result<(), PhraseError> {
        let names = [&*first.unit.name, &*second.unit.name];
        let ratio = |end: &End| matches!(&*end.unit.name, "%" | "‰" | "倍") || end.is_fraction;
        match names {
            [a, b] if a == b => Ok(()),
            // 百分之一 and 三分之一 have no unit of their own to write.
            ["", unit] if !ratio(first) => {
                let message = format!("`{}` has no unit, `{}` has `{unit}`", first.written, second.written);
                // 5以上10万元以下 may well mean 5万元.
                let number = second.written.strip_suffix(unit).unwrap_or_default();
                let scale = |number: &str| number.chars().next_back().filter(|sign| matches!(sign, '万' | '亿'));
                let more = scale(number).filter(|_| scale(&first.written).is_none());
                let more = more.map(String::from).unwrap_or_default();
                Err(self.error(first.unit_at, message, format!("write `{}{more}{unit}`", first.written)))
            }
            [unit, ""] if !ratio(second) => {
                let message = format!("`{}` has no unit, `{}` has `{unit}`", second.written, first.written);
                Err(self.error(second.unit_at, message, format!("write `{}{unit}`", second.written)))
            }
            // 3次 and 5倍 are both plain numbers, but not of the same thing.
            [a, b]
                if first.unit.dimension != second.unit.dimension
                    || (first.unit.dimension.is_none() && !(ratio(first) && ratio(second))) =>
            {
                let message = format!("the ends have different units: `{a}` and `{b}`");
                Err(self.error(second.unit_at, message, "write both ends in the same unit"))
            }
            _ => Ok(()),
        }
    }
}

fn bound(end: &End) -> Bound {
    if end.word.inclusive { Bound::Inclusive(end.value) } else { Bound::Exclusive(end.value) }
}

#[cfg(test)]
mod tests;
