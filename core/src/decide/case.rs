//! A whole case: acts of one or several parties, each under the law that governs it, then together.

use std::sync::Arc;

use super::act::{Act, Version};
use super::allowed::Asked;
use super::asked::{ActCase, Case, CaseError, Organ};
use super::beside::organ::beyond_power;
use super::circumstances::circumstances;
use super::concurrence::{Concurrence, concurrence};
use super::dates::{Dates, Day};
use super::evaluated::{Awaited, Evaluated};
use super::execution::executions;
use super::laws::{Laws, holds};
use super::limitation::{Limitation, LimitationDispute, limitation};
use super::point::CasePoint;
use super::procedures::{CaseFacts, Chosen, Procedures};
use super::share::{restrict, without_sanction};
use super::time::{Later, between, during, governs, later};
use super::total::{Total, totals};
use crate::evaluate::evaluate;
use crate::expr::EvalError;
use crate::facts::{Facts, decode_each};
use crate::gather::Gather as _;
use crate::link::{Governing, Library, Linked, Program};
use crate::outcome::Verdict;
use crate::ruleset::Marks;
use crate::value::Truth;
use crate::vocabulary::{CaseCode, LimitationStatus, Provided, ReviewCode};

/// What the law says of a case. It is no decision: what is left open is said to be.
#[derive(Debug)]
pub struct Decision {
    /// The acts, in the order of the case.
    pub acts: Vec<Act>,
    /// The acts that are one act, by position; an act of its own is a group of one.
    pub groups: Vec<Vec<usize>>,
    /// One act under several provisions.
    pub concurrence: Vec<Concurrence>,
    /// Several acts together, by party, target and kind.
    pub totals: Vec<Total>,
    /// What the party must be told of and heard on.
    pub rights: Vec<Right>,
    /// The procedure the result calls for; none where no ruleset lays one down.
    pub procedures: Option<Procedures>,
    /// The organ that decides, where the case says so.
    pub organ: Option<Organ>,
    /// Where a person must look, beside the points of each outcome.
    pub points: Vec<CasePoint>,
    /// False while a fact that matters is missing.
    pub determined: bool,
}

/// A right of the party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// What it is.
    pub id: Arc<str>,
    /// Whether the party has it.
    pub holds: Truth,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

impl Decision {
    /// Every version that governs something in the case, each once.
    pub fn governing(&self) -> Vec<&Governing> {
        let acts = self.acts.iter().flat_map(|act| {
            let versions = act.versions.iter().flat_map(|v| &v.of.program.linked.governing);
            versions.chain(act.at_act.governing()).chain(act.at_decision.iter().flat_map(Laws::governing))
        });
        let mut found: Vec<&Governing> = Vec::new();
        for one in acts.chain(self.procedures.iter().flat_map(Procedures::governing)) {
            if !found.iter().any(|known| known.digests == one.digests && known.day == one.day) {
                found.push(one);
            }
        }
        found
    }
}

/// An act linked, not yet evaluated.
struct Prepared<'c> {
    case: &'c ActCase,
    dates: Dates,
    older: Program,
    later: Later,
    newer: Vec<Program>,
    at_act: Laws,
    at_decision: Option<Laws>,
}

/// Decides nothing: finds what the law says of each act of a case and of all together.
///
/// # Errors
/// What is wrong with the request, the rulesets on their days, the facts, or the evaluation; the first kind that is.
pub fn decide(library: &Library, case: &Case) -> Result<Decision, CaseError> {
    let mut points = Vec::new();
    let Decided { acts, chosen, facts } = acts(library, case, Asked::WholeCase, &mut points)?;
    let groups = groups(acts.len(), &case.same_act);
    let concurrence = concurrence(&acts, &groups, &mut points)?;
    let totals = totals(&acts, &groups, &concurrence, &mut points)?;
    unverified(&acts, &concurrence, &totals, &mut points);
    let open = concurrence.iter().any(|c| !c.needed.is_empty())
        || totals.iter().filter_map(|t| t.cap.as_ref()).any(|c| !c.needed.is_empty());
    let procedures = chosen.of(case, &acts, &totals, &facts, &mut points)?;
    let determined =
        !open && acts.iter().all(Act::determined) && procedures.as_ref().is_none_or(Procedures::determined);
    let rights = rights(&acts)?;
    if let Some(organ) = &case.organ {
        points.extend(beyond_power(&acts, organ)?);
    }
    let organ = case.organ.clone();
    Ok(Decision { acts, groups, concurrence, totals, rights, procedures, organ, points, determined })
}

