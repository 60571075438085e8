//! Circumstances and what they do: each figure worked out by hand from the rule it stands beside.

use cailiang::answer::outcome_json;
use cailiang::decide::Evaluated;
use cailiang::decide::{Circumstances, circumstances};
use cailiang::value::Date;
use cailiang::vocabulary::{Form, Lang};
use cailiang::{Facts, Library, Ruleset, Source, evaluate};
use cailiang_contract::{Keys, answer_schema};
use serde_json::{Value, json};

/// A general part, in two documents: the special one stands instead of the general one in `立功`.
const GENERAL: &str = "\
cailiang: 1
ruleset: cn.model.general
title: 示例总则
issuer: 示例机关
in_force: {from: 2021-07-15}
status: in_force
laws: {总则: {title: 示例总则, rank: law}}
facts:
  主动消除后果: {type: yes-no}
  有立功表现: {type: yes-no}
  初次违法: {type: yes-no}
  后果轻微: {type: yes-no}
  及时改正: {type: yes-no}
  没有危害后果: {type: yes-no}
  违法轻微: {type: yes-no}
  突发事件期间: {type: yes-no}
circumstances:
  - {id: 消除后果, when: 主动消除后果, effect: [lighter, mitigated], force: must, basis: 总则 第三十二条}
  - {id: 立功, when: 有立功表现, effect: [lighter, mitigated], force: must, basis: 总则 第三十二条}
  - {id: 轻微免罚, when: 违法轻微 and 及时改正 and 没有危害后果, effect: [no_penalty], force: must, basis: 总则 第三十三条}
  - {id: 首违不罚, when: 初次违法 and 后果轻微 and 及时改正, effect: [no_penalty], force: may, basis: 总则 第三十三条}
  - {id: 突发事件, when: 突发事件期间, effect: [heavier], force: must, basis: 总则 第四十九条}
";

/// A benchmark with the numbers of 湖南 2021 (deltas of the maximum, half of the minimum) and of 江门 2020 (tiers).
const BENCHMARK: &str = "\
cailiang: 1
ruleset: cn.model.benchmark
title: 示例基准
issuer: 示例机关
in_force: {from: 2022-01-01}
status: in_force
uses: [cn.model.general]
tiers: [一档, 二档, 三档]
laws: {条例: {title: 示例条例, rank: regulation}}
facts:
  数量: {type: number, unit: 千克, min: 0}
  两年内处罚次数: {type: integer, unit: 次, min: 0}
circumstances:
  - {id: 两次, when: 两年内处罚次数 = 2次, effect: [顶格], force: must, basis: 本基准 第五条}
  - {id: 三次, when: 两年内处罚次数 >= 3次, effect: [上调一档], force: must, basis: 本基准 第五条}
  - {id: 两项从轻, when: lighter.count >= 2 and heavier.count = 0, effect: [mitigated], force: may, basis: 本基准 第十七条}
effects:
  - {effect: lighter, of: [fine], range: tier.min - 20% * statute.max..tier.max, floor: statute.min, basis: 本基准 第十条}
  - effect: mitigated
    of: [fine]
    range: tier.min - 50% * statute.min..tier.max
    needs: [collective_deliberation]
    basis: 本基准 第十条
  - {effect: heavier, of: [fine], range: tier.min..tier.max + 20% * statute.max, cap: statute.max, basis: 本基准 第九条}
  - {effect: 顶格, as: heavier, of: [fine], part: 100%, within: tier, basis: 本基准 第五条}
  - {effect: 上调一档, as: heavier, of: [fine], do: tier_up, amount: statute.max, basis: 本基准 第五条}
