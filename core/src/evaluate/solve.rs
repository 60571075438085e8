//! The whole evaluation: one pass where all is known; else a pass for each combination of the values that select
//! rows, joined last.

use super::change::Under;
use super::combinations::Combinations;
use super::env::Env;
use super::leaf::{Leaf, leaf};
use super::select::Scenario;
use super::{merge, needed};
use crate::expr::{AtomId, Context, DefineId, EvalError, FactId, Id, LevelSet, Test, Type, Val, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::{Linked, Program};
use crate::outcome::{Outcome, Trace};
use crate::ruleset::RowId;
use crate::value::Truth;

/// The most combinations that are looked at one by one; beyond, conditions stay unknown, and the result is wider
/// but still contains every completion.
const COMBINATIONS: usize = 256;

/// Evaluates one offence.
///
/// # Errors
/// Only when the evaluation cannot finish: overflow, a divisor that is zero for these facts, a value without row.
pub fn evaluate(program: &Program, facts: &Facts) -> Result<Outcome, EvalError> {
    let mut env = Env::new(&program.linked, program.weights(), facts, true);
    if env.all_given() {
        let only = leaf(program, &mut env)?;
        let mut outcome = merge::outcome(program, facts, std::slice::from_ref(&only), Vec::new(), env.trace);
        merge::join_steps(&mut outcome);
        return Ok(outcome);
    }
    let mut solved = solve(program, facts, None, COMBINATIONS, true, None)?;
    let trace = std::mem::take(&mut solved.trace);
    let mut outcome = merge::solved(program, facts, &solved, trace);
    if !outcome.needed.is_empty() {
        outcome.needed = needed::order(program, facts, &outcome);
    }
    merge::join_steps(&mut outcome);
    Ok(outcome)
}

/// The outcome without an order of questions: for analyses that look at many cases.
///
/// # Errors
/// As [`evaluate`].
pub(crate) fn outline(program: &Program, facts: &Facts) -> Result<Outcome, EvalError> {
    let mut solved = solve(program, facts, None, COMBINATIONS, true, None)?;
    let trace = std::mem::take(&mut solved.trace);
    Ok(merge::solved(program, facts, &solved, trace))
}

/// Evaluates one offence under an effect; its questions are those of the plain evaluation.
///
/// # Errors
/// As [`evaluate`].
pub(crate) fn evaluate_under(program: &Program, facts: &Facts, under: &Under) -> Result<Outcome, EvalError> {
    let mut solved = solve(program, facts, None, COMBINATIONS, true, Some(under))?;
    let trace = std::mem::take(&mut solved.trace);
    Ok(merge::solved(program, facts, &solved, trace))
}

/// The results of all combinations.
pub(super) struct Solved {
    pub(super) leaves: Vec<Leaf>,
    /// What was looked at value by value, and the combinations of the values.
    pub(super) splits: Vec<SplitSubject>,
    pub(super) all: Combinations,
    /// For each combination what came of it.
    pub(super) at: Vec<At>,
    /// Why combinations have no value, each reason once.
    pub(super) failures: Vec<EvalError>,
    pub(super) trace: Trace,
}

/// What came of one combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// The values cannot be together.
    Impossible,
    /// Something has no value for these facts: a divisor is zero, no row holds.
    Fails,
    /// The result with this position.
    Leaf(usize),
}

/// What is looked at value by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SplitSubject {
    Fact(FactId),
    Define(DefineId),
    /// A test that facts one by one do not decide: it holds or it fails.
    Atom(AtomId),
}

/// One value of a fact: one of its cells, or that it cannot be ascertained.
#[derive(Clone, Debug)]
pub(super) struct CellChoice {
    pub(super) value: Val,
    pub(super) unascertainable: bool,
}

