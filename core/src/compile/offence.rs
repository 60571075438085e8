//! Offences: their own names, elements, clause and benchmark.

use std::sync::Arc;

use super::keys;
use super::reader::{Fields, head_of};
use super::scope::Scope;
use super::{benchmark, clause, declare};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::Allowed;
use crate::ruleset::{Clause, ClauseRef, Offence};
use crate::syntax::{Node, NodeKind};

pub(super) fn offences<'n>(
    scope: &mut Scope<'_, 'n>,
    fields: Fields<'n>,
    clauses: &mut Vec<Clause>,
    positions: &[Node],
) -> Vec<Offence> {
    let mut offences: Vec<Offence> = Vec::new();
    for node in scope.reader.list_of(fields, "offences") {
        let Some(fields) = scope.reader.object(node, &keys::OFFENCE) else { continue };
        let Some(id) = scope.reader.text_of(fields, "id") else { continue };
        check_id(scope, fields, &id, &offences);
        scope.owner = Some(id.clone());
        declare::all(scope, fields);
        offences.extend(offence(scope, fields, id, clauses, positions));
        scope.owner = None;
        scope.local.clear();
    }
    offences
}

fn check_id(scope: &mut Scope<'_, '_>, fields: Fields<'_>, id: &str, before: &[Offence]) {
    let span = fields.get("id").map_or(fields.node.span, |n| n.span);
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    if id.is_empty() || !id.bytes().all(fits) {
        let help = "use lower-case letters, digits, hyphens and dots, such as `unlicensed-catering`";
        scope.reader.error(Code::BadId, span, format!("`{id}` is not an id"), help);
    }
    if let Some(first) = before.iter().find(|o| &*o.id == id) {
        let diagnostic = Diagnostic::error(Code::DuplicateName, span, format!("two offences have the id `{id}`"))
            .label(first.span, "the first of them")
            .help("give each its own id");
        scope.reader.sink.push(diagnostic);
    }
}

fn offence(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    id: Arc<str>,
    clauses: &mut Vec<Clause>,
    positions: &[Node],
) -> Option<Offence> {
    let mut elements = Vec::new();
    for node in scope.reader.list_of(fields, "elements") {
        elements.extend(scope.condition(node, &Allowed::default()));
    }
    let clause_ref = statute(scope, fields.get("statute")?, clauses);
    let known = match &clause_ref {
        Some(ClauseRef::Here(position)) => clauses.get(*position),
        _ => None,
    };
    // Without its clause a benchmark would only repeat the same problem row by row.
    let benchmark = match (fields.get("benchmark"), &clause_ref) {
        (Some(node), Some(_)) => benchmark::benchmark(scope, node, known, positions),
        _ => None,
    };
    let mut violates = Vec::new();
    for node in scope.reader.list_of(fields, "violates") {
        violates.extend(scope.reader.text(node).map(Arc::from));
    }
    Some(Offence {
        id,
        code: scope.reader.text_of(fields, "code"),
        name: scope.reader.text_of(fields, "name")?,
        violates,
        elements,
        clause: clause_ref?,
        benchmark,
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

fn statute(scope: &mut Scope<'_, '_>, node: &Node, clauses: &mut Vec<Clause>) -> Option<ClauseRef> {
    let NodeKind::Scalar { text, .. } = &node.kind else {
        let position = clauses.len();
        let clause = clause::clause(scope, node)?;
        clauses.push(clause);
        return Some(ClauseRef::Here(position));
    };
    if let Some((ruleset, clause)) = text.split_once('/') {
        if !scope.head.uses.iter().any(|(id, _)| &**id == ruleset) {
            let known: Vec<&str> = scope.head.uses.iter().map(|(id, _)| &**id).collect();
            let help = crate::syntax::suggest(ruleset, known.iter().copied())
                .map(|s| format!("did you mean `{s}`?"))
                .unwrap_or_else(|| format!("add `uses: [{ruleset}]` to the head of the file"));
            let message = format!("`{ruleset}` is not among `uses`");
            scope.reader.error(Code::UsesMissing, node.span, message, help);
            return None;
        }
        return Some(ClauseRef::There { ruleset: ruleset.into(), clause: clause.into(), span: node.span });
    }
    let found = clauses.iter().position(|c| c.id.as_deref() == Some(text));
    if found.is_none() {
        let known: Vec<&str> = clauses.iter().filter_map(|c| c.id.as_deref()).collect();
        let help = crate::syntax::suggest(text, known.iter().copied())
            .map(|s| format!("did you mean `{s}`?"))
            .unwrap_or_else(|| "write the id of an entry of `clauses`, or ruleset-id/clause-id".to_owned());
        scope.reader.error(Code::ClauseMissing, node.span, format!("there is no clause `{text}`"), help);
    }
    found.map(ClauseRef::Here)
}
