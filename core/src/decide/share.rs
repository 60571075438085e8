//! Whose share of an act an entry is: the party bears its own sanctions once, and each person responsible those for a
//! person, with circumstances of their own.
//!
//! # Basis
//! Clauses that punish 直接负责的主管人员和其他直接责任人员 beside the unit (as 食品安全法 第一百二十三条), and 治安管理处罚法 第十八条, which
//! punishes them in the place of the unit.

use super::asked::{ActCase, ActShare};
use super::circumstances::Circumstances;
use crate::facts::{FactCode, FactError};
use crate::link::Program;
use crate::outcome::{Outcome, Step};
use crate::vocabulary::Target;

/// For whom the clause has the sanctions of a responsible person; none where it has none.
fn of_person(program: &Program) -> Option<Target> {
    let has = |target: Target| program.clause.sanctions.iter().any(|s| s.target == target);
    [Target::Responsible, Target::Individual].into_iter().find(|target| has(*target))
}

/// Whether an entry bears the sanctions for a target.
pub(super) fn bears(share: &ActShare, program: &Program, target: Target) -> bool {
    match share {
        ActShare::Whole => true,
        ActShare::Party => of_person(program) != Some(target),
        ActShare::Person(_) => of_person(program) == Some(target),
    }
}

/// That a clause has no sanction for the person that the case names.
pub(super) fn without_sanction(act: &ActCase, program: &Program) -> Option<FactError> {
    let person = matches!(act.share, ActShare::Person(_)) && of_person(program).is_none();
    person.then(|| {
        let basis = &program.clause.basis;
        FactError::new(FactCode::WrongType, &act.path, "a clause that punishes persons responsible", act.span)
            .says(format!("`{basis}` has no sanction for a person responsible"))
            .help("leave the persons out; what the clause has is for the party alone")
    })
}

/// Leaves what an entry bears of an outcome, and of what circumstances make of it; an order is for the party.
pub(super) fn restrict(share: &ActShare, program: &Program, outcome: &mut Outcome, general: &mut Circumstances) {
    let told = |step: &Step| of_step(program, step).is_none_or(|target| bears(share, program, target));
    outcome.targets.retain(|of| bears(share, program, of.target));
    outcome.trace.steps.retain(told);
    for option in &mut general.options {
        option.targets.retain(|of| bears(share, program, of.target));
        option.steps.retain(told);
    }
    if matches!(share, ActShare::Person(_)) {
        outcome.orders.clear();
    }
}

/// For whom the sanction of a step is; none where the step is of no sanction.
fn of_step(program: &Program, step: &Step) -> Option<Target> {
    match step {
        Step::Statute { sanction, .. }
        | Step::Percentage { sanction, .. }
        | Step::Narrow { sanction, .. }
        | Step::Position { sanction, .. }
        | Step::Effect { sanction, .. }
        | Step::Bound { sanction, .. } => program.clause.sanctions.get(*sanction).map(|s| s.target),
        Step::Join { target, .. } => Some(*target),
        _ => None,
    }
}
