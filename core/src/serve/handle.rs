//! One function for every host: a request in, an answer out. It never panics and never guesses.

use super::host::{Host, evaluate};
use super::identity::{give_back, refused};
use super::more::{self, Link};
use crate::answer::{
    Explained, Json, decision_json, description_json, diagnostics_json, explain_json, offence_json, procedures_json,
    questions_json, told, version_json, write_outcome,
};
use crate::decide::Evaluated;
use crate::failure::Failure;
use crate::read::{Request, read_request};
use crate::ruleset::Ruleset;
use crate::source::Source;
use crate::vocabulary::Action;

/// Answers one request that brings its own ruleset texts.
///
/// ```
/// let answer = cailiang::serve::handle("{}");
/// assert!(answer.starts_with(r#"{"contract":1,"kind":"error","stage":"request","code":"missing-key""#));
/// ```
pub fn handle(request: &str) -> String {
    Host::default().handle(request)
}

impl Host {
    /// Answers one request (JSON) with one line of JSON.
    pub fn handle(&self, request: &str) -> String {
        let source = Source::new("request", request);
        match read_request(&source) {
            Ok(request) => self.answer(&request, &source),
            Err(failure) => refused(&failure, &source),
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
        let answer = answer.unwrap_or_else(|failure| failure.to_json(source));
        give_back(answer, request.id.as_ref(), request.name.as_deref())
    }

    /// The answer to a request that asks no more than the outcome of one offence, and what leads to it.
    fn of_offence(&self, request: &Request, explained: &mut Explained<'_>, link: Link<'_>) -> Result<String, Failure> {
        match request.action {
            Action::Check => return Ok(check(request)),
            Action::Version => return self.with(request).map(|library| version_json(&library)),
            Action::Describe if request.offence.is_empty() => {
                return self.with(request).map(|library| description_json(&library, &request.ruleset));
            }
            _ => {}
        }
        let evaluated = evaluate(link()?, request)?;
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
    pub fn outcome(&self, request: &Request, lang: crate::vocabulary::Lang) -> Result<Json, Failure> {
        let text = match &request.case {
            Some(case) => self.decide(request, case).map(|decision| decision_json(&decision, lang)),
            None if request.action == Action::Procedure => {
                self.procedure(request).map(|found| procedures_json(&found, lang))
            }
            None => self.compute(request).map(|computed| computed.json(lang)),
        };
        text.map(|text| Json::read(&text))
    }
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
