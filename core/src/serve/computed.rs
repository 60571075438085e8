//! What a request came to, whatever it asked for: an offence, a licence, or a licence with several applicants.

use std::sync::Arc;

use super::applicants;
use super::host::Host;
use super::receipt::{write_applicants_receipt, write_licence_receipt, write_receipt};
use super::replay::compared;
use crate::answer::{
    EvaluatedApplicants, EvaluatedLicence, Explained, Object, applicants_questions_json, explain_json,
    explain_licence_json, licence_description_json, licence_questions_json, questions, questions_json, told,
    write_applicants, write_licence, write_outcome,
};
use crate::decide::Evaluated;
use crate::evaluate::evaluate_licence;
use crate::facts::{FactCode, FactError, Facts};
use crate::failure::Failure;
use crate::gather::Gather as _;
use crate::link::{Library, LicenceProgram};
use crate::read::Request;
use crate::render::Style;
use crate::syntax::Node;
use crate::vocabulary::{Action, Lang};

/// A computed request.
#[derive(Debug)]
pub enum Computed {
    /// An offence.
    Penalty(Box<Evaluated>),
    /// A licence.
    Licence(Box<EvaluatedLicence>),
    /// Several applicants for one licence.
    Applicants(Box<EvaluatedApplicants>),
}

impl Host {
    /// Links, decodes and evaluates the offence or the licence that a request names.
    ///
    /// # Errors
    /// As [`Host::evaluate`].
    pub fn compute(&self, request: &Request) -> Result<Computed, Failure> {
        match &request.licence {
            None => self.evaluate(request).map(Box::new).map(Computed::Penalty),
            Some(licence) => {
                let library = self.with(request)?;
                let program = linked(request, licence, &library)?;
                match request.applicants.as_slice() {
                    [] => self::licence(request, program).map(Box::new).map(Computed::Licence),
                    several => applicants::evaluate(request, several, program).map(Box::new).map(Computed::Applicants),
                }
            }
        }
    }
}

/// What a licence reads, and what its ruleset is.
pub(super) fn describe_licence(request: &Request, licence: &str, library: &Library) -> Result<String, Failure> {
    linked_licence(request, licence, library).map(|program| licence_description_json(&program, request.lang))
}

/// The versions are those in force on `on`, else on the day as of which the question is asked.
fn linked(request: &Request, licence: &str, library: &Library) -> Result<LicenceProgram, Failure> {
    let what = match request.action {
        Action::Explain if !request.applicants.is_empty() => Some("the explanation is of one applicant"),
        Action::Evaluate | Action::Ask | Action::Replay | Action::Describe | Action::Explain => None,
        Action::Review => Some("a licence has no sanctions to review"),
        Action::Tiers | Action::Nearest => Some("a licence has no tiers and no amounts to vary"),
        _ => Some("this is asked of offences, not of a licence"),
    };
    if let Some(what) = what {
        let expected = "`evaluate`, `ask`, `explain`, `replay` or `describe`";
        let error = FactError::new(FactCode::WrongType, "/do", expected, request.span)
            .says(what)
            .help("evaluate it, and compare its decision");
        return Err(Failure::Request(vec![error]));
    }
    linked_licence(request, licence, library)
}

fn linked_licence(request: &Request, licence: &str, library: &Library) -> Result<LicenceProgram, Failure> {
    let Some(day) = request.on.or(request.as_of) else {
        let error = FactError::new(FactCode::MissingKey, "/on", "a day", request.span)
            .says("nothing says which versions govern")
            .help("give `on:`, or `as_of:` where time is judged by that day too");
        return Err(Failure::Request(vec![error]));
    };
    let as_of = request.as_of.unwrap_or(day);
    library.link_licence(&request.ruleset, licence, day, as_of).map_err(Failure::Link)
}

fn licence(request: &Request, program: LicenceProgram) -> Result<EvaluatedLicence, Failure> {
    let facts = Facts::decode(&program, &request.facts).map_err(Failure::Facts)?;
    let outcome = evaluate_licence(&program, &facts, request.as_of).map_err(Failure::Evaluation)?;
    Ok(EvaluatedLicence { program: Arc::new(program), facts, as_of: request.as_of, outcome })
}

