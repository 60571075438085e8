//! W1 by hand over `rust_decimal`: no rules, no explanation, no unknowns.

use rust_decimal::Decimal;

/// What happened to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    /// 无
    None,
    /// 轻微
    Minor,
    /// 严重
    Serious,
    /// 死亡
    Death,
}

/// The facts of W1.
#[derive(Clone, Debug)]
pub struct Case {
    /// 货值, 元
    pub goods: Decimal,
    /// 违法所得, 元
    pub gains: Decimal,
    /// 发现日 as a number that grows with the calendar: 20240301
    pub found: u32,
    /// 持续天数
    pub days: u32,
    /// 两年内次数
    pub prior: u32,
    /// 批次
    pub batches: u32,
    /// 后果
    pub harm: Harm,
    /// 故意
    pub intent: bool,
    /// 配合
    pub cooperation: bool,
    /// 及时改正
    pub corrected: bool,
    /// 受胁迫
    pub coerced: bool,
    /// 小微
    pub small: bool,
    /// 涉未成年人
    pub minors: bool,
    /// 毁灭证据
    pub evidence: bool,
}

/// What comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The tier, 1 to 5; none where there is no penalty.
    pub tier: Option<u8>,
    /// The statutory range and the range of the tier, in 元.
    pub fine: Option<[Decimal; 4]>,
    /// A hearing can be asked for (from 50,000 元).
    pub hearing: bool,
    /// The decision needs a legal review (from 100,000 元).
    pub review: bool,
}

/// W1.
pub fn decide(case: &Case) -> Found {
    let goods = case.goods;
    let yuan = |n: i64| Decimal::from(n);
    let exempt = case.prior == 0
        && case.harm == Harm::None
        && case.corrected
        && goods < yuan(500)
        && !case.intent
        && !case.minors;
    if exempt {
        return Found { tier: None, fine: None, hearing: false, review: false };
    }
    let (lo, hi) =
        if goods < yuan(10_000) { (yuan(50_000), yuan(100_000)) } else { (goods * yuan(10), goods * yuan(20)) };
    let most = yuan(1_000_000);
    let (lo, hi) = (lo.min(most), hi.min(most));
    let tier = tier(case);
    let steps = steps(case);
    let tenths = |n: i64| Decimal::new(n.clamp(0, 10), 1);
    let (from, to) = (tenths(2 * (i64::from(tier) - 1) + steps), tenths(2 * i64::from(tier) + steps));
    let span = hi - lo;
    let (least, greatest) = (lo + from * span, lo + to * span);
    Found {
        tier: Some(tier),
        fine: Some([lo, hi, least, greatest]),
        hearing: greatest >= yuan(50_000),
        review: greatest >= yuan(100_000),
    }
}

fn tier(case: &Case) -> u8 {
    let goods = case.goods;
    let yuan = |n: i64| Decimal::from(n);
    if case.harm == Harm::Death || goods >= yuan(50_000) || (case.prior >= 3 && case.intent) {
        5
    } else if case.harm == Harm::Serious
        || goods >= yuan(20_000)
        || case.prior >= 2
        || (case.minors && case.harm != Harm::None)
        || case.evidence
    {
        4
    } else if goods >= yuan(10_000) || case.days > 90 || case.prior >= 1 || case.minors || case.batches >= 5 {
        3
    } else if goods < yuan(1_000)
        && case.days <= 7
        && case.harm == Harm::None
        && case.corrected
        && case.cooperation
        && !case.intent
    {
        1
    } else {
        2
    }
}

fn steps(case: &Case) -> i64 {
    let one = i64::from;
    let campaign = (20_240_301..=20_240_630).contains(&case.found);
    -one(case.cooperation) - one(case.corrected) - 2 * one(case.coerced) - one(case.small)
        + one(case.intent)
        + 2 * one(case.evidence)
        + one(case.minors)
        + one(campaign)
        + one(case.gains > case.goods)
        + i64::from(case.prior.min(2))
}
