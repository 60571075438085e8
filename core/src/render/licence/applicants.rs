//! Several applicants in words: who is served, who is not, who waits for whom.

use std::sync::Arc;

use super::questions::{BRIEF, licence_decides, more};
use super::registrar::Registrar;
use super::{render_licence, words};
use crate::expr::FactId;
use crate::gather::Gather as _;
use crate::link::LicenceProgram;
use crate::outcome::{ApplicantPlace, ApplicantsOutcome, ApplicantsReview};
use crate::render::line::Line;
use crate::render::words::Style;
use crate::render::{layout, question};
use crate::value::{Bound, Rational, Truth};
use crate::vocabulary::{DecisionKind, Form, Lang, LicenceReviewCode, Markup, Section};

/// The outcome for several applicants as a person reads it; in the full form each of them follows.
///
/// `names` are those of the applicants, in the order of the outcome; `questions` what to ask, and of whom.
pub fn render_applicants(
    program: &LicenceProgram,
    names: &[Arc<str>],
    outcome: &ApplicantsOutcome,
    questions: &[(Option<usize>, FactId)],
    style: Style,
) -> String {
    let line = Queue { program, names, outcome, lang: style.lang };
    let mut text = layout::lay_out(&line.all(questions, style.form), style.lang, style.markup);
    if style.form == Form::Full {
        for (name, place) in names.iter().zip(&outcome.places) {
            text.push_str(&match style.markup {
                Markup::Text => format!("\n—— {name} ——\n"),
                Markup::Markdown => format!("\n---\n\n### {name}\n\n"),
            });
            text.push_str(&render_licence(program, &place.facts, &place.outcome, style));
        }
    }
    text
}

/// What a review point about the order says, in one sentence; `names` are those of the applicants.
pub fn applicants_review(names: &[Arc<str>], point: &ApplicantsReview, lang: Lang) -> String {
    let joined = |of: &[usize]| {
        let found: Vec<&str> = of.iter().filter_map(|a| names.get(*a)).map(|name| &**name).gather();
        found.join(lang.pick("、", ", "))
    };
    words::order_review(point.code, &joined(&point.applicants), &joined(&point.others), lang)
}

struct Queue<'a> {
    program: &'a LicenceProgram,
    names: &'a [Arc<str>],
    outcome: &'a ApplicantsOutcome,
    lang: Lang,
}

