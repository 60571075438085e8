//! A generated case as what the engine reads: a ruleset (YAML) and a request (JSON).

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{Case, Relation, named};
use crate::allowed_reference::documents::Document;
use crate::allowed_reference::law::{Able, Defence, General, Harm, Known, Mind};
use crate::allowed_reference::{Clause, Decision, Direction, Kind, Limitation, Range, json as words};

/// The rulesets of a case: one text, or one for each law where the clause was amended.
pub(crate) fn rulesets(case: &Case) -> Vec<String> {
    match &case.amended {
        None => vec![ruleset(case, &case.provisions, "{from: 2015-01-01}")],
        Some(amended) => vec![
            ruleset(case, &case.provisions, &format!("{{from: 2015-01-01, through: {}}}", amended_on(case, false))),
            ruleset(case, std::slice::from_ref(amended), &format!("{{from: {}}}", amended_on(case, true))),
        ],
    }
}

/// The last day of the older clause, the first of the newer: between the act and the decision.
fn amended_on(case: &Case, first: bool) -> &'static str {
    match (case.general.0, first) {
        (General::Penalty2017, false) => "2018-05-31",
        (General::Penalty2017, true) => "2018-06-01",
        (_, false) => "2024-05-31",
        (_, true) => "2024-06-01",
    }
}

fn ruleset(case: &Case, provisions: &[Clause], in_force: &str) -> String {
    let uses = match case.general.0 {
        General::PublicSecurity2025 => "cn.npc.public-security-law",
        _ => "cn.npc.administrative-penalty-law",
    };
    let mut text = format!(
        "cailiang: 1\nruleset: cn.generated.case\ntitle: 示例\nissuer: 示例机关\nin_force: {in_force}\n\
         status: in_force\nuses: [{uses}]\nlaws: {{条例: {{title: 示例条例, rank: regulation}}}}\nfacts:\n  \
         成立: {{type: yes-no}}\n"
    );
    for (one, _) in &case.own {
        writeln!(text, "  {}: {{type: yes-no}}", one.id).unwrap();
    }
    if !case.own.is_empty() {
        text.push_str("circumstances:\n");
    }
    for (one, _) in &case.own {
        let calls: Vec<&str> = one.calls.iter().map(|call| direction(*call)).collect();
        let (calls, force) = (calls.join(", "), words::force(one.force));
        let id = one.id;
        writeln!(text, "  - {{id: {id}情形, when: {id}, effect: [{calls}], force: {force}, basis: 本基准 第一条}}")
            .unwrap();
    }
    let effects = effects(case.document);
    if !effects.is_empty() {
        text.push_str("effects:\n");
        effects.iter().for_each(|row| writeln!(text, "  - {{{row}}}").unwrap());
    }
    text.push_str("offences:\n");
    for (at, clause) in provisions.iter().enumerate() {
        offence(&mut text, at, clause);
    }
    text
}

fn offence(text: &mut String, at: usize, clause: &Clause) {
    let target = words::target_name(clause.target);
    let orders = clause.orders.join(", ");
    writeln!(text, "  - id: o{at}\n    name: 行为{at}\n    elements: [成立]\n    statute:").unwrap();
    writeln!(text, "      basis: 条例 第{}条\n      target: {target}", ["一", "二"][at]).unwrap();
    writeln!(text, "      orders: [{orders}]\n      sanctions:").unwrap();
    for sanction in &clause.sanctions {
        let kind = words::kind(sanction.kind);
        write!(text, "        - {{id: {}, kind: {kind}, mode: {}", sanction.id, words::force(sanction.force)).unwrap();
        match sanction.statute {
            Some(range) if sanction.kind == Kind::Confiscate => {
                write!(text, ", amount: {}", amount(range.least(), sanction.kind)).unwrap();
            }
            Some(range) => write!(text, ", range: {}", phrase(range, sanction.kind)).unwrap(),
            None => {}
        }
        if let Some(authority) = &sanction.elsewhere {
            write!(text, ", authority: {authority}").unwrap();
        }
        text.push_str("}\n");
    }
    for choice in &clause.choices {
        let pick = if choice.more { "one_or_more" } else { "one" };
        let of: Vec<String> = choice.of.iter().map(|group| format!("[{}]", group.join(", "))).collect();
        writeln!(text, "      choices: [{{pick: {pick}, of: [{}]}}]", of.join(", ")).unwrap();
    }
    let tiers = clause.sanctions.iter().filter_map(|s| Some((s, s.tier?)));
    let tiers: Vec<String> = tiers.map(|(s, tier)| format!("{}: {}", s.id, phrase(tier, s.kind))).collect();
    if !tiers.is_empty() {
        writeln!(text, "    benchmark: {{{}}}", tiers.join(", ")).unwrap();
    }
}

