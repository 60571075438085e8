//! The organ that decides: `organ: {level: county, system: 公安}`.

use crate::decide::Organ;
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::syntax::{Node, NodeKind, suggest};
use crate::vocabulary::{Lang, OrganLevel};

const KEYS: [&str; 2] = ["level", "system"];

/// Reads it; where the system is not stated, the fact 执法系统 says it.
pub(super) fn read_organ(request: &Node, facts: &Node, problems: &mut Vec<FactError>) -> Option<Organ> {
    let node = request.get("organ").filter(|n| !n.is_null())?;
    let NodeKind::Mapping(entries) = &node.kind else {
        let wanted = "a mapping with `level` and `system`";
        problems.push(FactError::new(FactCode::WrongType, "/organ", wanted, node.span).found(node.shown()));
        return None;
    };
    for key in entries.iter().map(|e| &e.key).filter(|key| !KEYS.contains(&key.text.as_str())) {
        let similar = suggest(&key.text, KEYS.into_iter()).map(|s| format!("did you mean `{s}`?"));
        problems.push(
            FactError::new(FactCode::UnknownKey, &format!("/organ/{}", key.text), "a key of an organ", key.span)
                .says(format!("an organ has no key `{}`", key.text))
                .help(similar.unwrap_or_else(|| format!("there are {}", KEYS.join(", ")))),
        );
    }
    let level = node.get("level").filter(|n| !n.is_null());
    let found = level.and_then(Node::as_str).and_then(OrganLevel::parse);
    if let (Some(node), None) = (level, found) {
        let words = OrganLevel::WORDS.iter().zip(OrganLevel::ALL);
        let known = words.map(|(word, level)| format!("{word} ({})", level.name(Lang::Zh))).gather::<Vec<_>>();
        let similar = node.as_str().and_then(|text| suggest(text, OrganLevel::WORDS.iter().copied()));
        let help = similar.map(|word| format!("did you mean `{word}`?"));
        problems.push(
            FactError::new(FactCode::WrongType, "/organ/level", "the level of an organ", node.span)
                .found(node.shown())
                .help(help.unwrap_or_else(|| format!("there are {}", known.join(", ")))),
        );
    }
    let system = node.get("system").filter(|n| !n.is_null());
    if let Some(node) = system.filter(|n| n.as_str().is_none()) {
        problems.push(FactError::new(FactCode::WrongType, "/organ/system", "text", node.span).found(node.shown()));
    }
    let said = facts.get("执法系统").and_then(Node::as_str);
    if let (Some(node), Some(said)) = (system, said)
        && node.as_str().is_some_and(|own| own.trim() != said.trim())
    {
        problems.push(
            FactError::new(FactCode::WrongType, "/organ/system", "what the fact 执法系统 says", node.span)
                .says(format!("the fact 执法系统 says `{said}`"))
                .help("the organ that decides has one enforcement body: leave one of the two out"),
        );
    }
    let system = system.and_then(Node::as_str).or(said).map(|text| text.trim().into());
    Some(Organ { level: found, system })
}
