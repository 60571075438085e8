//! What would change the result: for each fact the nearest other value with another verdict, tier, sanction or amount.

use crate::evaluate::outline;
use crate::expr::{EvalError, Expr, FactId, Id, LevelSet, Num, Test, Type, Val, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Measure, Outcome, Step, Way};
use crate::ruleset::{FactDecl, PositionId, SanctionId, TierId};
use crate::value::{Bound, Interval, Rational};
use crate::vocabulary::{Side, Target};

/// Another day of the act may be under another version, which this program is not.
///
/// # Basis
/// 行政处罚法 第三十七条.
const CHOOSES_VERSIONS: [&str; 2] = ["违法行为日", "行为终了日"];

/// One fact changed, all others as they are.
#[derive(Clone, Debug)]
pub struct FactChange {
    /// The fact.
    pub fact: FactId,
    /// Where the other value lies.
    pub side: Side,
    /// The value, with which the case was evaluated.
    pub value: Val,
    /// The end it stands at, where the fact is a number or a day; exclusive where the value lies beyond it.
    pub from: Option<Bound>,
    /// What then results, without an order of questions.
    pub outcome: Outcome,
}

/// What was found, and what was not looked at.
#[derive(Clone, Debug, Default)]
pub struct Nearest {
    /// The changes, in the order of declaration, the lesser value first.
    pub changes: Vec<FactChange>,
    /// Given facts of which not every value that may make a difference was looked at: lists, texts, and numbers that
    /// a condition compares with something else than a constant.
    pub not_tried: Vec<FactId>,
}

/// Changes one given fact at a time to the nearest values at which conditions turn, and evaluates.
///
/// A change is kept when the verdict, a tier, a position, a branch, a row of the statutory range, a sanction or an
/// amount is another one; an amount that only grows with its base is none. What it grows with is seen from a number
/// that no condition tells from that of the case.
///
/// # Errors
/// As [`evaluate()`](crate::evaluate()); a value with which the evaluation cannot finish is left out.
pub fn nearest(program: &Program, facts: &Facts) -> Result<Nearest, EvalError> {
    let here = signature(&outline(program, facts)?);
    let mut found = Nearest::default();
    for (id, declared) in program.linked.facts.enumerate() {
        let Fact::Given(value) = facts.get(id) else { continue };
        if CHOOSES_VERSIONS.contains(&&*declared.name) {
            found.not_tried.push(id);
            continue;
        }
        if !all_values(program, id) {
            found.not_tried.push(id);
        }
        let other = alike(program, id, value).and_then(|v| with(program, facts, id, v));
        let grows = other.is_some_and(|(_, other)| other.amounts != here.amounts);
        for (side, values) in around(program, id, declared, value) {
            for (value, from) in values {
                let Some((outcome, there)) = with(program, facts, id, value.clone()) else { continue };
                if there.kinds != here.kinds || !grows && there.amounts != here.amounts {
                    found.changes.push(FactChange { fact: id, side, value, from, outcome });
                    if side != Side::Other {
                        break;
                    }
                }
            }
        }
    }
    Ok(found)
}

/// What results with another value.
fn with(program: &Program, facts: &Facts, id: FactId, value: Val) -> Option<(Outcome, Signature)> {
    let mut changed = facts.clone();
    changed.set(id, Fact::Given(value));
    let outcome = outline(program, &changed).ok()?;
    let signature = signature(&outcome);
    Some((outcome, signature))
}

/// Whether the cells of a fact are all the values that conditions tell apart.
fn all_values(program: &Program, id: FactId) -> bool {
    let subject = Expr::Fact(id);
    match program.linked.facts.at(id).ty {
        Type::Truth | Type::Levels(_) => true,
        Type::Number(_) | Type::Date => !program.linked.atoms.iter().any(|atom| {
            let with_constant = matches!(&atom.test, Test::Compare(_, sides)
                if sides.first() == Some(&subject) && matches!(sides.get(1), Some(Expr::Number(_))));
            let mut reads = false;
            walk::test(&atom.test, &program.linked.atoms, &mut |e| {
                reads = reads
                    || match e {
                        Expr::Fact(other) => *other == id,
                        Expr::Define(define) => {
                            program.linked.define_reads.get(define.position()).is_some_and(|r| r.contains(&id))
                        }
                        _ => false,
                    };
            });
            reads && !with_constant
        }),
        Type::Text | Type::List(_) | Type::Record(_) => false,
    }
}

type Values = Vec<(Val, Option<Bound>)>;

