//! What the documents say that circumstances do: each figure worked out by hand from the text it stands beside.

mod general;

use cailiang::Library;
use general::{Case, Given, day, decided, library, yes};
use serde_json::{Value, json};

const GD: &str = "2023-05-01";

#[test]
fn guangdong_cuts_the_interval_of_the_table_at_its_average() {
    let library = library();
    // 2.38, 准保护区: 2,000 to below 5,000; average 3,500.
    let base = [("擅动界标设施", yes()), ("水源保护区级别", json!("准保护区"))];
    let case = |more: Given<'_>| {
        let given: Vec<_> = base.iter().chain(more).cloned().collect();
        decided(&library, "cn.guangdong.eco/eco-2.38", GD, &given)
    };
    let plain = case(&[]);
    assert_eq!(plain.fine(""), "[2000, 5000)");
    assert_eq!(plain.effects(), ["ordinary"]);
    assert_eq!((plain.fine("ordinary"), plain.because("ordinary")), ("[3500, 3500]".into(), vec!["无从轻从重情形"]));
    let lighter = case(&[("查处中立功", yes())]);
    // 减轻 has no figure in the document.
    assert_eq!(lighter.effects(), ["mitigated", "lighter"]);
    assert_eq!(lighter.fine("lighter"), "[2000, 3500)");
    assert_eq!(lighter.because("lighter"), ["查处有立功"], "the law's own is replaced, not counted twice");
    assert_eq!(lighter.option("mitigated")["open"], true);
    let heavier = case(&[("违反突发事件措施", yes())]);
    assert_eq!(heavier.fine("heavier"), "[3500, 5000)");
    assert_eq!(heavier.because("heavier"), ["突发事件期间", "突发事件"]);
    // The document says 可以, the law has no 可以.
    assert_eq!(heavier.option("heavier")["force"], "must");
}

#[test]
fn guangdong_says_nothing_of_a_single_amount() {
    let library = library();
    // 2.3: start 10% + 0% + 0% + 0% + 0% = 10% × 200,000 = 20,000.
    let given = [("违反自动监测", yes()), ("持续月数", json!(0)), ("查处中立功", yes())];
    let case = decided(&library, "cn.guangdong.eco/eco-2.3", GD, &given);
    assert_eq!((case.fine(""), case.fine("lighter")), ("[20000, 20000]".into(), "[20000, 20000]".into()));
    assert!(case.codes().contains(&"effect-open"), "{:?}", case.codes());
    let plain = decided(&library, "cn.guangdong.eco/eco-2.3", GD, &given[..2]);
    assert_eq!(plain.fine("ordinary"), "[20000, 20000]");
    assert!(!plain.codes().contains(&"effect-open"));
}

#[test]
fn guangdong_takes_the_apology_off_the_computed_fine() {
    let library = library();
    let sorry = [("决定前改正", yes()), ("公开道歉并承诺", yes())];
    let case = |offence: &str, base: Given<'_>, more: Given<'_>| {
        let given: Vec<_> = base.iter().chain(&sorry).chain(more).cloned().collect();
        decided(&library, &format!("cn.guangdong.eco/{offence}"), GD, &given)
    };
    // 3.6, 侵占损毁 in a sensitive area: 150,000 to below 200,000; half of 150,000, 70% of 200,000.
    let base = [("破坏监测设备", yes()), ("监测设备行为", json!("侵占损毁")), ("排放口位置", json!("敏感区内"))];
    let full = case("eco-3.6", &base, &[]);
    assert_eq!(full.fine("道歉从轻"), "[75000, 140000)");
    assert_eq!(full.option("道歉从轻")["force"], "must");
    // 移动改变 outside: 20,000 to below 50,000: 10,000 is raised to the minimum of 20,000; 70% of 50,000 = 35,000.
    let base = [("破坏监测设备", yes())];
    let floored = case("eco-3.6", &base, &[]);
    assert_eq!(floored.fine("道歉从轻"), "[20000, 35000)");
    assert_eq!(floored.codes(), [""; 0]);
    // 2.3: 20,000 is the minimum itself (item 10): nothing is taken off.
    let least = case("eco-2.3", &[("违反自动监测", yes()), ("持续月数", json!(0))], &[]);
    assert_eq!(least.fine("道歉从轻"), "[20000, 20000]");
    // 2.3: 10% + 30% = 40% × 200,000 = 80,000; 40,000 to 56,000.
    let more = [("违反自动监测", yes()), ("持续月数", json!(0)), ("监测设备状态", json!("未安装"))];
    assert_eq!(case("eco-2.3", &more, &[]).fine("道歉从轻"), "[40000, 56000]");
    // 8.37, three times: 15,000 to below 30,000; 7,500 is raised to three times the minimum of one; 21,000.
    let three = case("eco-8.37", &[("未如实记录", yes()), ("未如实记录次数", json!(3))], &[]);
    assert_eq!((three.fine(""), three.fine("道歉从轻")), ("[15000, 30000)".into(), "[15000, 21000)".into()));
    // 1.1: 20% of 5% of 10,000,000 = 100,000 = 1% of it: the minimum itself.
    let share =
        case("eco-1.1", &[("擅自开工建设", yes()), ("总投资额", json!(10_000_000)), ("持续月数", json!(0))], &[]);
    assert_eq!(share.fine("道歉从轻"), "[100000, 100000]");
    // Any exclusion takes the option away.
    let excluded = [
        "违反水源保护区禁令",
        "危废交无证处置",
        "危废无证经营",
        "违反突发事件措施",
        "应移送行政拘留",
        "涉嫌污染犯罪",
        "复查仍持续",
        "道歉承诺后再犯",
        "同检另案除外",
        "另有不适用规定",
    ];
    for name in excluded {
        assert!(!case("eco-3.6", &base, &[(name, yes())]).effects().contains(&"道歉从轻"), "{name}");
        let open = case("eco-3.6", &base, &[(name, Value::Null)]);
        assert_eq!(open.option("道歉从轻")["certain"], false, "{name}");
    }
    // No apology: none of the exclusions is asked for.
    let none: Vec<(&str, Value)> =
        excluded.iter().filter(|n| **n != "违反突发事件措施").map(|n| (*n, Value::Null)).collect();
    let given: Vec<_> = base.iter().cloned().chain(none).collect();
    assert_eq!(decided(&library, "cn.guangdong.eco/eco-3.6", GD, &given).json["determined"], true);
}

