//! Several applicants for a limited number of licences, against a naive reading of 行政许可法 第五十七条, with facts hidden
//! at random; wrong requests; receipts.

mod program;

use cailiang::answer::Json;
use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::Lang;
use cailiang::{Library, Ruleset, Source};
use program::Random;

const TEXT: &str = "cailiang: 1
ruleset: cn.demo.limited
title: 示例
issuer: 某市
in_force: {from: 2020-01-01}
status: in_force
laws: {示例条例: {title: 示例条例, rank: regulation}, 行政许可法: {title: 行政许可法, rank: law}}
facts:
  受理日: {type: date, ascertainable: always}
  序号: {type: integer, min: 1, ascertainable: always}
  有场所: {type: yes-no, ascertainable: always}
  已听证: {type: yes-no, ascertainable: always}
  尚余: {type: integer, min: 0, ascertainable: always}
  报价: {type: money, ascertainable: always}
licences:
  - id: demo
    name: 示例许可
    procedure: 新办
    basis: 示例条例 第五条
    conditions: [{id: 场所, require: 有场所, basis: 示例条例 第六条}]
    steps: [{id: 听证, kind: hearing, done: 已听证, basis: 示例条例 第七条}]
    quota: {left: 尚余, order: {is: first_accepted, by: [受理日, 序号], basis: 行政许可法 第五十七条}, basis: 示例条例 第八条}
  - id: auction
    name: 拍卖的许可
    procedure: 新办
    basis: 示例条例 第五条
    conditions: [{id: 场所, require: 有场所, basis: 示例条例 第六条}]
    quota: {left: 尚余, order: {is: auction, by: 报价, first: greatest, basis: 行政许可法 第五十三条}, basis: 示例条例 第八条}
  - id: open
    name: 不限数量的许可
    procedure: 新办
    basis: 示例条例 第五条
";

fn host() -> Host {
    let mut library = Library::new();
    let (ruleset, found) = Ruleset::compile(&Source::new("demo.yaml", TEXT));
    library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("one version");
    Host::new(library)
}

/// What is known of one applicant; none = hidden.
#[derive(Clone, Copy, Debug)]
struct One {
    day: Option<u32>,
    number: Option<u32>,
    place: Option<bool>,
    heard: Option<bool>,
}

fn answer(host: &Host, left: Option<u32>, all: &[One]) -> Json {
    let mut text = String::from("ruleset: cn.demo.limited\nlicence: demo\non: 2024-05-01\nfacts: {");
    text.push_str(&left.map(|n| format!("尚余: {n}")).unwrap_or_default());
    text.push_str("}\napplicants:\n");
    for (one, number) in all.iter().zip(0..) {
        let facts = [
            one.day.map(|d| format!("受理日: 2024-04-{d:02}")),
            one.number.map(|n| format!("序号: {n}")),
            one.place.map(|p| format!("有场所: {p}")),
            one.heard.map(|h| format!("已听证: {h}")),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        text.push_str(&format!("  - {{id: {number}号, facts: {{{}}}}}\n", facts.join(", ")));
    }
    let mut cases = read::read_case(&Source::new("case", text.as_str())).unwrap_or_else(|f| panic!("{}", f.message()));
    let request = cases.pop().expect("one case");
    let computed = host.compute(&request).unwrap_or_else(|f| panic!("{}: {text}", f.message()));
    Json::read(&computed.json(Lang::Zh))
}

fn kinds(outcome: &Json) -> Vec<String> {
    let decision = outcome.get("outcome").and_then(|o| o.get("decision")).expect("a decision");
    let kind = |d: &Json| d.get("kind").and_then(Json::as_str).unwrap_or("").to_owned();
    match decision.get("possible") {
        Some(all) => all.items().iter().map(kind).collect(),
        None => vec![kind(decision)],
    }
}

/// 许可法 57 read straight: who is refused, who waits, and for every order of those who are alike, who is served.
fn naive(left: u32, all: &[(u32, u32, bool, bool)]) -> Vec<Vec<&'static str>> {
    let waits = |one: &(u32, u32, bool, bool)| !one.3;
    let eligible = |one: &(u32, u32, bool, bool)| one.2 && one.3;
    all.iter()
        .map(|one| {
            if waits(one) {
                return vec!["pending"];
            }
            if !eligible(one) {
                return vec!["refuse"];
            }
            let key = |o: &(u32, u32, bool, bool)| (o.0, o.1);
            // Whoever waits for a hearing may come to take a place, and may not.
            let others = || all.iter().filter(|o| !std::ptr::eq(*o, one));
            let least = others().filter(|o| eligible(o) && key(o) < key(one)).count();
            let most = others().filter(|o| (eligible(o) || waits(o)) && key(o) <= key(one)).count();
            match (least < left as usize, most < left as usize) {
                (_, true) => vec!["grant"],
                (false, _) => vec!["refuse"],
                (true, false) => vec!["refuse", "grant"],
            }
        })
        .collect()
}

