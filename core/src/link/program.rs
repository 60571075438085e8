//! A linked offence: dense tables, ready to evaluate.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cells::{Cells, cells, define_cells};
use super::import::{Importer, Tables};
use super::partition::is_partition;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Atom, AtomId, Cond, DefineId, Expr, FactId, FactorId, Id, LevelSet, Table, walk};
use crate::ruleset::{Benchmark, Clause, ClauseRef, Define, Digests, FactDecl, Factor, Marks, Offence, Ruleset, Tier};
use crate::value::Date;

/// An offence with everything an evaluation needs, for one day of the act.
#[derive(Debug)]
pub struct Program {
    pub(crate) ruleset: Arc<Ruleset>,
    /// The rulesets it uses, in the versions in force.
    pub(crate) used: Vec<Arc<Ruleset>>,
    pub(crate) offence: Offence,
    pub(crate) facts: Table<FactId, FactDecl>,
    pub(crate) defines: Table<DefineId, Define>,
    pub(crate) factors: Table<FactorId, Factor>,
    pub(crate) atoms: Table<AtomId, Atom>,
    pub(crate) tiers: Vec<Tier>,
    pub(crate) elements: Vec<Cond>,
    pub(crate) clause: Clause,
    pub(crate) benchmark: Option<Benchmark>,
    pub(crate) governing: Vec<Governing>,
    /// The values a fact can take that make a difference to some condition.
    pub(crate) cells: Vec<Cells>,
    /// The same for definitions that are numbers.
    pub(crate) define_cells: Vec<Cells>,
    /// Facts that select rows, branches or levels of a matrix: worth looking at value by value.
    pub(crate) selecting: Vec<FactId>,
    /// Definitions that conditions compare with a constant.
    pub(crate) selecting_defines: Vec<DefineId>,
    /// Factors of which exactly one level holds, whatever the facts.
    pub(crate) partitions: Vec<bool>,
    /// The facts each definition reads, and each factor.
    pub(crate) define_reads: Vec<Vec<FactId>>,
    pub(crate) factor_reads: Vec<Vec<FactId>>,
    /// Marks of the file, the offence, the clause: they concern every outcome.
    pub(crate) marks: Vec<(Arc<str>, Marks)>,
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
}

/// Why a ruleset governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has the offence.
    Offence,
    /// It is used by the one that has the offence.
    Used,
}

impl Governing {
    pub(super) fn new(ruleset: &Ruleset, why: Why, day: Date) -> Self {
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
        }
    }
}

