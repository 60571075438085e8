//! Ways and findings in a line of the law's own words, so that an expectation can be read beside the article.

use super::law::Stayed;
use super::review::{Finding, Miss};
use super::ways::{Part, Standing, Verdict, Way};
use super::whole::Whole;
use super::{Amount, Decision, Direction, Force, Kind, Range};

/// `从轻 应当 无幅度: 拘留 5..10 <最重`: direction, force, standing, the sanctions, and what holds of the whole.
pub(crate) fn way(way: &Way) -> String {
    let direction = match (way.standing, way.verdict, way.direction) {
        (_, Verdict::TimeBarred, _) => return "已过追责时效，不再处罚".to_owned(),
        (Standing::Weigh, Verdict::NoPenalty, _) => return "综合考量: 不予处罚".to_owned(),
        (Standing::Weigh, ..) => "综合考量",
        (_, _, Direction::No) => "不予处罚",
        (_, _, Direction::Mitigated) => "减轻",
        (_, _, Direction::Lighter) => "从轻",
        (_, _, Direction::Ordinary) => "一般",
        (_, _, Direction::Heavier) => "从重",
    };
    let force = if way.force == Force::Must { " 应当" } else { " 可以" };
    let open = if way.standing == Standing::Open { " 无幅度" } else { "" };
    let force = if matches!(direction, "一般" | "综合考量") { "" } else { force };
    let parts: Vec<String> = way.parts.iter().map(part).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join("、")) };
    let whole = match way.whole {
        Whole::Any => "",
        Whole::LessThanMost => " <最重",
        Whole::MoreThanLeast => " >最轻",
        Whole::BelowLeast => " 低于最低",
    };
    let stayed = if let Stayed::Yes(_) = way.stayed { "；拘留不执行" } else { "" };
    let needs = if way.needs.is_empty() { String::new() } else { format!("；{}", way.needs.join("、")) };
    format!("{direction}{force}{open}{parts}{whole}{stayed}{needs}")
}

fn part(part: &Part) -> String {
    let optional = if part.force == Force::May { "可" } else { "" };
    match part.amount {
        None => format!("{optional}{}", part.id),
        Some(range) => format!("{optional}{} {}", part.id, amounts(range, part.kind)),
    }
}

fn amounts(range: Range, kind: Kind) -> String {
    let end = |end: Option<Amount>| end.map_or(String::new(), |end| amount(end, kind));
    match (range.lo, range.hi) {
        (Some(lo), Some(hi)) if lo == hi => amount(lo, kind),
        (lo, hi) => format!("{}..{}", end(lo), end(hi)),
    }
}

/// Money is in 分 inside and in 元 here.
pub(crate) fn amount(amount: Amount, kind: Kind) -> String {
    match kind {
        Kind::Fine | Kind::Confiscate if amount % 100 == 0 => (amount / 100).to_string(),
        Kind::Fine | Kind::Confiscate => format!("{}.{:02}", amount / 100, amount.abs() % 100),
        _ => amount.to_string(),
    }
}

/// `偏离: 罚款 +40000`, `无不符，须说明理由` …
pub(crate) fn finding(finding: &Finding) -> String {
    let miss = |miss: &Miss| match miss {
        Miss::NoPenaltyDue => "依法不予处罚而处罚".to_owned(),
        Miss::PenaltyDue => "应当处罚而不予处罚".to_owned(),
        Miss::Amount(id, by) => format!("{id} {by:+}"),
        Miss::Number(id) => format!("{id}没有数额"),
        Miss::Missing(id) => format!("缺{id}"),
        Miss::NotAllowed(id) => format!("无据{id}"),
        Miss::NotLighter => "未从轻".to_owned(),
        Miss::NotHeavier => "未从重".to_owned(),
        Miss::NotMitigated => "未减轻".to_owned(),
        Miss::Duty(duty) => format!("未{duty}"),
    };
    match finding {
        Finding::Conforms => "符合".to_owned(),
        Finding::WithinStatute => "在法定幅度内".to_owned(),
        Finding::NotShown => "未见不符，须说明理由".to_owned(),
        Finding::Undetermined => "不能确定".to_owned(),
        Finding::Deviates(misses) => format!("偏离: {}", misses.iter().map(miss).collect::<Vec<_>>().join("、")),
    }
}

/// `拘留 10、罚款 500`; nothing: 不予处罚.
pub(crate) fn decision(decision: &Decision) -> String {
    let one = |(id, amount): &(String, Option<Amount>)| match amount {
        Some(amount) => format!("{id} {amount}"),
        None => id.clone(),
    };
    match decision.sanctions.as_slice() {
        [] => "不予处罚".to_owned(),
        some => some.iter().map(one).collect::<Vec<_>>().join("、"),
    }
}
