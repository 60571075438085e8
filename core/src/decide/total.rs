//! Several acts together: each kind of penalty of each party added up, exactly, with the declared cap as a step.

use std::sync::Arc;

use super::act::Act;
use super::concurrence::Concurrence;
use super::laws;
use super::part::{Part, parts};
use super::point::CasePoint;
use super::range::contribution;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::{Interval, Truth};
use crate::vocabulary::{CaseCode, Concurrent, SanctionKind, Target};

/// One kind of penalty of one party in the whole case.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The party, where the case names several.
    pub party: Option<Arc<str>>,
    /// Whom it is for: a unit and its persons are never added up.
    pub target: Target,
    /// The kind.
    pub kind: SanctionKind,
    /// What each act brings.
    pub parts: Vec<Part>,
    /// The sum; none for kinds that have no amount or are not added up, or while a part is no number.
    pub sum: Option<Interval>,
    /// The cap that bounded it.
    pub cap: Option<Capped>,
}

/// A declared cap of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Capped {
    /// The sum before it.
    pub before: Interval,
    /// The greatest sum.
    pub at: Interval,
    /// Whether it surely applies.
    pub holds: Truth,
    /// The act whose laws have it, the document among them, the row.
    pub rule: (usize, usize, usize),
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// Names of facts that are missing and would settle whether it applies.
    pub needed: Vec<Arc<str>>,
}

/// Adds up what the acts bring, group by group: acts of one group are one act.
///
/// # Errors
/// Overflow.
pub(super) fn totals(
    acts: &[Act],
    groups: &[Vec<usize>],
    concurrence: &[Concurrence],
    points: &mut Vec<CasePoint>,
) -> Result<Vec<Total>, EvalError> {
    let mut totals: Vec<Total> = Vec::new();
    for (act, position) in acts.iter().zip(0usize..) {
        for (target, kind, mut part) in parts(act, position) {
            if kind == SanctionKind::Fine {
                part.counts = counts(position, target, concurrence);
            }
            let own = |t: &&mut Total| t.party == act.party && t.target == target && t.kind == kind;
            match totals.iter_mut().find(own) {
                Some(total) => total.parts.push(part),
                None => {
                    let (party, parts) = (act.party.clone(), vec![part]);
                    totals.push(Total { party, target, kind, parts, sum: None, cap: None });
                }
            }
        }
    }
    totals.sort_by(|a, b| (&a.party, a.target, a.kind).cmp(&(&b.party, b.target, b.kind)));
    for total in &mut totals {
        add_up(total, acts, groups, concurrence, points)?;
    }
    Ok(totals)
}

/// Whether a fine counts beside the others for the same act.
fn counts(act: usize, target: Target, concurrence: &[Concurrence]) -> Truth {
    match concurrence.iter().find(|c| c.target == target && c.fines.iter().any(|f| f.act == act)) {
        None => Truth::True,
        Some(one) if one.left == [act] => Truth::True,
        Some(one) if one.left.contains(&act) => Truth::Unknown,
        Some(_) => Truth::False,
    }
}

fn add_up(
    total: &mut Total,
    acts: &[Act],
    groups: &[Vec<usize>],
    concurrence: &[Concurrence],
    points: &mut Vec<CasePoint>,
) -> Result<(), EvalError> {
    if total.kind.bears().summed().is_none() {
        return Ok(());
    }
    let nothing = Interval::point(crate::value::Rational::ZERO);
    let (mut sum, mut with) = (nothing, 0usize);
    for group in groups {
        let parts: Vec<&Part> = total.parts.iter().filter(|p| group.contains(&p.act)).gather();
        if parts.is_empty() {
            continue;
        }
        with = with.saturating_add(1);
        let Some(own) = of_group(&parts, total.kind, total.target, concurrence)? else { return Ok(()) };
        let acts: Vec<usize> = distinct(parts.iter().map(|p| p.act));
        if acts.len() > 1 && total.kind != SanctionKind::Fine {
            let name = parts.first().map(|p| p.sanction.clone()).unwrap_or_else(|| "".into());
            points.push(CasePoint::about(CaseCode::KindTwice, acts).naming(name));
        }
        sum = sum.add(own)?;
    }
    total.sum = Some(sum);
    if with > 1 {
        total.cap = cap(total, acts, sum, points)?;
    }
    if let Some(cap) = &total.cap {
        let capped = sum.min(cap.at);
        total.sum = Some(if cap.holds == Truth::True { capped } else { capped.hull(sum) });
    }
    Ok(())
}

