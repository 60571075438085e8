//! The procedure of a whole case: what is intended is what the acts of a party come to together.

use serde_json::{Value, json};

use super::{ask, with};

/// A law that lays down circumstances, limitation and procedure; hearing from 250,000 元.
const LAW: &str = "\
cailiang: 1
ruleset: cn.demo.law
title: 示例法
issuer: 某机关
in_force: {from: 2020-01-01}
status: in_force
laws: {示例法: {title: 示例法, rank: law}}
facts: {主动消除: {type: yes-no}, 未满十四: {type: yes-no}}
circumstances:
  - {id: 消除后果, when: 主动消除, effect: [lighter, mitigated], force: must, basis: 示例法 第二条}
  - {id: 未满十四周岁, when: 未满十四, effect: [no_penalty], force: must, basis: 示例法 第三条}
effects:
  - {effect: lighter, of: [fine], part: 0%..30%, basis: 示例法 第四条}
  - {effect: mitigated, of: [fine], range: 50% * statute.min..statute.min, basis: 示例法 第五条}
limitation:
  - {id: 二年, otherwise: true, period: 2年, basis: 示例法 第六条}
concurrence:
  - {id: 择重, of: one_act, fines: higher, basis: 示例法 第七条}
procedure:
  rank: law
  facts: {重大: {type: yes-no, ask: 是否重大？, basis: 示例法 第十一条}}
  duties:
    - {id: 听证, duty: hearing, when: 拟罚款 >= 25万元, basis: 示例法 第十条}
    - {id: 集体讨论·减轻, duty: collective_deliberation, when: 拟减轻, basis: 示例法 第十一条}
    - {id: 法制审核·重大, duty: legal_review, when: 重大, basis: 示例法 第十一条}
    - {id: 不予处罚审批, duty: approval, when: 拟决定 = 不予处罚, basis: 示例法 第十二条}
offences:
  - {id: a, name: 甲, statute: {basis: 示例法 第二十条, sanctions: [{id: 罚款, kind: fine, range: 10万元以上20万元以下}]}}
  - {id: b, name: 乙, statute: {basis: 示例法 第二十一条, sanctions: [{id: 罚款, kind: fine, range: 15万元以上24万元以下}]}}
";

fn decided(acts: Value, more: &Value) -> Value {
    let mut request = json!({"do": "decide", "ruleset": "cn.demo.law", "acts": acts, "facts": {
        "违法行为日": "2024-01-10", "发现日": "2024-02-01", "立案日": "2024-02-02", "决定日": "2024-03-01",
        "主动消除": false, "未满十四": false, "重大": false,
    }});
    for (key, value) in more.as_object().expect("an object") {
        match request.get_mut(key) {
            Some(known) if known.is_object() => {
                let known = known.as_object_mut().expect("an object");
                known.extend(value.as_object().expect("an object").clone());
            }
            _ => request[key] = value.clone(),
        }
    }
    let answer = ask(&with(&[LAW]), &request);
    assert_eq!(answer["kind"], "decision", "{answer}");
    answer
}

/// The ids of the steps that are due, those that may be with a question mark.
fn steps(answer: &Value) -> Vec<String> {
    let one = |step: &Value| {
        let open = if step["certain"] == true { "" } else { "?" };
        format!("{}{open}", step["id"].as_str().expect("an id"))
    };
    answer["procedure"].as_array().expect("steps").iter().map(one).collect()
}

#[test]
fn fines_of_several_acts_of_one_party_are_added_up_before_they_are_compared() {
    let two = json!([{"id": "一", "offence": "a"}, {"id": "二", "offence": "b"}]);
    // 100,000–200,000 and 150,000–240,000: together 250,000–440,000, all of it 250,000 or more.
    assert_eq!(steps(&decided(two, &json!({}))), ["hearing/unit"]);
    // One of them: at most 240,000.
    assert_eq!(steps(&decided(json!([{"id": "二", "offence": "b"}]), &json!({}))), [""; 0]);
    // Two times the first: 200,000–400,000, on both sides.
    let same = json!([{"id": "一", "offence": "a"}, {"id": "二", "offence": "a"}]);
    assert_eq!(steps(&decided(same, &json!({}))), ["hearing/unit?"]);
}

