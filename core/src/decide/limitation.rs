//! Limitation (追责时效): whether the act was discovered in time, under the law of its day and that of the decision.

use std::sync::Arc;

use super::dates::{Between, Dates};
use super::laws::Laws;
use crate::expr::{EvalError, Num};
use crate::gather::Gather as _;
use crate::ruleset::LimitationRow;
use crate::value::{Date, LengthUnit, Rational, Truth, moved};
use crate::vocabulary::LimitationStatus;

/// Why the law of the day of the act and that of the decision lead apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitationDispute {
    /// The period had run out before the longer one came into force.
    AlreadyOver,
    /// It had not, or the later law has the shorter period.
    LawsDiffer,
}

/// The limitation of one act.
#[derive(Clone, Debug, PartialEq)]
pub struct Limitation {
    /// Whether a penalty may still be imposed.
    pub status: LimitationStatus,
    /// Where the period begins: the day the act was over.
    pub over: Between,
    /// When the act was discovered.
    pub discovered: Between,
    /// The periods that apply or may apply; those of the law at the act first.
    pub periods: Vec<LimitationPeriod>,
    /// Where the laws of the two days lead apart.
    pub dispute: Option<LimitationDispute>,
    /// Names of days and facts that are missing and would settle it.
    pub needed: Vec<Arc<str>>,
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitationPeriod {
    /// Whether it is of the law at the decision, not at the act.
    pub later: bool,
    /// The document, by its position among the laws of that day.
    pub law: usize,
    /// The row, by its position in the document.
    pub row: usize,
    /// Whether the row holds.
    pub holds: Truth,
    /// How long, in `unit`.
    pub length: Num,
    /// In what it is counted.
    pub unit: LengthUnit,
    /// The last day on which discovery is in time, counted from the first day the act may have been over.
    pub through: Option<Date>,
    /// Whether the act was discovered too late.
    pub barred: Truth,
}

/// Looks at every row of the laws of an act, special before general, under the law at the act and at the decision.
///
/// # Errors
/// Overflow, a date that does not exist.
///
/// # Basis
/// 行政处罚法（2021年） 第三十六条, 第三十七条; what each document has is in its rows.
pub(super) fn limitation(dates: &Dates, at_act: &Laws, at_decision: Option<&Laws>) -> Result<Limitation, EvalError> {
    let (over, discovered) = (dates.over(), dates.discovered());
    let case = LimitationCase { over, discovered };
    let (mut periods, first, mut needed) = case.under(at_act, false)?;
    let mut second = None;
    if let Some(laws) = at_decision {
        let (more, truth, facts) = case.under(laws, true)?;
        second = Some((truth, case.begins(laws, &more)));
        // The same row of the same text says nothing new.
        let text = |laws: &Laws, p: &LimitationPeriod| laws.get(p.law).map(|l| (l.ruleset().digests().clone(), p.row));
        let known: Vec<_> = periods.iter().map(|p| text(at_act, p)).gather();
        periods.extend(more.into_iter().filter(|p| !known.contains(&text(laws, p))));
        needed.extend(facts);
    }
    let (status, dispute) = match (first, second) {
        // What the law of the act says is not known, whatever that of the decision has.
        (None, _) => (LimitationStatus::NoRule, None),
        (Some(barred), None | Some((None, _))) => (status(barred), None),
        (Some(a), Some((Some(b), _))) if a == b => (status(a), None),
        (Some(Truth::True), Some((Some(Truth::False), begins))) => {
            // The last day of the old period, where it is surely known, against the first day of the new law.
            let end = case.ends(&periods);
            match end.zip(begins) {
                Some((end, begins)) if end < begins => {
                    (LimitationStatus::TimeBarred, Some(LimitationDispute::AlreadyOver))
                }
                _ => (LimitationStatus::Possible, Some(LimitationDispute::LawsDiffer)),
            }
        }
        (Some(Truth::False), Some((Some(Truth::True), _))) => {
            (LimitationStatus::Possible, Some(LimitationDispute::LawsDiffer))
        }
        _ => (LimitationStatus::Possible, None),
    };
    if status == LimitationStatus::Possible && dispute.is_none() {
        needed.splice(0..0, dates.needed().into_iter().map(Arc::from));
    } else {
        needed.clear();
    }
    let mut seen: Vec<Arc<str>> = Vec::new();
    needed.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    Ok(Limitation { status, over, discovered, periods, dispute, needed })
}

fn status(barred: Truth) -> LimitationStatus {
    match barred {
        Truth::True => LimitationStatus::TimeBarred,
        Truth::False => LimitationStatus::Within,
        Truth::Unknown => LimitationStatus::Possible,
    }
}

/// Periods, whether the act is barred under them (none = no rule), and the facts their conditions still ask for.
type PeriodsUnder = (Vec<LimitationPeriod>, Option<Truth>, Vec<Arc<str>>);

struct LimitationCase {
    over: Between,
    discovered: Between,
}

impl LimitationCase {
    /// The rows that hold or may hold, tried in order.
    fn under(&self, laws: &Laws, later: bool) -> Result<PeriodsUnder, EvalError> {
        let found = laws.first(|_| true, |rules| &rules.limitation, |row: &LimitationRow| Some(&row.when))?;
        let mut periods = Vec::new();
        for hit in &found.hits {
            let Some(row) = laws.get(hit.law).and_then(|l| l.rules.limitation.get(hit.row)) else { continue };
            let length = laws.number(hit.law, &row.period.count)?;
            periods.push(LimitationPeriod {
                later,
                law: hit.law,
                row: hit.row,
                holds: hit.holds,
                length,
                unit: row.period.unit,
                through: self.over.first.map(|day| after(day, length, row.period.unit)).transpose()?.flatten(),
                barred: self.barred(length, row.period.unit)?,
            });
        }
        if periods.is_empty() {
            return Ok((periods, None, found.needed));
        }
        let all = |truth| periods.iter().all(|p| p.barred == truth);
        let truth = match found.settled {
            true if all(Truth::True) => Truth::True,
            true if all(Truth::False) => Truth::False,
            _ => Truth::Unknown,
        };
        Ok((periods, Some(truth), found.needed))
    }

