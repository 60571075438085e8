//! Checked expressions: names are ids, units are gone into the numbers, every node is well typed.

use std::sync::Arc;

use super::ast::Operator;
use super::ids::{AtomId, DefineId, FactId, FactorId};
use super::types::LevelSet;
use crate::source::Span;
use crate::value::{Comparison, Dimension, Rational, Rounding};

/// A checked expression that has a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expr {
    /// A number in the base unit of its dimension, or the day number of a date.
    Number(Rational),
    /// Text.
    Text(Arc<str>),
    /// A fact.
    Fact(FactId),
    /// A named value.
    Define(DefineId),
    /// The level of a factor.
    Factor(FactorId),
    /// A field of the record at hand (`where`).
    Field(usize),
    /// The element at hand (`where`).
    It,
    /// An end of the statutory range or of the tier's range; only inside narrowings.
    Special(Special),
    /// The number of a level from 1.
    LevelNumber(Box<Expr>),
    /// The weight of a factor in the score of the offence.
    Weight(Box<Expr>),
    /// `a + b` …; on lists for each element.
    Arithmetic(Operator, Box<[Expr; 2]>),
    /// `- a`
    Negate(Box<Expr>),
    /// The least or greatest of several values.
    Extreme(Extreme, Vec<Expr>),
    /// `abs floor ceil round`; on lists for each element.
    Unary(Unary, Box<Expr>),
    /// `days(a，b)`
    Days(Box<[Expr; 2]>),
    /// A date moved by days or calendar months (negative: back).
    Shift {
        /// Whether the length is in months.
        months: bool,
        /// Back instead of forward.
        back: bool,
        /// The date and the length.
        of: Box<[Expr; 2]>,
    },
    /// `sum count min max` of a list.
    Fold(Fold, Box<Expr>),
    /// `list where condition`
    Where(Box<Expr>, Box<Cond>),
    /// A condition as a value.
    Truth(Box<Cond>),
    /// Rows of a value, tried in order.
    Rows(Vec<(Cond, Expr)>),
}

/// The named ends a narrowing may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Special {
    /// `statute.min`
    StatuteMin,
    /// `statute.max`
    StatuteMax,
    /// `tier.min`
    TierMin,
    /// `tier.max`
    TierMax,
    /// `score`: the sum of the weights, without start.
    Score,
    /// `lighter.count`: how many circumstances of the case call for that direction.
    LighterCount,
    /// `mitigated.count`
    MitigatedCount,
    /// `heavier.count`
    HeavierCount,
}

impl Special {
    /// Those that count circumstances of the case.
    pub(crate) const COUNTS: [Self; 3] = [Self::LighterCount, Self::MitigatedCount, Self::HeavierCount];
}

/// The lesser or the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extreme {
    /// `min`
    Least,
    /// `max`
    Greatest,
}

/// Functions of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unary {
    /// `abs`
    Abs,
    /// `floor`
    Floor,
    /// `ceil`
    Ceil,
    /// `round`, to a multiple of a positive number
    Round(RoundTo),
}

/// A declared rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundTo {
    /// 0 half_up, 1 half_even, 2 up, 3 down: an ordered mirror of [`Rounding`].
    mode: u8,
    /// The multiple, in the base unit.
    pub to: Rational,
}

impl RoundTo {
    /// A rounding to a multiple of `to`.
    pub fn new(mode: Rounding, to: Rational) -> Self {
        let mode = match mode {
            Rounding::HalfUp => 0,
            Rounding::HalfEven => 1,
            Rounding::Up => 2,
            Rounding::Down => 3,
        };
        Self { mode, to }
    }
    /// The mode.
    pub fn mode(self) -> Rounding {
        match self.mode {
            0 => Rounding::HalfUp,
            1 => Rounding::HalfEven,
            2 => Rounding::Up,
            _ => Rounding::Down,
        }
    }
}

/// Functions of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// `sum`
    Sum,
    /// `count`
    Count,
    /// `min` of a list
    Least,
    /// `max` of a list
    Greatest,
}

/// A checked condition over atoms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cond {
    /// Always or never.
    Const(bool),
    /// A test that is evaluated once.
    Atom(AtomId),
    /// A test on the element at hand, evaluated for each element.
    Local(Box<Test>),
    /// All hold.
    All(Vec<Cond>),
    /// At least one holds.
    Any(Vec<Cond>),
    /// Does not hold.
    Not(Box<Cond>),
}

/// What one condition looks at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// A comparison of numbers or dates.
    Compare(CompareOp, Box<[Expr; 2]>),
    /// The level is one of these.
    Levels(Expr, LevelSet),
    /// The text is one of these.
    Text(Expr, Vec<Arc<str>>),
    /// Two texts that are both looked up.
    SameText(Box<[Expr; 2]>),
    /// A yes-no value.
    Is(Expr),
    /// The fact was asked and cannot be proved.
    Unascertainable(FactId),
    /// A date lies in a window before an anchor.
    Within(Box<Within>),
    /// Some element is (or is in) the list.
    AnyOf(Expr),
    /// All elements are true.
    AllOf(Expr),
    /// The statutory or the tier's range has this end.
    Has(Special),
}

/// An ordered mirror of [`Comparison`], so that atoms can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompareOp {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl From<Comparison> for CompareOp {
    fn from(op: Comparison) -> Self {
        match op {
            Comparison::Eq => Self::Eq,
            Comparison::Ne => Self::Ne,
            Comparison::Lt => Self::Lt,
            Comparison::Le => Self::Le,
            Comparison::Gt => Self::Gt,
            Comparison::Ge => Self::Ge,
        }
    }
}

impl From<CompareOp> for Comparison {
    fn from(op: CompareOp) -> Self {
        match op {
            CompareOp::Eq => Self::Eq,
            CompareOp::Ne => Self::Ne,
            CompareOp::Lt => Self::Lt,
            CompareOp::Le => Self::Le,
            CompareOp::Gt => Self::Gt,
            CompareOp::Ge => Self::Ge,
        }
    }
}

/// `date within length before anchor`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Within {
    /// The date looked at.
    pub date: Expr,
    /// Whether the length is in months.
    pub months: bool,
    /// The length.
    pub length: Expr,
    /// Whether the anchor day itself counts.
    pub anchor_in: bool,
    /// The day the window ends at.
    pub anchor: Expr,
}

/// A test with the place where it was first written.
#[derive(Clone, Debug)]
pub struct Atom {
    /// What it looks at.
    pub test: Test,
    /// Where it was first written, in its ruleset's text.
    pub span: Span,
    /// As written.
    pub text: Arc<str>,
}

/// A checked range: two ends that are expressions.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeExpr {
    /// The lower end; absent = no minimum (above 0) or unbounded.
    pub lo: Option<Expr>,
    /// Whether the lower end is out.
    pub lo_open: bool,
    /// The upper end; absent = no upper end.
    pub hi: Option<Expr>,
    /// Whether the upper end is out.
    pub hi_open: bool,
    /// Whether the text states a minimum (`2万元以下` does not).
    pub has_min: bool,
    /// The dimension of both ends.
    pub dimension: Dimension,
    /// Where it is written.
    pub span: Span,
}

impl RangeExpr {
    /// Whether another range is the same, wherever it is written.
    pub(crate) fn same(&self, other: &Self) -> bool {
        (&self.lo, self.lo_open, &self.hi, self.hi_open, self.has_min)
            == (&other.lo, other.lo_open, &other.hi, other.hi_open, other.has_min)
    }
}
