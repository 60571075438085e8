//! Types of expressions, and the values they have while evaluating: a value may be partly known.

use std::fmt;
use std::sync::Arc;

use crate::gather::Gather as _;
use crate::value::{ArithmeticError, Bound, Dimension, Interval, Rational, Truth};

/// The type of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// yes or no
    Truth,
    /// A number in the base unit of its dimension.
    Number(Dimension),
    /// A calendar day.
    Date,
    /// One of named levels or choices.
    Levels(Arc<Levels>),
    /// Text, compared only for equality.
    Text,
    /// A list.
    List(Box<Type>),
    /// A record with named fields.
    Record(Arc<[(Arc<str>, Type)]>),
}

/// The names of a level or choice type, light to heavy where ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The names.
    pub names: Vec<Arc<str>>,
    /// Whether `<` and `>` mean something.
    pub ordered: bool,
}

impl Levels {
    /// The most levels a type may have: possible levels are a set of bits.
    pub const MOST: usize = 62;

    /// The position of a name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|n| &**n == name)
    }

    /// The set of all levels.
    pub fn all(&self) -> LevelSet {
        (0..self.names.len()).fold(LevelSet::EMPTY, |set, i| set.with(i))
    }
}

/// The levels still possible; `NONE` is the possibility that no level fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct LevelSet(u64);

impl LevelSet {
    /// Nothing is possible.
    pub const EMPTY: Self = Self(0);
    /// Only that no level fits.
    pub const NONE: Self = Self(1 << 63);

    /// One level.
    pub fn one(position: usize) -> Self {
        Self::EMPTY.with(position)
    }
    /// This set and one more level.
    #[must_use]
    pub fn with(self, position: usize) -> Self {
        let shift = u32::try_from(position).unwrap_or(u32::MAX);
        Self(self.0 | 1u64.checked_shl(shift).unwrap_or(0))
    }
    /// Both sets together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// What both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// What the other has not.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    /// Whether nothing is possible.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Whether a level is in the set.
    pub fn has(self, position: usize) -> bool {
        !self.intersection(Self::one(position)).is_empty()
    }
    /// Whether it is possible that no level fits.
    pub fn has_none(self) -> bool {
        !self.intersection(Self::NONE).is_empty()
    }
    /// The positions of the levels, in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..63usize).filter(move |i| self.has(*i))
    }
    /// The number of levels, the possibility of none not counted.
    pub fn len(self) -> usize {
        self.positions().count()
    }
    /// The one level, when just one is possible.
    pub fn single(self) -> Option<usize> {
        (self.0.is_power_of_two() && !self.has_none()).then(|| usize::try_from(self.0.trailing_zeros()).unwrap_or(0))
    }
    /// Whether the level is one of `wanted`.
    pub fn test(self, wanted: Self) -> Truth {
        if self.intersection(wanted).is_empty() {
            Truth::False
        } else if self.without(wanted).is_empty() {
            Truth::True
        } else {
            Truth::Unknown
        }
    }
}

/// A number that is known or bounded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Num {
    /// Known.
    Point(Rational),
    /// Somewhere in here.
    Range(Interval),
}

