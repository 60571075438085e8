//! The lists of a licence, row by row.

use std::sync::Arc;

use crate::compile::keys;
use crate::compile::length::{length, period};
use crate::compile::quantity::quantity_like;
use crate::compile::reader::{Fields, head_of};
use crate::compile::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Allowed, Cond, Expr, FactId, Phrases, Type};
use crate::gather::Gather as _;
use crate::ruleset::{
    Ban, Condition, ConditionTest, Deadline, Document, Ground, Length, ProcedureStep, Quota, QuotaOrder, Renewal,
    Route, Term, TermRow,
};
use crate::source::Span;
use crate::syntax::{Node, NodeKind};
use crate::value::Dimension;
use crate::vocabulary::{
    Before, Binding, Check, DocumentForm, First, Grouping, OrderKind, Silence, StepKind, TermKind,
};

/// A date.
pub(super) fn date(scope: &mut Scope<'_, '_>, node: &Node) -> Option<Expr> {
    let (expr, ty) = scope.value(node, &Allowed::default())?;
    if ty == Type::Date {
        return Some(expr);
    }
    let message = format!("expected a date, found {ty}");
    scope.reader.error(Code::TypeMismatch, node.span, message, "name a fact of the type date");
    None
}

fn length_of(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Option<Length> {
    fields.get(key).and_then(|node| length(scope, node))
}

fn date_of(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Option<Expr> {
    fields.get(key).and_then(|node| date(scope, node))
}

pub(super) fn condition_of(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Option<Cond> {
    fields.get(key).and_then(|node| scope.condition(node, &Allowed::default()))
}

fn names_of(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Vec<Arc<str>> {
    let nodes = scope.reader.list_of(fields, key);
    nodes.iter().filter_map(|node| scope.reader.text(node).map(Arc::from)).gather()
}

fn flag(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> bool {
    let found = scope.reader.word(fields, key, &["true", "false"], |w| match w {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    });
    found.unwrap_or(false)
}

/// The rows of one list, each read by `read`; one that is wrong is left out and reported.
fn rows<T>(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    key: &str,
    object: &'static keys::Object,
    read: impl Fn(&mut Scope<'_, '_>, Fields<'_>, Arc<str>) -> Option<T>,
) -> Vec<T> {
    let (mut found, mut known) = (Vec::new(), Vec::new());
    for node in scope.reader.list_of(fields, key) {
        let Some(row) = scope.reader.object(node, object) else { continue };
        let name = if object.keys.iter().any(|k| k.name == "id") { "id" } else { "what" };
        let Some(id) = scope.reader.name_of(row, name) else { continue };
        once(scope, &mut known, &id, head_of(node));
        found.extend(read(scope, row, id));
    }
    found
}

pub(super) fn grounds(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &'static str) -> Vec<Ground> {
    rows(scope, fields, key, &keys::GROUND, |scope, row, id| {
        let force = scope.reader.word(row, "force", Binding::WORDS, Binding::parse);
        if let Some(node) = row.get("force").filter(|_| key != "grounds") {
            let message = format!("a row of `{key}` has no `force`");
            scope.reader.error(Code::WrongShape, node.span, message, "it always binds; leave it out");
        }
        let basis = scope.basis(row);
        Some(Ground {
            id,
            when: condition_of(scope, row, "when")?,
            force: force.unwrap_or(Binding::Must),
            note: scope.reader.text_of(row, "note"),
            basis,
            under: scope.under(row),
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

/// Conditions; inside a group those without a basis have the group's.
pub(super) fn conditions(scope: &mut Scope<'_, '_>, nodes: &[Node], group: Option<&Arc<str>>) -> Vec<Condition> {
    let (mut found, mut known) = (Vec::new(), Vec::new());
    for node in nodes {
        let Some(fields) = scope.reader.object(node, &keys::CONDITION) else { continue };
        let Some(id) = scope.reader.name_of(fields, "id") else { continue };
        once(scope, &mut known, &id, head_of(node));
        found.extend(condition(scope, fields, id, group));
    }
    found
}

fn condition(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    id: Arc<str>,
    group: Option<&Arc<str>>,
) -> Option<Condition> {
    let basis = scope.basis(fields).or_else(|| group.cloned());
    let when = match fields.get("when") {
        Some(node) => Some(scope.condition(node, &Allowed::default())?),
        None => None,
    };
    let keys: Vec<&str> =
        ["require", "all", "any", "none_of"].into_iter().filter(|key| fields.get(key).is_some()).gather();
    let test = match keys.as_slice() {
        ["require"] => ConditionTest::Require(condition_of(scope, fields, "require")?),
        [grouping] => {
            let inside = {
                let nodes = scope.reader.list_of(fields, grouping);
                let list = fields.get(grouping).filter(|node| matches!(node.kind, NodeKind::Sequence(_)));
                if let Some(list) = list.filter(|_| nodes.is_empty()) {
                    let message = format!("the group `{id}` has no conditions");
                    scope.reader.error(Code::MissingKey, list.span, message, "say what is asked, or leave it out");
                    return None;
                }
                conditions(scope, nodes, basis.as_ref())
            };
            ConditionTest::Group(Grouping::parse(grouping)?, inside)
        }
        _ => {
            let message = format!("the condition `{id}` needs one of `require`, `all`, `any` and `none_of`");
            scope.reader.error(Code::MissingKey, head_of(fields.node), message, "say what must hold");
            return None;
        }
    };
    Some(Condition {
        id,
        when,
        test,
        basis,
        under: scope.under(fields),
        check: scope.reader.word(fields, "check", Check::WORDS, Check::parse),
        evidence: scope.reader.text_of(fields, "evidence"),
        curable: flag(scope, fields, "curable"),
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

pub(super) fn documents(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Document> {
    rows(scope, fields, "documents", &keys::DOCUMENT, |scope, row, id| {
        let shared_data = match row.get("shared_data") {
            None => None,
            Some(node) if node.as_str() == Some("true") => Some(Cond::Const(true)),
            Some(node) if node.as_str() == Some("false") => None,
            Some(node) => Some(scope.condition(node, &Allowed::default())?),
        };
        Some(Document {
            id,
            when: condition_of(scope, row, "when"),
            shows: names_of(scope, row, "for"),
            form: scope.reader.word(row, "form", DocumentForm::WORDS, DocumentForm::parse),
            shared_data,
            basis: scope.basis(row),
            under: scope.under(row),
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

pub(super) fn steps(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<ProcedureStep> {
    rows(scope, fields, "steps", &keys::STEP, |scope, row, id| {
        Some(ProcedureStep {
            id,
            kind: scope.reader.word(row, "kind", StepKind::WORDS, StepKind::parse).unwrap_or(StepKind::Other),
            when: condition_of(scope, row, "when"),
            done: condition_of(scope, row, "done")?,
            before: scope.reader.word(row, "before", Before::WORDS, Before::parse).unwrap_or(Before::Decision),
            basis: scope.basis(row),
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

pub(super) fn deadlines(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Deadline> {
    rows(scope, fields, "deadlines", &keys::DEADLINE, |scope, row, what| {
        let basis = scope.basis(row);
        let otherwise = scope.reader.word(row, "else", Silence::WORDS, Silence::parse);
        if let Some(node) = row.get("else").filter(|_| row.get("done").is_none() && otherwise != Some(Silence::Nothing))
        {
            let message = format!("nothing says whether `{what}` was done, so silence is never seen");
            scope.reader.error(Code::MissingKey, node.span, message, "add `done`, and `on` for the day");
        }
        Some(Deadline {
            what,
            when: condition_of(scope, row, "when"),
            period: period(scope, row, row.get("within")?, basis.as_ref())?,
            from: date_of(scope, row, "from")?,
            promised: length_of(scope, row, "promised"),
            done: condition_of(scope, row, "done"),
            on: date_of(scope, row, "on"),
            otherwise: otherwise.unwrap_or(Silence::Nothing),
            basis,
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

pub(super) fn routes(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Route> {
    rows(scope, fields, "routes", &keys::ROUTE, |scope, row, id| {
        Some(Route {
            id,
            when: condition_of(scope, row, "when")?,
            excludes: condition_of(scope, row, "excludes"),
            waives: names_of(scope, row, "waives"),
            before: names_of(scope, row, "before"),
            note: scope.reader.text_of(row, "note"),
            basis: scope.basis(row),
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

pub(super) fn terms(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Term> {
    rows(scope, fields, "terms", &keys::TERM, |scope, row, id| {
        let basis = scope.basis(row);
        let phrases = basis.as_ref().map(|b| scope.phrases_of(b)).unwrap_or_default();
        let rows = match row.get("rows") {
            Some(node) => {
                let nodes = scope.reader.list(node);
                let mut rows = Vec::new();
                for node in nodes {
                    let inner = scope.reader.object(node, &keys::TERM_ROW)?;
                    let when = scope.when(inner, &Allowed::default())?;
                    let read = term_row(scope, inner, Some(when), &phrases)?;
                    let first: Option<&TermRow> = rows.first();
                    if first.is_some_and(|first| first.range.dimension != read.range.dimension) {
                        let message = "the rows of a term are in different units";
                        let help = "all rows give the same kind of quantity";
                        scope.reader.error(Code::UnitMismatch, read.range.span, message, help);
                    }
                    rows.push(read);
                }
                rows
            }
            None if row.get("range").is_some() => vec![term_row(scope, row, None, &phrases)?],
            None => {
                let message = format!("the term `{id}` needs `range` or `rows`");
                scope.reader.error(Code::MissingKey, head_of(row.node), message, "say how long, how much, or what fee");
                return None;
            }
        };
        Some(Term {
            id,
            kind: scope.reader.word(row, "kind", TermKind::WORDS, TermKind::parse)?,
            rows,
            basis,
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

fn term_row(scope: &mut Scope<'_, '_>, row: Fields<'_>, when: Option<Cond>, phrases: &Phrases) -> Option<TermRow> {
    let basis = scope.basis(row);
    let phrases = basis.as_ref().map_or_else(|| phrases.clone(), |b| scope.phrases_of(b));
    let range = scope.range(row.get("range")?, &phrases, &Allowed::default())?;
    let unit = Some(range.dimension.clone());
    let default = quantity_like(scope, row, "default", &unit, "range", &Allowed::default())?;
    Some(TermRow { when, range, default, basis })
}

pub(super) fn renewal(scope: &mut Scope<'_, '_>, node: &Node) -> Option<Renewal> {
    let fields = scope.reader.object(node, &keys::RENEWAL)?;
    let general = fields.get("general").and_then(|node| scope.reader.object(node, &keys::GENERAL));
    let silence = fields.get("else").and_then(|node| scope.reader.object(node, &keys::RENEWAL_SILENCE));
    let otherwise = silence.and_then(|s| scope.reader.word(s, "is", keys::RENEWAL_SILENCES, Silence::parse));
    if otherwise.is_some() && fields.get("decided").is_none() {
        let place = fields.get("else").map_or(head_of(node), head_of);
        let message = "nothing says whether the renewal was decided, so silence is never seen";
        scope.reader.error(Code::MissingKey, place, message, "add `decided`, and `on` for the day");
    }
    Some(Renewal {
        expires: date_of(scope, fields, "expires")?,
        opens: length_of(scope, fields, "opens"),
        closes: length_of(scope, fields, "closes")?,
        general: general.and_then(|g| length_of(scope, g, "closes")),
        general_basis: general.and_then(|g| scope.basis(g)),
        decided: condition_of(scope, fields, "decided"),
        on: date_of(scope, fields, "on"),
        otherwise: otherwise.unwrap_or(Silence::Nothing),
        otherwise_basis: silence.and_then(|s| scope.basis(s)),
        late: scope.reader.text_of(fields, "late"),
        basis: scope.basis(fields),
        marks: scope.reader.marks(fields),
        span: head_of(node),
    })
}

pub(super) fn quota(scope: &mut Scope<'_, '_>, node: &Node, before: Option<FactId>) -> Option<Quota> {
    let fields = scope.reader.object(node, &keys::QUOTA)?;
    let when = condition_of(scope, fields, "when");
    let left = {
        let node = fields.get("left")?;
        let (expr, ty) = scope.value(node, &Allowed::default())?;
        if ty != Type::Number(Dimension::none()) {
            let message = format!("expected a count, found {ty}");
            scope.reader.error(Code::TypeMismatch, node.span, message, "name a number without unit");
            return None;
        }
        expr
    };
    Some(Quota {
        when,
        left,
        before: before?,
        order: order(scope, fields.get("order")?)?,
        basis: scope.basis(fields),
        under: scope.under(fields),
        marks: scope.reader.marks(fields),
        span: head_of(node),
    })
}

/// `order: {is: first_accepted, by: 受理日, basis: …}`
fn order(scope: &mut Scope<'_, '_>, node: &Node) -> Option<QuotaOrder> {
    let fields = scope.reader.object(node, &keys::QUOTA_ORDER)?;
    let is = scope.reader.word(fields, "is", OrderKind::WORDS, OrderKind::parse)?;
    let mut by = Vec::new();
    let keys = fields.get("by")?;
    let keys = if matches!(keys.kind, NodeKind::Sequence(_)) { keys.items() } else { std::slice::from_ref(keys) };
    for (node, number) in keys.iter().zip(0usize..) {
        let (expr, ty) = scope.value(node, &Allowed::default())?;
        let fits = match &ty {
            Type::Date => true,
            // Who was accepted first is told by the day, then by what tells the applications of one day apart.
            Type::Number(_) => is != OrderKind::FirstAccepted || number > 0,
            _ => false,
        };
        if !fits {
            let expected = if is == OrderKind::FirstAccepted && number == 0 { "a day" } else { "a day or a number" };
            let message = format!("applicants are ordered by {expected}, found {ty}");
            scope.reader.error(Code::TypeMismatch, node.span, message, "name a fact such as 受理日 or 评分");
            return None;
        }
        by.push(expr);
    }
    if by.is_empty() {
        let help = "name the fact that tells who comes first: `by: 受理日`";
        scope.reader.error(Code::MissingKey, head_of(node), "the order is found by nothing", help);
        return None;
    }
    Some(QuotaOrder {
        is,
        by,
        first: scope.reader.word(fields, "first", First::WORDS, First::parse).unwrap_or(First::Least),
        basis: scope.basis(fields),
        span: head_of(node),
    })
}

pub(super) fn bans(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Ban> {
    rows(scope, fields, "bans", &keys::BAN, |scope, row, id| {
        Some(Ban {
            id,
            when: condition_of(scope, row, "when")?,
            lasts: length_of(scope, row, "lasts"),
            from: date_of(scope, row, "from")?,
            basis: scope.basis(row),
            marks: scope.reader.marks(row),
            span: head_of(row.node),
        })
    })
}

/// An id that stands twice in one list.
fn once(scope: &mut Scope<'_, '_>, known: &mut Vec<(Arc<str>, Span)>, id: &Arc<str>, span: Span) {
    if let Some((_, first)) = known.iter().find(|(other, _)| other == id) {
        let diagnostic = Diagnostic::error(Code::DuplicateName, span, format!("`{id}` stands twice"))
            .label(*first, "the first of them")
            .help("give each row its own name");
        scope.reader.sink.push(diagnostic);
    }
    known.push((id.clone(), span));
}
