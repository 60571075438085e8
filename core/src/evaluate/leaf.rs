//! One pass over the offence for one set of facts: elements, branches, rows, sanctions.

use super::change::changed;
use super::env::Env;
use super::few::Few;
use super::narrow::{By, SanctionCase, narrow, times_count};
use super::reviews;
use super::select::{Scenario, scenarios};
use super::statute::{Statutory, statutory};
use crate::expr::{EvalError, Expr, FactId, Special, walk};
use crate::link::Program;
use crate::outcome::{Amount, Measure, ReviewPoint, Rule, Step};
use crate::ruleset::{How, Narrowing, OrderId, Sanction, SanctionId};
use crate::value::Truth;
use crate::vocabulary::{Force, PartOf, ReviewCode};

/// A sanction as one scenario has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LeafEntry {
    pub(super) scenario: usize,
    pub(super) sanction: SanctionId,
    pub(super) holds: Truth,
    pub(super) amount: Option<Measure>,
    pub(super) statutory: Option<Measure>,
}

/// The result of one pass.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    pub(super) established: Truth,
    pub(super) scenarios: Few<Scenario>,
    pub(super) entries: Vec<LeafEntry>,
    /// Orders with whether they are given.
    pub(super) orders: Vec<(OrderId, Truth)>,
    pub(super) reviews: Vec<ReviewPoint>,
    /// Missing facts that something in the result still depends on.
    pub(super) open: Vec<FactId>,
    /// What may have no value for some completion.
    pub(super) failing: Vec<EvalError>,
    /// Texts of the authority, by sanction.
    pub(super) authority: Vec<(SanctionId, usize)>,
}

pub(super) fn leaf<'p>(program: &'p Program, env: &mut Env<'p>) -> Result<Leaf, EvalError> {
    let mut leaf = Leaf {
        established: Truth::True,
        scenarios: Few::NONE,
        entries: Vec::new(),
        orders: Vec::new(),
        reviews: Vec::new(),
        open: Vec::new(),
        failing: Vec::new(),
        authority: Vec::new(),
    };
    for (condition, element) in program.elements.iter().zip(0usize..) {
        let holds = env.holds(condition)?;
        env.step(|| Step::Element { element, holds });
        leaf.established = leaf.established.and(holds);
    }
    if leaf.established == Truth::False {
        return Ok(leaf);
    }
    leaf.scenarios = scenarios(program, env, &mut leaf.reviews)?;
    if leaf.scenarios.len() == 1 {
        one_scenario(program, env, &mut leaf, 0)?;
    } else {
        let mut by_scenario = Vec::with_capacity(leaf.scenarios.len());
        for number in 0..leaf.scenarios.len() {
            let before = leaf.reviews.len();
            one_scenario(program, env, &mut leaf, number)?;
            by_scenario.push(leaf.reviews.split_off(before));
        }
        leaf.reviews.extend(reviews::in_all(by_scenario));
    }
    orders(program, env, &mut leaf)?;
    if env.surface {
        reviews::marks(program, &mut leaf);
        reviews::findings(program, env, &mut leaf)?;
        reviews::merge(&mut leaf);
    }
    // Where it is open whether the offence is established at all, so is everything found about its penalty.
    let established = leaf.established == Truth::True;
    leaf.reviews.iter_mut().for_each(|point| point.certain = point.certain && established);
    leaf.failing.extend(env.failing().iter().map(|failing| failing.why.clone()));
    super::reads::open_facts(program, env, &mut leaf)?;
    Ok(leaf)
}

