//! A penalty clause: a fine by one range, by rows, by a multiple or by a count; other sanctions; branches.

use super::{Tape, Words, cond};

/// What the benchmark has to know of the clause.
pub(crate) struct Shape {
    /// Whether the fine is in 倍 of a base.
    pub(crate) multiple: bool,
    /// Whether branches are chosen by the rows.
    pub(crate) by_rows: bool,
}

/// The lines below `statute:`.
pub(crate) fn statute(tape: &mut Tape<'_>, words: &mut Words) -> (String, Shape) {
    let mut text = "      basis: 某法 第十条\n".to_owned();
    if tape.once_in(4) {
        text.push_str(&format!("      orders: [责令改正, {{id: 限期清除, when: '{}'}}]\n", cond(tape, words, 0)));
    }
    let mut others = String::new();
    if tape.once_in(3) {
        others.push_str(&format!("        - {{id: 警告, kind: warning, when: '{}'}}\n", cond(tape, words, 1)));
    }
    if tape.once_in(4) {
        words.money = true;
        others.push_str("        - {id: 没收, kind: confiscate, when: 货值 > 0元, amount: 货值}\n");
    }
    let branches = tape.below(6);
    if branches < 3 {
        let (fine, multiple) = fine(tape, words);
        text.push_str(&format!("      sanctions:\n{others}        - {fine}\n"));
        return (text, Shape { multiple, by_rows: false });
    }
    if !others.is_empty() {
        text.push_str(&format!("      sanctions:\n{others}"));
    }
    text.push_str("      branches:\n");
    let mut branch = |id: &str, keys: &str, range: &str| {
        text.push_str(&format!(
            "        - {{id: {id}{keys}, sanctions: [{{id: 罚款, kind: fine, range: {range}}}]}}\n"
        ));
    };
    let when = cond(tape, words, 1);
    match branches {
        5 => {
            branch("基本", "", "1万元以上5万元以下");
            branch("加重", "", "5万元以上20万元以下");
        }
        _ => {
            branch("基本", &format!(", when: 'not ({when})'"), "1万元以上5万元以下");
            branch("加重", &format!(", when: '{when}'"), "5万元以上20万元以下");
            if branches == 4 {
                let again = cond(tape, words, 0);
                branch("再犯", &format!(", when: '{again}', instead_of: 基本"), "3万元以上8万元以下");
            }
        }
    }
    (text, Shape { multiple: false, by_rows: branches == 5 })
}

fn fine(tape: &mut Tape<'_>, words: &mut Words) -> (String, bool) {
    let limits = tape.pick(&["", "", "", ", cap: 8万元", ", floor: 2万元", ", mode: may", ", unverified: 示例"]);
    let kind = tape.below(6);
    if (1..=2).contains(&kind) {
        words.money = true;
    }
    if kind == 5 {
        words.facts.push(format!("件数: {{type: integer, min: {}, max: 9}}", tape.below(2)));
    }
    let quantity = match kind {
        1 => "rows: [{when: 货值 < 10000元, range: 5万元以上10万元以下}, {when: 货值 >= 10000元, range: 5倍以上10倍以下, of: 货值}]".into(),
        2 => format!("range: 1倍以上3倍以下, of: 货值{}", tape.pick(&["", ", floor_of_base: 20万元"])),
        3 => "range: 5万元以下".into(),
        4 => {
            let when = cond(tape, words, 1);
            let other = if tape.once_in(4) { cond(tape, words, 0) } else { format!("not ({when})") };
            format!("rows: [{{when: '{when}', range: 5万元以上10万元以下}}, {{when: '{other}', range: 10万元以上20万元以下}}]")
        }
        5 => format!("range: 1000元以上5000元以下, per: 件数{}", tape.pick(&["", ", default: 3000元"])),
        _ => "range: 5万元以上10万元以下".to_owned(),
    };
    (format!("{{id: 罚款, kind: fine, {quantity}{limits}}}"), kind == 2)
}
