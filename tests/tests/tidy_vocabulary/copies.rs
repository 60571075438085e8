//! No name of a public word stands outside the vocabulary: a copy would go its own way, as the page's once did.

use std::collections::{BTreeMap, BTreeSet};

use cailiang::vocabulary::{FAMILIES, Family};
use serde_json::Value;

use super::super::{code, name, none, sources};
use cailiang_tests::{files, read, root};

/// A name is short; what is longer, or has places to fill in, is a sentence.
const LONGEST_NAME: usize = 12;

fn family(id: &str) -> Option<&'static Family> {
    FAMILIES.iter().copied().find(|family| family.id == id)
}

/// The texts between quotation marks of a line.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

fn is_name(text: &str) -> bool {
    let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    chinese && text.chars().count() <= LONGEST_NAME && !text.contains('{')
}

/// What a match says: the words before each `=>` that leads to a name, by family: `Force::Must => "应当"`.
fn named(text: &str) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let mut found: BTreeMap<&'static str, BTreeSet<&str>> = BTreeMap::new();
    for (_, line) in code(text) {
        let Some((before, after)) = line.split_once("=>") else { continue };
        if !literals(after).any(is_name) {
            continue;
        }
        for (at, _) in before.match_indices("::") {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let start = before[..at].rfind(|c: char| !is_part(c)).map_or(0, |at| at + 1);
            let rest = &before[at + 2..];
            let variant = &rest[..rest.find(|c: char| !is_part(c)).unwrap_or(rest.len())];
            if let Some(family) = family(&before[start..at]) {
                found.entry(family.id).or_default().insert(variant);
            }
        }
        for slug in literals(before) {
            let has = |family: &&Family| family.words.iter().any(|word| word.slug == slug);
            for family in FAMILIES.iter().copied().filter(has) {
                found.entry(family.id).or_default().insert(slug);
            }
        }
    }
    found
}

#[test]
fn matches_that_name_words_are_found() {
    let arms = "Force::Must => pick(\"应当\", \"must\"),\nFine | Force::May => \"可以\",\nForce::X => \"{}应当\",\n";
    assert_eq!(named(arms)["Force"], BTreeSet::from(["May", "Must"]));
    assert_eq!(named("(\"unit\", true) => \"当事人\",")["Target"], BTreeSet::from(["unit"]));
    assert!(named("// Force::Must => \"应当\"\nlet a = \"应当\";\nForce::Must => true,").is_empty());
}

/// Sentences may say a word in their own way; a match that has a name for every word of a family is a second list.
#[test]
fn no_family_is_named_a_second_time() {
    let mut found = Vec::new();
    let own = root().join("core/src/vocabulary");
    for path in sources().iter().filter(|path| !path.starts_with(&own) && !name(path).contains("tests")) {
        for (id, words) in named(&read(path)) {
            let all = family(id).map_or(0, |family| family.words.len());
            if words.len() == all && all > 2 {
                found.push(format!("{}: names all of {id}: let it ask `{id}::name`", name(path)));
            }
        }
    }
    none(&found);
}

/// Where a name is said of the very word, both languages letter for letter.
#[test]
fn no_arm_repeats_the_names_of_its_word() {
    let mut found = Vec::new();
    let own = root().join("core/src/vocabulary");
    for path in sources().iter().filter(|path| !path.starts_with(&own) && !name(path).contains("tests")) {
        let text = read(path);
        for (number, line) in code(&text) {
            let Some((before, after)) = line.split_once("=>") else { continue };
            let said: Vec<&str> = literals(after).collect();
            let repeats = |family: &&&Family| {
                before.contains(&format!("{}::", family.id))
                    && family.words.iter().any(|word| said.contains(&word.zh.name) && said.contains(&word.en.name))
            };
            if let Some(family) = FAMILIES.iter().find(repeats) {
                found.push(format!("{}:{number}: a name of {}: {}", name(path), family.id, line.trim()));
            }
        }
    }
    none(&found);
}

/// The page: labels are its own, `duty_hearing` is a word. Names come with the package, `word("Duty", …)`.
#[test]
fn the_page_has_no_labels_of_words() {
    let slugs: BTreeSet<&str> = FAMILIES.iter().flat_map(|family| family.words).map(|word| word.slug).collect();
    let mut found = Vec::new();
    let page = root().join("examples/web/src");
    for path in files(&page).iter().filter(|path| path.extension().is_some_and(|end| end == "js")) {
        for (number, line) in read(path).lines().enumerate() {
            let at = format!("{}:{}", name(path), number + 1);
            let key = line.split_once(": \"").map(|(key, _)| key.trim().trim_matches('"'));
            if let Some((_, slug)) =
                key.and_then(|key| key.split_once('_')).filter(|(_, slug)| slugs.contains(slug) && slug.is_ascii())
            {
                found.push(format!("{at}: `{slug}` is a word of the vocabulary: {}", line.trim()));
            }
            for asked in line.split("word(\"").skip(1) {
                let id = asked.split('"').next().unwrap_or_default();
                if family(id).is_none() {
                    found.push(format!("{at}: there is no family `{id}`"));
                }
            }
        }
    }
    none(&found);
}

/// The lists of words of a schema, each with its place; those of a condition only choose among words.
fn lists<'a>(schema: &'a Value, at: &str, found: &mut Vec<(String, Vec<&'a str>)>) {
    match schema {
        Value::Object(members) => {
            let words =
                members.get("enum").and_then(Value::as_array).map(|words| words.iter().filter_map(Value::as_str));
            let words: Vec<&str> = words.into_iter().flatten().collect();
            if !words.is_empty() {
                found.push((at.to_owned(), words));
            }
            let others = members.iter().filter(|(key, _)| *key != "if");
            others.for_each(|(key, inner)| lists(inner, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => items.iter().for_each(|inner| lists(inner, at, found)),
        _ => {}
    }
}

/// A list of words is a definition that is called as its family, word for word and in its order.
#[test]
fn the_words_of_the_schemas_are_those_of_the_vocabulary() {
    let mut wrong = Vec::new();
    for file in ["answer", "request"] {
        let path = root().join(format!("bindings/contract/schema/{file}.schema.json"));
        let schema: Value = serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut found = Vec::new();
        lists(&schema, "", &mut found);
        assert!(found.len() > 3, "{file} has words");
        for (at, words) in found {
            let family = at.strip_prefix("/$defs/").and_then(family);
            if !family.is_some_and(|family| family.words.iter().map(|word| word.slug).eq(words.iter().copied())) {
                wrong.push(format!("{}{at}: {words:?} are not the words of a family of this name", name(&path)));
            }
        }
    }
    none(&wrong);
}
