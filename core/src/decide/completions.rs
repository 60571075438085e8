//! Two versions of the law for one case, what is open in it looked at value by value: one fact is one in both.

use super::circumstances::circumstances;
use super::evaluated::Evaluated;
use crate::evaluate::{Combinations, outline, values};
use crate::expr::{FactId, Type};
use crate::facts::{Fact, Facts};

/// More completions than this are not looked at one by one: the facts left out stay open in each.
const MOST: usize = 64;

/// One open fact: its values, and which fact of each side it is.
struct Split {
    values: Vec<Fact>,
    of: [Option<FactId>; 2],
}

/// Both sides in every completion of the facts that are open and have few values, each evaluated when it is asked for;
/// none where there is no such fact. A completion for which one of them cannot be evaluated is `None`.
pub(super) fn completions(sides: [&Evaluated; 2]) -> impl Iterator<Item = Option<[Evaluated; 2]>> {
    let (splits, all) = splits(sides);
    let count = if splits.is_empty() { 0 } else { all.len() };
    (0..count).map(move |number| {
        let mut facts: [Facts; 2] = sides.map(|side| side.facts.clone());
        for (split, position) in splits.iter().zip(all.positions(number)) {
            let value = split.values.get(position)?;
            for (facts, id) in facts.iter_mut().zip(split.of) {
                id.into_iter().for_each(|id| facts.set(id, value.clone()));
            }
        }
        let [older, newer] = facts;
        let [of_older, of_newer] = sides;
        Some([with(of_older, older)?, with(of_newer, newer)?])
    })
}

/// A side with other facts.
fn with(side: &Evaluated, facts: Facts) -> Option<Evaluated> {
    let outcome = outline(&side.program, &facts).ok()?;
    let general = match &side.general {
        Some(_) => Some(circumstances(&side.program, &facts, &outcome).ok()?),
        None => None,
    };
    Some(Evaluated { program: side.program.clone(), facts, outcome, general, executions: Vec::new() })
}

/// What is looked at value by value, what matters most first.
fn splits(sides: [&Evaluated; 2]) -> (Vec<Split>, Combinations) {
    let mut found: Vec<Split> = Vec::new();
    let mut all = Combinations::at_most(MOST);
    let [older, newer] = sides;
    for (position, side) in sides.into_iter().enumerate() {
        let linked = &side.program.linked;
        let in_vain = linked.facts.enumerate().map(|(id, _)| id);
        let in_vain = in_vain.filter(|id| matches!(side.facts.get(*id), Fact::Unascertainable));
        for id in side.needed().into_iter().chain(in_vain) {
            if found.iter().any(|split| split.of.get(position) == Some(&Some(id))) {
                continue;
            }
            let mut of = [older, newer].map(|s| same_fact(side, id, s));
            // The same name for another thing: each side keeps what it has.
            if of.iter().zip(sides).any(|(own, s)| own.is_none() && s.program.linked.fact(name(side, id)).is_some()) {
                of = [None, None];
            }
            let values = if of == [None, None] { Vec::new() } else { values(&side.program, &side.facts, id) };
            if all.take(values.len()) {
                found.push(Split { values, of });
            }
        }
    }
    (found, all)
}

fn name(side: &Evaluated, id: FactId) -> &str {
    &side.program.linked.facts.at(id).name
}

/// The fact of another side that means the same: the name, and the values it may have.
fn same_fact(side: &Evaluated, id: FactId, other: &Evaluated) -> Option<FactId> {
    let found = other.program.linked.fact(name(side, id))?;
    let (own, its) = (&side.program.linked.facts.at(id).ty, &other.program.linked.facts.at(found).ty);
    let same = match (own, its) {
        (Type::Truth, Type::Truth) => true,
        (Type::Levels(own), Type::Levels(its)) => own.names == its.names,
        _ => false,
    };
    same.then_some(found)
}
