//! Facts that are written another way than they are read: the message says what was found, the help what to write.

use cailiang::value::Date;
use cailiang::{Facts, Library, Ruleset, Source};

const RULESET: &str = "\
cailiang: 1
ruleset: cn.model.facts
title: 示例
issuer: 示例机关
in_force: {from: 2024-01-01}
status: in_force
laws: {条例: {title: 示例条例, rank: regulation}}
facts:
  数量: {type: number, unit: 千克, min: 0}
  所得: {type: money, min: 0元}
  屡教不改: {type: yes-no}
offences:
  - id: a
    name: 甲
    elements: [数量 > 0千克, 屡教不改]
    statute: {basis: 条例 第一条, sanctions: [{id: 没收, kind: confiscate, amount: 所得}]}
";

#[test]
fn each_other_way_of_writing_has_its_help() {
    let mut library = Library::new();
    library.add(Ruleset::compile(&Source::new("facts.yaml", RULESET)).0.unwrap()).unwrap();
    let program = library.link("cn.model.facts", "a", Date::parse("2024-05-01").unwrap()).unwrap();
    let table = [
        ("屡教不改: 是", "expected true or false, found `是`", "write `true`, without quotes"),
        ("屡教不改: no", "expected true or false, found `no`", "write `false`, without quotes"),
        ("屡教不改: \"false\"", "expected true or false, found the text `false`", "write `false`, without quotes"),
        ("屡教不改: 0", "expected true or false, found `0`", "write `false`, without quotes"),
        ("数量: 三十", "expected a number of 千克, found `三十`", "write it in digits: 30"),
        ("数量: 三十千克", "expected a number of 千克, found `三十千克`", "write it in digits: 30千克"),
        ("数量: ３０", "expected a number of 千克, found `３０`", "write it with ordinary digits: 30"),
        ("数量: 1e3", "`1e3` has an exponent", "write all its digits, such as 1000 for 1e3"),
        ("所得: 3.5万", "expected `元`, found `万`", "write it in digits: 35000"),
        ("所得: 3.5万元", "expected `元`, found `万元`", "3.5万元 is 35000元: write 35000"),
    ];
    for (facts, message, help) in table {
        let errors = Facts::read(&program, &Source::new("case", facts)).unwrap_err();
        assert_eq!((&*errors[0].message, errors[0].help.as_deref()), (message, Some(help)), "{facts}");
    }
    // What says neither yes nor no gets no guess.
    let errors = Facts::read(&program, &Source::new("case", "屡教不改: 可能")).unwrap_err();
    assert_eq!(errors[0].help, None);
}

/// A day is read the same way wherever it chooses a version: with what was expected, found, and what to do.
#[test]
fn a_day_that_does_not_exist_is_told_alike() {
    let requests = [
        ("违法行为日", r#"{"ruleset":"a","offence":"b","facts":{"违法行为日":"2024-02-30"}}"#),
        ("决定日", r#"{"do":"procedure","facts":{"决定日":"2024-02-30"},"planned":{"unit":{"fine":1}}}"#),
        ("发现日", r#"{"do":"decide","ruleset":"a","offence":"b","on":"2024-05-01","facts":{"发现日":"2024-02-30"}}"#),
    ];
    for (name, request) in requests {
        let answer: serde_json::Value = serde_json::from_str(&cailiang::serve::handle(request)).unwrap();
        let detail = &answer["details"][0];
        assert_eq!(
            (&detail["code"], &detail["path"], &detail["expected"], &detail["found"]),
            (
                &"bad-date".into(),
                &format!("/facts/{name}").into(),
                &"a date such as 2024-03-01".into(),
                &"`2024-02-30`".into()
            ),
            "{answer}"
        );
        assert_eq!(detail["help"], "write a day of the calendar, such as 2024-03-01");
    }
}
