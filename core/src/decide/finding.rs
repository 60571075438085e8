//! What a review is asked and what it finds, as data; words come from `render`, JSON from `answer`.

use std::sync::Arc;

use super::laws::Laws;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Measure, Way};
use crate::ruleset::{ChoiceId, CircumstanceId, Marks, OrderId, SanctionId};
use crate::value::Rational;
use crate::vocabulary::{Direction, FindingAbout, FindingCode, Need, Provided, ReviewResult, Stands, Target};

/// A decision, proposed or made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// 不予处罚
    NoPenalty,
    /// These sanctions; what is not among them is not imposed.
    Sanctions(Vec<Proposed>),
}

/// One sanction of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Whom it is for.
    pub target: Target,
    /// The id of the sanction, or of an order.
    pub id: Arc<str>,
    /// How much, in the unit of the sanction; none = imposed without a number.
    pub amount: Option<Rational>,
}

/// What a proposal is against an outcome.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// What was found: each sanction proposed, then what is missing, then choices of the law, target by target.
    pub findings: Vec<Finding>,
    /// The possibilities of the outcome that the proposal as a whole fits or may fit.
    pub fits: Vec<Way>,
    /// The way that it takes, or that it is nearest to where it takes none.
    pub way: Option<super::allowed::AllowedWay>,
    /// Whether a benchmark speaks of what is taken of it.
    pub benchmark: bool,
    /// Whether that way leaves no penalty, so that no range is there to lie in.
    pub spared: bool,
}

impl Review {
    /// Whether every part lies inside what the outcome allows.
    pub fn conforms(&self) -> bool {
        self.findings.iter().all(|f| matches!(f.code, FindingCode::Inside | FindingCode::Referral))
    }

    /// Whether some part deviates, whatever the facts that are still missing turn out to be.
    pub fn deviates(&self) -> bool {
        self.findings.iter().any(|f| f.code.is_deviation())
    }

    /// What it says of the decision as a whole.
    pub fn result(&self) -> ReviewResult {
        let open = self.findings.iter().any(|f| f.code == FindingCode::Undetermined);
        result(self.deviates(), open, self.conforms(), self.by_more_than_the_statute())
    }

    /// Whether it rests on more than the statutory range: a benchmark, or that there is no penalty, which lies in no
    /// range.
    pub(super) fn by_more_than_the_statute(&self) -> bool {
        self.benchmark || self.spared
    }
}

/// What is said of a decision of which something deviates, is open, or every part conforms; `more` = it is held against
/// more than the statutory range.
pub(super) fn result(deviates: bool, open: bool, conforms: bool, more: bool) -> ReviewResult {
    match (deviates, open, conforms) {
        (true, ..) => ReviewResult::Deviates,
        (_, true, _) => ReviewResult::Undetermined,
        (_, _, false) => ReviewResult::NotShown,
        _ if more => ReviewResult::Conforms,
        _ => ReviewResult::WithinStatute,
    }
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// For whom; none = the whole proposal.
    pub target: Option<Target>,
    /// What it is about.
    pub subject: Subject,
    /// Where it stands.
    pub code: FindingCode,
    /// Why.
    pub reason: Reason,
    /// What was proposed; none where nothing was.
    pub proposed: Option<Proposed>,
    /// What the outcome allows; of several possibilities the one that is left least.
    pub allowed: Option<Measure>,
    /// The statutory range that belongs to it.
    pub statutory: Option<Measure>,
    /// How far beyond the end that was left, of the benchmark or of the statute, as the code says; at an end that is
    /// itself out it is 0.
    pub by: Option<Rational>,
    /// The same as a share of that end, a ratio; none where the end is 0.
    pub share: Option<Rational>,
    /// Of an undetermined finding, the possibilities that this part fits or may fit.
    pub fits: Vec<Way>,
    /// What it needs, to stand.
    pub needs: Vec<Need>,
    /// The provisions that ask for it, where the texts of the case have them.
    pub grounds: Vec<Ground>,
    /// The circumstances that would justify it, where the general part was looked at.
    pub justified_by: Vec<Justification>,
    /// Of a duty that is missed: the circumstances that call for it.
    pub missed: Vec<CircumstanceId>,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Whether to punish at all.
    Verdict,
    /// A sanction by name, and which of the clause where the clause has it.
    Sanction(Arc<str>, Option<SanctionId>),
    /// A corrective order.
    Order(OrderId),
    /// A choice of the law.
    Choice(ChoiceId),
    /// The parts of the proposal taken together.
    Whole,
}