offences:
  - id: point
    name: 定额
    statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 2万元以上10万元以下}]}
    benchmark: {罚款: {amount: 29000元}}
  - id: tiers
    name: 分档
    statute:
      basis: 条例 第二条
      orders: [责令改正]
      sanctions:
        - {id: 没收违法所得, kind: confiscate}
        - {id: 罚款, kind: fine, range: 10万元以上100万元以下}
    benchmark:
      tiers:
        - {tier: 一档, when: 数量 < 10千克, 罚款: 10万元以上20万元以下}
        - {tier: 二档, when: 10千克 <= 数量 < 100千克, 罚款: 20万元以上40万元以下}
        - {tier: 三档, when: 数量 >= 100千克, 罚款: 40万元以上60万元以下}
";

/// The steps of 人民银行令〔2024〕6号 第六条: shares of the maximum, and three ranges with steps of their own.
const SHARES: &str = "\
cailiang: 1
ruleset: cn.model.shares
title: 示例份额
issuer: 示例机关
in_force: {from: 2025-01-01}
status: in_force
uses: [cn.model.general]
laws: {条例: {title: 示例条例, rank: regulation}}
effects:
  - {effect: lighter, of: [fine], when: statute.min = 20万元 and statute.max = 50万元, range: 20万元..<30万元, basis: 本基准 第六条}
  - {effect: lighter, of: [fine], otherwise: true, range: statute.min..<40% * statute.max, basis: 本基准 第六条}
  - {effect: heavier, of: [fine], when: statute.min = 20万元 and statute.max = 50万元, range: 40万元..50万元, basis: 本基准 第六条}
  - {effect: heavier, of: [fine], otherwise: true, range: 70% * statute.max..statute.max, basis: 本基准 第六条}
offences:
  - {id: own, name: 甲, statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 20万元以上50万元以下}]}}
  - {id: shares, name: 乙, statute: {basis: 条例 第二条, sanctions: [{id: 罚款, kind: fine, range: 5万元以上30万元以下}]}}
  - {id: empty, name: 丙, statute: {basis: 条例 第三条, sanctions: [{id: 罚款, kind: fine, range: 30万元以上50万元以下}]}}
";

fn decided(offence: &str, facts: &str) -> (Value, Circumstances, String) {
    let mut library = Library::new();
    for (name, text) in [("general", GENERAL), ("benchmark", BENCHMARK), ("shares", SHARES)] {
        let (ruleset, diagnostics) = Ruleset::compile(&Source::new(name, text));
        let messages: Vec<_> = diagnostics.iter().map(|d| (&d.message, d.span())).collect();
        assert!(diagnostics.is_empty(), "{name}: {messages:?}");
        library.add(ruleset.unwrap()).unwrap();
    }
    let (ruleset, offence) = offence.split_once('/').unwrap();
    let program = library.link_decision(ruleset, offence, Date::parse("2025-05-01").unwrap()).unwrap();
    let facts = Facts::read(&program, &Source::new("case", facts)).unwrap();
    let outcome = evaluate(&program, &facts).unwrap();
    let general = circumstances(&program, &facts, &outcome).unwrap();
    let lines = cailiang::render::lines(&program, &facts, &outcome, Some(&general), Lang::Zh, Form::Brief);
    let text = lines.iter().map(|l| format!("{} {}\n", l.heading, l.text)).collect();
    let evaluated =
        Evaluated { program: program.into(), facts, outcome, general: Some(general.clone()), executions: Vec::new() };
    let json: Value = serde_json::from_str(&outcome_json(&evaluated, Lang::Zh)).unwrap();
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).unwrap();
    let problems: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&json).map(|e| e.to_string()).collect();
    assert!(problems.is_empty(), "{problems:?}");
    (json, general, text)
}

/// The facts of the general part, all `false` but those named.
fn but(named: &[&str], more: &str) -> String {
    let all =
        ["主动消除后果", "有立功表现", "初次违法", "后果轻微", "及时改正", "没有危害后果", "违法轻微", "突发事件期间"];
    let one = |name: &&str| format!("{name}: {}", named.contains(name));
    let mut facts: Vec<String> = all.iter().map(one).collect();
    facts.push(more.to_owned());
    format!("{{{}}}", facts.join(", "))
}

