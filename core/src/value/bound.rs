//! The end of a range: a number that belongs to it or not, or no end at all.

use std::cmp::Ordering;

use super::{ArithmeticError, Rational};

/// One end of a range; always stated, never defaulted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The number itself belongs to the range (以上, 以下 in most texts).
    Inclusive(Rational),
    /// The range comes as close as you like to the number without it (不满, 超过).
    Exclusive(Rational),
    /// There is no end on this side.
    Unbounded,
}

use Bound::{Exclusive, Inclusive, Unbounded};

impl Bound {
    /// The number at this end, whether it belongs to the range or not.
    #[must_use]
    pub fn value(self) -> Option<Rational> {
        match self {
            Inclusive(value) | Exclusive(value) => Some(value),
            Unbounded => None,
        }
    }

    /// Whether the number at this end belongs to the range.
    #[must_use]
    pub fn is_inclusive(self) -> bool {
        matches!(self, Inclusive(_))
    }

    pub(super) fn at(value: Rational, inclusive: bool) -> Self {
        if inclusive { Inclusive(value) } else { Exclusive(value) }
    }

    pub(super) fn neg(self) -> Self {
        match self {
            Inclusive(value) => Inclusive(value.neg()),
            Exclusive(value) => Exclusive(value.neg()),
            Unbounded => Unbounded,
        }
    }

    /// The end of a sum: reached only if both are.
    pub(super) fn add(self, other: Self) -> Result<Self, ArithmeticError> {
        match (self.value(), other.value()) {
            (Some(a), Some(b)) => Ok(Self::at(a.add(b)?, self.is_inclusive() && other.is_inclusive())),
            _ => Ok(Unbounded),
        }
    }

    /// Order of lower ends: no end, then by number, at the same number the one that includes it first.
    pub(super) fn cmp_lower(self, other: Self) -> Ordering {
        match (self.value(), other.value()) {
            (Some(a), Some(b)) => a.cmp(&b).then(other.is_inclusive().cmp(&self.is_inclusive())),
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }

    /// Order of upper ends: the mirror image of lower ends.
    pub(super) fn cmp_upper(self, other: Self) -> Ordering {
        other.neg().cmp_lower(self.neg())
    }

    pub(super) fn min_lower(self, other: Self) -> Self {
        if self.cmp_lower(other).is_le() { self } else { other }
    }

    pub(super) fn max_lower(self, other: Self) -> Self {
        if self.cmp_lower(other).is_ge() { self } else { other }
    }

    pub(super) fn min_upper(self, other: Self) -> Self {
        if self.cmp_upper(other).is_le() { self } else { other }
    }

    pub(super) fn max_upper(self, other: Self) -> Self {
        if self.cmp_upper(other).is_ge() { self } else { other }
    }
}
