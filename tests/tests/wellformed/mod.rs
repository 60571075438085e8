//! Small well-formed rulesets from a tape of choices: shrinking the tape shrinks the ruleset, and a failure prints a
//! text that one can paste.

mod benchmark;
mod statute;

/// A generated ruleset with one offence `o`.
pub(crate) struct Generated {
    /// The text.
    pub(crate) text: String,
    /// Whether one missing fact must give exactly the join of its completions: nothing combines facts by arithmetic.
    pub(crate) exact: bool,
}

/// Choices, read one by one; an exhausted tape chooses the first alternative.
pub(crate) struct Tape<'a> {
    choices: &'a [u16],
    at: usize,
}

impl<'a> Tape<'a> {
    /// Reads from these choices.
    pub(crate) fn new(choices: &'a [u16]) -> Self {
        Self { choices, at: 0 }
    }
    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let choice = self.choices.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(choice) % n.max(1)
    }
    /// True once in `n`; false on an exhausted tape.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
    /// One of these; the first is the simplest.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// What conditions may name.
#[derive(Default)]
pub(crate) struct Words {
    facts: Vec<String>,
    factors: Vec<String>,
    defines: Vec<String>,
    yes: Vec<&'static str>,
    levels: Vec<(&'static str, Vec<&'static str>)>,
    numbers: Vec<&'static str>,
    money: bool,
    list: bool,
    exact: bool,
}

const CUTS: [u32; 6] = [1, 3, 5, 2, 4, 8];

/// A ruleset.
pub(crate) fn ruleset(choices: &[u16]) -> Generated {
    let tape = &mut Tape::new(choices);
    let mut words = Words { exact: true, ..Words::default() };
    declare(tape, &mut words);
    let (statute, shape) = statute::statute(tape, &mut words);
    let (benchmark, positions) = benchmark::benchmark(tape, &mut words, &shape);
    let elements = if tape.once_in(4) { format!("    elements: [{}]\n", words.yes[0]) } else { String::new() };
    if words.money {
        words.facts.push("货值: {type: money}".into());
    }
    if positions {
        words.facts.push("裁量认定: {type: choice, of: [从轻, 一般, 从重]}".into());
    }
    let list = |head: &str, entries: &[String]| match entries {
        [] => String::new(),
        entries => format!("{head}:\n{}", entries.iter().map(|e| format!("  {e}\n")).collect::<String>()),
    };
    let text = format!(
        "cailiang: 1\nruleset: cn.generated\ntitle: 生成\nissuer: 某局\nin_force: {{from: 2020-01-01}}\nstatus: in_force\n\
         tiers: [一, 二, 三, 四, 五]\nlaws:\n  某法: {{title: 某法, edition: 2020-01-01, rank: law}}\n{}{}{}\
         offences:\n  - id: o\n    name: 某行为\n{elements}    statute:\n{statute}{benchmark}",
        list("facts", &words.facts),
        list("define", &words.defines),
        list("factors", &words.factors),
    );
    Generated { text, exact: words.exact }
}

fn declare(tape: &mut Tape<'_>, words: &mut Words) {
    let always = |tape: &mut Tape<'_>| if tape.once_in(3) { ", ascertainable: always" } else { "" };
    for name in ["甲一", "甲二"].into_iter().take(1 + tape.below(2)) {
        let end = always(tape);
        words.facts.push(format!("{name}: {{type: yes-no{end}}}"));
        words.yes.push(name);
    }
    for name in ["乙一", "乙二"].into_iter().take(tape.below(3)) {
        let of = tape.pick(&[["低", "高"].as_slice(), &["低", "中", "高"]]);
        let end = tape.pick(&["", ", unascertainable: {is: lowest, basis: 某法 第五条}", ", ascertainable: always"]);
        words.facts.push(format!("{name}: {{type: level, of: [{}]{end}}}", of.join(", ")));
        words.levels.push((name, of.to_vec()));
    }
    // A sum of which a term cannot be ascertained is only bounded, so it may be wider than what it completes.
    let sums = tape.once_in(6);
    for name in ["丙一", "丙二"].into_iter().take(tape.below(3)) {
        let end = if sums { ", ascertainable: always" } else { always(tape) };
        words.facts.push(format!("{name}: {{type: integer, min: 0, max: 9{end}}}"));
        words.numbers.push(name);
    }
    for name in ["丁一", "丁二"].into_iter().take(tape.below(3)) {
        let (of, levels) = factor(tape, words);
        let mut rest = String::new();
        if tape.once_in(3) {
            rest.push_str(", hit: heaviest");
        }
        if tape.once_in(3) {
            rest.push_str(", unascertainable: {is: lowest, basis: 某法 第五条}");
            words.exact = false; // asked in vain, what it reads is not looked at value by value
        }
        words.factors.push(format!("{name}: {{levels: {{{levels}}}{rest}}}"));
        words.levels.push((name, of));
    }
    match tape.below(9) {
        1..=3 if sums && words.numbers.len() == 2 => {
            words.defines.push("戊: 丙一 + 丙二".into());
            words.numbers.push("戊");
            words.exact = false;
        }
        4 => {
            let when = cond(tape, words, 1);
            words.defines.push(format!("戊: [{{when: {when}, is: 2}}, {{otherwise: true, is: 5}}]"));
            words.numbers.push("戊");
            words.exact = false;
        }
        5 => {
            // Rows that may leave something out.
            let (one, other) = (cond(tape, words, 1), cond(tape, words, 0));
            words.defines.push(format!("戊: [{{when: '{one}', is: 2}}, {{when: '{other}', is: 5}}]"));
            words.numbers.push("戊");
            words.exact = false;
        }
        6 if !words.numbers.is_empty() => {
            let divisor = tape.pick(&words.numbers);
            words.defines.push(format!(
                "戊: 8 / {}",
                if tape.once_in(3) { format!("({divisor} - 3)") } else { divisor.to_owned() }
            ));
            words.numbers.push("戊");
            words.exact = false;
        }
        7 => {
            words.facts.push(format!("己: {{type: list of number{}}}", always(tape)));
            words.list = true;
        }
        _ => {}
    }
}

