//! Every command as a person or a host would use it.
// A test stops at the first broken expectation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::path::Path;

use cailiang_rulesets::{CASES, RULESETS};
use common::{DUMP, WASTE, expect, file, folder, run};
use serde_json::Value;

fn rulesets() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulesets/cn")
}

fn count_of_cases() -> usize {
    let cases = |text: &cailiang_rulesets::Text| {
        cailiang::read::read_case(&cailiang::Source::new(text.path, text.text)).expect("a case file").len()
    };
    CASES.iter().chain(cailiang_rulesets::PROCEDURES).map(cases).sum()
}

#[test]
fn all_worked_cases_pass_built_in_and_from_the_folder() {
    let line = format!("{} passed, 0 failed\n", count_of_cases());
    let place = folder("test");
    let built_in = run(&place, &["test"], b"");
    assert_eq!((built_in.code, built_in.out), (0, line.clone()), "{}", built_in.err);
    let rulesets = rulesets();
    let rulesets = rulesets.to_string_lossy();
    let from_folder = run(&place, &["--rules", &rulesets, "--no-builtin", "test", &rulesets], b"");
    assert_eq!((from_folder.code, from_folder.out), (0, line), "{}", from_folder.err);
}

#[test]
fn a_folder_of_rulesets_may_have_cases_under_any_name() {
    let place = folder("mixed");
    file(&place, "rules/waste.yaml", WASTE);
    file(&place, "rules/a case.yaml", format!("{DUMP}  倾倒数量: 5\n"));
    let ran = run(&place, &["--rules", "rules", "--no-builtin", "eval", "rules/a case.yaml"], b"");
    expect("a case among rulesets", &ran, 4, &["罚款"]);
}

#[test]
fn the_built_in_rulesets_check_and_are_listed() {
    let place = folder("check");
    let rulesets = rulesets();
    let checked = run(&place, &["check", &rulesets.to_string_lossy()], b"");
    expect("check", &checked, 0, &[&format!("{} rulesets checked: 0 errors", RULESETS.len())]);
    let listed = run(&place, &["list"], b"");
    expect(
        "list",
        &listed,
        0,
        &["cn.guangdong.eco  2022-01-01 to 2026-12-31", "eco-2.7.1", &format!("{} ruleset versions", RULESETS.len())],
    );
    let one = run(&place, &["list", "lawyers-law", "--format", "json"], b"");
    let one: Value = serde_json::from_str(&one.out).expect("a list is JSON");
    assert_eq!(
        (one.as_array().unwrap().len(), &one[0]["id"], &one[0]["from"]),
        (1, &"cn.npc.lawyers-law".into(), &"2018-01-01".into())
    );
}

#[test]
fn eval_ends_with_0_when_determined_and_4_when_not() {
    let place = folder("eval");
    file(&place, "rules/waste.yaml", WASTE);
    file(&place, "known.yaml", format!("{DUMP}  倾倒数量: 100千克\n  违法所得: \"12.50元\"\n"));
    file(&place, "open.yaml", DUMP);
    let eval = |file: &str, more: &[&str]| run(&place, &[&["eval", file, "--rules", "rules"], more].concat(), b"");

    let known = eval("known.yaml", &[]);
    expect("known", &known, 0, &["随意倾倒", "22,000 元以上 50,000 元以下", "一般"]);
    assert_eq!(eval("known.yaml", &["--brief"]).out, known.out, "the short form is the default");
    let full = eval("known.yaml", &["--full"]);
    assert!(full.out.lines().count() > known.out.lines().count());
    expect("english", &eval("known.yaml", &["--lang", "en"]), 0, &["CNY 22,000", "CNY 50,000"]);
    expect("markdown", &eval("known.yaml", &["--format", "markdown"]), 0, &["## 随意倾倒"]);
    expect("receipt", &eval("known.yaml", &["--receipt"]), 0, &["\"engine\"", "\"sm3\""]);

    let json = eval("known.yaml", &["--format", "json", "--receipt"]);
    let answer: Value = serde_json::from_str(&json.out).expect("an answer is JSON");
    assert_eq!(json.out.lines().count(), 1);
    let fine = &answer["targets"][0]["sanctions"][1];
    assert_eq!(
        (&fine["id"], &fine["amount"]["min"]["value"], &fine["amount"]["max"]["value"]),
        (&"罚款".into(), &"22000".into(), &"50000".into())
    );
    assert_eq!(answer["receipt"]["ruleset"], "cn.demo.waste");

    let open = eval("open.yaml", &[]);
    expect("open", &open, 4, &["10,000 元以上 50,000 元以下", "倾倒数量"]);
    let from_stdin = run(&place, &["eval", "-", "--rules", "rules"], DUMP.as_bytes());
    assert_eq!((from_stdin.code, from_stdin.out), (4, open.out));
}

