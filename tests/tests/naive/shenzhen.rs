//! 深城管规〔2023〕2号, items 5 (per facility) and 58 (two groups, of which one counts from the second time).

use super::date::{act, earlier, text, years};
use super::{Case, Expected, FEN, Range, Sanction, Way, YUAN};
use crate::program::Random;

/// The items.
pub(crate) const OFFENCES: [&str; 2] = ["item-5", "item-58"];

/// Earlier penalties for the same act in the year before: counted back from the day of the act, that day out.
fn records(random: &mut Random, case: &mut Case, item: &str) -> usize {
    let act = act(random);
    case.fact("违法行为日", text(act));
    let mut count = 0;
    let mut records = Vec::new();
    for _ in 0..random.below(6) {
        let day = earlier(random, act, 1);
        let of = random.pick(&[item, item, item, "7"]);
        if of == item && day < act && day >= years(act, -1) {
            count += 1;
        }
        records.push(format!("{{日期: {}, 违法行为: '{of}'}}", text(day)));
    }
    case.fact("处罚记录", format!("[{}]", records.join(", ")));
    count
}

/// Draws a case and says what the item gives; tiers 轻微 0, 较轻 1, 较重 2, 严重 3.
pub(crate) fn draw(random: &mut Random, offence: &str) -> (Case, Expected) {
    let mut case = Case::default();
    let mut result = Expected { established: random.below(8) != 0, ..Expected::default() };
    result.orders = vec!["责令改正"];
    if offence == "item-5" {
        case.fact("占道设置设施", result.established);
        let facilities = 1 + random.below(30) as i128;
        case.fact("设施数", facilities);
        let before = records(random, &mut case, "5");
        let price = [5_000, 10_000, 20_000][before.min(2)];
        let statute = Range::closed(5_000 * facilities * YUAN, 20_000 * facilities * YUAN);
        let fine = Range::point(price * facilities * YUAN);
        result.sanctions.push(Sanction::with("罚款", true, Some(before.min(2) + 1), Some(fine), Some(statute)));
    } else {
        case.fact("混合处理已分类垃圾", result.established);
        let before = records(random, &mut case, "58");
        let violent = random.coin();
        let gains = if random.coin() { 0 } else { random.below(10_000_000) as i128 };
        case.fact("暴力等阻碍执法", violent);
        case.money("牟利所得", gains);
        let way = |branch, tier, price: i128, lo: i128, hi: i128| Way {
            branch: Some(branch),
            tier: Some(tier),
            amount: Some(Range::point(price * 10_000 * YUAN)),
            statutory: Some(Range::closed(lo * 10_000 * YUAN, hi * 10_000 * YUAN)),
        };
        let (tier, price) = [(1, 5), (2, 7), (3, 10)][before.min(2)];
        let mut ways = vec![way(0, tier, price, 5, 10)];
        let serious = match before {
            _ if violent => Some((3, 50)),
            0 => None,
            1 => Some((1, 10)),
            2 => Some((2, 30)),
            _ => Some((3, 50)),
        };
        let mut taken = None;
        if let Some((tier, price)) = serious {
            ways.push(way(1, tier, price, 10, 50));
            let gains = (gains > 0).then(|| Range::point(gains * FEN));
            taken = gains.map(|g| Sanction {
                id: "没收牟利所得",
                must: true,
                // Only in one of the two groups, between which the text does not choose.
                certain: false,
                ways: vec![Way { branch: Some(1), tier: Some(tier), amount: Some(g), statutory: Some(g) }],
            });
        }
        result.sanctions.push(Sanction { id: "罚款", must: true, certain: true, ways });
        result.sanctions.extend(taken);
    }
    if !result.established {
        result = Expected::default();
    }
    (case, result)
}
