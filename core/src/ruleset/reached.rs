//! What expressions look at, through definitions and factors.

use super::{Define, Factor};
use crate::expr::{Atom, AtomId, DefineId, Expr, FactId, FactorId, Id, Table, walk};

/// Facts, definitions and factors that something looks at, each in the order of declaration.
#[derive(Debug, Default)]
pub(crate) struct Reached {
    pub(crate) facts: Vec<FactId>,
    pub(crate) defines: Vec<DefineId>,
    pub(crate) factors: Vec<FactorId>,
}

/// Visits the expressions that are looked at first.
pub(crate) type Start<'s> = &'s dyn Fn(&mut dyn FnMut(&Expr));

/// Everything that what is visited first looks at, itself or behind a definition or a factor.
pub(crate) fn reached(
    defines: &Table<DefineId, Define>,
    factors: &Table<FactorId, Factor>,
    atoms: &Table<AtomId, Atom>,
    start: Start<'_>,
) -> Reached {
    let mut found = Reached::default();
    let mut next = Vec::new();
    start(&mut |e| note(e, &mut found, &mut next));
    while let Some(expr) = next.pop() {
        match expr {
            Expr::Define(id) => {
                if let Some(define) = defines.get(id) {
                    walk::expr(&define.body, atoms, &mut |e| note(e, &mut found, &mut next));
                }
            }
            Expr::Factor(id) => {
                for level in factors.get(id).into_iter().flat_map(|f| &f.conditions) {
                    walk::cond(&level.when, atoms, &mut |e| note(e, &mut found, &mut next));
                }
            }
            _ => {}
        }
    }
    found
}

/// Takes in what an expression names, and what is to be looked behind for the first time.
fn note(expr: &Expr, found: &mut Reached, next: &mut Vec<Expr>) {
    match expr {
        Expr::Fact(id) => drop(insert(&mut found.facts, *id)),
        Expr::Define(id) if insert(&mut found.defines, *id) => next.push(expr.clone()),
        Expr::Factor(id) if insert(&mut found.factors, *id) => next.push(expr.clone()),
        _ => {}
    }
}

fn insert<I: Id>(ids: &mut Vec<I>, id: I) -> bool {
    match ids.binary_search(&id) {
        Ok(_) => false,
        Err(at) => {
            ids.insert(at, id);
            true
        }
    }
}
