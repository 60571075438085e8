//! The lighter of two laws for the facts of a case: all that one lets be imposed against all that the other does.
//!
//! Not maxima are compared but whole sets of options: kinds, must and may, choices of the law, amounts. One law is no
//! heavier than another when nothing it allows exceeds everything the other allows, and for all that the other allows
//! there is something in it that is no heavier. Kinds are not weighed against each other: a fine alone and a few days
//! of detention are not comparable, and a person must decide.

use std::cmp::Ordering;
use std::sync::Arc;

use super::circumstances::Opt;
use super::completions::completions;
use super::evaluated::Evaluated;
use super::range::Ends;
use super::settled::OpenFacts;
use crate::gather::Gather as _;
use crate::outcome::{SanctionOutcome, TargetOutcome, Verdict, Way};
use crate::ruleset::Choice;
use crate::value::Truth;
use crate::vocabulary::{Direction, Force, LawComparison, Pick, ReviewCode, SanctionKind, Target};

/// More options than this are not compared one by one.
const MOST: usize = 64;

/// Compares two versions of the law for the facts of a case.
///
/// # Basis
/// 行政处罚法（2021年） 第三十七条: the later provisions apply where they are lighter or punish no longer.
pub fn lighter(older: &Evaluated, newer: &Evaluated) -> LawComparison {
    let open = || open(older, newer);
    // Value by value: in no completion does one fact hold under one law and fail under the other.
    let compare = |one: Option<[Evaluated; 2]>| one.map_or_else(open, |[older, newer]| plain(&older, &newer));
    let mut each = completions([older, newer]).map(compare);
    let Some(found) = each.next() else { return plain(older, newer) };
    if each.all(|one| one == found) { found } else { open() }
}

/// What is said where it cannot be told: it depends on what is missing, or on what nobody can find out.
fn open(older: &Evaluated, newer: &Evaluated) -> LawComparison {
    if older.determined() && newer.determined() { LawComparison::Incomparable } else { LawComparison::Open }
}

/// Compares two versions as they stand.
fn plain(older: &Evaluated, newer: &Evaluated) -> LawComparison {
    let names = SanctionNames::of(&[older, newer]);
    let (Some(old), Some(new)) = (options(older, &names), options(newer, &names)) else { return open(older, newer) };
    match (no_heavier(&new, &old), no_heavier(&old, &new)) {
        (Truth::True, Truth::True) => LawComparison::Equal,
        // Whether the other is as light makes no difference: this one is surely no heavier.
        (Truth::True, _) => LawComparison::Newer,
        (_, Truth::True) => LawComparison::Older,
        (Truth::False, Truth::False) => LawComparison::Incomparable,
        _ => open(older, newer),
    }
}

/// What a sanction is, apart from the name a document gives it.
type SanctionKey = (Target, SanctionKind, Option<Arc<str>>);

/// One sanction of an option.
#[derive(Clone, Debug)]
struct Item {
    key: SanctionKey,
    must: bool,
    measured: bool,
    /// None where there is no quantity, or no number.
    ends: Option<Ends>,
    pull: Pull,
}

/// Where from the amounts of a table the law calls for, without saying how far: 从轻 is somewhere below them, 从重
/// somewhere above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pull {
    Mitigated,
    Lighter,
    Nowhere,
    Heavier,
}

impl Pull {
    fn of(option: &Opt) -> Self {
        match option.direction {
            Direction::Mitigated if option.open => Self::Mitigated,
            Direction::Lighter if option.open => Self::Lighter,
            Direction::Heavier if option.open => Self::Heavier,
            _ => Self::Nowhere,
        }
    }
}

/// What may be imposed together; what is not `must` may be left out.
type Menu = Vec<Item>;

/// Kinds that a law has under one name only are one thing in both laws, whatever the names.
struct SanctionNames(Vec<(Target, SanctionKind)>);

impl SanctionNames {
    fn of(sides: &[&Evaluated]) -> Self {
        let mut several = Vec::new();
        for side in sides {
            for target in &side.outcome.targets {
                for sanction in &target.sanctions {
                    let alike = target.sanctions.iter().filter(|s| s.kind == sanction.kind).count();
                    if alike > 1 {
                        several.push((target.target, sanction.kind));
                    }
                }
            }
        }
        Self(several)
    }

