//! The lines of one licence, part by part.

use super::questions::{BRIEF, licence_decides, more};
use super::words;
use std::ops::Deref;
use std::sync::Arc;

use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ConditionOutcome, DeadlineOutcome, Decision, LicenceOutcome, LicenceReview, Measure};
use crate::render::fit;
use crate::render::line::Line;
use crate::render::number::{amount, quantity};
use crate::render::period::counted;
use crate::render::speaker::Speaker;
use crate::render::value::rest;
use crate::ruleset::{Condition, ConditionTest, Deadline, Document, Ground};
use crate::value::{Date, Rational, Truth};
use crate::vocabulary::{
    BanEnd, Binding, ConditionStatus, DecisionKind, DocumentStatus, Grouping, Lang, LicenceReviewCode, RenewalStatus,
    Section, StepStatus,
};

/// One licence told in one language.
pub(super) struct Registrar<'a> {
    speaker: Speaker<'a>,
    program: &'a LicenceProgram,
    outcome: &'a LicenceOutcome,
}

impl<'a> Deref for Registrar<'a> {
    type Target = Speaker<'a>;
    fn deref(&self) -> &Speaker<'a> {
        &self.speaker
    }
}

impl<'a> Registrar<'a> {
    pub(super) fn new(program: &'a LicenceProgram, facts: &'a Facts, outcome: &'a LicenceOutcome, lang: Lang) -> Self {
        Self { speaker: Speaker::new(&program.linked, facts, Some(&outcome.trace), lang), program, outcome }
    }

    pub(super) fn all(&self, full: bool) -> Vec<Line> {
        let mut lines = vec![self.head()];
        lines.extend(self.result(full));
        lines.extend(self.questions(full));
        lines.extend(self.requirements(full));
        // Who needs no licence, or asked the wrong authority, submits nothing here.
        if full || self.goes_on() {
            lines.extend(self.documents(full));
            lines.extend(self.deadlines(full));
        }
        lines.extend(self.terms(full));
        lines.extend(self.reviews(full));
        if full {
            lines.extend(self.conditions());
            lines.extend(self.fact_lines(&self.outcome.needed));
            lines.extend(self.governing());
        } else {
            fit::join(&mut lines, fit::MOST, self.lang);
        }
        lines
    }

    /// The licence, its basis and the document.
    pub(super) fn head(&self) -> Line {
        let head = &self.linked.ruleset.head;
        let licence = &self.program.licence;
        let document = format!("{} {}", head.title, self.day(head.from));
        let name = format!("{}（{}）", licence.name, licence.procedure.as_str());
        Line::new(Section::Head, name, document).basis(Some(licence.basis.to_string())).written(licence.span)
    }

    /// A citation as the form writes it.
    pub(super) fn cited(&self, basis: Option<&Arc<str>>, full: bool) -> Option<String> {
        self.basis(basis, full)
    }

    /// The decisions that are possible.
    pub(super) fn possible(&self) -> String {
        let procedure = self.program.licence.procedure;
        let kinds = self.outcome.possible.iter().map(|d| words::possible(*d, procedure, self.lang).to_owned());
        let kinds = self.join(&kinds.gather::<Vec<_>>());
        pick!(self.lang, format!("可能：{kinds}"), format!("possible: {kinds}"))
    }

    fn join(&self, parts: &[String]) -> String {
        parts.join(self.pick("、", ", "))
    }

    fn result(&self, full: bool) -> Vec<Line> {
        let Some(decision) = self.outcome.decision() else {
            return vec![Line::new(Section::Result, self.pick("尚不能确定", "Not determined yet"), self.possible())];
        };
        let heading = self.pick("结论", "Result");
        let mut lines = vec![Line::new(Section::Result, heading, self.decided(decision))];
        let names = |rows: &[usize]| -> Vec<String> {
            let rows = rows.iter().filter_map(|row| self.program.licence.authority.get(*row));
            rows.map(|row| row.is.to_string()).gather()
        };
        let authority = names(&self.outcome.authority);
        if self.goes_on() && !authority.is_empty() {
            let text = authority.join(self.pick("或者", " or "));
            // One applies to it; who decides in the end may be another (律师法 第六条第三款).
            let heading = match self.program.licence.procedure.on_application() {
                true => self.pick("受理机关", "Apply to"),
                false => self.pick("决定机关", "Decided by"),
            };
            lines.push(Line::new(Section::Result, heading, text));
        }
        if self.goes_on() {
            lines.extend(self.routes(full));
        }
        lines
    }

