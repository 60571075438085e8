//! The procedure of a decision: against a naive reference written from the documents, every completion of what is
//! missing, sums in 分, and each wrong request with its own error.

use std::sync::LazyLock;

use cailiang::decide::{Decisions, Planned};
use cailiang::expr::Num;
use cailiang::read;
use cailiang::serve::Host;
use cailiang::value::{Date, Interval, Rational, Truth};
use cailiang::vocabulary::{SanctionKind, Target};
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use serde_json::{Value, json};

/// Compiled once: all tests ask the same rulesets.
static HOST: LazyLock<Host> = LazyLock::new(load);

fn host() -> &'static Host {
    &HOST
}

fn load() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    Host::new(library)
}

fn ask(host: &Host, request: &Value) -> Value {
    serde_json::from_str(&host.handle(&request.to_string())).expect("an answer is JSON")
}

/// Facts that leave nothing open but what a test leaves out; the ministries' own questions are answered with no.
fn settled() -> Value {
    json!({
        "立案日": "2026-03-02", "涉嫌犯罪": false, "治安案件": false, "罚款依据为地方规定": false, "依出入境边防规定处罚": false,
        "当地另有听证标准": false, "涉及重大公共利益": false, "已经听证": false, "疑难复杂": false, "情节复杂或重大违法": false,
        "事实确凿并有法定依据": false, "个体工商户按公民对待": true, "已批准延长办案期限": false, "不计入期限日数": 0,
    })
}

fn request(body: Option<&str>, place: Option<u32>, party: Option<&str>, fine: Value) -> Value {
    let mut facts = settled();
    if let Some(body) = body {
        facts["执法系统"] = body.into();
    }
    if let Some(place) = place {
        facts["行政区划"] = place.into();
    }
    if let Some(party) = party {
        facts["当事人身份"] = party.into();
    }
    json!({"do": "procedure", "facts": facts, "planned": {"unit": {"fine": fine}}})
}

/// Whether there is a hearing: yes, no, or not known.
fn hearing(answer: &Value) -> Option<bool> {
    let steps = answer["procedure"].as_array().unwrap_or_else(|| panic!("{answer}"));
    match steps.iter().find(|step| step["id"] == "hearing/unit") {
        None => Some(false),
        Some(step) if step["certain"] == true => Some(true),
        Some(_) => None,
    }
}

const BODIES: [&str; 7] = ["市场监管", "生态环境", "应急管理", "海关", "公安", "税务", "司法行政"];
const PLACES: [u32; 3] = [410_105, 360_100, 420_506];
const PARTIES: [&str; 2] = ["自然人", "法人"];
const FINES: [i64; 9] = [1_999, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000];

/// The figure that counts for a fine, straight from the documents: none where no figure is known, two where it is not
/// said which of them counts. Natural persons first.
fn figures(body: &str, place: u32, person: bool) -> Vec<i64> {
    let of = |pair: (i64, i64)| if person { pair.0 } else { pair.1 };
    let (henan, jiangxi) = (of((5_000, 50_000)), of((3_000, 20_000)));
    match (body, place / 10_000) {
        // 市监 5(2): the province may be followed; 河南 4(2) yields to the ministry, 江西 does not say.
        ("市场监管", 36) => vec![of((10_000, 100_000)), jiangxi],
        ("市场监管", _) => vec![of((10_000, 100_000))],
        // 生态 89(2) yields to the province, 河南 4(2) to the ministry: the lower of the two.
        ("生态环境", 41) => vec![of((5_000, 200_000)).min(henan)],
        ("生态环境", 36) => vec![jiangxi],
        ("生态环境", _) => vec![of((5_000, 200_000))],
        ("应急管理", 41) => vec![of((20_000, 100_000)).min(henan)],
        ("应急管理", 36) => vec![jiangxi],
        ("应急管理", _) => vec![of((20_000, 100_000))],
        // These do not yield, 江西 neither.
        ("海关", 36) => vec![of((10_000, 100_000)), jiangxi],
        ("海关", _) => vec![of((10_000, 100_000))],
        ("公安", 36) => vec![of((2_000, 10_000)), jiangxi],
        ("公安", _) => vec![of((2_000, 10_000))],
        // A document is no department rule, so 河南 does not yield to it.
        ("税务", 41) => vec![of((2_000, 10_000)), henan],
        ("税务", 36) => vec![of((2_000, 10_000)), jiangxi],
        ("税务", _) => vec![of((2_000, 10_000))],
        (_, 41) => vec![henan],
        (_, 36) => vec![jiangxi],
        _ => Vec::new(),
    }
}

