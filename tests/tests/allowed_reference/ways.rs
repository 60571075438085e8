//! From a penalty clause and the circumstances that hold to the ways that remain allowed.
//!
//! A way is one thing that the authority may write into its decision: a choice of the law (或者) gives a way for each
//! member. 应当 circumstances replace the clause as it stands, 可以 ones add to it.

use super::Direction::{Heavier, Lighter, Mitigated, No, Ordinary};
use super::documents::{self, Document};
use super::law::Stayed;
use super::{Act, Circumstance, Clause, Direction, Force, Kind, Limitation, Range, Sanction};

/// How sure a way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// A text says it.
    Firm,
    /// No text says how far: not shown to be wrong, with reasons.
    Open,
    /// Circumstances oppose each other: a person weighs them, nothing is netted.
    Weigh,
}

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

/// A sanction of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) force: Force,
    pub(crate) amount: Option<Range>,
    pub(crate) statute: Option<Range>,
}

impl Part {
    /// Gains are confiscated in full (处罚法 28(2)): 从轻 and 从重 move the other sanctions.
    pub(crate) fn moves(&self) -> bool {
        self.kind != Kind::Confiscate
    }
}

/// The verdict of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Sanctioned,
    NoPenalty,
    /// 处罚法 36, 治安法 25: 不再给予行政处罚. Orders stand.
    TimeBarred,
}

/// A way that remains allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) verdict: Verdict,
    pub(crate) direction: Direction,
    pub(crate) force: Force,
    pub(crate) parts: Vec<Part>,
    pub(crate) standing: Standing,
    pub(crate) whole: Whole,
    /// What `whole` is measured against: all that otherwise applies, an option of the clause each.
    pub(crate) otherwise: Vec<Vec<Part>>,
    /// A sanction that the clause asks for may be left out (应当并处时不并处).
    pub(crate) leaves_out: bool,
    /// Some amount comes from a benchmark.
    pub(crate) benchmark: bool,
    /// The circumstances, with their articles.
    pub(crate) rests_on: Vec<(&'static str, &'static str)>,
    /// Duties of the circumstances and the documents.
    pub(crate) needs: Vec<&'static str>,
    pub(crate) stayed: Stayed,
}

/// The ways of an act.
pub(crate) fn ways(act: &Act) -> Vec<Way> {
    if act.limitation == Limitation::Barred {
        return vec![none(Verdict::TimeBarred, Force::Must, Vec::new())];
    }
    // 处罚法 30, 31, 33, 治安法 12, 13, 19: where no penalty may be given there is nothing to make lighter or heavier.
    let never = |one: &&Circumstance| one.force == Force::Must && one.calls == [No];
    let never: Vec<&Circumstance> = act.circumstances.iter().filter(never).collect();
    if !never.is_empty() {
        return vec![none(Verdict::NoPenalty, Force::Must, never)];
    }
    let of = |force, up: bool| -> Vec<&Circumstance> {
        let all = act.circumstances.iter();
        all.filter(|one| one.force == force && one.calls.contains(&Heavier) == up).collect()
    };
    let (down_must, down_may) = (of(Force::Must, false), of(Force::May, false));
    let (up_must, up_may) = (of(Force::Must, true), of(Force::May, true));
    let down: Vec<&Circumstance> = down_must.iter().chain(&down_may).copied().collect();
    let powers = |direction| down.iter().any(|one| one.calls.contains(&direction));
    // A way goes down far enough for an obligation if it is as lenient as the mildest that the obligation names.
    let honours = |direction: Direction| down_must.iter().all(|one| one.calls.iter().any(|call| direction <= *call));

    let mut all: Vec<Way> = Vec::new();
    if down_must.is_empty() && up_must.is_empty() {
        all.extend(clause_ways(act, Ordinary, Force::Must, &[]));
    }
    if up_must.is_empty() {
        for direction in [Lighter, Mitigated, No].into_iter().filter(|d| powers(*d) && honours(*d)) {
            let called = |one: &&&Circumstance| one.calls.contains(&direction);
            let because: Vec<&Circumstance> = down.iter().filter(called).copied().collect();
            let force =
                if down_must.iter().any(|one| one.calls.contains(&direction)) { Force::Must } else { Force::May };
            all.extend(clause_ways(act, direction, force, &because));
        }
    }
    if down_must.is_empty() {
        let (force, because) = if up_must.is_empty() { (Force::May, &up_may) } else { (Force::Must, &up_must) };
        if !because.is_empty() {
            all.extend(clause_ways(act, Heavier, force, because));
        }
    }
    without_room(&mut all);
    let opposed = (!up_must.is_empty() && !down.is_empty()) || (!up_may.is_empty() && !down_must.is_empty());
    if opposed {
        let up = up_must.iter().chain(&up_may).copied();
        let because: Vec<&Circumstance> = down.iter().copied().chain(up).collect();
        let deep = !up_must.is_empty() && (powers(Mitigated) || powers(No));
        let whole = match (up_must.is_empty(), down_must.is_empty()) {
            (true, _) => Whole::LessThanMost,
            (false, true) if !deep => Whole::MoreThanLeast,
            _ => Whole::Any,
        };
        all.extend(weighed(act, &because, !up_must.is_empty() && powers(Mitigated), whole));
        if !up_must.is_empty() && powers(No) {
            all.push(Way { standing: Standing::Weigh, ..none(Verdict::NoPenalty, Force::May, because) });
        }
    }
    all.into_iter().map(as_a_range).collect()
}

