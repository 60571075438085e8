//! What a form and a reader ask for beside the outcome: the description, the explanation with its places, every tier,
//! and what would change the result. Figures are worked out by hand; over the corpus, what is claimed is evaluated.

use cailiang::answer;
use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::Action;
use cailiang::{Library, Ruleset, Source};
use cailiang_contract::{Keys, answer_schema};
use cailiang_rulesets::{CASES, RULESETS};
use serde_json::{Value, json};

/// The first ruleset of the format page.
const DEMO: &str = include_str!("../../examples/web/rulesets/demo.yaml");

fn host(texts: &[(&str, &str)]) -> Host {
    let mut library = Library::new();
    for (name, text) in texts {
        let (ruleset, found) = Ruleset::compile(&Source::new(*name, *text));
        library.add(ruleset.unwrap_or_else(|| panic!("{name}: {found:#?}"))).expect("versions do not overlap");
    }
    Host::new(library)
}

/// A ruleset of which only what a test is about is written out.
fn model(text: &str) -> Host {
    const HEAD: &str = "\
cailiang: 1
ruleset: cn.model.around
title: 示例
issuer: 示例机关
in_force: {from: 2024-01-01}
status: in_force
laws: {条例: {title: 示例条例, rank: regulation}}
";
    host(&[("model.yaml", &format!("{HEAD}{text}"))])
}

fn published() -> Host {
    host(&RULESETS.iter().map(|t| (t.path, t.text)).collect::<Vec<_>>())
}

fn ask(host: &Host, request: &Value) -> Value {
    serde_json::from_str(&host.handle(&request.to_string())).expect("an answer is JSON")
}

fn demo(action: &str, facts: Value) -> Value {
    let request = json!({"do": action, "ruleset": "cn.demo.food", "offence": "unlicensed-catering", "facts": facts});
    ask(&host(&[("demo.yaml", DEMO)]), &request)
}

fn found() -> Value {
    json!({"违法行为日": "2024-05-01", "从事餐饮服务": true, "已取得许可": false, "货值金额": 9600, "违法所得": 9600,
        "持续天数": 20, "危害后果": "轻微", "处罚记录": []})
}

/// `[min, max]` of the sanction 罚款, an end that is out with a `!`.
fn fine(targets: &Value) -> Vec<String> {
    let sanctions = targets[0]["sanctions"].as_array().expect("sanctions");
    let amount = &sanctions.iter().find(|s| s["id"] == "罚款").expect("a fine")["amount"];
    ends(amount)
}

fn ends(amount: &Value) -> Vec<String> {
    let end = |end: &Value| match end["value"].as_str() {
        Some(value) if end["inclusive"] == true => value.to_owned(),
        Some(value) => format!("{value}!"),
        None => "unbounded".into(),
    };
    vec![end(&amount["min"]), end(&amount["max"])]
}

#[test]
fn the_nearest_facts_that_change_the_tier() {
    let answer = demo("nearest", found());
    let changes = answer["changes"].as_array().expect("changes");
    let told: Vec<String> = changes
        .iter()
        .map(|c| {
            let then = match c["verdict"]["kind"].as_str() {
                Some("sanctioned") => format!("{} {}", c["targets"][0]["tiers"], fine(&c["targets"]).join("..")),
                other => other.unwrap_or_default().to_owned(),
            };
            format!("{} {} {}: {then}", c["fact"].as_str().unwrap_or_default(), c["side"], c["value"])
        })
        .collect();
    assert_eq!(
        told,
        [
            // Both are elements.
            r#"从事餐饮服务 "other" false: not_established"#,
            r#"已取得许可 "other" true: not_established"#,
            // From 10,000 the range is 10 to 20 times the value: 100,000..200,000; 0..10% of it: 100,000..110,000.
            r#"货值金额 "more" "10000": ["轻微"] 100000..110000"#,
            // 31 days are 中: 一般, more than 10% up to 40% of 50,000 above 50,000: over 55,000 up to 70,000.
            r#"持续天数 "more" "31": ["一般"] 55000!..70000"#,
            // 重大 is 特别严重, the heavier of the two rows: 100%.
            r#"危害后果 "more" "重大": ["特别严重"] 100000..100000"#,
        ]
    );
    // A record has no values to walk through; the day is compared with days of that record.
    assert_eq!(answer["not_tried"], json!(["违法行为日", "处罚记录"]));
}

