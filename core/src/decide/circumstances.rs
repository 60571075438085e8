//! Circumstances of the general part (从轻, 减轻, 从重, 不予处罚): what the law calls for, and what each effect would
//! make of the penalty. Nothing is applied: every effect is an option with its range, and what a person must weigh is
//! said.

use std::sync::Arc;

use crate::evaluate::{Counts, Env, Under, evaluate_under, is_about, open_in};
use crate::expr::{Cond, EvalError, FactId, Num};
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::Program;
use crate::outcome::{Outcome, ReviewPoint, Rule, Step, TargetOutcome, Verdict};
use crate::ruleset::{Circumstance, CircumstanceId, EffectId, SanctionId};
use crate::value::{Bound, Interval, Rational, Truth};
use crate::vocabulary::{Direction, Force, Need, ReviewCode};

/// What the general part says of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circumstances {
    /// Each circumstance that holds or may hold.
    pub found: Vec<FoundCircumstance>,
    /// What the law calls for, lightest first.
    pub options: Vec<Opt>,
    /// The circumstances for which 不予处罚 alone is mandatory.
    pub exempts: Vec<FoundCircumstance>,
    /// Where a person must choose or weigh.
    pub review_points: Vec<ReviewPoint>,
    /// Missing facts that circumstances still depend on, in the order of declaration.
    pub needed: Vec<FactId>,
}

/// A circumstance that holds, or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundCircumstance {
    /// Its position among the circumstances of the program.
    pub circumstance: CircumstanceId,
    /// Whether it surely holds.
    pub certain: bool,
}

/// One way the law lets the penalty go.
#[derive(Clone, Debug, PartialEq)]
pub struct Opt {
    /// The effect: its direction, or its own name.
    pub effect: Arc<str>,
    /// Which way it goes.
    pub direction: Direction,
    /// 应当, where one of the circumstances calls for it so; of several effects of one circumstance one must be taken.
    pub force: Force,
    /// The other effects of which one must be taken.
    pub or: Vec<Arc<str>>,
    /// Whether a circumstance that surely holds calls for it.
    pub certain: bool,
    /// The circumstances that call for it, by position.
    pub because: Vec<CircumstanceId>,
    /// The rows of the effect.
    pub rows: Vec<EffectId>,
    /// What it makes of the penalty; empty for 不予处罚 that keeps nothing.
    pub targets: Vec<TargetOutcome>,
    /// Whether no document says how far it goes for this clause: then the targets are those of the table.
    pub open: bool,
    /// The sanctions of which a document does.
    pub figured: Vec<SanctionId>,
    /// How the amounts came about.
    pub steps: Vec<Step>,
    /// What it needs, in the words of procedure.
    pub needs: Vec<Need>,
}

impl Circumstances {
    /// The circumstance for which 不予处罚 alone is mandatory, and whether that is certain.
    pub fn exempt(&self) -> Option<(CircumstanceId, bool)> {
        self.exempts.iter().map(|one| (one.circumstance, one.certain)).max_by_key(|(_, certain)| *certain)
    }

    /// Whether what only may hold changes nothing of what is called for, and how strongly: another circumstance that
    /// surely holds calls for the same.
    pub(super) fn settled(&self, program: &Program) -> bool {
        let surely: Vec<FoundCircumstance> = self.found.iter().copied().filter(|one| one.certain).gather();
        let at_most: Vec<FoundCircumstance> =
            self.found.iter().map(|one| FoundCircumstance { certain: true, ..*one }).gather();
        let called = |found: &[FoundCircumstance]| {
            called_for(program, found).into_iter().map(|o| (o.effect, o.force, o.or)).gather::<Vec<_>>()
        };
        self.exempt().is_none_or(|(_, certain)| certain) && called(&surely) == called(&at_most)
    }

    /// The option by which a circumstance leaves no penalty.
    pub fn exempting(&self, ground: CircumstanceId) -> Option<&Opt> {
        self.options.iter().find(|o| o.direction == Direction::NoPenalty && o.because.contains(&ground))
    }

    /// Whether a circumstance surely holds.
    pub fn surely(&self, circumstance: CircumstanceId) -> bool {
        self.found.iter().any(|one| one.circumstance == circumstance && one.certain)
    }
}

