//! What an authority may decide, written straight from the articles: a second account that shares nothing with the
//! engine and is short enough to be read beside the law.
//!
//! - `law`: what the general laws make of the facts: 处罚法 27–37, 49, 57 (2021 and 2017), 治安法 12–25 (2025);
//! - `documents`: how far 从轻, 减轻 and 从重 go by the documents that say so;
//! - `ways`: from a penalty clause and its circumstances to the ways that remain allowed; `whole`: what must hold of a
//!   way as a whole;
//! - `review`: a decision is right if it is one of these ways;
//! - `together`: which law governs (37), one act under several provisions (29), several acts (治安法 16);
//! - `json`: how the engine is to write the same.
//!
//! Amounts are whole numbers of their smallest unit, 分 or 日, so that every range has both ends in it: 不满 10 万元 is
//! up to 9,999,999 分.

#![allow(dead_code)] // each test file uses its part

pub(crate) mod documents;
pub(crate) mod json;
pub(crate) mod law;
pub(crate) mod review;
pub(crate) mod together;
pub(crate) mod told;
pub(crate) mod ways;
pub(crate) mod whole;

use documents::Document;

/// 分, or days.
pub(crate) type Amount = i64;

/// Amounts between two ends, both in. No `lo`: the law names no minimum. No `hi`: no maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    pub(crate) lo: Option<Amount>,
    pub(crate) hi: Option<Amount>,
}

impl Range {
    pub(crate) fn of(lo: Amount, hi: Amount) -> Self {
        Range { lo: Some(lo), hi: Some(hi) }
    }

    /// …以下: no minimum, but something.
    pub(crate) fn up_to(hi: Amount) -> Self {
        Range { lo: None, hi: Some(hi) }
    }

    /// What is imposed is at least one 分, one day.
    pub(crate) fn least(self) -> Amount {
        self.lo.unwrap_or(1)
    }

    pub(crate) fn has(self, amount: Amount) -> bool {
        self.least() <= amount && self.hi.is_none_or(|hi| amount <= hi)
    }

    /// How far an amount lies outside: below the lower end is negative.
    pub(crate) fn missed_by(self, amount: Amount) -> Amount {
        match self.hi {
            _ if amount < self.least() => amount - self.least(),
            Some(hi) if amount > hi => amount - hi,
            _ => 0,
        }
    }
}

/// 处罚法 9: the kinds in the order of its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Warning,
    Fine,
    Confiscate,
    SuspendLicence,
    RevokeLicence,
    SuspendBusiness,
    Detention,
}

impl Kind {
    /// Which kind is the lighter one. 处罚法 9 lists from what touches a name to what touches liberty; that its items
    /// are an order of weight is a reading that all commentaries share.
    pub(crate) fn item(self) -> i64 {
        match self {
            Kind::Warning => 1,
            Kind::Fine | Kind::Confiscate => 2,
            Kind::SuspendLicence | Kind::RevokeLicence => 3,
            Kind::SuspendBusiness => 4,
            Kind::Detention => 5,
        }
    }
}

/// 应当 or 可以.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Force {
    Must,
    May,
}

/// Whom a penalty meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Unit,
    Individual,
}

/// A sanction of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sanction {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) force: Force,
    /// 法定幅度; none of a kind without an amount.
    pub(crate) statute: Option<Range>,
    /// What the benchmark makes of it for this case.
    pub(crate) tier: Option<Range>,
    /// Another authority imposes it.
    pub(crate) elsewhere: Option<String>,
}

/// 或者: one of these groups; with `more` any number of them (单处或者并处).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) more: bool,
    pub(crate) of: Vec<Vec<String>>,
}

/// A penalty clause for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) basis: String,
    pub(crate) target: Target,
    /// 责令改正 and its like: no penalty (处罚法 28(1)).
    pub(crate) orders: Vec<String>,
    pub(crate) sanctions: Vec<Sanction>,
    pub(crate) choices: Vec<Choice>,
}

/// Which way a circumstance, or a way, goes; from the most lenient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Direction {
    /// 不予处罚.
    No,
    /// 减轻.
    Mitigated,
    /// 从轻.
    Lighter,
    /// The clause as it stands.
    Ordinary,
    /// 从重.
    Heavier,
}

/// A circumstance that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Circumstance {
    pub(crate) id: &'static str,
    /// What it calls for: one of these.
    pub(crate) calls: Vec<Direction>,
    pub(crate) force: Force,
    /// Duties that come with it.
    pub(crate) needs: Vec<&'static str>,
    pub(crate) basis: &'static str,
}

/// Whether the time limit of 处罚法 36 or 治安法 25 has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Limitation {
    Within,
    Barred,
}

/// One act under one law, with all that is known: what `ways` reads.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub(crate) clause: Clause,
    pub(crate) circumstances: Vec<Circumstance>,
    pub(crate) document: Document,
    pub(crate) limitation: Limitation,
    /// 治安法 23: detention is decided, but not executed.
    pub(crate) stayed: law::Stayed,
}

/// What an authority has decided on one act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Decision {
    /// Sanction by id, with its amount; none at all: 不予处罚.
    pub(crate) sanctions: Vec<(String, Option<Amount>)>,
    /// The duties that the decision says it has met; absent: it does not say.
    pub(crate) done: Option<Vec<&'static str>>,
}
