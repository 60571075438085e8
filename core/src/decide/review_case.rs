//! A decision on a whole case held against it: each act under every law that may govern it, then all together, and the
//! procedure that what is decided calls for.

use std::sync::Arc;

use super::act::Act;
use super::allowed::Asked;
use super::beside::departure::leaves_benchmark;
use super::beside::found::BesideFinding;
use super::case::Decision;
use super::finding::{Finding, Proposal, Proposed, Reason, Review, Subject, result};
use super::planned::{Decisions, Planned, from_zero, targets_of};
use super::procedures::{Intended, Procedures};
use super::review::{Elsewhere, review};
use crate::expr::{EvalError, Num};
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::{Bound, Rational, Truth};
use crate::vocabulary::{FindingCode, Fines, Need, ReviewResult, SanctionKind, Target, TogetherCode};

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

/// What is decided on one act against it, under one law.
#[derive(Clone, Debug, PartialEq)]
pub struct ActReview {
    /// The act, by position.
    pub act: usize,
    /// The version of its law, by position.
    pub version: usize,
    /// What was found.
    pub review: Review,
}

impl TogetherCode {
    /// Whether it says that the decision is not what the law allows.
    ///
    /// # Basis
    /// 治安管理处罚法（2025年修订） 第十六条: several acts are decided apart and executed together, detention for at most 20
    /// days; what is decided on each stands.
    pub fn is_deviation(self) -> bool {
        self != Self::AboveCap
    }
}

/// Something found when acts are taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// What it is.
    pub code: TogetherCode,
    /// The acts, by position.
    pub acts: Vec<usize>,
    /// The party, where the case names several.
    pub party: Option<Arc<str>>,
    /// For whom.
    pub target: Target,
    /// The kind.
    pub kind: SanctionKind,
    /// The sum that is decided; none where a part has no number.
    pub proposed: Option<Rational>,
    /// The most there may be.
    pub most: Option<Rational>,
    /// False where it depends on facts that are missing.
    pub certain: bool,
    /// The provision.
    pub basis: Option<Arc<str>>,
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
            let elsewhere = Elsewhere { left_out: &left_out, imposed: imposed_beside(decision, proposals, number) };
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

/// One act is one penalty: where one of its provisions shows 从轻 or 从重, whether the whole does is for a person to say.
///
/// # Basis
/// 行政处罚法 第三十二条, 第四十九条: the penalty is lighter or heavier, not each part of it.
fn as_one_penalty(decision: &Decision, acts: &mut [ActReview]) {
    for group in decision.groups.iter().filter(|group| group.len() > 1) {
        let mut findings = acts.iter().filter(|a| group.contains(&a.act)).flat_map(|a| &a.review.findings);
        if !findings.any(|f| f.code == FindingCode::NotShown) {
            continue;
        }
        for one in acts.iter_mut().filter(|a| group.contains(&a.act)) {
            for finding in one.review.findings.iter_mut().filter(|f| f.code == FindingCode::DutyMissed) {
                (finding.code, finding.reason) = (FindingCode::Undetermined, Reason::LeftOpen);
            }
        }
    }
}

/// Whether something that is not confiscated is imposed under another provision for the same act.
fn imposed_beside(decision: &Decision, proposals: &[Proposal], act: usize) -> bool {
    let mut others = decision.groups.iter().filter(|g| g.contains(&act)).flatten().filter(|other| **other != act);
    others.any(|other| {
        let kinds = decision.acts.get(*other).and_then(Act::read_by).map(|of| &of.program.clause.sanctions);
        let moves =
            |id: &str| kinds.is_some_and(|all| all.iter().any(|s| *s.id == *id && s.kind != SanctionKind::Confiscate));
        match proposals.get(*other) {
            Some(Proposal::Sanctions(all)) => all.iter().any(|p| p.amount != Some(Rational::ZERO) && moves(&p.id)),
            Some(Proposal::NoPenalty) | None => false,
        }
    })
}

