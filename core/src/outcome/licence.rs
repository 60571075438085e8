//! What the evaluation of a licence finds: which decisions are possible, and how everything it rests on stands.

use std::sync::Arc;

use super::{Amount, Rest, Trace};
use crate::expr::FactId;
use crate::ruleset::{Binding, Silence, words};
use crate::value::{Date, LengthUnit, Truth};

/// The result of evaluating one licence.
#[derive(Clone, Debug, PartialEq)]
pub struct LicenceOutcome {
    /// The decisions still possible, in the order of the law; one = the decision.
    pub possible: Vec<Decision>,
    /// False while a fact that matters to the decision is missing.
    pub determined: bool,
    /// The rows of the authority still possible.
    pub authority: Vec<usize>,
    /// Whether the authority accepted the application; false where no fact says so.
    pub accepted: Truth,
    /// Whether each exemption holds.
    pub exempt: Vec<Truth>,
    /// How each condition stands.
    pub conditions: Vec<ConditionOutcome>,
    /// Whether each bar holds.
    pub bars: Vec<Truth>,
    /// How each document stands.
    pub documents: Vec<DocumentStatus>,
    /// How each step before the decision stands.
    pub steps: Vec<StepStatus>,
    /// Whether each route is taken.
    pub routes: Vec<Truth>,
    /// Whether each route is asked for by one whom it excludes.
    pub excluded: Vec<Truth>,
    /// The time limits.
    pub deadlines: Vec<DeadlineOutcome>,
    /// The terms of the licence.
    pub terms: Vec<TermOutcome>,
    /// Whether the renewal is in time.
    pub renewal: Option<RenewalOutcome>,
    /// Whether the number of licences is exhausted before the applicant's turn.
    pub exhausted: Option<Truth>,
    /// Whether each ground holds.
    pub grounds: Vec<Truth>,
    /// Who may not apply again.
    pub bans: Vec<BanOutcome>,
    /// Where a person must look, decide or give reasons.
    pub review_points: Vec<LicenceReview>,
    /// Facts that still matter to the decision, best next question first.
    pub needed: Vec<FactId>,
    /// Facts that were given.
    pub used: Vec<FactId>,
    /// Missing facts that are proved not to matter to anything in the outcome.
    pub irrelevant: Vec<FactId>,
    /// What was computed, in order, and the truth of every condition.
    pub trace: Trace,
}

/// A decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub kind: DecisionKind,
    /// By the authority, or by its silence.
    pub by: By,
    /// Whether it must or may be taken.
    pub force: Binding,
}

words! {
    /// What is decided about a licence.
    DecisionKind {
        /// 不需要取得行政许可; of a change or a renewal: that procedure does not apply.
        NotRequired = "not_required",
        /// 不予受理: not the competent authority.
        NotAccepted = "not_accepted",
        /// 补正: everything missing, told once.
        Supplement = "supplement",
        /// A step before the decision is missing (听证 …): there may be none yet.
        Pending = "pending",
        /// 不予许可
        Refuse = "refuse",
        /// 准予许可
        Grant = "grant",
        /// 撤销
        Revoke = "revoke",
        /// 撤回
        Withdraw = "withdraw",
        /// 注销
        Cancel = "cancel",
        /// The licence stays as it is.
        Keep = "keep",
    }
}

words! {
    /// How a decision comes about.
    By {
        /// The authority decides.
        Decision = "decision",
        /// The time has run out, and the law deems it decided.
        Silence = "silence",
    }
}

/// How a condition stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionOutcome {
    /// The status.
    pub status: ConditionStatus,
    /// Those inside, of a group.
    pub of: Vec<ConditionOutcome>,
}

words! {
    /// How a condition stands.
    ConditionStatus {
        /// It is met.
        Satisfied = "satisfied",
        /// It is not met.
        Failed = "failed",
        /// It is not known yet.
        Unknown = "unknown",
        /// A route does without it.
        Waived = "waived",
        /// It is not asked of this applicant.
        NotApplicable = "not_applicable",
    }
}

words! {
    /// How a document stands.
    DocumentStatus {
        /// It was submitted.
        Given = "given",
        /// It must still be submitted.
        Missing = "missing",
        /// It is not known yet.
        Unknown = "unknown",
        /// The authority obtains it by sharing data: not to be asked for.
        Shared = "shared",
        /// A route does without it.
        Waived = "waived",
        /// It is not asked of this applicant.
        NotNeeded = "not_needed",
    }
}

words! {
    /// How a step stands.
    StepStatus {
        /// It was done.
        Done = "done",
        /// It must still be done.
        Missing = "missing",
        /// It is not known yet.
        Unknown = "unknown",
        /// A route does without it.
        Waived = "waived",
        /// It is not needed here.
        NotNeeded = "not_needed",
    }
}

/// A time limit.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineOutcome {
    /// Whether it exists for these facts.
    pub exists: Truth,
    /// The day it is counted from.
    pub from: Option<Date>,
    /// What was counted: the length, the extension, the time not counted, each with its unit.
    pub counted: Vec<(i64, LengthUnit)>,
    /// The last day.
    pub due: Option<Date>,
    /// Whether that is a day of rest, and what becomes of it.
    pub rest: Rest,
    /// The last day by the authority's promise.
    pub promised: Option<Date>,
    /// Whether it was done; unknown where nobody asks.
    pub done: Truth,
    /// How it stands.
    pub status: DeadlineStatus,
}