    fn key(&self, target: Target, sanction: &SanctionOutcome) -> SanctionKey {
        let named = self.0.contains(&(target, sanction.kind)) || sanction.kind == SanctionKind::Other;
        (target, sanction.kind, named.then(|| sanction.id.clone()))
    }
}

/// Everything a law lets be imposed, the general part with it; none where that itself is open, or too much.
fn options(side: &Evaluated, names: &SanctionNames) -> Option<Vec<Menu>> {
    let outcome = &side.outcome;
    match outcome.verdict {
        Verdict::NotEstablished | Verdict::TimeBarred => return Some(vec![Menu::new()]),
        Verdict::NoPenalty(Force::Must) if outcome.verdict_certain => return Some(vec![Menu::new()]),
        _ if !outcome.verdict_certain => return None,
        _ => {}
    }
    let all = side.general.as_ref().map(|g| g.options.as_slice()).unwrap_or(&[]);
    // What only may hold could call for something else, or for the same more strongly.
    if side.general.as_ref().is_some_and(|g| !g.settled(&side.program)) {
        return None;
    }
    let open = OpenFacts::new(&side.program, &side.facts, outcome);
    let counted = side.general.as_ref().is_none_or(|g| g.found.iter().all(|f| f.certain));
    // 应当: what the table alone gives is not open any more.
    let must: Vec<&Opt> = all.iter().filter(|o| o.force == Force::Must && o.certain).gather();
    let mut found: Vec<Menu> = Vec::new();
    if must.is_empty() {
        let waiver = outcome.review_points.iter().find(|p| p.code == ReviewCode::MayExempt);
        if waiver.is_some_and(|w| !w.certain) {
            return None;
        }
        if waiver.is_some() {
            found.push(Menu::new());
        }
        found.extend(menus(side, &open, &outcome.targets, (true, Pull::Nowhere), names)?);
    }
    let exempt = must.iter().find(|o| o.direction == Direction::NoPenalty && o.or.is_empty());
    for option in all.iter().filter(|o| exempt.is_none_or(|e| e.effect == o.effect)) {
        let how = (open.effect_settled(&option.rows, counted), Pull::of(option));
        found.extend(menus(side, &open, &option.targets, how, names)?);
    }
    (found.len() <= MOST).then_some(found)
}

/// How the amounts of some targets are to be read: whether the effect they come from is settled, and where from there
/// the law calls for.
type How = (bool, Pull);

/// What may be imposed together, way by way.
fn menus(
    side: &Evaluated,
    open: &OpenFacts<'_>,
    targets: &[TargetOutcome],
    how: How,
    names: &SanctionNames,
) -> Option<Vec<Menu>> {
    let mut ways: Vec<Way> =
        targets.iter().flat_map(|t| &t.sanctions).flat_map(|s| &s.possible).map(|p| p.way).gather();
    ways.sort_unstable();
    ways.dedup();
    // Which of several ways it is depends on what is missing: all of them together are no one's options.
    if ways.len() > 1 && !side.determined() {
        return None;
    }
    let mut found: Vec<Menu> = Vec::new();
    if ways.is_empty() {
        found.push(Menu::new());
    }
    for way in ways {
        let mut menus: Vec<Menu> = vec![Menu::new()];
        for target in targets {
            let own = in_way(side, open, target, way, (how, names))?;
            menus = menus.iter().flat_map(|m| own.iter().map(move |o| [m.as_slice(), o].concat())).gather();
            if menus.len() > MOST {
                return None;
            }
        }
        found.extend(menus);
    }
    Some(found)
}

/// What one target may get in one branch, tier and position: one menu for each way to take the choices of the law.
fn in_way(
    side: &Evaluated,
    open: &OpenFacts<'_>,
    target: &TargetOutcome,
    way: Way,
    ((settled, pull), names): (How, &SanctionNames),
) -> Option<Vec<Menu>> {
    let mut all: Vec<(Arc<str>, Item)> = Vec::new();
    for sanction in &target.sanctions {
        let Some(possible) = sanction.in_way(way) else { continue };
        let surely = sanction.certain || open.exists(&sanction.instances, way);
        if !surely {
            return None;
        }
        let exact = settled && open.settled(&sanction.instances, way);
        let ends = possible.amount.as_ref().and_then(|m| Ends::of(m, exact));
        let key = names.key(target.target, sanction);
        let measured = possible.amount.is_some();
        all.push((sanction.id.clone(), Item { key, must: sanction.must, measured, ends, pull }));
    }
    let choices = target.choices.iter().filter_map(|c| side.program.clause.choices.get(*c));
    let mut menus = vec![all];
    for choice in choices.filter(|c| c.branch.is_none() || c.branch == way.branch) {
        menus = menus.into_iter().flat_map(|menu| taken(&menu, choice)).gather();
        if menus.len() > MOST {
            return None;
        }
    }
    Some(menus.into_iter().map(|menu| menu.into_iter().map(|(_, item)| item).gather()).gather())
}

