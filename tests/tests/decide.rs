//! Whole cases: the lighter law and limitation against naive references, what is missing, order, mistakes, receipts.

mod decide_lighter;
mod decide_procedure;
mod decide_widens;

use cailiang::answer::Json;
use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use serde_json::{Value, json};

pub(crate) fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("a published ruleset compiles")).expect("published versions do not overlap");
    }
    Host::new(library)
}

pub(crate) fn with(texts: &[&str]) -> Host {
    let mut library = Library::new();
    for (text, number) in texts.iter().zip(1..) {
        let (ruleset, found) = Ruleset::compile(&Source::new(format!("{number}.yaml"), *text));
        let ruleset = ruleset.unwrap_or_else(|| panic!("{found:#?}\n{text}"));
        library.add(ruleset).unwrap_or_else(|d| panic!("{d}"));
    }
    Host::new(library)
}

pub(crate) fn ask(host: &Host, request: &Value) -> Value {
    serde_json::from_str(&host.handle(&request.to_string())).expect("an answer is JSON")
}

pub(crate) const GENERAL: &str = "cn.npc.administrative-penalty-law";

fn eia(facts: Value) -> Value {
    json!({"do": "decide", "ruleset": "cn.npc.eia-law", "offence": "unapproved-construction", "general": [GENERAL],
        "facts": facts})
}