/// Evaluates with one fact fixed, if asked, and at most so many combinations of the others.
pub(super) fn solve(
    program: &Program,
    facts: &Facts,
    fixed: Option<(FactId, &CellChoice)>,
    combinations: usize,
    surface: bool,
    under: Option<&Under>,
) -> Result<Solved, EvalError> {
    let start = |record| {
        let mut env = Env::new(&program.linked, program.weights(), facts, record);
        env.under = under;
        env.surface = surface;
        env.counts = under.and_then(|u| u.counts.clone());
        if let Some((id, choice)) = fixed {
            set(&mut env, id, choice);
        }
        env
    };
    let mut env = start(surface);
    // What fails here may have a value for some completions: then it is no error of the whole.
    let whole = leaf(program, &mut env);
    let trace = env.trace.clone();
    env.record = false;
    let mut splits: Vec<(SplitSubject, Vec<CellChoice>)> = Vec::new();
    let mut all = Combinations::at_most(combinations);
    let mut add = |splits: &mut Vec<(SplitSubject, Vec<CellChoice>)>, subject, choices: Vec<CellChoice>| {
        if all.take(choices.len()) {
            splits.push((subject, choices));
        }
    };
    for id in &program.selecting {
        if fixed.is_none_or(|(f, _)| f != *id)
            && is_open(&program.linked, facts, *id)
            && matters(whole.as_ref().ok(), facts, *id)
        {
            add(&mut splits, SplitSubject::Fact(*id), choices(&program.linked, facts, *id));
        }
    }
    // A definition of which the cells of its facts leave the value open: behind a list, or of several facts.
    let mut first = start(false);
    for (subject, choices) in &splits {
        if let (SplitSubject::Fact(id), Some(choice)) = (subject, choices.first()) {
            set(&mut first, *id, choice);
        }
    }
    for id in &program.selecting_defines {
        let reads = program.linked.define_reads.get(id.position()).map(Vec::as_slice).unwrap_or(&[]);
        if any_matters(program, whole.as_ref().ok(), facts, reads)
            && first.define(*id).is_ok_and(|value| !value.is_known())
        {
            let cells = program.linked.define_cells.get(id.position()).into_iter().flat_map(|c| c.iter());
            let cells = cells.map(|c| CellChoice { value: c.value.clone(), unascertainable: false });
            add(&mut splits, SplitSubject::Define(*id), cells.gather());
        }
    }
    for id in &program.selecting_atoms {
        let open = env.atom(*id).is_ok_and(|holds| holds == Truth::Unknown);
        if open && any_matters(program, whole.as_ref().ok(), facts, &reads_of(program, *id)) {
            let either =
                [Truth::True, Truth::False].map(|t| CellChoice { value: Val::Truth(t), unascertainable: false });
            add(&mut splits, SplitSubject::Atom(*id), either.into());
        }
    }
    if splits.is_empty() {
        let failures = Vec::new();
        return Ok(Solved { leaves: vec![whole?], splits: Vec::new(), all, at: vec![At::Leaf(0)], failures, trace });
    }
    let mut failures: Vec<EvalError> = Vec::new();
    let (mut leaves, mut at) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
    for number in 0..all.len() {
        let mut env = start(false);
        let mut possible = Ok(true);
        for ((subject, choices), position) in splits.iter().zip(all.positions(number)) {
            match (subject, choices.get(position)) {
                (SplitSubject::Fact(id), Some(choice)) => set(&mut env, *id, choice),
                (SplitSubject::Define(id), Some(choice)) => {
                    possible = possible.and_then(|so_far| Ok(env.bound(*id, &choice.value)? && so_far));
                }
                (SplitSubject::Atom(id), Some(CellChoice { value: Val::Truth(holds), .. })) => {
                    possible = possible.and_then(|so_far| Ok(so_far && env.suppose(*id, *holds)?));
                }
                (SplitSubject::Atom(_), _) | (_, None) => {}
            }
        }
        let result = match possible {
            Ok(false) => {
                at.push(At::Impossible);
                continue;
            }
            Ok(true) => leaf(program, &mut env),
            Err(error) => Err(error),
        };
        match result {
            Ok(leaf) => {
                at.push(At::Leaf(leaves.len()));
                leaves.push(leaf);
            }
            Err(error) => {
                at.push(At::Fails);
                if !failures.contains(&error) {
                    failures.push(error);
                }
            }
        }
    }
    // Without a value for any completion, there is none for the case.
    if leaves.is_empty()
        && let Some(error) = failures.pop()
    {
        return Err(error);
    }
    let splits = splits.into_iter().map(|(subject, _)| subject).gather();
    Ok(Solved { leaves, splits, all, at, failures, trace })
}

/// The facts that a test reads.
pub(super) fn reads_of(program: &Program, id: AtomId) -> Vec<FactId> {
    let linked = &program.linked;
    linked.reads(|visit| walk::test(&linked.atoms.at(id).test, &linked.atoms, visit))
}

/// Whether something that is read of several facts need be looked at value by value: because of one that is missing
/// and matters, or of those asked in vain alone.
fn any_matters(program: &Program, whole: Option<&Leaf>, facts: &Facts, reads: &[FactId]) -> bool {
    let mut missing = reads.iter().filter(|id| matches!(facts.get(**id), Fact::Missing)).peekable();
    match missing.peek() {
        Some(_) => missing.any(|id| matters(whole, facts, *id)),
        None => reads.iter().any(|id| is_open(&program.linked, facts, *id)),
    }
}

pub(super) fn set(env: &mut Env<'_>, id: FactId, choice: &CellChoice) {
    env.fix(id, choice.value.clone(), choice.unascertainable);
}

