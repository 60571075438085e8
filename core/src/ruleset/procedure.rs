//! Procedure of a decision: what must or may be done before, with and after it, and the figures of open standards.

use std::sync::Arc;

use super::clause::words;
use super::{Marks, Period};
use crate::expr::{Cond, Expr, Levels, Type};
use crate::gather::Gather as _;
use crate::source::Span;
use crate::value::{Base, Bound, Dimension, Interval, Rational, Unit};
use crate::vocabulary::{Duty, Rank};

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

words! {
    /// A fact of a procedure that the engine fills in from what is intended for a target; a case cannot give it.
    Filled {
        /// Whom the sanctions are for.
        Target = "处罚对象",
        /// Whether to punish at all.
        Decision = "拟决定",
        /// The kinds of sanctions.
        Kinds = "拟处罚种类",
        /// The sum of the fines.
        Fine = "拟罚款",
        /// The value of what is confiscated.
        Confiscation = "拟没收",
        /// Whether the fine lies below the statutory minimum (减轻).
        Mitigated = "拟减轻",
        /// Whether the decision leaves the benchmark.
        Departs = "拟突破基准",
    }
}

/// The words for 处罚对象, in the order of `Target`.
const TARGETS: [&str; 3] = ["当事人", "个人", "责任人员"];
/// The words for 拟决定.
const DECISIONS: [&str; 3] = ["给予处罚", "不予处罚", "违法事实不成立"];
/// The words for 拟处罚种类, in the order of `SanctionKind`.
pub(crate) const KINDS: [&str; 15] = [
    "警告",
    "通报批评",
    "罚款",
    "没收",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制开展生产经营活动",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "停止执业",
    "行政拘留",
    "记分",
    "其他",
];

impl Filled {
    /// All of them.
    pub(crate) const ALL: [Self; 7] =
        [Self::Target, Self::Decision, Self::Kinds, Self::Fine, Self::Confiscation, Self::Mitigated, Self::Departs];

    /// The type of the fact.
    pub(crate) fn ty(self) -> Type {
        let choice = |names: &[&str]| {
            let names = names.iter().map(|n| Arc::from(*n)).gather();
            Type::Levels(Arc::new(Levels { names, ordered: false }))
        };
        match self {
            Self::Target => choice(&TARGETS),
            Self::Decision => choice(&DECISIONS),
            Self::Kinds => Type::List(Box::new(choice(&KINDS))),
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
