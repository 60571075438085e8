//! Where a person must look, decide or give reasons in a case as a whole; what one offence has is in its outcome.

use std::sync::Arc;

use crate::vocabulary::CaseCode;

/// Where a person must look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasePoint {
    /// Why.
    pub code: CaseCode,
    /// The acts it is about, by position.
    pub acts: Vec<usize>,
    /// False when it depends on facts that are missing.
    pub certain: bool,
    /// What it names: documents, rows, sanctions, days.
    pub names: Vec<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl CasePoint {
    /// A point about one act.
    pub(super) fn of(code: CaseCode, act: usize) -> Self {
        Self { code, acts: vec![act], certain: true, names: Vec::new(), basis: None }
    }

    /// A point about several acts.
    pub(super) fn about(code: CaseCode, acts: Vec<usize>) -> Self {
        Self { acts, ..Self::of(code, 0) }
    }

    pub(super) fn naming(mut self, name: impl Into<Arc<str>>) -> Self {
        self.names.push(name.into());
        self
    }

    pub(super) fn basis(mut self, basis: Option<Arc<str>>) -> Self {
        self.basis = basis;
        self
    }
}
