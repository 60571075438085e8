//! What is decided on each act, and what is found when acts are taken together.

use std::sync::Arc;

use super::finding::Review;
use crate::expr::EvalError;
use crate::value::Rational;
use crate::vocabulary::{SanctionKind, Target, TogetherCode};

/// What is decided on one act against it, under one law.
#[derive(Clone, Debug, PartialEq)]
pub struct ActReview {
    /// The act, by position.
    pub act: usize,
    /// The version of its law, by position.
    pub version: usize,
    /// What was found.
    pub review: Review,
}

impl TogetherCode {
    /// Whether it says that the decision is not what the law allows.
    ///
    /// # Basis
    /// 治安管理处罚法（2025年修订） 第十六条: several acts are decided apart and executed together, detention for at most 20
    /// days; what is decided on each stands.
    pub fn is_deviation(self) -> bool {
        self != Self::AboveCap
    }
}

/// Something found when acts are taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// What it is.
    pub code: TogetherCode,
    /// The acts, by position.
    pub acts: Vec<usize>,
    /// The party, where the case names several.
    pub party: Option<Arc<str>>,
    /// For whom.
    pub target: Target,
    /// The kind.
    pub kind: SanctionKind,
    /// The sum that is decided; none where a part has no number.
    pub proposed: Option<Rational>,
    /// The most there may be.
    pub most: Option<Rational>,
    /// False where it depends on facts that are missing.
    pub certain: bool,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

/// The sum; none where a part has no number.
pub(super) fn sum(amounts: impl Iterator<Item = Option<Rational>>) -> Result<Option<Rational>, EvalError> {
    let mut sum = Rational::ZERO;
    for amount in amounts {
        let Some(amount) = amount else { return Ok(None) };
        sum = sum.add(amount)?;
    }
    Ok(Some(sum))
}