#[test]
fn a_hearing_for_a_fine_is_as_the_documents_have_it() {
    let host = host();
    for body in BODIES {
        for place in PLACES {
            for party in PARTIES {
                for fine in FINES {
                    let figures = figures(body, place, party != "法人");
                    let met: Vec<bool> = figures.iter().map(|figure| fine >= *figure).collect();
                    let expected = match met.as_slice() {
                        [] => None,
                        [first, rest @ ..] => rest.iter().all(|other| other == first).then_some(*first),
                    };
                    let answer = ask(host, &request(Some(body), Some(place), Some(party), fine.into()));
                    assert_eq!(hearing(&answer), expected, "{body} {place} {party} {fine}: {figures:?}\n{answer}");
                }
            }
        }
    }
}

#[test]
fn what_is_open_holds_every_completion() {
    let host = host();
    let mut sure = 0;
    for open in 1_u8..16 {
        let (no_body, no_place, no_party, no_fine) = (open & 1 > 0, open & 2 > 0, open & 4 > 0, open & 8 > 0);
        for (number, body) in BODIES.into_iter().enumerate() {
            let (place, party) = (PLACES[number % 3], PARTIES[(number + usize::from(open)) % 2]);
            for pair in FINES.windows(3).step_by(3) {
                let fine = if no_fine { json!({"min": pair[0], "max": pair[2]}) } else { pair[1].into() };
                let (place_given, party_given) = ((!no_place).then_some(place), (!no_party).then_some(party));
                let whole = hearing(&ask(host, &request((!no_body).then_some(body), place_given, party_given, fine)));
                let Some(whole) = whole else { continue };
                sure += 1;
                for fine in if no_fine { pair } else { &pair[1..2] } {
                    for place in if no_place { PLACES.to_vec() } else { vec![place] } {
                        for party in if no_party { PARTIES.to_vec() } else { vec![party] } {
                            for body in if no_body { BODIES.to_vec() } else { vec![body] } {
                                let one = request(Some(body), Some(place), Some(party), (*fine).into());
                                let one = hearing(&ask(host, &one));
                                assert_eq!(one, Some(whole), "{open} {body} {place} {party} {fine}");
                            }
                        }
                    }
                }
            }
        }
    }
    // Without cases that are sure in spite of what is open, nothing was tried.
    assert!(sure >= 15, "only {sure} open cases are sure");
}

#[test]
fn what_is_asked_settles_the_hearing() {
    let host = host();
    let mut request = request(None, None, None, 60_000.into());
    let asked = |answer: &Value| -> Vec<String> {
        let needed = answer["facts_needed"].as_array().expect("a list");
        needed.iter().map(|fact| fact["name"].as_str().expect("a name").to_owned()).collect()
    };
    let answer = ask(host, &request);
    assert_eq!((hearing(&answer), asked(&answer)), (None, vec!["执法系统".to_owned(), "行政区划".to_owned()]));
    request["facts"]["执法系统"] = "生态环境".into();
    request["facts"]["行政区划"] = 410_105.into();
    let answer = ask(host, &request);
    assert_eq!((hearing(&answer), asked(&answer)), (Some(true), vec![]), "60,000 is above 5,000 and above 50,000");
    request["planned"]["unit"]["fine"] = 6_000.into();
    let answer = ask(host, &request);
    assert_eq!((hearing(&answer), asked(&answer)), (None, vec!["当事人身份".to_owned()]));
    request["facts"]["当事人身份"] = "其他组织".into();
    assert_eq!(hearing(&ask(host, &request)), Some(false));
}

#[test]
fn the_addition_is_three_percent_a_day_up_to_the_fine() {
    let host = host();
    for fine in [1_i64, 333, 2_900_000, 123_456_789] {
        for days in [1_i64, 7, 33, 34, 40, 400] {
            // In hundredths of a 分, so that nothing is rounded.
            let addition = (fine * 3 * days).min(fine * 100);
            let mut request =
                request(Some("税务"), Some(420_506), Some("法人"), format!("{}.{:02}", fine / 100, fine % 100).into());
            request["facts"]["逾期缴款日数"] = days.into();
            let answer = ask(host, &request);
            let steps = answer["procedure"].as_array().expect("a list");
            let step = steps.iter().find(|step| step["id"] == "late_payment/unit").expect("the addition");
            let amount = &step["grounds"][0]["sum"]["amount"];
            let shown = format!("{}.{:04}", addition / 10_000, addition % 10_000);
            let shown = shown.trim_end_matches('0').trim_end_matches('.');
            assert_eq!(
                (&amount["min"]["value"], &amount["max"]["value"]),
                (&json!(shown), &json!(shown)),
                "{fine} {days}"
            );
            assert_eq!(amount["bounded_by"], if days > 33 { json!(["cap"]) } else { json!([]) }, "{fine} {days}");
        }
    }
}

