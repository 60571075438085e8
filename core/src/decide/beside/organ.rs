//! The organ that decides against what it may decide: its power by level, enforcement body and amount, and the
//! authority that a clause names for a sanction.
//!
//! # Basis
//! 治安管理处罚法（2025年修订） 第一百零九条; 行政处罚法（2021年） 第十七条, 第十八条第三款, 第二十三条, 第二十四条第一款. The rows `powers` and `authorities` of the
//! laws say who may decide what; the first law that speaks of a kind of sanction counts.

use std::sync::Arc;

use super::found::{BesideBasis, BesideFinding, PowerFound, WhoDecides, laws};
use crate::decide::act::{Act, Version};
use crate::decide::asked::Organ;
use crate::decide::finding::{Finding, Proposal, Proposed, Reason, Subject};
use crate::decide::laws::{Laws, holds, missing};
use crate::decide::point::CasePoint;
use crate::expr::{EvalError, Num};
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::ruleset::PowerRow;
use crate::value::{Comparison, Interval, Rational, Truth};
use crate::vocabulary::{BesideCode, CaseCode, FindingCode, Need, SanctionKind, Target};

/// What is asked about: a sanction of an act, with how much of it.
#[derive(Clone, Copy)]
pub(in crate::decide) struct OfPower<'a> {
    pub(in crate::decide) version: &'a Version,
    pub(in crate::decide) target: Target,
    pub(in crate::decide) id: &'a str,
    pub(in crate::decide) kind: SanctionKind,
    pub(in crate::decide) amount: Option<Interval>,
}

/// Each sanction of a decision on an act that the organ has no power to impose, or of which that is open.
pub(super) fn beyond(
    act: &Act,
    number: usize,
    organ: &Organ,
    decided: &Proposal,
) -> Result<Vec<BesideFinding>, EvalError> {
    let mut found = Vec::new();
    let Some(version) = act.governing().next() else { return Ok(found) };
    for proposed in imposed(version, decided) {
        let amount = proposed.amount.map(Interval::point);
        let kind = kind(version, &proposed.id);
        let of = OfPower { version, target: proposed.target, id: &proposed.id, kind, amount };
        let power = power(act, organ, of)?;
        let code = match (power.has, power.named.is_empty()) {
            (Truth::True, _) => continue,
            (Truth::False, true) => BesideCode::NoPower,
            (Truth::False, false) => BesideCode::AnothersSanction,
            (Truth::Unknown, _) => BesideCode::PowerOpen,
        };
        found.push(finding(number, code, proposed, power));
    }
    Ok(found)
}

/// Sanctions that the clauses give to other authorities than the first of the decision: nobody says which of them
/// decides.
pub(super) fn of_several(acts: &[Act], decided: &[Proposal]) -> Vec<BesideFinding> {
    let mut found = Vec::new();
    let mut first: Option<Vec<Arc<str>>> = None;
    for ((act, decided), number) in acts.iter().zip(decided).zip(0usize..) {
        let Some(version) = act.governing().next() else { continue };
        for proposed in imposed(version, decided) {
            let named = named(version, proposed.target, &proposed.id);
            match &first {
                _ if named.is_empty() => {}
                None => first = Some(named),
                Some(first) if first.iter().any(|text| named.contains(text)) => {}
                Some(first) => {
                    let power = PowerFound { named, others: first.clone(), ..PowerFound::default() };
                    found.push(finding(number, BesideCode::AnothersSanction, proposed, power));
                }
            }
        }
    }
    found
}

