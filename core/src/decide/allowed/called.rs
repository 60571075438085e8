//! What the circumstances of a case call for, and which ways satisfy all of it.

use super::basis::{Asked, Basis, Course};
use crate::decide::circumstances::level;
use crate::gather::Gather as _;
use crate::ruleset::CircumstanceId;
use crate::vocabulary::{Direction, Force};

/// What one circumstance calls for.
struct CalledFor {
    circumstance: CircumstanceId,
    must: bool,
    directions: Vec<Direction>,
    certain: bool,
}

impl CalledFor {
    /// Whether it leaves no penalty, and nothing else.
    fn spares(&self) -> bool {
        self.must && self.directions == [Direction::NoPenalty]
    }
}

/// What the circumstances that hold, or may, call for.
pub(super) struct Called {
    calls: Vec<CalledFor>,
    /// Circumstances that may hold, those together that call for the same alike.
    kinds: Vec<Vec<usize>>,
}

/// More kinds of what may be called for than this are not combined: all of them together and none stand for the rest.
const MOST: usize = 8;

pub(super) fn calls(of: Basis<'_>, asked: Asked) -> Called {
    let mut calls: Vec<CalledFor> = Vec::new();
    for found in of.general.into_iter().flat_map(|g| &g.found).filter(|f| f.certain || asked == Asked::WholeCase) {
        let Some(circumstance) = of.program.circumstances.get(found.circumstance) else { continue };
        let directions = circumstance.effects.iter().filter_map(|e| of.program.direction_of(e)).gather();
        let must = circumstance.force == Force::Must;
        calls.push(CalledFor { circumstance: found.circumstance, must, directions, certain: found.certain });
    }
    let mut kinds: Vec<Vec<usize>> = Vec::new();
    for (call, number) in calls.iter().zip(0usize..).filter(|(call, _)| !call.certain) {
        let alike = |kind: &&mut Vec<usize>| {
            let first = kind.first().and_then(|n| calls.get(*n));
            first.is_some_and(|f| f.must == call.must && f.directions == call.directions)
        };
        match kinds.iter_mut().find(alike) {
            Some(kind) => kind.push(number),
            None => kinds.push(vec![number]),
        }
    }
    Called { calls, kinds }
}

impl Called {
    /// Each set of calls that may hold together, by position: those that surely do, with every choice of the others.
    /// That two circumstances exclude each other is not known here: then a set stands for a case that cannot happen,
    /// and what rests on it is open where it need not be.
    pub(super) fn completions(&self) -> Vec<Vec<usize>> {
        let surely: Vec<usize> = (0usize..).zip(&self.calls).filter(|(_, c)| c.certain).map(|(n, _)| n).gather();
        let mut all = vec![surely.clone()];
        if self.kinds.len() > MOST {
            all.extend(self.kinds.iter().map(|kind| [surely.as_slice(), kind].concat()));
            all.push((0..self.calls.len()).gather());
            return all;
        }
        for kind in &self.kinds {
            let with: Vec<Vec<usize>> = all.iter().map(|set| [set.as_slice(), kind].concat()).gather();
            all.extend(with);
        }
        all
    }

    /// Whether 从重 is allowed beside an 应当 that 从轻 honours.
    pub(super) fn may_rise(&self) -> bool {
        if self.spared() {
            return false;
        }
        let up = |call: &CalledFor| !call.must && call.directions.contains(&Direction::Heavier);
        let down = |call: &&CalledFor| call.must && call.directions.iter().any(|d| level(*d) < 3);
        let mut down = self.calls.iter().filter(down).peekable();
        down.peek().is_some()
            && down.all(|call| satisfies(Direction::Lighter, &call.directions))
            && self.calls.iter().any(up)
    }

    /// Whether something lighter is allowed beside an 应当从重.
    pub(super) fn may_sink(&self) -> bool {
        let heavier = |call: &CalledFor| call.must && call.directions.contains(&Direction::Heavier);
        let down = |call: &CalledFor| !call.must && call.directions.iter().any(|d| level(*d) < 3);
        !self.spared() && self.calls.iter().any(heavier) && self.calls.iter().any(down)
    }

    /// Whether there surely is no penalty to be weighed.
    fn spared(&self) -> bool {
        self.calls.iter().any(|call| call.certain && call.spares())
    }

    /// Whether a circumstance that surely holds makes what rests on these mandatory.
    pub(super) fn bind(&self, circumstances: &[CircumstanceId]) -> bool {
        self.calls.iter().any(|call| call.must && call.certain && circumstances.contains(&call.circumstance))
    }

    /// Which of the candidates are ways where these calls hold, by position; and whether none satisfies all that must
    /// be. Then all that are called for stand side by side, to be weighed.
    pub(super) fn present(&self, of: Basis<'_>, candidates: &[Course], holding: &[usize]) -> (Vec<usize>, bool) {
        let held: Vec<&CalledFor> = holding.iter().filter_map(|n| self.calls.get(*n)).gather();
        let called = |course: &Course| {
            course.option(of).is_none_or(|o| held.iter().any(|call| o.because.contains(&call.circumstance)))
        };
        let goes = |course: &Course| match course {
            Course::Table => Direction::Ordinary,
            Course::Waived => Direction::NoPenalty,
            Course::Option(_) => course.option(of).map_or(Direction::Ordinary, |o| o.direction),
        };
        // 应当不予处罚 leaves nothing that could be made heavier.
        let spared = held.iter().any(|call| call.spares());
        let musts: Vec<&&CalledFor> = held.iter().filter(|call| call.must && (!spared || call.spares())).gather();
        let there: Vec<(usize, &Course)> = (0usize..).zip(candidates).filter(|(_, course)| called(course)).gather();
        let fits = |course: &Course| musts.iter().all(|call| satisfies(goes(course), &call.directions));
        let satisfying: Vec<usize> = there.iter().filter(|(_, course)| fits(course)).map(|(n, _)| *n).gather();
        let opposed = satisfying.is_empty();
        (if opposed { there.into_iter().map(|(n, _)| n).gather() } else { satisfying }, opposed)
    }
}

/// Whether a way that goes in a direction does what a circumstance calls for: one of several must be taken, and what
/// goes further down than the mildest of them does as much.
fn satisfies(way: Direction, called: &[Direction]) -> bool {
    let levels = called.iter().map(|d| level(*d));
    match (levels.clone().min(), levels.clone().max()) {
        (Some(_), Some(mildest)) if mildest < 3 => level(way) <= mildest,
        (Some(least), Some(most)) => (least..=most).contains(&level(way)),
        _ => true,
    }
}
