//! Rows with the ids of other tables: every field is named, and its type says how it is copied.
//!
//! A field that holds an id cannot be forgotten. A new field does not compile until it stands in its list here, and
//! what is inside it is renamed by its own type: a [`FactId`], an [`Expr`], a [`Cond`], however deep.

use std::sync::Arc;

use super::import::Importer;
use crate::expr::walk::Rename as _;
use crate::expr::{Cond, Expr, FactId, Id, LevelSet, Levels, RangeExpr, RoundTo, Table, Type};
use crate::gather::Gather as _;
use crate::ruleset::{
    Authority, Ban, Benchmark, Branch, BranchId, CaseRules, Change, Choice, Circumstance, Clause, ClauseRef,
    ConcurrenceRow, Condition, ConditionTest, Deadline, Define, Document, DutyRow, Effect, Extension, Factor,
    FactorLevel, Ground, How, LastDay, Length, Licence, LimitationRow, Lowest, Marks, Narrowing, Offence, Order,
    Period, Position, PowerRow, Procedure, ProcedureStep, ProvisionRow, Quantity, QuantityRow, Quota, QuotaOrder,
    Renewal, RightRow, Route, Row, Sanction, Score, Standard, Sum, Term, TermRow, Texts, TierId, TimeLimit,
    TransitionRow, UnexecutedRow, Weights,
};
use crate::source::Span;
use crate::value::{LengthUnit, Rational};
use crate::vocabulary::{
    Apply, Before, Binding, Check, Concurrent, Direction, DocumentForm, Duty, Fines, First, Force, Grouping, Hit,
    LicenceProcedure, Need, OrderKind, OrganLevel, PartOf, Provided, Rank, SanctionKind, Silence, Status, StepKind,
    Target, TermKind,
};

/// What can be copied into other tables.
pub(super) trait Copied {
    /// The same with the ids of the other tables; what the ids stand for is copied with it.
    fn copied(&self, to: &mut Importer<'_>) -> Self;
}

impl Copied for FactId {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        to.fact(*self)
    }
}

impl<T: Copied> Copied for Option<T> {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        self.as_ref().map(|inner| inner.copied(to))
    }
}

impl<T: Copied> Copied for Box<T> {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        Self::new(T::copied(self, to))
    }
}

impl<T: Copied> Copied for Vec<T> {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        self.iter().map(|each| each.copied(to)).gather()
    }
}

impl<I: Id, T: Copied> Copied for Table<I, T> {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        self.iter().map(|each| each.copied(to)).gather::<Vec<_>>().into()
    }
}

impl<A: Copied, B: Copied> Copied for (A, B) {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        let (a, b) = self;
        (a.copied(to), b.copied(to))
    }
}

/// What is an expression, or is made of some.
macro_rules! expressions {
    ($($of:ident),+ $(,)?) => {$(
        impl Copied for $of {
            fn copied(&self, to: &mut Importer<'_>) -> Self {
                self.rename(to)
            }
        }
    )+};
}

expressions! { Cond, Expr, RangeExpr }

/// What holds no id of any table.
macro_rules! without_ids {
    ($($of:ty),+ $(,)?) => {$(
        impl Copied for $of {
            fn copied(&self, _: &mut Importer<'_>) -> Self {
                self.clone()
            }
        }
    )+};
}

without_ids! {
    bool, usize, Arc<str>, Span, Rational, LengthUnit, LevelSet, Arc<Levels>, RoundTo, Type,
    BranchId, TierId, Marks, LastDay, Lowest, Choice, ClauseRef, Status,
    Apply, Before, Binding, Check, Concurrent, Direction, DocumentForm, Duty, Fines, First, Force, Grouping, Hit,
    LicenceProcedure, Need, OrderKind, OrganLevel, PartOf, Provided, Rank, SanctionKind, Silence, StepKind, Target,
    TermKind,
}

/// Rows, with all their fields in the order in which they are copied. It is the order of the new definitions and
/// conditions.
macro_rules! rows {
    ($($row:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Copied for $row {
            fn copied(&self, to: &mut Importer<'_>) -> Self {
                let Self { $($field),+ } = self;
                $(let $field = $field.copied(to);)+
                Self { $($field),+ }
            }
        }
    )+};
}

// Names.
rows! {
    Define { name, body, ty, basis, span }
    Factor { name, levels, conditions, heaviest, lowest, basis, span }
    FactorLevel { when, text }
}

// Clauses.
rows! {
    Order { id, when, basis, branch }
    Branch { id, when, instead_of, basis, marks, span }
    Sanction {
        id, kind, target, must, branch, quantity, authority, when, per, cap, floor, default, basis, marks, span,
    }
    Texts { rows }
    QuantityRow { id, when, range, of, of_text, floor_of_base, basis, span }
}

// Benchmarks.
rows! {
    Benchmark { hit, rows, overrides, positions, score, common, basis, marks, span }
    Row { id, tier, branch, when, no_penalty, narrowings, basis, marks, span }
    Position { id, when, narrowings, everywhere, basis, marks, span }
    Narrowing { sanction, how, cap, floor, default, round, basis, marks, span }
    Score { weights, cap, basis }
    Weights { factor, name, of_level, levels }
}

