//! Amounts: ranges whose ends may themselves be known only within bounds.

use crate::expr::{Num, compare};
use crate::value::{Bound, Comparison, Interval, Rational, Truth};
use crate::vocabulary::Incomputable;

/// One end of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The number; a range while facts are missing.
    pub at: Num,
    /// Whether the number itself is out.
    pub open: bool,
}

impl Edge {
    /// An end that is in.
    pub fn closed(at: Num) -> Self {
        Self { at, open: false }
    }
}

/// A range of a sanction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The lower end.
    pub lo: Edge,
    /// The upper end; none = no upper end.
    pub hi: Option<Edge>,
    /// Whether the text states a minimum (`2万元以下` does not).
    pub has_min: bool,
    /// A guiding point.
    pub default: Option<Num>,
}

/// An amount, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly every measure is a range, and it is copied, not kept")]
pub enum Measure {
    /// A range.
    Range(Amount),
    /// No number can be computed; never 0.
    Incomputable(Incomputable),
}

impl Amount {
    /// One amount.
    pub fn point(at: Num) -> Self {
        Self { lo: Edge::closed(at), hi: Some(Edge::closed(at)), has_min: true, default: None }
    }

    /// Everything between two ends that are known.
    pub fn of(interval: Interval) -> Self {
        let edge = |bound: Bound| bound.value().map(|n| Edge { at: Num::Point(n), open: !bound.is_inclusive() });
        let lo = edge(interval.lo()).unwrap_or(Edge { at: Num::Range(interval), open: false });
        Self { lo, hi: edge(interval.hi()), has_min: true, default: None }
    }

    /// Whether nothing about it is open.
    pub fn is_known(&self) -> bool {
        self.lo.at.point().is_some()
            && self.hi.is_none_or(|h| h.at.point().is_some())
            && self.default.is_none_or(|d| d.point().is_some())
    }

    /// Whether it is one number.
    pub fn as_point(&self) -> Option<Rational> {
        let (lo, hi) = (self.lo.at.point()?, self.hi?.at.point()?);
        (lo == hi).then_some(lo)
    }

    /// Everything it may be.
    pub fn hull(&self) -> Interval {
        let open = |bound: Bound, open: bool| match bound {
            Bound::Inclusive(n) if open => Bound::Exclusive(n),
            other => other,
        };
        let lo = open(self.lo.at.least(), self.lo.open);
        let hi = self.hi.map_or(Bound::Unbounded, |h| open(h.at.greatest(), h.open));
        // A single number is never out of its own range.
        let closed = |b: Bound| b.value().map_or(Bound::Unbounded, Bound::Inclusive);
        Interval::new(lo, hi).or_else(|| Interval::new(closed(lo), closed(hi))).unwrap_or(Interval::ALL)
    }

    /// Whether a number lies in it: a guiding point that does not is none.
    pub(crate) fn holds(&self, number: Num) -> Truth {
        let lo = if self.lo.open { Comparison::Gt } else { Comparison::Ge };
        let hi = |hi: Edge| compare(if hi.open { Comparison::Lt } else { Comparison::Le }, number, hi.at);
        compare(lo, number, self.lo.at).and(self.hi.map_or(Truth::True, hi))
    }

    /// Whether it leaves a choice: more than one number.
    pub(crate) fn is_wide(&self) -> Truth {
        self.hi.map_or(Truth::True, |hi| compare(Comparison::Gt, hi.at, self.lo.at))
    }

    /// The hull of two amounts, as an amount.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        if self == other {
            return *self;
        }
        let whole = self.hull().hull(other.hull());
        let edge = |bound: Bound| bound.value().map(|n| Edge { at: Num::Point(n), open: !bound.is_inclusive() });
        Self {
            lo: edge(whole.lo()).unwrap_or(Edge { at: Num::Range(whole), open: false }),
            hi: edge(whole.hi()),
            has_min: self.has_min && other.has_min,
            default: if self.default == other.default { self.default } else { None },
        }
    }
}

impl Measure {
    /// The range, if there is one.
    pub fn range(&self) -> Option<&Amount> {
        match self {
            Self::Range(amount) => Some(amount),
            Self::Incomputable(_) => None,
        }
    }

    /// Everything it may be, if it is a range.
    pub(crate) fn hull(&self) -> Option<Interval> {
        self.range().map(Amount::hull)
    }

    /// The hull of two: a range wins over no number, since it bounds what is possible.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Range(a), Self::Range(b)) => Self::Range(a.join(b)),
            (Self::Range(_), _) => *self,
            _ => *other,
        }
    }

    /// The hull of two that may not be there.
    #[inline]
    pub fn join_all(a: Option<Self>, b: Option<Self>) -> Option<Self> {
        match (a, b) {
            (Some(a), Some(b)) => Some(a.join(&b)),
            (a, b) => a.or(b),
        }
    }

    /// Whether nothing about it is open.
    pub fn is_known(&self) -> bool {
        self.range().is_none_or(Amount::is_known)
    }
}
