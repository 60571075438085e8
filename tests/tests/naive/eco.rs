//! 广东省生态环境行政处罚自由裁量权规定, 附件1, tables 1.8, 2.5.1, 2.7.1 and 4.14: start and weights in per cent.

use super::{Case, Expected, FEN, Range, Sanction, YUAN};
use crate::program::Random;

/// The tables.
pub(crate) const OFFENCES: [&str; 4] = ["eco-1.8", "eco-2.5.1", "eco-2.7.1", "eco-4.14"];

/// Weights in per cent that may count: from the least to the greatest.
type Weight = (i128, i128);

fn level(random: &mut Random, case: &mut Case, name: &'static str, of: &[(&str, i128)]) -> Weight {
    let (word, weight) = of[random.below(of.len())];
    case.fact(name, word);
    (weight, weight)
}

/// 第二十三条: 以上 includes its number, 以下 does not. Bands in thousandths of the unit.
fn band(value: i128, ends: &[i128], weights: &[i128]) -> Weight {
    let at = ends.iter().filter(|end| value >= **end * 1000).count();
    (weights[at], weights[at])
}

fn quantity(random: &mut Random, case: &mut Case, name: &'static str, near: &[i128]) -> i128 {
    let value = match random.below(3) {
        0 => random.pick(near) * 1000 + random.below(3) as i128 - 1,
        1 => random.pick(near) * 1000,
        _ => random.below(30_000) as i128,
    };
    let value = value.max(0);
    case.fact(name, format!("{}.{:03}", value / 1000, value % 1000));
    value
}

/// 第十七条: where several kinds are discharged, the heavier counts; the table has no weight for none of them.
fn pollutants(random: &mut Random, case: &mut Case) -> Weight {
    let (b, a, toxic) = (random.coin(), random.coin(), random.coin());
    case.fact("含B类污染物", b);
    case.fact("含A类污染物", a);
    case.fact("含有毒有害物", toxic);
    match (toxic, a, b) {
        (true, _, _) => (22, 22),
        (_, true, _) => (10, 10),
        (_, _, true) => (0, 0),
        _ => (0, 22),
    }
}

fn times_before(random: &mut Random, case: &mut Case, weights: [i128; 4]) -> Weight {
    let at = random.below(4);
    case.fact("近二年同类次数", ["1次", "2次", "3次", "4次以上"][at]);
    (weights[at], weights[at])
}

/// The bands of 2.7.1: multiples or share of the total; pH alone. From 5 to 10 the table says nothing.
fn excess(random: &mut Random, case: &mut Case) -> Weight {
    let kind = random.pick(&["仅pH值", "浓度", "总量", "浓度与总量"]);
    case.fact("超标类型", kind);
    let ph = match random.below(2) {
        0 => random.pick(&[2i128, 5, 10, 11, 1, 3, 12]) * 1000 + random.below(3) as i128 - 1,
        _ => random.below(14_001) as i128,
    };
    case.fact("pH值", format!("{}.{:03}", ph / 1000, ph % 1000));
    let times = quantity(random, case, "超标倍数", &[3, 8, 20]);
    let share = random.pick(&[0i128, 299, 300, 301, 499, 500, 799, 800, 801, 1500]);
    case.fact("超量比例", format!("{}.{:03}", share / 1000, share % 1000));
    if kind == "仅pH值" {
        return match ph {
            _ if ph <= 2000 || ph >= 11_000 => (3, 3),
            _ if !(5000..=10_000).contains(&ph) => (0, 0),
            _ => (0, 23),
        };
    }
    let by_times = band(times, &[3, 8, 20], &[5, 8, 15, 23]).0;
    let by_share = [300, 500, 800].iter().filter(|end| share >= **end).count();
    let by_share = [5, 8, 15, 23][by_share];
    match kind {
        "浓度" => (by_times, by_times),
        "总量" => (by_share, by_share),
        _ => (by_times.min(by_share), by_times.max(by_share)),
    }
}

