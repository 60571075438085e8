//! The names of laws as a document uses them: what its citations stand for.

use std::sync::Arc;

use super::{Head, cites};
use crate::gather::Gather as _;

/// What a document calls itself in its citations, where it does not declare the word as the name of a law.
const ITSELF: [&str; 14] = [
    "本基准",
    "本规定",
    "本办法",
    "本法",
    "本条例",
    "本细则",
    "本规则",
    "本决定",
    "本意见",
    "本通知",
    "本标准",
    "本指引",
    "本解释",
    "本目录",
];

/// The laws that a document quotes, and its citations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The title of the document.
    title: Arc<str>,
    /// The laws, the longest short name first.
    laws: Vec<QuotedLaw>,
    /// The citations, in order.
    citations: Vec<Arc<str>>,
}

/// A law that is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedLaw {
    /// How citations begin.
    pub short: Arc<str>,
    /// The full title.
    pub title: Arc<str>,
    /// The date of the edition quoted.
    pub edition: Option<Arc<str>>,
}

/// A law as a citation names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedLaw<'q> {
    /// The name in the citation.
    pub name: &'q str,
    /// The full title.
    pub title: &'q Arc<str>,
    /// The date of the edition quoted.
    pub edition: Option<&'q Arc<str>>,
}

impl Quoted {
    pub(crate) fn new(head: &Head, mut citations: Vec<Arc<str>>) -> Self {
        citations.sort();
        citations.dedup();
        let law = |law: &super::Law| QuotedLaw {
            short: law.short.clone(),
            title: law.title.clone(),
            edition: law.edition.clone(),
        };
        Self { title: head.title.clone(), laws: head.laws.iter().map(law).gather(), citations }
    }

    /// Whether the document has this very citation.
    #[must_use]
    pub fn has(&self, citation: &str) -> bool {
        self.citations.binary_search_by(|own| (**own).cmp(citation)).is_ok()
    }

    /// The law that a citation begins with, as this document means it. 本规定 means what it says only in a document
    /// that has the very citation.
    #[must_use]
    pub fn named(&self, citation: &str) -> Option<NamedLaw<'_>> {
        if citation.starts_with('本') && !self.has(citation) {
            return None;
        }
        if let Some(law) = self.laws.iter().find(|law| cites(citation, &law.short)) {
            return Some(NamedLaw { name: &law.short, title: &law.title, edition: law.edition.as_ref() });
        }
        let name = ITSELF.into_iter().find(|name| cites(citation, name))?;
        Some(NamedLaw { name, title: &self.title, edition: None })
    }
}