fn one_scenario(program: &Program, env: &mut Env<'_>, leaf: &mut Leaf, number: usize) -> Result<(), EvalError> {
    let Some(scenario) = leaf.scenarios.get(number).copied() else { return Ok(()) };
    let benchmark = program.benchmark.as_ref();
    let row = scenario.row.and_then(|r| program.rows().get(r));
    let position = scenario.position.and_then(|p| program.positions().get(p));
    match row.and_then(|r| r.no_penalty) {
        Some(Force::Must) => return Ok(()),
        Some(Force::May) => {
            let mut point = ReviewPoint::new(ReviewCode::MayExempt, scenario.row.map_or(Rule::Offence, Rule::Row));
            point.basis = row.and_then(|r| r.basis.clone());
            leaf.reviews.push(point);
        }
        None => {}
    }
    if let Some(row) = row {
        for narrowing in &row.narrowings {
            let there =
                |s: &&Sanction| s.id == narrowing.sanction && (s.branch.is_none() || s.branch == scenario.branch);
            if !program.clause.sanctions.iter().any(|s| there(&s)) {
                let mut point =
                    ReviewPoint::new(ReviewCode::KindNotInBranch, scenario.row.map_or(Rule::Offence, Rule::Row));
                point.with = program.clause.sanctions.id_where(|s| s.id == narrowing.sanction).map(Rule::Sanction);
                leaf.reviews.push(point);
            }
        }
    }
    for (index, sanction) in program.clause.sanctions.enumerate() {
        if sanction.branch.is_some() && sanction.branch != scenario.branch {
            continue;
        }
        let find = |narrowings: &'_ [Narrowing]| narrowings.iter().position(|n| n.sanction == sanction.id);
        let of_row = row.and_then(|r| find(&r.narrowings).and_then(|i| r.narrowings.get(i)));
        let common = benchmark.and_then(|b| find(&b.common).and_then(|i| b.common.get(i)));
        let of_position = position.and_then(|p| find(&p.narrowings).and_then(|i| p.narrowings.get(i)));
        let narrowing = of_row.or(common);
        if narrowing.into_iter().chain(of_position).any(|n| matches!(n.how, How::Drop)) {
            continue;
        }
        let holds = match &sanction.when {
            Some(when) => env.holds(when)?,
            None => Truth::True,
        };
        if holds == Truth::False {
            continue;
        }
        authority(env, leaf, index, sanction)?;
        let by = By::Row(of_row.and(scenario.row));
        for statute in &statutory(env, index, sanction, &mut leaf.reviews)? {
            let mut amount = statute.total;
            if let Some(Measure::Range(range)) = &mut amount {
                let before = leaf.reviews.len();
                let of = Of { index, sanction, statute };
                narrowed(env, leaf, &of, range, narrowing.map(|n| (n, by)))?;
                guide(env, leaf, &of, range, narrowing)?;
                // What a position replaces is not part of the result, and nothing needs to be said of it.
                if of_position.is_some_and(|n| replaces(program, n)) {
                    leaf.reviews.truncate(before);
                }
                let in_position = of_position.zip(scenario.position).map(|(n, p)| (n, By::Position(p)));
                narrowed(env, leaf, &of, range, in_position)?;
            }
            if leaf.entries.is_empty() {
                // An entry is large, and mostly the only one.
                leaf.entries = Vec::with_capacity(1);
            }
            let entry = LeafEntry { scenario: number, sanction: index, holds, amount, statutory: statute.total };
            if env.under.is_none() {
                leaf.entries.push(entry);
                continue;
            }
            // A sanction that every way keeps is as certain as before.
            let ways = changed(program, env, scenario, (index, sanction), statute, amount, &mut leaf.reviews)?;
            let kept = ways.iter().all(|way| way.amount.is_some());
            for way in ways {
                let Some(amount) = way.amount else { continue };
                let holds = if kept { holds } else { holds.and(way.holds) };
                leaf.entries.push(LeafEntry { amount, holds, ..entry.clone() });
            }
        }
    }
    Ok(())
}

/// Whether a narrowing begins anew from the statutory range, whatever was narrowed before.
fn replaces(program: &Program, narrowing: &Narrowing) -> bool {
    let mut anew = match &narrowing.how {
        How::Keep | How::Drop | How::Part { within: PartOf::Tier, .. } => false,
        How::Part { within: PartOf::Statute, .. } | How::Range(_) | How::Score { .. } => true,
    };
    let mut visit = |e: &Expr| anew = anew && !matches!(e, Expr::Special(Special::TierMin | Special::TierMax));
    let ends = match &narrowing.how {
        How::Part { part: range, .. } | How::Range(range) => [range.lo.as_ref(), range.hi.as_ref()],
        How::Score { start, times } => [Some(start), Some(times)],
        How::Keep | How::Drop => [None, None],
    };
    let limits = [&narrowing.cap, &narrowing.floor].into_iter().flatten();
    for expr in ends.into_iter().flatten().chain(limits) {
        walk::expr(expr, &program.linked.atoms, &mut visit);
    }
    anew
}

