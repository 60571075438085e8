//! Why there is no outcome, as data: three kinds of wrong that are never mixed, and a request that is none.

use crate::decide::CaseError;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::EvalError;
use crate::facts::FactError;
use crate::link::LinkError;
use crate::vocabulary::{FactCode, LinkCode, Stage};

/// Why there is no outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The text of the request cannot be read.
    Text(Vec<Diagnostic>),
    /// The request is not one.
    Request(Vec<FactError>),
    /// A ruleset text is wrong.
    Ruleset(Vec<Diagnostic>),
    /// The rulesets cannot be linked on that day.
    Link(LinkError),
    /// The facts are wrong.
    Facts(Vec<FactError>),
    /// The evaluation cannot finish.
    Evaluation(EvalError),
}

impl From<CaseError> for Failure {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::Request(found) => Self::Request(found),
            CaseError::Link(error) => Self::Link(error),
            CaseError::Facts(found) => Self::Facts(found),
            CaseError::Evaluation(error) => Self::Evaluation(error),
        }
    }
}

impl Failure {
    /// At which stage.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Text(_) | Self::Request(_) => Stage::Request,
            Self::Ruleset(_) => Stage::Ruleset,
            Self::Link(error) => error.code().map_or(Stage::Ruleset, |_| Stage::Link),
            Self::Facts(_) => Stage::Facts,
            Self::Evaluation(_) => Stage::Evaluation,
        }
    }

    /// One line that says it.
    pub fn message(&self) -> String {
        let more = |n: usize| if n > 1 { format!(" (and {} more)", n.saturating_sub(1)) } else { String::new() };
        match self {
            Self::Text(found) | Self::Ruleset(found) => {
                found.first().map(|d| format!("{}{}", d.message, more(found.len()))).unwrap_or_default()
            }
            Self::Request(found) | Self::Facts(found) => {
                found.first().map(|e| format!("{e}{}", more(found.len()))).unwrap_or_default()
            }
            Self::Link(error) => error.to_string(),
            Self::Evaluation(error) => error.to_string(),
        }
    }

    /// The stable code of the first thing that is wrong; `explain` describes it.
    pub fn code(&self) -> &'static str {
        let first = |found: &[Diagnostic]| found.first().map_or(Code::SyntaxError, |d| d.code).as_str();
        match self {
            Self::Text(found) | Self::Ruleset(found) | Self::Link(LinkError::Rulesets(found)) => first(found),
            Self::Request(found) | Self::Facts(found) => found.first().map_or(FactCode::WrongType, |e| e.code).as_str(),
            Self::Link(error) => error.code().map_or(Stage::Link.as_str(), LinkCode::as_str),
            Self::Evaluation(error) => error.code().as_str(),
        }
    }
}
