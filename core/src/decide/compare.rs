//! The comparison itself: each part of a proposal against each possibility the outcome leaves, then all together.

use super::elsewhere::Elsewhere;
use super::evaluated::Evaluated;
use super::finding::{Finding, Proposal, Proposed, Reason, Subject};
use super::payable;
use super::settled::OpenFacts;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Measure, Outcome, Possibility, Rule, SanctionOutcome, Verdict, Way};
use crate::ruleset::{Choice, ChoiceId};
use crate::value::{Bound, Rational};
use crate::vocabulary::{FindingCode, Need, Pick, ReviewCode, Target};

/// How a proposal stands against one result: what was found of each part, and the possibilities that the whole fits.
pub(super) struct Compared {
    pub(super) findings: Vec<Finding>,
    pub(super) fits: Vec<Way>,
}

/// Holds a proposal against one result of a program: the outcome of the table, or what a circumstance makes of it.
///
/// What lies outside the benchmark but inside the statute is a deviation that needs reasons, not an error. A part that
/// fits some possibilities of the outcome and not others is undetermined; one that fits none deviates, measured
/// against the possibility that it leaves least. `elsewhere` has what is not to be found missing: it makes no
/// possibility impossible.
///
/// # Errors
/// `Overflow` if a difference cannot be computed exactly.
pub(super) fn compare(
    of: &Evaluated,
    outcome: &Outcome,
    proposal: &Proposal,
    elsewhere: &Elsewhere<'_>,
) -> Result<Compared, EvalError> {
    let program = &*of.program;
    let open = OpenFacts::new(program, &of.facts, outcome);
    let asked = !of.needed().is_empty();
    let case = Comparing { program, outcome, asked, open, worlds: worlds(outcome) };
    let mut checks = match proposal {
        Proposal::NoPenalty => vec![case.no_penalty()?],
        Proposal::Sanctions(proposed) => case.sanctions(proposed)?,
    };
    checks.retain(|check| !(elsewhere.left_out)(&check.finding));
    let mut fits: Vec<Way> = Vec::new();
    let mut possible = false;
    for (world, number) in case.worlds.iter().zip(0usize..) {
        if checks.iter().all(|c| !matches!(c.fits.get(number), Some(Fit::Off(_)))) {
            possible = true;
            fits.extend(*world);
        }
    }
    let mut findings: Vec<Finding> = checks.into_iter().map(|c| c.finding).gather();
    if !possible && findings.iter().all(|f| !f.code.is_deviation()) {
        findings.push(Finding::new(None, Subject::Whole, FindingCode::NotAllowed, Reason::Apart));
    }
    Ok(Compared { findings, fits })
}

/// The possibilities of the outcome; none = no sanction at all.
pub(super) fn worlds(outcome: &Outcome) -> Vec<Option<Way>> {
    let possible = outcome.targets.iter().flat_map(|t| &t.sanctions).flat_map(|s| &s.possible);
    let mut worlds: Vec<Option<Way>> = possible.map(|p| Some(p.way)).gather();
    worlds.sort_unstable();
    worlds.dedup();
    if worlds.is_empty() || !outcome.verdict_certain {
        worlds.push(None);
    }
    worlds
}

struct Comparing<'a> {
    program: &'a Program,
    outcome: &'a Outcome,
    /// Whether a fact is still asked for.
    asked: bool,
    open: OpenFacts<'a>,
    worlds: Vec<Option<Way>>,
}

/// How one part of a proposal stands in one possibility.
#[derive(Clone, Debug)]
enum Fit {
    Inside,
    Open(Reason),
    Off(Box<Off>),
}

/// How a possibility is left.
#[derive(Clone, Debug)]
struct Off {
    code: FindingCode,
    reason: Reason,
    by: Option<Rational>,
    share: Option<Rational>,
    allowed: Option<Measure>,
    statutory: Option<Measure>,
}

impl Off {
    fn new(code: FindingCode, reason: Reason) -> Box<Self> {
        Box::new(Self { code, reason, by: None, share: None, allowed: None, statutory: None })
    }

    /// The least first: what a benchmark can be left by, then the statute, then a sanction that is not there at all.
    fn rank(&self) -> (u8, Rational) {
        let grave = match self.code {
            FindingCode::BelowBenchmark | FindingCode::AboveBenchmark => 0,
            FindingCode::BelowStatute => 1,
            FindingCode::AboveStatute => 2,
            _ => 3,
        };
        (grave, self.by.unwrap_or(Rational::ZERO))
    }
}

