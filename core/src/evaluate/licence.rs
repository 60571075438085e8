//! Evaluation of one licence: the parts each on their own, then the stages of the law in order. What is possible
//! stays possible; the first stage that surely ends the matter ends it.
//!
//! Open facts are looked at value by value, as for an offence, so that what cannot be together is not possible.
//!
//! # Basis
//! 行政许可法 第三十二条 (not needed, not competent, supplement), 第三十八条 (grant or refuse), 第五十条 (renewal).

mod parts;
mod time;
mod stages;
mod about;
mod points;
mod applicants;

pub(crate) use about::{About, parts};
pub use applicants::evaluate_applicants;

use super::env::Env;
use super::reads::Open;
use super::solve::{Choice, choices, set};
use crate::expr::{Atom, AtomId, Cond, EvalError, Expr, FactId, Table, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionStatus, DecisionKind, DocumentStatus, LicenceOutcome};
use crate::value::{Date, Truth};

/// The most combinations of open facts that are looked at one by one; beyond, the result is wider and still sound.
const COMBINATIONS: usize = 256;
/// Fewer for the order of questions, which is a matter of convenience.
const FOR_ORDER: usize = 32;

/// Something of the licence that facts decide: what it reads is asked for while it is open.
#[derive(Clone, Copy)]
pub(crate) enum Part<'p> {
    Cond(&'p Cond),
    Expr(&'p Expr),
    Fact(FactId),
}

impl Part<'_> {
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
struct Case<'p> {
    program: &'p LicenceProgram,
    facts: &'p Facts,
    as_of: Option<Date>,
    /// Whether the number of licences counts.
    limited: bool,
}

/// Evaluates one licence. `as_of` is the day as of which the question is asked: what time has run out is judged by it.
///
/// ```
/// # use cailiang::{Facts, Library, Ruleset, Source, evaluate::evaluate_licence, outcome::DecisionKind, value::Date};
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
    let case = Case { program, facts, as_of, limited };
    let mut outcome = case.solve(&[], COMBINATIONS)?;
    let asked = |id: &FactId| facts.get(*id) == &Fact::Unascertainable;
    let unascertainable = program.linked.facts.enumerate().map(|(id, _)| id).filter(asked).gather();
    points::all(program, facts, as_of, &mut outcome, unascertainable);
    if outcome.needed.len() > 1 {
        outcome.needed = case.order(&outcome.needed);
    }
    Ok(outcome)
}

impl<'p> Case<'p> {
    /// The whole result with some facts fixed, and of the others at most so many combinations one by one.
    fn solve(&self, fixed: &[(FactId, &Choice)], combinations: usize) -> Result<LicenceOutcome, EvalError> {
        let (mut outcome, open) = self.pass(fixed)?;
        let mut splits: Vec<(FactId, Vec<Choice>)> = Vec::new();
        let mut size = 1usize;
        for id in open.into_iter().filter(|id| fixed.iter().all(|(f, _)| f != id)) {
            let choices = choices(&self.program.linked, self.facts, id);
            if let Some(next) = size.checked_mul(choices.len()).filter(|n| *n <= combinations && choices.len() > 1) {
                size = next;
                splits.push((id, choices));
            }
        }
        // With one decision left and nothing open there is nothing to look at.
        if splits.is_empty() || (outcome.possible.len() == 1 && outcome.determined) {
            return Ok(outcome);
        }
        let mut leaves = Vec::with_capacity(size);
        for mut number in 0..size {
            let mut with = fixed.to_vec();
            for (id, choices) in &splits {
                let count = choices.len().max(1);
                with.extend(choices.get(number.checked_rem(count).unwrap_or(0)).map(|choice| (*id, choice)));
                number = number.checked_div(count).unwrap_or(0);
            }
            leaves.push(self.pass(&with)?.0);
        }
        self.join(&mut outcome, &splits, &leaves);
        Ok(outcome)
    }

