//! 律师法 第四十八条 with 第五十一条第一款.

use super::date::{act, earlier, text, years};
use super::{Case, Expected, FEN, Range, Sanction, YUAN};
use crate::program::Random;

/// Draws a case and says what the articles give. Branches: 0 basic, 1 情节严重, 2 again within a year of a warning,
/// 3 again within two years after the end of a suspension.
pub(crate) fn draw(random: &mut Random) -> (Case, Expected) {
    let mut case = Case::default();
    let act = act(random);
    let listed = random.below(8) != 0;
    let serious = random.coin();
    let gains = if random.coin() { 0 } else { random.below(10_000_000) as i128 };
    let warnings: Vec<_> = (0..random.below(3)).map(|_| earlier(random, act, 1)).collect();
    let ended: Vec<_> = (0..random.below(3)).map(|_| earlier(random, act, 2)).collect();
    let list = |days: &[_]| format!("[{}]", days.iter().map(|d| text(*d)).collect::<Vec<_>>().join(", "));
    case.fact("违法行为日", text(act));
    case.fact("第四十八条情形", if listed { "泄露秘密或隐私" } else { "均不属于" });
    case.money("违法所得", gains);
    case.fact("情节严重", serious);
    case.fact("警告处罚日", list(&warnings));
    case.fact("停止执业期满日", list(&ended));
    if !listed {
        return (case, Expected::default());
    }
    // 受到……后一年内又发生: counted forward from the earlier day, that day not counted (民法典 第二百零一条).
    let within = |day: &(i32, u32, u32), n| *day < act && act <= years(*day, n);
    let warned = warnings.iter().any(|d| within(d, 1));
    let suspended = ended.iter().any(|d| within(d, 2));
    let months = |lo: i128, hi: i128| Range::closed(lo * YUAN, hi * YUAN);
    let (branch, own) = match (serious, warned, suspended) {
        (false, true, _) => (2, vec![Sanction::fixed("停止执业", months(3, 12))]),
        (false, false, _) => {
            let fine = Range::up_to(10_000 * YUAN);
            (0, vec![Sanction::plain("警告", true), Sanction::with("罚款", false, None, Some(fine), Some(fine))])
        }
        (true, _, true) => (3, vec![Sanction::plain("吊销律师执业证书", true)]),
        (true, _, false) => (1, vec![Sanction::fixed("停止执业", months(3, 6))]),
    };
    let confiscated = (gains > 0).then(|| Sanction::fixed("没收违法所得", Range::point(gains * FEN)));
    let sanctions = confiscated.into_iter().chain(own).map(|s| s.branch(branch)).collect();
    (case, Expected { established: true, sanctions, ..Expected::default() })
}