impl Computed {
    /// Whether no fact that matters is missing.
    pub fn determined(&self) -> bool {
        match self {
            Self::Penalty(evaluated) => evaluated.determined(),
            Self::Licence(evaluated) => evaluated.outcome.determined,
            Self::Applicants(evaluated) => evaluated.outcome.determined,
        }
    }

    /// What a request to evaluate, ask or replay is answered with: the outcome with the words and the receipt it asks
    /// for, the questions, or the difference from the stored receipt.
    ///
    /// # Errors
    /// A replay without a receipt.
    pub fn answer(&self, request: &Request) -> Result<String, Failure> {
        self.answer_telling(request, &mut Explained::wanted(request.explanation))
    }

    pub(super) fn answer_telling(&self, request: &Request, explained: &mut Explained<'_>) -> Result<String, Failure> {
        match request.action {
            Action::Replay => Ok(self.replay(request, request.receipt_to_replay()?)),
            Action::Ask => Ok(self.questions(request.lang)),
            Action::Explain => Ok(self.explained(request.lang)),
            _ => Ok(told(|o| {
                self.write(o, request.lang, explained);
                if let Some(style) = request.text {
                    o.text("text", &self.words(style));
                }
                if request.receipt {
                    self.write_receipt(&mut o.object("receipt"), request);
                }
            })),
        }
    }

    /// The outcome as an answer of the contract.
    pub fn json(&self, lang: Lang) -> String {
        told(|o| self.write(o, lang, &mut Explained::Within))
    }

    fn write(&self, o: &mut Object<'_>, lang: Lang, explained: &mut Explained<'_>) {
        match self {
            Self::Penalty(evaluated) => write_outcome(o, evaluated, lang, explained),
            Self::Licence(evaluated) => write_licence(o, evaluated, lang, explained),
            Self::Applicants(evaluated) => write_applicants(o, evaluated, lang, explained.are_wanted()),
        }
    }

    /// The explanation in words, with the places of the text it comes from; of several applicants there is none.
    fn explained(&self, lang: Lang) -> String {
        match self {
            Self::Penalty(evaluated) => explain_json(evaluated, lang),
            Self::Licence(evaluated) => explain_licence_json(evaluated, lang),
            Self::Applicants(_) => self.json(lang),
        }
    }

    /// The next questions as an answer of the contract.
    pub fn questions(&self, lang: Lang) -> String {
        match self {
            Self::Penalty(evaluated) => questions_json(evaluated, lang),
            Self::Licence(evaluated) => licence_questions_json(evaluated, lang),
            Self::Applicants(evaluated) => applicants_questions_json(evaluated, lang),
        }
    }

    /// The outcome as a person reads it.
    pub fn words(&self, style: Style) -> String {
        match self {
            Self::Penalty(evaluated) => {
                crate::render::render(&evaluated.program, &evaluated.facts, &evaluated.outcome, style)
            }
            Self::Licence(evaluated) => {
                crate::render::render_licence(&evaluated.program, &evaluated.facts, &evaluated.outcome, style)
            }
            Self::Applicants(evaluated) => {
                let names: Vec<Arc<str>> = evaluated.applicants.iter().map(|(id, _)| id.clone()).gather();
                let questions = questions(evaluated);
                crate::render::render_applicants(&evaluated.program, &names, &evaluated.outcome, &questions, style)
            }
        }
    }

    /// What it was computed from and what came out, as digests, with the facts as the request gives them.
    pub fn receipt(&self, request: &Request) -> String {
        told(|o| self.write_receipt(o, request))
    }

    fn write_receipt(&self, o: &mut Object<'_>, request: &Request) {
        match self {
            Self::Penalty(evaluated) => write_receipt(o, evaluated, &request.facts),
            Self::Licence(evaluated) => write_licence_receipt(o, evaluated, &request.facts),
            Self::Applicants(evaluated) => write_applicants_receipt(o, evaluated, request),
        }
    }

    /// Held against a stored receipt.
    pub fn replay(&self, request: &Request, stored: &Node) -> String {
        compared(&self.receipt(request), stored)
    }
}
