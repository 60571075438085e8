//! The reference of what is allowed, held against cases that were worked out from the articles alone: the facts, the
//! ways that remain, and what is to be said of decisions at and around their ends.
//!
//! Money is in 元, detention in 日. `<最重` is: lighter than the most that otherwise applies.

mod allowed_reference;

use allowed_reference::documents::Document;
use allowed_reference::law::{Able, Defence, Facts, General, Harm, Mind, circumstances, limitation_months, stayed};
use allowed_reference::review::review;
use allowed_reference::together::{Governs, executed_days, governs, one_act, under_two};
use allowed_reference::ways::{silent, ways};
use allowed_reference::{
    Act, Amount, Choice, Circumstance, Clause, Decision, Direction, Force, Kind, Limitation, Range, Sanction, Target,
    told,
};

/// 处罚法 of 2021, of 2017, 治安法 of 2025.
const NEW: General = General::Penalty2021;
const OLD: General = General::Penalty2017;
const POLICE: General = General::PublicSecurity2025;

fn sanction(id: &str, kind: Kind, statute: Option<Range>) -> Sanction {
    Sanction { id: id.to_owned(), kind, force: Force::Must, statute, tier: None, elsewhere: None }
}

fn fine(lo: Amount, hi: Amount) -> Sanction {
    let range = if lo == 0 { Range::up_to(hi * 100) } else { Range::of(lo * 100, hi * 100) };
    sanction("罚款", Kind::Fine, Some(range))
}

fn days(lo: Amount, hi: Amount) -> Sanction {
    sanction("拘留", Kind::Detention, Some(if lo == 0 { Range::up_to(hi) } else { Range::of(lo, hi) }))
}

fn gains(amount: Amount) -> Sanction {
    sanction("没收违法所得", Kind::Confiscate, Some(Range::of(amount * 100, amount * 100)))
}

fn optional(one: Sanction) -> Sanction {
    Sanction { force: Force::May, ..one }
}

fn tier(one: Sanction, lo: Amount, hi: Amount) -> Sanction {
    Sanction { tier: Some(Range::of(lo * 100, hi * 100)), ..one }
}

fn clause(sanctions: Vec<Sanction>) -> Clause {
    let orders = vec!["责令改正".to_owned()];
    Clause { basis: "某法 第一条".to_owned(), target: Target::Unit, orders, sanctions, choices: Vec::new() }
}

/// A 或者 B.
fn either(sanctions: Vec<Sanction>) -> Clause {
    let of = sanctions.iter().map(|s| vec![s.id.clone()]).collect();
    Clause { choices: vec![Choice { more: false, of }], ..clause(sanctions) }
}

/// 治安法 58, basic: 处五日以上十日以下拘留或者二千元以下罚款.
fn theft() -> Clause {
    either(vec![days(5, 10), fine(0, 2000)])
}

/// 治安法 58, 情节较重: 处十日以上十五日以下拘留，可以并处三千元以下罚款.
fn grave_theft() -> Clause {
    clause(vec![days(10, 15), optional(fine(0, 3000))])
}

/// 治安法 51(1): 处五日以上十日以下拘留，并处五百元以上一千元以下罚款.
fn assault() -> Clause {
    clause(vec![days(5, 10), fine(500, 1000)])
}

fn of_law(text: General, facts: &Facts, clause: Clause) -> Act {
    Act { circumstances: circumstances(text, facts), stayed: stayed(text, facts), ..silent(clause) }
}

fn person(age: Amount) -> Facts {
    Facts { age, ..Facts::plain(true) }
}

