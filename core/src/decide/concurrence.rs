//! One act under several provisions: the fines compared by what the statutes allow and by what was computed.

use std::sync::Arc;

use super::act::Act;
use super::evaluated::Evaluated;
use super::laws;
use super::part::parts;
use super::point::CasePoint;
use super::range::Ends;

use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::outcome::Measure;
use crate::value::Truth;
use crate::vocabulary::{CaseCode, Concurrent, Fines, SanctionKind, Target, WinnerKind};

/// The fines of one act under several provisions, for one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Concurrence {
    /// The acts of the case that are one act, by position.
    pub acts: Vec<usize>,
    /// For whom.
    pub target: Target,
    /// The fine of each provision.
    pub fines: Vec<FineOf>,
    /// The provision with the higher statutory maximum.
    pub by_maximum: Winner,
    /// The provision with the higher computed fine.
    pub by_computed: Winner,
    /// The provisions whose fine may still be the one; the others yield.
    pub left: Vec<usize>,
    /// The rule: the act whose laws have it, the document among them, the row. None = no law of the case has one.
    pub rule: Option<(usize, usize, usize)>,
    /// What the rule says.
    pub says: Option<Fines>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// Names of facts that are missing and would settle which rule it is.
    pub needed: Vec<Arc<str>>,
}

impl Concurrence {
    /// Whether both comparisons come to one provision.
    pub fn agrees(&self) -> bool {
        self.left.len() == 1
    }

    /// Whether the provision with the higher fine asks for it, or none does. Where the higher one only allows a fine,
    /// and a lower one asks for it, the rule does not say which is taken.
    pub fn asked(&self) -> bool {
        let left = |fine: &&FineOf| self.left.contains(&fine.act);
        self.fines.iter().filter(left).all(|f| f.due) || !self.fines.iter().any(|f| f.due)
    }
}

/// The fine of one provision.
#[derive(Clone, Debug, PartialEq)]
pub struct FineOf {
    /// The act, by position.
    pub act: usize,
    /// The id of the sanction.
    pub sanction: Arc<str>,
    /// What the statute allows.
    pub statutory: Option<Measure>,
    /// What was computed.
    pub amount: Option<Measure>,
    /// Whether the provision asks for it, whatever else is chosen: 应当给予罚款处罚.
    pub due: bool,
    /// What the table gives before a circumstance takes it lower or higher: that is compared, because a circumstance of
    /// the act is one under either provision.
    pub table: Option<Measure>,
}

/// Which provision has the higher fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Winner {
    /// That of this act, by position.
    Act(usize),
    /// They are equal.
    Tie,
    /// It cannot be said: facts are missing, or each range is higher at one end.
    Open,
}

impl Winner {
    /// Its word.
    #[must_use]
    pub fn kind(self) -> WinnerKind {
        match self {
            Self::Act(_) => WinnerKind::Act,
            Self::Tie => WinnerKind::Equal,
            Self::Open => WinnerKind::Open,
        }
    }

    /// The act whose fine is surely the higher one.
    pub(super) fn settled(self) -> Option<usize> {
        match self {
            Self::Act(act) => Some(act),
            Self::Tie | Self::Open => None,
        }
    }
}

/// Compares the fines of each group of acts that are one act.
///
/// # Errors
/// Overflow in a condition.
///
/// # Basis
/// 行政处罚法（2021年） 第二十九条; what holds is a row of the law. Whether the higher fine is the higher maximum or
/// the higher fine in the case is disputed, so both are computed.
pub(super) fn concurrence(
    acts: &[Act],
    groups: &[Vec<usize>],
    points: &mut Vec<CasePoint>,
) -> Result<Vec<Concurrence>, EvalError> {
    let mut found = Vec::new();
    for group in groups.iter().filter(|g| g.len() > 1) {
        for target in [Target::Unit, Target::Individual, Target::Responsible] {
            let fines = fines(acts, group, target);
            if fines.len() > 1 {
                let one = compare(acts, group, target, fines)?;
                told(&one, points);
                found.push(one);
            }
        }
    }
    Ok(found)
}

fn fines(acts: &[Act], group: &[usize], target: Target) -> Vec<FineOf> {
    let mut found = Vec::new();
    for position in group {
        let Some(act) = acts.get(*position) else { continue };
        let own = parts(act, *position).into_iter().filter(|(t, k, _)| *t == target && *k == SanctionKind::Fine);
        let mut own: Vec<_> = own.map(|(_, _, part)| part).gather();
        // One provision with several fines for one target is rare; the first that has an amount stands for it.
        own.sort_by_key(|p| p.amount.is_none());
        let Some(part) = own.into_iter().next() else { continue };
        let of_table = act.governing().filter_map(|v| v.of.outcome.sanction(target, &part.sanction));
        let (statutory, table) = of_table.fold((None, None), |(statutory, table), s| {
            (Measure::join_all(statutory, s.statutory), Measure::join_all(table, s.amount))
        });
        let due = act.governing().all(|v| due(&v.of, target, &part.sanction));
        found.push(FineOf { act: *position, sanction: part.sanction, statutory, amount: part.amount, due, table });
    }
    found
}

