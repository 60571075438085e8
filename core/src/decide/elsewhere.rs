//! What is known of an act beside the provision that a decision is held against.

use super::finding::Finding;

/// What the same act bears under other provisions, and who decides.
pub(super) struct Elsewhere<'a> {
    /// What is not to be found missing: it makes no possibility impossible.
    pub(super) left_out: &'a dyn Fn(&Finding) -> bool,
    /// Whether something is imposed there that is not confiscated.
    pub(super) imposed: bool,
    /// Whether the case says which organ decides. Where it does, its power is held against the decision apart.
    pub(super) organ: bool,
}

impl Elsewhere<'_> {
    /// The act falls under one provision, and nobody says who decides.
    pub(super) const NOTHING: Self = Self { left_out: &|_| false, imposed: false, organ: false };
}
