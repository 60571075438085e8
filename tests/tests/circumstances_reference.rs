//! The documents' numbers written once more straight from their articles, against the engine on random ranges; and
//! what must hold of circumstances whatever the numbers.

mod general;
mod program;

use std::collections::{BTreeMap, BTreeSet};

use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use general::{Case, decided, yes};
use program::Random;
use serde_json::{Value, json};

/// An interval in millionths of a 元, with whether its ends are in; none = the document has no figure.
type Range = ((i128, bool), (i128, bool));
const ONE: i128 = 1_000_000;

/// A document, the day, and an offence whose statute is L..U and whose tier is a..b.
struct Document {
    id: &'static str,
    on: &'static str,
    /// Facts that each call for 从轻 (or 从轻 or 减轻), for 减轻 alone, for 从重.
    lighter: &'static [&'static str],
    mitigated: &'static [&'static str],
    heavier: &'static [&'static str],
    /// What each effect makes of [L, U] and [a, b], by the text.
    naive: fn(&str, i128, i128, i128, i128) -> Option<Range>,
}

fn closed(lo: i128, hi: i128) -> Option<Range> {
    Some(((lo, true), (hi, true)))
}

fn below(lo: i128, hi: i128) -> Option<Range> {
    Some(((lo, true), (hi, false)))
}

/// 广东 2022 art 12: below the average, not below it, at it.
fn guangdong(effect: &str, _: i128, _: i128, a: i128, b: i128) -> Option<Range> {
    match effect {
        "lighter" if a < b => below(a, (a + b) / 2),
        "heavier" if a < b => closed((a + b) / 2, b),
        "ordinary" => closed((a + b) / 2, (a + b) / 2),
        _ => None,
    }
}

/// 江门 2020 arts 5 and 6: the ends of the tier.
fn jiangmen(effect: &str, _: i128, _: i128, a: i128, b: i128) -> Option<Range> {
    match effect {
        "lighter" => closed(a, a),
        "heavier" => closed(b, b),
        _ => None,
    }
}

/// 湖南 2021 arts 9 and 10: 20% of U up or down inside the statute, half of L down.
fn hunan(effect: &str, l: i128, u: i128, a: i128, b: i128) -> Option<Range> {
    match effect {
        "lighter" => closed((a - u / 5).max(l), b),
        "mitigated" if a - l / 2 > 0 => closed(a - l / 2, b),
        "heavier" => closed(a, (b + u / 5).min(u)),
        _ => None,
    }
}

/// 人民银行令〔2024〕6号 arts 5 to 7: three ranges of their own, else 40% and 70% of U. Its offences have no table of
/// their own here (a = L, b = U).
fn bank(effect: &str, l: i128, u: i128, _: i128, _: i128) -> Option<Range> {
    let wan = 10_000 * ONE;
    let (first, second) = match (l / wan, u / wan) {
        (20, 50) if l % wan == 0 && u % wan == 0 => (30 * wan, 40 * wan),
        (50, 200) if l % wan == 0 && u % wan == 0 => (100 * wan, 150 * wan),
        (200, 500) if l % wan == 0 && u % wan == 0 => (300 * wan, 400 * wan),
        _ => (u * 2 / 5, u * 7 / 10),
    };
    match effect {
        "mitigated" => Some(((0, false), (l, false))),
        _ if l == u => closed(l, l),
        // 40% of U not above L: there is no 从轻, and what the table gives stands.
        "lighter" if first <= l => closed(l, u),
        "lighter" => below(l, first),
        // 70% of U not above L: no 一般 either.
        "ordinary" if second <= l => closed(l, u),
        "ordinary" => below(first.max(l), second),
        "heavier" => closed(second.max(l), u),
        _ => None,
    }
}

