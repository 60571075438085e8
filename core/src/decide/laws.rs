//! The tables that govern an act beside its offence on one day: special law first, each with the facts it reads.

use std::sync::Arc;

use crate::evaluate::Env;
use crate::expr::{Cond, EvalError, Expr, FactId, Num, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::{CaseLaw, Governing};
use crate::ruleset::{CaseRules, ProvisionRow};
use crate::value::{Date, Truth};
use crate::vocabulary::Provided;

/// The laws of one day, in order, with their facts.
#[derive(Debug)]
pub struct Laws {
    /// The day.
    pub day: Date,
    pub(super) laws: Vec<CaseLaw>,
    pub(super) facts: Vec<Facts>,
}

/// A row that holds or may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) law: usize,
    pub(super) row: usize,
    pub(super) holds: Truth,
}

/// The rows found by trying all in order.
pub(super) struct RowsFound {
    pub(super) hits: Vec<Hit>,
    /// Whether one of them surely holds.
    pub(super) settled: bool,
    /// Missing facts that conditions not settled read, by name.
    pub(super) needed: Vec<Arc<str>>,
}

impl Laws {
    pub(super) fn new(day: Date, laws: Vec<CaseLaw>) -> Self {
        let facts = laws.iter().map(Facts::none).gather();
        Self { day, laws, facts }
    }

    /// The document at a position.
    pub fn get(&self, law: usize) -> Option<&CaseLaw> {
        self.laws.get(law)
    }

    /// The documents, special before general.
    pub fn laws(&self) -> impl Iterator<Item = &CaseLaw> {
        self.laws.iter()
    }

    /// The versions that govern.
    pub fn governing(&self) -> impl Iterator<Item = &Governing> {
        self.laws.iter().flat_map(|l| &l.linked.governing)
    }

    /// Whether the same texts govern.
    pub(super) fn same_texts(&self, other: &Self) -> bool {
        let texts = |l: &'_ Self| l.governing().map(|g| g.digests.clone()).gather::<Vec<_>>();
        texts(self) == texts(other)
    }

    /// The provision that they cite for something: special law before general.
    pub(super) fn provision(&self, wanted: Provided) -> Option<&ProvisionRow> {
        self.laws.iter().flat_map(|law| &law.rules.provisions).find(|row| row.cited_for == wanted)
    }

    /// The first row that holds, and those before it that may: special law before general, each in its order.
    pub(super) fn first<'a, R: 'a>(
        &'a self,
        which: impl Fn(&CaseLaw) -> bool,
        rows: impl Fn(&'a CaseRules) -> &'a Vec<R>,
        when: impl Fn(&'a R) -> Option<&'a Cond>,
    ) -> Result<RowsFound, EvalError> {
        let mut found = RowsFound { hits: Vec::new(), settled: false, needed: Vec::new() };
        for ((law, facts), number) in self.laws.iter().zip(&self.facts).zip(0usize..).filter(|((law, _), _)| which(law))
        {
            for (row, position) in rows(&law.rules).iter().zip(0usize..) {
                let holds = when(row).map_or(Ok(Truth::True), |cond| holds(law, facts, cond))?;
                match holds {
                    Truth::False => continue,
                    Truth::True => found.settled = true,
                    Truth::Unknown => found.needed.extend(when(row).into_iter().flat_map(|c| missing(law, facts, c))),
                }
                found.hits.push(Hit { law: number, row: position, holds });
                if found.settled {
                    return Ok(found);
                }
            }
        }
        Ok(found)
    }

    /// A number that a row of a law states.
    pub(super) fn number(&self, law: usize, expr: &Expr) -> Result<Num, EvalError> {
        let unknown = Num::Range(crate::value::Interval::ALL);
        let (Some(law), Some(facts)) = (self.laws.get(law), self.facts.get(law)) else { return Ok(unknown) };
        Env::new(&law.linked, None, facts, false).number(expr)
    }
}

/// Whether a condition of a law holds.
pub(super) fn holds(law: &CaseLaw, facts: &Facts, cond: &Cond) -> Result<Truth, EvalError> {
    Env::new(&law.linked, None, facts, false).holds(cond)
}

/// The missing facts a condition reads, by name.
pub(super) fn missing(law: &CaseLaw, facts: &Facts, cond: &Cond) -> Vec<Arc<str>> {
    let reads = law.linked.reads(|visit| walk::cond(cond, &law.linked.atoms, visit));
    let open = |id: &FactId| matches!(facts.get(*id), Fact::Missing);
    reads.into_iter().filter(open).map(|id| law.linked.facts.at(id).name.clone()).gather()
}