/// Draws a case and says what the table gives.
pub(crate) fn draw(random: &mut Random, offence: &str) -> (Case, Expected) {
    let mut case = Case::default();
    let c = &mut case;
    let mut result = Expected { established: random.below(10) != 0, ..Expected::default() };
    let serious = random.coin();
    match offence {
        "eco-1.8" => {
            let late = random.coin();
            c.fact("违反三同时", result.established);
            c.fact("逾期未改正", late);
            let weights = [
                level(
                    random,
                    c,
                    "环评文件类别",
                    &[("报告表", 0), ("报告书未入重点管理", 5), ("报告书已入重点管理", 10)],
                ),
                level(random, c, "产排污情况", &[("未排放", 0), ("一般污染物", 5), ("有毒有害污染物", 13)]),
                level(random, c, "环保设施", &[("已建成未过验收", 0), ("未建成", 6), ("验收弄虚作假", 12)]),
                level(random, c, "项目地点", &[("一般区域", 0), ("限批区及敏感区", 6), ("饮用水源及红线区", 15)]),
                band(quantity(random, c, "持续月数", &[6, 12]), &[6, 12], &[0, 6, 11]),
                times_before(random, c, [0, 4, 8, 14]),
                level(random, c, "配合调查", &[("配合", 0), ("不配合", 5)]),
            ];
            let grave = random.coin();
            c.fact("造成重大污染破坏", grave);
            let branch = usize::from(late);
            let (start, statute) = if late { (50, (100, 200)) } else { (20, (20, 100)) };
            let statute = Range::closed(statute.0 * 10_000 * YUAN, statute.1 * 10_000 * YUAN);
            let own = Range::closed(50_000 * YUAN, 200_000 * YUAN);
            result.orders = vec!["责令限期改正"];
            result.sanctions.push(weighed("罚款", start, &weights, statute, &mut result.below).branch(branch));
            result.sanctions.push(weighed("个人罚款", 25, &weights, own, &mut result.below).branch(branch));
            if grave {
                result.sanctions.push(Sanction::plain("责令停止生产使用", true).branch(branch));
                result.sanctions.push(Sanction::plain("责令关闭", true).branch(branch));
            }
        }
        "eco-2.5.1" | "eco-2.7.1" => {
            let weights = if offence == "eco-2.5.1" {
                c.fact("无证排放水污染物", result.established);
                vec![
                    level(random, c, "许可管理类别", &[("简化管理", 0), ("重点管理", 15)]),
                    pollutants(random, c),
                    level(random, c, "排放口区位", &[("生态敏感区外", 0), ("生态敏感区内", 11)]),
                    band(quantity(random, c, "持续月数", &[3, 6, 12]), &[3, 6, 12], &[0, 4, 9, 19]),
                    level(random, c, "整改情况", &[("按期改正", 0), ("逾期不改", 5)]),
                    times_before(random, c, [0, 2, 6, 18]),
                ]
            } else {
                c.fact("超标超总量排水", result.established);
                let factors = 1 + random.below(5);
                c.fact("超标因子数", factors);
                let number = [0, 2, 8][factors.min(3) - 1];
                vec![
                    (number, number),
                    pollutants(random, c),
                    level(
                        random,
                        c,
                        "排放口所在区域",
                        &[("一般区域", 0), ("限批区及人居敏感区", 3), ("生态敏感区", 8), ("水源一级保护区", 15)],
                    ),
                    band(quantity(random, c, "废水日排放量", &[50, 200]), &[50, 200], &[0, 3, 10]),
                    excess(random, c),
                    times_before(random, c, [0, 3, 6, 15]),
                ]
            };
            c.fact("情节严重", serious);
            let start = if offence == "eco-2.5.1" { 10 } else { 7 };
            let statute = Range::closed(100_000 * YUAN, 1_000_000 * YUAN);
            result.orders = vec!["责令改正"];
            result.sanctions.push(weighed("罚款", start, &weights, statute, &mut result.below));
            result.sanctions.push(Sanction::plain("责令限制生产", false));
            result.sanctions.push(Sanction::plain("责令停产整治", false));
            if serious {
                result.sanctions.push(Sanction::plain("责令停业", true));
                result.sanctions.push(Sanction::plain("责令关闭", true));
            }
        }
        _ => {
            c.fact("倾倒堆放危废", result.established);
            let cost = match random.below(3) {
                0 => random.pick(&[0i128, 19_999_999, 20_000_000, 20_000_001]),
                1 => random.below(20_000_000) as i128,
                _ => random.below(1_000_000_000) as i128,
            };
            let gains = if random.coin() { 0 } else { random.below(10_000_000) as i128 };
            c.money("所需处置费用", cost);
            c.money("违法所得", gains);
            let weights = [
                band(quantity(random, c, "危废数量", &[1, 3, 10]), &[1, 3, 10], &[0, 2, 6, 15]),
                level(random, c, "倾倒区域", &[("一般区域", 0), ("限批区", 4), ("环境敏感区", 13)]),
                level(random, c, "整改情况", &[("按期改正", 0), ("逾期不改", 5)]),
                times_before(random, c, [0, 2, 5, 7]),
            ];
            c.fact("情节严重", serious);
            // 不足二十万元的，按二十万元计算
            let cost = cost.max(20_000_000) * FEN;
            let statute = Range::closed(3 * cost, 5 * cost);
            result.orders = vec!["责令改正"];
            result.sanctions.push(weighed("罚款", 60, &weights, statute, &mut result.below));
            result.sanctions.extend((gains > 0).then(|| Sanction::fixed("没收违法所得", Range::point(gains * FEN))));
            if serious {
                result.sanctions.push(Sanction::plain("责令停业", false));
                result.sanctions.push(Sanction::plain("责令关闭", false));
            }
        }
    }
    if !result.established {
        result = Expected::default();
    }
    (case, result)
}

/// 第六条: start and weights added, at most 100%, times the statutory maximum. What the benchmark gives below the
/// minimum is reported and cannot stand (行政处罚法 第三十四条).
fn weighed(id: &'static str, start: i128, weights: &[Weight], statute: Range, below: &mut Option<bool>) -> Sanction {
    let least = (start + weights.iter().map(|w| w.0).sum::<i128>()).min(100);
    let most = (start + weights.iter().map(|w| w.1).sum::<i128>()).min(100);
    let (least, most) = (least * statute.hi / 100, most * statute.hi / 100);
    if least < statute.lo {
        *below = Some(most < statute.lo);
    }
    let amount = Range::closed(least.max(statute.lo), most.max(statute.lo));
    Sanction::with(id, true, None, Some(amount), Some(statute))
}