fn option<'v>(json: &'v Value, effect: &str) -> &'v Value {
    let options = json["options"].as_array().unwrap();
    options.iter().find(|o| o["effect"] == effect).unwrap_or_else(|| panic!("no option {effect}: {options:?}"))
}

/// The ends of the fine that an option leaves.
fn fine(option: &Value) -> (Value, Value) {
    let sanctions = option["targets"][0]["sanctions"].as_array().unwrap();
    let fine = sanctions.iter().find(|s| s["id"] == "罚款").unwrap();
    (fine["amount"]["min"].clone(), fine["amount"]["max"].clone())
}

fn at(value: &str) -> Value {
    json!({"value": value, "inclusive": true})
}

fn below(value: &str) -> Value {
    json!({"value": value, "inclusive": false})
}

#[test]
fn row_16_mitigated_by_at_most_half_of_the_minimum() {
    let (json, ..) = decided("cn.model.benchmark/point", &but(&["主动消除后果"], "两年内处罚次数: 0"));
    // L = 20,000, computed 29,000: 29,000 − 50% × 20,000 = 19,000.
    assert_eq!(fine(option(&json, "mitigated")), (at("19000"), at("29000")));
    // 29,000 − 20% × 100,000 = 9,000, raised to L = 20,000 by the declared floor.
    assert_eq!(fine(option(&json, "lighter")), (at("20000"), at("29000")));
    let option = option(&json, "mitigated");
    assert_eq!(option["force"], "must");
    assert_eq!(option["or"], json!(["lighter"]));
    assert_eq!(option["needs"], json!(["collective_deliberation"]));
    assert_eq!(option["because"], json!([{"id": "消除后果", "basis": "总则 第三十二条"}]));
    // Nothing is applied: the sanction stands at what the table gives.
    assert_eq!(json["targets"][0]["sanctions"][0]["amount"]["min"], at("29000"));
    let codes: Vec<&Value> = json["review_points"].as_array().unwrap().iter().map(|p| &p["code"]).collect();
    assert_eq!(codes, ["choose-effect"]);
}

#[test]
fn nothing_found_is_no_option() {
    let (json, general, _) = decided("cn.model.benchmark/point", &but(&[], "两年内处罚次数: 0"));
    assert_eq!(json["options"], json!([]));
    assert_eq!(json["determined"], true);
    assert!(general.found.is_empty());
}

#[test]
fn heavier_and_lighter_are_not_netted() {
    let (json, _, text) =
        decided("cn.model.benchmark/tiers", &but(&["有立功表现", "突发事件期间"], "数量: 50, 两年内处罚次数: 0"));
    // Tier 20万–40万, U 100万: −20万 from 20万 is 0, raised to L 10万; +20万 on 40万 is 60万.
    assert_eq!(fine(option(&json, "lighter")), (at("100000"), at("400000")));
    assert_eq!(fine(option(&json, "heavier")), (at("200000"), at("600000")));
    // 20万 − 50% × 10万 = 15万.
    assert_eq!(fine(option(&json, "mitigated")), (at("150000"), at("400000")));
    let points = json["review_points"].as_array().unwrap();
    let mixed = points.iter().find(|p| p["code"] == "circumstances-mixed").unwrap();
    assert_eq!(mixed["certain"], true);
    assert!(
        text.contains("从重（应当） 没收违法所得（应当）；罚款 200,000 元以上 600,000 元以下（应当）（突发事件）"),
        "{text}"
    );
}