fn due(of: &Evaluated, target: Target, id: &str) -> bool {
    let choices = of.outcome.targets.iter().filter(|t| t.target == target).flat_map(|t| &t.choices);
    let mut groups = choices.filter_map(|c| of.program.clause.choices.get(*c)).flat_map(|choice| &choice.of);
    of.outcome.sanction(target, id).is_some_and(|s| s.must) && !groups.any(|group| group.iter().any(|one| **one == *id))
}

fn compare(acts: &[Act], group: &[usize], target: Target, fines: Vec<FineOf>) -> Result<Concurrence, EvalError> {
    let exact = |act: usize| {
        let act = acts.get(act).filter(|a| a.governs.applies.len() == 1);
        act.is_some_and(|a| a.governing().all(|v| v.of.outcome.determined))
    };
    let ends = |measure: &Option<Measure>, act| measure.as_ref().and_then(|m| Ends::of(m, exact(act)));
    let maximum: Vec<_> = fines.iter().map(|f| (f.act, ends(&f.statutory, f.act))).gather();
    let computed: Vec<_> = fines.iter().map(|f| (f.act, ends(&f.table, f.act))).gather();
    let by_maximum = winner(&maximum, |a, b| b.hi_le(a));
    // The higher range is higher, or as high, at both ends.
    let by_computed = winner(&computed, |a, b| b.hi_le(a).and(b.lo_le(a)));
    let all: Vec<usize> = fines.iter().map(|f| f.act).gather();
    let Ruled { rule, says, basis, needed } = rule(acts, group)?;
    let left = match (says, by_maximum, by_computed) {
        (Some(Fines::Higher), Winner::Tie, Winner::Tie) => all.iter().copied().take(1).gather(),
        (Some(Fines::Higher), a, b) => match (a.settled(), b.settled()) {
            (Some(a), Some(b)) if a == b => vec![a],
            (Some(a), None) if b == Winner::Tie => vec![a],
            (None, Some(b)) if a == Winner::Tie => vec![b],
            (Some(a), Some(b)) => all.iter().copied().filter(|act| *act == a || *act == b).gather(),
            _ => all.clone(),
        },
        _ => all.clone(),
    };
    Ok(Concurrence { acts: group.to_vec(), target, fines, by_maximum, by_computed, left, rule, says, basis, needed })
}

/// The one that is no lower than every other; `above(a, b)` = a is as high as b.
fn winner(all: &[(usize, Option<Ends>)], above: impl Fn(&Ends, &Ends) -> Truth) -> Winner {
    let known: Option<Vec<(usize, Ends)>> = all.iter().map(|(act, ends)| ends.map(|e| (*act, e))).gather();
    let Some(known) = known else { return Winner::Open };
    let top: Vec<&(usize, Ends)> =
        known.iter().filter(|(_, a)| known.iter().all(|(_, b)| above(a, b) == Truth::True)).gather();
    match top.as_slice() {
        [] => Winner::Open,
        [(act, _)] => Winner::Act(*act),
        several if several.len() == known.len() => Winner::Tie,
        // As high as another, and both above the rest: no single one, so nothing yields for certain.
        _ => Winner::Open,
    }
}

/// A rule about one act, and where it stands.
#[derive(Default)]
struct Ruled {
    rule: Option<(usize, usize, usize)>,
    says: Option<Fines>,
    basis: Option<Arc<str>>,
    needed: Vec<Arc<str>>,
}

/// The first row about one act that holds, of the laws of any of the provisions; none while one before it may hold.
fn rule(acts: &[Act], group: &[usize]) -> Result<Ruled, EvalError> {
    for position in group {
        let Some(act) = acts.get(*position) else { continue };
        for ((law, facts), number) in act.at_act.laws.iter().zip(&act.at_act.facts).zip(0usize..) {
            for (row, place) in law.rules.concurrence.iter().zip(0usize..).filter(|(r, _)| r.of == Concurrent::OneAct) {
                let Some(when) = &row.when else {
                    let rule = Some((*position, number, place));
                    return Ok(Ruled { rule, says: row.fines, basis: row.basis.clone(), needed: Vec::new() });
                };
                match laws::holds(law, facts, when)? {
                    Truth::False => {}
                    Truth::Unknown => {
                        return Ok(Ruled { needed: laws::missing(law, facts, when), ..Ruled::default() });
                    }
                    Truth::True => {
                        let rule = Some((*position, number, place));
                        return Ok(Ruled { rule, says: row.fines, basis: row.basis.clone(), needed: Vec::new() });
                    }
                }
            }
        }
    }
    Ok(Ruled::default())
}

fn told(one: &Concurrence, points: &mut Vec<CasePoint>) {
    let names = |point: CasePoint| one.fines.iter().fold(point, |p, f| p.naming(f.sanction.clone()));
    let point = |code| names(CasePoint::about(code, one.acts.clone())).basis(one.basis.clone());
    if one.says != Some(Fines::Higher) {
        let mut point = point(CaseCode::NoHigherFineRule);
        point.certain = one.needed.is_empty();
        points.push(point);
    } else if !one.agrees() {
        let mut point = point(CaseCode::FinesDisagree);
        point.certain = one.by_maximum.settled().is_some() && one.by_computed.settled().is_some();
        points.push(point);
    }
}