/// A menu with one choice of the law taken, in every way it may be.
fn taken(menu: &[(Arc<str>, Item)], choice: &Choice) -> Vec<Vec<(Arc<str>, Item)>> {
    let there = |group: &&Vec<Arc<str>>| group.iter().any(|id| menu.iter().any(|(known, _)| known == id));
    let groups: Vec<&Vec<Arc<str>>> = choice.of.iter().filter(there).gather();
    if groups.len() < 2 {
        return vec![menu.to_vec()];
    }
    let picks: Vec<Vec<&Vec<Arc<str>>>> = match choice.pick {
        Pick::One => groups.iter().map(|g| vec![*g]).gather(),
        Pick::OneOrMore => {
            let mut picks: Vec<Vec<&Vec<Arc<str>>>> = vec![Vec::new()];
            for group in groups.iter().take(6) {
                let more: Vec<_> = picks.iter().map(|p| [p.as_slice(), &[*group]].concat()).gather();
                picks.extend(more);
            }
            picks.into_iter().filter(|p| !p.is_empty()).gather()
        }
    };
    let named = |id: &Arc<str>| choice.of.iter().any(|g| g.contains(id));
    let keep = |pick: &[&Vec<Arc<str>>]| {
        menu.iter().filter(|(id, _)| !named(id) || pick.iter().any(|g| g.contains(id))).cloned().gather()
    };
    picks.iter().map(|pick| keep(pick)).gather()
}

/// Whether nothing that `a` lets be imposed exceeds everything in `b`, and for all that `b` lets be imposed there is
/// something in `a` that is no heavier.
fn no_heavier(a: &[Menu], b: &[Menu]) -> Truth {
    let below = a.iter().map(|x| b.iter().map(|y| most_le(x, y)).fold(Truth::False, Truth::or));
    let above = b.iter().map(|y| a.iter().map(|x| least_le(x, y)).fold(Truth::False, Truth::or));
    below.chain(above).fold(Truth::True, Truth::and)
}

/// Whether the heaviest of one menu, with all that may be added, is no heavier than that of another.
fn most_le(a: &Menu, b: &Menu) -> Truth {
    let one = |item: &Item| match b.iter().find(|other| other.key == item.key) {
        None => Truth::False,
        Some(other) => compared(item, other, Ends::hi_le),
    };
    a.iter().map(one).fold(Truth::True, Truth::and)
}

/// Whether the lightest of one menu, without what may be left out, is no heavier than that of another.
fn least_le(a: &Menu, b: &Menu) -> Truth {
    let one = |item: &Item| match b.iter().find(|other| other.key == item.key && other.must) {
        None => Truth::False,
        Some(other) => compared(item, other, Ends::lo_le),
    };
    a.iter().filter(|item| item.must).map(one).fold(Truth::True, Truth::and)
}

fn compared(item: &Item, other: &Item, end: impl Fn(&Ends, &Ends) -> Truth) -> Truth {
    let le = |a: &Item, b: &Item| match (&a.ends, &b.ends) {
        _ if !a.measured && !b.measured => Truth::True,
        (Some(x), Some(y)) => end(x, y),
        // 无法计罚 on either side: there is nothing to compare.
        _ => Truth::False,
    };
    let plain = le(item, other);
    match item.pull.cmp(&other.pull) {
        _ if (item.ends.is_none() && item.measured) || (other.ends.is_none() && other.measured) => plain,
        Ordering::Equal => plain,
        // Pulled down, or the other up, nobody says how far: what was no heavier still is none.
        Ordering::Less if plain == Truth::True => Truth::True,
        // The same amounts, and this one pulled up, or the other down: somewhat heavier.
        Ordering::Greater if item.measured && plain == Truth::True && le(other, item) == Truth::True => Truth::False,
        Ordering::Greater if plain == Truth::False => Truth::False,
        _ => Truth::Unknown,
    }
}
