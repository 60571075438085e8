//! Lengths of time: what they are counted in, and a day moved by one.

use super::calendar::{Calendar, CalendarError};
use super::date::Date;
use super::unit::{Base, Dimension};

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthUnit {
    /// 日
    Day,
    /// 工作日
    WorkingDay,
    /// 月 (12 to a year)
    Month,
}

impl LengthUnit {
    /// What a dimension counts, if it is a length of time.
    #[must_use]
    pub fn of(dimension: &Dimension) -> Option<Self> {
        [Self::Day, Self::WorkingDay, Self::Month].into_iter().find(|unit| unit.dimension() == *dimension)
    }

    /// Its dimension.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        Dimension::of(match self {
            Self::Day => Base::Day,
            Self::WorkingDay => Base::WorkingDay,
            Self::Month => Base::Month,
        })
    }
}

/// A day moved by a length, back if it is negative; the day itself is not counted.
///
/// ```
/// use cailiang::value::{CalendarError, Date, LengthUnit, moved};
/// let day = |text| Date::parse(text).unwrap();
/// // There is no 31 June: the last day of the month.
/// assert_eq!(moved(day("2024-05-31"), 1, LengthUnit::Month, None), Ok(day("2024-06-30")));
/// assert_eq!(moved(day("2025-12-31"), -45, LengthUnit::Day, None), Ok(day("2025-11-16")));
/// // Working days are never guessed.
/// let unknown = moved(day("2024-05-31"), 1, LengthUnit::WorkingDay, None);
/// assert_eq!(unknown, Err(CalendarError::MissingYear(2024)));
/// ```
///
/// # Errors
/// `MissingYear` for a year whose working days are not known, `OutOfRange` beyond the years 1–9999.
///
/// # Basis
/// 民法典 第二百零一条 (the first day is not counted) and 第二百零二条 (months end on the day of the same number).
pub fn moved(from: Date, count: i64, unit: LengthUnit, calendar: Option<&Calendar>) -> Result<Date, CalendarError> {
    match unit {
        LengthUnit::Day => from.add_days(count).map_err(|_| CalendarError::OutOfRange),
        LengthUnit::Month => {
            let months = i32::try_from(count).map_err(|_| CalendarError::OutOfRange)?;
            from.add_months(months).map_err(|_| CalendarError::OutOfRange)
        }
        LengthUnit::WorkingDay => {
            calendar.ok_or(CalendarError::MissingYear(from.year()))?.add_working_days(from, count)
        }
    }
}
