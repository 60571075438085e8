//! The procedure of a document: facts of its own, figures of open standards, duties.

use std::sync::Arc;

use super::keys;
use super::length::period;
use super::reader::{Fields, head_of};
use super::scope::{Named, Scope};
use super::{clause, declare};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Allowed, Cond, Expr, Symbol, Type, walk};
use crate::gather::Gather as _;
use crate::ruleset::{BODY, DutyRow, FactDecl, PLACE, Procedure, Standard, Sum, TimeLimit, reached};
use crate::source::Span;
use crate::syntax::Node;
use crate::value::{Base, Bound, Dimension, Interval, Rational, Unit};
use crate::vocabulary::{Duty, Filled, Force, Rank};

/// What the facts, definitions and factors of a procedure belong to, as those of an offence belong to it.
pub(crate) const OWNER: &str = "procedure";

/// The procedure of the file, if it has one.
pub(super) fn procedure<'n>(scope: &mut Scope<'_, 'n>, file: Fields<'n>) -> Option<Procedure> {
    let fields = scope.reader.object(file.get("procedure")?, &keys::PROCEDURE)?;
    scope.owner = Some(OWNER.into());
    own_facts(scope);
    declare::all(scope, fields);
    let read = read(scope, fields);
    for name in own_names() {
        scope.used.add(name.into());
    }
    scope.leave();
    read
}

/// The facts of every procedure, with those the engine fills in.
fn own_names() -> impl Iterator<Item = &'static str> {
    [BODY, PLACE].into_iter().chain(Filled::WORDS.iter().copied())
}

fn own_facts(scope: &mut Scope<'_, '_>) {
    let code = |n: i64| Bound::Inclusive(Rational::int(n));
    // GB/T 2260: six digits, the first of them 1 to 8.
    let places = Interval::new(code(110_000), code(829_999)).unwrap_or(Interval::ALL);
    let plain = |name: &str, ty: Type, domain: Interval, ask: Option<&str>| FactDecl {
        name: name.into(),
        integer: false,
        money: false,
        finding: false,
        unit: None,
        domain,
        ask: ask.map(Arc::from),
        basis: None,
        lowest: None,
        can_be_unascertainable: false,
        filled: false,
        owner: Some(OWNER.into()),
        span: Span::default(),
        ty,
    };
    let mut facts = vec![
        plain(BODY, Type::Text, Interval::ALL, Some("由哪一执法系统办理本案（如：市场监管、生态环境）？")),
        FactDecl {
            integer: true,
            ..plain(
                PLACE,
                Type::Number(Dimension::none()),
                places,
                Some("办案机关所在地的行政区划代码（六位）是多少？"),
            )
        },
    ];
    for filled in Filled::ALL.iter().copied() {
        let (domain, unit): (Interval, Option<Unit>) = filled.domain();
        let money = unit.is_some();
        let fact = plain(filled.as_str(), filled.ty(), domain, None);
        facts.push(FactDecl { filled: true, money, unit, ..fact });
    }
    for fact in facts {
        let (name, ty, domain) = (fact.name.clone(), fact.ty.clone(), fact.domain);
        let id = scope.facts.push(fact);
        scope.declare(&name, Span::default(), Named::Ready(Symbol::Fact(id, ty, domain)));
    }
}

