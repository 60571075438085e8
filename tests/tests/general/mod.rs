//! Offences decided with the general part of the real rulesets: the facts that nothing is said of are plain.

#![allow(dead_code)] // each test file uses its part

use std::collections::BTreeMap;

use cailiang::answer::outcome_json;
use cailiang::decide::Evaluated;
use cailiang::decide::{Circumstances, circumstances};
use cailiang::expr::Type;
use cailiang::value::Date;
use cailiang::vocabulary::Lang;
use cailiang::{Facts, Library, Program, Ruleset, Source, evaluate};
use cailiang_rulesets::RULESETS;
use serde_json::{Value, json};

/// Offences of our own under the real general rules: what is tested is the rules, not these.
const MODELS: &[(&str, &str)] = &[
    (
        "any",
        "\
cailiang: 1
ruleset: cn.model.any
title: 示例：任一违法行为
issuer: 示例机关
in_force: {from: 2018-01-01}
status: in_force
uses: [cn.npc.administrative-penalty-law]
laws: {条例: {title: 示例条例, rank: regulation}}
offences:
  - id: any
    name: 甲
    statute: {basis: 条例 第一条, orders: [责令改正], sanctions: [{id: 罚款, kind: fine, range: 1万元以上5万元以下}]}
",
    ),
    (
        "police",
        "\
cailiang: 1
ruleset: cn.model.police
title: 示例：任一违反治安管理行为
issuer: 示例机关
in_force: {from: 2018-01-01}
status: in_force
uses: [cn.npc.public-security-law]
laws: {条例: {title: 示例条例, rank: regulation}}
offences:
  - id: any
    name: 甲
    statute: {basis: 条例 第一条, sanctions: [{id: 行政拘留, kind: detention, range: 5日以上10日以下}]}
",
    ),
    (
        "bank",
        "\
cailiang: 1
ruleset: cn.model.bank
title: 示例：人民银行监管的任一违法行为
issuer: 示例机关
in_force: {from: 2025-01-01}
status: in_force
uses: [cn.pboc.benchmark-rules]
laws: {条例: {title: 示例条例, rank: regulation}}
facts:
  最低: {type: money}
  最高: {type: money}
  所得款项: {type: money}
  已退赔: {type: money}
  已缴税费: {type: money}
  代收款: {type: money}
define:
  # 本规定 第十九条
  违法所得: 所得款项 - 已退赔 - 已缴税费 - 代收款
offences:
  - id: range
    name: 甲
    statute: {basis: 条例 第一条, sanctions: [{id: 罚款, kind: fine, range: 最低..最高}]}
  - id: ceiling
    name: 乙
    statute: {basis: 条例 第二条, sanctions: [{id: 罚款, kind: fine, range: ..最高}]}
  - id: multiple
    name: 丙
    statute:
      basis: 条例 第三条
      sanctions:
        - {id: 没收违法所得, kind: confiscate, amount: 违法所得}
        - {id: 罚款, kind: fine, range: 1倍以上5倍以下, of: 违法所得}
  - id: fixed
    name: 丁
    statute: {basis: 条例 第四条, sanctions: [{id: 警告, kind: warning}, {id: 罚款, kind: fine, range: 5万元}]}
",
    ),
];

fn compile(name: &str, text: &str) -> Ruleset {
    let (ruleset, diagnostics) = Ruleset::compile(&Source::new(name.to_owned(), text.to_owned()));
    ruleset.unwrap_or_else(|| panic!("{name}: {diagnostics:?}"))
}

