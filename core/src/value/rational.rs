//! Exact fractions over `i128`, checked: the one number type of the engine.
//!
//! Money and day counts are whole or decimal, but a ratio of the statute's ends such as 3万 / 70万 does
//! not terminate and must not be rounded. A fraction holds all of them; nearly all fit 64 bits, so sums, products
//! and comparisons are tried on those first.

mod integer;

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroI64;

use rust_decimal::Decimal;

use super::{Beyond, Small};

use ArithmeticError::{DivisionByZero, Overflow};
pub(super) use integer::gcd_64;
use integer::{cancel, div_mod, gcd, gcd_i, negate, next_digit};

/// An exact fraction in lowest terms, `|numerator|` and denominator at most `i128::MAX`.
///
/// ```
/// use cailiang::value::Rational;
/// let third = Rational::new(10_000, 30_000).unwrap();
/// assert_eq!(third.to_string(), "1/3");
/// assert_eq!(third.mul(Rational::int(3)), Ok(Rational::ONE));
/// ```
// Numbers are copied and kept far more often than computed with: without the padding that 16 bytes of alignment ask for
// wherever one stands, an amount is a fifth smaller.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(C, packed(8))]
pub struct Rational {
    num: i128, // never i128::MIN, so that negation always succeeds
    den: i128, // > 0, and coprime to num, so that derived equality and hashing are those of the number
}

/// How a number between two multiples is brought to one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rounding {
    /// To the nearest; a half goes away from zero (四舍五入).
    HalfUp,
    /// To the nearest; a half goes to the even multiple (四舍六入五成双).
    HalfEven,
    /// To the multiple above (toward positive infinity).
    Up,
    /// To the multiple below (toward negative infinity).
    Down,
}

/// Why an exact result does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ArithmeticError {
    /// The exact result does not fit 127 bits of numerator or denominator.
    #[error("the number is too large to be computed exactly")]
    Overflow,
    /// The divisor is zero.
    #[error("division by zero")]
    DivisionByZero,
}

impl Rational {
    /// The number 0.
    pub const ZERO: Self = Self::int(0);
    /// The number 1.
    pub const ONE: Self = Self::int(1);
    /// The number 100, the denominator of percentages.
    pub const HUNDRED: Self = Self::int(100);

    /// The whole number `value`.
    #[must_use]
    #[allow(clippy::as_conversions)] // `From` is not const; widening loses nothing
    pub const fn int(value: i64) -> Self {
        Self { num: value as i128, den: 1 }
    }

