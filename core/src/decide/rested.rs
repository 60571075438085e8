//! The facts that the rows of the case tables rest on: what a decision letter must recite beside those of the offence.

use super::act::Act;
use super::case::Decision;
use crate::expr::{Cond, FactId, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::CaseLaw;
use crate::value::Truth;

/// Given facts that a row of a law reads.
pub(crate) type Rested<'d> = (&'d CaseLaw, &'d Facts, Vec<FactId>);

impl Decision {
    /// The given facts behind the rows that hold for an act: its limitation, the clause of transition that chose its
    /// law, the rule that joins it with others and the cap of what they come to.
    pub(crate) fn rested_on(&self, act: &Act) -> Vec<Rested<'_>> {
        let Some(act) = self.acts.iter().find(|known| known.id == act.id) else { return Vec::new() };
        let mut found: Vec<Rested<'_>> = Vec::new();
        for period in act.limitation.periods.iter().filter(|period| period.holds == Truth::True) {
            let laws = if period.later { act.at_decision.as_ref() } else { Some(&act.at_act) };
            found.extend(laws.and_then(|laws| {
                let (law, facts) = (laws.get(period.law)?, laws.facts.get(period.law)?);
                Some((law, facts, given(law, facts, Some(&law.rules.limitation.get(period.row)?.when))))
            }));
        }
        if let (Some((_, law, row)), Some(laws)) = (act.governs.transition, &act.at_decision)
            && let (Some(law), Some(facts)) = (laws.get(law), laws.facts.get(law))
        {
            let when = law.rules.transition.get(row).map(|row| &row.when);
            found.push((law, facts, given(law, facts, when)));
        }
        let is = |position: &usize| self.acts.get(*position).is_some_and(|known| known.id == act.id);
        let joined = self.concurrence.iter().filter(|one| one.acts.iter().any(is)).filter_map(|one| one.rule);
        let capped = self.totals.iter().filter(|total| total.parts.iter().any(|part| is(&part.act)));
        let caps = capped.filter_map(|total| total.cap.as_ref()).filter(|cap| cap.holds == Truth::True);
        for (of, law, row) in joined.chain(caps.map(|cap| cap.rule)) {
            found.extend(self.acts.get(of).and_then(|of| {
                let (law, facts) = (of.at_act.get(law)?, of.at_act.facts.get(law)?);
                Some((law, facts, given(law, facts, law.rules.concurrence.get(row)?.when.as_ref())))
            }));
        }
        found
    }
}

/// The given facts that a condition reads.
fn given(law: &CaseLaw, facts: &Facts, when: Option<&Cond>) -> Vec<FactId> {
    let reads = |when: &Cond| law.linked.reads(|visit| walk::cond(when, &law.linked.atoms, visit));
    let known = |id: &FactId| !matches!(facts.get(*id), Fact::Missing);
    when.into_iter().flat_map(reads).filter(known).gather()
}