/// The first act of a case, decided apart: what it brings to the case and what procedure it calls for is not asked.
/// That limitation may have run out, as far as facts about it are missing, leaves its outcome as it is.
///
/// # Errors
/// As [`decide`].
pub fn decide_alone(library: &Library, case: &Case) -> Result<Act, CaseError> {
    let Decided { acts, .. } = acts(library, case, Asked::OneOffence, &mut Vec::new())?;
    acts.into_iter().next().ok_or_else(|| CaseError::Request(Vec::new()))
}

/// The acts of a case, each decided apart, with what its procedure needs.
struct Decided<'l> {
    acts: Vec<Act>,
    chosen: Chosen<'l>,
    facts: CaseFacts,
}

fn acts<'l>(
    library: &'l Library,
    case: &Case,
    asked: Asked,
    points: &mut Vec<CasePoint>,
) -> Result<Decided<'l>, CaseError> {
    let mut prepared = Vec::with_capacity(case.acts.len());
    for (act, position) in case.acts.iter().zip(0usize..) {
        prepared.push(prepare(library, case, act, position, points)?);
    }
    let dates: Vec<Dates> = prepared.iter().map(|p| p.dates).gather();
    let chosen = Chosen::new(library, case, &dates)?;
    let (decoded, facts) = decoded(case, &prepared, &chosen.units())?;
    let mut acts = Vec::with_capacity(prepared.len());
    for ((act, facts), position) in prepared.into_iter().zip(decoded).zip(0usize..) {
        acts.push(one(act, facts, position, asked, points)?);
    }
    Ok(Decided { acts, chosen, facts })
}

/// The rights that the laws of the decision give, each once; those of procedure follow the new law at once.
///
/// # Errors
/// Overflow in a condition.
fn rights(acts: &[Act]) -> Result<Vec<Right>, EvalError> {
    let mut found: Vec<Right> = Vec::new();
    for act in acts {
        let laws = act.decided_by();
        for (law, facts) in laws.laws.iter().zip(&laws.facts) {
            for row in &law.rules.rights {
                let holds = row.when.as_ref().map_or(Ok(Truth::True), |when| holds(law, facts, when))?;
                if holds == Truth::False {
                    continue;
                }
                match found.iter_mut().find(|r| r.id == row.id && r.basis == row.basis) {
                    Some(known) => known.holds = known.holds.or(holds),
                    None => found.push(Right { id: row.id.clone(), holds, basis: row.basis.clone() }),
                }
            }
        }
    }
    Ok(found)
}

/// The groups with those that stand alone, in the order of their first act.
fn groups(acts: usize, same_act: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for act in 0..acts {
        match same_act.iter().find(|g| g.contains(&act)) {
            Some(group) => {
                let mut group = group.clone();
                group.sort_unstable();
                if !groups.contains(&group) {
                    groups.push(group);
                }
            }
            None => groups.push(vec![act]),
        }
    }
    groups
}

