//! One function for every host: a request in, an answer out. It never panics and never guesses.

use std::borrow::Cow;
use std::sync::Arc;

use super::around::{nearest_json, tiers_json};
use super::case::{decision_answer, decision_json};
use super::computed::{Computed, describe_licence};
use super::decision::read_decision;
use super::describe::{description_json, offence_json};
use super::explain::explain_json;
use super::failure::{Failure, diagnostic_json};
use super::json::Json;
use super::procedure::procedure_answer;
use super::request::{Action, Request, read_request};
use super::review::review_json;
use super::review_case::case_review_answer;
pub use crate::decide::Evaluated;
use crate::decide::{Case, CaseError, Day, Decision, Review};
use crate::expr::EvalError;
use crate::facts::{FactCode, FactError, Facts};
use crate::link::{Library, Program};
use crate::ruleset::Ruleset;
use crate::source::{Source, Span};
use crate::value::Date;

/// A library of rulesets that answers requests.
#[derive(Clone, Debug, Default)]
pub struct Host {
    library: Library,
}

/// Answers one request that brings its own ruleset texts.
///
/// ```
/// let answer = cailiang::wire::handle("{}");
/// assert!(answer.starts_with(r#"{"contract":1,"kind":"error","stage":"request","code":"missing-key""#));
/// ```
pub fn handle(request: &str) -> String {
    Host::default().handle(request)
}

impl Host {
    /// A host with these rulesets.
    pub fn new(library: Library) -> Self {
        Self { library }
    }

    /// The rulesets it has.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Answers one request (JSON) with one line of JSON.
    pub fn handle(&self, request: &str) -> String {
        let source = Source::new("request", request);
        let answer = match read_request(&source) {
            Ok(request) => self.answer(&request, &source),
            Err(failure) => failure.to_json(&source),
        };
        answer.write()
    }

    /// Answers a request that was read; `source` is its text.
    pub fn answer(&self, request: &Request, source: &Source) -> Json {
        self.answer_linking(request, source, || self.link(request))
    }

    /// The same, with `link` for [`Host::link`]: a host that keeps what it links brings its own.
    pub(super) fn answer_linking(
        &self,
        request: &Request,
        source: &Source,
        link: impl FnOnce() -> Result<Arc<Program>, Failure>,
    ) -> Json {
        let answer = match (request.action, &request.case) {
            (Action::Check, _) => Ok(check(request)),
            (Action::Procedure, _) => self.procedure(request).map(|found| procedure_answer(&found, request)),
            (Action::Describe, _) if request.offence.is_empty() => {
                self.with(request).and_then(|library| match &request.licence {
                    Some(licence) => describe_licence(request, licence, &library),
                    None => Ok(description_json(&library, &request.ruleset)),
                })
            }
            _ if request.licence.is_some() => self.compute(request).and_then(|computed| computed.answer(request)),
            (Action::Review, Some(case)) => case_review_answer(self, request, case),
            (_, Some(case)) => {
                self.decide(request, case).and_then(|decision| decision_answer(&decision, case, request))
            }
            _ => link().and_then(|program| evaluate_with(program, request)).and_then(|e| offence(request, e)),
        };
        answer.unwrap_or_else(|failure| failure.to_json(source))
    }

    /// The outcome of a request, the decision of one to decide, the procedure of one that asks for it: what a worked
    /// case is held against.
    ///
    /// # Errors
    /// As [`Host::evaluate`] and [`Host::decide`].
    pub fn outcome(&self, request: &Request, lang: crate::render::Lang) -> Result<Json, Failure> {
        match &request.case {
            Some(case) => self.decide(request, case).map(|decision| decision_json(&decision, lang)),
            None if request.action == Action::Procedure => {
                self.procedure(request).map(|found| super::procedures_json(&found, lang))
            }
            None => self.compute(request).map(|computed| computed.json(lang)),
        }
    }

    /// Decides nothing: finds what the law says of a whole case.
    ///
    /// # Errors
    /// Request, ruleset, link, facts or evaluation: never mixed.
    pub fn decide(&self, request: &Request, case: &Case) -> Result<Decision, Failure> {
        let library = self.with(request)?;
        crate::decide::decide(&library, case).map_err(|error| match error {
            CaseError::Request(found) => Failure::Request(found),
            CaseError::Link(error) => Failure::Link(error),
            CaseError::Facts(found) => Failure::Facts(found),
            CaseError::Evaluation(error) => Failure::Evaluation(error),
        })
    }

    /// The library, with the texts of a request.
    pub(super) fn with(&self, request: &Request) -> Result<Cow<'_, Library>, Failure> {
        Ok(match request.rulesets.as_slice() {
            [] => Cow::Borrowed(&self.library),
            texts => Cow::Owned(with_texts(&self.library, texts)?),
        })
    }

    /// Links, decodes, evaluates.
    ///
    /// # Errors
    /// Ruleset, link, facts or evaluation: never mixed.
    pub fn evaluate(&self, request: &Request) -> Result<Evaluated, Failure> {
        if request.case.is_some() {
            return Err(whole(request));
        }
        evaluate_with(self.link(request)?, request)
    }

    /// The offence of a request, linked: what [`evaluate_with`] takes. It depends on the rulesets, the ids and the
    /// [`day`] of the request and on nothing else, so a host may keep it; a [`super::Session`] does.
    ///
    /// # Errors
    /// A ruleset text of the request is wrong, no day is given, or the rulesets cannot be linked on it.
    pub fn link(&self, request: &Request) -> Result<Arc<Program>, Failure> {
        let library = self.with(request)?;
        let day = day(request)?;
        let link = if with_general(request) { Library::link_decision } else { Library::link };
        link(&library, &request.ruleset, &request.offence, day).map(Arc::new).map_err(Failure::Link)
    }
}

