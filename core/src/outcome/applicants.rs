//! What comes out for several applicants of one licence whose number is limited.

use std::sync::Arc;

use super::LicenceOutcome;
use crate::expr::FactId;
use crate::expr::Num;
use crate::facts::Facts;
use crate::value::Truth;
use crate::vocabulary::ApplicantsReviewCode;

/// The result for several applicants.
#[derive(Clone, Debug)]
pub struct ApplicantsOutcome {
    /// Each applicant, in the order of the case.
    pub places: Vec<ApplicantPlace>,
    /// How many licences are left.
    pub left: Num,
    /// False while a fact that matters to one of them is missing, or the order leaves one open.
    pub determined: bool,
    /// Where a person must look at the order.
    pub points: Vec<ApplicantsReview>,
    /// The facts that still matter, each with the position of its applicant, best next question first.
    pub needed: Vec<(usize, FactId)>,
}

/// One applicant among the others.
#[derive(Clone, Debug)]
pub struct ApplicantPlace {
    /// The facts, with how many come before.
    pub facts: Facts,
    /// The outcome.
    pub outcome: LicenceOutcome,
    /// Whether the number is limited for this applicant.
    pub limited: Truth,
    /// Whether one of the licences is for this applicant, if one is left.
    pub takes_place: Truth,
    /// How many who take a place come before: a range while that is open.
    pub before: Num,
    /// Those who come before and take a place: unknown where one may and may not.
    pub ahead: Vec<(usize, Truth)>,
    /// Those whom the order does not tell apart from this one.
    pub tied: Vec<usize>,
}

/// Where a person must look at the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantsReview {
    /// Why.
    pub code: ApplicantsReviewCode,
    /// Whom it is about, by position.
    pub applicants: Vec<usize>,
    /// Because of whom.
    pub others: Vec<usize>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision of the order.
    pub basis: Option<Arc<str>>,
}
