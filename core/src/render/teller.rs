//! Names and values of what an outcome refers to by id.

use std::ops::Deref;

use super::speaker::Speaker;
use super::words::unit;
use crate::expr::Type;
use crate::facts::Facts;
use crate::link::Program;
use crate::outcome::{Outcome, Rule};
use crate::ruleset::{BranchId, EffectId, Row, RowId, Sanction, SanctionId, TierId};
use crate::value::{Base, Dimension};
use crate::vocabulary::{Direction, Lang, SanctionKind};

/// One case of an offence told in one language.
pub(super) struct Teller<'a> {
    speaker: Speaker<'a>,
    pub(super) program: &'a Program,
    pub(super) outcome: Option<&'a Outcome>,
}

impl<'a> Deref for Teller<'a> {
    type Target = Speaker<'a>;
    fn deref(&self) -> &Speaker<'a> {
        &self.speaker
    }
}

impl<'a> Teller<'a> {
    pub(super) fn new(program: &'a Program, facts: &'a Facts, outcome: Option<&'a Outcome>, lang: Lang) -> Self {
        let speaker = Speaker::new(&program.linked, facts, outcome.map(|o| &o.trace), lang);
        Self { speaker, program, outcome }
    }

    pub(super) fn row(&self, row: RowId) -> Option<&'a Row> {
        self.program.rows().get(row)
    }

    /// The name of a row: its tier and step, else its own.
    pub(super) fn row_name(&self, row: RowId) -> String {
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

    pub(super) fn tier(&self, tier: TierId) -> String {
        match self.program.tiers.get(tier) {
            Some(tier) => match &tier.step {
                Some(step) => format!("{}{step}", tier.name),
                None => tier.name.to_string(),
            },
            None => String::new(),
        }
    }

    pub(super) fn branch(&self, branch: BranchId) -> &'a str {
        self.program.clause.branches.get(branch).map_or("", |b| &b.id)
    }

    pub(super) fn sanction(&self, sanction: SanctionId) -> String {
        self.program.clause.sanctions.get(sanction).map_or_else(String::new, |s| self.sanction_name(&s.id, s.kind))
    }

    /// The document's own name of a sanction; in English its kind, with the name where it says more.
    pub(super) fn sanction_name(&self, id: &str, kind: SanctionKind) -> String {
        let usual = kind.name(Lang::Zh);
        match self.lang {
            Lang::Zh if id.is_ascii() => usual.to_owned(),
            Lang::Zh => id.to_owned(),
            Lang::En if id == usual || id.is_ascii() => kind.name(Lang::En).to_owned(),
            Lang::En => format!("{} ({id})", kind.name(Lang::En)),
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
                let found = self.program.positions().get(position);
                found.map_or_else(String::new, |p| p.id.to_string())
            }
            Rule::Circumstance(id) => self.program.circumstances.get(id).map_or_else(String::new, |c| c.id.to_string()),
            Rule::Effect(id) => self.effect(id).to_owned(),
            Rule::Factor(factor) => self.factor_name(factor).to_owned(),
            Rule::Fact(fact) => self.fact_name(fact).to_owned(),
            Rule::Define(define) => self.define_name(define).to_owned(),
        }
    }

    /// The name of an effect.
    pub(super) fn effect(&self, id: EffectId) -> &'a str {
        self.program.effects.get(id).map_or("", |e| self.effect_name(&e.id, e.direction))
    }

    /// An effect by its own name, or by its direction.
    pub(super) fn effect_name(&self, id: &'a str, direction: Direction) -> &'a str {
        if id == direction.as_str() { direction.name(self.lang) } else { id }
    }

    /// What the amount of a sanction is measured in.
    pub(super) fn dimension(&self, sanction: SanctionId) -> Dimension {
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
}