/// Whether something is missing only because another provision has it for the same act: a fine, the same thing
/// confiscated, detention.
fn yields(decision: &Decision, proposals: &[Proposal], shared: &[Shared], act: usize, finding: &Finding) -> bool {
    let (FindingCode::Missing | FindingCode::Undetermined, Subject::Sanction(id, _)) = (finding.code, &finding.subject)
    else {
        return false;
    };
    let of_act = |c: &&super::concurrence::Concurrence| {
        Some(c.target) == finding.target && c.fines.iter().any(|f| f.act == act && f.sanction == *id)
    };
    let one = decision.concurrence.iter().find(of_act);
    let fined_elsewhere = one.is_some_and(|c| {
        c.fines.iter().any(|f| f.act != act && fine(proposals, f.act, c.target, &f.sanction).is_some())
    });
    let borne = || shared.iter().any(|same| same.certain && imposed_elsewhere(same, proposals, act, finding, id));
    finding.proposed.is_none() && (fined_elsewhere || borne())
}

/// Whether what is missing of an act is imposed under another provision.
fn imposed_elsewhere(same: &Shared, proposals: &[Proposal], act: usize, finding: &Finding, id: &Arc<str>) -> bool {
    Some(same.target) == finding.target
        && same.parts.iter().any(|(own, sanction)| *own == act && sanction == id)
        && same.parts.iter().any(|(other, own)| *other != act && fine(proposals, *other, same.target, own).is_some())
}

/// Whether it is open that what is missing is borne already, because nobody knows whether it is one thing.
fn perhaps_borne(proposals: &[Proposal], shared: &[Shared], act: usize, finding: &Finding) -> bool {
    let (FindingCode::Missing, Subject::Sanction(id, _)) = (finding.code, &finding.subject) else { return false };
    shared.iter().any(|same| !same.certain && imposed_elsewhere(same, proposals, act, finding, id))
}

/// A sanction that several provisions have for one act, and that is imposed once.
struct Shared {
    target: Target,
    kind: SanctionKind,
    /// The acts with the id of the sanction.
    parts: Vec<(usize, Arc<str>)>,
    /// Whether it is surely one thing.
    certain: bool,
}

/// What several provisions have for one act, and the act bears once: the same thing confiscated, and detention.
///
/// # Basis
/// What was confiscated is no longer there to be confiscated. Of detention, 治安管理处罚法（2025年修订） 第十六条 adds up what is
/// decided on several acts; on one act it adds up nothing.
fn shared(decision: &Decision) -> Vec<Shared> {
    let mut found: Vec<Shared> = Vec::new();
    for group in decision.groups.iter().filter(|group| group.len() > 1) {
        for total in &decision.totals {
            let of_group = total.parts.iter().filter(|p| group.contains(&p.act));
            match total.kind {
                SanctionKind::Detention => {
                    let parts: Vec<(usize, Arc<str>)> = of_group.map(|p| (p.act, p.sanction.clone())).gather();
                    found.push(Shared { target: total.target, kind: total.kind, parts, certain: true });
                }
                SanctionKind::Confiscate => {
                    for part in of_group {
                        let known = found.iter_mut().find(|s| {
                            (s.target, s.kind) == (total.target, total.kind)
                                && s.parts.iter().all(|(act, id)| *id == part.sanction && group.contains(act))
                        });
                        match known {
                            Some(known) => known.parts.push((part.act, part.sanction.clone())),
                            None => found.push(Shared {
                                target: total.target,
                                kind: total.kind,
                                parts: vec![(part.act, part.sanction.clone())],
                                certain: true,
                            }),
                        }
                    }
                }
                _ => {}
            }
        }
    }
    found.retain(|s| s.parts.len() > 1);
    for same in found.iter_mut().filter(|s| s.kind == SanctionKind::Confiscate) {
        same.certain = same_thing(decision, same);
    }
    found
}

