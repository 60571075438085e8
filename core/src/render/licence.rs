//! A licence in words: the decision and what it rests on, conditions, documents, time limits, what to look at.

mod applicants;
mod registrar;
mod words;

use std::sync::Arc;

use super::layout;
use super::lines::Line;
use super::speaker::Speaker;
use super::why::Unmet;
use super::words::{Form, Lang, Style};
use crate::expr::{Cond, FactId, walk};
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, ConditionStatus, LicenceOutcome, LicenceReview};
use crate::ruleset::{Condition, ConditionTest, Grouping, Licence};
pub use applicants::{applicants_review, render_applicants};
use registrar::Registrar;

/// The most questions and points for review that the brief form lists.
const BRIEF: usize = 6;

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

/// Says of questions in lines how many more there are.
fn more(lines: &mut [Line], all: usize, lang: Lang) {
    let left = all.saturating_sub(lines.len());
    if let Some(last) = lines.last_mut().filter(|_| left > 0) {
        last.text.push_str(&pick!(lang, format!("；此外还有 {left} 项"), format!("; {left} more after that")));
    }
}

/// What finding out a fact decides for a licence, in a few words.
pub fn licence_decides(program: &LicenceProgram, fact: FactId, lang: Lang) -> String {
    let facts = Facts::none(program);
    let speaker = Speaker::new(&program.linked, &facts, None, lang);
    let licence = &program.licence;
    let by = |conds: Vec<&Cond>| {
        conds.into_iter().any(|cond| speaker.reads(fact, |visit| walk::cond(cond, &program.linked.atoms, visit)))
    };
    let filed = licence.filed_at.iter().any(|e| speaker.reads(fact, |v| walk::expr(e, &program.linked.atoms, v)));
    let asked = [
        (by(licence.exempt.iter().map(|row| &row.when).gather()), "定是否需要许可", "whether a licence is needed"),
        (filed || by(licence.authority.iter().map(|row| &row.when).gather()), "定受理机关", "who decides"),
        (by(licence.routes.iter().map(|row| &row.when).gather()), "定办理方式", "the route"),
        (licence.submitted == Some(fact), "定须补正的材料", "what is missing"),
        (by(licence.bars.iter().map(|row| &row.when).gather()), "定有无不予许可的情形", "a bar"),
        (conditions_read(&licence.conditions, &speaker, fact), "定许可条件", "a condition"),
        (by(licence.steps.iter().map(|row| &row.done).gather()), "定程序是否完成", "the procedure"),
        (by(licence.grounds.iter().map(|row| &row.when).gather()), "定处理的理由", "a ground"),
        (of_quota(licence, &speaker, fact), "定是否还有名额", "whether a licence is left"),
    ];
    let found: Vec<&str> = asked.iter().filter(|(is, ..)| *is).map(|(_, zh, en)| lang.pick(*zh, *en)).take(2).gather();
    if found.is_empty() {
        lang.pick("定期限", "a time limit").to_owned()
    } else {
        found.join(lang.pick("、", ", "))
    }
}

fn of_quota(licence: &Licence, speaker: &Speaker<'_>, fact: FactId) -> bool {
    let atoms = &speaker.linked.atoms;
    licence.quota.iter().any(|quota| {
        let mut values = quota.order.by.iter().chain([&quota.left]);
        quota.before == fact
            || values.any(|value| speaker.reads(fact, |visit| walk::expr(value, atoms, visit)))
            || quota.when.iter().any(|when| speaker.reads(fact, |visit| walk::cond(when, atoms, visit)))
    })
}

fn conditions_read(conditions: &[Condition], speaker: &Speaker<'_>, fact: FactId) -> bool {
    conditions.iter().any(|condition| match &condition.test {
        ConditionTest::Require(cond) => {
            let both = condition.when.iter().chain([cond]);
            both.into_iter().any(|c| speaker.reads(fact, |visit| walk::cond(c, &speaker.linked.atoms, visit)))
        }
        ConditionTest::Group(_, inside) => conditions_read(inside, speaker, fact),
    })
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