/// A matrix and a score have no tiers: what another level does is the amount.
#[test]
fn the_nearest_facts_that_change_the_amount() {
    let told = |offence: &str, facts: Value| -> Vec<String> {
        let request = json!({"do": "nearest", "ruleset": "cn.guangdong.eco", "offence": offence, "facts": facts});
        let answer = ask(&published(), &request);
        let changes = answer["changes"].as_array().expect("changes").iter();
        let sanctioned = changes.filter(|c| c["verdict"]["kind"] == "sanctioned");
        sanctioned.map(|c| format!("{} {}: {}", c["fact"], c["value"], fine(&c["targets"]).join(".."))).collect()
    };
    let facts = json!({"违法行为日": "2024-05-01", "破坏监测设备": true, "监测设备行为": "移动改变", "排放口位置": "敏感区外",
        "重大影响": "未造成", "拒不改正": false});
    assert_eq!(
        told("eco-3.6", facts),
        [
            // The row above the cells: 20万.
            r#""重大影响" "造成": 200000..200000"#,
            r#""监测设备行为" "侵占损毁": 100000..150000!"#,
            r#""排放口位置" "敏感区内": 50000..100000!"#,
            // Another sanction: 停产整治.
            r#""拒不改正" true: 20000..50000!"#,
        ]
    );
    let facts = json!({"违法行为日": "2024-05-01", "倾倒堆放危废": true, "情节严重": false, "违法所得": 0, "危废数量": 2,
        "所需处置费用": 300_000, "倾倒区域": "一般区域", "整改情况": "按期改正", "近二年同类次数": "1次"});
    assert_eq!(
        told("eco-4.14", facts),
        [
            // 60% + 2% of five times 300,000 is 930,000. 2% more, 5% more:
            r#""近二年同类次数" "2次": 960000..960000"#,
            r#""整改情况" "逾期不改": 1005000..1005000"#,
            r#""情节严重" true: 930000..930000"#,
            // 没收违法所得 beside it.
            r#""违法所得" "0.01": 930000..930000"#,
            // Below 1 吨 0%, from 3 吨 6%. The cost is the base: with it the fine only grows.
            r#""危废数量" "0.5": 900000..900000"#,
            r#""危废数量" "3": 990000..990000"#,
            r#""倾倒区域" "限批区": 990000..990000"#,
        ]
    );
}

/// Walking all values of one fact finds the nearest that change the result, and no other.
#[test]
fn the_nearest_are_what_walking_finds() {
    const SCORE: &str = "\
facts:
  n: {type: integer, min: 0, max: 5}
  m: {type: integer, unit: 日, min: 0, max: 4}
  后果: {type: level, of: [无, 小, 大]}
  拒不改正: {type: yes-no}
factors: {次数: {levels: {少: n < 2, 中: 2 <= n < 4, 多: n >= 4}}}
offences:
  - id: a
    name: 甲
    statute:
      basis: 条例 第一条
      sanctions:
        - {id: 罚款, kind: fine, rows: [{when: 拒不改正, range: 5万元以上50万元以下}, {otherwise: true, range: 1万元以上10万元以下}]}
        - {id: 吊销, kind: revoke_licence, when: 后果 = 大 and m > 2日}
    benchmark:";
    const SUM: &str = "
      score: {weights: {次数: {少: 0%, 中: 20%, 多: 20%}, 后果: {无: 0%, 小: 0%, 大: 30%}}, cap: 100%}
      罚款: {start: [{when: m >= 3日, is: 40%}, {otherwise: true, is: 10%}], times: statute.max}
";
    const CELLS: &str = "
      by: [次数, 后果]
      overrides: [{when: m = 4日 and not 拒不改正, 罚款: 2万元}]
      cells:
        - [少, '*', 罚款: 2万元..3万元]
        - [中, 无, 罚款: 2万元..3万元]
        - [中, 小, 罚款: 3万元..4万元]
        - [中, 大, 罚款: 4万元..5万元]
        - [多, '*', 罚款: 6万元..9万元]
";
    let domains: [(&str, Vec<Value>); 4] = [
        ("n", (0..=5).map(|n| json!(n.to_string())).collect()),
        ("m", (0..=4).map(|n| json!(n.to_string())).collect()),
        ("后果", ["无", "小", "大"].map(|v| json!(v)).into()),
        ("拒不改正", vec![json!(false), json!(true)]),
    ];
    let mut found = 0;
    for benchmark in [SUM, CELLS] {
        let host = model(&format!("{SCORE}{benchmark}"));
        let asked = |action: &str, facts: &Value| {
            let request = json!({"do": action, "ruleset": "cn.model.around", "offence": "a", "on": "2024-05-01",
                "facts": facts, "explanation": false});
            ask(&host, &request)
        };
        let result = |facts: &Value| {
            let answer = asked("evaluate", facts);
            json!([answer["verdict"], answer["targets"]])
        };
        let all: usize = domains.iter().map(|(_, values)| values.len()).product();
        for number in 0..all {
            let (mut rest, mut facts, mut here) = (number, json!({}), Vec::new());
            for (name, values) in &domains {
                facts[*name] = values[rest % values.len()].clone();
                here.push(rest % values.len());
                rest /= values.len();
            }
            let now = result(&facts);
            let mut walked = Vec::new();
            for ((name, values), at) in domains.iter().zip(here) {
                let changes = |value: &&Value| {
                    let mut changed = facts.clone();
                    changed[*name] = (*value).clone();
                    result(&changed) != now
                };
                let (below, above) = (values[..at].iter().rev().find(changes), values[at + 1..].iter().find(changes));
                walked.extend(below.into_iter().chain(above).map(|value| json!([name, value])));
            }
            let answer = asked("nearest", &facts);
            let told = answer["changes"].as_array().expect("changes").iter();
            let told: Vec<Value> = told.map(|c| json!([c["fact"], c["value"]])).collect();
            found += told.len();
            // In the order of declaration, but for the facts that the rows above the cells read first.
            assert_eq!(sorted(told), sorted(walked), "{facts} {now}");
        }
    }
    assert!(found > 800, "{found} changes");
}