#[test]
fn a_count_of_circumstances_is_itself_a_condition() {
    let two = but(&["有立功表现", "主动消除后果"], "数量: 50, 两年内处罚次数: 0");
    let (json, ..) = decided("cn.model.benchmark/tiers", &two);
    let mitigated = option(&json, "mitigated");
    let because: Vec<&Value> = mitigated["because"].as_array().unwrap().iter().map(|b| &b["id"]).collect();
    // Those of the ruleset itself stand before those of the laws it uses.
    assert_eq!(because, ["两项从轻", "消除后果", "立功"]);
    let three = but(&["有立功表现", "主动消除后果", "突发事件期间"], "数量: 50, 两年内处罚次数: 0");
    let (json, ..) = decided("cn.model.benchmark/tiers", &three);
    assert_eq!(option(&json, "mitigated")["because"].as_array().unwrap().len(), 2);
}

#[test]
fn the_top_of_the_tier_and_one_tier_up() {
    let twice = decided("cn.model.benchmark/tiers", &but(&[], "数量: 50, 两年内处罚次数: 2")).0;
    assert_eq!(fine(option(&twice, "顶格")), (at("400000"), at("400000")));
    let thrice = decided("cn.model.benchmark/tiers", &but(&[], "数量: 50, 两年内处罚次数: 3")).0;
    assert_eq!(fine(option(&thrice, "上调一档")), (at("400000"), at("600000")));
    assert_eq!(option(&thrice, "上调一档")["targets"][0]["tiers"], json!(["三档"]));
    // In the heaviest tier the maximum of the law: 100万.
    let top = decided("cn.model.benchmark/tiers", &but(&[], "数量: 100, 两年内处罚次数: 3")).0;
    assert_eq!(fine(option(&top, "上调一档")), (at("1000000"), at("1000000")));
    assert_eq!(top["review_points"], json!([]));
}

#[test]
fn no_penalty_is_a_verdict_only_where_it_is_mandatory_and_certain() {
    let must = but(&["违法轻微", "及时改正", "没有危害后果"], "数量: 5, 两年内处罚次数: 0");
    let (json, ..) = decided("cn.model.benchmark/tiers", &must);
    assert_eq!(json["verdict"], json!({"kind": "no_penalty", "force": "must", "ground": "轻微免罚"}));
    // The corrective order stands.
    assert_eq!(json["orders"][0]["id"], "责令改正");
    let may = but(&["初次违法", "后果轻微", "及时改正"], "数量: 5, 两年内处罚次数: 0");
    let (json, ..) = decided("cn.model.benchmark/tiers", &may);
    assert_eq!(json["verdict"], json!({"kind": "sanctioned"}));
    let option = option(&json, "no_penalty");
    assert_eq!((&option["force"], &option["certain"], &option["targets"]), (&json!("may"), &json!(true), &json!([])));
}

#[test]
fn while_a_circumstance_is_open_it_is_asked_for_and_its_option_is_only_possible() {
    let (json, general, text) = decided(
        "cn.model.benchmark/tiers",
        "{数量: 5, 两年内处罚次数: 0, 主动消除后果: false, 有立功表现: false, 初次违法: true, 后果轻微: true, \
         没有危害后果: true, 违法轻微: true, 突发事件期间: false}",
    );
    assert_eq!(json["determined"], false);
    assert_eq!(json["facts_needed"][0]["name"], "及时改正");
    assert_eq!(json["facts_needed"].as_array().unwrap().len(), 1);
    assert_eq!(json["facts_irrelevant"], json!([]));
    assert_eq!(json["verdict"], json!({"kind": "sanctioned", "certain": false}));
    assert_eq!(option(&json, "no_penalty")["certain"], false);
    assert_eq!(general.found.len(), 2);
    assert!(text.contains("可能不予处罚"), "{text}");
}

