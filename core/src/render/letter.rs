//! The reasoning of a decision letter (说理) in Chinese: a template filled from data. No fact, no number and no
//! reason stands in it that the case does not have; what a person must still decide is said to be open.

use super::case_words::{self, case_message, concurrence_message, law_message, limitation_message, recited};
use super::cite;
use super::decision::case_question;
use super::teller::Teller;
use super::value::day;
use crate::decide::{Act, Day, Decision, PartyProcedure, Procedures, Version, needed};
use crate::gather::Gather as _;
use crate::outcome::{Measure, SanctionOutcome, Verdict};
use crate::value::Truth;
use crate::vocabulary::{CaseCode, Force, Lang, LimitationStatus, ReviewCode};

const ZH: Lang = Lang::Zh;

/// The reasoning of a case, paragraph by paragraph.
pub fn letter(decision: &Decision) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let several = decision.acts.len() > 1;
    for (act, number) in decision.acts.iter().zip(1usize..) {
        let name = act.governing().next().map_or("", |v| v.of.program.offence_name());
        if several {
            paragraphs.push(format!("关于第 {number} 项行为（{}，{name}）：", act.id));
        }
        paragraphs.push(found(decision, act));
        paragraphs.push(law(act));
        for version in act.governing() {
            paragraphs.extend(grading(act, version));
        }
        paragraphs.extend(circumstances(act));
        paragraphs.push(result(act));
        paragraphs.extend(execution(act));
    }
    if several {
        paragraphs.extend(together(decision));
    }
    paragraphs.extend(decision.procedures.iter().flat_map(procedure));
    paragraphs.extend(open(decision));
    paragraphs.extend(rights(decision));
    paragraphs.retain(|p| !p.is_empty());
    paragraphs.join("\n\n")
}

fn teller(version: &Version) -> Teller<'_> {
    Teller::new(&version.of.program, &version.of.facts, Some(&version.of.outcome), ZH)
}

fn found(decision: &Decision, act: &Act) -> String {
    let party = act.party.as_ref().map_or_else(|| "当事人".to_owned(), ToString::to_string);
    let mut told: Vec<String> = Vec::new();
    let days = [
        ("违法行为发生于", act.dates.act),
        ("行为终了于", act.dates.end),
        ("本机关发现于", act.dates.found),
        ("立案于", act.dates.filed),
    ];
    for (words, date) in days {
        match date {
            Day::On(date) => told.push(format!("{words}{}", day(date, ZH))),
            Day::Unascertainable => told.push(format!("{words}何日无法查明")),
            Day::Missing => {}
        }
    }
    told.extend(recited(decision, act, ZH).into_iter().map(|(name, value)| format!("{name}：{value}")));
    format!("经查明，{party}：{}。", told.join("；"))
}

fn law(act: &Act) -> String {
    let mut parts: Vec<String> = Vec::new();
    for version in act.governing().take(1) {
        let violates: Vec<String> = version.of.program.offence.violates.iter().map(|v| v.to_string()).gather();
        let established = version.of.outcome.verdict != Verdict::NotEstablished;
        if !violates.is_empty() && established {
            let open = if version.judged().open.offence { "（是否成立尚待查明）" } else { "" };
            parts.push(format!("上述行为违反{}{open}", violates.join("、")));
        }
    }
    parts.push(law_message(act, ZH));
    if act.governs.comparison.is_some() && act.limitation.status != LimitationStatus::TimeBarred {
        parts.push(case_words::compared(act, ZH));
    }
    parts.push(limitation_message(act, ZH));
    format!("{}。", parts.join("；"))
}

fn grading(act: &Act, version: &Version) -> Option<String> {
    let outcome = &version.of.outcome;
    if version.of.judged().verdict != Verdict::Sanctioned {
        return None;
    }
    let teller = teller(version);
    let mut parts: Vec<String> = Vec::new();
    for line in teller.steps(outcome, false) {
        let basis = line.basis.as_ref().map(|b| format!("（{}）", cite::short(b))).unwrap_or_default();
        parts.push(format!("{}：{}{basis}", line.heading, line.text));
    }
    if parts.is_empty() {
        return None;
    }
    let which = if act.governs.applies.len() > 1 {
        format!("按{}，", case_words::text_of(act, version, ZH))
    } else {
        String::new()
    };
    Some(format!("{which}裁量如下：{}。", parts.join("；")))
}

