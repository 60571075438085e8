//! A session answers what a host answers, whatever it kept; an explanation that is not wanted is null and changes
//! nothing else.

use cailiang::answer::Json;
use cailiang::read;
use cailiang::serve::{Host, Session};
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::{CASES, RULESETS};

fn compiled(name: &str, text: &str) -> Ruleset {
    let (ruleset, diagnostics) = Ruleset::compile(&Source::new(name, text));
    ruleset.unwrap_or_else(|| panic!("{name}: {diagnostics:?}"))
}

fn library() -> Library {
    let mut library = Library::new();
    for text in RULESETS {
        library.add(compiled(text.path, text.text)).expect("the rulesets fit together");
    }
    library
}

#[test]
fn every_case_twice_in_one_session_gives_the_bytes_of_a_host() {
    let host = Host::new(library());
    let mut session = Session::new(library());
    let mut answered = 0;
    for text in CASES {
        let source = Source::new(text.path, text.text);
        for mut case in read::read_case(&source).expect("a case file") {
            let mut same = |case: &read::Request| {
                let expected = host.answer(case, &source);
                assert_eq!(session.answer(case, &source), expected, "{}: {:?}", text.path, case.name);
            };
            same(&case);
            same(&case);
            // A review is of the same offence linked with the general part: neither may be taken for the other.
            let decision = Source::new("decision", r#"{"verdict": "no_penalty"}"#);
            case.decision = cailiang::syntax::read_json(&decision).0;
            case.action = cailiang::vocabulary::Action::Review;
            same(&case);
            case.action = cailiang::vocabulary::Action::Evaluate;
            same(&case);
            answered += 1;
        }
    }
    assert!(answered > 150, "{answered}");
}

/// Leaves out every explanation; how many there were.
fn blank(json: &mut Json) -> usize {
    match json {
        Json::Object(members) => members
            .iter_mut()
            .map(|(key, value)| {
                // What the explanation alone cites is not cited without it.
                match &**key {
                    "explanation" => {
                        *value = Json::Null;
                        1
                    }
                    "citations" => {
                        *value = Json::Null;
                        0
                    }
                    _ => blank(value),
                }
            })
            .sum(),
        Json::Array(items) => items.iter_mut().map(blank).sum(),
        _ => 0,
    }
}

#[test]
fn without_its_explanation_an_answer_is_the_same() {
    let host = Host::new(library());
    for text in CASES {
        let source = Source::new(text.path, text.text);
        for mut case in read::read_case(&source).expect("a case file") {
            let mut whole = Json::read(&host.answer(&case, &source));
            case.explanation = false;
            let mut short = Json::read(&host.answer(&case, &source));
            blank(&mut short);
            assert!(blank(&mut whole) > 0, "{}", text.path);
            assert_eq!(short, whole, "{}: {:?}", text.path, case.name);
        }
    }
    let request = r#"{"ruleset":"cn.a","offence":"b","on":"2024-05-01","explanation":"no"}"#;
    assert!(host.handle(request).contains(r#""path":"/explanation""#));
}

/// One offence with a fine of so many 元 to twice as many, in force on these days.
fn fine(from: &str, through: &str, revision: u32, yuan: u32) -> String {
    let revision = if revision == 0 { String::new() } else { format!("revision: {revision}\n") };
    format!(
        "cailiang: 1\nruleset: cn.demo\ntitle: 示例\nissuer: 示例机关\nin_force: {{from: {from}, through: {through}}}\n\
         {revision}status: in_force\noffences:\n  - id: a\n    name: 示例行为\n    statute:\n      basis: 示例法 1\n      \
         sanctions:\n        - {{id: 罚款, kind: fine, mode: must, range: {yuan}元..{}元}}\n",
        yuan * 2
    )
}

#[test]
fn what_is_added_later_is_not_hidden_by_what_was_kept() {
    let mut session = Session::default();
    let request = |day: &str| format!(r#"{{"ruleset":"cn.demo","offence":"a","on":"{day}"}}"#);
    let least = |answer: String, yuan: &str| answer.contains(&format!(r#""min":{{"value":"{yuan}""#));
    assert!(session.handle(&request("2024-05-01")).contains(r#""code":"no-ruleset""#));
    session.add(compiled("1.yaml", &fine("2024-01-01", "2024-12-31", 0, 100))).expect("the first version");
    assert!(least(session.handle(&request("2024-05-01")), "100"), "a failure is not kept");
    session.add(compiled("2.yaml", &fine("2025-01-01", "2025-12-31", 0, 300))).expect("the second version");
    assert!(least(session.handle(&request("2025-05-01")), "300"), "the day is part of what is kept");
    assert!(least(session.handle(&request("2024-05-01")), "100"));
    session.add(compiled("1a.yaml", &fine("2024-01-01", "2024-12-31", 1, 500))).expect("a correction of the first");
    assert!(least(session.handle(&request("2024-05-01")), "500"), "the correction governs at once");
    // Refused: nothing changes.
    assert!(session.add(compiled("2b.yaml", &fine("2025-06-01", "2026-12-31", 0, 900))).is_err());
    assert!(least(session.handle(&request("2025-07-01")), "300"));
    // More offences than are kept: the first is linked again and says the same.
    for (month, day) in (1..=3).flat_map(|month| (1..=28).map(move |day| (month, day))) {
        assert!(least(session.handle(&request(&format!("2024-{month:02}-{day:02}"))), "500"), "{month} {day}");
    }
    assert!(least(session.handle(&request("2024-05-01")), "500"));
    // A request that brings texts is answered with them and leaves nothing behind.
    let text = Json::from(fine("2026-01-01", "2026-12-31", 0, 700)).write();
    let own = format!(
        r#"{{"ruleset":"cn.demo","offence":"a","on":"2026-02-01","rulesets":[{{"name":"own.yaml","text":{text}}}]}}"#
    );
    assert!(least(session.handle(&own), "700"));
    assert!(session.handle(&request("2026-02-01")).contains(r#""code":"not-in-force""#));
}
