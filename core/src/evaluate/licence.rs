//! Evaluation of one licence: the parts each on their own, then the stages of the law in order. What is possible
//! stays possible; the first stage that surely ends the matter ends it.
//!
//! Open facts are looked at value by value, as for an offence, so that what cannot be together is not possible: those
//! that are missing, and those that cannot be ascertained, of which nobody is asked.
//!
//! # Basis
//! 行政许可法 第三十二条 (not needed, not competent, supplement), 第三十八条 (grant or refuse), 第五十条 (renewal).

mod parts;
mod time;
mod stages;
mod join;
mod about;
mod points;
mod applicants;

pub(crate) use about::{About, parts};
pub use applicants::evaluate_applicants;

use super::combinations::Combinations;
use super::env::Env;
use super::reads::OpenReads;
use super::solve::{CellChoice, choices, is_open, set};
use crate::expr::{Atom, AtomId, Cond, EvalError, Expr, FactId, Table, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{LicenceOutcome, LicenceReview};
use crate::value::{Date, Truth};
use crate::vocabulary::{ConditionStatus, DocumentStatus, LicenceReviewCode};

/// The most combinations of open facts that are looked at one by one; beyond, the result is wider and still sound.
const COMBINATIONS: usize = 256;
/// Fewer for the order of questions, which is a matter of convenience.
const FOR_ORDER: usize = 32;

/// Something of the licence that facts decide: what it reads is asked for while it is open.
#[derive(Clone, Copy)]
pub(crate) enum LicencePart<'p> {
    Cond(&'p Cond),
    Expr(&'p Expr),
    Fact(FactId),
}

impl LicencePart<'_> {
    /// Every expression in it.
    pub(crate) fn walk(self, atoms: &Table<AtomId, Atom>, visit: &mut dyn FnMut(&Expr)) {
        match self {
            Self::Cond(cond) => walk::cond(cond, atoms, visit),
            Self::Expr(expr) => walk::expr(expr, atoms, visit),
            Self::Fact(id) => visit(&Expr::Fact(id)),
        }
    }
}

/// A case, and the facts that are looked at with one of their values.
struct LicenceCase<'p> {
    program: &'p LicenceProgram,
    facts: &'p Facts,
    as_of: Option<Date>,
    /// Whether the number of licences counts.
    limited: bool,
}

/// Evaluates one licence. `as_of` is the day as of which the question is asked: what time has run out is judged by it.
///
/// ```
/// # use cailiang::{Facts, Library, Ruleset, Source, evaluate::evaluate_licence, value::Date};
/// # use cailiang::vocabulary::DecisionKind;
/// # let text = "cailiang: 1\nruleset: cn.a\ntitle: 示例\nissuer: 示例\nin_force: {from: 2024-01-01}\nstatus: in_force
/// # laws: {甲法: {title: 甲法, rank: law}}\nfacts: {面积: {type: number, unit: 平方米}}\nlicences:
/// #   - {id: a, name: 甲, procedure: 新办, basis: 甲法 第一条, conditions: [
/// #      {id: 面积, require: 面积 >= 200平方米, basis: 甲法 第二条}]}";
/// # let mut library = Library::new();
/// # library.add(Ruleset::compile(&Source::new("a.yaml", text)).0.unwrap()).unwrap();
/// let day = Date::parse("2024-05-01").unwrap();
/// let program = library.link_licence("cn.a", "a", day, day).unwrap();
/// let decision = |facts| {
///     let facts = Facts::read(&program, &Source::new("case", facts)).unwrap();
///     evaluate_licence(&program, &facts, Some(day)).unwrap().decision().map(|d| d.kind)
/// };
/// // The condition is 面积 >= 200平方米.
/// assert_eq!(decision("{面积: 200}"), Some(DecisionKind::Grant));
/// assert_eq!(decision("{面积: 199.99}"), Some(DecisionKind::Refuse));
/// assert_eq!(decision("{}"), None);
/// ```
///
/// # Errors
/// Only when the evaluation cannot finish: overflow, a year without working-day calendar, a value without row.
pub fn evaluate_licence(
    program: &LicenceProgram,
    facts: &Facts,
    as_of: Option<Date>,
) -> Result<LicenceOutcome, EvalError> {
    evaluated(program, facts, as_of, true)
}

/// With or without the limit of the number.
fn evaluated(
    program: &LicenceProgram,
    facts: &Facts,
    as_of: Option<Date>,
    limited: bool,
) -> Result<LicenceOutcome, EvalError> {
    let case = LicenceCase { program, facts, as_of, limited };
    let (mut outcome, open) = case.solve(&[], COMBINATIONS)?;
    points::all(program, facts, as_of, &mut outcome, &open);
    if outcome.needed.len() > 1 {
        outcome.needed = case.order(&outcome.needed);
    }
    Ok(outcome)
}

