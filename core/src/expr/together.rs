//! Conditions that contradict one another, or leave nothing out, whatever the facts are.

use super::check::Names;
use super::ir::{CompareOp, Cond, Expr, Test};
use super::types::LevelSet;
use crate::value::{Bound, Interval, Rational, Sorted};

/// What is left of the values of one expression.
enum Left {
    Numbers(Option<Interval>),
    Levels(LevelSet),
}

/// Whether parts joined by `and` can never hold together, or, for `any`, parts joined by `or` cover every case.
///
/// Only tests of one expression against constants are compared; that one of them alone decides is another problem,
/// reported where it stands.
pub(crate) fn together(names: &dyn Names, parts: &[Cond], any: bool) -> bool {
    let mut left: Sorted<&Expr, (Left, usize)> = Sorted::new();
    let mut tests = Vec::new();
    if !flatten(names, parts, any, &mut tests) {
        return false;
    }
    for (test, domain) in &tests {
        match test {
            Test::Compare(op, sides) => {
                let [of, Expr::Number(n)] = &**sides else { continue };
                // Parts of `or` leave nothing out when all of them cannot fail together.
                let Some(allowed) = values(if any { negated(*op) } else { *op }, *n) else { continue };
                if domain.intersect(allowed).is_none() {
                    return false;
                }
                if let Some((Left::Numbers(before), count)) = left.or_insert(of, (Left::Numbers(Some(*domain)), 0)) {
                    *before = before.and_then(|before| before.intersect(allowed));
                    *count = count.saturating_add(1);
                }
            }
            // Levels that leave nothing out still leave out that no level fits.
            Test::Levels(of, set) if !any => {
                if let Some((Left::Levels(before), count)) = left.or_insert(of, (Left::Levels(*set), 0)) {
                    *before = before.intersection(*set);
                    *count = count.saturating_add(1);
                }
            }
            _ => {}
        }
    }
    left.iter().any(|(_, (left, count))| {
        *count > 1
            && match left {
                Left::Numbers(left) => left.is_none(),
                Left::Levels(set) => set.is_empty(),
            }
    })
}

/// The tests joined in one way; false when a part of them is decided already, and said to be.
fn flatten<'a>(names: &'a dyn Names, parts: &'a [Cond], any: bool, out: &mut Vec<(&'a Test, Interval)>) -> bool {
    parts.iter().all(|part| {
        match part {
            Cond::Atom(id) => out.extend(names.test_of(*id)),
            Cond::Local(test) => out.push((test, Interval::ALL)),
            Cond::All(inner) if !any => return !together(names, inner, any) && flatten(names, inner, any, out),
            Cond::Any(inner) if any => return !together(names, inner, any) && flatten(names, inner, any, out),
            _ => {}
        }
        true
    })
}

/// The numbers for which a comparison holds, where they are one interval.
pub(super) fn values(op: CompareOp, n: Rational) -> Option<Interval> {
    let (lo, hi) = match op {
        CompareOp::Eq => (Bound::Inclusive(n), Bound::Inclusive(n)),
        CompareOp::Ne => return None,
        CompareOp::Lt => (Bound::Unbounded, Bound::Exclusive(n)),
        CompareOp::Le => (Bound::Unbounded, Bound::Inclusive(n)),
        CompareOp::Gt => (Bound::Exclusive(n), Bound::Unbounded),
        CompareOp::Ge => (Bound::Inclusive(n), Bound::Unbounded),
    };
    Interval::new(lo, hi)
}

fn negated(op: CompareOp) -> CompareOp {
    crate::value::Comparison::from(op).negate().into()
}
