//! The lines of an explanation as data: every layout prints these, in this order.

use super::fit;
use super::line::{About, Line};
use super::teller::Teller;
use super::words;
use crate::decide::{Allowed, Asked, Awaited, Basis, Judged};
use crate::expr::FactId;
use crate::gather::Gather as _;
use crate::outcome::{Outcome, ReviewPoint, Verdict};
use crate::vocabulary::{Force, Form, ReviewCode, Section};

/// The most rows that did not apply, and reasons for review, that the brief form lists.
const BRIEF: usize = 5;

/// An outcome as lines; `judged` is what the law says of punishing at all.
pub(super) fn all(teller: &Teller<'_>, of: Basis<'_>, judged: Judged, form: Form) -> Vec<Line> {
    let Basis { outcome, general, .. } = of;
    let full = form == Form::Full;
    let mut needed = outcome.needed.clone();
    needed.extend(general.iter().flat_map(|g| &g.needed).filter(|id| !outcome.needed.contains(id)));
    let determined = outcome.determined && needed.is_empty();
    let points: Vec<&ReviewPoint> =
        outcome.review_points.iter().chain(general.iter().flat_map(|g| &g.review_points)).gather();
    let mut lines = vec![teller.head()];
    lines.extend(teller.result(of, judged, determined));
    // What nobody may impose has no ways.
    if judged.ground.is_none() {
        lines.extend(teller.possible(outcome));
    }
    lines.extend(general.iter().flat_map(|g| teller.options(g, full)));
    lines.extend(teller.asks(&needed, full));
    let mut not_applied = Vec::new();
    if outcome.determined || full {
        lines.extend(teller.steps(outcome, full));
        not_applied = teller.not_applied(outcome, full);
    }
    let above = lines.len();
    lines.extend(teller.reviews(points, determined, full));
    if full {
        lines.splice(above..above, not_applied);
        lines.extend(teller.details(outcome));
    } else {
        let rows = not_applied.len().min(BRIEF.saturating_add(1));
        fit::join(&mut lines, fit::MOST.saturating_sub(rows), teller.lang);
        teller.cut(&mut not_applied, fit::MOST.saturating_sub(lines.len()));
        let above = lines.iter().position(|line| line.section == Section::Review).unwrap_or(lines.len());
        lines.splice(above..above, not_applied);
    }
    number(&mut lines);
    lines
}

fn number(lines: &mut [Line]) {
    for section in [Section::Ask, Section::Steps] {
        for (line, number) in lines.iter_mut().filter(|l| l.section == section).zip(1usize..) {
            line.number = Some(number);
        }
    }
}

/// What a verdict waits for: `违法行为是否成立、是否处罚`.
pub(super) fn open(open: Awaited, lang: words::Lang) -> String {
    let parts = [
        (open.offence, "违法行为是否成立、是否处罚", "whether there is an offence and a penalty at all"),
        (open.limitation, "是否已过追责时效", "whether it is too late to punish"),
        (open.exemption, "是否应当不予处罚", "whether there must be no penalty"),
    ];
    let told: Vec<&str> = parts.into_iter().filter(|(is, ..)| *is).map(|(_, zh, en)| lang.pick(zh, en)).gather();
    told.join(lang.pick("、", " and "))
}

