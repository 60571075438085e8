//! The acts of a request to decide: one written flat, or several, and which of them are one act.

use std::sync::Arc;

use super::organ::read_organ;
use super::responsible::{Person, read_persons, shared_out};
use crate::decide::{ActCase, ActShare, Case};
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::syntax::{Entry, Node, NodeKind, suggest};
use crate::value::Date;

const KEYS: [&str; 8] = ["id", "party", "ruleset", "offence", "continuing", "responsible", "facts", "note"];

/// Reads the case of a request to decide; `ruleset` and `offence` above the acts hold for those that name none.
pub(super) fn read_acts(node: &Node, on: Option<Date>, facts: &Node, problems: &mut Vec<FactError>) -> Option<Case> {
    let before = problems.len();
    let mut acts: Vec<ActCase> = Vec::new();
    let mut persons: Vec<Vec<Person>> = Vec::new();
    match node.get("acts").filter(|n| !n.is_null()) {
        None => {
            acts.extend(flat(node, problems));
            persons.push(read_persons(node, "", problems));
        }
        Some(Node { kind: NodeKind::Sequence(items), span }) => {
            if items.is_empty() {
                problems.push(FactError::new(FactCode::MissingKey, "/acts", "at least one act", *span));
            }
            for (item, number) in items.iter().zip(0usize..) {
                acts.extend(act(node, item, number, &acts, problems));
                persons.push(read_persons(item, &format!("/acts/{number}"), problems));
            }
        }
        Some(other) => problems
            .push(FactError::new(FactCode::WrongType, "/acts", "a list of acts", other.span).found(other.shown())),
    }
    if problems.len() > before {
        return None;
    }
    let same_act = same_act(node, &acts, problems);
    let (acts, same_act) = shared_out(acts, persons, &same_act);
    let general = general(node, problems);
    let organ = read_organ(node, facts, problems);
    let case = Case { acts, same_act, general, on, organ, facts: facts.clone(), span: node.span };
    (problems.len() == before).then_some(case)
}

fn flat(node: &Node, problems: &mut Vec<FactError>) -> Option<ActCase> {
    let (ruleset, offence) = (node.get("ruleset")?.as_str()?, node.get("offence")?.as_str()?);
    Some(ActCase {
        id: offence.into(),
        party: text(node, "", "party", problems).map(Arc::from),
        ruleset: ruleset.to_owned(),
        offence: offence.to_owned(),
        continuing: continuing(node, "", problems),
        share: ActShare::Whole,
        facts: None,
        path: String::new(),
        span: node.span,
    })
}

fn act(
    request: &Node,
    node: &Node,
    number: usize,
    before: &[ActCase],
    problems: &mut Vec<FactError>,
) -> Option<ActCase> {
    let path = format!("/acts/{number}");
    let NodeKind::Mapping(entries) = &node.kind else {
        problems.push(FactError::new(
            FactCode::WrongType,
            &path,
            "a mapping with `id`, `offence` and `facts`",
            node.span,
        ));
        return None;
    };
    only_keys(entries, &path, "an act", &KEYS, problems);
    let mut named = |key: &str, above: bool| {
        let own = node.get(key).filter(|n| !n.is_null());
        let found = own.or_else(|| request.get(key).filter(|n| above && !n.is_null()));
        match found.map(|n| (n.as_str(), n.span)) {
            Some((Some(text), _)) if !text.is_empty() => Some(text.to_owned()),
            Some((_, span)) => {
                problems.push(FactError::new(FactCode::WrongType, &format!("{path}/{key}"), "text", span));
                None
            }
            None => {
                let missing = format!("{path}/{key}");
                problems.push(
                    FactError::new(FactCode::MissingKey, &missing, &format!("`{key}`"), node.span)
                        .says(format!("the act needs `{key}`")),
                );
                None
            }
        }
    };
    let (id, ruleset, offence) = (named("id", false), named("ruleset", true), named("offence", true));
    let facts = own_facts(node, &path, problems);
    let id = id?;
    if before.iter().any(|a| *a.id == *id) {
        problems.push(
            FactError::new(FactCode::DuplicateAct, &format!("{path}/id"), "an id of its own", node.span)
                .says(format!("two acts have the id `{id}`"))
                .help("give each act an id of its own"),
        );
    }
    Some(ActCase {
        id: id.into(),
        party: text(node, &path, "party", problems).or_else(|| text(request, "", "party", problems)).map(Arc::from),
        ruleset: ruleset?,
        offence: offence?,
        continuing: continuing(node, &path, problems),
        share: ActShare::Whole,
        facts: facts.cloned(),
        path,
        span: node.span,
    })
}

