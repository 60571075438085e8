//! The versions of rulesets that govern, and what is unclear in them, as JSON.

use super::write::{Array, Object};
use crate::link::Governing;
use crate::ruleset::Marks;
use crate::vocabulary::NoteKind;

/// The versions of rulesets that govern.
pub(super) fn write_governing<'g>(mut list: Array<'_>, all: impl IntoIterator<Item = &'g Governing>) {
    for governing in all {
        let mut o = list.object();
        o.text("id", &governing.id);
        o.text("title", &governing.title);
        o.maybe("document", governing.document.as_deref());
        o.shown("from", &governing.from);
        o.day("through", governing.through);
        o.int("revision", governing.revision.into());
        o.shown("chosen_by", &governing.day);
        o.text("why", governing.why.as_str());
        o.text("sha256", &governing.digests.sha256);
    }
}

/// How unclear texts were read, and what is not verified: nothing where all is clear.
pub(super) fn write_notes(o: &mut Object<'_>, marks: &[(&str, &Marks)]) {
    if marks.iter().all(|(_, marks)| marks.unverified.is_none() && marks.reading.is_none()) {
        return;
    }
    let mut notes = o.array("notes");
    for (rule, marks) in marks {
        for (kind, text) in [(NoteKind::Unverified, &marks.unverified), (NoteKind::Reading, &marks.reading)] {
            if let Some(text) = text {
                let mut o = notes.object();
                o.text("kind", kind.as_str());
                o.text("rule", rule);
                o.text("text", text);
            }
        }
    }
}
