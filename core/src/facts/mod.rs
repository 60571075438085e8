//! The facts of a case, decoded against what the offence declares. Missing is not wrong; an unknown name is.

mod decode;
mod error;

pub use crate::vocabulary::FactCode;
pub use decode::{MAX_SAFE, decode_each};
pub use error::FactError;

pub(crate) use decode::UNASCERTAINABLE;

use crate::expr::{FactId, Id, Val};
use crate::link::Linked;
use crate::syntax::Node;

/// A fact of the case: given, not asked yet, or asked and not provable.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Fact {
    /// Not asked yet.
    #[default]
    Missing,
    /// Asked and cannot be proved (无法查明).
    Unascertainable,
    /// Given.
    Given(Val),
}

/// The facts of a case, for one linked unit.
#[derive(Clone, Debug)]
pub struct Facts {
    pub(crate) slots: Vec<Fact>,
    /// Facts of the ruleset that were given but that this offence does not read.
    pub(crate) unread: Vec<String>,
}

impl Facts {
    /// No fact is known yet.
    pub fn none(of: &impl AsRef<Linked>) -> Self {
        Self { slots: vec![Fact::Missing; of.as_ref().facts.len()], unread: Vec::new() }
    }

    /// What is known of a fact.
    pub fn get(&self, id: FactId) -> &Fact {
        self.slots.get(id.position()).unwrap_or(&Fact::Missing)
    }

    /// Sets a fact that was decoded or checked before.
    pub fn set(&mut self, id: FactId, fact: Fact) {
        if let Some(slot) = self.slots.get_mut(id.position()) {
            *slot = fact;
        }
    }

    /// Facts of one part of a case stand in the place of the common ones, also where they say that one is not known.
    pub(crate) fn overlay(&mut self, own: Self, of: &Linked, node: &Node) {
        for (id, declared) in of.facts.enumerate() {
            if node.get(&declared.name).is_some() {
                self.set(id, own.get(id).clone());
            }
        }
        for name in own.unread {
            if !self.unread.contains(&name) {
                self.unread.push(name);
            }
        }
    }

    /// Whether every fact is given.
    pub(crate) fn all_given(&self) -> bool {
        self.slots.iter().all(|fact| matches!(fact, Fact::Given(_)))
    }

    /// Whether no fact is missing.
    pub fn complete(&self) -> bool {
        !self.slots.iter().any(|fact| matches!(fact, Fact::Missing))
    }
}
