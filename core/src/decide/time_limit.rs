//! Time limits of a procedure: how long, counted from when, until when.

use std::sync::Arc;

use crate::evaluate::{Env, counted_to, ends, period_parts};
use crate::expr::{EvalError, Expr, Num};
use crate::gather::Gather as _;
use crate::link::{Governing, ProcedureProgram};
use crate::outcome::{PeriodPart, PeriodParts, Rest};
use crate::ruleset::TimeLimit;
use crate::value::{CalendarError, Date, LengthUnit, Rational};
use crate::vocabulary::{DeadlineStatus, RestDay, Why};

/// A time limit in one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// How long, how much longer, and what is not counted.
    pub parts: PeriodParts,
    /// The day it is counted from; that day is out.
    pub from: Option<Event>,
    /// Counted back from that day: at least so long before.
    pub before: bool,
    /// The last day, if everything is known; of working days only with a calendar.
    pub due: Option<Date>,
    /// Where a length is open: the day before which the period surely does not end.
    pub earliest: Option<Date>,
    /// And the day after which it surely has, if there is one.
    pub latest: Option<Date>,
    /// Where a length is open: whether one of those two is a day of rest of which nothing cited says what follows.
    pub may_rest: bool,
    /// Whether the last day is a day of rest, and what becomes of it.
    pub rest: Rest,
    /// The calendar that was looked at, be it only to see that the last day is worked: the result rests on it.
    pub calendar: Option<Governing>,
    /// A year whose working days are not known, where that is why there is no last day.
    pub missing_year: Option<i32>,
    /// The day on which it was done.
    pub on: Option<Event>,
    /// How that day stands to the last one.
    pub status: DeadlineStatus,
}

/// A day that something counts from, or was done on.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// As the ruleset names it.
    pub name: Arc<str>,
    /// The day, if it is known.
    pub day: Option<Date>,
}

/// The time limit, and its last day where that can be said.
///
/// # Basis
/// The day of the event is out: 民法典 第二百零一条. 行政处罚法 第八十五条: 二日, 三日, 五日, 七日 are working days.
pub(super) fn limit(env: &mut Env<'_>, program: &ProcedureProgram, deadline: &TimeLimit) -> Result<Limit, EvalError> {
    let parts = period_parts(&deadline.period, env)?;
    let mut event = |of: &Option<(Expr, Arc<str>)>| -> Result<Option<Event>, EvalError> {
        let Some((expr, name)) = of else { return Ok(None) };
        Ok(Some(Event { name: name.clone(), day: day(env.number(expr)?) }))
    };
    let mut limit = Limit {
        parts,
        from: event(&deadline.from)?,
        on: event(&deadline.on)?,
        status: DeadlineStatus::Open,
        before: deadline.before,
        due: None,
        earliest: None,
        latest: None,
        may_rest: false,
        rest: Rest::Stands,
        calendar: None,
        missing_year: None,
    };
    let Some(from) = limit.from.as_ref().and_then(|from| from.day) else { return Ok(limit) };
    // The calendar as it was known on the day of the event; a year it does not have is said, never guessed.
    let known = program.calendar(from);
    let calendar = known.map(|(_, calendar)| calendar);
    let stays = deadline.period.last_day.as_ref().is_some_and(|rule| rule.is == RestDay::Stays);
    let worked = |part: &PeriodPart| part.unit == LengthUnit::WorkingDay;
    if parts.each().any(|part| worked(&part)) || !deadline.before && !stays {
        limit.calendar = known.map(|(calendar, _)| Governing::new(calendar, Why::Used, from));
    }
    let ends = |lengths: &[(i64, LengthUnit)]| match deadline.before {
        true => Ok((counted_to(from, &back(lengths), calendar)?, Rest::Stands)),
        false => ends(from, lengths, deadline.period.last_day.as_ref(), calendar),
    };
    match parts.exact().map(|lengths| ends(&lengths)) {
        Some(Ok((due, rest))) => (limit.due, limit.rest) = (Some(due), rest),
        Some(Err(CalendarError::MissingYear(year))) => limit.missing_year = Some(year),
        Some(Err(CalendarError::OutOfRange)) => return Err(EvalError::DateOutOfRange),
        None if deadline.before => {}
        None => between(&mut limit, &ends),
    }
    if let Some(on) = limit.on.as_ref().and_then(|on| on.day) {
        limit.status = status(&limit, on);
    }
    Ok(limit)
}

/// Whether what was done on a day was done in time; open while the last day is, and the day is not beyond both ends.
fn status(limit: &Limit, on: Date) -> DeadlineStatus {
    let in_time = match limit.due {
        Some(due) => limit.rest.in_time(on, due),
        None if limit.earliest.is_some_and(|first| on <= first) => Some(true),
        None if limit.latest.is_some_and(|last| on > last) => Some(false),
        None => None,
    };
    DeadlineStatus::done(in_time)
}

/// The last day of lengths, and what it meets.
type PeriodEnds<'a> = &'a dyn Fn(&[(i64, LengthUnit)]) -> Result<(Date, Rest), CalendarError>;

/// Lengths counted back; one too long to turn is beyond every calendar anyway.
fn back(lengths: &[(i64, LengthUnit)]) -> Vec<(i64, LengthUnit)> {
    lengths.iter().map(|(count, unit)| (count.checked_neg().unwrap_or(i64::MAX), *unit)).gather()
}

/// The days between which a period ends whose length is open: a longer period never ends on an earlier day. A day that
/// cannot be said, or that may still move, is no bound.
fn between(limit: &mut Limit, ends: PeriodEnds<'_>) {
    let end = |lengths: Option<Vec<(i64, LengthUnit)>>| lengths.and_then(|lengths| ends(&lengths).ok());
    let (first, last) = (end(limit.parts.least()), end(limit.parts.most()));
    limit.earliest = first.map(|(day, _)| day);
    limit.latest = last.and_then(|(day, rest)| match rest {
        Rest::Open(moved) => Some(moved),
        Rest::NotKnown(_) => None,
        Rest::Stands | Rest::Moved(_) => Some(day),
    });
    limit.may_rest = first.into_iter().chain(last).any(|(_, rest)| matches!(rest, Rest::Open(_)));
}

fn day(number: Num) -> Option<Date> {
    number.point().and_then(Rational::to_i64).and_then(|n| Date::from_day_number(n).ok())
}
