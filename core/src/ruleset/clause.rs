//! Penalty clauses (罚则): sanctions with their statutory ranges, branches, choices, orders.

use std::fmt::Display;
use std::sync::Arc;

use super::{BranchId, ChoiceId, Circumstance, Marks, OrderId, SanctionId};
use crate::expr::{Cond, Expr, RangeExpr, Table};
use crate::source::Span;
use crate::vocabulary::{Pick, SanctionKind, Target};

/// A penalty clause.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The id, when it stands under `clauses`.
    pub id: Option<Arc<str>>,
    /// The provision.
    pub basis: Arc<str>,
    /// Corrective orders (责令改正): not penalties.
    pub orders: Table<OrderId, Order>,
    /// Common sanctions first, then those of the branches; `Sanction::branch` tells them apart.
    pub sanctions: Table<SanctionId, Sanction>,
    /// Choices among sanctions common to all branches.
    pub choices: Table<ChoiceId, Choice>,
    /// The branches (基本, 情节严重 …).
    pub branches: Table<BranchId, Branch>,
    /// Circumstances of the offences it punishes, wherever they are laid down.
    pub circumstances: Vec<Circumstance>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A corrective order.
#[derive(Clone, Debug)]
pub struct Order {
    /// What is ordered.
    pub id: Arc<str>,
    /// When; none = always.
    pub when: Option<Cond>,
    /// The provision.
    pub basis: Arc<str>,
    /// The branch it belongs to.
    pub branch: Option<BranchId>,
}

/// A branch of a clause.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The name.
    pub id: Arc<str>,
    /// When it holds; none = chosen by the tier rows that name it.
    pub when: Option<Cond>,
    /// The branch it replaces where both would hold.
    pub instead_of: Option<BranchId>,
    /// The provision.
    pub basis: Option<Arc<str>>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// 警告或者罚款, 单处或者并处.
#[derive(Clone, Debug)]
pub struct Choice {
    /// One, or one or more.
    pub pick: Pick,
    /// The groups to choose from, by sanction id.
    pub of: Vec<Vec<Arc<str>>>,
    /// The branch it belongs to.
    pub branch: Option<BranchId>,
}

/// A sanction of a clause.
#[derive(Clone, Debug)]
pub struct Sanction {
    /// The id; the same id may stand in several branches.
    pub id: Arc<str>,
    /// The kind.
    pub kind: SanctionKind,
    /// Whom it is for.
    pub target: Target,
    /// Whether it must be imposed.
    pub must: bool,
    /// The branch it belongs to; none = common.
    pub branch: Option<BranchId>,
    /// When it exists at all.
    pub when: Option<Cond>,
    /// The provision.
    pub basis: Arc<str>,
    /// Who must impose it.
    pub authority: Option<Texts>,
    /// How much.
    pub quantity: Quantity,
    /// The count it is multiplied by.
    pub per: Option<Expr>,
    /// The declared greatest result.
    pub cap: Option<Expr>,
    /// The declared least result.
    pub floor: Option<Expr>,
    /// A guiding point inside the range.
    pub default: Option<Expr>,
    /// `unverified` and `reading`.
    pub marks: Marks,
    /// Where it is written.
    pub span: Span,
}

/// A text that may depend on the facts: the first row that holds.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The rows.
    pub rows: Vec<(Cond, Arc<str>)>,
}

/// How much of a sanction the statute allows.
#[derive(Clone, Debug)]
pub enum Quantity {
    /// It has no quantity (警告).
    None,
    /// Rows that give a range; one row without condition in the plain case.
    Rows(Vec<QuantityRow>),
}

impl Quantity {
    /// The rows, none where there is no quantity.
    pub fn rows(&self) -> &[QuantityRow] {
        match self {
            Self::None => &[],
            Self::Rows(rows) => rows,
        }
    }
}

/// One row of a statutory range.
#[derive(Clone, Debug)]
pub struct QuantityRow {
    /// Its id: own, or its position from 1.
    pub id: Arc<str>,
    /// When it holds; none = always.
    pub when: Option<Cond>,
    /// The range; times the base, if there is one.
    pub range: RangeExpr,
    /// The base of a multiple.
    pub of: Option<Expr>,
    /// The base as written, for the explanation.
    pub of_text: Arc<str>,
    /// A smaller base counts as this.
    pub floor_of_base: Option<Expr>,
    /// The provision, if other than the sanction's.
    pub basis: Option<Arc<str>>,
    /// Where it is written.
    pub span: Span,
}

impl QuantityRow {
    /// Every expression of the row beside its condition.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        [&self.range.lo, &self.range.hi, &self.of, &self.floor_of_base].into_iter().flatten()
    }
}

impl Sanction {
    /// The unit that its quantity is written in; nothing for a sanction without one.
    pub(crate) fn unit_name(&self) -> &dyn Display {
        match self.quantity.rows().first() {
            Some(row) => &row.range.dimension,
            None => &"",
        }
    }

    /// Every expression of the sanction beside its rows.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        [&self.per, &self.cap, &self.floor, &self.default].into_iter().flatten()
    }

    /// Every condition of the sanction: whether it is there, which row, whose it is.
    pub(crate) fn conds(&self) -> impl Iterator<Item = &Cond> {
        let texts = self.authority.iter().flat_map(|t| &t.rows).map(|(when, _)| when);
        self.when.iter().chain(self.quantity.rows().iter().filter_map(|r| r.when.as_ref())).chain(texts)
    }
}
