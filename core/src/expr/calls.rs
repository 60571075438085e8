//! The functions of the expression language.

use super::ast::{Ast, AstKind};
use super::check::{Checker, Symbol, Typed, rounds_to, unit_help};
use super::ir::{Cond, Expr, Extreme, Fold, RoundTo, Test, Unary};
use super::types::Type;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::value::{Base, Dimension, Rational, Rounding};

/// A call as written.
pub(super) struct Call<'t> {
    pub(super) name: &'t str,
    pub(super) name_span: Span,
    pub(super) arguments: &'t [Ast],
    pub(super) rounding: Option<Rounding>,
    pub(super) to: Option<&'t Ast>,
}

/// The functions of the language.
pub(super) const FUNCTIONS: [&str; 14] = [
    "round",
    "floor",
    "ceil",
    "abs",
    "min",
    "max",
    "sum",
    "count",
    "any",
    "all",
    "days",
    "level",
    "weight",
    "无法查明",
];

/// Functions that are conditions.
pub(super) fn condition(c: &mut Checker<'_>, ast: &Ast, name: &str, arguments: &[Ast]) -> Option<Cond> {
    let argument = one(c, ast, name, arguments)?;
    if name == "无法查明" {
        let fact = match &argument.kind {
            AstKind::Name(n) => c.names.resolve(n),
            _ => None,
        };
        let Some(Symbol::Fact(id, ..)) = fact else {
            if matches!(fact, Some(Symbol::Broken)) {
                return None;
            }
            let message = format!("`无法查明` asks about a fact, and `{}` is none", c.written(argument.span));
            c.error(Code::TypeMismatch, argument.span, message, Some("name a declared fact".into()));
            return None;
        };
        return Some(c.test(Test::Unascertainable(id), ast.span));
    }
    let (list, ty) = c.value(argument)?;
    let Type::List(element) = &ty else {
        return not_a_list(c, argument, &ty);
    };
    if name == "all" && **element != Type::Truth {
        let message = format!("`all` needs a list of conditions, `{}` is {ty}", c.written(argument.span));
        c.error(Code::TypeMismatch, argument.span, message, None);
        return None;
    }
    let test = if name == "any" { Test::AnyOf(list) } else { Test::AllOf(list) };
    Some(c.test(test, ast.span))
}

fn not_a_list<T>(c: &mut Checker<'_>, argument: &Ast, ty: &Type) -> Option<T> {
    let message = format!("`{}` is {ty}, not a list", c.written(argument.span));
    c.error(Code::TypeMismatch, argument.span, message, None);
    None
}

fn one<'t>(c: &mut Checker<'_>, ast: &Ast, name: &str, arguments: &'t [Ast]) -> Option<&'t Ast> {
    match arguments {
        [argument] => Some(argument),
        other => {
            let message = format!("`{name}` takes one argument, found {}", other.len());
            c.error(Code::BadExpression, ast.span, message, None);
            None
        }
    }
}