#[test]
fn shares_of_the_maximum_and_the_class_that_is_empty() {
    let lighter = but(&["有立功表现"], "");
    assert_eq!(fine(option(&decided("cn.model.shares/own", &lighter).0, "lighter")), (at("200000"), below("300000")));
    // 40% of 300,000 = 120,000, which is out.
    assert_eq!(fine(option(&decided("cn.model.shares/shares", &lighter).0, "lighter")), (at("50000"), below("120000")));
    let heavier = but(&["突发事件期间"], "");
    assert_eq!(fine(option(&decided("cn.model.shares/shares", &heavier).0, "heavier")), (at("210000"), at("300000")));
    // 40% of 500,000 = 200,000 lies below the minimum of 300,000: there is no such class.
    let (json, ..) = decided("cn.model.shares/empty", &lighter);
    assert_eq!(fine(option(&json, "lighter")), (at("300000"), at("500000")));
    let codes: Vec<&Value> = json["review_points"].as_array().unwrap().iter().map(|p| &p["code"]).collect();
    assert!(codes.contains(&&json!("effect-empty")), "{codes:?}");
    // No document says how far 减轻 goes here.
    assert!(codes.contains(&&json!("effect-open")), "{codes:?}");
    assert_eq!(option(&json, "mitigated")["open"], true);
}

/// What a review of a proposed fine says of each finding: code, and the circumstances that would justify it.
fn reviewed(facts: &str, proposed: &str) -> (Value, String) {
    let decision = match proposed {
        "no_penalty" => json!({"verdict": "no_penalty"}),
        amount => json!({"unit": {"罚款": amount}}),
    };
    let rulesets =
        [("general", GENERAL), ("benchmark", BENCHMARK)].map(|(name, text)| json!({"name": name, "text": text}));
    let (facts, _) = cailiang::syntax::read(&Source::new("facts", facts.to_owned()));
    let facts: Value = serde_json::from_str(&cailiang::answer::Json::from(&facts.unwrap()).write()).unwrap();
    let request = json!({
        "do": "review", "ruleset": "cn.model.benchmark", "offence": "point", "on": "2025-05-01", "text": "brief",
        "rulesets": rulesets, "facts": facts, "decision": decision,
    });
    let answer: Value = serde_json::from_str(&cailiang::serve::handle(&request.to_string())).unwrap();
    assert_eq!(answer["kind"], "review", "{answer}");
    (answer["findings"][0].clone(), answer["text"].as_str().unwrap_or("").to_owned())
}

#[test]
fn a_deviation_names_the_circumstances_that_would_justify_it() {
    // The table gives 29,000; L = 20,000. 应当从轻或者减轻 of 消除后果: down to 19,000 is 减轻 (and 20,000 is 从轻).
    let (finding, _) = reviewed(&but(&["主动消除后果"], "两年内处罚次数: 0"), "19500");
    assert_eq!((&finding["code"], &finding["justified_by"]), (&json!("inside"), &json!([])));
    // 从轻 of this document ends where the tier does; beyond it nothing is lighter any more.
    let (finding, _) = reviewed(&but(&["主动消除后果"], "两年内处罚次数: 0"), "29000");
    assert_eq!(finding["code"], "inside");
    let (finding, _) = reviewed(&but(&["主动消除后果"], "两年内处罚次数: 0"), "29000.01");
    assert_eq!(finding["code"], "above-benchmark");
    // 18,000 is further than it goes.
    let by = |stands: &str, reaches: Value| {
        json!([{"circumstance": "消除后果", "direction": "mitigated", "stands": stands, "reaches": reaches,
                "basis": "总则 第三十二条"}])
    };
    let (finding, text) = reviewed(&but(&["主动消除后果"], "两年内处罚次数: 0"), "18000");
    assert_eq!((&finding["code"], &finding["justified_by"]), (&json!("below-statute"), &by("found", json!(false))));
    assert!(text.contains("消除后果（减轻，但不及此数）"), "{text}");
    // Nothing found: one of the three that lead below the minimum is needed.
    let (finding, text) = reviewed(&but(&[], "两年内处罚次数: 0"), "19500");
    let named: Vec<&Value> = finding["justified_by"].as_array().unwrap().iter().map(|j| &j["circumstance"]).collect();
    assert_eq!(named, ["两项从轻", "消除后果", "立功"]);
    assert!(text.contains("须具备以下情形之一"), "{text}");
    // Above the table, inside the statute: only what is heavier.
    // 29,000 + 20% × 100,000 = 49,000: what must be heavier may go so far.
    let (finding, _) = reviewed(&but(&["突发事件期间"], "两年内处罚次数: 0"), "49000");
    assert_eq!(finding["code"], "inside");
    let (finding, _) = reviewed(&but(&["突发事件期间"], "两年内处罚次数: 0"), "49000.01");
    assert_eq!(finding["code"], "above-benchmark");
    assert_eq!(finding["justified_by"][0]["circumstance"], "突发事件");
    assert_eq!(finding["justified_by"][0]["reaches"], false);
    let (finding, _) = reviewed(&but(&["突发事件期间"], "两年内处罚次数: 0"), "29000");
    assert_eq!((&finding["code"], &finding["justified_by"]), (&json!("inside"), &json!([])));
}

