//! Cases made as a jurist with only the statutes would make them, given to the engine with the built-in rulesets.

use std::collections::BTreeSet;

use cailiang::read;
use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use cailiang_tests::{files, root};
use serde_json::Value;

/// What the engine gets wrong today, each drawn apart from what is allowed. The list may only become shorter.
const WRONG_TODAY: &[&str] = &[
    // 处罚法 28(2): gains are confiscated although the clause does not name them.
    "没收违法所得",
    // The fine that 处罚法 29 takes out was a member of a choice: nothing of it is left to be chosen.
    "一个行为两条，各处罚一次",
];

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.unwrap_or_else(|| panic!("{}: {found:#?}", text.path))).unwrap();
    }
    Host::new(library)
}

/// The word of a review: its `result`, or what `conforms` and `determined` say until it has one.
fn result(answer: &Value) -> String {
    match (answer["result"].as_str(), answer["conforms"].as_bool(), answer["determined"].as_bool()) {
        (Some(result), ..) => result.to_owned(),
        (None, Some(true), Some(true)) => "conforms".to_owned(),
        (None, Some(false), Some(true)) => "deviates".to_owned(),
        (None, Some(_), Some(false)) => "undetermined".to_owned(),
        _ => format!("{}: {}", answer["code"], answer["message"]),
    }
}

/// Until a review has a `result`, `conforms` stands for inside the benchmark and inside the statute, and what is not
/// shown to deviate may be no more than undetermined.
fn agrees(answer: &Value, expected: &str) -> bool {
    let said = result(answer);
    match expected {
        _ if answer["result"].is_string() => said == expected,
        "within_statute" => said == "conforms",
        "not_shown" => said == "undetermined",
        _ => said == expected,
    }
}

/// Every case: its name, what is expected, what the engine says.
fn run() -> Vec<(String, String, Value)> {
    let (host, mut all) = (host(), Vec::new());
    for path in files(&root().join("tests/allowed")) {
        let source = Source::new(path.display().to_string(), cailiang_tests::read(&path));
        let cases = read::read_case(&source).unwrap_or_else(|f| panic!("{}: {}", path.display(), f.message()));
        for case in cases {
            let name = case.name.clone().expect("a case has a name");
            assert!(case.hand.as_deref().is_some_and(|hand| !hand.is_empty()), "{name} shows its reasoning");
            let expected = case.expect.as_ref().and_then(|node| node.get("result")).and_then(|node| node.as_str());
            let expected = expected.unwrap_or_else(|| panic!("{name} expects no result")).to_owned();
            all.push((name, expected, serde_json::from_str(&host.answer(&case, &source)).expect("an answer is JSON")));
        }
    }
    all
}

fn told((name, expected, answer): &(String, String, Value)) -> String {
    format!("{name}: expected {expected}, got {}", result(answer))
}

#[test]
fn a_jurist_with_only_the_statutes_finds_the_same() {
    let all = run();
    let names: BTreeSet<&str> = all.iter().map(|(name, ..)| name.as_str()).collect();
    assert!(all.len() >= 60 && names.len() == all.len(), "{} cases, {} names", all.len(), names.len());
    assert!(WRONG_TODAY.iter().all(|name| names.contains(name)), "a name of no case");
    let wrong = |case: &&(String, String, Value)| !agrees(&case.2, &case.1);
    let found: Vec<String> =
        all.iter().filter(wrong).filter(|(n, ..)| !WRONG_TODAY.contains(&&**n)).map(told).collect();
    assert!(found.is_empty(), "{} of {}\n{}", found.len(), all.len(), found.join("\n"));
    let right: Vec<&&str> =
        WRONG_TODAY.iter().filter(|name| all.iter().any(|c| c.0 == ***name && agrees(&c.2, &c.1))).collect();
    assert!(right.is_empty(), "right by now, take them off the list: {right:?}");
}