/// Functions that have a value.
pub(super) fn value(c: &mut Checker<'_>, ast: &Ast, call: Call<'_>) -> Option<Typed> {
    match call.name {
        "无法查明" | "any" | "all" => {
            let cond = condition(c, ast, call.name, call.arguments)?;
            Some((Expr::Truth(Box::new(cond)), Type::Truth))
        }
        "round" | "floor" | "ceil" | "abs" => unary(c, ast, &call),
        "min" | "max" if call.arguments.len() != 1 => extreme(c, ast, &call),
        "sum" | "count" | "min" | "max" => {
            let argument = one(c, ast, call.name, call.arguments)?;
            let (list, ty) = c.value(argument)?;
            let Type::List(element) = &ty else { return not_a_list(c, argument, &ty) };
            let (fold, ty) = match call.name {
                "count" => (Fold::Count, Type::Number(Dimension::none())),
                name => {
                    let dimension = c.numeric(element, argument.span)?;
                    let fold = match name {
                        "sum" => Fold::Sum,
                        "min" => Fold::Least,
                        _ => Fold::Greatest,
                    };
                    (fold, Type::Number(dimension))
                }
            };
            Some((Expr::Fold(fold, Box::new(list)), ty))
        }
        "days" => {
            let [from, to] = call.arguments else {
                let help = Some("`days(a，b)` counts from a to b".into());
                c.error(Code::BadExpression, ast.span, "`days` takes two dates".into(), help);
                return None;
            };
            let (from, to) = (c.date(from), c.date(to));
            Some((Expr::Days(Box::new([from?, to?])), Type::Number(Dimension::of(Base::Day))))
        }
        "level" | "weight" => {
            let argument = one(c, ast, call.name, call.arguments)?;
            let (factor, ty) = c.value(argument)?;
            if !matches!(ty, Type::Levels(_)) {
                let message = format!("`{}` is {ty}, not a factor", c.written(argument.span));
                c.error(Code::TypeMismatch, argument.span, message, None);
                return None;
            }
            if call.name == "weight" && !c.allowed.score {
                let help = Some("`weight` stands where the benchmark has a `score`".into());
                c.error(Code::MisplacedName, ast.span, "`weight` has no meaning here".into(), help);
                return None;
            }
            let factor = Box::new(factor);
            c.at_sanction |= call.name == "weight" && c.allowed.statute.is_some();
            let expr = if call.name == "level" { Expr::LevelNumber(factor) } else { Expr::Weight(factor) };
            Some((expr, Type::Number(Dimension::none())))
        }
        unknown => {
            let help = crate::syntax::one_of(unknown, FUNCTIONS.into_iter(), "there are", "");
            c.error(Code::UnknownName, call.name_span, format!("unknown function `{unknown}`"), Some(help));
            None
        }
    }
}

fn unary(c: &mut Checker<'_>, ast: &Ast, call: &Call<'_>) -> Option<Typed> {
    let argument = one(c, ast, call.name, call.arguments)?;
    let (inner, ty) = c.value(argument)?;
    let dimension = c.numeric(&ty, argument.span)?;
    let unary = match call.name {
        "floor" => Unary::Floor,
        "ceil" => Unary::Ceil,
        "abs" => Unary::Abs,
        _ => {
            let Some(mode) = call.rounding else {
                let help = Some("name it: half_up, half_even, up or down".into());
                c.error(Code::BadExpression, ast.span, "`round` does not say how to round".into(), help);
                return None;
            };
            let to = match call.to {
                None => Rational::ONE,
                Some(to) => {
                    let (expr, to_type) = c.value(to)?;
                    let to_dimension = c.numeric(&to_type, to.span)?;
                    if to_dimension != dimension {
                        let help = unit_help(&dimension, &to_dimension);
                        let message = rounds_to(&dimension, &to_dimension);
                        c.error(Code::UnitMismatch, to.span, message, help);
                        return None;
                    }
                    match expr {
                        Expr::Number(n) if n.signum() > 0 => n,
                        _ => {
                            let message = "`to` must be a positive constant".to_owned();
                            c.error(Code::BadExpression, to.span, message, None);
                            return None;
                        }
                    }
                }
            };
            Unary::Round(RoundTo::new(mode, to))
        }
    };
    Some((Expr::Unary(unary, Box::new(inner)), ty))
}

fn extreme(c: &mut Checker<'_>, ast: &Ast, call: &Call<'_>) -> Option<Typed> {
    let mut parts = Vec::new();
    let mut ty: Option<Type> = None;
    for argument in call.arguments {
        let (expr, part_type) = c.value(argument)?;
        match &ty {
            None => {
                if part_type != Type::Date {
                    c.numeric(&part_type, argument.span)?;
                }
                ty = Some(part_type);
            }
            Some(first) if *first != part_type => {
                let message = format!("`{}` mixes {first} and {part_type}", call.name);
                c.error(Code::UnitMismatch, argument.span, message, None);
                return None;
            }
            Some(_) => {}
        }
        parts.push(expr);
    }
    let Some(ty) = ty else {
        c.error(Code::BadExpression, ast.span, format!("`{}` needs at least one argument", call.name), None);
        return None;
    };
    let which = if call.name == "min" { Extreme::Least } else { Extreme::Greatest };
    Some((Expr::Extreme(which, parts), ty))
}