words! {
    /// How a time limit stands.
    DeadlineStatus {
        /// Done in time.
        Met = "met",
        /// Done too late.
        Late = "late",
        /// Not done, and the time is running.
        Running = "running",
        /// Not done, and the time has run out.
        Elapsed = "elapsed",
        /// Not known yet, or not asked.
        Open = "open",
    }
}

impl DeadlineStatus {
    /// Of what was done, if it is known whether in time.
    pub(crate) fn done(in_time: Option<bool>) -> Self {
        match in_time {
            Some(true) => Self::Met,
            Some(false) => Self::Late,
            None => Self::Open,
        }
    }
}

/// A term of the licence.
#[derive(Clone, Debug, PartialEq)]
pub struct TermOutcome {
    /// The rows still possible.
    pub rows: Vec<usize>,
    /// What the law allows; none = no row holds.
    pub amount: Option<Amount>,
    /// Whether no row holds: then nothing is laid down.
    pub none: Truth,
    /// Whether the row that holds leaves a choice, and is no single number.
    pub wide: Option<Truth>,
    /// Whether the guiding point lies outside the range: then it is none.
    pub outside: Option<Truth>,
}

/// Whether a renewal is in time.
#[derive(Clone, Debug, PartialEq)]
pub struct RenewalOutcome {
    /// The first day to apply.
    pub opens: Option<Date>,
    /// The last day to apply.
    pub closes: Option<Date>,
    /// The last day by the general rule that yields.
    pub general: Option<Date>,
    /// How it stands.
    pub status: RenewalStatus,
    /// What the last day to apply meets, where that leaves open whether it is late.
    pub rest: Rest,
    /// Whether it was decided; unknown where nobody asks.
    pub decided: Truth,
    /// Whether the licence ran out without a decision.
    pub undecided: Truth,
}

words! {
    /// Whether a renewal was asked for in time.
    RenewalStatus {
        /// In time.
        Timely = "timely",
        /// Before the window opens.
        Early = "early",
        /// After the window closed.
        Late = "late",
        /// After a last day that is a day of rest, or may be one: the law does not say whether that is late.
        Open = "open",
        /// Not known yet.
        Unknown = "unknown",
    }
}

/// Someone may not apply again.
#[derive(Clone, Debug, PartialEq)]
pub struct BanOutcome {
    /// Whether it is there.
    pub holds: Truth,
    /// From which day.
    pub from: Option<Date>,
    /// The last day; none = for good, or not known.
    pub until: Option<Date>,
}

words! {
    /// Why a person must look.
    LicenceReviewCode {
        /// An open term of the law: its finding needs reasons.
        Finding = "finding",
        /// The law leaves a choice of length or quantity.
        Discretion = "discretion",
        /// The law allows the decision and does not require it.
        May = "may",
        /// What is not met may be remedied before the decision.
        Curable = "curable",
        /// A step that the law requires was not done.
        StepMissing = "step-missing",
        /// The application was accepted although documents are missing.
        AcceptedIncomplete = "accepted-incomplete",
        /// The renewal was asked for too late: silence does not renew.
        LateRenewal = "late-renewal",
        /// The renewal was asked for before the window opens.
        EarlyRenewal = "early-renewal",
        /// The time promised is longer than the statutory one.
        PromiseTooLong = "promise-too-long",
        /// A time limit was missed.
        DeadlineMissed = "deadline-missed",
        /// The last day is a day of rest, and nothing cited says what follows.
        RestDay = "rest-day",
        /// Whether the last day is a day of rest is not known: the calendar ends before it, or there is none.
        CalendarUnknown = "calendar-unknown",
        /// Without `as_of` it cannot be said whether the time has run out.
        AsOfMissing = "as-of-missing",
        /// The applicant is excluded from the route taken.
        RouteExcluded = "route-excluded",
        /// Two routes are taken at once.
        RoutesOverlap = "routes-overlap",
        /// No authority is competent for these facts.
        NoAuthority = "no-authority",
        /// No row of a term holds for these facts: nothing says how long, how much or for what fee.
        NoValue = "no-value",
        /// A guiding point lies outside its range, and was left out.
        DefaultOutside = "default-outside",
        /// A fact cannot be ascertained.
        Unascertainable = "unascertainable",
        /// A part of the text that was used is not verified.
        Unverified = "unverified",
    }
}

/// Where a person must look.
#[derive(Clone, Debug, PartialEq)]
pub struct LicenceReview {
    /// Why.
    pub code: LicenceReviewCode,
    /// What it is about: the name of a condition, a document, a fact …
    pub rule: Arc<str>,
    /// False when only some completions of the facts have it.
    pub certain: bool,
    /// What the text says beside it.
    pub note: Option<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl LicenceOutcome {
    /// The decision, when only one is possible.
    pub fn decision(&self) -> Option<Decision> {
        match self.possible.as_slice() {
            [decision] => Some(*decision),
            _ => None,
        }
    }

    /// What follows here by law when a time limit with this silence runs out: what the authority has accepted is not
    /// deemed accepted (行政许可法 第三十二条).
    pub fn follows(&self, silence: Silence) -> Silence {
        match silence {
            Silence::DeemedAccepted if self.accepted == Truth::True => Silence::Nothing,
            other => other,
        }
    }
}
