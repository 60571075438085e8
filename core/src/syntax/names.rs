//! Names as people type them: which characters may stand in one, and what a misspelt one may mean.

use super::normal::{Form, is_compatible, is_mark, normal};
use crate::diagnostic::Code;
use crate::gather::Gather as _;

/// Why a text cannot be a name, and what it probably should be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameProblem {
    /// What is wrong.
    pub kind: NameProblemKind,
    /// Byte offset of the first offending character in the text.
    pub offset: usize,
    /// That character.
    pub found: char,
    /// The whole name with every such character mended.
    pub suggestion: String,
}

/// The ways in which a name deceives the eye.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum NameProblemKind {
    /// A character that looks like another one: ⽤ for 用, １ for 1.
    Compatibility,
    /// A character that cannot be seen: zero-width, direction, control.
    Invisible,
    /// Not in normalization form C.
    NotNfc,
}

impl NameProblem {
    /// The code of its diagnostic.
    #[must_use]
    pub fn code(&self) -> Code {
        match self.kind {
            NameProblemKind::Compatibility => Code::CompatibilityCharacter,
            NameProblemKind::Invisible => Code::InvisibleCharacter,
            NameProblemKind::NotNfc => Code::NotNfc,
        }
    }

    /// What is wrong with `name`, the text that was checked.
    #[must_use]
    pub fn message(&self, name: &str) -> String {
        let what = match self.kind {
            NameProblemKind::Compatibility => "a compatibility character",
            NameProblemKind::Invisible => "an invisible character",
            NameProblemKind::NotNfc => "characters that are not composed (NFC)",
        };
        format!("the name `{name}` has {what} (U+{:04X})", u32::from(self.found))
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        let remedy = if self.kind == NameProblemKind::Invisible { "delete it: " } else { "" };
        format!("{remedy}write `{}`", self.suggestion)
    }
}

/// Checks that a name is what it looks like, so that equal-looking names are equal.
///
/// Allowed are NFC characters that are no compatibility characters (except full-width punctuation,
/// which Chinese names use) and can be seen. Spaces are not judged here.
///
/// # Errors
/// The first offending character and a mended name.
///
/// ```
/// # use cailiang::syntax::{NameProblemKind, check_name};
/// assert_eq!(check_name("用工人数（含）"), Ok(()));
/// let problem = check_name("⽤工人数１").unwrap_err();
/// assert_eq!(problem.kind, NameProblemKind::Compatibility);
/// assert_eq!((problem.found, problem.suggestion.as_str()), ('⽤', "用工人数1"));
/// ```
pub fn check_name(text: &str) -> Result<(), NameProblem> {
    if text.chars().all(is_ordinary) {
        return Ok(());
    }
    let problem = |kind, (offset, found)| {
        let suggestion = mended(text);
        Err(NameProblem { kind, offset, found, suggestion })
    };
    for (offset, found) in text.char_indices().filter(|(_, c)| !is_ordinary(*c)) {
        if is_invisible(found) {
            return problem(NameProblemKind::Invisible, (offset, found));
        }
        if is_compatibility(found) {
            return problem(NameProblemKind::Compatibility, (offset, found));
        }
    }
    let composed = normal(text.chars(), Form::Canonical);
    if composed != text {
        return problem(NameProblemKind::NotNfc, first_difference(text, &composed));
    }
    Ok(())
}

/// ASCII that can be seen, the common ideographs, and the punctuation of Chinese texts: these are in every
/// normalization form, or are the exceptions, and need no table.
fn is_ordinary(character: char) -> bool {
    matches!(character,
        ' '..='~' | '\u{4e00}'..='\u{9fff}' | '·' | '—' | '‘' | '’' | '“' | '”' | '、'..='〃' | '〈'..='】' | '〔'..='〛')
        || is_full_width_punctuation(character)
}

/// The punctuation of a Chinese keyboard is ordinary in Chinese text; its letters and digits deceive.
fn is_full_width_punctuation(character: char) -> bool {
    matches!(character, '\u{ff01}'..='\u{ff65}') && !character.is_alphanumeric()
}

fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_compatibility(character: char) -> bool {
    !is_full_width_punctuation(character) && is_compatible(character)
}

/// Where a text first departs from its normal form; a mark belongs to the character before it.
fn first_difference(text: &str, normal: &str) -> (usize, char) {
    let mut place = None;
    let mut normal = normal.chars();
    for (offset, found) in text.char_indices() {
        if place.is_none() || !is_mark(found) {
            place = Some((offset, found));
        }
        if normal.next() != Some(found) {
            break;
        }
    }
    place.unwrap_or((0, '\u{fffd}'))
}

fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter(|c| !is_invisible(*c)) {
        if is_ordinary(character) {
            out.push(character);
        } else {
            out.push_str(&normal(std::iter::once(character), Form::Compatible));
        }
    }
    normal(out.chars(), Form::Canonical)
}

/// The known name that is most like a wanted one, for "did you mean".
///
/// Counted in characters: at most one edit where either name has up to three, otherwise two or a third
/// of the longer, whichever is more; failing that, a name that contains the other. The first of equals.
///
/// ```
/// # use cailiang::syntax::suggest;
/// assert_eq!(suggest("货值余额", ["持续天数", "货值金额"].into_iter()), Some("货值金额"));
/// assert_eq!(suggest("货值", ["持续天数", "货值金额"].into_iter()), Some("货值金额"));
/// assert_eq!(suggest("天气", ["持续天数", "货值金额"].into_iter()), None);
/// ```
pub fn suggest<'a>(wanted: &str, mut known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest(wanted, &mut known)
}

