//! Several applicants of one licence, as a request names them.

use std::sync::Arc;

use super::acts::{only_keys, own_facts};
use crate::facts::{FactCode, FactError};
use crate::source::Span;
use crate::syntax::{Node, NodeKind};

const KEYS: [&str; 3] = ["id", "facts", "note"];

/// One of several applicants of a request.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// The name by which the answer tells them apart.
    pub id: Arc<str>,
    /// The applicant's own facts, a mapping; they come before the common ones.
    pub facts: Option<Node>,
    /// The place in the request: `/applicants/0`.
    pub path: String,
    /// Where it is written.
    pub span: Span,
}

/// `applicants: [{id: 甲, facts: {…}}]`
pub(super) fn read_applicants(node: &Node, problems: &mut Vec<FactError>) -> Vec<Applicant> {
    let mut applicants: Vec<Applicant> = Vec::new();
    let Some(list) = node.get("applicants").filter(|n| !n.is_null()) else { return applicants };
    if list.items().is_empty() {
        problems.push(FactError::new(
            FactCode::WrongType,
            "/applicants",
            "a list of applicants, at least one",
            list.span,
        ));
    }
    for (item, number) in list.items().iter().zip(0usize..) {
        applicants.extend(applicant(item, format!("/applicants/{number}"), &applicants, problems));
    }
    applicants
}

fn applicant(node: &Node, path: String, before: &[Applicant], problems: &mut Vec<FactError>) -> Option<Applicant> {
    let NodeKind::Mapping(entries) = &node.kind else {
        problems.push(FactError::new(FactCode::WrongType, &path, "a mapping with `id` and `facts`", node.span));
        return None;
    };
    only_keys(entries, &path, "an applicant", &KEYS, problems);
    let facts = own_facts(node, &path, problems);
    let Some(id) = node.get("id").and_then(Node::as_str).filter(|id| !id.is_empty()) else {
        problems.push(
            FactError::new(FactCode::MissingKey, &format!("{path}/id"), "`id`", node.span)
                .says("the applicant needs `id`")
                .help("give each a name of its own: the answer tells them apart by it"),
        );
        return None;
    };
    if before.iter().any(|other| *other.id == *id) {
        problems.push(
            FactError::new(FactCode::DuplicateApplicant, &format!("{path}/id"), "an id of its own", node.span)
                .says(format!("two applicants have the id `{id}`"))
                .help("give each a name of its own"),
        );
    }
    Some(Applicant { id: id.into(), facts: facts.cloned(), path, span: node.span })
}
