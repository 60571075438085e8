//! Which version of the law governs an act: that of its day, or a later one if it is lighter for these facts.

use std::sync::Arc;

use super::dates::Dates;
use super::evaluated::Evaluated;
use super::laws::Laws;
use super::lighter::lighter;
use super::point::CasePoint;
use crate::diagnostic::Code;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::link::{Library, LinkError, Program};
use crate::outcome::Verdict;
use crate::ruleset::ProvisionRow;
use crate::value::Date;
use crate::vocabulary::{Apply, CaseCode, Gone, LawComparison, LawResult, Provided};

/// What there is at the decision beside the law of the act.
#[derive(Debug)]
pub(super) enum Later {
    /// The same texts.
    Same,
    /// The day of the decision is not known, and a later text begins on this day: the offence as it has it, if it is
    /// the only one; else there is nothing to compare.
    Unknown(Date, Vec<Program>),
    /// The offence as the later law has it: one or more.
    Offences(Vec<Program>),
    /// Nothing loaded takes its place.
    Gone(Gone),
}

/// Links the offence as it stands on the day of the decision.
///
/// # Errors
/// Rulesets that do not fit together. That a text is no longer in force is no error: the old one governs the act.
pub(super) fn later(
    library: &Library,
    older: &Program,
    general: &[String],
    decided: Option<Date>,
    act: usize,
    points: &mut Vec<CasePoint>,
) -> Result<Later, LinkError> {
    let (ruleset, offence) = (older.linked.ruleset.head.id.clone(), older.offence.id.clone());
    let Some(day) = decided else {
        return match changes(library, older).as_slice() {
            [] => Ok(Later::Same),
            [day] => Ok(Later::Unknown(*day, as_of(library, older, general, *day).unwrap_or_default())),
            [first, ..] => Ok(Later::Unknown(*first, Vec::new())),
        };
    };
    let gone = match library.link_case(&ruleset, &offence, day, general) {
        Ok(program) => {
            let texts = |p: &'_ Program| p.linked.governing.iter().map(|g| g.digests.clone()).gather::<Vec<_>>();
            let next = successors(library, older, general, day)?;
            if !next.is_empty() && texts(&program) == texts(older) {
                points.push(CasePoint::of(CaseCode::SucceededInForce, act).naming(ruleset));
                return Ok(Later::Offences(next));
            }
            return Ok(if texts(&program) == texts(older) { Later::Same } else { Later::Offences(vec![program]) });
        }
        // The document may be there while a law it stands on has gone.
        Err(LinkError::Rulesets(found)) if found.iter().all(|d| d.code == Code::UsesNotInForce) => Gone::Uses,
        Err(LinkError::NotInForce { .. }) => Gone::Document,
        Err(LinkError::NoOffence { .. }) => Gone::Offence,
        Err(LinkError::OffenceNotInForce { .. }) => Gone::SetAside,
        Err(other) => return Err(other),
    };
    let next = successors(library, older, general, day)?;
    Ok(if next.is_empty() { Later::Gone(gone) } else { Later::Offences(next) })
}

/// The days after the act on which the offence, or a text it stands on, changes.
fn changes(library: &Library, older: &Program) -> Vec<Date> {
    let Some(from) = older.linked.governing.first().map(|g| g.day) else { return Vec::new() };
    let own = std::iter::once((&older.linked.ruleset.head.id, &*older.offence.id));
    let used = older.linked.used.iter().map(|r| (&r.head.id, ""));
    let mut days: Vec<Date> =
        own.chain(used).flat_map(|(id, offence)| library.changes_after(id, offence, from)).gather();
    days.sort_unstable();
    days.dedup();
    days
}

/// The offence as it stands on a day, under its own name or another.
fn as_of(library: &Library, older: &Program, general: &[String], day: Date) -> Result<Vec<Program>, LinkError> {
    let next = successors(library, older, general, day)?;
    if !next.is_empty() {
        return Ok(next);
    }
    library.link_case(&older.linked.ruleset.head.id, &older.offence.id, day, general).map(|p| vec![p])
}

fn successors(library: &Library, older: &Program, general: &[String], day: Date) -> Result<Vec<Program>, LinkError> {
    let found = library.successors(&older.linked.ruleset.head.id, &older.offence.id, day);
    found.iter().map(|(ruleset, offence)| library.link_case(ruleset, offence, day, general)).gather()
}