/// Of a way with a single sanction that can move, what must hold of the whole is a range: below its most, above its
/// least, below the minimum.
fn as_a_range(mut way: Way) -> Way {
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

/// What the clause asks another authority to impose, with that authority: a referral, and nothing of this one's.
pub(crate) fn referrals(clause: &Clause) -> Vec<(&str, &str)> {
    clause.sanctions.iter().filter_map(|s| Some((s.id.as_str(), s.elsewhere.as_deref()?))).collect()
}

fn rests_on(because: &[&Circumstance]) -> Vec<(&'static str, &'static str)> {
    because.iter().map(|one| (one.id, one.basis)).collect()
}

fn none(verdict: Verdict, force: Force, because: Vec<&Circumstance>) -> Way {
    Way {
        verdict,
        direction: No,
        force,
        parts: Vec::new(),
        standing: Standing::Firm,
        whole: Whole::Any,
        otherwise: Vec::new(),
        leaves_out: false,
        benchmark: false,
        rests_on: rests_on(&because),
        needs: because.iter().flat_map(|one| one.needs.clone()).collect(),
        stayed: Stayed::No,
    }
}

/// What a clause lets this authority choose from, an option each, with the ranges that otherwise apply: the
/// benchmark's, else the statute's.
pub(crate) fn options(clause: &Clause) -> Vec<Vec<Part>> {
    let part = |s: &Sanction| Part {
        id: s.id.clone(),
        kind: s.kind,
        force: s.force,
        amount: s.tier.or(s.statute),
        statute: s.statute,
    };
    let chosen = |s: &Sanction| clause.choices.iter().any(|c| c.of.iter().flatten().any(|id| *id == s.id));
    let mut sets: Vec<Vec<&str>> =
        vec![clause.sanctions.iter().filter(|s| !chosen(s)).map(|s| s.id.as_str()).collect()];
    for choice in &clause.choices {
        // Each member of 或者; each selection of 单处或者并处.
        let members = choice.of.len() as u32;
        let picks = (1..1_u32 << members).filter(|pick| choice.more || pick.count_ones() == 1);
        let picks: Vec<Vec<&str>> = picks
            .map(|pick| {
                let taken = choice.of.iter().enumerate().filter(|(at, _)| pick & (1 << at) != 0);
                taken.flat_map(|(_, group)| group.iter().map(String::as_str)).collect()
            })
            .collect();
        sets = sets.iter().flat_map(|set| picks.iter().map(|pick| [&set[..], pick].concat())).collect();
    }
    let ours = |s: &&Sanction| s.elsewhere.is_none();
    sets.iter()
        .map(|set| clause.sanctions.iter().filter(|s| set.contains(&s.id.as_str())).filter(ours).map(part).collect())
        .collect()
}

/// The ways of one direction: one for each option of the clause.
fn clause_ways(act: &Act, direction: Direction, force: Force, because: &[&Circumstance]) -> Vec<Way> {
    if direction == No {
        return vec![none(Verdict::NoPenalty, force, because.to_vec())];
    }
    let otherwise = options(&act.clause);
    let made = otherwise.iter().flat_map(|option| match direction {
        Mitigated => mitigated(act, option),
        _ => vec![moved(act, direction, option)],
    });
    let ways = made.map(|mut way| {
        way.force = force;
        way.rests_on = rests_on(because);
        way.needs.extend(because.iter().flat_map(|one| one.needs.clone()));
        way.otherwise = otherwise.clone();
        way
    });
    ways.collect()
}

/// A fixed amount has no 从轻 and no 从重: then only 减轻 or 不予 honours 从轻或者减轻. Where nothing that is called for
/// has room, no text says what the circumstance is to do, and nothing is held against a decision.
fn without_room(ways: &mut Vec<Way>) {
    let room = |ways: &[Way], direction| ways.iter().any(|way| way.direction == direction && can(way));
    let deeper = ways.iter().any(|way| way.verdict != Verdict::Sanctioned) || room(ways, Mitigated);
    if deeper && !room(ways, Lighter) {
        ways.retain(|way| way.direction != Lighter);
    }
    for direction in [Lighter, Mitigated, Heavier].into_iter().filter(|d| !room(ways, *d)).collect::<Vec<_>>() {
        ways.iter_mut().filter(|way| way.direction == direction).for_each(|way| way.whole = Whole::Any);
    }
}

/// A way before its circumstances.
fn bare(act: &Act, direction: Direction, parts: Vec<Part>) -> Way {
    let detained = parts.iter().any(|part| part.kind == Kind::Detention);
    let benchmark = act.clause.sanctions.iter().any(|s| s.tier.is_some() && parts.iter().any(|part| part.id == s.id));
    let way = none(Verdict::Sanctioned, Force::Must, Vec::new());
    let stayed = if detained { act.stayed } else { Stayed::No };
    Way { direction, parts, benchmark, stayed, ..way }
}

/// 一般, 从轻 and 从重. A document's figure says where; else 从轻 is somewhere below the most and 从重 above the least
/// of what otherwise applies, and neither leaves the statute.
fn moved(act: &Act, direction: Direction, option: &[Part]) -> Way {
    let mut way = bare(act, direction, option.to_vec());
    if direction == Ordinary {
        return way;
    }
    let figured = figures(act, direction, &mut way);
    if figured {
        return way;
    }
    way.standing = Standing::Open;
    way.whole = if direction == Lighter { Whole::LessThanMost } else { Whole::MoreThanLeast };
    for part in way.parts.iter_mut().filter(|part| part.moves()) {
        if let (Some(amount), Some(statute)) = (&mut part.amount, part.statute) {
            match direction {
                Lighter => amount.lo = statute.lo,
                _ => amount.hi = statute.hi,
            }
        }
    }
    way
}

/// Puts the figures of the document in; whether there are any.
fn figures(act: &Act, direction: Direction, way: &mut Way) -> bool {
    let mut any = false;
    for part in way.parts.iter_mut().filter(|part| part.moves()) {
        let (Some(tier), Some(statute)) = (part.amount, part.statute) else { continue };
        if let Some(figure) = documents::of(act.document, direction, part.kind, statute, tier) {
            part.amount = Some(figure.range);
            way.needs.extend(figure.needs);
            any = true;
        }
    }
    way.benchmark |= any;
    any
}

/// 减轻: below the minimum, or with less than the clause asks for, as a text says; without a text, open how far.
fn mitigated(act: &Act, option: &[Part]) -> Vec<Way> {
    let has_least = option.iter().any(|part| part.moves() && part.statute.is_some_and(|s| s.lo.is_some()));
    let leaves_out = documents::leaves_out(act.document);
    let mut ways = Vec::new();
    let mut figured = bare(act, Mitigated, option.to_vec());
    let any = figures(act, Mitigated, &mut figured);
    if leaves_out {
        let whole = Whole::BelowLeast;
        ways.push(Way { whole, leaves_out, benchmark: true, ..bare(act, Mitigated, below(option)) });
    } else if any {
        ways.push(figured);
    }
    if ways.is_empty() || (leaves_out && !has_least) {
        let whole = if has_least { Whole::BelowLeast } else { Whole::LessThanMost };
        let open = bare(act, Mitigated, below(option));
        ways.push(Way { standing: Standing::Open, whole, leaves_out: true, ..open });
    }
    ways
}

fn below(option: &[Part]) -> Vec<Part> {
    let lower = |part: &Part| match part.amount {
        Some(amount) if part.moves() => Part { amount: Some(Range { lo: Some(1), ..amount }), ..part.clone() },
        _ => part.clone(),
    };
    option.iter().map(lower).collect()
}

/// Both directions at once: the whole of the statute, and below it where 减轻 is among what is called for.
fn weighed(act: &Act, because: &[&Circumstance], below_least: bool, whole: Whole) -> Vec<Way> {
    let statute = |part: &Part| match part.moves() {
        true => Part { amount: part.statute, ..part.clone() },
        false => part.clone(),
    };
    let otherwise: Vec<Vec<Part>> =
        options(&act.clause).iter().map(|option| option.iter().map(statute).collect()).collect();
    // As low as the document lets 减轻 go, else open.
    let as_low_as = |option: &Vec<Part>| {
        let mut low = below(option);
        for part in low.iter_mut().filter(|part| part.moves()) {
            let tier = act.clause.sanctions.iter().find(|s| s.id == part.id).and_then(|s| s.tier.or(s.statute));
            let (Some(amount), Some(statute), Some(tier)) = (&mut part.amount, part.statute, tier) else { continue };
            if let Some(figure) = documents::of(act.document, Mitigated, part.kind, statute, tier) {
                amount.lo = figure.range.lo;
            }
        }
        low
    };
    let way = |option: &Vec<Part>| Way {
        standing: Standing::Weigh,
        force: Force::May,
        whole,
        rests_on: rests_on(because),
        needs: because.iter().flat_map(|one| one.needs.clone()).collect(),
        otherwise: otherwise.clone(),
        leaves_out: below_least,
        ..bare(act, Ordinary, if below_least { as_low_as(option) } else { option.clone() })
    };
    otherwise.iter().map(way).collect()
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

/// Nothing that a document says, for tests that need none.
pub(crate) fn silent(clause: Clause) -> Act {
    Act {
        clause,
        circumstances: Vec::new(),
        document: Document::None,
        limitation: Limitation::Within,
        stayed: Stayed::No,
    }
}
