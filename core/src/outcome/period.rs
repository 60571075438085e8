//! What a period is made of in one case, and what its last day meets.

use crate::expr::Num;
use crate::gather::Gather as _;
use crate::value::{Bound, Date, LengthUnit, Rational, Truth};

/// A length of time in one case: a number of `unit`, a range while a fact is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodPart {
    /// How many.
    pub count: Num,
    /// Of what.
    pub unit: LengthUnit,
    /// Whether it is counted; `Unknown` of an extension that may have been granted.
    pub counts: Truth,
}

impl PeriodPart {
    /// The length, if it is known: a whole number.
    fn exact(self) -> Option<(i64, LengthUnit)> {
        let count = self.count.point().filter(|n| n.is_integer())?.to_i64()?;
        (self.counts == Truth::True || count == 0).then_some((count, self.unit))
    }

    fn least(self) -> Option<(i64, LengthUnit)> {
        let count = match self.count.least() {
            _ if self.counts != Truth::True => Rational::ZERO,
            Bound::Inclusive(n) => n.ceil(),
            Bound::Exclusive(n) => n.floor().add(Rational::ONE).ok()?,
            Bound::Unbounded => return None,
        };
        Some((count.to_i64()?, self.unit))
    }

    fn most(self) -> Option<(i64, LengthUnit)> {
        let count = match self.count.greatest() {
            Bound::Inclusive(n) => n.floor(),
            Bound::Exclusive(n) => n.ceil().sub(Rational::ONE).ok()?,
            Bound::Unbounded => return None,
        };
        Some((count.to_i64()?, self.unit))
    }
}

/// What a period is made of in one case, each length counted after the one before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodParts {
    /// How long the provision gives.
    pub within: PeriodPart,
    /// How much longer; none where it surely was not extended.
    pub extension: Option<PeriodPart>,
    /// Time that is not counted; none where there is none.
    pub excluded: Option<PeriodPart>,
}

impl PeriodParts {
    /// The parts, in the order they are counted.
    pub fn each(self) -> impl Iterator<Item = PeriodPart> {
        [Some(self.within), self.extension, self.excluded].into_iter().flatten()
    }

    /// The lengths, if all are known.
    pub(crate) fn exact(self) -> Option<Vec<(i64, LengthUnit)>> {
        self.each().map(PeriodPart::exact).gather()
    }

    /// The lengths at the least that the missing facts allow.
    pub(crate) fn least(self) -> Option<Vec<(i64, LengthUnit)>> {
        self.each().map(PeriodPart::least).gather()
    }

    /// The lengths at the most; none while there is no end to one.
    pub(crate) fn most(self) -> Option<Vec<(i64, LengthUnit)>> {
        self.each().map(PeriodPart::most).gather()
    }
}

/// Whether the last day of a period in days or months is a day of rest, and what becomes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// It is worked, the period is counted in working days, or the document says that it stays.
    #[default]
    Stands,
    /// It would have been this day of rest: the document moves it to the first working day after it.
    Moved(Date),
    /// It is a day of rest and nothing cited says what follows: if it moves, it moves to this day.
    Open(Date),
    /// Nothing cited says what follows, and the working days of this year are not known.
    NotKnown(i32),
}

impl Rest {
    /// More days of rest in a row than there can be: what was done later is late, whatever the calendar says.
    ///
    /// A bound that is wide on purpose. Were all 13 holidays of a year in one run with the weekends between them, it
    /// would be 19 days; the longest one ever announced is 10 (24 January to 2 February 2020). What remains is left to
    /// days of rest that a notice exchanges.
    ///
    /// # Basis
    /// 全国年节及纪念日放假办法 第二条 (the holidays), 国务院关于职工工作时间的规定 第七条 (the weekend); 国办发明电〔2020〕1号.
    pub const LONGEST_RUN: i64 = 31;

    /// Whether something done on `day` is in time for sure (`Some`), or it depends on what is open here (`None`).
    #[must_use]
    pub fn in_time(self, day: Date, last: Date) -> Option<bool> {
        match self {
            _ if day <= last => Some(true),
            Self::Open(moved) if day <= moved => None,
            Self::NotKnown(_) if last.add_days(Self::LONGEST_RUN).is_ok_and(|until| day <= until) => None,
            _ => Some(false),
        }
    }
}
