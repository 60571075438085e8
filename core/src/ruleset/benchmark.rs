//! Discretion benchmarks (裁量基准): rows of `when` → narrowings of the sanctions.

use std::sync::Arc;

use super::{Marks, PositionId, RowId, TierId};
use crate::expr::{Cond, Expr, LevelSet, RangeExpr, RoundTo, Special, Table};
use crate::source::Span;
use crate::value::Rational;
use crate::vocabulary::{Force, Hit, PartOf};

/// The benchmark of an offence.
#[derive(Clone, Debug)]
pub struct Benchmark {
    /// What holds when several rows do.
    pub hit: Hit,
    /// Overrides first, then tiers or the cells of a matrix.
    pub rows: Table<RowId, Row>,
    /// How many of the rows are overrides, tried first.
    pub overrides: usize,
    /// Narrowings for every row that says nothing of the sanction.
    pub common: Vec<Narrowing>,
    /// The score, if there is one.
    pub score: Option<Score>,
    /// The second stage: positions in the statute's or the tier's range.
    pub positions: Table<PositionId, Position>,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A row of a benchmark.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id: own, else tier (and step, branch), else the cell's levels.
    pub id: Arc<str>,
    /// The tier.
    pub tier: Option<TierId>,
    /// The branch it belongs to, by name.
    pub branch: Option<Arc<str>>,
    /// When it holds.
    pub when: Cond,
    /// The row exempts from penalty.
    pub no_penalty: Option<Force>,
    /// What it does to the sanctions.
    pub narrowings: Vec<Narrowing>,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

impl Row {
    /// Whether it is for all other cases: those that no other row of its branch has.
    pub(crate) fn is_otherwise(&self) -> bool {
        matches!(self.when, Cond::Const(true))
    }

    /// Whether another row gives the same: the same tier, and the same figures for the same sanctions. Which of two
    /// such rows holds, or that both do, changes nothing but the ground.
    pub(crate) fn gives_the_same(&self, other: &Self) -> bool {
        let (own, its) = (&self.narrowings, &other.narrowings);
        self.tier.is_some()
            && (self.tier, &self.branch, self.no_penalty) == (other.tier, &other.branch, other.no_penalty)
            && own.len() == its.len()
            && own.iter().all(|one| its.iter().any(|other| one.same(other)))
    }
}

/// A position inside the statute's or the tier's range.
#[derive(Clone, Debug)]
pub struct Position {
    /// Its id.
    pub id: Arc<str>,
    /// When it holds.
    pub when: Cond,
    /// What it does to the sanctions.
    pub narrowings: Vec<Narrowing>,
    /// It stands at the head of the file, for all offences.
    pub everywhere: bool,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// What a row does to one sanction.
#[derive(Clone, Debug, Default)]
pub struct Narrowing {
    /// The sanction, by id.
    pub sanction: Arc<str>,
    /// How.
    pub how: How,
    /// The declared greatest result, or the greatest percentage of `start` + score.
    pub cap: Option<Expr>,
    /// The declared least result.
    pub floor: Option<Expr>,
    /// A guiding point.
    pub default: Option<Expr>,
    /// A declared rounding of both ends.
    pub round: Option<RoundTo>,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

impl Narrowing {
    /// Whether another does the same to the same sanction, whatever its basis.
    fn same(&self, other: &Self) -> bool {
        self.sanction == other.sanction
            && self.how.same(&other.how)
            && (&self.cap, &self.floor, &self.default, self.round)
                == (&other.cap, &other.floor, &other.default, other.round)
    }

    /// Every expression of it. One by score looks at the weights too.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        const SCORE: &Expr = &Expr::Special(Special::Score);
        let how = match &self.how {
            How::Keep | How::Drop => [None, None, None],
            How::Part { part: range, .. } | How::Range(range) => [range.lo.as_ref(), range.hi.as_ref(), None],
            How::Score { start, times } => [Some(start), Some(times), Some(SCORE)],
        };
        how.into_iter().flatten().chain([&self.cap, &self.floor, &self.default].into_iter().flatten())
    }
}

/// The ways to narrow a sanction.
#[derive(Clone, Debug, Default)]
pub enum How {
    /// As the statute has it; used for `{default: …}` alone.
    #[default]
    Keep,
    /// `none`: not imposed in this row.
    Drop,
    /// `L + p·(U−L)` for both ends of the part.
    Part {
        /// The part, as ratios from 0 to 1.
        part: RangeExpr,
        /// Of which range.
        within: PartOf,
    },
    /// A range of its own.
    Range(RangeExpr),
    /// `min(start + score, cap) × times`
    Score {
        /// The start, a ratio.
        start: Expr,
        /// What the percentage is taken of.
        times: Expr,
    },
}

impl How {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Keep, Self::Keep) | (Self::Drop, Self::Drop) => true,
            (Self::Part { part, within }, Self::Part { part: its, within: of }) => within == of && part.same(its),
            (Self::Range(range), Self::Range(its)) => range.same(its),
            (Self::Score { start, times }, Self::Score { start: its, times: of }) => (start, times) == (its, of),
            _ => false,
        }
    }
}

/// Accumulated weights (权重累加).
#[derive(Clone, Debug)]
pub struct Score {
    /// The weights, factor by factor.
    pub weights: Vec<Weights>,
    /// The greatest percentage, where the document declares one.
    pub cap: Option<Expr>,
    /// The basis.
    pub basis: Option<Arc<str>>,
}

/// The weights of one factor.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The factor, or the fact that is one.
    pub factor: Expr,
    /// Its name.
    pub name: Arc<str>,
    /// A weight for each level, in the order of the levels.
    pub of_level: Vec<Rational>,
    /// All levels that have a weight.
    pub levels: LevelSet,
}
