//! A benchmark: tiers with any hit policy, a score, a matrix; positions in the range.

use super::statute::Shape;
use super::{Tape, Words, cond};

const PARTS: [&str; 8] = ["0%..30%", "30%<..70%", "50%..<100%", "100%", "20%", "0%<..<100%", "30%..60%", "0%"];

/// The benchmark, and whether it has positions.
pub(crate) fn benchmark(tape: &mut Tape<'_>, words: &mut Words, shape: &Shape) -> (String, bool) {
    let kind = if shape.by_rows { 0 } else { tape.below(8) };
    let scored: Vec<_> = words.levels.clone();
    let mut text = "    benchmark:\n".to_owned();
    match kind {
        7 => return (String::new(), false),
        5 if !scored.is_empty() => {
            let weights = scored.iter().map(|(name, of)| {
                let weights = of.iter().enumerate().map(|(i, level)| format!("{level}: {}%", 7 * i + i * i));
                format!("          {name}: {{{}}}\n", weights.collect::<Vec<_>>().join(", "))
            });
            if tape.once_in(3) {
                let when = cond(tape, words, 1);
                text.push_str(&format!("      overrides: [{{when: '{when}', {}}}]\n", narrowing(tape, shape)));
            }
            text.push_str(&format!("      score:\n        weights:\n{}", weights.collect::<String>()));
            let start = tape.pick(&["10%", "60%", "90%"]);
            let rest = tape.pick(&[", cap: 100%", "", ", cap: 100%, floor: statute.min", ", cap: 80%"]);
            text.push_str(&format!("      罚款: {{start: {start}, times: statute.max{rest}}}\n"));
            // Two weights of one fact are not independent of each other.
            words.exact &= scored.len() == 1;
        }
        6 if !scored.is_empty() => {
            let (name, of) = scored[tape.below(scored.len())].clone();
            text.push_str(&format!("      by: [{name}]\n"));
            if tape.once_in(2) {
                let when = cond(tape, words, 1);
                text.push_str(&format!("      overrides: [{{when: '{when}', {}}}]\n", narrowing(tape, shape)));
            }
            text.push_str("      cells:\n");
            for level in of {
                text.push_str(&format!("        - [{level}, {{{}}}]\n", narrowing(tape, shape)));
            }
        }
        _ => {
            text.push_str(&format!("      hit: {}\n", tape.pick(&["unique", "first", "heaviest"])));
            if tape.once_in(5) {
                text.push_str(&format!("      {}\n", narrowing(tape, shape)));
            }
            text.push_str("      tiers:\n");
            for number in 0..1 + tape.below(5) {
                let tier = ["一", "二", "三", "四", "五"][number];
                let branch = match (shape.by_rows, number % 2) {
                    (false, _) => "",
                    (_, 0) => ", branch: 基本",
                    _ => ", branch: 加重",
                };
                let when = cond(tape, words, 2);
                let effect = match tape.below(8) {
                    0 => String::new(),
                    6 => ", no_penalty: must".into(),
                    7 => ", no_penalty: may".into(),
                    _ => format!(", {}", narrowing(tape, shape)),
                };
                text.push_str(&format!(
                    "        - {{tier: {tier}, id: r{number}{branch}, when: '{when}'{effect}{}}}\n",
                    unverified(tape)
                ));
            }
        }
    }
    let positions = tape.once_in(4);
    if positions {
        let within = tape.pick(&["", ", within: tier"]);
        text.push_str(&format!(
            "      positions:\n        - {{id: 从轻, when: 裁量认定 = 从轻, 罚款: {{part: 0%..30%{within}}}}}\n        \
             - {{id: 从重, when: 裁量认定 = 从重, 罚款: {{part: 70%<..100%{within}}}}}\n"
        ));
    }
    (text, positions)
}

fn unverified(tape: &mut Tape<'_>) -> &'static str {
    if tape.once_in(5) { ", unverified: 示例" } else { "" }
}

fn narrowing(tape: &mut Tape<'_>, shape: &Shape) -> String {
    let how = match tape.below(10) {
        0 | 1 => format!("{{part: {}}}", tape.pick(&PARTS)),
        2 if shape.multiple => tape.pick(&["1倍以上2倍以下", "2倍..4倍", "1.5倍"]).to_owned(),
        2 => tape.pick(&["6万元以上8万元以下", "1万元..20万元", "3万元以下", "6万元<..7万元", "2000元"]).to_owned(),
        3 => format!("{{part: {}, cap: 7万元}}", tape.pick(&PARTS)),
        4 => format!("{{part: {}, floor: 6万元}}", tape.pick(&PARTS)),
        5 => format!("{{part: {}, round: {{to: 1000元, mode: half_up}}}}", tape.pick(&PARTS)),
        6 => "none".into(),
        8 if !shape.multiple => "{default: 6万元}".into(),
        9 if !shape.multiple => format!("{{part: {}, default: 6万元}}", tape.pick(&PARTS)),
        _ => "{amount: statute.max}".to_owned(),
    };
    format!("罚款: {how}")
}