#[test]
fn a_decision_not_to_punish_stands_on_a_circumstance() {
    let must = but(&["违法轻微", "及时改正", "没有危害后果"], "两年内处罚次数: 0");
    let (finding, _) = reviewed(&must, "no_penalty");
    assert_eq!((&finding["code"], &finding["needs"]), (&json!("inside"), &json!([])));
    // And to punish is not allowed.
    let (finding, _) = reviewed(&must, "29000");
    assert_eq!(finding["code"], "not-allowed");
    let may = but(&["初次违法", "后果轻微", "及时改正"], "两年内处罚次数: 0");
    let (finding, _) = reviewed(&may, "no_penalty");
    assert_eq!((&finding["code"], &finding["needs"]), (&json!("inside"), &json!(["reasons"])));
    assert_eq!(reviewed(&may, "29000").0["code"], "inside");
    // Whether it was a first act is not known yet.
    let open = but(&["后果轻微", "及时改正"], "两年内处罚次数: 0").replace("初次违法: false, ", "");
    assert_eq!(reviewed(&open, "no_penalty").0["code"], "undetermined");
    let (finding, _) = reviewed(&but(&[], "两年内处罚次数: 0"), "no_penalty");
    assert_eq!(finding["code"], "missing");
    let named: Vec<&Value> = finding["justified_by"].as_array().unwrap().iter().map(|j| &j["circumstance"]).collect();
    assert_eq!(named, ["轻微免罚", "首违不罚"]);
}

/// 从轻 as the lowest 30% of the statute beside a tier that is its lowest 10%.
#[test]
fn lighter_is_never_above_what_the_table_gives() {
    let text = "\
cailiang: 1
ruleset: cn.model.against
title: 示例
issuer: 示例机关
in_force: {from: 2025-01-01}
status: in_force
uses: [cn.model.general]
tiers: [轻微]
laws: {条例: {title: 示例条例, rank: regulation}}
effects:
  - {effect: lighter, of: [fine], part: 0%..30%, basis: 本基准 第十条}
  - {effect: mitigated, of: [fine], range: 0元<..<statute.min, basis: 本基准 第十条}
offences:
  - id: a
    name: 甲
    statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 1万元以上11万元以下}]}
    benchmark: {tiers: [{tier: 轻微, otherwise: true, 罚款: {part: 0%..10%}}]}
";
    let mut library = Library::new();
    for (name, text) in [("general", GENERAL), ("against", text)] {
        library.add(Ruleset::compile(&Source::new(name, text)).0.unwrap()).unwrap();
    }
    let program = library.link_decision("cn.model.against", "a", Date::parse("2025-05-01").unwrap()).unwrap();
    let facts = Facts::read(&program, &Source::new("case", but(&["有立功表现"], ""))).unwrap();
    let outcome = evaluate(&program, &facts).unwrap();
    let general = circumstances(&program, &facts, &outcome).unwrap();
    let evaluated =
        Evaluated { program: program.into(), facts, outcome, general: Some(general), executions: Vec::new() };
    let json: Value = serde_json::from_str(&outcome_json(&evaluated, Lang::Zh)).unwrap();
    // The tier is 1万–2万; the lowest 30% would be 1万–4万.
    assert_eq!(fine(option(&json, "lighter")), (at("10000"), at("20000")));
    assert_eq!(option(&json, "lighter")["targets"][0]["sanctions"][0]["amount"]["bounded_by"], json!(["table"]));
    assert_eq!(json["review_points"][0]["code"], "effect-against");
    assert_eq!(fine(option(&json, "mitigated")), (below("0"), below("10000")));
}