/// The search itself, once and not for each kind of iterator.
fn nearest<'a>(wanted: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.chars().gather();
    let mut best: Option<((usize, usize), &str)> = None;
    for name in known {
        let other: Vec<char> = name.chars().gather();
        let Some(rank) = likeness(&wanted, &other) else {
            continue;
        };
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name)
}

/// What to do about a name that is none of `known`: the one it is like, or all of them after `has`.
pub(crate) fn one_of<'a>(wanted: &str, known: impl Iterator<Item = &'a str> + Clone, has: &str, none: &str) -> String {
    match suggest(wanted, known.clone()) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None if known.clone().next().is_none() => none.to_owned(),
        None => {
            // Words of the format stand in an English sentence, names of the document in a Chinese list.
            let comma = if known.clone().all(str::is_ascii) { ", " } else { "、" };
            format!("{has} {}", known.gather::<Vec<_>>().join(comma))
        }
    }
}

/// Smaller is more alike: edits first, then containment by how much is added.
fn likeness(wanted: &[char], other: &[char]) -> Option<(usize, usize)> {
    let (short, long) = if wanted.len() <= other.len() { (wanted, other) } else { (other, wanted) };
    // In a short name every character counts: `min` is no misspelt `kind`.
    let allowed = match short.len() {
        0..=3 => 1,
        _ => long.len().checked_div(3).unwrap_or_default().max(2),
    };
    let added = long.len().saturating_sub(short.len());
    if added <= allowed {
        let edits = distance(wanted, other);
        // Something must be left in common, or every one-letter name is like every other.
        if edits <= allowed && edits < long.len() {
            return Some((0, edits));
        }
    }
    let contained = short.len() >= 2 && long.windows(short.len()).any(|part| part == short);
    contained.then_some((1, added))
}

/// Levenshtein distance in characters, one row at a time; ASCII case does not count.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).gather();
    for (line, a) in one.iter().enumerate() {
        let mut diagonal = line;
        let mut left = line.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(other) {
            let replaced = diagonal.saturating_add(usize::from(!a.eq_ignore_ascii_case(b)));
            diagonal = *cell;
            left = replaced.min(left.min(*cell).saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameProblemKind::{Compatibility, Invisible, NotNfc};

    #[test]
    fn good_names() {
        for name in [
            "",
            "货值金额",
            "statute.min",
            "当事人类型（单位／个人）",
            "甲·乙、丙—丁",
            "二〇二四",
            "café",
            "㐀𠀀",
            "Ω",
            "10日以上",
            "“引号”",
            "超过三日，不满十日",
        ] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn bad_names() {
        for (name, kind, offset, suggestion) in [
            ("⽤工", Compatibility, 0, "用工"),
            ("工⽤", Compatibility, 3, "工用"),
            ("１号", Compatibility, 0, "1号"),
            ("Ａ类（一）", Compatibility, 0, "A类（一）"),
            ("㎡", Compatibility, 0, "m2"),
            ("①", Compatibility, 0, "1"),
            ("甲\u{a0}乙", Compatibility, 3, "甲 乙"),
            ("甲\u{3000}乙", Compatibility, 3, "甲 乙"),
            ("货值\u{200b}金额", Invisible, 6, "货值金额"),
            ("\u{202e}货值", Invisible, 0, "货值"),
            ("\u{feff}货值", Invisible, 0, "货值"),
            ("货\t值", Invisible, 3, "货值"),
            ("葛\u{e0100}城", Invisible, 3, "葛城"),
            ("cafe\u{301}", NotNfc, 3, "café"),
            ("e\u{301}", NotNfc, 0, "é"),
            ("甲\u{f900}", NotNfc, 3, "甲豈"),
            ("\u{2126}", NotNfc, 0, "Ω"),
        ] {
            let problem = check_name(name).unwrap_err();
            let found = (problem.kind, problem.offset, problem.suggestion.as_str());
            assert_eq!(found, (kind, offset, suggestion), "{name:?}");
            assert_eq!(name.get(offset..).unwrap().chars().next(), Some(problem.found));
            assert_eq!(check_name(&problem.suggestion), Ok(()), "{name:?}");
        }
    }

    #[test]
    fn the_short_way_agrees_with_the_tables() {
        for character in ('\0'..=char::MAX).filter(|c| is_ordinary(*c)) {
            let one = || std::iter::once(character);
            assert!(!is_compatibility(character) && !is_invisible(character), "{character:?}");
            assert!(normal(one(), Form::Canonical).chars().eq(one()) && !is_mark(character), "{character:?}");
        }
    }

    #[test]
    fn suggestions() {
        let known = ["持续天数", "货值金额", "违法所得", "短", "中", "tiers", "in_force", "一般", "较重", "严重"];
        for (wanted, expected) in [
            ("持续日数", Some("持续天数")),
            ("货值", Some("货值金额")),
            ("食品货值金额合计", Some("货值金额")),
            ("tier", Some("tiers")),
            ("Tiers", Some("tiers")),
            ("inforse", Some("in_force")),
            ("很重", Some("较重")), // 严重 is as near and comes later
            ("长", None),
            ("完全不同", None),
            ("", None),
        ] {
            assert_eq!(suggest(wanted, known.into_iter()), expected, "{wanted}");
        }
    }
}
