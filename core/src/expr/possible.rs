//! Whether conditions can hold together, as far as tests of one expression against constants tell. While facts are
//! missing two rows may each hold, and still never both: only what some completion has is worth a person's look.

use super::ids::AtomId;
use super::ir::{CompareOp, Cond, Expr, Test};
use super::types::LevelSet;
use crate::gather::Gather as _;
use crate::value::{Comparison, Interval, Truth};

/// What is known while it is asked what may be.
pub(crate) trait Known {
    /// Whether a test holds, as far as it was looked at.
    fn holds(&self, id: AtomId) -> Truth;
    /// The test.
    fn test_of(&self, id: AtomId) -> Option<&Test>;
    /// The numbers an expression can be.
    fn numbers(&self, of: &Expr) -> Interval;
    /// The part of a range that an expression can be, as a whole number or not.
    fn reachable(&self, of: &Expr, range: Interval) -> Option<Interval>;
    /// The levels an expression can be.
    fn levels(&self, of: &Expr) -> Option<LevelSet>;
}

/// The most steps of one search: beyond, it may be so.
const STEPS: u32 = 400;

/// Whether all conditions can hold together. False is a proof, true is none.
pub(crate) fn can_hold<'c>(known: &impl Known, conditions: impl IntoIterator<Item = &'c Cond>) -> bool {
    can_be(known, conditions.into_iter().map(|c| (c, true)))
}

/// Whether all conditions can fail together. False is a proof that one of them always holds, true is none.
pub(crate) fn can_all_fail<'c>(known: &impl Known, conditions: impl IntoIterator<Item = &'c Cond>) -> bool {
    can_be(known, conditions.into_iter().map(|c| (c, false)))
}

/// Whether each of some conditions can hold or fail as it is wanted to, all together. False is a proof, true is none.
pub(crate) fn can_be<'c>(known: &impl Known, goals: impl IntoIterator<Item = (&'c Cond, bool)>) -> bool {
    Search { known, left: STEPS }.meets(goals.into_iter().gather(), Vec::new())
}

/// A test, and whether it is to hold.
type Literal<'c> = (&'c Test, bool);

struct Search<'k, K> {
    known: &'k K,
    left: u32,
}

impl<'k, K: Known> Search<'k, K> {
    /// Whether the goals can be met beside the tests that were taken to hold or to fail.
    fn meets<'c>(&mut self, mut goals: Vec<(&'c Cond, bool)>, mut taken: Vec<Literal<'c>>) -> bool
    where
        'k: 'c,
    {
        while let Some((goal, wanted)) = goals.pop() {
            let Some(left) = self.left.checked_sub(1) else { return true };
            self.left = left;
            match goal {
                Cond::Const(value) if *value == wanted => {}
                Cond::Const(_) => return false,
                Cond::Not(inner) => goals.push((inner, !wanted)),
                Cond::All(parts) if wanted => goals.extend(parts.iter().map(|p| (p, true))),
                Cond::Any(parts) if !wanted => goals.extend(parts.iter().map(|p| (p, false))),
                // One part is enough: each is tried.
                Cond::All(parts) | Cond::Any(parts) => {
                    return parts.iter().any(|part| {
                        let mut with = goals.clone();
                        with.push((part, wanted));
                        self.meets(with, taken.clone())
                    });
                }
                Cond::Atom(id) => match self.known.holds(*id) {
                    Truth::Unknown => {
                        let known: &'k K = self.known;
                        let Some(test) = known.test_of(*id) else { continue };
                        taken.push((test, wanted));
                        if !self.agrees(&taken) {
                            return false;
                        }
                    }
                    truth if (truth == Truth::True) != wanted => return false,
                    _ => {}
                },
                // A test on an element is none of the case.
                Cond::Local(_) => {}
            }
        }
        true
    }

    /// Whether the last of the tests agrees with those before.
    fn agrees(&self, taken: &[Literal<'_>]) -> bool {
        let Some(((last, wanted), before)) = taken.split_last() else { return true };
        match last {
            Test::Compare(_, sides) => {
                let [of, Expr::Number(_)] = &**sides else { return before.iter().all(|l| *l != (*last, !wanted)) };
                let mut left = Some(self.known.numbers(of));
                let mut unequal = Vec::new();
                for (test, wanted) in taken {
                    let Test::Compare(op, sides) = test else { continue };
                    let [other, Expr::Number(n)] = &**sides else { continue };
                    if other != of {
                        continue;
                    }
                    let op: CompareOp = if *wanted { *op } else { Comparison::from(*op).negate().into() };
                    match super::together::values(op, *n) {
                        Some(values) => left = left.and_then(|l| l.intersect(values)),
                        None => unequal.push(*n),
                    }
                }
                let left = left.and_then(|l| self.known.reachable(of, l));
                left.is_some_and(|l| l.as_point().is_none_or(|point| !unequal.contains(&point)))
            }
            Test::Levels(of, _) => {
                let Some(mut left) = self.known.levels(of) else {
                    return before.iter().all(|l| *l != (*last, !wanted));
                };
                for (test, wanted) in taken {
                    if let Test::Levels(other, set) = test
                        && other == of
                    {
                        left = if *wanted { left.intersection(*set) } else { left.without(*set) };
                    }
                }
                !left.is_empty()
            }
            _ => before.iter().all(|l| *l != (*last, !wanted)),
        }
    }
}