    /// Whether the act was discovered after the period.
    fn barred(&self, length: Num, unit: LengthUnit) -> Result<Truth, EvalError> {
        let last = |day: Option<Date>| day.map_or(Ok(None), |day| after(day, length, unit));
        if let (Some(last), Some(found)) = (last(self.over.last)?, self.discovered.first)
            && found > last
        {
            return Ok(Truth::True);
        }
        if let (Some(last), Some(found)) = (last(self.over.first)?, self.discovered.last)
            && found <= last
        {
            return Ok(Truth::False);
        }
        Ok(Truth::Unknown)
    }

    /// The first day of the law of the decision.
    fn begins(&self, laws: &Laws, periods: &[LimitationPeriod]) -> Option<Date> {
        periods.iter().filter_map(|p| laws.get(p.law)).map(|law| law.ruleset().head().from).max()
    }

    /// The last day of the longest period of the law at the act, where the day the act was over is known.
    fn ends(&self, periods: &[LimitationPeriod]) -> Option<Date> {
        self.over.day()?;
        let own: Option<Vec<Date>> = periods.iter().filter(|p| !p.later).map(|p| p.through).gather();
        own?.into_iter().max()
    }
}

/// The last day of a period that begins the day after `day`; none while its length is not known.
///
/// It stays where it falls: what ends the power to punish is not lengthened because the day is one of rest.
///
/// # Basis
/// 民法典 第二百零四条 by reading: counted as there, for want of a rule of its own.
fn after(day: Date, length: Num, unit: LengthUnit) -> Result<Option<Date>, EvalError> {
    let Some(count) = length.point().map(Rational::ceil).and_then(Rational::to_i64) else { return Ok(None) };
    Ok(Some(moved(day, count, unit, None)?))
}
