//! The rulesets and the cases of the workloads; seeded, the same on every machine.

use cailiang::value::Date;
use cailiang::{Library, Program, Ruleset, Source};
use rust_decimal::Decimal;

use crate::by_hand::{Case, Harm};

/// W1 as a ruleset.
pub const W1: &str = include_str!("../rulesets/w1.yaml");

/// Compiles a text and links one of its offences.
///
/// # Panics
/// When the text is wrong: the workloads are fixed.
pub fn program(text: &str, ruleset: &str, offence: &str) -> Program {
    let mut library = Library::new();
    library.add(compile(text)).expect("one version");
    link(&library, ruleset, offence)
}

/// Compiles a text.
///
/// # Panics
/// When the text is wrong.
pub fn compile(text: &str) -> Ruleset {
    let (ruleset, diagnostics) = Ruleset::compile(&Source::new("workload", text.to_owned()));
    ruleset.unwrap_or_else(|| panic!("{}", diagnostics.first().map(ToString::to_string).unwrap_or_default()))
}

/// Links an offence for a day in 2024.
///
/// # Panics
/// When the library does not have it.
pub fn link(library: &Library, ruleset: &str, offence: &str) -> Program {
    let day = Date::parse("2024-05-01").expect("a day");
    library.link(ruleset, offence, day).unwrap_or_else(|e| panic!("{e}"))
}

/// Cases of W1.
pub fn cases(count: usize) -> Vec<Case> {
    let mut seed = 0x5eed_u64;
    let mut below = move |n: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % n
    };
    (0..count)
        .map(|_| {
            let goods = [100_000, 1_200_000, 8_000_000, 60_000_000][below(4) as usize];
            let harm = [Harm::None, Harm::None, Harm::None, Harm::Minor, Harm::Serious, Harm::Death][below(6) as usize];
            let mut yes = || below(2) == 1;
            let (intent, cooperation, corrected) = (yes(), yes(), yes());
            let (coerced, small, minors, evidence) = (yes(), yes(), yes(), yes());
            if below(6) == 0 {
                return mild(below(100_000) as i64, below(9) as u32);
            }
            Case {
                goods: Decimal::new(below(goods) as i64, 2),
                gains: Decimal::new(below(goods) as i64, 2),
                found: [20_240_229, 20_240_301, 20_240_415, 20_240_630, 20_240_701][below(5) as usize],
                days: below(120) as u32,
                prior: below(5).saturating_sub(1) as u32,
                batches: below(8) as u32,
                harm,
                intent,
                cooperation,
                corrected,
                coerced,
                small,
                minors: minors && intent,
                evidence: evidence && coerced,
            }
        })
        .collect()
}

/// A case of the lightest tier, or without penalty, or just beyond.
fn mild(fen: i64, days: u32) -> Case {
    Case {
        goods: Decimal::new(fen, 2),
        gains: Decimal::ZERO,
        found: 20_240_701,
        days,
        prior: 0,
        batches: 1,
        harm: Harm::None,
        intent: false,
        cooperation: true,
        corrected: true,
        coerced: false,
        small: days == 3,
        minors: false,
        evidence: false,
    }
}

/// The facts of a case as JSON text, which is YAML too.
pub fn json(case: &Case) -> String {
    let harm = match case.harm {
        Harm::None => "无",
        Harm::Minor => "轻微",
        Harm::Serious => "严重",
        Harm::Death => "死亡",
    };
    let (year, month, day) = (case.found / 10_000, case.found / 100 % 100, case.found % 100);
    format!(
        "{{\"货值\": {}, \"违法所得\": {}, \"发现日\": \"{year}-{month:02}-{day:02}\", \"持续天数\": {}, \"两年内次数\": {}, \
         \"批次\": {}, \"后果\": \"{harm}\", \"故意\": {}, \"配合\": {}, \"及时改正\": {}, \"受胁迫\": {}, \"小微\": {}, \
         \"涉未成年人\": {}, \"毁灭证据\": {}}}",
        case.goods,
        case.gains,
        case.days,
        case.prior,
        case.batches,
        case.intent,
        case.cooperation,
        case.corrected,
        case.coerced,
        case.small,
        case.minors,
        case.evidence
    )
}

/// A ruleset of so many offences like W1, every constant different (W2).
pub fn many(offences: usize) -> String {
    let (head, offence) = W1.split_once("offences:\n").expect("W1 has offences");
    let (head, define) = head.split_once("define:\n").expect("W1 has definitions");
    let mut text = format!("{}offences:\n", head.replace("bench.w1", "bench.w2"));
    for number in 0..offences {
        let constants = |text: &str| {
            let text = text.replace("50000元", &format!("{}元", 50_000 + number));
            text.replace("20000元", &format!("{}元", 20_000 + number)).replace("90日", &format!("{}日", 90 + number))
        };
        let define: String = define.lines().map(|line| format!("    {}\n", renamed(line, number))).collect();
        let own = renamed(&constants(&offence.replace("id: w1", &format!("id: w{number}"))), number);
        let (first, rest) = own.split_once("    name:").expect("W1 has a name");
        text.push_str(&format!("{first}    define:\n{}    name:{rest}", constants(&define)));
    }
    text
}

/// One name means one thing in a file, so each offence has its own definitions.
fn renamed(text: &str, number: usize) -> String {
    let names = [
        "情节配合",
        "情节改正",
        "情节胁迫",
        "情节小微",
        "情节故意",
        "情节毁证",
        "情节未成年",
        "情节严打",
        "情节获利",
        "步数",
        "阶号",
        "起点",
        "止点",
    ];
    names.iter().fold(text.to_owned(), |text, name| text.replace(name, &format!("{name}_{number}")))
}
