//! Decisions held against outcomes, each finding worked out by hand; and replays of stored cases.

use cailiang::read;
use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use cailiang_contract::{Keys, answer_schema};
use serde_json::Value;

/// One offence for each shape of an outcome.
const RULESET: &str = "\
cailiang: 1
ruleset: cn.model.review
title: 示例裁量基准
issuer: 示例机关
in_force: {from: 2024-01-01}
status: in_force
tiers: [免罚, 轻微, 一般]
laws: {条例: {title: 示例条例, rank: regulation}}
facts:
  数量: {type: number, unit: 千克, min: 0}
  违法所得: {type: money}
  货值金额: {type: money}
  首次: {type: yes-no}
  是单位: {type: yes-no}
  情节严重: {type: yes-no}
offences:
  - id: dump
    name: 倾倒
    elements: [数量 > 0千克]
    statute:
      basis: 条例 第一条
      orders: [责令改正]
      sanctions:
        - {id: 没收违法所得, kind: confiscate, when: 违法所得 > 0元, amount: 违法所得}
        - {id: 罚款, kind: fine, range: 1万元以上5万元以下}
        - {id: 警告, kind: warning, mode: may}
    benchmark:
      tiers:
        - {tier: 轻微, when: 数量 < 100千克, 罚款: {part: 0%..30%}}
        - {tier: 一般, when: 数量 >= 100千克, 罚款: {part: 30%<..100%}}
  - id: points
    name: 记分与拘留
    statute:
      basis: 条例 第二条
      target: individual
      sanctions:
        - {id: 记分, kind: points, range: 3分以上9分以下}
        - {id: 拘留, kind: detention, mode: may, range: 15日以下}
  - id: multiple
    name: 倍数
    statute:
      basis: 条例 第三条
      sanctions:
        - id: 罚款
          kind: fine
          rows:
            - {when: 货值金额 < 10000元, range: 5万元以上不满10万元}
            - {when: 货值金额 >= 10000元, range: 10倍以上20倍以下, of: 货值金额}
    benchmark: {罚款: {part: 0%..50%}}
  - id: of-nothing
    name: 无法计罚
    statute:
      basis: 条例 第三条第二款
      sanctions: [{id: 罚款, kind: fine, range: 1倍以上3倍以下, of: 违法所得}]
  - id: one
    name: 择一
    statute:
      basis: 条例 第四条
      sanctions:
        - {id: 警告, kind: warning}
        - {id: 罚款, kind: fine, range: 2万元以下}
        - {id: 没收工具, kind: confiscate}
        - {id: 个人罚款, kind: fine, target: responsible, when: 是单位, range: 3000元以下}
      choices: [{pick: one, of: [[警告], [罚款, 没收工具]]}]
  - id: one-or-more
    name: 单处或者并处
    statute:
      basis: 条例 第五条
      sanctions: [{id: 警告, kind: warning}, {id: 罚款, kind: fine, range: 2万元以下}]
      choices: [{pick: one_or_more, of: [[警告], [罚款]]}]
  - id: open
    name: 罚则待定
    statute:
      basis: 条例 第六条
      branches:
        - {id: 基本, sanctions: [{id: 罚款, kind: fine, range: 1万元以上2万元以下}]}
        - {id: 严重, sanctions: [{id: 罚款, kind: fine, range: 5万元以上9万元以下}, {id: 吊销, kind: revoke_licence}]}
  - id: waive
    name: 免罚
    statute:
      basis: 条例 第七条
      sanctions: [{id: 罚款, kind: fine, range: 1万元以上2万元以下}]
    benchmark:
      tiers:
        - {tier: 免罚, when: 首次, no_penalty: must}
        - {tier: 一般, when: not 首次}
  - id: may-waive
    name: 可以免罚
    statute:
      basis: 条例 第八条
      sanctions: [{id: 罚款, kind: fine, range: 1万元以上2万元以下}]
    benchmark:
      tiers:
        - {tier: 免罚, when: 首次, no_penalty: may}
        - {tier: 一般, when: not 首次}
  - id: may-only
    name: 可以罚
    statute:
      basis: 条例 第九条
      sanctions: [{id: 罚款, kind: fine, mode: may, range: 1万元以上2万元以下}]
  - id: shared
    name: 一阶次两行
    statute:
      basis: 条例 第十条
      sanctions: [{id: 罚款, kind: fine, range: 1万元以上9万元以下}]
    benchmark:
      hit: first
      tiers:
        - {tier: 轻微, when: 情节严重, 罚款: 7万元以上9万元以下}
        - {tier: 轻微, id: 其他, when: not 情节严重, 罚款: 1万元以上3万元以下}
  - id: share
    name: 按比例
    statute:
      basis: 条例 第十一条
      sanctions: [{id: 罚款, kind: fine, range: 百分之一以上百分之五以下, of: 货值金额}]
    benchmark: {罚款: {part: 0%..50%}}
  - id: upper-share
    name: 按比例，上半
    statute:
      basis: 条例 第十二条
      sanctions: [{id: 罚款, kind: fine, range: 百分之一以上百分之五以下, of: 货值金额}]
    benchmark: {罚款: {part: 50%<..100%}}