fn read(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Procedure> {
    let rank = scope.reader.word(fields, "rank", Rank::WORDS, Rank::parse);
    let mut bodies = Vec::new();
    for node in scope.reader.list_of(fields, "bodies") {
        bodies.extend(scope.reader.text(node).map(Arc::from));
    }
    let applies = match fields.get("applies") {
        Some(node) => {
            let when = scope.condition(node, &Allowed::default()).unwrap_or(Cond::Const(false));
            if reads_filled(scope, &[&when], &[]) {
                let message = "`applies` is about the case, not about what is intended for somebody";
                scope.reader.error(Code::TypeMismatch, node.span, message, "write the condition in the rows");
            }
            Some(when)
        }
        None => None,
    };
    let mut ids: Vec<(Arc<str>, Span)> = Vec::new();
    let mut standards = Vec::new();
    for node in scope.reader.list_of(fields, "standards") {
        standards.extend(standard(scope, node, &mut ids));
    }
    let mut duties = Vec::new();
    for node in scope.reader.list_of(fields, "duties") {
        duties.extend(duty(scope, node, &mut ids));
    }
    for row in &duties {
        let Some(with) = row.with else { continue };
        let itself = duties.iter().any(|d: &DutyRow| d.duty == with && d.with.is_some()) || with == row.duty;
        if itself {
            let message = format!("`{}` goes with a step that itself goes with one", row.id);
            scope.reader.error(Code::CyclicDefinition, row.span, message, "name a step that has conditions of its own");
        }
    }
    if fields.get("standards").is_none() && fields.get("duties").is_none() {
        let help = "write `duties`, `standards`, or both";
        scope.reader.error(Code::MissingKey, head_of(fields.node), "`procedure` says nothing", help);
    }
    Some(Procedure { rank: rank?, bodies, applies, standards, duties, marks: scope.reader.marks(fields) })
}

/// The id of a row; the same twice is an error.
fn id(scope: &mut Scope<'_, '_>, fields: Fields<'_>, before: &mut Vec<(Arc<str>, Span)>) -> Option<Arc<str>> {
    let id = scope.reader.name_of(fields, "id")?;
    let span = fields.get("id").map_or(fields.node.span, |n| n.span);
    match before.iter().find(|(known, _)| *known == id) {
        Some((_, first)) => {
            let diagnostic = Diagnostic::error(Code::DuplicateName, span, format!("two rows have the id `{id}`"))
                .label(*first, "the first of them")
                .help("give each its own id: outcomes and receipts name rows by it");
            scope.reader.sink.push(diagnostic);
        }
        None => before.push((id.clone(), span)),
    }
    Some(id)
}

fn ranks(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Vec<Rank> {
    let mut found = Vec::new();
    for node in scope.reader.list_of(fields, key) {
        let Some(word) = scope.reader.text(node) else { continue };
        match Rank::parse(word) {
            Some(rank) => found.push(rank),
            None => {
                let help = crate::syntax::one_of(word, Rank::WORDS.iter().copied(), "there are", "");
                scope.reader.error(Code::WrongShape, node.span, format!("`{key}` cannot have `{word}`"), help);
            }
        }
    }
    found
}

fn standard(scope: &mut Scope<'_, '_>, node: &Node, ids: &mut Vec<(Arc<str>, Span)>) -> Option<Standard> {
    let fields = scope.reader.object(node, &keys::STANDARD)?;
    let id = id(scope, fields, ids);
    let when = scope.condition(fields.get("when")?, &Allowed::default());
    Some(Standard {
        standard: scope.reader.name_of(fields, "standard")?,
        yields_to: ranks(scope, fields, "yields_to"),
        may_follow: ranks(scope, fields, "may_follow"),
        alone: fields.get("alone").and_then(Node::as_str) == Some("true"),
        basis: scope.basis(fields)?,
        marks: scope.reader.marks(fields),
        span: head_of(node),
        id: id?,
        when: when?,
    })
}

fn duty(scope: &mut Scope<'_, '_>, node: &Node, ids: &mut Vec<(Arc<str>, Span)>) -> Option<DutyRow> {
    let fields = scope.reader.object(node, &keys::DUTY)?;
    let id = id(scope, fields, ids);
    let duty = scope.reader.word(fields, "duty", Duty::WORDS, Duty::parse);
    let mode = scope.reader.word(fields, "mode", Force::WORDS, Force::parse).map(|force| force == Force::Must);
    let when = match fields.get("when") {
        Some(node) => Some(scope.condition(node, &Allowed::default())?),
        None => None,
    };
    let basis = scope.basis(fields);
    let mut row = DutyRow {
        must: mode.unwrap_or(true),
        standard: scope.reader.name_of(fields, "standard"),
        with: scope.reader.word(fields, "with", Duty::WORDS, Duty::parse),
        yields_to: ranks(scope, fields, "yields_to"),
        deadline: deadline(scope, fields, basis.as_ref())?,
        sum: sum(scope, fields)?,
        basis: basis?,
        marks: scope.reader.marks(fields),
        of_target: false,
        span: head_of(node),
        id: id?,
        duty: duty?,
        when,
    };
    // What a standard is compared with is intended for somebody; so is what a step goes with.
    let extended = row.deadline.as_ref().and_then(|d| d.period.extension.as_ref()).map(|e| &e.when);
    let conds: Vec<&Cond> = row.when.iter().chain(extended).gather();
    row.of_target = row.standard.is_some() || row.with.is_some() || reads_filled(scope, &conds, &values(&row));
    Some(row)
}

/// `within … from …`, or `at_least … before …`; `None`: it is wrong and was reported.
fn deadline(scope: &mut Scope<'_, '_>, fields: Fields<'_>, basis: Option<&Arc<str>>) -> Option<Option<TimeLimit>> {
    let (key, anchor, before) = match (fields.get("within"), fields.get("at_least")) {
        (Some(_), Some(node)) => {
            let help = "keep the one the provision has; write the other as a duty of its own";
            scope.reader.error(Code::WrongShape, node.span, "a duty has `within` or `at_least`, not both", help);
            return None;
        }
        (Some(_), None) => ("within", "from", false),
        (None, Some(_)) => ("at_least", "before", true),
        (None, None) => {
            for (key, other) in [
                ("from", "within"),
                ("extension", "within"),
                ("excluded", "within"),
                ("on", "within"),
                ("before", "at_least"),
            ] {
                if let Some(node) = fields.get(key) {
                    let message = format!("`{key}` stands without `{other}`");
                    scope.reader.error(Code::MissingKey, node.span, message, "say how long");
                    return None;
                }
            }
            return Some(None);
        }
    };
    let wrong = if before { "from" } else { "before" };
    if let Some(node) = fields.get(wrong) {
        let message = format!("`{wrong}` does not go with `{key}`");
        scope.reader.error(Code::WrongShape, node.span, message, format!("write `{anchor}`"));
        return None;
    }
    let mut period = period(scope, fields, fields.get(key)?, basis)?;
    let mut named = |key: &str| -> Option<Option<(Expr, Arc<str>)>> {
        let Some(node) = fields.get(key) else { return Some(None) };
        let (expr, ty) = scope.value(node, &Allowed::default())?;
        if ty != Type::Date {
            let message = format!("`{key}` is a day, found {ty}");
            scope.reader.error(Code::TypeMismatch, node.span, message, "name a date of the case, such as 立案日");
            return None;
        }
        Some(Some((expr, node.as_str().unwrap_or("").into())))
    };
    let (from, on) = (named(anchor)?, named("on")?);
    if let (None, Some(node)) = (&from, fields.get("on")) {
        let message = format!("`on` stands without `{anchor}`");
        scope.reader.error(Code::MissingKey, node.span, message, "say from which day the time is counted");
        return None;
    }
    // A day counted back to is no last day of a period, and nothing makes that time longer.
    for key in ["extension", "excluded", "last_day"] {
        if let Some(node) = fields.get(key).filter(|_| before) {
            let message = format!("`{key}` means nothing beside `at_least`");
            let help = "only a period that runs has it; leave it out";
            scope.reader.error(Code::WrongShape, node.span, message, help);
        }
    }
    period.last_day = period.last_day.filter(|_| !before);
    Some(Some(TimeLimit { period, from, before, on }))
}

/// `amount`, `per`, `cap`; `None`: it is wrong and was reported.
fn sum(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Option<Sum>> {
    let Some(node) = fields.get("amount") else {
        for key in ["per", "cap"] {
            if let Some(node) = fields.get(key) {
                let message = format!("`{key}` stands without `amount`");
                scope.reader.error(Code::MissingKey, node.span, message, "say what is to be paid");
                return None;
            }
        }
        return Some(None);
    };
    let amount = money(scope, node, "`amount`")?;
    let per = match fields.get("per") {
        Some(node) => Some(clause::count(scope, node, "per")?),
        None => None,
    };
    let cap = match fields.get("cap") {
        Some(node) => Some(money(scope, node, "`cap`")?),
        None => None,
    };
    Some(Some(Sum { amount, per, cap }))
}

fn money(scope: &mut Scope<'_, '_>, node: &Node, what: &str) -> Option<Expr> {
    let (expr, ty) = scope.value(node, &Allowed::default())?;
    if ty != Type::Number(Dimension::of(Base::Money)) {
        let message = format!("{what} is money, found {ty}");
        scope.reader.error(Code::UnitMismatch, node.span, message, "write 元, or a part of 拟罚款: `3% * 拟罚款`");
        return None;
    }
    Some(expr)
}

/// The values a row computes.
fn values(row: &DutyRow) -> Vec<&Expr> {
    let deadline = row.deadline.iter().flat_map(TimeLimit::reads);
    let sum = row.sum.iter().flat_map(|s| std::iter::once(&s.amount).chain(&s.per).chain(&s.cap));
    deadline.chain(sum).gather()
}

/// Whether a condition or a value looks at what is intended for a target, through definitions and factors.
fn reads_filled(scope: &Scope<'_, '_>, conds: &[&Cond], values: &[&Expr]) -> bool {
    let atoms = &scope.atoms;
    let start = |visit: &mut dyn FnMut(&Expr)| {
        conds.iter().for_each(|cond| walk::cond(cond, atoms, visit));
        values.iter().for_each(|value| walk::expr(value, atoms, visit));
    };
    let facts = reached(&scope.defines, &scope.factors, atoms, &start).facts;
    facts.iter().any(|id| scope.facts.get(*id).is_some_and(|f| f.filled))
}
