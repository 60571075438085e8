//! One act of a case, decided apart: the offence under the law of each day that may govern it.

use std::sync::Arc;

use super::asked::ActShare;
use super::dates::Dates;
use super::evaluated::{Awaited, Evaluated, Judged};
use super::laws::Laws;
use super::limitation::Limitation;
use super::time::Governs;
use crate::ruleset::ProvisionRow;
use crate::vocabulary::{LawResult, Provided};

/// One act, decided apart.
#[derive(Debug)]
pub struct Act {
    /// The id.
    pub id: Arc<str>,
    /// The party, where there are several.
    pub party: Option<Arc<str>>,
    /// Whose share of the act it is.
    pub share: ActShare,
    /// Its days.
    pub dates: Dates,
    /// The offence as the law of the act has it, then as that of the decision does.
    pub versions: Vec<Version>,
    /// Which of them governs.
    pub governs: Governs,
    /// The tables that govern beside the offence on the day of the act.
    pub at_act: Laws,
    /// The same on the day of the decision, where the texts differ.
    pub at_decision: Option<Laws>,
    /// Whether a penalty may still be imposed.
    pub limitation: Limitation,
}

/// An offence under the law of one day, evaluated.
#[derive(Debug)]
pub struct Version {
    /// Whether it is the law of the decision, not of the act.
    pub later: bool,
    /// The offence, its facts, and the outcome: where the act is time-barred, that.
    pub of: Evaluated,
    /// What the verdict waits for, the general part apart.
    pub(super) open: Awaited,
}

impl Version {
    /// What the law says of punishing at all, and what that waits for: limitation makes the verdict of its outcome open
    /// too, and is told apart here.
    pub fn judged(&self) -> Judged {
        let judged = self.of.judged();
        Judged { open: Awaited { exemption: judged.open.exemption, ..self.open }, ..judged }
    }
}

impl Act {
    /// The tables of the day of the decision: those of the day of the act where the texts are the same.
    pub(super) fn decided_by(&self) -> &Laws {
        self.at_decision.as_ref().unwrap_or(&self.at_act)
    }

    /// The provision by which the lighter of two laws governs, where the texts of the decision have one.
    pub fn lighter_law(&self) -> Option<&ProvisionRow> {
        self.decided_by().provision(Provided::LighterLaw)
    }

    /// The versions that govern or may govern.
    pub fn governing(&self) -> impl Iterator<Item = &Version> {
        self.governs.applies.iter().filter_map(|v| self.versions.get(*v))
    }

    /// Whether nothing about it waits for a fact.
    pub fn determined(&self) -> bool {
        self.governs.needed.is_empty()
            && self.limitation.needed.is_empty()
            && self.governing().all(|v| v.of.determined())
            && !(self.governs.result == LawResult::Open && self.versions.iter().any(|v| !v.of.determined()))
    }
}
