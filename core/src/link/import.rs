//! The tables of a program while it is made: a dense table of what it reads, with ids of its own.

use std::sync::Arc;

use super::copied::Copied as _;
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::walk::Rename;
use crate::expr::{Atom, AtomId, DefineId, Expr, FactId, FactorId, IdMap, Table, Test};
use crate::ruleset::{Define, FactDecl, Factor, Ruleset};
use crate::value::Sorted;

/// The tables of a program while it is made.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) facts: Table<FactId, FactDecl>,
    pub(super) defines: Table<DefineId, Define>,
    pub(super) factors: Table<FactorId, Factor>,
    pub(super) atoms: Table<AtomId, Atom>,
    known_atoms: Sorted<Test, AtomId>,
    /// Facts and definitions that leave no value where they are 0.
    pub(super) zero: Vec<Expr>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Copies from one ruleset.
pub(super) struct Importer<'a> {
    tables: &'a mut Tables,
    from: &'a Ruleset,
    defines: IdMap<DefineId, DefineId>,
    factors: IdMap<FactorId, FactorId>,
}

impl<'a> Importer<'a> {
    pub(super) fn new(tables: &'a mut Tables, from: &'a Ruleset) -> Self {
        Self { tables, from, defines: IdMap::default(), factors: IdMap::default() }
    }
}

impl Rename for Importer<'_> {
    fn fact(&mut self, id: FactId) -> FactId {
        let declared = self.from.facts.at(id);
        let known = self.tables.facts.enumerate().find(|(_, f)| f.name == declared.name).map(|(id, f)| (id, f.clone()));
        let Some((known, first)) = known else { return self.tables.facts.push(declared.clone()) };
        if !first.same_as(declared) {
            let message = format!("the fact `{}` is declared differently in two of the rulesets", declared.name);
            let mut diagnostic = Diagnostic::error(Code::FactConflict, declared.span, message)
                .help("declare type, unit, `of`, `min` and `max` alike: a fact has one meaning in a case");
            diagnostic.source = self.from.source.shared_name();
            self.tables.problems.push(diagnostic);
        }
        known
    }

    fn define(&mut self, id: DefineId) -> DefineId {
        if let Some(known) = self.defines.get(id) {
            return known;
        }
        let from = self.from;
        let define = from.defines.at(id);
        let copy = define.copied(self);
        let new = self.tables.defines.push(copy);
        self.defines.insert(id, new);
        new
    }

    fn factor(&mut self, id: FactorId) -> FactorId {
        if let Some(known) = self.factors.get(id) {
            return known;
        }
        let from = self.from;
        let factor = from.factors.at(id);
        let copy = factor.copied(self);
        let new = self.tables.factors.push(copy);
        self.factors.insert(id, new);
        new
    }

    fn atom(&mut self, id: AtomId) -> AtomId {
        let from = self.from;
        let atom = from.atoms.at(id);
        let test = atom.test.rename(self);
        if let Some(known) = self.tables.known_atoms.get(&test) {
            return *known;
        }
        let new = self.tables.atoms.push(Atom { test: test.clone(), span: atom.span, text: Arc::clone(&atom.text) });
        self.tables.known_atoms.insert(test, new);
        new
    }
}
