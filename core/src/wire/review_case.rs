//! A decision on a whole case held against it: the request, and the answer as JSON.

use super::case::{decision_json, ids};
use super::decision::{read_decision, wrong};
use super::failure::Failure;
use super::host::{Host, missing};
use super::json::Json;
use super::outcome::{number, text};
use super::procedure::{not_due, procedure_json, procedure_law, procedure_points};
use super::request::Request;
use super::review::findings_json;
use crate::decide::{ActReview, Case, CaseReview, Decision, Proposal, Together, review_case};
use crate::facts::{FactCode, FactError};
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
        let known: Vec<&str> = decision.acts.iter().map(|act| &*act.id).collect();
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
pub(super) fn case_review_answer(host: &Host, request: &Request, case: &Case) -> Result<Json, Failure> {
    let (decision, review) = host.review_case(request, case)?;
    let text = request.text.map(|style| render::render_case_review(&decision, &review, style).into());
    Ok(case_review_json(&decision, &review, request.lang).with([("text", text)]))
}

/// The answer to `do: review` of a whole case.
pub fn case_review_json(decision: &Decision, review: &CaseReview, lang: Lang) -> Json {
    let procedure = review.procedures.as_ref();
    let none = || Json::Array(Vec::new());
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "case_review".into()),
        ("conforms", review.conforms().into()),
        ("determined", (review.conforms() || review.deviates()).into()),
        ("acts", Json::Array(review.acts.iter().filter_map(|a| act_json(decision, a, lang)).collect())),
        ("together", Json::Array(review.together.iter().map(|t| together_json(decision, t, lang)).collect())),
        ("procedure", procedure.map_or_else(none, procedure_json)),
        ("procedure_points", procedure.map_or_else(none, |p| procedure_points(p, lang))),
        ("procedure_law", procedure.map_or(Json::Null, procedure_law)),
        ("not_due", procedure.map_or_else(none, not_due)),
        ("decision", decision_json(decision, lang)),
    ])
}

fn act_json(decision: &Decision, of: &ActReview, lang: Lang) -> Option<Json> {
    let act = decision.acts.get(of.act)?;
    let version = act.versions.get(of.version)?;
    let mut members = vec![
        ("act", text(&act.id)),
        ("at", if version.later { "decision" } else { "act" }.into()),
        ("conforms", of.review.conforms().into()),
    ];
    members.extend(findings_json(&version.of, &of.review, lang));
    Some(Json::object(members))
}

fn together_json(decision: &Decision, of: &Together, lang: Lang) -> Json {
    let mut members: Vec<(&str, Json)> = of.party.iter().map(|party| ("party", text(party))).collect();
    members.extend([
        ("code", Json::from(of.code.as_str())),
        ("acts", ids(decision, &of.acts)),
        ("target", of.target.as_str().into()),
        ("kind", of.kind.as_str().into()),
        ("proposed", of.proposed.map_or(Json::Null, number)),
        ("most", of.most.map_or(Json::Null, number)),
        ("certain", of.certain.into()),
        ("basis", of.basis.as_ref().map_or(Json::Null, text)),
        ("message", render::together_message(decision, of, lang).into()),
    ]);
    Json::object(members)
}
