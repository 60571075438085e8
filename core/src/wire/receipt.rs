//! Receipts: what a decision was computed from and what came out, as digests, so that it can be replayed.

use super::host::Evaluated;
use super::json::Json;
use super::outcome::outcome_json;
use crate::link::Governing;
use crate::render::Lang;
use crate::syntax::Node;

/// A receipt over the outcome without receipt and text, and over the facts as given.
///
/// The digests are SHA-256 and SM3 of the canonical form (RFC 8785).
pub fn receipt_json(evaluated: &Evaluated, facts: &Node) -> Json {
    let rulesets: Vec<Json> = evaluated.program.governing().iter().map(ruleset_digest).collect();
    // The outcome is digested in one language, so that the language asked for does not change the receipt.
    Json::object([
        ("engine", Json::from(env!("CARGO_PKG_VERSION"))),
        ("contract", super::CONTRACT.into()),
        ("ruleset", evaluated.program.ruleset().head().id.to_string().into()),
        ("offence", evaluated.program.offence.id.to_string().into()),
        ("rulesets", rulesets.into()),
        ("facts", digest(&Json::from(facts))),
        ("outcome", digest(&without_spans(outcome_json(evaluated, Lang::Zh)))),
    ])
}

/// A version with the digests of its text.
pub(super) fn ruleset_digest(governing: &Governing) -> Json {
    Json::object([
        ("id", Json::from(governing.id.to_string())),
        ("from", governing.from.to_string().into()),
        ("revision", governing.revision.into()),
        ("sha256", governing.digests.sha256.to_string().into()),
        ("sm3", governing.digests.sm3.to_string().into()),
    ])
}

/// Places in the ruleset's text say nothing that its digest does not.
pub(super) fn without_spans(json: Json) -> Json {
    match json {
        Json::Object(members) => Json::Object(
            members
                .into_iter()
                .filter(|(key, value)| !(matches!(&**key, "start" | "end") && matches!(value, Json::Int(_))))
                .map(|(key, value)| (key, without_spans(value)))
                .collect(),
        ),
        Json::Array(items) => Json::Array(items.into_iter().map(without_spans).collect()),
        other => other,
    }
}

pub(super) fn digest(json: &Json) -> Json {
    use sha2::Digest as _;
    let text = json.write_canonical();
    Json::object([
        ("sha256", Json::from(crate::compile::hex(&sha2::Sha256::digest(text.as_bytes())).to_string())),
        ("sm3", crate::compile::hex(&sm3::Sm3::digest(text.as_bytes())).to_string().into()),
    ])
}
