//! Syntax tree → checked expression: names resolved, units and types checked, every problem reported.

use std::sync::Arc;

use super::ast::{Ast, AstKind, AstRange, Operator};
use super::calls;
use super::ids::AtomId;
use super::ids::{DefineId, FactId, FactorId};
use super::ir::{Cond, Expr, RangeExpr, Special, Test, Within};
use super::types::{LevelSet, Levels, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::value::{Base, Comparison, Dimension, Interval, Rational, Truth, Unit};

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Symbol {
    /// A fact, with the values it may have when it is a number.
    Fact(FactId, Type, Interval),
    /// A definition.
    Define(DefineId, Type),
    /// A factor with conditional levels.
    Factor(FactorId, Arc<Levels>),
    /// Declared, but its declaration is wrong and already reported.
    Broken,
}

/// What a checker needs of the ruleset around it.
pub trait Names {
    /// What a name stands for; a definition may be checked on the way.
    fn resolve(&mut self, name: &str) -> Option<Symbol>;
    /// The most similar declared name.
    fn suggest(&self, name: &str) -> Option<String>;
    /// The id of an atom; equal tests have one id.
    fn atom(&mut self, test: Test, span: Span, text: &str) -> AtomId;
    /// Reports a problem.
    fn report(&mut self, diagnostic: Diagnostic);
}

/// Which names beside the declared ones an expression may use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Allowed {
    /// `statute.*`, in this dimension.
    pub statute: Option<Dimension>,
    /// `tier.*`
    pub tier: bool,
    /// `score` and `weight`
    pub score: bool,
}

/// Where the text of an expression stands in its file.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The whole scalar.
    pub whole: Span,
    /// The offset of the text's first byte, when the text stands there letter by letter.
    pub base: Option<u32>,
}

impl Place {
    /// A span of the expression's text as a span of the file.
    pub fn span(self, local: Span) -> Span {
        match self.base {
            Some(base) => Span::new(base.saturating_add(local.start), base.saturating_add(local.end)),
            None => self.whole,
        }
    }
}

/// Checks the expressions of one scalar.
pub struct Checker<'a> {
    pub(super) names: &'a mut dyn Names,
    pub(super) text: &'a str,
    pub(super) place: Place,
    pub(super) allowed: Allowed,
    /// The element type inside `where`.
    pub(super) element: Option<Type>,
}

/// A checked value with its type.
pub type Typed = (Expr, Type);

impl<'a> Checker<'a> {
    /// A checker for the text of one scalar.
    pub fn new(names: &'a mut dyn Names, text: &'a str, place: Place, allowed: Allowed) -> Self {
        Self { names, text, place, allowed, element: None }
    }

    pub(super) fn error(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::error(code, self.place.span(span), message);
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.names.report(diagnostic);
    }

    fn warn(&mut self, code: Code, span: Span, message: String, help: &str) {
        self.names.report(Diagnostic::warning(code, self.place.span(span), message).help(help));
    }