fn prepare<'c>(
    library: &Library,
    case: &Case,
    act: &'c ActCase,
    position: usize,
    points: &mut Vec<CasePoint>,
) -> Result<Prepared<'c>, CaseError> {
    let fact = |name: &str| {
        let own = act.facts.as_ref().and_then(|f| f.get(name)).map(|n| (n, format!("{}/facts/{name}", act.path)));
        own.or_else(|| case.facts.get(name).map(|n| (n, format!("/facts/{name}"))))
    };
    let dates = Dates::read(&fact, act.continuing).map_err(CaseError::Facts)?;
    let day = dates.of_act().or(case.on).ok_or_else(|| no_day(act))?;
    let older = library.link_case(&act.ruleset, &act.offence, day, &case.general)?;
    if let Some(error) = without_sanction(act, &older) {
        return Err(CaseError::Request(vec![error]));
    }
    let at_act = Laws::new(day, older.case_law());
    points.extend(during(library, &older, &dates, position));
    let decided = dates.decided.date();
    let mut later = later(library, &older, &case.general, decided, position, points)?;
    let newer = match &mut later {
        Later::Offences(programs) | Later::Unknown(_, programs) => std::mem::take(programs),
        _ => Vec::new(),
    };
    let at_decision = match (decided, newer.first()) {
        // While the day of the decision is not known, the later law may be that of the decision.
        (_, Some(newer)) => Some(Laws::new(newer.linked.governing.first().map_or(day, |g| g.day), newer.case_law())),
        // The text of the act, under the general law of the decision.
        (Some(day), None) => Some(Laws::new(day, library.general_law(&older, &case.general, day)?)),
        (None, None) => None,
    };
    let at_decision = at_decision.filter(|laws| !laws.same_texts(&at_act));
    let lighter_law = at_decision.as_ref().unwrap_or(&at_act).provision(Provided::LighterLaw);
    points.extend(between(library, &older, &newer, &case.general, decided, position, lighter_law));
    Ok(Prepared { case: act, dates, older, later, newer, at_act, at_decision })
}

fn no_day(act: &ActCase) -> CaseError {
    let error = super::dates::no_day(&format!("{}/facts/违法行为日", act.path), act.span);
    CaseError::Request(vec![error.says(format!("nothing says which versions govern the act `{}`", act.id))])
}

impl Prepared<'_> {
    /// Everything that reads facts, in one order: programs, then the laws of the two days.
    fn units(&self) -> Vec<&Linked> {
        let programs = std::iter::once(&self.older).chain(&self.newer).map(|p| &p.linked);
        let laws = self.at_act.laws.iter().chain(self.at_decision.iter().flat_map(|l| &l.laws)).map(|l| &l.linked);
        programs.chain(laws).gather()
    }
}

