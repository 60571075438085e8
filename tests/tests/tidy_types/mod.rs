//! Habits about types: rows are copied between tables field by field, and a name is one type.

use std::collections::BTreeMap;
use std::path::Path;

use super::{code, core_sources, name, none};
use cailiang_tests::root;

/// Whether a line takes the fields that it does not name from another value: `Row { when, ..row.clone() }`.
fn updates(line: &str) -> bool {
    let mut before = ' ';
    let mut rest = line;
    while let Some(at) = rest.find("..") {
        before = rest[..at].chars().next_back().unwrap_or(before);
        rest = &rest[at + 2..];
        let after = rest.chars().next().unwrap_or('}');
        if " {,".contains(before) && (after.is_alphabetic() || "*&(".contains(after)) {
            return true;
        }
        before = '.';
    }
    false
}

/// Whether an arm copies whatever comes: `other => other.clone()`.
fn passes_on(line: &str) -> bool {
    let Some((before, after)) = line.split_once(" => ") else { return false };
    let name = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    name.starts_with(char::is_lowercase) && after.starts_with(&format!("{name}.clone()"))
}

#[test]
fn copies_that_forget_are_found() {
    for line in [
        "    Ground { when: row.when.rename(to), ..row.clone() }",
        "        ..*self",
        "    let a = Row { id, ..Default::default() };",
    ] {
        assert!(updates(line), "{line}");
    }
    for line in ["(0..levels.len()).map(f)", "let Tables { facts, .. } = tables;", "&text[..end]", "for i in 0..n {"] {
        assert!(!updates(line), "{line}");
    }
    assert!(passes_on("            other => other.clone(),") && passes_on("rest => rest.clone(),"));
    assert!(!passes_on("Self::Text(of) => of.clone(),") && !passes_on("None => start.clone(),"));
}

/// A row that is copied into the tables of a program has ids of its own in all its parts: a part that is taken over as
/// it is would read another table's facts, and nothing would say so.
#[test]
fn rows_are_copied_between_tables_field_by_field() {
    let copies = |path: &Path| {
        let path = path.strip_prefix(root().join("core/src")).unwrap_or(path);
        path.starts_with("link") || path.ends_with("expr/walk.rs")
    };
    let mut found = Vec::new();
    for path in core_sources().iter().filter(|path| copies(path)) {
        let text = cailiang_tests::read(path);
        let lines = code(&text).filter(|(_, line)| updates(line) || passes_on(line));
        found.extend(lines.map(|(number, line)| format!("{}:{number}: {}", name(path), line.trim())));
    }
    none(&found);
}

/// Names that several types of core share, still; the list may only become shorter.
const SHARED: &[&str] =
    &["About", "Allowed", "Decision", "Ground", "How", "Id", "Key", "Object", "Place", "Style", "Word"];

/// The name of a type that a line declares, if it does; types of traits stand further in.
fn declares(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub(super) ").or_else(|| line.strip_prefix("pub(crate) ")).unwrap_or(line);
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let line =
        ["struct ", "enum ", "trait ", "type ", "union "].into_iter().find_map(|word| line.strip_prefix(word))?;
    Some(&line[..line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len())])
}

#[test]
fn declarations_are_found() {
    assert_eq!(declares("pub(super) struct Case<'a> {"), Some("Case"));
    assert_eq!(declares("type How = (bool, Pull);"), Some("How"));
    assert!(declares("    type Item = I;").is_none() && declares("impl Case {").is_none());
}

/// Whoever reads `Case` need not look up which of five it is.
#[test]
fn a_name_is_one_type_in_core() {
    let mut declared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in core_sources() {
        for (number, line) in code(&cailiang_tests::read(&path)) {
            if let Some(of) = declares(line) {
                declared.entry(of.to_owned()).or_default().push(format!("{}:{number}", name(&path)));
            }
        }
    }
    let several = |of: &str| declared.get(of).is_some_and(|places| places.len() > 1);
    let new = declared.iter().filter(|(of, places)| places.len() > 1 && !SHARED.contains(&of.as_str()));
    let mut found: Vec<String> = new.map(|(of, places)| format!("`{of}`: {}", places.join(", "))).collect();
    found.extend(
        SHARED.iter().filter(|of| !several(of)).map(|of| format!("`{of}` is one type now: take it off the list")),
    );
    none(&found);
}
