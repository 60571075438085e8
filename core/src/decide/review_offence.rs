//! A decision on one offence held against it: the case of that one act, of which what is not known leaves nothing open.

use std::sync::Arc;

use super::act::Act;
use super::allowed::Asked;
use super::case::bar;
use super::elsewhere::Elsewhere;
use super::evaluated::Evaluated;
use super::finding::{Finding, Proposal, Reason, Review, Subject, result};
use super::review::review;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::vocabulary::{FindingCode, Need, ReviewResult};

/// A decision on one offence against it.
#[derive(Clone, Debug, PartialEq)]
pub struct OffenceReview {
    /// The version of the law that it is held against, by position: of several that may govern the one under which it
    /// is what it is under all.
    pub version: usize,
    /// What was found, as if what is not known of circumstances, limitation and a later law changed nothing.
    pub review: Review,
    /// Names of what is not known of these and may lead to another result. A review of the whole case answers for it.
    pub open: Vec<Arc<str>>,
}

impl Act {
    /// The versions that govern as far as is known: while facts are missing that of the act.
    fn known_to_govern(&self) -> Vec<usize> {
        let all = self.governs.applies.iter().copied();
        if self.governs.needed.is_empty() { all.gather() } else { all.take(1).gather() }
    }

    /// The version that a decision on it is read by.
    pub fn read_by(&self) -> Option<&Evaluated> {
        self.governing().next().map(|version| &version.of)
    }
}

/// Holds a decision against an act of [`super::decide_alone`].
///
/// What is known counts as in a whole case: circumstances, limitation, a later law that is lighter. Of what is not
/// known nothing is made, and it is named where it could lead to another result.
///
/// # Errors
/// `Overflow` if a difference cannot be computed exactly.
pub fn review_offence(act: &Act, proposal: &Proposal) -> Result<OffenceReview, EvalError> {
    let governing = act.known_to_govern();
    let mut known = Vec::with_capacity(governing.len());
    for version in governing.iter().filter_map(|n| act.versions.get(*n)) {
        known.push(review(&version.of, Asked::OneOffence, proposal, &Elsewhere::NOTHING)?);
    }
    let mut whole = Vec::new();
    for version in act.governing() {
        let mut of = version.of.clone();
        bar(&mut of, &act.limitation);
        whole.push(review(&of, Asked::WholeCase, proposal, &Elsewhere::NOTHING)?);
    }
    let open = if together(&known) == together(&whole) { Vec::new() } else { not_known(act) };
    let (at, review) = under_all(known);
    Ok(OffenceReview { version: governing.get(at).copied().unwrap_or_default(), review, open })
}

/// What reviews under each law that may govern say together.
fn together(reviews: &[Review]) -> ReviewResult {
    let deviates = reviews.iter().all(Review::deviates);
    let conforms = reviews.iter().all(Review::conforms);
    let findings = || reviews.iter().flat_map(|review| &review.findings);
    let open = findings().any(|f| f.code == FindingCode::Undetermined || (f.code.is_deviation() && !deviates));
    result(deviates, open, conforms, reviews.iter().all(Review::by_more_than_the_statute))
}

/// The first review that says what all of them say together, with its place; where none does, the laws that may govern
/// see it otherwise, and that is open.
fn under_all(mut reviews: Vec<Review>) -> (usize, Review) {
    let result = together(&reviews);
    let at = reviews.iter().position(|review| review.result() == result);
    if reviews.is_empty() {
        return (0, Review::default());
    }
    let mut review = reviews.swap_remove(at.unwrap_or_default());
    if at.is_none() {
        review.findings.retain(|f| !f.code.is_deviation());
        let apart = Finding::new(None, Subject::Whole, FindingCode::Undetermined, Reason::LawsApart);
        review.findings.push(Finding { needs: vec![Need::Reasons], ..apart });
    }
    (at.unwrap_or_default(), review)
}

/// Names of what the whole case waits for, each once.
fn not_known(act: &Act) -> Vec<Arc<str>> {
    let mut names: Vec<Arc<str>> = [act.governs.needed.as_slice(), &act.limitation.needed].concat();
    for version in act.governing() {
        let Evaluated { program, .. } = &version.of;
        names.extend(version.of.needed().into_iter().map(|id| program.linked.facts.at(id).name.clone()));
    }
    let mut seen: Vec<Arc<str>> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}
