//! The JSON contract: every answer fits the schema that is checked in, begins as promised, and is the same bytes for
//! the same request.

use std::collections::BTreeSet;

use cailiang::answer::Json;
use cailiang::read;
use cailiang::serve::{Host, Session};
use cailiang::{Library, Ruleset, Source};
use cailiang_contract::{Keys, REQUEST_SCHEMA, answer_schema};
use cailiang_rulesets::{CASES, PROCEDURES, RULESETS};
use serde_json::{Value, json};

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    Host::new(library)
}

fn validator(schema: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

fn problems(validator: &jsonschema::Validator, answer: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(answer).expect("an answer is JSON");
    validator.iter_errors(&value).map(|e| format!("{e} at {}", e.instance_path())).collect()
}

/// The citations that stand in an answer, by their keys; an answer inside another has no table of its own.
fn cited<'a>(value: &'a Value, inside: bool, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| cited(item, true, found)),
        Value::Object(members) => {
            for (key, value) in members {
                if key == "citations" {
                    assert!(!inside, "a table inside an answer: {value}");
                    continue;
                }
                if ["basis", "order_basis", "general_basis", "citation"].contains(&key.as_str()) {
                    found.extend(value.as_str());
                    found.extend(value.as_array().into_iter().flatten().filter_map(Value::as_str));
                }
                cited(value, true, found);
            }
        }
        _ => {}
    }
}

/// The table of citations has every citation of the answer, once; gives it back.
fn citations(answer: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(answer).expect("JSON");
    let table = value["citations"].as_array().unwrap_or_else(|| panic!("no citations: {answer}")).clone();
    let keys: Vec<&str> = table.iter().map(|one| one["text"].as_str().expect("a text")).collect();
    let mut found = BTreeSet::new();
    cited(&value, false, &mut found);
    assert_eq!(keys.iter().copied().collect::<BTreeSet<_>>(), found, "{answer}");
    assert_eq!(keys.len(), found.len(), "a citation stands twice: {keys:?}");
    table
}

#[test]
fn a_citation_is_data_with_the_law_that_the_governing_rulesets_declare() {
    let host = host();
    let request = json!({
        "ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "on": "2024-05-01", "do": "describe"
    });
    let answer = host.handle(&request.to_string());
    let table = citations(&answer);
    let first = &table[0];
    let value: Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!(first["text"], value["offence"]["basis"]);
    let laws = value["rulesets"][0]["laws"].as_array().expect("laws");
    let law = laws.iter().find(|law| law["short"] == first["law"]).expect("a declared law");
    assert_eq!((&first["title"], &first["edition"]), (&law["title"], &law["edition"]), "{first}");
    assert_eq!((&first["short"], &first["article"]), (&json!("食品安全法 122(1)"), &json!("122")), "{first}");
    assert_eq!((&first["paragraph"], &first["item"]), (&json!(1), &Value::Null), "{first}");
}

/// A ruleset that quotes two laws; `title` is what it takes 乙法 for.
fn quoting(id: &str, title: &str, rest: &str) -> String {
    format!(
        "cailiang: 1\nruleset: {id}\ntitle: {id}\nissuer: 某机关\nstatus: in_force\nin_force: {{from: 2024-01-01}}\n\
         laws: {{甲法: {{title: 甲法全称, edition: 2021-04-29}}, 乙法: {{title: {title}}}}}\n{rest}"
    )
}

#[test]
fn what_two_rulesets_take_for_different_laws_has_no_title() {
    let one = "clauses:\n  - id: c\n    basis: 乙法 第三条第一项、第二项\n    sanctions:\n      \
        - {id: 罚款, kind: fine, range: 不超过一万元}\n";
    let one = quoting("one", "乙法全称", one);
    let rest = "uses: [one]\nfacts:\n  甲: {type: yes-no, basis: 本基准 第2项}\n  丙: {type: yes-no, basis: 丙法 第四条}\n  \
        乙: {type: yes-no, basis: 乙法 第三条第一项、第二项}\n\
        offences:\n  - {id: o, name: 某行为, statute: one/c, elements: [甲, 丙, 乙]}\n";
    for (title, expected) in [("乙法全称", json!("乙法全称")), ("另一乙法", Value::Null)] {
        let two = quoting("two", title, rest);
        let request = json!({
            "ruleset": "two", "offence": "o", "on": "2024-05-01", "facts": {},
            "rulesets": [{"name": "one.yaml", "text": one}, {"name": "two.yaml", "text": two}],
        });
        let answer = cailiang::serve::handle(&request.to_string());
        let table = citations(&answer);
        let entry =
            |text: &str| table.iter().find(|one| one["text"] == text).unwrap_or_else(|| panic!("no {text}: {answer}"));
        let second = entry("乙法 第三条第一项、第二项");
        assert_eq!(second["title"], expected);
        assert_eq!((&second["law"], &second["item"], &second["also"]), (&json!("乙法"), &json!(1), &json!(["第二项"])));
        let own = entry("本基准 第2项");
        assert_eq!((&own["title"], &own["article"], &own["item"]), (&json!("two"), &Value::Null, &json!(2)));
        let other = entry("丙法 第四条");
        assert_eq!((&other["law"], &other["title"], &other["article"]), (&json!("丙法"), &Value::Null, &json!("4")));
    }
}

