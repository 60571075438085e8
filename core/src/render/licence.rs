//! A licence in words: the decision and what it rests on, conditions, documents, time limits, what to look at.

mod words;
mod questions;
mod registrar;
mod applicants;

use std::sync::Arc;

use super::layout;
use super::line::Line;
use super::speaker::Speaker;
use super::why::Unmet;
use super::words::Style;
use crate::facts::Facts;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, LicenceOutcome, LicenceReview};
use crate::ruleset::{Condition, ConditionTest};
use crate::vocabulary::{ConditionStatus, Form, Grouping, Lang};
pub use applicants::{applicants_review, render_applicants};
pub use questions::licence_decides;
use registrar::Registrar;

/// The outcome of a licence as a person reads it.
pub fn render_licence(program: &LicenceProgram, facts: &Facts, outcome: &LicenceOutcome, style: Style) -> String {
    layout::lay_out(&licence_lines(program, facts, outcome, style.lang, style.form), style.lang, style.markup)
}

/// The outcome of a licence as lines, in order.
pub fn licence_lines(
    program: &LicenceProgram,
    facts: &Facts,
    outcome: &LicenceOutcome,
    lang: Lang,
    form: Form,
) -> Vec<Line> {
    Registrar::new(program, facts, outcome, lang).all(form == Form::Full)
}

/// What a review point of a licence says, in one sentence.
pub fn licence_review(
    program: &LicenceProgram,
    facts: &Facts,
    outcome: &LicenceOutcome,
    point: &LicenceReview,
    lang: Lang,
) -> String {
    Registrar::new(program, facts, outcome, lang).review(point)
}

/// The conditions that failed and the bars that hold, each with the very tests that made it so.
pub fn unmet_conditions(
    program: &LicenceProgram,
    facts: &Facts,
    outcome: &LicenceOutcome,
    lang: Lang,
) -> Vec<(Arc<str>, Vec<Unmet>)> {
    let speaker = Speaker::new(&program.linked, facts, Some(&outcome.trace), lang);
    let mut found = Vec::new();
    unmet(&program.licence.conditions, &outcome.conditions, &speaker, &mut found);
    found
}

fn unmet(
    conditions: &[Condition],
    outcomes: &[ConditionOutcome],
    speaker: &Speaker<'_>,
    found: &mut Vec<(Arc<str>, Vec<Unmet>)>,
) {
    for (condition, outcome) in conditions.iter().zip(outcomes) {
        if outcome.status != ConditionStatus::Failed {
            continue;
        }
        match &condition.test {
            ConditionTest::Require(cond) => found.push((condition.id.clone(), speaker.unmet(cond))),
            // What fails in `none_of` is as it should be.
            ConditionTest::Group(Grouping::NoneOf, _) => {}
            ConditionTest::Group(_, inside) => unmet(inside, &outcome.of, speaker, found),
        }
    }
}
