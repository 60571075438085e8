//! What every linked unit has: dense tables of facts, definitions, factors and conditions, and what reads what.

use std::sync::Arc;

use super::cells::{Cells, cells, define_cells, divisors};
use super::import::Tables;
use super::partition::is_partition;
use crate::expr::{Atom, AtomId, DefineId, Expr, FactId, FactorId, LevelSet, Table, walk};
use crate::gather::Gather as _;
use crate::ruleset::{Define, Digests, FactDecl, Factor, Marks, Quoted, Reached, Ruleset, Start, reached};
use crate::value::{Calendar, Date};
use crate::vocabulary::Why;

/// Facts, definitions, factors and conditions, dense and in ids of their own, of whatever was linked: an offence, a
/// licence, the tables of a decision. Expressions need nothing else.
#[derive(Debug)]
pub struct Linked {
    pub(crate) ruleset: Arc<Ruleset>,
    /// The rulesets it uses, in the versions in force.
    pub(crate) used: Vec<Arc<Ruleset>>,
    /// The offence or licence that facts may belong to.
    pub(crate) owner: Arc<str>,
    pub(crate) facts: Table<FactId, FactDecl>,
    pub(crate) defines: Table<DefineId, Define>,
    pub(crate) factors: Table<FactorId, Factor>,
    pub(crate) atoms: Table<AtomId, Atom>,
    pub(crate) governing: Vec<Governing>,
    /// The values a fact can take that make a difference to some condition.
    pub(crate) cells: Vec<Cells>,
    /// The same for definitions that are numbers.
    pub(crate) define_cells: Vec<Cells>,
    /// Divisors, bases and counts: where they are 0 there is no value.
    pub(crate) zero: Vec<Expr>,
    /// Facts and definitions that the document compares with percentages, which is how they are then told.
    pub(crate) percent: Vec<Expr>,
    /// Factors of which exactly one level holds, whatever the facts.
    pub(crate) partitions: Vec<bool>,
    /// The facts each definition reads, and each factor.
    pub(crate) define_reads: Vec<Vec<FactId>>,
    pub(crate) factor_reads: Vec<Vec<FactId>>,
    /// Marks of the file, the offence, the clause: they concern every outcome.
    pub(crate) marks: Vec<(Arc<str>, Marks)>,
}

impl AsRef<Linked> for Linked {
    fn as_ref(&self) -> &Linked {
        self
    }
}

impl Linked {
    pub(super) fn new(
        tables: Tables,
        ruleset: &Arc<Ruleset>,
        used: &[&Arc<Ruleset>],
        owner: Arc<str>,
        governing: Vec<Governing>,
        marks: Vec<(Arc<str>, Marks)>,
    ) -> Self {
        let Tables { facts, defines, factors, atoms, mut zero, .. } = tables;
        let define_reads: Vec<Vec<FactId>> = defines
            .iter()
            .map(|d| reached(&defines, &factors, &atoms, &|visit| walk::expr(&d.body, &atoms, visit)).facts)
            .gather();
        let factor_reads: Vec<Vec<FactId>> = factors
            .iter()
            .map(|f| {
                let levels = |visit: &mut dyn FnMut(&Expr)| {
                    f.conditions.iter().for_each(|level| walk::cond(&level.when, &atoms, visit));
                };
                reached(&defines, &factors, &atoms, &levels).facts
            })
            .gather();
        let mut divisor = |e: &Expr| divisors(e, &mut zero);
        defines.iter().for_each(|d| walk::expr(&d.body, &atoms, &mut divisor));
        atoms.iter().for_each(|a| walk::test(&a.test, &atoms, &mut divisor));
        let define_cells = define_cells(&facts, &defines, &atoms, &zero);
        let cells = cells(&facts, &atoms, &zero);
        let partitions = factors
            .iter()
            .zip(&factor_reads)
            .map(|(factor, reads)| is_partition(factor, reads, &cells, &defines, &atoms))
            .gather();
        let percent = percent(&atoms);
        Self {
            ruleset: ruleset.clone(),
            used: used.iter().map(|r| Arc::clone(r)).gather(),
            owner,
            facts,
            defines,
            factors,
            atoms,
            governing,
            cells,
            zero,
            define_cells,
            percent,
            partitions,
            define_reads,
            factor_reads,
            marks,
        }
    }

