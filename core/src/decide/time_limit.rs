//! Time limits of a procedure: how long, counted from when, until when.

use std::sync::Arc;

use crate::evaluate::Env;
use crate::expr::{EvalError, Num};
use crate::link::ProcedureProgram;
use crate::ruleset::{Count, TimeLimit};
use crate::value::{CalendarError, Date, Rational};

/// A time limit in one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// How long: a number of `unit`; a range while a fact is missing.
    pub length: Num,
    /// In what it is counted.
    pub unit: Count,
    /// The day it is counted from, if it is known; that day is out.
    pub from: Option<Date>,
    /// That day as the ruleset names it.
    pub from_text: Arc<str>,
    /// Counted back from that day: at least so long before.
    pub before: bool,
    /// The last day, if everything is known; of working days only with a calendar.
    pub due: Option<Date>,
    /// The calendar that working days were counted by: id and first day of its version.
    pub calendar: Option<(Arc<str>, Date)>,
    /// A year whose working days are not known, where that is why there is no last day.
    pub missing_year: Option<i32>,
}

/// The time limit, and its last day where that can be said.
///
/// # Basis
/// The day of the event is out: 民法典 第二百零一条. 行政处罚法 第八十五条: 二日, 三日, 五日, 七日 are working days.
pub(super) fn limit(env: &mut Env<'_>, program: &ProcedureProgram, deadline: &TimeLimit) -> Result<Limit, EvalError> {
    let length = env.number(&deadline.length)?;
    let from = match &deadline.from {
        Some(from) => day(env.number(from)?),
        None => None,
    };
    let mut limit = Limit {
        length,
        unit: deadline.unit,
        from,
        from_text: deadline.from_text.clone(),
        before: deadline.before,
        due: None,
        calendar: None,
        missing_year: None,
    };
    let count = length.point().filter(|n| n.is_integer()).and_then(Rational::to_i64);
    let (Some(from), Some(count)) = (from, count) else { return Ok(limit) };
    let count = if deadline.before { count.checked_neg().ok_or(EvalError::DateOutOfRange)? } else { count };
    let moved = match deadline.unit {
        Count::Days => from.add_days(count),
        Count::Months => from.add_months(i32::try_from(count).map_err(|_| EvalError::DateOutOfRange)?),
        Count::WorkingDays => {
            working_days(program, &mut limit, from, count)?;
            return Ok(limit);
        }
    };
    limit.due = Some(moved.map_err(|_| EvalError::DateOutOfRange)?);
    Ok(limit)
}

fn day(number: Num) -> Option<Date> {
    number.point().and_then(Rational::to_i64).and_then(|n| Date::from_day_number(n).ok())
}

/// Counts in the calendar as it was known on the day of the event; a year it does not have is said, never guessed.
fn working_days(program: &ProcedureProgram, limit: &mut Limit, from: Date, count: i64) -> Result<(), EvalError> {
    let Some((ruleset, calendar)) = program.calendar(from) else {
        limit.missing_year = Some(from.year());
        return Ok(());
    };
    match calendar.add_working_days(from, count) {
        Ok(due) => {
            limit.due = Some(due);
            limit.calendar = Some((ruleset.head.id.clone(), ruleset.head.from));
        }
        Err(CalendarError::MissingYear(year)) => limit.missing_year = Some(year),
        Err(CalendarError::OutOfRange) => return Err(EvalError::DateOutOfRange),
    }
    Ok(())
}