";

/// What, the offence, its facts, the decision, the findings, the possibilities it fits.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const LIGHT: &str = "数量: 20, 违法所得: 0";
const SHARED: &str = "货值金额: 1234567.89";

/// 轻微 is 1万..2.2万, 一般 is above 2.2万 up to 5万.
const ROWS: &[Row] = &[
    ("the lower end is in", "dump", LIGHT, "unit: {罚款: 10000}", &["罚款 inside"], &["轻微"]),
    ("the upper end is in", "dump", LIGHT, "unit: {罚款: 2.2万元}", &["罚款 inside"], &["轻微"]),
    ("一分 above", "dump", LIGHT, "unit: {罚款: 22000.01}", &["罚款 above-benchmark 0.01 1/22000%"], &[]),
    ("above the benchmark", "dump", LIGHT, "unit: {罚款: \"33000元\"}", &["罚款 above-benchmark 11000 50%"], &[]),
    (
        "the statutory end is inside the statute",
        "dump",
        LIGHT,
        "unit: {罚款: 50000}",
        &["罚款 above-benchmark 28000 1400/11%"],
        &[],
    ),
    ("above the statute", "dump", LIGHT, "unit: {罚款: 60000}", &["罚款 above-statute 10000 20%"], &[]),
    ("below the statute", "dump", LIGHT, "unit: {罚款: 7500}", &["罚款 below-statute 2500 25%"], &[]),
    ("nothing at all is below the statute", "dump", LIGHT, "unit: {罚款: 0}", &["罚款 below-statute 10000 100%"], &[]),
    (
        "an end that is out",
        "dump",
        "数量: 100, 违法所得: 0",
        "unit: {罚款: 22000}",
        &["罚款 below-benchmark 0 0%"],
        &[],
    ),
    ("just inside it", "dump", "数量: 100, 违法所得: 0", "unit: {罚款: 22000.01}", &["罚款 inside"], &["一般"]),
    (
        "below the benchmark",
        "dump",
        "数量: 100, 违法所得: 0",
        "unit: {罚款: 16500}",
        &["罚款 below-benchmark 5500 25%"],
        &[],
    ),
    (
        "a sanction that may be added",
        "dump",
        LIGHT,
        "unit: {罚款: 15000, 警告: true}",
        &["罚款 inside", "警告 inside"],
        &["轻微"],
    ),
    ("and one that is not", "dump", LIGHT, "unit: {罚款: 15000, 警告: false}", &["罚款 inside"], &["轻微"]),
    (
        "an order is no penalty",
        "dump",
        LIGHT,
        "unit: {罚款: 15000, 责令改正: true}",
        &["罚款 inside", "责令改正 inside"],
        &["轻微"],
    ),
    (
        "confiscation missing",
        "dump",
        "数量: 20, 违法所得: 800",
        "unit: {罚款: 15000}",
        &["罚款 inside", "没收违法所得 missing"],
        &[],
    ),
    (
        "all of it without a number",
        "dump",
        "数量: 20, 违法所得: 800",
        "unit: {罚款: 15000, 没收违法所得: true}",
        &["罚款 inside", "没收违法所得 inside"],
        &["轻微"],
    ),
    (
        "too little of it",
        "dump",
        "数量: 20, 违法所得: 800",
        "unit: {罚款: 15000, 没收违法所得: 600}",
        &["罚款 inside", "没收违法所得 below-statute 200 25%"],
        &[],
    ),
    (
        "nothing to confiscate",
        "dump",
        LIGHT,
        "unit: {罚款: 15000, 没收违法所得: 600}",
        &["罚款 inside", "没收违法所得 not-allowed"],
        &[],
    ),
    ("not in the clause", "dump", LIGHT, "unit: {罚款: 15000, 吊销: true}", &["罚款 inside", "吊销 not-allowed"], &[]),
    (
        "for another target",
        "dump",
        LIGHT,
        "{unit: {罚款: 15000}, individual: {罚款: 15000}}",
        &["罚款 inside", "individual 罚款 not-allowed"],
        &[],
    ),
    ("the fine is missing", "dump", LIGHT, "unit: {警告: true}", &["警告 inside", "罚款 missing"], &[]),
    ("a fine without a number", "dump", LIGHT, "unit: {罚款: true}", &["罚款 undetermined 轻微"], &["轻微"]),
    ("no ground to waive", "dump", LIGHT, "verdict: no_penalty", &["verdict missing"], &[]),
    ("the tier is not known", "dump", "违法所得: 0", "unit: {罚款: 15000}", &["罚款 undetermined 轻微"], &["轻微"]),
    ("outside whatever the tier", "dump", "违法所得: 0", "unit: {罚款: 9000}", &["罚款 below-statute 1000 10%"], &[]),
    (
        "the measure is the possibility left least",
        "dump",
        "违法所得: 0",
        "unit: {罚款: 55000}",
        &["罚款 above-statute 5000 10%"],
        &[],
    ),
    (
        "what may have to be confiscated",
        "dump",
        "数量: 20",
        "unit: {罚款: 15000}",
        &["罚款 inside", "没收违法所得 undetermined 轻微"],
        &["轻微"],
    ),
    ("no offence, so nothing is allowed", "dump", "数量: 0", "unit: {罚款: 15000}", &["罚款 not-allowed"], &[]),
    ("no offence, and no penalty", "dump", "数量: 0", "verdict: no_penalty", &["verdict inside"], &[]),
    ("points at the end", "points", "", "individual: {记分: 9分}", &["individual 记分 inside"], &["-"]),
    ("too many points", "points", "", "individual: {记分: 12}", &["individual 记分 above-statute 3 100/3%"], &[]),
    (
        "days that may be added",
        "points",
        "",
        "individual: {记分: 3, 拘留: 15日}",
        &["individual 记分 inside", "individual 拘留 inside"],
        &["-"],
    ),
    (
        "no day is no detention",
        "points",
        "",
        "individual: {记分: 3, 拘留: 0日}",
        &["individual 记分 inside", "individual 拘留 below-statute 0"],
        &[],
    ),
    ("half of 10 to 20 times", "multiple", "货值金额: 12000", "unit: {罚款: 180000}", &["罚款 inside"], &["-"]),
    ("one yuan more", "multiple", "货值金额: 12000", "unit: {罚款: 180001}", &["罚款 above-benchmark 1 1/1800%"], &[]),
    (
        "more than 20 times",
        "multiple",
        "货值金额: 12000",
        "unit: {罚款: 300000}",
        &["罚款 above-statute 60000 25%"],
        &[],
    ),
    (
        "less than 10 times",
        "multiple",
        "货值金额: 12000",
        "unit: {罚款: 90000}",
        &["罚款 below-statute 30000 25%"],
        &[],
    ),
    ("the base is not known", "multiple", "", "unit: {罚款: 60000}", &["罚款 undetermined -"], &["-"]),
    ("less than any base gives", "multiple", "", "unit: {罚款: 40000}", &["罚款 below-statute 10000 20%"], &[]),
    ("no number to compare", "of-nothing", "违法所得: 0", "unit: {罚款: 100}", &["罚款 undetermined -"], &["-"]),
    (
        "of 0 there would be no number, so that nothing is missing for certain",
        "of-nothing",
        "",
        "unit: {警告: true}",
        &["警告 not-allowed", "罚款 undetermined -"],
        &[],
    ),
    ("one of two", "one", "是单位: false", "unit: {警告: true}", &["警告 inside"], &["-"]),
    (
        "the other group",
        "one",
        "是单位: false",
        "unit: {罚款: 2万元, 没收工具: true}",
        &["罚款 inside", "没收工具 inside"],
        &["-"],
    ),
    (
        "both groups",
        "one",
        "是单位: false",
        "unit: {警告: true, 罚款: 5000, 没收工具: true}",
        &["警告 inside", "罚款 inside", "没收工具 inside", "choice choice"],
        &[],
    ),
    ("a group in part", "one", "是单位: false", "unit: {罚款: 5000}", &["罚款 inside", "choice choice"], &[]),
    ("none", "one", "是单位: false", "unit: {}", &["choice choice"], &[]),
    ("no minimum: more than nothing", "one-or-more", "", "unit: {罚款: 0.01}", &["罚款 inside"], &["-"]),
    (
        "one or more: both",
        "one-or-more",
        "",
        "unit: {警告: true, 罚款: 20000}",
        &["警告 inside", "罚款 inside"],
        &["-"],
    ),
    ("one or more: none", "one-or-more", "", "verdict: no_penalty", &["verdict missing"], &[]),
    (
        "two targets",
        "one",
        "是单位: true",
        "{unit: {警告: true}, responsible: {个人罚款: 3500}}",
        &["警告 inside", "responsible 个人罚款 above-statute 500 50/3%"],
        &[],
    ),
    (
        "the other target is missing",
        "one",
        "是单位: true",
        "unit: {警告: true}",
        &["警告 inside", "responsible 个人罚款 missing"],
        &[],
    ),
    (
        "the other target is not known",
        "one",
        "",
        "unit: {警告: true}",
        &["警告 inside", "responsible 个人罚款 undetermined -"],
        &["-"],
    ),
    (
        "the lighter branch",
        "open",
        "",
        "unit: {罚款: 15000}",
        &["罚款 undetermined 基本", "吊销 undetermined 基本"],
        &["基本"],
    ),
    (
        "the heavier branch",
        "open",
        "",
        "unit: {罚款: 80000, 吊销: true}",
        &["罚款 undetermined 严重", "吊销 undetermined 严重"],
        &["严重"],
    ),
    (
        "between the branches",
        "open",
        "",
        "unit: {罚款: 45000, 吊销: true}",
        &["罚款 below-statute 5000 10%", "吊销 undetermined 严重"],
        &[],
    ),
    (
        "parts of two branches",
        "open",
        "",
        "unit: {罚款: 15000, 吊销: true}",
        &["罚款 undetermined 基本", "吊销 undetermined 严重", "whole not-allowed"],
        &[],
    ),
    ("waived by the benchmark", "waive", "首次: true", "verdict: no_penalty", &["verdict inside"], &[]),
    ("punished all the same", "waive", "首次: true", "unit: {罚款: 15000}", &["罚款 not-allowed"], &[]),
    ("perhaps waived", "waive", "", "verdict: no_penalty", &["verdict undetermined"], &[]),
    ("perhaps not", "waive", "", "unit: {罚款: 15000}", &["罚款 undetermined 一般"], &["一般"]),
    ("may be waived", "may-waive", "首次: true", "verdict: no_penalty", &["verdict inside"], &["免罚"]),
    ("may be punished", "may-waive", "首次: true", "unit: {罚款: 15000}", &["罚款 inside"], &["免罚"]),
    ("may perhaps be waived", "may-waive", "", "verdict: no_penalty", &["verdict undetermined 免罚"], &["免罚"]),
    ("nothing must be imposed", "may-only", "", "verdict: no_penalty", &["verdict inside"], &["-"]),
    ("nor anything asked for", "may-only", "", "unit: {}", &[], &["-"]),
    (
        "in the hull of one tier, but perhaps in its hole",
        "shared",
        "",
        "unit: {罚款: 50000}",
        &["罚款 undetermined 轻微"],
        &["轻微"],
    ),
    ("in the hole", "shared", "情节严重: false", "unit: {罚款: 50000}", &["罚款 above-benchmark 20000 200/3%"], &[]),
    // Of 1234567.89, 1% is 12345.6789, 3% is 37037.0367 and 5% is 61728.3945: no end is a number of 分.
    ("the 分 above an end", "share", SHARED, "unit: {罚款: 37037.04}", &["罚款 inside"], &["-"]),
    ("the 分 below it", "share", SHARED, "unit: {罚款: 37037.03}", &["罚款 inside"], &["-"]),
    (
        "the next 分 is measured from the end itself",
        "share",
        SHARED,
        "unit: {罚款: 37037.05}",
        &["罚款 above-benchmark 0.0133 13300/370370367%"],
        &[],
    ),
    ("the 分 below the minimum", "share", SHARED, "unit: {罚款: 12345.67}", &["罚款 inside"], &["-"]),
    (
        "and the one before",
        "share",
        SHARED,
        "unit: {罚款: 12345.66}",
        &["罚款 below-statute 0.0189 2100/13717421%"],
        &[],
    ),
    ("the 分 inside an end that is out", "upper-share", SHARED, "unit: {罚款: 37037.04}", &["罚款 inside"], &["-"]),
    (
        "the 分 outside it",
        "upper-share",
        SHARED,
        "unit: {罚款: 37037.03}",
        &["罚款 below-benchmark 0.0067 6700/370370367%"],
        &[],
    ),
    ("the 分 above the maximum", "upper-share", SHARED, "unit: {罚款: 61728.40}", &["罚款 inside"], &["-"]),
    (
        "and the one after",
        "upper-share",
        SHARED,
        "unit: {罚款: 61728.41}",
        &["罚款 above-statute 0.0155 3100/123456789%"],
        &[],
    ),
];