/// The circumstances found and what each would make of the penalty: what the law calls for apart from what it leaves to
/// the authority.
fn circumstances(act: &Act) -> Vec<String> {
    let (mut called, mut left) = (Vec::new(), Vec::new());
    for version in act.governing() {
        let Some(general) = &version.of.general else { continue };
        let certain = general.options.iter().filter(|option| option.certain).map(|option| option.force);
        let forces = certain.map(Some).chain(std::iter::repeat(None));
        for (line, force) in teller(version).options(general, false).into_iter().zip(forces) {
            let basis = line.basis.filter(|b| !b.is_empty()).map(|b| format!("（{b}）")).unwrap_or_default();
            let one = format!("{}：{}{basis}", line.heading, line.text);
            let list = if force == Some(Force::Must) { &mut called } else { &mut left };
            if !list.contains(&one) {
                list.push(one);
            }
        }
    }
    let mut told = Vec::new();
    if !called.is_empty() {
        told.push(format!("本案有下列情节，依法应当按其从宽或者从严处理：{}。", called.join("；")));
    }
    if !left.is_empty() {
        told.push(format!("本案有下列情节，是否采用、如何采用由承办人认定并说明理由：{}。", left.join("；")));
    }
    told
}

/// What follows: the range where there is or may be a penalty, under what is still open; else that there is none.
fn result(act: &Act) -> String {
    let several = act.governs.applies.len() > 1;
    let mut told: Vec<String> = Vec::new();
    let (mut punished, mut ranged, mut condition) = (true, false, String::new());
    for version in act.governing() {
        let (outcome, teller, judged) = (&version.of.outcome, teller(version), version.judged());
        let orders = teller.orders(outcome);
        let with = |text: String| if orders.is_empty() { text } else { format!("{text}；并{}", orders.join("；")) };
        let mut text = match judged.verdict {
            Verdict::NotEstablished => "违法行为不能成立，不予行政处罚".to_owned(),
            Verdict::TimeBarred => with("已过追责时效，不再给予行政处罚".to_owned()),
            Verdict::NoPenalty(_) => {
                let needs = teller.needed_without_penalty(judged, version.of.general.as_ref());
                with(format!("不予行政处罚{needs}"))
            }
            Verdict::Sanctioned => {
                let instead = teller.in_place_of_the_table(version.of.basis(), &version.of.allowed());
                let targets: Vec<String> = outcome
                    .targets
                    .iter()
                    .map(|t| format!("{}{}", teller.whose(t, outcome), teller.sanctions(t, false)))
                    .gather();
                with(if instead.is_empty() { targets } else { instead }.join("；"))
            }
        };
        if judged.verdict == Verdict::Sanctioned {
            ranged = ranged || outcome.targets.iter().flat_map(|t| &t.sanctions).any(chosen);
            if !judged.certain {
                let open = format!("{}尚待查明；如给予处罚，", super::lines::open(judged.open, ZH));
                if several { text = format!("{open}{text}") } else { condition = open }
            }
        } else {
            punished = false;
        }
        if several {
            text = format!("按{}：{text}", case_words::text_of(act, version, ZH));
        }
        told.push(text);
    }
    let what = if punished { "处罚幅度" } else { "处理结论" };
    let lead = if told.len() > 1 { "尚有两种可能：" } else { "为：" };
    let tail =
        if ranged { "具体种类和数额由承办人在上述范围内确定，并说明理由。" } else { "" };
    format!("{condition}{what}{lead}{}。{tail}", told.join("；或者"))
}

/// What is decided and not executed.
fn execution(act: &Act) -> Option<String> {
    let mut told: Vec<String> = Vec::new();
    for version in act.governing() {
        for (text, cited) in teller(version).executions(version) {
            let one = format!("{text}{}", cited.map(|c| format!("（{c}）")).unwrap_or_default());
            if !told.contains(&one) {
                told.push(one);
            }
        }
    }
    (!told.is_empty()).then(|| format!("关于执行：{}。", told.join("；")))
}

