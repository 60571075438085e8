//! Syntax tree → checked expression: names resolved, units and types checked, every problem reported.

use std::sync::Arc;

use super::ast::{Ast, AstKind, AstRange, Operator};
use super::calls;
use super::ids::AtomId;
use super::ids::{DefineId, FactId, FactorId};
use super::ir::{Cond, Expr, RangeExpr, Special, Test, Within};
use super::together::together;
use super::types::{Levels, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::gather::Gather as _;
use crate::source::Span;
use crate::value::{Base, Dimension, Interval, Rational, Unit};

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
    /// What to do about a name that is not declared, where there is something to say.
    fn hint(&self, name: &str) -> Option<String>;
    /// The id of an atom; equal tests have one id.
    fn atom(&mut self, test: Test, span: Span, text: &str) -> AtomId;
    /// The test of an atom, and the values its left side may have when it is a number.
    fn test_of(&self, atom: AtomId) -> Option<(&Test, Interval)>;
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
    /// `lighter.count` and the like
    pub counts: bool,
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
    /// Whether the test at hand looks at the sanction at hand.
    pub(super) at_sanction: bool,
    /// The element type inside `where`.
    pub(super) element: Option<Type>,
}

/// A checked value with its type.
pub type Typed = (Expr, Type);

impl<'a> Checker<'a> {
    /// A checker for the text of one scalar.
    pub fn new(names: &'a mut dyn Names, text: &'a str, place: Place, allowed: Allowed) -> Self {
        Self { names, text, place, allowed, element: None, at_sanction: false }
    }

    pub(super) fn error(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::error(code, self.place.span(span), message);
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.names.report(diagnostic);
    }

    /// Reports a condition whose answer does not depend on the facts.
    pub(super) fn settled(&mut self, answer: bool, span: Span, help: &str) {
        let (code, word) = if answer { (Code::AlwaysTrue, "true") } else { (Code::AlwaysFalse, "false") };
        self.warn(code, span, format!("`{}` is always {word}", self.written(span)), help);
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
        let around = std::mem::take(&mut self.at_sanction);
        let found = self.one_cond(ast);
        self.at_sanction |= around;
        found
    }

