//! What expressions look at during one evaluation: facts, and what was computed from them, each once.

use super::change::Under;
use crate::expr::{
    AtomId, Cond, Context, DefineId, EvalError, Expr, FactId, FactorId, Id, LevelSet, NoRow, Num, Special, Type, Val,
    can_all_fail, cond, number, point, test, value,
};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::outcome::{ScoreFound, Step, Trace};
use crate::ruleset::{Factor, Score};
use crate::value::{Bound, Interval, Rational, Small, Truth};
use crate::vocabulary::LevelHow;

/// The ends of the statutory and of the tier's range, while a narrowing is computed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NamedEnds {
    pub(super) statute_min: Option<Num>,
    pub(super) statute_max: Option<Num>,
    /// Whether the statute has a lower and an upper end, and whether the tier has; open outside a narrowing.
    pub(super) has: Option<[bool; 4]>,
    /// Which of the four ends are out: the statute's, then the tier's.
    pub(super) open: [bool; 4],
    pub(super) tier_min: Option<Num>,
    pub(super) tier_max: Option<Num>,
}

/// How many circumstances of the case call for each direction: open where that is open.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    pub(crate) lighter: Num,
    pub(crate) mitigated: Num,
    pub(crate) heavier: Num,
}

/// A fact that was not given, and what it can be; of one that was given, nothing.
#[derive(Clone, Debug)]
struct OpenFact {
    value: Val,
    unascertainable: Truth,
    /// Not asked yet, and not looked at value by value here.
    missing: bool,
}

pub(crate) struct Env<'p> {
    pub(crate) linked: &'p Linked,
    /// The weights that `score` and `weight` add up.
    pub(super) weights: Option<&'p Score>,
    facts: &'p Facts,
    /// What may be said of facts that were not given; empty where all were.
    open: Vec<OpenFact>,
    factors: Vec<Option<(LevelSet, LevelHow)>>,
    score: Option<Num>,
    pub(super) ends: NamedEnds,
    /// How many circumstances call for each direction; none, where there are no circumstances.
    pub(crate) counts: Option<Box<Counts>>,
    /// The effect this evaluation is made under.
    pub(super) under: Option<&'p Under>,
    /// What may have no value for some completion.
    failing: Vec<Failing>,
    pub(crate) trace: Trace,
    pub(super) record: bool,
    /// Whether it is asked what a person must look at: the order of questions does without.
    pub(super) surface: bool,
}

/// What may have no value for some completion of the facts, and what that depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failing {
    pub(super) why: EvalError,
    pub(super) divisor: Option<Expr>,
    pub(super) conditions: Vec<Cond>,
}

impl<'p> Env<'p> {
    pub(crate) fn new(linked: &'p Linked, weights: Option<&'p Score>, facts: &'p Facts, record: bool) -> Self {
        let mut env = Self {
            linked,
            weights,
            facts,
            open: Vec::new(),
            factors: vec![None; linked.factors.len()],
            score: None,
            ends: NamedEnds::default(),
            counts: None,
            under: None,
            failing: Vec::new(),
            trace: Trace {
                // As many steps as there are definitions and factors, and some for rows and amounts.
                steps: Vec::with_capacity(if record { linked.defines.len().saturating_add(8) } else { 0 }),
                atoms: vec![None; linked.atoms.len()],
                defines: vec![None; linked.defines.len()],
            },
            record,
            surface: true,
        };
        if !facts.all_given() {
            env.not_given();
        }
        env
    }

