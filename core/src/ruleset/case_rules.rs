//! Tables that the decision of a case reads beside the penalty clauses: limitation, change of law, several acts,
//! rights.

use std::sync::Arc;

use super::{Length, Marks};
use crate::expr::{Cond, Expr};
use crate::source::Span;
use crate::vocabulary::{Apply, Concurrent, Fines, Need, OrganLevel, Provided, SanctionKind};

/// The tables of one ruleset for the decision of a case; each is rows, tried in order.
#[derive(Clone, Debug, Default)]
pub struct CaseRules {
    /// How long after the act a penalty may still be imposed (追责时效).
    pub limitation: Vec<LimitationRow>,
    /// Which version of this document governs an act before it (过渡条款).
    pub transition: Vec<TransitionRow>,
    /// What holds for one act under several provisions, and for several acts.
    pub concurrence: Vec<ConcurrenceRow>,
    /// What the party must be told of and heard on.
    pub rights: Vec<RightRow>,
    /// For what the party does a decision may not be heavier than its notice; the id of a row names it.
    pub not_heavier: Vec<RightRow>,
    /// Which of its provisions are cited for what a review or a point of a case speaks of.
    pub provisions: Vec<ProvisionRow>,
    /// Which organ may decide which sanction.
    pub powers: Vec<PowerRow>,
    /// Which organs a text under `authority` of a sanction means; the id is that text.
    pub authorities: Vec<PowerRow>,
    /// For whom a sanction is decided and not executed.
    pub unexecuted: Vec<UnexecutedRow>,
}

impl CaseRules {
    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.limitation.is_empty()
            && self.transition.is_empty()
            && self.concurrence.is_empty()
            && self.rights.is_empty()
            && self.not_heavier.is_empty()
            && self.provisions.is_empty()
            && self.powers.is_empty()
            && self.authorities.is_empty()
            && self.unexecuted.is_empty()
    }
}

/// One length of the limitation period.
#[derive(Clone, Debug)]
pub struct LimitationRow {
    /// The id: own, or the position from 1.
    pub id: Arc<str>,
    /// When it holds.
    pub when: Cond,
    /// How long, in days or in months.
    pub period: Length,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// What a document says of acts before it.
#[derive(Clone, Debug)]
pub struct TransitionRow {
    /// The id: own, or the position from 1.
    pub id: Arc<str>,
    /// When it holds.
    pub when: Cond,
    /// Which version governs.
    pub apply: Apply,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A rule for one act under several provisions, or for several acts together.
#[derive(Clone, Debug)]
pub struct ConcurrenceRow {
    /// The id.
    pub id: Arc<str>,
    /// What it is about.
    pub of: Concurrent,
    /// When it holds; none = always.
    pub when: Option<Cond>,
    /// Of one act: what happens to several fines.
    pub fines: Option<Fines>,
    /// Of several acts: the kind that is capped, and the greatest sum in the unit of the kind.
    pub cap: Option<(SanctionKind, Expr)>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A right of the party.
#[derive(Clone, Debug)]
pub struct RightRow {
    /// What it is.
    pub id: Arc<str>,
    /// When there is such a right; none = always.
    pub when: Option<Cond>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A provision that is cited for something, whatever the case.
#[derive(Clone, Debug)]
pub struct ProvisionRow {
    /// What it is cited for.
    pub cited_for: Provided,
    /// The provision.
    pub basis: Arc<str>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// Which organ may decide which sanction, or which organs a text means.
#[derive(Clone, Debug)]
pub struct PowerRow {
    /// The id: own, or the text it explains.
    pub id: Arc<str>,
    /// When it holds; none = always.
    pub when: Option<Cond>,
    /// The kinds of sanction; empty = all.
    pub of: Vec<SanctionKind>,
    /// Kinds of sanction that it is not about.
    pub except: Vec<SanctionKind>,
    /// The enforcement bodies (执法系统); empty = any.
    pub systems: Vec<Arc<str>>,
    /// The levels; empty = any.
    pub levels: Vec<OrganLevel>,
    /// The greatest amount on one act.
    pub cap: Option<Expr>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

impl PowerRow {
    /// Whether it is about a kind of sanction.
    pub fn speaks_of(&self, kind: SanctionKind) -> bool {
        (self.of.is_empty() || self.of.contains(&kind)) && !self.except.contains(&kind)
    }
}

/// Why a kind of sanction is decided and not executed.
#[derive(Clone, Debug)]
pub struct UnexecutedRow {
    /// The id.
    pub id: Arc<str>,
    /// The kinds of sanction.
    pub of: Vec<SanctionKind>,
    /// When it holds.
    pub when: Cond,
    /// When it is executed all the same, and the provision that says so.
    pub unless: Option<(Cond, Option<Arc<str>>)>,
    /// What is done in its place.
    pub needs: Vec<Need>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}
