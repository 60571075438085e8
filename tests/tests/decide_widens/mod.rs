//! What is missing only widens a decision: whatever is said without a fact holds for every value it may have.

use std::sync::LazyLock;

use crate::{GENERAL, ask, host};
use cailiang::serve::Host;
use cailiang_contract::{Keys, answer_schema};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

static HOST: LazyLock<Host> = LazyLock::new(host);
pub(super) static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(&answer_schema(Keys::Closed)).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
});

/// A fact of the case with the values it is given here.
const FACTS: [(&str, &[&str]); 12] = [
    ("违法行为日", &["\"2025-06-20\"", "\"2025-11-30\"", "\"2025-12-31\""]),
    ("发现日", &["\"2025-12-31\"", "\"2026-01-02\"", "\"2026-06-30\""]),
    ("决定日", &["\"2026-07-01\"", "\"2026-08-01\""]),
    ("盗窃", &["true", "false"]),
    ("情节较重", &["true", "false"]),
    ("殴打或故意伤害他人", &["true", "false"]),
    ("情节较轻", &["true", "false"]),
    ("结伙", &["true", "false"]),
    ("被害人残疾或怀孕", &["false", "true"]),
    ("被害人年龄", &["13", "30", "65", "70"]),
    ("多次或多人", &["false", "true"]),
    ("寻衅滋事", &["true", "false"]),
];

fn request(facts: &Map<String, Value>, same: bool) -> Value {
    let acts = [("一", "theft"), ("二", "assault"), ("三", "provoking")];
    let acts: Vec<Value> = acts.iter().map(|(id, offence)| json!({"id": id, "offence": offence})).collect();
    let same = if same { json!([["一", "三"]]) } else { json!([]) };
    let mut facts = facts.clone();
    facts.extend(plain());
    json!({"do": "decide", "ruleset": "cn.npc.public-security-law", "general": [GENERAL], "on": "2025-12-01",
        "facts": facts, "acts": acts, "same_act": same})
}

/// No circumstance of the general part: what they do is tried elsewhere.
fn plain() -> Map<String, Value> {
    let facts = json!({
        "当事人身份": "自然人", "行为时周岁": 30, "精神智力状况": "无障碍", "辨认控制能力": "正常",
        "主动消除或减轻后果": false, "受他人胁迫": false, "受他人诱骗": false,
        "主动供述未掌握": false, "查处中立功": false, "另有从轻减轻规定": false,
        "违法行为轻微": false, "及时改正": false, "危害后果程度": "超过轻微",
        "初次违法": false, "足以证明无过错": false, "过错另有规定": false,
        "违反突发事件措施": false, "盲人或又聋又哑": false, "取得被侵害人谅解": false,
        "主动投案如实陈述": false, "后果较严重": false, "教唆胁迫诱骗他人": false,
        "打击报复": false, "治安处罚日期": [], "情节特别轻微": false,
        "制止不法侵害": "不是", "防卫过当情节较轻": false, "情节轻微": false,
        "认错认罚": false
    });
    let procedure = json!({
        "执法系统": "公安", "行政区划": 420506, "治安案件": true, "涉嫌犯罪": false,
        "事实确凿并有法定依据": true, "事实清楚证据确凿": true, "涉及重大公共利益": false,
        "已经听证": false, "直接关系重大权益": false, "疑难复杂": false,
        "情节复杂或重大违法": false, "未成年人可能执行拘留": false,
        "公安机关认为有必要听证": false
    });
    let all = [facts, procedure].into_iter().filter_map(|part| part.as_object().cloned());
    all.flatten().collect()
}

/// The ends of a sum; none = without end.
fn ends(sum: &Value) -> (f64, f64) {
    let end = |key: &str, none: f64| sum[key]["value"].as_str().map_or(none, |n| n.parse().expect("a number"));
    (end("min", 0.0), end("max", f64::INFINITY))
}