#[test]
fn each_mistake_has_its_own_code_and_says_what_to_do() {
    let host = host();
    let days = [
        (json!({"违法行为日": "2024-05-02", "行为终了日": "2024-05-01"}), "end-before-begin", "/facts/行为终了日"),
        (json!({"违法行为日": "2024-05-02", "发现日": "2024-05-01"}), "discovery-before-act", "/facts/发现日"),
        (json!({"违法行为日": "2024-05-02", "立案日": "2024-05-01"}), "filing-before-discovery", "/facts/立案日"),
        (
            json!({"违法行为日": "2024-05-01", "发现日": "2024-05-03", "立案日": "2024-05-02"}),
            "filing-before-discovery",
            "/facts/立案日",
        ),
        (
            json!({"违法行为日": "2024-05-01", "立案日": "2024-05-03", "决定日": "2024-05-02"}),
            "decision-before-filing",
            "/facts/决定日",
        ),
        (json!({"违法行为日": "2024-05-02", "决定日": "2024-05-01"}), "decision-before-act", "/facts/决定日"),
        (
            json!({"违法行为日": "2024-05-01", "行为终了日": "2024-06-01", "决定日": "2024-05-20"}),
            "act-after-decision",
            "/facts/决定日",
        ),
        (json!({"违法行为日": "2024-02-30"}), "bad-date", "/facts/违法行为日"),
    ];
    for (facts, code, path) in days {
        let answer = ask(&host, &eia(facts.clone()));
        assert_eq!((&answer["stage"], &answer["code"]), (&json!("facts"), &json!(code)), "{facts}\n{answer:#}");
        let first = &answer["details"][0];
        assert_eq!(first["path"], path, "{facts}");
        assert!(first["help"].as_str().is_some_and(|h| h.len() > 10), "{answer:#}");
    }
    let theft = |more: Value| {
        let mut request =
            json!({"do": "decide", "ruleset": "cn.npc.public-security-law", "facts": {"违法行为日": "2025-03-01"}});
        for (key, value) in more.as_object().expect("an object") {
            request[key] = value.clone();
        }
        request
    };
    let acts = json!([{"id": "a", "offence": "theft"}, {"id": "b", "offence": "assault"}]);
    let requests = [
        (json!({}), "request", "missing-key", "/offence"),
        (json!({"acts": []}), "request", "missing-key", "/acts"),
        (json!({"acts": [{"offence": "theft"}]}), "request", "missing-key", "/acts/0/id"),
        (json!({"acts": [{"id": "a"}]}), "request", "missing-key", "/acts/0/offence"),
        (json!({"acts": [{"id": "a", "offence": "theft", "fact": {}}]}), "request", "unknown-key", "/acts/0/fact"),
        (
            json!({"acts": [{"id": "a", "offence": "theft"}, {"id": "a", "offence": "assault"}]}),
            "request",
            "duplicate-act",
            "/acts/1/id",
        ),
        (json!({"acts": acts, "same_act": [["a", "c"]]}), "request", "unknown-act", "/same_act/0"),
        (json!({"acts": acts, "same_act": [["a"]]}), "request", "wrong-type", "/same_act"),
        (json!({"acts": acts, "same_act": [["a", "a"]]}), "request", "duplicate-act", "/same_act/0"),
        (
            json!({"acts": [{"id": "a", "offence": "theft", "party": "甲"},
                {"id": "b", "offence": "assault", "party": "乙"}],
                "same_act": [["a", "b"]]}),
            "request",
            "unknown-act",
            "/same_act/0",
        ),
        (json!({"acts": acts, "general": "x"}), "request", "wrong-type", "/general"),
        (
            json!({"acts": [{"id": "a", "offence": "theft", "facts": {"盗窃罪": true}}]}),
            "facts",
            "unknown-fact",
            "/acts/0/facts/盗窃罪",
        ),
        (
            json!({"acts": [{"id": "a", "offence": "theft", "facts": {"行为终了日": "2025-02-01"}}]}),
            "facts",
            "end-before-begin",
            "/acts/0/facts/行为终了日",
        ),
    ];
    for (more, stage, code, path) in requests {
        let answer = ask(&host, &theft(more.clone()));
        assert_eq!((&answer["stage"], &answer["code"]), (&json!(stage), &json!(code)), "{more}\n{answer:#}");
        assert_eq!(answer["details"][0]["path"], path, "{more}");
    }
    let undated =
        ask(&host, &json!({"do": "decide", "ruleset": "cn.npc.eia-law", "offence": "unapproved-construction"}));
    assert_eq!((&undated["stage"], &undated["code"]), (&json!("request"), &json!("missing-key")), "{undated:#}");
    let outside = ask(&host, &eia(json!({"违法行为日": "2017-01-01"})));
    assert_eq!((&outside["stage"], &outside["code"]), (&json!("link"), &json!("not-in-force")), "{outside:#}");
    let stray = ask(
        &host,
        &json!({"ruleset": "cn.npc.eia-law", "offence": "unapproved-construction", "on": "2024-01-01", "acts": []}),
    );
    assert_eq!((&stray["code"], &stray["details"][0]["path"]), (&json!("unknown-key"), &json!("/acts")), "{stray:#}");
}

#[test]
fn an_item_that_is_suspended_punishes_nothing() {
    let text = law(&[("a", "1万元以上5万元以下")]).replace("name: a,", "name: a, status: suspended,");
    let request = json!({"do": "decide", "ruleset": "cn.l", "offence": "a", "facts": {"违法行为日": "2024-01-01"}});
    let answer = ask(&with(&[&text]), &request);
    assert_eq!((&answer["stage"], &answer["code"]), (&json!("link"), &json!("offence-not-in-force")), "{answer:#}");
    assert_eq!(answer["message"], "the offence `a` of `cn.l` is suspended");
    let repealed = text.replace("status: in_force", "status: repealed");
    let answer = ask(&with(&[&repealed]), &request);
    assert_eq!((&answer["stage"], &answer["code"]), (&json!("link"), &json!("not-in-force")), "{answer:#}");
}

