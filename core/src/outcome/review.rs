//! Review points: where a person must look, decide or give reasons. Nothing is resolved in silence.

use std::sync::Arc;

use super::Measure;
use crate::expr::{DefineId, FactId, FactorId};
use crate::ruleset::{BranchId, CircumstanceId, EffectId, PositionId, RowId, SanctionId};
use crate::vocabulary::ReviewCode;

/// What a review point is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The offence.
    Offence,
    /// A mark of the file, the offence or the clause, by position.
    Mark(usize),
    /// A sanction of the clause.
    Sanction(SanctionId),
    /// A branch of the clause.
    Branch(BranchId),
    /// A row of the benchmark.
    Row(RowId),
    /// A position of the benchmark.
    Position(PositionId),
    /// A circumstance.
    Circumstance(CircumstanceId),
    /// A row of an effect.
    Effect(EffectId),
    /// A factor.
    Factor(FactorId),
    /// A fact.
    Fact(FactId),
    /// A definition that is a factor.
    Define(DefineId),
}

/// Where a person must look.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPoint {
    /// Why.
    pub code: ReviewCode,
    /// What it is about.
    pub rule: Rule,
    /// The row, factor or branch beside it, where two things meet.
    pub with: Option<Rule>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The result before it was bounded.
    pub before: Option<Measure>,
    /// The result after.
    pub after: Option<Measure>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl ReviewPoint {
    /// A point about a rule.
    pub fn new(code: ReviewCode, rule: Rule) -> Self {
        Self { code, rule, with: None, certain: true, before: None, after: None, basis: None }
    }

    /// The sanction it is about, whose measure its amounts are in.
    pub fn sanction(&self) -> Option<SanctionId> {
        [Some(self.rule), self.with].into_iter().flatten().find_map(|rule| match rule {
            Rule::Sanction(sanction) => Some(sanction),
            _ => None,
        })
    }

    /// Whether two points say the same of the same, whatever the amounts.
    pub fn same(&self, other: &Self) -> bool {
        self.code == other.code && self.rule == other.rule && self.with == other.with
    }

    /// Takes in the same point found under other values: certain where both are, amounts joined.
    pub(crate) fn take_in(&mut self, other: &Self) {
        self.certain = self.certain && other.certain;
        self.before = Measure::join_all(self.before, other.before);
        self.after = Measure::join_all(self.after, other.after);
    }
}