/// The amounts of a point are in the measure of the sanction it is about, whichever the clause has first.
#[test]
fn a_point_about_an_effect_speaks_in_the_measure_of_its_sanction() {
    let text = "\
cailiang: 1
ruleset: cn.model.months
title: 示例
issuer: 示例机关
in_force: {from: 2025-01-01}
status: in_force
uses: [cn.model.general]
tiers: [轻微]
laws: {条例: {title: 示例条例, rank: regulation}}
effects:
  - {effect: lighter, of: [suspend_licence], range: 1个月以上5个月以下, basis: 本基准 第十条}
offences:
  - id: a
    name: 甲
    statute:
      basis: 条例 第一条
      sanctions:
        - {id: 罚款, kind: fine, range: 1万元以上11万元以下}
        - {id: 暂扣许可证, kind: suspend_licence, range: 1个月以上6个月以下}
    benchmark: {tiers: [{tier: 轻微, otherwise: true, 暂扣许可证: 1个月以上2个月以下}]}
";
    let mut library = Library::new();
    for (name, text) in [("general", GENERAL), ("months", text)] {
        let (ruleset, found) = Ruleset::compile(&Source::new(name, text));
        library.add(ruleset.unwrap_or_else(|| panic!("{found:?}"))).unwrap();
    }
    let program = library.link_decision("cn.model.months", "a", Date::parse("2025-05-01").unwrap()).unwrap();
    let facts = Facts::read(&program, &Source::new("case", but(&["有立功表现"], ""))).unwrap();
    let outcome = evaluate(&program, &facts).unwrap();
    let general = circumstances(&program, &facts, &outcome).unwrap();
    let evaluated =
        Evaluated { program: program.into(), facts, outcome, general: Some(general), executions: Vec::new() };
    let json: Value = serde_json::from_str(&outcome_json(&evaluated, Lang::Zh)).unwrap();
    let points = json["review_points"].as_array().unwrap();
    let point = points.iter().find(|p| p["code"] == "effect-against").unwrap();
    assert_eq!(point["with"], "暂扣许可证");
    assert_eq!((&point["before"]["unit"], &point["before"]["max"]["value"]), (&json!("个月"), &json!("5")));
    assert_eq!(point["after"]["max"]["value"], "2");
    let message = point["message"].as_str().unwrap();
    assert!(message.contains("月") && !message.contains("元"), "{message}");
}

/// An exemption that only may be mandatory keeps the verdict open, though an optional one surely holds.
#[test]
fn what_may_hold_binds_nothing_and_closes_nothing() {
    let facts = but(&["初次违法", "后果轻微", "及时改正", "没有危害后果"], "数量: 5, 两年内处罚次数: 0");
    let (json, ..) = decided("cn.model.benchmark/tiers", &facts.replace("违法轻微: false, ", ""));
    assert_eq!(json["verdict"], json!({"kind": "sanctioned", "certain": false}));
    // 首违不罚 surely holds and is optional; whether 轻微免罚 holds is asked.
    let option = option(&json, "no_penalty");
    assert_eq!((&option["force"], &option["certain"], &option["or"]), (&json!("may"), &json!(true), &json!([])));
    let because: Vec<&Value> = option["because"].as_array().unwrap().iter().map(|b| &b["id"]).collect();
    assert_eq!(because, ["首违不罚", "轻微免罚"]);
    assert_eq!(json["facts_needed"][0]["name"], "违法轻微");
}
