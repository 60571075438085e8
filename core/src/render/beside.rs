//! What stands beside a decision, held against it, in sentences.

use super::cite;
use super::line::Line;
use super::number::{Counted, digits, quantity};
use super::teller::Teller;
use crate::decide::{
    BesideFinding, Decision, Execution, ExecutionGround, Notified, Organ, PowerFound, Proposed, Version, WhoDecides,
};
use crate::gather::Gather as _;
use crate::ruleset::Sanction;
use crate::value::{Rational, Truth};
use crate::vocabulary::{BesideCode, Lang, Section, Target};

/// A line for each finding, with the provisions behind it.
pub(super) fn beside(decision: &Decision, found: &[BesideFinding], lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    for one in found {
        let heading = match decision.acts.get(one.act) {
            Some(act) if decision.acts.len() > 1 => format!("{} {}", act.id, one.code.name(lang)),
            _ => one.code.name(lang).to_owned(),
        };
        let cited = one.basis.iter().filter_map(|b| b.citation.as_ref()).map(|text| cite::short(text));
        let cited: Vec<String> = cited.gather();
        let line = Line::new(Section::Findings, heading, beside_message(decision, one, lang));
        lines.push(line.basis((!cited.is_empty()).then(|| cited.join("、"))));
        for reading in one.basis.iter().filter_map(|b| b.reading.as_ref()) {
            let text = pick!(lang, format!("读法：{reading}"), format!("read as: {reading}"));
            if !lines.iter().any(|known| known.text == text) {
                lines.push(Line::new(Section::Findings, "", text));
            }
        }
        if one.basis.iter().any(|b| b.unverified.is_some()) {
            lines.push(Line::new(Section::Findings, "", lang.pick("原文未核实", "the text is not verified")));
        }
    }
    lines
}

/// What a finding says, in one sentence.
pub fn beside_message(decision: &Decision, found: &BesideFinding, lang: Lang) -> String {
    let Some(version) = decision.acts.get(found.act).and_then(|a| a.governing().next()) else { return String::new() };
    let teller = Teller::new(&version.of.program, &version.of.facts, Some(&version.of.outcome), lang);
    let whose = match found.target {
        None | Some(Target::Unit) => String::new(),
        Some(target) => pick!(lang, format!("{}：", target.name(lang)), format!("{}: ", target.name(lang))),
    };
    format!("{whose}{}", teller.beside(found, decision.organ.as_ref()))
}

