//! What a period is made of, the day it is counted to, and what becomes of a day of rest; of procedures and licences.

use super::env::Env;
use crate::expr::EvalError;
use crate::outcome::{PeriodPart, PeriodParts, Rest};
use crate::ruleset::{LastDay, Length, Period};
use crate::value::{Calendar, CalendarError, Date, LengthUnit, Rational, Truth, moved};
use crate::vocabulary::RestDay;

/// What a period is made of: its own length, the extension that was or may have been granted, time not counted.
///
/// # Errors
/// An overflow.
pub(crate) fn period_parts(period: &Period, env: &mut Env<'_>) -> Result<PeriodParts, EvalError> {
    let extension = match &period.extension {
        Some(extension) => match env.holds(&extension.when)? {
            Truth::False => None,
            granted => Some(PeriodPart { counts: granted, ..counted(&extension.within, env)? }),
        },
        None => None,
    };
    let excluded = match &period.excluded {
        Some(excluded) => Some(counted(excluded, env)?),
        None => None,
    };
    let none = |length: &PeriodPart| length.count.point().is_some_and(Rational::is_zero);
    Ok(PeriodParts {
        within: counted(&period.within, env)?,
        extension: extension.filter(|length| !none(length)),
        excluded: excluded.filter(|length| !none(length)),
    })
}

/// A length in one case.
///
/// # Errors
/// An overflow.
pub(super) fn counted(length: &Length, env: &mut Env<'_>) -> Result<PeriodPart, EvalError> {
    Ok(PeriodPart { count: env.number(&length.count)?, unit: length.unit, counts: Truth::True })
}

/// The day that lengths count to, each after the one before.
///
/// # Errors
/// As [`moved`].
pub(crate) fn counted_to(
    from: Date,
    lengths: &[(i64, LengthUnit)],
    calendar: Option<&Calendar>,
) -> Result<Date, CalendarError> {
    let mut day = from;
    for (count, unit) in lengths.iter().filter(|(count, _)| *count != 0) {
        day = moved(day, *count, *unit, calendar)?;
    }
    Ok(day)
}

/// The last day of a period of these lengths, and what it meets; what is counted in working days alone ends on one.
///
/// # Errors
/// As [`moved`] and [`last_day`].
pub(crate) fn ends(
    from: Date,
    lengths: &[(i64, LengthUnit)],
    rule: Option<&LastDay>,
    calendar: Option<&Calendar>,
) -> Result<(Date, Rest), CalendarError> {
    let day = counted_to(from, lengths, calendar)?;
    let in_days = lengths.iter().any(|(count, unit)| *count != 0 && *unit != LengthUnit::WorkingDay);
    if in_days { last_day(day, rule, calendar) } else { Ok((day, Rest::Stands)) }
}

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