/// The facts of each unit of each act, and of the documents that lay down the procedure: a common fact is right that
/// anything of the case knows, an own one that its act or the procedure does.
fn decoded(
    case: &Case,
    prepared: &[Prepared<'_>],
    procedure: &[&Linked],
) -> Result<(Vec<Vec<Facts>>, CaseFacts), CaseError> {
    let acts = prepared.iter().flat_map(Prepared::units);
    let all: Vec<&Linked> = acts.chain(procedure.iter().copied()).gather();
    let mut errors = Vec::new();
    let mut common = match decode_each(&all, &case.facts) {
        Ok(common) => common.into_iter(),
        Err(found) => {
            errors.extend(found);
            Vec::new().into_iter()
        }
    };
    let (mut decoded, mut of_procedure) = (Vec::with_capacity(prepared.len()), Vec::with_capacity(prepared.len()));
    for act in prepared {
        let mut units = act.units();
        let mut each: Vec<Facts> = common.by_ref().take(units.len()).gather();
        let mut own_of_procedure = None;
        if let Some(node) = &act.case.facts {
            let own = units.len();
            units.extend(procedure);
            match decode_each(&units, node) {
                Ok(mut found) => {
                    own_of_procedure = Some(found.split_off(own.min(found.len())));
                    for ((facts, own), unit) in each.iter_mut().zip(found).zip(&units) {
                        facts.overlay(own, unit, node);
                    }
                }
                Err(found) => errors.extend(found.into_iter().map(|error| error.below(&act.case.path))),
            }
        }
        decoded.push(each);
        of_procedure.push(own_of_procedure);
    }
    let of_procedure = CaseFacts { common: common.gather(), own: of_procedure };
    if errors.is_empty() { Ok((decoded, of_procedure)) } else { Err(CaseError::Facts(errors)) }
}

fn one(
    act: Prepared<'_>,
    facts: Vec<Facts>,
    position: usize,
    asked: Asked,
    points: &mut Vec<CasePoint>,
) -> Result<Act, CaseError> {
    let Prepared { case, dates, older, later, newer, mut at_act, mut at_decision } = act;
    let mut facts = facts.into_iter();
    let mut versions = Vec::new();
    for (program, number) in std::iter::once(older).chain(newer).zip(0usize..) {
        let facts = facts.next().unwrap_or_else(|| Facts::none(&program));
        let mut outcome = evaluate(&program, &facts)?;
        let mut general = circumstances(&program, &facts, &outcome)?;
        restrict(&case.share, &program, &mut outcome, &mut general);
        let general = Some(general);
        let open = Awaited { offence: !outcome.verdict_certain, ..Awaited::default() };
        let of = Evaluated { program: program.into(), facts, outcome, general, executions: Vec::new() };
        versions.push(Version { later: number > 0, of, open });
    }
    for laws in std::iter::once(&mut at_act).chain(&mut at_decision) {
        for slot in &mut laws.facts {
            if let Some(own) = facts.next() {
                *slot = own;
            }
        }
    }
    let sides: Vec<&Evaluated> = versions.iter().map(|v| &v.of).gather();
    let governs = governs(&sides, &later, &dates, (&at_act, at_decision.as_ref()), position, points)?;
    let limitation = limitation(&dates, &at_act, at_decision.as_ref())?;
    look_at(&limitation, &dates, position, points);
    for version in &mut versions {
        let laws = if version.later { at_decision.as_ref().unwrap_or(&at_act) } else { &at_act };
        version.of.executions = executions(laws)?;
        version.open.limitation = limitation.status == LimitationStatus::Possible;
        if asked == Asked::WholeCase || limitation.needed.is_empty() {
            bar(&mut version.of, &limitation);
        }
    }
    let (id, party, share) = (case.id.clone(), case.party.clone(), case.share.clone());
    Ok(Act { id, party, share, dates, versions, governs, at_act, at_decision, limitation })
}

/// What a person must see of the limitation.
fn look_at(limitation: &Limitation, dates: &Dates, act: usize, points: &mut Vec<CasePoint>) {
    match (limitation.status, limitation.dispute) {
        (_, Some(LimitationDispute::AlreadyOver)) => {
            points.push(CasePoint::of(CaseCode::LimitationAlreadyOver, act));
        }
        (_, Some(LimitationDispute::LawsDiffer)) => points.push(CasePoint::of(CaseCode::LimitationLawsDiffer, act)),
        (LimitationStatus::NoRule, _) => points.push(CasePoint::of(CaseCode::NoLimitationRule, act)),
        (LimitationStatus::Possible, None) if limitation.needed.is_empty() => {
            let asked = [("违法行为日", dates.act), ("行为终了日", dates.end), ("发现日", dates.found)];
            let vain = asked.into_iter().filter(|(_, day)| *day == Day::Unascertainable);
            let point = CasePoint::of(CaseCode::LimitationOpen, act);
            points.push(vain.fold(point, |point, (name, _)| point.naming(name)));
        }
        _ => {}
    }
}

/// No penalty where the act is time-barred; orders stand. Where that is open, so is the verdict.
///
/// # Basis
/// 行政处罚法（2021年） 第三十六条 bars the penalty only; 责令改正 is none (第二十八条).
pub(super) fn bar(of: &mut Evaluated, limitation: &Limitation) {
    let outcome = &mut of.outcome;
    if outcome.verdict == Verdict::NotEstablished {
        return;
    }
    match limitation.status {
        LimitationStatus::TimeBarred => {
            outcome.verdict = Verdict::TimeBarred;
            outcome.targets.clear();
            outcome.review_points.retain(|p| p.code == ReviewCode::Unverified);
            of.general = None;
            if outcome.orders.iter().all(|o| o.certain) {
                outcome.verdict_certain = true;
                outcome.irrelevant.append(&mut outcome.needed);
                outcome.irrelevant.sort_unstable();
                outcome.determined = true;
            }
        }
        LimitationStatus::Possible => {
            outcome.verdict_certain = false;
            outcome.determined = outcome.determined && limitation.needed.is_empty();
        }
        LimitationStatus::Within | LimitationStatus::NoRule => {}
    }
}

/// Rows of the case tables that were used and are not verified, or were read in a certain way.
fn unverified(acts: &[Act], concurrence: &[Concurrence], totals: &[Total], points: &mut Vec<CasePoint>) {
    let mut add = |act: usize, row: &str, marks: &Marks, basis: &Option<Arc<str>>| {
        let Some(why) = &marks.unverified else { return };
        let name: Arc<str> = basis.clone().unwrap_or_else(|| row.into());
        let point = CasePoint::of(CaseCode::UnverifiedRow, act).naming(name).naming(why.clone()).basis(basis.clone());
        if !points.contains(&point) {
            points.push(point);
        }
    };
    for (act, position) in acts.iter().zip(0usize..) {
        for period in &act.limitation.periods {
            let laws = if period.later { act.at_decision.as_ref() } else { Some(&act.at_act) };
            let row = laws.and_then(|l| l.get(period.law)).and_then(|l| l.rules.limitation.get(period.row));
            if let Some(row) = row {
                add(position, &row.id, &row.marks, &row.basis);
            }
        }
        if act.governs.comparison.is_some()
            && let Some(row) = act.lighter_law()
        {
            add(position, row.cited_for.as_str(), &row.marks, &Some(row.basis.clone()));
        }
        let clause = act.governs.transition.zip(act.at_decision.as_ref());
        let row = clause.and_then(|((_, law, row), laws)| laws.get(law)?.rules.transition.get(row));
        if let Some(row) = row {
            add(position, &row.id, &row.marks, &row.basis);
        }
    }
    let used =
        concurrence.iter().filter_map(|c| c.rule).chain(totals.iter().filter_map(|t| Some(t.cap.as_ref()?.rule)));
    for (act, law, row) in used {
        let found = acts.get(act).and_then(|a| a.at_act.get(law)).and_then(|l| l.rules.concurrence.get(row));
        if let Some(row) = found {
            add(act, &row.id, &row.marks, &row.basis);
        }
    }
}

/// The names of facts and days that still matter, each with the acts it matters to: days first, the
/// procedure last.
pub fn needed(decision: &Decision) -> Vec<(Arc<str>, Vec<usize>)> {
    let mut found: Vec<(Arc<str>, Vec<usize>)> = Vec::new();
    let mut add = |name: Arc<str>, acts: &[usize]| {
        let position = found.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            found.push((name, Vec::new()));
            found.len().saturating_sub(1)
        });
        if let Some((_, known)) = found.get_mut(position) {
            for act in acts.iter().filter(|a| !known.contains(a)).copied().gather::<Vec<_>>() {
                known.push(act);
            }
        }
    };
    for (act, position) in decision.acts.iter().zip(0usize..) {
        let names = act.governs.needed.iter().chain(&act.limitation.needed).cloned();
        let of =
            |v: &'_ Version| v.of.needed().into_iter().map(|id| v.of.program.linked.facts.at(id).name.clone()).gather();
        let facts: Vec<Vec<Arc<str>>> = act.governing().map(of).gather();
        for name in names.chain(facts.into_iter().flatten()) {
            add(name, &[position]);
        }
    }
    for one in &decision.concurrence {
        one.needed.iter().for_each(|name| add(name.clone(), &one.acts));
    }
    for total in &decision.totals {
        let acts: Vec<usize> = total.parts.iter().map(|p| p.act).gather();
        total.cap.iter().flat_map(|c| &c.needed).for_each(|name| add(name.clone(), &acts));
    }
    if let Some(procedures) = &decision.procedures {
        let all: Vec<usize> = (0..decision.acts.len()).gather();
        procedures.needed().into_iter().for_each(|fact| add(fact.name.clone(), &all));
    }
    found
}