    /// Takes in what may be said of the facts that were not given.
    #[inline(never)]
    fn not_given(&mut self) {
        let env = self;
        for (id, declared) in env.linked.facts.enumerate() {
            let fact = env.facts.get(id);
            let (value, unascertainable) = match fact {
                Fact::Given(_) => (Val::Text(None), Truth::False),
                Fact::Missing if declared.can_be_unascertainable => (open(declared), Truth::Unknown),
                Fact::Missing => (open(declared), Truth::False),
                Fact::Unascertainable => match (&declared.lowest, open(declared)) {
                    (Some(_), Val::Levels(_)) => {
                        let levels = LevelSet::one(0);
                        env.step(|| Step::LevelFact { id, levels, how: LevelHow::Lowest });
                        (Val::Levels(levels), Truth::True)
                    }
                    (_, value) => (value, Truth::True),
                },
            };
            env.open.push(OpenFact { value, unascertainable, missing: matches!(fact, Fact::Missing) });
        }
    }

    /// Sets a fact that was not given to one of its cells.
    pub(crate) fn fix(&mut self, id: FactId, value: Val, unascertainable: bool) {
        if let Some(open) = self.open.get_mut(id.position()) {
            open.value = value;
            open.missing = false;
            if open.unascertainable == Truth::Unknown {
                open.unascertainable = Truth::from(unascertainable);
            }
        }
    }

    /// Whether nothing about a fact is open.
    pub(super) fn is_known(&self, id: FactId) -> bool {
        self.fact(id).is_known()
    }

    /// Whether a fact was not asked yet, and is not looked at value by value here.
    pub(super) fn is_missing(&self, id: FactId) -> bool {
        self.open.get(id.position()).is_some_and(|fact| fact.missing)
    }

    /// Whether every fact was given: then no fact can be open.
    pub(super) fn all_given(&self) -> bool {
        self.open.is_empty()
    }

    /// Bounds a definition to one of its cells; false when it cannot be there for these facts.
    pub(super) fn bound(&mut self, id: DefineId, cell: &Val) -> Result<bool, EvalError> {
        let (Val::Num(known), Val::Num(cell)) = (self.define(id)?, cell) else { return Ok(true) };
        let Some(both) = known.interval().intersect(cell.interval()) else { return Ok(false) };
        if let Some(slot) = self.trace.defines.get_mut(id.position()) {
            *slot = Some(Val::Num(Num::of(both)));
        }
        // What was computed from the wider value is computed anew.
        self.trace.atoms.iter_mut().for_each(|a| *a = None);
        Ok(true)
    }

    /// An end of a range, while a narrowing is computed.
    fn end(&self, of: impl Fn(&NamedEnds) -> Option<Num>) -> Num {
        self.ends.has.and_then(|_| of(&self.ends)).unwrap_or(Num::Range(Interval::ALL))
    }

    fn count(&self, of: impl Fn(&Counts) -> Num) -> Num {
        self.counts.as_deref().map_or(Num::Point(Rational::ZERO), of)
    }

    /// Records a step. It is made where it stays: one that is pushed is made beside it and read back at once, which
    /// takes as long as thirty instructions.
    pub(super) fn step(&mut self, step: impl FnMut() -> Step) {
        if self.record {
            let steps = self.trace.steps.len().saturating_add(1);
            self.trace.steps.resize_with(steps, step);
        }
    }

    pub(crate) fn holds(&mut self, condition: &Cond) -> Result<Truth, EvalError> {
        cond(condition, None, self)
    }

    pub(crate) fn number(&mut self, expr: &Expr) -> Result<Num, EvalError> {
        number(expr, None, self)
    }

    /// What may have no value for some completion.
    pub(super) fn failing(&self) -> &[Failing] {
        &self.failing
    }

    fn may_fail(&mut self, failing: Failing) {
        if !self.failing.contains(&failing) {
            self.failing.push(failing);
        }
    }

    /// Takes a test that the facts leave open to hold or to fail; false when they say otherwise.
    pub(super) fn suppose(&mut self, id: AtomId, holds: Truth) -> Result<bool, EvalError> {
        let known = self.atom(id)?;
        if known == Truth::Unknown
            && let Some(slot) = self.trace.atoms.get_mut(id.position())
        {
            *slot = Some(holds);
        }
        Ok(known == Truth::Unknown || known == holds)
    }