/// Both targets, a choice of the law, and a range that a missing fact leaves open.
const OFFENCE: &str = "\
cailiang: 1
ruleset: cn.demo.offence
title: 示例罚则
issuer: 某机关
in_force: {from: 2020-01-01}
status: in_force
laws: {条例: {title: 示例条例, rank: regulation}}
facts: {情节严重: {type: yes-no}, 违法所得: {type: money}}
offences:
  - id: graded
    name: 分档
    statute:
      basis: 条例 第一条
      sanctions:
        - {id: 没收违法所得, kind: confiscate, amount: 违法所得}
        - {id: 罚款, kind: fine, rows: [{when: 情节严重, range: 20万元以上50万元以下}, {when: not 情节严重, range: 5万元以上10万元以下}]}
        - {id: 停业, kind: suspend_business, mode: may, when: 情节严重}
        - {id: 个人罚款, kind: fine, target: responsible, range: 1万元以上2万元以下}
  - id: either
    name: 择一
    statute:
      basis: 条例 第二条
      sanctions: [{id: 警告, kind: warning}, {id: 罚款, kind: fine, range: 20万元以上50万元以下}]
      choices: [{pick: one, of: [[警告], [罚款]]}]
";

#[test]
fn an_outcome_is_what_is_intended_while_nobody_has_chosen() {
    let host = host();
    let with = |offence: &str, facts: Value| {
        let mut request = request(Some("应急管理"), Some(420_506), Some("法人"), 0.into());
        let object = request.as_object_mut().expect("an object");
        object.remove("planned");
        object.insert("ruleset".into(), "cn.demo.offence".into());
        object.insert("offence".into(), offence.into());
        object.insert("rulesets".into(), json!([{"name": "offence.yaml", "text": OFFENCE}]));
        for (name, value) in facts.as_object().expect("an object") {
            request["facts"][name] = value.clone();
        }
        request["facts"]["违法行为日"] = "2026-02-02".into();
        ask(host, &request)
    };
    let certain = |answer: &Value, id: &str| {
        let steps = answer["procedure"].as_array().unwrap_or_else(|| panic!("{answer}"));
        steps.iter().find(|step| step["id"] == id).map(|step| step["certain"] == true)
    };
    // 200,000..500,000 ≥ 100,000; the responsible 10,000..20,000 may reach 20,000.
    let grave = with("graded", json!({"情节严重": true, "违法所得": 0}));
    assert_eq!(certain(&grave, "hearing/unit"), Some(true));
    assert_eq!(certain(&grave, "hearing/responsible"), Some(false));
    // 50,000..100,000 may reach 100,000; nothing to confiscate.
    let light = with("graded", json!({"情节严重": false, "违法所得": 0}));
    assert_eq!(certain(&light, "hearing/unit"), Some(false));
    // Not known which: 50,000..500,000, and perhaps 停业.
    let open = with("graded", json!({"违法所得": 0}));
    assert_eq!(certain(&open, "hearing/unit"), Some(false));
    // Gains of 100,000 suffice by themselves.
    let gains = with("graded", json!({"违法所得": 100_000}));
    assert_eq!(certain(&gains, "hearing/unit"), Some(true));
    // A warning may be chosen instead of the fine.
    let either = with("either", json!({}));
    assert_eq!(certain(&either, "hearing/unit"), Some(false));
}

