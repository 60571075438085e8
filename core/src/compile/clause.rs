//! Penalty clauses: sanctions, branches, choices, orders.

use std::sync::Arc;

use super::keys;
use super::quantity::{dimension, quantity_like};
use super::reader::{Fields, head_of};
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Cond, Expr, Id as _, Phrases, RangeExpr, Table, Type, in_unit};
use crate::ruleset::{
    Branch, BranchId, Choice, ChoiceId, Clause, Effect, Order, OrderId, Quantity, QuantityRow, Sanction, SanctionId,
    Texts,
};
use crate::source::Span;
use crate::syntax::{Node, NodeKind, one_of};
use crate::value::{Base, Dimension, Rational};
use crate::vocabulary::{Force, Pick, SanctionKind, Target};

/// A clause, inline or of `clauses`.
pub(super) fn clause(scope: &mut Scope<'_, '_>, node: &Node, effects: &[Effect]) -> Option<Clause> {
    let fields = scope.reader.object(node, &keys::CLAUSE)?;
    let basis = scope.basis(fields)?;
    let mut reading = ClauseReading {
        phrases: scope.phrases_of(&basis),
        basis: basis.clone(),
        target: target(scope, fields).unwrap_or(Target::Unit),
        branch: None,
        sanctions: Table::EMPTY,
        orders: Table::EMPTY,
        choices: Table::EMPTY,
        chosen: Vec::new(),
    };
    reading.part(scope, fields);
    let mut branches: Table<BranchId, Branch> = Table::EMPTY;
    for node in scope.reader.list_of(fields, "branches") {
        let Some(branch) = scope.reader.object(node, &keys::BRANCH) else { continue };
        let read = read_branch(scope, branch, &branches);
        let outer = (reading.basis.clone(), reading.target, reading.phrases.clone());
        if let Some(own) = read.as_ref().and_then(|b| b.basis.clone()) {
            reading.phrases = scope.phrases_of(&own);
            reading.basis = own;
        }
        reading.target = target(scope, branch).unwrap_or(reading.target);
        // The sanctions of a branch that could not be read belong to none.
        reading.branch = Some(read.map_or(BranchId::from_position(u32::MAX), |read| branches.push(read)));
        reading.part(scope, branch);
        (reading.basis, reading.target, reading.phrases) = outer;
    }
    check_choices(scope, &reading);
    Some(Clause {
        id: scope.reader.text_of(fields, "id"),
        basis,
        orders: reading.orders,
        sanctions: reading.sanctions,
        choices: reading.choices,
        branches,
        circumstances: super::circumstance::circumstances(scope, fields, effects),
        marks: scope.reader.marks(fields),
        span: node.span,
    })
}

fn read_branch(scope: &mut Scope<'_, '_>, fields: Fields<'_>, before: &Table<BranchId, Branch>) -> Option<Branch> {
    let id = scope.reader.name_of(fields, "id")?;
    scope.broken.add(id.clone());
    if before.iter().any(|b| b.id == id) {
        let message = format!("two branches are called `{id}`");
        scope.reader.error(Code::DuplicateName, fields.node.span, message, "give each its own name");
    }
    let when = fields.get("when");
    let when = when.map(|node| scope.condition(node, &Allowed::default()).unwrap_or(Cond::Const(false)));
    let instead_of = match fields.get("instead_of") {
        None => None,
        Some(node) => {
            let name = scope.reader.name_of(fields, "instead_of")?;
            let found = before.id_where(|b| b.id == name);
            if found.is_none() && !scope.broken.contains(&name) {
                let help = "name a branch that stands before this one";
                scope.reader.error(Code::UnknownBranch, node.span, format!("there is no branch `{name}`"), help);
            }
            if when.is_none() {
                let message = "a branch that stands instead of another needs `when`";
                scope.reader.error(Code::MissingKey, node.span, message, "say when it takes the other's place");
            }
            found
        }
    };
    scope.broken.remove(&id);
    Some(Branch {
        id,
        when,
        instead_of,
        basis: scope.basis(fields),
        marks: scope.reader.marks(fields),
        span: head_of(fields.node),
    })
}