fn host(ruleset: &str) -> Host {
    let (ruleset, found) = Ruleset::compile(&Source::new("review.yaml", ruleset));
    let mut library = Library::new();
    library.add(ruleset.unwrap_or_else(|| panic!("{found:#?}"))).expect("it is the only one");
    Host::new(library)
}

fn ask(host: &Host, case: &str) -> Value {
    let source = Source::new("case.yaml", case);
    let answer = match read::read_case(&source) {
        Ok(cases) => host.answer(&cases[0], &source),
        Err(failure) => failure.to_json(&source),
    };
    serde_json::from_str(&answer).expect("an answer is JSON")
}

fn case(offence: &str, facts: &str, decision: &str) -> String {
    let comma = if facts.is_empty() { "" } else { ", " };
    let decision = if decision.starts_with('{') { decision.to_owned() } else { format!("{{{decision}}}") };
    format!(
        "do: review\nruleset: cn.model.review\noffence: {offence}\nfacts: {{违法行为日: 2024-05-01{comma}{facts}}}\n\
         decision: {decision}\n"
    )
}

/// `严重`, `轻微`, `-`: the branch, else the tier, else nothing.
fn ways(value: &Value) -> Vec<String> {
    let name = |way: &Value| way["branch"].as_str().or(way["tier"].as_str()).unwrap_or("-").to_owned();
    value.as_array().map(|ways| ways.iter().map(name).collect()).unwrap_or_default()
}

