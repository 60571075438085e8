//! How far 从轻, 减轻 and 从重 go, by the documents that say so; the laws say nothing of it.

use super::Direction::{Heavier, Lighter, Mitigated};
use super::{Amount, Direction, Kind, Range};

/// A document that the authority applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Document {
    /// No text says anything.
    None,
    /// 国市监法规〔2022〕2号 第十条.
    MarketRegulation,
    /// Its two shares alone, as the ruleset of the repository has them: nothing on 减轻.
    MarketShares,
    /// 湖南省生态环境 2021 第九、十条.
    Hunan,
    /// 广东省生态环境 2022 第十二条.
    Guangdong,
    /// 江门市生态环境 2020 第五、六条.
    Jiangmen,
    /// 人民银行令〔2024〕6号 第五至七条.
    Bank,
}

/// What a document makes of an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) range: Range,
    pub(crate) basis: &'static str,
    pub(crate) needs: Vec<&'static str>,
}

fn figure(lo: Amount, hi: Amount, basis: &'static str) -> Option<Figure> {
    Some(Figure { range: Range::of(lo, hi), basis, needs: Vec::new() })
}

/// A share of an amount, rounded to a whole 分 inward by the caller's choice of numbers.
fn percent(of: Amount, share: Amount) -> Amount {
    of * share / 100
}

/// The range of a direction for a fine with the statutory range L..U, in a table's a..b. None: the document has no
/// figure for it.
pub(crate) fn of(document: Document, direction: Direction, kind: Kind, statute: Range, tier: Range) -> Option<Figure> {
    if kind != Kind::Fine {
        return None;
    }
    let (Some(b), Some(u)) = (tier.hi, statute.hi) else { return None };
    let found = match document {
        Document::None => None,
        Document::MarketShares if direction == Mitigated => None,
        Document::MarketRegulation | Document::MarketShares => market_regulation(direction, statute.lo.unwrap_or(0), u),
        Document::Hunan => hunan(direction, statute, tier.least(), b, u),
        Document::Guangdong => guangdong(direction, tier, b),
        Document::Jiangmen => jiangmen(direction, tier.least(), b),
        Document::Bank => bank(direction, statute, u),
    };
    // 从轻 is never above, 从重 never below what otherwise applies; neither leaves the statute.
    found.map(|mut figure| {
        let range = &mut figure.range;
        match direction {
            Lighter => range.hi = range.hi.min(tier.hi),
            Heavier => range.lo = range.lo.max(tier.lo),
            _ => {}
        }
        if direction != Mitigated {
            range.lo = Some(range.least().max(statute.least()));
        }
        figure
    })
}

/// “在从最低限到最高限这一幅度中较低（较高）的30%部分”; only a maximum: the minimum is nought.
fn market_regulation(direction: Direction, l: Amount, u: Amount) -> Option<Figure> {
    const ART: &str = "本基准 第十条";
    match direction {
        Lighter => figure(l, l + percent(u - l, 30), ART),
        Heavier => figure(l + percent(u - l, 70), u, ART),
        // 在法定最低罚款限值以下: no floor. Where there is no minimum there is no “以下”.
        Mitigated if l > 0 => figure(1, l - 1, ART),
        _ => None,
    }
}

/// 10: 从轻 takes up to 20% of U off, within the statute; 减轻 up to 50% of L; 9: 从重 adds up to 20% of U, within it.
fn hunan(direction: Direction, statute: Range, a: Amount, b: Amount, u: Amount) -> Option<Figure> {
    match (direction, statute.lo) {
        (Lighter, _) => figure((a - percent(u, 20)).max(statute.least()), b, "本规定 第十条"),
        (Mitigated, Some(l)) => figure((a - percent(l, 50)).max(1), b, "本规定 第十条")
            .map(|one| Figure { needs: vec!["collective_deliberation"], ..one }),
        (Heavier, _) => figure(a, (b + percent(u, 20)).min(u), "本规定 第九条"),
        _ => None,
    }
}

/// 12: below the average of the interval that the table gives, or not below it; of a table with a maximum alone
/// 20% of it. A single amount is no interval.
fn guangdong(direction: Direction, tier: Range, b: Amount) -> Option<Figure> {
    let average = (tier.least() + b) / 2;
    match (direction, tier.lo) {
        (Lighter, Some(a)) if a < b => figure(a, average - 1, "本规定 第十二条第一项、第二项"),
        (Lighter, None) => figure(percent(b, 20), percent(b, 20), "本规定 第十二条第三项"),
        (Heavier, Some(a)) if a < b => figure(average, b, "本规定 第十二条第一项、第二项"),
        _ => None,
    }
}

/// 5, 6: the lower or the upper limit of the tier (较低限 read as its lower end).
fn jiangmen(direction: Direction, a: Amount, b: Amount) -> Option<Figure> {
    match direction {
        Lighter => figure(a, a, "本规定 第六条"),
        Heavier => figure(b, b, "本规定 第五条"),
        _ => None,
    }
}

/// 6: 20–50万, 50–200万, 200–500万 in steps of their own; others at 40% and 70% of U. 5: 减轻 is below L.
fn bank(direction: Direction, statute: Range, u: Amount) -> Option<Figure> {
    const WAN: Amount = 1_000_000;
    let l = statute.lo.unwrap_or(0);
    let (first, second) = match (l, u) {
        _ if l == 20 * WAN && u == 50 * WAN => (30 * WAN, 40 * WAN),
        _ if l == 50 * WAN && u == 200 * WAN => (100 * WAN, 150 * WAN),
        _ if l == 200 * WAN && u == 500 * WAN => (300 * WAN, 400 * WAN),
        _ => (percent(u, 40), percent(u, 70)),
    };
    match direction {
        Mitigated if statute.lo.is_some() => figure(1, l - 1, "本规定 第五条"),
        // 7: of a fixed amount there is no 从轻 and no 从重.
        Lighter | Heavier if l == u => figure(l, u, "本规定 第七条第一款"),
        // 40% of U not above L: the class is empty, and the text has no figure.
        Lighter if first > l => figure(l.max(1), first - 1, "本规定 第六条"),
        Heavier => figure(second.max(l), u, "本规定 第六条"),
        _ => None,
    }
}

/// A text on 减轻 that also lets a lighter kind be taken and 并处 be left out: “选择更轻的处罚种类，或者在应当并处时不并处”.
pub(crate) fn leaves_out(document: Document) -> bool {
    document == Document::MarketRegulation
}