    /// The routes that are taken: what is waived below is waived by them.
    fn routes(&self, full: bool) -> impl Iterator<Item = Line> {
        let taken = self.program.licence.routes.iter().zip(&self.outcome.routes);
        taken.filter(|(_, taken)| **taken == Truth::True).map(move |(route, _)| {
            let text = self.noted(&route.id, route.note.as_ref());
            let basis = self.basis(route.basis.as_ref(), full);
            Line::new(Section::Result, self.pick("办理方式", "Route"), text).basis(basis).written(route.span)
        })
    }

    /// A name with what the text says beside it.
    fn noted(&self, name: &str, note: Option<&Arc<str>>) -> String {
        match note {
            Some(note) => pick!(self.lang, format!("{name}（{note}）"), format!("{name} ({note})")),
            None => name.to_owned(),
        }
    }

    /// The decision with what it rests on.
    pub(super) fn decided(&self, decision: Decision) -> String {
        let (licence, outcome) = (&self.program.licence, self.outcome);
        let mut text = words::decision(decision, licence.procedure, self.lang).to_owned();
        let hold = |rows: &[Ground], truths: &[Truth], force: Option<Binding>| -> Vec<String> {
            let rows =
                rows.iter().zip(truths).filter(|(row, t)| **t == Truth::True && force.is_none_or(|f| f == row.force));
            rows.map(|(row, _)| self.noted(&row.id, row.note.as_ref())).gather()
        };
        let mut why: Vec<String> = Vec::new();
        match decision.kind {
            DecisionKind::NotRequired => why = hold(&licence.exempt, &outcome.exempt, None),
            DecisionKind::NotAccepted => {
                let rows = outcome.authority.iter().filter_map(|row| licence.authority.get(*row));
                let right = rows.map(|row| row.is.to_string()).gather::<Vec<_>>().join(self.pick("或者", " or "));
                why.push(pick!(self.lang, format!("应当向{right}申请"), format!("apply to {right}")));
            }
            DecisionKind::Supplement => {
                let missing = licence.documents.iter().zip(&outcome.documents);
                let missing = missing.filter(|(_, status)| **status == DocumentStatus::Missing);
                why = missing.map(|(document, _)| self.document(document)).gather();
            }
            DecisionKind::Pending => {
                let missing = licence.steps.iter().zip(&outcome.steps);
                let missing = missing.filter(|(_, status)| **status == StepStatus::Missing);
                why = missing.map(|(step, _)| step.id.to_string()).gather();
            }
            DecisionKind::Refuse => {
                let failed = licence.conditions.iter().zip(&outcome.conditions);
                let failed = failed.filter(|(_, found)| found.status == ConditionStatus::Failed);
                why = failed
                    .map(|(c, _)| pick!(self.lang, format!("不符合“{}”", c.id), format!("“{}” is not met", c.id)))
                    .gather();
                why.extend(hold(&licence.bars, &outcome.bars, None));
                if outcome.exhausted == Some(Truth::True) {
                    why.push(self.pick("数量已满", "no licence is left").to_owned());
                }
            }
            DecisionKind::Revoke | DecisionKind::Withdraw | DecisionKind::Cancel => {
                why = hold(&licence.grounds, &outcome.grounds, Some(decision.force));
            }
            DecisionKind::Keep => why = hold(&licence.grounds, &outcome.grounds, Some(Binding::MustNot)),
            DecisionKind::Grant => {}
        }
        if !why.is_empty() {
            text.push_str(self.pick("：", ": "));
            text.push_str(&self.join(&why));
        }
        text
    }

