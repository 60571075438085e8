//! A linked licence, ready to evaluate.

use std::sync::Arc;

use super::copied::Copied as _;
use super::import::{Importer, Tables};
use super::linked::{Governing, Linked};
use crate::diagnostic::Diagnostic;
use crate::expr::{FactId, walk};
use crate::gather::Gather as _;
use crate::ruleset::{Licence, Ruleset};

/// A licence with everything an evaluation needs, for one day.
#[derive(Debug)]
pub struct LicenceProgram {
    pub(crate) linked: Linked,
    pub(crate) licence: Licence,
}

impl AsRef<Linked> for LicenceProgram {
    fn as_ref(&self) -> &Linked {
        &self.linked
    }
}

impl LicenceProgram {
    /// The facts that all applicants share: those that the number left is read from.
    pub(crate) fn common_facts(&self) -> Vec<FactId> {
        let of = |left| self.linked.reads(|visit| walk::expr(left, &self.linked.atoms, visit));
        self.licence.quota.iter().flat_map(|quota| of(&quota.left)).gather()
    }

    pub(super) fn new(
        ruleset: &Arc<Ruleset>,
        licence: &Licence,
        used: &[&Arc<Ruleset>],
        governing: Vec<Governing>,
    ) -> Result<Self, Vec<Diagnostic>> {
        // Once to see which facts are read, once more with the facts in the order of declaration: questions that
        // tie are asked in that order.
        let mut first = Tables::default();
        licence.copied(&mut Importer::new(&mut first, ruleset));
        let mut tables = Tables::default();
        for declared in ruleset.facts.iter().filter(|f| f.owner.is_none() || f.owner.as_ref() == Some(&licence.id)) {
            if first.facts.iter().any(|f| f.name == declared.name) {
                tables.facts.push(declared.clone());
            }
        }
        let copied = licence.copied(&mut Importer::new(&mut tables, ruleset));
        if !tables.problems.is_empty() {
            return Err(tables.problems);
        }
        let mut marks = vec![
            (ruleset.head.title.clone(), ruleset.head.marks.clone()),
            (licence.name.clone(), licence.marks.clone()),
        ];
        marks.retain(|(_, m)| m.unverified.is_some() || m.reading.is_some());
        let linked = Linked::new(tables, ruleset, used, licence.id.clone(), governing, marks);
        let program = Self { linked, licence: copied };
        program.has_its_calendar(ruleset)?;
        Ok(program)
    }

    /// What counts in working days, or moves off a day of rest, needs a calendar.
    fn has_its_calendar(&self, ruleset: &Ruleset) -> Result<(), Vec<Diagnostic>> {
        if self.linked.calendar().is_some() {
            return Ok(());
        }
        let Some(mut diagnostic) = self.licence.without_a_calendar() else { return Ok(()) };
        diagnostic.source = ruleset.source.shared_name();
        Err(vec![diagnostic])
    }

    /// The licence.
    pub fn licence(&self) -> &Licence {
        &self.licence
    }
    /// The ruleset versions that govern.
    pub fn governing(&self) -> &[Governing] {
        &self.linked.governing
    }
    /// The ruleset that has the licence.
    pub fn ruleset(&self) -> &Ruleset {
        &self.linked.ruleset
    }
}
