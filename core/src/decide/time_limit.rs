//! Time limits of a procedure: how long, counted from when, until when.

use std::sync::Arc;

use crate::evaluate::{Env, last_day};
use crate::expr::{EvalError, Num};
use crate::link::ProcedureProgram;
use crate::outcome::Rest;
use crate::ruleset::TimeLimit;
use crate::value::{CalendarError, Date, LengthUnit, Rational, moved};

/// A time limit in one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// How long: a number of `unit`; a range while a fact is missing.
    pub length: Num,
    /// In what it is counted.
    pub unit: LengthUnit,
    /// The day it is counted from, if it is known; that day is out.
    pub from: Option<Date>,
    /// That day as the ruleset names it.
    pub from_text: Arc<str>,
    /// Counted back from that day: at least so long before.
    pub before: bool,
    /// The last day, if everything is known; of working days only with a calendar.
    pub due: Option<Date>,
    /// Whether that is a day of rest, and what becomes of it.
    pub rest: Rest,
    /// The calendar that was looked at: id and first day of its version.
    pub calendar: Option<(Arc<str>, Date)>,
    /// A year whose working days are not known, where that is why there is no last day.
    pub missing_year: Option<i32>,
}

/// The time limit, and its last day where that can be said.
///
/// # Basis
/// The day of the event is out: 民法典 第二百零一条. 行政处罚法 第八十五条: 二日, 三日, 五日, 七日 are working days.
pub(super) fn limit(env: &mut Env<'_>, program: &ProcedureProgram, deadline: &TimeLimit) -> Result<Limit, EvalError> {
    let length = env.number(&deadline.length.count)?;
    let from = match &deadline.from {
        Some(from) => day(env.number(from)?),
        None => None,
    };
    let mut limit = Limit {
        length,
        unit: deadline.length.unit,
        from,
        from_text: deadline.from_text.clone(),
        before: deadline.before,
        due: None,
        rest: Rest::Stands,
        calendar: None,
        missing_year: None,
    };
    let count = length.point().filter(|n| n.is_integer()).and_then(Rational::to_i64);
    let (Some(from), Some(count)) = (from, count) else { return Ok(limit) };
    let count = if deadline.before { count.checked_neg().ok_or(EvalError::DateOutOfRange)? } else { count };
    // The calendar as it was known on the day of the event; a year it does not have is said, never guessed.
    let known = program.calendar(from);
    let calendar = known.map(|(_, calendar)| calendar);
    let in_days = limit.unit != LengthUnit::WorkingDay;
    let ended = moved(from, count, limit.unit, calendar).and_then(|day| match in_days && !deadline.before {
        true => last_day(day, deadline.last_day.as_ref(), calendar),
        false => Ok((day, Rest::Stands)),
    });
    match ended {
        Ok((due, rest)) => {
            (limit.due, limit.rest) = (Some(due), rest);
            let looked_at = !in_days || matches!(rest, Rest::Moved(_) | Rest::Open(_));
            limit.calendar = known.filter(|_| looked_at).map(|(r, _)| (r.head.id.clone(), r.head.from));
        }
        Err(CalendarError::MissingYear(year)) => limit.missing_year = Some(year),
        Err(CalendarError::OutOfRange) => return Err(EvalError::DateOutOfRange),
    }
    Ok(limit)
}

fn day(number: Num) -> Option<Date> {
    number.point().and_then(Rational::to_i64).and_then(|n| Date::from_day_number(n).ok())
}