impl Queue<'_> {
    fn all(&self, questions: &[(Option<usize>, FactId)], form: Form) -> Vec<Line> {
        let mut lines = Vec::new();
        // The head is that of the licence, whoever applies.
        lines.extend(self.outcome.places.first().map(|place| self.registrar(place).head()));
        lines.push(self.result());
        lines.extend(self.number(form));
        lines.extend(self.applicants());
        lines.extend(self.questions(questions, form));
        lines.extend(self.reviews(form));
        lines
    }

    fn registrar<'b>(&'b self, place: &'b ApplicantPlace) -> Registrar<'b> {
        Registrar::new(self.program, &place.facts, &place.outcome, self.lang)
    }

    fn join(&self, names: &[&str]) -> String {
        names.join(self.lang.pick("、", ", "))
    }

    /// Who is granted the licence, and who still may be.
    fn result(&self) -> Line {
        let mut parts: Vec<String> = Vec::new();
        for (kind, zh, en) in [
            (None, "尚不能确定：", "not determined yet: "),
            (Some(DecisionKind::Grant), "准予：", "granted: "),
            // Neither is refused: the decision is still to come.
            (Some(DecisionKind::Pending), "尚不得作出决定：", "no decision yet: "),
            (Some(DecisionKind::Supplement), "待补正：", "to be supplemented: "),
        ] {
            let all = self.names.iter().zip(&self.outcome.places);
            let all = all.filter(|(_, place)| place.outcome.decision().map(|d| d.kind) == kind);
            let names: Vec<&str> = all.map(|(name, _)| &**name).gather();
            if !names.is_empty() {
                parts.push(format!("{}{}", self.lang.pick(zh, en), self.join(&names)));
            }
        }
        if parts.is_empty() {
            parts.push(self.lang.pick("无人可以准予", "nobody is granted it").to_owned());
        }
        Line::new(Section::Result, self.lang.pick("结论", "Result"), parts.join(self.lang.pick("；", "; ")))
    }

    /// Whether the number is limited for any of them.
    fn limited(&self) -> Truth {
        self.outcome.places.iter().map(|place| place.limited).fold(Truth::False, Truth::or)
    }

    fn number(&self, form: Form) -> Option<Line> {
        let quota = self.program.licence.quota.as_ref()?;
        let left = match self.outcome.left.point() {
            Some(left) => pick!(self.lang, format!("尚余 {left} 个"), format!("{left} left")),
            None => self.lang.pick("尚余多少不知", "how many are left is not known").to_owned(),
        };
        let order = quota.order.is.name(self.lang);
        let text = match self.limited() {
            Truth::True => pick!(self.lang, format!("{left}；{order}"), format!("{left}; {order}")),
            Truth::False => self.lang.pick("数量不受限制", "the number is not limited here").to_owned(),
            Truth::Unknown => pick!(
                self.lang,
                format!("数量是否受限尚不知；如受限，{left}，{order}"),
                format!("not known whether the number is limited; if it is: {left}, {order}"),
            ),
        };
        let place = self.outcome.places.first()?;
        let basis = if self.limited() == Truth::False { &quota.basis } else { &quota.order.basis };
        let basis = self.registrar(place).cited(basis.as_ref(), form == Form::Full);
        Some(Line::new(Section::Result, self.lang.pick("数量和顺序", "Number and order"), text).basis(basis))
    }

    /// Those who take a place in their order, then the others.
    fn applicants(&self) -> Vec<Line> {
        let mut all: Vec<(&Arc<str>, &ApplicantPlace)> = self.names.iter().zip(&self.outcome.places).gather();
        let first = |place: &ApplicantPlace| place.before.least().value().unwrap_or(Rational::ZERO);
        all.sort_by_key(|(_, place)| (place.takes_place == Truth::False, first(place)));
        let lines = all.into_iter().map(|(name, place)| {
            let registrar = self.registrar(place);
            let decided = match place.outcome.decision() {
                Some(decision) => registrar.decided(decision),
                None => registrar.possible(),
            };
            // Where there is one for everybody, nobody has a place.
            let text = match (self.limited(), self.place(place)) {
                (Truth::False, _) => decided,
                (_, place) => pick!(self.lang, format!("{decided}（{place}）"), format!("{decided} ({place})")),
            };
            Line::new(Section::Applicants, &**name, text)
        });
        lines.gather()
    }

    /// `第 2 位`, `第 1 至 3 位，可能在先：甲、乙`
    fn place(&self, place: &ApplicantPlace) -> String {
        if place.limited == Truth::False {
            return self.lang.pick("不受数量限制", "the number is not limited here").to_owned();
        }
        if place.takes_place == Truth::False {
            return self.lang.pick("不占名额", "takes no place").to_owned();
        }
        let next = |bound: Bound| {
            bound.value().and_then(|n| n.add(Rational::ONE).ok()).map(|n| n.to_string()).unwrap_or_default()
        };
        let (lo, hi) = (next(place.before.least()), next(place.before.greatest()));
        if lo == hi {
            return pick!(self.lang, format!("第 {lo} 位"), format!("place {lo}"));
        }
        let maybe = place.ahead.iter().filter(|(_, truth)| *truth == Truth::Unknown);
        let maybe: Vec<&str> = maybe.filter_map(|(other, _)| self.names.get(*other)).map(|name| &**name).gather();
        let maybe = self.join(&maybe);
        pick!(
            self.lang,
            format!("第 {lo} 至 {hi} 位，可能在先：{maybe}"),
            format!("place {lo} to {hi}; perhaps before: {maybe}"),
        )
    }

    fn questions(&self, questions: &[(Option<usize>, FactId)], form: Form) -> Vec<Line> {
        let shown = if form == Form::Full { usize::MAX } else { BRIEF };
        let numbered = questions.iter().take(shown).zip(1usize..);
        let line = |((of, id), number): (&(Option<usize>, FactId), usize)| {
            let fact = &self.program.linked.facts.at(*id).name;
            let heading = match of.and_then(|of| self.names.get(of)) {
                Some(name) => pick!(self.lang, format!("{name}：{fact}"), format!("{name}: {fact}")),
                None => fact.to_string(),
            };
            let (asked, decides) =
                (question(self.program, *id, self.lang), licence_decides(self.program, *id, self.lang));
            let text = pick!(self.lang, format!("{asked}（{decides}）"), format!("{asked} (decides {decides})"));
            let mut line = Line::new(Section::Ask, heading, text);
            line.number = Some(number);
            line
        };
        let mut lines: Vec<Line> = numbered.map(line).gather();
        more(&mut lines, questions.len(), self.lang);
        lines
    }

    /// What there is to look at in the order, then what is alike for several applicants once, with their names.
    fn reviews(&self, form: Form) -> Vec<Line> {
        let full = form == Form::Full;
        let cite = |basis: Option<&Arc<str>>| {
            self.outcome.places.first().and_then(|place| self.registrar(place).cited(basis, full))
        };
        let mut lines: Vec<Line> = Vec::new();
        for point in &self.outcome.points {
            let text = applicants_review(self.names, point, self.lang);
            let heading = point.code.name(self.lang);
            lines.push(Line::new(Section::Review, heading, text).basis(cite(point.basis.as_ref())));
        }
        let mut alike: Vec<(Line, Vec<&str>)> = Vec::new();
        let mut unverified: Vec<String> = Vec::new();
        for (name, place) in self.names.iter().zip(&self.outcome.places) {
            let registrar = self.registrar(place);
            for point in &place.outcome.review_points {
                if point.code == LicenceReviewCode::Unverified && !full {
                    let rule = format!("“{}”", point.rule);
                    if !unverified.contains(&rule) {
                        unverified.push(rule);
                    }
                    continue;
                }
                let text = registrar.review(point);
                let line = Line::new(Section::Review, point.code.name(self.lang), text);
                let line = line.basis(cite(point.basis.as_ref()));
                match alike.iter_mut().find(|(known, _)| *known == line) {
                    Some((_, names)) => names.push(name),
                    None => alike.push((line, vec![name])),
                }
            }
        }
        for (mut line, names) in alike {
            if names.len() < self.names.len() {
                let names = self.join(&names);
                line.text.push_str(&pick!(self.lang, format!("（{names}）"), format!(" ({names})")));
            }
            lines.push(line);
        }
        if !unverified.is_empty() {
            let names = self.join(&unverified.iter().map(String::as_str).gather::<Vec<_>>());
            let heading = LicenceReviewCode::Unverified.name(self.lang);
            lines.push(Line::new(Section::Review, heading, words::see_full(&names, self.lang)));
        }
        lines
    }
}
