//! A list that mostly has one entry: then it needs no memory of its own.

use std::ops::Deref;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Few<T> {
    One([T; 1]),
    /// None, or more than one.
    Several(Vec<T>),
}

impl<T> Few<T> {
    pub(super) const NONE: Self = Self::Several(Vec::new());

    pub(super) fn push(&mut self, next: T) {
        match self {
            Self::Several(entries) if entries.is_empty() => *self = Self::One([next]),
            Self::Several(entries) => entries.push(next),
            Self::One(_) => {
                if let Self::One([first]) = std::mem::replace(self, Self::NONE) {
                    *self = Self::Several(vec![first, next]);
                }
            }
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => one,
            Self::Several(entries) => entries,
        }
    }
}
