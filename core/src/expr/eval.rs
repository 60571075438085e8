//! Evaluation of checked expressions: three-valued conditions, numbers that may be ranges.

use std::sync::Arc;

use super::ast::Operator;
use super::context::Context;
use super::error::EvalError;
use super::ir::{Cond, Expr, Extreme, Fold, Test, Unary, Within};
use super::number::{ANY, Number, num_of};
use super::types::{LevelSet, Num, Val};
use crate::value::{Bound, Comparison, Date, Interval, Rational, Small, Truth};

/// Whether a condition holds.
#[inline]
pub fn cond<C: Context>(cond: &Cond, it: Option<&Val>, ctx: &mut C) -> Result<Truth, EvalError> {
    match cond {
        Cond::Const(value) => Ok(Truth::from(*value)),
        Cond::Atom(id) => ctx.atom(*id),
        other => joined(other, it, ctx),
    }
}

/// Whether a condition made of others holds.
fn joined<C: Context>(cond: &Cond, it: Option<&Val>, ctx: &mut C) -> Result<Truth, EvalError> {
    match cond {
        Cond::Const(value) => Ok(Truth::from(*value)),
        Cond::Atom(id) => ctx.atom(*id),
        Cond::Local(local) => test(local, it, ctx),
        Cond::Not(inner) => Ok(self::cond(inner, it, ctx)?.not()),
        // Every part is looked at even when the answer is clear, so that the explanation can show
        // each condition: "why not" is what is asked most.
        Cond::All(parts) => {
            let mut all = Truth::True;
            for part in parts {
                all = all.and(self::cond(part, it, ctx)?);
            }
            Ok(all)
        }
        Cond::Any(parts) => {
            let mut any = Truth::False;
            for part in parts {
                any = any.or(self::cond(part, it, ctx)?);
            }
            Ok(any)
        }
    }
}

/// Whether a test holds.
pub fn test<C: Context>(test: &Test, it: Option<&Val>, ctx: &mut C) -> Result<Truth, EvalError> {
    // The usual tests look at one fact, and read it where it stands.
    match test {
        Test::Is(Expr::Fact(id)) => Ok(truth_of(ctx.fact(*id))),
        Test::Levels(Expr::Fact(id), wanted) => Ok(level_set(ctx.fact(*id)).test(*wanted)),
        Test::Compare(op, sides) => match &**sides {
            [Expr::Fact(id), Expr::Number(n)] => Ok(compare_value((*op).into(), ctx.fact(*id), n)),
            _ => other_test(test, it, ctx),
        },
        _ => other_test(test, it, ctx),
    }
}

#[inline(never)]
fn other_test<C: Context>(test: &Test, it: Option<&Val>, ctx: &mut C) -> Result<Truth, EvalError> {
    match test {
        Test::Compare(op, sides) => {
            let op = (*op).into();
            match &**sides {
                [Expr::Define(id), Expr::Number(n)] => Ok(compare_value(op, ctx.define(*id)?, n)),
                [left, right] => compared(op, [left, right], it, ctx),
            }
        }
        Test::Levels(of, wanted) => Ok(levels(of, it, ctx)?.test(*wanted)),
        Test::Text(of, set) => Ok(match value(of, it, ctx)? {
            Val::Text(Some(text)) => Truth::from(set.contains(&text)),
            _ => Truth::Unknown,
        }),
        Test::SameText(sides) => {
            let [left, right] = &**sides;
            Ok(match (value(left, it, ctx)?, value(right, it, ctx)?) {
                (Val::Text(Some(a)), Val::Text(Some(b))) => Truth::from(a == b),
                _ => Truth::Unknown,
            })
        }
        Test::Is(of) => Ok(match of {
            Expr::Define(id) => truth_of(ctx.define(*id)?),
            other => truth_of(&value(other, it, ctx)?),
        }),
        Test::Unascertainable(fact) => Ok(ctx.unascertainable(*fact)),
        Test::Within(within) => within_window(within, it, ctx),
        Test::AnyOf(list) => Ok(match value(list, it, ctx)? {
            Val::List(Some(items)) => items.iter().fold(Truth::False, |any, (v, t)| any.or(t.and(truth_or_in(v)))),
            _ => Truth::Unknown,
        }),
        Test::AllOf(list) => Ok(match value(list, it, ctx)? {
            Val::List(Some(items)) => items.iter().fold(Truth::True, |all, (v, t)| all.and(t.not().or(truth_or_in(v)))),
            _ => Truth::Unknown,
        }),
        Test::Has(end) => Ok(ctx.has_end(*end)),
    }
}

