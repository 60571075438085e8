//! One act under several provisions, held against what is decided under each: what one of them bears the others need
//! not, and what is imposed twice.

use std::sync::Arc;

use super::act::Act;
use super::case::Decision;
use super::finding::{Finding, Proposal, Proposed, Reason, Subject};
use super::together::{ActReview, Together, sum};
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::value::Rational;
use crate::vocabulary::{FindingCode, Fines, SanctionKind, Target, TogetherCode};

/// One act is one penalty: where one of its provisions shows 从轻 or 从重, whether the whole does is for a person to say.
///
/// # Basis
/// 行政处罚法 第三十二条, 第四十九条: the penalty is lighter or heavier, not each part of it.
pub(super) fn as_one_penalty(decision: &Decision, acts: &mut [ActReview]) {
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
pub(super) fn imposed_beside(decision: &Decision, proposals: &[Proposal], act: usize) -> bool {
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
pub(super) fn yields(
    decision: &Decision,
    proposals: &[Proposal],
    shared: &[Shared],
    act: usize,
    finding: &Finding,
) -> bool {
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
pub(super) fn perhaps_borne(proposals: &[Proposal], shared: &[Shared], act: usize, finding: &Finding) -> bool {
    let (FindingCode::Missing, Subject::Sanction(id, _)) = (finding.code, &finding.subject) else { return false };
    shared.iter().any(|same| !same.certain && imposed_elsewhere(same, proposals, act, finding, id))
}

/// A sanction that several provisions have for one act, and that is imposed once.
pub(super) struct Shared {
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
pub(super) fn shared(decision: &Decision) -> Vec<Shared> {
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
pub(super) fn once(decision: &Decision, proposals: &[Proposal], shared: &[Shared]) -> Result<Vec<Together>, EvalError> {
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
pub(super) fn fine<'p>(proposals: &'p [Proposal], act: usize, target: Target, id: &str) -> Option<&'p Proposed> {
    match proposals.get(act)? {
        Proposal::NoPenalty => None,
        Proposal::Sanctions(all) => all.iter().find(|p| p.target == target && *p.id == *id),
    }
}

pub(super) fn of_one_act(decision: &Decision, proposals: &[Proposal]) -> Result<Vec<Together>, EvalError> {
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
