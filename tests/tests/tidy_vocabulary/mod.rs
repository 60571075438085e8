//! Public words are said once, in `core/src/vocabulary`: what is made of them is in step.

use std::collections::BTreeSet;

use cailiang::Lang;
use cailiang::vocabulary::{FAMILIES, reference};

use super::{core_sources, name, none};
use cailiang_tests::{read, root};

/// The enums that `vocabulary!` makes: `Name("中文名", "english name")` behind its documentation.
fn declared(text: &str) -> Vec<&str> {
    let bodies = text.split("\nvocabulary! {\n").skip(1);
    let heads = bodies.filter_map(|body| body.lines().map(str::trim).find(|line| !line.starts_with("///")));
    heads
        .filter_map(|line| line.split_once("(\""))
        .map(|(name, _)| name.split_whitespace().last().unwrap_or(name))
        .collect()
}

#[test]
fn every_vocabulary_is_a_family_and_no_two_have_one_name() {
    let listed: Vec<&str> = FAMILIES.iter().map(|family| family.id).collect();
    let known: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(known.len(), listed.len(), "two families have one name: {listed:?}");
    let mut found = Vec::new();
    let mut count = 0;
    for path in core_sources() {
        let text = read(&path);
        for id in declared(&text) {
            count += 1;
            if !known.contains(id) {
                found.push(format!("{}: `{id}` does not stand in FAMILIES", name(&path)));
            }
        }
    }
    assert_eq!(count, listed.len(), "families and `vocabulary!` are as many");
    none(&found);
}

#[test]
fn no_two_words_of_a_family_are_the_same() {
    let mut found = Vec::new();
    for family in FAMILIES {
        let mut seen = BTreeSet::new();
        for word in family.words {
            for said in [word.slug, word.zh.name] {
                if !seen.insert(said) {
                    found.push(format!("{}: `{said}` stands twice", family.id));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn the_reference_pages_are_those_of_the_vocabulary() {
    for (lang, slug) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let path = root().join(format!("core/docs/words.{slug}.md"));
        let command = format!("cargo run -p cailiang-cli -- explain --format markdown --lang {slug} > {}", name(&path));
        let written = if path.exists() { read(&path) } else { String::new() };
        assert!(written == reference(lang), "{} is not in step; this writes it anew:\n{command}", name(&path));
    }
}