#[expect(clippy::should_implement_trait, reason = "an operator could not fail, and these can")]
impl Num {
    /// As an interval.
    pub fn interval(self) -> Interval {
        match self {
            Self::Point(p) => Interval::point(p),
            Self::Range(r) => r,
        }
    }
    /// The number, if it is known.
    pub fn point(self) -> Option<Rational> {
        match self {
            Self::Point(p) => Some(p),
            Self::Range(_) => None,
        }
    }
    /// From an interval; one with a single number is known.
    pub fn of(interval: Interval) -> Self {
        interval.as_point().map_or(Self::Range(interval), Self::Point)
    }
    /// The least number it can be, with whether it can be that.
    pub fn least(self) -> Bound {
        self.interval().lo()
    }
    /// The greatest number it can be.
    pub fn greatest(self) -> Bound {
        self.interval().hi()
    }
    /// Either of two numbers.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        if self == other { self } else { Self::of(self.interval().hull(other.interval())) }
    }

    /// Applies a binary operation on points, and its counterpart on intervals where either is not known.
    #[inline]
    pub(crate) fn zip(
        self,
        other: Self,
        points: impl Fn(Rational, Rational) -> Result<Rational, ArithmeticError>,
        intervals: impl Fn(Interval, Interval) -> Result<Interval, ArithmeticError>,
    ) -> Result<Self, ArithmeticError> {
        match (self, other) {
            (Self::Point(a), Self::Point(b)) => points(a, b).map(Self::Point),
            (a, b) => intervals(a.interval(), b.interval()).map(Self::of),
        }
    }
    /// Sum.
    pub fn add(self, other: Self) -> Result<Self, ArithmeticError> {
        self.zip(other, Rational::add, Interval::add)
    }
    /// Difference.
    pub fn sub(self, other: Self) -> Result<Self, ArithmeticError> {
        self.zip(other, Rational::sub, Interval::sub)
    }
    /// Product.
    pub fn mul(self, other: Self) -> Result<Self, ArithmeticError> {
        self.zip(other, Rational::mul, Interval::mul)
    }
    /// Quotient.
    pub fn div(self, other: Self) -> Result<Self, ArithmeticError> {
        self.zip(other, Rational::div, Interval::div)
    }
    /// The lesser.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        match (self, other) {
            (Self::Point(a), Self::Point(b)) => Self::Point(a.min(b)),
            (a, b) => Self::of(a.interval().min(b.interval())),
        }
    }
    /// The greater.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        match (self, other) {
            (Self::Point(a), Self::Point(b)) => Self::Point(a.max(b)),
            (a, b) => Self::of(a.interval().max(b.interval())),
        }
    }
}

/// A value while evaluating; unknown parts are bounded, never left out.
#[derive(Clone, PartialEq, Debug)]
pub enum Val {
    /// yes, no or unknown
    Truth(Truth),
    /// A number or the day number of a date.
    Num(Num),
    /// The levels still possible.
    Levels(LevelSet),
    /// Text, if known.
    Text(Option<Arc<str>>),
    /// A list, if known; each element with whether it is in the list.
    List(Option<Arc<[(Val, Truth)]>>),
    /// The fields of a record.
    Record(Arc<[Val]>),
}

impl Val {
    /// Whether nothing of it is open.
    pub fn is_known(&self) -> bool {
        match self {
            Self::Truth(t) => *t != Truth::Unknown,
            Self::Num(n) => n.point().is_some(),
            Self::Levels(set) => set.single().is_some() || *set == LevelSet::NONE,
            Self::Text(t) => t.is_some(),
            Self::List(None) => false,
            Self::List(Some(items)) => items.iter().all(|(v, t)| *t != Truth::Unknown && v.is_known()),
            Self::Record(fields) => fields.iter().all(Self::is_known),
        }
    }

    /// The value of which nothing is known but the type.
    pub fn unknown(ty: &Type) -> Self {
        match ty {
            Type::Truth => Self::Truth(Truth::Unknown),
            Type::Number(_) | Type::Date => Self::Num(Num::Range(Interval::ALL)),
            Type::Levels(levels) => Self::Levels(levels.all()),
            Type::Text => Self::Text(None),
            Type::List(_) => Self::List(None),
            Type::Record(fields) => Self::Record(fields.iter().map(|(_, t)| Self::unknown(t)).gather()),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truth => f.write_str("a condition"),
            Self::Number(d) if d.is_none() => f.write_str("a number without unit"),
            Self::Number(d) => write!(f, "a number in {d}"),
            Self::Date => f.write_str("a date"),
            Self::Levels(l) => {
                f.write_str("one of ")?;
                for (i, name) in l.names.iter().enumerate() {
                    write!(f, "{}{name}", if i == 0 { "" } else { "、" })?;
                }
                Ok(())
            }
            Self::Text => f.write_str("text"),
            Self::List(inner) => write!(f, "a list of which each is {inner}"),
            Self::Record(_) => f.write_str("a record"),
        }
    }
}
