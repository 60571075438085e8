//! The procedure of a decision: which steps are due for what is intended, on what ground, until when, how much.
//!
//! Every document is asked: the law, the ministries, the province. A document speaks to the case when its body, its
//! place and its own condition fit; while body or place are not known, each that could be is tried.

mod point;
mod outcome;
mod known;
mod table;
mod needed;
mod points;

pub use outcome::{DutyOutcome, ProcedureGround, ProcedureOutcome, Run, StandardOutcome, SumOutcome, VoiceOutcome};
pub use point::ProcedurePoint;

use super::planned::Planned;
use crate::evaluate::Env;
use crate::expr::EvalError;
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::value::Truth;
use known::KnownFacts;
use table::TruthTable;

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
    let mut table = TruthTable { programs, runs: Vec::new() };
    let slots: Vec<Option<&Planned>> = std::iter::once(None).chain(planned.iter().map(Some)).gather();
    let known = KnownFacts::of(programs, facts)?;
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
    known: &KnownFacts,
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
