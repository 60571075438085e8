//! Public words are said once, in `core/src/vocabulary`: what is made of them is in step.

mod copies;

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
fn a_word_has_one_slug_and_name_in_its_family_and_a_page_that_says_more() {
    let mut found = Vec::new();
    for family in FAMILIES {
        let (mut slugs, mut names) = (BTreeSet::new(), BTreeSet::new());
        for word in family.words {
            if !slugs.insert(word.slug) || !names.insert(word.zh.name) {
                found.push(format!("{}: `{}` or its name stands twice", family.id, word.slug));
            }
            for said in [word.zh, word.en] {
                let page = said.page.trim();
                if said.name.is_empty() || page != said.page || page.chars().count() <= said.name.chars().count() {
                    found.push(format!("{} {}: `{}`: {page:?}", family.id, word.slug, said.name));
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