#[test]
fn overlapping_versions_and_uses_that_are_not_in_force_are_named() {
    let law = |id: &str, head: &str| {
        format!(
            "cailiang: 1\nruleset: {id}\ntitle: 示例\nissuer: 示例\nstatus: in_force\n{head}\nlaws: {{某法: {{title: 某法}}}}\n\
             offences: [{{id: a, name: 甲, statute: {{basis: 某法 第一条, sanctions: [{{id: 警告, kind: warning}}]}}}}]\n"
        )
    };
    let texts = |texts: &[String]| {
        let texts = texts.iter().zip(1..).map(|(t, n)| json!({"name": format!("{n}.yaml"), "text": t}));
        texts.collect::<Vec<_>>()
    };
    let twice = [law("cn.a", "in_force: {from: 2020-01-01}"), law("cn.a", "in_force: {from: 2024-01-01}")];
    let request = |rulesets: Vec<Value>| {
        json!({"do": "decide", "ruleset": "cn.a", "offence": "a", "facts": {"违法行为日": "2021-01-01", "决定日": "2024-06-01"},
            "rulesets": rulesets})
    };
    let answer = ask(&Host::default(), &request(texts(&twice)));
    assert_eq!((&answer["stage"], &answer["code"]), (&json!("ruleset"), &json!("duplicate-ruleset")), "{answer:#}");
    let gone = [
        law("cn.a", "in_force: {from: 2020-01-01}\nuses: [cn.b]"),
        law("cn.b", "in_force: {from: 2020-01-01, through: 2020-12-31}"),
    ];
    let answer = ask(&Host::default(), &request(texts(&gone)));
    assert_eq!((&answer["stage"], &answer["code"]), (&json!("ruleset"), &json!("uses-not-in-force")), "{answer:#}");
    // What is gone at the decision only is no mistake of the ruleset: the old text governs the act.
    let later = [
        law("cn.a", "in_force: {from: 2020-01-01}\nuses: [cn.b]"),
        law("cn.b", "in_force: {from: 2020-01-01, through: 2022-12-31}"),
    ];
    let answer = ask(&Host::default(), &request(texts(&later)));
    assert_eq!(answer["acts"][0]["law"]["result"], "older", "{answer:#}");
    assert_eq!(answer["review_points"][0]["code"], "law-gone", "{answer:#}");
}

/// What does not depend on the order in which acts and facts are written.
fn essence(answer: &Value) -> Value {
    let mut acts: Vec<Value> = answer["acts"].as_array().expect("acts").clone();
    acts.sort_by_key(|a| a["id"].to_string());
    let totals = answer["totals"].as_array().expect("totals").iter().map(|t| {
        let mut parts: Vec<Value> = t["parts"].as_array().expect("parts").clone();
        parts.sort_by_key(ToString::to_string);
        json!([t["target"], t["kind"], t["sum"], t["cap"], parts])
    });
    let mut points: Vec<String> = answer["review_points"]
        .as_array()
        .expect("points")
        .iter()
        .map(|p| format!("{} {}", p["code"], p["basis"]))
        .collect();
    points.sort();
    json!([acts, totals.collect::<Vec<_>>(), points, answer["determined"]])
}