#[test]
fn who_was_accepted_first_is_served_first() {
    let (host, mut random) = (host(), Random(57));
    let (mut open, mut refused) = (0, 0);
    for _ in 0..400 {
        let left = random.below(4) as u32;
        let all: Vec<(u32, u32, bool, bool)> = (0..1 + random.below(5))
            .map(|_| {
                let (day, number) = (1 + random.below(3) as u32, 1 + random.below(2) as u32);
                (day, number, random.below(4) > 0, random.below(6) > 0)
            })
            .collect();
        let given: Vec<One> =
            all.iter().map(|o| One { day: Some(o.0), number: Some(o.1), place: Some(o.2), heard: Some(o.3) }).collect();
        let found = answer(&host, Some(left), &given);
        let got: Vec<Vec<String>> = found.get("applicants").unwrap().items().iter().map(kinds).collect();
        let expected = naive(left, &all);
        assert_eq!(got, expected, "{left} left, {all:?}");
        open += usize::from(expected.iter().any(|e| e.len() > 1));
        refused += usize::from(expected.iter().any(|e| e == &["refuse"]));
        // Nothing is missing: nothing is asked, and what is open has its reason.
        assert!(found.get("facts_needed").unwrap().items().is_empty(), "{all:?}");
        let told = !found.get("review_points").unwrap().items().is_empty();
        assert_eq!(told, expected.iter().any(|e| e.len() > 1), "{left} left, {all:?}");
    }
    assert!(open > 60 && refused > 200, "{open} open, {refused} refused");
}

/// Whatever is hidden, what comes out with all of it stays possible for everybody; what is said to be settled is; and
/// with something hidden that matters there is a question.
#[test]
fn hiding_facts_never_loses_a_decision() {
    let (host, mut random) = (host(), Random(7));
    let (mut open, mut settled) = (0, 0);
    for _ in 0..500 {
        let left = random.below(3) as u32;
        let all: Vec<(u32, u32, bool, bool)> = (0..2 + random.below(3))
            .map(|_| (1 + random.below(3) as u32, 1 + random.below(2) as u32, random.below(4) > 0, true))
            .collect();
        let expected = naive(left, &all);
        let mut keep = || random.below(4) > 0;
        let given: Vec<One> = all
            .iter()
            .map(|o| One {
                day: Some(o.0).filter(|_| keep()),
                number: Some(o.1).filter(|_| keep()),
                place: Some(o.2).filter(|_| keep()),
                heard: Some(o.3),
            })
            .collect();
        let shown = Some(left).filter(|_| keep());
        let found = answer(&host, shown, &given);
        let needed = found.get("facts_needed").unwrap().items().len();
        let name = format!("{left} left, {all:?}, known {given:?}");
        for (one, expected) in found.get("applicants").unwrap().items().iter().zip(&expected) {
            let got = kinds(one);
            assert!(expected.iter().all(|e| got.iter().any(|g| g == e)), "{name}: {expected:?} is not in {got:?}");
        }
        let determined = found.get("determined").and_then(Json::as_bool) == Some(true);
        if determined {
            settled += 1;
            let got: Vec<Vec<String>> = found.get("applicants").unwrap().items().iter().map(kinds).collect();
            assert_eq!(got, expected, "{name}");
            assert_eq!(needed, 0, "{name}");
        } else {
            open += 1;
            assert!(needed > 0 || expected.iter().any(|e| e.len() > 1), "{name}: nothing is asked");
        }
    }
    assert!(open > 150 && settled > 50, "{open} open, {settled} settled");
}

fn handled(host: &Host, request: &str) -> String {
    host.handle(&request.replace('\'', "\""))
}

