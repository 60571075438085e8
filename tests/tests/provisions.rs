//! The provision that a review or a point of a case cites is that of the law of its day, as the texts have it.

use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source, read};
use cailiang_rulesets::RULESETS;
use serde_json::Value;

const LAW: &str = "cn.npc.administrative-penalty-law";

fn host(more: &[&str]) -> Host {
    let mut library = Library::new();
    let texts = RULESETS.iter().map(|text| text.text).chain(more.iter().copied());
    for (text, number) in texts.zip(0..) {
        let (ruleset, found) = Ruleset::compile(&Source::new(format!("{number}.yaml"), text));
        library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("each text is there once");
    }
    Host::new(library)
}

fn ask(host: &Host, request: &str) -> Value {
    let source = Source::new("case.yaml", request);
    let cases = read::read_case(&source).unwrap_or_else(|failure| panic!("{request}\n{}", failure.message()));
    let answer: Value = serde_json::from_str(&host.answer(&cases[0], &source)).expect("an answer is JSON");
    assert_ne!(answer["kind"], "error", "{request}\n{answer:#}");
    answer
}

/// That nothing of the general part holds, for a company.
const NOTHING: &str = "当事人身份: 法人, 主动消除或减轻后果: false, 受他人胁迫: false, 查处中立功: false, 另有从轻减轻规定: \
                       false, 违法行为轻微: false, 及时改正: false, 危害后果程度: 超过轻微";
/// The same of what only the text of 2021 has.
const NOR_OF_2021: &str = ", 受他人诱骗: false, 主动供述未掌握: false, 初次违法: false, 足以证明无过错: false, \
                           违反突发事件措施: false";

/// A fine below the statutory minimum, under what the days of act and decision make of the law.
fn unapproved(host: &Host, general: &[&str], act: &str, decided: &str) -> Value {
    let of_2021 = if general.is_empty() || decided < "2021-07-15" { "" } else { NOR_OF_2021 };
    let nothing = if general.is_empty() { String::new() } else { format!(", {NOTHING}{of_2021}") };
    let general = general.join(", ");
    ask(
        host,
        &format!(
            "{{do: review, acts: [{{id: a, ruleset: cn.npc.eia-law, offence: unapproved-construction}}], \
             general: [{general}], facts: {{违法行为日: {act}, 发现日: {act}, 决定日: {decided}, 未经批准擅自开工建设: true, \
             总投资额: 10000000{nothing}}}, \
             decision: {{a: {{unit: {{罚款: 50000}}}}}}}}"
        ),
    )
}

/// What each need of the fine rests on, in the order of the needs.
fn grounds(answer: &Value) -> Vec<(String, String)> {
    let findings = answer["acts"][0]["findings"].as_array().expect("a list");
    let fine = findings.iter().find(|finding| finding["sanction"] == "罚款").expect("a fine");
    assert_eq!(fine["code"], "below-statute");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let basis = fine["basis"].as_array().expect("a list");
    basis.iter().filter(|b| b["for"] != "sanction").map(|b| (text(&b["for"]), text(&b["citation"]))).collect()
}

fn edition(answer: &Value, citation: &str) -> Value {
    let all = answer["citations"].as_array().expect("a list");
    all.iter().find(|c| c["text"] == citation).unwrap_or_else(|| panic!("{citation}: {all:#?}"))["edition"].clone()
}

#[test]
fn a_decision_cites_the_text_of_its_day() {
    let host = host(&[]);
    let old = [("mitigation", "处罚法 第二十五条至第二十七条"), ("collective_deliberation", "处罚法 第三十八条第二款")];
    let new = [("mitigation", "处罚法 第三十条至第三十二条"), ("collective_deliberation", "处罚法 第五十七条第二款")];
    // Act before and decision after 2021-07-15: the grounds are those of the law of the act, procedure is new at once.
    let both = [old[0], new[1]];
    let table = [
        ("2019-03-01", "2019-06-01", &old),
        ("2021-07-14", "2021-07-14", &old),
        ("2021-07-14", "2021-07-15", &both),
        ("2021-07-15", "2021-08-01", &new),
    ];
    for (act, decided, expected) in table {
        let answer = unapproved(&host, &[LAW], act, decided);
        let found = grounds(&answer);
        let found: Vec<_> = found.iter().map(|(need, citation)| (need.as_str(), citation.as_str())).collect();
        assert_eq!(found, expected, "{act} {decided}");
        for (_, citation) in expected.iter() {
            let is_old = old.iter().any(|(_, own)| own == citation);
            let expected = if is_old { "2017-09-01" } else { "2021-01-22" };
            assert_eq!(edition(&answer, citation), expected, "{act} {decided} {citation}");
        }
    }
    let without = unapproved(&host, &[], "2019-03-01", "2019-06-01");
    assert_eq!(grounds(&without), [], "nothing is cited that no text of the case has");
}