/// Whether what goes by one name in several provisions has one and the same value, and so is one thing.
fn same_thing(decision: &Decision, same: &Shared) -> bool {
    let value = |(act, id): &(usize, Arc<str>)| {
        let total = decision.totals.iter().find(|t| (t.target, t.kind) == (same.target, same.kind))?;
        let part = total.parts.iter().find(|p| p.act == *act && p.sanction == *id)?;
        part.amount.as_ref()?.range()?.as_point()
    };
    let first = same.parts.first().and_then(value);
    first.is_some() && same.parts.iter().all(|part| value(part) == first)
}

/// What is imposed under several provisions, and one act bears once.
fn once(decision: &Decision, proposals: &[Proposal], shared: &[Shared]) -> Result<Vec<Together>, EvalError> {
    let mut found = Vec::new();
    for same in shared {
        let imposed = same.parts.iter().filter_map(|(act, id)| Some((*act, fine(proposals, *act, same.target, id)?)));
        let imposed: Vec<(usize, &Proposed)> = imposed.filter(|(_, p)| p.amount != Some(Rational::ZERO)).gather();
        if imposed.len() < 2 {
            continue;
        }
        let code = match same.kind {
            SanctionKind::Detention => TogetherCode::SecondDetention,
            _ => TogetherCode::ConfiscatedTwice,
        };
        found.push(Together {
            code,
            acts: imposed.iter().map(|(act, _)| *act).gather(),
            party: imposed.first().and_then(|(act, _)| decision.acts.get(*act)?.party.clone()),
            target: same.target,
            kind: same.kind,
            proposed: sum(imposed.iter().map(|(_, p)| p.amount))?,
            most: None,
            certain: same.certain,
            basis: None,
        });
    }
    Ok(found)
}

/// A sanction that is decided.
fn fine<'p>(proposals: &'p [Proposal], act: usize, target: Target, id: &str) -> Option<&'p Proposed> {
    match proposals.get(act)? {
        Proposal::NoPenalty => None,
        Proposal::Sanctions(all) => all.iter().find(|p| p.target == target && *p.id == *id),
    }
}

fn of_one_act(decision: &Decision, proposals: &[Proposal]) -> Result<Vec<Together>, EvalError> {
    let mut found = Vec::new();
    for one in &decision.concurrence {
        let fined: Vec<(usize, &Proposed)> = one
            .fines
            .iter()
            .filter_map(|f| Some((f.act, fine(proposals, f.act, one.target, &f.sanction)?)))
            .filter(|(_, p)| p.amount != Some(Rational::ZERO))
            .gather();
        let party = fined.first().and_then(|(act, _)| decision.acts.get(*act)?.party.clone());
        let acts: Vec<usize> = fined.iter().map(|(act, _)| *act).gather();
        let code = match (fined.as_slice(), one.says) {
            ([], _) => continue,
            ([(act, _)], Some(Fines::Higher)) if !one.left.contains(act) => TogetherCode::LowerFine,
            ([_], _) => continue,
            _ => TogetherCode::SecondFine,
        };
        found.push(Together {
            code,
            acts,
            party,
            target: one.target,
            kind: SanctionKind::Fine,
            proposed: sum(fined.iter().map(|(_, p)| p.amount))?,
            most: None,
            certain: one.needed.is_empty() && one.says.is_some() && (code != TogetherCode::LowerFine || one.asked()),
            basis: one.basis.clone(),
        });
    }
    Ok(found)
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

/// The sum; none where a part has no number.
fn sum(amounts: impl Iterator<Item = Option<Rational>>) -> Result<Option<Rational>, EvalError> {
    let mut sum = Rational::ZERO;
    for amount in amounts {
        let Some(amount) = amount else { return Ok(None) };
        sum = sum.add(amount)?;
    }
    Ok(Some(sum))
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
