//! What a person reads of a whole case: the letter says no more than is sure, what it rests on is recited, and nothing
//! is said twice.

use std::collections::BTreeSet;

use cailiang::wire::{self, Action, Host};
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::{CASES, PROCEDURES, RULESETS};
use serde_json::{Value, json};

/// Five years where there was danger and harm, two years otherwise; the greater fine of two provisions where it was
/// done for profit.
const LATE: &str = "
cailiang: 1
ruleset: cn.demo.late
title: 示例：广告
issuer: 某市
in_force: {from: 2020-01-01}
status: in_force
laws: {条例: {title: 某条例, rank: local_regulation}}
facts:
  擅自设置: {type: yes-no}
  涉及安全: {type: yes-no}
  有危害后果: {type: yes-no}
  以营利为目的: {type: yes-no}
limitation:
  - {id: 五年, when: 涉及安全 and 有危害后果, period: 5年, basis: 条例 第三条}
  - {id: 二年, otherwise: true, period: 2年, basis: 条例 第三条}
concurrence:
  - {id: 择重, of: one_act, when: 以营利为目的, fines: higher, basis: 条例 第四条}
offences:
  - {id: sign, name: 设置广告, elements: [擅自设置],
     statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 500元以上5000元以下}]}}
  - {id: road, name: 占用道路, elements: [擅自设置],
     statute: {basis: 条例 第二条, sanctions: [{id: 罚款, kind: fine, range: 1000元以上2万元以下}]}}
";

fn ask(request: &Value) -> Value {
    let mut library = Library::new();
    library.add(Ruleset::compile(&Source::new("late.yaml", LATE)).0.expect("a ruleset")).expect("the only version");
    let answer = Host::new(library).handle(&request.to_string());
    serde_json::from_str(&answer).expect("an answer is JSON")
}

/// The letter and the full text of one act, done on 10 January 2022.
fn told(facts: Value) -> (String, String) {
    let mut request = json!({"do": "decide", "ruleset": "cn.demo.late", "offence": "sign", "letter": true,
        "text": "full", "facts": {"违法行为日": "2022-01-10", "擅自设置": true}});
    let given = request["facts"].as_object_mut().expect("facts");
    given.extend(facts.as_object().expect("facts").clone());
    given.retain(|_, value| !value.is_null());
    let answer = ask(&request);
    let words = |key: &str| answer[key].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
    (words("letter"), words("text"))
}

#[test]
fn the_facts_a_period_of_limitation_rests_on_are_recited() {
    // Found after two years, within five.
    let late = json!({"发现日": "2025-01-11", "涉及安全": true, "有危害后果": true});
    let (letter, text) = told(late);
    assert!(letter.contains("擅自设置：是；涉及安全：是；有危害后果：是。"), "{letter}");
    assert!(letter.contains("未过追责时效") && letter.contains("时效 5 年"), "{letter}");
    assert!(text.contains("擅自设置 是；涉及安全 是；有危害后果 是"), "{text}");
    // That there was no danger is no finding to recite.
    let (letter, text) = told(json!({"发现日": "2023-01-11", "涉及安全": false}));
    assert!(letter.contains("时效 2 年") && !letter.contains("涉及安全"), "{letter}");
    assert!(!text.contains("涉及安全 否"), "{text}");
}

#[test]
fn the_facts_a_rule_of_concurrence_rests_on_are_recited() {
    let act = |id: &str, offence: &str| json!({"id": id, "offence": offence});
    let request = json!({"do": "decide", "ruleset": "cn.demo.late", "letter": true,
        "facts": {"违法行为日": "2022-01-10", "发现日": "2022-02-01", "擅自设置": true, "以营利为目的": true},
        "acts": [act("甲", "sign"), act("乙", "road")], "same_act": [["甲", "乙"]]});
    let answer = ask(&request);
    let letter = answer["letter"].as_str().unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(letter.matches("以营利为目的：是").count(), 2, "{letter}");
}