const DOCUMENTS: &[Document] = &[
    Document {
        id: "cn.guangdong.eco",
        on: "2023-05-01",
        lighter: &["查处中立功", "主动消除或减轻后果", "受他人胁迫", "主动供述未掌握", "另有从轻减轻规定"],
        mitigated: &[],
        heavier: &["违反突发事件措施"],
        naive: guangdong,
    },
    Document {
        id: "cn.jiangmen.eco",
        on: "2021-08-01",
        lighter: &["查处中立功", "主动改正中止", "赔偿并消除影响", "已足额投保责任险", "初犯无故意且轻微"],
        mitigated: &[],
        heavier: &["违反突发事件措施", "跨县区污染", "引起不良反响", "威胁辱骂执法人员"],
        naive: jiangmen,
    },
    Document {
        id: "cn.hunan.eco",
        on: "2022-05-01",
        lighter: &["查处中立功", "主动消除或减轻后果", "受他人诱骗"],
        mitigated: &[],
        heavier: &["违反突发事件措施"],
        naive: hunan,
    },
    Document {
        id: "cn.pboc.benchmark-rules",
        on: "2025-06-01",
        lighter: &["受他人诱骗", "较轻且危害不大", "共同违法次要作用", "另有从轻减轻规定"],
        mitigated: &["受他人胁迫", "取得受害人谅解", "显著轻微且危害较小"],
        heavier: &["情节恶劣", "不配合或毁灭证据", "违反突发事件措施", "其他恶劣严重"],
        naive: bank,
    },
];

fn model(document: &Document) -> String {
    format!(
        "\
cailiang: 1
ruleset: cn.model.{name}
title: 示例
issuer: 示例机关
in_force: {{from: {on}}}
status: in_force
uses: [{id}]
tiers: [一档, 二档]
laws: {{条例: {{title: 示例条例, rank: regulation}}}}
facts: {{最低: {{type: money}}, 最高: {{type: money}}, 档低: {{type: money}}, 档高: {{type: money}}}}
offences:
  - id: any
    name: 甲
    statute: {{basis: 条例 第一条, sanctions: [{{id: 罚款, kind: fine, range: 最低..最高}}]}}
    benchmark: {{罚款: {{range: 档低..档高}}}}
",
        name = name(document),
        id = document.id,
        on = document.on,
    )
}

fn name(document: &Document) -> String {
    document.id.replace('.', "-")
}

/// The real rulesets with the rows of `circumstances` in another order, and the models.
fn library(reversed: bool) -> Library {
    let mut library = Library::new();
    let real = RULESETS.iter().map(|t| if reversed { with_rows_reversed(t.text) } else { t.text.to_owned() });
    for text in real.chain(DOCUMENTS.iter().map(model)) {
        let (ruleset, diagnostics) = Ruleset::compile(&Source::new("text", text));
        library.add(ruleset.unwrap_or_else(|| panic!("{diagnostics:?}"))).unwrap();
    }
    library
}

fn with_rows_reversed(text: &str) -> String {
    let Some((before, rest)) = text.split_once("\ncircumstances:\n") else { return text.to_owned() };
    let (mut rows, mut after) = (Vec::new(), Vec::new());
    for line in rest.lines() {
        let of_list = after.is_empty() && line.starts_with("  ");
        if of_list { &mut rows } else { &mut after }.push(line);
    }
    assert!(rows.iter().all(|row| row.starts_with("  - {") || row.starts_with("  #")), "one row a line");
    rows.reverse();
    format!("{before}\ncircumstances:\n{}\n{}\n", rows.join("\n"), after.join("\n"))
}

/// Random whole amounts L ≤ a ≤ b ≤ U, and now and then the named ranges of the central bank.
fn amounts(random: &mut Random, document: &Document) -> [i128; 4] {
    if document.id.contains("pboc") {
        let named = [(200_000, 500_000), (500_000, 2_000_000), (2_000_000, 5_000_000), (300_000, 500_000)];
        let (l, u) = match named.get(random.below(8)) {
            Some((l, u)) => (*l, *u),
            None => {
                let l = 1 + random.below(400) as i128;
                (l * 1000, (l + random.below(900) as i128) * 1000)
            }
        };
        return [l, u, l, u];
    }
    let mut four = [0; 4].map(|_: i128| 1000 * (1 + random.below(500) as i128));
    four.sort_unstable();
    let [l, a, b, u] = four;
    [l, u, a, b]
}

