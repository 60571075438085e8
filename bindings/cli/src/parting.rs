//! The steps of an explanation that lead to a place in the outcome: where a case and the engine part.

use cailiang::answer::{Json, show_amount};

/// At most this many conditions are worth reading on a terminal.
const MOST: usize = 8;

/// The steps behind `/targets/unit/sanctions/罚款/amount` and the like, in the order they were taken.
pub(crate) fn steps(outcome: &Json, path: &str) -> Vec<String> {
    let Some(explanation) = outcome.get("explanation") else { return Vec::new() };
    let parts: Vec<&str> = path.split('/').collect();
    let steps = explanation.get("steps").map(Json::items).unwrap_or(&[]);
    let kind = |step: &Json| step.get("step").and_then(Json::as_str).unwrap_or("").to_owned();
    let found: Vec<&Json> = match parts.as_slice() {
        ["", "targets", _, "sanctions", id, rest @ ..] => {
            let statutory = rest.first() == Some(&"statutory");
            let of = |step: &&Json| step.get("sanction").and_then(Json::as_str) == Some(*id);
            steps.iter().filter(of).filter(|s| !statutory || kind(s) == "statute").collect()
        }
        ["", "targets", _, "tiers", ..] | ["", "targets", _, "maybe_no_tier"] => {
            steps.iter().filter(|s| ["row", "no_row", "level"].contains(&kind(s).as_str()) && holds(s)).collect()
        }
        ["", "verdict", ..] => steps.iter().filter(|s| kind(s) == "element" || kind(s) == "row" && holds(s)).collect(),
        ["", "targets", ..] => steps.iter().filter(|s| kind(s) == "branch" || kind(s) == "row" && holds(s)).collect(),
        _ => Vec::new(),
    };
    found.into_iter().take(MOST).map(line).collect()
}

/// Whether the step is not one of a rule that does not apply.
fn holds(step: &Json) -> bool {
    step.get("holds").and_then(Json::as_str) != Some("false")
}

/// `narrow 罚款: row 轻微, part [0, 0.1] → 50000..55000元`
fn line(step: &Json) -> String {
    let word = |key: &str| step.get(key).and_then(Json::as_str).unwrap_or("");
    let mut said = Vec::new();
    for (key, value) in step.members() {
        let shown = match (&**key, value) {
            ("step" | "sanction" | "amount" | "after" | "yields", _) | (_, Json::Null | Json::Bool(false)) => continue,
            ("before", amount) => format!("before {}", show_amount(amount)),
            (key, value) => format!("{key} {}", short(value)),
        };
        said.push(shown);
    }
    let result = step.get("amount").or(step.get("after")).map(|a| format!(" → {}", show_amount(a))).unwrap_or_default();
    let of = if word("sanction").is_empty() { String::new() } else { format!(" {}", word("sanction")) };
    let said = if said.is_empty() { String::new() } else { format!(": {}", said.join(", ")) };
    format!("{}{of}{said}{result}", word("step"))
}

/// A value without quotes and keys, as a person would jot it down.
fn short(value: &Json) -> String {
    match value {
        Json::Str(text) => text.to_string(),
        Json::Array(items) => format!("[{}]", items.iter().map(short).collect::<Vec<_>>().join(", ")),
        Json::Object(members) => members.iter().map(|(_, value)| short(value)).collect::<Vec<_>>().join(" "),
        other => other.write(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_a_sanction_and_no_others() {
        let end = |value: &'static str| Json::object([("value", Json::from(value)), ("inclusive", true.into())]);
        let amount = || {
            Json::object([
                ("kind", Json::from("range")),
                ("min", end("50000")),
                ("max", end("55000")),
                ("unit", "元".into()),
            ])
        };
        let step = |id: &'static str| {
            Json::object([
                ("step", Json::from("narrow")),
                ("sanction", id.into()),
                ("row", "轻微".into()),
                ("part", Json::array(["0", "0.1"])),
                ("multiple", Json::Null),
                ("amount", amount()),
            ])
        };
        let outcome =
            Json::object([("explanation", Json::object([("steps", Json::array([step("罚款"), step("警告")]))]))]);
        assert_eq!(
            steps(&outcome, "/targets/unit/sanctions/罚款/amount"),
            ["narrow 罚款: row 轻微, part [0, 0.1] → 50000..55000元"]
        );
        assert!(steps(&outcome, "/targets/unit/sanctions/罚款/statutory").is_empty());
        assert!(steps(&outcome, "/facts_needed").is_empty());
    }
}
