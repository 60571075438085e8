//! What is still to be found out for a licence, and what that decides.

use super::words;
use crate::evaluate::{About, parts};
use crate::expr::FactId;
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::render::line::Line;
use crate::render::speaker::Speaker;
use crate::vocabulary::Lang;

/// The most questions and points for review that the brief form lists.
pub(super) const BRIEF: usize = 6;

/// Says of questions in lines how many more there are.
pub(super) fn more(lines: &mut [Line], all: usize, lang: Lang) {
    let left = all.saturating_sub(lines.len());
    if let Some(last) = lines.last_mut().filter(|_| left > 0) {
        last.text.push_str(&pick!(lang, format!("；此外还有 {left} 项"), format!("; {left} more after that")));
    }
}

/// What finding out a fact decides for a licence, in a few words: the two things that come first in the law's order.
pub fn licence_decides(program: &LicenceProgram, fact: FactId, lang: Lang) -> String {
    let facts = Facts::none(program);
    let speaker = Speaker::new(&program.linked, &facts, None, lang);
    let read = parts(&program.licence).into_iter();
    let read = read.filter(|(_, part, _)| speaker.reads(fact, |visit| part.walk(&program.linked.atoms, visit)));
    let mut about: Vec<About> = read.map(|(about, ..)| about).gather();
    about.sort_unstable();
    let mut found: Vec<&str> =
        about.into_iter().map(|about| words::decides(about, program.licence.procedure, lang)).gather();
    found.dedup();
    found.truncate(2);
    found.join(lang.pick("、", ", "))
}
