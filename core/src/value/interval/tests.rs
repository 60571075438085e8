//! Every operation against brute force: all ranges over a few ends, sampled finely.

use super::*;

fn r(n: i128, d: i128) -> Rational {
    Rational::new(n, d).unwrap()
}

fn int(n: i64) -> Rational {
    Rational::int(n)
}

/// All ranges with ends in -2, 0, 1, 3, open, closed or absent.
fn ranges() -> Vec<Interval> {
    let ends: Vec<Bound> =
        [-2, 0, 1, 3].into_iter().flat_map(|n| [Inclusive(int(n)), Exclusive(int(n))]).chain([Unbounded]).collect();
    ends.iter().flat_map(|lo| ends.iter().filter_map(|hi| Interval::new(*lo, *hi))).collect()
}

/// Members of a range: its reached ends, points very near to both ends, points far out, a few between.
/// Near is far nearer than far is far, so that a product of the two still shows an end at 0.
fn samples(range: Interval) -> Vec<Rational> {
    let near = r(1, 1_000_000_000_000);
    let mut all: Vec<Rational> = [-1_000_000, -7, -2, -1, 0, 1, 2, 3, 9, 1_000_000].map(int).to_vec();
    all.push(r(1, 2));
    for end in [range.lo, range.hi].iter().filter_map(|b| b.value()) {
        all.extend([end.add(near).unwrap(), end.sub(near).unwrap()]);
    }
    all.retain(|value| range.contains(*value));
    all
}

/// Holds every sampled result; each finite end is approached, and reached exactly if it says so.
fn assert_hull(result: Interval, values: &[Rational], what: &str) {
    for value in values {
        assert!(result.contains(*value), "{what}: {value} outside {result:?}");
    }
    let least = *values.iter().min().unwrap();
    let greatest = *values.iter().max().unwrap();
    for (end, extreme) in [(result.lo, least), (result.hi, greatest)] {
        match end {
            Inclusive(value) => assert_eq!(value, extreme, "{what}: {result:?}"),
            Exclusive(value) => {
                assert!(value.sub(extreme).unwrap().abs() < r(1, 100), "{what}: {result:?} only gets to {extreme}");
            }
            Unbounded => assert!(extreme.abs() > int(1_000), "{what}: {result:?} only gets to {extreme}"),
        }
    }
}

#[test]
fn binary_operations_are_exact_hulls() {
    for a in ranges() {
        for b in ranges() {
            let (of_a, of_b) = (samples(a), samples(b));
            let all = |f: &dyn Fn(Rational, Rational) -> Option<Rational>| -> Vec<Rational> {
                of_a.iter().flat_map(|x| of_b.iter().filter_map(|y| f(*x, *y))).collect()
            };
            assert_hull(a.add(b).unwrap(), &all(&|x, y| x.add(y).ok()), &format!("{a:?} + {b:?}"));
            assert_hull(a.sub(b).unwrap(), &all(&|x, y| x.sub(y).ok()), &format!("{a:?} - {b:?}"));
            assert_hull(a.min(b), &all(&|x, y| Some(x.min(y))), &format!("min {a:?} {b:?}"));
            assert_hull(a.max(b), &all(&|x, y| Some(x.max(y))), &format!("max {a:?} {b:?}"));
            assert_hull(a.mul(b).unwrap(), &all(&|x, y| x.mul(y).ok()), &format!("{a:?} * {b:?}"));
            if b == Interval::point(Rational::ZERO) {
                assert_eq!(a.div(b), Err(ArithmeticError::DivisionByZero));
            } else if b.contains(Rational::ZERO) {
                assert_eq!(a.div(b).map(|q| q == Interval::ALL || a.as_point().is_some()), Ok(true));
            } else {
                assert_hull(a.div(b).unwrap(), &all(&|x, y| x.div(y).ok()), &format!("{a:?} / {b:?}"));
            }
            let both: Vec<Rational> = of_a.iter().chain(&of_b).copied().collect();
            assert_hull(a.hull(b), &both, &format!("hull {a:?} {b:?}"));
            for value in &both {
                let inside = a.intersect(b).is_some_and(|i| i.contains(*value));
                assert_eq!(inside, a.contains(*value) && b.contains(*value));
            }
            assert_eq!(a.contains_interval(b), of_b.iter().all(|y| a.contains(*y)), "{a:?} holds {b:?}");
        }
    }
}

#[test]
fn unary_operations_are_exact_or_wider() {
    for a in ranges() {
        let of = samples(a);
        assert_hull(a.neg(), &of.iter().map(|x| x.neg()).collect::<Vec<_>>(), &format!("-{a:?}"));
        assert_hull(a.abs(), &of.iter().map(|x| x.abs()).collect::<Vec<_>>(), &format!("|{a:?}|"));
        let floor = a.map_monotone(|x| Ok(x.floor())).unwrap();
        assert!(of.iter().all(|x| floor.contains(x.floor())), "floor {a:?}");
    }
    let overflow = Interval::point(Rational::ONE).map_monotone(|_| Err(ArithmeticError::Overflow));
    assert_eq!(overflow, Err(ArithmeticError::Overflow));
}

#[test]
fn comparisons_agree_with_all_pairs() {
    use Comparison::{Eq, Ge, Gt, Le, Lt, Ne};
    for a in ranges() {
        for b in ranges() {
            for comparison in [Eq, Ne, Lt, Le, Gt, Ge] {
                let (of_a, of_b) = (samples(a), samples(b));
                let held = of_a.iter().flat_map(|x| of_b.iter().map(|y| comparison.holds(x.cmp(y))));
                let seen: Vec<bool> = held.collect();
                let expected = match (seen.contains(&true), seen.contains(&false)) {
                    (true, true) => Truth::Unknown,
                    (true, false) => Truth::True,
                    _ => Truth::False,
                };
                assert_eq!(a.compare(comparison, b), expected, "{a:?} {comparison:?} {b:?}");
                assert_eq!(b.compare(comparison.flip(), a), expected);
                assert_eq!(a.compare(comparison.negate(), b), expected.not());
            }
        }
    }
}

#[test]
fn new_refuses_empty_ranges() {
    let one = Rational::ONE;
    assert_eq!(Interval::new(Inclusive(one), Inclusive(one)), Some(Interval::point(one)));
    for (lo, hi) in [
        (Exclusive(one), Exclusive(one)),
        (Inclusive(one), Exclusive(one)),
        (Exclusive(one), Inclusive(one)),
        (Inclusive(int(2)), Inclusive(one)),
    ] {
        assert_eq!(Interval::new(lo, hi), None, "{lo:?} {hi:?}");
    }
    assert_eq!(Interval::at_least(one).intersect(Interval::at_most(one)), Some(Interval::point(one)));
}

#[test]
fn an_end_that_does_not_fit_is_an_error() {
    let max = Interval::point(Rational::new(i128::MAX, 1).unwrap());
    let up_to_two = Interval::new(Inclusive(Rational::ONE), Inclusive(int(2))).unwrap();
    assert_eq!(max.mul(up_to_two), Err(ArithmeticError::Overflow));
    assert_eq!(max.add(up_to_two), Err(ArithmeticError::Overflow));
}
