//! A decision on a whole case held against it: each act under every law that may govern it, then all together, and the
//! procedure that what is decided calls for.

use super::allowed::Asked;
use super::beside::departure::leaves_benchmark;
use super::beside::found::BesideFinding;
use super::case::Decision;
use super::elsewhere::Elsewhere;
use super::finding::{Finding, Proposal, Reason, result};
use super::one_act::{as_one_penalty, fine, imposed_beside, of_one_act, once, perhaps_borne, shared, yields};
use super::planned::{Decisions, Planned, from_zero, targets_of};
use super::procedures::{Intended, Procedures};
use super::review::review;
use super::together::{ActReview, Together, sum};
use crate::expr::{EvalError, Num};
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::{Bound, Rational, Truth};
use crate::vocabulary::{FindingCode, Need, ReviewResult, SanctionKind, Target, TogetherCode};

/// What a decision on a whole case is against it.
#[derive(Debug)]
pub struct CaseReview {
    /// Each act under each law that may govern it.
    pub acts: Vec<ActReview>,
    /// What is found when the acts are taken together.
    pub together: Vec<Together>,
    /// What is found of what stands beside the decision: its notice, the organ that decides.
    pub beside: Vec<BesideFinding>,
    /// The acts whose departure from the benchmark is documented, by position.
    pub departed: Vec<usize>,
    /// The procedure for what is decided; none where no ruleset lays one down.
    pub procedures: Option<Procedures>,
}

impl CaseReview {
    /// Whether every part lies inside what the case allows, under every law that may govern.
    pub fn conforms(&self) -> bool {
        let together = self.together.iter().all(|t| !t.code.is_deviation());
        together && self.beside.iter().all(|b| !b.asks()) && self.acts.iter().all(|a| a.review.conforms())
    }

    /// Whether a benchmark speaks of what is decided on one of the acts.
    pub fn benchmark(&self) -> bool {
        self.acts.iter().any(|a| a.review.benchmark)
    }

    /// What it says of the decision as a whole: no more of several acts than of each.
    pub fn result(&self) -> ReviewResult {
        let findings = || self.acts.iter().flat_map(|a| &a.review.findings);
        // What deviates under one of the laws that may govern need not deviate.
        let apart = !self.deviates() && self.acts.iter().any(|a| self.off(a));
        let together = self.together.iter().any(|t| t.code.is_deviation() && !t.certain);
        let beside = self.beside.iter().any(BesideFinding::is_open);
        let open = apart || together || beside || findings().any(|f| f.code == FindingCode::Undetermined);
        let more = self.acts.iter().all(|a| a.review.by_more_than_the_statute());
        match result(self.deviates(), open, self.conforms(), more) {
            ReviewResult::Deviates => ReviewResult::Deviates,
            ReviewResult::Undetermined => ReviewResult::Undetermined,
            _ if self.departs() => ReviewResult::Departs,
            other => other,
        }
    }

    /// Whether an act deviates under a law, but for a documented departure from the benchmark.
    fn off(&self, of: &ActReview) -> bool {
        let covered = |f: &Finding| self.departed.contains(&of.act) && leaves_benchmark(&of.review, f);
        of.review.findings.iter().any(|f| f.code.is_deviation() && !covered(f))
    }

    /// Whether an act leaves the benchmark, with a departure that is documented.
    pub fn departs(&self) -> bool {
        self.departed.iter().any(|act| self.acts.iter().any(|a| a.act == *act && a.review.deviates()))
    }

    /// Whether some part deviates, whatever is still open turns out to be.
    pub fn deviates(&self) -> bool {
        let under_all = |act: usize| {
            let mut own = self.acts.iter().filter(|a| a.act == act).peekable();
            own.peek().is_some() && own.all(|a| self.off(a))
        };
        let beside = self.beside.iter().any(BesideFinding::is_deviation);
        let together = self.together.iter().any(|t| t.certain && t.code.is_deviation());
        beside || together || self.acts.iter().any(|a| under_all(a.act))
    }
}

/// Holds a decision on each act against the case; `proposals` are in the order of its acts.
///
/// # Errors
/// Overflow in a difference or a sum.
///
/// # Basis
/// 行政处罚法（2021年） 第二十九条: one act is fined once, by the higher provision; caps are rows of the laws.
pub fn review_case(decision: &Decision, proposals: &[Proposal]) -> Result<CaseReview, EvalError> {
    let shared = shared(decision);
    let together =
        [of_one_act(decision, proposals)?, once(decision, proposals, &shared)?, above_caps(decision, proposals)?]
            .concat();
    let mut acts = Vec::new();
    for ((act, proposal), number) in decision.acts.iter().zip(proposals).zip(0usize..) {
        for version in &act.governs.applies {
            let Some(found) = act.versions.get(*version) else { continue };
            let left_out = |finding: &Finding| yields(decision, proposals, &shared, number, finding);
            let imposed = imposed_beside(decision, proposals, number);
            let elsewhere = Elsewhere { left_out: &left_out, imposed };
            let mut review = review(&found.of, Asked::WholeCase, proposal, &elsewhere)?;
            for finding in &mut review.findings {
                if perhaps_borne(proposals, &shared, number, finding) {
                    (finding.code, finding.reason) = (FindingCode::Undetermined, Reason::LeftOpen);
                    finding.needs = vec![Need::Reasons];
                }
                finding.ground(&found.of.program, Some(act.decided_by()));
            }
            acts.push(ActReview { act: number, version: *version, review });
        }
    }
    as_one_penalty(decision, &mut acts);
    let procedures = match &decision.procedures {
        Some(found) => Some(procedure(decision, proposals, &acts, found)?),
        None => None,
    };
    Ok(CaseReview { acts, together, beside: Vec::new(), departed: Vec::new(), procedures })
}

