//! Several applicants for a licence whose number is limited.

use cailiang::vocabulary::{ApplicantsReviewCode, First, LicenceProcedure, OrderKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Amount, Citation, ContractVersion, Day, Governing, Kind, Licence, LicenceReceipt, Question, RequestId, Word,
};

/// Who comes before whom, and the outcome of each. Nobody is picked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Applicants {
    /// The version of the contract.
    pub contract: ContractVersion,
    /// Which answer this is.
    pub kind: Kind<Self>,
    /// The id of the request, as it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RequestId>,
    /// The name of the case, as the request gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The id of the licence.
    pub licence: String,
    /// What is asked for.
    pub procedure: Word<LicenceProcedure>,
    /// False while one of them is open: a fact is missing, or the order does not tell two apart.
    pub determined: bool,
    /// The limit of the number.
    pub quota: Quota,
    /// The applicants, in the order of the request.
    #[schemars(length(min = 1))]
    pub applicants: Vec<Applicant>,
    /// The day by which it is judged what time has run out.
    pub as_of: Option<Day>,
    /// Where a person must look at the order; the points of each applicant are in its outcome.
    pub review_points: Vec<OrderReview>,
    /// The questions that still matter; what most decisions wait for first.
    pub facts_needed: Vec<Question>,
    /// The versions of rulesets that govern.
    #[schemars(length(min = 1))]
    pub governing: Vec<Governing>,
    /// What is cited, as data: each text once, in order of first appearance.
    pub citations: Vec<Citation>,
    /// The words asked for with `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The receipt asked for with `receipt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<LicenceReceipt>,
}

/// The limit of the number of licences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quota {
    /// How many are left.
    pub left: Amount,
    /// What the order goes by. 行政许可法 第五十七条: `first_accepted`, unless a law or an administrative regulation says
    /// otherwise.
    pub order: Word<OrderKind>,
    /// Who comes first in it.
    pub first: Word<First>,
    /// The provision that lays down the order.
    pub order_basis: Option<String>,
    /// The provision that limits the number.
    pub basis: Option<String>,
}

/// One of several applicants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Applicant {
    /// Its id in the request.
    pub id: String,
    /// Its place among those who are granted the licence if one is left; null: takes no place (refused, to supplement,
    /// not limited).
    pub place: Option<Places>,
    /// Who comes before, or may.
    pub after: Vec<String>,
    /// Whom the order does not tell apart from this one.
    pub tied_with: Vec<String>,
    /// What it is given.
    pub outcome: Licence,
}

/// A place in the order, or the places it may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Places {
    /// The first.
    pub min: u64,
    /// The last.
    pub max: u64,
}

/// Where a person must look at the order of applicants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OrderReview {
    /// Why.
    pub code: Word<ApplicantsReviewCode>,
    /// Whom it is about.
    pub applicants: Vec<String>,
    /// Because of whom.
    pub others: Vec<String>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// The provision.
    pub basis: Option<String>,
    /// What it says, in the language asked for.
    pub message: String,
}
