//! What time decides: time limits, the window of a renewal, bans.

use crate::evaluate::env::Env;
use crate::evaluate::last_day;
use crate::evaluate::licence::parts::holds;
use crate::expr::{EvalError, Expr};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{
    BanOutcome, DeadlineOutcome, DeadlineStatus, LicenceOutcome, RenewalOutcome, RenewalStatus, Rest,
};
use crate::ruleset::{Ban, Deadline, Length, Renewal};
use crate::value::{self, Date, LengthUnit, Truth};

pub(super) fn all(
    program: &LicenceProgram,
    env: &mut Env<'_>,
    as_of: Option<Date>,
    outcome: &mut LicenceOutcome,
) -> Result<(), EvalError> {
    let licence = &program.licence;
    for deadline in &licence.deadlines {
        outcome.deadlines.push(self::deadline(deadline, env, as_of)?);
    }
    if let Some(renewal) = &licence.renewal {
        outcome.renewal = Some(self::renewal(renewal, licence.applied.as_ref(), env, as_of)?);
    }
    for ban in &licence.bans {
        outcome.bans.push(self::ban(ban, env)?);
    }
    Ok(())
}

fn date(expr: &Expr, env: &mut Env<'_>) -> Result<Option<Date>, EvalError> {
    let Some(number) = env.number(expr)?.point().and_then(crate::value::Rational::to_i64) else { return Ok(None) };
    Date::from_day_number(number).map(Some).map_err(|_| EvalError::DateOutOfRange)
}

fn maybe_date(expr: Option<&Expr>, env: &mut Env<'_>) -> Result<Option<Date>, EvalError> {
    expr.map_or(Ok(None), |expr| date(expr, env))
}

/// A length as a whole number of its unit; none while it is not known.
fn counted(length: &Length, env: &mut Env<'_>) -> Result<Option<(i64, LengthUnit)>, EvalError> {
    let count = env.number(&length.count)?.point().and_then(crate::value::Rational::to_i64);
    Ok(count.map(|count| (count, length.unit)))
}

/// A day moved by a length, back if it is negative.
fn moved(from: Date, (count, unit): (i64, LengthUnit), env: &Env<'_>) -> Result<Date, EvalError> {
    // That a calendar is there where one is needed was checked when the licence was linked.
    Ok(value::moved(from, count, unit, env.linked.calendar())?)
}

fn deadline(deadline: &Deadline, env: &mut Env<'_>, as_of: Option<Date>) -> Result<DeadlineOutcome, EvalError> {
    let exists = holds(deadline.when.as_ref(), env)?;
    let from = date(&deadline.from, env)?;
    let mut lengths = vec![counted(&deadline.within, env)?];
    if let Some(extension) = &deadline.extension {
        match env.holds(&extension.when)? {
            Truth::True => lengths.push(counted(&extension.within, env)?),
            Truth::False => {}
            Truth::Unknown => lengths.push(None),
        }
    }
    let excluded = match &deadline.excluded {
        Some(excluded) => Some(counted(excluded, env)?),
        None => None,
    };
    lengths.extend(excluded);
    let promised = match &deadline.promised {
        Some(promised) => {
            let parts: Option<Vec<_>> = std::iter::once(counted(promised, env)?).chain(excluded).gather();
            end(from, parts.as_deref(), exists, env)?
        }
        None => None,
    };
    let counted: Option<Vec<_>> = lengths.into_iter().gather();
    let mut due = end(from, counted.as_deref(), exists, env)?;
    let mut rest = Rest::Stands;
    // What is counted in working days alone ends on one.
    let in_days = counted.iter().flatten().any(|(count, unit)| *count != 0 && *unit != LengthUnit::WorkingDay);
    if let Some(day) = due.as_mut().filter(|_| in_days) {
        (*day, rest) = last_day(*day, deadline.last_day.as_ref(), env.linked.calendar())?;
    }
    let done = match &deadline.done {
        Some(done) => Some(env.holds(done)?),
        None => None,
    };
    let status = match (done, exists) {
        (Some(done), Truth::True | Truth::Unknown) => {
            let on = maybe_date(deadline.on.as_ref(), env)?;
            status(done, on, deadline.on.is_some(), due.map(|due| (due, rest)), as_of)
        }
        _ => DeadlineStatus::Open,
    };
    let done = done.unwrap_or(Truth::Unknown);
    Ok(DeadlineOutcome { exists, from, counted: counted.unwrap_or_default(), due, rest, promised, done, status })
}

/// The last day: each length after the one before; none while something is open or the limit does not exist.
fn end(
    from: Option<Date>,
    lengths: Option<&[(i64, LengthUnit)]>,
    exists: Truth,
    env: &Env<'_>,
) -> Result<Option<Date>, EvalError> {
    let (Some(mut day), Some(lengths)) = (from, lengths) else { return Ok(None) };
    if exists == Truth::False {
        return Ok(None);
    }
    for length in lengths.iter().filter(|(count, _)| *count != 0) {
        day = moved(day, *length, env)?;
    }
    Ok(Some(day))
}