#[test]
fn jiangmen_has_the_ends_of_the_tier_and_the_next_tier() {
    let library = library();
    // 2-5, 重点管理: 二档, 20万–40万.
    let base = [("无证排放水污染物", yes()), ("排污许可管理", json!("重点管理"))];
    let case = |more: Given<'_>| {
        let given: Vec<_> =
            base.iter().cloned().chain([("两年内被处罚次数", json!(0))]).chain(more.iter().cloned()).collect();
        decided(&library, "cn.jiangmen.eco/eco-2-5", "2021-08-01", &given)
    };
    assert_eq!((case(&[]).fine(""), case(&[]).effects().len()), ("[200000, 400000]".into(), 0));
    assert_eq!(case(&[("主动改正中止", yes())]).fine("lighter"), "[200000, 200000]");
    assert_eq!(case(&[("主动改正中止", yes())]).option("lighter")["force"], "may");
    // The law's 应当 is not weakened by the document's 可以.
    let merit = case(&[("查处中立功", yes())]);
    assert_eq!((merit.fine("lighter"), &merit.option("lighter")["force"]), ("[200000, 200000]".into(), &json!("must")));
    assert_eq!(case(&[("两年内被处罚次数", json!(2))]).fine("heavier"), "[400000, 400000]");
    let three = case(&[("两年内被处罚次数", json!(3))]);
    assert_eq!(three.fine("上调一档"), "[400000, 600000]");
    assert_eq!(three.option("上调一档")["targets"][0]["tiers"], json!(["三档"]));
    // In the fifth tier the maximum.
    let top = case(&[("造成严重后果", yes()), ("水源取水中断", yes())]);
    assert_eq!((top.fine(""), top.fine("上调一档")), ("[800000, 1000000]".into(), "[1000000, 1000000]".into()));
    assert_eq!(top.option("上调一档")["force"], "may");
    // 从轻 and 从重 together stand side by side.
    let both = case(&[("主动改正中止", yes()), ("跨县区污染", yes())]);
    assert_eq!((both.fine("lighter"), both.fine("heavier")), ("[200000, 200000]".into(), "[400000, 400000]".into()));
    assert!(both.codes().contains(&"circumstances-mixed"));
}

#[test]
fn jiangmen_waives_where_production_has_ended_and_nothing_is_heavier() {
    let library = library();
    let given = |more: (&'static str, Value)| {
        vec![
            ("无证排放水污染物", yes()),
            ("两年内被处罚次数", json!(0)),
            ("报告表登记表且非所列行业", yes()),
            ("已无生产能力", yes()),
            more,
        ]
    };
    let case = |more| decided(&library, "cn.jiangmen.eco/eco-2-5", "2021-08-01", &given(more));
    let spared = case(("土壤重点监管", json!(false)));
    assert_eq!((spared.effects(), &spared.option("no_penalty")["force"]), (vec!["no_penalty"], &json!("may")));
    for name in ["土壤重点监管", "重金属超标或固废非法", "突发事件或严重情节", "跨县区污染"]
    {
        assert!(!case((name, yes())).effects().contains(&"no_penalty"), "{name}");
    }
}