/// All rulesets of the repository, and the offences of our own.
pub(crate) fn library() -> Library {
    let mut library = Library::new();
    for text in RULESETS {
        library.add(compile(text.path, text.text)).unwrap();
    }
    for (name, text) in MODELS {
        library.add(compile(name, text)).unwrap();
    }
    library
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// What a fact is when nothing speaks for or against the party: no, the first value, none, 30 years.
fn plain(name: &str, ty: &Type) -> Value {
    match ty {
        Type::Truth => json!(false),
        Type::Levels(_) if name == "危害后果程度" => json!("超过轻微"),
        Type::Levels(_) if name == "当事人身份" => json!("法人"),
        Type::Levels(levels) => json!(&*levels.names[0]),
        Type::List(_) => json!([]),
        Type::Date => json!("2024-05-01"),
        _ => json!(30),
    }
}

/// Facts by name.
pub(crate) type Given<'g> = &'g [(&'g str, Value)];

/// The facts of a program: those given, all others plain; `null` leaves one out.
fn facts(program: &Program, given: Given<'_>) -> Facts {
    let mut all: BTreeMap<String, Value> =
        program.facts().map(|(_, f)| (f.name.to_string(), plain(&f.name, &f.ty))).collect();
    for (name, value) in given {
        assert!(program.fact(name).is_some(), "{name} is not a fact of {}", program.offence_name());
        all.insert((*name).to_owned(), value.clone());
    }
    all.retain(|_, value| !value.is_null());
    let text = serde_json::to_string(&all).unwrap();
    Facts::read(program, &Source::new("case", text.clone())).unwrap_or_else(|e| panic!("{e:?}\n{text}"))
}

/// A decided case.
pub(crate) struct Case {
    pub(crate) json: Value,
    pub(crate) general: Circumstances,
}

/// Decides an offence, `ruleset/offence`, for a day of the act.
pub(crate) fn decided(library: &Library, offence: &str, on: &str, given: Given<'_>) -> Case {
    let (ruleset, offence) = offence.split_once('/').unwrap();
    let program = library.link_decision(ruleset, offence, day(on)).unwrap_or_else(|e| panic!("{e:?}"));
    let facts = facts(&program, given);
    let outcome = evaluate(&program, &facts).unwrap();
    let general = circumstances(&program, &facts, &outcome).unwrap();
    let evaluated =
        Evaluated { program: program.into(), facts, outcome, general: Some(general.clone()), executions: Vec::new() };
    let json = serde_json::from_str(&outcome_json(&evaluated, Lang::Zh)).unwrap();
    Case { json, general }
}

impl Case {
    pub(crate) fn effects(&self) -> Vec<&str> {
        self.json["options"].as_array().unwrap().iter().map(|o| o["effect"].as_str().unwrap()).collect()
    }

    pub(crate) fn option(&self, effect: &str) -> &Value {
        let options = self.json["options"].as_array().unwrap();
        options.iter().find(|o| o["effect"] == effect).unwrap_or_else(|| panic!("no {effect}: {:?}", self.effects()))
    }

    pub(crate) fn because(&self, effect: &str) -> Vec<&str> {
        self.option(effect)["because"].as_array().unwrap().iter().map(|b| b["id"].as_str().unwrap()).collect()
    }

    pub(crate) fn codes(&self) -> Vec<&str> {
        self.json["review_points"].as_array().unwrap().iter().map(|p| p["code"].as_str().unwrap()).collect()
    }

    /// The fine of an effect (empty: of the table) as an interval: `[200000, 300000)`.
    pub(crate) fn fine(&self, effect: &str) -> String {
        let targets = if effect.is_empty() { &self.json["targets"] } else { &self.option(effect)["targets"] };
        let sanctions = targets[0]["sanctions"].as_array().unwrap();
        let fine = sanctions.iter().find(|s| s["id"] == "罚款").unwrap_or_else(|| panic!("no fine: {sanctions:?}"));
        let end = |end: &Value| (end["value"].as_str().unwrap().to_owned(), end["inclusive"] == true);
        let ((lo, lo_in), (hi, hi_in)) = (end(&fine["amount"]["min"]), end(&fine["amount"]["max"]));
        format!("{}{lo}, {hi}{}", if lo_in { '[' } else { '(' }, if hi_in { ']' } else { ')' })
    }
}

/// Yes.
pub(crate) fn yes() -> Value {
    json!(true)
}
