//! What people read, exactly.

use super::*;
use crate::source::Source;
use crate::syntax::read_yaml;
use crate::value::{Bound, Date, Interval, Rational};
use crate::vocabulary::Markup;
use crate::{Library, Ruleset, evaluate};

const FOOD: &str = "
cailiang: 1
ruleset: cn.demo.food
title: 示例基准
issuer: 某市市场监督管理局
in_force: {from: 2024-03-01}
status: in_force
tiers: [轻微, 一般, 严重, 特别严重]
laws: {食品安全法: {title: 中华人民共和国食品安全法, rank: law}}
facts:
  从事餐饮服务: {type: yes-no}
  违法所得: {type: money}
  货值金额: {type: money, ask: 货值金额是多少？}
  持续天数: {type: integer, unit: 日, min: 0, ask: 违法经营持续了多少日？}
  危害后果: {type: level, of: [无, 轻微, 重大]}
  两年内次数: {type: integer, min: 1}
factors:
  持续时间:
    levels: {短: 持续天数 <= 30日, 中: 30日 < 持续天数 <= 90日, 长: 持续天数 > 90日}
offences:
  - id: catering
    name: 未经许可从事餐饮服务
    violates: [食品安全法 第三十五条第一款]
    elements: [从事餐饮服务]
    statute:
      basis: 食品安全法 第一百二十二条第一款
      orders: [责令改正]
      sanctions:
        - id: 罚款
          kind: fine
          rows:
            - {when: 货值金额 < 10000元, range: 5万元以上10万元以下}
            - {when: 货值金额 >= 10000元, range: 10倍以上20倍以下, of: 货值金额}
        - {id: 没收违法所得, kind: confiscate, amount: 违法所得}
    benchmark:
      hit: heaviest
      tiers:
        - {tier: 轻微, when: 持续时间 = 短 and 两年内次数 = 1, 罚款: {part: 0%..10%}}
        - {tier: 一般, when: 持续时间 = 中, 罚款: {part: 10%<..40%}}
        - {tier: 严重, when: {any: [持续时间 = 长, 两年内次数 >= 3]}, 罚款: {part: 70%..100%}}
        - {tier: 特别严重, when: 危害后果 = 重大, 罚款: {part: 100%}}
";

fn told(ruleset: &str, offence: &str, facts: &str, style: Style) -> String {
    let (program, facts, outcome) = case(ruleset, offence, facts);
    render(&program, &facts, &outcome, style)
}

fn case(ruleset: &str, offence: &str, facts: &str) -> (Program, Facts, Outcome) {
    let (compiled, diagnostics) = Ruleset::compile(&Source::new("test.yaml", ruleset));
    let compiled = compiled.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let id = compiled.head().id.to_string();
    let mut library = Library::new();
    library.add(compiled).unwrap();
    let program = library.link(&id, offence, Date::parse("2024-05-01").unwrap()).unwrap();
    let node = read_yaml(&Source::new("facts", facts)).0.unwrap();
    let facts = Facts::decode(&program, &node).unwrap();
    let outcome = evaluate(&program, &facts).unwrap();
    (program, facts, outcome)
}

fn zh() -> Style {
    Style::default()
}

fn en() -> Style {
    Style { lang: Lang::En, ..Style::default() }
}

const KNOWN: &str = "{从事餐饮服务: true, 违法所得: 9600, 货值金额: 9600, 持续天数: 20, 危害后果: 轻微, 两年内次数: 1}";

#[test]
fn a_determined_outcome() {
    let expected = "\
未经许可从事餐饮服务 · 食品安全法 第一百二十二条第一款                        示例基准 2024年3月1日
结论    罚款 50,000 元以上 55,000 元以下（应当）；没收违法所得 9,600 元（应当）；责令改正
阶次    轻微

 1 法定幅度  货值金额 9,600 元（不满 10,000 元） → 50,000–100,000 元          食品安全法 122(1)
 2 阶次      持续时间为短（持续天数 20 日），两年内次数为 1 → 轻微，罚款取幅度的 0%–10%  本基准 轻微
 3 罚款      50,000 + 0%–10% × 50,000 → 50,000–55,000 元                      本基准 轻微
未适用
   一般      须持续时间为中（持续天数超过 30 日且不超过 90 日）；本案为短（持续天数 20 日）
   严重      须有下列之一：持续时间为长（持续天数超过 90 日）、两年内次数不低于 3；本案持续时间为短（持续天数 20 日），两年内次数 1
   特别严重  须危害后果为重大；本案为轻微
";
    assert_eq!(told(FOOD, "catering", KNOWN, zh()), expected);
}