    fn document(&self, document: &Document) -> String {
        match document.form {
            Some(form) => {
                let form = form.name(self.lang);
                pick!(self.lang, format!("{}（{form}）", document.id), format!("{} ({form})", document.id))
            }
            None => document.id.to_string(),
        }
    }

    fn questions(&self, full: bool) -> Vec<Line> {
        let shown = if full { usize::MAX } else { BRIEF };
        let needed = self.outcome.needed.iter().take(shown).zip(1usize..);
        let mut lines: Vec<Line> = needed
            .map(|(id, number)| {
                let decides = licence_decides(self.program, *id, self.lang);
                let question = self.question(*id);
                let text =
                    pick!(self.lang, format!("{question}（{decides}）"), format!("{question} (decides {decides})"));
                let basis = self.linked.facts.get(*id).and_then(|f| self.basis(f.basis.as_ref(), full));
                let mut line = Line::new(Section::Ask, self.fact_name(*id), text).basis(basis);
                line.number = Some(number);
                line
            })
            .gather();
        more(&mut lines, self.outcome.needed.len(), self.lang);
        lines
    }

    /// Whether the application is looked at any further.
    fn goes_on(&self) -> bool {
        let ends = |d: &Decision| matches!(d.kind, DecisionKind::NotRequired | DecisionKind::NotAccepted);
        !self.outcome.possible.iter().all(ends)
    }

    /// Conditions, bars and steps; the brief form leaves out what is not asked of this applicant.
    fn requirements(&self, full: bool) -> Vec<Line> {
        let (licence, outcome) = (&self.program.licence, self.outcome);
        let mut lines = Vec::new();
        if !full && !self.goes_on() {
            return lines;
        }
        for (condition, found) in licence.conditions.iter().zip(&outcome.conditions) {
            self.condition(condition, found, full, &mut lines);
        }
        for (bar, truth) in licence.bars.iter().zip(&outcome.bars) {
            let text = match truth {
                Truth::True => self.pick("有此情形，不得许可", "holds: no licence may be granted"),
                Truth::False if full => self.pick("无此情形", "does not hold"),
                Truth::False => continue,
                Truth::Unknown => self.pick("尚不知有无此情形", "not known yet"),
            };
            let basis = self.basis(bar.basis.as_ref(), full);
            lines.push(Line::new(Section::Requirements, &*bar.id, text).basis(basis).written(bar.span));
        }
        for (step, status) in licence.steps.iter().zip(&outcome.steps) {
            if !full && matches!(status, StepStatus::NotNeeded) {
                continue;
            }
            let basis = self.basis(step.basis.as_ref(), full);
            let text = status.name(self.lang);
            lines.push(Line::new(Section::Requirements, &*step.id, text).basis(basis).written(step.span));
        }
        lines
    }

    fn condition(&self, condition: &Condition, found: &ConditionOutcome, full: bool, lines: &mut Vec<Line>) {
        if !full && found.status == ConditionStatus::NotApplicable {
            return;
        }
        let mut text = found.status.name(self.lang).to_owned();
        if let (ConditionStatus::Failed, ConditionTest::Require(cond)) = (found.status, &condition.test)
            && let Some(said) = self.first_failed(cond, true)
        {
            let asked = said.asked(self.lang);
            text = match &said.has {
                Some(has) => {
                    pick!(self.lang, format!("{text}：须{asked}；本案 {has}"), format!("{text}: {asked}; here {has}"))
                }
                None => pick!(self.lang, format!("{text}：须{asked}"), format!("{text}: {asked}")),
            };
        }
        if condition.curable && found.status == ConditionStatus::Failed {
            text.push_str(self.pick("（可在决定前补救）", " (may be remedied before the decision)"));
        }
        let basis = self.basis(condition.basis.as_ref(), full);
        lines.push(Line::new(Section::Requirements, &*condition.id, text).basis(basis).written(condition.span));
        match &condition.test {
            ConditionTest::Require(_) => {}
            // Of a group that is met the brief form tells no more: a member that is not met would mislead.
            ConditionTest::Group(..) if !full && found.status == ConditionStatus::Satisfied => {}
            ConditionTest::Group(Grouping::NoneOf, inside) => {
                for (inner, found) in inside.iter().zip(&found.of) {
                    let basis = self.basis(inner.basis.as_ref(), full);
                    let text = words::described(found.status, self.lang);
                    lines.push(Line::new(Section::Requirements, &*inner.id, text).basis(basis).written(inner.span));
                }
            }
            ConditionTest::Group(_, inside) => {
                for (inner, found) in inside.iter().zip(&found.of) {
                    self.condition(inner, found, full, lines);
                }
            }
        }
    }

