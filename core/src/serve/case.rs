//! A request about a whole case: its decision, with the receipt it asks for or held against a stored one.

use super::asked::case_json;
use super::receipt::{write_digest, write_ruleset_digest};
use super::replay::compared;
use crate::answer::{CONTRACT, Explained, Object, canonical, told, write_bare_decision, write_decision};
use crate::decide::{Case, Decision};
use crate::failure::Failure;
use crate::read::Request;
use crate::render;
use crate::syntax::Node;
use crate::vocabulary::{Action, AnswerKind, Lang};

/// What a request about a whole case is answered with: the decision with the words, the letter and the receipt it asks
/// for, or the difference from the stored receipt.
///
/// # Errors
/// A replay without a receipt.
pub fn decision_answer(decision: &Decision, case: &Case, request: &Request) -> Result<String, Failure> {
    answer_decision(decision, case, request, &mut Explained::wanted(request.explanation))
}

pub(super) fn answer_decision(
    decision: &Decision,
    case: &Case,
    request: &Request,
    explained: &mut Explained<'_>,
) -> Result<String, Failure> {
    if request.action == Action::Replay {
        return Ok(replay_decision_json(decision, case, request.receipt_to_replay()?));
    }
    Ok(told(|o| {
        write_decision(o, decision, request.lang, explained);
        if let Some(style) = request.text {
            o.text("text", &render::render_decision(decision, style));
        }
        if request.letter {
            o.text("letter", &render::letter(decision));
        }
        if request.receipt {
            write_case_receipt(&mut o.object("receipt"), decision, case);
        }
    }))
}

/// A receipt over a decision: the versions it rests on, the case as asked, the decision without citations and text.
///
/// The digests are SHA-256 and SM3 of the canonical form (RFC 8785); the decision is digested in one language.
pub fn case_receipt_json(decision: &Decision, case: &Case) -> String {
    told(|o| write_case_receipt(o, decision, case))
}

fn write_case_receipt(o: &mut Object<'_>, decision: &Decision, case: &Case) {
    o.text("engine", env!("CARGO_PKG_VERSION"));
    o.int("contract", CONTRACT);
    o.text("kind", AnswerKind::Decision.as_str());
    let mut acts = o.array("acts");
    for act in &decision.acts {
        let program = act.versions.first().map(|v| &v.of.program);
        let mut o = acts.object();
        o.text("id", &act.id);
        o.maybe("ruleset", program.map(|p| &*p.linked.ruleset.head.id));
        o.maybe("offence", program.map(|p| &*p.offence.id));
    }
    acts.end();
    let mut known = Vec::new();
    let mut rulesets = o.array("rulesets");
    for governing in decision.governing() {
        let version = (&governing.id, governing.from, governing.revision, &governing.digests.sha256);
        if !known.contains(&version) {
            known.push(version);
            write_ruleset_digest(&mut rulesets.object(), governing);
        }
    }
    rulesets.end();
    write_digest(o, "facts", &canonical(&case_json(case), true));
    let outcome = told(|o| write_bare_decision(o, decision, Lang::Zh, &mut Explained::Within));
    write_digest(o, "outcome", &canonical(&outcome, false));
}

/// The answer to `do: replay` of a decision: as [`replay_json`](super::replay_json), for a whole case.
pub fn replay_decision_json(decision: &Decision, case: &Case, stored: &Node) -> String {
    compared(&case_receipt_json(decision, case), stored)
}