#[test]
fn of_several_cases_each_is_evaluated_and_the_gravest_decides() {
    let place = folder("several");
    file(&place, "rules/waste.yaml", WASTE);
    let cases = "\
ruleset: cn.demo.waste
offence: dump
facts: {违法行为日: 2024-05-01, 违法所得: 0}
cases:
  - {name: 少, facts: {倾倒数量: 5}}
  - {name: 未查}
  - {name: 错, facts: {倾倒数量: 3吨}}
";
    file(&place, "c.yaml", cases);
    let eval = |more: &[&str]| run(&place, &[&["eval", "c.yaml", "--rules", "rules"], more].concat(), b"");
    expect(
        "all",
        &eval(&[]),
        6,
        &["== 少 (c.yaml:5)", "== 未查 (c.yaml:6)", "== 错 (c.yaml:7)", "c.yaml:7:29", "22,000 元以下"],
    );
    let json = eval(&["--format", "json"]);
    let kinds: Vec<Value> =
        json.out.lines().map(|l| serde_json::from_str::<Value>(l).expect("an answer a line")["kind"].clone()).collect();
    assert_eq!(kinds, ["penalty", "penalty", "error"]);
    expect("one", &eval(&["--case", "少"]), 0, &["22,000 元以下"]);
    expect("open", &eval(&["--case", "未查"]), 4, &[]);
}

#[test]
fn ask_numbers_the_questions_with_what_they_decide() {
    let place = folder("ask");
    file(&place, "rules/waste.yaml", WASTE);
    file(&place, "c.yaml", DUMP);
    let ask = |more: &[&str]| run(&place, &[&["ask", "c.yaml", "--rules", "rules"], more].concat(), b"");
    expect(
        "ask",
        &ask(&[]),
        4,
        &[
            "尚不能确定",
            " 1  ",
            " 2  ",
            "倾倒数量（千克）：倾倒了多少？",
            "定阶次",
            "可答　数字（千克） / 无法查明",
            "可答　数字（元） / 无法查明",
        ],
    );
    expect(
        "english",
        &ask(&["--lang", "en"]),
        4,
        &["not determined", "decides: the tier", "answers: a number of 千克 / 无法查明"],
    );
    let json: Value = serde_json::from_str(&ask(&["--format", "json"]).out).expect("questions are JSON");
    assert_eq!((&json["kind"], json["facts_needed"].as_array().unwrap().len()), (&"questions".into(), 2));
    file(&place, "c.yaml", format!("{DUMP}  倾倒数量: 5\n  违法所得: 0\n"));
    expect("nothing to ask", &ask(&[]), 0, &["结果已确定"]);
}

