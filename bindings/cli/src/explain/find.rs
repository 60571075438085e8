//! Which words somebody means: by slug, by name in either language, by family.

use cailiang::syntax::suggest;
use cailiang::vocabulary::{FAMILIES, Family, Word};

/// A family with those of its words that were found.
pub(super) struct Found {
    pub(super) family: &'static Family,
    pub(super) words: Vec<&'static Word>,
}

impl Found {
    fn of(family: &'static Family, wanted: impl Fn(&Word) -> bool) -> Option<Self> {
        let words: Vec<_> = family.words.iter().filter(|word| wanted(word)).collect();
        (!words.is_empty()).then_some(Self { family, words })
    }
}

/// Everything there is.
pub(super) fn all() -> Vec<Found> {
    FAMILIES.iter().filter_map(|family| Found::of(family, |_| true)).collect()
}

/// What people copy stands in brackets behind the severity: `error[wrong-unit]`.
pub(super) fn bare(wanted: &str) -> &str {
    let wanted = wanted.trim();
    let inside = wanted.strip_suffix(']').and_then(|start| start.split_once('['));
    inside.map_or(wanted, |(_, inside)| inside.trim())
}

/// The words of this slug or name, in every family that has one, and the family of this name; where there are none,
/// the words whose name has this in it.
pub(super) fn find(wanted: &str) -> Vec<Found> {
    let same = |name: &str| name.eq_ignore_ascii_case(wanted);
    let exact = FAMILIES.iter().filter_map(|family| {
        let named = same(family.id) || same(family.zh) || same(family.en);
        Found::of(family, |word| named || same(word.slug) || same(word.zh.name) || same(word.en.name))
    });
    let exact: Vec<_> = exact.collect();
    // One letter stands in too many names to mean one of them.
    if !exact.is_empty() || wanted.chars().count() < 2 {
        return exact;
    }
    let part = wanted.to_lowercase();
    let within = |word: &Word| word.zh.name.contains(&part) || word.en.name.to_lowercase().contains(&part);
    FAMILIES.iter().filter_map(|family| Found::of(family, within)).collect()
}

/// The slug, name or family that is nearest to a word that there is not.
pub(super) fn similar(wanted: &str) -> Option<&'static str> {
    let words = FAMILIES.iter().flat_map(|family| family.words);
    let names = words.flat_map(|word| [word.slug, word.zh.name, word.en.name]);
    let families = FAMILIES.iter().flat_map(|family| [family.id, family.zh, family.en]);
    suggest(wanted, names.chain(families))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(wanted: &str) -> Vec<String> {
        let found = find(wanted);
        found.iter().flat_map(|f| f.words.iter().map(|word| format!("{} {}", f.family.id, word.slug))).collect()
    }

    #[test]
    fn a_word_is_found_by_slug_and_by_either_name() {
        for wanted in ["suspend_licence", "暂扣许可证件", "Suspension of licence"] {
            assert_eq!(words(wanted), ["SanctionKind suspend_licence"], "{wanted}");
        }
        assert_eq!(words("停产停业"), ["SanctionKind suspend_business"], "a part of one name");
        assert!(words("sanctionkind").len() > 10, "a family by its name");
        assert_eq!(words("处罚种类"), words("kind of sanction"));
        assert!(words("nonsense").is_empty());
    }

    #[test]
    fn brackets_and_severity_are_taken_off() {
        assert_eq!(bare("error[wrong-unit]"), "wrong-unit");
        assert_eq!(bare(" [ wrong-unit ]"), "wrong-unit");
        assert_eq!(bare("error-like"), "error-like");
    }
}
