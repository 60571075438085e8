//! The checked model of a ruleset. Only `compile` makes one; whoever holds one may evaluate it without further checks.

mod benchmark;
mod circumstance;
mod clause;
mod ids;
mod length;
mod licence;
mod names;
mod case_rules;
mod procedure;
mod quoted;
mod reached;

pub use benchmark::{Benchmark, How, Narrowing, Position, Row, Score, Weights};
pub use case_rules::{
    CaseRules, ConcurrenceRow, LimitationRow, PowerRow, ProvisionRow, RightRow, TransitionRow, UnexecutedRow,
};
pub use circumstance::{Change, Circumstance, Effect};
pub use clause::{Branch, Choice, Clause, Order, Quantity, QuantityRow, Sanction, Texts};
pub use ids::{BranchId, ChoiceId, CircumstanceId, EffectId, OrderId, PositionId, RowId, SanctionId, TierId};
pub use length::{Extension, LastDay, Length, Period};
pub use licence::{
    Authority, Ban, Condition, ConditionTest, Deadline, Document, Ground, Licence, ProcedureStep, Quota, QuotaOrder,
    Renewal, Route, Term, TermRow,
};
pub use names::{Define, FactDecl, Factor, FactorLevel, Lowest};
pub(crate) use procedure::{BODY, PLACE};
pub use procedure::{DutyRow, Procedure, Standard, Sum, TimeLimit};
pub use quoted::{NamedLaw, Quoted, QuotedLaw};
pub(crate) use reached::{Reached, Start, reached};

use std::fmt;
use std::sync::Arc;

use crate::expr::{Atom, AtomId, Cond, DefineId, FactId, FactorId, Table};
use crate::source::{Source, Span};
use crate::value::{Calendar, Date, sha256, sm3};
use crate::vocabulary::{Rank, Status};

/// One enacted version of one document, checked.
#[derive(Debug)]
pub struct Ruleset {
    pub(crate) source: Source,
    pub(crate) head: Head,
    pub(crate) tiers: Table<TierId, Tier>,
    pub(crate) facts: Table<FactId, FactDecl>,
    pub(crate) defines: Table<DefineId, Define>,
    pub(crate) factors: Table<FactorId, Factor>,
    pub(crate) atoms: Table<AtomId, Atom>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) offences: Vec<Offence>,
    pub(crate) circumstances: Vec<Circumstance>,
    pub(crate) effects: Vec<Effect>,
    /// The tables that the decision of a case reads.
    pub(crate) case_rules: CaseRules,
    pub(crate) procedure: Option<Procedure>,
    pub(crate) licences: Vec<Licence>,
    pub(crate) calendar: Option<Calendar>,
    pub(crate) digests: Digests,
    /// What its citations stand for.
    pub(crate) quoted: Arc<Quoted>,
}

/// What the document says of itself.
#[derive(Clone, Debug)]
pub struct Head {
    /// The id, the same for all versions.
    pub id: Arc<str>,
    /// The title.
    pub title: Arc<str>,
    /// Who issued it.
    pub issuer: Arc<str>,
    /// The number of the document, if it has one.
    pub document: Option<Arc<str>>,
    /// GB/T 2260; none = all of China.
    pub jurisdiction: Option<Arc<str>>,
    /// The first day in force.
    pub from: Date,
    /// The last day in force, that day included; none = open.
    pub through: Option<Date>,
    /// draft, in force, suspended or repealed.
    pub status: Status,
    /// Corrected transcriptions of the same version count up from 1.
    pub revision: u32,
    /// The rulesets whose clauses this one refers to.
    pub uses: Vec<(Arc<str>, Span)>,
    /// The laws quoted, by short name.
    pub laws: Vec<Law>,
    /// `unverified` and `reading` of the whole file.
    pub marks: Marks,
}

impl Head {
    /// Whether the document is in force on a day, by its dates.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.through.is_none_or(|through| day <= through)
    }

    /// The law of `laws` that a citation begins with: `律师法 第五条` is of 律师法, `律师法实施意见 第三条` of another document.
    pub(crate) fn law(&self, citation: &str) -> Option<&Law> {
        self.laws.iter().find(|law| cites(citation, &law.short))
    }
}

/// Whether a citation begins with the name of a document: the name ends where a space, 第, a mark between two citations
/// or the end of the text follows. More letters make it the name of another document.
pub(crate) fn cites(citation: &str, name: &str) -> bool {
    let ends = |rest: &str| rest.chars().next().is_none_or(|c| c.is_whitespace() || "第、，；,;".contains(c));
    citation.strip_prefix(name).is_some_and(ends)
}