#[test]
fn a_determined_outcome_in_english() {
    let expected = "\
未经许可从事餐饮服务 · 食品安全法 第一百二十二条第一款                        示例基准 1 March 2024
Result  fine of at least CNY 50,000 and at most CNY 55,000 (mandatory); confiscation (没收违法所得) of CNY 9,600 (mandatory); order: 责令改正
Tier    轻微

 1 Statute  货值金额: CNY 9,600 (less than CNY 10,000) → CNY 50,000–100,000   食品安全法 122(1)
 2 Tier     持续时间: 短 (持续天数 20 days), 两年内次数: 1 → 轻微, fine: 0%–10% of the range  benchmark, 轻微
 3 fine     50,000 + 0%–10% × 50,000 → CNY 50,000–55,000                      benchmark, 轻微
Not applied
   一般      requires 持续时间: 中 (持续天数: more than 30 days and at most 90 days); here 短 (持续天数 20 days)
   严重      requires one of: 持续时间: 长 (持续天数: more than 90 days), 两年内次数: at least 3; here 持续时间: 短 (持续天数 20 days), 两年内次数: 1
   特别严重  requires 危害后果: 重大; here 轻微
";
    assert_eq!(told(FOOD, "catering", KNOWN, en()), expected);
}

#[test]
fn an_undetermined_outcome() {
    let facts = "{从事餐饮服务: true, 违法所得: 0, 货值金额: 9600, 危害后果: 无, 两年内次数: 1}";
    let expected = "\
未经许可从事餐饮服务 · 食品安全法 第一百二十二条第一款                        示例基准 2024年3月1日
尚不能确定  罚款 50,000 元以上 100,000 元以下（应当）；没收违法所得 0 元（应当）；责令改正
可能的阶次  轻微、一般、严重
各种可能
   轻微    罚款 50,000 元以上 55,000 元以下
   一般    罚款超过 55,000 元、70,000 元以下
   严重    罚款 85,000 元以上 100,000 元以下
请先查明
 1 持续天数  违法经营持续了多少日？（定阶次）
";
    assert_eq!(told(FOOD, "catering", facts, zh()), expected);
}

#[test]
fn no_tier() {
    let facts = "{从事餐饮服务: true, 违法所得: 0, 货值金额: 12000, 持续天数: 20, 危害后果: 无, 两年内次数: 2}";
    let expected = "\
未经许可从事餐饮服务 · 食品安全法 第一百二十二条第一款                        示例基准 2024年3月1日
结论    罚款 120,000 元以上 240,000 元以下（应当）；没收违法所得 0 元（应当）；责令改正
阶次    无对应阶次

 1 法定幅度  货值金额 12,000 元（不低于 10,000 元），10–20 倍 × 货值金额 12,000 元 → 120,000–240,000 元  食品安全法 122(1)
 2 阶次      没有任何阶次符合 → 按法定幅度
未适用
   轻微      须两年内次数为 1；本案为 2
   一般      须持续时间为中（持续天数超过 30 日且不超过 90 日）；本案为短（持续天数 20 日）
   严重      须有下列之一：持续时间为长（持续天数超过 90 日）、两年内次数不低于 3；本案持续时间为短（持续天数 20 日），两年内次数 2
   特别严重  须危害后果为重大；本案为无
提请注意
   无对应阶次  没有任何裁量阶次符合，按法定幅度；请在幅度内说明理由
";
    assert_eq!(told(FOOD, "catering", facts, zh()), expected);
}

#[test]
fn why_a_row_did_not_apply() {
    let (program, facts, outcome) = case(FOOD, "catering", KNOWN);
    let of_rows = why_not(&program, &facts, &outcome, Lang::Zh);
    let unmet = &of_rows[3];
    let expected =
        [Unmet {
            condition: "危害后果 = 重大".into(), expected: "危害后果为重大".into(), actual: "轻微".into()
        }];
    assert_eq!(*unmet, expected);
    assert_eq!(why_not(&program, &facts, &outcome, Lang::En)[2].len(), 2);
    assert_eq!(of_rows[0], []);
    assert_eq!(of_rows.len(), program.benchmark.as_ref().unwrap().rows.len());
}

#[test]
fn choices_inside_a_choice_stand_beside_its_others() {
    let nested = "{any: ['危害后果 = 轻微 and (持续时间 = 长 or 两年内次数 >= 3)', 危害后果 = 重大]}";
    let text = FOOD.replace("{any: [持续时间 = 长, 两年内次数 >= 3]}", nested);
    let expected = "   严重      须有下列之一：持续时间为长（持续天数超过 90 日）、两年内次数不低于 3、危害后果为重大；\
                    本案持续时间为短（持续天数 20 日），两年内次数 1，危害后果为轻微\n";
    let words = told(&text, "catering", KNOWN, zh());
    assert!(words.contains(expected), "{words}");
}

