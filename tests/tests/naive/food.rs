//! 食品安全法 第一百二十二、一百二十四、一百二十五条, and the position in the range of 国市监法规〔2022〕2号 第十条.

use super::{Case, Expected, FEN, Range, Sanction, YUAN};
use crate::program::Random;

/// The offences, by their id in the rulesets.
pub(crate) const OFFENCES: [&str; 5] =
    ["unlicensed", "aiding-unlicensed", "unsafe-food", "labels-and-materials", "label-flaw"];

/// Draws a case and says what the articles give; `position` is 从轻 0, 一般 1, 从重 2.
pub(crate) fn draw(random: &mut Random, offence: &str, positioned: bool) -> (Case, Expected) {
    let goods = money(random);
    let gains = if random.below(4) == 0 { 0 } else { money(random) };
    let serious = random.coin();
    let position = positioned.then(|| random.below(3));
    // Most cases are made out.
    let (first, second) = (random.below(8) != 0, random.below(8) != 0);
    let refuses = random.coin();
    let mut case = Case::default();
    if let Some(position) = position {
        case.fact("裁量认定", ["从轻", "一般", "从重"][position]);
    }
    let mut result = Expected { established: first && second, ..Expected::default() };
    let confiscated = (gains > 0).then(|| Sanction::fixed("没收违法所得", Range::point(gains * FEN)));
    // 不足一万元 / 一万元以上
    let fine = |low: (i128, i128), times: (i128, i128)| {
        if goods < 1_000_000 {
            Range::closed(low.0 * YUAN, low.1 * YUAN)
        } else {
            Range::closed(times.0 * goods * FEN, times.1 * goods * FEN)
        }
    };
    match offence {
        "unlicensed" => {
            case.fact("从事须许可的生产经营", first);
            case.fact("已取得相应许可", !second);
            case.money("货值金额", goods);
            case.money("违法所得", gains);
            result.sanctions.extend(confiscated);
            result.sanctions.push(Sanction::plain("没收食品", true));
            result.sanctions.push(Sanction::plain("没收工具设备原料", true));
            result.sanctions.push(fined(fine((50_000, 100_000), (10, 20)), position));
        }
        "aiding-unlicensed" => {
            case.fact("明知他人无证生产经营", first);
            case.fact("提供场所或其他条件", second);
            case.money("违法所得", gains);
            result.orders = vec!["责令停止违法行为"];
            result.sanctions.extend(confiscated);
            result.sanctions.push(fined(Range::closed(50_000 * YUAN, 100_000 * YUAN), position));
        }
        "unsafe-food" => {
            case.fact("属第一百二十四条情形", first);
            case.fact("构成犯罪", !second);
            case.money("货值金额", goods);
            case.money("违法所得", gains);
            case.fact("情节严重", serious);
            result.sanctions.extend(confiscated);
            result.sanctions.push(Sanction::plain("没收食品", true));
            result.sanctions.push(Sanction::plain("没收工具设备原料", false));
            result.sanctions.push(fined(fine((50_000, 100_000), (10, 20)), position));
            result.sanctions.extend(serious.then(|| Sanction::plain("吊销许可证", true)));
        }
        "labels-and-materials" => {
            case.fact("属第一百二十五条第一款情形", first && second);
            case.money("货值金额", goods);
            case.money("违法所得", gains);
            case.fact("情节严重", serious);
            result.sanctions.extend(confiscated);
            result.sanctions.push(Sanction::plain("没收食品", true));
            result.sanctions.push(Sanction::plain("没收工具设备原料", false));
            result.sanctions.push(fined(fine((5_000, 50_000), (5, 10)), position));
            result.sanctions.extend(serious.then(|| Sanction::plain("责令停产停业", true)));
            result.sanctions.extend(serious.then(|| Sanction::plain("吊销许可证", true)));
        }
        _ => {
            case.fact("标签说明书有瑕疵", first);
            let (safe, misleads) = (random.below(8) != 0, !second);
            case.fact("影响食品安全", !safe);
            case.fact("会误导消费者", misleads);
            case.fact("拒不改正", refuses);
            result.established = first && safe && second;
            result.orders = vec!["责令改正"];
            result.sanctions.extend(refuses.then(|| fined(Range::up_to(2_000 * YUAN), position)));
        }
    }
    if !result.established {
        result = Expected::default();
    }
    // The tier is that of the whole case, so of each of its sanctions.
    result.sanctions = result.sanctions.into_iter().map(|s| s.tier(position)).collect();
    (case, result)
}

fn fined(statute: Range, position: Option<usize>) -> Sanction {
    let share = |percent: i128| statute.lo + (statute.hi - statute.lo) * percent / 100;
    let amount = match position {
        None => statute,
        Some(0) => Range { hi: share(30), ..statute },
        Some(1) => Range::closed(share(30), share(70)),
        Some(_) => Range::closed(share(70), statute.hi),
    };
    Sanction::with("罚款", true, position, Some(amount), Some(statute))
}

fn money(random: &mut Random) -> i128 {
    match random.below(6) {
        0 => 0,
        1 => random.pick(&[999_999, 1_000_000, 1_000_001, 1]),
        2 => random.below(1_000_000) as i128,
        3 => random.below(100_000_000_000) as i128,
        _ => random.below(10_000_000) as i128,
    }
}