/// `individual 罚款 above-statute 3 50%`
fn told(finding: &Value) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(finding["target"].as_str().filter(|t| *t != "unit").map(str::to_owned));
    words.push(finding["sanction"].as_str().or(finding["about"].as_str()).expect("what it is about").to_owned());
    words.push(finding["code"].as_str().expect("a code").to_owned());
    words.extend(finding["by"].as_str().map(str::to_owned));
    words.extend(finding["by_percent"].as_str().map(|p| format!("{p}%")));
    words.extend(ways(&finding["fits"]));
    words.join(" ")
}

#[test]
fn decisions_stand_where_they_were_found_by_hand() {
    let host = host(RULESET);
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema can be used");
    let mut failures = Vec::new();
    for (what, offence, facts, decision, findings, fits) in ROWS {
        let answer = ask(&host, &case(offence, facts, decision));
        let problems: Vec<String> = validator.iter_errors(&answer).map(|e| e.to_string()).collect();
        assert!(problems.is_empty(), "{what}: {problems:#?}\n{answer}");
        let found: Vec<String> = answer["findings"].as_array().into_iter().flatten().map(told).collect();
        if found != *findings || ways(&answer["fits"]) != *fits {
            failures.push(format!("{what}: {found:?} {:?}\n  expected {findings:?} {fits:?}", ways(&answer["fits"])));
        }
        let all = |codes: &[&str]| findings.iter().all(|f| codes.iter().any(|c| f.split(' ').any(|w| w == *c)));
        assert_eq!(answer["conforms"], all(&["inside"]), "{what}");
        let open = all(&["inside", "undetermined"]) && !all(&["inside"]);
        assert_eq!(answer["determined"], !open, "{what}");
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), ROWS.len(), failures.join("\n"));
}