    /// The fact with this name, if something here reads it.
    pub fn fact(&self, name: &str) -> Option<FactId> {
        self.facts.enumerate().find(|(_, f)| &*f.name == name).map(|(id, _)| id)
    }

    /// The working days that are known, when the unit uses a calendar.
    pub fn calendar(&self) -> Option<&Calendar> {
        std::iter::once(&self.ruleset).chain(&self.used).find_map(|r| r.calendar.as_ref())
    }

    /// The facts that what is visited reads, itself or behind definitions and factors, in the order of declaration.
    pub(crate) fn reads(&self, start: impl Fn(&mut dyn FnMut(&Expr))) -> Vec<FactId> {
        self.reached(&start).facts
    }

    /// What is looked at by what is visited, itself or behind definitions and factors.
    pub(crate) fn reached(&self, start: Start<'_>) -> Reached {
        reached(&self.defines, &self.factors, &self.atoms, start)
    }

    /// All levels of a factor, or of a fact or definition that is one.
    pub(crate) fn levels_of(&self, factor: &Expr) -> Option<&Arc<crate::expr::Levels>> {
        match factor {
            Expr::Factor(id) => Some(&self.factors.at(*id).levels),
            Expr::Fact(id) => match &self.facts.at(*id).ty {
                crate::expr::Type::Levels(levels) => Some(levels),
                _ => None,
            },
            Expr::Define(id) => match &self.defines.at(*id).ty {
                crate::expr::Type::Levels(levels) => Some(levels),
                _ => None,
            },
            _ => None,
        }
    }
    /// The names of a set of levels.
    pub(crate) fn level_names(&self, factor: &Expr, set: LevelSet) -> Vec<Arc<str>> {
        let Some(levels) = self.levels_of(factor) else { return Vec::new() };
        set.positions().filter_map(|p| levels.names.get(p).cloned()).gather()
    }
}

/// What stands in conditions that are written with percentages.
fn percent(atoms: &Table<AtomId, Atom>) -> Vec<Expr> {
    let mut found = Vec::new();
    for atom in atoms.iter().filter(|a| ["%", "‰", "百分之"].iter().any(|sign| a.text.contains(sign))) {
        walk::test(&atom.test, atoms, &mut |e: &Expr| {
            if matches!(e, Expr::Fact(_) | Expr::Define(_)) {
                found.push(e.clone());
            }
        });
    }
    found
}

/// A ruleset version that governs, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Governing {
    /// The id.
    pub id: Arc<str>,
    /// The title.
    pub title: Arc<str>,
    /// The number of the document.
    pub document: Option<Arc<str>>,
    /// The first day in force.
    pub from: Date,
    /// The last day in force.
    pub through: Option<Date>,
    /// The revision of the transcription.
    pub revision: u32,
    /// Why it governs.
    pub why: Why,
    /// The day it was chosen by.
    pub day: Date,
    /// The digests of its text.
    pub digests: Digests,
    /// What its citations stand for.
    pub quoted: Arc<Quoted>,
}

impl Governing {
    pub(crate) fn new(ruleset: &Ruleset, why: Why, day: Date) -> Self {
        let head = &ruleset.head;
        Self {
            id: head.id.clone(),
            title: head.title.clone(),
            document: head.document.clone(),
            from: head.from,
            through: head.through,
            revision: head.revision,
            why,
            day,
            digests: ruleset.digests.clone(),
            quoted: Arc::clone(&ruleset.quoted),
        }
    }
}