#[test]
fn review_ends_with_0_inside_4_undetermined_and_7_outside() {
    let place = folder("review");
    let provisions = "provisions: [{for: departure, basis: 本基准 第九条, unverified: 未见原文}]\noffences:\n";
    file(&place, "rules/waste.yaml", WASTE.replacen("offences:\n", provisions, 1));
    file(&place, "c.yaml", format!("{DUMP}  倾倒数量: 100千克\n  违法所得: 0\n"));
    file(&place, "open.yaml", format!("{DUMP}  违法所得: 0\n"));
    let review = |case: &str, decision: &str, more: &[&str]| {
        file(&place, "d.yaml", decision);
        run(&place, &[&["review", case, "d.yaml", "--rules", "rules"], more].concat(), b"")
    };
    expect("inside", &review("c.yaml", "unit: {罚款: 22000}", &[]), 0, &["符合裁量基准", "罚款 22,000 元"]);
    let low = review("c.yaml", "decision: {unit: {罚款: 1.1万元}}", &[]);
    expect(
        "below",
        &low,
        7,
        &["低于基准  罚款 11,000 元，少 11,000 元（50%）", "须说明理由（原文未核实）", "本基准 第九条"],
    );
    let high = review("c.yaml", "unit: {罚款: 60000}", &["--lang", "en"]);
    expect("above", &high, 7, &["above statute  fine of CNY 60,000, CNY 10,000 too high (20%)", "nothing justifies"]);
    expect("none", &review("c.yaml", "verdict: no_penalty", &[]), 7, &["具备不予处罚的情形"]);
    expect("either tier", &review("open.yaml", "unit: {罚款: 22000}", &[]), 0, &["符合裁量基准"]);
    expect("open", &review("open.yaml", "unit: {罚款: 21000}", &[]), 4, &["尚不能确定", "与“轻微”相合"]);
    expect("markdown", &review("c.yaml", "unit: {罚款: 22000}", &["--format", "markdown"]), 0, &["## 随意倾倒"]);
    let json = review("c.yaml", "unit: {罚款: 11000}", &["--format", "json"]);
    let answer: Value = serde_json::from_str(&json.out).expect("a review is JSON");
    let finding = &answer["findings"][0];
    assert_eq!((json.code, &answer["conforms"]), (7, &false.into()));
    assert_eq!((&finding["code"], &finding["by"]), (&"below-benchmark".into(), &"11000".into()));

    // What is wrong with a decision is shown in its own file.
    let wrong = review("c.yaml", "unit:\n  罚款: 5吨\n", &[]);
    expect("unit", &wrong, 6, &["error[wrong-unit]", "d.yaml:2:7", "/decision/unit/罚款", "expected `元`, found `吨`"]);
    expect("key", &review("c.yaml", "units: {罚款: 5}", &[]), 6, &["d.yaml:1:1", "did you mean `unit`?"]);
    expect("text", &review("c.yaml", "a: [", &[]), 6, &["d.yaml:1"]);
    expect("fact", &review("c.yaml", "unit: {罚款: 5}", &["--case", "甲"]), 2, &["has no case `甲`"]);
    let none = run(&place, &["review", "c.yaml", "--rules", "rules"], b"");
    expect("nothing to review", &none, 6, &["there is no decision to review", "write `decision:` in the case"]);
}

#[test]
fn a_case_may_bring_its_decision() {
    let place = folder("review-cases");
    file(&place, "rules/waste.yaml", WASTE);
    let cases = "\
ruleset: cn.demo.waste
offence: dump
facts: {违法行为日: 2024-05-01, 违法所得: 0}
cases:
  - {name: 内, facts: {倾倒数量: 5}, decision: {unit: {罚款: 12000}}}
  - {name: 外, facts: {倾倒数量: 5}, decision: {unit: {罚款: 32000}}}
";
    file(&place, "c.yaml", cases);
    let review = |more: &[&str]| run(&place, &[&["review", "c.yaml", "--rules", "rules"], more].concat(), b"");
    expect("all", &review(&[]), 7, &["== 内 (c.yaml:5)", "符合裁量基准", "== 外 (c.yaml:6)", "偏离，1 项"]);
    expect("one", &review(&["--case", "内"]), 0, &["符合裁量基准"]);
    file(&place, "d.yaml", "unit: {罚款: 12000}");
    let both = run(&place, &["review", "c.yaml", "d.yaml", "--rules", "rules"], b"");
    expect("one decision for two cases", &both, 2, &["one decision, but several cases", "--case NAME"]);
}

