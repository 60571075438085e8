//! What the law forbids to ask, and what can never come out as written.
//!
//! # Basis
//! 行政许可法 第十四条 to 第十七条: who may set a licence and its conditions; a rule of lower rank makes them concrete
//! and adds none.

use std::sync::Arc;

use crate::compile::reader::Fields;
use crate::compile::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Cond, Expr, together};
use crate::gather::Gather as _;
use crate::ruleset::{Condition, ConditionTest, Document, Length, Licence, QuotaOrder};
use crate::source::Span;
use crate::vocabulary::{Grouping, OrderKind, Rank};

/// The word for the application itself: a form, the identity of the applicant.
const APPLICATION: &str = "申请";
/// Ranks that may set a condition: 法律, 行政法规, 国务院决定, 地方性法规.
const MAY_SET: [Rank; 4] = [Rank::Law, Rank::Regulation, Rank::Decision, Rank::LocalRegulation];
/// Ranks that may order applicants otherwise than by acceptance: 法律, 行政法规.
const MAY_ORDER: [Rank; 2] = [Rank::Law, Rank::Regulation];
/// A rule of a provincial government may set a licence for one year (行政许可法 第十五条第一款).
const ONE_YEAR: Rank = Rank::LocalRule;

pub(super) fn all(scope: &mut Scope<'_, '_>, fields: Fields<'_>, licence: &Licence) {
    let mut conditions = Vec::new();
    flatten(&licence.conditions, &mut conditions);
    for condition in &conditions {
        if matches!(condition.test, ConditionTest::Require(_)) {
            rank(scope, "the condition", &condition.id, &condition.basis, &condition.under, condition.span);
        }
    }
    for bar in &licence.bars {
        rank(scope, "the bar", &bar.id, &bar.basis, &bar.under, bar.span);
    }
    for document in &licence.documents {
        rank(scope, "the document", &document.id, &document.basis, &document.under, document.span);
        needed(scope, document, &conditions);
    }
    for deadline in &licence.deadlines {
        promise(scope, &deadline.what, &deadline.period.within, deadline.promised.as_ref());
    }
    if let Some(quota) = &licence.quota {
        rank(scope, "the quota of", &licence.id, &quota.basis, &quota.under, quota.span);
        order(scope, &quota.order);
    }
    super::time::renewal(scope, licence);
    waived(scope, licence, &conditions);
    routes(scope, licence);
    never(scope, fields, licence);
}

/// Only a law or an administrative regulation departs from the order of acceptance.
///
/// # Basis
/// 行政许可法 第五十七条; 第五十三条第一款 for tender and auction.
fn order(scope: &mut Scope<'_, '_>, order: &QuotaOrder) {
    let rank = rank_of(scope, order.basis.as_ref());
    let departs = order.is != OrderKind::FirstAccepted;
    if !departs || rank.is_some_and(|rank| MAY_ORDER.contains(&rank)) {
        return;
    }
    let found = match (&order.basis, rank) {
        (Some(basis), Some(rank)) => format!("{basis}, a `{}`", rank.as_str()),
        (Some(basis), None) => format!("{basis}, whose rank is not declared"),
        (None, _) => "nothing".to_owned(),
    };
    let message = format!("the order `{}` rests on {found}", order.is.as_str());
    let help = "only a law or an administrative regulation departs from the order of acceptance: cite it, or write \
                `is: first_accepted`";
    scope.reader.error(Code::LicenceRank, order.span, message, help);
}

fn flatten<'a>(conditions: &'a [Condition], out: &mut Vec<&'a Condition>) {
    for condition in conditions {
        out.push(condition);
        if let ConditionTest::Group(_, inside) = &condition.test {
            flatten(inside, out);
        }
    }
}

/// The rank of the law a citation begins with.
fn rank_of(scope: &Scope<'_, '_>, basis: Option<&Arc<str>>) -> Option<Rank> {
    scope.head.law(basis?).and_then(|law| law.rank)
}

fn may_set(scope: &Scope<'_, '_>, basis: Option<&Arc<str>>) -> bool {
    match rank_of(scope, basis) {
        Some(ONE_YEAR) => {
            let year = scope.head.from.add_months(12).ok();
            scope.head.through.zip(year).is_some_and(|(through, year)| through < year)
        }
        Some(rank) => MAY_SET.contains(&rank),
        None => false,
    }
}