#[test]
fn what_is_said_while_a_fact_is_missing_stands_when_it_is_known() {
    let host = host(RULESET);
    let mut settled = 0;
    for (what, offence, facts, decision, ..) in ROWS.iter().filter(|row| !row.2.is_empty()) {
        let known = ask(&host, &case(offence, facts, decision));
        let parts: Vec<&str> = facts.split(", ").collect();
        for left_out in 0..parts.len() {
            let rest: Vec<&str> = (0..parts.len()).filter(|i| *i != left_out).map(|i| parts[i]).collect();
            let open = ask(&host, &case(offence, &rest.join(", "), decision));
            if open["determined"] == true {
                let told = |answer: &Value| (answer["determined"].clone(), answer["conforms"].clone());
                assert_eq!(told(&open), told(&known), "{what} without {}", parts[left_out]);
                settled += 1;
            }
        }
    }
    assert!(settled >= 20, "only {settled} were settled without a fact");
}

#[test]
fn what_a_decision_needs_is_said_with_the_provision_that_the_texts_have() {
    let provisions = "provisions: [{for: departure, basis: 条例 第九条, unverified: 未见原文}, {for: mitigation, \
                      basis: 条例 第十条}, {for: exemption, basis: 条例 第十一条}, {for: collective_deliberation, \
                      basis: 条例 第十二条, reading: 减轻处罚属于复杂情形}]\noffences:\n";
    let bare = host(RULESET);
    let host = host(&RULESET.replacen("offences:\n", provisions, 1));
    let departs = "reasons 条例 第九条 unverified";
    let reasons = "reasons";
    let mitigation = "mitigation 条例 第十条";
    let together = "collective_deliberation 条例 第十二条 reading";
    let exemption = "exemption 条例 第十一条";
    let table: &[(&str, &str, &str, usize, &[&str])] = &[
        ("dump", LIGHT, "unit: {罚款: 15000}", 0, &[]),
        ("dump", LIGHT, "unit: {罚款: 30000}", 0, &[departs]),
        ("dump", "数量: 100, 违法所得: 0", "unit: {罚款: 20000}", 0, &[departs]),
        ("dump", LIGHT, "unit: {罚款: 5000}", 0, &[mitigation, reasons, together]),
        ("dump", LIGHT, "unit: {罚款: 60000}", 0, &[]),
        ("dump", LIGHT, "unit: {警告: true}", 1, &[mitigation, reasons, together]),
        ("dump", LIGHT, "verdict: no_penalty", 0, &[exemption, reasons]),
        ("one", "是单位: false", "unit: {警告: true, 罚款: 5000, 没收工具: true}", 3, &[]),
        ("one", "是单位: false", "unit: {}", 0, &[mitigation, reasons, together]),
        ("open", "", "unit: {罚款: 15000}", 0, &[reasons]),
        ("may-waive", "首次: true", "verdict: no_penalty", 0, &[reasons]),
        ("may-waive", "首次: true", "unit: {罚款: 15000}", 0, &[reasons]),
    ];
    for (offence, facts, decision, number, expected) in table {
        let answer = ask(&host, &case(offence, facts, decision));
        let finding = &answer["findings"][number];
        let basis = finding["basis"].as_array().expect("a list");
        let needs = finding["needs"].as_array().expect("a list").iter().map(|need| {
            let mut words = vec![need.as_str().expect("a word")];
            if let Some(ground) = basis.iter().find(|b| b["for"] == *need) {
                words.extend(ground["citation"].as_str());
                words.extend(["unverified", "reading"].into_iter().filter(|mark| ground[mark].is_string()));
            }
            words.join(" ")
        });
        assert_eq!(needs.collect::<Vec<_>>(), *expected, "{offence} {decision}");
        // A text without such rows asks for the same, and cites nothing.
        let silent = &ask(&bare, &case(offence, facts, decision))["findings"][number];
        assert_eq!(silent["needs"], finding["needs"], "{offence} {decision}");
        let mut cited = silent["basis"].as_array().expect("a list").iter().map(|basis| &basis["for"]);
        assert!(cited.all(|word| word == "sanction"), "{offence} {decision}: {silent:#}");
    }
}

