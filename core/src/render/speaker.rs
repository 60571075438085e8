//! What any linked unit can be told by: names and values of facts, definitions and factors, and the language.

use std::sync::Arc;

use super::number::{self, Counted};
use crate::expr::{DefineId, Expr, FactId, FactorId, Id, LevelSet, Type};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::outcome::{Step, Trace};
use crate::vocabulary::{Lang, LevelHow};

/// The facts of one case told in one language.
pub(super) struct Speaker<'a> {
    pub(super) linked: &'a Linked,
    pub(super) facts: &'a Facts,
    pub(super) trace: Option<&'a Trace>,
    pub(super) lang: Lang,
}

/// How a value is written, apart from its type.
pub(super) enum Shown {
    Date,
    Number(Counted),
}

impl<'a> Speaker<'a> {
    pub(super) fn new(linked: &'a Linked, facts: &'a Facts, trace: Option<&'a Trace>, lang: Lang) -> Self {
        Self { linked, facts, trace, lang }
    }

    /// Whether what was linked is a licence, not an offence.
    pub(super) fn is_licence(&self) -> bool {
        self.linked.ruleset.licences().iter().any(|licence| licence.id == self.linked.owner)
    }

    pub(super) fn pick<T>(&self, zh: T, en: T) -> T {
        self.lang.pick(zh, en)
    }

    pub(super) fn fact_name(&self, id: FactId) -> &'a str {
        self.linked.facts.get(id).map_or("", |f| &f.name)
    }
    pub(super) fn define_name(&self, id: DefineId) -> &'a str {
        self.linked.defines.get(id).map_or("", |d| &d.name)
    }
    pub(super) fn factor_name(&self, id: FactorId) -> &'a str {
        self.linked.factors.get(id).map_or("", |f| &f.name)
    }

    /// What a fact is in this case; `None` while it is missing.
    pub(super) fn fact_value(&self, id: FactId) -> Option<String> {
        let declared = self.linked.facts.get(id)?;
        match self.facts.get(id) {
            Fact::Missing => None,
            Fact::Unascertainable => Some(self.pick("无法查明", "unascertainable").to_owned()),
            Fact::Given(value) => Some(self.value(value, &declared.ty, &self.counted(&Expr::Fact(id)))),
        }
    }

    /// What a definition came to; `None` where it was not looked at.
    pub(super) fn define_value(&self, id: DefineId) -> Option<String> {
        let value = self.trace?.define(id)?;
        let declared = self.linked.defines.get(id)?;
        Some(self.value(value, &declared.ty, &self.counted(&Expr::Define(id))))
    }

    /// The levels of a factor, and how they came about.
    pub(super) fn factor_found(&self, id: FactorId) -> Option<(LevelSet, LevelHow)> {
        self.steps_taken().find_map(|step| match step {
            Step::Factor { id: other, levels, how } if *other == id => Some((*levels, *how)),
            _ => None,
        })
    }

    pub(super) fn steps_taken(&self) -> impl Iterator<Item = &'a Step> {
        self.trace.map(|t| t.steps.as_slice()).unwrap_or(&[]).iter()
    }

    /// What a number of this expression counts.
    pub(super) fn counted(&self, expr: &Expr) -> Counted {
        if self.linked.percent.contains(expr) {
            return Counted::percent();
        }
        match expr {
            Expr::Fact(id) => match self.linked.facts.get(*id) {
                Some(fact) => match (&fact.unit, &fact.ty) {
                    (Some(unit), _) => Counted { name: unit.name.to_string(), scale: unit.scale },
                    (None, Type::Number(dimension)) => number::counted(dimension),
                    _ => Counted::plain(),
                },
                None => Counted::plain(),
            },
            Expr::Define(id) => match self.linked.defines.get(*id).map(|d| &d.ty) {
                Some(Type::Number(dimension)) => number::counted(dimension),
                _ => Counted::plain(),
            },
            _ => Counted::plain(),
        }
    }

    pub(super) fn type_of(&self, expr: &Expr) -> Option<Type> {
        match expr {
            Expr::Fact(id) => self.linked.facts.get(*id).map(|f| f.ty.clone()),
            Expr::Define(id) => self.linked.defines.get(*id).map(|d| d.ty.clone()),
            _ => None,
        }
    }

    /// The facts a factor reads, with their values, where there are few enough to say.
    pub(super) fn factor_facts(&self, id: FactorId) -> Option<String> {
        let reads = self.linked.factor_reads.get(id.position())?;
        if reads.is_empty() || reads.len() > 2 {
            return None;
        }
        let told: Option<Vec<String>> = reads
            .iter()
            .map(|f| {
                let list = self.linked.facts.get(*f).is_some_and(|d| matches!(d.ty, Type::List(_)));
                let value = self.fact_value(*f).filter(|_| !list)?;
                Some(format!("{} {value}", self.fact_name(*f)))
            })
            .gather();
        Some(told?.join(self.pick("，", ", ")))
    }

    /// The name of a basis as it is cited.
    pub(super) fn basis(&self, basis: Option<&Arc<str>>, full: bool) -> Option<String> {
        basis.map(|b| if full { b.to_string() } else { super::cite::short(b) })
    }
}