// Circumstances.
rows! {
    Circumstance { id, when, effects, force, instead_of, needs, counts, basis, marks, span }
    Effect { id, direction, of, sanctions, what, when, needs, basis, marks, span }
}

// Cases.
rows! {
    CaseRules { limitation, transition, concurrence, rights, not_heavier, provisions, powers, authorities, unexecuted }
    LimitationRow { id, when, period, basis, marks, span }
    TransitionRow { id, when, apply, basis, marks, span }
    ConcurrenceRow { id, of, when, fines, cap, basis, marks, span }
    RightRow { id, when, basis, marks, span }
    ProvisionRow { cited_for, basis, marks, span }
    UnexecutedRow { id, of, when, unless, needs, basis, marks, span }
    PowerRow { id, when, of, except, systems, levels, cap, basis, marks, span }
}

// Procedure.
rows! {
    Procedure { rank, bodies, standards, duties, applies, marks }
    Standard { id, standard, when, yields_to, may_follow, alone, basis, marks, span }
    DutyRow { id, duty, must, when, standard, with, yields_to, deadline, sum, basis, marks, of_target, span }
    TimeLimit { period, from, before, on }
    Sum { amount, per, cap }
    Length { count, unit, span }
    Period { within, extension, excluded, last_day }
    Extension { within, when, basis }
}

// Licences, in the order of the law: what a question decides first is asked first.
rows! {
    Licence {
        id, code, name, procedure, basis, filed_at, exempt, authority, conditions, bars, documents, steps, applied,
        accepted, submitted, deadlines, routes, terms, renewal, quota, grounds, bans, marks, span,
    }
    Ground { id, when, force, note, basis, under, marks, span }
    Authority { when, is, basis }
    Condition { id, when, test, basis, under, check, evidence, curable, marks, span }
    Document { id, when, shows, form, shared_data, basis, under, marks, span }
    ProcedureStep { id, kind, when, done, before, basis, marks, span }
    Deadline { what, when, period, from, promised, done, on, otherwise, basis, marks, span }
    Route { id, when, excludes, waives, before, note, basis, marks, span }
    Term { id, kind, rows, basis, marks, span }
    TermRow { when, range, default, basis }
    Renewal {
        expires, opens, closes, general, general_basis, decided, on, otherwise, otherwise_basis, late, basis, marks,
        span,
    }
    Quota { when, left, before, order, basis, under, marks, span }
    QuotaOrder { is, by, first, basis, span }
    Ban { id, when, lasts, from, basis, marks, span }
}

impl Copied for Clause {
    /// Without its circumstances: those that count are copied apart, and only for a decision.
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        let Self { id, basis, orders, sanctions, choices, branches, circumstances: _, marks, span } = self;
        Self {
            id: id.copied(to),
            basis: basis.copied(to),
            orders: orders.copied(to),
            sanctions: sanctions.copied(to),
            choices: choices.copied(to),
            branches: branches.copied(to),
            circumstances: Vec::new(),
            marks: marks.copied(to),
            span: span.copied(to),
        }
    }
}

impl Copied for Offence {
    /// Without its circumstances, as a clause.
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        let Self {
            id,
            code,
            name,
            violates,
            elements,
            clause,
            benchmark,
            circumstances: _,
            status,
            succeeds,
            marks,
            span,
        } = self;
        Self {
            id: id.copied(to),
            code: code.copied(to),
            name: name.copied(to),
            violates: violates.copied(to),
            elements: elements.copied(to),
            clause: clause.copied(to),
            benchmark: benchmark.copied(to),
            circumstances: Vec::new(),
            status: status.copied(to),
            succeeds: succeeds.copied(to),
            marks: marks.copied(to),
            span: span.copied(to),
        }
    }
}

impl Copied for Quantity {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        match self {
            Self::None => Self::None,
            Self::Rows(rows) => Self::Rows(rows.copied(to)),
        }
    }
}

impl Copied for How {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        match self {
            Self::Keep => Self::Keep,
            Self::Drop => Self::Drop,
            Self::Part { part, within } => Self::Part { part: part.copied(to), within: within.copied(to) },
            Self::Range(range) => Self::Range(range.copied(to)),
            Self::Score { start, times } => Self::Score { start: start.copied(to), times: times.copied(to) },
        }
    }
}

impl Copied for Change {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        match self {
            Self::Narrow(narrowing) => Self::Narrow(narrowing.copied(to)),
            Self::Tier { up, beyond } => Self::Tier { up: up.copied(to), beyond: beyond.copied(to) },
            Self::Keep => Self::Keep,
            Self::Drop => Self::Drop,
        }
    }
}

impl Copied for ConditionTest {
    fn copied(&self, to: &mut Importer<'_>) -> Self {
        match self {
            Self::Require(require) => Self::Require(require.copied(to)),
            Self::Group(grouping, inside) => Self::Group(grouping.copied(to), inside.copied(to)),
        }
    }
}
