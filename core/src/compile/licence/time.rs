//! Times that can never come: a renewal that nobody can ask for in time.

use crate::compile::scope::Scope;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::Expr;
use crate::ruleset::{Length, Licence};
use crate::value::LengthUnit;
use crate::vocabulary::LicenceProcedure;

/// A renewal that somebody can ask for, on a day that is known.
pub(super) fn renewal(scope: &mut Scope<'_, '_>, licence: &Licence) {
    // Of another procedure it is said that a renewal means nothing there.
    let renewal = licence.renewal.as_ref().filter(|_| licence.procedure == LicenceProcedure::Renewal);
    let Some(renewal) = renewal else { return };
    if licence.applied.is_none() {
        let message = "nothing says when the renewal was asked for, so it is never in time";
        scope.reader.error(Code::MissingKey, renewal.span, message, "add `applied`: the day of the application");
    }
    let Some(opens) = &renewal.opens else { return };
    let never = longest(opens).zip(shortest(&renewal.closes)).is_some_and(|(first, last)| first < last);
    if never {
        let message = "the window to ask for a renewal closes before it opens";
        let diagnostic = Diagnostic::error(Code::BadRange, opens.span, message)
            .label(renewal.closes.span, "it closes so long before the end")
            .help("both are counted back from the last day of the licence: `opens` is the longer one");
        scope.reader.sink.push(diagnostic);
    }
}

fn constant(length: &Length) -> Option<i64> {
    match &length.count {
        Expr::Number(count) => count.to_i64(),
        _ => None,
    }
}

/// The fewest days a length can be; a month has 28 at least.
fn shortest(length: &Length) -> Option<i64> {
    match length.unit {
        LengthUnit::Day | LengthUnit::WorkingDay => constant(length),
        LengthUnit::Month => constant(length)?.checked_mul(28),
    }
}

/// The most days a length can be; how many a working day takes only a calendar says.
fn longest(length: &Length) -> Option<i64> {
    match length.unit {
        LengthUnit::Day => constant(length),
        LengthUnit::Month => constant(length)?.checked_mul(31),
        LengthUnit::WorkingDay => None,
    }
}
