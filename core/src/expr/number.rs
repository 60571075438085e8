//! The two kinds of number that one evaluator runs on: a point that fits two registers, and a number that may be
//! known only within bounds.

use super::context::Context;
use super::error::EvalError;
use super::ids::DefineId;
use super::types::{Num, Val};
use crate::value::{Beyond, Interval, Rational, Small};

/// A number while evaluating.
pub(super) trait Number: Copy {
    /// Why there is none. A point that cannot be had is looked for again as a bounded number, which has the reason.
    type Stop: From<EvalError>;
    /// A constant.
    fn constant(n: Rational) -> Result<Self, Self::Stop>;
    /// From a number that may be bounded.
    fn of(n: Num) -> Result<Self, Self::Stop>;
    /// As a number that may be bounded.
    fn num(self) -> Num;
    /// Sum.
    fn add(self, other: Self) -> Result<Self, Self::Stop>;
    /// Difference.
    fn sub(self, other: Self) -> Result<Self, Self::Stop>;
    /// Product.
    fn mul(self, other: Self) -> Result<Self, Self::Stop>;
    /// Quotient.
    fn div(self, other: Self) -> Result<Self, Self::Stop>;
    /// The lesser.
    fn min(self, other: Self) -> Self;
    /// The greater.
    fn max(self, other: Self) -> Self;
    /// Either of two.
    fn either(self, other: Self) -> Result<Self, Self::Stop>;
    /// Whether it is not known and may be zero.
    fn may_be_zero(self) -> bool;
    /// The number a definition comes to.
    fn define<C: Context>(id: DefineId, ctx: &mut C) -> Result<Self, Self::Stop>;

    /// The number a value has; where it has none, any number.
    #[inline]
    fn read(value: &Val) -> Result<Self, Self::Stop> {
        match value {
            Val::Num(Num::Point(n)) => Self::constant(*n),
            other => Self::of(num_of(other)),
        }
    }
}

/// The number of which nothing is known.
pub(super) const ANY: Num = Num::Range(Interval::ALL);

/// The number a value has; where it has none, any number.
pub(super) fn num_of(value: &Val) -> Num {
    match value {
        Val::Num(n) => *n,
        _ => ANY,
    }
}

impl Number for Num {
    type Stop = EvalError;
    fn constant(n: Rational) -> Result<Self, EvalError> {
        Ok(Self::Point(n))
    }
    fn of(n: Num) -> Result<Self, EvalError> {
        Ok(n)
    }
    fn num(self) -> Num {
        self
    }
    fn add(self, other: Self) -> Result<Self, EvalError> {
        Ok(Num::add(self, other)?)
    }
    fn sub(self, other: Self) -> Result<Self, EvalError> {
        Ok(Num::sub(self, other)?)
    }
    fn mul(self, other: Self) -> Result<Self, EvalError> {
        Ok(Num::mul(self, other)?)
    }
    fn div(self, other: Self) -> Result<Self, EvalError> {
        Ok(Num::div(self, other)?)
    }
    fn min(self, other: Self) -> Self {
        Num::min(self, other)
    }
    fn max(self, other: Self) -> Self {
        Num::max(self, other)
    }
    fn either(self, other: Self) -> Result<Self, EvalError> {
        Ok(self.hull(other))
    }
    fn may_be_zero(self) -> bool {
        matches!(self, Self::Range(range) if range.contains(Rational::ZERO))
    }
    fn define<C: Context>(id: DefineId, ctx: &mut C) -> Result<Self, EvalError> {
        ctx.define(id).map(num_of)
    }
}

impl From<EvalError> for Beyond {
    fn from(_: EvalError) -> Self {
        Self
    }
}

impl Number for Small {
    type Stop = Beyond;
    #[inline]
    fn constant(n: Rational) -> Result<Self, Beyond> {
        Self::of(n)
    }
    #[inline]
    fn of(n: Num) -> Result<Self, Beyond> {
        n.point().ok_or(Beyond).and_then(Self::of)
    }
    #[inline]
    fn num(self) -> Num {
        Num::Point(self.rational())
    }
    #[inline]
    fn add(self, other: Self) -> Result<Self, Beyond> {
        Small::add(self, other)
    }
    #[inline]
    fn sub(self, other: Self) -> Result<Self, Beyond> {
        Small::sub(self, other)
    }
    #[inline]
    fn mul(self, other: Self) -> Result<Self, Beyond> {
        Small::mul(self, other)
    }
    #[inline]
    fn div(self, other: Self) -> Result<Self, Beyond> {
        Small::div(self, other)
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }
    fn either(self, _: Self) -> Result<Self, Beyond> {
        Err(Beyond)
    }
    #[inline]
    fn may_be_zero(self) -> bool {
        false
    }
    #[inline]
    fn define<C: Context>(id: DefineId, ctx: &mut C) -> Result<Self, Beyond> {
        ctx.define_point(id).ok_or(Beyond)
    }
}
