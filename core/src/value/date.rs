//! A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, the days that ISO text can write.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A calendar day; always one that exists.
///
/// ```
/// use cailiang::value::Date;
/// let day = Date::parse("2024-01-31").unwrap();
/// assert_eq!(day.add_months(1).unwrap().to_string(), "2024-02-29");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// Why there is no such date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DateError {
    /// The text is not of the form `2024-03-01`.
    #[error("a date is written as `2024-03-01`")]
    NotADate,
    /// The form is right, but the calendar has no such day.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// The day is before 0001-01-01 or after 9999-12-31.
    #[error("dates run from 0001-01-01 to 9999-12-31")]
    OutOfRange,
}

impl Date {
    /// Reads `2024-03-01`: four digits, two, two, nothing else.
    ///
    /// # Errors
    /// `NotADate` for another form (`2024-3-1`), `NoSuchDay` for a day the calendar does not have,
    /// `OutOfRange` for the year 0000.
    ///
    /// ```
    /// use cailiang::value::{Date, DateError};
    /// assert_eq!(Date::parse("2023-02-29"), Err(DateError::NoSuchDay));
    /// assert_eq!(Date::parse("2023-2-28"), Err(DateError::NotADate));
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateError::NotADate);
        };
        let digits = |part: &str, len: usize| {
            let well_formed = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
            if well_formed { part.parse::<u32>().map_err(|_| DateError::NotADate) } else { Err(DateError::NotADate) }
        };
        let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
        Self::from_ymd(i32::try_from(year).map_err(|_| DateError::OutOfRange)?, month, day)
    }

    /// The day of this year, month (1–12) and day of the month.
    ///
    /// # Errors
    /// `OutOfRange` for a year outside 1–9999, `NoSuchDay` for a day the calendar does not have.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        if !(1..=9999).contains(&year) {
            return Err(DateError::OutOfRange);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self).ok_or(DateError::NoSuchDay)
    }

    /// Keeps the result of a calendar step inside the years that ISO text can write.
    fn within(date: Option<NaiveDate>) -> Result<Self, DateError> {
        date.filter(|d| (1..=9999).contains(&d.year())).map(Self).ok_or(DateError::OutOfRange)
    }

    /// The year, 1–9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day this many days later, or earlier if negative.
    ///
    /// # Errors
    /// `OutOfRange` beyond the years 1–9999.
    pub fn add_days(self, days: i64) -> Result<Self, DateError> {
        Self::from_day_number(self.day_number().checked_add(days).ok_or(DateError::OutOfRange)?)
    }

    /// The same day of the month this many calendar months later, or earlier if negative.
    ///
    /// Where that month is too short it is the month's last day: 2024-01-31 plus 1 month is
    /// 2024-02-29. So adding 1 month twice may differ from adding 2 months once.
    ///
    /// # Errors
    /// `OutOfRange` beyond the years 1–9999.
    ///
    /// ```
    /// use cailiang::value::Date;
    /// let leap = Date::parse("2024-02-29").unwrap();
    /// assert_eq!(leap.add_months(-12).unwrap().to_string(), "2023-02-28");
    /// ```
    pub fn add_months(self, months: i32) -> Result<Self, DateError> {
        let count = Months::new(months.unsigned_abs());
        Self::within(if months < 0 { self.0.checked_sub_months(count) } else { self.0.checked_add_months(count) })
    }

    /// How many days this day is after `other`; negative if before.
    #[must_use]
    pub fn days_since(self, other: Self) -> i64 {
        // Both lie within 9999 years, so the difference is a few million.
        self.day_number().saturating_sub(other.day_number())
    }

    /// The number of the day, 0001-01-01 being 1, so that dates can be compared as numbers.
    #[must_use]
    pub fn day_number(self) -> i64 {
        i64::from(self.0.num_days_from_ce())
    }

    /// The day with this number, 1 being 0001-01-01.
    ///
    /// # Errors
    /// `OutOfRange` beyond the years 1–9999.
    pub fn from_day_number(number: i64) -> Result<Self, DateError> {
        let number = i32::try_from(number).map_err(|_| DateError::OutOfRange)?;
        Self::within(NaiveDate::from_num_days_from_ce_opt(number))
    }

    /// As Chinese documents write it: `2024年3月1日`.
    #[must_use]
    pub fn zh(self) -> String {
        format!("{}年{}月{}日", self.year(), self.month(), self.day())
    }
}

impl fmt::Display for Date {
    /// ISO text, `2024-03-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    /// The same as `Display`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn parse_tells_form_from_calendar() {
        for text in [
            "",
            "2024",
            "2024-3-1",
            "2024-03-1",
            "24-03-01",
            "2024/03/01",
            "2024-03-01 ",
            "+024-03-01",
            "2024-03-01-",
            "-024-03-01",
            "２０２４-03-01",
            "20240301",
        ] {
            assert_eq!(Date::parse(text), Err(DateError::NotADate), "{text}");
        }
        for text in ["2023-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00"] {
            assert_eq!(Date::parse(text), Err(DateError::NoSuchDay), "{text}");
        }
        assert_eq!(Date::parse("0000-01-01"), Err(DateError::OutOfRange));
        for text in ["0001-01-01", "2000-02-29", "2024-12-31", "9999-12-31"] {
            assert_eq!(d(text).to_string(), text);
        }
    }

    #[test]
    fn months_clamp_to_the_last_day() {
        for (from, months, to) in [
            ("2024-01-31", 1, "2024-02-29"),
            ("2023-01-31", 1, "2023-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2024-03-31", -1, "2024-02-29"),
            ("2024-10-31", 1, "2024-11-30"),
            ("2024-12-15", 1, "2025-01-15"),
            ("2024-01-15", -1, "2023-12-15"),
            ("2024-05-31", 0, "2024-05-31"),
        ] {
            assert_eq!(d(from).add_months(months), Ok(d(to)), "{from} {months:+}");
        }
        assert_eq!(d("9999-12-01").add_months(1), Err(DateError::OutOfRange));
        assert_eq!(d("0001-01-01").add_months(-1), Err(DateError::OutOfRange));
        assert_eq!(d("2024-01-01").add_months(i32::MIN), Err(DateError::OutOfRange));
    }

    #[test]
    fn days_count_over_leap_years_and_round_trip() {
        assert_eq!(d("2024-02-28").add_days(2), Ok(d("2024-03-01")));
        assert_eq!(d("2024-03-01").days_since(d("2023-03-01")), 366);
        assert_eq!(d("2023-03-01").days_since(d("2024-03-01")), -366);
        assert_eq!(d("0001-01-01").day_number(), 1);
        assert_eq!(Date::from_day_number(d("9999-12-31").day_number()), Ok(d("9999-12-31")));
        for days in [i64::MAX, i64::MIN, 4_000_000] {
            assert_eq!(d("2024-01-01").add_days(days), Err(DateError::OutOfRange));
        }
        assert_eq!(Date::from_day_number(0), Err(DateError::OutOfRange));
        assert_eq!(d("2024-03-01").zh(), "2024年3月1日");
        assert_eq!(Date::from_ymd(10_000, 1, 1), Err(DateError::OutOfRange));
    }
}
