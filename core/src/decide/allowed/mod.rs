//! What an authority may still decide of one act under one law: the one account that headline, letter, review, totals
//! and procedure read.
//!
//! A way is the penalty as the table has it, or as a circumstance lets it become. What the law calls for (应当) takes
//! the place of the table; what it only allows (可以) stands beside it. Of what is not known yet every possibility is
//! kept: which ways are there together is asked completion by completion.
//!
//! # Basis
//! 行政处罚法 第三十条至第三十三条 (应当 and 可以 of 不予处罚, 减轻, 从轻), 第四十九条 (从重); 第五条第二款: circumstances in both
//! directions are weighed, so nothing is netted here.

mod basis;
mod called;

pub use basis::{Asked, Basis, Course};

use crate::decide::circumstances::{Opt, level};
use crate::gather::Gather as _;
use crate::outcome::{Outcome, TargetOutcome, Verdict};
use crate::ruleset::CircumstanceId;
use crate::value::Truth;
use crate::vocabulary::{Direction, Force, ReviewCode};
use called::{Called, calls};

/// The ways that remain of one act under one law.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// Each way that is left in some completion: the table first, then as the options of the general part stand.
    pub ways: Vec<AllowedWay>,
    /// Whether 应当 stands against 应当, so that no way satisfies all that the law calls for: a person weighs them.
    pub opposed: Truth,
    /// Which ways are there together: one set for each completion that differs.
    pub together: Vec<WaysTogether>,
    /// The ways that only come of weighing: the table and what takes the penalty up where the law calls for 从轻 and
    /// allows 从重; the table and what takes it down where it calls for 从重 and allows the other.
    pub weighed: Vec<AllowedWay>,
}

/// The ways that one completion leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaysTogether {
    /// The ways, by position.
    pub ways: Vec<usize>,
    /// Whether none of them satisfies all that the law calls for.
    pub opposed: bool,
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct AllowedWay {
    /// What it makes of the penalty.
    pub course: Course,
    /// Which way the circumstances take it; none = as the table has it.
    pub direction: Option<Direction>,
    /// 应当, where the law leaves no way but this one and those beside it; 可以, where the authority may take it or not.
    pub force: Force,
    /// Whether it is there in every completion.
    pub certain: bool,
    /// The circumstances that it rests on, by position in the program: those that surely hold and call for it; where
    /// there is none, those that may.
    pub rests_on: Vec<CircumstanceId>,
    /// Whether no text says how far it goes.
    pub open: bool,
}

impl Allowed {
    /// The ways that remain; `asked` says whether a circumstance that is not known keeps its ways open.
    #[must_use]
    pub fn of(of: Basis<'_>, asked: Asked) -> Self {
        let mut candidates = vec![Course::Table];
        let waives = of.outcome.review_points.iter().find(|p| p.code == ReviewCode::MayExempt);
        if of.outcome.verdict == Verdict::Sanctioned {
            candidates.extend(waives.map(|_| Course::Waived));
            let options = of.general.into_iter().flat_map(|g| &g.options).zip(0usize..);
            candidates.extend(
                options.filter(|(o, _)| o.certain || asked == Asked::WholeCase).map(|(_, n)| Course::Option(n)),
            );
        }
        let calls = calls(of, asked);
        let waived = candidates.iter().position(|c| *c == Course::Waived);
        let mut together: Vec<WaysTogether> = Vec::new();
        let mut add = |set: WaysTogether| {
            if !together.contains(&set) {
                together.push(set);
            }
        };
        for holding in calls.completions() {
            let (ways, opposed) = calls.present(of, &candidates, &holding);
            // While it is open whether the row holds that allows it, the table may stand without it.
            if waives.is_some_and(|p| !p.certain) {
                let left = ways.iter().copied().filter(|n| Some(*n) != waived).gather();
                add(WaysTogether { ways: left, opposed });
            }
            add(WaysTogether { ways, opposed });
        }
        let mut ways = Vec::new();
        let mut kept: Vec<usize> = Vec::new();
        for (course, number) in candidates.iter().zip(0usize..) {
            if together.iter().any(|set| set.ways.contains(&number)) {
                kept.push(number);
                ways.push(way(of, &calls, *course, together.iter().all(|set| set.ways.contains(&number))));
            }
        }
        for set in &mut together {
            set.ways = set.ways.iter().filter_map(|n| kept.iter().position(|k| k == n)).gather();
        }
        let (against, all) = (together.iter().filter(|set| set.opposed).count(), together.len());
        let opposed = match against {
            0 => Truth::False,
            n if n == all => Truth::True,
            _ => Truth::Unknown,
        };
        let goes = |course: &Course| course.option(of).map(|o| level(o.direction));
        let (rises, sinks) = (calls.may_rise(), calls.may_sink());
        let weighs = |course: &&Course| match goes(course) {
            None => **course == Course::Table && (rises || sinks),
            Some(level) => (rises && level > 3) || (sinks && level < 3),
        };
        let weighed = candidates.iter().filter(weighs).map(|course| way(of, &calls, *course, false)).gather();
        Self { ways, opposed, together, weighed }
    }

    /// Whether the table as it stands is no longer a way, whatever is still to be found out.
    #[must_use]
    pub fn table_is_out(&self) -> bool {
        self.ways.iter().all(|way| way.course != Course::Table)
    }
}

impl AllowedWay {
    /// The verdict, and the sanctions of each target.
    #[must_use]
    pub fn result<'o>(&self, of: Basis<'o>) -> (Verdict, &'o [TargetOutcome]) {
        let Outcome { verdict, targets, .. } = of.outcome;
        match self.course {
            Course::Table => (*verdict, targets),
            Course::Waived => (Verdict::NoPenalty(Force::May), &[]),
            Course::Option(_) => {
                let option = self.course.option(of);
                let targets = option.map(|o| o.targets.as_slice()).unwrap_or_default();
                let spares = option.is_some_and(|o| o.direction == Direction::NoPenalty) && targets.is_empty();
                (if spares { Verdict::NoPenalty(self.force) } else { *verdict }, targets)
            }
        }
    }

    /// Whether it leaves no penalty at all.
    #[must_use]
    pub fn spares(&self, of: Basis<'_>) -> bool {
        self.result(of).0 != Verdict::Sanctioned
    }
}

fn way(of: Basis<'_>, calls: &Called, course: Course, certain: bool) -> AllowedWay {
    let option = course.option(of);
    let surely = |o: &Opt| o.because.iter().copied().filter(|c| of.general.is_some_and(|g| g.surely(*c))).gather();
    let rests_on: Vec<CircumstanceId> = match option {
        // What only may hold is no ground of what is called for anyway.
        Some(option) if option.certain => surely(option),
        Some(option) => option.because.clone(),
        None => Vec::new(),
    };
    AllowedWay {
        course,
        direction: option.map(|o| o.direction).or((course == Course::Waived).then_some(Direction::NoPenalty)),
        force: if calls.bind(&rests_on) { Force::Must } else { Force::May },
        certain,
        rests_on,
        open: option.is_some_and(|o| o.open && o.direction != Direction::NoPenalty),
    }
}
