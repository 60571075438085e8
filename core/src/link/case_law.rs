//! The tables of a ruleset that the decision of a case reads, linked apart from any offence; and what succeeds what.

use std::sync::Arc;

use super::copied::Copied as _;
use super::import::{Importer, Tables};
use super::library::{Library, LinkError};
use super::linked::{Governing, Linked};
use super::program::Program;
use crate::gather::Gather as _;
use crate::ruleset::{CaseRules, ProvisionRow, Ruleset};
use crate::value::Date;
use crate::vocabulary::{Provided, Status, Why};

/// The tables of one ruleset version, with facts of their own.
#[derive(Debug)]
pub struct CaseLaw {
    pub(crate) linked: Linked,
    pub(crate) rules: CaseRules,
}

impl AsRef<Linked> for CaseLaw {
    fn as_ref(&self) -> &Linked {
        &self.linked
    }
}

impl CaseLaw {
    fn new(ruleset: &Arc<Ruleset>, governing: Governing) -> Self {
        let import = |tables: &mut Tables| ruleset.case_rules.copied(&mut Importer::new(tables, ruleset));
        // Twice, as an offence: the second time with the facts in the order of declaration.
        let mut first = Tables::default();
        import(&mut first);
        let mut tables = Tables::default();
        for declared in ruleset.facts.iter().filter(|f| first.facts.iter().any(|own| own.name == f.name)) {
            tables.facts.push(declared.clone());
        }
        let rules = import(&mut tables);
        let marks = vec![(ruleset.head.title.clone(), ruleset.head.marks.clone())];
        Self { linked: Linked::new(tables, ruleset, &[], "".into(), vec![governing], marks), rules }
    }

    /// The ruleset version the tables stand in.
    pub fn ruleset(&self) -> &Ruleset {
        &self.linked.ruleset
    }
}

impl Program {
    /// The tables that govern a case beside the offence: those of its own document first, then of the documents it
    /// uses, then of the general laws the case names; special before general. Documents without tables are left out.
    pub fn case_law(&self) -> Vec<CaseLaw> {
        let all = std::iter::once(&self.linked.ruleset).chain(&self.linked.used);
        let with = all.zip(&self.linked.governing).filter(|(ruleset, _)| !ruleset.case_rules.is_empty());
        with.map(|(ruleset, governing)| CaseLaw::new(ruleset, governing.clone())).gather()
    }

    /// The provision that the documents of the offence cite for something: special before general.
    pub(crate) fn provision(&self, wanted: Provided) -> Option<&ProvisionRow> {
        let all = std::iter::once(&self.linked.ruleset).chain(&self.linked.used);
        all.flat_map(|ruleset| &ruleset.case_rules.provisions).find(|row| row.cited_for == wanted)
    }

    /// Whether two programs have the offence from the same texts, whatever the general part.
    pub(crate) fn same_offence(&self, other: &Self) -> bool {
        let special = |p: &'_ Self| -> Vec<_> {
            let special = p.linked.governing.iter().filter(|g| g.why != Why::General);
            special.map(|g| g.digests.clone()).gather()
        };
        special(self) == special(other)
    }
}

impl Library {
    /// The tables of a program with the general laws of another day: special law of the program, general law of the
    /// day.
    ///
    /// # Errors
    /// When a general law is unknown or not in force on the day.
    pub fn general_law(&self, program: &Program, general: &[String], day: Date) -> Result<Vec<CaseLaw>, LinkError> {
        let special = |law: &CaseLaw| law.linked.governing.iter().all(|g| g.why != Why::General);
        let mut laws = program.case_law();
        laws.retain(special);
        for id in general {
            let law = self.version(id, day)?;
            if !law.case_rules.is_empty() && !laws.iter().any(|l| l.linked.ruleset.head.id == law.head.id) {
                laws.push(CaseLaw::new(law, Governing::new(law, Why::General, day)));
            }
        }
        Ok(laws)
    }

    /// The offences in force on a day that take the place of an earlier one, directly or through others, by ruleset
    /// and offence.
    pub fn successors(&self, ruleset: &str, offence: &str, day: Date) -> Vec<(Arc<str>, Arc<str>)> {
        let mut open: Vec<(Arc<str>, Arc<str>)> = vec![(ruleset.into(), offence.into())];
        let mut seen = open.clone();
        let mut found: Vec<(Arc<str>, Arc<str>)> = Vec::new();
        while let Some(old) = open.pop() {
            for later in self.rulesets() {
                for offence in later.offences.iter().filter(|o| o.succeeds.contains(&old)) {
                    let new = (later.head.id.clone(), offence.id.clone());
                    let governs = |r: &Arc<Ruleset>| Arc::ptr_eq(r, later) && offence.status == Status::InForce;
                    if self.version(&new.0, day).is_ok_and(governs) && !found.contains(&new) {
                        found.push(new.clone());
                    }
                    if !seen.contains(&new) {
                        seen.push(new.clone());
                        open.push(new);
                    }
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// The days on which a later version of a document, or of one that succeeds an offence of it, comes into force
    /// after a day.
    pub fn changes_after(&self, ruleset: &str, offence: &str, day: Date) -> Vec<Date> {
        let own = |r: &Ruleset| *r.head.id == *ruleset;
        let succeeds = |r: &Ruleset| {
            r.offences.iter().any(|o| o.succeeds.iter().any(|(id, old)| **id == *ruleset && **old == *offence))
        };
        let in_force = |r: &Ruleset| r.head.status != Status::Draft;
        let later = self.rulesets().filter(|r| r.head.from > day && in_force(r) && (own(r) || succeeds(r)));
        let mut days: Vec<Date> = later.map(|r| r.head.from).gather();
        let end = self.version(ruleset, day).ok().and_then(|r| r.head.through);
        days.extend(end.and_then(|last| last.add_days(1).ok()));
        days.sort_unstable();
        days.dedup();
        days
    }
}