#[test]
fn each_wrong_request_has_an_error_of_its_own() {
    let host = host();
    let good = request(Some("税务"), Some(420_506), Some("法人"), 100.into());
    let error = |change: &dyn Fn(&mut Value)| {
        let mut request = good.clone();
        change(&mut request);
        let answer = ask(host, &request);
        let detail = &answer["details"][0];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&answer["stage"]), text(&answer["code"]), text(&detail["path"]), text(&detail["help"]))
    };
    let is = |found: (String, String, String, String), stage: &str, code: &str, path: &str, help: &str| {
        assert_eq!((&*found.0, &*found.1, &*found.2), (stage, code, path));
        assert!(found.3.contains(help), "{}", found.3);
    };
    is(error(&|r| r["facts"]["拟罚款"] = 5.into()), "facts", "filled-fact", "/facts/拟罚款", "`planned`");
    is(error(&|r| r["facts"]["行政区划"] = "湖北".into()), "facts", "wrong-type", "/facts/行政区划", "");
    is(error(&|r| r["facts"]["行政区划"] = 4205.into()), "facts", "out-of-domain", "/facts/行政区划", "110000");
    is(error(&|r| r["facts"]["立案日"] = Value::Null), "request", "missing-key", "/on", "立案日");
    is(error(&|r| r["facts"]["立案日"] = "2024-02-30".into()), "facts", "bad-date", "/facts/立案日", "");
    is(error(&|r| r["planned"] = Value::Null), "request", "missing-key", "/planned", "planned");
    is(error(&|r| r["planned"]["party"] = json!({})), "request", "unknown-key", "/planned/party", "individual");
    is(error(&|r| r["planned"]["unit"]["fines"] = 1.into()), "request", "unknown-key", "/planned/unit/fines", "`fine`");
    is(error(&|r| r["planned"]["unit"]["fine"] = "-1".into()), "request", "wrong-type", "/planned/unit/fine", "");
    is(
        error(&|r| r["planned"]["unit"]["kinds"] = json!(["prison"])),
        "request",
        "wrong-type",
        "/planned/unit/kinds/0",
        "",
    );
    // Another shape is never read as nothing planned: it would take the hearing away.
    let shapes: [(&str, Value, &str, &str); 9] = [
        ("/planned", json!(["unit"]), "/planned", ""),
        ("/planned", json!("unit"), "/planned", ""),
        ("/planned/unit", json!(5), "/planned/unit", ""),
        ("/planned/unit", json!(["revoke_licence"]), "/planned/unit", ""),
        ("/planned/unit", json!({"kinds": "revoke_licence"}), "/planned/unit/kinds", "`kinds: [revoke_licence]`"),
        ("/planned/unit", json!({"kinds": {"吊销许可证件": true}}), "/planned/unit/kinds", "a list"),
        ("/planned/unit", json!({"kinds": [["fine"]]}), "/planned/unit/kinds/0", ""),
        ("/planned/unit", json!({"fine": {"min": 0, "mox": 5}}), "/planned/unit/fine", ""),
        ("/planned/unit", json!({"fine": [5]}), "/planned/unit/fine", ""),
    ];
    for (at, value, path, help) in &shapes {
        is(error(&|r| *r.pointer_mut(at).unwrap() = value.clone()), "request", "wrong-type", path, help);
    }
    // No penalty and sanctions at once, also where a range only may come to one.
    for with in [json!({"fine": 100_000}), json!({"kinds": ["warning"]}), json!({"fine": {"min": 0, "max": 5}})] {
        let found = error(&|r| {
            r["planned"]["unit"] = with.clone();
            r["planned"]["unit"]["decision"] = "no_penalty".into();
        });
        is(found, "request", "wrong-type", "/planned/unit/decision", "leave one");
    }
    // Nothing said (`null`) is not there, and a fine of nothing is none.
    for none in [json!({"decision": "no_penalty", "fine": 0}), json!({"kinds": null, "fine": null}), Value::Null] {
        let mut request = good.clone();
        request["planned"]["unit"] = none;
        assert_eq!(ask(host, &request)["kind"], "procedure");
    }
}

