//! Fractions of 64 bits: what nearly every number of a case is, held in two registers.
//!
//! Each operation gives exactly what [`Rational`] gives, or says that the number is beyond it; then the whole is
//! computed with `Rational`.

use std::cmp::Ordering;
use std::num::NonZeroI64;

use super::Rational;
use super::rational::gcd_64;

/// A fraction in lowest terms whose parts fit 64 bits.
///
/// ```
/// use cailiang::value::{Beyond, Rational, Small};
/// let most = Small::of(Rational::int(i64::MAX)).unwrap();
/// assert_eq!(most.add(most), Err(Beyond)); // Rational::add has the sum
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Small {
    num: i64,        // never i64::MIN, so that negation always succeeds
    den: NonZeroI64, // above 0, and coprime to num
}

/// The result does not fit 64 bits, or there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond;

impl Small {
    /// The same number.
    ///
    /// # Errors
    /// `Beyond` if a part does not fit.
    #[inline]
    pub fn of(n: Rational) -> Result<Self, Beyond> {
        let (num, den) = n.parts();
        match (i64::try_from(num), i64::try_from(den)) {
            (Ok(num), Ok(den)) => Self::reduced(Some(num), Some(den)),
            _ => Err(Beyond),
        }
    }

    /// The same number.
    #[must_use]
    #[inline]
    pub fn rational(self) -> Rational {
        Rational::of_small(self.num, self.den)
    }

    /// Parts that are in lowest terms already.
    #[inline]
    fn reduced(num: Option<i64>, den: Option<i64>) -> Result<Self, Beyond> {
        match (num, den.and_then(NonZeroI64::new)) {
            (Some(num), Some(den)) if num != i64::MIN => Ok(Self { num, den }),
            _ => Err(Beyond),
        }
    }

    #[inline]
    fn is_whole(self) -> bool {
        self.den.get() == 1
    }

    /// The sum.
    ///
    /// # Errors
    /// `Beyond` if it does not fit.
    #[inline]
    pub fn add(self, other: Self) -> Result<Self, Beyond> {
        if self.is_whole() && other.is_whole() {
            return Self::reduced(self.num.checked_add(other.num), Some(1));
        }
        self.add_parts(other)
    }

    fn add_parts(self, other: Self) -> Result<Self, Beyond> {
        let (a, b) = (self.den.get(), other.den.get());
        let left = self.num.checked_mul(b).ok_or(Beyond)?;
        let right = other.num.checked_mul(a).ok_or(Beyond)?;
        let num = left.checked_add(right).ok_or(Beyond)?;
        let (num, den) = cancel(num, a.checked_mul(b).ok_or(Beyond)?)?;
        Self::reduced(Some(num), Some(den))
    }

    /// The difference `self - other`.
    ///
    /// # Errors
    /// `Beyond` if it does not fit.
    #[inline]
    pub fn sub(self, other: Self) -> Result<Self, Beyond> {
        self.add(Self { num: other.num.saturating_neg(), ..other })
    }

    /// The product.
    ///
    /// # Errors
    /// `Beyond` if it does not fit.
    #[inline]
    pub fn mul(self, other: Self) -> Result<Self, Beyond> {
        if self.is_whole() && other.is_whole() {
            return Self::reduced(self.num.checked_mul(other.num), Some(1));
        }
        self.mul_parts(other)
    }

    fn mul_parts(self, other: Self) -> Result<Self, Beyond> {
        // Cancelling crosswise first: the product is then in lowest terms.
        let (a, d) = cancel(self.num, other.den.get())?;
        let (c, b) = cancel(other.num, self.den.get())?;
        Self::reduced(a.checked_mul(c), b.checked_mul(d))
    }

    /// The quotient `self / other`.
    ///
    /// # Errors
    /// `Beyond` if it does not fit, or `other` is 0.
    pub fn div(self, other: Self) -> Result<Self, Beyond> {
        let (num, den) = (other.num, other.den.get());
        if num < 0 {
            self.mul_parts(Self::reduced(Some(den.saturating_neg()), num.checked_neg())?)
        } else {
            self.mul_parts(Self::reduced(Some(den), Some(num))?)
        }
    }
}

/// Both numbers divided by their greatest common divisor; `den > 0`.
fn cancel(num: i64, den: i64) -> Result<(i64, i64), Beyond> {
    if den == 1 {
        return Ok((num, den));
    }
    let divisor = i64::try_from(gcd_64(num.unsigned_abs(), den.unsigned_abs())).map_err(|_| Beyond)?;
    Ok((num.checked_div(divisor).ok_or(Beyond)?, den.checked_div(divisor).ok_or(Beyond)?))
}

impl PartialOrd for Small {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Small {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.den == other.den {
            return self.num.cmp(&other.num);
        }
        // Two factors of 64 bits cannot leave 128.
        let across = |num: i64, den: NonZeroI64| i128::from(num).wrapping_mul(i128::from(den.get()));
        across(self.num, other.den).cmp(&across(other.num, self.den))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(num: i128, den: i128) -> (Rational, Small) {
        let number = Rational::new(num, den).unwrap();
        (number, Small::of(number).unwrap())
    }

    /// Every operation on every pair is that of `Rational`, or beyond.
    #[test]
    fn it_computes_what_a_rational_computes_or_nothing() {
        let most = i128::from(i64::MAX);
        let numbers: Vec<(Rational, Small)> = [
            (0, 1),
            (1, 1),
            (-1, 1),
            (7, 1),
            (1, 2),
            (-1, 2),
            (3, 10),
            (-7, 10),
            (1, 3),
            (5, 6),
            (9_600, 1),
            (-19, 100),
            (960_001, 100),
            (1_000_000, 7),
            (most, 1),
            (-most, 1),
            (1, most),
            (most, most - 1),
            (1 - most, most),
        ]
        .map(|(num, den)| small(num, den))
        .into();
        let (mut fitted, mut beyond) = (0, 0);
        for (a, x) in &numbers {
            assert_eq!(x.rational(), *a);
            for (b, y) in &numbers {
                assert_eq!(x.cmp(y), a.cmp(b), "{a} {b}");
                let all =
                    [(x.add(*y), a.add(*b)), (x.sub(*y), a.sub(*b)), (x.mul(*y), a.mul(*b)), (x.div(*y), a.div(*b))];
                for (got, wanted) in all {
                    match got {
                        Ok(got) => {
                            fitted += 1;
                            assert_eq!(Ok(got.rational()), wanted, "{a} {b}");
                        }
                        Err(Beyond) => beyond += 1,
                    }
                }
            }
        }
        assert!(fitted > beyond && beyond > 0, "{fitted} {beyond}");
        assert_eq!(small(3, 1).1.div(small(0, 1).1), Err(Beyond));
        for edge in [i128::from(i64::MIN), i128::from(i64::MAX) + 1] {
            assert_eq!(Small::of(Rational::new(edge, 1).unwrap()), Err(Beyond));
        }
    }
}