#[test]
fn the_order_of_acts_and_facts_does_not_matter() {
    let host = host();
    let facts = |pairs: &[(&str, Value)], back: bool| {
        let pairs: Vec<String> = pairs.iter().map(|(k, v)| format!("{}:{v}", json!(k))).collect();
        let pairs: Vec<String> = if back { pairs.into_iter().rev().collect() } else { pairs };
        format!("{{{}}}", pairs.join(","))
    };
    let acts = [
        ("一", "theft", vec![("违法行为日", json!("2025-12-01")), ("盗窃", json!(true)), ("情节较重", json!(true))]),
        (
            "二",
            "assault",
            vec![
                ("违法行为日", json!("2025-12-02")),
                ("殴打或故意伤害他人", json!(true)),
                ("结伙", json!(true)),
                ("情节较轻", json!(false)),
            ],
        ),
        ("三", "provoking", vec![("违法行为日", json!("2025-12-03")), ("寻衅滋事", json!(true))]),
    ];
    let mut all = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        for back in [false, true] {
            let written: Vec<String> = order
                .iter()
                .map(|n| {
                    let (id, offence, own) = &acts[*n];
                    format!(r#"{{"id":"{id}","offence":"{offence}","facts":{}}}"#, facts(own, back))
                })
                .collect();
            let common = facts(&[("发现日", json!("2025-12-05")), ("决定日", json!("2026-01-10"))], back);
            let beside = format!(r#""general":["{GENERAL}"],"same_act":[["二","一"]],"facts":{common}"#);
            let request = format!(
                r#"{{"do":"decide","ruleset":"cn.npc.public-security-law",{beside},"acts":[{}]}}"#,
                written.join(",")
            );
            let answer: Value = serde_json::from_str(&host.handle(&request)).expect("JSON");
            all.push(essence(&answer));
        }
    }
    assert!(all[0][0][0]["id"].is_string());
    for other in &all {
        assert_eq!(other, &all[0]);
    }
}

#[test]
fn a_receipt_of_a_case_is_replayed() {
    let host = host();
    let facts = json!({"违法行为日": "2026-05-01", "发现日": "2026-06-01", "决定日": "2026-09-01", "未经批准擅自开工建设": true,
        "总投资额": 20_000_000, "环评文件类型": "报告表", "情节严重": false, "执法系统": "生态环境", "行政区划": 420506});
    let mut request = eia(facts);
    request["receipt"] = json!(true);
    let answer = ask(&host, &request);
    let receipt = answer["receipt"].clone();
    assert_eq!(receipt["kind"], "decision");
    // Both texts, the general law and the procedure of the body, each once.
    let versions: Vec<String> =
        receipt["rulesets"].as_array().expect("a list").iter().map(|r| format!("{} {}", r["id"], r["from"])).collect();
    assert_eq!(
        versions,
        [
            r#""cn.npc.eia-law" "2018-12-29""#,
            r#""cn.npc.administrative-penalty-law" "2021-07-15""#,
            r#""cn.npc.eco-code" "2026-08-15""#,
            r#""cn.mee.penalty-procedure" "2023-07-01""#,
            r#""cn.state-council.benchmark-opinions" "2022-07-29""#
        ]
    );
    request["do"] = json!("replay");
    request["receipt"] = receipt.clone();
    let replay = ask(&host, &request);
    assert_eq!((&replay["kind"], &replay["identical"]), (&json!("replay"), &json!(true)), "{replay:#}");
    request["facts"]["总投资额"] = json!(5_000_000);
    let replay = ask(&host, &request);
    assert_eq!((&replay["identical"], &replay["same_outcome"]), (&json!(false), &json!(false)), "{replay:#}");
    // The same case written with its one act in a list has another id, and that is said.
    request["facts"]["总投资额"] = json!(20_000_000);
    request["acts"] = json!([{"id": "甲"}]);
    let replay = ask(&host, &request);
    let what: Vec<&str> =
        replay["differences"].as_array().expect("a list").iter().filter_map(|d| d["what"].as_str()).collect();
    assert!(what.contains(&"acts"), "{replay:#}");
}

/// A law with some offences, each `id: range`.
fn law(offences: &[(&str, &str)]) -> String {
    let mut text =
        "cailiang: 1\nruleset: cn.l\ntitle: 某法\nissuer: 示例\nin_force: {from: 2015-01-01}\nstatus: in_force\n\
                    laws: {某法: {title: 某法, rank: law}}\noffences:\n"
            .to_owned();
    for (id, range) in offences {
        let sanctions = format!("[{{id: 罚款, kind: fine, range: {range}}}]");
        text.push_str(&format!(
            "  - {{id: {id}, name: {id}, statute: {{basis: 某法 第一条, sanctions: {sanctions}}}}}\n"
        ));
    }
    text
}

/// A general law in two versions: the later knows 首违不罚 (可以不予处罚).
#[test]
fn a_later_general_part_can_be_the_lighter_law() {
    let general = |from: &str, more: &str| {
        format!(
            "cailiang: 1\nruleset: cn.g\ntitle: 总则\nissuer: 示例\nin_force: {{{from}}}\nstatus: in_force\n\
             laws: {{总则: {{title: 总则, rank: law}}}}\n{more}"
        )
    };
    let old = general("from: 2018-01-01, through: 2021-07-14", "");
    let new = general(
        "from: 2021-07-15",
        "facts: {初次违法: {type: yes-no}}\ncircumstances:\n  - {id: 首违不罚, when: 初次违法, effect: [no_penalty], \
         force: may, basis: 总则 第三十三条}\n",
    );
    let law = law(&[("a", "1万元以上5万元以下")]);
    let host = with(&[&old, &new, &law]);
    let request = |first: Value| {
        json!({"do": "decide", "ruleset": "cn.l", "offence": "a", "general": ["cn.g"],
            "facts": {"违法行为日": "2021-01-01", "决定日": "2021-09-01", "初次违法": first}})
    };
    let first = ask(&host, &request(json!(true)));
    assert_eq!(first["acts"][0]["law"]["result"], "newer", "{first:#}");
    assert_eq!(first["options"][0]["effect"], "no_penalty", "{first:#}");
    // The fine may be waived: nothing to 50,000.
    assert_eq!(first["totals"][0]["sum"]["min"]["value"], "0", "{first:#}");
    assert_eq!(first["totals"][0]["sum"]["max"]["value"], "50000", "{first:#}");
    let again = ask(&host, &request(json!(false)));
    assert_eq!(again["acts"][0]["law"]["result"], "same", "{again:#}");
    assert_eq!(again["totals"][0]["sum"]["min"]["value"], "10000", "{again:#}");
    let unknown = ask(&host, &request(Value::Null));
    assert_eq!(
        (&unknown["acts"][0]["law"]["result"], &unknown["determined"]),
        (&json!("open"), &json!(false)),
        "{unknown:#}"
    );
    assert_eq!(unknown["facts_needed"][0]["name"], "初次违法", "{unknown:#}");
}

#[test]
fn the_text_of_2017_has_no_rule_of_the_higher_fine() {
    let law = law(&[("a", "1万元以上5万元以下"), ("b", "2万元以上8万元以下")]);
    let mut library = Library::new();
    for text in RULESETS.iter().filter(|t| t.path.contains("administrative-penalty-law")) {
        let (ruleset, _) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.expect("it compiles")).expect("no overlap");
    }
    let (ruleset, _) = Ruleset::compile(&Source::new("l", law));
    library.add(ruleset.expect("it compiles")).expect("no overlap");
    let host = Host::new(library);
    let request = |act: &str, found: &str| {
        json!({"do": "decide", "ruleset": "cn.l", "general": [GENERAL], "same_act": [["a", "b"]],
            "facts": {"违法行为日": act, "发现日": found, "决定日": found, "涉及生命健康或金融安全": false},
            "acts": [{"id": "a", "offence": "a"}, {"id": "b", "offence": "b"}]})
    };
    let mut old = request("2020-01-01", "2020-06-01");
    old["facts"].as_object_mut().expect("facts").remove("涉及生命健康或金融安全");
    let old = ask(&host, &old);
    assert_eq!(old["concurrence"][0]["rule"], "once", "{old:#}");
    assert_eq!(old["concurrence"][0]["fine_of"], json!(["a", "b"]));
    assert_eq!(old["review_points"][0]["code"], "no-higher-fine-rule", "{old:#}");
    let mut new = request("2022-01-01", "2022-06-01");
    let facts = new["facts"].as_object_mut().expect("facts");
    // Nothing speaks for or against the party: while that is open, either fine may fall away.
    let no = "主动消除或减轻后果 受他人胁迫 受他人诱骗 主动供述未掌握 查处中立功 另有从轻减轻规定 违法行为轻微 及时改正 初次违法 \
              足以证明无过错 过错另有规定 违反突发事件措施";
    facts.extend(no.split_whitespace().map(|name| (name.to_owned(), json!(false))));
    facts.insert("当事人身份".to_owned(), json!("法人"));
    let new = ask(&host, &new);
    assert_eq!(new["concurrence"][0]["rule"], "higher", "{new:#}");
    assert_eq!(new["concurrence"][0]["fine_of"], json!(["b"]));
    assert_eq!(new["totals"][0]["sum"]["max"]["value"], "80000");
    assert_eq!(new["totals"][0]["sum"]["min"]["value"], "20000");
}

