//! What a case expects against what came out: what is not stated is not checked.

use super::json::Json;
use crate::expr::{Phrases, parse_legal_range};
use crate::gather::Gather as _;
use crate::syntax::{Node, NodeKind, Style};

/// A place where the outcome is not as expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place in the outcome: `/targets/unit/sanctions/罚款/amount`.
    pub path: String,
    /// What the case expects.
    pub expected: String,
    /// What came out.
    pub got: String,
}

/// Compares what is expected with an answer.
///
/// A mapping against a list of objects finds them by `id`, `target`, `code`, `name` or `what`; a list of words against
/// a list of objects compares exactly their ids, in order; a word against an object compares its `kind`; a range
/// against an amount compares both ends.
pub fn compare(expected: &Node, got: &Json) -> Vec<Difference> {
    let mut differences = Vec::new();
    one("", expected, got, &mut differences);
    differences
}

fn one(path: &str, expected: &Node, got: &Json, out: &mut Vec<Difference>) {
    match (&expected.kind, got) {
        (NodeKind::Mapping(entries), Json::Array(items)) => {
            for entry in entries {
                let path = format!("{path}/{}", entry.key.text);
                match items.iter().find(|i| id_of(i) == Some(entry.key.text.as_str())) {
                    Some(item) => one(&path, &entry.value, item, out),
                    None if entry.value.as_str() == Some("absent") => {}
                    None => out.push(difference(&path, expected_text(&entry.value), ids(items))),
                }
            }
        }
        (NodeKind::Mapping(entries), Json::Object(_)) => {
            for entry in entries {
                let path = format!("{path}/{}", entry.key.text);
                match got.get(&entry.key.text) {
                    Some(value) => one(&path, &entry.value, value, out),
                    None if entry.value.is_null() => {}
                    None => out.push(difference(&path, expected_text(&entry.value), "nothing".to_owned())),
                }
            }
        }
        (NodeKind::Sequence(wanted), Json::Array(items)) => list(path, wanted, items, out),
        // One word against a list of one.
        (NodeKind::Scalar { .. }, Json::Array(items)) if items.len() == 1 => {
            items.iter().for_each(|item| one(path, expected, item, out));
        }
        (NodeKind::Scalar { text, .. }, Json::Object(_)) if is_amount(got) => amount(path, text, got, out),
        (NodeKind::Scalar { text, .. }, Json::Object(_)) if got.get("kind").is_some() => {
            if got.get("kind").and_then(Json::as_str) != Some(text) {
                out.push(difference(
                    path,
                    text.clone(),
                    got.get("kind").and_then(Json::as_str).unwrap_or("").to_owned(),
                ));
            }
        }
        (NodeKind::Scalar { text, style }, _) => {
            if !scalar(text, *style, got) {
                out.push(difference(path, text.clone(), got.write()));
            }
        }
        (NodeKind::Null, Json::Null) => {}
        _ => out.push(difference(path, expected_text(expected), got.write())),
    }
}

fn list(path: &str, wanted: &[Node], items: &[Json], out: &mut Vec<Difference>) {
    let words: Option<Vec<&str>> = wanted.iter().map(Node::as_str).gather();
    if let Some(words) = words {
        let found: Vec<String> = items.iter().map(|i| id_of(i).map_or_else(|| i.write(), str::to_owned)).gather();
        if found.iter().map(String::as_str).ne(words.iter().copied()) {
            out.push(difference(path, format!("[{}]", words.join(", ")), format!("[{}]", found.join(", "))));
        }
        return;
    }
    if wanted.len() != items.len() {
        out.push(difference(
            path,
            format!("{} entries", wanted.len()),
            format!("{} entries: {}", items.len(), ids(items)),
        ));
        return;
    }
    for ((wanted, item), number) in wanted.iter().zip(items).zip(0usize..) {
        one(&format!("{path}/{number}"), wanted, item, out);
    }
}

