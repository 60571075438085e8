//! What must hold of a way as a whole: 从轻 is lighter than the most, 从重 heavier than the least of what otherwise
//! applies, 减轻 below a minimum; and where the clause leaves no room for it.

use super::Direction::{Heavier, Lighter, Mitigated};
use super::Force;
use super::ways::{Part, Standing, Verdict, Way};

/// What must be true of a way as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whole {
    Any,
    /// Lighter than the most that otherwise applies.
    LessThanMost,
    /// Heavier than the least that otherwise applies.
    MoreThanLeast,
    /// Below a minimum, or with less than the clause asks for.
    BelowLeast,
}

/// Of a way with a single sanction that can move, what must hold of the whole is a range: below its most, above its
/// least, below the minimum.
pub(super) fn as_a_range(mut way: Way) -> Way {
    let kinds = |option: &[Part]| option.iter().filter(|part| part.moves()).count();
    if way.whole == Whole::Any || kinds(&way.parts) != 1 {
        return way;
    }
    let own = heaviest(&way.parts);
    let weights = || way.otherwise.iter().map(|option| (heaviest(option), kinds(option)));
    // Where the clause lists something heavier (lighter), the way is lighter (heavier) whatever its amount.
    let (heavier, lighter) = (weights().any(|(item, n)| item > own || n > 1), weights().any(|(item, _)| item < own));
    let Some(part) = way.parts.iter_mut().find(|part| part.moves()) else { return way };
    let otherwise = way.otherwise.iter().flatten().find(|one| one.id == part.id).and_then(|one| one.amount);
    let (Some(amount), Some(otherwise), Some(statute)) = (&mut part.amount, otherwise, part.statute) else {
        return way;
    };
    match way.whole {
        Whole::LessThanMost if !heavier => amount.hi = otherwise.hi.map(|hi| hi - 1),
        // What need not be imposed is more than nothing in any amount.
        Whole::MoreThanLeast if part.force == Force::May => part.force = Force::Must,
        Whole::MoreThanLeast if !lighter => amount.lo = otherwise.lo.map(|lo| lo + 1),
        Whole::BelowLeast => {
            amount.hi = Some(statute.least() - 1);
            way.leaves_out = false;
        }
        _ => {}
    }
    way.whole = Whole::Any;
    way
}

/// A fixed amount has no 从轻 and no 从重: then only 减轻 or 不予 honours 从轻或者减轻. Where nothing that is called for
/// has room, no text says what the circumstance is to do, and nothing is held against a decision.
pub(super) fn without_room(ways: &mut Vec<Way>) {
    let room = |ways: &[Way], direction| ways.iter().any(|way| way.direction == direction && can(way));
    let deeper = ways.iter().any(|way| way.verdict != Verdict::Sanctioned) || room(ways, Mitigated);
    if deeper && !room(ways, Lighter) {
        ways.retain(|way| way.direction != Lighter);
    }
    for direction in [Lighter, Mitigated, Heavier].into_iter().filter(|d| !room(ways, *d)).collect::<Vec<_>>() {
        let only = ways.iter().all(|way| way.direction == direction);
        for way in ways.iter_mut().filter(|way| way.direction == direction) {
            way.whole = Whole::Any;
            // The one thing that the clause has is all that can be imposed; what 减轻 would be, no text says.
            if only && direction != Mitigated {
                way.standing = Standing::Firm;
            }
        }
    }
}

/// Whether the way leaves room to do what it is for: something can be less than the most, more than the least, below
/// the minimum.
fn can(way: &Way) -> bool {
    let kinds = || way.otherwise.iter().map(|option| (heaviest(option), option.len()));
    let choice = kinds().max() != kinds().min();
    let moving = || way.parts.iter().filter(|part| part.moves());
    let optional = moving().any(|part| part.force == Force::May);
    let amounts = || moving().filter_map(|part| part.amount);
    match way.whole {
        Whole::Any => true,
        Whole::LessThanMost => optional || choice || amounts().any(|a| a.hi.is_none_or(|hi| a.least() < hi)),
        Whole::MoreThanLeast => optional || choice || amounts().any(|a| a.hi.is_none_or(|hi| a.least() < hi)),
        Whole::BelowLeast => {
            let lower = moving().any(|part| part.statute.is_some_and(|s| s.least() > 1));
            lower || (way.leaves_out && moving().count() > 1)
        }
    }
}

/// The heaviest kind, by its item in 处罚法 9.
pub(crate) fn heaviest<'p>(parts: impl IntoIterator<Item = &'p Part>) -> i64 {
    parts.into_iter().filter(|part| part.moves()).map(|part| part.kind.item()).max().unwrap_or(0)
}
