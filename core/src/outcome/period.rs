//! What the last day of a period meets.

use crate::value::Date;

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