    fn documents(&self, full: bool) -> Vec<Line> {
        let rows = self.program.licence.documents.iter().zip(&self.outcome.documents);
        let shown =
            rows.filter(|(_, status)| full || !matches!(status, DocumentStatus::Given | DocumentStatus::NotNeeded));
        let known = self.outcome.decision().is_some_and(|d| d.kind != DecisionKind::Supplement);
        shown
            .filter(|(_, status)| full || !known || **status != DocumentStatus::Unknown)
            .map(|(document, status)| {
                let basis = self.basis(document.basis.as_ref(), full);
                let text = words::document(*status, self.lang);
                Line::new(Section::Documents, self.document(document), text).basis(basis).written(document.span)
            })
            .gather()
    }

    fn deadlines(&self, full: bool) -> Vec<Line> {
        let licence = &self.program.licence;
        let rows = licence.deadlines.iter().zip(&self.outcome.deadlines);
        let mut lines: Vec<Line> = rows
            .filter(|(_, found)| found.exists != Truth::False && (full || found.due.is_some()))
            .map(|(deadline, found)| {
                let basis = self.basis(deadline.basis.as_ref(), full);
                let text = self.deadline(deadline, found);
                Line::new(Section::Deadlines, &*deadline.what, text).basis(basis).written(deadline.span)
            })
            .gather();
        if let (Some(renewal), Some(found)) = (&licence.renewal, &self.outcome.renewal)
            && let Some(closes) = found.closes
        {
            let until = self.day(closes);
            let window = match found.opens {
                Some(opens) => {
                    pick!(self.lang, format!("{}至{until}", self.day(opens)), format!("{} to {until}", self.day(opens)))
                }
                None => pick!(self.lang, format!("至迟{until}"), format!("by {until}")),
            };
            let window = window + &rest(found.rest, self.lang);
            let status = found.status.name(self.lang);
            let mut text = pick!(self.lang, format!("{window}；{status}"), format!("{window}; {status}"));
            if let Some(general) = found.general.filter(|_| found.status != RenewalStatus::Unknown) {
                let day = self.day(general);
                text.push_str(&pick!(
                    self.lang,
                    format!("（一般规定为{day}，特别规定优先）"),
                    format!(" (the general rule would be {day}; the special rule goes before it)"),
                ));
            }
            let basis = self.basis(renewal.basis.as_ref(), full);
            let heading = self.pick("申请延续", "renewal");
            lines.push(Line::new(Section::Deadlines, heading, text).basis(basis).written(renewal.span));
        }
        for (ban, found) in licence.bans.iter().zip(&self.outcome.bans).filter(|(_, found)| found.holds == Truth::True)
        {
            let text = match (found.until, &ban.lasts) {
                (Some(day), _) => pick!(
                    self.lang,
                    format!("至{}不得再次申请", self.day(day)),
                    format!("no new application until {}", self.day(day)),
                ),
                (None, None) => BanEnd::ForGood.name(self.lang).to_owned(),
                (None, Some(_)) => {
                    self.pick("不得再次申请，起算日尚不知", "no new application; the first day is not known").to_owned()
                }
            };
            let basis = self.basis(ban.basis.as_ref(), full);
            lines.push(Line::new(Section::Deadlines, &*ban.id, text).basis(basis).written(ban.span));
        }
        lines
    }

