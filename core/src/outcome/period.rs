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
    /// Whether something done on `day` is in time for sure (`Some`), or it depends on what is open here (`None`).
    #[must_use]
    pub fn in_time(self, day: Date, last: Date) -> Option<bool> {
        match self {
            _ if day <= last => Some(true),
            Self::Open(moved) if day <= moved => None,
            Self::NotKnown(_) => None,
            _ => Some(false),
        }
    }
}