fn unit(names: &[&'static str]) -> Facts {
    Facts::plain(false).with(names)
}

fn decided(sanctions: &[(&str, Amount)]) -> Decision {
    let one = |(id, amount): &(&str, Amount)| {
        let amount = if matches!(*id, "拘留") { *amount } else { *amount * 100 };
        ((*id).to_owned(), (amount > 0).then_some(amount))
    };
    Decision { sanctions: sanctions.iter().map(one).collect(), done: None }
}

fn of_document(calls: &[Direction], force: Force) -> Circumstance {
    Circumstance {
        id: "规定的情形", calls: calls.to_vec(), force, needs: Vec::new(), basis: "本规定 第一条"
    }
}

type Reviews<'r> = &'r [(&'r [(&'r str, Amount)], &'r str)];

/// Holds an act against the ways and the reviews that were worked out by hand.
fn check(why: &str, act: &Act, expected: &[&str], reviews: Reviews<'_>) {
    let found = ways(act);
    let lines: Vec<String> = found.iter().map(told::way).collect();
    assert_eq!(lines, expected, "{why}");
    for (sanctions, expected) in reviews {
        let decision = decided(sanctions);
        assert_eq!(told::finding(&review(&found, &decision)), *expected, "{why}\n{}", told::decision(&decision));
    }
}

const NONE: &[(&str, Amount)] = &[];

#[test]
fn without_circumstances_the_clause_stands() {
    // 1. 处罚法 57(1)(1): what the clause has; 28(2): gains in full. No benchmark: never 符合裁量基准.
    check(
        "单处罚款，没有裁量基准",
        &silent(clause(vec![gains(800), fine(10_000, 50_000)])),
        &["一般: 没收违法所得 800、罚款 10000..50000"],
        &[
            (&[("没收违法所得", 800), ("罚款", 10_000)], "在法定幅度内"),
            (&[("没收违法所得", 800), ("罚款", 50_000)], "在法定幅度内"),
            (&[("没收违法所得", 800), ("罚款", 50_001)], "偏离: 罚款 +100"),
            (&[("没收违法所得", 800), ("罚款", 9_999)], "偏离: 罚款 -100"),
            (&[("没收违法所得", 700), ("罚款", 10_000)], "偏离: 没收违法所得 -10000"),
            (&[("罚款", 10_000)], "偏离: 缺没收违法所得"),
            (&[("没收违法所得", 800), ("罚款", 10_000), ("吊销", 0)], "偏离: 无据吊销"),
            (NONE, "偏离: 应当处罚而不予处罚"),
        ],
    );
    // 2. With a benchmark: its range, inside which it is 符合.
    check(
        "裁量基准的档次",
        &silent(clause(vec![tier(fine(10_000, 50_000), 10_000, 22_000)])),
        &["一般: 罚款 10000..22000"],
        &[
            (&[("罚款", 22_000)], "符合"),
            (&[("罚款", 22_001)], "偏离: 罚款 +100"),
            (&[("罚款", 50_000)], "偏离: 罚款 +2800000"),
        ],
    );
    // 3. 或者: each member is a way; both together are none.
    check(
        "治安法 58：拘留或者罚款，择一",
        &silent(theft()),
        &["一般: 拘留 5..10", "一般: 罚款 ..2000"],
        &[
            (&[("拘留", 10)], "在法定幅度内"),
            (&[("罚款", 2000)], "在法定幅度内"),
            (&[("拘留", 5), ("罚款", 500)], "偏离: 无据罚款"),
            (&[("拘留", 11)], "偏离: 拘留 +1"),
        ],
    );
    // 4. 可以并处: with it and without it.
    check(
        "治安法 58 情节较重：可以并处",
        &silent(grave_theft()),
        &["一般: 拘留 10..15、可罚款 ..3000"],
        &[
            (&[("拘留", 15)], "在法定幅度内"),
            (&[("拘留", 15), ("罚款", 3000)], "在法定幅度内"),
            (&[("罚款", 3000)], "偏离: 缺拘留"),
        ],
    );
    // 5. 单处或者并处: one of them or both.
    let two = vec![sanction("警告", Kind::Warning, None), fine(0, 20_000)];
    let of = vec![vec!["警告".to_owned()], vec!["罚款".to_owned()]];
    let one_or_both = Clause { choices: vec![Choice { more: true, of }], ..clause(two) };
    check(
        "可以单处或者并处",
        &silent(one_or_both),
        &["一般: 警告", "一般: 罚款 ..20000", "一般: 警告、罚款 ..20000"],
        &[(&[("警告", 0)], "在法定幅度内"), (&[("警告", 0), ("罚款", 1)], "在法定幅度内")],
    );
    // 6. A clause that only says 可以: nothing need be imposed.
    check(
        "可以处罚款",
        &silent(clause(vec![optional(fine(10_000, 20_000))])),
        &["一般: 可罚款 10000..20000"],
        &[(NONE, "在法定幅度内"), (&[("罚款", 9_999)], "偏离: 罚款 -100")],
    );
}

#[test]
fn no_penalty_leaves_nothing_beside_it() {
    // 7. 处罚法 30: 不满十四周岁的，不予行政处罚，责令监护人加以管教.
    let child = of_law(NEW, &person(13), clause(vec![fine(200, 500)]));
    check(
        "处罚法 30：十三周岁",
        &child,
        &["不予处罚 应当；guardian_discipline"],
        &[(NONE, "符合"), (&[("罚款", 200)], "偏离: 依法不予处罚而处罚")],
    );
    let silent_on_duty = Decision { sanctions: Vec::new(), done: Some(Vec::new()) };
    assert_eq!(told::finding(&review(&ways(&child), &silent_on_duty)), "偏离: 未guardian_discipline");
    let full = Decision { sanctions: Vec::new(), done: Some(vec!["guardian_discipline"]) };
    assert_eq!(told::finding(&review(&ways(&child), &full)), "符合");
    // 8. 处罚法 31: 智力残疾人 of 2021; 2017 art 26 speaks of 精神病人 alone.
    let lost = Facts { mind: Mind::Disabled(Able::Not), ..Facts::plain(true) };
    let slight_fine = || clause(vec![fine(200, 500)]);
    check("处罚法(2021) 31", &of_law(NEW, &lost, slight_fine()), &["不予处罚 应当；guardian_care"], &[]);
    check(
        "处罚法(2017) 26",
        &of_law(OLD, &lost, slight_fine()),
        &["一般: 罚款 200..500"],
        &[(NONE, "偏离: 应当处罚而不予处罚")],
    );
    // 9. 处罚法 33(1) first sentence: 轻微、及时改正、没有危害后果: 不予; nothing can be 从重 (49) where there is none.
    let slight =
        Facts { harm: Harm::None, ..unit(&["违法行为轻微", "及时改正", "违反突发事件措施"]) };
    check("处罚法 33(1) 与 49", &of_law(NEW, &slight, slight_fine()), &["不予处罚 应当；education"], &[]);
    // 10. 33(1) second sentence: 首违可以不罚: one way more; 2017 has none.
    let first = Facts { harm: Harm::Slight, ..unit(&["初次违法", "及时改正"]) };
    check(
        "处罚法 33(1) 首违",
        &of_law(NEW, &first, slight_fine()),
        &["一般: 罚款 200..500", "不予处罚 可以；education"],
        &[(NONE, "符合"), (&[("罚款", 500)], "在法定幅度内")],
    );
    check("2017 没有首违不罚", &of_law(OLD, &first, slight_fine()), &["一般: 罚款 200..500"], &[]);
    // 11. 33(2): no fault proved; unless a law or an administrative regulation says otherwise.
    let no_fault = unit(&["足以证明无过错"]);
    check("处罚法 33(2)", &of_law(NEW, &no_fault, slight_fine()), &["不予处罚 应当；education"], &[]);
    let otherwise = unit(&["足以证明无过错", "过错另有规定"]);
    check("33(2) 另有规定", &of_law(NEW, &otherwise, slight_fine()), &["一般: 罚款 200..500"], &[]);
    let months = |text, facts: &Facts| limitation_months(text, facts);
    let five = unit(&["涉及生命健康或金融安全", "有危害后果"]);
    assert_eq!(
        (months(NEW, &unit(&[])), months(NEW, &five), months(OLD, &five), months(POLICE, &five)),
        (24, 60, 24, 6)
    );
    // 12. 处罚法 36, 治安法 25: found too late: 不再给予; orders are no penalty and stand.
    let late = Act { limitation: Limitation::Barred, ..silent(slight_fine()) };
    check(
        "处罚法 36",
        &late,
        &["已过追责时效，不再处罚"],
        &[(NONE, "符合"), (&[("罚款", 200)], "偏离: 依法不予处罚而处罚")],
    );
    // 13. 治安法 19: 正当制止: 不受处罚.
    let defender = Facts { defence: Defence::Proper, ..Facts::plain(true) };
    check("治安法 19 前句", &of_law(POLICE, &defender, assault()), &["不予处罚 应当"], &[]);
}

#[test]
fn an_obligation_to_be_lenient_replaces_the_clause() {
    // 14. 处罚法 32(1), 广告法 57 (20–100万): the maximum is neither 从轻 nor 减轻; below it nothing is shown.
    check(
        "处罚法 32(1)，没有幅度",
        &of_law(NEW, &unit(&["主动消除或减轻后果"]), clause(vec![fine(200_000, 1_000_000)])),
        &["从轻 应当 无幅度: 罚款 200000..999999.99", "减轻 应当 无幅度: 罚款 0.01..199999.99"],
        &[
            (&[("罚款", 1_000_000)], "偏离: 罚款 +1"),
            (&[("罚款", 999_999)], "未见不符，须说明理由"),
            (&[("罚款", 200_000)], "未见不符，须说明理由"),
            (&[("罚款", 199_999)], "未见不符，须说明理由"),
            (&[("罚款", 1_000_001)], "偏离: 罚款 +101"),
            (NONE, "偏离: 应当处罚而不予处罚"),
        ],
    );
    // 15. 治安法 12, 58, 23(1)(1): fourteen: 10 日 is the most; 3 日 is 减轻; a fine is the lighter kind that 58 lists.
    check(
        "治安法 12：十四周岁盗窃",
        &of_law(POLICE, &person(14), theft()),
        &[
            "从轻 应当 无幅度: 拘留 5..9；拘留不执行",
            "从轻 应当 无幅度: 罚款 ..2000",
            "减轻 应当 无幅度: 拘留 1..4；拘留不执行",
            "减轻 应当 无幅度: 罚款 0.01..2000",
        ],
        &[
            (&[("拘留", 10)], "偏离: 拘留 +1"),
            (&[("拘留", 9)], "未见不符，须说明理由"),
            (&[("拘留", 3)], "未见不符，须说明理由"),
            (&[("罚款", 2000)], "未见不符，须说明理由"),
            (&[("拘留", 5), ("罚款", 500)], "偏离: 无据罚款"),
        ],
    );
    // 16. 从轻 is of the whole: 10 日 with less than the full fine is lighter than 10 日 with all of it.
    check(
        "治安法 12、51：拘留并处罚款",
        &of_law(POLICE, &person(17), assault()),
        &[
            "从轻 应当 无幅度: 拘留 5..10、罚款 500..1000 <最重",
            "减轻 应当 无幅度: 拘留 1..10、罚款 0.01..1000 低于最低",
        ],
        &[
            (&[("拘留", 10), ("罚款", 1000)], "偏离: 未从轻"),
            (&[("拘留", 10), ("罚款", 900)], "未见不符，须说明理由"),
            (&[("拘留", 7), ("罚款", 1000)], "未见不符，须说明理由"),
            (&[("拘留", 5)], "未见不符，须说明理由"),
            (&[("拘留", 11), ("罚款", 500)], "偏离: 拘留 +1"),
        ],
    );
    // 17. 应当减轻 alone (治安法 19, 制止过当): inside the range nothing was mitigated.
    let excessive = Facts { defence: Defence::Excessive, ..Facts::plain(true) };
    check(
        "治安法 19：应当减轻",
        &of_law(POLICE, &excessive, assault()),
        &["减轻 应当 无幅度: 拘留 1..10、罚款 0.01..1000 低于最低"],
        &[
            (&[("拘留", 5), ("罚款", 500)], "偏离: 未减轻"),
            (&[("拘留", 4), ("罚款", 500)], "未见不符，须说明理由"),
            (NONE, "偏离: 应当处罚而不予处罚"),
        ],
    );
    // 18. 治安法 20: 从轻、减轻或者不予: no penalty is one of the three.
    check(
        "治安法 20(3) 谅解",
        &of_law(POLICE, &person(30).with(&["取得被侵害人谅解"]), assault()),
        &[
            "从轻 应当 无幅度: 拘留 5..10、罚款 500..1000 <最重",
            "减轻 应当 无幅度: 拘留 1..10、罚款 0.01..1000 低于最低",
            "不予处罚 应当",
        ],
        &[(NONE, "符合"), (&[("拘留", 10), ("罚款", 1000)], "偏离: 未从轻")],
    );
    // 19. A fixed amount has no 从轻: only 减轻.
    check(
        "固定数额",
        &of_law(NEW, &unit(&["查处中立功"]), clause(vec![fine(5000, 5000)])),
        &["减轻 应当 无幅度: 罚款 0.01..4999.99"],
        &[(&[("罚款", 5000)], "偏离: 罚款 +1"), (&[("罚款", 4999)], "未见不符，须说明理由")],
    );
    // 20. A warning alone: nothing is lighter and no text says what 减轻 would be: nothing is held against it.
    check(
        "只有警告",
        &of_law(NEW, &unit(&["查处中立功"]), clause(vec![sanction("警告", Kind::Warning, None)])),
        &["从轻 应当 无幅度: 警告", "减轻 应当 无幅度: 警告"],
        &[(&[("警告", 0)], "未见不符，须说明理由"), (NONE, "偏离: 应当处罚而不予处罚")],
    );
    // 21. 从轻 goes below the benchmark's tier, never above it; the tier's own top is what otherwise applies.
    check(
        "有档次，没有从轻的幅度",
        &of_law(NEW, &unit(&["主动供述未掌握"]), clause(vec![tier(fine(10_000, 50_000), 20_000, 30_000)])),
        &["从轻 应当 无幅度: 罚款 10000..29999.99", "减轻 应当 无幅度: 罚款 0.01..9999.99"],
        &[
            (&[("罚款", 30_000)], "偏离: 罚款 +1"),
            (&[("罚款", 15_000)], "未见不符，须说明理由"),
            (&[("罚款", 40_000)], "偏离: 罚款 +1000001"),
        ],
    );
    // 22. Gains are confiscated in full however lenient: 28(2).
    check(
        "没收违法所得不从轻",
        &of_law(NEW, &unit(&["受他人诱骗"]), clause(vec![gains(800), fine(0, 10_000)])),
        &[
            "从轻 应当 无幅度: 没收违法所得 800、罚款 ..9999.99",
            "减轻 应当 无幅度: 没收违法所得 800、罚款 0.01..9999.99",
        ],
        &[
            (&[("没收违法所得", 400), ("罚款", 5000)], "偏离: 没收违法所得 -40000"),
            (&[("没收违法所得", 800), ("罚款", 10_000)], "偏离: 罚款 +1"),
        ],
    );
}

#[test]
fn a_permission_adds() {
    // 23. 处罚法 31 last sentence: 可以从轻或者减轻: the clause stays.
    let partly = Facts { mind: Mind::Ill(Able::Partly), ..Facts::plain(true) };
    check(
        "处罚法 31：可以从轻或者减轻",
        &of_law(NEW, &partly, clause(vec![fine(200, 500)])),
        &["一般: 罚款 200..500", "从轻 可以 无幅度: 罚款 200..499.99", "减轻 可以 无幅度: 罚款 0.01..199.99"],
        &[(&[("罚款", 500)], "在法定幅度内"), (&[("罚款", 100)], "未见不符，须说明理由")],
    );
    // 24. 可以不予 (33(1)) beside 应当从轻或者减轻 (32): the clause is out, no penalty is in.
    let both = Facts { harm: Harm::Slight, ..unit(&["初次违法", "及时改正", "主动消除或减轻后果"]) };
    check(
        "处罚法 32(1) 与 33(1)",
        &of_law(NEW, &both, clause(vec![fine(200, 500)])),
        &["从轻 应当 无幅度: 罚款 200..499.99", "减轻 应当 无幅度: 罚款 0.01..199.99", "不予处罚 可以；education"],
        &[(NONE, "符合"), (&[("罚款", 500)], "偏离: 罚款 +1")],
    );
    // 25. 应当减轻 (治安法 19) and 应当从轻或者减轻 (12): only 减轻 honours both.
    let young = Facts { age: 17, defence: Defence::Excessive, ..Facts::plain(true) };
    check(
        "治安法 12 与 19",
        &of_law(POLICE, &young, clause(vec![days(5, 10)])),
        &["减轻 应当 无幅度: 拘留 1..4"],
        &[(&[("拘留", 5)], "偏离: 拘留 +1"), (&[("拘留", 4)], "未见不符，须说明理由")],
    );
}

#[test]
fn what_documents_say_is_a_figure() {
    // 26. 国市监法规〔2022〕2号 10: 从轻 is the lower 30% of the difference; 减轻 below the minimum or a kind left out.
    let two = || vec![sanction("停业", Kind::SuspendBusiness, None), fine(50_000, 100_000)];
    let act = |text, names: &[&'static str], clause, document| Act { document, ..of_law(text, &unit(names), clause) };
    check(
        "国市监 10：从轻、减轻",
        &act(NEW, &["主动消除或减轻后果"], clause(two()), Document::MarketRegulation),
        &["从轻 应当: 停业、罚款 50000..65000", "减轻 应当: 停业、罚款 0.01..100000 低于最低"],
        &[
            (&[("停业", 0), ("罚款", 65_000)], "符合"),
            (&[("停业", 0), ("罚款", 65_001)], "偏离: 罚款 +100"),
            (&[("停业", 0), ("罚款", 49_999)], "符合"),
            (&[("罚款", 100_000)], "符合"),
        ],
    );
    // 27. 湖南 10: 从轻 takes up to 20% of U off, not below L; 减轻 up to 50% of L, with 集体讨论.
    check(
        "湖南 10",
        &act(NEW, &["查处中立功"], clause(vec![tier(fine(20_000, 100_000), 29_000, 29_000)]), Document::Hunan),
        &["从轻 应当: 罚款 20000..29000", "减轻 应当: 罚款 19000..29000；collective_deliberation"],
        &[(&[("罚款", 19_000)], "符合"), (&[("罚款", 18_999)], "偏离: 罚款 -100")],
    );
    // 28. 人民银行 6: 从轻 of 20–50万 is 20 to below 30万; 5: 减轻 below L; 11, 6: 从重 40–50万.
    check(
        "人民银行 6",
        &act(NEW, &["另有从轻减轻规定"], clause(vec![fine(200_000, 500_000)]), Document::Bank),
        &["从轻 应当: 罚款 200000..299999.99", "减轻 应当: 罚款 0.01..199999.99"],
        &[(&[("罚款", 300_000)], "偏离: 罚款 +1"), (&[("罚款", 299_999)], "符合"), (&[("罚款", 1)], "符合")],
    );
    // 29. 江门 6: 从轻 is the lower limit of the tier; its 可以 does not weaken the law's 应当.
    check(
        "江门 6",
        &act(NEW, &["受他人胁迫"], clause(vec![tier(fine(20_000, 200_000), 60_000, 100_000)]), Document::Jiangmen),
        &["从轻 应当: 罚款 60000", "减轻 应当 无幅度: 罚款 0.01..19999.99"],
        &[
            (&[("罚款", 60_000)], "符合"),
            (&[("罚款", 70_000)], "偏离: 罚款 +1000000"),
            (&[("罚款", 10_000)], "未见不符，须说明理由"),
        ],
    );
    // 30. 广东 12: 从重 is from the average of the tier up.
    check(
        "处罚法 49、广东 12",
        &act(
            NEW,
            &["违反突发事件措施"],
            clause(vec![tier(fine(20_000, 200_000), 60_000, 100_000)]),
            Document::Guangdong,
        ),
        &["从重 应当: 罚款 80000..100000"],
        &[(&[("罚款", 79_999)], "偏离: 罚款 -100"), (&[("罚款", 100_000)], "符合")],
    );
    // 31. 人民银行 17: two 从轻 and no 从重: 可以减轻 (a circumstance of the document), beside 应当从轻.
    let (lighter, deeper) = (&[Direction::Lighter], &[Direction::Mitigated]);
    let mut bank = act(NEW, &[], clause(vec![fine(200_000, 500_000)]), Document::Bank);
    bank.circumstances = vec![of_document(lighter, Force::Must), of_document(deeper, Force::May)];
    check(
        "人民银行 10、17",
        &bank,
        &["从轻 应当: 罚款 200000..299999.99", "减轻 可以: 罚款 0.01..199999.99"],
        &[(&[("罚款", 100_000)], "符合"), (&[("罚款", 300_000)], "偏离: 罚款 +1")],
    );
}

#[test]
fn from_heavier_mirrors_from_lighter_and_stays_in_the_statute() {
    // 32. 处罚法 49: the minimum deviates, above it nothing is shown, above the statute nothing is allowed.
    check(
        "处罚法 49，没有幅度",
        &of_law(NEW, &unit(&["违反突发事件措施"]), clause(vec![fine(10_000, 50_000)])),
        &["从重 应当 无幅度: 罚款 10000.01..50000"],
        &[
            (&[("罚款", 10_000)], "偏离: 罚款 -1"),
            (&[("罚款", 10_001)], "未见不符，须说明理由"),
            (&[("罚款", 50_000)], "未见不符，须说明理由"),
            (&[("罚款", 50_001)], "偏离: 罚款 +100"),
        ],
    );
    // 33. 治安法 22(2), 58: the lighter kind at any amount is not 从重 when the clause lists a heavier one … unless the
    // fine is what otherwise applied: it has no minimum, so a fine is never shown to be the least.
    check(
        "治安法 22、58",
        &of_law(POLICE, &person(30).with(&["教唆胁迫诱骗他人"]), theft()),
        &["从重 应当 无幅度: 拘留 5..10", "从重 应当 无幅度: 罚款 ..2000"],
        &[(&[("拘留", 5)], "未见不符，须说明理由"), (&[("罚款", 2000)], "未见不符，须说明理由")],
    );
    // 34. With a tier: from its lower end, out, up to the statute's end.
    check(
        "有档次，没有从重的幅度",
        &of_law(NEW, &unit(&["违反突发事件措施"]), clause(vec![tier(fine(10_000, 50_000), 20_000, 30_000)])),
        &["从重 应当 无幅度: 罚款 20000.01..50000"],
        &[(&[("罚款", 20_000)], "偏离: 罚款 -1"), (&[("罚款", 50_000)], "未见不符，须说明理由")],
    );
}

#[test]
fn opposed_circumstances_are_weighed_by_a_person() {
    // 35. 应当 against 应当 (治安法 12 and 22(4)): no netting; outside the statute it deviates all the same.
    check(
        "治安法 12 与 22",
        &of_law(POLICE, &person(17).with(&["一年内受过治安处罚"]), clause(vec![days(5, 10)])),
        &["综合考量: 拘留 1..10"],
        &[(&[("拘留", 10)], "不能确定"), (&[("拘留", 3)], "不能确定"), (&[("拘留", 11)], "偏离: 拘留 +1")],
    );
    // 36. 应当从轻 against 可以从重: the most is still not 从轻; inside the figure it is right.
    let mut against = of_law(NEW, &unit(&["主动消除或减轻后果"]), clause(vec![fine(10_000, 50_000)]));
    against.document = Document::MarketRegulation;
    against.circumstances.push(of_document(&[Direction::Heavier], Force::May));
    check(
        "处罚法 32 与规定的可以从重",
        &against,
        &["从轻 应当: 罚款 10000..22000", "减轻 应当: 罚款 0.01..9999.99", "综合考量: 罚款 10000..49999.99"],
        &[(&[("罚款", 22_000)], "符合"), (&[("罚款", 40_000)], "不能确定"), (&[("罚款", 50_000)], "偏离: 罚款 +1")],
    );
    // 可以从重 does not lift an obligation to 减轻.
    let mut deep = silent(clause(vec![fine(10_000, 50_000)]));
    deep.circumstances = [(Direction::Mitigated, Force::Must), (Direction::Heavier, Force::May)]
        .map(|(direction, force)| of_document(&[direction], force))
        .to_vec();
    check(
        "应当减轻与可以从重",
        &deep,
        &["减轻 应当 无幅度: 罚款 0.01..9999.99"],
        &[(&[("罚款", 20_000)], "偏离: 罚款 +1000001")],
    );
    // 37. 应当从重 (治安法 22) against 可以从轻、减轻或者不予 (14, 21).
    check(
        "治安法 14 与 22",
        &of_law(POLICE, &person(30).with(&["盲人或又聋又哑", "打击报复"]), clause(vec![days(5, 10)])),
        &["从重 应当 无幅度: 拘留 6..10", "综合考量: 拘留 1..10", "综合考量: 不予处罚"],
        &[(&[("拘留", 10)], "未见不符，须说明理由"), (&[("拘留", 5)], "不能确定"), (NONE, "不能确定")],
    );
}

#[test]
fn detention_is_decided_and_not_always_executed() {
    // 38. 治安法 23(1) and (2), item by item.
    let yes = |facts: &Facts| stayed(POLICE, facts) != allowed_reference::law::Stayed::No;
    assert!(yes(&person(14)) && yes(&person(15)) && !yes(&person(16)));
    assert!(yes(&person(16).with(&["初次违反治安管理"])) && !yes(&person(18).with(&["初次违反治安管理"])));
    assert!(yes(&person(70)) && !yes(&person(69)) && yes(&person(30).with(&["怀孕或哺乳不满一周岁婴儿"])));
    // 情节严重、影响恶劣 undoes items 1 to 3, 一年以内二次以上 items 1 and 3; nothing undoes item 4.
    assert!(!yes(&person(15).with(&["情节严重影响恶劣"])) && !yes(&person(15).with(&["一年内二次以上违反"])));
    assert!(!yes(&person(71).with(&["情节严重影响恶劣"])) && !yes(&person(71).with(&["一年内二次以上违反"])));
    assert!(!yes(&person(17).with(&["初次违反治安管理", "情节严重影响恶劣"])));
    assert!(yes(&person(17).with(&["初次违反治安管理", "一年内二次以上违反"])));
    assert!(yes(&person(30).with(&["怀孕或哺乳不满一周岁婴儿", "情节严重影响恶劣"])));
    // 16: several acts are executed together, at most twenty days; one act is what it is.
    assert_eq!((executed_days(&[15, 10]), executed_days(&[10, 5]), executed_days(&[15])), (20, 15, 15));
}

#[test]
fn of_two_laws_the_lighter_governs() {
    let under = of_law;
    let plain = unit(&[]);
    // 39. 处罚法 37: 旧 1%–5% of 6,000万 = 60万–300万, 新 10万–50万: the new is lighter and governs.
    let (old, new) = (clause(vec![fine(600_000, 3_000_000)]), clause(vec![fine(100_000, 500_000)]));
    let (older, newer) = (under(NEW, &plain, old), under(NEW, &plain, new));
    assert_eq!(governs(&older, &newer), Governs::Decision);
    assert_eq!(told::finding(&under_two(&older, &newer, &decided(&[("罚款", 1_050_000)]))), "偏离: 罚款 +55000000");
    assert_eq!(told::finding(&under_two(&older, &newer, &decided(&[("罚款", 300_000)]))), "在法定幅度内");
    // 治安法 58 against 2012 art 49: detention or a fine of 2,000, against detention with at most 500: open.
    let (old, new) = (clause(vec![days(5, 10), optional(fine(0, 500))]), theft());
    let (older, newer) = (under(POLICE, &plain, old), under(POLICE, &plain, new));
    assert_eq!(governs(&older, &newer), Governs::Open);
    let found = |sanctions| told::finding(&under_two(&older, &newer, &decided(sanctions)));
    assert_eq!(found(&[("拘留", 7)]), "在法定幅度内");
    assert_eq!(found(&[("罚款", 2000)]), "不能确定");
    assert_eq!(found(&[("拘留", 11)]), "偏离: 拘留 +1");
    // 33(1) of 2021 helps an act of 2020: 首违不罚 is new, so the new law is lighter; the same clause otherwise: old.
    let first = Facts { harm: Harm::Slight, ..unit(&["初次违法", "及时改正"]) };
    let act = || clause(vec![fine(200, 500)]);
    assert_eq!(governs(&under(OLD, &first, act()), &under(NEW, &first, act())), Governs::Decision);
    assert_eq!(governs(&under(OLD, &plain, act()), &under(NEW, &plain, act())), Governs::Act);
    // 49 of 2021 hurts: the old text governs.
    let emergency = unit(&["违反突发事件措施"]);
    assert_eq!(governs(&under(OLD, &emergency, act()), &under(NEW, &emergency, act())), Governs::Act);
}

#[test]
fn one_act_is_not_penalised_twice() {
    // 40. 处罚法 29: the higher fine alone; a thing confiscated once; other kinds of both provisions stand.
    let warned = clause(vec![gains(5000), sanction("警告", Kind::Warning, None), fine(10_000, 100_000)]);
    let revoked = clause(vec![gains(5000), sanction("吊销", Kind::RevokeLicence, None), fine(25_000, 100_000)]);
    let acts = [silent(warned), silent(revoked)];
    let found =
        |a: &[(&str, Amount)], b: &[(&str, Amount)]| told::finding(&one_act(NEW, &acts, &[decided(a), decided(b)]));
    let (gain, warning) = (("没收违法所得", 5000), ("警告", 0));
    assert_eq!(found(&[gain, warning], &[("罚款", 50_000), ("吊销", 0)]), "在法定幅度内");
    assert_eq!(found(&[warning], &[gain, ("罚款", 50_000), ("吊销", 0)]), "在法定幅度内");
    let twice = found(&[gain, warning], &[gain, ("罚款", 50_000), ("吊销", 0)]);
    assert_eq!(twice, "偏离: 无据没收违法所得@1");
    assert_eq!(found(&[gain, warning, ("罚款", 20_000)], &[("吊销", 0)]), "偏离: 缺罚款@1、无据罚款");
    assert_eq!(found(&[gain, warning], &[("罚款", 24_999), ("吊销", 0)]), "偏离: 罚款@1 -100");
    assert_eq!(found(&[gain, warning], &[("罚款", 50_000)]), "偏离: 缺吊销@1");
    // 24 of 2017: only not twice; either will do.
    let old =
        |a: &[(&str, Amount)], b: &[(&str, Amount)]| told::finding(&one_act(OLD, &acts, &[decided(a), decided(b)]));
    assert_eq!(old(&[gain, warning, ("罚款", 20_000)], &[("吊销", 0)]), "在法定幅度内");
    assert_eq!(old(&[gain, warning, ("罚款", 20_000)], &[("吊销", 0), ("罚款", 25_000)]), "偏离: 无据罚款@1");
    // 治安法 30 and 51: one act of 随意殴打: detention once, 5–10 日; the fine of 51, which has the higher minimum.
    let acts = [silent(either(vec![days(5, 10), fine(0, 1000)])), silent(assault())];
    let found =
        |a: &[(&str, Amount)], b: &[(&str, Amount)]| told::finding(&one_act(POLICE, &acts, &[decided(a), decided(b)]));
    assert_eq!(found(&[], &[("拘留", 10), ("罚款", 800)]), "在法定幅度内");
    assert_eq!(found(&[("拘留", 10)], &[("罚款", 800)]), "在法定幅度内");
    assert_eq!(found(&[("拘留", 10)], &[("拘留", 10), ("罚款", 800)]), "偏离: 无据拘留@1");
    assert_eq!(found(&[], &[("罚款", 800)]), "偏离: 缺拘留");
    // 从轻 is of the one act: detention at its most with less than the full fine of the other provision.
    let apart = [clause(vec![days(5, 10)]), clause(vec![fine(500, 1000)])];
    let minor = apart.map(|one| of_law(POLICE, &person(17), one));
    let found = |days: Amount, fine: Amount| {
        told::finding(&one_act(POLICE, &minor, &[decided(&[("拘留", days)]), decided(&[("罚款", fine)])]))
    };
    assert_eq!(found(10, 900), "未见不符，须说明理由");
    assert_eq!(found(10, 1000), "偏离: 未从轻");
}

#[test]
fn what_another_authority_imposes_stands_apart() {
    // 律师法 49: 吊销 is the province's; the city's decision neither lacks it nor may have it.
    let province = Some("省级司法行政部门".to_owned());
    let revoked = Sanction { elsewhere: province, ..sanction("吊销", Kind::RevokeLicence, None) };
    let act = silent(clause(vec![gains(1000), revoked]));
    assert_eq!(allowed_reference::ways::referrals(&act.clause), [("吊销", "省级司法行政部门")]);
    check(
        "律师法 49",
        &act,
        &["一般: 没收违法所得 1000"],
        &[(&[("没收违法所得", 1000)], "在法定幅度内"), (&[("没收违法所得", 1000), ("吊销", 0)], "偏离: 无据吊销")],
    );
}

#[test]
fn the_reference_shares_nothing_with_the_engine_and_is_short() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/allowed_reference");
    let (mut files, mut lines) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(!text.contains("cailiang::") && !text.contains("cailiang_"), "{text}");
        (files, lines) = (files + 1, lines + text.lines().count());
    }
    assert!(files >= 8 && lines < 2200, "{files} files, {lines} lines");
}
