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
mod verdict;
mod review;
mod law;
mod limitation;
mod case;
mod procedure;
mod period;
mod finding;
mod beside;
mod explanation;
mod request;
mod ruleset;
mod reference;
mod licence;
mod licence_terms;
mod licence_review;
mod error;
mod diagnostic;

pub use benchmark::{Hit, PartOf};
pub use beside::{Approver, BesideCode, DepartureLack, OrganLevel};
pub use case::{CaseCode, Concurrent, Fines, TogetherCode, WinnerKind};
pub use circumstance::{Direction, Force, Need};
pub use diagnostic::Code;
pub use error::{EvaluationCode, FactCode, HostCode, LinkCode, Severity, Stage};
pub use explanation::{LevelHow, NoteKind, Section, StepWord, TruthWord};
pub use finding::{FindingAbout, FindingCode, ReviewResult, Stands, WayCourse};
pub use law::{Apply, At, Gone, LawComparison, LawResult, Provided, Rank, Why};
pub use licence::{
    Before, Binding, By, Check, ConditionStatus, DecisionKind, DecisionOpen, DocumentForm, DocumentStatus, Grouping,
    LicenceProcedure, RestsOn, StepKind, StepStatus,
};
pub use licence_review::{ApplicantsReviewCode, LicenceReviewCode};
pub use licence_terms::{BanEnd, DeadlineStatus, First, OrderKind, RenewalStatus, Silence, TermKind};
pub use limitation::LimitationStatus;
pub use period::RestDay;
pub use procedure::{Binds, ChosenBy, Counted, Duty, Filled, IntendedDecision, Prevails, ProcedureCode, StepBinding};
pub use reference::{reference, section};
pub use request::{Action, AnswerKind, Form, Lang, Markup, Side};
pub use review::ReviewCode;
pub use ruleset::{FactType, Status};
pub use sanction::{AmountMeasure, Bears, SanctionKind, SanctionMode, Target};
pub use verdict::{AmountKind, AmountLimit, Incomputable, Pick, VerdictKind};
pub use word::{Family, Said, Vocabulary, Word};

/// Every family, in the order of the reference pages.
pub const FAMILIES: &[&Family] = &[
    Action::FAMILY,
    AnswerKind::FAMILY,
    Lang::FAMILY,
    Form::FAMILY,
    Markup::FAMILY,
    Status::FAMILY,
    FactType::FAMILY,
    SanctionKind::FAMILY,
    SanctionMode::FAMILY,
    AmountMeasure::FAMILY,
    Target::FAMILY,
    VerdictKind::FAMILY,
    AmountKind::FAMILY,
    Incomputable::FAMILY,
    AmountLimit::FAMILY,
    Pick::FAMILY,
    Hit::FAMILY,
    PartOf::FAMILY,
    Direction::FAMILY,
    Force::FAMILY,
    Need::FAMILY,
    ReviewCode::FAMILY,
    Rank::FAMILY,
    Why::FAMILY,
    At::FAMILY,
    Apply::FAMILY,
    Provided::FAMILY,
    LawComparison::FAMILY,
    LawResult::FAMILY,
    Gone::FAMILY,
    LimitationStatus::FAMILY,
    Concurrent::FAMILY,
    Fines::FAMILY,
    WinnerKind::FAMILY,
    TogetherCode::FAMILY,
    CaseCode::FAMILY,
    Duty::FAMILY,
    ProcedureCode::FAMILY,
    ChosenBy::FAMILY,
    Prevails::FAMILY,
    Counted::FAMILY,
    Filled::FAMILY,
    IntendedDecision::FAMILY,
    RestDay::FAMILY,
    FindingCode::FAMILY,
    FindingAbout::FAMILY,
    Stands::FAMILY,
    TruthWord::FAMILY,
    StepWord::FAMILY,
    LevelHow::FAMILY,
    NoteKind::FAMILY,
    Section::FAMILY,
    Side::FAMILY,
    ReviewResult::FAMILY,
    WayCourse::FAMILY,
    BesideCode::FAMILY,
    OrganLevel::FAMILY,
    Approver::FAMILY,
    DepartureLack::FAMILY,
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