    /// The fraction `num / den`, brought to lowest terms.
    ///
    /// # Errors
    /// `DivisionByZero` if `den` is 0; `Overflow` if the reduced fraction does not fit.
    ///
    /// ```
    /// use cailiang::value::{ArithmeticError, Rational};
    /// assert_eq!(Rational::new(6, -4).unwrap().to_string(), "-1.5");
    /// assert_eq!(Rational::new(i128::MIN, 1), Err(ArithmeticError::Overflow));
    /// ```
    pub fn new(num: i128, den: i128) -> Result<Self, ArithmeticError> {
        if den == 0 {
            return Err(DivisionByZero);
        }
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs());
        let part = |n: i128| {
            let n = n.unsigned_abs().checked_div(divisor).ok_or(Overflow)?;
            i128::try_from(n).map_err(|_| Overflow)
        };
        let (magnitude, den_part) = (part(num)?, part(den)?);
        let num_part = if (num < 0) == (den < 0) { magnitude } else { negate(magnitude) };
        Ok(Self { num: num_part, den: den_part })
    }

    /// Numerator and denominator.
    #[inline]
    pub(super) fn parts(self) -> (i128, i128) {
        (self.num, self.den)
    }

    /// The fraction of parts in lowest terms, `den > 0`.
    #[inline]
    pub(super) fn of_small(num: i64, den: NonZeroI64) -> Self {
        Self { num: num.into(), den: den.get().into() }
    }

    /// Both numbers, where both fit 64 bits.
    #[inline]
    fn small(self, other: Self) -> Result<(Small, Small), Beyond> {
        Ok((Small::of(self)?, Small::of(other)?))
    }

    /// A whole number, refusing the one value that has no negation.
    fn whole(num: i128) -> Result<Self, ArithmeticError> {
        if num == i128::MIN { Err(Overflow) } else { Ok(Self { num, den: 1 }) }
    }

    /// Reads `-12.50`: digits, an optional leading `-`, optionally a point with digits on both sides.
    ///
    /// Anything else, also an exponent, a `+`, grouping or a number that does not fit, is `None`.
    ///
    /// ```
    /// use cailiang::value::Rational;
    /// assert_eq!(Rational::parse("9999.990"), Rational::new(999_999, 100).ok());
    /// assert_eq!(Rational::parse(".5"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return None,
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        // Trailing zeros say nothing and would only use up the room of the denominator.
        let fraction = fraction.trim_end_matches('0');
        let mut num: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            num = num.checked_mul(10)?.checked_add(i128::from(byte.checked_sub(b'0')?))?;
        }
        let den = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let num = if negative { num.checked_neg()? } else { num };
        Self::new(num, den).ok()
    }

    /// The sum.
    ///
    /// # Errors
    /// `Overflow` if the sum does not fit.
    pub fn add(self, other: Self) -> Result<Self, ArithmeticError> {
        if let Ok(sum) = self.small(other).and_then(|(a, b)| a.add(b)) {
            return Ok(sum.rational());
        }
        if self.den == other.den {
            let num = self.num.checked_add(other.num).ok_or(Overflow)?;
            return if self.den == 1 { Self::whole(num) } else { Self::new(num, self.den) };
        }
        // Knuth 4.5.1: dividing by the common part first keeps the intermediate numbers small.
        let common = gcd_i(self.den, other.den)?;
        let left = self.den.checked_div(common).ok_or(Overflow)?;
        let right = other.den.checked_div(common).ok_or(Overflow)?;
        let a = self.num.checked_mul(right).ok_or(Overflow)?;
        let b = other.num.checked_mul(left).ok_or(Overflow)?;
        let num = a.checked_add(b).ok_or(Overflow)?;
        let shared = gcd_i(num, common)?;
        let num = num.checked_div(shared).ok_or(Overflow)?;
        let rest = other.den.checked_div(shared).ok_or(Overflow)?;
        let den = left.checked_mul(rest).ok_or(Overflow)?;
        if num == i128::MIN { Err(Overflow) } else { Ok(Self { num, den }) }
    }

    /// The difference `self - other`.
    ///
    /// # Errors
    /// `Overflow` if the difference does not fit.
    pub fn sub(self, other: Self) -> Result<Self, ArithmeticError> {
        self.add(other.neg())
    }

    /// The product.
    ///
    /// # Errors
    /// `Overflow` if the product does not fit.
    pub fn mul(self, other: Self) -> Result<Self, ArithmeticError> {
        if let Ok(product) = self.small(other).and_then(|(a, b)| a.mul(b)) {
            return Ok(product.rational());
        }
        if self.den == 1 && other.den == 1 {
            return Self::whole(self.num.checked_mul(other.num).ok_or(Overflow)?);
        }
        // Cancelling crosswise first: the product is then in lowest terms and overflows only if it must.
        let (a, d) = cancel(self.num, other.den)?;
        let (c, b) = cancel(other.num, self.den)?;
        let num = a.checked_mul(c).ok_or(Overflow)?;
        let den = b.checked_mul(d).ok_or(Overflow)?;
        if num == i128::MIN { Err(Overflow) } else { Ok(Self { num, den }) }
    }

    /// The quotient `self / other`.
    ///
    /// # Errors
    /// `DivisionByZero` if `other` is 0; `Overflow` if the quotient does not fit.
    pub fn div(self, other: Self) -> Result<Self, ArithmeticError> {
        let (num, den) = other.parts();
        match num.cmp(&0) {
            Ordering::Equal => Err(DivisionByZero),
            Ordering::Greater => self.mul(Self { num: den, den: num }),
            Ordering::Less => self.mul(Self { num: negate(den), den: negate(num) }),
        }
    }

    /// The number with the other sign.
    #[must_use]
    pub fn neg(self) -> Self {
        Self { num: negate(self.num), den: self.den }
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.num < 0 { self.neg() } else { self }
    }

    /// -1, 0 or 1.
    #[must_use]
    pub fn signum(self) -> i32 {
        match self.parts().0.cmp(&0) {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }
    }

    /// Whether the number is 0.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    /// Whether the number is whole.
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.den == 1
    }

    /// The greatest whole number not above this one.
    #[must_use]
    pub fn floor(self) -> Self {
        Self { num: div_mod(self.num, self.den).0, den: 1 }
    }

    /// The least whole number not below this one.
    #[must_use]
    pub fn ceil(self) -> Self {
        self.neg().floor().neg()
    }

    /// The multiple of `to` that `mode` chooses; the sign of `to` does not matter.
    ///
    /// # Errors
    /// `DivisionByZero` if `to` is 0; `Overflow` if a step does not fit.
    ///
    /// ```
    /// use cailiang::value::{Rational, Rounding};
    /// let cent = Rational::new(1, 100).unwrap();
    /// let half = Rational::new(25, 1000).unwrap(); // 0.025
    /// assert_eq!(half.round(Rounding::HalfUp, cent), Rational::new(3, 100));
    /// assert_eq!(half.round(Rounding::HalfEven, cent), Rational::new(2, 100));
    /// ```
    pub fn round(self, mode: Rounding, to: Self) -> Result<Self, ArithmeticError> {
        let to = to.abs();
        if to == Self::ONE { Ok(self.nearest(mode)) } else { self.div(to)?.nearest(mode).mul(to) }
    }

    fn nearest(self, mode: Rounding) -> Self {
        if self.den == 1 {
            return self;
        }
        let (below, rest) = div_mod(self.num, self.den);
        // Comparing with what is missing to the next whole, not doubling, cannot overflow.
        let half = rest.cmp(&self.den.saturating_sub(rest));
        let up = match mode {
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::HalfUp => half.is_gt() || (half.is_eq() && self.num > 0),
            Rounding::HalfEven => half.is_gt() || (half.is_eq() && below & 1 == 1),
        };
        if up { self.ceil() } else { self.floor() }
    }

    /// The whole number, or `None` if there is a fraction.
    #[must_use]
    pub fn to_i128(self) -> Option<i128> {
        self.is_integer().then_some(self.num)
    }

    /// The whole number, or `None` if there is a fraction or it does not fit.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        i64::try_from(self.to_i128()?).ok()
    }

    /// The same number as a decimal, or `None` if it does not terminate or needs more than 96 bits or 28 places.
    #[must_use]
    pub fn to_decimal(self) -> Option<Decimal> {
        let places = self.decimal_places()?;
        let scale = 10_i128.checked_pow(places)?.checked_div(self.den)?;
        Decimal::try_from_i128_with_scale(self.num.checked_mul(scale)?, places).ok()
    }

    /// How many digits stand behind the point, or `None` if they never end.
    ///
    /// ```
    /// use cailiang::value::Rational;
    /// assert_eq!(Rational::new(1, 8).unwrap().decimal_places(), Some(3));
    /// assert_eq!(Rational::new(1, 3).unwrap().decimal_places(), None);
    /// ```
    #[must_use]
    pub fn decimal_places(self) -> Option<u32> {
        if self.den == 1 {
            return Some(0);
        }
        let twos = self.den.trailing_zeros();
        let mut rest = self.den.checked_shr(twos)?;
        let mut fives: u32 = 0;
        while rest.checked_rem(5) == Some(0) {
            rest = rest.checked_div(5)?;
            fives = fives.checked_add(1)?;
        }
        (rest == 1).then_some(twos.max(fives))
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Self {
        Self::int(value)
    }
}