/// Levels of a factor: a partition, with a gap, with an overlap, of two facts, of an amount.
fn factor(tape: &mut Tape<'_>, words: &mut Words) -> (Vec<&'static str>, String) {
    let yes = tape.pick(&words.yes);
    let Some(number) = (!words.numbers.is_empty()).then(|| tape.pick(&words.numbers)) else {
        if tape.once_in(2) {
            words.money = true;
            return (vec!["小", "大"], "小: 货值 < 10000元, 大: 货值 >= 10000元".into());
        }
        return (vec!["轻", "重"], format!("轻: not {yes}, 重: {yes}"));
    };
    let low = tape.pick(&CUTS[..3]);
    let high = low + 1 + tape.below(3) as u32;
    match tape.below(5) {
        0 => (
            vec!["短", "中", "长"],
            format!("短: {number} < {low}, 中: {low} <= {number} < {high}, 长: {number} >= {high}"),
        ),
        1 => (vec!["短", "长"], format!("短: {number} < {low}, 长: {number} >= {high}")),
        2 => (vec!["短", "长"], format!("短: {number} <= {high}, 长: {number} >= {low}")),
        3 => (vec!["轻", "重"], format!("轻: not {yes} and {number} < {low}, 重: {yes} or {number} >= {low}")),
        _ => (vec!["轻", "中", "重"], format!("轻: not {yes}, 中: {number} = {low}, 重: {yes} and {number} >= {low}")),
    }
}

/// A condition.
pub(crate) fn cond(tape: &mut Tape<'_>, words: &mut Words, depth: usize) -> String {
    if depth > 0 {
        let kind = tape.below(5);
        if kind >= 2 {
            let (a, b) = (cond(tape, words, depth - 1), cond(tape, words, depth - 1));
            return match kind {
                2 => format!("({a} and {b})"),
                3 => format!("({a} or {b})"),
                _ => format!("not ({a} and {b})"),
            };
        }
    }
    match tape.below(6) {
        1 | 2 if !words.levels.is_empty() => {
            let (name, of) = &words.levels[tape.below(words.levels.len())];
            let op = tape.pick(&["=", ">=", "<", "!="]);
            format!("{name} {op} {}", of[tape.below(of.len())])
        }
        3 | 4 if !words.numbers.is_empty() => {
            let name = tape.pick(&words.numbers);
            let op = tape.pick(&["<", ">=", "<=", ">", "=", "!="]);
            format!("{name} {op} {}", tape.pick(&CUTS))
        }
        5 if words.list && tape.once_in(2) => {
            let cut = tape.pick(&CUTS);
            match tape.below(3) {
                0 => format!("any(己 where it >= {cut})"),
                1 => format!("count(己 where it < {cut}) >= 2"),
                _ => format!("sum(己) > {cut}"),
            }
        }
        5 if tape.once_in(3) => format!("无法查明({})", tape.pick(&words.yes)),
        5 => {
            words.money = true;
            tape.pick(&["货值 >= 10000元", "货值 < 50000元", "货值 > 0元"]).into()
        }
        _ => {
            let yes = tape.pick(&words.yes);
            if tape.once_in(2) { format!("not {yes}") } else { yes.into() }
        }
    }
}
