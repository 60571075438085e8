//! Facts, definitions and factors: what a condition may name.

use std::sync::Arc;

use crate::expr::{Cond, Expr, Levels, Type};
use crate::source::Span;
use crate::value::{Interval, Unit};

/// A declared fact.
#[derive(Clone, Debug)]
pub struct FactDecl {
    /// The name.
    pub name: Arc<str>,
    /// The type.
    pub ty: Type,
    /// Whether only whole numbers are meant.
    pub integer: bool,
    /// Whether it is what a person finds about an open term of the law (品行良好), with reasons; never computed.
    pub finding: bool,
    /// Whether it is an amount of money (at most two decimals).
    pub money: bool,
    /// The unit it is given in.
    pub unit: Option<Unit>,
    /// The values it may have, when it is a number; in the base unit.
    pub domain: Interval,
    /// The question to ask.
    pub ask: Option<Arc<str>>,
    /// Where the law asks it.
    pub basis: Option<Arc<str>>,
    /// What it counts as when it cannot be ascertained (level facts).
    pub lowest: Option<Lowest>,
    /// Whether 无法查明 can happen.
    pub can_be_unascertainable: bool,
    /// Whether the engine fills it in from what is intended; a case cannot give it.
    pub filled: bool,
    /// The offence it belongs to, if not to the whole file.
    pub owner: Option<Arc<str>>,
    /// Where it is declared.
    pub span: Span,
}

impl FactDecl {
    /// Whether two rulesets mean the same fact by it.
    pub fn same_as(&self, other: &Self) -> bool {
        self.ty == other.ty
            && self.integer == other.integer
            && self.finding == other.finding
            && self.money == other.money
            && self.unit == other.unit
            && self.domain == other.domain
    }
}

/// A factor that cannot be ascertained counts as its lowest level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowest {
    /// Where the document says so.
    pub basis: Option<Arc<str>>,
}

/// A named value.
#[derive(Clone, Debug)]
pub struct Define {
    /// The name.
    pub name: Arc<str>,
    /// How it is computed.
    pub body: Expr,
    /// Its type.
    pub ty: Type,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// Where it is written.
    pub span: Span,
}

/// A factor with conditional levels, light to heavy.
#[derive(Clone, Debug)]
pub struct Factor {
    /// The name.
    pub name: Arc<str>,
    /// The names of the levels.
    pub levels: Arc<Levels>,
    /// The conditions of the levels, in the same order.
    pub conditions: Vec<FactorLevel>,
    /// Whether several levels at once mean the heaviest (else they are surfaced).
    pub heaviest: bool,
    /// What it counts as when what it reads cannot be ascertained.
    pub lowest: Option<Lowest>,
    /// The basis.
    pub basis: Option<Arc<str>>,
    /// Where it is written.
    pub span: Span,
}

/// When a level of a factor holds.
#[derive(Clone, Debug)]
pub struct FactorLevel {
    /// The condition.
    pub when: Cond,
    /// As written.
    pub text: Arc<str>,
}
