//! How each part stands: exemptions, authority, routes, conditions, bars, documents, steps, terms, quota.

use std::sync::Arc;

use crate::evaluate::env::Env;
use crate::evaluate::statute::ends;
use crate::expr::{Cond, Context, EvalError, Expr, LevelSet, Val, can_all_fail, compare};
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{Amount, ConditionOutcome, LicenceOutcome, TermOutcome, Trace};
use crate::ruleset::{Condition, ConditionTest, Document, Ground, Licence, Term};
use crate::value::{Comparison, Truth};
use crate::vocabulary::{ConditionStatus, DocumentStatus, Grouping, StepStatus};

/// Everything but what time decides; `limited`: the number of licences counts.
pub(super) fn all(program: &LicenceProgram, env: &mut Env<'_>, limited: bool) -> Result<LicenceOutcome, EvalError> {
    let licence = &program.licence;
    let (routes, excluded) = routes(licence, env)?;
    let exempt = grounds(&licence.exempt, env)?;
    let authority = authority(licence, env)?;
    let mut conditions = Vec::with_capacity(licence.conditions.len());
    for condition in &licence.conditions {
        conditions.push(self::condition(condition, licence, &routes, PartSide::For, env)?.0);
    }
    let bars = grounds(&licence.bars, env)?;
    let mut documents = Vec::with_capacity(licence.documents.len());
    for (document, position) in licence.documents.iter().zip(0usize..) {
        documents.push(self::document(document, position, licence, &routes, env)?);
    }
    let mut steps = Vec::with_capacity(licence.steps.len());
    for step in &licence.steps {
        let needed = holds(step.when.as_ref(), env)?;
        let waived = waived(licence, &routes, &step.id);
        let done = env.holds(&step.done)?;
        steps.push(match (needed.and(waived.not()).and(done.not()), needed, waived) {
            (_, Truth::False, _) => StepStatus::NotNeeded,
            (_, _, Truth::True) => StepStatus::Waived,
            (Truth::True, ..) => StepStatus::Missing,
            (Truth::False, ..) => StepStatus::Done,
            (Truth::Unknown, ..) => StepStatus::Unknown,
        });
    }
    let mut terms = Vec::with_capacity(licence.terms.len());
    for term in &licence.terms {
        terms.push(self::term(term, env)?);
    }
    let exhausted = match &licence.quota {
        Some(quota) if limited => {
            let before = env.number(&Expr::Fact(quota.before))?;
            let none_left = compare(Comparison::Ge, before, env.number(&quota.left)?);
            Some(holds(quota.when.as_ref(), env)?.and(none_left))
        }
        Some(_) => Some(Truth::False),
        None => None,
    };
    let grounds = grounds(&licence.grounds, env)?;
    Ok(LicenceOutcome {
        possible: Vec::new(),
        determined: false,
        authority,
        accepted: Truth::False,
        exempt,
        conditions,
        bars,
        documents,
        steps,
        routes,
        excluded,
        deadlines: Vec::new(),
        terms,
        renewal: None,
        exhausted,
        grounds,
        bans: Vec::new(),
        review_points: Vec::new(),
        needed: Vec::new(),
        used: Vec::new(),
        irrelevant: Vec::new(),
        trace: Trace::default(),
    })
}

/// Whether a condition that may be absent holds; absent it does.
pub(super) fn holds(when: Option<&Cond>, env: &mut Env<'_>) -> Result<Truth, EvalError> {
    when.map_or(Ok(Truth::True), |when| env.holds(when))
}

fn grounds(rows: &[Ground], env: &mut Env<'_>) -> Result<Vec<Truth>, EvalError> {
    rows.iter().map(|row| env.holds(&row.when)).gather()
}

