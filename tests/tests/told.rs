//! What a person reads of a whole case: the letter says no more than is sure, what it rests on is recited, and nothing
//! is said twice.

use std::collections::BTreeSet;

use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::Action;
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
        for case in read::read_case(&Source::new(file.path, file.text)).unwrap_or_else(|f| panic!("{}", f.message())) {
            let style = cailiang::Style { form: cailiang::vocabulary::Form::Full, ..cailiang::Style::default() };
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

/// What the published texts say of a request, in English.
fn in_english(request: &Value) -> String {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("versions do not overlap");
    }
    let street = include_str!("../../examples/street.yaml");
    library.add(Ruleset::compile(&Source::new("street.yaml", street)).0.expect("a ruleset")).expect("the only version");
    let answer = Host::new(library).handle(&request.to_string());
    let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
    answer["text"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

#[test]
fn english_is_english() {
    let of = |action: &str, ruleset: &str, offence: &str, facts: Value| {
        let mut request = json!({"do": action, "ruleset": ruleset, "offence": offence, "facts": facts,
            "text": "full", "lang": "en"});
        if action == "decide" {
            request["general"] = json!(["cn.npc.administrative-penalty-law"]);
        }
        in_english(&request)
    };
    // Two ranges of one way: 0–30% of 50,000–100,000, and of 10 to 20 times 10,000 or more.
    let lighter = of(
        "evaluate",
        "cn.samr.position",
        "unlicensed",
        json!({"违法行为日": "2024-05-01", "从事须许可的生产经营": true, "已取得相应许可": false, "裁量认定": "从轻"}),
    );
    assert!(lighter.contains("and at most CNY 65,000 or of at least CNY 100,000"), "{lighter}");
    // A unit that has an English word has it in a question too.
    let stalls = of("evaluate", "cn.demo.street", "stalls", json!({"违法行为日": "2024-05-01", "拒不改正": false}));
    assert!(stalls.contains("设施数: how much (items)?"), "{stalls}");
    // Discovered on a day, or between two.
    let found = |day: &str, date: &str| {
        of(
            "decide",
            "cn.npc.eia-law",
            "unapproved-construction",
            json!({"违法行为日": "2022-01-01", day: date, "决定日": "2024-01-15", "未经批准擅自开工建设": true,
                "涉及生命健康或金融安全": false}),
        )
    };
    let between = found("立案日", "2023-12-31");
    let days = "the act was on 1 January 2022, the period is 2 years through 1 January 2024";
    assert!(between.contains(days), "{between}");
    assert!(between.contains("it was discovered between 1 January 2022 and 31 December 2023"), "{between}");
    let on = found("发现日", "2023-12-31");
    assert!(on.contains("it was discovered on 31 December 2023"), "{on}");
}

/// 行政处罚法 第三十三条第一款: a first act, mended, with slight harm, may go without a penalty. That the party may be under
/// fourteen (第三十条) is not found by that.
#[test]
fn what_is_sure_does_not_name_what_only_may_be() {
    let facts = json!({"违法行为日": "2024-05-01", "决定日": "2025-01-01", "从事须许可的生产经营": true,
        "已取得相应许可": false, "货值金额": "800", "初次违法": true, "及时改正": true, "危害后果程度": "轻微"});
    let mut request = json!({"do": "decide", "ruleset": "cn.npc.food-safety-law", "offence": "unlicensed",
        "facts": facts, "general": ["cn.npc.administrative-penalty-law"], "text": "full", "lang": "en"});
    let full = in_english(&request);
    assert!(
        full.contains(" no penalty (首违不罚); with it: education of the party  ") && !full.contains("首违不罚, "),
        "{full}"
    );
    // Both laws may govern: what the general part may make of them is compared as well, and named.
    request["facts"] = json!({"违法行为日": "2024-05-01", "从事须许可的生产经营": true, "已取得相应许可": false});
    let open = in_english(&request);
    assert!(!open.contains("; Depending on the facts"), "{open}");
    assert!(open.contains("; possibly no penalty, mitigated, lighter, heavier. at the decision:"), "{open}");
}