    /// `2024年3月1日起 5 工作日 → 2024年3月8日；时限未满`
    fn deadline(&self, deadline: &Deadline, found: &DeadlineOutcome) -> String {
        let text = self.counted(deadline, found);
        match found.exists {
            Truth::Unknown => pick!(
                self.lang,
                format!("是否适用尚不知；如适用，{text}"),
                format!("not known whether it applies; if it does: {text}"),
            ),
            _ => text,
        }
    }

    fn counted(&self, deadline: &Deadline, found: &DeadlineOutcome) -> String {
        let counted: Vec<String> = found
            .counted
            .iter()
            .filter(|(count, _)| *count != 0)
            .map(|(count, of)| quantity(Rational::int(*count), &counted(*of), self.lang))
            .gather();
        let Some((from, due)) = found.from.zip(found.due) else {
            return self.pick("起算日或者时长尚不知", "the first day or the length is not known yet").to_owned();
        };
        let (from, due) = (self.day(from), self.day(due));
        let counted = counted.join(" + ");
        let mut text =
            pick!(self.lang, format!("{from}起 {counted} → {due}"), format!("from {from}, {counted} → {due}"));
        text.push_str(&rest(found.rest, self.lang));
        if let Some(day) = found.promised {
            text.push_str(&pick!(
                self.lang,
                format!("（承诺 {}）", self.day(day)),
                format!(" (promised {})", self.day(day))
            ));
        }
        if deadline.done.is_some() {
            text.push_str(self.pick("；", "; "));
            text.push_str(words::deadline(found.status, deadline.otherwise, self.outcome.accepted, self.lang));
        }
        text
    }

    fn terms(&self, full: bool) -> Vec<Line> {
        let granted = self.outcome.possible.iter().any(|d| d.kind == DecisionKind::Grant);
        let rows = self.program.licence.terms.iter().zip(&self.outcome.terms).filter(|_| granted || full);
        rows.map(|(term, found)| {
            let dimension = term.rows.first().map(|row| row.range.dimension.clone()).unwrap_or_default();
            let text = match found.amount {
                Some(range) => amount(&Measure::Range(range), &dimension, self.lang),
                None => self.pick("没有对应的规定", "no row holds").to_owned(),
            };
            let basis = self.basis(term.basis_of(&found.rows), full);
            Line::new(Section::Terms, &*term.id, text).basis(basis).written(term.span)
        })
        .gather()
    }

    fn reviews(&self, full: bool) -> Vec<Line> {
        let shown = if full { usize::MAX } else { BRIEF };
        let points = &self.outcome.review_points;
        let (unverified, others): (Vec<&LicenceReview>, Vec<&LicenceReview>) =
            points.iter().partition(|p| p.code == LicenceReviewCode::Unverified);
        let line = |p: &LicenceReview| {
            let basis = self.basis(p.basis.as_ref(), full);
            Line::new(Section::Review, p.code.name(self.lang), self.review(p)).basis(basis)
        };
        let mut lines: Vec<Line> = others.iter().take(shown).map(|p| line(p)).gather();
        let left = others.len().saturating_sub(shown);
        if left > 0 {
            let text =
                pick!(self.lang, format!("另有 {left} 项，见详细说明"), format!("{left} more in the full explanation"));
            lines.push(Line::new(Section::Review, "", text));
        }
        if full {
            lines.extend(unverified.into_iter().map(line));
        } else if !unverified.is_empty() {
            let mut names: Vec<String> = unverified.iter().map(|p| self.quoted(&p.rule)).gather();
            names.dedup();
            let names = self.join(&names);
            let text = words::see_full(&names, self.lang);
            lines.push(Line::new(Section::Review, LicenceReviewCode::Unverified.name(self.lang), text));
        }
        lines
    }

    pub(super) fn review(&self, point: &LicenceReview) -> String {
        let before = self.program.licence.steps.iter().find(|step| step.id == point.rule).map(|step| step.before);
        words::sentence(point, before, self.lang)
    }

    fn day(&self, date: Date) -> String {
        self.speaker.day(date)
    }
}
