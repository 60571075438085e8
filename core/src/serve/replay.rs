//! A stored case computed again and held against its receipt.

use super::receipt::receipt_json;
use crate::answer::{Object, begin, canonical, told, told_value};
use crate::decide::Evaluated;
use crate::source::{Source, Span};
use crate::syntax::{Node, NodeKind, Style, read_json};
use crate::vocabulary::AnswerKind;

/// The answer to `do: replay`: identical, or where the receipt of today differs from the stored one.
///
/// Compared are the versions of engine and contract, the offence, every ruleset with its digests, and the digests of
/// facts and outcome. A key that the stored receipt does not have differs.
pub fn replay_json(evaluated: &Evaluated, facts: &Node, stored: &Node) -> String {
    compared(&receipt_json(evaluated, facts), stored)
}

/// A receipt of today, as text, held against a stored one.
pub(super) fn compared(receipt: &str, stored: &Node) -> String {
    let now = read_json(&Source::new("receipt", receipt)).0.unwrap_or_else(|| quoted(String::new()));
    let mut differences = Differences::default();
    for key in ["engine", "contract", "kind", "ruleset", "offence", "licence", "as_of"] {
        // A receipt of one offence or licence has no kind, one of a case no offence of its own.
        if stored.get(key).is_some() || now.get(key).is_some() || matches!(key, "engine" | "contract") {
            differences.compare(key, None, stored.get(key), now.get(key));
        }
    }
    let acts = |receipt: &Node| receipt.get("acts").map(|acts| quoted(canonical(&written(acts), true)));
    if acts(stored) != acts(&now) {
        differences.compare("acts", None, acts(stored).as_ref(), acts(&now).as_ref());
    }
    let list = |receipt: &'_ Node| receipt.get("rulesets").map(Node::items).unwrap_or(&[]).to_vec();
    let (then, today) = (list(stored), list(&now));
    let id = |ruleset: &Node| ruleset.get("id").and_then(Node::as_str).unwrap_or("").to_owned();
    let from = |ruleset: &Node| ruleset.get("from").map(written);
    for old in &then {
        // A case may rest on two versions of one document.
        let version = |r: &&Node| id(r) == id(old) && from(r) == from(old);
        let new = today.iter().find(version).or_else(|| today.iter().find(|r| id(r) == id(old)));
        for key in ["from", "revision", "sha256", "sm3"] {
            differences.compare(key, Some(("rulesets", &id(old))), old.get(key), new.and_then(|r| r.get(key)));
        }
    }
    for new in today.iter().filter(|r| then.iter().all(|old| id(old) != id(r))) {
        differences.compare("sha256", Some(("rulesets", &id(new))), None, new.get("sha256"));
    }
    let mut same_outcome = true;
    for part in ["facts", "outcome"] {
        let before = differences.found.len();
        for key in ["sha256", "sm3"] {
            let digest = |receipt: &'_ Node| receipt.get(part).and_then(|d| d.get(key)).cloned();
            differences.compare(key, Some((part, "")), digest(stored).as_ref(), digest(&now).as_ref());
        }
        same_outcome = same_outcome && (part != "outcome" || differences.found.len() == before);
    }
    told(|o| {
        begin(o, AnswerKind::Replay);
        o.flag("identical", differences.found.is_empty());
        o.flag("same_outcome", same_outcome);
        let mut list = o.array("differences");
        for one in &differences.found {
            list.item().written(one);
        }
        list.end();
        o.at("receipt").written(receipt);
    })
}

fn quoted(text: String) -> Node {
    Node { span: Span::default(), kind: NodeKind::Scalar { text, style: Style::Quoted } }
}

/// A value as an answer would have it: two that are written alike are the same.
fn written(node: &Node) -> String {
    told_value(|place| place.node(node))
}

#[derive(Default)]
struct Differences {
    /// Each as JSON.
    found: Vec<String>,
}

impl Differences {
    /// One value then and now; `part` is what it belongs to, with the id of a ruleset.
    fn compare(
        &mut self,
        key: &'static str,
        part: Option<(&'static str, &str)>,
        then: Option<&Node>,
        now: Option<&Node>,
    ) {
        if then.is_some() && then.map(written) == now.map(written) {
            return;
        }
        let (what, id) = part.unwrap_or((key, ""));
        self.found.push(told(|o| {
            o.text("what", what);
            if !id.is_empty() {
                o.text("id", id);
            }
            if part.is_some() {
                o.text("key", key);
            }
            write_value(o, "receipt", then);
            write_value(o, "now", now);
        }));
    }
}

fn write_value(o: &mut Object<'_>, key: &'static str, value: Option<&Node>) {
    match value {
        Some(value) => o.at(key).node(value),
        None => o.null(key),
    }
}