/// 分 as 元; days as they are.
fn amount(amount: i64, kind: Kind) -> String {
    match kind {
        Kind::Detention => format!("{amount}日"),
        _ => format!("{}元", amount / 100),
    }
}

fn phrase(range: Range, kind: Kind) -> String {
    let end = |end| amount(end, kind);
    match (range.lo, range.hi) {
        (Some(lo), Some(hi)) if lo == hi => end(lo),
        (Some(lo), Some(hi)) => format!("{}以上{}以下", end(lo), end(hi)),
        (None, Some(hi)) => format!("{}以下", end(hi)),
        (lo, None) => format!("{}以上", end(lo.unwrap_or(1))),
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::No => "no_penalty",
        Direction::Mitigated => "mitigated",
        Direction::Lighter => "lighter",
        Direction::Ordinary => "ordinary",
        Direction::Heavier => "heavier",
    }
}

/// The rows of the documents, as the rulesets of the repository have them: the effect, when, what.
fn effects(document: Document) -> Vec<String> {
    const BOTH_ENDS: &str = "tier.has_min and tier.has_max and tier.min < tier.max";
    const HALF_OF_LEAST: &str = "range: tier.min - 50% * statute.min..tier.max, needs: [collective_deliberation]";
    let rows: &[(&str, &str, &str)] = match document {
        Document::None | Document::MarketRegulation => &[],
        Document::MarketShares => &[("lighter", "", "part: 0%..30%"), ("heavier", "", "part: 70%..100%")],
        Document::Hunan => &[
            ("lighter", "", "range: tier.min - 20% * statute.max..tier.max, floor: statute.min"),
            ("mitigated", "statute.has_min", HALF_OF_LEAST),
            ("heavier", "", "range: tier.min..tier.max + 20% * statute.max, cap: statute.max"),
        ],
        Document::Guangdong => &[
            ("lighter", BOTH_ENDS, "range: tier.min..<(tier.min + tier.max) / 2"),
            ("lighter", "tier.has_max and not tier.has_min", "amount: 20% * tier.max"),
            ("heavier", BOTH_ENDS, "range: (tier.min + tier.max) / 2..tier.max"),
            ("heavier", "tier.has_min and not tier.has_max", "amount: 5 * tier.min"),
        ],
        Document::Jiangmen => &[("lighter", "", "part: 0%, within: tier"), ("heavier", "", "part: 100%, within: tier")],
        Document::Bank => &[
            ("lighter", "statute.min = statute.max", "do: keep"),
            ("lighter", "not statute.has_min", "range: 0元<..<40% * statute.max"),
            ("lighter", "", "range: statute.min..<40% * statute.max"),
            ("heavier", "statute.min = statute.max", "do: keep"),
            ("heavier", "", "range: 70% * statute.max..statute.max"),
            ("mitigated", "statute.has_min", "range: 0元<..<statute.min"),
        ],
    };
    let row = |(effect, when, what): &(&str, &str, &str)| {
        let when = if when.is_empty() { "otherwise: true".to_owned() } else { format!("when: {when}") };
        format!("effect: {effect}, of: [fine], {when}, {what}, basis: 本基准 第二条")
    };
    rows.iter().map(row).collect()
}

/// The days of a case: of the act, of its discovery (the last day of the two years or six months, or the day after),
/// of the decision.
fn days(case: &Case) -> [&'static str; 3] {
    let barred = case.limitation == Limitation::Barred;
    match case.general {
        (General::Penalty2017, General::Penalty2021) => ["2020-05-01", "2020-05-02", "2021-09-01"],
        (General::Penalty2017, _) if barred => ["2018-05-01", "2020-05-02", "2020-09-01"],
        (General::Penalty2017, _) => ["2018-05-01", "2020-05-01", "2020-09-01"],
        (General::PublicSecurity2025, _) if barred => ["2026-03-01", "2026-09-02", "2026-10-08"],
        (General::PublicSecurity2025, _) => ["2026-03-01", "2026-09-01", "2026-10-08"],
        _ if barred => ["2024-05-01", "2026-05-02", "2026-06-01"],
        _ => ["2024-05-01", "2026-05-01", "2026-06-01"],
    }
}

