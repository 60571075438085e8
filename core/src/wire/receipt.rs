//! Receipts: what a decision was computed from and what came out, as digests, so that it can be replayed.

use super::applicants::{EvaluatedApplicants, applicants_json, asked};
use super::host::Evaluated;
use super::json::Json;
use super::licence::{EvaluatedLicence, licence_json};
use super::outcome::outcome_json;
use super::request::Request;
use crate::link::{Governing, LicenceProgram};
use crate::render::Lang;
use crate::ruleset::Ruleset;
use crate::syntax::Node;
use crate::value::Date;

/// A receipt over the outcome without receipt and text, and over the facts as given.
///
/// The digests are SHA-256 and SM3 of the canonical form (RFC 8785).
pub fn receipt_json(evaluated: &Evaluated, facts: &Node) -> Json {
    // The outcome is digested in one language, so that the language asked for does not change the receipt.
    let of = ("offence", evaluated.program.offence.id.to_string().into());
    let ruleset = evaluated.program.ruleset();
    let facts = Json::from(facts);
    receipt(ruleset, vec![of], evaluated.program.governing(), facts, outcome_json(evaluated, Lang::Zh))
}

/// The same of a licence; the day as of which it was asked decides what time has run out, and stands in the receipt.
pub fn licence_receipt_json(evaluated: &EvaluatedLicence, facts: &Node) -> Json {
    let outcome = licence_json(evaluated, Lang::Zh);
    of_licence(&evaluated.program, evaluated.as_of, Json::from(facts), outcome)
}

/// The same of several applicants, over the facts of all of them.
pub(super) fn applicants_receipt_json(evaluated: &EvaluatedApplicants, request: &Request) -> Json {
    let outcome = applicants_json(evaluated, Lang::Zh, true);
    of_licence(&evaluated.program, evaluated.as_of, asked(request), outcome)
}

fn of_licence(program: &LicenceProgram, as_of: Option<Date>, facts: Json, outcome: Json) -> Json {
    let of =
        vec![("licence", program.licence.id.to_string().into()), ("as_of", as_of.map(|day| day.to_string()).into())];
    receipt(program.ruleset(), of, program.governing(), facts, outcome)
}

fn receipt(
    ruleset: &Ruleset,
    of: Vec<(&'static str, Json)>,
    governing: &[Governing],
    facts: Json,
    outcome: Json,
) -> Json {
    let rulesets = governing.iter().map(ruleset_digest);
    let mut members = vec![
        ("engine", Json::from(env!("CARGO_PKG_VERSION"))),
        ("contract", super::CONTRACT.into()),
        ("ruleset", ruleset.head().id.to_string().into()),
    ];
    members.extend(of);
    members.extend([
        ("rulesets", Json::Array(rulesets.collect())),
        ("facts", digest(&facts)),
        ("outcome", digest(&without_spans(outcome))),
    ]);
    Json::object(members)
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
