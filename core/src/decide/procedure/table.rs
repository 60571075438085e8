//! Every row of every document over the bodies and places still possible: which is a ground for which step.

use std::sync::Arc;

use super::known::DutyScenario;
use super::outcome::{DutyOutcome, ProcedureGround, ProcedureOutcome, Run, StandardOutcome, SumOutcome, VoiceOutcome};
use crate::decide::standing::{Standing, Voice, agree, standing};
use crate::decide::time_limit::limit;
use crate::evaluate::Env;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::ruleset::{DutyRow, Sum};
use crate::value::{Sorted, Truth};
use crate::vocabulary::{Duty, Prevails, Rank, Target};

/// The most documents whose own condition may be open before what they say together is no longer looked at one by one.
const MOST_OPEN: usize = 6;

/// What is found for the case or one target, over all bodies and places still possible.
pub(super) struct TruthsAt {
    first: usize,
    /// Each row by program and position: whether it is a ground.
    rows: Sorted<(usize, usize), Truth>,
    duties: Sorted<Duty, Truth>,
    standards: Sorted<Arc<str>, Seen>,
}

/// A standard over all bodies and places still possible.
struct Seen {
    met: Truth,
    how: Option<Prevails>,
    /// The programs that speak in some scenario, with whether they count in all of those scenarios.
    counts: Sorted<usize, Truth>,
    /// In how many scenarios there was nobody.
    nobody: bool,
}

pub(super) struct TruthTable<'a> {
    pub(super) programs: &'a [ProcedureProgram],
    pub(super) runs: Vec<Run>,
}

