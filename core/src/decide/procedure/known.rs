//! Body and place of a case and the documents' own conditions: what is known, and every combination they may be.

use std::sync::Arc;

use crate::evaluate::Env;
use crate::expr::{EvalError, Expr, LevelSet, Num, Type, Val, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::ProcedureProgram;
use crate::ruleset::{BODY, PLACE};
use crate::value::Truth;

/// The most combinations of values that the documents' own conditions are tried with.
const MOST_COMBINATIONS: usize = 32;

/// Body and place, as far as the facts tell, and every combination they may be.
pub(super) struct KnownFacts {
    pub(super) body: Option<Arc<str>>,
    pub(super) place: Option<String>,
    pub(super) scenarios: Vec<DutyScenario>,
}

/// One body and one place, with what each document's own condition comes to.
#[derive(Clone)]
pub(super) struct DutyScenario {
    pub(super) body: Arc<str>,
    pub(super) place: String,
    pub(super) applies: Vec<Truth>,
}

impl KnownFacts {
    pub(super) fn of(programs: &[ProcedureProgram], facts: &[Facts]) -> Result<Self, EvalError> {
        let given = |name: &str| {
            programs.iter().zip(facts).find_map(|(program, facts)| match facts.get(program.linked.fact(name)?) {
                Fact::Given(value) => Some(value.clone()),
                _ => None,
            })
        };
        let body = match given(BODY) {
            Some(Val::Text(Some(text))) => Some(text),
            _ => None,
        };
        let place = match given(PLACE) {
            Some(Val::Num(Num::Point(code))) => Some(code.to_string()),
            _ => None,
        };
        // A body and a place that no document names stand for all the others.
        let mut bodies: Vec<Arc<str>> = vec!["".into()];
        let mut places: Vec<String> = vec![String::new()];
        for program in programs {
            for body in program.procedure.bodies.iter().filter(|b| !bodies.contains(b)).cloned().gather::<Vec<_>>() {
                bodies.push(body);
            }
            if let Some(place) = &program.linked.ruleset.head.jurisdiction
                && !places.iter().any(|p| **p == **place)
            {
                places.push(place.to_string());
            }
        }
        let bodies = body.clone().map_or(bodies, |b| vec![b]);
        let places = place.clone().map_or(places, |p| vec![p]);
        let mut scenarios = Vec::new();
        for applies in conditions(programs, facts)? {
            for body in &bodies {
                for place in &places {
                    let scenario = DutyScenario { body: body.clone(), place: place.clone(), applies: applies.clone() };
                    scenarios.push(scenario);
                }
            }
        }
        Ok(Self { body, place, scenarios })
    }
}

/// What the documents' own conditions come to together, for each value of the facts they leave open: two documents
/// that part the cases between them are never both in and never both out.
fn conditions(programs: &[ProcedureProgram], facts: &[Facts]) -> Result<Vec<Vec<Truth>>, EvalError> {
    let holds = |values: &[(Arc<str>, Val)]| {
        let each = programs.iter().zip(facts).map(|(program, facts)| {
            let Some(when) = &program.procedure.applies else { return Ok(Truth::True) };
            let mut env = Env::new(&program.linked, None, facts, false);
            for (name, value) in values {
                if let Some(id) = program.linked.fact(name) {
                    env.fix(id, value.clone(), false);
                }
            }
            env.holds(when)
        });
        each.gather::<Result<Vec<Truth>, EvalError>>()
    };
    let mut open: Vec<(Arc<str>, Vec<Val>)> = Vec::new();
    for (program, facts) in programs.iter().zip(facts) {
        let Some(when) = &program.procedure.applies else { continue };
        let linked = &program.linked;
        for id in linked.reads(|visit: &mut dyn FnMut(&Expr)| walk::cond(when, &linked.atoms, visit)) {
            let declared = linked.facts.at(id);
            let values = values_of(&declared.ty);
            let known = open.iter().any(|(name, _)| *name == declared.name);
            if matches!(facts.get(id), Fact::Missing) && !known && !values.is_empty() {
                open.push((declared.name.clone(), values));
            }
        }
    }
    let mut combinations: Vec<Vec<(Arc<str>, Val)>> = vec![Vec::new()];
    for (name, values) in open {
        if combinations.len().saturating_mul(values.len()) > MOST_COMBINATIONS {
            break;
        }
        let with = |before: &Vec<(Arc<str>, Val)>, value: &Val| {
            before.iter().cloned().chain([(name.clone(), value.clone())]).gather::<Vec<_>>()
        };
        combinations = combinations.iter().flat_map(|before| values.iter().map(move |v| with(before, v))).gather();
    }
    let mut found: Vec<Vec<Truth>> = Vec::new();
    for values in combinations {
        let truths = holds(&values)?;
        if !found.contains(&truths) {
            found.push(truths);
        }
    }
    Ok(found)
}

/// Every value of a yes-no fact or of one with named values; none for other types.
pub(super) fn values_of(ty: &Type) -> Vec<Val> {
    match ty {
        Type::Truth => vec![Val::Truth(Truth::False), Val::Truth(Truth::True)],
        Type::Levels(levels) => (0..levels.names.len()).map(|p| Val::Levels(LevelSet::one(p))).gather(),
        _ => Vec::new(),
    }
}
