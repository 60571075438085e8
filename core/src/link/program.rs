//! A linked offence, ready to evaluate.

use std::mem;
use std::sync::Arc;

use super::cells::{alone, divisors};
use super::copied::Copied as _;
use super::import::{Importer, Tables};
use super::linked::{Governing, Linked};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{AtomId, Cond, DefineId, Expr, FactId, Id, Table, Test, walk};
use crate::gather::Gather as _;
use crate::ruleset::{
    Benchmark, Circumstance, CircumstanceId, Clause, ClauseRef, Effect, EffectId, FactDecl, Narrowing, Offence,
    Position, PositionId, Row, RowId, Ruleset, Score, Tier, TierId,
};
use crate::value::Sorted;
use crate::vocabulary::Direction;

/// An offence with everything an evaluation needs, for one day of the act.
#[derive(Debug)]
pub struct Program {
    pub(crate) linked: Linked,
    /// Its elements, benchmark and circumstances stand below, in the tables of the program.
    pub(crate) offence: Offence,
    pub(crate) tiers: Table<TierId, Tier>,
    pub(crate) elements: Vec<Cond>,
    pub(crate) clause: Clause,
    pub(crate) benchmark: Option<Benchmark>,
    /// Circumstances of the benchmark and of the laws it uses; none in a program for one offence alone.
    pub(crate) circumstances: Table<CircumstanceId, Circumstance>,
    /// What they do, each effect as the most special document has it.
    pub(crate) effects: Table<EffectId, Effect>,
    /// Facts that select rows, branches or levels of a matrix: worth looking at value by value.
    pub(crate) selecting: Vec<FactId>,
    /// Definitions that conditions compare with a constant.
    pub(crate) selecting_defines: Vec<DefineId>,
    /// Tests that the values of facts one by one do not decide: of lists, of two facts at once.
    pub(crate) selecting_atoms: Vec<AtomId>,
}

impl AsRef<Linked> for Program {
    fn as_ref(&self) -> &Linked {
        &self.linked
    }
}

