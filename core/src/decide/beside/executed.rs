//! What of a decision is not executed, or is all the same.

use super::found::{BesideBasis, BesideFinding};
use super::organ::{imposed, kind};
use crate::decide::act::Act;
use crate::decide::finding::Proposal;
use crate::gather::Gather as _;
use crate::value::Truth;
use crate::vocabulary::BesideCode;

/// Each sanction of a decision on an act that is not executed, or may not be.
pub(super) fn executed(act: &Act, number: usize, decided: &Proposal) -> Vec<BesideFinding> {
    let Some(version) = act.governing().next() else { return Vec::new() };
    let mut found = Vec::new();
    for proposed in imposed(version, decided) {
        let kind = kind(version, &proposed.id);
        let Some(execution) = version.of.executions.iter().find(|e| e.kind == kind) else { continue };
        let code = match execution.executed {
            Truth::False => BesideCode::NotExecuted,
            Truth::True => BesideCode::ExecutedAfterAll,
            Truth::Unknown => BesideCode::ExecutionOpen,
        };
        let basis = execution.decisive().map(|ground| BesideBasis {
            row: ground.row.clone(),
            citation: ground.cited().cloned(),
            reading: ground.reading.clone(),
            unverified: None,
        });
        found.push(BesideFinding {
            act: number,
            code,
            target: Some(proposed.target),
            decided: Some(proposed.clone()),
            notified: None,
            by: None,
            left_out: Vec::new(),
            less: Vec::new(),
            basis: basis.gather(),
            power: None,
            execution: Some(execution.clone()),
            lacks: Vec::new(),
        });
    }
    found
}