/// Compares two numbers that may be partly known.
pub fn compare(op: Comparison, left: Num, right: Num) -> Truth {
    match (left, right) {
        (Num::Point(a), Num::Point(b)) => Truth::from(op.holds(a.cmp(&b))),
        (a, b) => a.interval().compare(op, b.interval()),
    }
}

fn compared<C: Context>(
    op: Comparison,
    [left, right]: [&Expr; 2],
    it: Option<&Val>,
    ctx: &mut C,
) -> Result<Truth, EvalError> {
    if ctx.points()
        && let Ok(left) = number_as::<Small, C>(left, it, ctx)
        && let Ok(right) = number_as::<Small, C>(right, it, ctx)
    {
        return Ok(Truth::from(op.holds(left.cmp(&right))));
    }
    Ok(compare(op, number_as(left, it, ctx)?, number_as(right, it, ctx)?))
}

fn compare_value(op: Comparison, value: &Val, n: &Rational) -> Truth {
    match value {
        Val::Num(Num::Point(a)) => Truth::from(op.holds(a.cmp(n))),
        other => compare_open(op, other, n),
    }
}

#[inline(never)]
fn compare_open(op: Comparison, value: &Val, n: &Rational) -> Truth {
    compare(op, num_of(value), Num::Point(*n))
}

fn truth_of(value: &Val) -> Truth {
    match value {
        Val::Truth(truth) => *truth,
        _ => Truth::Unknown,
    }
}

/// A yes-no element counts when it is yes; any other element counts by being there.
fn truth_or_in(value: &Val) -> Truth {
    match value {
        Val::Truth(truth) => *truth,
        _ => Truth::True,
    }
}

fn within_window<C: Context>(within: &Within, it: Option<&Val>, ctx: &mut C) -> Result<Truth, EvalError> {
    let date = number(&within.date, it, ctx)?;
    let anchor = number(&within.anchor, it, ctx)?;
    let length = number(&within.length, it, ctx)?;
    let start = shift(anchor, length, within.months, true)?;
    let upper = if within.anchor_in { Comparison::Le } else { Comparison::Lt };
    Ok(compare(Comparison::Le, start, date).and(compare(upper, date, anchor)))
}

