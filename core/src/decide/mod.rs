//! Beyond one offence under one table: a whole case, its procedure, and a decision held against an outcome. Nothing is
//! decided.

mod dates;
mod range;
mod laws;
mod point;
mod completions;
mod lighter;
mod limitation;
mod time;
mod asked;
mod act;
mod part;
mod concurrence;
mod total;
mod execution;
mod evaluated;
mod share;
mod case;
mod rested;

mod circumstances;
mod finding;
mod payable;
mod justify;
mod settled;
mod allowed;
mod compare;
mod elsewhere;
mod moved;
mod benchmarked;
mod review;
mod review_case;
mod one_act;
mod together;
mod beside;
mod review_offence;
mod planned;
mod standing;
mod time_limit;
mod procedure;
mod procedures;

pub use act::{Act, Version};
pub use allowed::{Allowed, AllowedWay, Asked, Basis, Course, WaysTogether};
pub use asked::{ActCase, ActShare, Case, CaseError, Organ};
pub use beside::{
    BesideBasis, BesideDecision, BesideFinding, Departure, Notified, PowerFound, WhoDecides, hold_beside,
};
pub use case::{Decision, Right, decide, decide_alone, needed};
pub use circumstances::{Circumstances, FoundCircumstance, Opt, circumstances};
pub use concurrence::{Concurrence, FineOf, Winner};
pub(crate) use dates::no_day;
pub use dates::{Between, Dates, Day};
pub use evaluated::{Awaited, Evaluated, Judged, judged};
pub use execution::{Execution, ExecutionGround};
pub use finding::{Finding, Ground, Justification, Proposal, Proposed, Reason, Review, Subject};
pub use justify::justifications;
pub use laws::Laws;
pub use lighter::lighter;
pub use limitation::{Limitation, LimitationDispute, LimitationPeriod};
pub use part::Part;
pub use planned::{Decisions, Planned};
pub use point::CasePoint;
pub use procedure::{
    DutyOutcome, ProcedureGround, ProcedureOutcome, ProcedurePoint, Run, StandardOutcome, SumOutcome, VoiceOutcome,
    procedure,
};
pub use procedures::{Intended, PartyProcedure, Procedures, procedure_day};
pub use review_case::{CaseReview, review_case};
pub use review_offence::{OffenceReview, review_offence};
pub use time::Governs;
pub use time_limit::{Event, Limit};
pub use together::{ActReview, Together};
pub use total::{Capped, Total};
