//! A fine that is no number of 分, and decisions that can be paid.

use cailiang::read;
use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use serde_json::Value;

fn ask(host: &Host, case: &str) -> Value {
    let source = Source::new("case.yaml", case);
    let cases = read::read_case(&source).unwrap_or_else(|failure| panic!("{}", failure.to_json(&source)));
    serde_json::from_str(&host.answer(&cases[0], &source)).expect("an answer is JSON")
}

/// 建设项目 of 1,234,567.89 元: the statutory maximum is 5%, 61,728.3945 元; 20% at the start, 10% for the report and 15%
/// for the place make 45% of it, 27,777.777525 元.
#[test]
fn a_fine_that_is_no_number_of_fen_can_be_conformed_to() {
    let mut library = Library::new();
    for text in cailiang_rulesets::RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    let host = Host::new(library);
    let facts = "{近二年同类次数: 1次, 环评文件类别: 报告书已入重点管理, 项目地点: 饮用水源及红线区, 持续月数: 1, 擅自开工建设: true, \
                 总投资额: 1234567.89, 建设阶段: 基础建设, 配合调查: 配合, 拟责令恢复原状: true}";
    let review = |fine: &str| {
        let case = format!(
            "do: review\nruleset: cn.guangdong.eco\noffence: eco-1.1\non: 2024-05-01\nfacts: {facts}\n\
             decision: {{unit: {{罚款: {fine}}}}}\n"
        );
        let answer = ask(&host, &case);
        let found: Vec<Value> = answer["findings"].as_array().expect("findings").clone();
        let fine = found.into_iter().find(|f| f["sanction"] == "罚款").expect("the fine");
        let by = fine["by"].as_str().unwrap_or_default().to_owned();
        let message = fine["message"].as_str().expect("a message").to_owned();
        (answer["conforms"] == true, fine["code"].as_str().expect("a code").to_owned(), by, message)
    };
    for (fine, conforms, code, by) in [
        ("27777.76", false, "below-benchmark", "0.017525"),
        ("27777.77", true, "inside", ""),
        ("27777.78", true, "inside", ""),
        ("27777.79", false, "above-benchmark", "0.012475"),
    ] {
        let (conformed, found, far, _) = review(fine);
        assert_eq!((conformed, &*found, &*far), (conforms, code, by), "{fine}");
    }
    let said = "罚款 27,777.77 元，与结论 27,777.777525 元相符：不足一分的零数无从缴付";
    assert_eq!(review("27777.77").3, said);
}
