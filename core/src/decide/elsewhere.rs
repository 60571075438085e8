//! What is known of an act beside the provision that a decision is held against.

use super::finding::Finding;

/// What the same act bears under other provisions.
pub(super) struct Elsewhere<'a> {
    /// What is not to be found missing: it makes no possibility impossible.
    pub(super) left_out: &'a dyn Fn(&Finding) -> bool,
    /// Whether something is imposed there that is not confiscated.
    pub(super) imposed: bool,
}

impl Elsewhere<'_> {
    /// The act falls under one provision.
    pub(super) const NOTHING: Self = Self { left_out: &|_| false, imposed: false };
}