#[test]
fn decisions_that_cannot_be_read_say_where() {
    let host = host(RULESET);
    for (decision, code, path, words) in [
        ("units: {罚款: 5}", "unknown-key", "/decision/units", "no key `units`"),
        ("罚款: 5", "unknown-key", "/decision/罚款", "no key `罚款`"),
        ("unit: 60000", "wrong-type", "/decision/unit", "expected a mapping of sanctions"),
        ("unit: {罚款: 5吨}", "wrong-unit", "/decision/unit/罚款", "expected `元`, found `吨`"),
        ("unit: {罚款: 多}", "wrong-type", "/decision/unit/罚款", "expected an amount, found `多`"),
        ("unit: {罚款: -5}", "wrong-type", "/decision/unit/罚款", "found `-5`"),
        ("unit: {罚款: [5]}", "wrong-type", "/decision/unit/罚款", "found a list"),
        ("unit: {罚款: 5.001}", "too-many-decimals", "/decision/unit/罚款", "more than two decimals"),
        ("unit: {罚款: 9007199254740993}", "bad-number", "/decision/unit/罚款", "beyond what a JSON number"),
        ("unit: {警告: 5}", "wrong-type", "/decision/unit/警告", "`警告` has no amount"),
        ("verdict: none", "wrong-type", "/decision/verdict", "`no_penalty` or `sanctioned`"),
        ("{verdict: no_penalty, unit: {罚款: 5}}", "wrong-type", "/decision/verdict", "at once"),
    ] {
        let answer = ask(&host, &case("dump", LIGHT, decision));
        assert_eq!((answer["stage"].as_str(), answer["code"].as_str()), (Some("request"), Some(code)), "{answer}");
        assert_eq!(answer["details"][0]["path"], path, "{decision}");
        assert!(answer["message"].as_str().expect("a message").contains(words), "{decision}: {answer}");
    }
    let none = ask(&host, "do: review\nruleset: cn.model.review\noffence: dump\non: 2024-05-01\n");
    assert_eq!((&none["code"], &none["details"][0]["path"]), (&"missing-key".into(), &"/decision".into()));
}

