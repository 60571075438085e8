//! A case as it is asked about, and why one may have no decision.

use std::sync::Arc;

use crate::expr::EvalError;
use crate::facts::FactError;
use crate::link::LinkError;
use crate::source::Span;
use crate::syntax::Node;
use crate::value::Date;
use crate::vocabulary::OrganLevel;

/// A case as it is asked about.
#[derive(Clone, Debug)]
pub struct Case {
    /// The acts; provisions that one act violates are several entries that a group of `same_act` joins.
    pub acts: Vec<ActCase>,
    /// Groups of acts that are one act, by position.
    pub same_act: Vec<Vec<usize>>,
    /// Ids of general laws that hold beside what the rulesets use themselves.
    pub general: Vec<String>,
    /// The day the versions are chosen by, where no fact gives the day of an act.
    pub on: Option<Date>,
    /// The organ that decides, where the case says so.
    pub organ: Option<Organ>,
    /// The facts common to all acts, a mapping.
    pub facts: Node,
    /// Where the case stands in its text.
    pub span: Span,
}

/// The organ that decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organ {
    /// Its level; none = not stated.
    pub level: Option<OrganLevel>,
    /// Its enforcement body (执法系统); none = not stated.
    pub system: Option<Arc<str>>,
}

/// One act of a case, under one provision.
#[derive(Clone, Debug)]
pub struct ActCase {
    /// The id, unlike any other in the case.
    pub id: Arc<str>,
    /// The party, where there are several.
    pub party: Option<Arc<str>>,
    /// The id of the ruleset.
    pub ruleset: String,
    /// The id of the offence.
    pub offence: String,
    /// Whether the act continues (连续或者继续状态), its end known or not.
    pub continuing: bool,
    /// Whose share of the act this is.
    pub share: ActShare,
    /// Its own facts, a mapping; they come before the common ones.
    pub facts: Option<Node>,
    /// Where it stands in the request, as a JSON pointer: `/acts/0`.
    pub path: String,
    /// Where it stands in its text.
    pub span: Span,
}

/// Whose share of an act an entry is, where persons are responsible for it beside the party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActShare {
    /// The whole act: nobody is named beside the party.
    Whole,
    /// That of the party: the persons responsible have entries of their own.
    Party,
    /// That of a person responsible for the act with this id.
    Person(Arc<str>),
}

/// Why a case has no decision: the kinds are never mixed.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseError {
    /// The request is not one.
    Request(Vec<FactError>),
    /// The rulesets cannot be linked on a day.
    Link(LinkError),
    /// The facts are wrong.
    Facts(Vec<FactError>),
    /// The evaluation cannot finish.
    Evaluation(EvalError),
}

impl From<LinkError> for CaseError {
    fn from(error: LinkError) -> Self {
        Self::Link(error)
    }
}

impl From<EvalError> for CaseError {
    fn from(error: EvalError) -> Self {
        Self::Evaluation(error)
    }
}
