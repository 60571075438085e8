//! Expressions and conditions in words.

use super::number::{Counted, quantity};
use super::said::{SaidCondition, gap};
use super::speaker::{Shown, Speaker};
use crate::expr::RangeExpr;
use crate::expr::{Cond, Expr, Extreme, Fold, Operator, Special, Type, Unary};
use crate::gather::Gather as _;
use crate::value::{Base, Bound, Dimension, Rational};
use crate::vocabulary::Lang;

/// What the fields and the element stand for inside a `where`.
pub(super) type Element<'s> = Option<&'s Type>;

impl Speaker<'_> {
    /// An expression in words; a number is written as `shown` says.
    pub(super) fn expr(&self, expr: &Expr, shown: Option<&Shown>, scope: Element<'_>) -> String {
        match expr {
            Expr::Number(n) => match shown {
                Some(Shown::Date) => self.date(*n),
                Some(Shown::Number(counted)) => quantity(*n, counted, self.lang),
                None => quantity(*n, &Counted::plain(), self.lang),
            },
            Expr::Text(text) => self.quoted(text),
            Expr::Fact(id) => self.fact_name(*id).to_owned(),
            Expr::Define(id) => self.define_name(*id).to_owned(),
            Expr::Factor(id) => self.factor_name(*id).to_owned(),
            Expr::Field(position) => match scope {
                Some(Type::Record(fields)) => {
                    fields.get(*position).map_or_else(String::new, |(name, _)| name.to_string())
                }
                _ => String::new(),
            },
            Expr::It => self.pick("该项", "the item").to_owned(),
            Expr::Special(special) => self.special(*special).to_owned(),
            Expr::LevelNumber(of) => {
                let of = self.expr(of, None, scope);
                pick!(self.lang, format!("{of}的档次序号"), format!("level number of {of}"))
            }
            Expr::Weight(of) => {
                let of = self.expr(of, None, scope);
                pick!(self.lang, format!("{of}的权重"), format!("weight of {of}"))
            }
            Expr::Arithmetic(op, sides) => {
                let [left, right] = &**sides;
                let own = self.shown(expr, scope);
                let shown = match op {
                    Operator::Add | Operator::Subtract => own.as_ref().or(shown),
                    Operator::Multiply | Operator::Divide => None,
                };
                let sign = match op {
                    Operator::Add => "+",
                    Operator::Subtract => "−",
                    Operator::Multiply => "×",
                    Operator::Divide => "÷",
                };
                format!("{} {sign} {}", self.operand(left, *op, shown, scope), self.operand(right, *op, shown, scope))
            }
            Expr::Negate(of) => format!("−{}", self.expr(of, shown, scope)),
            Expr::Extreme(which, parts) => {
                let own = self.shown(expr, scope);
                let parts: Vec<String> = parts.iter().map(|p| self.expr(p, own.as_ref().or(shown), scope)).gather();
                let (zh, en) = match which {
                    Extreme::Least => ("中的较小者", "the lesser of"),
                    Extreme::Greatest => ("中的较大者", "the greater of"),
                };
                pick!(self.lang, format!("{}{zh}", parts.join("与")), format!("{en} {}", parts.join(" and ")))
            }
            Expr::Unary(unary, of) => self.unary(*unary, &self.expr(of, shown, scope)),
            Expr::Days(sides) => {
                let [from, to] = &**sides;
                let (from, to) = (self.expr(from, Some(&Shown::Date), scope), self.expr(to, Some(&Shown::Date), scope));
                pick!(self.lang, format!("{from}至{to}的日数"), format!("days from {from} to {to}"))
            }
            Expr::Shift { months, back, of } => {
                let [date, length] = &**of;
                let date = self.expr(date, Some(&Shown::Date), scope);
                let length = self.length(length, *months, scope);
                match (self.lang, back) {
                    (Lang::Zh, true) => format!("{date}前 {length}"),
                    (Lang::Zh, false) => format!("{date}后 {length}"),
                    (Lang::En, true) => format!("{length} before {date}"),
                    (Lang::En, false) => format!("{length} after {date}"),
                }
            }
            Expr::Fold(fold, of) => {
                let of = self.expr(of, shown, scope);
                match fold {
                    Fold::Sum => pick!(self.lang, format!("{of}之和"), format!("sum of {of}")),
                    Fold::Count => pick!(self.lang, format!("{of}的件数"), format!("number of {of}")),
                    Fold::Least => pick!(self.lang, format!("{of}中最小者"), format!("least of {of}")),
                    Fold::Greatest => pick!(self.lang, format!("{of}中最大者"), format!("greatest of {of}")),
                }
            }
            Expr::Where(list, when) => {
                let element = self.element(list);
                let inner = self.cond(when, true, element.as_ref());
                let list = self.expr(list, None, scope);
                pick!(self.lang, format!("{list}（{inner}）"), format!("{list} ({inner})"))
            }
            Expr::Truth(when) => self.cond(when, true, scope),
            Expr::Rows(rows) => {
                let rows: Vec<String> = rows
                    .iter()
                    .map(|(when, is)| {
                        let is = self.expr(is, shown, scope);
                        match when {
                            Cond::Const(_) => {
                                pick!(self.lang, format!("其他情形{}{is}", gap(&is)), format!("otherwise {is}"))
                            }
                            when => {
                                let when = self.cond(when, true, scope);
                                pick!(self.lang, format!("{when}的，{is}"), format!("{is} where {when}"))
                            }
                        }
                    })
                    .gather();
                rows.join(self.pick("；", "; "))
            }
        }
    }

    fn operand(&self, expr: &Expr, op: Operator, shown: Option<&Shown>, scope: Element<'_>) -> String {
        let text = self.expr(expr, shown, scope);
        let inside = match expr {
            Expr::Arithmetic(Operator::Add | Operator::Subtract, _) => op != Operator::Add,
            Expr::Arithmetic(..) => op == Operator::Divide,
            Expr::Extreme(..) | Expr::Rows(_) => true,
            _ => false,
        };
        if inside { pick!(self.lang, format!("（{text}）"), format!("({text})")) } else { text }
    }

    fn unary(&self, unary: Unary, of: &str) -> String {
        use crate::value::Rounding;
        match unary {
            Unary::Abs => pick!(self.lang, format!("{of}的绝对值"), format!("absolute value of {of}")),
            Unary::Floor => pick!(self.lang, format!("{of}（舍去小数）"), format!("{of} (rounded down)")),
            Unary::Ceil => pick!(self.lang, format!("{of}（小数进一）"), format!("{of} (rounded up)")),
            Unary::Round(round) => {
                let (zh, en) = match round.mode() {
                    Rounding::HalfUp => ("四舍五入", "rounded half up"),
                    Rounding::HalfEven => ("四舍六入五成双", "rounded half to even"),
                    Rounding::Up => ("进位取整", "rounded up"),
                    Rounding::Down => ("舍去尾数", "rounded down"),
                };
                pick!(self.lang, format!("{of}（{zh}）"), format!("{of} ({en})"))
            }
        }
    }

    fn special(&self, special: Special) -> &'static str {
        match special {
            Special::StatuteMin => self.pick("法定下限", "statutory minimum"),
            Special::StatuteMax => self.pick("法定上限", "statutory maximum"),
            Special::TierMin => self.pick("本档下限", "minimum of the tier"),
            Special::TierMax => self.pick("本档上限", "maximum of the tier"),
            Special::LighterCount => self.pick("从轻情节数", "number of lighter circumstances"),
            Special::MitigatedCount => self.pick("减轻情节数", "number of mitigating circumstances"),
            Special::HeavierCount => self.pick("从重情节数", "number of aggravating circumstances"),
            Special::Score => self.pick("累加比例", "accumulated percentage"),
        }
    }

    /// A length of time: months that are whole years are years.
    pub(super) fn length(&self, expr: &Expr, months: bool, scope: Element<'_>) -> String {
        let base = Dimension::of(if months { Base::Month } else { Base::Day });
        let numbers: Vec<Rational> = if let Expr::Number(n) = expr { vec![*n] } else { Vec::new() };
        self.expr(expr, Some(&Shown::Number(Counted::of(&base, &numbers))), scope)
    }

    /// The type of the elements of a list.
    pub(super) fn element(&self, list: &Expr) -> Option<Type> {
        let ty = match list {
            Expr::Fact(id) => self.linked.facts.get(*id).map(|f| &f.ty),
            Expr::Define(id) => self.linked.defines.get(*id).map(|d| &d.ty),
            Expr::Where(inner, _) => return self.element(inner),
            _ => None,
        };
        match ty {
            Some(Type::List(of)) => Some((**of).clone()),
            _ => None,
        }
    }

    /// How numbers beside this expression are written; `None` where it is a number itself.
    pub(super) fn shown(&self, expr: &Expr, scope: Element<'_>) -> Option<Shown> {
        let of_type = |ty: Option<&Type>| match ty {
            Some(Type::Date) => Some(Shown::Date),
            Some(Type::Number(dimension)) => Some(Shown::Number(super::number::counted(dimension))),
            _ => None,
        };
        match expr {
            Expr::Fact(id) => match self.linked.facts.get(*id).map(|f| &f.ty) {
                Some(Type::Date) => Some(Shown::Date),
                _ => Some(Shown::Number(self.counted(expr))),
            },
            Expr::Define(id) => match self.linked.defines.get(*id).map(|d| &d.ty) {
                Some(Type::Date) => Some(Shown::Date),
                _ => Some(Shown::Number(self.counted(expr))),
            },
            Expr::Field(position) => match scope {
                Some(Type::Record(fields)) => of_type(fields.get(*position).map(|(_, ty)| ty)),
                _ => None,
            },
            Expr::It => of_type(scope),
            Expr::Special(Special::Score) | Expr::Weight(_) => Some(Shown::Number(Counted::percent())),
            Expr::Special(_) => Some(Shown::Number(Counted::named("元"))),
            Expr::Arithmetic(_, sides) => {
                let [left, right] = &**sides;
                self.shown(left, scope).or_else(|| self.shown(right, scope))
            }
            Expr::Extreme(_, parts) => parts.iter().find_map(|p| self.shown(p, scope)),
            Expr::Negate(of) | Expr::Unary(_, of) => self.shown(of, scope),
            Expr::Fold(Fold::Count, _) => Some(Shown::Number(Counted::plain())),
            Expr::Fold(_, of) | Expr::Where(of, _) => match self.element(of) {
                Some(ty) => of_type(Some(&ty)),
                None => self.shown(of, scope),
            },
            Expr::Days(_) => Some(Shown::Number(Counted::named("日"))),
            Expr::Shift { .. } => Some(Shown::Date),
            Expr::Rows(rows) => rows.iter().find_map(|(_, is)| self.shown(is, scope)),
            Expr::Number(_) | Expr::Text(_) | Expr::Factor(_) | Expr::LevelNumber(_) | Expr::Truth(_) => None,
        }
    }

    /// A condition in words, or its opposite.
    pub(super) fn cond(&self, cond: &Cond, holds: bool, scope: Element<'_>) -> String {
        let parts = |parts: &[Cond], and: bool| {
            let mut told: Vec<SaidCondition> = Vec::new();
            let mut texts: Vec<String> = Vec::new();
            for part in parts {
                if let Some(said) = self.said(part, holds, scope).filter(|_| and) {
                    told.push(said);
                } else {
                    let text = self.cond(part, holds, scope);
                    let nested = matches!(part, Cond::All(_) | Cond::Any(_));
                    texts.push(if nested {
                        pick!(self.lang, format!("（{text}）"), format!("({text})"))
                    } else {
                        text
                    });
                }
            }
            let mut all: Vec<String> =
                SaidCondition::together(told, self.lang).iter().map(|s| s.asked(self.lang)).gather();
            all.append(&mut texts);
            let (zh, en) = if and { ("且", " and ") } else { ("或者", " or ") };
            all.join(self.pick(zh, en))
        };
        match cond {
            Cond::Const(value) => self
                .pick(
                    if *value == holds { "任何情形" } else { "无此情形" },
                    if *value == holds { "always" } else { "never" },
                )
                .to_owned(),
            Cond::Atom(_) | Cond::Local(_) => {
                self.said(cond, holds, scope).map_or_else(String::new, |s| s.asked(self.lang))
            }
            Cond::All(inner) => parts(inner, holds),
            Cond::Any(inner) => parts(inner, !holds),
            Cond::Not(inner) => self.cond(inner, !holds, scope),
        }
    }

    /// A range as the document states it, where its ends are plain numbers: `0%–10%`, `10–20 倍`.
    pub(super) fn literal(&self, range: &RangeExpr, counted: impl Fn(&[Rational]) -> Counted) -> Option<String> {
        let number = |end: &Option<Expr>| match end {
            Some(Expr::Number(n)) => Some(Some(*n)),
            Some(_) => None,
            None => Some(None),
        };
        let (lo, hi) = (number(&range.lo)?, number(&range.hi)?);
        let bound = |n: Option<Rational>, open: bool| match n {
            Some(n) if open => Bound::Exclusive(n),
            Some(n) => Bound::Inclusive(n),
            None => Bound::Unbounded,
        };
        let numbers: Vec<Rational> = [lo, hi].into_iter().flatten().gather();
        Some(super::number::span(bound(lo, range.lo_open), bound(hi, range.hi_open), &counted(&numbers), self.lang))
    }
}