fn id_of(item: &Json) -> Option<&str> {
    match item {
        Json::Str(text) => Some(text),
        _ => ["id", "target", "code", "name", "what"].into_iter().find_map(|key| item.get(key).and_then(Json::as_str)),
    }
}

fn ids(items: &[Json]) -> String {
    format!("[{}]", items.iter().map(|i| id_of(i).unwrap_or("…")).gather::<Vec<_>>().join(", "))
}

fn difference(path: &str, expected: String, got: String) -> Difference {
    Difference { path: if path.is_empty() { "/".to_owned() } else { path.to_owned() }, expected, got }
}

fn expected_text(node: &Node) -> String {
    Json::from(node).write()
}

fn scalar(text: &str, style: Style, got: &Json) -> bool {
    match got {
        Json::Bool(value) => style == Style::Plain && (text == "true") == *value && (text == "true" || text == "false"),
        Json::Int(value) => text.parse() == Ok(*value),
        Json::Str(value) => text == value,
        _ => false,
    }
}

fn is_amount(got: &Json) -> bool {
    matches!(got.get("kind").and_then(Json::as_str), Some("range" | "incomputable"))
}

/// A range such as `50000元..55000元`, `5万元以上10万元以下`, `9600元` or `incomputable` against an amount.
fn amount(path: &str, text: &str, got: &Json, out: &mut Vec<Difference>) {
    let shown = show_amount(got);
    let same = match wanted(text) {
        Some(wanted) => wanted == shown,
        None => false,
    };
    if !same {
        out.push(difference(path, wanted(text).unwrap_or_else(|| text.to_owned()), shown));
    }
}

/// An amount of an outcome as a case file writes it: `50000..<100000元`, `9600元`, `incomputable`.
pub fn show_amount(amount: &Json) -> String {
    if amount.get("kind").and_then(Json::as_str) == Some("incomputable") {
        return "incomputable".to_owned();
    }
    let end = |key: &str| {
        let end = amount.get(key)?;
        let value = end.get("value")?.as_str()?.to_owned();
        Some((value, end.get("inclusive") == Some(&Json::Bool(true))))
    };
    let unit = amount.get("unit").and_then(Json::as_str).unwrap_or("");
    written(end("min"), end("max"), unit)
}

fn written(lo: Option<(String, bool)>, hi: Option<(String, bool)>, unit: &str) -> String {
    let (lo_text, lo_in) = lo.unwrap_or_else(|| (String::new(), true));
    let (hi_text, hi_in) = hi.unwrap_or_else(|| (String::new(), true));
    if lo_text == hi_text {
        return format!("{lo_text}{unit}");
    }
    format!("{lo_text}{}..{}{hi_text}{unit}", if lo_in { "" } else { "<" }, if hi_in { "" } else { "<" })
}

fn wanted(text: &str) -> Option<String> {
    if text == "incomputable" {
        return Some(text.to_owned());
    }
    if let Ok(Some(legal)) = parse_legal_range(text, &Phrases::default()) {
        let end = |bound: crate::value::Bound| bound.value().map(|n| (n.to_string(), bound.is_inclusive()));
        let unit = legal.unit.dimension.to_string();
        return Some(written(end(legal.interval.lo()), end(legal.interval.hi()), &unit));
    }
    let range = crate::expr::parse_range(text).ok()?;
    let mut unit = String::new();
    let mut end = |ast: &Option<crate::expr::Ast>, open: bool| match ast.as_ref().map(|a| &a.kind) {
        Some(crate::expr::AstKind::Number { value, unit: written }) => {
            let known = written.as_deref().map(crate::value::Unit::parse);
            let scale = known.as_ref().map_or(crate::value::Rational::ONE, |u| u.scale);
            if let Some(known) = known.filter(|u| !u.dimension.is_none()) {
                unit = known.dimension.to_string();
            }
            value.mul(scale).ok().map(|n| (n.to_string(), !open))
        }
        _ => None,
    };
    let (lo, hi) = (end(&range.lo, range.lo_open), end(&range.hi, range.hi_open));
    Some(written(lo, hi, &unit))
}
