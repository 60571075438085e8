//! One offence with its facts, what came out, and what the general part says of it.

use std::sync::Arc;

use super::circumstances::Circumstances;
use crate::expr::FactId;
use crate::facts::Facts;
use crate::link::Program;
use crate::outcome::Outcome;

/// An offence with its facts and what came out.
#[derive(Debug)]
pub struct Evaluated {
    /// The linked offence; shared, because it outlives the request that it was linked for.
    pub program: Arc<Program>,
    /// The facts.
    pub facts: Facts,
    /// The outcome.
    pub outcome: Outcome,
    /// What the general part says; none where one offence alone is asked for.
    pub general: Option<Circumstances>,
}

impl Evaluated {
    /// Whether no fact that matters is missing.
    pub fn determined(&self) -> bool {
        self.outcome.determined && self.general.as_ref().is_none_or(|g| g.needed.is_empty())
    }

    /// The missing facts that matter, best next question first; those of the general part come last.
    pub fn needed(&self) -> Vec<FactId> {
        let mut needed = self.outcome.needed.clone();
        let more = self.general.iter().flat_map(|g| &g.needed).copied();
        needed.extend(more.filter(|id| !self.outcome.needed.contains(id)).collect::<Vec<_>>());
        needed
    }
}
