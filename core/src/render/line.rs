//! One line of an explanation: the part it stands in, what it says, and what it tells of.

use crate::ruleset::RowId;
use crate::source::Span;
use crate::vocabulary::{Lang, Section};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The part it belongs to.
    pub section: Section,
    /// Its number, in parts that are numbered.
    pub number: Option<usize>,
    /// What it is about: `罚款`, the name of a tier.
    pub heading: String,
    /// What it says.
    pub text: String,
    /// The provision.
    pub basis: Option<String>,
    /// What of the computation it tells, if it tells one thing.
    pub about: Option<About>,
}

/// What a line tells: where to look for the text of the rule behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A step, by its position in the trace.
    Step(usize),
    /// A row of the benchmark that did not apply.
    Row(RowId),
    /// A row of a licence, by its place in the text.
    Part(Span),
}

impl Section {
    /// The title printed above the part; none for the parts at the top.
    pub fn title(self, lang: Lang) -> Option<&'static str> {
        let untitled = matches!(self, Self::Head | Self::Result | Self::Steps | Self::Findings);
        (!untitled).then(|| self.name(lang))
    }
}

impl Line {
    pub(super) fn new(section: Section, heading: impl Into<String>, text: impl Into<String>) -> Self {
        Self { section, number: None, heading: heading.into(), text: text.into(), basis: None, about: None }
    }
    /// Whether two lines print the same, whatever they are about.
    pub(super) fn reads_as(&self, other: &Self) -> bool {
        (self.section, &self.heading, &self.text, &self.basis)
            == (other.section, &other.heading, &other.text, &other.basis)
    }
    pub(super) fn basis(mut self, basis: Option<String>) -> Self {
        self.basis = basis;
        self
    }
    /// Of the row of a licence that is written there.
    pub(super) fn written(mut self, at: Span) -> Self {
        self.about = Some(About::Part(at));
        self
    }
}
