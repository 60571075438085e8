//! The format page, the JSON Schema and the published rulesets agree: what one allows, all allow.

use cailiang::syntax::{self, Node, NodeKind, Style};
use cailiang::{Ruleset, Source, compile};
use cailiang_tests::{files, read, root};
use serde_json::{Map, Value};

/// The YAML blocks of the format page that are whole rulesets.
fn blocks() -> Vec<Source> {
    let page = read(&root().join("core/docs/format.md"));
    let starts = page.split("```yaml ruleset\n").skip(1);
    starts
        .map(|rest| rest.split("\n```").next().expect("split gives at least one part"))
        .enumerate()
        .map(|(number, text)| Source::new(format!("format.md, block {}", number + 1), text))
        .collect()
}

fn published() -> Vec<Source> {
    let wanted = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("20") && name.ends_with(".yaml") && !name.ends_with(".cases.yaml")
    };
    let found = files(&root().join("rulesets/cn"));
    found.iter().filter(wanted).map(|path| Source::new(path.display().to_string(), read(path))).collect()
}

/// A tree as an editor's YAML reader sees it: plain `1` is a number, plain `true` a truth value.
fn json(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Scalar { text, style: Style::Quoted } => Value::String(text.clone()),
        NodeKind::Scalar { text, style: Style::Plain } => match serde_json::from_str(text) {
            Ok(value @ (Value::Bool(_) | Value::Number(_))) => value,
            _ => Value::String(text.clone()),
        },
        NodeKind::Sequence(items) => Value::Array(items.iter().map(json).collect()),
        NodeKind::Mapping(entries) => {
            let pairs = entries.iter().map(|entry| (entry.key.text.clone(), json(&entry.value)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}

fn validator() -> jsonschema::Validator {
    let schema = serde_json::from_str(&compile::json_schema()).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

/// What the schema says against a text.
fn refused(validator: &jsonschema::Validator, source: &Source) -> Vec<String> {
    let (tree, _) = syntax::read(source);
    let value = json(&tree.expect("the text can be read"));
    validator.iter_errors(&value).map(|e| format!("{}: {e} at {}", source.name(), e.instance_path())).collect()
}

#[test]
fn the_rulesets_of_the_page_and_the_published_ones_compile_without_diagnostics() {
    let blocks = blocks();
    assert!(!blocks.is_empty(), "the page has no block marked `yaml ruleset`");
    let mut found = Vec::new();
    for source in blocks.into_iter().chain(published()) {
        let (ruleset, diagnostics) = Ruleset::compile(&source);
        assert_eq!(ruleset.is_none(), diagnostics.iter().any(|one| one.is_error()), "{}", source.name());
        found.extend(diagnostics.iter().map(|one| {
            let (line, column) = source.line_column(one.span().start);
            format!("{}:{line}:{column} {one}", source.name())
        }));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_schema_accepts_the_page_the_good_cases_and_the_published_rulesets() {
    let good = cailiang_tests::cases("good");
    let good = good.iter().map(|path| Source::new(path.display().to_string(), read(path)));
    let (blocks, published) = (blocks(), published());
    assert!(published.len() >= 5, "only {} published rulesets were found", published.len());
    let validator = validator();
    let sources = blocks.into_iter().chain(published).chain(good);
    let found: Vec<String> = sources.flat_map(|source| refused(&validator, &source)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_schema_refuses_wrong_shapes() {
    let validator = validator();
    let head = "cailiang: 1\nruleset: a\ntitle: 甲\nissuer: 乙\nin_force: {from: 2024-01-01}\nstatus: in_force\n";
    for (rest, place) in [
        ("", None),
        ("tier: [轻微]", Some("")),                           // unknown key
        ("tiers: 轻微", Some("/tiers")),                      // not a list
        ("facts: {甲: {unit: 日}}", Some("/facts/甲")),       // `type` is missing
        ("phrases: {以上: both}", Some("/phrases/以上")),     // not one of the words
        ("define: {甲: {is: 1, if: 2}}", Some("/define/甲")), // neither value nor mapping
        ("uses: [[a]]", Some("/uses/0")),                     // not text
        ("factors: {甲: {levels: {乙: {some: [丙]}}}}", Some("/factors/甲/levels/乙")), // no condition
    ] {
        let source = Source::new("a.yaml", format!("{head}{rest}"));
        let (tree, _) = syntax::read(&source);
        let value = json(&tree.expect("the text can be read"));
        let found: Vec<String> = validator.iter_errors(&value).map(|e| e.instance_path().to_string()).collect();
        assert_eq!(found, place.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{rest}");
    }
}
