//! One function for every host: a request in, an answer out. It never panics and never guesses.

use std::borrow::Cow;
use std::sync::Arc;

use super::case::decision_json;
use super::describe::{description_json, offence_json};
use super::explain::explain_json;
use super::explanation::Explained;
use super::failure::{Failure, diagnostics_json};
use super::json::Json;
use super::more;
use super::outcome::{questions_json, write_outcome};
use super::request::{Action, Request, read_request};
use super::write::told;
pub use crate::decide::Evaluated;
use crate::decide::{Case, CaseError, Day, Decision};
use crate::expr::EvalError;
use crate::facts::{FactCode, FactError, Facts};
use crate::link::{Library, Program};
use crate::ruleset::Ruleset;
use crate::source::{Source, Span};
use crate::value::Date;

/// How a host links the offence of a request.
pub(super) type Link<'a> = &'a mut dyn FnMut() -> Result<Arc<Program>, Failure>;

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
        match read_request(&source) {
            Ok(request) => self.answer(&request, &source),
            Err(failure) => failure.to_json(&source),
        }
    }

    /// Answers a request that was read, with one line of JSON; `source` is its text.
    pub fn answer(&self, request: &Request, source: &Source) -> String {
        let mut explained = Explained::wanted(request.explanation);
        self.answer_linking(request, source, &mut explained, &mut || self.link(request))
    }

    /// The same, with a place for the explanation, and with `link` for [`Host::link`]: a host that keeps what it links
    /// brings its own.
    pub(super) fn answer_linking(
        &self,
        request: &Request,
        source: &Source,
        explained: &mut Explained<'_>,
        link: Link<'_>,
    ) -> String {
        let answer = if request.asks_more() {
            more::answer(self, request, explained, link)
        } else {
            self.of_offence(request, explained, link)
        };
        answer.unwrap_or_else(|failure| failure.to_json(source))
    }

    /// The answer to a request that asks no more than the outcome of one offence, and what leads to it.
    fn of_offence(&self, request: &Request, explained: &mut Explained<'_>, link: Link<'_>) -> Result<String, Failure> {
        match request.action {
            Action::Check => return Ok(check(request)),
            Action::Describe if request.offence.is_empty() => {
                return self.with(request).map(|library| description_json(&library, &request.ruleset));
            }
            _ => {}
        }
        let evaluated = evaluated(link()?, request)?;
        Ok(match request.action {
            Action::Describe => offence_json(&evaluated.program, request.lang),
            Action::Explain => explain_json(&evaluated, request.lang),
            Action::Ask => questions_json(&evaluated, request.lang),
            _ => told(|o| {
                write_outcome(o, &evaluated, request.lang, explained);
                if let Some(style) = request.text {
                    let Evaluated { program, facts, outcome, .. } = &evaluated;
                    o.text("text", &crate::render::render(program, facts, outcome, style));
                }
            }),
        })
    }

    /// The outcome of a request, the decision of one to decide, the procedure of one that asks for it: what a worked
    /// case is held against.
    ///
    /// # Errors
    /// As [`Host::evaluate`] and [`Host::decide`].
    pub fn outcome(&self, request: &Request, lang: crate::render::Lang) -> Result<Json, Failure> {
        let text = match &request.case {
            Some(case) => self.decide(request, case).map(|decision| decision_json(&decision, lang)),
            None if request.action == Action::Procedure => {
                self.procedure(request).map(|found| super::procedures_json(&found, lang))
            }
            None => self.compute(request).map(|computed| computed.json(lang)),
        };
        text.map(|text| Json::read(&text))
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
        more::evaluate(self.link(request)?, request)
    }

    /// The offence of a request, linked. It depends on the rulesets, the ids and the
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

/// The facts of a request under its offence, without the general part.
///
/// # Errors
/// Facts or evaluation: never mixed.
pub(super) fn evaluated(program: Arc<Program>, request: &Request) -> Result<Evaluated, Failure> {
    let facts = Facts::decode(&*program, &request.facts).map_err(Failure::Facts)?;
    let outcome = crate::evaluate::evaluate(&program, &facts).map_err(|e: EvalError| Failure::Evaluation(e))?;
    Ok(Evaluated { program, facts, outcome, general: None })
}

/// Whether the offence is linked with the general part: a decision is held against that too, because a circumstance may
/// justify what the table does not.
pub(super) fn with_general(request: &Request) -> bool {
    request.action == Action::Review
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
fn check(request: &Request) -> String {
    let mut valid = true;
    let mut compiled = Vec::new();
    for source in &request.rulesets {
        let (ruleset, diagnostics) = Ruleset::compile(source);
        valid = valid && ruleset.is_some();
        compiled.push((diagnostics, source));
    }
    let mut found = Vec::new();
    for (diagnostics, source) in &compiled {
        found.extend(diagnostics.iter().map(|diagnostic| (diagnostic, *source)));
    }
    diagnostics_json(valid, &found)
}
