//! A review of one offence is that of a case of one act: what is known counts, what is not known is named, and no
//! sentence says of a circumstance that it holds while it only may.

use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use serde_json::{Value, json};

const OLDER: &str = "
cailiang: 1
ruleset: cn.test.seeds
title: 示例
issuer: 示例机关
in_force: {from: 2015-01-01, through: 2023-12-31}
status: in_force
uses: [cn.npc.administrative-penalty-law]
laws: {示例法: {title: 示例法, rank: law}}
facts: {销售: {type: yes-no}}
offences:
  - id: seeds
    name: 销售
    elements: [销售]
    statute:
      basis: 示例法 第一条
      sanctions: [{id: 罚款, kind: fine, range: 2万元以上20万元以下}]
";

/// Everything that the general law asks of a legal person, with nothing that speaks for or against it.
fn facts() -> Value {
    json!({
        "违法行为日": "2023-03-01", "发现日": "2023-04-01", "决定日": "2023-06-01", "销售": true, "当事人身份": "法人",
        "行为时周岁": 30, "精神智力状况": "无障碍", "辨认控制能力": "正常", "主动消除或减轻后果": false,
        "受他人胁迫": false, "受他人诱骗": false, "主动供述未掌握": false, "查处中立功": false,
        "另有从轻减轻规定": false, "违法行为轻微": false, "及时改正": false, "危害后果程度": "超过轻微",
        "初次违法": false, "足以证明无过错": false, "过错另有规定": false, "违反突发事件措施": false,
        "涉及生命健康或金融安全": false, "有危害后果": false
    })
}

fn host() -> Host {
    let mut library = Library::new();
    let general = RULESETS.iter().filter(|text| text.path.contains("npc/administrative-penalty-law"));
    let newer = OLDER
        .replace("{from: 2015-01-01, through: 2023-12-31}", "{from: 2024-01-01}")
        .replace("2万元以上20万元以下", "1万元以上5万元以下");
    let own = [Source::new("older.yaml", OLDER), Source::new("newer.yaml", newer)];
    for source in general.map(|text| Source::new(text.path, text.text)).chain(own) {
        let (ruleset, found) = Ruleset::compile(&source);
        library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("the ruleset is new");
    }
    Host::new(library)
}

/// The answers about one offence and about the case of one act, with facts changed (`null` leaves one out).
fn both(changed: &Value, decision: &Value) -> [Value; 2] {
    let mut facts = facts();
    for (name, value) in changed.as_object().expect("facts") {
        let facts = facts.as_object_mut().expect("facts");
        match value {
            Value::Null => facts.remove(name),
            value => facts.insert(name.clone(), value.clone()),
        };
    }
    let head = json!({"do": "review", "ruleset": "cn.test.seeds", "facts": facts, "text": "full"});
    let request = |more: Value| {
        let mut request = head.clone();
        request.as_object_mut().expect("a request").extend(more.as_object().expect("keys").clone());
        serde_json::from_str(&host().handle(&request.to_string())).expect("an answer is JSON")
    };
    [
        request(json!({"offence": "seeds", "decision": decision})),
        request(json!({"acts": [{"id": "a", "offence": "seeds"}], "decision": {"a": decision}})),
    ]
}

fn fine(amount: i64) -> Value {
    json!({"unit": {"罚款": amount}})
}

/// Facts, decision, the result of one offence and of the case, worked out from the articles.
#[test]
fn one_offence_is_reviewed_as_a_case_of_one_act() {
    let none = json!({"verdict": "no_penalty"});
    let late = json!({"违法行为日": "2020-01-01", "发现日": "2023-04-01"});
    // Decided more than two years after the act.
    let unseen = json!({"违法行为日": "2020-01-01", "发现日": null});
    let after = json!({"决定日": "2024-06-01"});
    let undecided = json!({"决定日": null});
    for (what, changed, decision, expected) in [
        // 处罚法 36: two years from 2020-01-01, found in 2023.
        ("a fine when it is too late", &late, fine(50_000), ["deviates", "deviates"]),
        ("none when it is too late", &late, none.clone(), ["conforms", "conforms"]),
        ("in time", &json!({}), fine(50_000), ["within_statute", "within_statute"]),
        ("no penalty in time", &json!({}), none, ["deviates", "deviates"]),
        // Found nobody knows when: the case is open, the offence alone says so beside what it is.
        ("nobody says when it was found", &unseen, fine(50_000), ["within_statute", "undetermined"]),
        // 处罚法 37: 1–5万 is lighter than 2–20万, and governs.
        ("within the later, lighter law", &after, fine(10_000), ["within_statute", "within_statute"]),
        ("within the older law alone", &after, fine(100_000), ["deviates", "deviates"]),
        ("nobody says when it is decided", &undecided, fine(100_000), ["within_statute", "undetermined"]),
    ] {
        let answers = both(changed, &decision);
        assert_eq!(answers.each_ref().map(|a| a["result"].as_str().unwrap_or("?")), expected, "{what}: {answers:#?}");
        let open = answers[0]["open"].as_array().expect("a list");
        assert_eq!(open.is_empty(), expected[0] == expected[1], "{what}: {open:?}");
    }
}

#[test]
fn the_review_says_which_law_it_speaks_of_and_what_is_not_known() {
    let [later, _] = both(&json!({"决定日": "2024-06-01"}), &fine(10_000));
    assert_eq!((&later["at"], &later["determined"]), (&json!("decision"), &json!(true)));
    let [unseen, _] = both(&json!({"违法行为日": "2020-01-01", "发现日": null}), &fine(50_000));
    assert_eq!((&unseen["at"], &unseen["determined"]), (&json!("act"), &json!(false)));
    assert!(unseen["open"].as_array().expect("a list").contains(&json!("发现日")), "{unseen:#}");
    assert!(unseen["text"].as_str().expect("words").contains("前提"), "{}", unseen["text"]);
}

/// 处罚法 32(1) holds; 30, 31 and 32(2) may. Only what holds is said to call for something.
#[test]
fn a_duty_rests_on_what_surely_holds() {
    let maybe = json!({"主动消除或减轻后果": true, "受他人胁迫": null, "行为时周岁": null, "当事人身份": "自然人"});
    for answer in both(&maybe, &fine(200_000)) {
        let text = answer["text"].as_str().expect("words");
        let duty = text.lines().find(|line| line.contains("没有体现")).unwrap_or_else(|| panic!("{text}"));
        assert!(duty.contains("主动消除后果") && !duty.contains("胁迫") && !duty.contains("十四"), "{duty}");
    }
}

/// 处罚法 32(1) holds, 49 may: that the two stand against each other is not known.
#[test]
fn circumstances_stand_against_each_other_where_both_hold() {
    let maybe = json!({"主动消除或减轻后果": true, "违反突发事件措施": null});
    let [_, case] = both(&maybe, &fine(200_000));
    assert!(!case["text"].as_str().expect("words").contains("并存"), "{}", case["text"]);
    let both_hold = json!({"主动消除或减轻后果": true, "违反突发事件措施": true});
    for answer in both(&both_hold, &fine(100_000)) {
        assert_eq!(answer["result"], "undetermined");
        assert!(answer["text"].as_str().expect("words").contains("并存"), "{}", answer["text"]);
    }
}
