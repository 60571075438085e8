//! Licences: their own names, then each list of rows; what the law forbids to ask is found in `checks`.

mod checks;
mod parts;
mod time;

use std::sync::Arc;

use super::keys;
use super::reader::{Fields, head_of};
use super::scope::{Named, Scope};
use super::{clause, declare};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Allowed, Expr, FactId, Levels, Symbol, Type};
use crate::gather::Gather as _;
use crate::ruleset::{Authority, FactDecl, Licence, Offence};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::{Dimension, Interval, Rational};
use crate::vocabulary::LicenceProcedure;

/// The fact of every licence that asks for documents: which of them were submitted.
const SUBMITTED: &str = "提交材料";
/// The fact of every licence with a quota: how many come before the applicant and meet the conditions.
const BEFORE: &str = "在先申请人数";

pub(super) fn licences<'n>(scope: &mut Scope<'_, 'n>, fields: Fields<'n>, offences: &[Offence]) -> Vec<Licence> {
    let mut licences: Vec<Licence> = Vec::new();
    let nodes = scope.reader.list_of(fields, "licences");
    for node in nodes {
        let Some(fields) = scope.reader.object(node, &keys::LICENCE) else { continue };
        let Some(id) = scope.reader.text_of(fields, "id") else { continue };
        check_id(scope, fields, &id, &licences, offences);
        scope.owner = Some(id.clone());
        declare::all(scope, fields);
        licences.extend(licence(scope, fields, id));
        scope.leave();
    }
    licences
}

/// What counts in working days, where no ruleset can be the calendar; of those under `uses` linking tells.
pub(super) fn without_calendar(scope: &mut Scope<'_, '_>, licences: &[Licence]) {
    if scope.head.uses.is_empty() {
        let missing = licences.iter().filter_map(Licence::without_a_calendar);
        missing.for_each(|diagnostic| scope.reader.sink.push(diagnostic));
    }
}

fn check_id(scope: &mut Scope<'_, '_>, fields: Fields<'_>, id: &str, before: &[Licence], offences: &[Offence]) {
    let span = fields.get("id").map_or(fields.node.span, |n| n.span);
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    if id.is_empty() || !id.bytes().all(fits) {
        let help = "use lower-case letters, digits, hyphens and dots, such as `lawyer-practice`";
        scope.reader.error(Code::BadId, span, format!("`{id}` is not an id"), help);
    }
    let licence = before.iter().find(|l| &*l.id == id).map(|l| l.span);
    let offence = offences.iter().find(|o| &*o.id == id).map(|o| o.span);
    if let Some(first) = licence.or(offence) {
        let message = format!("two offences or licences have the id `{id}`");
        let diagnostic = Diagnostic::error(Code::DuplicateName, span, message)
            .label(first, "the first of them")
            .help("give each its own id");
        scope.reader.sink.push(diagnostic);
    }
}

fn licence<'n>(scope: &mut Scope<'_, 'n>, fields: Fields<'n>, id: Arc<str>) -> Option<Licence> {
    let procedure = scope.reader.word(fields, "procedure", LicenceProcedure::WORDS, LicenceProcedure::parse);
    if let Some(procedure) = procedure {
        fits(scope, fields, procedure);
    }
    let submitted = submitted(scope, fields);
    let before = fields.get("quota").and_then(|node| before(scope, node));
    let applied = fields.get("applied").and_then(|node| parts::date(scope, node));
    let accepted = parts::condition_of(scope, fields, "accepted");
    let exempt = parts::grounds(scope, fields, "exempt");
    let authority = authority(scope, fields);
    let filed_at = fields.get("filed_at").and_then(|node| filed_at(scope, node, &authority));
    let nodes = scope.reader.list_of(fields, "conditions");
    let conditions = parts::conditions(scope, nodes, None);
    let bars = parts::grounds(scope, fields, "bars");
    let documents = parts::documents(scope, fields);
    let steps = parts::steps(scope, fields);
    let deadlines = parts::deadlines(scope, fields);
    let routes = parts::routes(scope, fields);
    let terms = parts::terms(scope, fields);
    let renewal = fields.get("renewal").and_then(|node| parts::renewal(scope, node));
    let quota = fields.get("quota").and_then(|node| parts::quota(scope, node, before));
    let grounds = parts::grounds(scope, fields, "grounds");
    let bans = parts::bans(scope, fields);
    let licence = Licence {
        id,
        code: scope.reader.text_of(fields, "code"),
        name: scope.reader.text_of(fields, "name")?,
        procedure: procedure?,
        basis: scope.basis(fields)?,
        exempt,
        authority,
        filed_at,
        applied,
        accepted,
        conditions,
        bars,
        documents,
        submitted,
        steps,
        deadlines,
        routes,
        terms,
        renewal,
        quota,
        grounds,
        bans,
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    };
    checks::all(scope, fields, &licence);
    Some(licence)
}