impl Program {
    pub(super) fn new(
        ruleset: &Arc<Ruleset>,
        position: usize,
        used: &[&Arc<Ruleset>],
        governing: Vec<Governing>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let Some(offence) = ruleset.offences.get(position) else { return Err(Vec::new()) };
        let mut marks = vec![
            (ruleset.head.title.clone(), ruleset.head.marks.clone()),
            (offence.name.clone(), offence.marks.clone()),
        ];
        let (home, clause) = find_clause(ruleset, offence, used)?;
        let import = |tables: &mut Tables| {
            let mut importer = Importer::new(tables, ruleset);
            let elements = importer.conds(&offence.elements);
            let benchmark = offence.benchmark.as_ref().map(|b| importer.benchmark(b));
            (elements, benchmark, Importer::new(tables, home).clause(clause))
        };
        // Once to see which facts are read, once more with the facts in the order of declaration: questions that
        // tie are asked in that order.
        let mut first = Tables::default();
        import(&mut first);
        let mut tables = Tables::default();
        for declared in ruleset.facts.iter().filter(|f| f.owner.is_none() || f.owner.as_ref() == Some(&offence.id)) {
            if first.facts.iter().any(|f| f.name == declared.name) {
                tables.facts.push(declared.clone());
            }
        }
        let (elements, benchmark, clause) = import(&mut tables);
        if !Arc::ptr_eq(home, ruleset) {
            marks.push((home.head.title.clone(), home.head.marks.clone()));
            check_rows(ruleset, &clause, benchmark.as_ref(), &mut tables.problems);
        }
        marks.push((clause.basis.clone(), clause.marks.clone()));
        if let Some(benchmark) = &benchmark {
            marks.push((ruleset.head.title.clone(), benchmark.marks.clone()));
        }
        marks.retain(|(_, m)| m.unverified.is_some() || m.reading.is_some());
        if !tables.problems.is_empty() {
            return Err(tables.problems);
        }
        let Tables { facts, defines, factors, atoms, .. } = tables;
        let define_reads: Vec<Vec<FactId>> = defines
            .iter()
            .map(|d| reads(&facts, &defines, &factors, &atoms, |visit| walk::expr(&d.body, &atoms, visit)))
            .collect();
        let factor_reads: Vec<Vec<FactId>> = factors
            .iter()
            .map(|f| {
                reads(&facts, &defines, &factors, &atoms, |visit| {
                    for level in &f.conditions {
                        walk::cond(&level.when, &atoms, visit);
                    }
                })
            })
            .collect();
        let define_cells = define_cells(&facts, &defines, &atoms);
        let cells = cells(&facts, &atoms);
        let partitions = factors
            .iter()
            .zip(&factor_reads)
            .map(|(factor, reads)| is_partition(factor, reads, &cells, &defines, &atoms))
            .collect();
        let mut program = Self {
            ruleset: ruleset.clone(),
            used: used.iter().map(|r| Arc::clone(r)).collect(),
            offence: offence.clone(),
            facts,
            defines,
            factors,
            atoms,
            tiers: ruleset.tiers.clone(),
            elements,
            clause,
            benchmark,
            governing,
            cells,
            define_cells,
            selecting: Vec::new(),
            selecting_defines: Vec::new(),
            partitions,
            define_reads,
            factor_reads,
            marks,
        };
        program.selecting = program.selecting_facts();
        let several = |id: &DefineId| program.define_cells.get(id.position()).is_some_and(|c| c.len() > 1);
        program.selecting_defines = program.defines.enumerate().map(|(id, _)| id).filter(several).collect();
        Ok(program)
    }

    /// The facts that conditions of rows read: not those that only add a weight.
    fn selecting_facts(&self) -> Vec<FactId> {
        let found = reads(&self.facts, &self.defines, &self.factors, &self.atoms, |visit| {
            let mut conds: Vec<&Cond> = self.elements.iter().collect();
            conds.extend(self.clause.orders.iter().filter_map(|o| o.when.as_ref()));
            conds.extend(self.clause.branches.iter().filter_map(|b| b.when.as_ref()));
            for sanction in &self.clause.sanctions {
                conds.extend(sanction.when.as_ref());
                conds.extend(sanction.quantity.rows().iter().filter_map(|r| r.when.as_ref()));
            }
            if let Some(benchmark) = &self.benchmark {
                conds.extend(benchmark.rows.iter().map(|r| &r.when));
                conds.extend(benchmark.positions.iter().map(|p| &p.when));
            }
            for cond in conds {
                walk::cond(cond, &self.atoms, visit);
            }
        });
        let mut found = found;
        found.retain(|f| self.cells.get(f.position()).is_some_and(|c| c.len() > 1));
        found
    }

    /// The name of the offence.
    pub fn offence_name(&self) -> &str {
        &self.offence.name
    }
    /// The facts the offence reads, in the order of declaration.
    pub fn facts(&self) -> impl Iterator<Item = (FactId, &FactDecl)> {
        self.facts.enumerate()
    }
    /// The fact with this name, if the offence reads it.
    pub fn fact(&self, name: &str) -> Option<FactId> {
        self.facts.enumerate().find(|(_, f)| &*f.name == name).map(|(id, _)| id)
    }
    /// The ruleset versions that govern.
    pub fn governing(&self) -> &[Governing] {
        &self.governing
    }
    /// The ruleset that has the offence.
    pub fn ruleset(&self) -> &Ruleset {
        &self.ruleset
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
        set.positions().filter_map(|p| levels.names.get(p).cloned()).collect()
    }
}