fn case(library: &Library, document: &Document, [l, u, a, b]: [i128; 4], facts: &[&str]) -> Case {
    let money = |n: i128| json!(i64::try_from(n).unwrap());
    let mut given = vec![("最低", money(l)), ("最高", money(u)), ("档低", money(a)), ("档高", money(b))];
    given.extend(facts.iter().map(|name| (*name, yes())));
    if document.id.contains("jiangmen") {
        given.push(("两年内被处罚次数", json!(0)));
    }
    decided(library, &format!("cn.model.{}/any", name(document)), document.on, &given)
}

fn millionths(text: &str) -> i128 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    whole.parse::<i128>().unwrap() * ONE + format!("{part:0<6}").parse::<i128>().unwrap()
}

fn range(targets: &Value) -> Range {
    let amount = &targets[0]["sanctions"][0]["amount"];
    let end = |end: &Value| (millionths(end["value"].as_str().unwrap()), end["inclusive"] == true);
    (end(&amount["min"]), end(&amount["max"]))
}

fn options(case: &Case) -> BTreeMap<String, Range> {
    let all = case.json["options"].as_array().unwrap().iter();
    all.filter(|o| o["direction"] != "no_penalty" && o["open"] == false)
        .map(|o| (o["effect"].as_str().unwrap().to_owned(), range(&o["targets"])))
        .collect()
}

fn some_of(random: &mut Random, names: &'static [&'static str]) -> Vec<&'static str> {
    names.iter().filter(|_| random.below(3) == 0).copied().collect()
}

#[test]
fn the_effects_are_what_the_articles_say() {
    let library = library(false);
    let mut compared = BTreeSet::new();
    for document in DOCUMENTS {
        let mut random = Random(11);
        for _ in 0..120 {
            let four = amounts(&mut random, document);
            let mut facts = some_of(&mut random, document.lighter);
            facts.extend(some_of(&mut random, document.mitigated));
            facts.extend(some_of(&mut random, document.heavier));
            if random.below(4) == 0 {
                facts.clear();
            }
            let case = case(&library, document, four, &facts);
            let [l, u, a, b] = four.map(|n| n * ONE);
            assert_eq!(range(&case.json["targets"]), ((a, true), (b, true)), "the table itself");
            for (effect, found) in options(&case) {
                let Some(wanted) = (document.naive)(&effect, l, u, a, b) else { continue };
                assert_eq!(found, wanted, "{} {effect} {four:?} {facts:?}", document.id);
                compared.insert((document.id, effect));
            }
            // Which steps there are: by the facts, and for the bank by their number.
            let effects: BTreeSet<&str> = case.effects().into_iter().collect();
            let count = |names: &[&str]| facts.iter().filter(|f| names.contains(f)).count();
            let (lighter, heavier) = (count(document.lighter), count(document.heavier));
            let mitigated = count(document.mitigated);
            assert_eq!(effects.contains("heavier"), heavier > 0, "{} {facts:?}", document.id);
            assert_eq!(effects.contains("lighter"), lighter > 0, "{} {facts:?}", document.id);
            if document.id.contains("pboc") {
                // 另有从轻减轻规定 is the law's: from it either.
                let by_law = facts.contains(&"另有从轻减轻规定");
                let by_number = lighter >= 2 && heavier == 0;
                assert_eq!(effects.contains("mitigated"), mitigated > 0 || by_law || by_number, "{facts:?}");
                assert_eq!(effects.contains("ordinary"), facts.is_empty(), "{facts:?}");
            }
        }
    }
    assert_eq!(compared.len(), 3 + 2 + 3 + 4, "{compared:?}");
}

