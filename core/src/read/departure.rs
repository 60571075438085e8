//! The departure from the benchmark of a request, or one for each act by its id:
//! `departure: {reason: …, approved_by: head, date: 2024-05-30}`.

use crate::decide::{Decision, Departure};
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::syntax::{Node, NodeKind, suggest};
use crate::value::Date;
use crate::vocabulary::{Approver, Lang};

const KEYS: [&str; 3] = ["reason", "approved_by", "date"];

/// Reads the departure of each act, in the order of the acts; an act that none is written of has none.
pub(crate) fn read_departures(decision: &Decision, node: &Node) -> Result<Vec<Option<Departure>>, Vec<FactError>> {
    let mut errors = Vec::new();
    let NodeKind::Mapping(entries) = &node.kind else {
        let wanted = "a mapping with `reason`, `approved_by` and `date`";
        return Err(vec![FactError::new(FactCode::WrongType, "/departure", wanted, node.span).found(node.shown())]);
    };
    let named = |id: &str| decision.acts.iter().any(|act| *act.id == *id);
    let alone = decision.acts.len() == 1 && !entries.iter().any(|entry| named(&entry.key.text));
    if alone {
        let found = departure(node, "/departure", &mut errors);
        return if errors.is_empty() { Ok(vec![found]) } else { Err(errors) };
    }
    for entry in entries.iter().filter(|entry| !named(&entry.key.text)) {
        let known = decision.acts.iter().map(|act| act.id.to_string()).gather::<Vec<_>>().join(", ");
        let path = format!("/departure/{}", entry.key.text);
        errors.push(
            FactError::new(FactCode::UnknownAct, &path, "the id of an act", entry.key.span)
                .says(format!("there is no act `{}`", entry.key.text))
                .help(format!("there are {known}")),
        );
    }
    let of = |id: &str| node.get(id).filter(|own| !own.is_null());
    let mut found = Vec::new();
    for act in &decision.acts {
        found.push(of(&act.id).and_then(|own| departure(own, &format!("/departure/{}", act.id), &mut errors)));
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

fn departure(node: &Node, path: &str, errors: &mut Vec<FactError>) -> Option<Departure> {
    let NodeKind::Mapping(entries) = &node.kind else {
        let wanted = "a mapping with `reason`, `approved_by` and `date`";
        errors.push(FactError::new(FactCode::WrongType, path, wanted, node.span).found(node.shown()));
        return None;
    };
    for key in entries.iter().map(|e| &e.key).filter(|key| !KEYS.contains(&key.text.as_str())) {
        let similar = suggest(&key.text, KEYS.into_iter()).map(|s| format!("did you mean `{s}`?"));
        errors.push(
            FactError::new(FactCode::UnknownKey, &format!("{path}/{}", key.text), "a key of a departure", key.span)
                .says(format!("a departure has no key `{}`", key.text))
                .help(similar.unwrap_or_else(|| format!("there are {}", KEYS.join(", ")))),
        );
    }
    let part = |key: &str| node.get(key).filter(|n| !n.is_null());
    let mut wrong = |key: &str, wanted: &str, node: &Node, help: String| {
        let path = format!("{path}/{key}");
        errors.push(FactError::new(FactCode::WrongType, &path, wanted, node.span).found(node.shown()).help(help));
    };
    let mut found = Departure::default();
    if let Some(node) = part("reason") {
        match node.as_str() {
            Some(text) => found.reason = Some(text.to_owned()),
            None => wrong("reason", "text", node, "write the reason in a sentence".to_owned()),
        }
    }
    if let Some(node) = part("approved_by") {
        found.approved_by = node.as_str().and_then(Approver::parse);
        if found.approved_by.is_none() {
            let words = Approver::WORDS.iter().zip(Approver::ALL);
            let known = words.map(|(word, by)| format!("{word} ({})", by.name(Lang::Zh))).gather::<Vec<_>>().join(", ");
            wrong("approved_by", "who approved it", node, format!("there are {known}"));
        }
    }
    if let Some(node) = part("date") {
        found.date = node.as_str().and_then(|text| Date::parse(text).ok());
        if found.date.is_none() {
            wrong("date", "a date such as 2024-03-01", node, "write a day of the calendar".to_owned());
        }
    }
    Some(found)
}