#[test]
fn one_act_under_two_provisions_has_one_fine() {
    let acts = json!([{"id": "一", "offence": "a"}, {"id": "二", "offence": "b"}]);
    // The higher: 150,000–240,000, below 250,000.
    assert_eq!(steps(&decided(acts, &json!({"same_act": [["一", "二"]]}))), [""; 0]);
}

#[test]
fn each_party_has_a_procedure_of_its_own() {
    let acts = json!([
        {"id": "一", "offence": "a", "party": "甲公司"},
        {"id": "二", "offence": "b", "party": "甲公司"},
        {"id": "三", "offence": "b", "party": "乙公司", "facts": {"重大": true}},
    ]);
    let answer = decided(acts, &json!({}));
    assert_eq!(steps(&answer), ["hearing/unit/甲公司", "legal_review/乙公司"]);
    assert_eq!(answer["procedure"][0]["party"], "甲公司");
    // 乙公司: 拟罚款 240,000 at most, so no hearing, and the condition that failed is there.
    let not = answer["not_due"].as_array().expect("rows");
    let of = |party: &str, id: &str| not.iter().any(|row| row["party"] == party && row["id"] == id);
    assert!(of("乙公司", "听证") && !of("甲公司", "听证") && of("甲公司", "法制审核·重大"), "{not:#?}");
}

#[test]
fn what_the_officer_may_choose_is_open_and_what_is_barred_is_no_penalty() {
    let one = || json!([{"id": "一", "offence": "b"}]);
    // 应当从轻或者减轻: 减轻 is one of two.
    let mitigated = decided(one(), &json!({"facts": {"主动消除": true}}));
    assert_eq!(steps(&mitigated), ["collective_deliberation/unit?"]);
    assert_eq!(mitigated["determined"], true, "no fact is missing: the officer chooses");
    // 应当不予处罚.
    assert_eq!(steps(&decided(one(), &json!({"facts": {"未满十四": true}}))), ["approval/unit"]);
    // 2022-01-10 + 2年 = 2024-01-10; discovered on 2024-02-01.
    assert_eq!(steps(&decided(one(), &json!({"facts": {"违法行为日": "2022-01-10"}}))), ["approval/unit"]);
    // Which of them it is, is not known.
    let open = decided(one(), &json!({"facts": {"未满十四": null}}));
    assert_eq!(steps(&open), ["approval/unit?"]);
    assert_eq!(open["determined"], false);
}

#[test]
fn a_fact_of_the_procedure_alone_is_asked_and_keeps_the_case_open() {
    let answer = decided(json!([{"id": "一", "offence": "b"}]), &json!({"facts": {"重大": null}}));
    assert_eq!(answer["determined"], false);
    assert_eq!(answer["acts"][0]["outcome"]["determined"], true);
    assert_eq!(answer["procedure_law"], json!({"determined": false, "chosen_by": "决定日", "day": "2024-03-01"}));
    let asked = &answer["facts_needed"][0];
    assert_eq!(
        (&asked["name"], &asked["decides"], &asked["acts"]),
        (&json!("重大"), &json!("定处罚程序"), &json!(["一"]))
    );
    assert_eq!(steps(&answer), ["legal_review?"]);
}