#[test]
fn a_body_that_no_document_names_is_said() {
    let host = host();
    let codes = |body: &str| -> Vec<String> {
        let answer = ask(host, &request(Some(body), Some(420_506), Some("法人"), 100.into()));
        let points = answer["review_points"].as_array().expect("a list");
        points.iter().map(|point| point["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert!(codes("市场监督").contains(&"unknown-body".to_owned()));
    assert!(!codes("市场监管").contains(&"unknown-body".to_owned()));
}

#[test]
fn a_case_filed_before_a_new_law_is_told_of_it_until_its_day_of_decision_is_known() {
    let host = host();
    let mut request = json!({"do": "procedure", "planned": {"unit": {"fine": 100}}});
    request["facts"] = json!({"执法系统": "税务", "行政区划": 420_506, "立案日": "2021-07-14"});
    let answer = ask(host, &request);
    let law = json!([{"id": "cn.npc.administrative-penalty-law", "from": "2021-07-15"}]);
    assert_eq!((&answer["chosen_by"], &answer["later_versions"]), (&json!("立案日"), &law));
    request["facts"]["决定日"] = "2021-07-14".into();
    let answer = ask(host, &request);
    assert_eq!((&answer["chosen_by"], &answer["later_versions"]), (&json!("决定日"), &Value::Null));
}

#[test]
fn what_a_person_reads_is_in_the_language_asked_for() {
    let host = host();
    let mut request = request(Some("生态环境"), Some(410_105), Some("法人"), 60_000.into());
    request["text"] = "brief".into();
    let text = |request: &Value| ask(host, request)["text"].as_str().expect("words").to_owned();
    let zh = text(&request);
    for words in [
        "应当；较大数额罚款：达到（河南听证办法 4、生态处罚办法 89）",
        "自立案日（2026年3月2日）起 90 日内，至 2026年5月31日",
        "1,800 元 × 尚不知，以 60,000 元为限",
        "互相让位，何者优先无据可查；按较低的标准处理",
    ] {
        assert!(zh.contains(words), "{words}\n{zh}");
    }
    request["lang"] = "en".into();
    let en = text(&request);
    for words in ["hearing", "within 90 days from 立案日 (2 March 2026), until 31 May 2026", "yield to each other"] {
        assert!(en.contains(words), "{words}\n{en}");
    }
}

#[test]
fn a_year_without_calendar_is_named_and_no_day_is_guessed() {
    let host = host();
    let mut request = request(Some("税务"), Some(420_506), Some("法人"), 20_000.into());
    let deadline = |request: &Value| {
        let answer = ask(host, request);
        let steps = answer["procedure"].as_array().expect("a list").clone();
        let step = steps.iter().find(|step| step["id"] == "hearing_request/unit").expect("the term").clone();
        step["grounds"][0]["deadline"].clone()
    };
    // Tuesday 22 December 2026: 23, 24, 25, 28, 29.
    request["facts"]["听证告知日"] = "2026-12-22".into();
    let known = deadline(&request);
    assert_eq!(
        (&known["due"], &known["calendar"]["id"]),
        (&json!("2026-12-29"), &json!("cn.state-council.working-days"))
    );
    request["facts"]["听证告知日"] = "2026-12-28".into();
    let open = deadline(&request);
    assert_eq!((&open["due"], &open["missing_year"]), (&Value::Null, &json!(2027)));
}

/// 减轻 to half of the minimum, and a ground on which the fine may be waived.
const GENERAL: &str = "\
cailiang: 1
ruleset: cn.demo.general
title: 示例裁量规定
issuer: 某机关
in_force: {from: 2020-01-01}
status: in_force
laws: {条例: {title: 示例条例, rank: regulation}}
facts: {主动消除: {type: yes-no}, 初次轻微: {type: yes-no}}
circumstances:
  - {id: 消除后果, when: 主动消除, effect: [lighter, mitigated], force: must, basis: 条例 第二条}
  - {id: 首违, when: 初次轻微, effect: [no_penalty], force: may, basis: 条例 第三条}
effects:
  - {effect: lighter, of: [fine], part: 0%..30%, basis: 条例 第四条}
  - {effect: mitigated, of: [fine], range: 50% * statute.min..statute.min, basis: 条例 第五条}
offences:
  - id: a
    name: 甲
    statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 10万元以上20万元以下}]}
";

#[test]
fn every_option_of_the_general_part_is_possible_until_somebody_chooses() {
    let mut library = Library::new();
    let (ruleset, found) = Ruleset::compile(&Source::new("general.yaml", GENERAL));
    library.add(ruleset.unwrap_or_else(|| panic!("{found:?}"))).expect("one ruleset");
    let host = Host::new(library);
    let planned = |remedied: bool, first: bool| {
        let request = json!({"do": "decide", "ruleset": "cn.demo.general", "offence": "a", "on": "2024-01-01",
            "facts": {"主动消除": remedied, "初次轻微": first}});
        let request = read::read_request(&Source::new("case", request.to_string())).expect("a request");
        let decision = host.decide(&request, &request.whole()).expect("a decision");
        let (acts, totals) = (decision.acts.iter().collect::<Vec<_>>(), decision.totals.iter().collect::<Vec<_>>());
        Planned::of_acts(&acts, &totals).remove(0)
    };
    let yuan = |from: i64, to: i64| {
        let bound = |n| cailiang::value::Bound::Inclusive(Rational::int(n));
        Num::Range(Interval::new(bound(from), bound(to)).expect("in order"))
    };
    let surely = Decisions { sanctioned: true, no_penalty: false, not_established: false };
    let plain = planned(false, false);
    assert_eq!((plain.target, plain.decisions, plain.fine), (Target::Unit, surely, yuan(100_000, 200_000)));
    assert_eq!((plain.mitigated, plain.kinds), (Truth::False, vec![(SanctionKind::Fine, Truth::True)]));
    // 应当: 减轻 goes down to 50,000, 从轻 up to 130,000; what the table gives is no longer possible.
    let lighter = planned(true, false);
    assert_eq!((lighter.decisions, lighter.fine), (surely, yuan(50_000, 130_000)));
    assert_eq!((lighter.mitigated, lighter.kinds), (Truth::Unknown, vec![(SanctionKind::Fine, Truth::True)]));
    // 可以不予处罚: perhaps nothing at all.
    let waived = planned(false, true);
    assert!(waived.decisions.no_penalty && waived.decisions.sanctioned);
    assert_eq!((waived.fine, waived.kinds), (yuan(0, 200_000), vec![(SanctionKind::Fine, Truth::Unknown)]));
}