fn rank(
    scope: &mut Scope<'_, '_>,
    what: &str,
    id: &str,
    basis: &Option<Arc<str>>,
    under: &Option<Arc<str>>,
    span: Span,
) {
    if may_set(scope, basis.as_ref()) || (basis.is_some() && may_set(scope, under.as_ref())) {
        return;
    }
    let (message, help) = match (basis, rank_of(scope, basis.as_ref())) {
        (None, _) => {
            (format!("{what} `{id}` has no basis"), "cite the law that asks for it, or leave it out".to_owned())
        }
        (Some(basis), None) => {
            let ranks = MAY_SET.map(Rank::as_str).join(", ");
            let help = format!("declare `rank` of the law in `laws`: a basis counts by its rank ({ranks})");
            (format!("{what} `{id}` rests on {basis}, whose rank is not declared"), help)
        }
        (Some(basis), Some(rank)) => {
            let help = "name under `under` the law it makes concrete; what no law asks for may not be asked for";
            (
                format!(
                    "{what} `{id}` rests on {basis}, a `{}`, which may not add to what the law asks",
                    rank.as_str()
                ),
                help.into(),
            )
        }
    };
    scope.reader.error(Code::LicenceRank, span, message, help);
}

/// A document shows a condition, or belongs to the application itself.
fn needed(scope: &mut Scope<'_, '_>, document: &Document, conditions: &[&Condition]) {
    if document.shows.is_empty() {
        let message = format!("no condition needs the document `{}`", document.id);
        let help =
            format!("say under `for` what it shows (`{APPLICATION}` is the application itself), or leave it out");
        scope.reader.error(Code::NeedlessDocument, document.span, message, help);
    }
    for name in document.shows.iter().filter(|name| &***name != APPLICATION) {
        if !conditions.iter().any(|c| c.id == *name) {
            let message = format!("the document `{}` is for `{name}`, which is no condition", document.id);
            let known = conditions.iter().map(|c| &*c.id);
            let help = crate::syntax::one_of(name, known.chain([APPLICATION]), "there are", "");
            scope.reader.error(Code::UnknownName, document.span, message, help);
        }
    }
}

fn promise(scope: &mut Scope<'_, '_>, what: &str, within: &Length, promised: Option<&Length>) {
    let Some(promised) = promised else { return };
    let constant = |length: &Length| match &length.count {
        Expr::Number(n) => Some(*n),
        _ => None,
    };
    // 工作日 are not 日: what only a calendar can compare is not compared.
    if promised.unit == within.unit
        && let (Some(statutory), Some(own)) = (constant(within), constant(promised))
        && own > statutory
    {
        let message = format!("the time promised for `{what}` is longer than the statutory one");
        let diagnostic = Diagnostic::error(Code::PromiseTooLong, promised.span, message)
            .label(within.span, "the statutory time")
            .help("an authority may promise less time than the law gives it, never more");
        scope.reader.sink.push(diagnostic);
    }
}

fn waived(scope: &mut Scope<'_, '_>, licence: &Licence, conditions: &[&Condition]) {
    let asked = || {
        let conditions = conditions.iter().map(|c| ("condition", &c.id, c.span));
        let documents = licence.documents.iter().map(|d| ("document", &d.id, d.span));
        conditions.chain(documents).chain(licence.steps.iter().map(|s| ("step", &s.id, s.span)))
    };
    for route in &licence.routes {
        for name in &route.waives {
            let mut named = asked().filter(|(_, id, _)| *id == name);
            let Some((first, _, place)) = named.next() else {
                let message = format!("the route `{}` waives `{name}`, which is not asked for", route.id);
                let help = crate::syntax::one_of(name, asked().map(|(_, id, _)| &**id), "there are", "");
                scope.reader.error(Code::UnknownName, route.span, message, help);
                continue;
            };
            // To do without the paper is not to do without what it shows.
            if let Some((second, _, other)) = named.find(|(what, ..)| *what != first) {
                let message = format!(
                    "the route `{}` waives `{name}`, which is the name of a {first} and of a {second}",
                    route.id
                );
                let diagnostic = Diagnostic::error(Code::DuplicateName, route.span, message)
                    .label(place, format!("the {first}"))
                    .label(other, format!("the {second}"))
                    .help("a route does without what it names, and only that: give the two different names");
                scope.reader.sink.push(diagnostic);
            }
        }
        for name in &route.before {
            if name == &route.id || !licence.routes.iter().any(|r| r.id == *name) {
                let message = format!("the route `{}` goes before `{name}`, which is no other route", route.id);
                let help = crate::syntax::one_of(name, licence.routes.iter().map(|r| &*r.id), "there are", "");
                scope.reader.error(Code::UnknownName, route.span, message, help);
            }
        }
    }
}

/// Two routes that may both be taken need an order.
fn routes(scope: &mut Scope<'_, '_>, licence: &Licence) {
    for (second, position) in licence.routes.iter().zip(0usize..) {
        for first in licence.routes.iter().take(position) {
            let ordered = first.before.contains(&second.id) || second.before.contains(&first.id);
            let parts = |r: &crate::ruleset::Route| {
                let excluded = r.excludes.clone().map(|e| Cond::Not(Box::new(e)));
                std::iter::once(r.when.clone()).chain(excluded).gather::<Vec<_>>()
            };
            let both: Vec<Cond> = parts(first).into_iter().chain(parts(second)).gather();
            if ordered || contradict(scope, &both) {
                continue;
            }
            let message = format!("the routes `{}` and `{}` may both be taken", first.id, second.id);
            let diagnostic = Diagnostic::error(Code::RoutesOverlap, second.span, message)
                .label(first.span, "the other route")
                .help("make their conditions exclude each other, or say which goes first: `before: […]`");
            scope.reader.sink.push(diagnostic);
        }
    }
}