#[test]
fn hunan_adds_and_takes_shares_of_the_maximum() {
    let library = library();
    let base = [
        ("发现日", json!("2022-05-10")),
        ("违法行为成立", yes()),
        ("影响限于县级区域", yes()),
        ("持续不足三个月", yes()),
        ("在保护红线外", yes()),
        ("无不良影响", yes()),
        ("此前违法日期", json!(["2021-06-01"])),
        ("法定最高罚款", json!(100_000)),
        ("法定有最低罚款", yes()),
        ("法定最低罚款", json!(20_000)),
        ("区域影响百分值", json!("0%")),
        ("持续时间百分值", json!("0%")),
        ("所在区域百分值", json!("0%")),
        ("违法次数百分值", json!("0%")),
        ("不良影响百分值", json!("0%")),
    ];
    let case = |more: Given<'_>| {
        let given: Vec<_> = base.iter().cloned().chain(more.iter().cloned()).collect();
        decided(&library, "cn.hunan.eco/generic", "2022-05-01", &given)
    };
    // 20,000 + 5% × 80,000 = 24,000.
    let merit = case(&[("查处中立功", yes())]);
    assert_eq!(merit.fine(""), "[24000, 24000]");
    // − 20% × 100,000 is 4,000, raised to 20,000.
    assert_eq!(merit.fine("lighter"), "[20000, 24000]");
    // − 50% × 20,000 = 14,000: below the minimum.
    assert_eq!(merit.fine("mitigated"), "[14000, 24000]");
    assert_eq!(merit.option("mitigated")["needs"], json!(["collective_deliberation"]));
    // + 20% × 100,000 = 44,000.
    assert_eq!(case(&[("违反突发事件措施", yes())]).fine("heavier"), "[24000, 44000]");
    // 持续 80%: 20,000 + 85% × 80,000 = 88,000; + 20,000 is more than 100,000.
    let high = [("违反突发事件措施", yes()), ("持续不足三个月", json!(false)), ("持续时间百分值", json!("80%"))];
    assert_eq!(case(&high).fine("heavier"), "[88000, 100000]");
    let grave = case(&[("特别严重影响", yes())]);
    assert_eq!(grave.fine("最高数额"), "[100000, 100000]");
    assert_eq!(grave.option("最高数额")["needs"], json!(["collective_deliberation"]));
    // Outside the benchmark: the statute.
    let outside = case(&[("基准明显不当", yes())]);
    assert_eq!(outside.fine("突破基准"), "[20000, 100000]");
    assert_eq!(outside.option("突破基准")["needs"], json!(["collective_deliberation", "reasons_in_decision"]));
    // Neither is netted.
    assert!(case(&[("查处中立功", yes()), ("违反突发事件措施", yes())]).codes().contains(&"circumstances-mixed"));
}

/// 国市监法规〔2022〕2号: the officer's finding and the law's circumstances come to the same 30%.
#[test]
fn positions_and_effects_of_market_supervision_are_one_rule() {
    let library = library();
    // 125(1), 9,999.99: 5,000 to 50,000; 30% of 45,000 = 13,500.
    let base = [("属第一百二十五条第一款情形", yes()), ("货值金额", json!("9999.99元"))];
    let case = |offence: &str, base: Given<'_>, finding: &str, more: Given<'_>| {
        let given: Vec<_> =
            base.iter().cloned().chain([("裁量认定", json!(finding))]).chain(more.iter().cloned()).collect();
        decided(&library, &format!("cn.samr.position/{offence}"), "2024-05-01", &given)
    };
    let merit = case("labels-and-materials", &base, "一般", &[("查处中立功", yes())]);
    assert_eq!((merit.fine(""), merit.fine("lighter")), ("[18500, 36500]".into(), "[5000, 18500]".into()));
    let grave = case("labels-and-materials", &base, "一般", &[("违反突发事件措施", yes())]);
    assert_eq!(grave.fine("heavier"), "[36500, 50000]");
    // No figure for 减轻; nothing is verified.
    assert_eq!(merit.option("mitigated")["open"], true);
    assert!(merit.codes().contains(&"unverified"));
    let flaw = [("标签说明书有瑕疵", yes()), ("拒不改正", yes())];
    let helping = [("明知他人无证生产经营", yes()), ("提供场所或其他条件", yes())];
    for (offence, base) in [("labels-and-materials", &base), ("label-flaw", &flaw), ("aiding-unlicensed", &helping)] {
        for (finding, effect, name) in [("从轻", "lighter", "查处中立功"), ("从重", "heavier", "违反突发事件措施")]
        {
            let position = case(offence, base, finding, &[]).fine("");
            assert_eq!(case(offence, base, "一般", &[(name, yes())]).fine(effect), position, "{offence} {finding}");
        }
    }
}