fn status(
    done: Truth,
    on: Option<Date>,
    dated: bool,
    due: Option<(Date, Rest)>,
    as_of: Option<Date>,
) -> DeadlineStatus {
    let in_time = |day: Option<Date>| day.zip(due).and_then(|(day, (due, rest))| rest.in_time(day, due));
    match done {
        // `done` alone says that it was done in time.
        Truth::True if !dated => DeadlineStatus::Met,
        Truth::True => match in_time(on) {
            Some(true) => DeadlineStatus::Met,
            Some(false) => DeadlineStatus::Late,
            None => DeadlineStatus::Open,
        },
        Truth::False => match in_time(as_of) {
            Some(true) => DeadlineStatus::Running,
            Some(false) => DeadlineStatus::Elapsed,
            None => DeadlineStatus::Open,
        },
        Truth::Unknown => DeadlineStatus::Open,
    }
}

/// Whether the time ran out before it was done.
pub(super) fn ran_out(deadline: &DeadlineOutcome) -> Truth {
    let silent = match deadline.status {
        DeadlineStatus::Elapsed | DeadlineStatus::Late => Truth::True,
        DeadlineStatus::Met | DeadlineStatus::Running => Truth::False,
        DeadlineStatus::Open => Truth::Unknown,
    };
    deadline.exists.and(silent)
}

fn renewal(
    renewal: &Renewal,
    applied: Option<&Expr>,
    env: &mut Env<'_>,
    as_of: Option<Date>,
) -> Result<RenewalOutcome, EvalError> {
    let expires = date(&renewal.expires, env)?;
    let applied = maybe_date(applied, env)?;
    let back = |length: Option<&Length>, env: &mut Env<'_>| -> Result<Option<Date>, EvalError> {
        let (Some(expires), Some(length)) = (expires, length) else { return Ok(None) };
        let Some((count, unit)) = counted(length, env)? else { return Ok(None) };
        moved(expires, (count.checked_neg().ok_or(EvalError::Overflow)?, unit), env).map(Some)
    };
    let opens = back(renewal.opens.as_ref(), env)?;
    let closes = back(Some(&renewal.closes), env)?;
    let general = back(renewal.general.as_ref(), env)?;
    let mut rest = Rest::Stands;
    let status = match (applied, closes) {
        (Some(applied), Some(closes)) if applied > closes => {
            // A day counted back to is no last day of a period, and no provision says what becomes of one of rest.
            let (_, met) = last_day(closes, None, env.linked.calendar())?;
            match met.in_time(applied, closes) {
                None => {
                    rest = met;
                    RenewalStatus::Open
                }
                Some(_) => RenewalStatus::Late,
            }
        }
        (Some(applied), Some(_)) => match (opens, &renewal.opens) {
            (Some(opens), _) if applied < opens => RenewalStatus::Early,
            (None, Some(_)) => RenewalStatus::Unknown,
            _ => RenewalStatus::Timely,
        },
        _ => RenewalStatus::Unknown,
    };
    let (mut decided, mut undecided) = (Truth::Unknown, Truth::False);
    if let Some(asked) = &renewal.decided {
        decided = env.holds(asked)?;
        undecided = self::undecided(decided, renewal, expires, env, as_of)?;
    }
    Ok(RenewalOutcome { opens, closes, general, status, rest, decided, undecided })
}

/// Whether the licence ran out without a decision.
fn undecided(
    decided: Truth,
    renewal: &Renewal,
    expires: Option<Date>,
    env: &mut Env<'_>,
    as_of: Option<Date>,
) -> Result<Truth, EvalError> {
    let on = maybe_date(renewal.on.as_ref(), env)?;
    let after = |day: Option<Date>| match (day, expires) {
        (Some(day), Some(expires)) => Truth::from(day > expires),
        _ => Truth::Unknown,
    };
    Ok(match decided {
        Truth::True if renewal.on.is_none() => Truth::False,
        Truth::True => after(on),
        Truth::False => after(as_of),
        Truth::Unknown => Truth::Unknown.and(after(as_of)),
    })
}

fn ban(ban: &Ban, env: &mut Env<'_>) -> Result<BanOutcome, EvalError> {
    let holds = env.holds(&ban.when)?;
    let from = date(&ban.from, env)?;
    let mut until = None;
    if let (Some(from), Some(lasts)) = (from, &ban.lasts)
        && holds != Truth::False
        && let Some(length) = counted(lasts, env)?
    {
        until = Some(moved(from, length, env)?);
    }
    Ok(BanOutcome { holds, from, until })
}
