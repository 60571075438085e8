//! Offences: their own names, elements, clause and benchmark.

use std::sync::Arc;

use super::keys;
use super::reader::{Fields, head_of};
use super::scope::Scope;
use super::{benchmark, clause, declare};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::Allowed;
use crate::gather::Gather as _;
use crate::ruleset::{Benchmark, Clause, ClauseRef, Effect, Offence};
use crate::syntax::{Node, NodeKind};
use crate::vocabulary::Status;

pub(super) fn offences<'n>(
    scope: &mut Scope<'_, 'n>,
    fields: Fields<'n>,
    clauses: &mut Vec<Clause>,
    positions: &[Node],
    effects: &[Effect],
) -> Vec<Offence> {
    let mut offences: Vec<Offence> = Vec::new();
    let nodes = scope.reader.list_of(fields, "offences");
    for node in nodes {
        note_names(scope, node);
    }
    for node in nodes {
        let Some(fields) = scope.reader.object(node, &keys::OFFENCE) else { continue };
        let Some(id) = scope.reader.text_of(fields, "id") else { continue };
        check_id(scope, fields, &id, &offences);
        scope.owner = Some(id.clone());
        declare::all(scope, fields);
        offences.extend(offence(scope, fields, id, clauses, positions, effects));
        scope.leave();
    }
    offences
}

/// Remembers which offence has a name of its own, for those who look for it elsewhere.
fn note_names(scope: &mut Scope<'_, '_>, offence: &Node) {
    let Some(id) = offence.get("id").and_then(Node::as_str) else { return };
    for entry in ["facts", "define", "factors"].into_iter().filter_map(|key| offence.get(key)).flat_map(Node::entries) {
        scope.elsewhere.merge(entry.key.text.as_str().into(), id.into(), |_, _| {});
    }
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
    effects: &[Effect],
) -> Option<Offence> {
    let mut elements = Vec::new();
    for node in scope.reader.list_of(fields, "elements") {
        elements.extend(scope.condition(node, &Allowed::default()));
    }
    let statute_node = fields.get("statute")?;
    let clause_ref = statute(scope, statute_node, clauses, effects);
    let known = match &clause_ref {
        Some(ClauseRef::Here(position)) => clauses.get(*position),
        _ => None,
    };
    // Without its clause a benchmark would only repeat the same problem row by row.
    let benchmark = match (fields.get("benchmark"), &clause_ref) {
        (Some(node), Some(_)) => benchmark::benchmark(scope, node, known, positions),
        (None, Some(_)) => benchmark::positions_only(scope, known, positions, head_of(fields.node)),
        _ => None,
    };
    if let (NodeKind::Mapping(_), Some(clause)) = (&statute_node.kind, known) {
        branches_never_named(scope, clause, benchmark.as_ref());
    }
    let circumstances = super::circumstance::circumstances(scope, fields, effects);
    let mut violates = Vec::new();
    for node in scope.reader.list_of(fields, "violates") {
        violates.extend(scope.reader.text(node).map(Arc::from));
    }
    let status = scope.reader.word(fields, "status", Status::OF_AN_ITEM, Status::parse);
    let succeeds = succeeds(scope, fields, &id);
    Some(Offence {
        id,
        code: scope.reader.text_of(fields, "code"),
        name: scope.reader.text_of(fields, "name")?,
        violates,
        elements,
        clause: clause_ref?,
        benchmark,
        circumstances,
        status: status.unwrap_or(Status::InForce),
        succeeds,
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

/// The offences it takes the place of: `ruleset-id/offence-id`, or the id alone for an earlier version of this
/// document.
fn succeeds(scope: &mut Scope<'_, '_>, fields: Fields<'_>, own: &str) -> Vec<(Arc<str>, Arc<str>)> {
    let mut found: Vec<(Arc<str>, Arc<str>)> = Vec::new();
    for node in scope.reader.list_of(fields, "succeeds") {
        let Some(text) = scope.reader.text(node) else { continue };
        let (ruleset, offence) = text.split_once('/').unwrap_or((&scope.head.id, text));
        let old: (Arc<str>, Arc<str>) = (ruleset.into(), offence.into());
        if offence.is_empty() || ruleset.is_empty() || offence.contains('/') {
            let help = "write ruleset-id/offence-id, or the id alone for an earlier version of this document";
            scope.reader.error(Code::BadId, node.span, format!("`{text}` names no offence"), help);
        } else if *old.0 == *scope.head.id && *old.1 == *own {
            let message = format!("`{text}` takes its own place");
            let help = "the same id in another version of this document is the same offence: leave it out";
            scope.reader.error(Code::DuplicateName, node.span, message, help);
        } else if found.contains(&old) {
            scope.reader.error(Code::DuplicateName, node.span, format!("`{text}` stands twice"), "remove one");
        } else {
            found.push(old);
        }
    }
    found
}

/// A branch without `when` of a clause written inline is for the rows of this offence alone.
fn branches_never_named(scope: &mut Scope<'_, '_>, clause: &Clause, benchmark: Option<&Benchmark>) {
    let named = |id: &str| benchmark.is_some_and(|b| b.rows.iter().any(|row| row.branch.as_deref() == Some(id)));
    // A row that could not be read may have named it.
    if scope.reader.sink.has_errors() {
        return;
    }
    for branch in clause.branches.iter().filter(|b| b.when.is_none() && !named(&b.id)) {
        let message = format!("the branch `{}` never holds", branch.id);
        let help = format!("give it `when`, or name it in a row: `branch: {}`", branch.id);
        scope.reader.warn(Code::AlwaysFalse, branch.span, message, help);
    }
}

fn statute(scope: &mut Scope<'_, '_>, node: &Node, clauses: &mut Vec<Clause>, effects: &[Effect]) -> Option<ClauseRef> {
    let NodeKind::Scalar { text, .. } = &node.kind else {
        let position = clauses.len();
        let clause = clause::clause(scope, node, effects)?;
        clauses.push(clause);
        return Some(ClauseRef::Here(position));
    };
    if let Some((ruleset, clause)) = text.split_once('/') {
        if !scope.head.uses.iter().any(|(id, _)| &**id == ruleset) {
            let known: Vec<&str> = scope.head.uses.iter().map(|(id, _)| &**id).gather();
            let add = format!("add `uses: [{ruleset}]` to the head of the file");
            let similar = crate::syntax::suggest(ruleset, known.iter().copied());
            let help = similar.map_or(add, |similar| format!("did you mean `{similar}`?"));
            let message = format!("`{ruleset}` is not among `uses`");
            scope.reader.error(Code::UsesMissing, node.span, message, help);
            return None;
        }
        return Some(ClauseRef::There { ruleset: ruleset.into(), clause: clause.into(), span: node.span });
    }
    let found = clauses.iter().position(|c| c.id.as_deref() == Some(text));
    if found.is_none() && !scope.broken.contains(text.as_str()) {
        let known: Vec<&str> = clauses.iter().filter_map(|c| c.id.as_deref()).gather();
        let help = crate::syntax::suggest(text, known.iter().copied())
            .map(|s| format!("did you mean `{s}`?"))
            .unwrap_or_else(|| "write the id of an entry of `clauses`, or ruleset-id/clause-id".to_owned());
        scope.reader.error(Code::ClauseMissing, node.span, format!("there is no clause `{text}`"), help);
    }
    found.map(ClauseRef::Here)
}
