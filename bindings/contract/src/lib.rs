//! The JSON contract of cailiang, version 1, as types.
//!
//! A [`Request`] goes in, an [`Answer`] comes out; [`ask`] asks a host or a session. Decimals are strings
//! ([`Decimal`]), days are text ([`Day`]); names and citations are Chinese, as in the texts; words are those of the
//! engine's vocabulary ([`Word`]). The JSON Schemas ([`SCHEMA`], [`REQUEST_SCHEMA`]) are generated from these types,
//! and from them the types of the npm package.
//!
//! The engine writes its answers by itself; tests hold every answer of the corpus equal to what these types read and
//! write again, so that neither can have a member that the other lacks.
//!
//! To read one part of an answer, read the [`Answer`] and take the part out of it.

mod scalar;
mod word;
mod words;
mod request;
mod answer;
mod amount;
mod penalty;
mod question;
mod explanation;
mod explained;
mod describe;
mod around;
mod version;
mod rests;
mod citation;
mod decision;
mod act;
mod procedure;
mod review;
mod beside;
mod licence;
mod licence_parts;
mod applicants;
mod error;
mod schema;
mod ask;

pub use act::{Act, ActDates, ActLaw, ActVersion, Between, CaseDay, Limitation, LimitationPeriod, Transition};
pub use amount::{Amount, End};
pub use answer::Answer;
pub use applicants::{Applicant, Applicants, OrderReview, Places, Quota};
pub use around::{Change, Nearest, Tiers};
pub use ask::{Answers, ask};
pub use beside::{Beside, BesideBasis, WhoDecides};
pub use citation::Citation;
pub use decision::{
    ActOption, ActOrder, Cap, CasePoint, CaseQuestion, Concurrence, ConcurrentFine, Decision, ExplanationLine, Right,
    Total, TotalPart, Winner,
};
pub use describe::{
    DescribedFact, DescribedLaw, DescribedLicence, DescribedOffence, DescribedRuleset, DescribedUnit, Description,
    Field, ValueType,
};
pub use error::{Detail, Diagnostics, Failure, Label, Place, SourcePlace};
pub use explained::{Explained, Line, LineCondition};
pub use explanation::{Condition, Edge, Explanation, Failed, Figure, Levels, NotApplied, Read, Step, Weight};
pub use licence::{
    Decided, DecidedLicence, Licence, LicenceDecision, LicenceGround, LicenceQuota, LicenceReview, OpenDecision,
};
pub use licence_parts::{
    Counting, LicenceBan, LicenceCondition, LicenceDeadline, LicenceDocument, LicenceRenewal, LicenceRoute, LicenceRow,
    LicenceStep, LicenceTerm, Until,
};
pub use penalty::{
    Allowed, AllowedWay, Because, Choice, Execution, ExecutionGround, Order, Penalty, PenaltyOption, Possibility,
    ReviewPoint, Sanction, TargetOutcome, Verdict, WayGround,
};
pub use procedure::{
    AddedTime, Deadline, Done, DutyGround, NotDue, ProcedureAnswer, ProcedureLaw, ProcedurePoint, ProcedureStep,
    Standard, StandardFigure, Sum, VersionFrom,
};
pub use question::{FactUsed, Question, Questions};
pub use request::{
    ActOfCase, ApplicantOfCase, Departure, DepartureOf, Facts, Imposed, ImposedAmount, NumberOrText, OrganOf,
    PersonOfAct, Planned, PlannedOf, PlannedRange, PlannedSum, Proposed, ProposedOf, ReceiptAsked, Request, RequestId,
    RulesetText,
};
pub use rests::{
    ActOfReceipt, CaseReceipt, Difference, Digest, Governing, LicenceReceipt, Note, OffenceReceipt, Receipt, Replay,
    RulesetDigest,
};
pub use review::{
    ActReview, BasisFor, CaseReview, Finding, FindingBasis, Justification, ProposedAmount, Review, Together, Way,
};
pub use scalar::{ContractVersion, Day, Decimal, Kind, Kinded};
pub use schema::{Keys, answer_schema, request_schema};
pub use version::{RulesetsVersion, Version};
pub use word::Word;
pub use words::{DifferenceKey, DifferenceOf, LengthUnit, OutcomeUnit, PlannedVerdict};

/// The version of the contract.
pub const CONTRACT: i64 = cailiang::answer::CONTRACT;
/// The JSON Schema of every answer, as published: open to keys that a later version adds.
pub const SCHEMA: &str = include_str!("../schema/answer.schema.json");
/// The JSON Schema of a request.
pub const REQUEST_SCHEMA: &str = include_str!("../schema/request.schema.json");
