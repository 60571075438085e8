//! Ranges of numbers with stated ends, their exact arithmetic, and their three-valued comparison.
//!
//! An unknown fact is a range, a known one a point. Every operation returns the smallest range that
//! holds all results of all pairs of members, so an end says whether it can be reached: 5万元以上 and
//! 超过5万元 stay different all the way to the outcome.

use std::cmp::Ordering;

use super::{ArithmeticError, Bound, Comparison, Rational, Truth};

use Bound::{Exclusive, Inclusive, Unbounded};

/// A range of numbers that holds at least one number.
///
/// ```
/// use cailiang::value::{Bound, Interval, Rational};
/// let part = Interval::new(Bound::Exclusive(Rational::int(10)), Bound::Inclusive(Rational::int(40))).unwrap();
/// assert!(!part.contains(Rational::int(10)) && part.contains(Rational::int(40)));
/// assert_eq!(Interval::new(Bound::Exclusive(Rational::ONE), Bound::Inclusive(Rational::ONE)), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    lo: Bound,
    hi: Bound,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self { lo: Unbounded, hi: Unbounded };

    /// The range between two ends, or `None` if no number lies between them.
    #[must_use]
    pub fn new(lo: Bound, hi: Bound) -> Option<Self> {
        if let (Some(low), Some(high)) = (lo.value(), hi.value()) {
            match low.cmp(&high) {
                Ordering::Less => {}
                Ordering::Equal if lo.is_inclusive() && hi.is_inclusive() => {}
                _ => return None,
            }
        }
        Some(Self { lo, hi })
    }

    /// Exactly one number.
    #[must_use]
    pub const fn point(value: Rational) -> Self {
        Self { lo: Inclusive(value), hi: Inclusive(value) }
    }

    /// The number and everything above it.
    #[must_use]
    pub const fn at_least(value: Rational) -> Self {
        Self { lo: Inclusive(value), hi: Unbounded }
    }

    /// The number and everything below it.
    #[must_use]
    pub const fn at_most(value: Rational) -> Self {
        Self { lo: Unbounded, hi: Inclusive(value) }
    }

    /// The lower end.
    #[must_use]
    pub const fn lo(self) -> Bound {
        self.lo
    }

    /// The upper end.
    #[must_use]
    pub const fn hi(self) -> Bound {
        self.hi
    }

    /// The one number, if there is only one.
    #[must_use]
    pub fn as_point(self) -> Option<Rational> {
        match (self.lo, self.hi) {
            (Inclusive(low), Inclusive(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Whether the number lies in the range.
    #[must_use]
    pub fn contains(self, value: Rational) -> bool {
        self.contains_interval(Self::point(value))
    }

    /// Whether every number of `other` lies in the range.
    #[must_use]
    pub fn contains_interval(self, other: Self) -> bool {
        self.lo.cmp_lower(other.lo).is_le() && self.hi.cmp_upper(other.hi).is_ge()
    }

    /// The smallest range that holds both, and with them any hole between them.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { lo: self.lo.min_lower(other.lo), hi: self.hi.max_upper(other.hi) }
    }

    /// What lies in both, or `None` if nothing does.
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.lo.max_lower(other.lo), self.hi.min_upper(other.hi))
    }

    /// The range with the other sign.
    #[must_use]
    pub fn neg(self) -> Self {
        Self { lo: self.hi.neg(), hi: self.lo.neg() }
    }

    /// All sums.
    ///
    /// # Errors
    /// `Overflow` if an end does not fit.
    pub fn add(self, other: Self) -> Result<Self, ArithmeticError> {
        Ok(Self { lo: self.lo.add(other.lo)?, hi: self.hi.add(other.hi)? })
    }

    /// All differences `self - other`.
    ///
    /// # Errors
    /// `Overflow` if an end does not fit.
    pub fn sub(self, other: Self) -> Result<Self, ArithmeticError> {
        self.add(other.neg())
    }

    /// All products.
    ///
    /// # Errors
    /// `Overflow` if an end does not fit.
    ///
    /// ```
    /// use cailiang::value::{Interval, Rational};
    /// let zero = Interval::point(Rational::ZERO);
    /// assert_eq!(zero.mul(Interval::ALL), Ok(zero)); // nothing times anything is nothing
    /// ```
    pub fn mul(self, other: Self) -> Result<Self, ArithmeticError> {
        if let (Some(a), Some(b)) = (self.as_point(), other.as_point()) {
            return Ok(Self::point(a.mul(b)?));
        }
        // A product is linear in each factor, so its extremes lie at the corners.
        let [a, b] = [Corner::low(self.lo), Corner::high(self.hi)];
        let [c, d] = [Corner::low(other.lo), Corner::high(other.hi)];
        let first = a.mul(c)?;
        let (mut least, mut greatest) = (first, first);
        for corner in [a.mul(d)?, b.mul(c)?, b.mul(d)?] {
            least = least.lesser(corner);
            greatest = greatest.greater(corner);
        }
        Ok(Self { lo: least.bound(), hi: greatest.bound() })
    }

    /// All quotients `self / other`; every number if `other` holds 0 among others.
    ///
    /// # Errors
    /// `DivisionByZero` if `other` is the point 0; `Overflow` if an end does not fit.
    ///
    /// ```
    /// use cailiang::value::{Bound, Interval, Rational};
    /// let above_zero = Interval::new(Bound::Exclusive(Rational::ZERO), Bound::Inclusive(Rational::int(2))).unwrap();
    /// let one = Interval::point(Rational::ONE);
    /// assert_eq!(one.div(above_zero), Ok(Interval::at_least(Rational::new(1, 2).unwrap())));
    /// ```
    pub fn div(self, other: Self) -> Result<Self, ArithmeticError> {
        if let (Some(a), Some(b)) = (self.as_point(), other.as_point()) {
            return Ok(Self::point(a.div(b)?));
        }
        if other == Self::point(Rational::ZERO) {
            return Err(ArithmeticError::DivisionByZero);
        }
        if other.contains(Rational::ZERO) {
            return Ok(Self::ALL);
        }
        // 1/x falls on either side of zero: the ends change places.
        let reciprocal = |end: Bound| match end {
            Unbounded => Ok(Exclusive(Rational::ZERO)),
            Exclusive(value) if value.is_zero() => Ok(Unbounded),
            Inclusive(value) => Rational::ONE.div(value).map(Inclusive),
            Exclusive(value) => Rational::ONE.div(value).map(Exclusive),
        };
        self.mul(Self { lo: reciprocal(other.hi)?, hi: reciprocal(other.lo)? })
    }

    /// All lesser ones of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { lo: self.lo.min_lower(other.lo), hi: self.hi.min_upper(other.hi) }
    }

    /// All greater ones of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { lo: self.lo.max_lower(other.lo), hi: self.hi.max_upper(other.hi) }
    }

    /// All absolute values.
    #[must_use]
    pub fn abs(self) -> Self {
        let zero = Inclusive(Rational::ZERO);
        if self.lo.value().is_some_and(|low| low.signum() >= 0) {
            self
        } else if self.hi.value().is_some_and(|high| high.signum() <= 0) {
            self.neg()
        } else {
            Self { lo: zero, hi: self.hi.max_upper(self.lo.neg()) }
        }
    }

    /// The range of a non-decreasing step function such as rounding or adding months.
    ///
    /// The ends of the result are inclusive: a step function may or may not reach them from an
    /// exclusive end, and a result that holds too much is sound.
    ///
    /// # Errors
    /// Those of `f`.
    pub fn map_monotone(
        self,
        f: impl Fn(Rational) -> Result<Rational, ArithmeticError>,
    ) -> Result<Self, ArithmeticError> {
        if let Some(value) = self.as_point() {
            return Ok(Self::point(f(value)?));
        }
        let end = |bound: Bound| match bound.value() {
            Some(value) => f(value).map(Inclusive),
            None => Ok(Unbounded),
        };
        Ok(Self { lo: end(self.lo)?, hi: end(self.hi)? })
    }

    /// Whether the comparison holds between every, no, or some pairs of members.
    ///
    /// ```
    /// use cailiang::value::{Bound, Comparison, Interval, Rational, Truth};
    /// let below_ten = Interval::new(Bound::Unbounded, Bound::Exclusive(Rational::int(10))).unwrap();
    /// let ten = Interval::point(Rational::int(10));
    /// assert_eq!(below_ten.compare(Comparison::Lt, ten), Truth::True);
    /// assert_eq!(ten.compare(Comparison::Le, below_ten), Truth::False);
    /// ```
    #[must_use]
    pub fn compare(self, comparison: Comparison, other: Self) -> Truth {
        if let (Some(a), Some(b)) = (self.as_point(), other.as_point()) {
            return Truth::from(comparison.holds(a.cmp(&b)));
        }
        match comparison {
            Comparison::Lt => self.all_below(other, other.all_at_most(self)),
            Comparison::Ge => self.compare(Comparison::Lt, other).not(),
            Comparison::Gt => other.compare(Comparison::Lt, self),
            Comparison::Le => other.compare(Comparison::Lt, self).not(),
            // Two points were handled above, so equality cannot hold for every pair.
            Comparison::Eq if self.intersect(other).is_none() => Truth::False,
            Comparison::Ne if self.intersect(other).is_none() => Truth::True,
            Comparison::Eq | Comparison::Ne => Truth::Unknown,
        }
    }

    /// `<` given whether it is refuted for every pair.
    fn all_below(self, other: Self, refuted: bool) -> Truth {
        let proved = match (self.hi.value(), other.lo.value()) {
            (Some(high), Some(low)) => {
                high < low || (high == low && !(self.hi.is_inclusive() && other.lo.is_inclusive()))
            }
            _ => false,
        };
        match (proved, refuted) {
            (true, _) => Truth::True,
            (false, true) => Truth::False,
            (false, false) => Truth::Unknown,
        }
    }

    /// Whether no member of `self` is above any member of `other`.
    fn all_at_most(self, other: Self) -> bool {
        match (self.hi.value(), other.lo.value()) {
            (Some(high), Some(low)) => high <= low,
            _ => false,
        }
    }
}