/// A sanction and one of its statutory ranges.
struct Of<'a> {
    index: SanctionId,
    sanction: &'a Sanction,
    statute: &'a Statutory,
}

fn narrowed(
    env: &mut Env<'_>,
    leaf: &mut Leaf,
    of: &Of<'_>,
    amount: &mut Amount,
    narrowing: Option<(&Narrowing, By)>,
) -> Result<(), EvalError> {
    let Of { index, sanction, statute } = *of;
    let (Some(Measure::Range(range)), Some((narrowing, by))) = (&statute.total, narrowing) else { return Ok(()) };
    let case = SanctionCase { index, sanction, statute, range, unit: statute.unit.as_ref().unwrap_or(range) };
    narrow(env, &case, amount, narrowing, by, &mut leaf.reviews)
}

/// The guiding point: of the narrowing, else of the clause. One that lies outside the range is none.
fn guide(
    env: &mut Env<'_>,
    leaf: &mut Leaf,
    of: &Of<'_>,
    range: &mut Amount,
    narrowing: Option<&Narrowing>,
) -> Result<(), EvalError> {
    let own = narrowing.is_some_and(|n| n.default.is_some());
    if range.default.is_none()
        && !own
        && let Some(default) = &of.sanction.default
    {
        range.default = Some(times_count(env.number(default)?, of.statute.count)?);
    }
    let Some(default) = range.default else { return Ok(()) };
    let lies = range.holds(default);
    let outside = lies.is_false();
    if outside {
        range.default = None;
    }
    if outside || !(lies.is_true() || !own && of_one_lies_in(env, of, range)?) {
        let mut point = ReviewPoint::new(ReviewCode::DefaultOutside, Rule::Sanction(of.index));
        point.certain = outside;
        leaf.reviews.push(point);
    }
    Ok(())
}

/// Whether the clause's guiding point for one of a count lies in the clause's range for one: so it does for any count.
fn of_one_lies_in(env: &mut Env<'_>, of: &Of<'_>, range: &Amount) -> Result<bool, EvalError> {
    let (Some(point), Some(unit)) = (&of.sanction.default, &of.statute.unit) else { return Ok(false) };
    let limited = of.sanction.cap.is_some() || of.sanction.floor.is_some();
    let whole = Amount { default: None, ..*range };
    Ok(!limited && of.statute.total == Some(Measure::Range(whole)) && unit.holds(env.number(point)?).is_true())
}

fn authority(env: &mut Env<'_>, leaf: &mut Leaf, index: SanctionId, sanction: &Sanction) -> Result<(), EvalError> {
    let Some(texts) = &sanction.authority else { return Ok(()) };
    for ((when, _), number) in texts.rows.iter().zip(0usize..) {
        let holds = env.holds(when)?;
        if holds != Truth::False && !leaf.authority.contains(&(index, number)) {
            leaf.authority.push((index, number));
        }
        if holds == Truth::True {
            break;
        }
    }
    Ok(())
}

fn orders(program: &Program, env: &mut Env<'_>, leaf: &mut Leaf) -> Result<(), EvalError> {
    for (id, order) in program.clause.orders.enumerate() {
        let mut holds = match &order.when {
            Some(when) => env.holds(when)?,
            None => Truth::True,
        };
        if order.branch.is_some() {
            let with = leaf.scenarios.iter().filter(|s| s.branch == order.branch).count();
            let branch = if with == 0 {
                Truth::False
            } else if with == leaf.scenarios.len() {
                Truth::True
            } else {
                Truth::Unknown
            };
            holds = holds.and(branch);
        }
        if holds != Truth::False {
            leaf.orders.push((id, holds.and(leaf.established)));
        }
    }
    Ok(())
}