#[test]
fn a_letter_ends_with_a_range_only_where_there_may_be_a_penalty() {
    let range = "罚款 500 元以上 5,000 元以下（应当）。具体种类和数额由承办人在上述范围内确定，并说明理由。";
    let safe = json!({"涉及安全": false});
    let with = |more: Value| {
        let mut facts = safe.clone();
        facts.as_object_mut().expect("facts").extend(more.as_object().expect("facts").clone());
        told(facts)
    };
    // Found in time.
    let (letter, _) = with(json!({"发现日": "2024-01-10"}));
    assert!(letter.contains(&format!("\n\n处罚幅度为：{range}")), "{letter}");
    // A day late: no range, and nothing to be settled within one.
    let (letter, _) = with(json!({"发现日": "2024-01-11"}));
    assert!(letter.contains("\n\n处理结论为：已过追责时效，不再给予行政处罚。"), "{letter}");
    assert!(!letter.contains("处罚幅度") && !letter.contains("具体种类"), "{letter}");
    // Not established.
    let (letter, _) = with(json!({"发现日": "2024-01-10", "擅自设置": false}));
    assert!(letter.contains("\n\n处理结论为：违法行为不能成立，不予行政处罚。"), "{letter}");
    // Filed in March 2024, found nobody says when: the range stands under the limitation alone.
    let (letter, text) = with(json!({"立案日": "2024-03-01"}));
    assert!(letter.contains(&format!("\n\n是否已过追责时效尚待查明；如给予处罚，处罚幅度为：{range}")), "{letter}");
    assert!(text.contains("是否已过追责时效，也有待查明") && !text.contains("违法行为是否成立"), "{text}");
    // The offence alone; then both.
    let (letter, text) = with(json!({"发现日": "2024-01-10", "擅自设置": null}));
    assert!(letter.contains("\n\n违法行为是否成立、是否处罚尚待查明；如给予处罚，处罚幅度为："), "{letter}");
    assert!(text.contains("违法行为是否成立、是否处罚，也有待查明"), "{text}");
    let (letter, text) = with(json!({"立案日": "2024-03-01", "擅自设置": null}));
    let both = "违法行为是否成立、是否处罚、是否已过追责时效";
    assert!(letter.contains(&format!("\n\n{both}尚待查明；如给予处罚，")), "{letter}");
    assert!(text.contains(&format!("{both}，也有待查明")), "{text}");
}

/// Of every worked case: a step, and what is to be looked at, is told once, or by whom it is for.
#[test]
fn nothing_of_the_procedure_is_told_twice() {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    let host = Host::new(library);
    let mut tried = 0;
    for file in CASES.iter().chain(PROCEDURES) {
        for case in wire::read_case(&Source::new(file.path, file.text)).unwrap_or_else(|f| panic!("{}", f.message())) {
            let style = cailiang::Style { form: cailiang::render::Form::Full, ..cailiang::Style::default() };
            let text = match case.action {
                Action::Decide => match host.decide(&case, &case.whole()) {
                    Ok(decision) => cailiang::render::render_decision(&decision, style),
                    Err(_) => continue,
                },
                Action::Procedure => match host.procedure(&case) {
                    Ok(found) => cailiang::render::render_procedures(&found, style),
                    Err(_) => continue,
                },
                _ => continue,
            };
            tried += 1;
            let (mut part, mut step, mut seen) = ("", String::new(), BTreeSet::new());
            for line in text.lines() {
                if !line.starts_with(' ') {
                    part = line;
                    continue;
                }
                if !["程序", "提请注意"].contains(&part) {
                    continue;
                }
                // What continues a step belongs to it.
                if !line.starts_with("     ") {
                    step = line.split_whitespace().next().unwrap_or_default().to_owned();
                }
                let told = (part, step.clone(), line.split_whitespace().collect::<Vec<_>>().join(" "));
                assert!(seen.insert(told), "{} {:?}: `{line}`\n{text}", file.path, case.name);
            }
        }
    }
    assert!(tried > 100, "{tried}");
}
