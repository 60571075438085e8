//! A decision against the notice before it: whether it is heavier than the party was told.
//!
//! # Basis
//! 行政处罚法（2021年） 第四十五条第二款, 治安管理处罚法（2025年修订） 第一百一十二条第四款, 第一百一十七条第四款: no heavier penalty *because* the party
//! stated its case or asked for a hearing. The rows `not_heavier` of the laws say so; nothing forbids what new facts
//! call for.

use std::sync::Arc;

use super::found::{BesideBasis, BesideFinding, Notified, laws};
use crate::decide::act::Act;
use crate::decide::finding::{Proposal, Proposed};
use crate::decide::laws::holds;
use crate::decide::moved::surely_heavier;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Measure, Outcome};
use crate::value::{Rational, Truth};
use crate::vocabulary::{BesideCode, SanctionKind, Target};

/// One sanction that is heavier than it was notified.
struct Up<'a> {
    decided: &'a Proposed,
    notified: Notified,
    by: Option<Rational>,
}

/// What is heavier in a decision on an act than in its notice, target by target.
pub(super) fn heavier(
    act: &Act,
    number: usize,
    notified: &Proposal,
    decided: &Proposal,
) -> Result<Vec<BesideFinding>, EvalError> {
    let Some(version) = act.governing().next() else { return Ok(Vec::new()) };
    let (program, outcome) = (&*version.of.program, &version.of.outcome);
    let basis = basis(act)?;
    let mut found = Vec::new();
    for target in Target::ALL {
        let (told, made) = (penalties(program, notified, *target), penalties(program, decided, *target));
        let spared = *notified == Proposal::NoPenalty;
        for (code, up, lighter) in compared(program, outcome, &told, &made, spared)? {
            found.push(BesideFinding {
                act: number,
                code,
                target: Some(*target),
                decided: Some(up.decided.clone()),
                notified: Some(up.notified),
                by: up.by,
                left_out: lighter.left_out,
                less: lighter.less,
                basis: basis.clone(),
                power: None,
                execution: None,
                lacks: Vec::new(),
            });
        }
    }
    Ok(found)
}

/// What is lighter in a decision than in its notice.
#[derive(Clone, Default)]
struct LighterThan {
    left_out: Vec<Arc<str>>,
    less: Vec<Arc<str>>,
}

type NoticeFound<'a> = (BesideCode, Up<'a>, LighterThan);

/// What is found of one target. Something heavier alone is heavier; where something else is lighter, the kinds decide
/// if they can, and else nobody can say.
fn compared<'a>(
    program: &Program,
    outcome: &Outcome,
    told: &[&Proposed],
    made: &[&'a Proposed],
    spared: bool,
) -> Result<Vec<NoticeFound<'a>>, EvalError> {
    let (mut up, mut unclear): (Vec<Up<'a>>, Vec<Up<'a>>) = (Vec::new(), Vec::new());
    let mut less: Vec<&Proposed> = Vec::new();
    for decided in made {
        let Some(same) = told.iter().find(|p| p.id == decided.id) else {
            let notified = if spared { Notified::NoPenalty } else { Notified::Nothing };
            up.push(Up { decided, notified, by: None });
            continue;
        };
        let notified = Notified::As((*same).clone());
        match (amount(outcome, decided), amount(outcome, same)) {
            (Some(now), Some(then)) if now > then => up.push(Up { decided, notified, by: Some(now.sub(then)?) }),
            (Some(now), Some(then)) if now < then => less.push(same),
            (Some(_), None) | (None, Some(_)) => unclear.push(Up { decided, notified, by: None }),
            _ => {}
        }
    }
    let left_out: Vec<&Proposed> = told.iter().copied().filter(|p| made.iter().all(|m| m.id != p.id)).gather();
    let names = |all: &[&Proposed]| all.iter().map(|p| p.id.clone()).gather::<Vec<_>>();
    let kinds = |all: &mut dyn Iterator<Item = &Proposed>| all.map(|p| kind(program, &p.id)).gather::<Vec<_>>();
    let (ups, downs) = (kinds(&mut up.iter().map(|u| u.decided)), kinds(&mut less.iter().chain(&left_out).copied()));
    // One kind in the place of another, and nothing else changed.
    let exchanged = less.is_empty() && up.iter().all(|u| u.notified == Notified::Nothing);
    let code = match (ups.is_empty(), downs.is_empty()) {
        (true, _) => None,
        (false, true) => Some(BesideCode::HeavierThanNotified),
        (false, false) if surely_heavier(&ups, &downs) => Some(BesideCode::HeavierThanNotified),
        (false, false) if exchanged && surely_heavier(&downs, &ups) => None,
        (false, false) => Some(BesideCode::NoticeIncomparable),
    };
    let lighter = LighterThan { left_out: names(&left_out), less: names(&less) };
    let up = up.into_iter().filter_map(|one| Some((code?, one, lighter.clone())));
    let unclear = unclear.into_iter().map(|one| (BesideCode::NoticeIncomparable, one, LighterThan::default()));
    Ok(up.chain(unclear).gather())
}

/// The penalties for a target; an order is none (处罚法 第二十八条), and what amounts to nothing is not imposed.
fn penalties<'a>(program: &Program, of: &'a Proposal, target: Target) -> Vec<&'a Proposed> {
    let Proposal::Sanctions(all) = of else { return Vec::new() };
    let order = |id: &str| program.clause.orders.iter().any(|o| *o.id == *id);
    let own = all.iter().filter(|p| p.target == target && !order(&p.id));
    own.filter(|p| p.amount != Some(Rational::ZERO)).gather()
}

/// How much is imposed: what is written, else what the case has, where that is one amount.
fn amount(outcome: &Outcome, of: &Proposed) -> Option<Rational> {
    let computed = || outcome.sanction(of.target, &of.id)?.amount.as_ref().and_then(Measure::range)?.as_point();
    of.amount.or_else(computed)
}

fn kind(program: &Program, id: &str) -> SanctionKind {
    program.clause.sanctions.iter().find(|s| *s.id == *id).map_or(SanctionKind::Other, |s| s.kind)
}

/// The provisions of the first law that has any: special law comes first (治安管理处罚法 第四条).
fn basis(act: &Act) -> Result<Vec<BesideBasis>, EvalError> {
    let laws = laws(act);
    for (law, facts) in laws.laws.iter().zip(&laws.facts) {
        let mut found = Vec::new();
        for row in &law.rules.not_heavier {
            let truth = row.when.as_ref().map_or(Ok(Truth::True), |when| holds(law, facts, when))?;
            if truth != Truth::False {
                found.push(BesideBasis {
                    row: row.id.clone(),
                    citation: row.basis.clone(),
                    reading: row.marks.reading.clone(),
                    unverified: row.marks.unverified.clone(),
                });
            }
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}
