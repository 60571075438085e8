//! Habits that a reader relies on, held by a test: layers, circles, module docs, sizes, one case for every code.

mod tidy_circles;
mod tidy_law;
mod tidy_types;
mod tidy_vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cailiang::diagnostic::Code;
use cailiang_tests::{cases, expectations, files, read, root};

/// The modules of core, from the bottom up. A module uses its own layer and those before it.
const LAYERS: &[&[&str]] = &[
    &["value", "gather"],
    &["vocabulary"],
    &["source", "diagnostic", "syntax"],
    &["expr"],
    &["ruleset", "compile"],
    &["link"],
    &["facts", "outcome", "evaluate"],
    &["decide"],
    &["render"],
    &["analysis", "cases", "diff"],
    &["failure"],
    &["answer"],
    &["read"],
    &["serve"],
];

/// Codes without a case in the suite, each with its reason.
const WITHOUT_CASE: &[(Code, &str)] = &[
    (Code::TierOrder, "found by analysis, with facts that show it"),
    (Code::LevelsOverlap, "found by analysis, with facts that show it"),
    (Code::UsesNotInForce, "needs several files; tested in link"),
    (Code::DuplicateRuleset, "needs several files; tested in link"),
    (Code::FactConflict, "needs several files; tested in link"),
    (Code::UnknownOffence, "needs a case; tested in link"),
];

const FOLDERS: &[&str] = &["core", "rulesets", "wasm", "bindings", "benches", "tests", "examples"];
const LONGEST_LINE: usize = 120;
const MOST_LINES: usize = 700;

fn sources() -> Vec<PathBuf> {
    let folders = FOLDERS.iter().map(|folder| root().join(folder)).filter(|folder| folder.is_dir());
    let rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let built = |path: &PathBuf| path.iter().any(|part| part == "target" || part == "node_modules");
    folders.flat_map(|folder| files(&folder)).filter(|path| rust(path) && !built(path)).collect()
}

fn core_sources() -> Vec<PathBuf> {
    files(&root().join("core/src")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{} found\n{}", found.len(), found.join("\n"));
}

/// What lib.rs re-exports, each with the module it comes from: `pub use source::{Source, Span};`
fn exports() -> BTreeMap<String, String> {
    let text = read(&root().join("core/src/lib.rs"));
    let mut found = BTreeMap::new();
    for line in text.split(';').filter_map(|line| line.trim().strip_prefix("pub use ")) {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        let module = words.next().unwrap_or_default();
        found.extend(words.map(|name| (name.to_owned(), module.to_owned())));
    }
    found
}

/// docs.rs shows the root first: what the ordinary path does not need stands in its module.
#[test]
fn the_root_has_the_names_of_the_ordinary_path() {
    let names = exports();
    assert!(names.len() <= 20, "{} names: {:?}", names.len(), names.keys());
}

/// The part of a file before its unit tests, without comments: tests may look wherever they like.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    lines.enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(number, line)| (number + 1, line))
}