/// 90 days from Monday 2 March 2026 end on Sunday 31 May; Monday 1 June is worked. 行政处罚法 第六十条 says nothing of it.
#[test]
fn a_period_that_ends_on_a_day_of_rest_shows_both_days() {
    let answer = ask(host(), &request(None, None, Some("法人"), json!("5000")));
    let steps = answer["procedure"].as_array().unwrap();
    let period = steps.iter().find(|s| s["duty"] == "case_period").expect("a period");
    let of_law = period["grounds"].as_array().unwrap().iter().find(|g| g["deadline"]["length"] == "90").unwrap();
    assert_eq!(of_law["deadline"]["due"], "2026-05-31", "{of_law}");
    assert_eq!(of_law["deadline"]["due_if_moved"], "2026-06-01");
    assert_eq!(of_law["deadline"]["calendar"]["id"], "cn.state-council.working-days");
    let points = answer["review_points"].as_array().unwrap();
    assert!(points.iter().any(|p| p["code"] == "rest-day" && p["duty"] == "case_period"), "{points:?}");
    // Opened a day later it ends on Monday 1 June: nothing is said.
    let mut later = request(Some("市场监管"), None, Some("法人"), json!("5000"));
    later["facts"]["立案日"] = "2026-03-03".into();
    let answer = ask(host(), &later);
    assert!(!answer["review_points"].to_string().contains("rest-day"));
}

/// The same period: decided on the last day of it; on the day it may have moved to, which leaves it open; and behind
/// both, which a person must look at.
#[test]
fn a_decision_behind_the_period_is_said() {
    let found = |decided: Option<&str>| {
        let mut asked = request(None, None, Some("法人"), json!("5000"));
        if let Some(day) = decided {
            asked["facts"]["决定日"] = day.into();
        }
        let answer = ask(host(), &asked);
        let steps = answer["procedure"].as_array().unwrap();
        let period = steps.iter().find(|s| s["duty"] == "case_period").expect("a period");
        let of_law = period["grounds"].as_array().unwrap().iter().find(|g| g["deadline"]["length"] == "90").unwrap();
        let points = answer["review_points"].as_array().unwrap();
        let missed: Vec<Value> = points.iter().filter(|p| p["code"] == "deadline-missed").cloned().collect();
        (of_law["deadline"]["done"].clone(), missed)
    };
    let done = |day: Option<&str>, status: &str| json!({"event": "决定日", "day": day, "status": status});
    assert_eq!(found(None), (done(None, "open"), Vec::new()));
    assert_eq!(found(Some("2026-05-31")), (done(Some("2026-05-31"), "met"), Vec::new()));
    assert_eq!(found(Some("2026-06-01")), (done(Some("2026-06-01"), "open"), Vec::new()));
    let (late, missed) = found(Some("2026-06-02"));
    assert_eq!(late, done(Some("2026-06-02"), "late"));
    assert!(
        missed.iter().any(|p| p["about"] == "决定日" && p["documents"][0] == "cn.npc.administrative-penalty-law"),
        "{missed:?}"
    );
}

