//! A stored case computed again and held against its receipt.

use super::host::Evaluated;
use super::json::Json;
use super::receipt::receipt_json;
use crate::syntax::Node;

/// The answer to `do: replay`: identical, or where the receipt of today differs from the stored one.
///
/// Compared are the versions of engine and contract, the offence, every ruleset with its digests, and the digests of
/// facts and outcome. A key that the stored receipt does not have differs.
pub fn replay_json(evaluated: &Evaluated, facts: &Node, stored: &Node) -> Json {
    compared(receipt_json(evaluated, facts), stored)
}

/// A receipt of today held against a stored one.
pub(super) fn compared(now: Json, stored: &Node) -> Json {
    let stored = Json::from(stored);
    let mut differences = Vec::new();
    for key in ["engine", "contract", "kind", "ruleset", "offence", "licence", "as_of"] {
        // A receipt of one offence or licence has no kind, one of a case no offence of its own.
        if stored.get(key).is_some() || now.get(key).is_some() || matches!(key, "engine" | "contract") {
            compare(key, None, stored.get(key), now.get(key), &mut differences);
        }
    }
    let acts = |receipt: &Json| receipt.get("acts").map(Json::write_canonical);
    if acts(&stored) != acts(&now) {
        let written = |text: Option<String>| Json::from(text);
        compare("acts", None, Some(&written(acts(&stored))), Some(&written(acts(&now))), &mut differences);
    }
    let list = |receipt: &'_ Json| receipt.get("rulesets").map(Json::items).unwrap_or(&[]).to_vec();
    let (then, today) = (list(&stored), list(&now));
    let id = |ruleset: &Json| ruleset.get("id").and_then(Json::as_str).unwrap_or("").to_owned();
    for old in &then {
        // A case may rest on two versions of one document.
        let version = |r: &&Json| id(r) == id(old) && r.get("from") == old.get("from");
        let new = today.iter().find(version).or_else(|| today.iter().find(|r| id(r) == id(old)));
        for key in ["from", "revision", "sha256", "sm3"] {
            compare(key, Some(("rulesets", &id(old))), old.get(key), new.and_then(|r| r.get(key)), &mut differences);
        }
    }
    for new in today.iter().filter(|r| then.iter().all(|old| id(old) != id(r))) {
        compare("sha256", Some(("rulesets", &id(new))), None, new.get("sha256"), &mut differences);
    }
    let mut same_outcome = true;
    for part in ["facts", "outcome"] {
        let before = differences.len();
        for key in ["sha256", "sm3"] {
            let digest = |receipt: &'_ Json| receipt.get(part).and_then(|d| d.get(key)).cloned();
            compare(key, Some((part, "")), digest(&stored).as_ref(), digest(&now).as_ref(), &mut differences);
        }
        same_outcome = same_outcome && (part != "outcome" || differences.len() == before);
    }
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "replay".into()),
        ("identical", differences.is_empty().into()),
        ("same_outcome", same_outcome.into()),
        ("differences", differences.into()),
        ("receipt", now),
    ])
}

/// One value then and now; `part` is what it belongs to, with the id of a ruleset.
fn compare(key: &str, part: Option<(&str, &str)>, then: Option<&Json>, now: Option<&Json>, out: &mut Vec<Json>) {
    if then == now && then.is_some() {
        return;
    }
    let (what, id) = part.unwrap_or((key, ""));
    let mut members = vec![("what", Json::from(what.to_owned()))];
    if !id.is_empty() {
        members.push(("id", id.to_owned().into()));
    }
    if part.is_some() {
        members.push(("key", key.to_owned().into()));
    }
    members.extend([("receipt", then.cloned().into()), ("now", now.cloned().into())]);
    out.push(Json::object(members));
}