impl Subject {
    /// Its word.
    #[must_use]
    pub fn about(&self) -> FindingAbout {
        match self {
            Self::Verdict => FindingAbout::Verdict,
            Self::Sanction(..) => FindingAbout::Sanction,
            Self::Order(_) => FindingAbout::Order,
            Self::Choice(_) => FindingAbout::Choice,
            Self::Whole => FindingAbout::Whole,
        }
    }
}

impl FindingCode {
    /// Whether it leaves open whether the decision is lawful.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Undetermined | Self::NotShown)
    }

    /// Whether it says that the proposal is not what the outcome allows.
    pub fn is_deviation(self) -> bool {
        !matches!(self, Self::Inside | Self::Undetermined | Self::NotShown | Self::Referral)
    }
}

/// Why a finding is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The amount, or the kind alone, was compared.
    Compared,
    /// The amount is as computed but for less than one 分, which cannot be paid.
    ToTheFen,
    /// The outcome allows not to punish.
    MayWaive,
    /// There is no penalty: by the benchmark, or because there is no offence.
    NoPenalty,
    /// Nothing in this ruleset waives the penalty.
    NoGround,
    /// The clause does not have it at all.
    NotInClause,
    /// The clause has it, but not in this case: another branch, a condition that fails, left out by the benchmark.
    NotHere,
    /// The outcome has it for this target only.
    Elsewhere(Target),
    /// It must be imposed and is not.
    Omitted,
    /// None of the groups of a choice was taken.
    NoneChosen,
    /// More groups of a choice were taken than it allows, or a group was taken in part.
    WronglyChosen,
    /// The proposal states no amount.
    NoAmount,
    /// The outcome has no number (无法计罚).
    Incomputable,
    /// A fact that matters is missing.
    FactsMissing,
    /// The law or the benchmark leaves several possibilities open.
    LeftOpen,
    /// Each part fits some possibility, but no possibility has them all.
    Apart,
    /// 应当 stands against 应当: what the law calls for is to be weighed.
    Opposed,
    /// The laws that may govern do not say the same of it.
    LawsApart,
    /// It is imposed by another authority than what is decided here.
    OtherAuthority,
}

/// A provision that asks for a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What it asks for.
    pub need: Need,
    /// The citation.
    pub basis: Arc<str>,
    /// How far the citation carries.
    pub marks: Marks,
}

/// A circumstance that would justify a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Justification {
    /// Its position among the circumstances of the program.
    pub circumstance: CircumstanceId,
    /// Which way it takes the penalty.
    pub direction: Direction,
    /// Whether it holds in this case.
    pub stands: Stands,
    /// Whether the proposed amount lies in what the effect allows; none where no document says how far it goes.
    pub reaches: Option<bool>,
}

impl Finding {
    /// A finding without numbers.
    pub(super) fn new(target: Option<Target>, subject: Subject, code: FindingCode, reason: Reason) -> Self {
        Self {
            target,
            subject,
            code,
            reason,
            proposed: None,
            allowed: None,
            statutory: None,
            by: None,
            share: None,
            fits: Vec::new(),
            needs: Vec::new(),
            grounds: Vec::new(),
            justified_by: Vec::new(),
            missed: Vec::new(),
        }
    }

    /// Looks up the provision behind each need: procedure is that of the day of the decision, grounds are those of the
    /// law under which the act is judged. Plain reasons need none.
    pub(super) fn ground(&mut self, program: &Program, decided: Option<&Laws>) {
        let leaves_benchmark = matches!(self.code, FindingCode::BelowBenchmark | FindingCode::AboveBenchmark);
        let ground = |need: &Need| {
            let (wanted, procedural) = match need {
                Need::Reasons if leaves_benchmark => (Provided::Departure, true),
                Need::CollectiveDeliberation => (Provided::CollectiveDeliberation, true),
                Need::Mitigation => (Provided::Mitigation, false),
                Need::Exemption => (Provided::Exemption, false),
                // What comes with a circumstance has the basis of the circumstance.
                _ => return None,
            };
            let row = match decided.filter(|_| procedural) {
                Some(laws) => laws.provision(wanted),
                None => program.provision(wanted),
            }?;
            Some(Ground { need: *need, basis: row.basis.clone(), marks: row.marks.clone() })
        };
        self.grounds = self.needs.iter().filter_map(ground).gather();
    }
}
