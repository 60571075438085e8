//! The whole-number steps below a fraction: greatest common divisor, division, one digit.

use super::ArithmeticError::{self, Overflow};

/// One step of long division, `rest * 10 / den`, by doublings so that no intermediate overflows.
pub(super) fn next_digit(rest: i128, den: i128) -> (u8, i128) {
    let (mut digit, mut left): (u8, i128) = (0, 0);
    // 10 in binary, highest bit first.
    for bit in [true, false, true, false] {
        digit = digit.saturating_mul(2);
        for addend in [left, if bit { rest } else { 0 }] {
            // left + addend - den, or left + addend where that is still below den
            let room = den.saturating_sub(addend);
            if left >= room {
                left = left.saturating_sub(room);
                digit = digit.saturating_add(1);
            } else {
                left = left.saturating_add(addend);
            }
        }
    }
    (digit, left)
}

/// The negation of a number that is not `i128::MIN` (which no `Rational` holds).
pub(super) fn negate(n: i128) -> i128 {
    n.saturating_neg()
}

/// Quotient rounded down and the rest, `0 <= rest < den`, for `den > 0`.
pub(super) fn div_mod(num: i128, den: i128) -> (i128, i128) {
    if den == 1 {
        return (num, 0);
    }
    // A denominator is above zero, so both exist.
    (num.checked_div_euclid(den).unwrap_or(0), num.checked_rem_euclid(den).unwrap_or(0))
}

/// Both numbers divided by their greatest common divisor; `den > 0`.
pub(super) fn cancel(num: i128, den: i128) -> Result<(i128, i128), ArithmeticError> {
    if den == 1 {
        return Ok((num, den));
    }
    let divisor = gcd_i(num, den)?;
    Ok((num.checked_div(divisor).ok_or(Overflow)?, den.checked_div(divisor).ok_or(Overflow)?))
}

pub(super) fn gcd_i(a: i128, b: i128) -> Result<i128, ArithmeticError> {
    i128::try_from(gcd(a.unsigned_abs(), b.unsigned_abs())).map_err(|_| Overflow)
}

/// Euclid's algorithm, in 64 bits as soon as both fit: 128-bit division is many times slower.
pub(super) fn gcd(mut a: u128, mut b: u128) -> u128 {
    loop {
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(gcd_64(small_a, small_b));
        }
        match a.checked_rem(b) {
            None => return a,
            Some(rest) => (a, b) = (b, rest),
        }
    }
}

/// Euclid's algorithm in 64 bits.
pub(in crate::value) fn gcd_64(mut a: u64, mut b: u64) -> u64 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