    /// What was found of a fact, definition or factor.
    pub(super) fn found(&self, of: &Expr) -> Option<Val> {
        match of {
            Expr::Fact(id) => Some(self.fact(*id).clone()),
            Expr::Define(id) => self.trace.define(*id).cloned(),
            Expr::Factor(id) => self.factors.get(id.position()).copied().flatten().map(|(set, _)| Val::Levels(set)),
            _ => None,
        }
    }

    /// The levels of a factor, or of a fact or definition that is one, and how they came about.
    pub(super) fn levels_of(&mut self, factor: &Expr) -> Result<(LevelSet, LevelHow), EvalError> {
        match factor {
            Expr::Factor(id) => {
                self.factor(*id)?;
                Ok(self.factors.get(id.position()).copied().flatten().unwrap_or((LevelSet::NONE, LevelHow::NoLevel)))
            }
            other => Ok((crate::expr::levels(other, None, self)?, LevelHow::Found)),
        }
    }

    /// All factors that were looked at.
    pub(super) fn factors_seen(&self) -> impl Iterator<Item = (FactorId, LevelSet, LevelHow)> + '_ {
        self.linked
            .factors
            .enumerate()
            .filter_map(|(id, _)| self.factors.get(id.position()).copied().flatten().map(|(set, how)| (id, set, how)))
    }

    /// Whether a factor reads a fact that was asked and cannot be proved; `Unknown` while one is missing, because its
    /// answer may still settle the factor.
    fn reads_unascertainable(&self, id: FactorId) -> Truth {
        let reads = self.linked.factor_reads.get(id.position()).map(Vec::as_slice).unwrap_or(&[]);
        let any = reads.iter().fold(Truth::False, |any, fact| any.or(self.unascertainable(*fact)));
        let missing = reads.iter().any(|fact| self.open.get(fact.position()).is_some_and(|f| f.missing));
        if any == Truth::True && missing { Truth::Unknown } else { any }
    }

    /// Evaluates a definition that is a number which fits 64 bits, once. It comes in registers and is written where it
    /// stays, without a copy of a whole value.
    fn compute_point(&mut self, id: DefineId) -> Option<Small> {
        let define = self.linked.defines.at(id);
        if !is_number(&define.ty) {
            return None;
        }
        let point = point(&define.body, None, self)?;
        *self.trace.defines.get_mut(id.position())? = Some(Val::Num(Num::Point(point.rational())));
        self.step(|| Step::Define { id });
        Some(point)
    }

    /// Evaluates a definition, once.
    fn compute(&mut self, id: DefineId) -> Result<(), EvalError> {
        if self.compute_point(id).is_some() {
            return Ok(());
        }
        let define = self.linked.defines.at(id);
        let numeric = is_number(&define.ty);
        let known = self.failing.len();
        let found =
            if numeric { number(&define.body, None, self).map(Val::Num) } else { value(&define.body, None, self) };
        let named = |error| match error {
            EvalError::NoRow(row) if row.name.is_empty() => {
                EvalError::NoRow(Box::new(NoRow { name: define.name.to_string() }))
            }
            other => other,
        };
        let found = found.map_err(named)?;
        for failing in self.failing.iter_mut().skip(known) {
            failing.why = named(failing.why.clone());
        }
        if let Some(slot) = self.trace.defines.get_mut(id.position()) {
            *slot = Some(found);
        }
        self.step(|| Step::Define { id });
        Ok(())
    }

    /// Evaluates a test, once.
    fn try_atom(&mut self, id: AtomId) -> Result<Truth, EvalError> {
        let linked = self.linked;
        let holds = test(&linked.atoms.at(id).test, None, self)?;
        if let Some(slot) = self.trace.atoms.get_mut(id.position()) {
            *slot = Some(holds);
        }
        Ok(holds)
    }

    fn find_levels(&mut self, id: FactorId, factor: &Factor) -> Result<(LevelSet, LevelHow), EvalError> {
        let (mut hold, mut may) = (LevelSet::EMPTY, LevelSet::EMPTY);
        for (level, position) in factor.conditions.iter().zip(0usize..) {
            match self.holds(&level.when)? {
                Truth::True => hold = hold.with(position),
                Truth::Unknown => may = may.with(position),
                Truth::False => {}
            }
        }
        let partition = self.linked.partitions.get(id.position()).copied().unwrap_or(false);
        if hold.len() == 1 && (may.is_empty() || partition) {
            return Ok((hold, LevelHow::Found));
        }
        let heaviest = hold.positions().last().filter(|_| factor.heaviest);
        if let Some(heaviest) = heaviest {
            // What is not heavier than a level that surely holds makes no difference, proved or not.
            may = may.positions().filter(|p| *p > heaviest).fold(LevelSet::EMPTY, LevelSet::with);
            hold = LevelSet::one(heaviest);
        }
        if !may.is_empty() && factor.lowest.is_some() {
            match self.reads_unascertainable(id) {
                // A level that surely holds is proved; only the others cannot be ascertained.
                Truth::True if hold.is_empty() => return Ok((LevelSet::one(0), LevelHow::Lowest)),
                Truth::True if hold.len() == 1 => return Ok((hold, LevelHow::Lowest)),
                Truth::True => may = LevelSet::EMPTY,
                Truth::Unknown if hold.is_empty() => may = may.with(0),
                Truth::Unknown | Truth::False => {}
            }
        }
        if heaviest.is_some() {
            return Ok((hold.union(may), LevelHow::Heaviest));
        }
        if hold.len() > 1 {
            return Ok((hold.union(may), LevelHow::Overlap));
        }
        let all = hold.union(may);
        if all.is_empty() {
            return Ok((LevelSet::NONE, LevelHow::NoLevel));
        }
        let may_lack =
            hold.is_empty() && !partition && can_all_fail(self, factor.conditions.iter().map(|level| &level.when));
        Ok((if may_lack { all.union(LevelSet::NONE) } else { all }, LevelHow::Found))
    }

    /// The sum of the weights; where no level fits, from the least to the greatest weight.
    pub(super) fn score(&mut self) -> Result<Num, EvalError> {
        if let Some(score) = self.score {
            return Ok(score);
        }
        let mut sum = Num::Point(Rational::ZERO);
        let mut parts = Vec::new();
        if let Some(score) = self.weights {
            for weights in &score.weights {
                let (set, _) = self.levels_of(&weights.factor)?;
                let weight = weight(&weights.of_level, set);
                sum = sum.add(weight)?;
                if self.record {
                    parts.push((set, weight));
                }
            }
        }
        self.score = Some(sum);
        self.step(|| Step::Score { found: Box::new(ScoreFound { parts: std::mem::take(&mut parts), sum }) });
        Ok(sum)
    }
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Number(_) | Type::Date)
}