/// Says when the law was another one at the beginning of a continuing act.
///
/// # Basis
/// 行政处罚法（2021年） 第三十六条第二款 by reading: an act that goes on over a change of law is judged as it ended
/// (as 广东省生态环境行政处罚自由裁量权规定 第八条第二款 says in words).
pub(super) fn during(library: &Library, older: &Program, dates: &Dates, act: usize) -> Option<CasePoint> {
    let begin = dates.act.date()?;
    dates.end.date().filter(|end| *end > begin)?;
    let then = library.link(&older.linked.ruleset.head.id, &older.offence.id, begin);
    match then {
        Ok(program) if program.same_offence(older) => None,
        Ok(program) => {
            let from = program.linked.ruleset.head.from.to_string();
            Some(CasePoint::of(CaseCode::LawChangedDuringAct, act).naming(from))
        }
        Err(_) => Some(CasePoint::of(CaseCode::LawChangedDuringAct, act)),
    }
}

/// Says that another text was in force after the act and before the decision, and at neither.
///
/// # Basis
/// 行政处罚法（2021年） 第三十七条 compares the law of the act with that of the decision, not with any between them.
pub(super) fn between(
    library: &Library,
    older: &Program,
    newer: &[Program],
    general: &[String],
    decided: Option<Date>,
    act: usize,
    lighter_law: Option<&ProvisionRow>,
) -> Option<CasePoint> {
    let decided = decided?;
    let mut days = changes(library, older);
    days.retain(|day| *day <= decided);
    // The last change makes the text of the decision.
    days.pop();
    let other = |day: &Date| {
        let there = as_of(library, older, general, *day).unwrap_or_default();
        there.iter().any(|p| !p.same_offence(older) && newer.iter().all(|n| !p.same_offence(n)))
    };
    let found: Vec<Date> = days.into_iter().filter(other).gather();
    let point = CasePoint::of(CaseCode::LawBetween, act).basis(lighter_law.map(|row| row.basis.clone()));
    (!found.is_empty()).then(|| found.iter().fold(point, |point, day| point.naming(day.to_string())))
}

/// Which of the versions governs, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct Governs {
    /// Which law.
    pub result: LawResult,
    /// How the two compare; none where there was nothing to compare.
    pub comparison: Option<LawComparison>,
    /// The versions that govern or may govern, by position: the first is that of the act.
    pub applies: Vec<usize>,
    /// The transition clause that said so, with its row.
    pub transition: Option<(Apply, usize, usize)>,
    /// Days and facts that are missing and would settle it, by name.
    pub needed: Vec<Arc<str>>,
}

impl Governs {
    fn new(result: LawResult, applies: Vec<usize>) -> Self {
        Self { result, comparison: None, applies, transition: None, needed: Vec::new() }
    }
}