/// Whether the value of a fact is open: missing, or asked in vain and without a rule for that.
pub(super) fn is_open(linked: &Linked, facts: &Facts, id: FactId) -> bool {
    match facts.get(id) {
        Fact::Given(_) => false,
        Fact::Missing => true,
        // A factor that counts as its lowest level must not see the values the fact might have had.
        Fact::Unascertainable => linked.facts.at(id).lowest.is_none() && !asked_by_factor(linked, id),
    }
}

/// A fact that nothing open depends on need not be looked at value by value.
fn matters(whole: Option<&Leaf>, facts: &Facts, id: FactId) -> bool {
    matches!(facts.get(id), Fact::Unascertainable) || whole.is_none_or(|whole| whole.open.contains(&id))
}

/// The values of an open fact that make a difference.
pub(super) fn choices(linked: &Linked, facts: &Facts, id: FactId) -> Vec<CellChoice> {
    let mut choices: Vec<CellChoice> = linked
        .cells
        .get(id.position())
        .map(|cells| cells.iter().map(|c| CellChoice { value: c.value.clone(), unascertainable: false }).gather())
        .unwrap_or_default();
    if !matches!(facts.get(id), Fact::Missing) || !linked.facts.at(id).can_be_unascertainable {
        return choices;
    }
    let by_factor = asked_by_factor(linked, id);
    if !by_factor && !linked.atoms.iter().any(|a| a.test == Test::Unascertainable(id)) {
        return choices;
    }
    if linked.facts.at(id).lowest.is_some() {
        choices.push(CellChoice { value: Val::Levels(LevelSet::one(0)), unascertainable: true });
    } else if by_factor {
        choices.push(CellChoice { value: whole_value(linked, id), unascertainable: true });
    } else {
        // Asked in vain, it is still looked at value by value.
        let asked: Vec<CellChoice> =
            choices.iter().map(|c| CellChoice { value: c.value.clone(), unascertainable: true }).gather();
        choices.extend(asked);
    }
    choices
}

/// What an open fact may turn out to be, one by one, where those are few: yes or no, a level, or that it cannot be
/// ascertained where that makes a difference. None for a number or a day, and where the law has a rule of its own for
/// what was asked in vain.
pub(crate) fn values(program: &Program, facts: &Facts, id: FactId) -> Vec<Fact> {
    let linked = &program.linked;
    let few = matches!(linked.facts.at(id).ty, Type::Truth | Type::Levels(_));
    let ruled = || linked.atoms.iter().any(|a| a.test == Test::Unascertainable(id));
    let in_vain = matches!(facts.get(id), Fact::Unascertainable);
    if !few || !is_open(&program.linked, facts, id) || (in_vain && ruled()) {
        return Vec::new();
    }
    let choices = choices(linked, facts, id);
    let vain = choices.iter().any(|c| c.unascertainable).then_some(Fact::Unascertainable);
    let given = choices.into_iter().filter(|c| !c.unascertainable).map(|c| Fact::Given(c.value));
    given.chain(vain).gather()
}

fn whole_value(linked: &Linked, id: FactId) -> Val {
    let declared = linked.facts.at(id);
    match Val::unknown(&declared.ty) {
        Val::Num(_) => Val::Num(crate::expr::Num::of(declared.domain)),
        other => other,
    }
}

/// Whether a factor that reads the fact has a level for what cannot be ascertained.
fn asked_by_factor(linked: &Linked, id: FactId) -> bool {
    linked.factors.enumerate().any(|(factor, f)| {
        f.lowest.is_some() && linked.factor_reads.get(factor.position()).is_some_and(|reads| reads.contains(&id))
    })
}

/// Whether two passes came to the same result; which of several rows that give the same was the ground is none.
pub(super) fn same_result(program: &Program, a: &Leaf, b: &Leaf) -> bool {
    if (a.established, &a.orders, &a.authority) != (b.established, &b.orders, &b.authority) {
        return false;
    }
    if a.scenarios == b.scenarios {
        return a.entries == b.entries;
    }
    let rows = program.rows();
    let row = |at: Option<RowId>| at.and_then(|at| rows.get(at));
    let alike = |x: &Scenario, y: &Scenario| {
        let same_row = x.row == y.row || row(x.row).zip(row(y.row)).is_some_and(|(x, y)| x.gives_the_same(y));
        same_row && (x.branch, x.position, x.beyond) == (y.branch, y.position, y.beyond)
    };
    let of = |leaf: &'_ Leaf, scenario: usize| {
        let own = leaf.entries.iter().filter(|e| e.scenario == scenario);
        own.map(|e| (e.sanction, e.holds, e.amount, e.statutory)).gather::<Vec<_>>()
    };
    let within = |a: &Leaf, b: &Leaf| {
        (0usize..).zip(a.scenarios.iter()).all(|(at, x)| {
            (0usize..).zip(b.scenarios.iter()).any(|(other, y)| alike(x, y) && of(a, at) == of(b, other))
        })
    };
    within(a, b) && within(b, a)
}
