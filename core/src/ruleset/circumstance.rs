//! Circumstances (情节) of the general part, and what each document says they do to a penalty.

use std::sync::Arc;

use super::{Marks, Narrowing};
use crate::expr::Cond;
use crate::source::Span;
use crate::vocabulary::{Direction, Force, Need, SanctionKind};

/// A circumstance: when it holds, and what the law then calls for.
#[derive(Clone, Debug)]
pub struct Circumstance {
    /// Its id.
    pub id: Arc<str>,
    /// When it holds.
    pub when: Cond,
    /// What it calls for, by direction or by the name of an effect; several = the authority chooses one of them.
    pub effects: Vec<Arc<str>>,
    /// 应当 or 可以.
    pub force: Force,
    /// Ids of circumstances of used rulesets that this one, of the special law, stands instead of.
    pub instead_of: Vec<(Arc<str>, Span)>,
    /// What it needs beyond its effect: the words of procedure, such as `superior_approval`.
    pub needs: Vec<Need>,
    /// Whether its condition counts other circumstances; then it is not counted itself.
    pub counts: bool,
    /// The provision.
    pub basis: Arc<str>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// What a document says that an effect does: rows of one effect are tried in order, kind by kind.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The direction, or the name circumstances use.
    pub id: Arc<str>,
    /// Which way it goes.
    pub direction: Direction,
    /// The kinds of sanction it is about; empty = all.
    pub of: Vec<SanctionKind>,
    /// The sanctions of the clause it is about, by id; empty = all of those kinds.
    pub sanctions: Vec<(Arc<str>, Span)>,
    /// When this row holds; may name `statute.*` and `tier.*` of the sanction at hand.
    pub when: Option<Cond>,
    /// What it does.
    pub what: Change,
    /// What it needs: the words of procedure, such as `collective_deliberation`.
    pub needs: Vec<Need>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// What a row of an effect does to a sanction.
#[derive(Clone, Debug)]
pub enum Change {
    /// Narrows it; with 减轻 also below the statutory minimum.
    Narrow(Box<Narrowing>),
    /// Takes the next heavier or lighter tier instead.
    Tier {
        /// Heavier, or lighter.
        up: bool,
        /// What applies where there is no further tier; none = that is surfaced.
        beyond: Option<Box<Narrowing>>,
    },
    /// Leaves it as it is: 免予处罚 that keeps the confiscation.
    Keep,
    /// Leaves it out.
    Drop,
}

impl Change {
    /// The narrowing that it is, or falls back on.
    pub(crate) fn narrowing(&self) -> Option<&Narrowing> {
        match self {
            Self::Narrow(narrowing) => Some(narrowing),
            Self::Tier { beyond, .. } => beyond.as_deref(),
            Self::Keep | Self::Drop => None,
        }
    }
}