#[test]
fn the_letter_names_only_what_the_case_has() {
    let host = host();
    let mut request = eia(json!({"违法行为日": "2026-05-01", "发现日": "2026-06-01", "决定日": "2026-09-01",
        "未经批准擅自开工建设": true, "总投资额": 20_000_000, "环评文件类型": "报告表", "情节严重": false}));
    request["letter"] = json!(true);
    let answer = ask(&host, &request);
    let letter = answer["letter"].as_str().expect("a letter");
    for part in [
        "经查明，当事人：违法行为发生于2026年5月1日",
        "总投资额：20,000,000 元",
        "法典 第一千零九十五条",
        "罚款 100,000 元以上 500,000 元以下（应当）",
        "由承办人在上述范围内确定，并说明理由",
        "是否应当办理尚不能确定：移送司法机关（处罚法 第二十七条第一款）、处罚前告知（处罚法 第四十四条）",
        "陈述和申辩（处罚法 第四十五条）",
    ] {
        assert!(letter.contains(part), "no `{part}` in\n{letter}");
    }
    for part in ["行为终了于", "立案于", "送达"] {
        assert!(!letter.contains(part), "`{part}` in\n{letter}");
    }
    assert_eq!(Json::from(letter.to_owned()).as_str(), Some(letter));
}