/// Whether conditions never hold together: one denies another, or their numbers or levels leave nothing.
fn contradict(scope: &Scope<'_, '_>, all: &[Cond]) -> bool {
    let mut parts = Vec::new();
    all.iter().for_each(|cond| conjuncts(cond, &mut parts));
    let denied = parts.iter().any(|a| matches!(a, Cond::Not(inner) if parts.contains(&**inner)));
    denied || together(scope, &parts, false)
}

fn conjuncts(cond: &Cond, out: &mut Vec<Cond>) {
    match cond {
        Cond::All(parts) => parts.iter().for_each(|part| conjuncts(part, out)),
        other => out.push(other.clone()),
    }
}

/// Conditions asked of everybody that no facts can meet, alone or beside the bars.
fn never(scope: &mut Scope<'_, '_>, fields: Fields<'_>, licence: &Licence) {
    let waived = |id: &Arc<str>| licence.routes.iter().any(|r| r.waives.contains(id));
    let asked: Vec<(&Arc<str>, Cond, Span)> = licence
        .conditions
        .iter()
        .filter(|c| c.when.is_none() && !waived(&c.id))
        .map(|c| (&c.id, whole(c, &waived, true), c.span))
        .chain(licence.bars.iter().map(|b| (&b.id, denied(&b.when), b.span)))
        .gather();
    if let Some((id, _, span)) = asked.iter().find(|(_, cond, _)| constant(cond) == Some(false)) {
        let message = format!("`{id}` can never be met");
        scope.reader.error(Code::NeverGranted, *span, message, "nobody would get the licence: check its condition");
        return;
    }
    for (position, (id, cond, span)) in asked.iter().enumerate() {
        let earlier = asked.iter().take(position);
        let other = earlier.clone().find(|(_, first, _)| contradict(scope, &[first.clone(), cond.clone()]));
        if let Some((first, _, place)) = other {
            let message = format!("`{first}` and `{id}` can never be met together");
            let diagnostic = Diagnostic::error(Code::NeverGranted, *span, message)
                .label(*place, "what it contradicts")
                .help("nobody would get the licence: check both, or ask one of them only of some (`when`)");
            scope.reader.sink.push(diagnostic);
            return;
        }
    }
    let all: Vec<Cond> = asked.into_iter().map(|(_, cond, _)| cond).gather();
    if contradict(scope, &all) {
        let span = fields.get("conditions").map_or(licence.span, |n| n.span);
        let message = "the conditions can never be met together";
        scope.reader.error(Code::NeverGranted, span, message, "nobody would get the licence: check them");
    }
}

/// A condition with what is inside it. What a route may waive, or is asked of some only, counts as `unasked`: true
/// where it is asked that the condition be met, false inside `none_of`. So no more is asked than of everybody.
fn whole(condition: &Condition, waived: &impl Fn(&Arc<str>) -> bool, unasked: bool) -> Cond {
    match &condition.test {
        _ if condition.when.is_some() || waived(&condition.id) => Cond::Const(unasked),
        ConditionTest::Require(cond) => cond.clone(),
        ConditionTest::Group(grouping, inside) => {
            let parts = |unasked| inside.iter().map(move |inner| whole(inner, waived, unasked));
            match grouping {
                Grouping::All => Cond::All(parts(unasked).gather()),
                Grouping::Any => Cond::Any(parts(unasked).gather()),
                Grouping::NoneOf => Cond::All(parts(!unasked).map(|inner| denied(&inner)).gather()),
            }
        }
    }
}

fn denied(cond: &Cond) -> Cond {
    match cond {
        Cond::Not(inner) => (**inner).clone(),
        other => Cond::Not(Box::new(other.clone())),
    }
}

/// What a condition comes to whatever the facts are, where its form alone says so.
fn constant(cond: &Cond) -> Option<bool> {
    let parts = |parts: &[Cond], ends: bool| {
        let known: Vec<Option<bool>> = parts.iter().map(constant).gather();
        match known.contains(&Some(ends)) {
            true => Some(ends),
            false => known.iter().all(Option::is_some).then_some(!ends),
        }
    };
    match cond {
        Cond::Const(value) => Some(*value),
        Cond::Not(inner) => constant(inner).map(|value| !value),
        Cond::All(inner) => parts(inner, false),
        Cond::Any(inner) => parts(inner, true),
        Cond::Atom(_) | Cond::Local(_) => None,
    }
}
