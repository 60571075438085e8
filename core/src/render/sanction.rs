//! The result in one line: sanctions with their amounts, choices of the law, orders.

use super::number::amount;
use super::teller::Teller;
use super::words;
use crate::gather::Gather as _;
use crate::outcome::{Measure, Outcome, SanctionOutcome, TargetOutcome, Way};
use crate::ruleset::Choice;
use crate::vocabulary::{Pick, Target};

impl Teller<'_> {
    /// All sanctions of a target: `罚款 50,000 元以上 55,000 元以下（应当）；警告或者罚款，择一`.
    pub(super) fn sanctions(&self, target: &TargetOutcome, certain: bool) -> String {
        let mut told: Vec<String> = Vec::new();
        let choices: Vec<&Choice> = target.choices.iter().filter_map(|c| self.program.clause.choices.get(*c)).gather();
        let chosen = |s: &SanctionOutcome| choices.iter().any(|c| c.of.iter().flatten().any(|id| *id == s.id));
        for choice in &choices {
            told.push(self.choice(choice, target));
        }
        for sanction in target.sanctions.iter().filter(|s| !chosen(s)) {
            let text = self.sanction_amount(sanction);
            let computable = !matches!(sanction.amount, Some(Measure::Incomputable(_)));
            let mode = if sanction.must {
                self.pick("应当", "mandatory")
            } else {
                self.pick("可以并处", "may be added")
            };
            let text = match computable {
                true => pick!(self.lang, format!("{text}（{mode}）"), format!("{text} ({mode})")),
                false => text,
            };
            told.push(if sanction.certain || certain {
                text
            } else {
                pick!(self.lang, format!("可能{text}"), format!("possibly {text}"))
            });
        }
        told.join(self.pick("；", "; "))
    }

    /// `罚款 7,000 元`
    pub(super) fn sanction_amount(&self, sanction: &SanctionOutcome) -> String {
        let name = self.sanction_name(&sanction.id, sanction.kind);
        match &sanction.amount {
            Some(measure) => format!("{name}{}", self.measure(sanction, measure)),
            None => name,
        }
    }

    /// An amount with what separates it from the name before it.
    fn measure(&self, sanction: &SanctionOutcome, measure: &Measure) -> String {
        let dimension = sanction.instances.first().map(|s| self.dimension(*s)).unwrap_or_default();
        let text = amount(measure, &dimension, self.lang);
        let zh = if text.starts_with("数额") { "，" } else { super::said::gap(&text) };
        let en = match measure {
            Measure::Incomputable(_) => ": ",
            Measure::Range(_) if text.starts_with("amount") => ", ",
            Measure::Range(_) => " of ",
        };
        format!("{}{text}", self.pick(zh, en))
    }

    fn choice(&self, choice: &Choice, target: &TargetOutcome) -> String {
        let groups: Vec<String> = choice
            .of
            .iter()
            .filter_map(|group| {
                let told: Vec<String> = group
                    .iter()
                    .filter_map(|id| target.sanctions.iter().find(|s| s.id == *id))
                    .map(|s| self.sanction_amount(s))
                    .gather();
                (!told.is_empty()).then(|| told.join(self.pick("并处", " with ")))
            })
            .gather();
        match choice.pick {
            Pick::One => {
                let groups = groups.join(self.pick("，或者", " or "));
                pick!(self.lang, format!("{groups}，择一"), format!("{groups} (one of them)"))
            }
            Pick::OneOrMore => {
                let groups = groups.join(self.pick("、", ", "));
                pick!(self.lang, format!("{groups}，可以单处或者并处"), format!("{groups} (one or more of them)"))
            }
        }
    }

    /// Orders, which are not penalties.
    pub(super) fn orders(&self, outcome: &Outcome) -> Vec<String> {
        let order = |o: &crate::outcome::OrderOutcome| {
            let found = self.program.clause.orders.get(o.order)?;
            let name = match self.lang {
                words::Lang::Zh => found.id.to_string(),
                words::Lang::En => format!("order: {}", found.id),
            };
            Some(if o.certain { name } else { pick!(self.lang, format!("可能{name}"), format!("possibly {name}")) })
        };
        outcome.orders.iter().filter_map(order).gather()
    }

    /// Whose sanctions these are; empty where it is the party alone.
    pub(super) fn whose(&self, target: &TargetOutcome, outcome: &Outcome) -> String {
        if outcome.targets.len() == 1 && target.target == Target::Unit {
            return String::new();
        }
        let name = target.target.name(self.lang);
        pick!(self.lang, format!("{name}："), format!("{name}: "))
    }

    /// The branch, tier and position of a possibility.
    pub(super) fn way(&self, way: Way) -> String {
        let mut parts: Vec<String> = way.branch.map(|b| self.branch(b).to_owned()).into_iter().gather();
        match way.tier {
            Some(tier) => parts.push(self.tier(tier)),
            None if way.row.is_some() => parts.extend(way.row.map(|row| self.row_name(row))),
            None if self.has_tiers() => parts.push(self.pick("无对应阶次", "no tier").to_owned()),
            None => {}
        }
        let position = way.position.and_then(|p| self.program.benchmark.as_ref()?.positions.get(p));
        parts.extend(position.map(|p| p.id.to_string()));
        if parts.is_empty() {
            parts.push(self.pick("一般情形", "in general").to_owned());
        }
        parts.join(self.pick("·", ", "))
    }

    pub(super) fn has_tiers(&self) -> bool {
        self.program.rows().iter().any(|r| r.tier.is_some())
    }

    /// What is possible, way by way, where there is more than one: the name of the way and its sanctions. What is the
    /// same in every way is not repeated.
    pub(super) fn ways(&self, target: &TargetOutcome) -> Vec<(String, String)> {
        let mut ways: Vec<Way> = Vec::new();
        for possible in target.sanctions.iter().flat_map(|s| &s.possible) {
            if !ways.contains(&possible.way) {
                ways.push(possible.way);
            }
        }
        // That no tier applies is said last.
        ways.sort_by_key(|way| (way.branch, way.tier.is_none() && way.row.is_none(), way.tier, way.row, way.position));
        let of = |s: &SanctionOutcome, way: &Way| s.in_way(*way).map(|p| p.amount);
        let differs = |s: &&SanctionOutcome| {
            s.possible.len() > ways.len() || !ways.iter().all(|way| of(s, way) == Some(s.amount))
        };
        let mut told: Vec<(String, String)> = Vec::new();
        for way in &ways {
            let sanctions: Vec<String> = target
                .sanctions
                .iter()
                .filter(differs)
                .filter_map(|s| {
                    let name = self.sanction_name(&s.id, s.kind);
                    Some(match of(s, way)? {
                        Some(_) => {
                            let apart = s.possible.iter().filter(|p| p.way == *way).filter_map(|p| p.amount);
                            let told: Vec<String> = apart.map(|m| self.measure(s, &m)).gather();
                            format!("{name}{}", told.join(self.pick("，或者", " or")))
                        }
                        None => name,
                    })
                })
                .gather();
            let nothing = self.pick("没有另外的处罚", "nothing else").to_owned();
            let text = if sanctions.is_empty() { nothing } else { sanctions.join(self.pick("；", "; ")) };
            told.push((self.way(*way), text));
        }
        for tier in target.tiers.iter().filter(|t| !ways.iter().any(|way| way.tier == Some(**t))) {
            told.push((self.tier(*tier), self.pick("不予处罚", "no penalty").to_owned()));
        }
        let first = told.first().map(|(_, text)| text.clone());
        let apart = target.sanctions.iter().any(|s| s.possible.len() > ways.len());
        if !apart && told.iter().all(|(_, text)| Some(text) == first.as_ref()) { Vec::new() } else { told }
    }
}