/// What a procedure does not look at must not stand in it: it would be passed over in silence.
fn fits(scope: &mut Scope<'_, '_>, fields: Fields<'_>, procedure: LicenceProcedure) {
    const APPLIED_FOR: [&str; 11] = [
        "applied",
        "accepted",
        "exempt",
        "filed_at",
        "conditions",
        "bars",
        "documents",
        "steps",
        "routes",
        "terms",
        "quota",
    ];
    let word = procedure.as_str();
    let on_application = procedure.on_application();
    let wrong = APPLIED_FOR.into_iter().filter(|_| !on_application).chain(on_application.then_some("grounds"));
    let renewal = (procedure != LicenceProcedure::Renewal).then_some("renewal");
    for (key, node) in wrong.chain(renewal).filter_map(|key| fields.get(key).map(|node| (key, node))) {
        let help = match on_application {
            true => "`grounds` belong to 撤销, 撤回 and 注销, `renewal` to 延续",
            false => "the authority begins it, by `grounds`",
        };
        scope.reader.error(Code::WrongShape, head_of(node), format!("`{key}` means nothing in {word}"), help);
    }
    if !on_application && fields.get("grounds").is_none() {
        let help = "say when it is done: `grounds: [{id: …, when: …, basis: …}]`";
        scope.reader.error(Code::MissingKey, head_of(fields.node), format!("{word} needs `grounds`"), help);
    }
    if let Some(node) = fields.get("filed_at").filter(|_| fields.get("authority").is_none()) {
        let help = "name the authorities with their rows";
        scope.reader.error(Code::MissingKey, node.span, "`filed_at` needs `authority` to compare with", help);
    }
}

/// Declares the list of submitted documents, whose values are the names of the documents.
fn submitted(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<FactId> {
    let mut names: Vec<Arc<str>> = Vec::new();
    let nodes = scope.reader.list_of(fields, "documents");
    for node in nodes {
        let name = node.get("id").and_then(Node::as_str).map(Arc::from);
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let place = nodes.first().map(head_of)?;
    if names.len() > Levels::MOST {
        let message = format!("{} documents; at most {} are possible", names.len(), Levels::MOST);
        scope.reader.error(Code::TooManyLevels, place, message, "split the licence by its variants");
        return None;
    }
    let ty = Type::List(Box::new(Type::Levels(Arc::new(Levels { names, ordered: false }))));
    own(scope, SUBMITTED, place, ty, "已提交哪些材料？", "its values are these documents")
}

/// Declares how many applicants come before this one.
fn before(scope: &mut Scope<'_, '_>, node: &Node) -> Option<FactId> {
    let ty = Type::Number(Dimension::none());
    own(scope, BEFORE, head_of(node), ty, "顺序在前并且符合法定条件的申请人有几个？", "it is counted for this quota")
}

/// Declares a fact that every licence with such a part has, without a declaration of its own.
fn own(scope: &mut Scope<'_, '_>, name: &str, place: Span, ty: Type, ask: &str, why: &str) -> Option<FactId> {
    if let Some(first) = scope.declared(name) {
        let diagnostic =
            Diagnostic::error(Code::ReservedName, first, format!("`{name}` is a fact of every licence that has it"))
                .label(place, why)
                .help("use it without declaring it");
        scope.reader.sink.push(diagnostic);
        return None;
    }
    let integer = matches!(ty, Type::Number(_));
    let domain = if integer { Interval::at_least(Rational::ZERO) } else { Interval::ALL };
    let id = scope.facts.push(FactDecl {
        name: name.into(),
        ty: ty.clone(),
        integer,
        finding: false,
        money: false,
        unit: None,
        domain,
        ask: Some(ask.into()),
        basis: None,
        lowest: None,
        can_be_unascertainable: false,
        filled: false,
        owner: scope.owner.clone(),
        span: place,
    });
    scope.declare(name, place, Named::Ready(Symbol::Fact(id, ty, domain)));
    scope.used.add(name.into());
    Some(id)
}

/// `authority: text`, or rows of `when` and `is`, each with its basis.
fn authority(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Authority> {
    let Some(texts) = clause::texts(scope, fields, "authority") else { return Vec::new() };
    let nodes = fields.get("authority").map(Node::items).unwrap_or(&[]);
    let mut bases = Vec::new();
    for node in nodes {
        bases.push(scope.reader.object(node, &keys::VALUE_ROW).and_then(|row| scope.basis(row)));
    }
    let bases = bases.into_iter().chain(std::iter::repeat(None));
    texts.rows.into_iter().zip(bases).map(|((when, is), basis)| Authority { when, is, basis }).gather()
}

/// The fact with whom it was filed: its values are the authorities.
fn filed_at(scope: &mut Scope<'_, '_>, node: &Node, authority: &[Authority]) -> Option<Expr> {
    let (expr, ty) = scope.value(node, &Allowed::default())?;
    match &ty {
        Type::Levels(levels) => {
            for row in authority.iter().filter(|row| !levels.names.contains(&row.is)) {
                let message = format!("nobody can have filed with `{}`: it is no value of the fact", row.is);
                let help = format!("add it to `of` of the fact; there are {}", levels.names.join("、"));
                scope.reader.error(Code::UnknownName, node.span, message, help);
            }
            Some(expr)
        }
        _ => {
            let message = format!("`filed_at` is a choice of authorities, found {ty}");
            scope.reader.error(Code::TypeMismatch, node.span, message, "declare a fact of the type choice");
            None
        }
    }
}