/// Says of every key that is none of those of an act, of an applicant.
pub(super) fn only_keys(entries: &[Entry], path: &str, of: &str, keys: &[&str], problems: &mut Vec<FactError>) {
    for key in entries.iter().map(|e| &e.key).filter(|key| !keys.contains(&key.text.as_str())) {
        let similar = suggest(&key.text, keys.iter().copied()).map(|s| format!("did you mean `{s}`?"));
        let known = || format!("there are {}; facts stand under `facts`", keys.join(", "));
        problems.push(
            FactError::new(FactCode::UnknownKey, &format!("{path}/{}", key.text), &format!("a key of {of}"), key.span)
                .says(format!("{of} has no key `{}`", key.text))
                .help(similar.unwrap_or_else(known)),
        );
    }
}

/// The facts of one act, of one applicant.
pub(super) fn own_facts<'n>(node: &'n Node, path: &str, problems: &mut Vec<FactError>) -> Option<&'n Node> {
    let facts = node.get("facts").filter(|f| !f.is_null())?;
    if !matches!(facts.kind, NodeKind::Mapping(_)) {
        let path = format!("{path}/facts");
        problems.push(FactError::new(FactCode::WrongType, &path, "a mapping of names to values", facts.span));
    }
    Some(facts)
}

fn text<'n>(node: &'n Node, path: &str, key: &str, problems: &mut Vec<FactError>) -> Option<&'n str> {
    let found = node.get(key).filter(|n| !n.is_null())?;
    if found.as_str().is_none() {
        problems.push(FactError::new(FactCode::WrongType, &format!("{path}/{key}"), "text", found.span));
    }
    found.as_str()
}

fn continuing(node: &Node, path: &str, problems: &mut Vec<FactError>) -> bool {
    let Some(found) = node.get("continuing").filter(|n| !n.is_null()) else { return false };
    match found.as_str() {
        Some("true") => true,
        Some("false") => false,
        _ => {
            problems.push(FactError::new(
                FactCode::WrongType,
                &format!("{path}/continuing"),
                "true or false",
                found.span,
            ));
            false
        }
    }
}

/// `same_act: [[a, b], [c, d]]`: groups of ids.
fn same_act(node: &Node, acts: &[ActCase], problems: &mut Vec<FactError>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let Some(list) = node.get("same_act").filter(|n| !n.is_null()) else { return groups };
    let shape = |span| FactError::new(FactCode::WrongType, "/same_act", "a list of groups of acts: `[[a, b]]`", span);
    if !matches!(list.kind, NodeKind::Sequence(_)) {
        problems.push(shape(list.span));
    }
    for (item, number) in list.items().iter().zip(0usize..) {
        let path = format!("/same_act/{number}");
        let ids: Option<Vec<&str>> = item.items().iter().map(Node::as_str).gather();
        let Some(ids) = ids.filter(|ids| ids.len() > 1) else {
            problems.push(shape(item.span));
            continue;
        };
        let mut group: Vec<usize> = Vec::new();
        for id in ids {
            let Some(position) = acts.iter().position(|a| *a.id == *id) else {
                let known: Vec<&str> = acts.iter().map(|a| &*a.id).gather();
                let similar = suggest(id, known.iter().copied()).map(|s| format!("did you mean `{s}`?"));
                problems.push(
                    FactError::new(FactCode::UnknownAct, &path, "the id of an act", item.span)
                        .says(format!("there is no act `{id}`"))
                        .help(similar.unwrap_or_else(|| format!("there are {}", known.join(", ")))),
                );
                continue;
            };
            if group.contains(&position) || groups.iter().any(|g| g.contains(&position)) {
                problems.push(
                    FactError::new(FactCode::DuplicateAct, &path, "each act once", item.span)
                        .says(format!("the act `{id}` stands twice in `same_act`"))
                        .help("write all provisions that one act violates in one group"),
                );
            }
            group.push(position);
        }
        let parties: Vec<_> = group.iter().filter_map(|a| acts.get(*a)).map(|a| &a.party).gather();
        if parties.iter().any(|p| Some(p) != parties.first()) {
            problems.push(
                FactError::new(FactCode::UnknownAct, &path, "acts of one party", item.span)
                    .says("acts of different parties are not one act")
                    .help("what several parties did together is an act of each of them"),
            );
        }
        groups.push(group);
    }
    groups
}

/// `general: [cn.npc.administrative-penalty-law]`
fn general(node: &Node, problems: &mut Vec<FactError>) -> Vec<String> {
    let Some(list) = node.get("general").filter(|n| !n.is_null()) else { return Vec::new() };
    let ids: Option<Vec<String>> = match &list.kind {
        NodeKind::Sequence(items) => items.iter().map(|n| n.as_str().map(str::to_owned)).gather(),
        _ => None,
    };
    ids.unwrap_or_else(|| {
        problems.push(
            FactError::new(FactCode::WrongType, "/general", "a list of ids of rulesets", list.span).found(list.shown()),
        );
        Vec::new()
    })
}