/// A law the document quotes.
#[derive(Clone, Debug)]
pub struct Law {
    /// How citations begin.
    pub short: Arc<str>,
    /// The full title.
    pub title: Arc<str>,
    /// The date of the edition quoted.
    pub edition: Option<Arc<str>>,
    /// The rank of the norm (效力位阶).
    pub rank: Option<Rank>,
    /// What 以上 and the like mean in it.
    pub phrases: crate::expr::Phrases,
    /// What it says of periods whose last day is a day of rest.
    pub last_day: Option<LastDay>,
}

/// A tier of the document, or a step (档次) of one; in order, light to heavy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The name of the tier.
    pub name: Arc<str>,
    /// The name of the step, where the tier has steps.
    pub step: Option<Arc<str>>,
}

/// What the transcriber says of a part of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Why it is not verified.
    pub unverified: Option<Arc<str>>,
    /// How an unclear text was read.
    pub reading: Option<Arc<str>>,
}

/// An offence and how it is sanctioned.
#[derive(Clone, Debug)]
pub struct Offence {
    /// The id.
    pub id: Arc<str>,
    /// 职权编码
    pub code: Option<Arc<str>>,
    /// The name.
    pub name: Arc<str>,
    /// The provisions violated.
    pub violates: Vec<Arc<str>>,
    /// Constitutive facts: one that is false → not established.
    pub elements: Vec<Cond>,
    /// The penalty clause.
    pub clause: ClauseRef,
    /// The benchmark, if the document has one for this offence.
    pub benchmark: Option<Benchmark>,
    /// Circumstances of this offence only.
    pub circumstances: Vec<Circumstance>,
    /// The state of this item of the document, apart from the document's own.
    pub status: Status,
    /// The offences of earlier documents that this one takes the place of, by ruleset and offence.
    pub succeeds: Vec<(Arc<str>, Arc<str>)>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where the offence is written.
    pub span: Span,
}

/// Where the penalty clause of an offence stands.
#[derive(Clone, Debug)]
pub enum ClauseRef {
    /// In this file: the position in `clauses`.
    Here(usize),
    /// In a ruleset of `uses`.
    There {
        /// The id of the ruleset.
        ruleset: Arc<str>,
        /// The id of the clause in it.
        clause: Arc<str>,
        /// Where the reference is written.
        span: Span,
    },
}

/// The digests of a ruleset's text, hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub struct Digests {
    /// SHA-256
    pub sha256: Arc<str>,
    text: Arc<str>,
}

impl Digests {
    pub(crate) fn of(source: &Source) -> Self {
        Self { sha256: sha256(source.text()).into(), text: source.shared() }
    }

    /// SM3 (国密), reckoned anew at each call: only receipts have it.
    pub fn sm3(&self) -> String {
        sm3(&self.text)
    }
}

impl fmt::Debug for Digests {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Digests").field(&self.sha256).finish()
    }
}

impl Ruleset {
    /// What the document says of itself.
    pub fn head(&self) -> &Head {
        &self.head
    }
    /// The text it was compiled from.
    pub fn source(&self) -> &Source {
        &self.source
    }
    /// Its circumstances: of the document, of its clauses, of its offences.
    pub(crate) fn all_circumstances(&self) -> impl Iterator<Item = &Circumstance> {
        let of_clauses = self.clauses.iter().flat_map(|c| &c.circumstances);
        self.circumstances.iter().chain(of_clauses).chain(self.offences.iter().flat_map(|o| &o.circumstances))
    }
    /// The offences in the order of the file.
    pub fn offences(&self) -> &[Offence] {
        &self.offences
    }
    /// The offence with this id.
    pub fn offence(&self, id: &str) -> Option<&Offence> {
        self.offences.iter().find(|o| &*o.id == id)
    }
    /// The procedure the document lays down, if it does.
    pub fn procedure(&self) -> Option<&Procedure> {
        self.procedure.as_ref()
    }
    /// The licences in the order of the file.
    pub fn licences(&self) -> &[Licence] {
        &self.licences
    }
    /// The working days, if the document is a calendar.
    pub fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_ref()
    }
    /// The digests of the text, for receipts.
    pub fn digests(&self) -> &Digests {
        &self.digests
    }
}