fn above_caps(decision: &Decision, proposals: &[Proposal]) -> Result<Vec<Together>, EvalError> {
    let mut found = Vec::new();
    for total in &decision.totals {
        let Some(cap) = &total.cap else { continue };
        let amounts = total.parts.iter().filter_map(|p| fine(proposals, p.act, total.target, &p.sanction));
        let proposed = sum(amounts.map(|p| p.amount))?;
        let most = cap.at.hi().value();
        if let (Some(sum), Some(most)) = (proposed, most)
            && sum > most
        {
            found.push(Together {
                code: TogetherCode::AboveCap,
                acts: total.parts.iter().map(|p| p.act).gather(),
                party: total.party.clone(),
                target: total.target,
                kind: total.kind,
                proposed: Some(sum),
                most: Some(most),
                certain: cap.holds == Truth::True,
                basis: cap.basis.clone(),
            });
        }
    }
    Ok(found)
}

fn procedure(
    decision: &Decision,
    proposals: &[Proposal],
    reviews: &[ActReview],
    found: &Procedures,
) -> Result<Procedures, EvalError> {
    let mut parties = Vec::with_capacity(found.parties.len());
    for party in &found.parties {
        let own = |act: usize| decision.acts.get(act).is_some_and(|a| a.party == party.party);
        let acts: Vec<usize> = (0..decision.acts.len()).filter(|act| own(*act)).gather();
        let planned = planned(decision, proposals, reviews, &acts)?;
        parties.push(Intended { party: party.party.clone(), facts: party.facts.clone(), planned });
    }
    found.again(parties)
}

/// What is decided for each target of a party.
fn planned(
    decision: &Decision,
    proposals: &[Proposal],
    reviews: &[ActReview],
    acts: &[usize],
) -> Result<Vec<Planned>, EvalError> {
    let own: Vec<_> = acts.iter().filter_map(|a| decision.acts.get(*a)).gather();
    // Where nothing is decided for somebody for whom it could be, that is 不予处罚.
    let spared = Decisions { no_penalty: true, ..Decisions::default() };
    let spared = |target| Planned { decisions: spared, ..Planned::nothing(target) };
    let mut planned: Vec<Planned> = targets_of(&own).into_iter().map(spared).gather();
    let any = Num::of(from_zero(Bound::Unbounded));
    for act in acts {
        let Some(Proposal::Sanctions(sanctions)) = proposals.get(*act) else { continue };
        let Some(of) = decision.acts.get(*act).and_then(|a| a.governing().next()).map(|v| &v.of) else { continue };
        for proposed in sanctions {
            let Some(kind) = of.program.clause.sanctions.iter().find(|s| s.id == proposed.id).map(|s| s.kind) else {
                continue;
            };
            let position = planned.iter().position(|p| p.target == proposed.target).unwrap_or_else(|| {
                planned.push(Planned::nothing(proposed.target));
                planned.len().saturating_sub(1)
            });
            let Some(one) = planned.get_mut(position) else { continue };
            if proposed.amount == Some(Rational::ZERO) {
                continue;
            }
            one.decisions = Decisions { sanctioned: true, ..Decisions::default() };
            one.impose(kind, Truth::True);
            let allowed = of.outcome.sanction(proposed.target, &proposed.id).and_then(|s| s.amount);
            let value = match (proposed.amount, allowed) {
                (Some(amount), _) => Num::Point(amount),
                // Imposed without a number, as 没收违法所得: as much as the case has.
                (None, Some(Measure::Range(amount))) => Num::of(amount.hull()),
                (None, _) => any,
            };
            match kind {
                SanctionKind::Fine => one.fine = one.fine.add(value)?,
                SanctionKind::Confiscate => one.confiscated = one.confiscated.add(value)?,
                _ => {}
            }
        }
    }
    for one in &mut planned {
        let target = one.target;
        let left = |codes: &[FindingCode]| {
            acts.iter().fold(Truth::False, |known, act| known.or(leaves(reviews, *act, target, codes)))
        };
        one.mitigated = left(&[FindingCode::BelowStatute]);
        one.departs = left(&[FindingCode::BelowBenchmark, FindingCode::AboveBenchmark]);
    }
    planned.sort_by_key(|p| p.target);
    Ok(planned)
}

/// Whether what is decided on an act has such a finding; open where laws that may both govern do not agree.
fn leaves(reviews: &[ActReview], act: usize, target: Target, codes: &[FindingCode]) -> Truth {
    let has = |r: &&ActReview| r.review.findings.iter().any(|f| f.target == Some(target) && codes.contains(&f.code));
    let own: Vec<&ActReview> = reviews.iter().filter(|r| r.act == act).gather();
    match own.iter().filter(|r| has(r)).count() {
        0 => Truth::False,
        n if n == own.len() => Truth::True,
        _ => Truth::Unknown,
    }
}
