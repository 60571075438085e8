//! A linked procedure, ready to evaluate for one case.

use std::sync::Arc;

use super::copied::Copied as _;
use super::import::{Importer, Tables};
use super::linked::{Governing, Linked};
use crate::compile::PROCEDURE_OWNER;
use crate::diagnostic::Diagnostic;
use crate::ruleset::{BODY, PLACE, Procedure, Ruleset};
use crate::value::{Calendar, Date, Truth};

/// The procedure of one document in force on a day.
#[derive(Debug)]
pub struct ProcedureProgram {
    pub(crate) linked: Linked,
    pub(crate) procedure: Procedure,
    /// The working-day calendars that are known, in all their versions.
    calendars: Arc<[Arc<Ruleset>]>,
}

/// Why a document may not speak to a case, as far as its body and place tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaks {
    /// Whether it is for the body.
    pub body: Truth,
    /// Whether it is for the place.
    pub place: Truth,
}

impl AsRef<Linked> for ProcedureProgram {
    fn as_ref(&self) -> &Linked {
        &self.linked
    }
}

impl ProcedureProgram {
    /// Nothing when the ruleset has no procedure.
    pub(super) fn new(
        ruleset: &Arc<Ruleset>,
        used: &[&Arc<Ruleset>],
        governing: Vec<Governing>,
        calendars: &Arc<[Arc<Ruleset>]>,
    ) -> Result<Option<Self>, Vec<Diagnostic>> {
        let Some(procedure) = &ruleset.procedure else { return Ok(None) };
        // Once to see which facts are read, once more with the facts in the order of declaration.
        let mut first = Tables::default();
        procedure.copied(&mut Importer::new(&mut first, ruleset));
        let mut tables = Tables::default();
        for declared in ruleset.facts.iter().filter(|f| f.owner.as_deref().is_none_or(|o| o == PROCEDURE_OWNER)) {
            let always = [BODY, PLACE].contains(&&*declared.name) || declared.filled;
            if always || first.facts.iter().any(|f| f.name == declared.name) {
                tables.facts.push(declared.clone());
            }
        }
        let procedure = procedure.copied(&mut Importer::new(&mut tables, ruleset));
        if !tables.problems.is_empty() {
            return Err(tables.problems);
        }
        let mut marks = vec![
            (ruleset.head.title.clone(), ruleset.head.marks.clone()),
            (ruleset.head.title.clone(), procedure.marks.clone()),
        ];
        marks.retain(|(_, m)| m.unverified.is_some() || m.reading.is_some());
        let linked = Linked::new(tables, ruleset, used, PROCEDURE_OWNER.into(), governing, marks);
        Ok(Some(Self { linked, procedure, calendars: calendars.clone() }))
    }

    /// The id of the ruleset.
    pub fn id(&self) -> &Arc<str> {
        &self.linked.ruleset.head.id
    }

    /// The title of the document.
    pub fn title(&self) -> &Arc<str> {
        &self.linked.ruleset.head.title
    }

    /// The ruleset versions that govern.
    pub fn governing(&self) -> &[Governing] {
        &self.linked.governing
    }

    /// The working days as they were known on a day: those of the last notice by then.
    pub fn calendar(&self, as_of: Date) -> Option<(&Arc<Ruleset>, &Calendar)> {
        let known = self.calendars.iter().filter(|r| r.head.covers(as_of));
        let last = known.max_by_key(|r| (r.head.from, r.head.revision))?;
        last.calendar.as_ref().map(|calendar| (last, calendar))
    }

    /// Whether the document is for a body and a place; either may not be known.
    ///
    /// A place is a GB/T 2260 code of six digits. The document of 420000 is for 420506, not the other way round.
    pub fn speaks(&self, body: Option<&str>, place: Option<&str>) -> Speaks {
        let bodies = &self.procedure.bodies;
        let for_body = match body {
            _ if bodies.is_empty() => Truth::True,
            Some(body) => Truth::from(bodies.iter().any(|b| **b == *body)),
            None => Truth::Unknown,
        };
        let for_place = match (&self.linked.ruleset.head.jurisdiction, place) {
            (None, _) => Truth::True,
            (Some(own), Some(place)) => Truth::from(place.starts_with(stem(own))),
            (Some(_), None) => Truth::Unknown,
        };
        Speaks { body: for_body, place: for_place }
    }
}

/// The digits of a code that say something: `410000` is 41, `420500` is 4205.
fn stem(code: &str) -> &str {
    let mut stem = code;
    while stem.len() > 2 {
        let Some(shorter) = stem.strip_suffix("00") else { break };
        stem = shorter;
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn codes_are_cut_at_the_level_they_name() {
        for (code, cut) in
            [("410000", "41"), ("420500", "4205"), ("420506", "420506"), ("110000", "11"), ("420010", "420010")]
        {
            assert_eq!(stem(code), cut);
        }
    }
}