#[test]
fn a_special_law_has_its_own_grounds() {
    let host = host(&[]);
    let of_2013 = "情节特别轻微: false";
    let of_2026 = "主动供述未掌握: false, 初次违法: false, 足以证明无过错: false, 违反突发事件措施: \
                   false, 制止不法侵害: 不是, 情节轻微: false, 认错认罚: false";
    for (day, more, exemption) in [
        ("2020-03-01", of_2013, "治安法 第十二条至第十四条、第十九条、第二十二条"),
        ("2026-03-01", of_2026, "治安法 第十二条至第十四条、第十九条至第二十一条、第二十五条"),
    ] {
        let answer = ask(
            &host,
            &format!(
                "{{do: review, acts: [{{id: a, ruleset: cn.npc.public-security-law, offence: theft}}], \
                 general: [{LAW}], facts: {{违法行为日: {day}, 发现日: {day}, 决定日: {day}, 盗窃: true, \
                 情节较重: false, 受他人诱骗: false, 当事人身份: 自然人, \
                 行为时周岁: 30, 精神智力状况: 无障碍, 辨认控制能力: 正常, 主动消除或减轻后果: false, 受他人胁迫: false, \
                 查处中立功: false, 另有从轻减轻规定: false, 违法行为轻微: false, 及时改正: false, 危害后果程度: 超过轻微, \
                 盲人或又聋又哑: false, 取得被侵害人谅解: false, 主动投案如实陈述: false, 后果较严重: false, \
                 教唆胁迫诱骗他人: false, 打击报复: false, 治安处罚日期: [], {more}}}, \
                 decision: {{a: {{verdict: no_penalty}}}}}}"
            ),
        );
        let finding = &answer["acts"][0]["findings"][0];
        let basis = finding["basis"].as_array().expect("a list");
        let found = basis
            .iter()
            .find(|b| b["for"] == "exemption")
            .unwrap_or_else(|| panic!("{day} {:#}", answer["decision"]["facts_needed"]));
        assert_eq!(found["citation"], exemption, "{day}");
    }
}

/// A law of which the later text has a lower minimum and a higher maximum.
const OLDER: &str = "\
cailiang: 1
ruleset: cn.model.changed
title: 示例法
issuer: 示例机关
in_force: {from: 2015-01-01, through: 2019-06-30}
status: in_force
laws: {示例法: {title: 示例法}}
facts: {违法: {type: yes-no}}
offences:
  - id: a
    name: 甲
    elements: [违法]
    statute:
      basis: 示例法 第一条
      target: unit
      sanctions: [{id: 罚款, kind: fine, range: 2万元以上5万元以下}]
";

#[test]
fn the_point_about_two_laws_cites_the_lighter_law_of_the_day() {
    let newer = OLDER.replacen("from: 2015-01-01, through: 2019-06-30", "from: 2019-07-01", 1).replacen(
        "2万元以上5万元以下",
        "1万元以上8万元以下",
        1,
    );
    let host = host(&[OLDER, &newer]);
    let table =
        [("2020-06-01", "", "立法法 第九十三条", true), ("2022-06-01", NOR_OF_2021, "处罚法 第三十七条", false)];
    for (decided, more, basis, unverified) in table {
        let answer = ask(
            &host,
            &format!(
                "{{do: decide, ruleset: cn.model.changed, offence: a, general: [{LAW}], facts: \
                 {{违法行为日: 2019-03-01, 发现日: 2019-08-01, 决定日: {decided}, 违法: true, {NOTHING}{more}}}}}"
            ),
        );
        let points = answer["review_points"].as_array().expect("a list");
        let point = |code: &str| points.iter().find(|point| point["code"] == code);
        let incomparable = point("law-incomparable").unwrap_or_else(|| panic!("{points:#?}"));
        assert_eq!(incomparable["basis"], basis, "{decided}");
        let about = |point: &&Value| point["code"] == "unverified-row" && point["basis"] == basis;
        assert_eq!(points.iter().any(|point| about(&point)), unverified, "{decided}: {points:#?}");
    }
}
