//! The steps of a computation in the order a decision gives them: offence, clause and its range, what was found,
//! tier, amount.

use super::line::{About, Line};
use super::narrowing::SoFar;
use super::said::gap;
use super::teller::Teller;
use crate::expr::{Expr, Table};
use crate::gather::Gather as _;
use crate::outcome::{Amount, Outcome, Step};
use crate::ruleset::{RowId, SanctionId};
use crate::value::Truth;
use crate::vocabulary::{LevelHow, SanctionKind, Section};

/// The parts of the computation, in order.
#[derive(Default)]
struct Parts {
    elements: Vec<Line>,
    branches: Vec<Line>,
    bases: Vec<Line>,
    statutes: Vec<Line>,
    found: Vec<Line>,
    rows: Vec<Line>,
    amounts: Vec<Line>,
}

impl Parts {
    /// The lines that came with a step are about it.
    fn tell(&mut self, step: usize) {
        let Self { elements, branches, bases, statutes, found, rows, amounts } = self;
        for lines in [elements, branches, bases, statutes, found, rows, amounts] {
            for line in lines.iter_mut().rev().take_while(|l| l.about.is_none()) {
                line.about = Some(About::Step(step));
            }
        }
    }
}

impl Teller<'_> {
    pub(super) fn steps(&self, outcome: &Outcome, full: bool) -> Vec<Line> {
        let mut parts = Parts::default();
        let used = if full { None } else { Some(self.used(outcome, |_| true)) };
        let bases = self.used(outcome, |step| matches!(step, Step::Branch { .. } | Step::Statute { .. }));
        let sanctions = self.program.clause.sanctions.iter();
        let mut so_far: Table<SanctionId, SoFar<'_>> = sanctions.map(|_| SoFar::default()).gather::<Vec<_>>().into();
        let mut score = None;
        // The declared limits of a statutory range are recorded before the range itself.
        let mut limits: Vec<Line> = Vec::new();
        let mut before: Option<Amount> = None;
        for (step, position) in outcome.trace.steps.iter().zip(0usize..) {
            match step {
                Step::Element { element, holds } => parts.elements.extend(self.element_line(*element, *holds, full)),
                Step::Branch { branch, holds } if holds.is_true() => {
                    parts.branches.extend(self.branch_line(*branch, full))
                }
                Step::Define { id } if used.as_ref().is_none_or(|u| u.defines.contains(id)) => {
                    let early = bases.defines.contains(id);
                    let to = if early { &mut parts.bases } else { &mut parts.found };
                    to.extend(self.define_line(*id, full));
                }
                Step::Factor { id, levels, how }
                    if used.as_ref().is_none_or(|u| u.factors.contains(id) && *how != LevelHow::Found) =>
                {
                    parts.found.extend(self.factor_line(*id, *levels, *how, full));
                }
                Step::LevelFact { id, levels, .. } => parts.found.extend(self.level_fact_line(*id, *levels, full)),
                Step::Row { row, holds, yields: false } if full || holds.is_true() => {
                    parts.rows.extend(self.row_line(*row, full));
                }
                Step::NoRow { holds: Truth::True } if self.has_tiers() => {
                    let text = self.pick("没有任何阶次符合 → 按法定幅度", "no tier applies → the statutory range");
                    parts.rows.push(Line::new(Section::Steps, self.pick("阶次", "Tier"), text));
                }
                Step::Score { found } => score = Some(found.parts.as_slice()),
                Step::Statute { sanction, found, .. } => {
                    if let Some(known) = so_far.get_mut(*sanction) {
                        let (statute, base, count) = (found.amount.range().copied(), found.base, found.count);
                        *known = SoFar { statute, base, count, ..SoFar::default() };
                    }
                    if full || !self.says_itself(*sanction) {
                        parts.statutes.extend(self.statute_line(step, before, full));
                    }
                    parts.statutes.append(&mut limits);
                    before = None;
                }
                Step::Percentage { sanction, found } => {
                    if let Some(known) = so_far.get_mut(*sanction) {
                        known.percentage = Some((found.start, found.sum, found.capped, found.times));
                        known.score = score;
                    }
                }
                Step::Narrow { sanction, row, found } => {
                    if let Some(known) = so_far.get_mut(*sanction) {
                        parts.amounts.extend(self.narrow_line(*sanction, *row, found.amount, known, full));
                        known.tier = Some(found.amount);
                    }
                }
                Step::Position { sanction, position, found } => {
                    if let Some(known) = so_far.get_mut(*sanction) {
                        parts.amounts.extend(self.position_line(*sanction, *position, found.amount, known, full));
                        known.tier = Some(found.amount);
                    }
                }
                Step::Bound { sanction, by, found } => {
                    let line = self.bound_line(*sanction, *by, found.before, found.after);
                    match so_far.get_mut(*sanction) {
                        Some(known) if known.tier == Some(found.before) => {
                            known.tier = Some(found.after);
                            let basis = parts.amounts.last().and_then(|l| l.basis.clone());
                            let own = matches!(
                                by,
                                crate::vocabulary::AmountLimit::StatuteMin | crate::vocabulary::AmountLimit::StatuteMax
                            );
                            let law = self.program.clause.sanctions.get(*sanction).map(|s| &s.basis);
                            parts.amounts.push(line.basis(if own { self.basis(law, full) } else { basis }));
                        }
                        _ => {
                            before = before.or(Some(found.before));
                            limits.push(line);
                        }
                    }
                }
                Step::Branch { .. } | Step::Define { .. } | Step::Factor { .. } | Step::Row { .. } => {}
                // What an effect makes of it is said with the options.
                Step::NoRow { .. } | Step::Join { .. } | Step::Effect { .. } => {}
            }
            parts.tell(position);
        }
        self.name_statutes(&mut parts.statutes, outcome, full);
        let mut lines: Vec<Line> = Vec::new();
        let Parts { elements, branches, bases, statutes, found, rows, amounts } = parts;
        for line in [elements, bases, branches, statutes, found, rows, amounts].into_iter().flatten() {
            if !lines.iter().any(|l| l.reads_as(&line)) {
                lines.push(line);
            }
        }
        lines
    }

    /// Where several sanctions have a range, each line says whose it is.
    fn name_statutes(&self, lines: &mut [Line], outcome: &Outcome, full: bool) {
        let mut names: Vec<String> = Vec::new();
        for step in &outcome.trace.steps {
            if let Step::Statute { sanction, .. } = step
                && (full || !self.says_itself(*sanction))
            {
                names.push(self.sanction(*sanction));
            }
        }
        let first = names.first().cloned();
        if names.iter().all(|n| Some(n) == first.as_ref()) {
            return;
        }
        let statute = self.pick("法定幅度", "Statute");
        for (line, name) in lines.iter_mut().filter(|l| l.heading == statute).zip(names) {
            line.text = pick!(self.lang, format!("{name}：{}", line.text), format!("{name}: {}", line.text));
        }
    }

    /// A confiscation of what a fact says needs no step of its own.
    fn says_itself(&self, sanction: SanctionId) -> bool {
        let Some(found) = self.program.clause.sanctions.get(sanction) else { return false };
        let plain = |row: &crate::ruleset::QuantityRow| {
            row.when.is_none()
                && row.of.is_none()
                && matches!(&row.range.lo, Some(Expr::Fact(_)))
                && row.range.lo == row.range.hi
        };
        found.kind == SanctionKind::Confiscate && found.per.is_none() && found.quantity.rows().iter().all(plain)
    }

    fn element_line(&self, element: usize, holds: Truth, full: bool) -> Option<Line> {
        let condition = self.program.elements.get(element)?;
        let heading = self.pick("构成要件", "Element");
        let violates = self.program.offence.violates.first().or(Some(&self.program.clause.basis));
        let text = match holds {
            Truth::True if full => self.found(condition),
            Truth::False => self.first_failed(condition, true).map(|said| self.must(&said))?,
            Truth::Unknown if full => {
                let text = self.cond(condition, true, None);
                pick!(self.lang, format!("{text}：尚不知"), format!("{text}: not known yet"))
            }
            _ => return None,
        };
        Some(Line::new(Section::Steps, heading, text).basis(self.basis(violates, full)))
    }

    /// `须持续天数超过 30 日；本案 20 日`
    fn must(&self, said: &super::said::SaidCondition) -> String {
        let asked = said.asked(self.lang);
        match (&said.has, said.plain) {
            (None, _) => pick!(self.lang, format!("须{asked}；本案不符"), format!("requires {asked}; not so here")),
            (Some(has), true) => {
                pick!(self.lang, format!("须{asked}；本案为{}{has}", gap(has)), format!("requires {asked}; here {has}"))
            }
            (Some(has), false) => {
                pick!(self.lang, format!("须{asked}；本案{}{has}", gap(has)), format!("requires {asked}; here {has}"))
            }
        }
    }

    /// Why a row of the benchmark surely did not apply; `None` where it did or may.
    pub(super) fn not_this(&self, row: RowId) -> Option<String> {
        let mut yields = None;
        for step in self.steps_taken() {
            if let Step::Row { row: other, holds, yields: gives_way } = step
                && *other == row
            {
                if !*gives_way {
                    return None;
                }
                yields = Some(*holds);
            }
        }
        let found = self.row(row)?;
        let holding = |step: &Step| match step {
            Step::Row { row, holds: Truth::True, yields: false } => Some(*row),
            _ => None,
        };
        let winning: Vec<RowId> = self.steps_taken().filter_map(holding).gather();
        let named = |rows: &[RowId]| {
            let names: Vec<String> = rows.iter().map(|row| self.row_name(*row)).gather();
            names.join(self.pick("、", ", "))
        };
        if let Some(holds) = yields {
            let winners = named(&winning);
            return Some(match (holds, winners.is_empty()) {
                (Truth::True, false) => {
                    pick!(
                        self.lang,
                        format!("同时符合，适用“{winners}”"),
                        format!("holds too, but “{winners}” applies")
                    )
                }
                (_, false) => {
                    pick!(
                        self.lang,
                        format!("不论是否符合，均适用“{winners}”"),
                        format!("“{winners}” applies in any case")
                    )
                }
                (_, true) => {
                    self.pick("让位于更重或者在先的一档".to_owned(), "gives way to a heavier or earlier row".to_owned())
                }
            });
        }
        match self.truth_of(&found.when) {
            Some(Truth::False) => Some(self.first_failed(&found.when, true).map_or_else(
                || self.pick("条件不符".to_owned(), "its condition does not hold".to_owned()),
                |said| self.must(&said),
            )),
            Some(_) => {
                // A row for all other cases, where one of its branch applies, or of all where there are no branches.
                let beside: Vec<RowId> = winning
                    .into_iter()
                    .filter(|row| self.row(*row).is_some_and(|row| row.branch == found.branch))
                    .gather();
                if !beside.is_empty() {
                    let winners = named(&beside);
                    return Some(pick!(
                        self.lang,
                        format!("仅在其他情形；本案适用“{winners}”"),
                        format!("only in all other cases; here “{winners}” applies"),
                    ));
                }
                let branch = found.branch.as_ref()?;
                Some(pick!(
                    self.lang,
                    format!("仅在适用“{branch}”的罚则时"),
                    format!("only where the branch “{branch}” applies"),
                ))
            }
            None => None,
        }
    }
}
