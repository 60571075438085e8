//! What the reference says of a generated case.

use serde_json::Value;

use super::{Case, Relation};
use crate::allowed_reference::law::{Facts, General, Known, circumstances, stayed};
use crate::allowed_reference::review::{Finding, review};
use crate::allowed_reference::together::{Governs, either, governs, one_act, under_two};
use crate::allowed_reference::ways::{Way, ways};
use crate::allowed_reference::{Act, Circumstance, Clause, Decision, json};

/// The case with every open fact answered.
pub(crate) struct Completed<'c> {
    case: &'c Case,
    facts: Facts,
    own: Vec<Circumstance>,
}

/// The case with every open fact answered in every way.
pub(crate) fn completions(case: &Case) -> Vec<Completed<'_>> {
    let mut owned: Vec<Vec<Circumstance>> = vec![Vec::new()];
    for (one, known) in &case.own {
        let without = if *known == Known::Unknown { owned.clone() } else { Vec::new() };
        owned.iter_mut().for_each(|all| all.push(one.clone()));
        owned.extend(without);
    }
    let facts = case.facts.completions();
    let both = facts.iter().flat_map(|facts| owned.iter().map(move |own| (facts.clone(), own.clone())));
    both.map(|(facts, own)| Completed { case, facts, own }).collect()
}

impl Completed<'_> {
    fn act(&self, text: General, clause: &Clause) -> Act {
        Act {
            clause: clause.clone(),
            circumstances: [circumstances(text, &self.facts), self.own.clone()].concat(),
            document: self.case.document,
            limitation: self.case.limitation,
            stayed: stayed(text, &self.facts),
        }
    }

    /// The first provision under the law of the act and under that of the decision.
    pub(crate) fn acts(&self) -> (Act, Act) {
        let case = self.case;
        let (older, newer) = (&case.provisions[0], case.amended.as_ref().unwrap_or(&case.provisions[0]));
        (self.act(case.general.0, older), self.act(case.general.1, newer))
    }

    /// Its ways under either.
    pub(crate) fn under_both(&self) -> (Vec<Way>, Vec<Way>) {
        let (older, newer) = self.acts();
        (ways(&older), ways(&newer))
    }

    /// Whose law governs.
    pub(crate) fn governs(&self) -> Governs {
        let (older, newer) = self.acts();
        if self.case.two_laws() { governs(&older, &newer) } else { Governs::Act }
    }

    fn finding(&self, decisions: &[Decision]) -> Finding {
        let case = self.case;
        let acts = || case.provisions.iter().map(|clause| self.act(case.general.0, clause)).collect::<Vec<_>>();
        match case.relation {
            Relation::One if case.two_laws() => {
                let (older, newer) = self.acts();
                under_two(&older, &newer, &decisions[0])
            }
            Relation::One => review(&self.under_both().0, &decisions[0]),
            Relation::SameAct => one_act(case.general.0, &acts(), decisions),
            Relation::Several => {
                let each = acts();
                let each = each.iter().zip(decisions).map(|(act, decision)| review(&ways(act), decision));
                each.max().unwrap_or_else(|| panic!("there is an act"))
            }
        }
    }

    /// The ways as the engine is to write them: those of the law that governs, or of both while that is open.
    fn written(&self) -> Vec<Value> {
        let (older, newer) = self.under_both();
        let governs = self.governs();
        let target = self.case.provisions[0].target;
        let act = older.iter().filter(|_| governs != Governs::Decision);
        let decision = newer.iter().filter(|_| governs != Governs::Act);
        let act = act.map(|way| json::way(Governs::Act, target, way));
        act.chain(decision.map(|way| json::way(Governs::Decision, target, way))).collect()
    }
}

/// The review of a decision, one for each provision.
pub(crate) fn finding(case: &Case, decisions: &[Decision]) -> Finding {
    let found = completions(case).into_iter().map(|one| one.finding(decisions));
    found.reduce(either).unwrap_or_else(|| panic!("there is a completion"))
}

/// The ways of a case of one act with no open fact; none where the comparison would need more than that.
pub(crate) fn written(case: &Case) -> Option<Vec<Value>> {
    let all = completions(case);
    (case.relation == Relation::One && all.len() == 1).then(|| all[0].written())
}

/// What the engine may say of the law that governs a case of one act under two laws, with no open fact.
pub(crate) fn law(case: &Case) -> Option<&'static [&'static str]> {
    let all = completions(case);
    if case.relation != Relation::One || all.len() != 1 || !case.two_laws() {
        return None;
    }
    Some(match all[0].governs() {
        Governs::Act => &["same", "equal", "older"],
        Governs::Decision => &["newer"],
        Governs::Open => &["incomparable"],
    })
}