impl TruthTable<'_> {
    pub(super) fn run_of(&self, first: usize, program: usize) -> Option<&Run> {
        self.runs.get(first.saturating_add(program))
    }

    /// Whether a document speaks in one scenario.
    fn speaks(&self, program: usize, scenario: &DutyScenario) -> Truth {
        let Some(found) = self.programs.get(program) else { return Truth::False };
        let speaks = found.speaks(Some(&scenario.body), Some(&scenario.place));
        speaks.body.and(speaks.place).and(scenario.applies.get(program).copied().unwrap_or(Truth::Unknown))
    }

    pub(super) fn slot(&self, first: usize, scenarios: &[DutyScenario]) -> TruthsAt {
        let mut found = TruthsAt { first, rows: Sorted::new(), duties: Sorted::new(), standards: Sorted::new() };
        let names = self.standard_names();
        for scenario in scenarios {
            let mut met = Sorted::new();
            for name in &names {
                let standing = self.standard(first, name, scenario);
                met.insert(name.clone(), standing.met);
                note(&mut found.standards, name, standing);
            }
            let mut duties: Sorted<Duty, Truth> = Sorted::new();
            // What goes with another step comes after all the others.
            for second in [false, true] {
                let before = duties.clone();
                for (program, number) in self.programs.iter().zip(0usize..) {
                    let Some(run) = self.run_of(first, number) else { continue };
                    let rows = program.procedure.duties.iter().zip(&run.duties).zip(0usize..);
                    for ((row, own), position) in rows.filter(|((row, _), _)| row.with.is_some() == second) {
                        let Some(own) = own else { continue };
                        let standard = match &row.standard {
                            Some(name) => met.get(name).copied().unwrap_or(Truth::Unknown),
                            None => Truth::True,
                        };
                        let with = row.with.map_or(Truth::True, |d| before.get(&d).copied().unwrap_or(Truth::False));
                        let yields = self.yields(number, row, scenario);
                        let speaks = self.speaks(number, scenario);
                        let holds = speaks.and(*own).and(standard).and(with).and(yields.not());
                        found.rows.merge((number, position), holds, |t, holds| *t = agree(*t, holds));
                        duties.merge(row.duty, holds, |t, holds| *t = t.or(holds));
                    }
                }
            }
            for (duty, holds) in duties.iter() {
                found.duties.merge(*duty, *holds, |t, holds| *t = agree(*t, holds));
            }
        }
        found
    }

    fn standard_names(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = Vec::new();
        let rows = self.programs.iter().map(|p| &p.procedure);
        let all = rows.flat_map(|p| {
            p.duties.iter().filter_map(|d| d.standard.as_ref()).chain(p.standards.iter().map(|s| &s.standard))
        });
        for name in all {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// What a document says of a standard; none where it says nothing.
    pub(super) fn voice(&self, first: usize, program: usize, name: &str) -> Option<Voice> {
        let (found, run) = (self.programs.get(program)?, self.run_of(first, program)?);
        let rows = found.procedure.standards.iter().zip(&run.standards).filter(|(s, _)| *s.standard == *name);
        let mut voice: Option<Voice> = None;
        for (row, met) in rows {
            let known = voice.get_or_insert_with(|| Voice {
                program,
                rank: found.procedure.rank,
                yields_to: Vec::new(),
                may_follow: Vec::new(),
                alone: true,
                met: Truth::False,
            });
            known.alone = known.alone && row.alone;
            known.met = known.met.or(*met);
            known.yields_to.extend(&row.yields_to);
            known.may_follow.extend(&row.may_follow);
        }
        voice
    }

    /// The standard in one scenario; documents whose own condition is open are tried with and without.
    fn standard(&self, first: usize, name: &str, scenario: &DutyScenario) -> Standing {
        let (mut sure, mut open) = (Vec::new(), Vec::new());
        for program in 0..self.programs.len() {
            let Some(voice) = self.voice(first, program, name) else { continue };
            match self.speaks(program, scenario) {
                Truth::True => sure.push(voice),
                Truth::Unknown => open.push(voice),
                Truth::False => {}
            }
        }
        if open.len() > MOST_OPEN {
            let prevail = sure.iter().chain(&open).map(|v| v.program).gather();
            return Standing { met: Truth::Unknown, how: Prevails::Conflict, prevail };
        }
        let mut joined: Option<Standing> = None;
        for choice in 0_u32..1_u32.checked_shl(u32::try_from(open.len()).unwrap_or(0)).unwrap_or(1) {
            let taken = open.iter().zip(0u32..).filter(|(_, bit)| choice.checked_shr(*bit).unwrap_or(0) % 2 == 1);
            let voices: Vec<&Voice> = sure.iter().chain(taken.map(|(voice, _)| voice)).gather();
            let next = standing(&voices);
            joined = Some(match joined {
                None => next,
                Some(known) => Standing {
                    met: agree(known.met, next.met),
                    how: known.how.max(next.how),
                    prevail: union(known.prevail, next.prevail),
                },
            });
        }
        joined.unwrap_or(Standing { met: Truth::Unknown, how: Prevails::Nobody, prevail: Vec::new() })
    }

    /// Whether a row gives way to another document that has the duty; two that give way to each other both stand.
    fn yields(&self, own: usize, row: &DutyRow, scenario: &DutyScenario) -> Truth {
        let own_rank = self.programs.get(own).map(|p| p.procedure.rank);
        let mut yields = Truth::False;
        for (other, number) in self.programs.iter().zip(0usize..).filter(|(_, n)| *n != own) {
            let same = |d: &&DutyRow| d.duty == row.duty;
            let back = |d: &DutyRow| own_rank.is_some_and(|rank: Rank| d.yields_to.contains(&rank));
            let has = other.procedure.duties.iter().any(|d| same(&d));
            let mutual = other.procedure.duties.iter().filter(same).any(back);
            if has && !mutual && row.yields_to.contains(&other.procedure.rank) {
                yields = yields.or(self.speaks(number, scenario));
            }
        }
        yields
    }

    pub(super) fn take(
        &self,
        outcome: &mut ProcedureOutcome,
        found: TruthsAt,
        target: Option<Target>,
    ) -> Result<(), EvalError> {
        for (duty, holds) in found.duties.iter() {
            if *holds == Truth::False {
                continue;
            }
            let mut step =
                DutyOutcome { duty: *duty, target, certain: *holds == Truth::True, must: false, grounds: Vec::new() };
            for ((program, position), holds) in found.rows.iter() {
                let Some(row) = self.programs.get(*program).and_then(|p| p.procedure.duties.get(*position)) else {
                    continue;
                };
                if row.duty != *duty || *holds == Truth::False {
                    continue;
                }
                step.must = step.must || row.must;
                step.grounds.push(self.ground(&found, (*program, *position, row), *holds == Truth::True)?);
            }
            outcome.duties.push(step);
        }
        Ok(())
    }

    fn ground(
        &self,
        found: &TruthsAt,
        (program, row, duty): (usize, usize, &DutyRow),
        certain: bool,
    ) -> Result<ProcedureGround, EvalError> {
        let run = found.first.saturating_add(program);
        let standard = duty.standard.as_ref().map(|name| self.standard_outcome(found, name));
        let (Some(of), Some(tried)) = (self.programs.get(program), self.runs.get(run)) else {
            return Ok(ProcedureGround { run, row, certain, standard, limit: None, sum: None });
        };
        let mut env = Env::new(&of.linked, None, &tried.facts, false);
        let limit = match &duty.deadline {
            Some(deadline) => Some(limit(&mut env, of, deadline)?),
            None => None,
        };
        let sum = match &duty.sum {
            Some(declared) => Some(sum(&mut env, declared)?),
            None => None,
        };
        Ok(ProcedureGround { run, row, certain, standard, limit, sum })
    }

    fn standard_outcome(&self, found: &TruthsAt, name: &Arc<str>) -> StandardOutcome {
        let Some(seen) = found.standards.get(name) else {
            return StandardOutcome { name: name.clone(), met: Truth::Unknown, how: None, voices: Vec::new() };
        };
        let mut voices = Vec::new();
        for (program, number) in self.programs.iter().zip(0usize..) {
            let Some(voice) = self.voice(found.first, number, name) else { continue };
            let Some(run) = self.run_of(found.first, number) else { continue };
            let speaks = run.speaks.body.and(run.speaks.place).and(run.applies);
            if speaks == Truth::False {
                continue;
            }
            let rows = program.procedure.standards.iter().zip(0usize..).filter(|(s, _)| s.standard == *name);
            let counts = seen.counts.get(&number).copied().unwrap_or(Truth::False);
            let rows = rows.map(|(_, position)| position).gather();
            voices.push(VoiceOutcome { run: found.first.saturating_add(number), rows, met: voice.met, counts });
        }
        let how = if seen.nobody && voices.is_empty() { Some(Prevails::Nobody) } else { seen.how };
        StandardOutcome { name: name.clone(), met: seen.met, how, voices }
    }
}

/// Takes a standard of one scenario in.
fn note(standards: &mut Sorted<Arc<str>, Seen>, name: &Arc<str>, standing: Standing) {
    let nobody = standing.how == Prevails::Nobody;
    let Some(seen) = standards.get_mut(name) else {
        let mut counts = Sorted::new();
        for program in &standing.prevail {
            counts.insert(*program, Truth::True);
        }
        standards.insert(name.clone(), Seen { met: standing.met, how: Some(standing.how), counts, nobody });
        return;
    };
    seen.met = agree(seen.met, standing.met);
    seen.how = seen.how.filter(|how| *how == standing.how);
    seen.nobody = seen.nobody && nobody;
    for (program, counts) in seen.counts.entries_mut() {
        if !standing.prevail.contains(program) {
            *counts = Truth::Unknown;
        }
    }
    for program in standing.prevail {
        seen.counts.merge(program, Truth::Unknown, |_, _| {});
    }
}

fn union(mut a: Vec<usize>, b: Vec<usize>) -> Vec<usize> {
    for program in b {
        if !a.contains(&program) {
            a.push(program);
        }
    }
    a
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