/// Looks at the circumstances of a program linked with the general part.
///
/// # Errors
/// As [`crate::evaluate()`].
///
/// # Basis
/// 行政处罚法 第三十条至第三十三条, 第四十九条; the numbers are those of the documents that lay them down.
pub fn circumstances(program: &Program, facts: &Facts, outcome: &Outcome) -> Result<Circumstances, EvalError> {
    if outcome.verdict == Verdict::NotEstablished {
        return Ok(Circumstances::default());
    }
    let mut look =
        Look { program, env: Env::new(&program.linked, program.weights(), facts, false), needed: Vec::new() };
    let truths = look.truths()?;
    let counts = look.env.counts.take();
    let mut found = Vec::new();
    for (truth, circumstance) in truths.iter().zip(program.circumstances.ids()) {
        if *truth != Truth::False {
            found.push(FoundCircumstance { circumstance, certain: *truth == Truth::True });
        }
    }
    let mut reviews = Vec::new();
    let mut options = Vec::new();
    for mut option in called_for(program, &found) {
        let under = Under { rows: option.rows.clone(), direction: option.direction, counts: counts.clone() };
        let result = evaluate_under(program, facts, &under)?;
        let new = |point: &&ReviewPoint| !outcome.review_points.iter().any(|known| known.same(point));
        for point in result.review_points.iter().filter(new) {
            let mut point = point.clone();
            point.certain = point.certain && option.certain;
            reviews.push(point);
        }
        option.figured = figured(program, &option, &result);
        option.steps = result.trace.steps.into_iter().filter(|s| made_by_effect(s, &outcome.trace.steps)).gather();
        // Rows of which none fits this clause say nothing of it.
        let goes = !matches!(option.direction, Direction::NoPenalty | Direction::Ordinary);
        option.open = option.open || (goes && option.figured.is_empty());
        let told =
            result.review_points.iter().any(|p| matches!(p.code, ReviewCode::EffectOpen | ReviewCode::EffectEmpty));
        if option.open && !told && option.direction != Direction::NoPenalty {
            let mut point = ReviewPoint::new(ReviewCode::EffectOpen, because(&option));
            point.certain = option.certain;
            reviews.push(point);
        }
        option.targets = result.targets;
        options.push(option);
    }
    let alone = |one: &&FoundCircumstance| {
        let circumstance = program.circumstances.get(one.circumstance);
        let only = circumstance.filter(|c| c.force == Force::Must && c.effects.len() == 1);
        let leaves_nothing = |o: &Opt| o.direction == Direction::NoPenalty && o.targets.is_empty();
        only.is_some_and(|c| options.iter().any(|o| c.effects.contains(&o.effect) && leaves_nothing(o)))
    };
    let exempts: Vec<FoundCircumstance> = found.iter().filter(alone).copied().gather();
    reviews.extend(to_weigh(program, &found, &options));
    reviews.extend(unverified(program, &found, &options));
    let mut review_points: Vec<ReviewPoint> = Vec::with_capacity(reviews.len());
    for point in reviews {
        match review_points.iter_mut().find(|known| known.same(&point)) {
            Some(known) => known.certain |= point.certain,
            None => review_points.push(point),
        }
    }
    Ok(Circumstances { found, options, exempts, review_points, needed: look.needed })
}

/// The sanctions of which the rows of an effect say how far it goes.
fn figured(program: &Program, option: &Opt, result: &Outcome) -> Vec<SanctionId> {
    let silent = |id: &SanctionId| {
        // No row holds, or the range of the row that does has nothing in it.
        let empty = |p: &ReviewPoint| p.code == ReviewCode::EffectEmpty && p.certain;
        let of =
            |p: &ReviewPoint| (p.code == ReviewCode::EffectOpen || empty(p)) && p.with == Some(Rule::Sanction(*id));
        result.review_points.iter().any(of)
    };
    let about = |id: &SanctionId| {
        let rows = || option.rows.iter().filter_map(|row| program.effects.get(*row));
        program.clause.sanctions.get(*id).is_some_and(|s| rows().any(|effect| is_about(effect, s)))
    };
    let all = result.targets.iter().flat_map(|t| &t.sanctions).flat_map(|s| &s.instances).copied();
    all.filter(|id| about(id) && !silent(id)).gather()
}

