//! How the engine is to write the same: what `tests/allowed.rs` compares.
//!
//! Each act of an answer (and an answer about one offence) has, beside what it has today,
//!
//! ```json
//! "allowed": {
//!   "determined": true,
//!   "ways": [{
//!     "law": "act",
//!     "verdict": "sanctioned",
//!     "direction": "lighter",
//!     "force": "must",
//!     "standing": "open",
//!     "whole": "less_than_most",
//!     "target": "individual",
//!     "sanctions": [{"id": "拘留", "kind": "detention", "mode": "must", "amount": {}, "statutory": {}}],
//!     "leaves_out": false,
//!     "benchmark": false,
//!     "rests_on": [{"id": "治安已满十四不满十八周岁", "basis": "治安法 第十二条"}],
//!     "needs": [],
//!     "demands": ["reasons"],
//!     "not_executed": [{"sanction": "拘留", "basis": "治安法 第二十三条第一款第一项"}]
//!   }],
//!   "referrals": [{"sanction": "吊销", "authority": "省级司法行政部门"}]
//! }
//! ```
//!
//! - A way is one thing that may be written: a choice of the law (或者) gives a way for each member, so a way has no
//!   `choices`, and a headline groups the ways that differ in nothing else.
//! - `law`: `act` or `decision`; while it is open which law governs there are ways of both.
//! - `verdict`: `sanctioned`, `no_penalty`, `time_barred`; `direction`: `ordinary`, `lighter`, `mitigated`, `heavier`,
//!   `no_penalty`, and `mixed` where circumstances oppose each other.
//! - `standing`: `firm` (a text says how far), `open` (no text: *not shown to deviate, reasons required*), `weigh`
//!   (opposed circumstances: a person weighs them).
//! - `whole`: what must hold of the sanctions together: `any`, `less_than_most` and `more_than_least` of what otherwise
//!   applies, `below_least` (an amount below its minimum, or less than the clause asks for). Of a single sanction it is
//!   a range and `whole` is `any`: below the most of 5日以上10日以下 is 5 to under 10.
//! - `certain`: false where an open fact decides whether the way exists; then `determined` is false.
//! - `amount` and `statutory` are written as everywhere else; so are the ids of circumstances and needs.
//!
//! A review says `result`: `conforms`, `within_statute`, `not_shown`, `undetermined` or `deviates`, with the position
//! of the `nearest` way.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::law::Stayed;
use super::review::Finding;
use super::together::Governs;
use super::ways::{Standing, Verdict, Way};
use super::whole::Whole;
use super::{Amount, Direction, Force, Kind, Range, Target};

/// A way, in the words of the proposal but with amounts in 分 or 日 and open ends left out, so that it can be compared.
pub(crate) fn way(law: Governs, target: Target, way: &Way) -> Value {
    let range = |range: Range| json!([range.lo, range.hi]);
    let sanctions = way.parts.iter().map(|part| {
        json!({
            "id": part.id, "kind": kind(part.kind), "mode": force(part.force),
            "amount": part.amount.map(range), "statutory": part.statute.map(range),
        })
    });
    let stayed = |part: &&super::ways::Part| part.kind == Kind::Detention;
    let not_executed: Vec<Value> = match way.stayed {
        Stayed::Yes(basis) => {
            way.parts.iter().filter(stayed).map(|p| json!({"sanction": p.id, "basis": basis})).collect()
        }
        Stayed::No => Vec::new(),
    };
    let needs: BTreeSet<&str> = way.needs.iter().copied().collect();
    let rests_on: BTreeSet<&str> = way.rests_on.iter().map(|(id, _)| *id).collect();
    json!({
        "law": if law == Governs::Decision { "decision" } else { "act" },
        "verdict": match way.verdict {
            Verdict::Sanctioned => "sanctioned",
            Verdict::NoPenalty => "no_penalty",
            Verdict::TimeBarred => "time_barred",
        },
        "direction": direction(way),
        "force": force(way.force),
        "standing": match way.standing {
            Standing::Firm => "firm",
            Standing::Open => "open",
            Standing::Weigh => "weigh",
        },
        "whole": match way.whole {
            Whole::Any => "any",
            Whole::LessThanMost => "less_than_most",
            Whole::MoreThanLeast => "more_than_least",
            Whole::BelowLeast => "below_least",
        },
        "target": target_name(target),
        "sanctions": sanctions.collect::<Vec<_>>(),
        "leaves_out": way.leaves_out,
        "benchmark": way.benchmark,
        "rests_on": rests_on,
        "needs": needs,
        "demands": if way.standing == Standing::Firm { json!([]) } else { json!(["reasons"]) },
        "not_executed": not_executed,
    })
}

fn direction(way: &Way) -> &'static str {
    match way.direction {
        _ if way.standing == Standing::Weigh => "mixed",
        Direction::No => "no_penalty",
        Direction::Mitigated => "mitigated",
        Direction::Lighter => "lighter",
        Direction::Ordinary => "ordinary",
        Direction::Heavier => "heavier",
    }
}

pub(crate) fn target_name(target: Target) -> &'static str {
    match target {
        Target::Unit => "unit",
        Target::Individual => "individual",
    }
}

pub(crate) fn force(force: Force) -> &'static str {
    match force {
        Force::Must => "must",
        Force::May => "may",
    }
}

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Warning => "warning",
        Kind::Fine => "fine",
        Kind::Confiscate => "confiscate",
        Kind::SuspendLicence => "suspend_licence",
        Kind::RevokeLicence => "revoke_licence",
        Kind::SuspendBusiness => "suspend_business",
        Kind::Detention => "detention",
    }
}

/// The word of a finding.
pub(crate) fn result(finding: &Finding) -> &'static str {
    match finding {
        Finding::Conforms => "conforms",
        Finding::WithinStatute => "within_statute",
        Finding::NotShown => "not_shown",
        Finding::Undetermined => "undetermined",
        Finding::Deviates(_) => "deviates",
    }
}

/// A way as the engine wrote it, brought to the form of [`way`]: ends become whole 分 or days inside the range.
pub(crate) fn normal(way: &Value) -> Value {
    let mut way = way.clone();
    for sanction in way["sanctions"].as_array_mut().into_iter().flatten() {
        for key in ["amount", "statutory"] {
            let range = ends(&sanction[key]);
            sanction[key] = range.map_or(Value::Null, |(lo, hi)| json!([lo, hi]));
        }
    }
    for (key, name) in [("rests_on", "id"), ("needs", "")] {
        let all = way[key].as_array().into_iter().flatten();
        let names: BTreeSet<String> = all
            .filter_map(|one| if name.is_empty() { one.as_str() } else { one[name].as_str() })
            .map(Into::into)
            .collect();
        way[key] = json!(names);
    }
    way
}

/// The ends of an amount in 分 or days, both in.
fn ends(amount: &Value) -> Option<(Option<Amount>, Option<Amount>)> {
    let scale = if amount["unit"] == "元" { 100 } else { 1 };
    let end = |end: &Value, inward: Amount| -> Option<Amount> {
        let text = end["value"].as_str()?;
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let part: Amount = format!("{part:0<2}").get(..2)?.parse().ok()?;
        let value = whole.parse::<Amount>().ok()? * scale + if scale == 100 { part } else { 0 };
        Some(if end["inclusive"] == true { value } else { value + inward })
    };
    amount.is_object().then(|| {
        // Above nothing is no minimum.
        let lo = end(&amount["min"], 1).filter(|lo| *lo > 1 || amount["min"]["inclusive"] == true && *lo > 0);
        (lo, end(&amount["max"], -1))
    })
}
