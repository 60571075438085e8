//! Receipts: what a decision was computed from and what came out, as digests, so that it can be replayed.

use super::asked::write_applicants_asked;
use crate::answer::{
    CONTRACT, EvaluatedApplicants, EvaluatedLicence, Explained, Object, canonical, told, told_value,
    write_bare_applicants, write_bare_licence, write_bare_outcome,
};
use crate::decide::Evaluated;
use crate::link::{Governing, LicenceProgram};
use crate::read::Request;
use crate::ruleset::Ruleset;
use crate::syntax::Node;
use crate::value::{Date, sha256, sm3};
use crate::vocabulary::Lang;

/// A receipt over the outcome without citations, text and receipt, and over the facts as given.
///
/// The digests are SHA-256 and SM3 of the canonical form (RFC 8785).
pub fn receipt_json(evaluated: &Evaluated, facts: &Node) -> String {
    told(|o| write_receipt(o, evaluated, facts))
}

/// The members of it.
pub(super) fn write_receipt(o: &mut Object<'_>, evaluated: &Evaluated, facts: &Node) {
    head(o, evaluated.program.ruleset());
    o.text("offence", &evaluated.program.offence.id);
    // The outcome is digested in one language, so that the language asked for does not change the receipt.
    let outcome = told(|o| write_bare_outcome(o, evaluated, Lang::Zh, &mut Explained::Within));
    finish(o, evaluated.program.governing(), &given(facts), &outcome);
}

/// The same of a licence; the day as of which it was asked decides what time has run out, and stands in the receipt.
pub fn licence_receipt_json(evaluated: &EvaluatedLicence, facts: &Node) -> String {
    told(|o| write_licence_receipt(o, evaluated, facts))
}

/// The members of it.
pub(super) fn write_licence_receipt(o: &mut Object<'_>, evaluated: &EvaluatedLicence, facts: &Node) {
    let outcome = told(|o| write_bare_licence(o, evaluated, Lang::Zh, &mut Explained::Within));
    of_licence(o, &evaluated.program, evaluated.as_of, &given(facts), &outcome);
}

/// The same of several applicants, over the facts of all of them.
pub(super) fn write_applicants_receipt(o: &mut Object<'_>, evaluated: &EvaluatedApplicants, request: &Request) {
    let outcome = told(|o| write_bare_applicants(o, evaluated, Lang::Zh, true));
    let asked = told(|o| write_applicants_asked(o, request));
    of_licence(o, &evaluated.program, evaluated.as_of, &asked, &outcome);
}

fn of_licence(o: &mut Object<'_>, program: &LicenceProgram, as_of: Option<Date>, facts: &str, outcome: &str) {
    head(o, program.ruleset());
    o.text("licence", &program.licence.id);
    o.day("as_of", as_of);
    finish(o, program.governing(), facts, outcome);
}

fn given(facts: &Node) -> String {
    told_value(|place| place.node(facts))
}

fn head(o: &mut Object<'_>, ruleset: &Ruleset) {
    o.text("engine", env!("CARGO_PKG_VERSION"));
    o.int("contract", CONTRACT);
    o.text("ruleset", &ruleset.head().id);
}

fn finish(o: &mut Object<'_>, governing: &[Governing], facts: &str, outcome: &str) {
    let mut rulesets = o.array("rulesets");
    for governing in governing {
        write_ruleset_digest(&mut rulesets.object(), governing);
    }
    rulesets.end();
    write_digest(o, "facts", &canonical(facts, true));
    write_digest(o, "outcome", &canonical(outcome, false));
}

/// A version with the digests of its text.
pub(super) fn write_ruleset_digest(o: &mut Object<'_>, governing: &Governing) {
    o.text("id", &governing.id);
    o.shown("from", &governing.from);
    o.int("revision", governing.revision.into());
    o.text("sha256", &governing.digests.sha256);
    o.text("sm3", &governing.digests.sm3());
}

/// The digests of a text in canonical form.
pub(super) fn write_digest(o: &mut Object<'_>, key: &'static str, canonical: &str) {
    let mut o = o.object(key);
    o.text("sha256", &sha256(canonical));
    o.text("sm3", &sm3(canonical));
}