#[test]
fn messages_read_well_in_both_languages() {
    let host = host(RULESET);
    for (offence, facts, decision, zh, en) in [
        (
            "dump",
            LIGHT,
            "unit: {罚款: 33000}",
            "罚款 33,000 元，多 11,000 元（50%）；基准 10,000 元以上 22,000 元以下；在法定幅度 10,000 元以上 50,000 元以下之内",
            "fine of CNY 33,000, CNY 11,000 too high (50%); benchmark at least CNY 10,000 and at most CNY 22,000; \
             inside the statute, at least CNY 10,000 and at most CNY 50,000",
        ),
        (
            "dump",
            LIGHT,
            "unit: {罚款: 7500}",
            "罚款 7,500 元，少 2,500 元（25%）；法定幅度 10,000 元以上 50,000 元以下；只有减轻处罚才能低于法定下限",
            "fine of CNY 7,500, CNY 2,500 too low (25%); the statute has at least CNY 10,000 and at most CNY 50,000; \
             only mitigation goes below the statutory minimum",
        ),
        (
            "dump",
            "违法所得: 0",
            "unit: {罚款: 15000}",
            "罚款 15,000 元：视未查明的事实而定；与“轻微”相合",
            "fine of CNY 15,000: depends on facts not known yet; it fits 轻微",
        ),
        // A share below a thousandth of a percent is bounded, not cut to zeros: 0.01 of 22,000 is 0.00004…%.
        (
            "dump",
            LIGHT,
            "unit: {罚款: 22000.01}",
            "罚款 22,000.01 元，多 0.01 元（不足 0.001%）；基准 10,000 元以上 22,000 元以下；\
             在法定幅度 10,000 元以上 50,000 元以下之内",
            "fine of CNY 22,000.01, CNY 0.01 too high (less than 0.001%); benchmark at least CNY 10,000 and at most \
             CNY 22,000; inside the statute, at least CNY 10,000 and at most CNY 50,000",
        ),
        (
            "share",
            SHARED,
            "unit: {罚款: 37037.04}",
            "罚款 37,037.04 元，与结论 12,345.6789 元以上 37,037.0367 元以下相符：不足一分的零数无从缴付",
            "fine of CNY 37,037.04, as computed (at least CNY 12,345.6789 and at most CNY 37,037.0367): \
             no part of a 分 can be paid",
        ),
    ] {
        let case = case(offence, facts, decision);
        for (lang, expected) in [("zh", zh), ("en", en)] {
            let answer = ask(&host, &format!("{case}lang: {lang}\ntext: brief\n"));
            assert_eq!(answer["findings"][0]["message"], expected);
            assert!(answer["text"].as_str().expect("the words asked for").contains(expected));
        }
    }
}