#[test]
fn every_outcome_of_the_worked_cases_fits_the_schema() {
    let (host, validator) = (host(), validator(&answer_schema(Keys::Closed)));
    let (mut ran, mut named) = (0, 0);
    for text in CASES {
        let source = Source::new(text.path, text.text);
        for mut case in read::read_case(&source).expect("a case file") {
            case.receipt = true;
            case.letter = true;
            let name = case.name.take();
            let answer = host.answer(&case, &source);
            let found = problems(&validator, &answer);
            assert!(found.is_empty(), "{} {:?}: {found:#?}\n{answer}", text.path, case.name);
            named += citations(&answer).iter().filter(|one| one["title"].is_string()).count();
            if case.case.is_some() {
                assert!(answer.starts_with(r#"{"contract":1,"kind":"decision","determined":"#), "{answer}");
                ran += 1;
                continue;
            }
            let begins = match &case.licence {
                Some(_) if !case.applicants.is_empty() => r#"{"contract":1,"kind":"applicants","licence":""#,
                Some(_) => r#"{"contract":1,"kind":"licence","licence":""#,
                None => r#"{"contract":1,"kind":"penalty","offence":""#,
            };
            assert!(answer.starts_with(begins), "{answer}");
            case.action = cailiang::vocabulary::Action::Ask;
            case.name = name;
            let questions = host.answer(&case, &source);
            assert!(problems(&validator, &questions).is_empty(), "{questions}");
            citations(&questions);
            case.action = cailiang::vocabulary::Action::Explain;
            let explained = host.answer(&case, &source);
            assert!(problems(&validator, &explained).is_empty(), "{explained}");
            let alone = case.applicants.is_empty();
            if alone {
                citations(&explained);
            }
            let begins = r#"{"contract":1,"kind":"explanation",""#;
            assert_eq!(explained.starts_with(begins), alone, "{explained}");
            ran += 1;
        }
    }
    assert!(ran >= 200, "only {ran} cases ran");
    assert!(named >= 1000, "only {named} citations are of a law with a title");
}

#[test]
fn every_procedure_of_the_worked_cases_fits_the_schema() {
    let (host, answers) = (host(), validator(&answer_schema(Keys::Closed)));
    let mut ran = 0;
    for text in PROCEDURES {
        let source = Source::new(text.path, text.text);
        for mut case in read::read_case(&source).expect("a case file") {
            case.text = Some(cailiang::render::Style::default());
            let answer = host.answer(&case, &source);
            let found = problems(&answers, &answer);
            assert!(found.is_empty(), "{} {:?}: {found:#?}\n{answer}", text.path, case.name);
            assert!(answer.starts_with(r#"{"contract":1,"kind":"procedure","#), "{answer}");
            citations(&answer);
            let value: Value = serde_json::from_str(&answer).expect("JSON");
            assert!(value["text"].as_str().is_some_and(|words| words.contains("程序")), "{answer}");
            ran += 1;
        }
    }
    assert!(ran >= 100, "only {ran} cases ran");
}

/// A decision taken from an outcome: all that must be imposed, at an end that is in; none where the law gives a choice.
fn decision(outcome: &Value) -> Option<Value> {
    let mut decision = serde_json::Map::new();
    for target in outcome["targets"].as_array()? {
        if !target["choices"].as_array()?.is_empty() {
            return None;
        }
        let mut sanctions = serde_json::Map::new();
        for sanction in target["sanctions"].as_array()?.iter().filter(|s| s["mode"] == "must") {
            let amount = &sanction["amount"];
            let end = ["min", "max"].into_iter().map(|e| &amount[e]).find(|end| end["inclusive"] == true);
            let proposed = match (amount.is_null(), end) {
                (true, _) => true.into(),
                // A share of 1/3 is no amount that could be written.
                (false, Some(end)) if !end["value"].as_str()?.contains('/') => end["value"].clone(),
                _ => return None,
            };
            sanctions.insert(sanction["id"].as_str()?.to_owned(), proposed);
        }
        decision.insert(target["target"].as_str()?.to_owned(), sanctions.into());
    }
    Some(decision.into())
}

#[test]
fn a_decision_taken_from_an_outcome_conforms_to_it() {
    let (host, validator) = (host(), validator(&answer_schema(Keys::Closed)));
    let mut ran = 0;
    for text in CASES {
        let source = Source::new(text.path, text.text);
        for mut case in read::read_case(&source).expect("a case file") {
            let outcome: Value = serde_json::from_str(&host.answer(&case, &source)).expect("JSON");
            let Some(decision) = decision(&outcome) else { continue };
            let points = outcome["review_points"].as_array().expect("a list");
            let settled = outcome["determined"] == true && points.iter().all(|p| p["code"] == "unverified");
            let (node, _) = cailiang::syntax::read(&Source::new("decision", decision.to_string()));
            case.action = cailiang::vocabulary::Action::Review;
            case.decision = node;
            let answer = host.answer(&case, &source);
            let found = problems(&validator, &answer);
            assert!(found.is_empty(), "{} {:?}: {found:#?}\n{answer}", text.path, case.name);
            citations(&answer);
            let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
            let findings = &answer["findings"];
            assert!(!settled || answer["conforms"] == true, "{} {:?}\n{findings:#}", text.path, case.name);
            ran += usize::from(settled);
        }
    }
    assert!(ran >= 80, "only {ran} determined cases ran");
}

#[test]
fn answers_about_what_is_wrong_fit_the_schema_too() {
    let (host, validator) = (host(), validator(&answer_schema(Keys::Closed)));
    let eco = r#""ruleset":"cn.guangdong.eco","offence":"eco-2.7.1""#;
    let cases = [
        ("".to_owned(), "request", "empty-file"),
        ("{".to_owned(), "request", "syntax-error"),
        ("[]".to_owned(), "request", "wrong-type"),
        ("{}".to_owned(), "request", "missing-key"),
        (format!(r#"{{{eco},"fact":{{}}}}"#), "request", "unknown-key"),
        (
            format!(r#"{{{eco},"facts":{{"违法行为日":"2024-01-01","违法行为日":"2024-01-02"}}}}"#),
            "request",
            "duplicate-key",
        ),
        (format!("{{{eco}}}"), "request", "missing-key"),
        (format!(r#"{{{eco},"facts":{{"违法行为日":"2021-12-31"}}}}"#), "link", "not-in-force"),
        (format!(r#"{{{eco},"facts":{{"违法行为日":"2024-02-30"}}}}"#), "facts", "bad-date"),
        (format!(r#"{{{eco},"on":"2024-01-01","facts":{{"废水日排放":1}}}}"#), "facts", "unknown-fact"),
        (r#"{"ruleset":"cn.guangdong.ecology","offence":"x","on":"2024-01-01"}"#.to_owned(), "link", "no-ruleset"),
        (r#"{"ruleset":"cn.guangdong.eco","offence":"eco-2.7.3","on":"2024-01-01"}"#.to_owned(), "link", "no-offence"),
    ];
    for (request, stage, code) in cases {
        let answer = host.handle(&request);
        assert!(problems(&validator, &answer).is_empty(), "{request}\n{answer}");
        let value: Value = serde_json::from_str(&answer).expect("an answer is JSON");
        assert_eq!((value["stage"].as_str(), value["code"].as_str()), (Some(stage), Some(code)), "{request}\n{answer}");
    }
    let check = r#"{"do":"check","rulesets":[{"name":"a.yaml","text":"cailiang: 2\nrulset: cn.a"}]}"#;
    let answer = host.handle(check);
    assert!(answer.starts_with(r#"{"contract":1,"kind":"diagnostics","valid":false"#), "{answer}");
    assert!(problems(&validator, &answer).is_empty(), "{answer}");
}

#[test]
fn a_case_file_is_a_request_plus_expect() {
    let validator = validator(REQUEST_SCHEMA);
    for text in CASES {
        let (node, _) = cailiang::syntax::read(&Source::new(text.path, text.text));
        let json = Json::from(&node.expect("a case file")).write();
        assert!(problems(&validator, &json).is_empty(), "{}: {:#?}", text.path, problems(&validator, &json));
    }
}

#[test]
fn canonical_form_is_rfc_8785() {
    let host = host();
    for text in CASES {
        let source = Source::new(text.path, text.text);
        for case in read::read_case(&source).expect("a case file").iter().take(3) {
            let answer = host.answer(case, &source);
            let value: Value = serde_json::from_str(&answer).expect("an answer is JSON");
            let reference = serde_json_canonicalizer::to_string(&value).expect("our numbers are small integers");
            assert_eq!(Json::read(&answer).write_canonical(), reference, "{}", text.path);
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes_whatever_the_order_of_its_facts() {
    let host = host();
    let head = r#""ruleset":"cn.guangdong.eco","offence":"eco-2.3","receipt":true"#;
    let one = host.handle(&format!(r#"{{{head},"facts":{{"违法行为日":"2024-01-01","持续月数":"2"}}}}"#));
    let two = host.handle(&format!(r#"{{{head},"facts":{{"持续月数":"2","违法行为日":"2024-01-01"}}}}"#));
    assert_eq!(one, two);
    assert_eq!(one, host.handle(&format!(r#"{{{head},"facts":{{"违法行为日":"2024-01-01","持续月数":"2"}}}}"#)));
}

/// The answers to a request and to the same one with `more` among its keys.
fn twice(host: &Host, request: &str, more: &str) -> [String; 2] {
    let named = request.replacen('{', &format!("{{{more},"), 1);
    [host.handle(request), host.handle(&named)]
}

#[test]
fn every_answer_begins_with_the_id_and_name_of_its_request() {
    let (host, validator) = (host(), validator(&answer_schema(Keys::Closed)));
    let offence = r#""ruleset":"cn.npc.food-safety-law","offence":"aiding-unlicensed""#;
    let facts =
        r#""facts":{"违法行为日":"2024-05-01","明知他人无证生产经营":true,"提供场所或其他条件":true,"违法所得":"0"}"#;
    let mut kinds = std::collections::BTreeSet::new();
    for asked in [
        "evaluate",
        "ask",
        "check",
        "review",
        "replay",
        "decide",
        "procedure",
        "describe",
        "explain",
        "tiers",
        "nearest",
        "version",
        "none",
    ] {
        let more = match asked {
            "review" => r#","decision":{"unit":{"罚款":60000}}"#,
            "replay" => r#","receipt":{}"#,
            "evaluate" => r#","receipt":true"#,
            _ => "",
        };
        let request = format!(r#"{{"do":"{asked}",{offence},{facts}{more}}}"#);
        for (id, name) in [("7", "案"), (r#""甲\n\"""#, ""), ("-9007199254740991", "x")] {
            let members = format!(r#""id":{id},"name":"{name}""#);
            let [without, with] = twice(&host, &request, &members);
            // Nothing else changes: no digest of a receipt either.
            let kind = without.split('"').nth(5).expect("an answer has a kind");
            let head = format!(r#"{{"contract":1,"kind":"{kind}","#);
            let rest = without.strip_prefix(&head).expect("contract and kind come first");
            let expected = format!("{head}{members},{rest}");
            // An error stands where it does in the longer text.
            if kind != "error" {
                assert_eq!(with, expected);
            }
            assert!(with.starts_with(&format!("{head}{members},")), "{with}");
            assert!(problems(&validator, &with).is_empty(), "{with}");
            kinds.insert(kind.to_owned());
        }
    }
    assert_eq!(kinds.len(), 13, "{kinds:?}");
}

#[test]
fn an_id_is_a_text_or_a_safe_integer() {
    let host = host();
    for wrong in ["1.0", "1e3", "true", "[1]", "{}", "9007199254740992", "-0"] {
        let answer = host.handle(&format!(r#"{{"id":{wrong},"do":"check"}}"#));
        assert!(
            answer.starts_with(r#"{"contract":1,"kind":"error","stage":"request","code":"wrong-type""#),
            "{answer}"
        );
        assert!(answer.contains(r#""path":"/id""#), "{answer}");
    }
    let none = host.handle(r#"{"id":null,"do":"check"}"#);
    assert!(none.starts_with(r#"{"contract":1,"kind":"diagnostics","valid":true"#), "{none}");
}

#[test]
fn a_request_that_cannot_be_read_is_answered_under_its_id() {
    let host = host();
    for (request, begins) in [
        (r#"{"id": 7, "facts": {,}}"#, r#""kind":"error","id":7,"stage":"request","code":"syntax-error""#),
        (r#"{"id": "a", "fact": {}}"#, r#""kind":"error","id":"a","stage":"request","code":"unknown-key""#),
        (
            r#"{"name": "案", "id": 1, "id": 2}"#,
            r#""kind":"error","id":1,"name":"案","stage":"request","code":"duplicate-key""#,
        ),
        ("no JSON", r#""kind":"error","stage":"request","code":"syntax-error""#),
        (r#"["id", 7]"#, r#""kind":"error","stage":"request","code":"wrong-type""#),
    ] {
        let answer = host.handle(request);
        assert!(answer.starts_with(&format!(r#"{{"contract":1,{begins}"#)), "{request}: {answer}");
        assert_eq!(Session::new(host.library().clone()).handle(request), answer);
    }
}