    /// What the combinations leave possible, and which facts make a difference among them.
    fn join(&self, outcome: &mut LicenceOutcome, splits: &[(FactId, Vec<Choice>)], leaves: &[LicenceOutcome]) {
        outcome.possible.retain(|decision| leaves.iter().any(|leaf| leaf.possible.contains(decision)));
        let mut matter: Vec<FactId> = Vec::new();
        let mut stride = 1usize;
        for (id, choices) in splits {
            let count = choices.len().max(1);
            let first = |number: usize| {
                let own = number.checked_div(stride).and_then(|n| n.checked_rem(count)).unwrap_or(0);
                number.saturating_sub(own.saturating_mul(stride))
            };
            let differs = leaves
                .iter()
                .zip(0usize..)
                .any(|(leaf, number)| leaves.get(first(number)).is_some_and(|other| !same_result(leaf, other)));
            if differs {
                matter.push(*id);
            }
            stride = stride.saturating_mul(count);
        }
        let is_missing = |id: &FactId| matches!(self.facts.get(*id), Fact::Missing);
        let split = |id: &FactId| splits.iter().any(|(other, _)| other == id);
        outcome.needed.retain(|id| match split(id) {
            true => matter.contains(id),
            false => leaves.iter().any(|leaf| leaf.needed.contains(id)),
        });
        outcome.needed.retain(is_missing);
        outcome.determined =
            outcome.possible.len() == 1 && matter.is_empty() && leaves.iter().all(|leaf| leaf.determined);
    }

    /// One evaluation, and the facts it is open for.
    fn pass(&self, fixed: &[(FactId, &Choice)]) -> Result<(LicenceOutcome, Vec<FactId>), EvalError> {
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
        let others = missing(program, &mut env, &rest)?;
        outcome.determined = outcome.possible.len() == 1 && others.is_empty();
        let mut open = missing(program, &mut env, &decisive)?;
        open.extend(others.into_iter().filter(|id| !open.contains(id)).gather::<Vec<_>>());
        let ids = || program.linked.facts.enumerate().map(|(id, _)| id);
        let is_missing = |id: &FactId| matches!(facts.get(*id), Fact::Missing);
        open = ids().filter(|id| open.contains(id)).gather();
        outcome.needed = open.iter().copied().filter(is_missing).gather();
        if fixed.is_empty() {
            let everything = missing(program, &mut env, &about::everything(&program.licence, &outcome))?;
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
                let Ok(outcome) = self.solve(&[(*id, &choice)], FOR_ORDER) else { continue };
                worst = worst.max(Some((outcome.possible.len(), left_open(&outcome))));
            }
            ranked.push((worst, *id));
        }
        ranked.sort_by(|(a, x), (b, y)| (a.is_none(), a, x).cmp(&(b.is_none(), b, y)));
        ranked.into_iter().map(|(_, id)| id).gather()
    }
}

/// The missing facts that parts depend on.
fn missing<'p>(program: &'p LicenceProgram, env: &mut Env<'p>, parts: &[Part<'p>]) -> Result<Vec<FactId>, EvalError> {
    let mut open = Open::new(&program.linked, None, env);
    for part in parts {
        match part {
            Part::Cond(cond) => open.cond(cond)?,
            Part::Expr(expr) => open.expr(expr)?,
            Part::Fact(id) => open.expr(&Expr::Fact(*id))?,
        }
    }
    Ok(open.facts())
}

/// Whether two passes come to the same decision, with the same of what makes it complete.
fn same_result(a: &LicenceOutcome, b: &LicenceOutcome) -> bool {
    let same_content = match a.decision().map(|d| d.kind) {
        Some(DecisionKind::Grant) => a.terms == b.terms,
        Some(DecisionKind::NotAccepted) => a.authority == b.authority,
        Some(DecisionKind::Supplement) => a.documents == b.documents,
        Some(DecisionKind::Pending) => a.steps == b.steps,
        _ => true,
    };
    a.possible == b.possible && a.determined == b.determined && same_content
}

fn left_open(outcome: &LicenceOutcome) -> usize {
    let conditions = outcome.conditions.iter().filter(|c| c.status == ConditionStatus::Unknown).count();
    let documents = outcome.documents.iter().filter(|d| **d == DocumentStatus::Unknown).count();
    let rows = [&outcome.bars, &outcome.exempt, &outcome.grounds];
    let rows = rows.into_iter().flatten().filter(|t| **t == Truth::Unknown).count();
    conditions.saturating_add(documents).saturating_add(rows)
}
