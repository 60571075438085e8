//! Working days: a calendar of the years for which holidays and make-up days are known, and counting in it.
//!
//! A year without data is an error that names the year: its working days are never guessed from the days of the week.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Date, Sorted};

/// The working days of the years that are known.
///
/// ```
/// use cailiang::value::{Calendar, CalendarError, Date};
/// let day = |text| Date::parse(text).unwrap();
/// let mut calendar = Calendar::new();
/// // 2024: the Spring Festival from Saturday 10 to Saturday 17 February; Sunday 18 is worked.
/// calendar.know(2024);
/// for number in 10..=17 {
///     calendar.set(Date::from_ymd(2024, 2, number).unwrap(), false);
/// }
/// calendar.set(day("2024-02-18"), true);
/// assert_eq!(calendar.add_working_days(day("2024-02-08"), 2), Ok(day("2024-02-18")));
/// assert_eq!(calendar.add_working_days(day("2024-12-31"), 1), Err(CalendarError::MissingYear(2025)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: Sorted<i32>,
    /// Days that are not what their day of the week says: true = worked.
    days: Sorted<Date, bool>,
}

/// Why working days cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The calendar has no data for this year.
    #[error("no working-day calendar is known for {0}")]
    MissingYear(i32),
    /// The count leaves the years 1–9999.
    #[error("dates run from 0001-01-01 to 9999-12-31")]
    OutOfRange,
}

impl Calendar {
    /// A calendar that knows no year yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says that all holidays and make-up days of a year are in the calendar.
    pub fn know(&mut self, year: i32) {
        self.years.add(year);
    }

    /// Whether a year is known.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The years that are known, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.years.keys().copied()
    }

    /// Says whether a day is worked, whatever its day of the week.
    pub fn set(&mut self, day: Date, worked: bool) {
        self.days.insert(day, worked);
    }

    /// Whether a day is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(day: Date) -> bool {
        let weekday = NaiveDate::from_ymd_opt(day.year(), day.month(), day.day()).map(|d| d.weekday());
        matches!(weekday, Some(Weekday::Sat | Weekday::Sun))
    }

    /// Whether a day is worked.
    ///
    /// # Errors
    /// `MissingYear` when nothing is known of its year.
    pub fn is_working_day(&self, day: Date) -> Result<bool, CalendarError> {
        if !self.knows(day.year()) {
            return Err(CalendarError::MissingYear(day.year()));
        }
        Ok(self.days.get(&day).copied().unwrap_or_else(|| !Self::is_weekend(day)))
    }

    /// The `count`-th working day after a day, that day itself not counted; before it, if negative. 0 is the day.
    ///
    /// # Errors
    /// `MissingYear` for the first year without data on the way, `OutOfRange` beyond the years 1–9999.
    ///
    /// # Basis
    /// 行政许可法 第八十二条 (terms in working days); that the day of the beginning is out: 民法典 第二百零一条.
    pub fn add_working_days(&self, from: Date, count: i64) -> Result<Date, CalendarError> {
        let step = count.signum();
        let (mut day, mut left) = (from, count.unsigned_abs());
        while left > 0 {
            day = day.add_days(step).map_err(|_| CalendarError::OutOfRange)?;
            if self.is_working_day(day)? {
                left = left.saturating_sub(1);
            }
        }
        Ok(day)
    }

    /// The day itself if it is worked, else the first working day after it.
    ///
    /// # Errors
    /// As `add_working_days`.
    ///
    /// # Basis
    /// 民法典 第二百零三条: a period that would end on a day of rest ends on the next day that is none.
    pub fn not_before(&self, day: Date) -> Result<Date, CalendarError> {
        if self.is_working_day(day)? { Ok(day) } else { self.add_working_days(day, 1) }
    }

    /// How many working days lie after `from` and up to `to`, that day included; 0 when `to` is not later.
    ///
    /// # Errors
    /// `MissingYear` for the first year without data on the way.
    pub fn working_days(&self, from: Date, to: Date) -> Result<i64, CalendarError> {
        let (mut day, mut count) = (from, 0_i64);
        while day < to {
            day = day.add_days(1).map_err(|_| CalendarError::OutOfRange)?;
            if self.is_working_day(day)? {
                count = count.saturating_add(1);
            }
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    /// 2026-02: Sunday 15 to Monday 23 are off; Saturdays 14 and 28 are worked.
    fn spring_2026() -> Calendar {
        let mut calendar = Calendar::new();
        calendar.know(2026);
        for number in 15..=23 {
            calendar.set(Date::from_ymd(2026, 2, number).unwrap(), false);
        }
        calendar.set(d("2026-02-14"), true);
        calendar.set(d("2026-02-28"), true);
        calendar
    }

    #[test]
    fn weekends_holidays_and_make_up_days() {
        let calendar = spring_2026();
        for (day, worked) in [
            ("2026-02-13", true),
            ("2026-02-14", true),
            ("2026-02-16", false),
            ("2026-02-23", false),
            ("2026-02-24", true),
            ("2026-02-28", true),
            ("2026-03-01", false),
            ("2026-03-07", false),
        ] {
            assert_eq!(calendar.is_working_day(d(day)), Ok(worked), "{day}");
        }
        assert_eq!(calendar.is_working_day(d("2027-01-04")), Err(CalendarError::MissingYear(2027)));
    }

    #[test]
    fn counting_leaves_the_first_day_out_and_goes_both_ways() {
        let calendar = spring_2026();
        // Friday 13: Saturday 14 is the 1st, Tuesday 24 the 2nd, … Saturday 28 the 6th, Monday 2 March the 7th.
        for (from, count, to) in [
            ("2026-02-13", 0, "2026-02-13"),
            ("2026-02-13", 1, "2026-02-14"),
            ("2026-02-13", 2, "2026-02-24"),
            ("2026-02-13", 6, "2026-02-28"),
            ("2026-02-13", 7, "2026-03-02"),
            ("2026-03-02", -7, "2026-02-13"),
            ("2026-02-20", -1, "2026-02-14"),
        ] {
            assert_eq!(calendar.add_working_days(d(from), count), Ok(d(to)), "{from} {count:+}");
        }
        assert_eq!(calendar.working_days(d("2026-02-13"), d("2026-03-02")), Ok(7));
        assert_eq!(calendar.working_days(d("2026-03-02"), d("2026-02-13")), Ok(0));
        assert_eq!(calendar.not_before(d("2026-02-15")), Ok(d("2026-02-24")));
        assert_eq!(calendar.not_before(d("2026-02-14")), Ok(d("2026-02-14")));
    }

    #[test]
    fn a_count_that_leaves_the_known_years_names_the_year() {
        let calendar = spring_2026();
        assert_eq!(calendar.add_working_days(d("2026-12-31"), 1), Err(CalendarError::MissingYear(2027)));
        assert_eq!(calendar.add_working_days(d("2026-01-01"), -1), Err(CalendarError::MissingYear(2025)));
        let mut last = Calendar::new();
        last.know(9999);
        assert_eq!(last.add_working_days(d("9999-12-31"), 1), Err(CalendarError::OutOfRange));
    }
}