const BANK: &str = "2025-06-01";

fn bank(library: &Library, offence: &str, given: Given<'_>) -> Case {
    let mut all = vec![("最低", json!(0)), ("最高", json!(0)), ("办案机构", json!("分支机构"))];
    all.extend(given.iter().cloned());
    let program = library.link_decision("cn.model.bank", offence, day(BANK)).unwrap();
    all.retain(|(name, _)| program.fact(name).is_some());
    decided(library, &format!("cn.model.bank/{offence}"), BANK, &all)
}

#[test]
fn the_five_steps_of_the_central_bank() {
    let library = library();
    // L, U; 从轻, 一般, 从重 as article 6 has them.
    let named = [
        (200_000, 500_000, "[200000, 300000)", "[300000, 400000)", "[400000, 500000]"),
        (500_000, 2_000_000, "[500000, 1000000)", "[1000000, 1500000)", "[1500000, 2000000]"),
        (2_000_000, 5_000_000, "[2000000, 3000000)", "[3000000, 4000000)", "[4000000, 5000000]"),
        // Other ranges: 40% × 300,000 = 120,000; 70% = 210,000.
        (50_000, 300_000, "[50000, 120000)", "[120000, 210000)", "[210000, 300000]"),
        // One off the named range: 40% × 500,001 = 200,000.4 and 70% = 350,000.7.
        (200_000, 500_001, "[200000, 200000.4)", "[200000.4, 350000.7)", "[350000.7, 500001]"),
    ];
    for (least, most, lighter, ordinary, heavier) in named {
        let ends = [("最低", json!(least)), ("最高", json!(most))];
        let case = |more: Given<'_>| {
            let given: Vec<_> = ends.iter().cloned().chain(more.iter().cloned()).collect();
            bank(&library, "range", &given)
        };
        let plain = case(&[]);
        assert_eq!((plain.effects(), plain.fine("ordinary")), (vec!["ordinary"], ordinary.to_owned()));
        assert_eq!(case(&[("受他人诱骗", yes())]).fine("lighter"), lighter);
        assert_eq!(case(&[("情节恶劣", yes())]).fine("heavier"), heavier);
        // 减轻: below the minimum, above nothing.
        assert_eq!(case(&[("受他人胁迫", yes())]).fine("mitigated"), format!("(0, {least})"));
    }
    // 40% of 500,000 is 200,000, below 300,000: there is no 从轻.
    let empty = bank(&library, "range", &[("最低", json!(300_000)), ("最高", json!(500_000)), ("受他人诱骗", yes())]);
    assert_eq!(empty.fine("lighter"), "[300000, 500000]");
    assert!(empty.codes().contains(&"effect-empty"), "{:?}", empty.codes());
    // No minimum counts as 0.
    let open = bank(&library, "ceiling", &[("最高", json!(100_000)), ("受他人诱骗", yes())]);
    assert_eq!((open.fine("lighter"), open.codes().len()), ("(0, 40000)".into(), 0));
    let ordinary = bank(&library, "ceiling", &[("最高", json!(100_000))]);
    assert_eq!(ordinary.fine("ordinary"), "[40000, 70000)");
    // 减轻 without a minimum has no figure: said.
    let mitigated = bank(&library, "ceiling", &[("最高", json!(100_000)), ("受他人胁迫", yes())]);
    assert!(mitigated.codes().contains(&"effect-open"), "{:?}", mitigated.codes());
}

#[test]
fn one_to_five_times_is_what_the_shares_give() {
    let library = library();
    // 1,000,000 − 200,000 − 60,000 − 40,000 = 700,000 (article 19).
    let base = [
        ("所得款项", json!(1_000_000)),
        ("已退赔", json!(200_000)),
        ("已缴税费", json!(60_000)),
        ("代收款", json!(40_000)),
    ];
    let case = |more: Given<'_>| {
        let given: Vec<_> = base.iter().cloned().chain(more.iter().cloned()).collect();
        bank(&library, "multiple", &given)
    };
    // 1–2, 2–3.5, 3.5–5 times 700,000.
    assert_eq!(case(&[("受他人诱骗", yes())]).fine("lighter"), "[700000, 1400000)");
    assert_eq!(case(&[]).fine("ordinary"), "[1400000, 2450000)");
    assert_eq!(case(&[("情节恶劣", yes())]).fine("heavier"), "[2450000, 3500000]");
    // Confiscation knows 不予 and 一般 only.
    let lighter = case(&[("受他人诱骗", yes())]);
    assert_eq!(lighter.option("lighter")["targets"][0]["sanctions"][0]["amount"]["min"]["value"], "700000");
}

