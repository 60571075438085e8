//! A library of rulesets, and what a request asks of it: linked, decoded, evaluated. No answers yet.

use std::borrow::Cow;
use std::sync::Arc;

use crate::decide::{Case, Decision, Evaluated};
use crate::expr::EvalError;
use crate::facts::{FactCode, FactError, Facts};
use crate::failure::Failure;
use crate::link::{Library, Program};
use crate::read::{Request, day};
use crate::ruleset::Ruleset;
use crate::source::Source;

/// A library of rulesets that answers requests.
#[derive(Clone, Debug, Default)]
pub struct Host {
    library: Library,
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

    /// Decides nothing: finds what the law says of a whole case.
    ///
    /// # Errors
    /// Request, ruleset, link, facts or evaluation: never mixed.
    pub fn decide(&self, request: &Request, case: &Case) -> Result<Decision, Failure> {
        let library = self.with(request)?;
        Ok(crate::decide::decide(&library, case)?)
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
        evaluate(self.link(request)?, request)
    }

    /// The offence of a request, linked. It depends on the rulesets, the ids and the
    /// [`day`] of the request and on nothing else, so a host may keep it; a [`super::Session`] does.
    ///
    /// # Errors
    /// A ruleset text of the request is wrong, no day is given, or the rulesets cannot be linked on it.
    pub fn link(&self, request: &Request) -> Result<Arc<Program>, Failure> {
        let library = self.with(request)?;
        let day = day(request)?;
        library.link(&request.ruleset, &request.offence, day).map(Arc::new).map_err(Failure::Link)
    }
}

/// The facts of a request under its offence, without the general part.
///
/// # Errors
/// Facts or evaluation: never mixed.
pub(super) fn evaluate(program: Arc<Program>, request: &Request) -> Result<Evaluated, Failure> {
    let facts = Facts::decode(&*program, &request.facts).map_err(Failure::Facts)?;
    let outcome = crate::evaluate::evaluate(&program, &facts).map_err(|e: EvalError| Failure::Evaluation(e))?;
    Ok(Evaluated { program, facts, outcome, general: None, executions: Vec::new() })
}

/// A whole case is no offence to evaluate.
fn whole(request: &Request) -> Failure {
    let error = FactError::new(FactCode::WrongType, "/do", "`do: evaluate`", request.span)
        .found("`do: decide`")
        .says("the case asks to decide, not to evaluate one offence")
        .help("use `decide` for it, or leave `do` and `acts` out");
    Failure::Request(vec![error])
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