/// Three texts of one law; the fine of the middle one is the lightest.
#[test]
fn a_text_between_the_act_and_the_decision_is_not_compared_and_is_said() {
    let text = |from: &str, through: &str, range: &str| {
        let law = law(&[("a", range)]);
        law.replace("{from: 2015-01-01}", &format!("{{from: {from}{through}}}"))
    };
    let texts = |last: &str| {
        [
            text("2022-01-01", ", through: 2022-12-31", "3万元以上5万元以下"),
            text("2023-01-01", ", through: 2023-12-31", "1万元以上2万元以下"),
            text("2024-01-01", "", last),
        ]
    };
    let decided = |texts: &[String; 3], on: &str| {
        let host = with(&[&texts[0], &texts[1], &texts[2]]);
        let facts = json!({"违法行为日": "2022-06-01", "决定日": on});
        ask(&host, &json!({"do": "decide", "ruleset": "cn.l", "offence": "a", "facts": facts}))
    };
    let codes = |answer: &Value| -> Vec<String> {
        let points = answer["review_points"].as_array().expect("points");
        points.iter().map(|p| p["code"].as_str().expect("a code").to_owned()).collect()
    };
    let heavier = texts("4万元以上6万元以下");
    let answer = decided(&heavier, "2024-02-01");
    assert_eq!(answer["acts"][0]["law"]["result"], "older");
    let point = &answer["review_points"][0];
    assert_eq!((&point["code"], &point["names"]), (&json!("law-between"), &json!(["2023-01-01"])), "{answer:#}");
    // Decided under the middle text it is no text between; and one that comes back is one all the same.
    assert!(!codes(&decided(&heavier, "2023-06-01")).contains(&"law-between".to_owned()));
    assert!(codes(&decided(&texts("3万元以上5万元以下"), "2024-02-01")).contains(&"law-between".to_owned()));
}