/// Whether a person chooses: among amounts, or whether to impose it.
fn chosen(sanction: &SanctionOutcome) -> bool {
    matches!(&sanction.amount, Some(Measure::Range(range)) if range.as_point().is_none()) || !sanction.must
}

fn together(decision: &Decision) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for one in &decision.concurrence {
        let basis = one.basis.as_ref().map(|b| format!("（{b}）")).unwrap_or_default();
        told.push(format!("同一行为违反数个规定：{}{basis}", concurrence_message(decision, one, ZH)));
    }
    for total in &decision.totals {
        let (heading, text, basis) = case_words::total(decision, total, ZH);
        let basis = basis.map(|b| format!("（{b}）")).unwrap_or_default();
        told.push(format!("{heading}：{text}{basis}"));
    }
    if told.is_empty() { Vec::new() } else { vec![format!("数项合并：{}。", told.join("；"))] }
}

/// What is due before the decision, party by party where there are several: what must be, what may be, what is open.
fn procedure(found: &Procedures) -> Vec<String> {
    let told = |party: &PartyProcedure| {
        let steps = party.outcome.duties.iter().filter(|step| !step.duty.step().follows_decision);
        // A step that is sure on a ground that is not: the provisions are alternatives, and none is cited as due.
        let of = |certain: bool, must: bool, depends: bool| {
            let standing = (certain, must, depends);
            let own = steps.clone().filter(|s| (s.certain, s.must, super::procedure::depends(s)) == standing);
            own.map(|step| super::procedure::cited(found, party, step)).gather::<Vec<_>>()
        };
        let lists = [
            ("应当办理：", of(true, true, false)),
            ("应当办理，但适用哪一项规定视未查明的事实而定：", of(true, true, true)),
            ("可以适用：", of(true, false, false)),
            ("可以适用，但适用哪一项规定视未查明的事实而定：", of(true, false, true)),
            ("是否应当办理尚不能确定：", of(false, true, false)),
            ("是否可以适用尚不能确定：", of(false, false, false)),
        ];
        let lists: Vec<String> =
            lists.iter().filter(|(_, l)| !l.is_empty()).map(|(lead, l)| format!("{lead}{}", l.join("、"))).gather();
        let whose = party.party.as_ref().filter(|_| found.parties.len() > 1).map(|p| format!("对{p}，"));
        let whose = whose.unwrap_or_default();
        (!lists.is_empty()).then(|| format!("程序：{whose}作出决定前，{}。", lists.join("；")))
    };
    found.parties.iter().filter_map(told).gather()
}

/// What a person must still find out or decide.
fn open(decision: &Decision) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let questions: Vec<String> = needed(decision).iter().map(|(name, _)| case_question(decision, name, ZH)).gather();
    if !questions.is_empty() {
        found.push(format!("下列事实尚未查明，结论因此未定：{}", questions.join("")));
    }
    let (mut to_decide, mut to_check): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut add = |text: String, unverified: bool| {
        let list = if unverified { &mut to_check } else { &mut to_decide };
        if !list.contains(&text) {
            list.push(text);
        }
    };
    for point in &decision.points {
        add(case_message(point, ZH), point.code == CaseCode::UnverifiedRow);
    }
    for version in decision.acts.iter().flat_map(Act::governing) {
        let teller = teller(version);
        let general = version.of.general.iter().flat_map(|g| &g.review_points);
        for point in version.of.outcome.review_points.iter().chain(general).filter(|p| p.certain) {
            add(teller.review(point), point.code == ReviewCode::Unverified);
        }
    }
    if !to_decide.is_empty() {
        found.push(format!("尚须由承办人认定并说明理由：{}。", to_decide.join("；")));
    }
    if !to_check.is_empty() {
        found.push(format!("下列文本未核实，引用前须核对：{}。", to_check.join("；")));
    }
    found
}

fn rights(decision: &Decision) -> Vec<String> {
    let told: Vec<String> = decision
        .rights
        .iter()
        .filter(|r| r.holds == Truth::True)
        .map(|r| match &r.basis {
            Some(basis) => format!("{}（{basis}）", r.id),
            None => r.id.to_string(),
        })
        .gather();
    if told.is_empty() { Vec::new() } else { vec![format!("当事人享有下列权利：{}。", told.join("；"))] }
}
