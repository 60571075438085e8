//! Amounts of two outcomes compared end by end; what missing facts leave open stays open.

use crate::outcome::{Amount, Edge, Measure};
use crate::value::{Bound, Comparison, Interval, Rational, Truth};

/// An amount, end by end; while facts are missing an end may lie anywhere in the amount. No upper end = surely none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ends {
    lo: (Interval, bool),
    hi: Option<(Interval, bool)>,
}

impl Ends {
    /// The ends of a measure; none where it is no number. `exact` = no missing fact could still move an end.
    pub(super) fn of(measure: &Measure, exact: bool) -> Option<Self> {
        let amount = measure.range()?;
        if exact {
            let end = |edge: Edge| (edge.at.interval(), edge.open);
            return Some(Self { lo: end(amount.lo), hi: amount.hi.map(end) });
        }
        // That nothing bounds it from above may be the doing of what is missing: then no end is known, not none.
        let anywhere = (amount.hull(), false);
        Some(Self { lo: anywhere, hi: Some(anywhere) })
    }

    /// Whether the lower end is no higher.
    pub(super) fn lo_le(&self, other: &Self) -> Truth {
        // At the same number the end that is out is the higher one.
        at_most(self.lo.0, other.lo.0, self.lo.1 && !other.lo.1)
    }

    /// Whether the upper end is no higher.
    pub(super) fn hi_le(&self, other: &Self) -> Truth {
        match (self.hi, other.hi) {
            (_, None) => Truth::True,
            // Without bound against an end that is not known: it may be no end at all.
            (None, Some((b, _))) if b.hi() == Bound::Unbounded => Truth::Unknown,
            (None, Some(_)) => Truth::False,
            (Some(a), Some(b)) => at_most(a.0, b.0, b.1 && !a.1),
        }
    }
}

/// `a ≤ b` for numbers that lie somewhere in these intervals; `strict` makes it `a < b`.
fn at_most(a: Interval, b: Interval, strict: bool) -> Truth {
    let comparison = if strict { Comparison::Lt } else { Comparison::Le };
    a.compare(comparison, b)
}

/// Everything an amount may be, with nothing at all where it may be absent.
pub(super) fn contribution(amount: &Amount, surely: bool) -> Interval {
    let whole = amount.hull();
    if surely { whole } else { whole.hull(Interval::point(Rational::ZERO)) }
}