#[test]
fn acts_that_differ_in_a_fact_of_the_procedure_are_said_to() {
    let acts = |first: Value, second: Value| {
        let act =
            |id: &str, offence: &str, grave: Value| json!({"id": id, "offence": offence, "facts": {"重大": grave}});
        json!([act("一", "a", first), act("二", "b", second)])
    };
    // What is said of the whole case counts; without that it is open.
    let differ = decided(acts(json!(true), json!(false)), &json!({}));
    assert_eq!(steps(&differ), ["hearing/unit"]);
    assert_eq!(differ["review_points"][0]["code"], "procedure-facts-differ");
    assert_eq!(differ["review_points"][0]["names"], json!(["重大"]));
    let open = decided(acts(json!(true), json!(false)), &json!({"facts": {"重大": null}}));
    assert_eq!(steps(&open), ["hearing/unit", "legal_review?"]);
    // Each act says that it is not known: what is said of the whole case does not stand for it.
    let unknown = decided(acts(json!(null), json!(null)), &json!({}));
    assert_eq!(steps(&unknown), ["hearing/unit", "legal_review?"]);
    assert_eq!(unknown["determined"], false);
    // One of them says it: that is enough.
    let one = decided(acts(json!(null), json!(true)), &json!({}));
    assert_eq!(steps(&one), ["hearing/unit", "legal_review"]);
    let agree = decided(acts(json!(true), json!(true)), &json!({}));
    assert_eq!(steps(&agree), ["hearing/unit", "legal_review"]);
    assert_eq!(agree["review_points"], json!([]));
}

#[test]
fn while_no_day_of_the_decision_is_known_the_latest_known_day_chooses_and_says_so() {
    let later = LAW.replace("{from: 2020-01-01}", "{from: 2025-01-01}").replace("25万元", "20万元");
    let first = LAW.replace("{from: 2020-01-01}", "{from: 2020-01-01, through: 2024-12-31}");
    let request = |facts: Value| json!({"do": "decide", "ruleset": "cn.demo.law", "offence": "b", "facts": facts});
    let known = ask(&with(&[&first, &later]), &request(json!({"违法行为日": "2024-01-10", "重大": false})));
    let law = &known["procedure_law"];
    assert_eq!((&law["chosen_by"], &law["day"]), (&json!("违法行为日"), &json!("2024-01-10")), "{known}");
    assert_eq!(law["later_versions"], json!([{"id": "cn.demo.law", "from": "2025-01-01"}]));
}

/// Rulesets without a procedure leave none, and say so.
#[test]
fn without_a_procedure_there_is_none() {
    let (head, rest) = LAW.split_once("procedure:").expect("a procedure");
    let (_, offences) = rest.split_once("offences:").expect("offences");
    let text = format!("{head}offences:{offences}");
    let request =
        json!({"do": "decide", "ruleset": "cn.demo.law", "offence": "b", "facts": {"违法行为日": "2024-01-10"}});
    let answer = ask(&with(&[&text]), &request);
    assert_eq!((&answer["procedure_law"], &answer["procedure"]), (&Value::Null, &json!([])));
}

fn reviewed(acts: Value, decision: Value, more: &Value) -> Value {
    let mut request = json!({"do": "review", "ruleset": "cn.demo.law", "acts": acts, "decision": decision,
        "text": "full",
        "facts": {"违法行为日": "2024-01-10", "发现日": "2024-02-01", "立案日": "2024-02-02", "决定日": "2024-03-01",
        "主动消除": false, "未满十四": false, "重大": false}});
    for (key, value) in more.as_object().expect("an object") {
        request[key] = value.clone();
    }
    let answer = ask(&with(&[LAW]), &request);
    assert_eq!(answer["kind"], "case_review", "{answer}");
    let found: Vec<String> = super::decide_widens::SCHEMA.iter_errors(&answer).map(|e| e.to_string()).collect();
    assert!(found.is_empty(), "{found:?}\n{answer:#}");
    answer
}

fn codes(answer: &Value) -> Vec<String> {
    let acts = answer["acts"].as_array().expect("acts").iter();
    let findings = acts.flat_map(|a| a["findings"].as_array().expect("findings").iter().map(move |f| (a, f)));
    let of_acts =
        findings.map(|(a, f)| format!("{} {}", a["act"].as_str().unwrap_or(""), f["code"].as_str().unwrap_or("")));
    let together = answer["together"].as_array().expect("together").iter();
    of_acts.chain(together.map(|t| t["code"].as_str().unwrap_or("").to_owned())).collect()
}

