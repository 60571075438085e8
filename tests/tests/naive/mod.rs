//! A naive reading of a few provisions, straight from the articles: plain whole numbers, no rules, no unknowns.
//!
//! Amounts are in thousandths of a 分 (so that half percents of a 分 stay whole). The engine is held against it; where
//! they differ, the text decides, and neither is bent to the other.

pub(crate) mod date;
pub(crate) mod eco;
pub(crate) mod food;
pub(crate) mod lawyer;
pub(crate) mod shenzhen;

/// Thousandths of a 分 in a 元.
pub(crate) const YUAN: i128 = 100_000;
/// Thousandths of a 分 in a 分.
pub(crate) const FEN: i128 = 1_000;

/// A range of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The lower end.
    pub(crate) lo: i128,
    /// Whether the lower end is out.
    pub(crate) lo_open: bool,
    /// The upper end.
    pub(crate) hi: i128,
}

impl Range {
    /// Both ends in.
    pub(crate) fn closed(lo: i128, hi: i128) -> Self {
        Self { lo, lo_open: false, hi }
    }
    /// One amount.
    pub(crate) fn point(at: i128) -> Self {
        Self::closed(at, at)
    }
    /// 以下 without a minimum: above 0.
    pub(crate) fn up_to(hi: i128) -> Self {
        Self { lo: 0, lo_open: true, hi }
    }
}

/// One way a sanction comes out: branch and tier of the document, by position, and the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    /// The branch of the clause.
    pub(crate) branch: Option<usize>,
    /// The tier, light to heavy.
    pub(crate) tier: Option<usize>,
    /// The amount.
    pub(crate) amount: Option<Range>,
    /// The statutory range.
    pub(crate) statutory: Option<Range>,
}

/// A sanction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sanction {
    /// The id.
    pub(crate) id: &'static str,
    /// Whether it must be imposed.
    pub(crate) must: bool,
    /// Whether it is there in every reading.
    pub(crate) certain: bool,
    /// How it may come out.
    pub(crate) ways: Vec<Way>,
}

impl Sanction {
    /// Without an amount.
    pub(crate) fn plain(id: &'static str, must: bool) -> Self {
        Self::with(id, must, None, None, None)
    }
    /// With an amount that is also all the statute allows.
    pub(crate) fn fixed(id: &'static str, range: Range) -> Self {
        Self::with(id, true, None, Some(range), Some(range))
    }
    /// In one way.
    pub(crate) fn with(
        id: &'static str,
        must: bool,
        tier: Option<usize>,
        amount: Option<Range>,
        statutory: Option<Range>,
    ) -> Self {
        Self { id, must, certain: true, ways: vec![Way { branch: None, tier, amount, statutory }] }
    }
    /// In this branch.
    pub(crate) fn branch(mut self, branch: usize) -> Self {
        self.ways.iter_mut().for_each(|w| w.branch = Some(branch));
        self
    }
    /// In this tier.
    pub(crate) fn tier(mut self, tier: Option<usize>) -> Self {
        self.ways.iter_mut().for_each(|w| w.tier = tier);
        self
    }
}

/// What the articles give.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Expected {
    /// Whether the act is made out.
    pub(crate) established: bool,
    /// The sanctions.
    pub(crate) sanctions: Vec<Sanction>,
    /// Corrective orders.
    pub(crate) orders: Vec<&'static str>,
    /// Whether the benchmark's own result lies below the statutory minimum: surely, perhaps, not.
    pub(crate) below: Option<bool>,
}

/// Facts as text, in the order in which they were asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Case(pub(crate) Vec<(&'static str, String)>);

impl Case {
    /// Adds a fact.
    pub(crate) fn fact(&mut self, name: &'static str, value: impl ToString) {
        self.0.push((name, value.to_string()));
    }
    /// Adds an amount of money in 分.
    pub(crate) fn money(&mut self, name: &'static str, fen: i128) {
        self.fact(name, format!("\"{}.{:02}\"", fen / 100, fen % 100));
    }
    /// As YAML.
    pub(crate) fn yaml(&self) -> String {
        let facts: Vec<String> = self.0.iter().map(|(n, v)| format!("{n}: {v}")).collect();
        format!("{{{}}}", facts.join(", "))
    }
}