/// The possible levels of a factor, or of a fact that is one.
pub fn levels<C: Context>(of: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<LevelSet, EvalError> {
    match of {
        Expr::Factor(id) => ctx.factor(*id),
        Expr::Fact(id) => Ok(level_set(ctx.fact(*id))),
        Expr::Define(id) => Ok(level_set(ctx.define(*id)?)),
        other => Ok(level_set(&value(other, it, ctx)?)),
    }
}

fn level_set(value: &Val) -> LevelSet {
    match value {
        Val::Levels(set) => *set,
        _ => LevelSet::NONE,
    }
}

/// The number an expression has; where it has none, any number.
#[inline]
pub fn number<C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<Num, EvalError> {
    match point(expr, it, ctx) {
        Some(point) => Ok(point.num()),
        None => number_as(expr, it, ctx),
    }
}

/// The number an expression has, where every fact is given and the number fits 64 bits.
#[inline(always)]
pub(crate) fn point<C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Option<Small> {
    if !ctx.points() {
        return None;
    }
    number_as::<Small, C>(expr, it, ctx).ok()
}

/// The number an expression has, of one kind of number.
#[inline(always)]
fn number_as<N: Number, C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<N, N::Stop> {
    match expr {
        Expr::Number(n) => N::constant(*n),
        Expr::Fact(id) => N::read(ctx.fact(*id)),
        Expr::Define(id) => N::define(*id, ctx),
        other => computed(other, it, ctx),
    }
}

/// The number that an expression made of others has.
#[inline(never)]
fn computed<N: Number, C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<N, N::Stop> {
    match expr {
        Expr::Arithmetic(op, sides) => {
            let [left, divisor] = &**sides;
            let (left, right) = (number_as::<N, C>(left, it, ctx)?, number_as::<N, C>(divisor, it, ctx)?);
            match op {
                Operator::Add => left.add(right),
                Operator::Subtract => left.sub(right),
                Operator::Multiply => left.mul(right),
                Operator::Divide => {
                    if right.may_be_zero() {
                        ctx.may_divide_by_zero(divisor);
                    }
                    left.div(right)
                }
            }
        }
        Expr::Rows(rows) => first_row(rows, it, ctx, number_as::<N, C>, N::either),
        Expr::Extreme(which, parts) => {
            let mut result: Option<N> = None;
            for part in parts {
                let next = number_as::<N, C>(part, it, ctx)?;
                result = Some(match (result, which) {
                    (None, _) => next,
                    (Some(a), Extreme::Least) => a.min(next),
                    (Some(a), Extreme::Greatest) => a.max(next),
                });
            }
            result.map_or_else(|| N::of(ANY), Ok)
        }
        other => N::of(rare::<N, C>(other, it, ctx)?),
    }
}

/// What is rare enough to be computed on numbers that may be bounded, whatever is asked for.
fn rare<N: Number, C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<Num, N::Stop> {
    let number = |expr: &Expr, ctx: &mut C| number_as::<N, C>(expr, it, ctx).map(N::num);
    match expr {
        Expr::It => Ok(it.map_or(ANY, num_of)),
        Expr::Field(position) => Ok(match it {
            Some(Val::Record(fields)) => fields.get(*position).map_or(ANY, num_of),
            _ => ANY,
        }),
        Expr::Special(special) => Ok(ctx.special(*special)?),
        Expr::Weight(factor) => Ok(ctx.weight(factor)?),
        Expr::LevelNumber(of) => Ok(level_number(levels(of, it, ctx)?)),
        Expr::Negate(inner) => Ok(Number::sub(Num::Point(Rational::ZERO), number(inner, ctx)?)?),
        Expr::Unary(unary, inner) => Ok(apply_unary(*unary, number(inner, ctx)?)?),
        Expr::Days(dates) => {
            let [from, to] = &**dates;
            Ok(Number::sub(number(to, ctx)?, number(from, ctx)?)?)
        }
        Expr::Shift { months, back, of } => {
            let [date, length] = &**of;
            Ok(shift(number(date, ctx)?, number(length, ctx)?, *months, *back)?)
        }
        Expr::Fold(fold, list) => Ok(fold_list(*fold, &value(list, it, ctx)?)?),
        _ => Ok(ANY),
    }
}

fn arithmetic(op: Operator, a: Num, b: Num) -> Result<Num, EvalError> {
    Ok(match op {
        Operator::Add => a.add(b)?,
        Operator::Subtract => a.sub(b)?,
        Operator::Multiply => a.mul(b)?,
        Operator::Divide => a.div(b)?,
    })
}

/// The value an expression has.
pub fn value<C: Context>(expr: &Expr, it: Option<&Val>, ctx: &mut C) -> Result<Val, EvalError> {
    match expr {
        Expr::Text(text) => Ok(Val::Text(Some(text.clone()))),
        Expr::Fact(id) => Ok(ctx.fact(*id).clone()),
        Expr::Define(id) => ctx.define(*id).cloned(),
        Expr::Factor(id) => Ok(Val::Levels(ctx.factor(*id)?)),
        Expr::It => Ok(it.cloned().unwrap_or(Val::Text(None))),
        Expr::Field(position) => Ok(match it {
            Some(Val::Record(fields)) => fields.get(*position).cloned().unwrap_or(Val::Text(None)),
            _ => Val::Text(None),
        }),
        // These three may be of lists, element by element.
        Expr::Arithmetic(op, sides) => {
            let [left, divisor] = &**sides;
            let (left, right) = (value(left, it, ctx)?, value(divisor, it, ctx)?);
            if *op == Operator::Divide && may_be_zero(&right) {
                ctx.may_divide_by_zero(divisor);
            }
            broadcast(&left, &right, &|a, b| arithmetic(*op, a, b))
        }
        Expr::Negate(inner) => {
            let inner = value(inner, it, ctx)?;
            broadcast(&Val::Num(Num::Point(Rational::ZERO)), &inner, &|a, b| Ok(a.sub(b)?))
        }
        Expr::Unary(unary, inner) => {
            let inner = value(inner, it, ctx)?;
            broadcast(&inner, &Val::Num(Num::Point(Rational::ZERO)), &|a, _| apply_unary(*unary, a))
        }
        Expr::Number(_)
        | Expr::Special(_)
        | Expr::Weight(_)
        | Expr::LevelNumber(_)
        | Expr::Extreme(..)
        | Expr::Days(_)
        | Expr::Shift { .. }
        | Expr::Fold(..) => number(expr, it, ctx).map(Val::Num),
        Expr::Where(list, condition) => {
            let Val::List(Some(items)) = value(list, it, ctx)? else { return Ok(Val::List(None)) };
            let mut kept = Vec::with_capacity(items.len());
            for (item, in_list) in items.iter() {
                let holds = in_list.and(cond(condition, Some(item), ctx)?);
                if holds != Truth::False {
                    kept.push((item.clone(), holds));
                }
            }
            Ok(Val::List(Some(kept.into())))
        }
        Expr::Truth(condition) => Ok(Val::Truth(cond(condition, it, ctx)?)),
        Expr::Rows(rows) => first_row(rows, it, ctx, value, |a, b| Ok(join(&a, &b))),
    }
}

/// What the first row that holds gives; while earlier rows are unknown, all that may come first are joined.
fn first_row<C: Context, T, E: From<EvalError>>(
    rows: &[(Cond, Expr)],
    it: Option<&Val>,
    ctx: &mut C,
    of: impl Fn(&Expr, Option<&Val>, &mut C) -> Result<T, E>,
    join: impl Fn(T, T) -> Result<T, E>,
) -> Result<T, E> {
    let mut result: Option<T> = None;
    for (when, is) in rows {
        let holds = cond(when, it, ctx)?;
        if holds == Truth::False {
            continue;
        }
        let next = of(is, it, ctx)?;
        let either = match result.take() {
            None => next,
            Some(before) => join(before, next)?,
        };
        if holds == Truth::True {
            return Ok(either);
        }
        result = Some(either);
    }
    if result.is_some() {
        ctx.may_have_no_row(rows);
    }
    result.ok_or_else(|| EvalError::NoRow(Box::default()).into())
}

/// Either of two values of one type.
pub fn join(a: &Val, b: &Val) -> Val {
    match (a, b) {
        (Val::Truth(x), Val::Truth(y)) => Val::Truth(if x == y { *x } else { Truth::Unknown }),
        (Val::Num(x), Val::Num(y)) => Val::Num(x.hull(*y)),
        (Val::Levels(x), Val::Levels(y)) => Val::Levels(x.union(*y)),
        (x, y) if x == y => x.clone(),
        (Val::Text(_), _) => Val::Text(None),
        _ => Val::List(None),
    }
}

fn level_number(set: LevelSet) -> Num {
    let number = |position: Option<usize>| {
        Rational::int(position.and_then(|p| i64::try_from(p.saturating_add(1)).ok()).unwrap_or(0))
    };
    let (least, most) = (number(set.positions().next()), number(set.positions().last()));
    Interval::new(Bound::Inclusive(least), Bound::Inclusive(most)).map_or(ANY, Num::of)
}

fn apply_unary(unary: Unary, n: Num) -> Result<Num, EvalError> {
    let step = |point: Rational| match unary {
        Unary::Abs => Ok(point.abs()),
        Unary::Floor => Ok(point.floor()),
        Unary::Ceil => Ok(point.ceil()),
        Unary::Round(round) => point.round(round.mode(), round.to),
    };
    Ok(match n {
        Num::Point(point) => Num::Point(step(point)?),
        Num::Range(range) if unary == Unary::Abs => Num::of(range.abs()),
        Num::Range(range) => Num::of(range.map_monotone(step)?),
    })
}

/// Moves a date. Calendar months keep the day, or end at the month's last day.
fn shift(date: Num, length: Num, months: bool, back: bool) -> Result<Num, EvalError> {
    if !months {
        return Ok(if back { date.sub(length)? } else { date.add(length)? });
    }
    let Some(length) = length.point().and_then(Rational::to_i64).and_then(|n| i32::try_from(n).ok()) else {
        return Ok(ANY);
    };
    let length = if back { length.checked_neg().ok_or(EvalError::DateOutOfRange)? } else { length };
    let moved = |day: Rational| {
        day.to_i64()
            .and_then(|n| Date::from_day_number(n).ok())
            .and_then(|d| d.add_months(length).ok())
            .map(|d| Rational::int(d.day_number()))
            .ok_or(crate::value::ArithmeticError::Overflow)
    };
    match date {
        Num::Point(day) => moved(day).map(Num::Point).map_err(|_| EvalError::DateOutOfRange),
        // An end far outside the calendar bounds nothing.
        Num::Range(range) => Ok(range.map_monotone(moved).map_or(ANY, Num::of)),
    }
}

/// Applies an operation to numbers, and to each element where a side is a list.
fn broadcast(left: &Val, right: &Val, apply: &impl Fn(Num, Num) -> Result<Num, EvalError>) -> Result<Val, EvalError> {
    match (left, right) {
        (Val::Num(a), Val::Num(b)) => apply(*a, *b).map(Val::Num),
        (Val::List(Some(items)), Val::Num(b)) => map_list(items, |a| apply(a, *b)),
        (Val::Num(a), Val::List(Some(items))) => map_list(items, |b| apply(*a, b)),
        _ => Ok(Val::List(None)),
    }
}

/// Whether a divisor, or an element of one, is not known and may be zero.
fn may_be_zero(value: &Val) -> bool {
    match value {
        Val::Num(n) => n.may_be_zero(),
        Val::List(None) => true,
        Val::List(Some(items)) => items.iter().any(|(item, _)| may_be_zero(item)),
        _ => false,
    }
}

fn map_list(items: &Arc<[(Val, Truth)]>, apply: impl Fn(Num) -> Result<Num, EvalError>) -> Result<Val, EvalError> {
    let mut mapped = Vec::with_capacity(items.len());
    for (item, in_list) in items.iter() {
        mapped.push((Val::Num(apply(num_of(item))?), *in_list));
    }
    Ok(Val::List(Some(mapped.into())))
}

fn fold_list(fold: Fold, list: &Val) -> Result<Num, EvalError> {
    let Val::List(Some(items)) = list else {
        return Ok(Num::Range(match fold {
            Fold::Count => Interval::at_least(Rational::ZERO),
            _ => Interval::ALL,
        }));
    };
    let mut result: Option<Num> = matches!(fold, Fold::Sum | Fold::Count).then_some(Num::Point(Rational::ZERO));
    // The least of elements that may all be missing bounds nothing; else those that are surely there come first.
    if result.is_none() && !items.iter().any(|(_, in_list)| *in_list == Truth::True) {
        return Ok(ANY);
    }
    let sure = items.iter().filter(|(_, t)| *t == Truth::True);
    let maybe = items.iter().filter(|(_, t)| *t != Truth::True);
    for (item, in_list) in sure.chain(maybe) {
        let one = if fold == Fold::Count { Num::Point(Rational::ONE) } else { num_of(item) };
        let with = match (result, fold) {
            (None, _) => one,
            (Some(a), Fold::Sum | Fold::Count) => a.add(one)?,
            (Some(a), Fold::Least) => a.min(one),
            (Some(a), Fold::Greatest) => a.max(one),
        };
        result = Some(match (*in_list, result) {
            (Truth::True, _) | (_, None) => with,
            (_, Some(without)) => without.hull(with),
        });
    }
    // The least or greatest of nothing bounds nothing; the ruleset should ask `count` first.
    Ok(result.unwrap_or(ANY))
}