#[test]
fn replay_says_identical_or_where_it_differs() {
    let place = folder("replay");
    file(&place, "rules/waste.yaml", WASTE);
    file(&place, "c.yaml", format!("{DUMP}  倾倒数量: 5\n  违法所得: 0\n"));
    let rules = ["--rules", "rules"];
    let stored = run(&place, &[&["eval", "c.yaml", "--format", "json", "--receipt"], &rules[..]].concat(), b"");
    file(&place, "r.json", &stored.out);
    let replay = |more: &[&str]| run(&place, &[&["replay", "r.json", "c.yaml"], &rules[..], more].concat(), b"");
    expect("identical", &replay(&[]), 0, &["一致：引擎、裁量基准、事实和结果均与回执相同"]);
    // The receipt alone will do.
    let answer: Value = serde_json::from_str(&stored.out).expect("an answer is JSON");
    file(&place, "r.json", answer["receipt"].to_string());
    expect("english", &replay(&["--lang", "en"]), 0, &["identical: engine, rulesets, facts and outcome"]);

    file(&place, "c.yaml", format!("{DUMP}  倾倒数量: 6\n  违法所得: 0\n"));
    expect("other facts", &replay(&[]), 7, &["不一致，结果也不同", "事实 sha256  ", "结果 sha256  "]);
    let json: Value = serde_json::from_str(&replay(&["--format", "json"]).out).expect("a replay is JSON");
    assert_eq!((&json["kind"], &json["identical"]), (&"replay".into(), &false.into()));
    file(&place, "rules/waste.yaml", WASTE.replace("1万元以上5万元以下", "1万元以上6万元以下"));
    expect("another text", &replay(&["--lang", "en"]), 7, &["and the outcome differs", "ruleset cn.demo.waste sha256"]);
    file(&place, "r.json", "{}");
    expect("no receipt", &replay(&[]), 6, &["`r.json` is no receipt", "--format json --receipt"]);
    file(&place, "r.json", "{");
    expect("no JSON", &replay(&[]), 6, &["r.json:1"]);
}

#[test]
fn a_failed_case_shows_where_it_parts() {
    let place = folder("failed");
    file(&place, "rules/waste.yaml", WASTE);
    let cases = "\
ruleset: cn.demo.waste
offence: dump
facts: {违法行为日: 2024-05-01, 违法所得: 0}
cases:
  - name: 对
    facts: {倾倒数量: 5}
    expect: {targets: {unit: {tiers: [轻微]}}}
  - name: 算错
    facts: {倾倒数量: 5}
    hand: 1万 + 30% × 4万 = 2.3万
    expect: {targets: {unit: {sanctions: {罚款: {amount: 10000元..23000元}}}}}
  - name: 事实错
    facts: {倾倒数: 5}
    expect: {determined: true}
";
    file(&place, "cases/waste.cases.yaml", cases);
    file(&place, "cases/waste.yaml", "a ruleset stands beside its cases and is no case");
    let run = |path: &str| run(&place, &["test", path, "--rules", "rules"], b"");
    let failed = run("cases");
    expect(
        "failed",
        &failed,
        5,
        &[
            "FAILED 算错 (cases/waste.cases.yaml:8)",
            "by hand   1万 + 30% × 4万 = 2.3万",
            "/targets/unit/sanctions/罚款/amount",
            "expected  10000..23000元",
            "got       10000..22000元",
            "by steps  statute 罚款",
            "narrow 罚款: row 轻微",
            "→ 10000..22000元",
            "FAILED 事实错 (cases/waste.cases.yaml:12)",
            "did you mean `倾倒数量`?",
        ],
    );
    assert!(failed.out.ends_with("1 passed, 2 failed\n"), "{}", failed.out);
    file(&place, "broken.cases.yaml", "cases: {a: b}\n");
    expect(
        "broken",
        &run("broken.cases.yaml"),
        5,
        &["cannot be read as cases", "a list of cases", "0 passed, 1 failed"],
    );
    // What says nothing of what it expects is no case that passed.
    let head = cases.split("  - name: 事实错").next().expect("a case").split("  - name: 算错").next().expect("a case");
    let silent = "  - {name: 未写, facts: {倾倒数量: 5}}\n  - {name: 空, facts: {倾倒数量: 5}, expect: {}}\n";
    file(&place, "some.cases.yaml", format!("{head}{silent}"));
    expect("some", &run("some.cases.yaml"), 0, &["1 passed, 0 failed, 2 without `expect`"]);
    let head = head.split("  - name:").next().expect("a head");
    file(&place, "none.cases.yaml", format!("{head}{silent}"));
    expect("none", &run("none.cases.yaml"), 2, &["error: no case says what it expects", "by hand"]);
}

