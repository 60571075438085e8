//! Every public word, said once: what stands in JSON, its names and its pages in Chinese and English, and what belongs
//! to it.
//!
//! A word is one entry of one file here. The enums of the engine, the words of the JSON Schemas and of TypeScript,
//! `cailiang explain`, the codes of the npm package, the names on the page and the reference pages all come from it.
//! A family is a set of words of which one stands at a place of an answer, a request or a ruleset.
//!
//! ```
//! use cailiang::Lang;
//! use cailiang::vocabulary::{FAMILIES, SanctionKind};
//!
//! assert_eq!(SanctionKind::parse("fine"), Some(SanctionKind::Fine));
//! assert_eq!(SanctionKind::parse("Fine"), None);
//! assert_eq!(SanctionKind::Fine.name(Lang::Zh), "罚款");
//! assert_eq!(SanctionKind::Fine.name(Lang::En), "fine");
//! let family = FAMILIES.iter().find(|family| family.id == "SanctionKind").unwrap();
//! assert!(family.words.iter().all(|word| !word.zh.page.is_empty() && !word.en.page.is_empty()));
//! ```

#[macro_use]
mod word;
mod sanction;
mod benchmark;
mod circumstance;
mod review;
mod law;
mod limitation;
mod case;
mod procedure;
mod period;
mod finding;
mod reference;
mod licence;
mod licence_terms;
mod licence_review;
mod error;
mod diagnostic;

pub use benchmark::{Hit, PartOf};
pub use case::{CaseCode, Concurrent, Fines, TogetherCode};
pub use circumstance::{Direction, Force, Need};
pub use diagnostic::Code;
pub use error::{EvaluationCode, FactCode, HostCode, LinkCode, Severity, Stage};
pub use finding::FindingCode;
pub use law::{Apply, Gone, LawComparison, LawResult, Rank};
pub use licence::{
    Before, Binding, By, Check, ConditionStatus, DecisionKind, DecisionOpen, DocumentForm, DocumentStatus, Grouping,
    LicenceProcedure, RestsOn, StepKind, StepStatus,
};
pub use licence_review::{ApplicantsReviewCode, LicenceReviewCode};
pub use licence_terms::{BanEnd, DeadlineStatus, First, OrderKind, RenewalStatus, Silence, TermKind};
pub use limitation::LimitationStatus;
pub use period::RestDay;
pub use procedure::{Binds, Duty, ProcedureCode, Step};
pub use reference::{reference, section};
pub use review::ReviewCode;
pub use sanction::{Bears, SanctionKind, Target};
pub use word::{Family, Lang, Said, Vocabulary, Word};

/// Every family, in the order of the reference pages.
pub const FAMILIES: &[&Family] = &[
    SanctionKind::FAMILY,
    Target::FAMILY,
    Hit::FAMILY,
    PartOf::FAMILY,
    Direction::FAMILY,
    Force::FAMILY,
    Need::FAMILY,
    ReviewCode::FAMILY,
    Rank::FAMILY,
    Apply::FAMILY,
    LawComparison::FAMILY,
    LawResult::FAMILY,
    Gone::FAMILY,
    LimitationStatus::FAMILY,
    Concurrent::FAMILY,
    Fines::FAMILY,
    TogetherCode::FAMILY,
    CaseCode::FAMILY,
    Duty::FAMILY,
    ProcedureCode::FAMILY,
    RestDay::FAMILY,
    FindingCode::FAMILY,
    LicenceProcedure::FAMILY,
    DecisionKind::FAMILY,
    DecisionOpen::FAMILY,
    By::FAMILY,
    Binding::FAMILY,
    RestsOn::FAMILY,
    Grouping::FAMILY,
    Check::FAMILY,
    ConditionStatus::FAMILY,
    DocumentForm::FAMILY,
    DocumentStatus::FAMILY,
    StepKind::FAMILY,
    Before::FAMILY,
    StepStatus::FAMILY,
    DeadlineStatus::FAMILY,
    Silence::FAMILY,
    RenewalStatus::FAMILY,
    TermKind::FAMILY,
    BanEnd::FAMILY,
    OrderKind::FAMILY,
    First::FAMILY,
    LicenceReviewCode::FAMILY,
    ApplicantsReviewCode::FAMILY,
    Stage::FAMILY,
    Severity::FAMILY,
    Code::FAMILY,
    FactCode::FAMILY,
    LinkCode::FAMILY,
    EvaluationCode::FAMILY,
    HostCode::FAMILY,
];

#[cfg(test)]
mod tests;
