//! Definitions and factors that are defined through one another: in a circle, or too deep to be followed.

use std::collections::VecDeque;
use std::sync::Arc;

use super::nested::{DEEP, WIDE, report, too_deep};
use super::scope::Scope;
use crate::expr::{DefineId, Expr, FactorId, Id, walk};
use crate::gather::Gather as _;
use crate::source::Span;
use crate::value::Sorted;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CirclePlace {
    Define(DefineId),
    Factor(FactorId),
}

/// Reports every circle of definitions and factors once, at its member that stands first in the file; or that they are
/// too deep.
pub(super) fn check(scope: &mut Scope<'_, '_>) {
    let defines = (0u32..).map(DefineId::from_position).take(scope.defines.len()).map(CirclePlace::Define);
    let factors = (0u32..).map(FactorId::from_position).take(scope.factors.len()).map(CirclePlace::Factor);
    let mut places: Vec<CirclePlace> = defines.chain(factors).gather();
    places.sort_by_key(|place| named(scope, *place).1.start);
    // Level by level; what is left is in a circle, or behind one.
    let mut left: Vec<(CirclePlace, Vec<CirclePlace>)> =
        places.iter().map(|place| (*place, needs(scope, *place))).gather();
    let mut done: Sorted<CirclePlace, usize> = Sorted::new();
    for level in 0usize.. {
        let mut ready: Vec<(CirclePlace, usize)> = Vec::new();
        for (place, needs) in &left {
            let looks = needs.iter().try_fold(1usize, |sum, need| Some(sum.saturating_add(*done.get(need)?)));
            ready.extend(looks.map(|looks| (*place, looks)));
        }
        if ready.is_empty() {
            break;
        }
        if let Some((place, _)) = ready.iter().find(|(_, looks)| level >= DEEP || *looks > WIDE) {
            let (name, span) = named(scope, *place);
            return too_deep(&mut scope.reader, &name, span);
        }
        for (place, looks) in ready {
            done.insert(place, looks);
        }
        left.retain(|(place, _)| !done.contains(place));
    }
    let mut known = Sorted::new();
    for (start, _) in left {
        if known.contains(&start) {
            continue;
        }
        let Some(circle) = circle(scope, start) else { continue };
        circle.iter().for_each(|place| {
            known.add(*place);
        });
        let names: Vec<Arc<str>> = circle.iter().chain([&start]).map(|place| named(scope, *place).0).gather();
        let names: Vec<&str> = names.iter().map(|name| &**name).gather();
        let (_, span) = named(scope, start);
        report(&mut scope.reader, &names, span);
    }
}

/// The way from a place back to itself, by breadth, so that the shortest is shown.
fn circle(scope: &Scope<'_, '_>, start: CirclePlace) -> Option<Vec<CirclePlace>> {
    let mut seen = Sorted::new();
    seen.add(start);
    let mut ways = VecDeque::from([vec![start]]);
    while let Some(way) = ways.pop_front() {
        for next in needs(scope, *way.last()?) {
            if next == start {
                return Some(way);
            }
            if seen.add(next) {
                ways.push_back(way.iter().copied().chain([next]).gather());
            }
        }
    }
    None
}

fn named(scope: &Scope<'_, '_>, place: CirclePlace) -> (Arc<str>, Span) {
    let found = match place {
        CirclePlace::Define(id) => scope.defines.get(id).map(|define| (define.name.clone(), define.span)),
        CirclePlace::Factor(id) => scope.factors.get(id).map(|factor| (factor.name.clone(), factor.span)),
    };
    found.unwrap_or_else(|| ("".into(), Span::default()))
}

fn needs(scope: &Scope<'_, '_>, place: CirclePlace) -> Vec<CirclePlace> {
    let mut found = Vec::new();
    let mut visit = |expr: &Expr| match expr {
        Expr::Define(id) => found.push(CirclePlace::Define(*id)),
        Expr::Factor(id) => found.push(CirclePlace::Factor(*id)),
        _ => {}
    };
    match place {
        CirclePlace::Define(id) => {
            if let Some(define) = scope.defines.get(id) {
                walk::expr(&define.body, &scope.atoms, &mut visit);
            }
        }
        CirclePlace::Factor(id) => {
            for level in scope.factors.get(id).into_iter().flat_map(|factor| &factor.conditions) {
                walk::cond(&level.when, &scope.atoms, &mut visit);
            }
        }
    }
    found
}
