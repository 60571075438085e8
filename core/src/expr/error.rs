//! Why an evaluation cannot finish.

use crate::value::{ArithmeticError, CalendarError};
use crate::vocabulary::EvaluationCode;

/// An evaluation that cannot finish; the ruleset and the facts are well formed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvalError {
    /// A number left the exact range (about 38 digits).
    #[error("a number is too large to be computed exactly; check the amounts given in the facts")]
    Overflow,
    /// A divisor is zero for the facts of this case.
    #[error("a divisor is zero for these facts; the ruleset should say what holds then")]
    DivisionByZero,
    /// A date left the calendar.
    #[error("a date lies outside the calendar; check the dates given in the facts")]
    DateOutOfRange,
    /// A value has no row for these facts.
    #[error("no row of `{}` holds for these facts, and it has no `otherwise`", .0.name)]
    NoRow(Box<NoRow>),
    /// Working days are counted in a year of which no calendar is known.
    #[error("the working-day calendar of {year} is not known; load the version that has it, or ask as of a later day")]
    NoCalendarYear {
        /// The year without data.
        year: i32,
    },
}

impl EvalError {
    /// The stable code.
    pub fn code(&self) -> EvaluationCode {
        match self {
            Self::Overflow => EvaluationCode::Overflow,
            Self::DivisionByZero => EvaluationCode::DivisionByZero,
            Self::DateOutOfRange => EvaluationCode::DateOutOfRange,
            Self::NoRow(_) => EvaluationCode::NoRow,
            Self::NoCalendarYear { .. } => EvaluationCode::NoCalendarYear,
        }
    }
}

impl From<CalendarError> for EvalError {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::MissingYear(year) => Self::NoCalendarYear { year },
            CalendarError::OutOfRange => Self::DateOutOfRange,
        }
    }
}

/// A value that has no row for these facts. It stands behind a pointer so that the result of a condition, which is
/// asked for dozens of times in an evaluation, fits two registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoRow {
    /// The definition, or the sanction whose value it is.
    pub name: String,
}

impl From<ArithmeticError> for EvalError {
    fn from(error: ArithmeticError) -> Self {
        match error {
            ArithmeticError::Overflow => Self::Overflow,
            ArithmeticError::DivisionByZero => Self::DivisionByZero,
        }
    }
}