/// A finding with how it stands in each possibility.
struct Check {
    finding: Finding,
    fits: Vec<Fit>,
}

/// Whether a sanction is there in a possibility.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    No,
    Perhaps,
    Surely,
}

impl<'a> Comparing<'a> {
    fn sanctions(&self, proposed: &[Proposed]) -> Result<Vec<Check>, EvalError> {
        let mut checks = Vec::new();
        for target in [Target::Unit, Target::Individual, Target::Responsible] {
            let own: Vec<&Proposed> = proposed.iter().filter(|p| p.target == target).gather();
            for one in &own {
                checks.push(self.proposed(one)?);
            }
            checks.extend(self.missing(target, &own));
            checks.extend(self.choices(target, &own));
        }
        Ok(checks)
    }

    fn sanction(&self, target: Target, id: &str) -> Option<&'a SanctionOutcome> {
        self.outcome.sanction(target, id)
    }

    fn there(&self, sanction: &SanctionOutcome, world: Option<Way>) -> There {
        let Some(way) = world.filter(|w| sanction.possible.iter().any(|p| p.way == *w)) else { return There::No };
        // That it is not certain may be the doing of the other possibilities alone.
        let elsewhere = self.worlds.iter().any(|w| w.is_none_or(|w| sanction.possible.iter().all(|p| p.way != w)));
        if sanction.certain || (elsewhere && self.open.exists(&sanction.instances, way)) {
            There::Surely
        } else {
            There::Perhaps
        }
    }

    /// Whether there may be nothing to compare with: a missing fact may be a base of 0, or fit no row.
    fn may_lack_value(&self, sanction: &SanctionOutcome) -> bool {
        let of = |rule: &Rule| matches!(rule, Rule::Sanction(instance) if sanction.instances.contains(instance));
        self.outcome.review_points.iter().any(|p| p.code == ReviewCode::NoValue && of(&p.rule))
    }

    /// One sanction of the proposal.
    fn proposed(&self, proposed: &Proposed) -> Result<Check, EvalError> {
        let Some(sanction) = self.sanction(proposed.target, &proposed.id) else { return Ok(self.absent(proposed)) };
        let mut fits = Vec::with_capacity(self.worlds.len());
        for world in &self.worlds {
            let possible = world.and_then(|way| sanction.in_way(way));
            fits.push(match (possible, self.there(sanction, *world)) {
                (Some(possible), there) => match self.place(sanction, &possible, proposed.amount)? {
                    Fit::Inside if there == There::Perhaps => Fit::Open(Reason::FactsMissing),
                    Fit::Off(_) if self.may_lack_value(sanction) => Fit::Open(Reason::Incomputable),
                    other => other,
                },
                (None, _) => Fit::Off(Off::new(FindingCode::NotAllowed, Reason::NotHere)),
            });
        }
        let subject = Subject::Sanction(proposed.id.clone(), sanction.instances.first().copied());
        let mut check = self.check(Some(proposed.target), subject, fits);
        check.finding.proposed = Some(proposed.clone());
        if check.finding.allowed.is_none() {
            (check.finding.allowed, check.finding.statutory) = (sanction.amount, sanction.statutory);
        }
        let computed = sanction.amount.as_ref().and_then(Measure::hull);
        let apart = proposed.amount.zip(computed).is_some_and(|(amount, range)| !range.contains(amount));
        if apart && check.finding.code == FindingCode::Inside {
            check.finding.reason = Reason::ToTheFen;
        }
        Ok(check)
    }

    /// A sanction that the outcome does not have for this target: an order, or not allowed.
    fn absent(&self, proposed: &Proposed) -> Check {
        let Proposed { target, id, .. } = proposed;
        let order = self.program.clause.orders.id_where(|o| o.id == *id);
        let (subject, fit) = match order.and_then(|order| self.outcome.orders.iter().find(|o| o.order == order)) {
            Some(order) if order.certain => (Subject::Order(order.order), Fit::Inside),
            Some(order) => (Subject::Order(order.order), Fit::Open(Reason::FactsMissing)),
            None => {
                let others = [Target::Unit, Target::Individual, Target::Responsible];
                let elsewhere = others.into_iter().find(|t| t != target && self.sanction(*t, id).is_some());
                let instance = self.program.clause.sanctions.id_where(|s| s.id == *id);
                let reason = match (elsewhere, self.outcome.verdict) {
                    (_, Verdict::NoPenalty(_) | Verdict::NotEstablished | Verdict::TimeBarred) => Reason::NoPenalty,
                    (Some(other), _) => Reason::Elsewhere(other),
                    (None, _) if instance.is_some() => Reason::NotHere,
                    (None, _) => Reason::NotInClause,
                };
                let subject = Subject::Sanction(id.clone(), instance);
                (subject, Fit::Off(Off::new(FindingCode::NotAllowed, reason)))
            }
        };
        let mut check = self.check(Some(*target), subject, vec![fit; self.worlds.len()]);
        check.finding.proposed = Some(proposed.clone());
        check
    }

    /// Where an amount lies against one possibility.
    fn place(
        &self,
        sanction: &SanctionOutcome,
        possible: &Possibility,
        amount: Option<Rational>,
    ) -> Result<Fit, EvalError> {
        let range = match (&possible.amount, amount) {
            (None, _) => return Ok(Fit::Inside),
            (Some(Measure::Incomputable(_)), _) => return Ok(Fit::Open(Reason::Incomputable)),
            // 没收违法所得 leaves no room: whoever imposes it imposes all of it.
            (Some(Measure::Range(range)), None) if range.as_point().is_some() => return Ok(Fit::Inside),
            (Some(Measure::Range(_)), None) => return Ok(Fit::Open(Reason::NoAmount)),
            (Some(Measure::Range(range)), Some(_)) => range,
        };
        let amount = amount.unwrap_or(Rational::ZERO);
        let whole = range.hull();
        let statute = possible.statutory.as_ref().and_then(Measure::hull);
        let exact = range.is_known() && self.open.settled(&sanction.instances, possible.way);
        if payable::holds(self.program, sanction, (whole, statute), exact, amount) {
            return Ok(if exact { Fit::Inside } else { Fit::Open(Reason::FactsMissing) });
        }
        let below = lies_below(amount, whole.lo());
        let beyond = statute.filter(|s| if below { lies_below(amount, s.lo()) } else { lies_above(amount, s.hi()) });
        let code = match (below, beyond.is_some()) {
            (true, false) => FindingCode::BelowBenchmark,
            (true, true) => FindingCode::BelowStatute,
            (false, false) => FindingCode::AboveBenchmark,
            (false, true) => FindingCode::AboveStatute,
        };
        let left = beyond.unwrap_or(whole);
        let end = if below { left.lo() } else { left.hi() }.value().unwrap_or(amount);
        let by = amount.sub(end)?.abs();
        Ok(Fit::Off(Box::new(Off {
            code,
            reason: Reason::Compared,
            by: Some(by),
            share: if end.is_zero() { None } else { Some(by.div(end.abs())?) },
            allowed: possible.amount,
            statutory: possible.statutory,
        })))
    }

    /// The choices of the law that hold in a possibility.
    fn choices_in(&self, target: Target, world: Option<Way>) -> impl Iterator<Item = (ChoiceId, &'a Choice)> {
        let there = self.outcome.targets.iter().find(|t| t.target == target);
        let choices = there.into_iter().flat_map(|t| &t.choices);
        let choices = choices.filter_map(|c| self.program.clause.choices.get(*c).map(|choice| (*c, choice)));
        choices.filter(move |(_, c)| world.is_some_and(|w| c.branch.is_none() || c.branch == w.branch))
    }

    /// Sanctions that must be imposed and are not; what the law leaves to a choice is looked at there.
    fn missing(&self, target: Target, own: &[&Proposed]) -> Vec<Check> {
        let mut checks = Vec::new();
        let sanctions = self.outcome.targets.iter().filter(|t| t.target == target).flat_map(|t| &t.sanctions);
        for sanction in sanctions.filter(|s| s.must && !own.iter().any(|p| p.id == s.id)) {
            let chosen =
                |world| self.choices_in(target, world).any(|(_, c)| c.of.iter().flatten().any(|id| *id == sanction.id));
            let fit = |world: &Option<Way>| match self.there(sanction, *world) {
                _ if chosen(*world) => Fit::Inside,
                There::No => Fit::Inside,
                There::Perhaps => Fit::Open(Reason::FactsMissing),
                There::Surely => {
                    let possible = world.and_then(|way| sanction.in_way(way));
                    match possible.and_then(|p| p.amount) {
                        Some(Measure::Incomputable(_)) => Fit::Open(Reason::Incomputable),
                        Some(_) if self.may_lack_value(sanction) => Fit::Open(Reason::Incomputable),
                        _ => Fit::Off(Off::new(FindingCode::Missing, Reason::Omitted)),
                    }
                }
            };
            let fits: Vec<Fit> = self.worlds.iter().map(fit).gather();
            let subject = Subject::Sanction(sanction.id.clone(), sanction.instances.first().copied());
            let mut check = self.check(Some(target), subject, fits);
            if self.is_anothers(sanction, own) {
                check = match check.finding.code {
                    FindingCode::Missing => self.referral(check),
                    // While it may be due, that it is not imposed here makes nothing impossible either.
                    _ => Check { fits: vec![Fit::Inside; self.worlds.len()], ..check },
                };
            }
            if check.finding.code != FindingCode::Inside {
                (check.finding.allowed, check.finding.statutory) = (sanction.amount, sanction.statutory);
                checks.push(check);
            }
        }
        checks
    }

    /// Whether a sanction is imposed by another authority than everything that is imposed here.
    ///
    /// # Basis
    /// 行政处罚法 第十七条, 第二十三条: who may impose a penalty is laid down; the clause that has the sanction names it.
    fn is_anothers(&self, sanction: &SanctionOutcome, own: &[&Proposed]) -> bool {
        let mut imposed = own.iter().filter_map(|p| self.sanction(p.target, &p.id)).peekable();
        !sanction.authority.is_empty() && imposed.peek().is_some() && imposed.all(|s| s.authority != sanction.authority)
    }

    /// What is not imposed here because another authority imposes it.
    fn referral(&self, check: Check) -> Check {
        let mut finding = check.finding;
        (finding.code, finding.reason) = (FindingCode::Referral, Reason::OtherAuthority);
        finding.needs = Vec::new();
        Check { finding, fits: vec![Fit::Inside; self.worlds.len()] }
    }

    /// Choices of the law that the proposal violates.
    fn choices(&self, target: Target, own: &[&Proposed]) -> Vec<Check> {
        let there = self.outcome.targets.iter().find(|t| t.target == target);
        let mut checks = Vec::new();
        for number in there.into_iter().flat_map(|t| &t.choices) {
            let Some(choice) = self.program.clause.choices.get(*number) else { continue };
            let fit = |world: &Option<Way>| {
                if self.choices_in(target, *world).any(|(n, _)| n == *number) {
                    self.chosen(target, choice, *world, own)
                } else {
                    Fit::Inside
                }
            };
            let check = self.check(Some(target), Subject::Choice(*number), self.worlds.iter().map(fit).gather());
            if check.finding.code != FindingCode::Inside {
                checks.push(check);
            }
        }
        checks
    }

    /// One choice in one possibility: of one, exactly one whole group; of one or more, whole groups.
    fn chosen(&self, target: Target, choice: &Choice, world: Option<Way>, own: &[&Proposed]) -> Fit {
        let there = |id: &str| self.sanction(target, id).map_or(There::No, |s| self.there(s, world));
        let taken = |id: &str| own.iter().any(|p| *p.id == *id);
        let must = |id: &str| self.sanction(target, id).is_some_and(|s| s.must);
        let groups: Vec<Vec<&str>> = choice
            .of
            .iter()
            .map(|group| group.iter().map(|id| &**id).filter(|id| there(id) != There::No).gather::<Vec<_>>())
            .filter(|group| !group.is_empty())
            .gather();
        let all: Vec<&str> = groups.iter().flatten().copied().filter(|id| taken(id)).gather();
        // A choice of which one group is left is no choice: that group stands as it is.
        if groups.is_empty() || (groups.len() < 2 && !all.is_empty()) {
            return Fit::Inside;
        }
        let whole: Vec<&Vec<&str>> =
            groups.iter().filter(|group| group.iter().all(|id| taken(id) || !must(id))).gather();
        let right = match choice.pick {
            Pick::One => whole.iter().any(|group| all.iter().all(|id| group.contains(id))),
            Pick::OneOrMore => !whole.is_empty() && all.iter().all(|id| whole.iter().any(|group| group.contains(id))),
        };
        let uncertain = groups.iter().flatten().any(|id| there(id) == There::Perhaps);
        let reason = if all.is_empty() { Reason::NoneChosen } else { Reason::WronglyChosen };
        match (right, uncertain) {
            (true, _) => Fit::Inside,
            (false, true) => Fit::Open(Reason::FactsMissing),
            (false, false) => Fit::Off(Off::new(FindingCode::Choice, reason)),
        }
    }

    /// 不予处罚: as the outcome has it, as it allows, or as it has no ground for.
    fn no_penalty(&self) -> Result<Check, EvalError> {
        let whole = |code, reason| Finding::new(None, Subject::Verdict, code, reason);
        let all = |fit: Fit| vec![fit; self.worlds.len()];
        if self.outcome.verdict != Verdict::Sanctioned {
            let finding = whole(FindingCode::Inside, Reason::NoPenalty);
            return Ok(Check { finding, fits: all(Fit::Inside) });
        }
        // To impose nothing is allowed where nothing must be imposed.
        let nothing = self.sanctions(&[])?;
        if nothing.is_empty() {
            return Ok(Check { finding: whole(FindingCode::Inside, Reason::Compared), fits: all(Fit::Inside) });
        }
        let fit = |number: usize| {
            let off = nothing.iter().any(|c| matches!(c.fits.get(number), Some(Fit::Off(_))));
            let open = nothing.iter().any(|c| matches!(c.fits.get(number), Some(Fit::Open(_))));
            match (off, open) {
                (true, _) => Fit::Off(Off::new(FindingCode::Missing, Reason::NoGround)),
                (false, true) => Fit::Open(Reason::FactsMissing),
                (false, false) => Fit::Inside,
            }
        };
        Ok(self.check(None, Subject::Verdict, (0..self.worlds.len()).map(fit).gather()))
    }

    /// What the possibilities together say.
    fn check(&self, target: Option<Target>, subject: Subject, fits: Vec<Fit>) -> Check {
        let off = fits.iter().filter_map(|f| if let Fit::Off(off) = f { Some(&**off) } else { None });
        let mut off: Vec<&Off> = off.gather();
        off.sort_by_key(|o| o.rank());
        let open = fits.iter().find_map(|f| if let Fit::Open(reason) = f { Some(*reason) } else { None });
        let mut found = match (off.first(), open) {
            (None, None) => Finding::new(target, subject, FindingCode::Inside, Reason::Compared),
            (Some(least), _) if off.len() == fits.len() => Finding {
                by: least.by,
                share: least.share,
                allowed: least.allowed,
                statutory: least.statutory,
                ..Finding::new(target, subject, least.code, least.reason)
            },
            (None, Some(reason)) => Finding::new(target, subject, FindingCode::Undetermined, reason),
            (Some(_), _) => {
                let reason = if self.asked { Reason::FactsMissing } else { Reason::LeftOpen };
                Finding::new(target, subject, FindingCode::Undetermined, reason)
            }
        };
        if found.code == FindingCode::Undetermined {
            let fitting = fits.iter().zip(&self.worlds).filter(|(fit, _)| !matches!(fit, Fit::Off(_)));
            found.fits = fitting.filter_map(|(_, world)| *world).gather();
        }
        found.needs = self.needs(&found);
        Check { finding: found, fits }
    }

    fn needs(&self, found: &Finding) -> Vec<Need> {
        match found.code {
            FindingCode::Inside if matches!(found.subject, Subject::Order(_)) => Vec::new(),
            FindingCode::Inside if self.asks_reasons() => vec![Need::Reasons],
            FindingCode::Undetermined if found.reason == Reason::LeftOpen => vec![Need::Reasons],
            FindingCode::BelowBenchmark | FindingCode::AboveBenchmark => vec![Need::Reasons],
            FindingCode::Missing if found.reason == Reason::NoGround => vec![Need::Exemption, Need::Reasons],
            FindingCode::BelowStatute | FindingCode::Missing => {
                vec![Need::Mitigation, Need::Reasons, Need::CollectiveDeliberation]
            }
            // Of a choice none: less than the statute asks for. Too much, as above the statute, nothing justifies.
            FindingCode::Choice if found.reason == Reason::NoneChosen => {
                vec![Need::Mitigation, Need::Reasons, Need::CollectiveDeliberation]
            }
            _ => Vec::new(),
        }
    }

    /// Whether the outcome itself asks for reasons, wherever in its range the decision lies.
    fn asks_reasons(&self) -> bool {
        let asks = |code| {
            use ReviewCode as C;
            let left =
                [C::NoTier, C::TiersOverlap, C::BranchesOverlap, C::BranchOpen, C::PositionsOverlap, C::MayExempt];
            left.contains(&code)
        };
        self.outcome.review_points.iter().any(|p| p.certain && asks(p.code))
    }
}

fn lies_below(amount: Rational, end: Bound) -> bool {
    match end {
        Bound::Inclusive(n) => amount < n,
        Bound::Exclusive(n) => amount <= n,
        Bound::Unbounded => false,
    }
}

fn lies_above(amount: Rational, end: Bound) -> bool {
    match end {
        Bound::Inclusive(n) => amount > n,
        Bound::Exclusive(n) => amount >= n,
        Bound::Unbounded => false,
    }
}