    fn one_cond(&mut self, ast: &Ast) -> Option<Cond> {
        match &ast.kind {
            AstKind::Bool(value) => Some(Cond::Const(*value)),
            AstKind::And(parts) => self.joined(parts, false, ast.span).map(Cond::All),
            AstKind::Or(parts) => self.joined(parts, true, ast.span).map(Cond::Any),
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
            AstKind::Path(owner, member) if has_end(owner, member).is_some() => {
                self.special(ast, owner, member)?;
                has_end(owner, member).map(|end| self.test(Test::Has(end), ast.span))
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

    fn joined(&mut self, parts: &[Ast], any: bool, span: Span) -> Option<Vec<Cond>> {
        // All parts are checked before giving up, so that all problems are reported.
        let checked: Vec<Option<Cond>> = parts.iter().map(|p| self.cond(p)).gather();
        let parts = checked.into_iter().gather::<Option<Vec<_>>>()?;
        if together(&*self.names, &parts, any) {
            self.settled(any, span, MENDED_TOGETHER);
        }
        Some(parts)
    }

    /// An atom, unless the test depends on the element or the sanction at hand.
    pub(super) fn test(&mut self, test: Test, span: Span) -> Cond {
        if self.element.is_some() || self.at_sanction {
            return Cond::Local(Box::new(test));
        }
        let text = self.written(span).to_owned();
        Cond::Atom(self.names.atom(test, self.place.span(span), &text))
    }

    fn within(&mut self, ast: &Ast, date: &Ast, length: &Ast, anchor_in: bool, anchor: &Ast) -> Option<Cond> {
        let (date, span, anchor) = (self.date(date), self.value(length), self.date(anchor));
        let months = span.as_ref().and_then(|(_, ty)| self.length(ty, length));
        let within = Within { date: date?, months: months?, length: span?.0, anchor_in, anchor: anchor? };
        Some(self.test(Test::Within(Box::new(within)), ast.span))
    }

    /// A value that must be a date.
    pub(super) fn date(&mut self, ast: &Ast) -> Option<Expr> {
        let (expr, ty) = self.value(ast)?;
        if ty == Type::Date {
            return Some(expr);
        }
        let message = format!("`{}` is {ty}, not a date", self.written(ast.span));
        self.error(Code::TypeMismatch, ast.span, message, None);
        None
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
            AstKind::Call { name, name_span, arguments, rounding, to } => calls::value(
                self,
                ast,
                calls::Call { name, name_span: *name_span, arguments, rounding: *rounding, to: to.as_deref() },
            ),
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

    pub(super) fn field(&self, name: &str) -> Option<(usize, Type)> {
        match &self.element {
            Some(Type::Record(fields)) => {
                fields.iter().enumerate().find(|(_, (n, _))| &**n == name).map(|(i, (_, ty))| (i, ty.clone()))
            }
            _ => None,
        }
    }

    fn name(&mut self, name: &str, span: Span) -> Option<Typed> {
        if let Some((position, ty)) = self.field(name) {
            return Some((Expr::Field(position), ty));
        }
        if name == "it"
            && let Some(element) = &self.element
        {
            return Some((Expr::It, element.clone()));
        }
        if name == "score" {
            if self.allowed.score {
                self.at_sanction |= self.allowed.statute.is_some();
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

    pub(super) fn unknown_name(&mut self, name: &str, span: Span) -> Option<Typed> {
        let field = match &self.element {
            Some(Type::Record(fields)) => crate::syntax::suggest(name, fields.iter().map(|(n, _)| &**n)),
            _ => None,
        };
        let help = match field {
            Some(found) => Some(format!("did you mean `{found}`?")),
            None => self.names.hint(name),
        };
        let help = help.unwrap_or_else(|| "declare it under `facts`, `define` or `factors`".into());
        self.error(Code::UnknownName, span, format!("unknown name `{name}`"), Some(help));
        None
    }

    fn misplaced(&mut self, name: &str, span: Span) {
        let help = "`statute.*` stands in narrowings, `tier.*` in positions, `score` where the benchmark has a score, \
                    `lighter.count` in circumstances and effects";
        self.error(Code::MisplacedName, span, format!("`{name}` has no meaning here"), Some(help.into()));
    }

    fn special(&mut self, ast: &Ast, owner: &str, member: &str) -> Option<Typed> {
        let count = match (owner, member) {
            ("lighter", "count") => Some(Special::LighterCount),
            ("mitigated", "count") => Some(Special::MitigatedCount),
            ("heavier", "count") => Some(Special::HeavierCount),
            _ => None,
        };
        if let Some(count) = count {
            if self.allowed.counts {
                return Some((Expr::Special(count), Type::Number(Dimension::none())));
            }
            self.misplaced(&format!("{owner}.{member}"), ast.span);
            return None;
        }
        let special = match (owner, member) {
            ("statute", "min") => Some(Special::StatuteMin),
            ("statute", "max") => Some(Special::StatuteMax),
            ("tier", "min") => Some(Special::TierMin),
            ("tier", "max") => Some(Special::TierMax),
            _ if has_end(owner, member).is_some() => None,
            _ => {
                let message = format!("unknown name `{owner}.{member}`");
                let help = "there are `min`, `max`, `has_min` and `has_max`, of `statute` and of `tier`";
                self.error(Code::UnknownName, ast.span, message, Some(help.into()));
                return None;
            }
        };
        let Some(dimension) = self.allowed.statute.clone().filter(|_| owner == "statute" || self.allowed.tier) else {
            self.misplaced(&format!("{owner}.{member}"), ast.span);
            return None;
        };
        self.at_sanction = true;
        match special {
            Some(special) => Some((Expr::Special(special), Type::Number(dimension))),
            None => {
                let end = has_end(owner, member)?;
                Some((Expr::Truth(Box::new(Cond::Local(Box::new(Test::Has(end))))), Type::Truth))
            }
        }
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
                let message = format!("`{}` {word} {} and {}", self.written(span), in_unit(&x), in_unit(&y));
                let mut diagnostic = Diagnostic::error(Code::UnitMismatch, self.place.span(span), message)
                    .label(self.place.span(left.span), format!("this is in {}", in_unit(&x)))
                    .label(self.place.span(right.span), format!("this is in {}", in_unit(&y)));
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

    /// Checks a range whose ends are numbers of one dimension; the wrong way round it is reported as `inverted`.
    pub fn range(&mut self, range: &AstRange, inverted: Code) -> Option<RangeExpr> {
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
                let message = format!("the range goes from {} to {}", in_unit(x), in_unit(y));
                let help = unit_help(x, y);
                self.error(Code::UnitMismatch, *span, message, help);
                return None;
            }
            (Some((_, d, _)), _) | (None, Some((_, d, _))) => d.clone(),
            (None, None) => return None,
        };
        if let (Some((Expr::Number(a), _, from)), Some((Expr::Number(b), _, to))) = (&lo, &hi)
            && (a > b || (a == b && (range.lo_open || range.hi_open)))
        {
            let (low, high) = (self.written(*from), self.written(*to));
            let (message, help) = super::phrase::empty_range(low, high, a == b);
            let code = if a == b { Code::BadRange } else { inverted };
            self.error(code, from.to(*to), message, Some(help.into()));
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

pub(super) const MENDED_TOGETHER: &str =
    "`and` may stand for `or`, or the reverse; or two ends are the wrong way round";

/// A dimension in the words of messages.
pub(crate) fn in_unit(dimension: &Dimension) -> String {
    if dimension.is_none() { "no unit".to_owned() } else { dimension.to_string() }
}

/// A value that is rounded to a multiple of another unit.
pub(crate) fn rounds_to(of: &Dimension, to: &Dimension) -> String {
    format!("rounds {} to a multiple of {}", in_unit(of), in_unit(to))
}

/// What to do about two dimensions that do not fit.
pub(super) fn unit_help(x: &Dimension, y: &Dimension) -> Option<String> {
    if x.is_none() || y.is_none() {
        let unit = if x.is_none() { y } else { x };
        // The document may count in another unit of the kind: the number alone does not tell.
        let larger = [(Base::Mass, "吨"), (Base::Area, "公顷"), (Base::Length, "公里"), (Base::Month, "年")];
        return Some(match larger.into_iter().find(|(base, _)| *unit == Dimension::of(base.clone())) {
            Some((_, other)) => format!("write the unit that the number is in, such as `5{unit}` or `5{other}`"),
            None => format!("write the unit with the number, such as `5{unit}`"),
        });
    }
    let times = [Dimension::of(Base::Day), Dimension::of(Base::Month)];
    (times.contains(x) && times.contains(y))
        .then(|| "days and months do not convert into each other; 12月 = 1年".into())
}

/// The end that `statute.has_min` and the like ask for.
fn has_end(owner: &str, member: &str) -> Option<Special> {
    match (owner, member) {
        ("statute", "has_min") => Some(Special::StatuteMin),
        ("statute", "has_max") => Some(Special::StatuteMax),
        ("tier", "has_min") => Some(Special::TierMin),
        ("tier", "has_max") => Some(Special::TierMax),
        _ => None,
    }
}