/// A route is taken when its condition holds, it excludes nobody here, and none that goes before it is taken.
fn routes(licence: &Licence, env: &mut Env<'_>) -> Result<(Vec<Truth>, Vec<Truth>), EvalError> {
    let (mut open, mut out) = (Vec::with_capacity(licence.routes.len()), Vec::with_capacity(licence.routes.len()));
    for route in &licence.routes {
        let excluded = match &route.excludes {
            Some(excludes) => env.holds(excludes)?,
            None => Truth::False,
        };
        let asked = env.holds(&route.when)?;
        open.push(asked.and(excluded.not()));
        out.push(asked.and(excluded));
    }
    let yields = |id: &Arc<str>| {
        let before = licence.routes.iter().zip(&open).filter(|(other, _)| other.before.contains(id));
        before.fold(Truth::False, |any, (_, truth)| any.or(*truth))
    };
    let taken = licence.routes.iter().zip(&open).map(|(route, truth)| truth.and(yields(&route.id).not())).gather();
    Ok((taken, out))
}

/// Whether a route that is taken does without something.
fn waived(licence: &Licence, routes: &[Truth], id: &Arc<str>) -> Truth {
    let waiving = licence.routes.iter().zip(routes).filter(|(route, _)| route.waives.contains(id));
    waiving.fold(Truth::False, |any, (_, taken)| any.or(*taken))
}

/// The rows of the authority that may be the one: up to the first that surely holds.
fn authority(licence: &Licence, env: &mut Env<'_>) -> Result<Vec<usize>, EvalError> {
    let mut possible = Vec::new();
    for (row, position) in licence.authority.iter().zip(0usize..) {
        match env.holds(&row.when)? {
            Truth::False => continue,
            Truth::Unknown => possible.push(position),
            Truth::True => {
                possible.push(position);
                break;
            }
        }
    }
    Ok(possible)
}

/// What it is for the applicant that a condition is met: inside `none_of` it is against the grant.
#[derive(Clone, Copy)]
enum PartSide {
    For,
    Against,
}

impl PartSide {
    fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }
}

/// How a condition stands, and whether it is met; of one that is not asked: whether that settles a group.
///
/// What a route does without is never held against the applicant: it is met where to meet it is asked, and not there
/// where it is asked that it not be.
fn condition(
    condition: &Condition,
    licence: &Licence,
    routes: &[Truth],
    side: PartSide,
    env: &mut Env<'_>,
) -> Result<(ConditionOutcome, Truth), EvalError> {
    let applies = holds(condition.when.as_ref(), env)?;
    let waived = waived(licence, routes, &condition.id);
    let mut of = Vec::new();
    let met = match &condition.test {
        ConditionTest::Require(require) => env.holds(require)?,
        ConditionTest::Group(grouping, inside) => {
            let (mut all, mut any) = (Truth::True, Truth::False);
            let side = if *grouping == Grouping::NoneOf { side.other() } else { side };
            for inner in inside {
                let (outcome, met) = self::condition(inner, licence, routes, side, env)?;
                let asked = holds(inner.when.as_ref(), env)?;
                // What is not asked of the applicant neither fails `all` nor satisfies `any`.
                all = all.and(asked.not().or(met));
                any = any.or(asked.and(met));
                of.push(outcome);
            }
            match grouping {
                Grouping::All => all,
                Grouping::Any => any,
                Grouping::NoneOf => any.not(),
            }
        }
    };
    let met = match side {
        PartSide::For => met.or(waived),
        PartSide::Against => met.and(waived.not()),
    };
    // Of whom the group is not asked, nothing in it is asked.
    if applies == Truth::False {
        of.iter_mut().for_each(not_asked);
    }
    let status = match (applies, waived, applies.not().or(met)) {
        (Truth::False, ..) => ConditionStatus::NotApplicable,
        (_, Truth::True, _) => ConditionStatus::Waived,
        (_, _, Truth::True) => ConditionStatus::Satisfied,
        (_, _, Truth::False) => ConditionStatus::Failed,
        (_, _, Truth::Unknown) => ConditionStatus::Unknown,
    };
    Ok((ConditionOutcome { status, of }, met))
}

fn not_asked(outcome: &mut ConditionOutcome) {
    outcome.status = ConditionStatus::NotApplicable;
    outcome.of.iter_mut().for_each(not_asked);
}