/// What the findings about a missing sanction are, now that the organ is known: what another authority imposes is not
/// missing, and what this one imposes is.
pub(super) fn referred(act: &Act, organ: &Organ, findings: &mut [Finding]) -> Result<(), EvalError> {
    let Some(version) = act.governing().next() else { return Ok(()) };
    for finding in findings.iter_mut() {
        let (Subject::Sanction(id, _), Some(target)) = (&finding.subject, finding.target) else { continue };
        if !matches!(finding.code, FindingCode::Missing | FindingCode::Referral) {
            continue;
        }
        let of = OfPower { version, target, id, kind: kind(version, id), amount: None };
        let power = power(act, organ, of)?;
        match (finding.code, power.has) {
            _ if power.named.is_empty() => {}
            (FindingCode::Missing, Truth::False) => {
                (finding.code, finding.reason) = (FindingCode::Referral, Reason::OtherAuthority);
                finding.needs = Vec::new();
            }
            (FindingCode::Referral, Truth::True) => {
                (finding.code, finding.reason) = (FindingCode::Missing, Reason::Omitted);
                finding.needs = vec![Need::Mitigation, Need::Reasons, Need::CollectiveDeliberation];
            }
            _ => {}
        }
    }
    Ok(())
}

fn finding(act: usize, code: BesideCode, decided: &Proposed, power: PowerFound) -> BesideFinding {
    BesideFinding {
        act,
        code,
        target: Some(decided.target),
        decided: Some(decided.clone()),
        notified: None,
        by: None,
        left_out: Vec::new(),
        less: Vec::new(),
        basis: power.basis.clone(),
        power: Some(power),
        execution: None,
        lacks: Vec::new(),
    }
}

/// The penalties of a decision; an order is none.
pub(super) fn imposed<'a>(version: &'a Version, of: &'a Proposal) -> Vec<&'a Proposed> {
    let Proposal::Sanctions(all) = of else { return Vec::new() };
    let order = |id: &str| version.of.program.clause.orders.iter().any(|o| *o.id == *id);
    all.iter().filter(|p| p.amount != Some(Rational::ZERO) && !order(&p.id)).gather()
}

pub(super) fn kind(version: &Version, id: &str) -> SanctionKind {
    version.of.program.clause.sanctions.iter().find(|s| *s.id == *id).map_or(SanctionKind::Other, |s| s.kind)
}

/// The authorities that the clause names for a sanction.
fn named(version: &Version, target: Target, id: &str) -> Vec<Arc<str>> {
    version.of.outcome.sanction(target, id).map(|s| s.authority.clone()).unwrap_or_default()
}

/// Whether an organ may impose a sanction: by the authority that the clause names, else by the rows of the laws.
pub(in crate::decide) fn power(act: &Act, organ: &Organ, of: OfPower<'_>) -> Result<PowerFound, EvalError> {
    let named = named(of.version, of.target, of.id);
    let laws = laws(act);
    if named.is_empty() {
        return by_rows(laws, organ, of);
    }
    let mut needed = Vec::new();
    let mut each = Vec::with_capacity(named.len());
    for text in &named {
        each.push(is_meant(laws, text, organ, &mut needed)?);
    }
    let has = match (each.iter().all(|t| *t == Truth::True), each.iter().all(|t| *t == Truth::False)) {
        (true, _) => Truth::True,
        (_, true) => Truth::False,
        _ => Truth::Unknown,
    };
    let sanction = of.version.of.program.clause.sanctions.iter().find(|s| *s.id == *of.id && s.target == of.target);
    let basis = sanction.map(|s| BesideBasis {
        row: s.id.clone(),
        citation: Some(s.basis.clone()),
        reading: None,
        unverified: None,
    });
    Ok(PowerFound { has, named, needed, basis: basis.into_iter().gather(), ..PowerFound::default() })
}

/// Whether a text under `authority` means an organ; a text that no row explains may mean anyone.
fn is_meant(laws: &Laws, text: &str, organ: &Organ, needed: &mut Vec<Arc<str>>) -> Result<Truth, EvalError> {
    let mut known = None;
    for (law, facts) in laws.laws.iter().zip(&laws.facts) {
        for row in law.rules.authorities.iter().filter(|row| *row.id == *text) {
            let when = row.when.as_ref().map_or(Ok(Truth::True), |when| holds(law, facts, when))?;
            let meant = fits(row, organ);
            if meant != Truth::False && when == Truth::Unknown {
                needed.extend(row.when.iter().flat_map(|cond| missing(law, facts, cond)));
            }
            known = Some(known.unwrap_or(Truth::False).or(meant.and(when)));
        }
    }
    Ok(known.unwrap_or(Truth::Unknown))
}

