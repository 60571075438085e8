//! Whole cases on the command line: words, letter, JSON, receipt and replay, exit codes.
// A test stops at the first broken expectation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{expect, file, folder, run};
use serde_json::Value;

/// The facts of the general part: no circumstance holds.
const PLAIN: &str = "  环评文件类型: 报告表, 情节严重: false,
  主动消除或减轻后果: false, 受他人胁迫: false, 受他人诱骗: false,
  主动供述未掌握: false, 查处中立功: false, 另有从轻减轻规定: false, 违法行为轻微: false, 及时改正: false,
  危害后果程度: 超过轻微, 初次违法: false, 足以证明无过错: false, 过错另有规定: false, 违反突发事件措施: false}";

const CASE: &str = "\
do: decide
ruleset: cn.npc.eia-law
offence: unapproved-construction
general: [cn.npc.administrative-penalty-law]
facts: {违法行为日: 2026-05-01, 发现日: 2026-06-01, 决定日: 2026-09-01, 未经批准擅自开工建设: true, 总投资额: 20000000,
  当事人身份: 法人, 执法系统: 生态环境, 行政区划: 420506, 当地另有听证标准: false, 涉嫌犯罪: false, 涉及重大公共利益: false,
  已经听证: false, 直接关系重大权益: false, 疑难复杂: false, 情节复杂或重大违法: false,
  环评文件类型: 报告表, 情节严重: false,
  主动消除或减轻后果: false, 受他人胁迫: false, 受他人诱骗: false,
  主动供述未掌握: false, 查处中立功: false, 另有从轻减轻规定: false, 违法行为轻微: false, 及时改正: false,
  危害后果程度: 超过轻微, 初次违法: false, 足以证明无过错: false, 过错另有规定: false, 违反突发事件措施: false}
";

#[test]
fn a_case_is_told_in_the_order_of_a_decision() {
    let place = folder("decide");
    file(&place, "case.yaml", CASE);
    let zh = run(&place, &["decide", "case.yaml"], b"");
    let parts = ["认定的事实", "适用的法律", "阶次与幅度", "处罚\n", "程序\n", "当事人的权利"];
    expect("zh", &zh, 0, &parts);
    let at: Vec<usize> = parts.iter().map(|p| zh.out.find(p).unwrap()).collect();
    assert!(at.is_sorted(), "{at:?}\n{}", zh.out);
    expect("zh", &zh, 0, &["新规定处罚较轻", "罚款 100,000 元以上 500,000 元以下（应当）"]);
    let en = run(&place, &["decide", "case.yaml", "--lang", "en"], b"");
    // 100,000–500,000 lies on both sides of 200,000 for a legal person: no fact is missing, the officer chooses.
    expect("zh", &zh, 0, &["听证        尚不能确定是否应当；较大数额罚款：尚不知是否达到（生态处罚办法 89）"]);
    expect("en", &en, 0, &["Facts found", "Law applied", "the later law is lighter", "Rights of the party"]);
    let markdown = run(&place, &["decide", "case.yaml", "--format", "markdown", "--full"], b"");
    expect("markdown", &markdown, 0, &["## 环评文件未经批准擅自开工建设", "**适用的法律**", "**所据文本**"]);
    let letter = run(&place, &["decide", "case.yaml", "--letter"], b"");
    expect(
        "letter",
        &letter,
        0,
        &["经查明，当事人：违法行为发生于2026年5月1日", "由承办人在上述范围内确定，并说明理由"],
    );
}

#[test]
fn exit_codes_are_those_of_eval() {
    let place = folder("decide-exit");
    file(&place, "open.yaml", CASE.replace(" 总投资额: 20000000,", ""));
    let open = run(&place, &["decide", "open.yaml"], b"");
    expect("open", &open, 4, &["请先查明", "建设项目的总投资额是多少元？"]);
    // The penalty is known and a step before it is not.
    file(&place, "body.yaml", CASE.replace(" 执法系统: 生态环境,", ""));
    let body = run(&place, &["decide", "body.yaml"], b"");
    expect("body", &body, 4, &["请先查明", "由哪一执法系统办理本案"]);
    file(&place, "wrong.yaml", CASE.replace("决定日: 2026-09-01", "决定日: 2026-04-01"));
    let wrong = run(&place, &["decide", "wrong.yaml"], b"");
    let said =
        ["decision-before-act", "决定日 2026-04-01 lies before 违法行为日 2026-05-01", "/facts/决定日", "= help"];
    expect("wrong", &wrong, 6, &said);
    file(&place, "gone.yaml", CASE.replace("违法行为日: 2026-05-01", "违法行为日: 2016-05-01"));
    expect("gone", &run(&place, &["decide", "gone.yaml"], b""), 6, &["not-in-force", "2018-12-29 to 2026-08-14"]);
    file(&place, "case.yaml", CASE);
    let eval = run(&place, &["eval", "case.yaml"], b"");
    expect("eval", &eval, 6, &["the case asks to decide", "use `decide` for it"]);
    // A case that `eval` takes is one act.
    file(
        &place,
        "flat.yaml",
        CASE.replace("do: decide\n", "")
            .replace("general: [cn.npc.administrative-penalty-law]\n", "")
            .replace(PLAIN, "  环评文件类型: 报告表, 情节严重: false}"),
    );
    let flat = run(&place, &["decide", "flat.yaml"], b"");
    expect("flat", &flat, 0, &["新规定处罚较轻", "追责时效未审查", "时效未审查"]);
}

#[test]
fn a_decision_has_a_receipt_that_can_be_replayed() {
    let place = folder("decide-receipt");
    file(&place, "case.yaml", CASE);
    let answer = run(&place, &["decide", "case.yaml", "--format", "json", "--receipt", "--letter"], b"");
    let json: Value = serde_json::from_str(&answer.out).expect("an answer is JSON");
    assert_eq!((&json["kind"], &json["receipt"]["kind"]), (&"decision".into(), &"decision".into()));
    assert!(json["letter"].as_str().is_some_and(|l| l.starts_with("经查明")));
    file(&place, "answer.json", &answer.out);
    let same = run(&place, &["replay", "answer.json", "case.yaml"], b"");
    expect("same", &same, 0, &["一致"]);
    file(&place, "other.yaml", CASE.replace("20000000", "5000000"));
    let other = run(&place, &["replay", "answer.json", "other.yaml", "--lang", "en"], b"");
    expect("other", &other, 7, &["not identical, and the outcome differs", "facts"]);
}

#[test]
fn worked_cases_of_whole_cases_are_tested() {
    let place = folder("decide-test");
    let good =
        format!("{CASE}expect: {{determined: true, acts: {{unapproved-construction: {{law: {{result: newer}}}}}}}}\n");
    file(&place, "good.cases.yaml", &good);
    expect("good", &run(&place, &["test", "good.cases.yaml"], b""), 0, &["1 passed, 0 failed"]);
    file(&place, "bad.cases.yaml", good.replace("newer", "older"));
    let bad = run(&place, &["test", "bad.cases.yaml"], b"");
    expect("bad", &bad, 5, &["/acts/unapproved-construction/law/result", "expected  older", "got       \"newer\""]);
}