#[test]
fn explain_knows_words_of_every_kind_by_slug_and_by_name() {
    let place = folder("explain");
    let explain = |more: &[&str]| run(&place, &[&["explain"], more].concat(), b"");
    for (word, said) in [
        ("cut-scalar", "YAML ended a text earlier than you meant"),
        ("error[wrong-unit]", "3吨 for a fact in 千克"),
        ("not-in-force", "which text governs is a question of law"),
        ("below-statute", "减轻处罚"),
        ("Fine", "A sum of money to be paid"),
        ("罚款", "A sum of money to be paid"),
    ] {
        expect(word, &explain(&[word, "--lang", "en"]), 0, &[said]);
    }
    expect("zh", &explain(&["fine"]), 0, &["fine 罚款（处罚种类，SanctionKind）", "单位为元"]);
    expect("family", &explain(&["处罚对象"]), 0, &["Target 处罚对象\n  unit", "individual", "responsible"]);
    expect("part", &explain(&["停产停业"]), 0, &["suspend_business 责令停产停业"]);
    expect("all", &explain(&[]), 0, &["cut-scalar ", "wrong-unit ", "below-statute "]);
    expect(
        "none",
        &explain(&["below-statue"]),
        2,
        &["there is no word `below-statue`", "did you mean `below-statute`?"],
    );
    let data: Value = serde_json::from_str(&explain(&["fine", "--format", "json"]).out).expect("JSON");
    assert_eq!(data["families"][0]["id"], "SanctionKind");
    assert_eq!(data["families"][0]["words"][0]["zh"]["name"], "罚款");
    let markdown = explain(&["fine", "--format", "markdown"]).out;
    assert!(markdown.starts_with("## SanctionKind 处罚种类\n\n- `fine` **罚款**："), "{markdown}");
}

#[test]
fn schemas_are_json_schemas() {
    let place = folder("schema");
    for which in ["ruleset", "answer", "request"] {
        let printed = run(&place, &["schema", which], b"");
        let schema: Value = serde_json::from_str(&printed.out).expect(which);
        assert!(schema["$schema"].is_string(), "{which}");
    }
}

#[test]
fn serve_answers_in_order_and_never_stops() {
    let place = folder("serve");
    file(&place, "rules/waste.yaml", WASTE);
    let request = |quantity: &str| {
        let facts = format!(r#""违法行为日":"2024-05-01","违法所得":0,"倾倒数量":{quantity}"#);
        format!(r#"{{"ruleset":"cn.demo.waste","offence":"dump","facts":{{{facts}}}}}"#)
    };
    let mut input = Vec::new();
    for line in [request("5"), "not json".into(), request("500"), String::new(), request("\"5吨\"")] {
        input.extend(line.into_bytes());
        input.push(b'\n');
    }
    input.extend(b"\xff\xff\n");
    // The last line may lack its end.
    input.extend(request("5").into_bytes());
    let served = run(&place, &["serve", "--stdio", "--rules", "rules"], &input);
    assert_eq!((served.code, served.err.as_str()), (0, ""));
    let answers: Vec<Value> = served.out.lines().map(|l| serde_json::from_str(l).expect("an answer a line")).collect();
    let said: Vec<&str> =
        answers.iter().map(|a| a["code"].as_str().or(a["targets"][0]["tiers"][0].as_str()).unwrap()).collect();
    assert_eq!(said[0], "轻微");
    assert_eq!((said[2], said[4], said[6]), ("一般", "wrong-unit", "轻微"));
    assert_eq!(answers[0], answers[6], "the same request, the same answer");
    assert!([1, 3, 5].iter().all(|at| answers[*at]["kind"] == "error"), "{said:?}");
}

#[test]
fn help_names_the_exit_codes() {
    let place = folder("help");
    expect(
        "help",
        &run(&place, &["--help"], b""),
        0,
        &["check", "serve", "Exit codes:", "6  the case is wrong", "7  a decision deviates"],
    );
    expect("version", &run(&place, &["--version"], b""), 0, &["cailiang "]);
}
