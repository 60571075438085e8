//! How a period ends: the day it is counted to, and what becomes of a day of rest.

use crate::outcome::Rest;
use crate::ruleset::{LastDay, RestDay};
use crate::value::{Calendar, CalendarError, Date};

/// The last day of a period that was counted to `day`, and what it meets.
///
/// What the document says is followed; where it says nothing the day stays, and the outcome says that it is open.
///
/// # Errors
/// `MissingYear` where the document moves the day and its year is not known; `OutOfRange`.
pub(crate) fn last_day(
    day: Date,
    rule: Option<&LastDay>,
    calendar: Option<&Calendar>,
) -> Result<(Date, Rest), CalendarError> {
    let worked = calendar.ok_or(CalendarError::MissingYear(day.year()));
    let worked = worked.and_then(|calendar| calendar.not_before(day));
    match (rule.map(|rule| rule.is), worked) {
        (Some(RestDay::Stays), _) => Ok((day, Rest::Stands)),
        (_, Ok(next)) if next == day => Ok((day, Rest::Stands)),
        (Some(RestDay::Moves), next) => Ok((next?, Rest::Moved(day))),
        (None, Ok(next)) => Ok((day, Rest::Open(next))),
        (None, Err(CalendarError::MissingYear(year))) => Ok((day, Rest::NotKnown(year))),
        (None, Err(error)) => Err(error),
    }
}
