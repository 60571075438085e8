//! Where a person must look, decide or give reasons in a case as a whole; what one offence has is in its outcome.

use std::sync::Arc;

use crate::ruleset::words;

words! {
    /// Why a person must look at a case.
    CaseCode {
        /// Neither of two laws is the lighter: each is heavier in something.
        LawIncomparable = "law-incomparable",
        /// A later text is known, and the day of the decision is not.
        LawMayChange = "law-may-change",
        /// The text is not in force on the day of the decision, and nothing loaded takes its place.
        LawGone = "law-gone",
        /// The later law does not punish the act, as far as the offence that takes the place of the old one goes.
        NoLongerUnlawful = "no-longer-unlawful",
        /// Several offences of the later law take the place of the old one.
        SeveralSuccessors = "several-successors",
        /// A later offence takes the place of one whose document is still in force.
        SucceededInForce = "succeeded-in-force",
        /// The law changed while the act went on.
        LawChangedDuringAct = "law-changed-during-act",
        /// Another text was in force between the act and the decision, and at neither.
        LawBetween = "law-between",
        /// The benchmark does not say what holds for acts before it.
        TransitionSilent = "transition-silent",
        /// A transition clause applies the heavier version.
        TransitionHeavier = "transition-heavier",
        /// The decision is older than the rule of the lighter law in 行政处罚法.
        LighterBefore2021 = "lighter-before-2021",
        /// The shorter period had run out before the longer one came into force.
        LimitationAlreadyOver = "limitation-already-over",
        /// The limitation of the two laws differs.
        LimitationLawsDiffer = "limitation-laws-differ",
        /// None of the laws of the case has a limitation that holds.
        NoLimitationRule = "no-limitation-rule",
        /// Whether the act is time-barred is open, and there is nothing left to ask.
        LimitationOpen = "limitation-open",
        /// The higher maximum and the higher computed fine belong to different provisions.
        FinesDisagree = "fines-disagree",
        /// The text forbids two fines for one act and does not say which is imposed, or no law of the case has a rule.
        NoHigherFineRule = "no-higher-fine-rule",
        /// One act has one kind of penalty under several provisions: it must not be imposed twice unseen.
        KindTwice = "kind-twice",
        /// Whether sums are capped depends on missing facts, or the cap is of the law of some of the acts only.
        CapOpen = "cap-open",
        /// A fact that the procedure reads differs between the acts of a party: what is said of the whole case counts.
        ProcedureFactsDiffer = "procedure-facts-differ",
        /// A row of a case table that was used is not verified.
        UnverifiedRow = "unverified-row",
    }
}

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
