//! The general law and the special laws: each circumstance holds, fails and may hold.

mod general;

use cailiang::diagnostic::Code;
use cailiang::link::LinkError;
use cailiang::value::Date;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use general::{day, decided, library, yes};
use serde_json::{Value, json};

#[test]
fn every_offence_links_with_its_general_part_on_every_day_that_matters() {
    let library = library();
    let starts: Vec<Date> = library.rulesets().map(|r| r.head().from).collect();
    let mut linked = 0;
    for ruleset in library.rulesets() {
        for offence in ruleset.offences() {
            let head = ruleset.head();
            for on in starts.iter().filter(|on| head.covers(**on) && **on >= day("2018-01-01")) {
                if let Err(error) = library.link_decision(&head.id, &offence.id, *on) {
                    panic!("{} {} {on}: {error:?}", head.id, offence.id);
                }
                linked += 1;
            }
        }
    }
    assert!(linked > 200, "{linked}");
}

/// A circumstance: what makes it hold, the fact that unmakes it, what it calls for and how strongly.
type Told = (&'static str, Value);
type Rule = (&'static str, Vec<Told>, Told, &'static [&'static str], &'static str);

fn rules_of_the_law(new: bool) -> Vec<Rule> {
    let person = || ("当事人身份", json!("自然人"));
    const DOWN: &[&str] = &["mitigated", "lighter"];
    const NONE: &[&str] = &["no_penalty"];
    let mut rules = vec![
        ("不满十四周岁", vec![person(), ("行为时周岁", json!(13))], ("行为时周岁", json!(14 + 4)), NONE, "must"),
        ("已满十四不满十八周岁", vec![person(), ("行为时周岁", json!(17))], ("行为时周岁", json!(18)), DOWN, "must"),
        (
            "精神病人丧失辨认控制",
            vec![person(), ("精神智力状况", json!("精神病")), ("辨认控制能力", json!("丧失"))],
            ("辨认控制能力", json!("正常")),
            NONE,
            "must",
        ),
        ("主动消除后果", vec![("主动消除或减轻后果", yes())], ("主动消除或减轻后果", json!(false)), DOWN, "must"),
        ("受胁迫", vec![("受他人胁迫", yes())], ("受他人胁迫", json!(false)), DOWN, "must"),
        ("立功", vec![("查处中立功", yes())], ("查处中立功", json!(false)), DOWN, "must"),
        ("其他从轻减轻", vec![("另有从轻减轻规定", yes())], ("另有从轻减轻规定", json!(false)), DOWN, "must"),
    ];
    // 轻微不罚: three conditions together. In 2021 the facts also make a first offence only with 初次违法.
    let slight = vec![("违法行为轻微", yes()), ("及时改正", yes()), ("危害后果程度", json!("没有"))];
    rules.push(("轻微不罚", slight.clone(), ("违法行为轻微", json!(false)), NONE, "must"));
    rules.push(("轻微不罚", slight.clone(), ("及时改正", json!(false)), NONE, "must"));
    rules.push(("轻微不罚", slight, ("危害后果程度", json!("轻微")), NONE, "must"));
    if new {
        let first = vec![("初次违法", yes()), ("及时改正", yes()), ("危害后果程度", json!("轻微"))];
        rules.push(("首违不罚", first.clone(), ("初次违法", json!(false)), NONE, "may"));
        rules.push(("首违不罚", first, ("危害后果程度", json!("超过轻微")), NONE, "may"));
        rules.push((
            "智力残疾人丧失辨认控制",
            vec![person(), ("精神智力状况", json!("智力残疾")), ("辨认控制能力", json!("丧失"))],
            ("精神智力状况", json!("无障碍")),
            NONE,
            "must",
        ));
        rules.push((
            "未完全丧失辨认控制",
            vec![person(), ("精神智力状况", json!("智力残疾")), ("辨认控制能力", json!("未完全丧失"))],
            ("辨认控制能力", json!("正常")),
            DOWN,
            "may",
        ));
        rules.push(("受诱骗", vec![("受他人诱骗", yes())], ("受他人诱骗", json!(false)), DOWN, "must"));
        rules.push(("主动供述", vec![("主动供述未掌握", yes())], ("主动供述未掌握", json!(false)), DOWN, "must"));
        rules.push(("无主观过错", vec![("足以证明无过错", yes())], ("过错另有规定", yes()), NONE, "must"));
        rules.push((
            "突发事件",
            vec![("违反突发事件措施", yes())],
            ("违反突发事件措施", json!(false)),
            &["heavier"],
            "must",
        ));
    }
    rules
}

#[test]
fn every_rule_of_the_general_law_holds_fails_and_may_hold() {
    let library = library();
    for (new, on) in [(false, "2021-07-14"), (true, "2021-07-15")] {
        let rules = rules_of_the_law(new);
        for (id, given, (name, unmade), effects, force) in &rules {
            let holds = decided(&library, "cn.model.any/any", on, given);
            assert_eq!(holds.effects(), *effects, "{id} on {on}");
            for effect in *effects {
                let option = holds.option(effect);
                assert_eq!((holds.because(effect), option["force"].as_str().unwrap()), (vec![*id], *force), "{id}");
                assert_eq!(option["certain"], true, "{id}");
            }
            let mut fails: Vec<(&str, Value)> = given.iter().filter(|(n, _)| n != name).cloned().collect();
            fails.push((name, unmade.clone()));
            assert_eq!(decided(&library, "cn.model.any/any", on, &fails).effects(), [""; 0], "not {id} on {on}");
            fails.pop();
            fails.push((name, Value::Null));
            let open = decided(&library, "cn.model.any/any", on, &fails);
            assert!(open.effects().iter().any(|e| open.because(e).contains(id)), "{id} may hold on {on}");
            assert!(open.json["options"].as_array().unwrap().iter().all(|o| o["certain"] == false), "{id} on {on}");
            assert!(open.json["facts_needed"].as_array().unwrap().iter().any(|f| f["name"] == *name), "{id} on {on}");
        }
        let tried: std::collections::BTreeSet<&str> = rules.iter().map(|(id, ..)| *id).collect();
        let declared = RULESETS.iter().find(|t| t.path.contains(if new { "law/2021-07-15" } else { "law/2018-01-01" }));
        let rows = declared.unwrap().text.split_once("\ncircumstances:\n").unwrap().1;
        let declared = rows.lines().take_while(|row| row.starts_with(' ')).filter(|row| row.contains("{id: ")).count();
        assert_eq!(tried.len(), declared, "each circumstance of the text is tried");
    }
}

#[test]
fn what_the_law_of_2017_does_not_know() {
    let library = library();
    let on = "2021-07-14";
    let program = library.link_decision("cn.model.any", "any", day(on)).unwrap();
    for name in ["初次违法", "足以证明无过错", "主动供述未掌握", "受他人诱骗", "违反突发事件措施"]
    {
        assert!(program.fact(name).is_none(), "{name}");
    }
    // 智力残疾, and capacity lost in part: nothing in 2017.
    for state in [("精神病", "未完全丧失"), ("智力残疾", "丧失")] {
        let given =
            [("当事人身份", json!("自然人")), ("精神智力状况", json!(state.0)), ("辨认控制能力", json!(state.1))];
        assert_eq!(decided(&library, "cn.model.any/any", on, &given).effects(), [""; 0], "{state:?}");
    }
    // A unit has no age: the question is not asked.
    let unit = decided(&library, "cn.model.any/any", on, &[("行为时周岁", Value::Null)]);
    assert_eq!((unit.json["determined"].clone(), unit.effects().len()), (json!(true), 0));
}

#[test]
fn no_penalty_says_what_else_the_law_asks_for() {
    let library = library();
    let child = [("当事人身份", json!("自然人")), ("行为时周岁", json!(13))];
    let child = decided(&library, "cn.model.any/any", "2024-05-01", &child);
    assert_eq!(child.json["verdict"], json!({"kind": "no_penalty", "force": "must", "ground": "不满十四周岁"}));
    assert_eq!(child.option("no_penalty")["needs"], json!(["guardian_discipline"]));
    assert_eq!(child.json["orders"][0]["id"], "责令改正");
    let faultless = decided(&library, "cn.model.any/any", "2024-05-01", &[("足以证明无过错", yes())]);
    assert_eq!(faultless.option("no_penalty")["needs"], json!(["education"]));
}

#[test]
fn the_law_of_public_security_prevails_where_it_differs() {
    let library = library();
    let given = [("主动消除或减轻后果", yes()), ("取得被侵害人谅解", yes())];
    // 2012, 19(2): 减轻或者不予, never 从轻; the general law's 从轻或者减轻 is replaced.
    let old = decided(&library, "cn.model.police/any", "2025-12-31", &given);
    assert_eq!(old.effects(), ["no_penalty", "mitigated"]);
    assert_eq!(old.because("mitigated"), ["消除后果并获谅解"]);
    assert_eq!(old.option("mitigated")["or"], json!(["no_penalty"]));
    let alone = decided(&library, "cn.model.police/any", "2025-12-31", &given[..1]);
    assert_eq!(alone.effects(), [""; 0]);
    // 2025, 20(2) and 20(3): two grounds, three ways.
    let new = decided(&library, "cn.model.police/any", "2026-01-01", &given);
    assert_eq!(new.effects(), ["no_penalty", "mitigated", "lighter"]);
    assert_eq!(new.because("lighter"), ["治安消除后果", "谅解"]);
    assert_eq!(new.option("no_penalty")["force"], "must");
    // A choice of three is not a mandatory exemption.
    assert_eq!(new.json["verdict"]["kind"], "sanctioned");
    // 主动供述 is not in the special law: the general one stands.
    let told = decided(&library, "cn.model.police/any", "2026-01-01", &[("主动供述未掌握", yes())]);
    assert_eq!((told.effects(), told.because("lighter")), (vec!["mitigated", "lighter"], vec!["主动供述"]));
    // 认错认罚 since 2026 only.
    let humble = decided(&library, "cn.model.police/any", "2026-01-01", &[("认错认罚", yes())]);
    assert_eq!((humble.effects().len(), humble.option("lighter")["force"].as_str().unwrap()), (3, "may"));
}

#[test]
fn earlier_penalties_count_for_half_a_year_and_since_2026_for_a_year() {
    let library = library();
    let within = |on: &str, act: &str, before: &str| {
        let given = [("违法行为日", json!(act)), ("治安处罚日期", json!([before]))];
        decided(&library, "cn.model.police/any", on, &given).effects() == ["heavier"]
    };
    // Six months back from 2025-09-01 is 2025-03-01, which is in; the day of the act is out.
    assert!(within("2025-09-01", "2025-09-01", "2025-03-01"));
    assert!(!within("2025-09-01", "2025-09-01", "2025-02-28"));
    assert!(!within("2025-09-01", "2025-09-01", "2025-09-01"));
    // A year back from 2026-09-01 is 2025-09-01.
    assert!(within("2026-09-01", "2026-09-01", "2025-09-01"));
    assert!(!within("2026-09-01", "2026-09-01", "2025-08-31"));
}

#[test]
fn stopping_an_attack_since_2026() {
    let library = library();
    let case = |state: &str, slight: bool| {
        let given = [("制止不法侵害", json!(state)), ("防卫过当情节较轻", json!(slight))];
        let case = decided(&library, "cn.model.police/any", "2026-03-01", &given);
        let effects: Vec<String> = case.effects().iter().map(|e| (*e).to_owned()).collect();
        (effects.join(" "), case.json["verdict"]["kind"].as_str().unwrap().to_owned())
    };
    assert_eq!(case("不是", false), (String::new(), "sanctioned".into()));
    assert_eq!(case("未明显过当", false), ("no_penalty".into(), "no_penalty".into()));
    assert_eq!(case("明显过当且损害较大", false), ("mitigated".into(), "sanctioned".into()));
    assert_eq!(case("明显过当且损害较大", true), ("no_penalty".into(), "no_penalty".into()));
}

#[test]
fn a_food_dealer_who_could_not_know_may_be_spared_all_but_the_food() {
    let library = library();
    let four = ["是食品经营者", "履行进货查验等义务", "充分证明不知情", "如实说明进货来源"];
    for (offence, element) in
        [("unsafe-food", "属第一百二十四条情形"), ("labels-and-materials", "属第一百二十五条第一款情形")]
    {
        for ruleset in ["cn.npc.food-safety-law", "cn.samr.position"] {
            let mut given: Vec<(&str, Value)> = four.iter().map(|name| (*name, yes())).collect();
            given.extend([(element, yes()), ("货值金额", json!(9000)), ("违法所得", json!(500))]);
            let case = decided(&library, &format!("{ruleset}/{offence}"), "2024-05-01", &given);
            let option = case.option("免予处罚");
            assert_eq!((&option["direction"], &option["force"]), (&json!("no_penalty"), &json!("may")));
            let kept: Vec<&Value> =
                option["targets"][0]["sanctions"].as_array().unwrap().iter().map(|s| &s["id"]).collect();
            assert_eq!(kept, ["没收食品"], "{ruleset} {offence}");
            assert_eq!(case.json["verdict"]["kind"], "sanctioned");
            // All four are needed.
            for missing in 0..4 {
                let mut given = given.clone();
                given[missing].1 = json!(false);
                let case = decided(&library, &format!("{ruleset}/{offence}"), "2024-05-01", &given);
                assert!(!case.effects().contains(&"免予处罚"));
            }
        }
    }
    // 122 is not dealing in food that does not meet the standards.
    let program = library.link_decision("cn.npc.food-safety-law", "unlicensed", day("2024-05-01")).unwrap();
    assert!(program.fact("充分证明不知情").is_none());
}

/// A special law under the general one of the repository, with one circumstance that stands instead of `instead_of`.
fn special(id: &str, instead_of: &str) -> Library {
    let mut library = library();
    let text = format!(
        "\
cailiang: 1
ruleset: cn.model.special
title: 示例：特别法
issuer: 示例机关
in_force: {{from: 2018-01-01}}
status: in_force
uses: [cn.npc.administrative-penalty-law]
laws: {{条例: {{title: 示例条例, rank: regulation}}}}
facts: {{查处中立功: {{type: yes-no}}}}
circumstances:
  - {{id: {id}, when: 查处中立功, effect: [no_penalty], force: may, instead_of: [{instead_of}], basis: 条例 第二条}}
offences:
  - id: any
    name: 甲
    statute: {{basis: 条例 第一条, sanctions: [{{id: 罚款, kind: fine, range: 1万元以上5万元以下}}]}}
"
    );
    let (ruleset, diagnostics) = Ruleset::compile(&Source::new("special", text));
    library.add(ruleset.unwrap_or_else(|| panic!("{diagnostics:?}"))).unwrap();
    library
}

#[test]
fn a_special_circumstance_stands_instead_of_one_that_is_there() {
    let given = [("查处中立功", yes())];
    // Under the same name it replaces the law's, not itself.
    for id in ["特别立功", "立功"] {
        let case = decided(&special(id, "立功"), "cn.model.special/any", "2024-05-01", &given);
        assert_eq!((case.effects(), case.because("no_penalty")), (vec!["no_penalty"], vec![id]));
    }
    // 受诱骗 came in 2021: to stand instead of it is no mistake before.
    for on in ["2020-05-01", "2024-05-01"] {
        let case = decided(&special("特别", "受诱骗"), "cn.model.special/any", on, &given);
        assert_eq!(case.effects(), ["no_penalty", "mitigated", "lighter"]);
    }
    let error = special("特别", "立工").link_decision("cn.model.special", "any", day("2024-05-01")).unwrap_err();
    let LinkError::Rulesets(found) = error else { panic!("{error:?}") };
    assert_eq!(found[0].message, "`特别` stands instead of `立工`, which no used ruleset has");
    assert_eq!(found[0].code, Code::UnknownName);
    // A plain evaluation does not look at the general part.
    assert!(special("特别", "立工").link("cn.model.special", "any", day("2024-05-01")).is_ok());
}