    pub(super) fn written(&self, span: Span) -> &'a str {
        let (start, end) = (usize::try_from(span.start).unwrap_or(0), usize::try_from(span.end).unwrap_or(0));
        self.text.get(start..end).unwrap_or(self.text)
    }

    /// Checks a condition.
    pub fn cond(&mut self, ast: &Ast) -> Option<Cond> {
        match &ast.kind {
            AstKind::Bool(value) => Some(Cond::Const(*value)),
            AstKind::And(parts) => self.conds(parts).map(Cond::All),
            AstKind::Or(parts) => self.conds(parts).map(Cond::Any),
            AstKind::Not(inner) => self.cond(inner).map(|c| Cond::Not(Box::new(c))),
            AstKind::Compare(first, rest) => self.comparison(first, rest),
            AstKind::In { subject, members, negated } => {
                let inside = self.membership(ast, subject, members)?;
                Some(if *negated { Cond::Not(Box::new(inside)) } else { inside })
            }
            AstKind::Within { date, length, anchor_in, anchor } => self.within(ast, date, length, *anchor_in, anchor),
            AstKind::Call { name, arguments, .. } if matches!(name.as_str(), "无法查明" | "any" | "all") => {
                calls::condition(self, ast, name, arguments)
            }
            AstKind::Path(owner, member) if owner == "statute" && member == "has_min" => {
                self.special(ast, owner, member)?;
                Some(self.test(Test::HasMinimum, ast.span))
            }
            _ => {
                let (expr, ty) = self.value(ast)?;
                if ty != Type::Truth {
                    let help = match &ty {
                        Type::Levels(levels) => levels
                            .names
                            .first()
                            .map(|n| format!("compare it with a level, such as `{} = {n}`", self.written(ast.span))),
                        _ => Some("a condition compares, such as `a < b`, or is a yes-no fact".into()),
                    };
                    let message = format!("`{}` is {ty}, not a condition", self.written(ast.span));
                    self.error(Code::TypeMismatch, ast.span, message, help);
                    return None;
                }
                Some(match expr {
                    Expr::Truth(cond) => *cond,
                    other => self.test(Test::Is(other), ast.span),
                })
            }
        }
    }

    fn conds(&mut self, parts: &[Ast]) -> Option<Vec<Cond>> {
        // All parts are checked before giving up, so that all problems are reported.
        let checked: Vec<Option<Cond>> = parts.iter().map(|p| self.cond(p)).collect();
        checked.into_iter().collect()
    }

    /// An atom, unless the test depends on the element or the sanction at hand.
    pub(super) fn test(&mut self, test: Test, span: Span) -> Cond {
        if self.element.is_some() || self.allowed.statute.is_some() {
            return Cond::Local(Box::new(test));
        }
        let text = self.written(span).to_owned();
        Cond::Atom(self.names.atom(test, self.place.span(span), &text))
    }

    fn comparison(&mut self, first: &Ast, rest: &[(Comparison, Ast)]) -> Option<Cond> {
        let mut parts = Vec::new();
        let mut left = first;
        let mut failed = false;
        for (op, right) in rest {
            match self.one_comparison(*op, left, right) {
                Some(cond) => parts.push(cond),
                None => failed = true,
            }
            left = right;
        }
        if failed {
            return None;
        }
        Some(if parts.len() == 1 { parts.pop()? } else { Cond::All(parts) })
    }

    fn one_comparison(&mut self, op: Comparison, left: &Ast, right: &Ast) -> Option<Cond> {
        let span = left.span.to(right.span);
        // A bare word may be a level of the other side: look at the side that is surely a value first.
        if let Some(name) = self.level_word(right) {
            return self.level_comparison(op, left, &name, right.span, span);
        }
        if let Some(name) = self.level_word(left) {
            return self.level_comparison(op.flip(), right, &name, left.span, span);
        }
        let (a, b) = (self.value(left), self.value(right));
        let ((a, a_type), (b, b_type)) = (a?, b?);
        match (&a_type, &b_type) {
            (Type::Number(x), Type::Number(y)) if x == y => self.numbers(op, (a, left), (b, right), span),
            (Type::Number(x), Type::Number(y)) => {
                let help = unit_help(x, y);
                self.error(Code::UnitMismatch, span, format!("`{}` compares {x} with {y}", self.written(span)), help);
                None
            }
            (Type::Date, Type::Date) => self.numbers(op, (a, left), (b, right), span),
            (Type::Text, Type::Text) if matches!(op, Comparison::Eq | Comparison::Ne) => {
                let test = match (a, b) {
                    (Expr::Text(t), other) | (other, Expr::Text(t)) => Test::Text(other, vec![t]),
                    (a, b) => Test::SameText(Box::new([a, b])),
                };
                let cond = self.test(test, span);
                Some(if op == Comparison::Ne { Cond::Not(Box::new(cond)) } else { cond })
            }
            (Type::Truth, _) | (_, Type::Truth) => {
                let message = format!("`{}` compares a condition", self.written(span));
                self.error(Code::TypeMismatch, span, message, Some("write the condition itself, or `not` before it".into()));
                None
            }
            _ => {
                let message = format!("`{}` compares {a_type} with {b_type}", self.written(span));
                self.error(Code::TypeMismatch, span, message, None);
                None
            }
        }
    }

    fn numbers(&mut self, op: Comparison, left: (Expr, &Ast), right: (Expr, &Ast), span: Span) -> Option<Cond> {
        let ((left, left_ast), (right, right_ast)) = (left, right);
        let answer = match (&left, &right) {
            (Expr::Number(a), Expr::Number(b)) => Truth::from(op.holds(a.cmp(b))),
            (Expr::Fact(_), Expr::Number(n)) => self.domain(left_ast).compare(op, Interval::point(*n)),
            (Expr::Number(n), Expr::Fact(_)) => Interval::point(*n).compare(op, self.domain(right_ast)),
            _ => Truth::Unknown,
        };
        if answer != Truth::Unknown {
            let (code, word) =
                if answer == Truth::True { (Code::AlwaysTrue, "true") } else { (Code::AlwaysFalse, "false") };
            let message = format!("`{}` is always {word}", self.written(span));
            self.warn(code, span, message, "drop the comparison, or mend the number or the declared `min` and `max`");
        }
        // The constant stands on the right, so that equal tests written both ways are one atom.
        let test = match (left, right) {
            (Expr::Number(n), other) => Test::Compare(op.flip().into(), Box::new([other, Expr::Number(n)])),
            (a, b) => Test::Compare(op.into(), Box::new([a, b])),
        };
        Some(self.test(test, span))
    }

    fn domain(&mut self, ast: &Ast) -> Interval {
        match &ast.kind {
            AstKind::Name(name) => match self.names.resolve(name) {
                Some(Symbol::Fact(_, _, domain)) => domain,
                _ => Interval::ALL,
            },
            _ => Interval::ALL,
        }
    }

    /// The word, when this can only be the name of a level or a text.
    fn level_word(&mut self, ast: &Ast) -> Option<String> {
        match &ast.kind {
            AstKind::Text(text) => Some(text.clone()),
            AstKind::Name(name) if self.field(name).is_none() && self.names.resolve(name).is_none() => Some(name.clone()),
            _ => None,
        }
    }

    fn level_comparison(&mut self, op: Comparison, of: &Ast, word: &str, word_span: Span, span: Span) -> Option<Cond> {
        if self.level_word(of).is_some() {
            // Neither side is a declared name; the plain look-up reports both.
            let (a, b) = (self.value(of), self.unknown_name(word, word_span));
            return a.and(b).map(|_: Typed| Cond::Const(false));
        }
        let (expr, ty) = self.value(of)?;
        match ty {
            Type::Levels(levels) => {
                let Some(position) = levels.position(word) else {
                    self.not_a_level(word, word_span, &levels, self.written(of.span));
                    return None;
                };
                if !levels.ordered && !matches!(op, Comparison::Eq | Comparison::Ne) {
                    let message = format!("the choices of `{}` have no order", self.written(of.span));
                    let help = "use `=` or `in`, or declare the fact as a `level`";
                    self.error(Code::TypeMismatch, span, message, Some(help.into()));
                    return None;
                }
                let wanted = (0..levels.names.len())
                    .filter(|i| op.holds(i.cmp(&position)))
                    .fold(LevelSet::EMPTY, LevelSet::with);
                Some(self.test(Test::Levels(expr, wanted), span))
            }
            Type::Text if matches!(op, Comparison::Eq | Comparison::Ne) && self.written(word_span).starts_with(['\'', '‘', '"']) => {
                let cond = self.test(Test::Text(expr, vec![word.into()]), span);
                Some(if op == Comparison::Ne { Cond::Not(Box::new(cond)) } else { cond })
            }
            _ if !self.written(word_span).starts_with(['\'', '‘', '"']) => {
                self.unknown_name(word, word_span);
                None
            }
            other => {
                let message = format!("`{}` compares {other} with text", self.written(span));
                self.error(Code::TypeMismatch, span, message, None);
                None
            }
        }
    }

    fn not_a_level(&mut self, word: &str, span: Span, levels: &Levels, of: &str) {
        let known = levels.names.iter().map(|n| &**n);
        let help = crate::syntax::suggest(word, known.clone())
            .map(|s| format!("did you mean `{s}`?"))
            .unwrap_or_else(|| format!("it has {}", known.collect::<Vec<_>>().join("、")));
        self.error(Code::UnknownName, span, format!("`{of}` has no level `{word}`"), Some(help));
    }

    fn membership(&mut self, ast: &Ast, subject: &Ast, members: &[Ast]) -> Option<Cond> {
        let (expr, ty) = self.value(subject)?;
        match ty {
            Type::Levels(levels) => {
                let mut wanted = LevelSet::EMPTY;
                for member in members {
                    let word = match &member.kind {
                        AstKind::Name(word) | AstKind::Text(word) => word.clone(),
                        _ => self.written(member.span).to_owned(),
                    };
                    match levels.position(&word) {
                        Some(position) => wanted = wanted.with(position),
                        None => {
                            self.not_a_level(&word, member.span, &levels, self.written(subject.span));
                            return None;
                        }
                    }
                }
                Some(self.test(Test::Levels(expr, wanted), ast.span))
            }
            Type::Text => {
                let mut set: Vec<Arc<str>> = Vec::new();
                for member in members {
                    match &member.kind {
                        AstKind::Text(word) => set.push(word.as_str().into()),
                        _ => {
                            let message = format!("`{}` is not text", self.written(member.span));
                            self.error(Code::TypeMismatch, member.span, message, Some("write text as '文字'".into()));
                            return None;
                        }
                    }
                }
                Some(self.test(Test::Text(expr, set), ast.span))
            }
            Type::Number(_) | Type::Date => {
                let parts = members.iter().map(|m| self.one_comparison(Comparison::Eq, subject, m)).collect::<Vec<_>>();
                parts.into_iter().collect::<Option<Vec<_>>>().map(Cond::Any)
            }
            other => {
                self.error(Code::TypeMismatch, subject.span, format!("`in` cannot look into {other}"), None);
                None
            }
        }
    }

    fn within(&mut self, ast: &Ast, date: &Ast, length: &Ast, anchor_in: bool, anchor: &Ast) -> Option<Cond> {
        let (date_expr, length_expr, anchor_expr) = (self.value(date), self.value(length), self.value(anchor));
        let ((date_expr, date_type), (length_expr, length_type), (anchor_expr, anchor_type)) =
            (date_expr?, length_expr?, anchor_expr?);
        for (ty, part) in [(&date_type, date), (&anchor_type, anchor)] {
            if *ty != Type::Date {
                let message = format!("`{}` is {ty}, not a date", self.written(part.span));
                self.error(Code::TypeMismatch, part.span, message, None);
                return None;
            }
        }
        let months = self.length(&length_type, length)?;
        let within =
            Within { date: date_expr, months, length: length_expr, anchor_in, anchor: anchor_expr };
        Some(self.test(Test::Within(Box::new(within)), ast.span))
    }

    /// Whether a length is in months (or else in days).
    pub(super) fn length(&mut self, ty: &Type, ast: &Ast) -> Option<bool> {
        match ty {
            Type::Number(d) if *d == Dimension::of(Base::Month) => Some(true),
            Type::Number(d) if *d == Dimension::of(Base::Day) => Some(false),
            _ => {
                let message = format!("`{}` is {ty}, not a length of time", self.written(ast.span));
                self.error(Code::TypeMismatch, ast.span, message, Some("write `2年`, `6月` or `30日`".into()));
                None
            }
        }
    }

    /// Checks a value.
    pub fn value(&mut self, ast: &Ast) -> Option<Typed> {
        match &ast.kind {
            AstKind::Number { value, unit } => {
                let Some(unit) = unit else { return Some((Expr::Number(*value), Type::Number(Dimension::none()))) };
                let unit = Unit::parse(unit);
                match value.mul(unit.scale) {
                    Ok(scaled) => Some((Expr::Number(scaled), Type::Number(unit.dimension))),
                    Err(_) => {
                        self.error(Code::BadNumber, ast.span, "the number is too large".into(), None);
                        None
                    }
                }
            }
            AstKind::Date(date) => Some((Expr::Number(Rational::int(date.day_number())), Type::Date)),
            AstKind::Text(text) => Some((Expr::Text(text.as_str().into()), Type::Text)),
            AstKind::Name(name) => self.name(name, ast.span),
            AstKind::Path(owner, member) => self.special(ast, owner, member),
            AstKind::Negate(inner) => {
                let (expr, ty) = self.value(inner)?;
                self.numeric(&ty, inner.span)?;
                Some(match expr {
                    Expr::Number(n) => (Expr::Number(n.neg()), ty),
                    other => (Expr::Negate(Box::new(other)), ty),
                })
            }
            AstKind::Arithmetic(op, left, right) => self.arithmetic(*op, left, right, ast.span),
            AstKind::Call { name, name_span, arguments, rounding, to } => {
                calls::value(self, ast, calls::Call { name, name_span: *name_span, arguments, rounding: *rounding, to: to.as_deref() })
            }
            AstKind::Where(list, condition) => {
                let (list_expr, ty) = self.value(list)?;
                let Type::List(element) = &ty else {
                    let message = format!("`{}` is {ty}, not a list", self.written(list.span));
                    self.error(Code::TypeMismatch, list.span, message, None);
                    return None;
                };
                let outer = self.element.replace((**element).clone());
                let cond = self.cond(condition);
                self.element = outer;
                Some((Expr::Where(Box::new(list_expr), Box::new(cond?)), ty))
            }
            AstKind::Bool(_)
            | AstKind::Compare(..)
            | AstKind::In { .. }
            | AstKind::And(_)
            | AstKind::Or(_)
            | AstKind::Not(_)
            | AstKind::Within { .. } => {
                let cond = self.cond(ast)?;
                Some((Expr::Truth(Box::new(cond)), Type::Truth))
            }
        }
    }

    fn field(&self, name: &str) -> Option<(usize, Type)> {
        match &self.element {
            Some(Type::Record(fields)) => fields
                .iter()
                .enumerate()
                .find(|(_, (n, _))| &**n == name)
                .map(|(i, (_, ty))| (i, ty.clone())),
            _ => None,
        }
    }

    fn name(&mut self, name: &str, span: Span) -> Option<Typed> {
        if let Some((position, ty)) = self.field(name) {
            return Some((Expr::Field(position), ty));
        }
        if name == "it" && let Some(element) = &self.element {
            return Some((Expr::It, element.clone()));
        }
        if name == "score" {
            if self.allowed.score {
                return Some((Expr::Special(Special::Score), Type::Number(Dimension::none())));
            }
            self.misplaced("score", span);
            return None;
        }
        match self.names.resolve(name) {
            Some(Symbol::Fact(id, ty, _)) => Some((Expr::Fact(id), ty)),
            Some(Symbol::Define(id, ty)) => Some((Expr::Define(id), ty)),
            Some(Symbol::Factor(id, levels)) => Some((Expr::Factor(id), Type::Levels(levels))),
            Some(Symbol::Broken) => None,
            None => self.unknown_name(name, span),
        }
    }

    fn unknown_name(&mut self, name: &str, span: Span) -> Option<Typed> {
        let mut candidates: Vec<String> = self.names.suggest(name).into_iter().collect();
        if let Some(Type::Record(fields)) = &self.element
            && let Some(found) = crate::syntax::suggest(name, fields.iter().map(|(n, _)| &**n))
        {
            candidates.insert(0, found.to_owned());
        }
        let help = match candidates.first() {
            Some(found) => format!("did you mean `{found}`?"),
            None => "declare it under `facts`, `define` or `factors`".into(),
        };
        self.error(Code::UnknownName, span, format!("unknown name `{name}`"), Some(help));
        None
    }

    fn misplaced(&mut self, name: &str, span: Span) {
        let help = "`statute.*` stands in narrowings, `tier.*` in positions, `score` where the benchmark has a score";
        self.error(Code::MisplacedName, span, format!("`{name}` has no meaning here"), Some(help.into()));
    }

    fn special(&mut self, ast: &Ast, owner: &str, member: &str) -> Option<Typed> {
        let special = match (owner, member) {
            ("statute", "min") => Some(Special::StatuteMin),
            ("statute", "max") => Some(Special::StatuteMax),
            ("tier", "min") => Some(Special::TierMin),
            ("tier", "max") => Some(Special::TierMax),
            ("statute", "has_min") => None,
            _ => {
                let message = format!("unknown name `{owner}.{member}`");
                let help = "there are `statute.min`, `statute.max`, `statute.has_min`, `tier.min` and `tier.max`";
                self.error(Code::UnknownName, ast.span, message, Some(help.into()));
                return None;
            }
        };
        let Some(dimension) = self.allowed.statute.clone().filter(|_| owner == "statute" || self.allowed.tier) else {
            self.misplaced(&format!("{owner}.{member}"), ast.span);
            return None;
        };
        Some(match special {
            Some(special) => (Expr::Special(special), Type::Number(dimension)),
            None => (Expr::Truth(Box::new(Cond::Local(Box::new(Test::HasMinimum)))), Type::Truth),
        })
    }

    /// The dimension of a number or of the numbers of a list.
    pub(super) fn numeric(&mut self, ty: &Type, span: Span) -> Option<Dimension> {
        match ty {
            Type::Number(d) => Some(d.clone()),
            Type::List(inner) if matches!(**inner, Type::Number(_)) => self.numeric(inner, span),
            _ => {
                let message = format!("`{}` is {ty}, not a number", self.written(span));
                self.error(Code::TypeMismatch, span, message, None);
                None
            }
        }
    }

    fn arithmetic(&mut self, op: Operator, left: &Ast, right: &Ast, span: Span) -> Option<Typed> {
        let (a, b) = (self.value(left), self.value(right));
        let ((a, a_type), (b, b_type)) = (a?, b?);
        if a_type == Type::Date && matches!(op, Operator::Add | Operator::Subtract) {
            if b_type == Type::Date {
                let help = format!("write `days({}，{})`", self.written(right.span), self.written(left.span));
                self.error(Code::TypeMismatch, span, "dates are not added or subtracted".into(), Some(help));
                return None;
            }
            let months = self.length(&b_type, right)?;
            let back = op == Operator::Subtract;
            return Some((Expr::Shift { months, back, of: Box::new([a, b]) }, Type::Date));
        }
        let (x, y) = (self.numeric(&a_type, left.span), self.numeric(&b_type, right.span));
        let (x, y) = (x?, y?);
        let dimension = match op {
            Operator::Add | Operator::Subtract if x != y => {
                let word = if op == Operator::Add { "adds" } else { "subtracts" };
                let message = format!("`{}` {word} {x} and {y}", self.written(span));
                let mut diagnostic = Diagnostic::error(Code::UnitMismatch, self.place.span(span), message)
                    .label(self.place.span(left.span), format!("this is in {x}"))
                    .label(self.place.span(right.span), format!("this is in {y}"));
                if let Some(help) = unit_help(&x, &y) {
                    diagnostic = diagnostic.help(help);
                }
                self.names.report(diagnostic);
                return None;
            }
            Operator::Add | Operator::Subtract => x,
            Operator::Multiply => x.mul(&y),
            Operator::Divide => x.div(&y),
        };
        if op == Operator::Divide && b == Expr::Number(Rational::ZERO) {
            self.error(Code::DivisionByZero, right.span, "the divisor is always zero".into(), None);
            return None;
        }
        let ty = Type::Number(dimension);
        let ty = if matches!(a_type, Type::List(_)) || matches!(b_type, Type::List(_)) {
            if matches!(a_type, Type::List(_)) && matches!(b_type, Type::List(_)) {
                self.error(Code::TypeMismatch, span, "two lists cannot be combined".into(), None);
                return None;
            }
            Type::List(Box::new(ty))
        } else {
            ty
        };
        // Constants are folded here, so that a comparison with `2 * 5万元` is a comparison with a constant.
        if let (Expr::Number(m), Expr::Number(n)) = (&a, &b) {
            let folded = match op {
                Operator::Add => m.add(*n),
                Operator::Subtract => m.sub(*n),
                Operator::Multiply => m.mul(*n),
                Operator::Divide => m.div(*n),
            };
            return match folded {
                Ok(value) => Some((Expr::Number(value), ty)),
                Err(_) => {
                    self.error(Code::BadNumber, span, "the number is too large".into(), None);
                    None
                }
            };
        }
        Some((Expr::Arithmetic(op, Box::new([a, b])), ty))
    }

    /// Checks a range whose ends are numbers of one dimension.
    pub fn range(&mut self, range: &AstRange) -> Option<RangeExpr> {
        let mut ends = Vec::new();
        for end in [&range.lo, &range.hi] {
            ends.push(match end {
                None => Some(None),
                Some(ast) => self.value(ast).and_then(|(expr, ty)| match ty {
                    Type::Number(d) => Some(Some((expr, d, ast.span))),
                    other => {
                        let message = format!("`{}` is {other}, not a quantity", self.written(ast.span));
                        self.error(Code::TypeMismatch, ast.span, message, None);
                        None
                    }
                }),
            });
        }
        let (hi, lo) = (ends.pop()??, ends.pop()??);
        let dimension = match (&lo, &hi) {
            (Some((_, x, _)), Some((_, y, span))) if x != y => {
                let (message, help) = (format!("the range goes from {x} to {y}"), unit_help(x, y));
                self.error(Code::UnitMismatch, *span, message, help);
                return None;
            }
            (Some((_, d, _)), _) | (None, Some((_, d, _))) => d.clone(),
            (None, None) => return None,
        };
        if let (Some((Expr::Number(a), ..)), Some((Expr::Number(b), _, span))) = (&lo, &hi)
            && (a > b || (a == b && (range.lo_open || range.hi_open)))
        {
            let help = Some("the lower end comes first".into());
            self.error(Code::BadRange, *span, "the range is empty: its lower end is not below its upper end".into(), help);
            return None;
        }
        Some(RangeExpr {
            has_min: lo.is_some(),
            lo: lo.map(|(e, ..)| e),
            lo_open: range.lo_open,
            hi: hi.map(|(e, ..)| e),
            hi_open: range.hi_open,
            dimension,
            span: self.place.whole,
        })
    }
}

/// What to do about two dimensions that do not fit.
pub(super) fn unit_help(x: &Dimension, y: &Dimension) -> Option<String> {
    if x.is_none() || y.is_none() {
        let unit = if x.is_none() { y } else { x };
        return Some(format!("write the unit with the number, such as `5{unit}`"));
    }
    let times = [Dimension::of(Base::Day), Dimension::of(Base::Month)];
    (times.contains(x) && times.contains(y)).then(|| "days and months do not convert into each other; 12月 = 1年".into())
}