fn target(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Target> {
    scope.reader.word(fields, "target", Target::WORDS, Target::parse)
}

/// Every sanction a choice names must be there.
fn check_choices(scope: &mut Scope<'_, '_>, reading: &ClauseReading) {
    for (id, span) in &reading.chosen {
        if scope.broken.contains(id) || reading.sanctions.iter().any(|s| s.id == *id) {
            continue;
        }
        let message = format!("a choice names the sanction `{id}`, which the clause does not have");
        let known = reading.sanctions.iter().map(|s| &*s.id);
        let help = one_of(id, known, "it has", "the clause has no sanctions");
        scope.reader.error(Code::UnknownSanction, *span, message, help);
    }
}

/// What a clause or a branch has in common while it is read.
struct ClauseReading {
    phrases: Phrases,
    basis: Arc<str>,
    target: Target,
    branch: Option<BranchId>,
    sanctions: Table<SanctionId, Sanction>,
    orders: Table<OrderId, Order>,
    choices: Table<ChoiceId, Choice>,
    /// The sanctions that choices name, with their places.
    chosen: Vec<(Arc<str>, Span)>,
}

impl ClauseReading {
    fn part(&mut self, scope: &mut Scope<'_, '_>, fields: Fields<'_>) {
        for node in scope.reader.list_of(fields, "orders") {
            if let Some(order) = self.order(scope, node) {
                self.orders.push(order);
            }
        }
        for node in scope.reader.list_of(fields, "sanctions") {
            let Some(sanction) = self.sanction(scope, node) else {
                if let Some(id) = node.get("id").and_then(Node::as_str) {
                    scope.broken.add(id.into());
                }
                continue;
            };
            let twice = self.sanctions.iter().any(|s| {
                s.id == sanction.id
                    && s.target == sanction.target
                    && (s.branch.is_none() || s.branch == sanction.branch)
            });
            if twice {
                let message = format!("the sanction `{}` stands twice for one target", sanction.id);
                scope.reader.error(Code::DuplicateName, sanction.span, message, "give each its own id");
            }
            self.sanctions.push(sanction);
        }
        for node in scope.reader.list_of(fields, "choices") {
            let Some(choice) = scope.reader.object(node, &keys::CHOICE) else { continue };
            let pick = scope.reader.word(choice, "pick", Pick::WORDS, Pick::parse);
            let mut of = Vec::new();
            for group in scope.reader.list_of(choice, "of") {
                let mut ids = Vec::new();
                for node in scope.reader.list(group) {
                    let Some(id) = scope.reader.text(node) else { continue };
                    let id = scope.reader.name(id, node.span);
                    self.chosen.push((id.clone(), node.span));
                    ids.push(id);
                }
                of.push(ids);
            }
            if let Some(pick) = pick {
                self.choices.push(Choice { pick, of, branch: self.branch });
            }
        }
    }

    fn order(&self, scope: &mut Scope<'_, '_>, node: &Node) -> Option<Order> {
        if let NodeKind::Scalar { text, .. } = &node.kind {
            return Some(Order {
                id: text.as_str().into(),
                when: None,
                basis: self.basis.clone(),
                branch: self.branch,
            });
        }
        let fields = scope.reader.object(node, &keys::ORDER)?;
        let when = match fields.get("when") {
            Some(when) => Some(scope.condition(when, &Allowed::default())?),
            None => None,
        };
        let basis = scope.basis(fields).unwrap_or_else(|| self.basis.clone());
        Some(Order { id: scope.reader.text_of(fields, "id")?, when, basis, branch: self.branch })
    }

    fn sanction(&self, scope: &mut Scope<'_, '_>, node: &Node) -> Option<Sanction> {
        let none = Allowed::default();
        let fields = scope.reader.object(node, &keys::SANCTION)?;
        let id = scope.reader.name_of(fields, "id")?;
        let kind = scope.reader.word(fields, "kind", SanctionKind::WORDS, SanctionKind::parse)?;
        let must = scope.reader.word(fields, "mode", Force::WORDS, Force::parse).map(|force| force == Force::Must);
        let own_basis = scope.basis(fields);
        let phrases = own_basis.as_ref().map_or_else(|| self.phrases.clone(), |b| scope.phrases_of(b));
        let quantity = self.quantity(scope, fields, &phrases)?;
        if kind == SanctionKind::Fine {
            fines_are_money(scope, &quantity)?;
        }
        let dimension = dimension(&quantity);
        let per = self.plain_number(scope, fields, "per")?;
        let mut results = [None, None, None];
        for (key, result) in ["cap", "floor", "default"].into_iter().zip(results.iter_mut()) {
            *result = quantity_like(scope, fields, key, &dimension, "sanction", &none)?;
        }
        let [cap, floor, default] = results;
        let when = match fields.get("when") {
            Some(when) => Some(scope.condition(when, &none)?),
            None => None,
        };
        Some(Sanction {
            id,
            kind,
            target: target(scope, fields).unwrap_or(self.target),
            must: must.unwrap_or(true),
            branch: self.branch,
            when,
            basis: own_basis.unwrap_or_else(|| self.basis.clone()),
            authority: texts(scope, fields, "authority"),
            quantity,
            per,
            cap,
            floor,
            default,
            marks: scope.reader.marks(fields),
            span: head_of(node),
        })
    }

    fn quantity(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>, phrases: &Phrases) -> Option<Quantity> {
        let ways = ["rows", "range", "amount"].into_iter().filter(|key| fields.get(key).is_some()).count();
        if ways > 1 {
            let message = "a sanction has `rows`, or `range`, or `amount`, not several";
            scope.reader.error(Code::WrongShape, head_of(fields.node), message, "keep one of them");
            return None;
        }
        let nodes = scope.reader.list_of(fields, "rows");
        if nodes.is_empty() {
            return match self.quantity_row(scope, fields, phrases, None, 1)? {
                Some(row) => Some(Quantity::Rows(vec![row])),
                None => Some(Quantity::None),
            };
        }
        let mut rows: Vec<QuantityRow> = Vec::new();
        for (node, number) in nodes.iter().zip(1usize..) {
            let row = scope.reader.object(node, &keys::QUANTITY_ROW)?;
            let when = scope.when(row, &Allowed::default())?;
            let phrases = scope.basis(row).map_or_else(|| phrases.clone(), |b| scope.phrases_of(&b));
            let Some(read) = self.quantity_row(scope, row, &phrases, Some(when), number)? else {
                scope.reader.error(Code::MissingKey, head_of(node), "a row needs `range` or `amount`", "");
                return None;
            };
            if let Some(first) = rows.first()
                && result_dimension(first) != result_dimension(&read)
            {
                let message = "the rows of a sanction are in different units";
                scope.reader.error(Code::UnitMismatch, read.span, message, "all rows give the same kind of quantity");
            }
            rows.push(read);
        }
        Some(Quantity::Rows(rows))
    }

    /// `Some(None)`: no quantity is written; `None`: it is wrong and was reported.
    fn quantity_row(
        &self,
        scope: &mut Scope<'_, '_>,
        fields: Fields<'_>,
        phrases: &Phrases,
        when: Option<Cond>,
        number: usize,
    ) -> Option<Option<QuantityRow>> {
        let none = Allowed::default();
        let range = match (fields.get("range"), fields.get("amount")) {
            (None, None) => return Some(None),
            (Some(_), Some(amount)) => {
                let message = "a row has `range` or `amount`, not both";
                scope.reader.error(Code::WrongShape, amount.span, message, "keep one of them");
                return None;
            }
            (Some(range), None) => scope.statutory_range(range, phrases)?,
            (None, Some(amount)) => {
                let (expr, ty) = scope.value(amount, &none)?;
                scope.point(amount, expr, &ty)?
            }
        };
        let (mut of, mut of_text) = (None, Arc::from(""));
        if let Some(node) = fields.get("of") {
            let (expr, ty) = scope.value(node, &none)?;
            if !range.dimension.is_none() {
                let message = format!("a range in {} cannot be a multiple of a base", range.dimension);
                scope.reader.error(Code::UnitMismatch, range.span, message, "write the multiple in 倍 or %");
                return None;
            }
            let Type::Number(dimension) = ty else {
                scope.reader.error(Code::TypeMismatch, node.span, format!("the base is {ty}, not a quantity"), "");
                return None;
            };
            of_text = node.as_str().unwrap_or("").into();
            of = Some((expr, dimension));
        }
        if let (None, Some(word)) = (&of, multiple(scope.reader.source.slice(range.span)))
            && range.dimension.is_none()
        {
            let message = format!("a range in {word} needs `of`");
            scope.reader.error(Code::MissingKey, range.span, message, "name the base, such as `of: 违法所得`");
            return None;
        }
        let floor_of_base = match (fields.get("floor_of_base"), &of) {
            (Some(node), Some((_, dimension))) => {
                quantity_like(scope, fields, "floor_of_base", &Some(dimension.clone()), "base", &none).map(|_| ())?;
                scope.value(node, &none).map(|(e, _)| e)
            }
            (Some(node), None) => {
                scope.reader.error(Code::MissingKey, node.span, "`floor_of_base` needs `of`", "name the base");
                return None;
            }
            (None, _) => None,
        };
        let (of, dimension) = match of {
            Some((expr, dimension)) => (Some(expr), dimension),
            None => (None, range.dimension.clone()),
        };
        Some(Some(QuantityRow {
            id: scope
                .reader
                .text_of(fields, "id")
                .filter(|_| when.is_some())
                .unwrap_or_else(|| number.to_string().into()),
            when,
            range: RangeExpr { dimension: if of.is_some() { dimension } else { range.dimension.clone() }, ..range },
            of,
            of_text,
            floor_of_base,
            basis: if fields.object.name == keys::QUANTITY_ROW.name { scope.unchecked_basis(fields) } else { None },
            span: head_of(fields.node),
        }))
    }

    fn plain_number(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Option<Option<Expr>> {
        let Some(node) = fields.get(key) else { return Some(None) };
        count(scope, node, key).map(Some)
    }
}

/// A count that something is multiplied by.
pub(super) fn count(scope: &mut Scope<'_, '_>, node: &Node, key: &str) -> Option<Expr> {
    let (expr, ty) = scope.value(node, &Allowed::default())?;
    if !matches!(ty, Type::Number(_)) {
        scope.reader.error(Code::TypeMismatch, node.span, format!("`{key}` is {ty}, not a number"), "");
        return None;
    }
    // The count is taken in the unit the fact is given in: 1000元 per 平方米, 500元 per 吨.
    let scale = scope.unit_scale(&expr);
    Some(if scale == Rational::ONE {
        expr
    } else {
        Expr::Arithmetic(crate::expr::Operator::Divide, Box::new([expr, Expr::Number(scale)]))
    })
}

impl Scope<'_, '_> {
    fn unit_scale(&self, expr: &Expr) -> Rational {
        match expr {
            Expr::Fact(id) => self.facts.get(*id).and_then(|f| f.unit.as_ref()).map_or(Rational::ONE, |u| u.scale),
            _ => Rational::ONE,
        }
    }
}

/// The word that makes a written range a multiple of something.
fn multiple(written: &str) -> Option<&'static str> {
    ["倍", "%", "‰", "分之"].into_iter().find(|word| written.contains(word)).map(|word| match word {
        "分之" => "%",
        other => other,
    })
}

/// A fine is money, whether written so or as a multiple of money.
fn fines_are_money(scope: &mut Scope<'_, '_>, quantity: &Quantity) -> Option<()> {
    let money = Dimension::of(Base::Money);
    // Rows that differ among themselves are reported as such.
    let first = quantity.rows().first().filter(|row| *result_dimension(row) != money);
    let Some(row) = first else { return Some(()) };
    let message = format!("a fine is an amount of money, found {}", in_unit(result_dimension(row)));
    let help = match (&row.of, row.range.lo.as_ref().or(row.range.hi.as_ref())) {
        (None, Some(Expr::Number(n))) if row.range.dimension.is_none() => {
            format!("write the unit with the number, such as `{n}元`")
        }
        (Some(_), _) => "the base of a multiple must be an amount of money".to_owned(),
        _ => "write the amount in 元".to_owned(),
    };
    scope.reader.error(Code::UnitMismatch, row.range.span, message, help);
    None
}

/// The dimension a row's result has: that of the base where there is one.
fn result_dimension(row: &QuantityRow) -> &Dimension {
    &row.range.dimension
}

pub(super) fn texts(scope: &mut Scope<'_, '_>, fields: Fields<'_>, key: &str) -> Option<Texts> {
    let node = fields.get(key)?;
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(Texts { rows: vec![(Cond::Const(true), text.as_str().into())] }),
        _ => {
            let mut rows = Vec::new();
            for row in scope.reader.list(node) {
                let row = scope.reader.object(row, &keys::VALUE_ROW)?;
                let when = scope.when(row, &Allowed::default())?;
                rows.push((when, scope.reader.text_of(row, "is")?));
            }
            Some(Texts { rows })
        }
    }
}