impl<'p> LicenceCase<'p> {
    /// The whole result with some facts fixed, and of the others at most so many combinations one by one; and the facts
    /// it is open for, missing or asked in vain.
    fn solve(
        &self,
        fixed: &[(FactId, &CellChoice)],
        combinations: usize,
    ) -> Result<(LicenceOutcome, Vec<FactId>), EvalError> {
        let (mut outcome, mut open) = self.pass(fixed)?;
        let mut splits: Vec<(FactId, Vec<CellChoice>)> = Vec::new();
        let mut all = Combinations::at_most(combinations);
        let looked_at = |id: &FactId| is_open(&self.program.linked, self.facts, *id);
        for id in open.iter().filter(|id| looked_at(id) && fixed.iter().all(|(f, _)| f != *id)) {
            let choices = choices(&self.program.linked, self.facts, *id);
            if all.take(choices.len()) {
                splits.push((*id, choices));
            }
        }
        if splits.is_empty() {
            return Ok((outcome, open));
        }
        let mut leaves = Vec::with_capacity(all.len());
        let mut failure = None;
        for number in 0..all.len() {
            let mut with = fixed.to_vec();
            for ((id, choices), position) in splits.iter().zip(all.positions(number)) {
                with.extend(choices.get(position).map(|choice| (*id, choice)));
            }
            match self.pass(&with) {
                Ok(leaf) => leaves.push(leaf),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        match failure {
            None => {
                let splits: Vec<FactId> = splits.into_iter().map(|(id, _)| id).gather();
                join::join(&mut outcome, &mut open, self.facts, (&splits, &all), &leaves);
            }
            // What has no value for any completion has none for the case.
            Some(error) if leaves.is_empty() => return Err(error),
            // What some completions lead to is not known: what was possible before they were looked at stays.
            Some(error) => self.fails(&mut outcome, &error),
        }
        Ok((outcome, open))
    }

    /// Some completions have no value, and that is said.
    fn fails(&self, outcome: &mut LicenceOutcome, error: &EvalError) {
        let licence = &self.program.licence;
        let code = match error {
            EvalError::NoCalendarYear { .. } => LicenceReviewCode::CalendarUnknown,
            _ => LicenceReviewCode::NoValue,
        };
        let (rule, basis) = (licence.name.clone(), Some(licence.basis.clone()));
        outcome.determined = false;
        outcome.review_points.push(LicenceReview { code, rule, certain: false, note: None, basis });
    }

    /// One evaluation, and the facts it is open for: missing, or asked in vain.
    fn pass(&self, fixed: &[(FactId, &CellChoice)]) -> Result<(LicenceOutcome, Vec<FactId>), EvalError> {
        let Self { program, facts, as_of, limited } = *self;
        let mut env = Env::new(&program.linked, None, facts, fixed.is_empty());
        for (id, choice) in fixed {
            set(&mut env, *id, choice);
        }
        let mut outcome = parts::all(program, &mut env, limited)?;
        time::all(program, &mut env, as_of, &mut outcome)?;
        let (possible, decisive, rest) = stages::all(program, &mut env, &mut outcome)?;
        outcome.possible = possible;
        let record = std::mem::replace(&mut env.record, false);
        let others = open(program, &mut env, &rest)?;
        let is_missing = |id: &FactId| matches!(facts.get(*id), Fact::Missing);
        outcome.determined = outcome.possible.len() == 1 && !others.iter().any(is_missing);
        let mut open = open(program, &mut env, &decisive)?;
        open.extend(others.into_iter().filter(|id| !open.contains(id)).gather::<Vec<_>>());
        let ids = || program.linked.facts.enumerate().map(|(id, _)| id);
        open = ids().filter(|id| open.contains(id)).gather();
        outcome.needed = open.iter().copied().filter(is_missing).gather();
        if fixed.is_empty() {
            let everything = self::open(program, &mut env, &about::everything(&program.licence, &outcome))?;
            outcome.used = ids().filter(|id| matches!(facts.get(*id), Fact::Given(_))).gather();
            outcome.irrelevant = ids().filter(|id| is_missing(id) && !everything.contains(id)).gather();
        }
        env.record = record;
        outcome.trace = std::mem::take(&mut env.trace);
        Ok((outcome, open))
    }

    /// The needed facts, the one whose worst answer leaves the least open first; ties in the order of declaration.
    fn order(&self, needed: &[FactId]) -> Vec<FactId> {
        let mut ranked: Vec<(Option<(usize, usize)>, FactId)> = Vec::new();
        for id in needed {
            let mut worst = None;
            for choice in choices(&self.program.linked, self.facts, *id) {
                // A day of a year without calendar is no reason to ask later: the other answers say enough.
                let Ok((outcome, _)) = self.solve(&[(*id, &choice)], FOR_ORDER) else { continue };
                worst = worst.max(Some((outcome.possible.len(), left_open(&outcome))));
            }
            ranked.push((worst, *id));
        }
        ranked.sort_by(|(a, x), (b, y)| (a.is_none(), a, x).cmp(&(b.is_none(), b, y)));
        ranked.into_iter().map(|(_, id)| id).gather()
    }
}

/// The facts, missing or asked in vain, that parts depend on.
fn open<'p>(
    program: &'p LicenceProgram,
    env: &mut Env<'p>,
    parts: &[LicencePart<'p>],
) -> Result<Vec<FactId>, EvalError> {
    let mut open = OpenReads::new(&program.linked, None, env).in_vain();
    for part in parts {
        match part {
            LicencePart::Cond(cond) => open.cond(cond)?,
            LicencePart::Expr(expr) => open.expr(expr)?,
            LicencePart::Fact(id) => open.expr(&Expr::Fact(*id))?,
        }
    }
    Ok(open.facts())
}

fn left_open(outcome: &LicenceOutcome) -> usize {
    let conditions = outcome.conditions.iter().filter(|c| c.status == ConditionStatus::Unknown).count();
    let documents = outcome.documents.iter().filter(|d| **d == DocumentStatus::Unknown).count();
    let rows = [&outcome.bars, &outcome.exempt, &outcome.grounds];
    let rows = rows.into_iter().flatten().filter(|t| **t == Truth::Unknown).count();
    conditions.saturating_add(documents).saturating_add(rows)
}
