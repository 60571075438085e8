//! Names and values of what an outcome refers to by id.

use std::sync::Arc;

use super::number::{self, Counted};
use super::words::{self, Lang, unit};
use crate::expr::{DefineId, Expr, FactId, FactorId, Id, LevelSet, Type};
use crate::facts::{Fact, Facts};
use crate::link::Program;
use crate::outcome::{LevelHow, Outcome, Rule, Step};
use crate::ruleset::{Direction, Row, Sanction, SanctionKind};
use crate::value::{Base, Dimension};

/// One case told in one language.
pub(super) struct Teller<'a> {
    pub(super) program: &'a Program,
    pub(super) facts: &'a Facts,
    pub(super) outcome: Option<&'a Outcome>,
    pub(super) lang: Lang,
    /// Facts and definitions that the document compares with percentages.
    percent: Vec<Expr>,
}

/// How a value is written, apart from its type.
pub(super) enum Shown {
    Date,
    Number(Counted),
}

impl<'a> Teller<'a> {
    pub(super) fn new(program: &'a Program, facts: &'a Facts, outcome: Option<&'a Outcome>, lang: Lang) -> Self {
        let mut percent = Vec::new();
        for atom in program.linked.atoms.iter().filter(|a| a.text.contains(['%', '‰']) || a.text.contains("百分之"))
        {
            crate::expr::walk::test(&atom.test, &program.linked.atoms, &mut |e: &Expr| {
                if matches!(e, Expr::Fact(_) | Expr::Define(_)) {
                    percent.push(e.clone());
                }
            });
        }
        Self { program, facts, outcome, lang, percent }
    }

    pub(super) fn pick<T>(&self, zh: T, en: T) -> T {
        self.lang.pick(zh, en)
    }