#[test]
fn a_lighter_circumstance_never_raises_and_a_heavier_one_never_lowers() {
    let library = library(false);
    for document in DOCUMENTS {
        let mut random = Random(23);
        for _ in 0..60 {
            let four = amounts(&mut random, document);
            let mut facts = some_of(&mut random, document.lighter);
            facts.extend(some_of(&mut random, document.heavier));
            let down: Vec<_> = document.lighter.iter().chain(document.mitigated).copied().collect();
            let more = [
                (true, down[random.below(down.len())]),
                (false, document.heavier[random.below(document.heavier.len())]),
            ];
            let before = case(&library, document, four, &facts);
            let table = range(&before.json["targets"]);
            for (lighter, added) in more.into_iter().filter(|(_, added)| !facts.contains(added)) {
                let all: Vec<&str> = facts.iter().copied().chain([added]).collect();
                let after = case(&library, document, four, &all);
                assert_eq!(range(&after.json["targets"]), table, "nothing is applied");
                let (known, now) = (options(&before), options(&after));
                for (effect, old) in &known {
                    let Some(new) = now.get(effect) else { continue };
                    let told = format!("{} {effect} {facts:?} + {added}", document.id);
                    assert!(
                        if lighter { new.0 <= old.0 && new.1 <= old.1 } else { new.0 >= old.0 && new.1 >= old.1 },
                        "{told}"
                    );
                }
                // All that may come out: the table and every option.
                let hull = |options: &BTreeMap<String, Range>| {
                    let all = options.values().chain([&table]);
                    (all.clone().map(|r| r.0.0).min().unwrap(), all.map(|r| r.1.0).max().unwrap())
                };
                let ((lo, hi), (new_lo, new_hi)) = (hull(&known), hull(&now));
                assert!(
                    if lighter { new_lo <= lo && new_hi <= hi } else { new_lo >= lo && new_hi >= hi },
                    "{facts:?} + {added}"
                );
                for option in
                    after.json["options"].as_array().unwrap().iter().filter(|o| o["direction"] != "no_penalty")
                {
                    let found = range(&option["targets"]);
                    match option["direction"].as_str().unwrap() {
                        "lighter" | "mitigated" => {
                            assert!(found.0.0 <= table.0.0 && found.1.0 <= table.1.0, "{option}")
                        }
                        "heavier" => assert!(found.0.0 >= table.0.0 && found.1.0 >= table.1.0, "{option}"),
                        _ => assert!(found.0.0 >= table.0.0 && found.1.0 <= table.1.0, "{option}"),
                    }
                }
            }
        }
    }
}

#[test]
fn the_order_of_circumstances_does_not_matter() {
    let (library, reversed) = (library(false), library(true));
    let told = |case: &Case| -> BTreeMap<String, Value> {
        let sorted = |list: &Value| {
            let mut items: Vec<String> = list.as_array().unwrap().iter().map(Value::to_string).collect();
            items.sort();
            json!(items)
        };
        let of = |o: &Value| {
            let lists = ["or", "because", "needs"].map(|key| sorted(&o[key]));
            (o["effect"].to_string(), json!([o["force"], o["certain"], o["open"], o["targets"], lists]))
        };
        case.json["options"].as_array().unwrap().iter().map(of).collect()
    };
    let mut options = 0;
    for document in DOCUMENTS {
        let mut random = Random(37);
        for _ in 0..40 {
            let four = amounts(&mut random, document);
            let mut facts = some_of(&mut random, document.lighter);
            facts.extend(some_of(&mut random, document.mitigated));
            facts.extend(some_of(&mut random, document.heavier));
            let (a, b) = (case(&library, document, four, &facts), case(&reversed, document, four, &facts));
            assert_eq!(told(&a), told(&b), "{} {facts:?}", document.id);
            assert_eq!(a.json["verdict"], b.json["verdict"]);
            options += a.json["options"].as_array().unwrap().len();
        }
    }
    assert!(options > 200, "{options}");
}