/// The first names of all `crate::…` paths of a line, in braces as well.
fn used(line: &str) -> Vec<&str> {
    let word = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let mut found = Vec::new();
    for after in line.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => found.push(&after[..word(after)]),
            Some(group) => {
                let (mut depth, mut start) = (0, true);
                for (at, sign) in group.char_indices() {
                    match sign {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        ' ' => {}
                        _ if start => {
                            found.push(&group[at..at + word(&group[at..])]);
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn paths_are_found_wherever_they_stand() {
    assert_eq!(used("use crate::value::{Date, Rational};"), ["value"]);
    assert_eq!(used("use crate::{expr::{Cond, Expr}, value, Source};"), ["expr", "value", "Source"]);
    assert_eq!(used("let a = crate::syntax::suggest(crate::Ruleset::of(x));"), ["syntax", "Ruleset"]);
    assert!(used("use std::sync::Arc; use super::keys;").is_empty());
}

#[test]
fn a_module_of_core_uses_only_layers_below_it() {
    let exports = exports();
    let layer = |name: &str| {
        let module = exports.get(name).map_or(name, String::as_str);
        LAYERS.iter().position(|layer| layer.contains(&module))
    };
    let folder = root().join("core/src");
    let mut found = Vec::new();
    for path in core_sources() {
        let inside = path.strip_prefix(&folder).expect("the file is in the folder");
        let Some(first) = inside.iter().next().map(|part| part.to_string_lossy()) else { continue };
        let module = first.trim_end_matches(".rs");
        // lib.rs names them all, and unit tests may look wherever they like.
        if module == "lib" || inside.iter().any(|part| part == "tests.rs" || part == "tests") {
            continue;
        }
        let Some(own) = layer(module) else {
            found.push(format!("{}: `{module}` has no place in the table of layers", name(&path)));
            continue;
        };
        let text = read(&path);
        for (number, line) in code(&text) {
            for used in used(line) {
                match layer(used) {
                    Some(other) if other > own => {
                        found
                            .push(format!("{}:{number}: `{module}` uses `{used}`, which stands above it", name(&path)));
                    }
                    Some(_) => {}
                    None => found.push(format!("{}:{number}: `{used}` is in no layer", name(&path))),
                }
            }
        }
    }
    none(&found);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let begins = |text: &str| text.starts_with("//!") || text.starts_with("#!") || text.starts_with("// @generated");
    let silent = sources().into_iter().filter(|path| !begins(&read(path)));
    none(&silent.map(|path| format!("{} has no `//!` line", name(&path))).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_for_later() {
    // In pieces, so that this file does not find itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
    let mut found = Vec::new();
    for path in sources() {
        for (number, line) in read(&path).lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{}: {}", name(&path), number + 1, line.trim()));
            }
        }
    }
    none(&found);
}

#[test]
fn lines_and_files_are_short() {
    let mut found = Vec::new();
    for path in sources() {
        let text = read(&path);
        let lines = text.lines().count();
        // The pages of diagnostics are one list, read by looking up, not from top to bottom.
        if lines > MOST_LINES && !path.ends_with("core/src/vocabulary/diagnostic.rs") {
            found.push(format!("{}: {lines} lines, more than {MOST_LINES}: what is its second subject?", name(&path)));
        }
        for (number, line) in text.lines().enumerate() {
            let length = line.chars().count();
            // What the program prints, line for line, is not folded.
            let printed = name(&path) == "core/src/render/tests.rs";
            if length > LONGEST_LINE && !printed {
                found.push(format!("{}:{}: {length} characters, more than {LONGEST_LINE}", name(&path), number + 1));
            }
        }
    }
    none(&found);
}

#[test]
fn core_has_no_map_without_an_order() {
    let words = ["std::collections::HashMap", "HashMap<", "HashSet<"];
    let mut found = Vec::new();
    for path in core_sources() {
        let text = read(&path);
        let lines = code(&text).filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        found.extend(lines.map(|(number, line)| format!("{}:{number}: {}", name(&path), line.trim())));
    }
    none(&found);
}

/// Each `collect` is four functions in the module for browsers; `gather` is one loop there, and `collect` elsewhere.
#[test]
fn core_gathers() {
    let mut found = Vec::new();
    for path in core_sources().iter().filter(|path| !path.ends_with("gather.rs")) {
        let text = read(path);
        let lines = code(&text).filter(|(_, line)| line.contains(".collect()") || line.contains(".collect::<"));
        found.extend(lines.map(|(number, line)| format!("{}:{number}: {}", name(path), line.trim())));
    }
    let found: Vec<String> = found.into_iter().filter(|line| !line.contains("/tests")).collect();
    none(&found);
}

#[test]
fn every_code_has_a_case() {
    let mut asked: BTreeSet<String> = BTreeSet::new();
    for case in ["good", "bad"].into_iter().flat_map(cases) {
        let expected = expectations(&case, &read(&case)).unwrap_or_default();
        let slugs = expected.iter().filter_map(|one| one.kind.split(['[', ']']).nth(1));
        asked.extend(slugs.map(str::to_owned));
    }
    let excused: BTreeMap<Code, &str> = WITHOUT_CASE.iter().copied().collect();
    let mut found = Vec::new();
    for code in Code::ALL {
        match (asked.contains(code.as_str()), excused.get(code)) {
            (false, None) => found.push(format!("`{code}` has no case in tests/suite")),
            (true, Some(reason)) => found.push(format!("`{code}` has a case now and needs no excuse: {reason}")),
            _ => {}
        }
    }
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    found.extend(
        asked.iter().filter(|slug| !known.contains(slug.as_str())).map(|slug| format!("there is no code `{slug}`")),
    );
    none(&found);
}
