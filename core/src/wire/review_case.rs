//! A decision on a whole case held against it: the request, and the answer as JSON.

use super::case::{at, write_decision, write_ids, write_steps};
use super::decision::{read_decision, wrong};
use super::explanation::Explained;
use super::failure::Failure;
use super::host::{Host, missing};
use super::parts::{begin, write_number};
use super::request::Request;
use super::review::write_findings;
use super::write::{Array, Object, told};
use crate::decide::{ActReview, Case, CaseReview, Decision, Proposal, Together, review_case};
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::render::{self, Lang};
use crate::syntax::{Node, NodeKind, suggest};

impl Host {
    /// Decides a case and holds the decision of a request against it.
    ///
    /// # Errors
    /// As [`Host::decide`]; the request has no decision, or one that cannot be read.
    pub fn review_case(&self, request: &Request, case: &Case) -> Result<(Decision, CaseReview), Failure> {
        let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
        let decision = self.decide(request, case)?;
        let proposals = proposals(&decision, node).map_err(Failure::Request)?;
        let review = review_case(&decision, &proposals).map_err(Failure::Evaluation)?;
        Ok((decision, review))
    }
}

/// `{一: {unit: {罚款: 60000}}, 二: {verdict: no_penalty}}`; of a case with one act that act's part alone will do.
fn proposals(decision: &Decision, node: &Node) -> Result<Vec<Proposal>, Vec<FactError>> {
    let NodeKind::Mapping(entries) = &node.kind else {
        return Err(vec![wrong("/decision", "a mapping of acts to what is decided on each", node)]);
    };
    let named = |id: &str| decision.acts.iter().any(|act| *act.id == *id);
    let alone = decision.acts.len() == 1 && !entries.iter().any(|entry| named(&entry.key.text));
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for entry in entries.iter().filter(|entry| !alone && !named(&entry.key.text)) {
        let known: Vec<&str> = decision.acts.iter().map(|act| &*act.id).gather();
        let id = &entry.key.text;
        let similar = suggest(id, known.iter().copied()).map(|s| format!("did you mean `{s}`?"));
        let error = wrong(&format!("/decision/{id}"), "the id of an act", &entry.value)
            .says(format!("there is no act `{id}`"))
            .help(similar.unwrap_or_else(|| format!("there are {}", known.join(", "))));
        errors.push(FactError { code: FactCode::UnknownAct, span: entry.key.span, ..error });
    }
    for act in &decision.acts {
        let own = if alone { Some(node) } else { node.get(&act.id) };
        let Some(own) = own.filter(|own| !own.is_null()) else {
            let error = wrong(&format!("/decision/{}", act.id), "what is decided on the act", node)
                .says(format!("the decision says nothing of the act `{}`", act.id))
                .help("write its sanctions, or `verdict: no_penalty`");
            errors.push(FactError { code: FactCode::MissingKey, ..error });
            continue;
        };
        // What a sanction is does not depend on which law governs, as far as its id goes.
        let Some(version) = act.governing().next() else { continue };
        match read_decision(&version.of.program, own) {
            Ok(proposal) => found.push(proposal),
            Err(wrong) => errors.extend(wrong.into_iter().map(|mut error| {
                if !alone {
                    error.path = error.path.replacen("/decision", &format!("/decision/{}", act.id), 1);
                }
                error
            })),
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

/// What a request to review a decision on a whole case is answered with.
///
/// # Errors
/// As [`Host::review_case`].
pub(super) fn case_review_answer(host: &Host, request: &Request, case: &Case) -> Result<String, Failure> {
    let (decision, review) = host.review_case(request, case)?;
    Ok(told(|o| {
        write_case_review(o, &decision, &review, request);
        if let Some(style) = request.text {
            o.text("text", &render::render_case_review(&decision, &review, style));
        }
    }))
}

/// The answer to `do: review` of a whole case.
pub fn case_review_json(decision: &Decision, review: &CaseReview, request: &Request) -> String {
    told(|o| write_case_review(o, decision, review, request))
}

fn write_case_review(o: &mut Object<'_>, decision: &Decision, review: &CaseReview, request: &Request) {
    let lang = request.lang;
    begin(o, "case_review");
    o.flag("conforms", review.conforms());
    o.flag("determined", review.conforms() || review.deviates());
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
    write_steps(o, review.procedures.as_ref(), lang);
    write_decision(&mut o.object("decision"), decision, lang, &mut Explained::wanted(request.explanation));
}

fn write_act(list: &mut Array<'_>, decision: &Decision, of: &ActReview, lang: Lang) {
    let Some(act) = decision.acts.get(of.act) else { return };
    let Some(version) = act.versions.get(of.version) else { return };
    let mut o = list.object();
    o.text("act", &act.id);
    o.text("at", at(version.later));
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
    o.maybe("basis", of.basis.as_deref());
    o.text("message", &render::together_message(decision, of, lang));
}