/// An end as a factor of a product: its number or an infinity, and whether it is reached.
#[derive(Clone, Copy)]
struct Corner {
    number: Extended,
    reached: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Extended {
    Below, // minus infinity
    Finite(Rational),
    Above, // plus infinity
}

impl Extended {
    fn signum(self) -> i32 {
        match self {
            Self::Below => -1,
            Self::Finite(value) => value.signum(),
            Self::Above => 1,
        }
    }
}

impl Corner {
    fn low(bound: Bound) -> Self {
        let number = bound.value().map_or(Extended::Below, Extended::Finite);
        Self { number, reached: bound.is_inclusive() }
    }

    fn high(bound: Bound) -> Self {
        let number = bound.value().map_or(Extended::Above, Extended::Finite);
        Self { number, reached: bound.is_inclusive() }
    }

    fn is_zero(self) -> bool {
        self.number == Extended::Finite(Rational::ZERO)
    }

    fn mul(self, other: Self) -> Result<Self, ArithmeticError> {
        // A reached zero makes the product zero whatever the other factor is, be it unbounded or not
        // reached. A zero that is only approached is approached by the product too.
        if self.is_zero() || other.is_zero() {
            let reached = (self.is_zero() && self.reached) || (other.is_zero() && other.reached);
            return Ok(Self { number: Extended::Finite(Rational::ZERO), reached });
        }
        let number = match (self.number, other.number) {
            (Extended::Finite(a), Extended::Finite(b)) => Extended::Finite(a.mul(b)?),
            (a, b) if a.signum() == b.signum() => Extended::Above,
            _ => Extended::Below,
        };
        Ok(Self { number, reached: self.reached && other.reached })
    }

    fn lesser(self, other: Self) -> Self {
        self.either(other, other.number.cmp(&self.number))
    }

    fn greater(self, other: Self) -> Self {
        self.either(other, self.number.cmp(&other.number))
    }

    /// The one further out; at the same number it is reached if either reaches it.
    fn either(self, other: Self, further_out: Ordering) -> Self {
        match further_out {
            Ordering::Greater => self,
            Ordering::Less => other,
            Ordering::Equal => Self { number: self.number, reached: self.reached || other.reached },
        }
    }

    fn bound(self) -> Bound {
        match self.number {
            Extended::Finite(value) => Bound::at(value, self.reached),
            Extended::Below | Extended::Above => Unbounded,
        }
    }
}

#[cfg(test)]
mod tests;