    pub(super) fn fact_name(&self, id: FactId) -> &'a str {
        self.program.linked.facts.get(id).map_or("", |f| &f.name)
    }
    pub(super) fn define_name(&self, id: DefineId) -> &'a str {
        self.program.linked.defines.get(id).map_or("", |d| &d.name)
    }
    pub(super) fn factor_name(&self, id: FactorId) -> &'a str {
        self.program.linked.factors.get(id).map_or("", |f| &f.name)
    }

    /// What a fact is in this case; `None` while it is missing.
    pub(super) fn fact_value(&self, id: FactId) -> Option<String> {
        let declared = self.program.linked.facts.get(id)?;
        match self.facts.get(id) {
            Fact::Missing => None,
            Fact::Unascertainable => Some(self.pick("无法查明", "unascertainable").to_owned()),
            Fact::Given(value) => Some(self.value(value, &declared.ty, &self.counted(&Expr::Fact(id)))),
        }
    }

    /// What a definition came to; `None` where it was not looked at.
    pub(super) fn define_value(&self, id: DefineId) -> Option<String> {
        let value = self.outcome?.trace.define(id)?;
        let declared = self.program.linked.defines.get(id)?;
        Some(self.value(value, &declared.ty, &self.counted(&Expr::Define(id))))
    }

    /// The levels of a factor, and how they came about.
    pub(super) fn factor_found(&self, id: FactorId) -> Option<(LevelSet, LevelHow)> {
        self.trace().find_map(|step| match step {
            Step::Factor { id: other, levels, how } if *other == id => Some((*levels, *how)),
            _ => None,
        })
    }

    pub(super) fn trace(&self) -> impl Iterator<Item = &'a Step> {
        self.outcome.map(|o| o.trace.steps.as_slice()).unwrap_or(&[]).iter()
    }

    /// What a number of this expression counts.
    pub(super) fn counted(&self, expr: &Expr) -> Counted {
        if self.percent.contains(expr) {
            return Counted::percent();
        }
        match expr {
            Expr::Fact(id) => match self.program.linked.facts.get(*id) {
                Some(fact) => match (&fact.unit, &fact.ty) {
                    (Some(unit), _) => Counted { name: unit.name.to_string(), scale: unit.scale },
                    (None, Type::Number(dimension)) => number::counted(dimension),
                    _ => Counted::plain(),
                },
                None => Counted::plain(),
            },
            Expr::Define(id) => match self.program.linked.defines.get(*id).map(|d| &d.ty) {
                Some(Type::Number(dimension)) => number::counted(dimension),
                _ => Counted::plain(),
            },
            _ => Counted::plain(),
        }
    }

    pub(super) fn row(&self, row: usize) -> Option<&'a Row> {
        self.program.benchmark.as_ref()?.rows.get(row)
    }

    /// The name of a row: its tier and step, else its own.
    pub(super) fn row_name(&self, row: usize) -> String {
        let Some(found) = self.row(row) else { return String::new() };
        match found.tier {
            Some(tier) => {
                let name = self.tier(tier);
                let alone = self
                    .program
                    .benchmark
                    .as_ref()
                    .is_none_or(|b| b.rows.iter().filter(|r| r.tier == Some(tier)).count() == 1);
                match found.id.strip_prefix(name.as_str()) {
                    _ if alone => name,
                    Some(rest) if rest.is_empty() || rest.starts_with(['·', ' ']) => found.id.to_string(),
                    _ => format!("{name} · {}", found.id),
                }
            }
            None => found.id.to_string(),
        }
    }

    pub(super) fn tier(&self, tier: usize) -> String {
        match self.program.tiers.get(tier) {
            Some(tier) => match &tier.step {
                Some(step) => format!("{}{step}", tier.name),
                None => tier.name.to_string(),
            },
            None => String::new(),
        }
    }

    pub(super) fn branch(&self, branch: usize) -> &'a str {
        self.program.clause.branches.get(branch).map_or("", |b| &b.id)
    }

    pub(super) fn sanction(&self, sanction: usize) -> String {
        self.program.clause.sanctions.get(sanction).map_or_else(String::new, |s| self.sanction_name(&s.id, s.kind))
    }

    /// The document's own name of a sanction; in English its kind, with the name where it says more.
    pub(super) fn sanction_name(&self, id: &str, kind: SanctionKind) -> String {
        let usual = words::kind(kind, Lang::Zh);
        match self.lang {
            Lang::Zh if id.is_ascii() => usual.to_owned(),
            Lang::Zh => id.to_owned(),
            Lang::En if id == usual || id.is_ascii() => words::kind(kind, Lang::En).to_owned(),
            Lang::En => format!("{} ({id})", words::kind(kind, Lang::En)),
        }
    }

    /// What a review point is about.
    pub(super) fn rule(&self, rule: Rule) -> String {
        match rule {
            Rule::Offence => self.program.offence.name.to_string(),
            Rule::Mark(mark) => {
                self.program.linked.marks.get(mark).map_or_else(String::new, |(name, _)| name.to_string())
            }
            Rule::Sanction(sanction) => self.sanction(sanction),
            Rule::Branch(branch) => self.branch(branch).to_owned(),
            Rule::Row(row) => self.row_name(row),
            Rule::Position(position) => {
                let found = self.program.benchmark.as_ref().and_then(|b| b.positions.get(position));
                found.map_or_else(String::new, |p| p.id.to_string())
            }
            Rule::Circumstance(number) => {
                self.program.circumstances.get(number).map_or_else(String::new, |c| c.id.to_string())
            }
            Rule::Effect(number) => self.effect(number).to_owned(),
            Rule::Factor(factor) => self.factor_name(factor).to_owned(),
            Rule::Fact(fact) => self.fact_name(fact).to_owned(),
            Rule::Define(define) => self.define_name(define).to_owned(),
        }
    }

    /// The name of an effect.
    pub(super) fn effect(&self, number: usize) -> &'a str {
        self.program.effects.get(number).map_or("", |e| self.effect_name(&e.id, e.direction))
    }

    /// An effect by its own name, or by its direction.
    pub(super) fn effect_name(&self, id: &'a str, direction: Direction) -> &'a str {
        if id == direction.as_str() { words::direction(direction, self.lang) } else { id }
    }

    /// What the amount of a sanction is measured in.
    pub(super) fn dimension(&self, sanction: usize) -> Dimension {
        let Some(found) = self.program.clause.sanctions.get(sanction) else { return Dimension::none() };
        self.dimension_of(found)
    }

    pub(super) fn dimension_of(&self, sanction: &Sanction) -> Dimension {
        let Some(row) = sanction.quantity.rows().first() else { return Dimension::none() };
        match &row.of {
            Some(base) if row.range.dimension.is_none() => match self.type_of(base) {
                Some(Type::Number(dimension)) => dimension,
                _ => Dimension::of(Base::Money),
            },
            // A price by area or weight is paid in money.
            _ if unit(&row.range.dimension).starts_with('元') => Dimension::of(Base::Money),
            _ => row.range.dimension.clone(),
        }
    }

    fn type_of(&self, expr: &Expr) -> Option<Type> {
        match expr {
            Expr::Fact(id) => self.program.linked.facts.get(*id).map(|f| f.ty.clone()),
            Expr::Define(id) => self.program.linked.defines.get(*id).map(|d| d.ty.clone()),
            _ => None,
        }
    }

    /// The facts a factor reads, with their values, where there are few enough to say.
    pub(super) fn factor_facts(&self, id: FactorId) -> Option<String> {
        let reads = self.program.linked.factor_reads.get(id.position())?;
        if reads.is_empty() || reads.len() > 2 {
            return None;
        }
        let told: Option<Vec<String>> = reads
            .iter()
            .map(|f| {
                let list = self.program.linked.facts.get(*f).is_some_and(|d| matches!(d.ty, Type::List(_)));
                let value = self.fact_value(*f).filter(|_| !list)?;
                Some(format!("{} {value}", self.fact_name(*f)))
            })
            .collect();
        Some(told?.join(self.pick("，", ", ")))
    }

    /// The name of a basis as it is cited.
    pub(super) fn basis(&self, basis: Option<&Arc<str>>, full: bool) -> Option<String> {
        basis.map(|b| if full { b.to_string() } else { super::cite::short(b) })
    }
}
