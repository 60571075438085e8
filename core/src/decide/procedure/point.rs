//! A place where a person must look at the procedure.

use std::sync::Arc;

use crate::vocabulary::{Duty, ProcedureCode, Target};

/// Where a person must look at the procedure.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcedurePoint {
    /// Why.
    pub code: ProcedureCode,
    /// For whom.
    pub target: Option<Target>,
    /// The step.
    pub duty: Option<Duty>,
    /// The standard, or the body.
    pub about: Option<Arc<str>>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The documents it is about.
    pub programs: Vec<usize>,
    /// What the transcriber says.
    pub mark: Option<Arc<str>>,
}