/// One thing missing of a way among several would pass for all that the way needs.
#[test]
fn each_of_several_ways_is_told_with_all_that_it_lacks() {
    let ways = "{any: [危害后果 = 重大 and 两年内次数 >= 2, 持续时间 = 长 and 危害后果 = 轻微]}";
    let text = FOOD.replace("{any: [持续时间 = 长, 两年内次数 >= 3]}", ways);
    let words = told(&text, "catering", KNOWN, zh());
    let expected = "   严重      须有下列之一：危害后果为重大且两年内次数不低于 2、持续时间为长（持续天数超过 90 日）；\
                    本案危害后果为轻微，两年内次数 1，持续时间为短（持续天数 20 日）\n";
    assert!(words.contains(expected), "{words}");
}

#[test]
fn the_row_for_all_other_cases_says_which_one_applies_in_its_branch() {
    let text = FOOD.split("offences:").next().unwrap().to_owned()
        + "offences:
  - id: freight
    name: 无证货运
    statute:
      basis: 食品安全法 第一百二十二条第一款
      branches:
        - {id: 两万以上, when: 违法所得 >= 20000元, sanctions: [{id: 罚款, kind: fine, range: 2倍以上10倍以下, of: 违法所得}]}
        - {id: 不足两万, when: 违法所得 < 20000元, sanctions: [{id: 罚款, kind: fine, range: 3万元以上10万元以下}]}
    benchmark:
      hit: heaviest
      tiers:
        - {tier: 轻微, branch: 两万以上, otherwise: true, 罚款: {range: 2倍}}
        - {tier: 一般, branch: 两万以上, when: 两年内次数 >= 2, 罚款: {range: 2倍以上3倍以下}}
        - {tier: 轻微, branch: 不足两万, otherwise: true, 罚款: {range: 3万元}}
";
    let words = told(&text, "freight", "{违法所得: 20000, 两年内次数: 2}", zh());
    assert!(words.contains("轻微·两万以上  仅在其他情形；本案适用“一般”"), "{words}");
    assert!(words.contains("轻微·不足两万  仅在适用“不足两万”的罚则时"), "{words}");
}

#[test]
fn the_row_for_all_other_cases_is_told_as_one() {
    let text = FOOD.replace("when: 持续时间 = 中, 罚款", "otherwise: true, 罚款");
    // (持续天数, 两年内次数), what is said of the row and where
    for (days, times, line) in [
        ("60", "1", " 2 阶次      其他情形 → 一般，罚款取幅度的 超过 10%、40%以下"),
        ("20", "1", "   一般      仅在其他情形；本案适用“轻微”\n"),
    ] {
        let facts = KNOWN
            .replace("持续天数: 20", &format!("持续天数: {days}"))
            .replace("两年内次数: 1", &format!("两年内次数: {times}"));
        let words = told(&text, "catering", &facts, zh());
        assert!(words.contains(line), "{words}");
    }
    let open = told(&text, "catering", &KNOWN.replace("持续天数: 20, ", ""), Style { form: Form::Full, ..zh() });
    assert!(open.contains(" 阶次      如属其他情形 → 一般"), "{open}");
}

/// 收入 less 成本 may be below zero: then there is nothing to confiscate, and no base of a fine.
#[test]
fn an_amount_below_zero_is_none() {
    let text = FOOD.split("factors:").next().unwrap().to_owned()
        + "define: {所得: 货值金额 - 违法所得}
offences:
  - id: gains
    name: 示例
    statute:
      basis: 食品安全法 第一百二十二条第一款
      sanctions:
        - {id: 没收, kind: confiscate, amount: 所得}
        - {id: 罚款, kind: fine, range: 1倍以上3倍以下, of: 所得}
";
    for (facts, result) in [
        ("{货值金额: 5000, 违法所得: 3000}", "结论    没收 2,000 元（应当）；罚款 2,000 元以上 6,000 元以下（应当）\n"),
        (
            "{货值金额: 5000, 违法所得: 8000}",
            "结论    没收无法计罚（计罚基数为零或者为负）；罚款无法计罚（计罚基数为零或者为负）\n",
        ),
        ("{货值金额: 5000}", "尚不能确定  没收 0 元以上 5,000 元以下（应当）；罚款超过 0 元、15,000 元以下（应当）\n"),
    ] {
        let words = told(&text, "gains", facts, zh());
        assert!(words.contains(result), "{words}");
    }
}

