//! The procedure of a decision: which steps are due for what is intended, on what ground, until when, how much.
//!
//! Every document is asked: the law, the ministries, the province. A document speaks to the case when its body, its
//! place and its own condition fit; while body or place are not known, each that could be is tried.

mod known;
mod table;
mod needed;
mod points;

pub use points::ProcedurePoint;

use std::sync::Arc;

use super::planned::Planned;
use super::standing::Prevails;
use super::time_limit::Limit;
use crate::evaluate::Env;
use crate::expr::{EvalError, FactId, Num};
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::{ProcedureProgram, Speaks};
use crate::outcome::Trace;
use crate::ruleset::Sum;
use crate::value::Truth;
use crate::vocabulary::{Duty, Target};
use known::Known;
use table::Table;

/// The procedure of a case.
#[derive(Clone, Debug)]
pub struct ProcedureOutcome {
    /// Every row that was tried, document by document, for the case and for each target.
    pub runs: Vec<Run>,
    /// The steps that are or may be due, in the order of a case; those that are surely not due are in no list.
    pub duties: Vec<DutyOutcome>,
    /// Facts that still matter to a step before the decision: the document and the fact.
    pub needed: Vec<(usize, FactId)>,
    /// Where a person must look.
    pub points: Vec<ProcedurePoint>,
}

/// One document tried for the case or for one target.
#[derive(Clone, Debug)]
pub struct Run {
    /// The position of the document among the procedures.
    pub program: usize,
    /// The target; none = the whole case.
    pub target: Option<Target>,
    /// The facts of the case, with what is intended.
    pub facts: Facts,
    /// The truth of every condition.
    pub trace: Trace,
    /// Whether the document is for the body and the place.
    pub speaks: Speaks,
    /// Whether its own condition holds.
    pub applies: Truth,
    /// Whether each of its standards is met.
    pub standards: Vec<Truth>,
    /// Each of its duties by its own condition; none where the row is not for this run.
    pub duties: Vec<Option<Truth>>,
}

/// A step of the procedure that is or may be due.
#[derive(Clone, Debug)]
pub struct DutyOutcome {
    /// What is to be done.
    pub duty: Duty,
    /// For whom; none = for the case.
    pub target: Option<Target>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// Whether it must be done, or may be.
    pub must: bool,
    /// The rows it rests on.
    pub grounds: Vec<Ground>,
}

/// A row that is or may be a ground for a step.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The run.
    pub run: usize,
    /// The row among the duties of the document.
    pub row: usize,
    /// Whether it holds in every completion.
    pub certain: bool,
    /// The open standard it rests on.
    pub standard: Option<StandardOutcome>,
    /// The time limit.
    pub limit: Option<Limit>,
    /// What is to be paid.
    pub sum: Option<SumOutcome>,
}

/// An open standard in one case.
#[derive(Clone, Debug)]
pub struct StandardOutcome {
    /// Its name.
    pub name: Arc<str>,
    /// Whether it is met.
    pub met: Truth,
    /// How the figure came to count; none while that depends on body or place.
    pub how: Option<Prevails>,
    /// The documents with a figure.
    pub voices: Vec<VoiceOutcome>,
}

/// A document with a figure for a standard.
#[derive(Clone, Debug)]
pub struct VoiceOutcome {
    /// The run.
    pub run: usize,
    /// Its rows for the standard.
    pub rows: Vec<usize>,
    /// Whether the figure is met.
    pub met: Truth,
    /// Whether it counts: `Unknown` while that depends on body or place.
    pub counts: Truth,
}

/// A sum to be paid, in 元.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SumOutcome {
    /// The amount of one.
    pub one: Num,
    /// The count.
    pub count: Option<Num>,
    /// The sum before its declared cap, where that changed it.
    pub before: Option<Num>,
    /// The sum.
    pub sum: Num,
}

/// The procedure for what is intended.
///
/// `facts` are those of the case decoded for each program, in the same order ([`crate::facts::decode_each`]).
///
/// # Errors
/// An overflow, or a time limit that leaves the calendar.
///
/// # Basis
/// 行政处罚法 第六十三条: what a 较大数额 is no law says; ministries and provinces do, and say who yields to whom.
pub fn procedure(
    programs: &[ProcedureProgram],
    facts: &[Facts],
    planned: &[Planned],
) -> Result<ProcedureOutcome, EvalError> {
    let mut table = Table { programs, runs: Vec::new() };
    let slots: Vec<Option<&Planned>> = std::iter::once(None).chain(planned.iter().map(Some)).gather();
    let known = Known::of(programs, facts)?;
    for slot in &slots {
        for ((program, number), facts) in programs.iter().zip(0usize..).zip(facts) {
            table.runs.push(run(program, number, facts, *slot, &known)?);
        }
    }
    let mut outcome = ProcedureOutcome { runs: Vec::new(), duties: Vec::new(), needed: Vec::new(), points: Vec::new() };
    for (slot, number) in slots.iter().zip(0usize..) {
        let first = number.saturating_mul(programs.len());
        let found = table.slot(first, &known.scenarios);
        table.take(&mut outcome, found, slot.map(|p| p.target))?;
    }
    outcome.duties.sort_by_key(|d| (d.duty, d.target));
    table.needed(&mut outcome, &known)?;
    table.points(&mut outcome, &known);
    outcome.runs = table.runs;
    Ok(outcome)
}

fn run(
    program: &ProcedureProgram,
    number: usize,
    facts: &Facts,
    slot: Option<&Planned>,
    known: &Known,
) -> Result<Run, EvalError> {
    let mut facts = facts.clone();
    if let Some(planned) = slot {
        planned.fill(&program.linked, &mut facts);
    }
    let mut env = Env::new(&program.linked, None, &facts, true);
    let applies = match &program.procedure.applies {
        Some(when) => env.holds(when)?,
        None => Truth::True,
    };
    let mut standards = Vec::new();
    for standard in &program.procedure.standards {
        standards.push(if slot.is_some() { env.holds(&standard.when)? } else { Truth::Unknown });
    }
    let mut duties = Vec::new();
    for row in &program.procedure.duties {
        duties.push(if row.of_target == slot.is_some() {
            // Whether its period was extended is looked at too, and told.
            if let Some(extension) = row.deadline.as_ref().and_then(|d| d.period.extension.as_ref()) {
                env.holds(&extension.when)?;
            }
            Some(row.when.as_ref().map_or(Ok(Truth::True), |when| env.holds(when))?)
        } else {
            None
        });
    }
    let trace = std::mem::take(&mut env.trace);
    drop(env);
    Ok(Run {
        program: number,
        target: slot.map(|p| p.target),
        speaks: program.speaks(known.body.as_deref(), known.place.as_deref()),
        facts,
        trace,
        applies,
        standards,
        duties,
    })
}

/// `amount × per`, at most `cap`.
fn sum(env: &mut Env<'_>, declared: &Sum) -> Result<SumOutcome, EvalError> {
    let one = env.number(&declared.amount)?;
    let count = match &declared.per {
        Some(per) => Some(env.number(per)?),
        None => None,
    };
    let whole = match count {
        Some(count) => one.mul(count)?,
        None => one,
    };
    let capped = match &declared.cap {
        Some(cap) => whole.min(env.number(cap)?),
        None => whole,
    };
    Ok(SumOutcome { one, count, before: (capped != whole).then_some(whole), sum: capped })
}
