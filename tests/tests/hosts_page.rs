//! The page for hosts of other languages: every request on it is asked, and its answer has what the page shows of it.

use std::collections::BTreeSet;

use cailiang::serve::Session;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use cailiang_tests::{read, root};
use serde_json::Value;

fn session() -> Session {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    Session::new(library)
}

/// The JSON blocks of the page, each with the heading it stands under.
fn blocks(page: &str) -> Vec<(String, Value)> {
    let (mut heading, mut block, mut found) = (String::new(), None::<String>, Vec::new());
    for line in page.lines() {
        match (&mut block, line) {
            (None, "```json") => block = Some(String::new()),
            (None, _) => {
                if let Some(text) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
                    text.trim_matches('`').clone_into(&mut heading);
                }
            }
            (Some(text), "```") => {
                let value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{heading}: {error}\n{text}"));
                found.push((heading.clone(), value));
                block = None;
            }
            (Some(text), _) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    found
}

/// Whether an answer has what is shown of it: an object more keys, `"…"` any value, or any items of a list.
fn has(answer: &Value, shown: &Value) -> bool {
    match (answer, shown) {
        (_, Value::String(left_out)) if left_out == "…" => true,
        (Value::Object(answer), Value::Object(shown)) => {
            shown.iter().all(|(key, shown)| answer.get(key).is_some_and(|value| has(value, shown)))
        }
        (Value::Array(answer), Value::Array(shown)) => in_order(answer, shown),
        _ => answer == shown,
    }
}

fn in_order(answer: &[Value], shown: &[Value]) -> bool {
    match (answer, shown) {
        ([], []) => true,
        (_, [gap, rest @ ..]) if gap == "…" => (0..=answer.len()).any(|after| in_order(&answer[after..], rest)),
        ([first, answer @ ..], [shown, rest @ ..]) => has(first, shown) && in_order(answer, rest),
        _ => false,
    }
}

#[test]
fn what_is_left_out_is_left_out_and_nothing_else() {
    let answer = serde_json::json!({"a": [1, 2, 3], "b": {"c": null}});
    for (shown, expected) in [
        (r#"{"a": [1, 2, 3]}"#, true),
        (r#"{"a": [1, "…"], "b": {}}"#, true),
        (r#"{"a": ["…", 2, "…"], "b": "…"}"#, true),
        (r#"{"a": ["…", 1, 2, 3, "…"]}"#, true),
        (r#"{"a": [1, 2]}"#, false),
        (r#"{"a": ["…", 2]}"#, false),
        (r#"{"b": {"d": "…"}}"#, false),
        (r#"{"b": {"c": {}}}"#, false),
    ] {
        assert_eq!(has(&answer, &serde_json::from_str(shown).expect("JSON")), expected, "{shown}");
    }
}

#[test]
fn every_request_on_the_page_is_answered_as_the_page_says() {
    let mut session = session();
    let page = read(&root().join("bindings/README.md"));
    let mut blocks = blocks(&page).into_iter();
    let mut asked = BTreeSet::new();
    while let Some((heading, request)) = blocks.next() {
        let answer: Value = serde_json::from_str(&session.handle(&request.to_string())).expect("an answer is JSON");
        // A request that stands alone shows how one looks: it is answered, whatever the answer is.
        if heading == "A request" {
            assert_ne!(answer["kind"], "error", "{request}\n{answer:#}");
            continue;
        }
        let (of, shown) = blocks.next().unwrap_or_else(|| panic!("{heading}: a request without its answer"));
        assert_eq!(of, heading, "a request without its answer");
        assert!(has(&answer, &shown), "{heading}\n{request}\nshown: {shown:#}\nfound: {answer:#}");
        let action = request["do"].as_str().unwrap_or("evaluate").to_owned();
        assert!(action == heading || answer["kind"] == "error", "`{action}` stands under `{heading}`");
        asked.insert(action);
    }
    let schema: Value = serde_json::from_str(cailiang_contract::REQUEST_SCHEMA).expect("JSON");
    let every = schema["$defs"]["Action"]["enum"].as_array().expect("a list").iter().filter_map(Value::as_str);
    assert_eq!(asked, every.map(str::to_owned).collect(), "every `do` has an example");
}