#[test]
fn a_decision_on_a_case_is_held_against_each_act_and_has_its_own_procedure() {
    let acts = || json!([{"id": "一", "offence": "a"}, {"id": "二", "offence": "b"}]);
    // 100,000 + 149,999 = 249,999: no hearing for what is decided, though the ranges call for one.
    let answer =
        reviewed(acts(), json!({"一": {"unit": {"罚款": 100_000}}, "二": {"unit": {"罚款": 149_999}}}), &json!({}));
    assert_eq!(codes(&answer), ["一 inside", "二 below-statute"]);
    // Below the minimum of 150,000: that is 减轻, which must be deliberated on.
    assert_eq!(steps(&answer), ["collective_deliberation/unit"]);
    assert_eq!((&answer["conforms"], &answer["determined"]), (&json!(false), &json!(true)));
    let all =
        reviewed(acts(), json!({"一": {"unit": {"罚款": 100_000}}, "二": {"unit": {"罚款": 150_000}}}), &json!({}));
    assert_eq!(
        (codes(&all), steps(&all)),
        (vec!["一 inside".to_owned(), "二 inside".into()], vec!["hearing/unit".to_owned()])
    );
    assert_eq!(all["conforms"], true);
    // Nothing at all: 不予处罚, without a ground.
    let none = reviewed(acts(), json!({"一": {"verdict": "no_penalty"}, "二": {"verdict": "no_penalty"}}), &json!({}));
    assert_eq!(
        (codes(&none), steps(&none)),
        (vec!["一 missing".to_owned(), "二 missing".into()], vec!["approval/unit".to_owned()])
    );
}

#[test]
fn one_act_is_fined_once_by_the_higher_provision() {
    let acts = || json!([{"id": "一", "offence": "a"}, {"id": "二", "offence": "b"}]);
    let same = json!({"same_act": [["一", "二"]]});
    let fined = |first: i64, second: i64| {
        let of = |fine: i64| if fine == 0 { json!({"unit": {}}) } else { json!({"unit": {"罚款": fine}}) };
        codes(&reviewed(acts(), json!({"一": of(first), "二": of(second)}), &same))
    };
    // b is higher at both ends.
    assert_eq!(fined(0, 200_000), ["二 inside"]);
    assert_eq!(fined(150_000, 0), ["一 inside", "lower-fine"]);
    assert_eq!(fined(150_000, 200_000), ["一 inside", "二 inside", "second-fine"]);
    // Nobody fines: both are missing.
    assert_eq!(fined(0, 0), ["一 missing", "二 missing"]);
}

#[test]
fn an_act_that_the_decision_says_nothing_of_is_a_mistake() {
    let request = |decision: Value| {
        json!({"do": "review", "ruleset": "cn.demo.law", "on": "2024-01-10", "facts": {},
            "acts": [{"id": "一", "offence": "a"}, {"id": "二", "offence": "b"}], "decision": decision})
    };
    let host = with(&[LAW]);
    let answer = ask(&host, &request(json!({"一": {"unit": {"罚金": 5}}, "三": {}})));
    let found: Vec<(&str, &str)> = answer["details"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|e| (e["code"].as_str().unwrap_or(""), e["path"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(found, [("unknown-act", "/decision/三"), ("missing-key", "/decision/二")], "{answer:#}");
    // Of one act the part alone will do.
    let one = json!({"do": "review", "ruleset": "cn.demo.law", "facts": {"违法行为日": "2024-01-10"},
        "acts": [{"id": "一", "offence": "a"}],
        "decision": {"unit": {"罚款": 5}}});
    assert_eq!(codes(&ask(&host, &one)), ["一 below-statute"]);
}
