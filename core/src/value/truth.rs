//! Three-valued truth (strong Kleene): what can be said of a condition when facts are missing.

/// What is known of a condition; ordered `False < Unknown < True`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// The condition fails for every completion of the facts.
    False,
    /// Some completions may satisfy the condition and others not.
    Unknown,
    /// The condition holds for every completion of the facts.
    True,
}

impl Truth {
    /// Both hold: the lesser of the two.
    ///
    /// ```
    /// use cailiang::value::Truth;
    /// assert_eq!(Truth::Unknown.and(Truth::False), Truth::False);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// At least one holds: the greater of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The opposite; the negation of the unknown is unknown.
    #[must_use]
    pub fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }

    /// Whether the condition holds for every completion.
    #[must_use]
    pub fn is_true(self) -> bool {
        self == Self::True
    }

    /// Whether the condition fails for every completion.
    #[must_use]
    pub fn is_false(self) -> bool {
        self == Self::False
    }

    /// Whether neither can be said.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self == Self::Unknown
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    #[test]
    fn tables_are_strong_kleene() {
        for (a, b, and, or) in [
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (False, True, False, True),
            (Unknown, Unknown, Unknown, Unknown),
            (Unknown, True, Unknown, True),
            (True, True, True, True),
        ] {
            assert_eq!((a.and(b), b.and(a)), (and, and));
            assert_eq!((a.or(b), b.or(a)), (or, or));
            assert_eq!(a.and(b).not(), a.not().or(b.not()));
        }
    }
}
