//! What time decides: time limits, the window of a renewal, bans.

use crate::evaluate::env::Env;
use crate::evaluate::licence::parts::holds;
use crate::evaluate::{counted_to, ends, last_day, period, period_parts};
use crate::expr::{EvalError, Expr};
use crate::link::LicenceProgram;
use crate::outcome::{BanOutcome, DeadlineOutcome, LicenceOutcome, PeriodParts, RenewalOutcome, Rest};
use crate::ruleset::{Ban, Deadline, Length, Renewal};
use crate::value::{self, Date, LengthUnit, Truth};
use crate::vocabulary::{DeadlineStatus, RenewalStatus};

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
    let parts = period_parts(&deadline.period, env)?;
    let calendar = env.linked.calendar();
    let from_day = from.filter(|_| exists != Truth::False);
    let promised = match &deadline.promised {
        Some(promised) => {
            let promised = PeriodParts { within: period::counted(promised, env)?, extension: None, ..parts };
            from_day.zip(promised.exact()).map(|(day, parts)| counted_to(day, &parts, calendar)).transpose()?
        }
        None => None,
    };
    let counted = parts.exact();
    let ended = from_day.zip(counted.as_deref()).map(|(day, parts)| {
        let rule = deadline.period.last_day.as_ref();
        ends(day, parts, rule, calendar)
    });
    let (due, rest) = ended.transpose()?.map_or((None, Rest::Stands), |(due, rest)| (Some(due), rest));
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
        Truth::True => DeadlineStatus::done(in_time(on)),
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
