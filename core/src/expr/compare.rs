//! Comparisons: numbers with numbers, levels with their names, texts, and membership in a list of them.

use std::sync::Arc;

use super::ast::{Ast, AstKind};
use super::check::{Checker, MENDED_TOGETHER, Symbol, Typed, in_unit, unit_help};

use super::ir::{Cond, Expr, Test};
use super::together::together;
use super::types::{LevelSet, Levels, Type};
use crate::diagnostic::Code;
use crate::gather::Gather as _;
use crate::source::Span;
use crate::value::{Comparison, Interval, Truth};

impl Checker<'_> {
    pub(super) fn comparison(&mut self, first: &Ast, rest: &[(Comparison, Ast)]) -> Option<Cond> {
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
        if parts.len() == 1 {
            return parts.pop();
        }
        if together(&*self.names, &parts, false) {
            self.settled(false, first.span.to(left.span), MENDED_TOGETHER);
        }
        Some(Cond::All(parts))
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
                let message = format!("`{}` compares {} with {}", self.written(span), in_unit(x), in_unit(y));
                self.error(Code::UnitMismatch, span, message, help);
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
                self.error(
                    Code::TypeMismatch,
                    span,
                    message,
                    Some("write the condition itself, or `not` before it".into()),
                );
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
            let help = "drop the comparison, or mend the number or the declared `min` and `max`";
            self.settled(answer == Truth::True, span, help);
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
            AstKind::Name(name) if matches!(name.as_str(), "score" | "it") => None,
            AstKind::Name(name) if self.field(name).is_none() && self.names.resolve(name).is_none() => {
                Some(name.clone())
            }
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
        let quoted = self.written(word_span).starts_with(['\'', '‘', '"']);
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
            Type::Text if quoted && matches!(op, Comparison::Eq | Comparison::Ne) => {
                let cond = self.test(Test::Text(expr, vec![word.into()]), span);
                Some(if op == Comparison::Ne { Cond::Not(Box::new(cond)) } else { cond })
            }
            Type::Text if !quoted => {
                let hint = self.names.hint(word).map(|hint| format!("{hint} or ")).unwrap_or_default();
                let help = format!("{hint}write text as '{word}'");
                self.error(Code::UnknownName, word_span, format!("unknown name `{word}`"), Some(help));
                None
            }
            _ if !quoted => {
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
        let help = crate::syntax::one_of(word, levels.names.iter().map(|n| &**n), "it has", "");
        self.error(Code::UnknownName, span, format!("`{of}` has no level `{word}`"), Some(help));
    }

    pub(super) fn membership(&mut self, ast: &Ast, subject: &Ast, members: &[Ast]) -> Option<Cond> {
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
                let parts = members.iter().map(|m| self.one_comparison(Comparison::Eq, subject, m)).gather::<Vec<_>>();
                parts.into_iter().gather::<Option<Vec<_>>>().map(Cond::Any)
            }
            other => {
                self.error(Code::TypeMismatch, subject.span, format!("`in` cannot look into {other}"), None);
                None
            }
        }
    }
}