#[test]
fn the_highest_bid_comes_first_where_the_greatest_does() {
    let host = host();
    let bids = "{'ruleset':'cn.demo.limited','licence':'auction','on':'2024-05-01','facts':{'尚余':1,'有场所':true},
        'applicants':[{'id':'甲','facts':{'报价':100000}},{'id':'乙','facts':{'报价':120000}},
                      {'id':'丙','facts':{'报价':150000,'有场所':false}}],'text':'brief'}";
    let answer = handled(&host, bids);
    assert!(answer.contains("准予：乙"), "{answer}");
    assert!(answer.contains("按拍卖结果") && answer.contains(r#""order":"auction","first":"greatest""#), "{answer}");
}

#[test]
fn receipts_are_replayed_and_another_applicant_shows() {
    let host = host();
    let request = |more: &str, day: &str| {
        format!(
            "{{'ruleset':'cn.demo.limited','licence':'demo','on':'2024-05-01','facts':{{'尚余':1}},
               'applicants':[{{'id':'甲','facts':{{'受理日':'{day}','有场所':true,'已听证':true}}}}],{more}}}"
        )
        .replace('\'', "\"")
    };
    let first = host.handle(&request("'receipt':true", "2024-04-01"));
    assert!(first.contains(r#""kind":"applicants""#) && first.contains("sm3"), "{first}");
    let replayed = |day: &str| host.handle(&request(&format!("'do':'replay','receipt':{first}"), day));
    assert!(replayed("2024-04-01").contains(r#""identical":true"#));
    assert!(replayed("2024-04-02").contains(r#""what":"facts""#));
    let bare = host.handle(&request("'explanation':false", "2024-04-01"));
    assert!(bare.contains(r#""explanation":null"#) && bare.len() < first.len());
}

#[test]
fn what_is_wrong_with_applicants_is_said() {
    let host = host();
    let of = |licence: &str, facts: &str, applicants: &str| {
        format!(
            "{{'ruleset':'cn.demo.limited','licence':'{licence}','on':'2024-05-01','facts':{{{facts}}},
               'applicants':{applicants}}}"
        )
    };
    for (request, stage, code, words) in [
        (of("demo", "", "[]"), "request", "wrong-type", "expected a list of applicants, at least one"),
        (of("demo", "", "[{'facts':{}}]"), "request", "missing-key", "the applicant needs `id`"),
        (
            of("demo", "", "[{'id':'甲'},{'id':'甲'}]"),
            "request",
            "duplicate-applicant",
            "two applicants have the id `甲`",
        ),
        (of("demo", "", "[{'id':'甲','fact':{}}]"), "request", "unknown-key", "did you mean `facts`?"),
        (of("demo", "", "[{'id':'甲','facts':{'受理天':1}}]"), "facts", "unknown-fact", "/applicants/0/facts/受理天"),
        (of("demo", "'在先申请人数':1", "[{'id':'甲'}]"), "facts", "filled-fact", "it is counted"),
        (
            of("demo", "", "[{'id':'甲','facts':{'尚余':1}}]"),
            "facts",
            "wrong-type",
            "it is the same for all applicants",
        ),
        (of("open", "", "[{'id':'甲'}]"), "request", "wrong-type", "`open` has no `quota`"),
    ] {
        let answer = handled(&host, &request);
        let begins = format!(r#"{{"contract":1,"kind":"error","stage":"{stage}","code":"{code}""#);
        assert!(answer.starts_with(&begins) && answer.contains(words), "{request}\n{answer}");
    }
    let offence = "{'ruleset':'cn.demo.limited','offence':'a','applicants':[{'id':'甲'}]}";
    assert!(handled(&host, offence).contains("`applicants` stand in a case of a licence"));
    let tiers = "{'do':'tiers','ruleset':'cn.demo.limited','licence':'demo','on':'2024-05-01'}";
    assert!(handled(&host, tiers).contains("a licence has no tiers"));
}

#[test]
fn a_description_has_the_licences_and_what_one_of_them_reads() {
    let host = host();
    let all = handled(&host, "{'do':'describe'}");
    assert!(all.contains(r#"{"id":"auction","name":"拍卖的许可""#), "{all}");
    let one = handled(&host, "{'do':'describe','ruleset':'cn.demo.limited','licence':'demo','on':'2024-05-01'}");
    assert!(one.contains(r#""licence":{"id":"demo""#) && one.contains("在先申请人数"), "{one}");
    assert!(!one.contains("报价"), "only what it reads: {one}");
    let wrong = handled(&host, "{'do':'describe','ruleset':'cn.demo.limited','licence':'deno','on':'2024-05-01'}");
    assert!(wrong.contains("did you mean `demo`?"), "{wrong}");
}