fn document(
    document: &Document,
    position: usize,
    licence: &Licence,
    routes: &[Truth],
    env: &mut Env<'_>,
) -> Result<DocumentStatus, EvalError> {
    let asked = holds(document.when.as_ref(), env)?;
    let waived = waived(licence, routes, &document.id);
    let shared = match &document.shared_data {
        Some(shared) => env.holds(shared)?,
        None => Truth::False,
    };
    let given = submitted(licence, position, env);
    Ok(match (asked, waived, shared, given) {
        (Truth::False, ..) => DocumentStatus::NotNeeded,
        (_, _, _, Truth::True) => DocumentStatus::Given,
        (_, Truth::True, ..) => DocumentStatus::Waived,
        (_, _, Truth::True, _) => DocumentStatus::Shared,
        (Truth::True, Truth::False, Truth::False, Truth::False) => DocumentStatus::Missing,
        _ => DocumentStatus::Unknown,
    })
}

/// Whether a document is in the list of those submitted.
fn submitted(licence: &Licence, position: usize, env: &Env<'_>) -> Truth {
    let Some(fact) = licence.submitted else { return Truth::Unknown };
    // The names of the fact are the names of the documents, in their order.
    let wanted = LevelSet::one(position);
    match env.fact(fact) {
        Val::List(Some(items)) => items.iter().fold(Truth::False, |any, (item, _)| match item {
            Val::Levels(set) => any.or(set.test(wanted)),
            _ => any.or(Truth::Unknown),
        }),
        _ => Truth::Unknown,
    }
}

/// What is the same in both, else unknown.
fn alike(a: Truth, b: Truth) -> Truth {
    if a == b { a } else { Truth::Unknown }
}

fn term(term: &Term, env: &mut Env<'_>) -> Result<TermOutcome, EvalError> {
    let mut found = TermOutcome { rows: Vec::new(), amount: None, none: Truth::True, wide: None, outside: None };
    for (row, position) in term.rows.iter().zip(0usize..) {
        let holds = holds(row.when.as_ref(), env)?;
        if holds == Truth::False {
            continue;
        }
        let mut amount = ends(env, &row.range)?;
        let mut outside = Truth::False;
        if let Some(default) = &row.default {
            let default = env.number(default)?;
            outside = amount.holds(default).not();
            amount.default = Some(default).filter(|_| outside != Truth::True);
        }
        found.rows.push(position);
        found.wide = Some(found.wide.map_or(amount.is_wide(), |known| alike(known, amount.is_wide())));
        found.outside = Some(found.outside.map_or(outside, |known| alike(known, outside)));
        found.amount = Some(found.amount.map_or(amount, |known: Amount| known.join(&amount)));
        found.none = found.none.and(holds.not());
        if holds == Truth::True {
            break;
        }
    }
    // Each of them may fail, and still not all of them together.
    if found.none == Truth::Unknown && !can_all_fail(env, term.rows.iter().filter_map(|row| row.when.as_ref())) {
        found.none = Truth::False;
    }
    Ok(found)
}

/// Whether it was filed with an authority that decides.
pub(super) fn competent(program: &LicenceProgram, env: &mut Env<'_>, possible: &[usize]) -> Result<Truth, EvalError> {
    let Some(filed_at) = &program.licence.filed_at else { return Ok(Truth::True) };
    let set = crate::expr::levels(filed_at, None, env)?;
    let Some(levels) = program.linked.levels_of(filed_at) else { return Ok(Truth::Unknown) };
    let right = possible
        .iter()
        .filter_map(|row| program.licence.authority.get(*row))
        .filter_map(|row| levels.names.iter().position(|name| *name == row.is))
        .fold(LevelSet::EMPTY, LevelSet::with);
    // No row holds: who decides is not known, and said so.
    if right.is_empty() {
        return Ok(Truth::Unknown);
    }
    Ok(match (set.single(), right.len()) {
        (Some(at), 1) => Truth::from(right.has(at)),
        (Some(at), _) if !right.has(at) => Truth::False,
        _ if !right.is_empty() && set.positions().all(|at| !right.has(at)) => Truth::False,
        _ => Truth::Unknown,
    })
}
