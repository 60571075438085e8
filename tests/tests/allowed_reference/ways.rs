//! From a penalty clause and the circumstances that hold to the ways that remain allowed.
//!
//! A way is one thing that the authority may write into its decision: a choice of the law (或者) gives a way for each
//! member. 应当 circumstances replace the clause as it stands, 可以 ones add to it.

use super::Direction::{Heavier, Lighter, Mitigated, No, Ordinary};
use super::documents::{self, Document};
use super::law::Stayed;
use super::whole::{Whole, as_a_range, without_room};
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
    // 可以从重 does not lift 应当减轻: below the minimum it must be. 应当从轻 is lighter than the most, which 从重 may raise.
    let may_rise = !up_may.is_empty() && !down_must.is_empty() && honours(Lighter);
    let opposed = (!up_must.is_empty() && !down.is_empty()) || may_rise;
    if opposed {
        let up = up_must.iter().chain(&up_may).copied();
        let because: Vec<&Circumstance> = down.iter().copied().chain(up).collect();
        let deep = !up_must.is_empty() && (powers(Mitigated) || powers(No));
        let whole = match (up_must.is_empty(), down_must.is_empty()) {
            (true, _) => Whole::LessThanMost,
            (false, true) if !deep => Whole::MoreThanLeast,
            _ => Whole::Any,
        };
        // Where 从重 is only allowed, 减轻 is a way of its own already.
        let called = [Lighter, Mitigated, Heavier].into_iter();
        let called = called.filter(|d| *d == Heavier || powers(*d) && (*d != Mitigated || !up_must.is_empty()));
        all.extend(weighed(act, &because, &called.collect::<Vec<_>>(), whole));
        if !up_must.is_empty() && powers(No) {
            all.push(Way { standing: Standing::Weigh, ..none(Verdict::NoPenalty, Force::May, because) });
        }
    }
    all.into_iter().map(as_a_range).collect()
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
    let made = otherwise.iter().flat_map(|option| directed(act, direction, option));
    let ways = made.map(|mut way| {
        way.force = force;
        way.rests_on = rests_on(because);
        way.needs.extend(because.iter().flat_map(|one| one.needs.clone()));
        way.otherwise = otherwise.clone();
        way
    });
    ways.collect()
}

fn directed(act: &Act, direction: Direction, option: &[Part]) -> Vec<Way> {
    match direction {
        Mitigated => mitigated(act, option),
        _ => vec![moved(act, direction, option)],
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
        // Less of what may be taken together (单处或者并处) is another choice of the clause, and no 减轻.
        let inside =
            |less: &Vec<Part>| less.len() < option.len() && less.iter().all(|p| option.iter().any(|o| o.id == p.id));
        let leaves_out = !options(&act.clause).iter().any(inside);
        ways.push(Way { standing: Standing::Open, whole, leaves_out, ..open });
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

/// Both directions at once, nothing netted: from the lowest to the highest of what is called for.
fn weighed(act: &Act, because: &[&Circumstance], called: &[Direction], whole: Whole) -> Vec<Way> {
    let all = options(&act.clause);
    // 从轻 against 从重 is measured by all that the statute has.
    let statute = |part: &Part| Part { amount: if part.moves() { part.statute } else { part.amount }, ..part.clone() };
    let otherwise: Vec<Vec<Part>> = all.iter().map(|option| option.iter().map(statute).collect()).collect();
    let way = |option: &Vec<Part>| {
        let ways = called.iter().flat_map(|direction| directed(act, *direction, option));
        let ways: Vec<Way> = ways.collect();
        let hull = |part: &Part| {
            let amounts = || ways.iter().flat_map(|way| &way.parts).filter(|one| one.id == part.id);
            let lows = amounts().filter_map(|one| one.amount).map(|amount| amount.lo);
            let highs = amounts().filter_map(|one| one.amount).map(|amount| amount.hi);
            let own = part.amount;
            let lo = lows.chain(own.map(|own| own.lo)).min().flatten();
            let hi = highs.chain(own.map(|own| own.hi)).collect::<Vec<_>>();
            let hi = if hi.contains(&None) { None } else { hi.into_iter().max().flatten() };
            Part { amount: own.map(|_| Range { lo, hi }), ..part.clone() }
        };
        Way {
            standing: Standing::Weigh,
            force: Force::May,
            whole,
            rests_on: rests_on(because),
            needs: because.iter().flat_map(|one| one.needs.clone()).collect(),
            otherwise: otherwise.clone(),
            leaves_out: ways.iter().any(|way| way.leaves_out),
            ..bare(act, Ordinary, option.iter().map(hull).collect())
        }
    };
    all.iter().map(way).collect()
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
