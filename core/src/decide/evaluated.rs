//! One offence with its facts, what came out, and what the general part says of it.

use std::sync::Arc;

use super::circumstances::Circumstances;
use crate::expr::{Expr, FactId, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
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

    /// The facts given, in the order of declaration, but for those that only say that a circumstance does not hold:
    /// that nobody was coerced is no finding to recite.
    pub fn found(&self) -> Vec<FactId> {
        let linked = &self.program.linked;
        let of = |wanted: bool| {
            linked.reads(|visit: &mut dyn FnMut(&Expr)| {
                for (circumstance, number) in self.program.circumstances.iter().zip(0usize..) {
                    let found = self.general.iter().flat_map(|g| &g.found).any(|f| f.circumstance == number);
                    if found == wanted {
                        walk::cond(&circumstance.when, &linked.atoms, visit);
                    }
                }
            })
        };
        let (held, not_held) = (of(true), of(false));
        let counts = |id: FactId| self.program.selecting.contains(&id) || linked.facts.at(id).money;
        let recited = |id: &FactId| !not_held.contains(id) || held.contains(id) || counts(*id);
        let given = |id: &FactId| !matches!(self.facts.get(*id), Fact::Missing);
        linked.facts.enumerate().map(|(id, _)| id).filter(given).filter(recited).gather()
    }

    /// The missing facts that matter, best next question first; those of the general part come last.
    pub fn needed(&self) -> Vec<FactId> {
        let mut needed = self.outcome.needed.clone();
        let more = self.general.iter().flat_map(|g| &g.needed).copied();
        needed.extend(more.filter(|id| !self.outcome.needed.contains(id)).gather::<Vec<_>>());
        needed
    }
}