impl Teller<'_> {
    pub(super) fn head(&self) -> Line {
        let head = &self.program.linked.ruleset.head;
        let document = format!("{} {}", head.title, self.day(head.from));
        Line::new(Section::Head, &*self.program.offence.name, document)
            .basis(Some(self.program.clause.basis.to_string()))
    }

    fn result(&self, of: Basis<'_>, judged: Judged, determined: bool) -> Vec<Line> {
        let outcome = of.outcome;
        let allowed = Allowed::of(of, Asked::WholeCase);
        let heading = if determined || judged.ground.is_some() {
            self.pick("结论", "Result")
        } else {
            self.pick("尚不能确定", "Not determined yet")
        };
        let mut lines: Vec<Line> = Vec::new();
        let exempt = outcome.verdict == Verdict::NoPenalty(Force::Must);
        let orders = self.orders(outcome).join(self.pick("；", "; "));
        let join = |text: String| match (text.is_empty(), orders.is_empty()) {
            (_, true) => text,
            (true, false) => orders.clone(),
            (false, false) => format!("{text}{}{orders}", self.pick("；", "; ")),
        };
        match judged.verdict {
            Verdict::NotEstablished => {
                lines.push(Line::new(
                    Section::Result,
                    heading,
                    self.pick("违法行为不成立", "no offence is established"),
                ));
                return lines;
            }
            Verdict::TimeBarred => {
                let text = self.pick("已过追责时效，不再给予行政处罚", "time-barred: no penalty any more").to_owned();
                lines.push(Line::new(Section::Result, heading, join(text)));
            }
            Verdict::NoPenalty(_) => {
                let needs = self.needed_without_penalty(judged, of.general);
                let text = format!("{}{needs}", self.pick("不予处罚", "no penalty"));
                lines.push(Line::new(Section::Result, heading, join(text)));
            }
            Verdict::Sanctioned => {
                let instead = self.in_place_of_the_table(of, &allowed);
                let many = outcome.targets.len() > 1 || !instead.is_empty();
                for text in &instead {
                    lines.push(Line::new(Section::Result, heading, text.clone()));
                }
                for target in outcome.targets.iter().filter(|_| instead.is_empty()) {
                    let text = format!("{}{}", self.whose(target, outcome), self.sanctions(target, false));
                    lines.push(Line::new(Section::Result, heading, if many { text } else { join(text) }));
                }
                if (many && !orders.is_empty()) || outcome.targets.is_empty() {
                    let nothing = self.pick("没有可以科处的处罚", "no sanction applies").to_owned();
                    let text = if outcome.targets.is_empty() { join(nothing) } else { orders.clone() };
                    lines.push(Line::new(Section::Result, heading, text));
                }
                if !judged.certain {
                    let open = open(judged.open, self.lang);
                    let text = pick!(self.lang, format!("{open}，也有待查明"), format!("{open} is open too"));
                    lines.push(Line::new(Section::Result, heading, text));
                }
            }
        }
        lines.iter_mut().skip(1).for_each(|l| l.heading.clear());
        if let Some(line) = self.tier_line(outcome).filter(|_| !exempt || !outcome.targets.is_empty()) {
            lines.push(line);
        }
        lines
    }

    fn tier_line(&self, outcome: &Outcome) -> Option<Line> {
        if !self.has_tiers() {
            return None;
        }
        let target = outcome.targets.first()?;
        let mut names: Vec<String> = target.tiers.iter().map(|t| self.tier(*t)).gather();
        let none = self.pick("无对应阶次", "no tier");
        if target.maybe_no_tier {
            names.push(none.to_owned());
        }
        // A row may narrow and name no tier: an override.
        let ways = target.sanctions.iter().flat_map(|s| &s.possible).map(|p| p.way);
        for row in ways.filter(|way| way.tier.is_none()).filter_map(|way| way.row) {
            let name = format!("{}{}", self.row_name(row), self.pick("（未列阶次）", " (names no tier)"));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return None;
        }
        let heading =
            if names.len() > 1 { self.pick("可能的阶次", "Possible tiers") } else { self.pick("阶次", "Tier") };
        Some(Line::new(Section::Result, heading, names.join(self.pick("、", ", "))))
    }

    fn possible(&self, outcome: &Outcome) -> Vec<Line> {
        let mut lines = Vec::new();
        for target in &outcome.targets {
            let whose = self.whose(target, outcome);
            let ways = self.ways(target);
            if !ways.is_empty() {
                lines.extend(
                    ways.into_iter().map(|(name, text)| Line::new(Section::Ways, name, format!("{whose}{text}"))),
                );
            }
        }
        lines
    }

    fn asks(&self, needed: &[FactId], full: bool) -> Vec<Line> {
        let shown = if full { usize::MAX } else { BRIEF };
        let mut lines: Vec<Line> = needed
            .iter()
            .take(shown)
            .map(|id| {
                let decides = self.decides(*id);
                let question = self.question(*id);
                let text = match decides.as_str() {
                    "" => question,
                    decides => {
                        pick!(self.lang, format!("{question}（{decides}）"), format!("{question} (decides {decides})"))
                    }
                };
                let basis = self.program.linked.facts.get(*id).and_then(|f| self.basis(f.basis.as_ref(), full));
                Line::new(Section::Ask, self.fact_name(*id), text).basis(basis)
            })
            .gather();
        let left = needed.len().saturating_sub(lines.len());
        if left > 0
            && let Some(last) = lines.last_mut()
        {
            last.text.push_str(&pick!(self.lang, format!("；此外还有 {left} 项"), format!("; {left} more after that")));
        }
        lines
    }

    fn reviews(&self, mut points: Vec<&ReviewPoint>, determined: bool, full: bool) -> Vec<Line> {
        // In the brief form what is not verified is one line, the last.
        let mut unverified: Vec<String> = Vec::new();
        if !full {
            unverified = points.iter().filter(|p| p.code == ReviewCode::Unverified).map(|p| self.rule(p.rule)).gather();
            unverified.dedup();
            // While facts are missing, what depends on them waits.
            points.retain(|p| p.code != ReviewCode::Unverified && (p.certain || determined));
        }
        points.sort_by_key(|p| !p.certain);
        let shown = if full { usize::MAX } else { BRIEF };
        let left = points.len().saturating_sub(shown);
        let mut lines: Vec<Line> = points
            .iter()
            .take(shown)
            .map(|p| {
                let basis = self.basis(p.basis.as_ref(), full);
                Line::new(Section::Review, p.code.name(self.lang), self.review(p)).basis(basis)
            })
            .gather();
        if left > 0 {
            let text =
                pick!(self.lang, format!("另有 {left} 项，见详细说明"), format!("{left} more in the full explanation"));
            lines.push(Line::new(Section::Review, "", text));
        }
        if !unverified.is_empty() {
            let names: Vec<String> = unverified.iter().map(|n| self.quoted(n)).gather();
            let names = names.join(self.pick("、", ", "));
            let text = pick!(
                self.lang,
                format!("{names}（缘由见详细说明）"),
                format!("{names} (why: see the full explanation)")
            );
            lines.push(Line::new(Section::Review, ReviewCode::Unverified.name(self.lang), text));
        }
        lines
    }

    /// Rows that surely did not apply, each with the first thing that was missing.
    fn not_applied(&self, outcome: &Outcome, full: bool) -> Vec<Line> {
        let rows = self.program.rows();
        let mut lines: Vec<Line> = Vec::new();
        if outcome.verdict == Verdict::NotEstablished {
            return lines;
        }
        for (id, row) in rows.enumerate() {
            let Some(text) = self.not_this(id) else { continue };
            let basis = if full { row.basis.as_ref().map(ToString::to_string) } else { None };
            let mut line = Line::new(Section::NotApplied, self.row_name(id), text).basis(basis);
            line.about = Some(About::Row(id));
            lines.push(line);
        }
        lines
    }

    /// The rows that did not apply, as far as there is room; the others are counted.
    fn cut(&self, lines: &mut Vec<Line>, room: usize) {
        let all = lines.len();
        if all <= BRIEF.min(room) {
            return;
        }
        lines.truncate(BRIEF.min(room.saturating_sub(1)));
        let left = all.saturating_sub(lines.len());
        let text = if lines.is_empty() {
            pick!(self.lang, format!("{left} 行，见详细说明"), format!("{left}, in the full explanation"))
        } else {
            pick!(
                self.lang,
                format!("另有 {left} 行未适用，见详细说明"),
                format!("{left} more in the full explanation")
            )
        };
        lines.push(Line::new(Section::NotApplied, "", text));
    }
}