fn because(option: &Opt) -> Rule {
    option.because.first().map_or(Rule::Offence, |c| Rule::Circumstance(*c))
}

fn made_by_effect(step: &Step, plain: &[Step]) -> bool {
    matches!(step, Step::Effect { .. }) || (matches!(step, Step::Bound { .. }) && !plain.contains(step))
}

struct Look<'p> {
    program: &'p Program,
    env: Env<'p>,
    needed: Vec<FactId>,
}

impl Look<'_> {
    /// Whether each circumstance holds; those that count others come after the others.
    fn truths(&mut self) -> Result<Vec<Truth>, EvalError> {
        let all = &self.program.circumstances;
        let mut truths = vec![Truth::False; all.len()];
        for counting in [false, true] {
            for (circumstance, slot) in all.iter().zip(&mut truths).filter(|(c, _)| c.counts == counting) {
                *slot = self.env.holds(&circumstance.when)?;
                if *slot == Truth::Unknown {
                    self.note(&circumstance.when)?;
                }
            }
            if !counting {
                let count = |direction| counted(self.program, &truths, direction);
                self.env.counts = Some(Box::new(Counts {
                    lighter: count(Direction::Lighter),
                    mitigated: count(Direction::Mitigated),
                    heavier: count(Direction::Heavier),
                }));
            }
        }
        Ok(truths)
    }

    fn note(&mut self, cond: &Cond) -> Result<(), EvalError> {
        for fact in open_in(self.program, &mut self.env, cond)? {
            if !self.needed.contains(&fact) {
                self.needed.push(fact);
            }
        }
        self.needed.sort_unstable();
        Ok(())
    }
}

/// How many circumstances call for a direction: from those that surely hold to all that may.
fn counted(program: &Program, truths: &[Truth], direction: Direction) -> Num {
    let calls = |c: &Circumstance| !c.counts && c.effects.iter().any(|e| program.direction_of(e) == Some(direction));
    let (mut least, mut most) = (0i64, 0i64);
    for (_, truth) in program.circumstances.iter().zip(truths).filter(|(c, _)| calls(c)) {
        least = least.saturating_add(i64::from(*truth == Truth::True));
        most = most.saturating_add(i64::from(*truth != Truth::False));
    }
    let (least, most) = (Rational::int(least), Rational::int(most));
    Interval::new(Bound::Inclusive(least), Bound::Inclusive(most)).map_or(Num::Point(least), Num::of)
}

/// How far up a penalty goes: 不予处罚 lowest, then 减轻, 从轻, as it is, 从重.
pub(super) fn level(direction: Direction) -> u8 {
    match direction {
        Direction::NoPenalty => 0,
        Direction::Mitigated => 1,
        Direction::Lighter => 2,
        Direction::Ordinary => 3,
        Direction::Heavier => 4,
    }
}

/// What the circumstances call for, effect by effect, lightest first.
fn called_for(program: &Program, found: &[FoundCircumstance]) -> Vec<Opt> {
    let mut options: Vec<Opt> = Vec::new();
    for one in found {
        let Some(circumstance) = program.circumstances.get(one.circumstance) else { continue };
        for effect in &circumstance.effects {
            let known = match options.iter().position(|o| o.effect == *effect) {
                Some(position) => options.get_mut(position),
                None => {
                    options.push(option(program, effect));
                    options.last_mut()
                }
            };
            let Some(known) = known else { continue };
            known.because.push(one.circumstance);
            known.certain |= one.certain;
        }
    }
    for option in &mut options {
        bind(program, found, option);
    }
    options.sort_by_key(|o| level(o.direction));
    options
}

