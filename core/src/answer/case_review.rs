//! A decision on a whole case held against it, as JSON.

use super::beside::write_beside;
use super::citations::write_citations;
use super::decision::{at, write_bare_decision, write_ids, write_steps};
use super::explanation::Explained;
use super::parts::{begin, write_number};
use super::review::write_findings;
use super::write::{Array, Object};
use crate::decide::{ActReview, CaseReview, Decision, Procedures, Together};
use crate::render;
use crate::vocabulary::{AnswerKind, Lang, ReviewResult};

/// The members of the answer to `do: review` of a whole case.
pub(crate) fn write_case_review(
    o: &mut Object<'_>,
    decision: &Decision,
    review: &CaseReview,
    lang: Lang,
    explained: &mut Explained<'_>,
) {
    begin(o, AnswerKind::CaseReview);
    let result = review.result();
    o.text("result", result.as_str());
    o.flag("conforms", review.conforms());
    o.flag("determined", review.conforms() || review.deviates() || result == ReviewResult::Departs);
    let mut acts = o.array("acts");
    for of in &review.acts {
        write_act(&mut acts, decision, of, lang);
    }
    acts.end();
    let mut together = o.array("together");
    for of in &review.together {
        write_together(&mut together.object(), decision, of, lang);
    }
    together.end();
    write_beside(o.array("beside"), decision, &review.beside, lang);
    write_steps(o, review.procedures.as_ref(), lang);
    write_bare_decision(&mut o.object("decision"), decision, lang, explained);
    // The procedure is that of what is decided; its documents may be others.
    let procedures = review.procedures.iter().flat_map(Procedures::governing);
    write_citations(o, decision.governing().into_iter().chain(procedures));
}

fn write_act(list: &mut Array<'_>, decision: &Decision, of: &ActReview, lang: Lang) {
    let Some(act) = decision.acts.get(of.act) else { return };
    let Some(version) = act.versions.get(of.version) else { return };
    let mut o = list.object();
    o.text("act", &act.id);
    o.text("at", at(version.later));
    o.text("result", of.review.result().as_str());
    o.flag("conforms", of.review.conforms());
    write_findings(&mut o, &version.of, &of.review, lang);
}

fn write_together(o: &mut Object<'_>, decision: &Decision, of: &Together, lang: Lang) {
    o.some("party", of.party.as_deref());
    o.text("code", of.code.as_str());
    write_ids(o.array("acts"), decision, &of.acts);
    o.text("target", of.target.as_str());
    o.text("kind", of.kind.as_str());
    write_number(o.at("proposed"), of.proposed);
    write_number(o.at("most"), of.most);
    o.flag("certain", of.certain);
    o.cite_maybe("basis", of.basis.as_deref());
    o.text("message", &render::together_message(decision, of, lang));
}