#[test]
fn an_override_without_a_tier_is_named_among_the_tiers() {
    let row = "  - {tier: 特别严重, when: 危害后果 = 重大, 罚款: {part: 100%}}";
    let text = FOOD.replace(row, "overrides: [{when: 危害后果 = 重大, 罚款: 10万元}]");
    let told = |facts: &str| told(&text, "catering", facts, zh());
    let certain = told(&KNOWN.replace("危害后果: 轻微", "危害后果: 重大"));
    assert!(certain.contains("阶次    调整（未列阶次）\n"), "{certain}");
    let open = told(&KNOWN.replace("危害后果: 轻微, ", ""));
    assert!(open.contains("可能的阶次  轻微、调整（未列阶次）\n"), "{open}");
}

#[test]
fn an_offence_that_is_not_established_says_which_element_failed() {
    let told = told(FOOD, "catering", &KNOWN.replace("务: true", "务: false"), zh());
    assert!(told.contains("结论    违法行为不成立\n"), "{told}");
    assert!(told.contains(" 1 构成要件  须“从事餐饮服务”为是；本案为否"), "{told}");
}

const MIXED: &str = "
cailiang: 1
ruleset: cn.demo.mixed
title: 混合
issuer: 某局
in_force: {from: 2024-01-01}
status: in_force
tiers: [轻微, 一般]
unascertainable: {is: lowest, basis: 本基准 第五条}
laws: {某法: {title: 某法, rank: law}}
facts:
  情节严重: {type: yes-no}
  次数: {type: level, of: [初次, 再次]}
  处罚记录: {type: list of record, fields: {日期: {type: date}, 条款: {type: text}}}
define: {两年内次数: count(处罚记录 where 条款 = '十' and 日期 within 2年 before 违法行为日) + 1}
offences:
  - id: choice
    name: 择一
    statute:
      basis: 某法 第十条
      sanctions:
        - {id: 警告, kind: warning}
        - {id: 罚款, kind: fine, range: 2万元以下, default: 2000元}
        - {id: 停止执业, kind: suspend_practice, when: 情节严重, range: 3月..1年, mode: may}
      choices: [{pick: one, of: [[警告], [罚款]]}]
  - id: score
    name: 计分
    statute:
      basis: 某法 第十一条第二款
      sanctions: [{id: 罚款, kind: fine, range: 2万元以上20万元以下}]
    benchmark:
      basis: 本基准 表一
      score: {weights: {次数: {初次: 0%, 再次: 2%}}}
      罚款: {start: 7%, times: statute.max, floor: statute.min}
  - id: repeat
    name: 再犯
    statute:
      basis: 某法 第十二条
      sanctions: [{id: 罚款, kind: fine, range: 1万元以上3万元以下}]
    benchmark:
      tiers:
        - {tier: 轻微, when: 两年内次数 = 1, 罚款: 5000元, unverified: 数额存疑}
        - {tier: 一般, when: 两年内次数 >= 2, 罚款: 2万元..3万元}
";

#[test]
fn choices_guiding_points_and_sanctions_that_may_be_added() {
    let zh = told(MIXED, "choice", "{情节严重: true}", zh());
    assert!(
        zh.contains("结论    警告，或者罚款 20,000 元以下（指导基准 2,000 元），择一；停止执业 3 个月以上 1 年以下（可以并处）\n"),
        "{zh}"
    );
    let en = told(MIXED, "choice", "{情节严重: true}", en());
    assert!(
        en.contains(
            "Result  warning or fine of at most CNY 20,000 (guiding point CNY 2,000) (one of them); \
             suspension of practice of at least 3 months and at most 1 year (may be added)\n"
        ),
        "{en}"
    );
}

#[test]
fn scores_are_added_up_and_limits_are_steps() {
    let told = told(MIXED, "score", "{次数: 无法查明}", zh());
    assert!(told.contains("次数：无法查明，按最低档计 → 初次"), "{told}");
    assert!(told.contains("7% + 其余因素 0% = 7%；× 200,000 元 → 14,000 元"), "{told}");
    assert!(told.contains("罚款      按规定的下限：14,000 元 → 20,000 元"), "{told}");
    assert!(told.contains("无法查明  “次数”无法查明，按最低档计；请核对已尽调查义务"), "{told}");
}

