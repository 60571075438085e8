//! Why a row did not apply: the very tests that failed.

use super::said::SaidCondition;
use super::speaker::Speaker;
use super::teller::Teller;
use crate::expr::{AtomId, Cond};
use crate::gather::Gather as _;
use crate::ruleset::RowId;
use crate::value::Truth;

/// More ways than these inside one of several are told as the document writes the condition.
const WAYS: usize = 6;

/// A test that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The test as the document writes it.
    pub condition: String,
    /// What it asks, in words: `持续天数超过 30 日`.
    pub expected: String,
    /// What the case has: `20 日`; empty where that is no single value.
    pub actual: String,
}

impl Speaker<'_> {
    /// The truth of a condition, read from the truth of its tests; `None` where one was not looked at.
    pub(super) fn truth_of(&self, cond: &Cond) -> Option<Truth> {
        let parts = |parts: &[Cond], start: Truth, join: fn(Truth, Truth) -> Truth| {
            parts.iter().try_fold(start, |truth, part| Some(join(truth, self.truth_of(part)?)))
        };
        match cond {
            Cond::Const(value) => Some(Truth::from(*value)),
            Cond::Atom(id) => self.trace?.atom(*id),
            Cond::Local(_) => None,
            Cond::All(inner) => parts(inner, Truth::True, Truth::and),
            Cond::Any(inner) => parts(inner, Truth::False, Truth::or),
            Cond::Not(inner) => self.truth_of(inner).map(Truth::not),
        }
    }

    /// The tests that failed, each with what it asks and what the case has.
    pub(super) fn unmet(&self, cond: &Cond) -> Vec<Unmet> {
        let mut atoms = Vec::new();
        self.failed(cond, true, &mut atoms);
        atoms
            .into_iter()
            .filter_map(|(id, wanted)| {
                let said = self.said(&Cond::Atom(id), wanted, None)?;
                let condition = self.linked.atoms.get(id)?.text.to_string();
                Some(Unmet { condition, expected: said.asked(self.lang), actual: said.has.unwrap_or_default() })
            })
            .gather()
    }

    /// The tests because of which a condition does not have the wanted truth; nothing where that is not certain.
    pub(super) fn failed(&self, cond: &Cond, wanted: bool, found: &mut Vec<(AtomId, bool)>) {
        if self.truth_of(cond) != Some(Truth::from(!wanted)) {
            return;
        }
        match cond {
            Cond::Atom(id) => {
                if !found.contains(&(*id, wanted)) {
                    found.push((*id, wanted));
                }
            }
            Cond::Not(inner) => self.failed(inner, !wanted, found),
            Cond::All(parts) | Cond::Any(parts) => {
                for part in parts {
                    self.failed(part, wanted, found);
                }
            }
            Cond::Const(_) | Cond::Local(_) => {}
        }
    }

    /// The first thing that was missing, in one phrase; several where each alone would have been enough.
    pub(super) fn first_failed(&self, cond: &Cond, wanted: bool) -> Option<SaidCondition> {
        SaidCondition::one_of(self.lacking(cond, wanted, false), self.lang)
    }

    /// What was missing: the ways that would each have been enough, and of each what it lacks. Choices inside a choice
    /// stand beside its others. Of what is needed together the first is enough to say, unless it is one way of
    /// several (`whole`): there it would pass for all that the way needs.
    fn lacking(&self, cond: &Cond, wanted: bool, whole: bool) -> Vec<Vec<SaidCondition>> {
        if self.truth_of(cond) != Some(Truth::from(!wanted)) {
            return Vec::new();
        }
        match (cond, wanted) {
            (Cond::Atom(_), _) => self.said(cond, wanted, None).map(|said| vec![said]).into_iter().gather(),
            (Cond::Not(inner), _) => self.lacking(inner, !wanted, whole),
            (Cond::All(parts), true) | (Cond::Any(parts), false) => {
                let mut each =
                    parts.iter().map(|part| self.lacking(part, wanted, whole)).filter(|ways| !ways.is_empty());
                if !whole {
                    return each.next().unwrap_or_default();
                }
                let mut ways: Vec<Vec<SaidCondition>> = each.next().unwrap_or_default();
                for more in each {
                    if ways.len().saturating_mul(more.len()) > WAYS {
                        let asks = self.cond(cond, wanted, None);
                        return vec![vec![SaidCondition {
                            subject: String::new(),
                            asks,
                            has: None,
                            plain: false,
                            yes: None,
                        }]];
                    }
                    let with = |way: &Vec<SaidCondition>| {
                        more.iter().map(|other| [&way[..], other].concat()).gather::<Vec<_>>()
                    };
                    ways = ways.iter().flat_map(with).gather();
                }
                ways
            }
            (Cond::Any(parts), true) | (Cond::All(parts), false) => {
                let mut ways: Vec<Vec<SaidCondition>> = Vec::new();
                for way in parts.iter().flat_map(|part| self.lacking(part, wanted, true)) {
                    if !ways.contains(&way) {
                        ways.push(way);
                    }
                }
                ways
            }
            (Cond::Const(_) | Cond::Local(_), _) => Vec::new(),
        }
    }

    /// What of a condition holds in this case, in words.
    pub(super) fn found(&self, cond: &Cond) -> String {
        let mut said = Vec::new();
        self.holding(cond, true, &mut said);
        let said: Vec<String> = SaidCondition::together(said, self.lang).iter().map(|s| s.found(self.lang)).gather();
        said.join(self.pick("，", ", "))
    }

    fn holding(&self, cond: &Cond, wanted: bool, found: &mut Vec<SaidCondition>) {
        if self.truth_of(cond) != Some(Truth::from(wanted)) {
            return;
        }
        match cond {
            Cond::Atom(_) => found.extend(self.said(cond, wanted, None)),
            Cond::Not(inner) => self.holding(inner, !wanted, found),
            Cond::All(parts) | Cond::Any(parts) => {
                for part in parts {
                    self.holding(part, wanted, found);
                }
            }
            Cond::Const(_) | Cond::Local(_) => {}
        }
    }
}

impl Teller<'_> {
    pub(super) fn why_not(&self, row: RowId) -> Vec<Unmet> {
        self.row(row).map(|row| self.unmet(&row.when)).unwrap_or_default()
    }
}
