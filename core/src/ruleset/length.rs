//! Lengths of time, and what happens to a period whose last day is a day of rest.

use std::sync::Arc;

use crate::expr::{Cond, Expr};
use crate::source::Span;
use crate::value::LengthUnit;
use crate::vocabulary::RestDay;

/// A length of time in one unit.
#[derive(Clone, Debug)]
pub struct Length {
    /// How many.
    pub count: Expr,
    /// Of what.
    pub unit: LengthUnit,
    /// Where it is written.
    pub span: Span,
}

/// A period that runs: how long, how much longer, what is not counted, and where it ends.
#[derive(Clone, Debug)]
pub struct Period {
    /// How long.
    pub within: Length,
    /// How much longer, and when.
    pub extension: Option<Extension>,
    /// Time that is not counted (听证、检验、鉴定 …).
    pub excluded: Option<Length>,
    /// What becomes of a last day that is a day of rest; none = nothing cited says.
    pub last_day: Option<LastDay>,
}

impl Period {
    /// The lengths it may be made of, in the order they are counted.
    pub(crate) fn lengths(&self) -> impl Iterator<Item = &Length> {
        std::iter::once(&self.within).chain(self.extension.as_ref().map(|e| &e.within)).chain(&self.excluded)
    }
}

/// A longer time.
#[derive(Clone, Debug)]
pub struct Extension {
    /// By how much.
    pub within: Length,
    /// When.
    pub when: Cond,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

/// What a document says of the last day of its periods. What none says is open, and a person is told.
///
/// # Basis
/// 民法典 第二百零三条第一款 moves the last day of civil periods, 民事诉讼法 第八十五条 that of litigation. For the periods
/// of an administrative authority there is no general rule beside those that count in working days (行政许可法
/// 第八十二条, 行政处罚法 第八十五条): each document has its own or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// What becomes of it.
    pub is: RestDay,
    /// The provision.
    pub basis: Option<Arc<str>>,
}