/// Chooses between the version at the act and those at the decision.
///
/// # Errors
/// Overflow in a condition of a transition clause.
pub(super) fn governs(
    sides: &[&Evaluated],
    later: &Later,
    dates: &Dates,
    (at_act, at_decision): (&Laws, Option<&Laws>),
    act: usize,
    points: &mut Vec<CasePoint>,
) -> Result<Governs, EvalError> {
    let Some((older, newer)) = sides.split_first() else { return Ok(Governs::new(LawResult::Same, Vec::new())) };
    match later {
        Later::Same => return Ok(Governs::new(LawResult::Same, vec![0])),
        Later::Unknown(day, _) => {
            let comparison = match newer {
                // A transition clause may apply it all the same.
                [newer] if newer.program.linked.ruleset.case_rules.transition.is_empty() => Some(lighter(older, newer)),
                _ => None,
            };
            // What is no lighter never governs, whenever the case is decided.
            if let Some(LawComparison::Older | LawComparison::Equal) = comparison {
                let same = newer.iter().all(|n| n.program.same_offence(&older.program));
                let result = if same { LawResult::Same } else { LawResult::Older };
                return Ok(Governs { comparison, ..Governs::new(result, vec![0]) });
            }
            points.push(CasePoint::of(CaseCode::LawMayChange, act).naming(day.to_string()));
            let needed = vec!["决定日".into()];
            let both = (0..sides.len()).gather();
            return Ok(Governs { comparison, needed, ..Governs::new(LawResult::Open, both) });
        }
        Later::Gone(why) => {
            let title = older.program.linked.ruleset.head.title.clone();
            points.push(CasePoint::of(CaseCode::LawGone, act).naming(title).naming(why.as_str()));
            return Ok(Governs::new(LawResult::Older, vec![0]));
        }
        Later::Offences(_) => {}
    }
    // An offence of the later law that surely is not there takes the place of nothing, while another may.
    let gone = |side: &&Evaluated| side.outcome.verdict == Verdict::NotEstablished;
    let mut left: Vec<usize> = (0..newer.len()).filter(|n| newer.get(*n).is_some_and(|s| !gone(s))).gather();
    if left.is_empty() {
        left = (0..newer.len()).take(1).gather();
        if older.outcome.verdict != Verdict::NotEstablished {
            points.push(CasePoint::of(CaseCode::NoLongerUnlawful, act));
        }
    }
    let position = |n: &usize| n.saturating_add(1);
    let both: Vec<usize> = std::iter::once(0).chain(left.iter().map(position)).gather();
    if dates.end_is_open() {
        let needed =
            if dates.needed().contains(&"行为终了日") { vec!["行为终了日".into()] } else { Vec::new() };
        return Ok(Governs { needed, ..Governs::new(LawResult::Open, both) });
    }
    let [only] = left.as_slice() else {
        points.push(CasePoint::of(CaseCode::SeveralSuccessors, act));
        return Ok(Governs::new(LawResult::Incomparable, both));
    };
    let Some(newer) = newer.get(*only) else { return Ok(Governs::new(LawResult::Same, vec![0])) };
    let comparison = lighter(older, newer);
    let (by, transition, mut needed) = transition(newer, at_decision)?;
    let benchmark = older.program.benchmark.is_some() || newer.program.benchmark.is_some();
    let same = newer.program.same_offence(&older.program);
    if transition.is_none() && benchmark && needed.is_empty() && !same {
        points.push(CasePoint::of(CaseCode::TransitionSilent, act));
    }
    let result = match (by, comparison) {
        _ if !needed.is_empty() => LawResult::Open,
        (Apply::Earlier, _) => LawResult::Older,
        (Apply::Later, _) => LawResult::Newer,
        // Only the general part is another text, and in this case it says the same.
        (Apply::Lighter, LawComparison::Equal) if same => LawResult::Same,
        (Apply::Lighter, LawComparison::Equal) => LawResult::Equal,
        (Apply::Lighter, LawComparison::Older) => LawResult::Older,
        (Apply::Lighter, LawComparison::Newer) => LawResult::Newer,
        (Apply::Lighter, LawComparison::Incomparable) => LawResult::Incomparable,
        (Apply::Lighter, LawComparison::Open) => LawResult::Open,
    };
    let heavier = matches!(
        (result, comparison),
        (LawResult::Older, LawComparison::Newer) | (LawResult::Newer, LawComparison::Older)
    );
    if heavier {
        points.push(CasePoint::of(CaseCode::TransitionHeavier, act));
    }
    if result == LawResult::Incomparable {
        let lighter_law = at_decision.unwrap_or(at_act).provision(Provided::LighterLaw);
        points.push(CasePoint::of(CaseCode::LawIncomparable, act).basis(lighter_law.map(|row| row.basis.clone())));
    }
    if result == LawResult::Open {
        for side in [older, newer] {
            needed.extend(side.needed().into_iter().map(|id| side.program.linked.facts.at(id).name.clone()));
        }
    }
    let applies = match result {
        LawResult::Same | LawResult::Equal | LawResult::Older => vec![0],
        LawResult::Newer => vec![position(only)],
        LawResult::Incomparable | LawResult::Open => both,
    };
    Ok(Governs { result, comparison: Some(comparison), applies, transition, needed })
}

/// What the later document says of acts before it; the lighter law where it says nothing.
type Transition = (Apply, Option<(Apply, usize, usize)>, Vec<Arc<str>>);

fn transition(newer: &Evaluated, laws: Option<&Laws>) -> Result<Transition, EvalError> {
    let nothing = (Apply::Lighter, None, Vec::new());
    let Some(laws) = laws else { return Ok(nothing) };
    let own = |law: &crate::link::CaseLaw| law.ruleset().head.id == newer.program.linked.ruleset.head.id;
    let found = laws.first(own, |rules| &rules.transition, |row| Some(&row.when))?;
    let row = |hit: &super::laws::Hit| laws.get(hit.law)?.rules.transition.get(hit.row).map(|r| r.apply);
    let applied: Vec<Apply> = found.hits.iter().filter_map(row).gather();
    Ok(match (applied.first(), found.hits.first()) {
        // Rows that lead to the same version need not be told apart.
        (Some(apply), Some(hit))
            if applied.iter().all(|a| a == apply) && (found.settled || *apply == Apply::Lighter) =>
        {
            (*apply, Some((*apply, hit.law, hit.row)), Vec::new())
        }
        (Some(_), _) => (Apply::Lighter, None, found.needed),
        _ => nothing,
    })
}