#[test]
fn a_fixed_amount_is_neither_lighter_nor_heavier() {
    let library = library();
    for (name, effect) in [("受他人诱骗", "lighter"), ("情节恶劣", "heavier")] {
        let case = bank(&library, "fixed", &[(name, yes())]);
        assert_eq!((case.fine(effect), case.codes().len()), ("[50000, 50000]".into(), 0), "{name}");
    }
    assert_eq!(bank(&library, "fixed", &[("受他人胁迫", yes())]).fine("mitigated"), "(0, 50000)");
    assert_eq!(bank(&library, "fixed", &[]).fine("ordinary"), "[50000, 50000]");
}

#[test]
fn two_that_are_lighter_and_none_that_is_heavier_allow_mitigation() {
    let library = library();
    let ends = [("最低", json!(50_000)), ("最高", json!(300_000))];
    let case = |more: Given<'_>| {
        let given: Vec<_> = ends.iter().cloned().chain(more.iter().cloned()).collect();
        bank(&library, "range", &given)
    };
    let one = case(&[("受他人诱骗", yes())]);
    assert_eq!(one.effects(), ["lighter"]);
    let two = [("受他人诱骗", yes()), ("较轻且危害不大", yes())];
    let case_two = case(&two);
    assert_eq!(
        (case_two.because("mitigated"), &case_two.option("mitigated")["force"]),
        (vec!["两项以上从轻"], &json!("may"))
    );
    let with_heavier: Vec<_> = two.iter().cloned().chain([("情节恶劣", yes())]).collect();
    assert_eq!(case(&with_heavier).effects(), ["lighter", "heavier"]);
    // One event is one circumstance: putting right before the end is not also the law's own 主动消除.
    let once = case(&[("消除后果时间", json!("检查调查结束前"))]);
    assert_eq!((once.effects(), once.because("lighter")), (vec!["lighter"], vec!["结束前消除"]));
    // Before the inspection and slight: 减轻; not slight: 从轻.
    let early = [("消除后果时间", json!("检查调查前")), ("违法行为轻微", yes())];
    assert_eq!(case(&early).because("mitigated"), ["检查前消除且轻微"]);
    assert_eq!(case(&early[..1]).because("lighter"), ["结束前消除"]);
    // After the end the law still calls for one of the two.
    let late = case(&[("消除后果时间", json!("检查调查结束后"))]);
    assert_eq!((late.effects(), &late.option("lighter")["or"]), (vec!["mitigated", "lighter"], &json!(["mitigated"])));
    // A penalty five years before the act, that day in.
    let again = |before: &str| {
        case(&[("违法行为日", json!("2025-06-01")), ("相同行为受罚日期", json!([before]))]).effects() == ["heavier"]
    };
    assert!(again("2020-06-01") && !again("2020-05-31") && !again("2025-06-01"));
}

#[test]
fn approval_of_the_head_office_and_departure() {
    let library = library();
    let case = |office: &str, name: &str| {
        let given = [("最低", json!(50_000)), ("最高", json!(300_000)), ("办案机构", json!(office)), (name, yes())];
        bank(&library, "range", &given)
    };
    assert_eq!(case("总行", "规模小承受力低").option("mitigated")["needs"], json!([]));
    let branch = case("分支机构", "规模小承受力低");
    assert_eq!(branch.option("mitigated")["needs"], json!(["superior_approval"]));
    assert_eq!(branch.option("lighter")["needs"], json!([]));
    let departure = case("分支机构", "适用明显不当");
    assert_eq!(departure.fine("基准外裁量"), "[50000, 300000]");
    let needs = json!(["head_approval_or_collective_deliberation", "filing", "superior_approval"]);
    assert_eq!(departure.option("基准外裁量")["needs"], needs);
}

#[test]
fn a_circumstance_is_never_applied() {
    let library = library();
    let given = [("最低", json!(50_000)), ("最高", json!(300_000)), ("受他人诱骗", yes())];
    let case = bank(&library, "range", &given);
    assert_eq!(case.fine(""), "[50000, 300000]");
    assert!(!case.general.options.is_empty());
}