#[test]
fn a_replay_is_identical_or_says_where_it_differs() {
    let host_now = host(RULESET);
    let head = "ruleset: cn.model.review\noffence: dump\n";
    let facts = "facts: {违法行为日: 2024-05-01, 数量: 20, 违法所得: 0}\n";
    let stored = ask(&host_now, &format!("{head}{facts}receipt: true\n"))["receipt"].clone();
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema can be used");
    let replay = |host: &Host, facts: &str, receipt: &Value| {
        let answer = ask(host, &format!("do: replay\n{facts}receipt: {receipt}\n"));
        assert!(validator.is_valid(&answer), "{answer}");
        let what = |d: &Value| {
            let part = |key: &str| d[key].as_str().map(|t| format!(" {t}")).unwrap_or_default();
            format!("{}{}{}", d["what"].as_str().expect("what"), part("id"), part("key"))
        };
        let found: Vec<String> = answer["differences"].as_array().into_iter().flatten().map(what).collect();
        (answer["identical"] == true, answer["same_outcome"] == true, found.join(", "))
    };
    assert_eq!(replay(&host_now, facts, &stored), (true, true, String::new()));
    // The order of the facts is no difference, and an answer that has the receipt will do.
    let turned = "facts: {违法所得: 0, 数量: 20, 违法行为日: 2024-05-01}\n";
    let answer = serde_json::json!({"kind": "penalty", "receipt": stored});
    assert_eq!(replay(&host_now, turned, &answer), (true, true, String::new()));

    let mut older = stored.clone();
    older["engine"] = "0.0.1".into();
    assert_eq!(replay(&host_now, facts, &older), (false, true, "engine".to_owned()));
    let other = facts.replace("数量: 20", "数量: 21");
    let differs = "facts sha256, facts sm3, outcome sha256, outcome sm3".to_owned();
    assert_eq!(replay(&host_now, &other, &stored), (false, false, differs));
    let changed = host(&RULESET.replace("30%..", "31%..").replace("0%..30%}", "0%..31%}"));
    let (identical, same, found) = replay(&changed, facts, &stored);
    assert!(!identical && !same && found.starts_with("rulesets cn.model.review sha256, "), "{found}");
    assert!(!found.contains("facts"), "{found}");

    let none = ask(&host_now, &format!("do: replay\n{head}{facts}"));
    assert_eq!((&none["code"], &none["details"][0]["path"]), (&"missing-key".into(), &"/receipt".into()));
    let word = ask(&host_now, &format!("do: replay\n{head}{facts}receipt: true\n"));
    assert_eq!((&word["code"], &word["details"][0]["path"]), (&"wrong-type".into(), &"/receipt".into()));
}