impl Teller<'_> {
    /// Whether what is decided is executed, in one sentence without its subject.
    pub(super) fn execution(&self, of: &Execution) -> String {
        let rows = |wanted: &dyn Fn(&ExecutionGround) -> bool| {
            let all = of.decisive().filter(|g| wanted(g)).map(|g| &*g.row).gather::<Vec<_>>();
            all.join(self.pick("、", ", "))
        };
        let needs = of.needs().iter().map(|need| need.name(self.lang)).gather::<Vec<_>>();
        let needs = needs.join(self.pick("、", ", "));
        match of.executed {
            Truth::False => {
                let why = rows(&|_| true);
                let with = match needs.is_empty() {
                    true => String::new(),
                    false => pick!(self.lang, format!("；须{needs}"), format!("; needs {needs}")),
                };
                pick!(self.lang, format!("决定后不执行（{why}）{with}"), format!("decided, not executed ({why}){with}"))
            }
            Truth::True => {
                let why = rows(&|_| true);
                pick!(
                    self.lang,
                    format!("{why}的本不执行，但有例外情形，仍予执行"),
                    format!("on {why} it would not be executed, but an exception holds: it is")
                )
            }
            Truth::Unknown => {
                let names = of.needed.join(self.pick("、", ", "));
                pick!(
                    self.lang,
                    format!("是否执行尚不能确定，请查明：{names}"),
                    format!("whether it is executed is open; find out: {names}")
                )
            }
        }
    }

    /// The same of every sanction that an act may bring under a version, each with its provisions.
    pub(super) fn executions(&self, version: &Version) -> Vec<(String, Option<String>)> {
        let mut told = Vec::new();
        let ways = version.of.allowed().ways;
        for execution in &version.of.executions {
            let targets = ways.iter().flat_map(|way| way.result(version.of.basis()).1);
            let mut own = targets.flat_map(|t| &t.sanctions).filter(|s| s.kind == execution.kind);
            let Some(sanction) = own.next() else { continue };
            let name = self.sanction_name(&sanction.id, sanction.kind);
            let text = self.execution(execution);
            let cited = execution.decisive().filter_map(|g| g.cited()).map(|text| cite::short(text));
            let mut bases: Vec<String> = Vec::new();
            cited.for_each(|text| {
                if !bases.contains(&text) {
                    bases.push(text)
                }
            });
            let text = pick!(self.lang, format!("{name}{text}"), format!("{name}: {text}"));
            told.push((text, (!bases.is_empty()).then(|| bases.join("、"))));
        }
        told
    }

    fn beside(&self, found: &BesideFinding, organ: Option<&Organ>) -> String {
        let decided = found.decided.as_ref().map(|of| self.imposed(of)).unwrap_or_default();
        if let Some(execution) = &found.execution {
            return pick!(
                self.lang,
                format!("{decided}：{}", self.execution(execution)),
                format!("{decided}: {}", self.execution(execution))
            );
        }
        if let Some(power) = &found.power {
            return self.powerless(found, power, &decided, organ);
        }
        let against = self.against(found);
        match found.code {
            BesideCode::HeavierThanNotified => {
                let causes = found.basis.iter().map(|b| &*b.row).gather::<Vec<_>>();
                let causes = causes.join(self.pick("或者", " or "));
                let never = match causes.is_empty() {
                    true => String::new(),
                    false => pick!(
                        self.lang,
                        format!("不得因{causes}而加重；"),
                        format!("it may not be heavier because of {causes}; ")
                    ),
                };
                pick!(
                    self.lang,
                    format!("{decided}，{against}：{never}有新的事实、理由或者依据的，须重新告知；请说明加重的原因"),
                    format!(
                        "{decided}, {against}: {never}new facts, reasons or grounds take a new notice; say why it is \
                         heavier"
                    ),
                )
            }
            BesideCode::NoticeIncomparable => pick!(
                self.lang,
                format!("{decided}，{against}：是否较告知加重，无从比较；由承办人认定并说明理由"),
                format!(
                    "{decided}, {against}: whether it is heavier than the notice cannot be told; decide, with reasons"
                ),
            ),
            BesideCode::DepartureDocumented => self.pick(
                format!("{decided}：在法定幅度以内，偏离裁量基准；理由、批准、日期齐备，理由是否成立由审查人认定"),
                format!(
                    "{decided}: inside the statute, outside the benchmark; reason, approval and date are there. \
                     Whether the reason is one of the document is for the reviewer"
                ),
            ),
            BesideCode::DepartureIncomplete => {
                let lacks = found.lacks.iter().map(|lack| lack.name(self.lang)).gather::<Vec<_>>();
                let lacks = lacks.join(self.pick("、", ", "));
                pick!(
                    self.lang,
                    format!("{decided}：偏离裁量基准，而偏离缺少{lacks}；补齐之前按偏离处理"),
                    format!("{decided}: it leaves the benchmark, and the departure lacks {lacks}: a plain deviation")
                )
            }
            BesideCode::DepartureOpen if found.basis.is_empty() => self.pick(
                format!("{decided}：偏离裁量基准；决定之日的所载文本没有规定偏离的手续，没有核对"),
                format!("{decided}: it leaves the benchmark; no text of the day says how one is left"),
            ),
            BesideCode::DepartureOpen => self.pick(
                format!("{decided}：偏离裁量基准；由谁批准视裁量基准是否由本机关制定，请写明“基准由本机关制定”"),
                format!(
                    "{decided}: it leaves the benchmark; who approves depends on whose it is: say 基准由本机关制定"
                ),
            ),
            BesideCode::DepartureBeyond => self.pick(
                "决定不只偏离裁量基准：超出法定幅度、遗漏处罚或者没有体现应当情节，批准不能使其合法".to_owned(),
                "the decision does more than leave the benchmark: outside the statute, something left out, or a \
                 mandatory circumstance missed; no approval makes that lawful"
                    .to_owned(),
            ),
            BesideCode::DepartureUnneeded => self.pick(
                "决定没有偏离裁量基准，案卷却载有偏离的批准；请核对".to_owned(),
                "the decision does not leave the benchmark, and the file has a departure; check it".to_owned(),
            ),
            _ => decided,
        }
    }

    /// That an organ has no power, or may have none.
    fn powerless(&self, found: &BesideFinding, power: &PowerFound, decided: &str, organ: Option<&Organ>) -> String {
        let organ = self.organ(organ);
        let named = power.named.join(self.pick("或者", " or "));
        let who = power.who.iter().map(|who| self.who(who, found.decided.as_ref())).gather::<Vec<_>>();
        let who = who.join(self.pick("，或者", ", or "));
        let needed = power.needed.join(self.pick("、", ", "));
        let (zh, en) = match (found.code, power.others.is_empty()) {
            (BesideCode::AnothersSanction, true) => (
                format!("由{named}作出，本机关（{organ}）不能科处；请移送有权机关"),
                format!("imposed by {named}; this organ ({organ}) cannot impose it: refer it"),
            ),
            (BesideCode::AnothersSanction, false) => {
                let others = power.others.join(self.pick("或者", " or "));
                (
                    format!("由{named}作出，而决定中另有由{others}作出的处罚；请写明作出决定的机关"),
                    format!(
                        "imposed by {named}, while {others} impose another sanction of the decision; say which decides"
                    ),
                )
            }
            (BesideCode::NoPower, _) => (
                format!("本机关（{organ}）无权决定；有权决定的：{who}"),
                format!("this organ ({organ}) has no power to impose it; those that have: {who}"),
            ),
            _ if !named.is_empty() => (
                format!("由{named}作出；本机关（{organ}）是不是，请核对"),
                format!("imposed by {named}; check whether this organ ({organ}) is that authority"),
            ),
            _ if !needed.is_empty() => (
                format!("本机关（{organ}）是否有权决定，视未查明的事实而定（{needed}）"),
                format!("whether this organ ({organ}) has the power depends on facts not known yet ({needed})"),
            ),
            _ if who.is_empty() => (
                format!("所引条文没有写明由哪一级机关决定，请核对本机关（{organ}）的权限"),
                format!("no article cited says which organ decides; check the power of this organ ({organ})"),
            ),
            _ => (
                format!("本机关（{organ}）是否有权决定，尚不能确定；有权决定的：{who}"),
                format!("whether this organ ({organ}) has the power cannot be told; those that have: {who}"),
            ),
        };
        pick!(self.lang, format!("{decided}：{zh}"), format!("{decided}: {en}"))
    }

    /// `县级，公安`
    fn organ(&self, organ: Option<&Organ>) -> String {
        let level = organ.and_then(|o| o.level).map(|level| level.name(self.lang).to_owned());
        let system = organ.and_then(|o| o.system.as_ref()).map(ToString::to_string);
        let level = level.unwrap_or_else(|| self.pick("层级未写明", "level not stated").to_owned());
        let system = system.unwrap_or_else(|| self.pick("执法系统未写明", "body not stated").to_owned());
        format!("{level}{}{system}", self.pick("，", ", "))
    }

    /// `派出机构（公安，1,000 元以下）`
    fn who(&self, who: &WhoDecides, decided: Option<&Proposed>) -> String {
        let levels = who.levels.iter().map(|level| level.name(self.lang)).gather::<Vec<_>>();
        let levels = match levels.is_empty() {
            true => self.pick("各级机关", "any level").to_owned(),
            false => levels.join(self.pick("、", ", ")),
        };
        let mut bounds = who.systems.iter().map(ToString::to_string).gather::<Vec<_>>();
        bounds.extend(who.cap.map(|cap| {
            let text = decided.map(|of| self.quantity_of(of, cap)).unwrap_or_else(|| digits(cap));
            pick!(self.lang, format!("{text}以下"), format!("at most {text}"))
        }));
        let bounds = bounds.join(self.pick("、", ", "));
        match bounds.is_empty() {
            true => levels,
            false => pick!(self.lang, format!("{levels}（{bounds}）"), format!("{levels} ({bounds})")),
        }
    }

    /// How it differs from the notice.
    fn against(&self, found: &BesideFinding) -> String {
        let names = |ids: &[std::sync::Arc<str>]| {
            let all =
                ids.iter().map(|id| self.sanction_by_id(id, found.target.unwrap_or(Target::Unit))).gather::<Vec<_>>();
            all.join(self.pick("、", ", "))
        };
        let mut but = String::new();
        if !found.left_out.is_empty() {
            let names = names(&found.left_out);
            but.push_str(&pick!(
                self.lang,
                format!("，而告知的{names}没有科处"),
                format!(", while {names} of the notice is not imposed")
            ));
        }
        if !found.less.is_empty() {
            let names = names(&found.less);
            but.push_str(&pick!(
                self.lang,
                format!("，而{names}少于告知"),
                format!(", while {names} is less than in the notice")
            ));
        }
        let Some(notified) = &found.notified else { return String::new() };
        match notified {
            Notified::NoPenalty => {
                self.pick("告知书写明不予处罚".to_owned(), "the notice said that there would be no penalty".to_owned())
            }
            Notified::Nothing => pick!(self.lang, format!("告知书没有这一项{but}"), format!("not in the notice{but}")),
            Notified::As(notified) => match (notified.amount, found.by) {
                (Some(then), Some(by)) => {
                    let told = self.quantity_of(notified, then);
                    let more = self.quantity_of(notified, by);
                    let share = by.div(then).and_then(|s| s.mul(Rational::HUNDRED)).ok();
                    let share = share.map(|s| format!("{}%", digits(s))).unwrap_or_default();
                    pick!(
                        self.lang,
                        format!("比告知的 {told}多 {more}（{share}）{but}"),
                        format!("{more} ({share}) more than the {told} of the notice{but}")
                    )
                }
                (None, Some(_)) => self.pick(
                    format!("多于告知时按本案算出的数额{but}"),
                    format!("more than what the case came to in the notice{but}"),
                ),
                (Some(then), None) => {
                    let told = self.quantity_of(notified, then);
                    pick!(
                        self.lang,
                        format!("决定没有写数额，告知的是 {told}"),
                        format!("the decision states no amount, the notice {told}")
                    )
                }
                (None, None) => self.pick("告知书没有写数额".to_owned(), "the notice states no amount".to_owned()),
            },
        }
    }

    /// A sanction as it is decided: `罚款 800 元`, `警告`.
    fn imposed(&self, of: &Proposed) -> String {
        let name = self.sanction_by_id(&of.id, of.target);
        match of.amount {
            Some(amount) => {
                let text = self.quantity_of(of, amount);
                pick!(self.lang, format!("{name} {text}"), format!("{name} of {text}"))
            }
            None => name,
        }
    }

    fn sanction_by_id(&self, id: &str, target: Target) -> String {
        match self.of_clause(id, target) {
            Some(sanction) => self.sanction_name(&sanction.id, sanction.kind),
            None => id.to_owned(),
        }
    }

    fn of_clause(&self, id: &str, target: Target) -> Option<&Sanction> {
        let mut own = self.program.clause.sanctions.iter().filter(|s| *s.id == *id);
        own.clone().find(|s| s.target == target).or_else(|| own.next())
    }

    fn quantity_of(&self, of: &Proposed, number: Rational) -> String {
        let dimension = self.of_clause(&of.id, of.target).map(|s| self.dimension_of(s)).unwrap_or_default();
        quantity(number, &Counted::of(&dimension, &[number]), self.lang)
    }
}
