//! What is to be found out: the missing facts that open steps before the decision depend on.

use super::ProcedureOutcome;
use super::Run;
use super::known::{KnownFacts, values_of};
use super::table::TruthTable;
use crate::evaluate::Env;
use crate::expr::{AtomId, Cond, EvalError, Expr, FactId, Num, Type, Val, walk};
use crate::facts::Fact;
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::ruleset::{BODY, PLACE};
use crate::value::{Rational, Truth};

impl TruthTable<'_> {
    /// The facts that still matter to steps that are open and come before the decision.
    pub(super) fn needed(&self, outcome: &mut ProcedureOutcome, known: &KnownFacts) -> Result<(), EvalError> {
        let mut found: Vec<(usize, FactId)> = Vec::new();
        let add = |found: &mut Vec<(usize, FactId)>, program: usize, fact: FactId| {
            let name = |(p, f): (usize, FactId)| {
                self.programs.get(p).and_then(|p| p.linked.facts.get(f)).map(|f| f.name.clone())
            };
            if !found.iter().any(|known| name(*known) == name((program, fact))) {
                found.push((program, fact));
            }
        };
        let open = outcome.duties.iter().filter(|d| !d.certain && !d.duty.step().follows_decision);
        for ground in open.flat_map(|d| &d.grounds).filter(|g| !g.certain) {
            let voices = ground.standard.iter().flat_map(|s| &s.voices);
            let runs: Vec<usize> = std::iter::once(ground.run).chain(voices.map(|v| v.run)).gather();
            for run in runs.iter().filter_map(|r| self.runs.get(*r)) {
                for (name, truth, given) in
                    [(BODY, run.speaks.body, known.body.is_some()), (PLACE, run.speaks.place, known.place.is_some())]
                {
                    let fact = self.programs.get(run.program).and_then(|p| p.linked.fact(name));
                    if let (Truth::Unknown, false, Some(fact)) = (truth, given, fact) {
                        add(&mut found, run.program, fact);
                    }
                }
            }
            let (Some(run), Some(program)) = (self.runs.get(ground.run), self.program_of(ground.run)) else { continue };
            if run.speaks.body.and(run.speaks.place) != Truth::True {
                continue;
            }
            let own = program.procedure.duties.get(ground.row).and_then(|d| d.when.as_ref());
            for fact in self.asked(run, self.first_asked(run, program, own.into_iter().gather()))? {
                add(&mut found, run.program, fact);
            }
            for voice in ground.standard.iter().flat_map(|s| &s.voices).filter(|v| v.counts != Truth::False) {
                let (Some(run), Some(program)) = (self.runs.get(voice.run), self.program_of(voice.run)) else {
                    continue;
                };
                // What a document asks that may not be for the case is asked when it is.
                let open = run.applies == Truth::Unknown;
                if run.speaks.body.and(run.speaks.place) != Truth::True || (voice.counts == Truth::Unknown && !open) {
                    continue;
                }
                let rows = voice.rows.iter().filter_map(|r| program.procedure.standards.get(*r)).map(|s| &s.when);
                for fact in self.asked(run, self.first_asked(run, program, rows.gather()))? {
                    add(&mut found, run.program, fact);
                }
            }
        }
        outcome.needed = found;
        Ok(())
    }

    pub(super) fn program_of(&self, run: usize) -> Option<&ProcedureProgram> {
        self.programs.get(self.runs.get(run)?.program)
    }

    /// The document's own condition while that is open, else the conditions of a row.
    fn first_asked<'c>(&self, run: &Run, program: &'c ProcedureProgram, rows: Vec<&'c Cond>) -> Vec<&'c Cond> {
        match &program.procedure.applies {
            Some(applies) if run.applies == Truth::Unknown => vec![applies],
            _ => rows,
        }
    }

    /// The missing facts that conditions read which are open, and that make a difference to them.
    fn asked(&self, run: &Run, conds: Vec<&Cond>) -> Result<Vec<FactId>, EvalError> {
        let Some(program) = self.programs.get(run.program) else { return Ok(Vec::new()) };
        let linked = &program.linked;
        let mut atoms = Vec::new();
        for cond in conds {
            walk::atoms(cond, &mut |id| atoms.push(id));
        }
        atoms.retain(|atom| run.trace.atom(*atom) == Some(Truth::Unknown));
        let reads = linked.reads(|visit: &mut dyn FnMut(&Expr)| {
            for atom in &atoms {
                walk::test(&linked.atoms.at(*atom).test, &linked.atoms, visit);
            }
        });
        let missing = reads.into_iter().filter(|id| matches!(run.facts.get(*id), Fact::Missing));
        let mut asked = Vec::new();
        for id in missing {
            if self.matters(program, run, id, &atoms)? {
                asked.push(id);
            }
        }
        Ok(asked)
    }

    /// Whether a fact changes anything that open conditions look at, or a definition on the way; dates, texts and lists
    /// are taken to.
    fn matters(
        &self,
        program: &ProcedureProgram,
        run: &Run,
        fact: FactId,
        atoms: &[AtomId],
    ) -> Result<bool, EvalError> {
        let declared = program.linked.facts.at(fact);
        let mut values: Vec<Option<Val>> = values_of(&declared.ty).into_iter().map(Some).gather();
        // A number that is read somewhere makes what reads it known; one that is not read changes nothing.
        if let Type::Number(_) = declared.ty {
            let number = declared.domain.lo().value().unwrap_or(Rational::ZERO);
            values = vec![None, Some(Val::Num(Num::Point(number)))];
        }
        if values.is_empty() {
            return Ok(true);
        }
        let mut seen: Option<Vec<Val>> = None;
        for value in values {
            let mut env = Env::new(&program.linked, None, &run.facts, true);
            if let Some(value) = value {
                env.fix(fact, value, false);
            }
            let mut found = Vec::new();
            for atom in atoms {
                found.push(Val::Truth(env.holds(&Cond::Atom(*atom))?));
            }
            found.extend(env.trace.steps.iter().filter_map(|step| match step {
                crate::outcome::Step::Define { id } => env.trace.define(*id).cloned(),
                _ => None,
            }));
            match &seen {
                None => seen = Some(found),
                Some(known) if *known != found => return Ok(true),
                Some(_) => {}
            }
        }
        Ok(false)
    }
}
