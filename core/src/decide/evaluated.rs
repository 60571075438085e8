//! One offence with its facts, what came out, and what the general part says of it.

use std::sync::Arc;

use super::allowed::{Allowed, Asked, Basis};
use super::circumstances::Circumstances;
use super::execution::Execution;
use crate::expr::{Expr, FactId, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Outcome, Verdict};
use crate::ruleset::CircumstanceId;
use crate::vocabulary::Force;

/// An offence with its facts and what came out.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The linked offence; shared, because it outlives the request that it was linked for.
    pub program: Arc<Program>,
    /// The facts.
    pub facts: Facts,
    /// The outcome.
    pub outcome: Outcome,
    /// What the general part says; none where one offence alone is asked for.
    pub general: Option<Circumstances>,
    /// What of it is decided and may not be executed; only a case looks at that.
    pub executions: Vec<Execution>,
}

/// Whether there is a penalty at all, the general part looked at too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether no missing fact can change it.
    pub certain: bool,
    /// The circumstance for which 不予处罚 is mandatory, where that is the ground.
    pub ground: Option<CircumstanceId>,
    /// What it waits for where it is not certain.
    pub open: Awaited,
}

/// What a verdict that is not certain waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Awaited {
    /// Whether the offence is established, or its table punishes at all.
    pub offence: bool,
    /// Whether it is too late to punish; only a case looks at that.
    pub limitation: bool,
    /// Whether a circumstance of the general part exempts.
    pub exemption: bool,
}

/// What the law says of punishing at all: the verdict of the table, unless the general part exempts.
///
/// # Basis
/// 行政处罚法（2021年） 第三十条、第三十一条、第三十三条: 不予处罚 takes the place of the penalty, whatever its range.
pub fn judged(outcome: &Outcome, general: Option<&Circumstances>) -> Judged {
    let open = Awaited { offence: !outcome.verdict_certain, ..Awaited::default() };
    let plain = Judged { verdict: outcome.verdict, certain: outcome.verdict_certain, ground: None, open };
    match general.and_then(Circumstances::exempt).filter(|_| outcome.verdict == Verdict::Sanctioned) {
        Some((ground, true)) => Judged { verdict: Verdict::NoPenalty(Force::Must), ground: Some(ground), ..plain },
        Some((_, false)) => Judged { certain: false, open: Awaited { exemption: true, ..open }, ..plain },
        None => plain,
    }
}

impl Evaluated {
    /// What the ways that remain are made of.
    pub fn basis(&self) -> Basis<'_> {
        Basis { program: &self.program, outcome: &self.outcome, general: self.general.as_ref() }
    }

    /// What the authority may still decide, whatever is still to be found out.
    pub fn allowed(&self) -> Allowed {
        Allowed::of(self.basis(), Asked::WholeCase)
    }

    /// Whether there is a penalty at all.
    pub fn judged(&self) -> Judged {
        judged(&self.outcome, self.general.as_ref())
    }

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
                for (id, circumstance) in self.program.circumstances.enumerate() {
                    let found = self.general.iter().flat_map(|g| &g.found).any(|f| f.circumstance == id);
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
