//! A decision on a whole case held against it, in words: act by act, then together, then the procedure it calls for.

use super::case_words::{sum, text_of};
use super::decision;
use super::layout;
use super::line::Line;
use super::procedure;
use super::proposal::verdict;
use super::teller::Teller;
use super::words::Style;
use crate::decide::{ActReview, CaseReview, Decision, Together};
use crate::gather::Gather as _;
use crate::value::{Interval, Rational};
use crate::vocabulary::{Lang, Section, TogetherCode};

/// A decision on a whole case held against it, as a person reads it.
pub fn render_case_review(decision: &Decision, review: &CaseReview, style: Style) -> String {
    let lang = style.lang;
    let mut lines = vec![decision::head(decision, lang), whole(review, lang)];
    for act in &review.acts {
        lines.extend(of_act(decision, act, lang));
    }
    for one in &review.together {
        let text = together_message(decision, one, lang);
        let basis = one.basis.as_ref().map(ToString::to_string);
        lines.push(Line::new(Section::Findings, one.code.name(lang), text).basis(basis));
    }
    lines.extend(super::beside::beside(decision, &review.beside, lang));
    if let Some(found) = &review.procedures {
        lines.extend(procedure::steps(found, lang, style.form, &procedure::before_decision));
        lines.extend(procedure::reviews(found, lang, &procedure::before_decision));
    }
    layout::lay_out(&lines, lang, style.markup)
}

fn whole(review: &CaseReview, lang: Lang) -> Line {
    let codes = || review.acts.iter().flat_map(|a| &a.review.findings).map(|f| f.code);
    let together = review.together.iter().filter(|t| t.code.is_deviation()).count();
    let powerless = review.beside.iter().filter(|b| b.is_deviation()).count();
    let off = codes().filter(|c| c.is_deviation()).count().saturating_add(together).saturating_add(powerless);
    let asking = review.beside.iter().filter(|b| b.asks() && !b.is_deviation()).count();
    let open = codes().filter(|c| c.is_open()).count().saturating_add(asking);
    // What deviates under one of the laws that may govern need not deviate.
    let result = review.result();
    let benchmark = review.benchmark();
    match review.deviates() {
        true => verdict(result, benchmark, off, 0, lang),
        false => verdict(result, benchmark, 0, off.saturating_add(open), lang),
    }
}

fn of_act(decision: &Decision, of: &ActReview, lang: Lang) -> Vec<Line> {
    let Some(act) = decision.acts.get(of.act) else { return Vec::new() };
    let Some(version) = act.versions.get(of.version) else { return Vec::new() };
    let found = &version.of;
    let mut lines = Teller::new(&found.program, &found.facts, Some(&found.outcome), lang).findings(&of.review);
    let mut lead = Vec::new();
    if decision.acts.len() > 1 {
        lead.push(act.id.to_string());
    }
    if act.governs.applies.len() > 1 {
        let text = text_of(act, version, lang);
        lead.push(pick!(lang, format!("按{text}"), format!("under {text}")));
    }
    for line in lines.iter_mut().filter(|line| !line.heading.is_empty() && !lead.is_empty()) {
        line.heading = format!("{} {}", lead.join(" "), line.heading);
    }
    lines
}

/// What is found of acts taken together, in one sentence.
pub fn together_message(decision: &Decision, of: &Together, lang: Lang) -> String {
    let acts = of.acts.iter().filter_map(|a| decision.acts.get(*a)).map(|a| a.id.to_string());
    let acts = acts.gather::<Vec<_>>().join(lang.pick("、", ", "));
    let shown = |n: Rational| sum(Interval::point(n), of.kind, lang);
    let kind = of.kind.name(lang);
    let (zh, en) = match of.code {
        TogetherCode::SecondFine => (
            format!("同一行为依几条规定罚款（{acts}）；只能罚一次"),
            format!("one act is fined under several provisions ({acts}); it may be fined once"),
        ),
        TogetherCode::LowerFine => (
            format!("同一行为按罚款较低的规定罚款（{acts}）"),
            format!("one act is fined under the provision with the lower fine ({acts})"),
        ),
        TogetherCode::ConfiscatedTwice => (
            format!("同一行为依几条规定没收同一财物（{acts}）；只能没收一次"),
            format!("one thing is confiscated under several provisions ({acts}); it is there to be taken once"),
        ),
        TogetherCode::SecondDetention => (
            format!("同一行为依几条规定处以拘留（{acts}）；一个行为只拘留一次，不相加"),
            format!("one act is punished with detention under several provisions ({acts}); it is not added up"),
        ),
        TogetherCode::AboveCap => {
            let proposed = of.proposed.map(shown).unwrap_or_default();
            let most = of.most.map(shown).unwrap_or_default();
            (
                format!("{kind}合计 {proposed}，以 {most}为限（{acts}）"),
                format!("{kind}: {proposed} in all, of which at most {most} ({acts})"),
            )
        }
    };
    let text = lang.pick(zh, en);
    match of.certain {
        true => text,
        false => pick!(lang, format!("可能：{text}"), format!("possible: {text}")),
    }
}