/// How strongly an option is called for: by the circumstances that surely hold, or, where none does, by those that may.
/// One that leaves no choice makes it the only one; of those that do, every other effect remains one that may be taken.
fn bind(program: &Program, found: &[FoundCircumstance], option: &mut Opt) {
    let surely = |id: &CircumstanceId| found.iter().any(|one| one.circumstance == *id && one.certain);
    option.because.sort_by_key(|id| (!surely(id), *id));
    let heard = option.because.iter().filter(|id| !option.certain || surely(id));
    let heard: Vec<&Circumstance> = heard.filter_map(|id| program.circumstances.get(*id)).gather();
    // What only may hold adds nothing to what is sure.
    heard.iter().for_each(|circumstance| add_needs(&mut option.needs, &circumstance.needs));
    let heard: Vec<&Circumstance> = heard.into_iter().filter(|c| c.force == Force::Must).gather();
    if heard.is_empty() {
        return;
    }
    option.force = Force::Must;
    if heard.iter().all(|circumstance| circumstance.effects.len() > 1) {
        let others = heard.iter().flat_map(|c| &c.effects).filter(|effect| **effect != option.effect);
        for other in others {
            if !option.or.contains(other) {
                option.or.push(other.clone());
            }
        }
    }
}

fn add_needs(known: &mut Vec<Need>, more: &[Need]) {
    for need in more {
        if !known.contains(need) {
            known.push(*need);
        }
    }
}

fn option(program: &Program, effect: &Arc<str>) -> Opt {
    let rows: Vec<EffectId> = program.effects.enumerate().filter(|(_, e)| e.id == *effect).map(|(id, _)| id).gather();
    let of = |id: &EffectId| program.effects.get(*id);
    let direction = program.direction_of(effect);
    let mut needs: Vec<Need> = Vec::new();
    rows.iter().filter_map(of).for_each(|e| add_needs(&mut needs, &e.needs));
    Opt {
        effect: effect.clone(),
        direction: direction.unwrap_or(Direction::Lighter),
        force: Force::May,
        or: Vec::new(),
        certain: false,
        because: Vec::new(),
        open: rows.is_empty(),
        rows,
        targets: Vec::new(),
        figured: Vec::new(),
        steps: Vec::new(),
        needs,
    }
}

/// One of several effects must be chosen; circumstances in both directions are weighed and not netted.
///
/// # Basis
/// 行政处罚法 第五条第二款 (the penalty fits facts, nature, circumstances and harm).
fn to_weigh(program: &Program, found: &[FoundCircumstance], options: &[Opt]) -> Vec<ReviewPoint> {
    let mut points = Vec::new();
    for one in found {
        let Some(circumstance) = program.circumstances.get(one.circumstance) else { continue };
        if circumstance.force == Force::Must && circumstance.effects.len() > 1 {
            let mut point = ReviewPoint::new(ReviewCode::ChooseEffect, Rule::Circumstance(one.circumstance));
            point.certain = one.certain;
            point.basis = Some(circumstance.basis.clone());
            points.push(point);
        }
    }
    let heavier = options.iter().filter(|o| o.direction == Direction::Heavier);
    let heavier = heavier.max_by_key(|o| o.certain);
    let both = [Direction::Ordinary, Direction::Heavier];
    let lighter = options.iter().filter(|o| !both.contains(&o.direction)).max_by_key(|o| o.certain);
    if let (Some(lighter), Some(heavier)) = (lighter, heavier) {
        let mut point = ReviewPoint::new(ReviewCode::CircumstancesMixed, because(lighter));
        point.with = Some(because(heavier));
        point.certain = lighter.certain && heavier.certain;
        points.push(point);
    }
    points
}

fn unverified(program: &Program, found: &[FoundCircumstance], options: &[Opt]) -> Vec<ReviewPoint> {
    let mut points = Vec::new();
    let mut mark = |rule, unverified: bool, certain: bool| {
        if unverified {
            let mut point = ReviewPoint::new(ReviewCode::Unverified, rule);
            point.certain = certain;
            points.push(point);
        }
    };
    for one in found {
        let marks = program.circumstances.get(one.circumstance).map(|c| &c.marks);
        mark(Rule::Circumstance(one.circumstance), marks.is_some_and(|m| m.unverified.is_some()), one.certain);
    }
    for option in options {
        for row in &option.rows {
            let marks = program.effects.get(*row).map(|e| &e.marks);
            mark(Rule::Effect(*row), marks.is_some_and(|m| m.unverified.is_some()), option.certain);
        }
    }
    points
}