/// A shop without a licence, opened on 20 May 2024: 90 days from 立案日 under the law, the market and the environment
/// rules (18 August), of the customs six months (20 November); all but the law know an extension and time not counted.
fn unlicensed(body: Option<&str>) -> Value {
    let mut facts = json!({"违法行为日": "2024-05-01", "立案日": "2024-05-20", "从事须许可的生产经营": true,
        "已取得相应许可": false, "货值金额": "9600"});
    if let Some(body) = body {
        facts["执法系统"] = body.into();
    }
    json!({"ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "facts": facts})
}

/// A line whatever its columns.
fn plain(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a request with these keys too.
fn words(mut request: Value, more: Value, key: &str) -> String {
    for (name, value) in more.as_object().expect("an object") {
        request[name] = value.clone();
    }
    ask(host(), &request)[key].as_str().expect("words").to_owned()
}

#[test]
fn a_step_that_is_due_on_one_of_several_grounds_names_them_as_alternatives() {
    let brief = words(unlicensed(None), json!({"do": "procedure", "text": "brief"}), "text");
    let led: Vec<&str> = brief.lines().filter(|line| line.contains("亦因")).collect();
    assert!(led.is_empty(), "no ground of any step is sure: {led:#?}");
    for (words, basis) in [
        ("办案期限      应当；适用下列哪一项、期限多长，视未查明的事实而定", ""),
        (
            "或者；自立案日（2024年5月20日）起 6 个月内（可能延长 6 个月，不计入的时间尚不知），届满日不早于 2024年11月20日",
            "海关程序规定 76",
        ),
        ("或者；自立案日（2024年5月20日）起 90 日内，至 2024年8月18日", "处罚法 60"),
        (
            "或者；自立案日（2024年5月20日）起 90 日内（可能延长 30 日，不计入的时间尚不知），届满日不早于 2024年8月18日",
            "生态处罚办法 57、程序规定 64",
        ),
        ("或者；自受理日起 30 日内（可能延长 30 日，不计入的时间尚不知）", "治安法 99"),
    ] {
        // Headings are padded to the longest.
        let told = |line: &str| plain(line).starts_with(&plain(words)) && line.ends_with(basis);
        assert!(brief.lines().any(told), "{words} {basis}\n{brief}");
    }
    // One of the whole case (疑难复杂), one of the party (五十万元, 吊销): each line says whose.
    for words in ["集体讨论 尚不能确定是否应当", "集体讨论（当事人） 尚不能确定是否应当"]
    {
        let told = brief.lines().filter(|line| plain(line).starts_with(words)).count();
        assert_eq!(told, 1, "{words}\n{brief}");
    }
    let en = words(unlicensed(None), json!({"do": "procedure", "text": "brief", "lang": "en"}), "text");
    for words in [
        "must; which of these applies, and for how long, depends on facts not known yet",
        "either; within 6 months (perhaps extended by 6 months, time not counted is not known yet) from 立案日 \
         (20 May 2024), until 20 November 2024 at the earliest",
        "or; within 90 days from 立案日 (20 May 2024), until 18 August 2024",
    ] {
        assert!(en.contains(words), "{words}\n{en}");
    }
    assert!(!en.contains("within at least") && !en.contains("also;"), "{en}");
}

#[test]
fn a_ground_that_is_not_sure_beside_one_that_is_comes_after_it_as_possible() {
    let mut request = unlicensed(Some("海关"));
    request["facts"]["没收货物物品或运输工具"] = true.into();
    let full = words(request, json!({"do": "procedure", "text": "full"}), "text");
    for (words, basis) in
        [("听证          应当", "海关程序规定 第八十二条"), ("可能亦因；较大数额罚款：尚不知是否达到", "")]
    {
        let told = |line: &str| plain(line).starts_with(&plain(words)) && line.ends_with(basis);
        assert!(full.lines().any(told), "{words}\n{full}");
    }
    assert!(!full.contains("                 亦因；"), "{full}");
}

#[test]
fn a_letter_cites_as_due_only_what_surely_holds() {
    let letter = words(unlicensed(None), json!({"do": "decide", "letter": true}), "letter");
    let due = letter.lines().find(|line| line.starts_with("程序：")).expect("the procedure");
    assert!(due.starts_with("程序：作出决定前，应当办理：处罚前告知（处罚法 第四十四条）；"), "{due}");
    let open = "；应当办理，但适用哪一项规定视未查明的事实而定：办案期限（海关程序规定 第七十六条或者生态处罚办法 第五十七条\
        或者处罚法 第六十条或者治安法 第九十九条或者程序规定 第六十四条）；";
    assert!(due.contains(open), "{due}");
    let letter = words(unlicensed(Some("市场监管")), json!({"do": "decide", "letter": true}), "letter");
    let due = "应当办理：办案期限（程序规定 第六十四条）、处罚前告知（处罚法 第四十四条）；";
    assert!(letter.contains(due), "{letter}");
}

/// The deadline of the one period of a body, with these facts given.
fn period(body: &str, facts: &[(&str, &Value)]) -> Value {
    let mut request = request(Some(body), None, Some("法人"), json!("5000"));
    let given = request["facts"].as_object_mut().expect("facts");
    given.insert("治安案件".to_owned(), (body == "公安").into());
    for name in ["已批准延长办案期限", "不计入期限日数"] {
        given.remove(name);
    }
    given.extend(facts.iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| ((*k).to_owned(), (*v).clone())));
    let answer = ask(host(), &request);
    let steps = answer["procedure"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let period = steps.iter().find(|step| step["duty"] == "case_period").expect("a period");
    let grounds: Vec<&Value> = period["grounds"].as_array().expect("grounds").iter().collect();
    assert_eq!(grounds.len(), 1, "one period has one ground: {period}");
    grounds[0]["deadline"].clone()
}

/// 市监 64, 生态 57: 90 + 30; 应急 53: 90, 120, 180. Time not counted comes on top. Opened on 2 March 2026.
#[test]
fn a_period_has_one_last_day_and_what_is_open_holds_every_completion() {
    let day = |days: i64| Date::parse("2026-03-02").unwrap().add_days(days).unwrap().to_string();
    let (yes, no, none) = (json!(true), json!(false), Value::Null);
    let excluded = [(json!(0), 0), (json!(20), 20)];
    let (once, twice) = ("已批准延长办案期限", "上一级已批准再延长");
    let of_two = [(vec![(once, &no)], 90), (vec![(once, &yes)], 120)];
    let of_three = [
        (vec![(once, &no), (twice, &no)], 90),
        (vec![(once, &yes), (twice, &no)], 120),
        (vec![(once, &yes), (twice, &yes)], 180),
    ];
    for (body, grants) in [("市场监管", &of_two[..]), ("生态环境", &of_two), ("应急管理", &of_three)] {
        for (grant, length) in grants {
            for (not_counted, days) in &excluded {
                let facts: Vec<_> = grant.iter().copied().chain([("不计入期限日数", not_counted)]).collect();
                let found = period(body, &facts);
                assert_eq!(found["due"], day(length + days), "{body} {length} + {days}: {found}");
                assert!(found.get("due_earliest").is_none(), "{found}");
            }
            let found = period(body, grant);
            assert_eq!((&found["due"], &found["due_earliest"]), (&none, &day(*length).into()), "{body}: {found}");
            assert!(found.get("due_latest").is_none(), "no end to time not counted: {found}");
        }
        for (not_counted, days) in &excluded {
            let found = period(body, &[("不计入期限日数", not_counted)]);
            let (least, most) = (grants[0].1 + days, grants[grants.len() - 1].1 + days);
            assert_eq!((&found["due"], &found["due_earliest"]), (&none, &day(least).into()), "{body}: {found}");
            // A day of rest may move the last day by a few.
            let latest = found["due_latest"].as_str().expect("a latest day");
            assert!(latest >= day(most).as_str() && latest <= day(most + 10).as_str(), "{body} {most}: {found}");
        }
    }
}

/// The published rulesets with one text written otherwise.
fn host_with(path: &str, before: &str, after: &str) -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let written = if text.path.ends_with(path) { text.text.replace(before, after) } else { text.text.to_owned() };
        assert!(written != text.text || !text.path.ends_with(path), "{path} has {before}");
        let (ruleset, problems) = Ruleset::compile(&Source::new(text.path, written));
        library.add(ruleset.unwrap_or_else(|| panic!("{problems:?}"))).expect("published versions do not overlap");
    }
    Host::new(library)
}

/// Days of rest decide what is in time: the calendar is one of the rulesets a result rests on, of case and licence.
#[test]
fn the_calendar_stands_among_the_rulesets_and_a_replay_names_it() {
    let calendar = "cn.state-council.working-days";
    let mut case = unlicensed(Some("市场监管"));
    case["do"] = "decide".into();
    let facts = case["facts"].as_object_mut().expect("facts");
    facts.insert("听证告知日".to_owned(), "2024-05-20".into());
    let licence = json!({"ruleset": "cn.samr.food-licence", "licence": "food-business", "on": "2024-05-20",
        "as_of": "2024-05-20", "facts": {"申请日": "2024-05-20"}});
    let changed = host_with("working-days/2023-10-25.yaml", "2024-06-10", "2024-06-11");
    for mut request in [case, licence] {
        request["receipt"] = true.into();
        let answer = ask(host(), &request);
        let named = |list: &Value| list.as_array().expect("a list").iter().filter(|r| r["id"] == calendar).count();
        assert_eq!(named(&answer["governing"]), 1, "{answer}");
        assert_eq!(named(&answer["receipt"]["rulesets"]), 1, "{answer}");
        request["do"] = "replay".into();
        request["receipt"] = answer["receipt"].clone();
        let replay = ask(&changed, &request);
        let found = replay["differences"].as_array().expect("a list");
        let of_calendar = |d: &&Value| d["what"] == "rulesets" && d["id"] == calendar;
        assert!(found.iter().filter(of_calendar).any(|d| d["key"] == "sha256"), "{replay}");
        assert!(
            found.iter().all(|d| d["what"] == "rulesets" && d["id"] == calendar || d["what"] == "outcome"),
            "{replay}"
        );
        assert_eq!(ask(host(), &request)["identical"], true);
    }
}