#[test]
fn definitions_are_spelled_out_and_bounded_results_are_surfaced() {
    let facts = "{违法行为日: 2024-05-01, 处罚记录: [{日期: 2021-01-01, 条款: '十'}]}";
    let brief = told(MIXED, "repeat", facts, zh());
    for part in [
        "定义      两年内次数 = 处罚记录（条款为“十”且日期在违法行为日前 2 年内）的件数 + 1 → 1",
        "罚款      不得低于法定下限：5,000 元 → 10,000 元",
        "“轻微”算得的“罚款”低于法定下限，已按法定幅度限定（5,000 元 → 10,000 元）",
        "文本未核实    “轻微”（缘由见详细说明）",
    ] {
        assert!(brief.contains(part), "{part}\n{brief}");
    }
    let full = Style { form: Form::Full, markup: Markup::Markdown, lang: Lang::Zh };
    let full = told(MIXED, "repeat", facts, full);
    for part in [
        "**文本未核实** “轻微”未核实：数额存疑",
        "- **未核实** 轻微：数额存疑",
        "- **处罚记录** 日期 2021年1月1日，条款 “十”",
        "- **违法行为日** 2024年5月1日",
        "- **混合** 2024年1月1日起施行；按2024年5月1日选用（规定本违法行为）；校验值 ",
        "- **不符** 两年内次数不低于 2；本案 1",
    ] {
        assert!(full.contains(part), "{part}\n{full}");
    }
}

#[test]
fn amounts_always_say_whether_an_end_is_in() {
    use crate::expr::Num;
    use crate::outcome::{Amount, Edge, Measure};
    use crate::vocabulary::Incomputable;
    let money = Dimension::of(crate::value::Base::Money);
    let month = Dimension::of(crate::value::Base::Month);
    let point = |n| Num::Point(Rational::int(n));
    let range = |lo: (i64, bool), hi: Option<(i64, bool)>, has_min| {
        let edge = |(n, open)| Edge { at: point(n), open };
        Measure::Range(Amount { lo: edge(lo), hi: hi.map(edge), has_min, default: None })
    };
    for (measure, dimension, zh, en) in [
        (range((5, false), Some((6, false)), true), &money, "5 元以上 6 元以下", "at least CNY 5 and at most CNY 6"),
        (range((5, true), Some((6, false)), true), &money, "超过 5 元、6 元以下", "more than CNY 5 and at most CNY 6"),
        (range((5, false), Some((6, true)), true), &money, "5 元以上不满 6 元", "at least CNY 5 and less than CNY 6"),
        (range((5, true), Some((6, true)), true), &money, "超过 5 元不满 6 元", "more than CNY 5 and less than CNY 6"),
        (range((0, true), Some((20_000, false)), false), &money, "20,000 元以下", "at most CNY 20,000"),
        (range((7000, false), None, true), &money, "7,000 元以上", "at least CNY 7,000"),
        (range((7, false), Some((7, false)), true), &money, "7 元", "CNY 7"),
        (range((0, false), Some((0, false)), true), &money, "0 元", "CNY 0"),
        (
            range((6, false), Some((12, false)), true),
            &month,
            "6 个月以上 1 年以下",
            "at least 6 months and at most 1 year",
        ),
        (
            Measure::Incomputable(Incomputable::ZeroBase),
            &money,
            "无法计罚（计罚基数为零或者为负）",
            "cannot be computed (the base is zero or less)",
        ),
    ] {
        assert_eq!(amount(&measure, dimension, Lang::Zh), zh);
        assert_eq!(amount(&measure, dimension, Lang::En), en);
    }
    let third = Rational::new(-4000, 3).unwrap();
    assert_eq!(show_number(Num::Point(third), "元", Lang::Zh), "-1,333.333… 元");
    assert_eq!(show_number(Num::Point(Rational::new(1, 1_000_000).unwrap()), "", Lang::Zh), "0.000001");
    let open = Interval::new(Bound::Exclusive(Rational::int(3)), Bound::Unbounded).unwrap();
    assert_eq!(show_number(Num::Range(open), "日", Lang::En), "more than 3 days");
}

#[test]
fn questions_are_the_document_s_own_or_made_from_the_type() {
    let (program, ..) = case(FOOD, "catering", KNOWN);
    let ask = |name: &str, lang| question(&program, program.fact(name).unwrap(), lang);
    assert_eq!(ask("货值金额", Lang::Zh), "货值金额是多少？");
    assert_eq!(ask("从事餐饮服务", Lang::Zh), "是否从事餐饮服务？");
    assert_eq!(ask("危害后果", Lang::En), "危害后果: which of 无, 轻微, 重大?");
    assert_eq!(rule_name(&program, Rule::Row(program.rows().ids().nth(3).unwrap())), "特别严重");
}