fn facts(case: &Case) -> Map<String, Value> {
    let f = &case.facts;
    let [act, found, decided] = days(case);
    let text = case.general.0.max(case.general.1);
    let (mind, able) = match f.mind {
        Mind::Sound => ("无障碍", Able::Fully),
        Mind::Ill(able) => ("精神病", able),
        Mind::Disabled(able) => ("智力残疾", able),
    };
    let able = match able {
        Able::Fully => "正常",
        Able::Partly => "未完全丧失",
        Able::Not => "丧失",
    };
    let harm = match f.harm {
        Harm::None => "没有",
        Harm::Slight => "轻微",
        Harm::More => "超过轻微",
    };
    let mut all = Map::new();
    let mut say = |name: &str, value: Value| all.insert(name.to_owned(), value);
    say("违法行为日", json!(act));
    say("发现日", json!(found));
    say("决定日", json!(decided));
    say("成立", json!(true));
    say("当事人身份", json!(if f.natural { "自然人" } else { "法人" }));
    say("行为时周岁", json!(f.age));
    say("精神智力状况", json!(mind));
    say("辨认控制能力", json!(able));
    say("危害后果程度", json!(harm));
    for name in named(text) {
        match f.yes.get(name).copied().unwrap_or(Known::No) {
            Known::Unknown => None,
            // A penalty on the day before the act is one within a year.
            known if name == "一年内受过治安处罚" => {
                say("治安处罚日期", if known == Known::Yes { json!(["2026-02-28"]) } else { json!([]) })
            }
            known => say(name, json!(known == Known::Yes)),
        };
    }
    if text != General::Penalty2017 {
        say("涉及生命健康或金融安全", json!(false));
        say("有危害后果", json!(false));
    }
    if text == General::PublicSecurity2025 {
        let defence = match f.defence {
            Defence::None => "不是",
            Defence::Proper => "未明显过当",
            Defence::Excessive => "明显过当且损害较大",
        };
        say("制止不法侵害", json!(defence));
        say("防卫过当情节较轻", json!(f.yes.get("防卫过当情节较轻") == Some(&Known::Yes)));
    }
    for (one, known) in case.own.iter().filter(|(_, known)| *known != Known::Unknown) {
        say(one.id, json!(*known == Known::Yes));
    }
    let declared: Vec<&str> = case.own.iter().map(|(one, _)| one.id).collect();
    debug_assert!(declared.iter().all(|name| name.starts_with("规定")));
    all
}

fn imposed(clause: &Clause, decision: &Decision, nothing_at_all: bool) -> Value {
    if nothing_at_all {
        return json!({"verdict": "no_penalty"});
    }
    let one = |(id, amount): &(String, Option<i64>)| {
        let kind = clause.sanctions.iter().find(|s| s.id == *id).map(|s| s.kind);
        let value = match (amount, kind) {
            (Some(days), Some(Kind::Detention)) => json!(days),
            (Some(fen), _) => json!(format!("{}.{:02}", fen / 100, fen % 100)),
            (None, _) => json!(true),
        };
        (id.clone(), value)
    };
    let sanctions: Map<String, Value> = decision.sanctions.iter().map(one).collect();
    json!({words::target_name(clause.target): sanctions})
}

/// The request that reviews a decision: about one offence, or about a case of acts.
pub(crate) fn request(case: &Case, decisions: &[Decision], as_case: bool) -> Value {
    let texts: Vec<Value> = rulesets(case)
        .iter()
        .enumerate()
        .map(|(at, text)| json!({"name": format!("{at}.yaml"), "text": text}))
        .collect();
    let nothing = decisions.iter().all(|decision| decision.sanctions.is_empty());
    let mut request = json!({
        "do": "review", "ruleset": "cn.generated.case", "facts": facts(case), "rulesets": texts, "explanation": false,
    });
    if !as_case {
        request["offence"] = json!("o0");
        request["decision"] = imposed(&case.provisions[0], &decisions[0], nothing);
        return request;
    }
    let ids: Vec<String> = (0..case.provisions.len()).map(|at| format!("o{at}")).collect();
    request["acts"] = ids.iter().map(|id| json!({"id": id, "offence": id})).collect();
    let each = ids.iter().zip(&case.provisions).zip(decisions);
    let of: Map<String, Value> =
        each.map(|((id, clause), decision)| (id.clone(), imposed(clause, decision, nothing))).collect();
    request["decision"] = Value::Object(of);
    if case.relation == Relation::SameAct {
        request["same_act"] = json!([ids]);
    }
    request
}
