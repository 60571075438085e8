//! What only the full form has: every condition, every fact, marks, authorities, the governing texts.

use super::line::Line;
use super::said::gap;
use super::speaker::Speaker;
use super::teller::Teller;
use crate::expr::{Cond, FactId};
use crate::facts::Fact;
use crate::gather::Gather as _;
use crate::outcome::{Outcome, Step};
use crate::ruleset::Marks;
use crate::value::Truth;
use crate::vocabulary::Section;

impl Teller<'_> {
    pub(super) fn details(&self, outcome: &Outcome) -> Vec<Line> {
        let mut lines = self.conditions();
        lines.extend(self.fact_lines(&outcome.needed));
        lines.extend(self.authorities(outcome));
        lines.extend(self.mark_lines(outcome));
        lines.extend(self.governing());
        lines
    }

    fn authorities(&self, outcome: &Outcome) -> Vec<Line> {
        let mut lines = Vec::new();
        for sanction in outcome.targets.iter().flat_map(|t| &t.sanctions).filter(|s| !s.authority.is_empty()) {
            let text = sanction.authority.join(self.pick("或者", " or "));
            lines.push(Line::new(Section::Authority, self.sanction_name(&sanction.id, sanction.kind), text));
        }
        lines
    }

    /// Marks of the whole text, and of the parts of it that were used.
    fn mark_lines(&self, outcome: &Outcome) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut add = |name: String, marks: &Marks| {
            let told = [
                (&marks.unverified, self.pick("未核实", "not verified")),
                (&marks.reading, self.pick("读法", "reading")),
            ];
            for (mark, kind) in told {
                if let Some(why) = mark {
                    let text = pick!(self.lang, format!("{name}：{why}"), format!("{name}: {why}"));
                    let line = Line::new(Section::Marks, kind, text);
                    if !lines.contains(&line) {
                        lines.push(line);
                    }
                }
            }
        };
        for (name, marks) in &self.program.linked.marks {
            add(name.to_string(), marks);
        }
        let clause = &self.program.clause;
        let benchmark = self.program.benchmark.as_ref();
        for step in &outcome.trace.steps {
            match step {
                Step::Branch { branch, holds } if !holds.is_false() => {
                    if let Some(found) = clause.branches.get(*branch) {
                        add(found.id.to_string(), &found.marks);
                    }
                }
                Step::Row { row, yields: false, .. } => {
                    if let Some(found) = self.row(*row) {
                        add(self.row_name(*row), &found.marks);
                        found.narrowings.iter().for_each(|n| add(n.sanction.to_string(), &n.marks));
                    }
                }
                Step::Position { position, .. } => {
                    if let Some(found) = benchmark.and_then(|b| b.positions.get(*position)) {
                        add(found.id.to_string(), &found.marks);
                    }
                }
                _ => {}
            }
        }
        for instance in outcome.targets.iter().flat_map(|t| &t.sanctions).flat_map(|s| &s.instances) {
            if let Some(found) = clause.sanctions.get(*instance) {
                add(self.sanction(*instance), &found.marks);
            }
        }
        for narrowing in benchmark.into_iter().flat_map(|b| &b.common) {
            add(narrowing.sanction.to_string(), &narrowing.marks);
        }
        lines
    }
}

impl Speaker<'_> {
    pub(super) fn conditions(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (id, _) in self.linked.atoms.enumerate() {
            let Some(truth) = self.trace.and_then(|t| t.atom(id)) else { continue };
            let Some(said) = self.said(&Cond::Atom(id), true, None) else { continue };
            let heading = match truth {
                Truth::True => self.pick("符合", "holds"),
                Truth::False => self.pick("不符", "does not hold"),
                Truth::Unknown => self.pick("尚不知", "not known yet"),
            };
            let asked = said.asked(self.lang);
            let text = match &said.has {
                Some(has) => {
                    let is = if said.plain { self.pick("为", "") } else { "" };
                    pick!(self.lang, format!("{asked}；本案{is}{}{has}", gap(has)), format!("{asked}; here {has}"))
                }
                None => asked,
            };
            let line = Line::new(Section::Conditions, heading, text);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    pub(super) fn fact_lines(&self, needed: &[FactId]) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (id, fact) in self.linked.facts.enumerate() {
            let text = match self.fact_value(id) {
                Some(value) => value,
                None => self.missing(id, needed).to_owned(),
            };
            let line = Line::new(Section::Facts, &*fact.name, text);
            lines.push(line.basis(fact.basis.as_ref().map(ToString::to_string)));
        }
        if !self.facts.unread.is_empty() {
            let names = self.facts.unread.join(self.pick("、", ", "));
            let heading = match self.is_licence() {
                true => self.pick("与本许可事项无关", "not read for this licence"),
                false => self.pick("与本违法行为无关", "not read for this offence"),
            };
            lines.push(Line::new(Section::Facts, heading, names));
        }
        lines
    }

    fn missing(&self, id: FactId, needed: &[FactId]) -> &'static str {
        if needed.contains(&id) {
            self.pick("未提供，影响结果", "missing, and it matters")
        } else if self.is_licence() && matches!(self.facts.get(id), Fact::Missing) {
            // It may still matter to a time limit.
            self.pick("未提供，不影响决定", "missing, and it does not matter to the decision")
        } else if matches!(self.facts.get(id), Fact::Missing) {
            self.pick("未提供，不影响结果", "missing, and it does not matter")
        } else {
            ""
        }
    }

    pub(super) fn governing(&self) -> Vec<Line> {
        let one = |g: &crate::link::Governing| {
            let from = self.day(g.from);
            let until = match (g.through, self.lang) {
                (Some(day), super::Lang::Zh) => format!("{from}至{}施行", self.day(day)),
                (None, super::Lang::Zh) => format!("{from}起施行"),
                (Some(day), super::Lang::En) => format!("in force from {from} through {}", self.day(day)),
                (None, super::Lang::En) => format!("in force from {from}"),
            };
            let why = g.why.name(self.lang);
            let day = self.day(g.day);
            let digest: String = g.digests.sha256.chars().take(12).gather();
            let document = g.document.as_ref().map(|d| format!("{d}{}", self.pick("，", ", "))).unwrap_or_default();
            let revision = if g.revision > 1 {
                pick!(self.lang, format!("，第 {} 次校订", g.revision), format!(", revision {}", g.revision))
            } else {
                String::new()
            };
            let text = pick!(
                self.lang,
                format!("{document}{until}{revision}；按{day}选用（{why}）；校验值 {digest}"),
                format!("{document}{until}{revision}; chosen for {day} ({why}); digest {digest}"),
            );
            Line::new(Section::Governing, &*g.title, text)
        };
        self.linked.governing.iter().map(one).gather()
    }
}