fn distinct(all: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found: Vec<usize> = all.gather();
    found.sort_unstable();
    found.dedup();
    found
}

/// What one act brings: all its sanctions of the kind; under several provisions a fine and detention once, another kind
/// at least once and at most as often as it stands there.
fn of_group(
    parts: &[&Part],
    kind: SanctionKind,
    target: Target,
    concurrence: &[Concurrence],
) -> Result<Option<Interval>, EvalError> {
    let mut by_act: Vec<(usize, Interval)> = Vec::new();
    for part in parts {
        let amount = match &part.amount {
            Some(Measure::Range(amount)) => contribution(amount, part.surely),
            _ => return Ok(None),
        };
        match by_act.iter_mut().find(|(act, _)| *act == part.act) {
            Some((_, known)) => *known = known.add(amount)?,
            None => by_act.push((part.act, amount)),
        }
    }
    let Some(((_, first), rest)) = by_act.split_first() else { return Ok(None) };
    if rest.is_empty() {
        return Ok(Some(*first));
    }
    if kind == SanctionKind::Fine {
        let one = concurrence
            .iter()
            .find(|c| c.target == target && c.fines.iter().any(|f| parts.iter().any(|p| p.act == f.act)));
        let left = by_act.iter().filter(|(act, _)| one.is_none_or(|c| c.left.contains(act))).map(|(_, i)| *i);
        return Ok(left.reduce(Interval::hull));
    }
    if kind == SanctionKind::Detention {
        // 治安管理处罚法（2025年修订） 第十六条 adds up what is decided on several acts; one act is punished once.
        return Ok(by_act.iter().map(|(_, amount)| *amount).reduce(Interval::hull));
    }
    let (mut most, mut all) = (*first, *first);
    for (_, amount) in rest {
        most = most.max(*amount);
        all = all.add(*amount)?;
    }
    Ok(Interval::new(most.lo(), all.hi()))
}

/// The first row of the laws of any act that caps sums of the kind; whether it applies to acts whose own laws have no
/// such row is open.
fn cap(total: &Total, acts: &[Act], sum: Interval, points: &mut Vec<CasePoint>) -> Result<Option<Capped>, EvalError> {
    let with = distinct(total.parts.iter().map(|p| p.act));
    let mut found: Vec<Capped> = Vec::new();
    for act in &with {
        let Some(case) = acts.get(*act) else { continue };
        found.extend(cap_of(case, *act, total.kind, sum)?);
    }
    let alone = found.len() < with.len();
    let Some(mut cap) = found.into_iter().max_by_key(|c| (c.holds, std::cmp::Reverse(c.rule.0))) else {
        return Ok(None);
    };
    if alone {
        cap.holds = Truth::Unknown;
    }
    if cap.holds == Truth::Unknown {
        let row = acts.get(cap.rule.0).and_then(|a| a.at_act.get(cap.rule.1)?.rules.concurrence.get(cap.rule.2));
        let name = row.map_or_else(|| "".into(), |r| r.id.clone());
        points.push(CasePoint::about(CaseCode::CapOpen, with).naming(name).basis(cap.basis.clone()));
    }
    Ok(Some(cap))
}

/// The first row of the laws of one act that caps sums of the kind, and holds or may hold.
fn cap_of(case: &Act, act: usize, kind: SanctionKind, before: Interval) -> Result<Option<Capped>, EvalError> {
    for ((law, facts), number) in case.at_act.laws.iter().zip(&case.at_act.facts).zip(0usize..) {
        for (row, position) in law.rules.concurrence.iter().zip(0usize..) {
            let Some((_, at)) = row.cap.as_ref().filter(|(own, _)| *own == kind) else { continue };
            if row.of != Concurrent::SeveralActs {
                continue;
            }
            let holds = row.when.as_ref().map_or(Ok(Truth::True), |when| laws::holds(law, facts, when))?;
            if holds == Truth::False {
                continue;
            }
            let open = row.when.as_ref().filter(|_| holds == Truth::Unknown);
            let needed = open.map(|when| laws::missing(law, facts, when)).unwrap_or_default();
            let at = case.at_act.number(number, at)?.interval();
            let (rule, basis) = ((act, number, position), row.basis.clone());
            return Ok(Some(Capped { before, at, holds, rule, basis, needed }));
        }
    }
    Ok(None)
}
