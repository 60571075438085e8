//! The types of the contract say what the engine says: every answer of the corpus, read into them and written again, is
//! the same JSON, and so is every request; the schemas that are checked in are those that the types generate.

use std::collections::BTreeMap;

use cailiang::answer::Json;
use cailiang::read;
use cailiang::serve::{self, Host};
use cailiang::vocabulary::Action;
use cailiang::{Library, Ruleset, Source};
use cailiang_contract::{Answer, Keys, REQUEST_SCHEMA, Request, SCHEMA, answer_schema, request_schema};
use cailiang_rulesets::{CASES, PROCEDURES, RULESETS};
use cailiang_tests::{cases, files, root};
use serde_json::{Value, json};

/// A library of rulesets, and the texts of its worked cases, each with its name.
fn libraries() -> [(Host, Vec<(String, String)>); 2] {
    let text = |text: &cailiang_rulesets::Text| (text.path.to_owned(), text.text.to_owned());
    let published: Vec<_> = RULESETS.iter().map(text).collect();
    let worked = CASES.iter().chain(PROCEDURES).map(text).collect();
    let models = files(&root().join("tests/models"))
        .into_iter()
        .map(|path| (path.display().to_string(), cailiang_tests::read(&path)));
    let (of_models, models) = models.partition::<Vec<_>, _>(|(name, _)| name.ends_with(".cases.yaml"));
    [(host(&published), worked), (host(&models), of_models)]
}

fn host(texts: &[(String, String)]) -> Host {
    let mut library = Library::new();
    for (name, text) in texts {
        let (ruleset, found) = Ruleset::compile(&Source::new(name.as_str(), text.as_str()));
        library.add(ruleset.unwrap_or_else(|| panic!("{name}: {found:?}"))).expect("versions do not overlap");
    }
    Host::new(library)
}

/// What answers were found to be, and how many of each kind.
struct Seen {
    closed: jsonschema::Validator,
    open: jsonschema::Validator,
    kinds: BTreeMap<String, usize>,
}

impl Seen {
    fn new() -> Self {
        let [closed, open] = [Keys::Closed, Keys::Open].map(|keys| {
            let schema: Value = serde_json::from_str(&answer_schema(keys)).expect("JSON");
            jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
            jsonschema::validator_for(&schema).expect("the schema can be used")
        });
        Self { closed, open, kinds: BTreeMap::new() }
    }

    /// An answer is the same after the types have read and written it, and fits both schemas.
    fn hold(&mut self, answer: &str, of: &str) -> Value {
        let value: Value = serde_json::from_str(answer).expect("an answer is JSON");
        let typed: Answer = answer.parse().unwrap_or_else(|error| panic!("{of}: {error}\n{answer}"));
        let again = serde_json::to_value(&typed).expect("JSON");
        assert!(again == value, "{of}: {}", differs(&value, &again, ""));
        for validator in [&self.closed, &self.open] {
            let found: Vec<String> =
                validator.iter_errors(&value).map(|e| format!("{e} at {}", e.instance_path())).collect();
            assert!(found.is_empty(), "{of}: {found:#?}");
        }
        *self.kinds.entry(value["kind"].as_str().expect("a kind").to_owned()).or_default() += 1;
        value
    }
}

/// Where two values differ first.
fn differs(one: &Value, other: &Value, at: &str) -> String {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = a.keys().chain(b.keys()).find(|key| a.get(*key) != b.get(*key));
            keys.map_or_else(String::new, |key| {
                differs(
                    a.get(key).unwrap_or(&"absent".into()),
                    b.get(key).unwrap_or(&"absent".into()),
                    &format!("{at}/{key}"),
                )
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let differing = a.iter().zip(b).enumerate().find(|(_, (x, y))| x != y);
            differing.map_or_else(String::new, |(number, (x, y))| differs(x, y, &format!("{at}/{number}")))
        }
        _ => format!("{one} became {other} at {at}"),
    }
}

/// Whatever can be asked about a case; a decision is the one that its outcome suggests, and the receipt its own.
fn ask_all(host: &Host, case: &mut cailiang::read::Request, source: &Source, seen: &mut Seen, of: &str) {
    let node = |value: &Value| cailiang::syntax::read(&Source::new("json", value.to_string())).0;
    let worked = case.action;
    case.receipt = worked != Action::Replay;
    case.letter = case.case.is_some();
    case.text = Some(cailiang::render::Style::default());
    let outcome = seen.hold(&host.answer(case, source), of);
    if case.decision.is_none() {
        case.decision = match outcome["acts"].as_array() {
            Some(acts) => node(&json!({(acts[0]["id"].as_str().expect("an id")): {"unit": {"fine": 1}}})),
            None => node(&imposed(&outcome)),
        };
    }
    let receipt = outcome.get("receipt").cloned();
    case.stored = receipt.as_ref().and_then(node);
    let [all, whole] = [
        &[Action::Ask, Action::Explain, Action::Describe, Action::Tiers, Action::Nearest, Action::Review][..],
        &[Action::Review][..],
    ];
    let replay = if case.stored.is_some() { &[Action::Replay][..] } else { &[] };
    let actions = if worked == Action::Procedure {
        &[][..]
    } else if case.case.is_some() {
        whole
    } else {
        all
    };
    for action in actions.iter().chain(replay) {
        case.action = *action;
        seen.hold(&host.answer(case, source), &format!("{of} {action:?}"));
    }
}