impl Program {
    pub(super) fn new(
        ruleset: &Arc<Ruleset>,
        position: usize,
        used: &[&Arc<Ruleset>],
        governing: Vec<Governing>,
        general: Option<&Sorted<Arc<str>>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let Some(offence) = ruleset.offences.get(position) else { return Err(Vec::new()) };
        // `general`: with the general part; the circumstances that its rulesets have in any of their versions.
        let mut marks = vec![
            (ruleset.head.title.clone(), ruleset.head.marks.clone()),
            (offence.name.clone(), offence.marks.clone()),
        ];
        let (home, clause_of) = find_clause(ruleset, offence, used)?;
        let import = |tables: &mut Tables| {
            let copy = offence.copied(&mut Importer::new(tables, ruleset));
            let clause = clause_of.copied(&mut Importer::new(tables, home));
            let general = match general {
                Some(known) => general_part(tables, (ruleset, offence), (home, clause_of), used, known),
                None => (Vec::new(), Vec::new()),
            };
            (copy, clause, general)
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
        let (mut offence, clause, (circumstances, effects)) = import(&mut tables);
        let (elements, benchmark) = (mem::take(&mut offence.elements), offence.benchmark.take());
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
        without_value(&mut tables, &clause, benchmark.as_ref(), &effects);
        let linked = Linked::new(tables, ruleset, used, offence.id.clone(), governing, marks);
        let mut program = Self {
            linked,
            offence,
            tiers: ruleset.tiers.clone(),
            elements,
            clause,
            benchmark,
            circumstances: circumstances.into(),
            effects: effects.into(),
            selecting: Vec::new(),
            selecting_defines: Vec::new(),
            selecting_atoms: Vec::new(),
        };
        program.select();
        Ok(program)
    }

    /// Finds what is worth looking at value by value: what conditions of rows read, not what only adds a weight; and
    /// what leaves no value where it is 0.
    fn select(&mut self) {
        let linked = &self.linked;
        let found = linked.reached(&|visit| {
            for cond in self.conditions() {
                walk::cond(cond, &linked.atoms, visit);
            }
        });
        let mut tests = Vec::new();
        self.conditions().for_each(|cond| walk::atoms(cond, &mut |id| tests.push(id)));
        for id in &found.factors {
            linked.factors.at(*id).conditions.iter().for_each(|l| walk::atoms(&l.when, &mut |id| tests.push(id)));
        }
        for id in &found.defines {
            walk::atoms_in(&linked.defines.at(*id).body, &mut |id| tests.push(id));
        }
        tests.sort_unstable();
        tests.dedup();
        let simple = |side: &Expr| matches!(side, Expr::Fact(_) | Expr::Define(_) | Expr::Number(_));
        tests.retain(|id| match &linked.atoms.at(*id).test {
            Test::Compare(_, sides) => {
                let [left, right] = &**sides;
                !(simple(left) && matches!(right, Expr::Number(_)))
            }
            Test::SameText(_) | Test::Within(_) | Test::AnyOf(_) | Test::AllOf(_) => true,
            Test::Levels(..) | Test::Text(..) | Test::Is(_) | Test::Unascertainable(_) | Test::Has(_) => false,
        });
        let mut facts = found.facts;
        for expr in &linked.zero {
            if let Expr::Fact(id) = expr
                && !facts.contains(id)
            {
                facts.push(*id);
            }
        }
        facts.retain(|f| linked.cells.get(f.position()).is_some_and(|c| c.len() > 1));
        let several = |id: &DefineId| linked.define_cells.get(id.position()).is_some_and(|c| c.len() > 1);
        let defines = linked.defines.enumerate().map(|(id, _)| id).filter(several).gather();
        (self.selecting, self.selecting_defines, self.selecting_atoms) = (facts, defines, tests);
    }

    /// The conditions that select branches, rows and sanctions.
    fn conditions(&self) -> impl Iterator<Item = &Cond> {
        let clause = &self.clause;
        let sanctions = clause
            .sanctions
            .iter()
            .flat_map(|s| s.when.iter().chain(s.quantity.rows().iter().filter_map(|r| r.when.as_ref())));
        let rows = self.rows().iter().map(|r| &r.when);
        let benchmark = rows.chain(self.positions().iter().map(|p| &p.when));
        // A definition whose rows leave something out may have no value: the facts that decide it are looked at value
        // by value too, so that this is found before they are given.
        let defines = self.linked.defines.iter().filter_map(|define| match &define.body {
            Expr::Rows(rows) if !rows.iter().any(|(when, _)| matches!(when, Cond::Const(true))) => Some(rows),
            _ => None,
        });
        self.elements
            .iter()
            .chain(clause.orders.iter().filter_map(|o| o.when.as_ref()))
            .chain(clause.branches.iter().filter_map(|b| b.when.as_ref()))
            .chain(sanctions)
            .chain(benchmark)
            .chain(defines.flatten().map(|(when, _)| when))
    }

    /// The rows of the benchmark; none where there is no benchmark.
    pub(crate) fn rows(&self) -> &Table<RowId, Row> {
        const NONE: &Table<RowId, Row> = &Table::EMPTY;
        self.benchmark.as_ref().map_or(NONE, |b| &b.rows)
    }

    /// The positions of the benchmark; none where there is no benchmark.
    pub(crate) fn positions(&self) -> &Table<PositionId, Position> {
        const NONE: &Table<PositionId, Position> = &Table::EMPTY;
        self.benchmark.as_ref().map_or(NONE, |b| &b.positions)
    }

    /// The accumulated weights, if the benchmark has them.
    pub(crate) fn weights(&self) -> Option<&Score> {
        self.benchmark.as_ref().and_then(|b| b.score.as_ref())
    }
    /// Which way an effect goes: its name says it, or the document that gives it a name of its own.
    pub fn direction_of(&self, effect: &str) -> Option<Direction> {
        let own = || self.effects.iter().find(|e| *e.id == *effect).map(|e| e.direction);
        Direction::parse(effect).or_else(own)
    }

    /// The name of the offence.
    pub fn offence_name(&self) -> &str {
        &self.offence.name
    }
    /// The facts the offence reads, in the order of declaration.
    pub fn facts(&self) -> impl Iterator<Item = (FactId, &FactDecl)> {
        self.linked.facts.enumerate()
    }
    /// The fact with this name, if the offence reads it.
    pub fn fact(&self, name: &str) -> Option<FactId> {
        self.linked.fact(name)
    }
    /// The ruleset versions that govern.
    pub fn governing(&self) -> &[Governing] {
        &self.linked.governing
    }
    /// The ruleset that has the offence.
    pub fn ruleset(&self) -> &Ruleset {
        &self.linked.ruleset
    }
}

/// Notes the bases of multiples, the counts and the divisors: where they are 0 there is no value.
fn without_value(tables: &mut Tables, clause: &Clause, benchmark: Option<&Benchmark>, effects: &[Effect]) {
    let mut zero = Vec::new();
    let mut exprs: Vec<&Expr> = Vec::new();
    for sanction in &clause.sanctions {
        for row in sanction.quantity.rows() {
            // A base that counts as more than nothing is never nothing.
            row.of.iter().filter(|_| row.floor_of_base.is_none()).for_each(|of| alone(of, &mut zero));
            exprs.extend(row.exprs());
        }
        sanction.per.iter().for_each(|per| alone(per, &mut zero));
        exprs.extend(sanction.exprs());
    }
    let of_rows = benchmark.iter().flat_map(|b| b.rows.iter().flat_map(|r| &r.narrowings).chain(&b.common));
    let of_positions = benchmark.iter().flat_map(|b| &b.positions).flat_map(|p| &p.narrowings);
    let of_effects = effects.iter().filter_map(|e| e.what.narrowing());
    exprs.extend(of_rows.chain(of_positions).chain(of_effects).flat_map(Narrowing::exprs));
    for expr in exprs {
        walk::expr(expr, &tables.atoms, &mut |e| divisors(e, &mut zero));
    }
    tables.zero = zero;
}

/// The circumstances of a ruleset, of the offence and of the laws it uses, and what they do. The special law prevails:
/// what one stands instead of is left out, and an effect is as the first document has it that says anything of it.
fn general_part(
    tables: &mut Tables,
    (ruleset, offence): (&Arc<Ruleset>, &Offence),
    (home, clause): (&Arc<Ruleset>, &Clause),
    used: &[&Arc<Ruleset>],
    known: &Sorted<Arc<str>>,
) -> (Vec<Circumstance>, Vec<Effect>) {
    let homes: Vec<&Ruleset> = std::iter::once(&**ruleset).chain(used.iter().map(|r| &***r)).gather();
    let mut all: Vec<(&Ruleset, &Circumstance)> = offence.circumstances.iter().map(|c| (&**ruleset, c)).gather();
    all.extend(clause.circumstances.iter().map(|c| (&**home, c)));
    for home in &homes {
        all.extend(home.circumstances.iter().map(|c| (*home, c)));
    }
    for (home, circumstance) in &all {
        for (id, span) in &circumstance.instead_of {
            if !all.iter().any(|(_, other)| other.id == *id) && !known.contains(id) {
                let message = format!("`{}` stands instead of `{id}`, which no used ruleset has", circumstance.id);
                let help = "name a circumstance of a ruleset in `uses`, by its id";
                let mut diagnostic = Diagnostic::error(Code::UnknownName, *span, message).help(help);
                diagnostic.source = home.source.shared_name();
                tables.problems.push(diagnostic);
            }
        }
    }
    let mut circumstances = Vec::new();
    for (home, circumstance) in &all {
        // One that restates the law under the same name stands instead of the law's, not of itself.
        let others = all.iter().filter(|(_, other)| !std::ptr::eq(*other, *circumstance));
        if !others.flat_map(|(_, c)| &c.instead_of).any(|(id, _)| *id == circumstance.id) {
            circumstances.push(circumstance.copied(&mut Importer::new(tables, home)));
        }
    }
    let mut effects: Vec<Effect> = Vec::new();
    for home in homes {
        let known: Vec<Arc<str>> = effects.iter().map(|e| e.id.clone()).gather();
        for effect in home.effects.iter().filter(|e| !known.contains(&e.id)) {
            effects.push(effect.copied(&mut Importer::new(tables, home)));
        }
    }
    (circumstances, effects)
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
                    home.map(|r| r.clauses.iter().filter_map(|c| c.id.as_deref()).gather()).unwrap_or_default();
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
                let known: Vec<&str> = clause.sanctions.iter().map(|s| &*s.id).gather();
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
