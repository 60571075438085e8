//! What is wrong with the facts of a case.

use std::fmt;

use crate::source::Span;

/// The kind of a mistake in the facts; stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactCode {
    /// The text cannot be read.
    Unreadable,
    /// No ruleset of the case declares it.
    UnknownFact,
    /// It belongs to another offence.
    OtherOffence,
    /// It is of another type.
    WrongType,
    /// It is in another unit.
    WrongUnit,
    /// It lies outside what the fact can be.
    OutOfDomain,
    /// Money with more than two decimals.
    TooManyDecimals,
    /// Not a number, or not an exact one.
    BadNumber,
    /// Not a date, or no such day.
    BadDate,
    /// 无法查明 for a fact that can always be found out.
    NotUnascertainable,
    /// A fact that the engine fills in.
    Filled,
    /// A key that is not a key of a request.
    UnknownKey,
    /// A key that must be there.
    MissingKey,
    /// The act ends before it begins.
    EndBeforeBegin,
    /// The act is discovered before it begins.
    DiscoveryBeforeAct,
    /// The case is filed before the act is discovered.
    FilingBeforeDiscovery,
    /// The case is decided before it is filed.
    DecisionBeforeFiling,
    /// The case is decided before the act.
    DecisionBeforeAct,
    /// The act still goes on after the decision.
    ActAfterDecision,
    /// `same_act` names an act that the case does not have.
    UnknownAct,
    /// Two acts of a case have one id, or an act stands in two groups.
    DuplicateAct,
    /// Two applicants of a case have one id.
    DuplicateApplicant,
    /// What answers the request is not loaded; only a host that loads the engine in two parts says so.
    NotLoaded,
}

impl FactCode {
    /// The stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::UnknownFact => "unknown-fact",
            Self::OtherOffence => "fact-of-another-offence",
            Self::WrongType => "wrong-type",
            Self::WrongUnit => "wrong-unit",
            Self::OutOfDomain => "out-of-domain",
            Self::TooManyDecimals => "too-many-decimals",
            Self::BadNumber => "bad-number",
            Self::BadDate => "bad-date",
            Self::NotUnascertainable => "not-unascertainable",
            Self::Filled => "filled-fact",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::EndBeforeBegin => "end-before-begin",
            Self::DiscoveryBeforeAct => "discovery-before-act",
            Self::FilingBeforeDiscovery => "filing-before-discovery",
            Self::DecisionBeforeFiling => "decision-before-filing",
            Self::DecisionBeforeAct => "decision-before-act",
            Self::ActAfterDecision => "act-after-decision",
            Self::UnknownAct => "unknown-act",
            Self::DuplicateAct => "duplicate-act",
            Self::DuplicateApplicant => "duplicate-applicant",
            Self::NotLoaded => "not-loaded",
        }
    }
}

/// One mistake in the facts, with the place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactError {
    /// The kind.
    pub code: FactCode,
    /// The place as a JSON pointer: `/facts/货值金额`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub expected: String,
    /// What was found.
    pub found: String,
    /// What to do.
    pub help: Option<String>,
    /// Where it stands in the text of the case.
    pub span: Span,
}

impl FactError {
    /// What was expected at a place, as a JSON pointer; that is the message too.
    pub(crate) fn new(code: FactCode, path: &str, expected: &str, span: Span) -> Self {
        Self {
            code,
            path: path.to_owned(),
            message: format!("expected {expected}"),
            expected: expected.to_owned(),
            found: String::new(),
            help: None,
            span,
        }
    }

    /// What was found instead: the message says both.
    #[must_use]
    pub(crate) fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self.message = format!("expected {}, found {}", self.expected, self.found);
        self
    }

    /// The same of a part that stands at a path of its own.
    #[must_use]
    pub(crate) fn below(mut self, path: &str) -> Self {
        self.path.insert_str(0, path);
        self
    }

    /// What is wrong, in words of its own.
    #[must_use]
    pub(crate) fn says(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// What to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for FactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A request that is none as a whole has no place in it.
        if self.path.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for FactError {}