fn sorted(mut values: Vec<Value>) -> Vec<String> {
    values.sort_by_key(Value::to_string);
    values.iter().map(Value::to_string).collect()
}

#[test]
fn the_value_beyond_an_end_that_is_out() {
    let text = r#"
cailiang: 1
ruleset: cn.a
title: 甲
issuer: 甲
in_force: {from: 2024-01-01}
status: in_force
tiers: [轻, 重]
laws: {甲法: {title: 甲法}}
facts:
  金额: {type: money}
  面积: {type: number, unit: 平方米, min: 0}
  重量: {type: integer, unit: 吨, min: 0}
offences:
  - id: a
    name: 甲
    statute:
      basis: 甲法 第一条
      sanctions: [{id: 罚款, kind: fine, range: 1万元以上10万元以下}]
    benchmark:
      tiers:
        - tier: 轻
          when: {all: [金额 <= 5000元, 面积 <= 10平方米, 重量 <= 3000千克]}
          罚款: {part: 0%..50%}
        - tier: 重
          when: {any: [金额 > 5000元, 面积 > 10平方米, 重量 > 3000千克]}
          罚款: {part: 50%..100%}
"#;
    let facts = json!({"金额": 100, "面积": 4, "重量": 2});
    let request = json!({"do": "nearest", "ruleset": "cn.a", "offence": "a", "on": "2024-05-01", "facts": facts});
    let answer = ask(&host(&[("a.yaml", text)]), &request);
    let told: Vec<Value> = answer["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|c| json!([c["fact"], c["value"], c["from"], c["unit"], c["targets"][0]["tiers"]]))
        .collect();
    let out = |at: &str| json!({"value": at, "inclusive": false});
    assert_eq!(
        told,
        [
            // The next 分.
            json!(["金额", "5000.01", out("5000"), "元", ["重"]]),
            // Nothing is next to 10; one more is beyond it.
            json!(["面积", "11", out("10"), "平方米", ["重"]]),
            // Whole tonnes: more than 3,000 kg is 4 t.
            json!(["重量", "4", out("3"), "吨", ["重"]]),
        ]
    );
}

#[test]
fn every_tier_with_what_it_would_give() {
    let answer = demo("tiers", found());
    let sanctions = answer["targets"][0]["sanctions"].as_array().expect("sanctions");
    let fine = sanctions.iter().find(|s| s["id"] == "罚款").expect("a fine");
    let mut told: Vec<String> = fine["possible"]
        .as_array()
        .expect("possibilities")
        .iter()
        .map(|p| format!("{}: {}", p["tier"].as_str().unwrap_or("-"), ends(&p["amount"]).join("..")))
        .collect();
    told.sort();
    // 50,000..100,000: 0–10%, over 10 to 40%, 70–100%, 100%; where no tier holds the statute as it is.
    assert_eq!(
        told,
        [
            "-: 50000..100000",
            "一般: 55000!..70000",
            "严重: 85000..100000",
            "特别严重: 100000..100000",
            "轻微: 50000..55000"
        ]
    );
}

#[test]
fn lines_lead_to_the_text_they_come_from() {
    let answer = demo("explain", found());
    let lines = answer["lines"].as_array().expect("lines");
    let line_of = |n: &Value| DEMO.lines().nth(n.as_u64().expect("a line") as usize - 1).expect("there").trim();
    let steps: Vec<(&str, Vec<&str>)> = lines
        .iter()
        .filter(|l| l["section"] == "steps" || l["section"] == "not_applied")
        .map(|l| {
            let places = l["places"].as_array().expect("places");
            (l["heading"].as_str().expect("text"), places.iter().map(|p| line_of(&p["line"])).collect())
        })
        .collect();
    let row = |tier: &str| DEMO.lines().find(|l| l.contains(&format!("tier: {tier},"))).expect("a row").trim();
    let has = |heading: &str, text: &str| steps.iter().any(|(h, places)| *h == heading && places.contains(&text));
    assert!(has("阶次", row("轻微")), "{steps:#?}");
    assert!(has("罚款", row("轻微")), "{steps:#?}");
    assert!(has("一般", row("一般")), "{steps:#?}");
    assert!(has("法定幅度", "- {when: 货值金额 < 10000元, range: 5万元以上10万元以下}"), "{steps:#?}");
    assert!(has("因素", "持续时间:"), "{steps:#?}");
    let tier = lines.iter().find(|l| l["heading"] == "阶次" && l["section"] == "steps").expect("the tier");
    let conditions: Vec<(&str, &str)> = tier["conditions"]
        .as_array()
        .expect("conditions")
        .iter()
        .map(|c| (c["condition"].as_str().expect("text"), c["holds"].as_str().expect("truth")))
        .collect();
    assert_eq!(conditions, [("持续时间 = 短", "true"), ("两年内次数 = 1", "true")]);
}

/// Two branches that divide all amounts leave none over, though it is open which of them applies; with a gap between
/// them, one amount is left over.
#[test]
fn what_no_completion_has_is_no_step() {
    const HALVES: &str = "\
tiers: [较轻, 严重]
facts: {货值: {type: money, min: 0元}, 拒不改正: {type: yes-no}}
offences:
  - id: a
    name: 甲
    statute:
      basis: 条例 第一条
      branches:
        - {id: 小, when: 货值 < 20000元, sanctions: [{id: 罚款, kind: fine, range: 5000元以上20000元以下}]}
        - {id: 大, when: 货值 >= 20000元, sanctions: [{id: 罚款, kind: fine, range: 20000元以上50000元以下}]}
    benchmark:
      tiers:
        - {branch: 小, tier: 较轻, when: not 拒不改正, 罚款: {part: 0%..30%}}
        - {branch: 小, tier: 严重, when: 拒不改正, 罚款: {part: 70%..100%}}
        - {branch: 大, tier: 较轻, when: not 拒不改正, 罚款: {part: 0%..30%}}
        - {branch: 大, tier: 严重, when: 拒不改正, 罚款: {part: 70%..100%}}
";
    let request =
        json!({"ruleset": "cn.model.around", "offence": "a", "on": "2024-05-01", "facts": {"拒不改正": true}});
    let asked = |text: &str| {
        let answer = ask(&model(text), &request);
        let steps = answer["explanation"]["steps"].as_array().expect("steps").clone();
        let no_tier = steps.iter().filter(|s| s["step"] == "no_row").count();
        let points: Vec<String> =
            answer["review_points"].as_array().expect("points").iter().map(|p| p["code"].to_string()).collect();
        (no_tier, points.join(" ").replace('"', ""))
    };
    assert_eq!(asked(HALVES), (0, String::new()));
    assert_eq!(asked(&HALVES.replace(">= 20000元", "> 20000元")), (1, "no-branch no-tier".to_owned()));
}

/// Levels over a definition divide all values, though an element cuts the values of the fact behind it.
#[test]
fn levels_that_divide_all_values_leave_none_over() {
    const SHARE: &str = "\
tiers: [轻, 重]
facts: {人数: {type: integer, min: 0}}
define: {占比: 人数}
factors: {比例: {levels: {低: 占比 <= 10, 高: 占比 > 10}}}
offences:
  - id: a
    name: 甲
    elements: [人数 > 0]
    statute: {basis: 条例 第十条, sanctions: [{id: 罚款, kind: fine, range: 1万元以上10万元以下}]}
    benchmark:
      tiers:
        - {tier: 轻, when: 比例 = 低, 罚款: 1万元..3万元}
        - {tier: 重, when: 比例 = 高, 罚款: 3万元..5万元}
";
    let asked = |text: &str| {
        let request = json!({"ruleset": "cn.model.around", "offence": "a", "on": "2024-05-01", "facts": {}});
        let answer = ask(&model(text), &request);
        (answer["targets"][0]["tiers"].to_string(), fine(&answer["targets"]))
    };
    let ends = |min: &str, max: &str| vec![min.to_owned(), max.to_owned()];
    assert_eq!(asked(SHARE), (r#"["轻","重"]"#.to_owned(), ends("10000", "50000")));
    // With a gap between them there is a number of persons without a level: the statutory range.
    let gap = SHARE.replace("占比 > 10}", "占比 > 11}");
    assert_eq!(asked(&gap).1, ends("10000", "100000"));
}

#[test]
fn the_demo_of_the_workbench_is_that_of_the_format_page() {
    assert!(include_str!("../../core/docs/format.md").contains(DEMO));
}

#[test]
fn an_explanation_that_is_not_wanted_is_null_in_a_review_too() {
    let host = published();
    let facts = json!({"违法行为日": "2024-05-01", "决定日": "2024-06-01", "从事须许可的生产经营": true, "已取得相应许可": false,
        "货值金额": "9600", "违法所得": "0"});
    let act = json!({"id": "1", "ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "facts": facts});
    let decision = json!({"unit": {"罚款": 60000}});
    let one = json!({"do": "review", "ruleset": "cn.npc.food-safety-law", "offence": "unlicensed", "facts": facts,
        "decision": decision});
    let case = json!({"do": "review", "acts": [act], "decision": {"1": decision}});
    for (mut request, place) in [(one, "/outcome/explanation"), (case, "/decision/acts/0/outcome/explanation")] {
        assert!(ask(&host, &request).pointer(place).expect(place).is_object(), "{request}");
        request["explanation"] = json!(false);
        assert!(ask(&host, &request).pointer(place).expect(place).is_null(), "{request}");
    }
}

#[test]
fn what_there_is_to_ask_for() {
    let answer = demo("describe", json!({"违法行为日": "2024-05-01"}));
    let facts = answer["offence"]["facts"].as_array().expect("facts");
    let of = |name: &str| facts.iter().find(|f| f["name"] == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(of("持续天数")["min"], json!({"value": "0", "inclusive": true}));
    assert_eq!(of("危害后果")["of"], json!(["无", "轻微", "较大", "重大"]));
    let fields = json!([{"name": "日期", "type": "date"}, {"name": "条款", "type": "text"}]);
    assert_eq!(of("处罚记录")["item"], json!({"type": "record", "fields": fields}));
    let all = ask(&published(), &json!({"do": "describe"}));
    assert_eq!(all["rulesets"].as_array().map(Vec::len), Some(RULESETS.len()));
    let one = ask(&published(), &json!({"do": "describe", "ruleset": "cn.npc.food-safety-law"}));
    assert_eq!(one["rulesets"].as_array().map(Vec::len), Some(2));
}

/// A licence is described as an offence is: listed by its ruleset, and with the facts that it reads.
#[test]
fn what_there_is_to_ask_for_of_a_licence() {
    let (host, id) = (published(), "cn.samr.food-licence");
    let listed = ask(&host, &json!({"do": "describe", "ruleset": id}));
    let licence = &listed["rulesets"][0]["licences"][0];
    assert_eq!((&licence["id"], &licence["procedure"]), (&json!("food-business"), &json!("新办")));
    assert_eq!(listed["rulesets"][0]["offences"], json!([]));
    let request =
        json!({"do": "describe", "ruleset": id, "licence": "food-business", "as_of": "2025-09-10", "lang": "en"});
    let one = ask(&host, &request);
    let facts = one["licence"]["facts"].as_array().expect("facts");
    let exempt = facts.iter().find(|fact| fact["name"] == "仅销售预包装食品").expect("the fact");
    assert_eq!(exempt["decides"], "whether a licence is needed");
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for answer in [&listed, &one] {
        let found: Vec<String> = validator.iter_errors(answer).map(|e| e.to_string()).collect();
        assert!(found.is_empty(), "{found:#?}");
    }
    let wrong = ask(&host, &json!({"do": "describe", "ruleset": id, "licence": "none", "on": "2025-09-10"}));
    assert_eq!((&wrong["kind"], &wrong["stage"]), (&json!("error"), &json!("link")));
}

/// Every worked case: the answers fit the schema; each change, put into the case, gives what it says; each place has
/// the text that is said to be there; the tiers of the outcome are among its tiers.
#[test]
fn over_the_corpus_what_is_claimed_is_evaluated() {
    let host = published();
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let text_of = |source: &str| RULESETS.iter().find(|t| t.path == source).expect("a published text").text;
    let (mut changes, mut places, mut tiers) = (0, 0, 0);
    for text in CASES {
        let source = Source::new(text.path, text.text);
        // A whole case has no outcome of its own to lie around.
        let cases = read::read_case(&source).expect("a case file").into_iter();
        for mut case in cases.filter(|case| case.case.is_none() && case.licence.is_none()) {
            let mut answer = |action: Action| -> Value {
                case.action = action;
                let value = serde_json::from_str(&host.answer(&case, &source)).expect("JSON");
                let found: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
                assert!(found.is_empty(), "{} {:?}: {found:#?}", text.path, action);
                value
            };
            let [outcome, nearest, explained, ladder] =
                [Action::Evaluate, Action::Nearest, Action::Explain, Action::Tiers].map(&mut answer);
            answer(Action::Describe);
            let facts: Value = serde_json::from_str(&answer::Json::from(&case.facts).write()).expect("JSON");
            for change in nearest["changes"].as_array().expect("changes") {
                let mut changed = facts.clone();
                changed[change["fact"].as_str().expect("a name")] = change["value"].clone();
                let mut request = json!({"ruleset": case.ruleset, "offence": case.offence, "facts": changed});
                if let Some(day) = case.on {
                    request["on"] = day.to_string().into();
                }
                let again = ask(&host, &request);
                assert_eq!(again["verdict"], change["verdict"], "{request}");
                assert_eq!(again["targets"], change["targets"], "{request}");
                assert_ne!(
                    (&again["verdict"], &again["targets"]),
                    (&outcome["verdict"], &outcome["targets"]),
                    "{request}"
                );
                changes += 1;
            }
            for line in explained["lines"].as_array().expect("lines") {
                let conditions = line["conditions"].as_array().expect("conditions").iter();
                for (at, said) in conditions.map(|c| (&c["at"], c.get("condition"))) {
                    let text = text_of(at["source"].as_str().expect("a place"));
                    let byte = |key: &str| at[key].as_u64().expect("a number") as usize;
                    // A cell of a matrix stands for `factor = level`; the level is what is written there.
                    let said = said.and_then(Value::as_str).expect("text");
                    let written = text.get(byte("start")..byte("end")).filter(|s| !s.is_empty());
                    let written = written.unwrap_or_else(|| panic!("{said}: nothing there"));
                    let cell = said.split_once(" = ").is_some_and(|(_, level)| level.contains(written.trim()));
                    assert!(said == written || cell || said.contains(written), "{said}: {written}");
                    places += usize::from(said == written);
                }
            }
            for target in outcome["targets"].as_array().expect("targets") {
                let all = ladder["targets"].as_array().expect("targets");
                let Some(other) = all.iter().find(|t| t["target"] == target["target"]) else {
                    panic!("{} is not among the targets of the tiers: {case:?}", target["target"]);
                };
                for tier in target["tiers"].as_array().expect("tiers") {
                    assert!(other["tiers"].as_array().expect("tiers").contains(tier), "{tier} {case:?}");
                    tiers += 1;
                }
            }
        }
    }
    assert!(changes > 300 && places > 1000 && tiers > 50, "{changes} changes, {places} places, {tiers} tiers");
}
