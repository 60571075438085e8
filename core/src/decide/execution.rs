//! Whether what is decided is also executed: detention of some is decided and not carried out.
//!
//! # Basis
//! 治安管理处罚法（2025年修订） 第二十三条, （2012年） 第二十一条. The rows `unexecuted` of a law say for whom, and when it is
//! executed all the same.

use std::sync::Arc;

use super::laws::{Laws, holds, missing};
use crate::expr::EvalError;
use crate::value::Truth;
use crate::vocabulary::{Need, SanctionKind};

/// Whether a kind of sanction is executed once it is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// The kind.
    pub kind: SanctionKind,
    /// Whether it is executed.
    pub executed: Truth,
    /// The rows that hold or may hold.
    pub grounds: Vec<ExecutionGround>,
    /// Names of facts that are missing and would settle it.
    pub needed: Vec<Arc<str>>,
}

/// A row by which a sanction is not executed.
#[derive(Clone, Debug, PartialEq)]
pub struct ExecutionGround {
    /// Its name.
    pub row: Arc<str>,
    /// Whether it holds.
    pub holds: Truth,
    /// Whether it is executed all the same.
    pub excepted: Truth,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// The provision of the exception.
    pub unless_basis: Option<Arc<str>>,
    /// What is done in its place.
    pub needs: Vec<Need>,
    /// How an unclear text was read.
    pub reading: Option<Arc<str>>,
}

impl ExecutionGround {
    /// The provision that counts: that of the exception, where it is executed all the same.
    pub fn cited(&self) -> Option<&Arc<str>> {
        match self.excepted {
            Truth::True => self.unless_basis.as_ref().or(self.basis.as_ref()),
            _ => self.basis.as_ref(),
        }
    }
}

impl Execution {
    /// The grounds that it rests on: those by which it is surely so, else all that may hold.
    pub fn decisive(&self) -> impl Iterator<Item = &ExecutionGround> {
        let spares = |g: &&ExecutionGround| g.holds == Truth::True && g.excepted == Truth::False;
        let sure = self.executed == Truth::False;
        self.grounds.iter().filter(move |g| !sure || spares(g))
    }

    /// What is done in its place, where it is not executed.
    pub fn needs(&self) -> Vec<Need> {
        let mut found: Vec<Need> = Vec::new();
        if self.executed == Truth::False {
            for need in self.decisive().flat_map(|ground| &ground.needs) {
                if !found.contains(need) {
                    found.push(*need);
                }
            }
        }
        found
    }
}

/// What the laws say of each kind of sanction; of a kind the first law that speaks of it counts, and nothing is said
/// where no row may hold.
///
/// # Errors
/// Overflow in a condition.
pub(super) fn executions(laws: &Laws) -> Result<Vec<Execution>, EvalError> {
    let mut found = Vec::new();
    for kind in SanctionKind::ALL {
        let speaking = laws.laws.iter().zip(&laws.facts).find(|(law, _)| {
            let mut rows = law.rules.unexecuted.iter();
            rows.any(|row| row.of.contains(kind))
        });
        let Some((law, facts)) = speaking else { continue };
        let mut spared = Truth::False;
        let (mut grounds, mut open) = (Vec::new(), Vec::new());
        for row in law.rules.unexecuted.iter().filter(|row| row.of.contains(kind)) {
            let when = holds(law, facts, &row.when)?;
            if when == Truth::False {
                continue;
            }
            let unless = row.unless.as_ref().map_or(Ok(Truth::False), |(cond, _)| holds(law, facts, cond))?;
            spared = spared.or(when.and(unless.not()));
            if when == Truth::Unknown && unless != Truth::True {
                open.extend(missing(law, facts, &row.when));
            }
            if unless == Truth::Unknown && when == Truth::True {
                open.extend(row.unless.iter().flat_map(|(cond, _)| missing(law, facts, cond)));
            }
            grounds.push(ExecutionGround {
                row: row.id.clone(),
                holds: when,
                excepted: unless,
                basis: row.basis.clone(),
                unless_basis: row.unless.as_ref().and_then(|(_, basis)| basis.clone()),
                needs: row.needs.clone(),
                reading: row.marks.reading.clone(),
            });
        }
        if grounds.is_empty() {
            continue;
        }
        let mut needed: Vec<Arc<str>> = Vec::new();
        for name in open {
            if spared == Truth::Unknown && !needed.contains(&name) {
                needed.push(name);
            }
        }
        found.push(Execution { kind: *kind, executed: spared.not(), grounds, needed });
    }
    Ok(found)
}
