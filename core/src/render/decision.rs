//! A whole case as a person reads it, in the order of a decision: facts, law, tier, result, together, rights.

use super::case_words::{self, case_message, concurrence_message, law_message, limitation_message};
use super::layout;
use super::line::Line;
use super::lines;
use super::procedure;
use super::question::ask;
use super::teller::Teller;
use super::value::day;
use super::words::Style;
use crate::decide::{Act, Day, Decision, Procedures, Version, needed};
use crate::gather::Gather as _;
use crate::value::Truth;
use crate::vocabulary::{Form, Lang, LimitationStatus, Section};

/// A whole case as text or Markdown.
pub fn render_decision(decision: &Decision, style: Style) -> String {
    layout::lay_out(&decision_lines(decision, style.lang, style.form), style.lang, style.markup)
}

/// A whole case as lines: what every layout prints, in the order of a decision letter.
pub fn decision_lines(decision: &Decision, lang: Lang, form: Form) -> Vec<Line> {
    let case = CaseTeller { decision, lang, form };
    let mut found = vec![head(decision, lang)];
    found.extend(case.each(|act| case.facts(act)));
    found.extend(case.each(|act| case.law(act)));
    found.extend(case.of_outcomes(&[Section::Steps, Section::NotApplied], Section::Grading));
    found.extend(case.of_outcomes(&[Section::Options], Section::Options));
    found.extend(case.of_outcomes(&[Section::Result, Section::Ways], Section::Acts));
    found.extend(case.each(|act| case.execution(act)));
    found.extend(case.together());
    found.extend(decision.procedures.iter().flat_map(|p| procedure::steps(p, lang, form, case.steps())));
    found.extend(case.rights());
    found.extend(case.asks());
    found.extend(case.reviews());
    if form == Form::Full {
        found.extend(case.governing());
    }
    found
}

struct CaseTeller<'d> {
    decision: &'d Decision,
    lang: Lang,
    form: Form,
}

/// The question for a name that is still needed: that of the text that declares it, else that of a day of the case.
pub fn case_question(decision: &Decision, name: &str, lang: Lang) -> String {
    let of_procedure = decision.procedures.iter().flat_map(Procedures::facts);
    let found = decision.acts.iter().flat_map(declared).chain(of_procedure).find(|f| *f.name == *name);
    found
        .map_or_else(|| pick!(lang, format!("{name}是哪一天？"), format!("{name}: which day?")), |fact| ask(fact, lang))
}

/// What a day of the case decides.
pub(crate) fn decides_day(name: &str, lang: Lang) -> &'static str {
    match name {
        "决定日" => lang.pick("定适用的法律", "the law that governs"),
        "行为终了日" => lang.pick("定适用的法律、追责时效", "the law that governs, limitation"),
        _ => lang.pick("定追责时效", "limitation"),
    }
}

/// What a fact of the documents that lay down the procedure decides.
pub(crate) fn decides_procedure(lang: Lang) -> &'static str {
    lang.pick("定处罚程序", "the procedure")
}

/// Everything that an act's texts declare.
pub(crate) fn declared(act: &Act) -> impl Iterator<Item = &crate::ruleset::FactDecl> {
    let versions = act.versions.iter().map(|v| &v.of.program.linked);
    let laws = act.at_act.laws().chain(act.at_decision.iter().flat_map(|l| l.laws())).map(AsRef::as_ref);
    versions.chain(laws).flat_map(|linked: &crate::link::Linked| linked.facts.iter())
}

/// The offences, and the day of the decision.
pub(super) fn head(decision: &Decision, lang: Lang) -> Line {
    let mut names: Vec<&str> = Vec::new();
    for version in decision.acts.iter().filter_map(|a| a.governing().next()) {
        if !names.contains(&version.of.program.offence_name()) {
            names.push(version.of.program.offence_name());
        }
    }
    let decided = decision.acts.iter().find_map(|a| a.dates.decided.date());
    let text = match decided {
        Some(date) => pick!(lang, format!("{}决定", day(date, lang)), format!("decided {}", day(date, lang))),
        None => lang.pick("决定日未定", "day of decision open").to_owned(),
    };
    Line::new(Section::Head, names.join(lang.pick("；", "; ")), text)
}

