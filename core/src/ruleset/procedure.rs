//! Procedure of a decision: what must or may be done before, with and after it, and the figures of open standards.

use std::sync::Arc;

use super::{Marks, Period};
use crate::expr::{Cond, Expr, Levels, Type};
use crate::gather::Gather as _;
use crate::source::Span;
use crate::value::{Base, Bound, Dimension, Interval, Rational, Unit};
use crate::vocabulary::{Duty, Filled, IntendedDecision, Lang, Rank, SanctionKind, Target};

/// The procedure a document lays down.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// The rank of the document, for others that yield to it.
    pub rank: Rank,
    /// The enforcement bodies (执法系统) it is for; none = all.
    pub bodies: Vec<Arc<str>>,
    /// Cases it is for; none = all.
    pub applies: Option<Cond>,
    /// Figures for open standards (较大数额).
    pub standards: Vec<Standard>,
    /// What must or may be done.
    pub duties: Vec<DutyRow>,
    /// `unverified` and `reading`.
    pub marks: Marks,
}

/// When an open standard of a law is met, as one document has it.
#[derive(Clone, Debug)]
pub struct Standard {
    /// Its id.
    pub id: Arc<str>,
    /// The standard: 较大数额罚款.
    pub standard: Arc<str>,
    /// When it is met.
    pub when: Cond,
    /// Documents of these ranks prevail where they have the standard.
    pub yields_to: Vec<Rank>,
    /// Documents of these ranks may be followed instead (可以从其规定).
    pub may_follow: Vec<Rank>,
    /// It counts only where no other document has the standard.
    pub alone: bool,
    /// The provision.
    pub basis: Arc<str>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A step of the procedure, when it is due, and until when or how much.
#[derive(Clone, Debug)]
pub struct DutyRow {
    /// Its id.
    pub id: Arc<str>,
    /// What is to be done.
    pub duty: Duty,
    /// False: it may be done (可以).
    pub must: bool,
    /// When; none = in every case.
    pub when: Option<Cond>,
    /// The open standard that must be met too.
    pub standard: Option<Arc<str>>,
    /// The step it goes with: due only where that step is.
    pub with: Option<Duty>,
    /// Documents of these ranks prevail where they have the duty.
    pub yields_to: Vec<Rank>,
    /// The time limit.
    pub deadline: Option<TimeLimit>,
    /// What is to be paid.
    pub sum: Option<Sum>,
    /// The provision.
    pub basis: Arc<str>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Whether it looks at what is intended for a target; else it is a duty of the whole case.
    pub of_target: bool,
    /// Where it is written.
    pub span: Span,
}

/// A time limit.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    /// How long.
    pub period: Period,
    /// The day it is counted from, with that day as written; that day is out.
    pub from: Option<(Expr, Arc<str>)>,
    /// Counted back from `from`: at least so long before.
    pub before: bool,
    /// The day on which it was done, with that day as written.
    pub on: Option<(Expr, Arc<str>)>,
}

impl TimeLimit {
    /// Every value it reads.
    pub(crate) fn reads(&self) -> impl Iterator<Item = &Expr> {
        let lengths = self.period.lengths().map(|length| &length.count);
        lengths.chain(self.from.iter().chain(&self.on).map(|(day, _)| day))
    }
}

/// What is to be paid: `amount`, times the count of `per`, at most `cap`.
#[derive(Clone, Debug)]
pub struct Sum {
    /// The amount, of one where there is a count.
    pub amount: Expr,
    /// The count.
    pub per: Option<Expr>,
    /// The declared greatest result.
    pub cap: Option<Expr>,
}

impl Filled {
    /// The type of the fact.
    pub(crate) fn ty(self) -> Type {
        let choice = |names: Vec<&str>| {
            let names = names.into_iter().map(Arc::from).gather();
            Type::Levels(Arc::new(Levels { names, ordered: false }))
        };
        match self {
            Self::Target => choice(Target::ALL.iter().map(|target| target.name(Lang::Zh)).gather()),
            Self::Decision => choice(IntendedDecision::WORDS.to_vec()),
            Self::Kinds => Type::List(Box::new(choice(SanctionKind::ALL.iter().map(|kind| kind.as_value()).gather()))),
            Self::Fine | Self::Confiscation => Type::Number(Dimension::of(Base::Money)),
            Self::Mitigated | Self::Departs => Type::Truth,
        }
    }

    /// What it may be, and its unit.
    pub(crate) fn domain(self) -> (Interval, Option<Unit>) {
        match self {
            Self::Fine | Self::Confiscation => {
                let from_zero = Interval::new(Bound::Inclusive(Rational::ZERO), Bound::Unbounded);
                (from_zero.unwrap_or(Interval::ALL), Some(Unit::parse("元")))
            }
            _ => (Interval::ALL, None),
        }
    }
}

/// The enforcement system that handles the case, a text fact of every procedure.
pub(crate) const BODY: &str = "执法系统";
/// The GB/T 2260 code of the body's place, a number fact of every procedure.
pub(crate) const PLACE: &str = "行政区划";