/// Evaluates the facts of a request with its offence linked as [`Host::link`] links it for that request.
///
/// # Errors
/// Facts or evaluation: never mixed.
pub fn evaluate_with(program: Arc<Program>, request: &Request) -> Result<Evaluated, Failure> {
    let facts = Facts::decode(&*program, &request.facts).map_err(Failure::Facts)?;
    let outcome = crate::evaluate::evaluate(&program, &facts).map_err(|e: EvalError| Failure::Evaluation(e))?;
    let general = match with_general(request) {
        true => Some(crate::decide::circumstances(&program, &facts, &outcome).map_err(Failure::Evaluation)?),
        false => None,
    };
    Ok(Evaluated { program, facts, outcome, general })
}

/// Whether the offence is linked with the general part: a decision is held against that too, because a circumstance may
/// justify what the table does not.
pub(super) fn with_general(request: &Request) -> bool {
    request.action == Action::Review
}

/// The answer about an offence.
fn offence(request: &Request, evaluated: Evaluated) -> Result<Json, Failure> {
    match request.action {
        Action::Nearest => nearest_json(evaluated),
        Action::Tiers => tiers_json(&evaluated),
        Action::Describe => Ok(offence_json(&evaluated.program, request.lang)),
        Action::Explain => Ok(explain_json(&evaluated, request.lang)),
        Action::Review => {
            let review = reviewed(request, &evaluated)?;
            let Evaluated { program, facts, outcome, .. } = &evaluated;
            let text = request.text.map(|style| crate::render::render_review(program, facts, outcome, &review, style));
            Ok(review_json(&evaluated, &review, request.lang).with([("text", text.map(Json::from))]))
        }
        // Each of them was answered before, by what it is about.
        Action::Check | Action::Decide | Action::Procedure => Err(missing(request, "offence")),
        Action::Evaluate | Action::Ask | Action::Replay => Computed::Penalty(Box::new(evaluated)).answer(request),
    }
}

/// Holds the decision of a request against what was evaluated.
///
/// # Errors
/// The request has no decision, or one that cannot be read; a difference that cannot be computed.
pub fn reviewed(request: &Request, evaluated: &Evaluated) -> Result<Review, Failure> {
    let node = request.decision.as_ref().ok_or_else(|| missing(request, "decision"))?;
    let Evaluated { program, facts, outcome, general } = evaluated;
    let proposal = read_decision(program, node).map_err(Failure::Request)?;
    crate::decide::review(program, facts, outcome, general.as_ref(), &proposal).map_err(Failure::Evaluation)
}

/// A whole case is no offence to evaluate.
fn whole(request: &Request) -> Failure {
    let error = FactError::new(FactCode::WrongType, "/do", "`do: evaluate`", request.span)
        .found("`do: decide`")
        .says("the case asks to decide, not to evaluate one offence")
        .help("use `decide` for it, or leave `do` and `acts` out");
    Failure::Request(vec![error])
}

pub(super) fn missing(request: &Request, key: &str) -> Failure {
    Failure::Request(vec![missing_key(key, request.span)])
}

/// That a request lacks a key.
pub(super) fn missing_key(key: &str, span: Span) -> FactError {
    FactError::new(FactCode::MissingKey, &format!("/{key}"), &format!("`{key}`"), span)
        .says(format!("the request needs `{key}`"))
}

fn with_texts(library: &Library, texts: &[Source]) -> Result<Library, Failure> {
    let mut own = library.clone();
    for text in texts {
        let (ruleset, diagnostics) = Ruleset::compile(text);
        let Some(ruleset) = ruleset else { return Err(Failure::Ruleset(diagnostics)) };
        own.add(ruleset).map_err(|d| Failure::Ruleset(vec![d]))?;
    }
    Ok(own)
}

/// The day the versions are chosen by: the end of the act, else the act, else `on`.
///
/// # Errors
/// None of them is given, or what is given is no day.
///
/// # Basis
/// 行政处罚法 第三十六条第二款 (a continuing act counts from its end) and 第三十七条.
pub fn day(request: &Request) -> Result<Date, Failure> {
    for name in ["行为终了日", "违法行为日"] {
        let path = format!("/facts/{name}");
        if let Day::On(day) = Day::read(request.facts.get(name), &path).map_err(|e| Failure::Facts(vec![*e]))? {
            return Ok(day);
        }
    }
    request.on.ok_or_else(|| Failure::Request(vec![crate::decide::no_day("/on", request.span)]))
}

/// The diagnostics of the texts of a request.
fn check(request: &Request) -> Json {
    let mut valid = true;
    let mut found = Vec::new();
    for source in &request.rulesets {
        let (ruleset, diagnostics) = Ruleset::compile(source);
        valid = valid && ruleset.is_some();
        found.extend(diagnostics.iter().map(|d| diagnostic_json(d, source)));
    }
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "diagnostics".into()),
        ("valid", valid.into()),
        ("diagnostics", found.into()),
    ])
}
