//! One function for every host: a request in, an answer out. It never panics and never guesses.

use super::case::{case_receipt_json, decision_json, replay_decision_json};
use super::computed::Computed;
use super::decision::read_decision;
use super::failure::{Failure, diagnostic_json};
use super::json::Json;
use super::outcome::{outcome_json, questions_json};
use super::receipt::receipt_json;
use super::replay::replay_json;
use super::request::{Action, Request, read_request};
use super::review::review_json;
pub use crate::decide::Evaluated;
use crate::decide::{Case, CaseError, Decision, Review};
use crate::expr::EvalError;
use crate::facts::{FactCode, FactError, Facts};
use crate::link::Library;
use crate::ruleset::Ruleset;
use crate::source::Source;
use crate::syntax::Node;
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
        if request.action == Action::Check {
            return check(request);
        }
        if let Some(case) = &request.case {
            return match self.decide(request, case) {
                Err(failure) => failure.to_json(source),
                Ok(decision) => decided(request, case, &decision, source),
            };
        }
        if request.licence.is_some() {
            return match self.compute(request) {
                Err(failure) => failure.to_json(source),
                Ok(computed) => answer(request, &computed, source),
            };
        }
        match self.evaluate(request) {
            Err(failure) => failure.to_json(source),
            Ok(evaluated) if request.action == Action::Review => match reviewed(request, &evaluated) {
                Err(failure) => failure.to_json(source),
                Ok(review) => {
                    let mut answer = review_json(&evaluated, &review, request.lang);
                    if let (Json::Object(members), Some(style)) = (&mut answer, request.text) {
                        let Evaluated { program, facts, outcome, .. } = &evaluated;
                        let text = crate::render::render_review(program, facts, outcome, &review, style);
                        members.push(("text".into(), text.into()));
                    }
                    answer
                }
            },
            Ok(evaluated) if request.action == Action::Replay => match &request.stored {
                Some(stored) => replay_json(&evaluated, &request.facts, stored),
                None => missing(request, "receipt").to_json(source),
            },
            Ok(evaluated) if request.action == Action::Ask => questions_json(&evaluated, request.lang),
            Ok(evaluated) => {
                let mut answer = outcome_json(&evaluated, request.lang);
                if let Json::Object(members) = &mut answer {
                    if let Some(style) = request.text {
                        let text =
                            crate::render::render(&evaluated.program, &evaluated.facts, &evaluated.outcome, style);
                        members.push(("text".into(), text.into()));
                    }
                    if request.receipt {
                        let receipt = receipt_json(&evaluated, &request.facts);
                        members.push(("receipt".into(), receipt));
                    }
                }
                answer
            }
        }
    }

    /// The outcome of a request, or the decision of one to decide: what a worked case is held against.
    ///
    /// # Errors
    /// As [`Host::evaluate`] and [`Host::decide`].
    pub fn outcome(&self, request: &Request, lang: crate::render::Lang) -> Result<Json, Failure> {
        match &request.case {
            Some(case) => self.decide(request, case).map(|decision| decision_json(&decision, lang)),
            None => self.compute(request).map(|computed| computed.json(lang)),
        }
    }

    /// Decides nothing: finds what the law says of a whole case.
    ///
    /// # Errors
    /// Request, ruleset, link, facts or evaluation: never mixed.
    pub fn decide(&self, request: &Request, case: &Case) -> Result<Decision, Failure> {
        let own = self.with_texts_of(request)?;
        let library = own.as_ref().unwrap_or(&self.library);
        crate::decide::decide(library, case).map_err(|error| match error {
            CaseError::Request(found) => Failure::Request(found),
            CaseError::Link(error) => Failure::Link(error),
            CaseError::Facts(found) => Failure::Facts(found),
            CaseError::Evaluation(error) => Failure::Evaluation(error),
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
        let own = self.with_texts_of(request)?;
        let library = own.as_ref().unwrap_or(&self.library);
        let day = day(request)?;
        // A decision is held against the general part too: a circumstance may justify what the table does not.
        let with_general = request.action == Action::Review;
        let link = if with_general { Library::link_decision } else { Library::link };
        let program = link(library, &request.ruleset, &request.offence, day).map_err(Failure::Link)?;
        let facts = Facts::decode(&program, &request.facts).map_err(Failure::Facts)?;
        let outcome = crate::evaluate::evaluate(&program, &facts).map_err(|e: EvalError| Failure::Evaluation(e))?;
        let general = match with_general {
            true => Some(crate::decide::circumstances(&program, &facts, &outcome).map_err(Failure::Evaluation)?),
            false => None,
        };
        Ok(Evaluated { program, facts, outcome, general })
    }
}

/// The answer about a whole case, with what was asked for beside it.
fn decided(request: &Request, case: &Case, decision: &Decision, source: &Source) -> Json {
    if request.action == Action::Replay {
        return match &request.stored {
            Some(stored) => replay_decision_json(decision, case, stored),
            None => missing(request, "receipt").to_json(source),
        };
    }
    let mut answer = decision_json(decision, request.lang);
    if let Json::Object(members) = &mut answer {
        if let Some(style) = request.text {
            members.push(("text".into(), crate::render::render_decision(decision, style).into()));
        }
        if request.letter {
            members.push(("letter".into(), crate::render::letter(decision).into()));
        }
        if request.receipt {
            members.push(("receipt".into(), case_receipt_json(decision, case)));
        }
    }
    answer
}

impl Host {
    /// The library with the texts that come with a request; none where it brings none.
    pub(super) fn with_texts_of(&self, request: &Request) -> Result<Option<Library>, Failure> {
        if request.rulesets.is_empty() { Ok(None) } else { with_texts(&self.library, &request.rulesets).map(Some) }
    }
}

/// The answer to a computed request, with what was asked for beside it.
fn answer(request: &Request, computed: &Computed, source: &Source) -> Json {
    match (request.action, &request.stored) {
        (Action::Replay, Some(stored)) => return computed.replay(&request.facts, stored),
        (Action::Replay, None) => return missing(request, "receipt").to_json(source),
        (Action::Ask, _) => return computed.questions(request.lang),
        _ => {}
    }
    let mut answer = computed.json(request.lang);
    if let Json::Object(members) = &mut answer {
        members.extend(request.text.map(|style| ("text".into(), computed.words(style).into())));
        if request.receipt {
            members.push(("receipt".into(), computed.receipt(&request.facts)));
        }
    }
    answer
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
    Failure::Request(vec![FactError {
        code: FactCode::WrongType,
        path: "/do".into(),
        message: "the case asks to decide, not to evaluate one offence".into(),
        expected: "`do: evaluate`".into(),
        found: "`do: decide`".into(),
        help: Some("use `decide` for it, or leave `do` and `acts` out".into()),
        span: request.span,
    }])
}

fn missing(request: &Request, key: &str) -> Failure {
    Failure::Request(vec![FactError {
        code: FactCode::MissingKey,
        path: format!("/{key}"),
        message: format!("the request needs `{key}`"),
        expected: format!("`{key}`"),
        found: String::new(),
        help: None,
        span: request.span,
    }])
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
/// # Basis
/// 行政处罚法 第三十六条第二款 (a continuing act counts from its end) and 第三十七条.
fn day(request: &Request) -> Result<Date, Failure> {
    for name in ["行为终了日", "违法行为日"] {
        let Some(text) = request.facts.get(name).and_then(Node::as_str).filter(|t| *t != "无法查明") else {
            continue;
        };
        return Date::parse(text).map_err(|problem| {
            Failure::Facts(vec![FactError {
                code: FactCode::BadDate,
                path: format!("/facts/{name}"),
                message: format!("`{text}`: {problem}"),
                expected: "a date such as 2024-03-01".into(),
                found: format!("`{text}`"),
                help: Some("write a day of the calendar, such as 2024-03-01".into()),
                span: request.facts.get(name).map(|n| n.span).unwrap_or_default(),
            }])
        });
    }
    request.on.ok_or_else(|| {
        Failure::Request(vec![FactError {
            code: FactCode::MissingKey,
            path: "/on".into(),
            message: "nothing says which versions govern".into(),
            expected: "the day of the act".into(),
            found: "neither 违法行为日 nor `on`".into(),
            help: Some(
                "give the fact 违法行为日 (or 行为终了日 of a continuing act), or `on:` while the day is not known"
                    .into(),
            ),
            span: request.span,
        }])
    })
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
