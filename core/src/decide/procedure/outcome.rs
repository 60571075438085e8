//! The procedure of a case as data.

use std::sync::Arc;

use super::point::ProcedurePoint;

use crate::decide::time_limit::Limit;
use crate::expr::{FactId, Num};
use crate::facts::Facts;
use crate::link::Speaks;
use crate::outcome::Trace;
use crate::value::Truth;
use crate::vocabulary::{Duty, Prevails, Target};

/// The procedure of a case.
#[derive(Clone, Debug)]
pub struct ProcedureOutcome {
    /// Every row that was tried, document by document, for the case and for each target.
    pub runs: Vec<Run>,
    /// The steps that are or may be due, in the order of a case; those that are surely not due are in no list.
    pub duties: Vec<DutyOutcome>,
    /// Facts that still matter to a step before the decision: the document and the fact.
    pub needed: Vec<(usize, FactId)>,
    /// Where a person must look.
    pub points: Vec<ProcedurePoint>,
}

/// One document tried for the case or for one target.
#[derive(Clone, Debug)]
pub struct Run {
    /// The position of the document among the procedures.
    pub program: usize,
    /// The target; none = the whole case.
    pub target: Option<Target>,
    /// The facts of the case, with what is intended.
    pub facts: Facts,
    /// The truth of every condition.
    pub trace: Trace,
    /// Whether the document is for the body and the place.
    pub speaks: Speaks,
    /// Whether its own condition holds.
    pub applies: Truth,
    /// Whether each of its standards is met.
    pub standards: Vec<Truth>,
    /// Each of its duties by its own condition; none where the row is not for this run.
    pub duties: Vec<Option<Truth>>,
}

/// A step of the procedure that is or may be due.
#[derive(Clone, Debug)]
pub struct DutyOutcome {
    /// What is to be done.
    pub duty: Duty,
    /// For whom; none = for the case.
    pub target: Option<Target>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// Whether it must be done, or may be.
    pub must: bool,
    /// The rows it rests on.
    pub grounds: Vec<ProcedureGround>,
}

/// A row that is or may be a ground for a step.
#[derive(Clone, Debug)]
pub struct ProcedureGround {
    /// The run.
    pub run: usize,
    /// The row among the duties of the document.
    pub row: usize,
    /// Whether it holds in every completion.
    pub certain: bool,
    /// The open standard it rests on.
    pub standard: Option<StandardOutcome>,
    /// The time limit.
    pub limit: Option<Limit>,
    /// What is to be paid.
    pub sum: Option<SumOutcome>,
}

/// An open standard in one case.
#[derive(Clone, Debug)]
pub struct StandardOutcome {
    /// Its name.
    pub name: Arc<str>,
    /// Whether it is met.
    pub met: Truth,
    /// How the figure came to count; none while that depends on body or place.
    pub how: Option<Prevails>,
    /// The documents with a figure.
    pub voices: Vec<VoiceOutcome>,
}

/// A document with a figure for a standard.
#[derive(Clone, Debug)]
pub struct VoiceOutcome {
    /// The run.
    pub run: usize,
    /// Its rows for the standard.
    pub rows: Vec<usize>,
    /// Whether the figure is met.
    pub met: Truth,
    /// Whether it counts: `Unknown` while that depends on body or place.
    pub counts: Truth,
}

/// A sum to be paid, in 元.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SumOutcome {
    /// The amount of one.
    pub one: Num,
    /// The count.
    pub count: Option<Num>,
    /// The sum before its declared cap, where that changed it.
    pub before: Option<Num>,
    /// The sum.
    pub sum: Num,
}
