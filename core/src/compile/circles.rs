//! Definitions and factors that are defined through one another in a circle.

use std::collections::BTreeSet;

use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{DefineId, Expr, FactorId, Id, walk};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Define(DefineId),
    Factor(FactorId),
}

/// Reports every definition or factor that needs itself.
pub(super) fn check(scope: &mut Scope<'_, '_>) {
    let mut circles = Vec::new();
    let places = (0..scope.defines.len())
        .filter_map(|i| u32::try_from(i).ok())
        .map(|i| Place::Define(DefineId::from_position(i)))
        .chain((0..scope.factors.len()).filter_map(|i| u32::try_from(i).ok()).map(|i| Place::Factor(FactorId::from_position(i))));
    for start in places {
        let mut seen = BTreeSet::new();
        let mut open = needs(scope, start);
        while let Some(next) = open.pop() {
            if next == start {
                circles.push(start);
                break;
            }
            if seen.insert(next) {
                open.extend(needs(scope, next));
            }
        }
    }
    for place in circles {
        let (name, span) = match place {
            Place::Define(id) => (scope.defines[id].name.clone(), scope.defines[id].span),
            Place::Factor(id) => (scope.factors[id].name.clone(), scope.factors[id].span),
        };
        let message = format!("`{name}` is defined through itself");
        scope.reader.error(Code::CyclicDefinition, span, message, "break the circle: give the start as a fact");
    }
}

fn needs(scope: &Scope<'_, '_>, place: Place) -> Vec<Place> {
    let mut found = Vec::new();
    let mut visit = |expr: &Expr| match expr {
        Expr::Define(id) => found.push(Place::Define(*id)),
        Expr::Factor(id) => found.push(Place::Factor(*id)),
        _ => {}
    };
    match place {
        Place::Define(id) => walk::expr(&scope.defines[id].body, &scope.atoms, &mut visit),
        Place::Factor(id) => {
            for level in &scope.factors[id].conditions {
                walk::cond(&level.when, &scope.atoms, &mut visit);
            }
        }
    }
    found
}
