//! Licences (行政许可): who decides, what is asked, within which time, and what follows. Everything is rows of `when`.

use std::sync::Arc;

use super::{Length, Marks, Period};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Cond, Expr, FactId, RangeExpr};
use crate::source::Span;
use crate::value::LengthUnit;
use crate::vocabulary::{
    Before, Binding, Check, DocumentForm, First, Grouping, LicenceProcedure, OrderKind, RestDay, Silence, StepKind,
    TermKind,
};

/// A licence, or another decision about one, and what the law asks for it.
#[derive(Clone, Debug)]
pub struct Licence {
    /// The id.
    pub id: Arc<str>,
    /// 事项编码
    pub code: Option<Arc<str>>,
    /// The name.
    pub name: Arc<str>,
    /// What is decided.
    pub procedure: LicenceProcedure,
    /// The provision that sets the licence.
    pub basis: Arc<str>,
    /// When no licence is needed; the note says what is needed instead.
    pub exempt: Vec<Ground>,
    /// Who decides: rows tried in order.
    pub authority: Vec<Authority>,
    /// The fact that says with whom the application was filed.
    pub filed_at: Option<Expr>,
    /// The day of the application.
    pub applied: Option<Expr>,
    /// Whether it was accepted (受理).
    pub accepted: Option<Cond>,
    /// What must hold, all of it.
    pub conditions: Vec<Condition>,
    /// What must not hold.
    pub bars: Vec<Ground>,
    /// What must be submitted.
    pub documents: Vec<Document>,
    /// The list of documents that were submitted: a fact of every licence that asks for documents.
    pub submitted: Option<FactId>,
    /// What must be done before the decision.
    pub steps: Vec<ProcedureStep>,
    /// Time limits.
    pub deadlines: Vec<Deadline>,
    /// Other ways to the licence (告知承诺 …).
    pub routes: Vec<Route>,
    /// Validity, quantity granted, fee.
    pub terms: Vec<Term>,
    /// When a renewal is in time.
    pub renewal: Option<Renewal>,
    /// How many licences there are.
    pub quota: Option<Quota>,
    /// Why a licence is revoked, withdrawn or cancelled.
    pub grounds: Vec<Ground>,
    /// Who may not apply again, and for how long.
    pub bans: Vec<Ban>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

impl Licence {
    /// What is wrong where there is no calendar: it counts in working days, or moves off a day of rest.
    pub(crate) fn without_a_calendar(&self) -> Option<Diagnostic> {
        let of_deadlines = self.deadlines.iter().flat_map(|d| d.period.lengths().chain(&d.promised));
        let of_renewal = self.renewal.iter().flat_map(|r| [r.opens.as_ref(), Some(&r.closes), r.general.as_ref()]);
        let of_bans = self.bans.iter().map(|b| b.lasts.as_ref());
        let mut lengths = of_deadlines.chain(of_renewal.chain(of_bans).flatten());
        let counted = lengths.find(|l| l.unit == LengthUnit::WorkingDay).map(|l| (l.span, "counts in working days"));
        let moves = |d: &&Deadline| d.period.last_day.as_ref().is_some_and(|last| last.is == RestDay::Moves);
        let moved = || self.deadlines.iter().find(moves).map(|d| (d.span, "moves the last day off days of rest"));
        let (span, does) = counted.or_else(moved)?;
        let message = format!("`{}` {does}, and no ruleset under `uses` is a calendar", self.id);
        let help = "name a calendar under `uses`, such as cn.state-council.working-days";
        Some(Diagnostic::error(Code::CalendarMissing, span, message).help(help))
    }
}

impl LicenceProcedure {
    /// Whether someone applies for it; the others are begun by the authority.
    pub fn on_application(self) -> bool {
        matches!(self, Self::Grant | Self::Change | Self::Renewal)
    }
}

/// A row that holds or not: an exemption, a bar, a ground.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Its id.
    pub id: Arc<str>,
    /// When.
    pub when: Cond,
    /// Whether it must, may or must not be followed; of grounds only.
    pub force: Binding,
    /// What is said beside it: what is needed instead, what follows.
    pub note: Option<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// The provision of higher rank that this one makes concrete.
    pub under: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// An authority and when it is the one.
#[derive(Clone, Debug)]
pub struct Authority {
    /// When.
    pub when: Cond,
    /// The authority.
    pub is: Arc<str>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

/// A condition, or a group of them.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its id.
    pub id: Arc<str>,
    /// For whom it is asked; none = for all.
    pub when: Option<Cond>,
    /// What is asked.
    pub test: ConditionTest,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// The provision of higher rank that this one makes concrete.
    pub under: Option<Arc<str>>,
    /// How it is checked.
    pub check: Option<Check>,
    /// What shows it.
    pub evidence: Option<Arc<str>>,
    /// Whether it may be remedied before the decision.
    pub curable: bool,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// What a condition asks.
#[derive(Clone, Debug)]
pub enum ConditionTest {
    /// That this holds.
    Require(Cond),
    /// Of the conditions inside: all, at least one, none.
    Group(Grouping, Vec<Condition>),
}

/// A document that is asked for.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name.
    pub id: Arc<str>,
    /// When it is asked for; none = always.
    pub when: Option<Cond>,
    /// The conditions it shows; `申请` = the application itself.
    pub shows: Vec<Arc<str>>,
    /// Original or copy.
    pub form: Option<DocumentForm>,
    /// When the authority obtains it by sharing data, so that it is not asked for.
    pub shared_data: Option<Cond>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// The provision of higher rank that this one makes concrete.
    pub under: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// Something that must be done before the decision.
#[derive(Clone, Debug)]
pub struct ProcedureStep {
    /// Its id.
    pub id: Arc<str>,
    /// What it is.
    pub kind: StepKind,
    /// When it is needed; none = always.
    pub when: Option<Cond>,
    /// Whether it was done.
    pub done: Cond,
    /// Whether it is needed before any decision, or only before a grant.
    pub before: Before,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A time limit.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// What is to be done.
    pub what: Arc<str>,
    /// When the limit exists; none = always.
    pub when: Option<Cond>,
    /// How long.
    pub period: Period,
    /// From which day; that day is not counted.
    pub from: Expr,
    /// The time the authority promises, at most the statutory.
    pub promised: Option<Length>,
    /// Whether it was done.
    pub done: Option<Cond>,
    /// On which day.
    pub on: Option<Expr>,
    /// What the law makes of it when the time runs out.
    pub otherwise: Silence,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A way to the licence that asks for less.
#[derive(Clone, Debug)]
pub struct Route {
    /// Its id.
    pub id: Arc<str>,
    /// When it is taken.
    pub when: Cond,
    /// Who may not take it.
    pub excludes: Option<Cond>,
    /// Ids of the conditions, documents and steps it does without.
    pub waives: Vec<Arc<str>>,
    /// Ids of the routes it goes before.
    pub before: Vec<Arc<str>>,
    /// What is said beside it: what follows a false promise.
    pub note: Option<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A term of the licence: how long, how much, for what fee.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: Arc<str>,
    /// What it fixes.
    pub kind: TermKind,
    /// Rows tried in order.
    pub rows: Vec<TermRow>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

impl Term {
    /// Where it says what it fixes, when these rows may be the one: of a row that is the only one, the row's own.
    pub fn basis_of(&self, rows: &[usize]) -> Option<&Arc<str>> {
        let own = match rows {
            [one] => self.rows.get(*one).and_then(|row| row.basis.as_ref()),
            _ => None,
        };
        own.or(self.basis.as_ref())
    }
}

/// A range of a term.
#[derive(Clone, Debug)]
pub struct TermRow {
    /// When; none = always.
    pub when: Option<Cond>,
    /// The range.
    pub range: RangeExpr,
    /// A guiding point inside it.
    pub default: Option<Expr>,
    /// The provision.
    pub basis: Option<Arc<str>>,
}

/// When a renewal is in time, and what silence means.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// The last day of the licence.
    pub expires: Expr,
    /// How long before that day the window opens; none = at any time.
    pub opens: Option<Length>,
    /// How long before that day it closes.
    pub closes: Length,
    /// The general rule that the special one goes before.
    pub general: Option<Length>,
    /// The general rule's provision.
    pub general_basis: Option<Arc<str>>,
    /// Whether the authority has decided.
    pub decided: Option<Cond>,
    /// On which day.
    pub on: Option<Expr>,
    /// What silence at the end of the licence means, for one who applied in time.
    pub otherwise: Silence,
    /// Where the law says so.
    pub otherwise_basis: Option<Arc<str>>,
    /// What follows for one who applied late.
    pub late: Option<Arc<str>>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A limited number of licences, and who comes first where several apply.
#[derive(Clone, Debug)]
pub struct Quota {
    /// When the number is limited; none = always.
    pub when: Option<Cond>,
    /// How many are left.
    pub left: Expr,
    /// How many come before the applicant and meet the conditions: a fact of every licence with a quota. One applicant
    /// gives it; where several stand in one case it is filled in.
    pub before: FactId,
    /// In which order they are served.
    pub order: QuotaOrder,
    /// The provision that limits the number.
    pub basis: Option<Arc<str>>,
    /// The provision of higher rank that this one makes concrete.
    pub under: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// Who comes first.
#[derive(Clone, Debug)]
pub struct QuotaOrder {
    /// How the order is found.
    pub is: OrderKind,
    /// By what applicants are compared: days or numbers, the first key first. What is alike in all keys is not ordered.
    pub by: Vec<Expr>,
    /// Whether the least or the greatest comes first.
    pub first: First,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// Where it is written.
    pub span: Span,
}

/// Someone may not apply again for some time.
#[derive(Clone, Debug)]
pub struct Ban {
    /// Its id.
    pub id: Arc<str>,
    /// When.
    pub when: Cond,
    /// For how long; none = for good.
    pub lasts: Option<Length>,
    /// From which day.
    pub from: Expr,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}
