//! Where a person must look at the procedure.

use std::sync::Arc;

use super::known::KnownFacts;
use super::outcome::{ProcedureGround, ProcedureOutcome};
use super::point::ProcedurePoint;
use super::table::TruthTable;
use crate::gather::Gather as _;
use crate::outcome::Rest;
use crate::value::Truth;
use crate::vocabulary::{DeadlineStatus, Prevails, ProcedureCode};

impl TruthTable<'_> {
    pub(super) fn points(&self, outcome: &mut ProcedureOutcome, known: &KnownFacts) {
        let mut points: Vec<ProcedurePoint> = Vec::new();
        // What is sure of one ground of a step is not said once more as possible of another.
        let mut add = |point: ProcedurePoint| {
            let same =
                |known: &&mut ProcedurePoint| **known == ProcedurePoint { certain: known.certain, ..point.clone() };
            match points.iter_mut().find(same) {
                Some(known) => known.certain = known.certain || point.certain,
                None => points.push(point),
            }
        };
        let named = |body: &Arc<str>| self.programs.iter().any(|p| p.procedure.bodies.contains(body));
        if let Some(body) = known.body.as_ref().filter(|b| !named(b)) {
            add(ProcedurePoint {
                code: ProcedureCode::UnknownBody,
                target: None,
                duty: None,
                about: Some(body.clone()),
                certain: true,
                programs: Vec::new(),
                mark: None,
            });
        }
        for step in &outcome.duties {
            for ground in &step.grounds {
                let point = |code, about: Option<Arc<str>>, certain, programs, mark| ProcedurePoint {
                    code,
                    target: step.target,
                    duty: Some(step.duty),
                    about,
                    certain,
                    programs,
                    mark,
                };
                if let Some(standard) = &ground.standard {
                    let code = match standard.how {
                        Some(Prevails::Renvoi) => Some(ProcedureCode::Renvoi),
                        Some(Prevails::MayFollow) => Some(ProcedureCode::MayFollow),
                        Some(Prevails::Conflict) => Some(ProcedureCode::StandardConflict),
                        Some(Prevails::Nobody) => Some(ProcedureCode::NoFigure),
                        Some(Prevails::One | Prevails::Open) | None => None,
                    };
                    let counting = standard.voices.iter().filter(|v| v.counts != Truth::False);
                    let programs = counting.filter_map(|v| self.runs.get(v.run)).map(|r| r.program).gather();
                    if let Some(code) = code {
                        add(point(code, Some(standard.name.clone()), true, programs, None));
                    }
                }
                if let Some(limit) = &ground.limit {
                    let own: Vec<usize> = self.runs.get(ground.run).map(|run| run.program).into_iter().gather();
                    let rests = matches!(limit.rest, Rest::Open(_));
                    if rests || limit.may_rest {
                        add(point(ProcedureCode::RestDay, None, ground.certain && rests, own.clone(), None));
                    }
                    if limit.status == DeadlineStatus::Late {
                        let on = limit.on.as_ref().map(|on| on.name.clone());
                        add(point(ProcedureCode::DeadlineMissed, on, ground.certain, own, None));
                    }
                }
                for (run, mark) in self.marks(ground) {
                    add(point(ProcedureCode::Marked, None, ground.certain, vec![run], Some(mark)));
                }
            }
        }
        outcome.points = points;
    }

    /// What the transcriber says of the rows a ground rests on, with the document.
    fn marks(&self, ground: &ProcedureGround) -> Vec<(usize, Arc<str>)> {
        let mut found = Vec::new();
        let mut take = |program: usize, marks: &crate::ruleset::Marks| {
            let text = marks.unverified.iter().chain(&marks.reading);
            found.extend(text.map(|text| (program, text.clone())));
        };
        if let (Some(program), Some(run)) = (self.program_of(ground.run), self.runs.get(ground.run)) {
            if let Some(row) = program.procedure.duties.get(ground.row) {
                take(run.program, &row.marks);
            }
            program.linked.marks.iter().for_each(|(_, marks)| take(run.program, marks));
        }
        for voice in ground.standard.iter().flat_map(|s| &s.voices).filter(|v| v.counts == Truth::True) {
            let (Some(program), Some(run)) = (self.program_of(voice.run), self.runs.get(voice.run)) else { continue };
            for row in voice.rows.iter().filter_map(|r| program.procedure.standards.get(*r)) {
                take(run.program, &row.marks);
            }
            program.linked.marks.iter().for_each(|(_, marks)| take(run.program, marks));
        }
        found
    }
}
