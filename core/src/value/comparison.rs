//! The six comparisons, and how they turn into each other.

use std::cmp::Ordering;

/// A comparison of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Comparison {
    /// The comparison that says the same with the sides exchanged: `a < b` is `b > a`.
    #[must_use]
    pub const fn flip(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            Self::Eq | Self::Ne => self,
        }
    }

    /// The comparison that holds exactly where this one does not: `<` becomes `>=`.
    #[must_use]
    pub const fn negate(self) -> Self {
        match self {
            Self::Eq => Self::Ne,
            Self::Ne => Self::Eq,
            Self::Lt => Self::Ge,
            Self::Ge => Self::Lt,
            Self::Gt => Self::Le,
            Self::Le => Self::Gt,
        }
    }

    /// Whether the comparison holds of two things in this order.
    #[must_use]
    pub const fn holds(self, ordering: Ordering) -> bool {
        match ordering {
            Ordering::Less => matches!(self, Self::Ne | Self::Lt | Self::Le),
            Ordering::Equal => matches!(self, Self::Eq | Self::Le | Self::Ge),
            Ordering::Greater => matches!(self, Self::Ne | Self::Gt | Self::Ge),
        }
    }
}
