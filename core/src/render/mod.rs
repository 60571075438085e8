//! Words for people: an outcome read against its program, in Chinese or English, as text or Markdown.
//!
//! Nothing is computed here. Every word comes from [`Program`] and [`Outcome`]; ids become names, steps become lines.

#[macro_use]
mod words;
mod number;
mod cite;
mod speaker;
mod teller;
mod value;
mod said;
mod phrase;
mod atom;
mod why;
mod sanction;
mod options;
mod ways;
mod question;
mod review;
mod proposal;
mod period;
mod procedure;
mod step;
mod narrowing;
mod used;
mod steps;
mod detail;
mod line;
mod lines;
mod fit;
mod licence;
mod layout;
mod beside;
mod case_review;
mod case_words;
mod decision;
mod letter;
#[cfg(test)]
mod tests;

pub use beside::beside_message;
pub use case_review::{render_case_review, together_message};
pub use case_words::{case_message, concurrence_message, law_message, limitation_message};
pub use decision::{case_question, decision_lines, render_decision};
pub use letter::letter;
pub use licence::{
    applicants_review, licence_decides, licence_lines, licence_review, render_applicants, render_licence,
    unmet_conditions,
};
pub use line::{About, Line};
pub use number::{amount, show_number};
pub use procedure::{procedure_message, render_procedures};
pub use why::Unmet;
pub use words::Style;

use crate::decide::{Act, Basis, Circumstances, Evaluated, Finding, OffenceReview, judged};
use crate::expr::FactId;
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::{Linked, Program};
use crate::outcome::{Outcome, ReviewPoint, Rule};
use crate::ruleset::SanctionId;
use crate::value::Dimension;
use crate::vocabulary::{Form, Lang};
use speaker::Speaker;
use teller::Teller;

pub(crate) use cite::{provision, short};
pub(crate) use decision::{decides_day, decides_procedure, declared};
pub(crate) use question::ask;

/// An outcome as a person reads it: lines of [`lines`] laid out as text or Markdown.
pub fn render(program: &Program, facts: &Facts, outcome: &Outcome, style: Style) -> String {
    let lines = lines(program, facts, outcome, None, style.lang, style.form);
    layout::lay_out(&lines, style.lang, style.markup)
}

/// An outcome as lines, with what the general part says of it, if that was looked at: what every layout prints, in
/// order.
pub fn lines(
    program: &Program,
    facts: &Facts,
    outcome: &Outcome,
    general: Option<&Circumstances>,
    lang: Lang,
    form: Form,
) -> Vec<Line> {
    let judged = judged(outcome, general);
    lines::all(&Teller::new(program, facts, Some(outcome), lang), Basis { program, outcome, general }, judged, form)
}

/// Of each row of the benchmark the conditions that failed, each with what it asks and what the case has.
///
/// Empty where the row holds, or where its truth is not known yet.
pub fn why_not(program: &Program, facts: &Facts, outcome: &Outcome, lang: Lang) -> Vec<Vec<Unmet>> {
    let teller = Teller::new(program, facts, Some(outcome), lang);
    program.rows().ids().map(|row| teller.why_not(row)).gather()
}

/// What a review point says, in one sentence.
pub fn review_message(program: &Program, facts: &Facts, point: &ReviewPoint, lang: Lang) -> String {
    Teller::new(program, facts, None, lang).review(point)
}

/// A decision on one offence held against it, as a person reads it: one line for the whole, one for each finding, below
/// it what it needs, and what is not known and may lead to another result.
pub fn render_review(act: &Act, review: &OffenceReview, style: Style) -> String {
    let Some(version) = act.versions.get(review.version) else { return String::new() };
    let Evaluated { program, facts, outcome, .. } = &version.of;
    let lines = Teller::new(program, facts, Some(outcome), style.lang).compared(review);
    layout::lay_out(&lines, style.lang, style.markup)
}

/// What a finding about a decision says, in one sentence.
pub fn finding_message(program: &Program, facts: &Facts, outcome: &Outcome, finding: &Finding, lang: Lang) -> String {
    Teller::new(program, facts, Some(outcome), lang).finding(finding)
}

/// The name of what a review point is about: a tier, a branch, a factor, a fact …
pub fn rule_name(program: &Program, rule: Rule) -> String {
    Teller::new(program, &Facts::none(program), None, Lang::Zh).rule(rule)
}

/// The question that finds out a fact: the document's own, or one made from its name and type.
pub fn question(of: &impl AsRef<Linked>, fact: FactId, lang: Lang) -> String {
    Speaker::new(of.as_ref(), &Facts::none(of), None, lang).question(fact)
}

/// What finding out a fact decides: the tier, the statutory range …, at most two of them, the first of the law first.
pub fn decides(program: &Program, fact: FactId, lang: Lang) -> String {
    Teller::new(program, &Facts::none(program), None, lang).decides(fact)
}

/// What the amount of a sanction of the clause is measured in: 元, 日, 个月, 分 …; `sanction` is its position there.
pub fn dimension(program: &Program, sanction: SanctionId) -> Dimension {
    Teller::new(program, &Facts::none(program), None, Lang::Zh).dimension(sanction)
}