/// What a missing fact can be.
fn open(declared: &crate::ruleset::FactDecl) -> Val {
    match Val::unknown(&declared.ty) {
        Val::Num(_) => Val::Num(Num::Range(declared.domain)),
        other => other,
    }
}

fn weight(of_level: &[Rational], set: LevelSet) -> Num {
    let all = set.has_none();
    let mut possible = of_level.iter().zip(0usize..).filter(|(_, i)| all || set.has(*i)).map(|(w, _)| *w);
    let Some(first) = possible.next() else { return Num::Point(Rational::ZERO) };
    let (least, most) = possible.fold((first, first), |(least, most), w| (least.min(w), most.max(w)));
    Interval::new(Bound::Inclusive(least), Bound::Inclusive(most)).map_or(Num::Point(least), Num::of)
}

impl Context for Env<'_> {
    fn points(&self) -> bool {
        self.all_given()
    }

    fn fact(&self, id: FactId) -> &Val {
        const NOTHING: &Val = &Val::Truth(Truth::Unknown);
        match self.facts.get(id) {
            Fact::Given(value) => value,
            _ => self.open.get(id.position()).map_or(NOTHING, |open| &open.value),
        }
    }

    fn unascertainable(&self, id: FactId) -> Truth {
        self.open.get(id.position()).map_or(Truth::False, |open| open.unascertainable)
    }

    #[inline]
    fn define(&mut self, id: DefineId) -> Result<&Val, EvalError> {
        if !matches!(self.trace.defines.get(id.position()), Some(Some(_))) {
            self.compute(id)?;
        }
        const NOTHING: &Val = &Val::Text(None);
        Ok(self.trace.define(id).unwrap_or(NOTHING))
    }

    #[inline]
    fn define_point(&mut self, id: DefineId) -> Option<Small> {
        match self.trace.defines.get(id.position())? {
            Some(Val::Num(Num::Point(known))) => Small::of(*known).ok(),
            Some(_) => None,
            None => self.compute_point(id),
        }
    }

    fn factor(&mut self, id: FactorId) -> Result<LevelSet, EvalError> {
        if let Some(Some((known, _))) = self.factors.get(id.position()) {
            return Ok(*known);
        }
        let factor = self.linked.factors.at(id);
        let (levels, how) = self.find_levels(id, factor)?;
        if let Some(slot) = self.factors.get_mut(id.position()) {
            *slot = Some((levels, how));
        }
        self.step(|| Step::Factor { id, levels, how });
        Ok(levels)
    }

    #[inline]
    fn atom(&mut self, id: AtomId) -> Result<Truth, EvalError> {
        match self.trace.atoms.get(id.position()) {
            Some(Some(known)) => Ok(*known),
            _ => self.try_atom(id),
        }
    }

    fn special(&mut self, special: Special) -> Result<Num, EvalError> {
        Ok(match special {
            Special::StatuteMin => self.end(|ends| ends.statute_min),
            Special::StatuteMax => self.end(|ends| ends.statute_max),
            Special::TierMin => self.end(|ends| ends.tier_min),
            Special::TierMax => self.end(|ends| ends.tier_max),
            Special::Score => self.score()?,
            Special::LighterCount => self.count(|counts| counts.lighter),
            Special::MitigatedCount => self.count(|counts| counts.mitigated),
            Special::HeavierCount => self.count(|counts| counts.heavier),
        })
    }

    fn has_end(&self, end: Special) -> Truth {
        let Some([statute_min, statute_max, tier_min, tier_max]) = self.ends.has else { return Truth::Unknown };
        Truth::from(match end {
            Special::StatuteMin => statute_min,
            Special::StatuteMax => statute_max,
            Special::TierMin => tier_min,
            Special::TierMax => tier_max,
            _ => return Truth::Unknown,
        })
    }

    fn may_divide_by_zero(&mut self, divisor: &Expr) {
        let why = EvalError::DivisionByZero;
        self.may_fail(Failing { why, divisor: Some(divisor.clone()), conditions: Vec::new() });
    }

    fn may_have_no_row(&mut self, rows: &[(Cond, Expr)]) {
        if can_all_fail(self, rows.iter().map(|(when, _)| when)) {
            let conditions = rows.iter().map(|(when, _)| when.clone()).gather();
            self.may_fail(Failing { why: EvalError::NoRow(Box::default()), divisor: None, conditions });
        }
    }

    fn weight(&mut self, factor: &Expr) -> Result<Num, EvalError> {
        let (set, _) = self.levels_of(factor)?;
        let of_level = self.weights.and_then(|s| s.weights.iter().find(|w| w.factor == *factor)).map(|w| &w.of_level);
        Ok(of_level.map_or(Num::Point(Rational::ZERO), |w| weight(w, set)))
    }
}
