//! Exact values: numbers, ranges, three-valued truth, dates and units.
//!
//! This is the lowest layer. It knows arithmetic, the calendar and the names of units, but no law:
//! that 以上 includes its number or that a fine is rounded to whole 元 is decided further up.
//! Nothing here rounds, clamps or wraps by itself; what cannot be computed exactly is an error.

// Named calls instead of operators throughout: an operator would hide which of them can fail.
#![allow(clippy::should_implement_trait)]

mod rational;
mod small;

mod bound;
mod comparison;
mod interval;
mod truth;

mod date;
mod calendar;
mod unit;
mod period;

mod digest;
mod numeral;
mod sorted;

pub use bound::Bound;
pub use calendar::{Calendar, CalendarError};
pub use comparison::Comparison;
pub use date::{Date, DateError};
pub(crate) use digest::{sha256, sm3};
pub use interval::Interval;
pub use numeral::parse_number_prefix;
pub use period::{LengthUnit, moved};
pub use rational::{ArithmeticError, Rational, Rounding};
pub use small::{Beyond, Small};
pub use sorted::Sorted;
pub use truth::Truth;
pub use unit::{Base, Dimension, Unit};