/// Whether what the wider answer says holds in the narrower one.
fn widens(wide: &Value, narrow: &Value) -> Result<(), String> {
    let acts = |answer: &Value| answer["acts"].as_array().expect("acts").clone();
    for (w, n) in acts(wide).iter().zip(acts(narrow).iter()) {
        let status = |a: &Value| a["limitation"]["status"].as_str().unwrap_or_default().to_owned();
        if status(w) != "possible" && status(w) != status(n) {
            return Err(format!("limitation {} then {}", status(w), status(n)));
        }
        let governs = |a: &Value, at: &str| {
            a["versions"].as_array().expect("versions").iter().any(|v| v["at"] == at && v["applies"] == true)
        };
        // An earlier law that is no heavier than one that turns out to be the same text governs all the same.
        for at in ["act", "decision"] {
            let open = w["law"]["result"] == "open";
            if governs(n, at) && !governs(w, at) && !open {
                return Err(format!("the law of the {at} governs: {} then {}", w["law"], n["law"]));
            }
        }
    }
    for total in narrow["totals"].as_array().expect("totals") {
        let same = |t: &&Value| t["target"] == total["target"] && t["kind"] == total["kind"];
        let Some(known) = wide["totals"].as_array().expect("totals").iter().find(same) else {
            return Err(format!("a total of {} appears", total["kind"]));
        };
        let ((a, b), (c, d)) = (ends(&known["sum"]), ends(&total["sum"]));
        if !known["sum"].is_null() && (c < a || d > b) {
            return Err(format!("{}: {a}..{b} does not hold {c}..{d}", total["kind"]));
        }
    }
    // A step that is sure stays so, and none appears that was not possible. Without the day of the decision it is
    // another version that is asked, and later ones are named.
    if wide["procedure_law"]["chosen_by"] != "决定日" {
        return Ok(());
    }
    let steps = |answer: &Value| answer["procedure"].as_array().expect("steps").clone();
    for step in steps(narrow) {
        if !steps(wide).iter().any(|known| known["id"] == step["id"]) {
            return Err(format!("the step {} appears", step["id"]));
        }
    }
    for known in steps(wide).iter().filter(|known| known["certain"] == true) {
        if !steps(narrow).iter().any(|step| step["id"] == known["id"] && step["certain"] == true) {
            return Err(format!("the step {} was sure", known["id"]));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        rng_seed: RngSeed::Fixed(36),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_said_without_a_fact_holds_with_it(
        picks in prop::collection::vec((0usize..4, 0u8..4), FACTS.len()), same in any::<bool>()
    ) {
        let (mut partial, mut whole) = (Map::new(), Map::new());
        for ((name, values), (pick, state)) in FACTS.iter().zip(&picks) {
            let value: Value = serde_json::from_str(values[pick % values.len()]).expect("JSON");
            whole.insert((*name).to_owned(), value.clone());
            if *state > 0 {
                partial.insert((*name).to_owned(), value);
            }
        }
        let (wide, narrow) = (ask(&HOST, &request(&partial, same)), ask(&HOST, &request(&whole, same)));
        for answer in [&wide, &narrow] {
            let wrong: Vec<String> = SCHEMA.iter_errors(answer).map(|e| e.to_string()).collect();
            prop_assert!(wrong.is_empty(), "{wrong:?}\n{answer:#}");
            prop_assert_eq!(&answer["kind"], "decision");
            let asked = answer["facts_needed"].as_array().expect("a list").len();
            prop_assert_eq!(answer["determined"] == true, asked == 0, "{:#}", answer["facts_needed"]);
        }
        prop_assert_eq!(&narrow["determined"], true);
        // Without the day of the act it is `on` that chooses the version: another day is another law.
        let dated = partial.contains_key("违法行为日");
        let held = if dated { widens(&wide, &narrow) } else { Ok(()) };
        prop_assert!(held.is_ok(), "{held:?}\n{partial:?}\n{whole:?}");
    }
}