impl From<Decimal> for Rational {
    fn from(value: Decimal) -> Self {
        // A decimal has at most 96 bits and 28 places, so neither part saturates.
        let (mut num, mut den) = (value.mantissa(), 10_i128.saturating_pow(value.scale()));
        if den != 1 {
            let divisor = i128::try_from(gcd(num.unsigned_abs(), den.unsigned_abs())).unwrap_or(1);
            num = num.checked_div(divisor).unwrap_or(num);
            den = den.checked_div(divisor).unwrap_or(den);
        }
        Self { num, den }
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (self.parts(), other.parts());
        if a.1 == b.1 { a.0.cmp(&b.0) } else { compare_across(*self, *other) }
    }
}

#[inline(never)]
fn compare_across(a: Rational, b: Rational) -> Ordering {
    let (a, b) = (a.parts(), b.parts());
    let across = |a: (i128, i128), b: (i128, i128)| {
        let (num, den) = (i64::try_from(a.0).ok()?, i64::try_from(b.1).ok()?);
        Some(i128::from(num).wrapping_mul(i128::from(den))) // two factors of 64 bits cannot leave 128
    };
    if let (Some(left), Some(right)) = (across(a, b), across(b, a)) {
        return left.cmp(&right);
    }
    match (a.0.checked_mul(b.1), b.0.checked_mul(a.1)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => compare_by_parts(a, b),
    }
}

/// Compares two fractions term by term of their continued fractions, which never overflows.
fn compare_by_parts(mut a: (i128, i128), mut b: (i128, i128)) -> Ordering {
    loop {
        let (whole_a, rest_a) = div_mod(a.0, a.1);
        let (whole_b, rest_b) = div_mod(b.0, b.1);
        match (whole_a.cmp(&whole_b), rest_a == 0, rest_b == 0) {
            (Ordering::Equal, false, false) => {}
            (Ordering::Equal, a_ends, b_ends) => return b_ends.cmp(&a_ends),
            (different, ..) => return different,
        }
        // Both are equal so far: the order of the rests is the reverse order of their reciprocals.
        (a, b) = ((b.1, rest_b), (a.1, rest_a));
    }
}

impl fmt::Display for Rational {
    /// Decimal text when it terminates (`9999.99`), else the fraction (`1/3`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (num, den) = self.parts();
        if den == 1 {
            // Nearly every number, and 128 bits are divided by ten in software.
            return match i64::try_from(num) {
                Ok(short) => write!(f, "{short}"),
                Err(_) => write!(f, "{num}"),
            };
        }
        let Some(places) = self.decimal_places() else {
            return write!(f, "{num}/{den}");
        };
        let (whole, mut rest) = div_mod(num.saturating_abs(), den);
        write!(f, "{}{whole}.", if num < 0 { "-" } else { "" })?;
        for _ in 0..places {
            let digit;
            (digit, rest) = next_digit(rest, den);
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Rational {
    /// The same as `Display`: the two parts say less than the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::integer_division)]
mod tests;