/// The other values of a fact that make a difference, nearest first, side by side.
fn around(program: &Program, id: FactId, declared: &FactDecl, value: &Val) -> Vec<(Side, Values)> {
    let Some(cells) = program.linked.cells.get(id.position()) else { return Vec::new() };
    match (value, &declared.ty) {
        (Val::Truth(truth), _) => vec![(Side::Other, vec![(Val::Truth(truth.not()), None)])],
        (Val::Levels(set), Type::Levels(levels)) => {
            let Some(here) = set.single() else { return Vec::new() };
            let level = |p: usize| (Val::Levels(LevelSet::one(p)), None);
            let (below, above) = ((0..here).rev().map(level), (here.saturating_add(1)..levels.names.len()).map(level));
            if levels.ordered {
                vec![(Side::Less, below.gather()), (Side::More, above.gather())]
            } else {
                vec![(Side::Other, below.rev().chain(above).gather())]
            }
        }
        (Val::Num(number), _) => {
            let Some(here) = number.point() else { return Vec::new() };
            let (mut below, mut above): (Values, Values) = (Vec::new(), Vec::new());
            for cell in cells.iter() {
                let Val::Num(cell) = &cell.value else { continue };
                let cell = cell.interval();
                if cell.contains(here) {
                    continue;
                }
                let under = cell.hi().value().is_some_and(|end| end <= here);
                let (end, inward) = if under { (cell.hi(), -1) } else { (cell.lo(), 1) };
                let Some(value) = at_end(declared, cell, end, inward) else { continue };
                if under { &mut below } else { &mut above }.push((Val::Num(Num::Point(value)), Some(end)));
            }
            below.reverse();
            vec![(Side::Less, below), (Side::More, above)]
        }
        _ => Vec::new(),
    }
}

/// Another number that no condition tells from that of the case, if there is one: half-way to an end of its cell.
fn alike(program: &Program, id: FactId, value: &Val) -> Option<Val> {
    let Val::Num(number) = value else { return None };
    let here = number.point()?;
    let cell = program.linked.cells.get(id.position())?.iter().find_map(|cell| match &cell.value {
        Val::Num(cell) => Some(cell.interval()).filter(|cell| cell.contains(here)),
        _ => None,
    })?;
    let end = [cell.lo(), cell.hi()].into_iter().filter_map(Bound::value).find(|end| *end != here);
    let sum = here.add(end.or_else(|| here.add(Rational::ONE).ok())?).ok()?;
    let other = sum.div(Rational::new(2, 1).ok()?).ok()?;
    cell.contains(other).then_some(Val::Num(Num::Point(other)))
}

/// The value of a cell nearest to one of its ends, as the fact can be written: a day, a whole number, a 分 of money.
///
/// Between numbers without such a step nothing is nearest to an end that is out: then some value beyond it.
fn at_end(declared: &FactDecl, cell: Interval, end: Bound, inward: i128) -> Option<Rational> {
    let at = end.value()?;
    let scale = declared.unit.as_ref().map_or(Rational::ONE, |u| u.scale);
    let step = if declared.ty == Type::Date {
        Some(Rational::ONE)
    } else if declared.money {
        Rational::new(1, 100).ok()
    } else if declared.integer {
        Some(scale)
    } else {
        None
    };
    let value = match step {
        Some(step) => {
            let steps = at.div(step).ok()?;
            let whole = if inward > 0 { steps.ceil() } else { steps.floor() };
            let on_grid = whole.mul(step).ok()?;
            if cell.contains(on_grid) {
                on_grid
            } else {
                whole.add(Rational::new(inward, 1).ok()?).ok()?.mul(step).ok()?
            }
        }
        None if end.is_inclusive() => at,
        None => {
            let other = if inward > 0 { cell.hi() } else { cell.lo() };
            match other.value() {
                Some(other) => at.add(other).ok()?.div(Rational::new(2, 1).ok()?).ok()?,
                None => at.add(scale.mul(Rational::new(inward, 1).ok()?).ok()?).ok()?,
            }
        }
    };
    cell.contains(value).then_some(value)
}

/// What makes two outcomes different for [`nearest`].
struct Signature {
    kinds: Kinds,
    amounts: Vec<Option<Measure>>,
}

/// What differs whatever the amounts are.
#[derive(PartialEq)]
struct Kinds {
    verdict: (crate::outcome::Verdict, bool),
    targets: Vec<TargetKinds>,
    statutory_rows: Vec<(SanctionId, Option<usize>)>,
}

#[derive(PartialEq)]
struct TargetKinds {
    target: Target,
    tiers: Vec<TierId>,
    maybe_no_tier: bool,
    positions: Vec<PositionId>,
    sanctions: Vec<(std::sync::Arc<str>, bool, bool, Vec<Way>)>,
}

fn signature(outcome: &Outcome) -> Signature {
    let mut amounts = Vec::new();
    let targets = outcome.targets.iter().map(|t| TargetKinds {
        target: t.target,
        tiers: t.tiers.clone(),
        maybe_no_tier: t.maybe_no_tier,
        positions: t.positions.clone(),
        sanctions: t
            .sanctions
            .iter()
            .map(|s| {
                // While facts are missing, several completions may come to the same.
                for amount in s.possible.iter().map(|p| s.in_way(p.way).and_then(|p| p.amount)) {
                    if !amounts.contains(&amount) {
                        amounts.push(amount);
                    }
                }
                // Two rows without a tier may come to the same.
                let mut ways: Vec<Way> = s.possible.iter().map(|p| Way { row: None, ..p.way }).gather();
                ways.sort_unstable();
                ways.dedup();
                (s.id.clone(), s.must, s.certain, ways)
            })
            .gather(),
    });
    let targets = targets.gather();
    let mut statutory_rows = Vec::new();
    for step in &outcome.trace.steps {
        if let Step::Statute { sanction, row, .. } = step
            && !statutory_rows.contains(&(*sanction, *row))
        {
            statutory_rows.push((*sanction, *row));
        }
    }
    let verdict = (outcome.verdict, outcome.verdict_certain);
    Signature { kinds: Kinds { verdict, targets, statutory_rows }, amounts }
}