fn find_clause<'a>(
    ruleset: &'a Arc<Ruleset>,
    offence: &Offence,
    used: &[&'a Arc<Ruleset>],
) -> Result<(&'a Arc<Ruleset>, &'a Clause), Vec<Diagnostic>> {
    let problem = |span, message: String, help: String| {
        let mut diagnostic = Diagnostic::error(Code::ClauseMissing, span, message).help(help);
        diagnostic.source = ruleset.source.shared_name();
        vec![diagnostic]
    };
    match &offence.clause {
        ClauseRef::Here(position) => {
            let found = ruleset.clauses.get(*position).map(|c| (ruleset, c));
            found.ok_or_else(|| problem(offence.span, "the offence has no clause".into(), String::new()))
        }
        ClauseRef::There { ruleset: id, clause, span } => {
            let home = used.iter().find(|r| r.head.id == *id);
            let found = home.and_then(|r| r.clauses.iter().find(|c| c.id.as_ref() == Some(clause)).map(|c| (*r, c)));
            found.ok_or_else(|| {
                let known: Vec<&str> =
                    home.map(|r| r.clauses.iter().filter_map(|c| c.id.as_deref()).collect()).unwrap_or_default();
                let message = format!("`{id}` has no clause `{clause}` in the version in force");
                problem(*span, message, format!("it has {}", known.join(", ")))
            })
        }
    }
}

/// Rows against a clause of another file: the same checks as within a file.
fn check_rows(ruleset: &Ruleset, clause: &Clause, benchmark: Option<&Benchmark>, problems: &mut Vec<Diagnostic>) {
    let Some(benchmark) = benchmark else { return };
    let rows = benchmark.rows.iter().map(|r| (&r.narrowings, r.branch.as_deref()));
    let positions = benchmark.positions.iter().filter(|p| !p.everywhere).map(|p| (&p.narrowings, None));
    for (narrowings, branch) in rows.chain(positions).chain([(&benchmark.common, None)]) {
        for narrowing in narrowings {
            let mut found = crate::compile::check_narrowing(clause, narrowing, branch);
            if !clause.sanctions.iter().any(|s| s.id == narrowing.sanction) {
                let known: Vec<&str> = clause.sanctions.iter().map(|s| &*s.id).collect();
                let message = format!("`{}` is not a sanction of {}", narrowing.sanction, clause.basis);
                let help = format!("the clause provides {}", known.join("、"));
                found.push(Diagnostic::error(Code::KindNotInStatute, narrowing.span, message).help(help));
            }
            for mut diagnostic in found.into_iter().filter(Diagnostic::is_error) {
                diagnostic.source = ruleset.source.shared_name();
                problems.push(diagnostic);
            }
        }
        if let Some(name) = branch
            && !clause.branches.iter().any(|b| &*b.id == name)
        {
            let message = format!("{} has no branch `{name}`", clause.basis);
            let span =
                benchmark.rows.iter().find(|r| r.branch.as_deref() == Some(name)).map_or(benchmark.span, |r| r.span);
            let mut diagnostic = Diagnostic::error(Code::UnknownBranch, span, message);
            diagnostic.source = ruleset.source.shared_name();
            problems.push(diagnostic);
        }
    }
}

/// The facts that are read, through definitions and factors, in order.
fn reads(
    facts: &Table<FactId, FactDecl>,
    defines: &Table<DefineId, Define>,
    factors: &Table<FactorId, Factor>,
    atoms: &Table<AtomId, Atom>,
    start: impl FnOnce(&mut dyn FnMut(&Expr)),
) -> Vec<FactId> {
    let mut found = vec![false; facts.len()];
    let (mut seen_defines, mut seen_factors) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<Expr> = Vec::new();
    let mut visit = |e: &Expr, open: &mut Vec<Expr>| match e {
        Expr::Fact(id) => {
            if let Some(slot) = found.get_mut(id.position()) {
                *slot = true;
            }
        }
        Expr::Define(_) | Expr::Factor(_) => open.push(e.clone()),
        _ => {}
    };
    start(&mut |e| visit(e, &mut open));
    while let Some(next) = open.pop() {
        match next {
            Expr::Define(id) if seen_defines.insert(id) => {
                walk::expr(&defines.at(id).body, atoms, &mut |e: &Expr| visit(e, &mut open));
            }
            Expr::Factor(id) if seen_factors.insert(id) => {
                for level in &factors.at(id).conditions {
                    walk::cond(&level.when, atoms, &mut |e: &Expr| visit(e, &mut open));
                }
            }
            _ => {}
        }
    }
    facts.enumerate().filter(|(id, _)| found.get(id.position()) == Some(&true)).map(|(id, _)| id).collect()
}