/// By the rows of the first law that speaks of the kind: one that grants it is enough.
fn by_rows(laws: &Laws, organ: &Organ, of: OfPower<'_>) -> Result<PowerFound, EvalError> {
    let mut found = PowerFound { has: Truth::Unknown, ..PowerFound::default() };
    for ((law, facts), number) in laws.laws.iter().zip(&laws.facts).zip(0usize..) {
        let rows: Vec<&PowerRow> = law.rules.powers.iter().filter(|row| row.speaks_of(of.kind)).gather();
        if rows.is_empty() {
            continue;
        }
        found.has = Truth::False;
        for row in rows {
            let when = row.when.as_ref().map_or(Ok(Truth::True), |when| holds(law, facts, when))?;
            let cap = row.cap.as_ref().map(|cap| laws.number(number, cap)).transpose()?;
            let within = cap.map_or(Truth::True, |cap| within(of.amount, cap));
            let grants = fits(row, organ).and(when).and(within);
            if fits(row, organ) != Truth::False && when == Truth::Unknown {
                found.needed.extend(row.when.iter().flat_map(|cond| missing(law, facts, cond)));
            }
            // What of this organ only an amount stands against.
            let capped = fits(row, organ).and(when) != Truth::False && within != Truth::True;
            found.capped = found.capped || capped;
            found.has = found.has.or(grants);
            if when != Truth::False {
                found.who.push(WhoDecides {
                    levels: row.levels.clone(),
                    systems: row.systems.clone(),
                    cap: cap.and_then(Num::point),
                });
                found.cite(row);
            }
        }
        break;
    }
    Ok(found)
}

/// Whether an organ is one of those that a row means.
fn fits(row: &PowerRow, organ: &Organ) -> Truth {
    let level = match organ.level {
        _ if row.levels.is_empty() => Truth::True,
        Some(level) => Truth::from(row.levels.contains(&level)),
        None => Truth::Unknown,
    };
    let system = match &organ.system {
        _ if row.systems.is_empty() => Truth::True,
        Some(system) => Truth::from(row.systems.contains(system)),
        None => Truth::Unknown,
    };
    level.and(system)
}

fn within(amount: Option<Interval>, cap: Num) -> Truth {
    amount.map_or(Truth::Unknown, |amount| amount.compare(Comparison::Le, cap.interval()))
}

/// What an organ has no power to decide of what the acts of a case call for, or only up to an amount.
pub(in crate::decide) fn beyond_power(acts: &[Act], organ: &Organ) -> Result<Vec<CasePoint>, EvalError> {
    let mut points: Vec<CasePoint> = Vec::new();
    for (act, number) in acts.iter().zip(0usize..) {
        for version in act.governing() {
            for target in &version.of.outcome.targets {
                for sanction in &target.sanctions {
                    let amount = sanction.amount.as_ref().and_then(Measure::hull);
                    let (target, id, kind) = (target.target, &*sanction.id, sanction.kind);
                    let power = power(act, organ, OfPower { version, target, id, kind, amount })?;
                    let code = match power.has {
                        Truth::False => CaseCode::BeyondPower,
                        Truth::Unknown if power.capped => CaseCode::PowerCapped,
                        _ => continue,
                    };
                    let cap = power.who.iter().filter_map(|who| who.cap).max();
                    let point = CasePoint::of(code, number).naming(sanction.id.clone());
                    let point = match (code, cap) {
                        (CaseCode::PowerCapped, Some(cap)) => point.naming(cap.to_string()),
                        _ => point,
                    };
                    let cited = power.basis.iter().find_map(|b| b.citation.clone());
                    let point = point.basis(cited);
                    if !points.contains(&point) {
                        points.push(point);
                    }
                }
            }
        }
    }
    Ok(points)
}