/// The least of every sanction of an outcome.
fn imposed(outcome: &Value) -> Value {
    let mut decision = serde_json::Map::new();
    for target in outcome["targets"].as_array().into_iter().flatten() {
        let mut sanctions = serde_json::Map::new();
        for sanction in target["sanctions"].as_array().into_iter().flatten() {
            let least = &sanction["amount"]["min"]["value"];
            let number = least.as_str().filter(|text| !text.contains('/')).map_or(Value::Bool(true), |_| least.clone());
            sanctions.insert(sanction["id"].as_str().expect("an id").to_owned(), number);
        }
        decision.insert(target["target"].as_str().expect("a target").to_owned(), sanctions.into());
    }
    decision.into()
}

#[test]
fn every_answer_of_the_corpus_is_what_the_types_say() {
    let mut seen = Seen::new();
    for (host, worked) in libraries() {
        for (name, text) in worked {
            let source = Source::new(name.as_str(), text.as_str());
            for mut case in read::read_case(&source).expect("a case file") {
                let of = format!("{name} {}", case.name.clone().unwrap_or_default());
                ask_all(&host, &mut case, &source, &mut seen, &of);
            }
        }
        for all in ["describe", "version"] {
            seen.hold(&host.handle(&json!({"do": all, "id": 7, "name": "案"}).to_string()), all);
        }
    }
    for kind in ["good", "bad"] {
        for path in cases(kind) {
            let text = json!({"name": path.display().to_string(), "text": cailiang_tests::read(&path)});
            let request = json!({"do": "check", "rulesets": [text]});
            seen.hold(&Host::default().handle(&request.to_string()), &path.display().to_string());
        }
    }
    for request in ["", "{", "[]", "{}", r#"{"ruleset": "cn.a", "offence": "b", "fact": {}}"#] {
        seen.hold(&serve::handle(request), request);
    }
    let least = [
        ("penalty", 200),
        ("licence", 50),
        ("applicants", 5),
        ("questions", 200),
        ("diagnostics", 300),
        ("review", 200),
        ("case_review", 5),
        ("replay", 200),
        ("decision", 20),
        ("procedure", 100),
        ("description", 200),
        ("explanation", 200),
        ("tiers", 100),
        ("nearest", 200),
        ("version", 2),
        ("error", 5),
    ];
    for (kind, least) in least {
        let there = seen.kinds.get(kind).copied().unwrap_or_default();
        assert!(there >= least, "{there} of {kind}, where {least} are expected: {:#?}", seen.kinds);
    }
}

#[test]
fn every_request_of_the_corpus_is_what_the_types_say() {
    let schema: Value = serde_json::from_str(REQUEST_SCHEMA).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema can be used");
    let mut ran = 0;
    for (_, worked) in libraries() {
        for (name, text) in worked {
            let (node, _) = cailiang::syntax::read(&Source::new(name.as_str(), text.as_str()));
            let json = Json::from(&node.expect("a case file")).write();
            let value: Value = serde_json::from_str(&json).expect("JSON");
            let mut requests = vec![value.clone()];
            // A case of a file that has several has the keys above them.
            requests.extend(value["cases"].as_array().into_iter().flatten().map(|case| {
                let mut whole = value.clone();
                let members = whole.as_object_mut().expect("an object");
                members.remove("cases");
                members.extend(case.as_object().expect("a case").clone());
                whole
            }));
            for mut request in requests {
                // What is empty says what it says when it is left out, and is left out by the types.
                let empty = |value: &Value| *value == json!({}) || *value == json!([]);
                request.as_object_mut().expect("an object").retain(|_, value| !empty(value));
                // In YAML `hand: 52` is text.
                if let Some(hand) = request.get_mut("hand").filter(|hand| hand.is_number()) {
                    *hand = hand.to_string().into();
                }
                let found: Vec<String> = validator.iter_errors(&request).map(|e| e.to_string()).collect();
                assert!(found.is_empty(), "{name}: {found:#?}\n{request}");
                let typed: Request = serde_json::from_value(request.clone())
                    .unwrap_or_else(|error| panic!("{name}: {error}\n{request}"));
                let again = serde_json::to_value(&typed).expect("JSON");
                assert!(again == request, "{name}: {}", differs(&request, &again, ""));
                ran += 1;
            }
        }
    }
    assert!(ran >= 300, "only {ran} requests");
}

#[test]
fn the_schemas_that_are_checked_in_are_those_of_the_types() {
    let again = "write them with `cargo run -p cailiang-contract --example schemas`";
    assert!(answer_schema(Keys::Open) == SCHEMA, "answer.schema.json is not that of the types: {again}");
    assert!(request_schema() == REQUEST_SCHEMA, "request.schema.json is not that of the types: {again}");
}