impl CaseTeller<'_> {
    /// The steps of the procedure that are told.
    fn steps(&self) -> procedure::WhichShown<'static> {
        if self.form == Form::Full { &|_| true } else { &procedure::before_decision }
    }

    fn several(&self) -> bool {
        self.decision.acts.len() > 1
    }

    /// Lines of each act, led by its id where there are several.
    fn each(&self, lines: impl Fn(&Act) -> Vec<Line>) -> Vec<Line> {
        let mut found = Vec::new();
        for act in &self.decision.acts {
            let mut own = lines(act);
            if self.several() {
                for line in &mut own {
                    line.heading = if line.heading.is_empty() {
                        act.id.to_string()
                    } else {
                        format!("{} {}", act.id, line.heading)
                    };
                }
            }
            found.extend(own);
        }
        found
    }

    fn teller<'v>(&self, version: &'v Version) -> Teller<'v> {
        Teller::new(&version.of.program, &version.of.facts, Some(&version.of.outcome), self.lang)
    }

    fn facts(&self, act: &Act) -> Vec<Line> {
        let mut told: Vec<String> = Vec::new();
        let dates = &act.dates;
        let days = [
            ("违法行为日", "act", dates.act),
            ("行为终了日", "end of the act", dates.end),
            ("发现日", "discovered", dates.found),
            ("立案日", "filed", dates.filed),
        ];
        for (zh, en, date) in days {
            let name = self.lang.pick(zh, en);
            match date {
                Day::On(date) => told.push(format!("{name} {}", day(date, self.lang))),
                Day::Unascertainable => told.push(format!("{name} {}", self.lang.pick("无法查明", "unascertainable"))),
                Day::Missing => {}
            }
        }
        let of_case = case_words::recited(self.decision, act, self.lang);
        told.extend(of_case.into_iter().map(|(name, value)| format!("{name} {value}")));
        let heading = act.party.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![Line::new(Section::Found, heading, told.join(self.lang.pick("；", "; ")))]
    }

    fn law(&self, act: &Act) -> Vec<Line> {
        let line = |heading: &str, text: String| Line::new(Section::Law, heading, text);
        let mut found = vec![line(self.lang.pick("法律", "law"), law_message(act, self.lang))];
        if act.governs.comparison.is_some() && act.limitation.status != LimitationStatus::TimeBarred {
            found.push(line(self.lang.pick("比较", "compared"), case_words::compared(act, self.lang)));
        }
        found.push(line(self.lang.pick("时效", "limitation"), limitation_message(act, self.lang)));
        found
    }

    /// Parts of the explanations of all outcomes that may govern, as one part of the case.
    fn of_outcomes(&self, parts: &[Section], into: Section) -> Vec<Line> {
        let mut found = self.each(|act| {
            let several = act.governs.applies.len() > 1;
            let mut own = Vec::new();
            // How a penalty would have been computed says nothing where there is none.
            let barred = into == Section::Grading && act.limitation.status == LimitationStatus::TimeBarred;
            for version in act.governing().filter(|_| !barred) {
                let teller = self.teller(version);
                let all = lines::all(&teller, version.of.basis(), version.judged(), self.form);
                let mark = case_words::mark_of(act, version, self.lang);
                for mut line in all.into_iter().filter(|l| parts.contains(&l.section)) {
                    if line.section == Section::NotApplied {
                        line.heading = pick!(self.lang, format!("非{}", line.heading), format!("not {}", line.heading));
                    }
                    if several {
                        line.heading = format!("{mark}{}", line.heading);
                    }
                    (line.section, line.number) = (into, None);
                    own.push(line);
                }
            }
            own
        });
        if into == Section::Grading {
            for (line, number) in found.iter_mut().zip(1usize..) {
                line.number = Some(number);
            }
        }
        found
    }

    /// What of the sanctions of an act is decided and not executed.
    fn execution(&self, act: &Act) -> Vec<Line> {
        let mut found: Vec<Line> = Vec::new();
        for version in act.governing() {
            let teller = self.teller(version);
            for (text, cited) in teller.executions(version) {
                let mut heading = self.lang.pick("执行", "execution").to_owned();
                if act.governs.applies.len() > 1 {
                    heading = format!("{}{heading}", case_words::mark_of(act, version, self.lang));
                }
                found.push(Line::new(Section::Acts, heading, text).basis(cited));
            }
        }
        found
    }

    fn together(&self) -> Vec<Line> {
        if !self.several() {
            return Vec::new();
        }
        let mut found: Vec<Line> = Vec::new();
        for one in &self.decision.concurrence {
            let text = concurrence_message(self.decision, one, self.lang);
            let heading = self.lang.pick("一个行为", "one act");
            found.push(Line::new(Section::Together, heading, text).basis(one.basis.as_ref().map(ToString::to_string)));
        }
        for total in &self.decision.totals {
            let (heading, text, basis) = case_words::total(self.decision, total, self.lang);
            found.push(Line::new(Section::Together, heading, text).basis(basis));
        }
        found
    }

    fn rights(&self) -> Vec<Line> {
        let one = |r: &crate::decide::Right| {
            let certain = if r.holds == Truth::True {
                String::new()
            } else {
                self.lang.pick("（待定）", " (open)").to_owned()
            };
            Line::new(Section::Rights, &*r.id, certain).basis(r.basis.as_ref().map(ToString::to_string))
        };
        self.decision.rights.iter().map(one).gather()
    }

    fn asks(&self) -> Vec<Line> {
        let mut found: Vec<Line> = Vec::new();
        for ((name, acts), number) in needed(self.decision).into_iter().zip(1usize..) {
            let mut text = case_question(self.decision, &name, self.lang);
            if self.several() {
                let ids: Vec<String> =
                    acts.iter().filter_map(|a| self.decision.acts.get(*a)).map(|a| a.id.to_string()).gather();
                let ids = ids.join(self.lang.pick("、", ", "));
                text = pick!(self.lang, format!("{text}（{ids}）"), format!("{text} ({ids})"));
            }
            let mut line = Line::new(Section::Ask, &*name, text);
            line.number = Some(number);
            found.push(line);
        }
        found
    }

    fn reviews(&self) -> Vec<Line> {
        let mut found: Vec<Line> = Vec::new();
        for point in &self.decision.points {
            let mut heading = point.code.name(self.lang).to_owned();
            if self.several() {
                let ids: Vec<String> =
                    point.acts.iter().filter_map(|a| self.decision.acts.get(*a)).map(|a| a.id.to_string()).gather();
                heading = format!("{} {heading}", ids.join(self.lang.pick("、", ", ")));
            }
            let text = case_message(point, self.lang);
            found.push(Line::new(Section::Review, heading, text).basis(point.basis.as_ref().map(ToString::to_string)));
        }
        found.extend(self.of_outcomes(&[Section::Review], Section::Review));
        found.extend(self.decision.procedures.iter().flat_map(|p| procedure::reviews(p, self.lang, self.steps())));
        found
    }

    fn governing(&self) -> Vec<Line> {
        let mut found: Vec<Line> = Vec::new();
        for governing in self.decision.governing() {
            let from = day(governing.from, self.lang);
            let text = match governing.through {
                Some(last) => format!("{from} – {}", day(last, self.lang)),
                None => pick!(self.lang, format!("{from}起施行"), format!("in force from {from}")),
            };
            let line = Line::new(Section::Governing, &*governing.title, text);
            if !found.contains(&line) {
                found.push(line);
            }
        }
        found
    }
}
