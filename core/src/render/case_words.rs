//! Words about a whole case: which law governs, limitation, several provisions, sums, what a person must look at.

use super::cite;
use super::number::{Counted, amount, digits, quantity};
use super::speaker::Speaker;
use super::teller::Teller;
use super::value::day;
use crate::decide::{
    Act, Between, CasePoint, Concurrence, Day, Decision, Limitation, LimitationPeriod, Total, Version, Winner,
};
use crate::expr::{FactId, Num};
use crate::facts::Facts;
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::outcome::{Amount, Measure, Verdict};
use crate::value::{Base, Dimension, Interval, Rational, Truth};
use crate::vocabulary::{At, CaseCode, Fines, Gone, Lang, LawResult, LimitationStatus, SanctionKind};

/// The text that a version of an act is: [`document`], and where both days have the same one, the general laws in which
/// they differ.
pub(super) fn text_of(act: &Act, version: &Version, lang: Lang) -> String {
    let mut told = document(version, lang);
    let own = &version.of.program;
    let alike = |v: &&Version| v.later != version.later && v.of.program.same_offence(own);
    let Some(other) = act.versions.iter().find(alike) else { return told };
    let theirs = &other.of.program.linked.governing;
    for law in own.linked.governing.iter().filter(|g| theirs.iter().all(|t| t.digests != g.digests)) {
        let from = day(law.from, lang);
        told.push_str(&pick!(
            lang,
            format!("、《{}》（{from}起施行）", law.title),
            format!("; {} (in force from {from})", law.title),
        ));
    }
    told
}

/// The document, its first day in force, and the provision: `《某法》（2021年7月15日起施行）第十条`.
fn document(version: &Version, lang: Lang) -> String {
    let (program, head) = (&version.of.program, &version.of.program.linked.ruleset.head);
    let (from, basis) = (day(head.from, lang), &program.clause.basis);
    pick!(
        lang,
        format!("《{}》（{from}起施行）{basis}", head.title),
        format!("{} (in force from {from}), {basis}", head.title),
    )
}

/// Which law governs an act, in one sentence.
pub fn law_message(act: &Act, lang: Lang) -> String {
    let Some(older) = act.versions.first() else { return String::new() };
    let old = text_of(act, older, lang);
    let new: Vec<String> = act.versions.iter().skip(1).map(|v| text_of(act, v, lang)).gather();
    let new = new.join(lang.pick("、", "; "));
    let clause = transition_basis(act).unwrap_or_default();
    let by = |zh: &str, en: &str| match clause.is_empty() {
        true => lang.pick(zh.to_owned(), en.to_owned()),
        false => pick!(lang, format!("按{clause}，"), format!("by {clause}, ")),
    };
    match act.governs.result {
        LawResult::Same => {
            let old = document(older, lang);
            pick!(lang, format!("适用{old}"), format!("{old} applies"))
        }
        LawResult::Equal => pick!(
            lang,
            format!("决定时的{new}与行为时的规定处罚相同，适用行为时的{old}"),
            format!("the law of the decision, {new}, allows the same; that of the act applies: {old}"),
        ),
        LawResult::Older if new.is_empty() => {
            pick!(lang, format!("适用行为时的{old}"), format!("the law of the act applies: {old}"))
        }
        LawResult::Older => {
            let why = by("新规定处罚不较轻，", "the later law is not lighter, so ");
            pick!(
                lang,
                format!("决定时已有{new}；{why}适用行为时的{old}"),
                format!("at the decision there is {new}; {why}the law of the act applies: {old}"),
            )
        }
        LawResult::Newer => {
            let why = by("新规定处罚较轻，", "the later law is lighter, so ");
            pick!(
                lang,
                format!("行为时为{old}；{why}适用决定时的{new}"),
                format!("at the act there was {old}; {why}the law of the decision applies: {new}"),
            )
        }
        LawResult::Incomparable => pick!(
            lang,
            format!("行为时的{old}与决定时的{new}各有轻重，不能比较，两者并列，待认定"),
            format!(
                "neither {old} (at the act) nor {new} (at the decision) is lighter: both are shown, to be \
             decided"
            ),
        ),
        LawResult::Open if new.is_empty() => pick!(
            lang,
            format!("行为时为{old}；决定之日适用何规定尚不能确定"),
            format!("at the act there was {old}; which law holds at the decision is open"),
        ),
        LawResult::Open => pick!(
            lang,
            format!("行为时的{old}与决定时的{new}何者适用，尚不能确定"),
            format!("whether {old} (at the act) or {new} (at the decision) applies is open"),
        ),
    }
}

/// Of which day the law of a version is.
fn when(version: &Version, lang: Lang) -> &'static str {
    At::of(version.later).name(lang)
}

/// What tells a version of an act from the others, in front of a line: `（2026年1月1日文本）`, or where the general law
/// alone differs `（行为时）`.
pub(super) fn mark_of(act: &Act, version: &Version, lang: Lang) -> String {
    let from = |v: &Version| v.of.program.linked.ruleset.head.from;
    let alone = act.versions.iter().filter(|v| from(v) == from(version)).count() < 2;
    let (own, when) = (day(from(version), lang), when(version, lang));
    match alone {
        true => pick!(lang, format!("（{own}文本）"), format!("(text of {own}) ")),
        false => pick!(lang, format!("（{when}）"), format!("(law {when}) ")),
    }
}

/// What was compared: all that each version allows, side by side.
pub(super) fn compared(act: &Act, lang: Lang) -> String {
    let one = |version: &Version| {
        let of = &version.of;
        let teller = Teller::new(&of.program, &of.facts, Some(&of.outcome), lang);
        let punished = of.judged().verdict == Verdict::Sanctioned;
        let targets = of.outcome.targets.iter().filter(|_| punished);
        let targets = targets.map(|t| format!("{}{}", teller.whose(t, &of.outcome), teller.sanctions(t, false)));
        let mut told: Vec<String> = targets.gather();
        if told.is_empty() {
            told.push(lang.pick("不予处罚", "no penalty").to_owned());
        }
        // What the general part calls for may be all that the two differ in.
        if punished && let Some(general) = &of.general {
            // Behind the certain ones stands, in one line, what only may be.
            let certain = general.options.iter().filter(|option| option.certain).count();
            let lines = teller.options(general, false).into_iter().enumerate();
            told.extend(lines.map(|(n, line)| if n < certain { line.heading } else { line.text }));
        }
        let told = told.join(lang.pick("；", "; "));
        format!("{}{}{told}", when(version, lang), lang.pick("：", ": "))
    };
    act.versions.iter().map(one).gather::<Vec<_>>().join(lang.pick("。", ". "))
}

fn transition_basis(act: &Act) -> Option<String> {
    let ((_, law, row), laws) = act.governs.transition.zip(act.at_decision.as_ref())?;
    let found = laws.get(law)?;
    let row = found.rules.transition.get(row)?;
    Some(row.basis.as_ref().map_or_else(|| found.ruleset().head().title.to_string(), ToString::to_string))
}

/// The provision of a period, or the document where the row has none.
pub(super) fn period_basis(act: &Act, period: &LimitationPeriod) -> String {
    let laws = if period.later { act.at_decision.as_ref() } else { Some(&act.at_act) };
    let law = laws.and_then(|l| l.get(period.law));
    let row = law.and_then(|l| l.rules.limitation.get(period.row)).and_then(|r| r.basis.as_ref());
    row.map(ToString::to_string).or(law.map(|l| l.ruleset().head().title.to_string())).unwrap_or_default()
}

/// How long a period is: `2 年`, `6 个月`.
pub(super) fn length(period: &LimitationPeriod, lang: Lang) -> String {
    match period.length {
        Num::Point(n) => quantity(n, &Counted::of(&period.unit.dimension(), &[n]), lang),
        Num::Range(_) => lang.pick("长短未定", "of open length").to_owned(),
    }
}

fn between(days: Between, lang: Lang) -> String {
    match (days.first, days.last) {
        (Some(a), Some(b)) if a == b => pick!(lang, day(a, lang), format!("on {}", day(a, lang))),
        (Some(a), Some(b)) => pick!(
            lang,
            format!("{}至{}之间", day(a, lang), day(b, lang)),
            format!("between {} and {}", day(a, lang), day(b, lang)),
        ),
        (Some(a), None) => pick!(lang, format!("{}或以后", day(a, lang)), format!("on {} or later", day(a, lang))),
        (None, Some(b)) => pick!(lang, format!("{}或以前", day(b, lang)), format!("on {} or earlier", day(b, lang))),
        (None, None) => lang.pick("日期未知", "on a day not known").to_owned(),
    }
}

/// Whether a penalty may still be imposed, in one sentence.
pub fn limitation_message(act: &Act, lang: Lang) -> String {
    let Limitation { status, over, discovered, periods, .. } = &act.limitation;
    // Periods of one length are one, with the provisions of each.
    let mut apart: Vec<(&LimitationPeriod, Vec<String>)> = Vec::new();
    for period in periods {
        let basis = period_basis(act, period);
        let same = |p: &LimitationPeriod| p.length == period.length && p.unit == period.unit;
        match apart.iter_mut().find(|(p, _)| same(p)) {
            Some((_, known)) if known.contains(&basis) => {}
            Some((_, known)) => known.push(basis),
            None => apart.push((period, vec![basis])),
        }
    }
    let one = |(p, basis): &(&LimitationPeriod, Vec<String>)| {
        let through = p.through.filter(|_| over.day().is_some());
        let until = through.map(|d| pick!(lang, format!("至{}", day(d, lang)), format!(" through {}", day(d, lang))));
        let until = until.unwrap_or_default();
        let basis = basis.join(lang.pick("、", ", "));
        pick!(lang, format!("{}{until}（{basis}）", length(p, lang)), format!("{}{until} ({basis})", length(p, lang)))
    };
    let told: Vec<String> = apart.iter().map(one).gather();
    let told = told.join(lang.pick("，或者", " or "));
    let (day, found) = (between(*over, lang), between(*discovered, lang));
    let ended = act.dates.end != Day::Missing || act.dates.continuing;
    let over = match ended {
        true => pick!(lang, format!("行为终了于{day}"), format!("the act was over {day}")),
        false => pick!(lang, format!("行为发生于{day}"), format!("the act was {day}")),
    };
    let so = match status {
        LimitationStatus::Within => status.name(lang),
        LimitationStatus::TimeBarred => lang.pick("已过追责时效，不再给予行政处罚", "time-barred, no penalty any more"),
        LimitationStatus::Possible => lang.pick("是否已过追责时效尚不能确定", "whether it is time-barred is open"),
        LimitationStatus::NoRule => {
            return lang
                .pick(
                    "追责时效未审查：行为时所引的文本没有时效规定",
                    "limitation was not looked at: none of the texts has a rule",
                )
                .to_owned();
        }
    };
    pick!(
        lang,
        format!("{so}：{over}，时效 {told}，发现于{found}"),
        format!("{so}: {over}, the period is {told}, it was discovered {found}"),
    )
}

/// What a point says, in one sentence.
pub fn case_message(at: &CasePoint, lang: Lang) -> String {
    let names = at.names.join(lang.pick("、", ", "));
    let first = at.names.first().map_or("", |n| &**n);
    let (zh, en) = match at.code {
        CaseCode::LawIncomparable => (
            "行为时与决定时的规定各有轻重（种类、应当与可以、选择、数额整体比较），不能说哪一个较轻；须择一适用并说明理由".to_owned(),
            "the two laws, compared as whole sets of options (kinds, must and may, choices, amounts), are each \
             heavier in something; decide, with reasons".to_owned(),
        ),
        CaseCode::LawMayChange => (
            format!("{first}起有新的文本；决定日不明，不知是否须与之比较"),
            format!("a later text begins on {first}; without the day of the decision it is open whether it \
             must be compared"),
        ),
        CaseCode::LawGone => {
            let (zh, en) = gone(at.names.get(1).and_then(|n| Gone::parse(n)));
            (
                format!("《{first}》{zh}，所载文本中没有承接它的条文；行为是否仍应处罚、依何条文，须查明"),
                format!(
                    "{first}: {en}, and nothing loaded takes its place; find out whether the act is still punished, \
                     and by what"
                ),
            )
        }
        CaseCode::NoLongerUnlawful => (
            "按承接旧条文的新规定，本案不构成违法行为；须确认新法没有其他条文处罚该行为".to_owned(),
            "under the offence that takes the place of the old one there is none in this case; make sure that \
             the later law has no other".to_owned(),
        ),
        CaseCode::SeveralSuccessors => {
            ("新法有几条承接旧条文，须认定适用哪一条".to_owned(), "several offences of the later law take the place of the old \
             one; find which applies".to_owned())
        }
        CaseCode::SucceededInForce => (
            format!("已有新条文承接，而 {first} 仍在施行期内；须确认旧文本是否仍然有效"),
            format!("a later offence takes its place, while `{first}` is still in force by its dates; make \
             sure whether it still holds"),
        ),
        CaseCode::LawChangedDuringAct => match first.is_empty() {
            true => (
                "行为开始时该文本尚未施行；按行为终了时的规定处理，开始时的情形须说明".to_owned(),
                "the text was not in force when the act began; the law at its end applies, which needs \
                 reasons".to_owned(),
            ),
            false => (
                format!("行为持续期间法律变更（开始时为 {first} 起施行的文本）；按行为终了时的规定处理"),
                format!("the law changed while the act went on (it began under the text of {first}); the law \
                 at its end applies"),
            ),
        },
        CaseCode::LawBetween => (
            format!("行为后、决定前还施行过另一文本（自{names}起），不在比较之列；如主张适用须说明理由"),
            format!("another text, in force from {names}, governed between act and decision and is not compared"),
        ),
        CaseCode::TransitionSilent => (
            "裁量基准没有规定施行前的行为如何适用；此处按从旧兼从轻比较".to_owned(),
            "the benchmark does not say what holds for acts before it; the lighter one was looked for, as for \
             laws".to_owned(),
        ),
        CaseCode::TransitionHeavier => {
            ("过渡条款适用的是较重的文本，须说明理由".to_owned(), "the transition clause applies the heavier text, which needs \
             reasons".to_owned())
        }
        CaseCode::LimitationAlreadyOver => (
            "新法时效较长，而旧法时效在新法施行前已经届满；按已过时效处理（未核实）".to_owned(),
            "the later law has the longer period, but the earlier had run out before it came into force; taken \
             as time-barred (not verified)".to_owned(),
        ),
        CaseCode::LimitationLawsDiffer => (
            "新旧规定的时效不同，结果相反；适用哪一个须认定并说明理由".to_owned(),
            "the periods of the two laws lead to opposite results; decide which holds, with reasons".to_owned(),
        ),
        CaseCode::NoLimitationRule => (
            "本案所引文本没有追责时效的规定，时效未审查；请在 general 中写明一般法".to_owned(),
            "none of the texts of the case has a limitation; name the general law under `general`".to_owned(),
        ),
        CaseCode::LimitationOpen => match names.is_empty() {
            true => ("是否已过追责时效不能确定".to_owned(), "whether the act is time-barred cannot be said".to_owned()),
            false => (
                format!("{names}无法查明，是否已过追责时效不能确定，由承办人认定并说明理由"),
                format!("{names} cannot be ascertained, so whether the act is time-barred cannot be said; \
                 decide, with reasons"),
            ),
        },
        CaseCode::FinesDisagree => (
            "按法定最高额与按本案算出的幅度，罚款较高的条文不同或者不能比较；两者并列，由承办人认定".to_owned(),
            "by statutory maxima and by the ranges computed for this case the higher fine is another, or \
             cannot be told; both are shown".to_owned(),
        ),
        CaseCode::NoHigherFineRule => (
            "同一行为不得两次罚款，而所引文本没有规定适用哪一条；各条罚款并列，由承办人认定".to_owned(),
            "one act is not fined twice, and the texts do not say which fine it is; all are shown".to_owned(),
        ),
        CaseCode::KindTwice => (
            format!("同一行为依几条规定都有“{first}”；不得不加说明地重复科处"),
            format!("several provisions have “{first}” for one act; do not impose it twice without saying why"),
        ),
        CaseCode::CapOpen => (
            format!("“{first}”是否适用于全部行为，尚不能确定"),
            format!("whether “{first}” applies to all the acts is open"),
        ),
        CaseCode::ProcedureFactsDiffer => (
            format!("各行为的“{first}”不同；程序按全案统一写明的处理，未写明的作未知处理"),
            format!("“{first}” differs between the acts; what is said of the whole case counts, else it is open"),
        ),
        CaseCode::BeyondPower => (
            format!("本机关无权决定{first}，须由有权机关决定"),
            format!("this organ has no power to impose {first}: the organ that has it decides"),
        ),
        CaseCode::PowerCapped => {
            let cap = at.names.get(1).and_then(|n| Rational::parse(n)).map(digits).unwrap_or_default();
            (
                format!("本机关对{first}只能在 {cap} 元以下决定；超过的，由有权机关决定"),
                format!("this organ may impose {first} up to CNY {cap} only; beyond it one that has the power decides"),
            )
        }
        CaseCode::UnverifiedRow => {
            let why = at.names.get(1).map_or("", |n| &**n);
            (format!("{first}：{why}"), format!("{first}: {why}"))
        }
    };
    lang.pick(zh, en)
}

/// Why there is no text on the day of the decision.
fn gone(why: Option<Gone>) -> (&'static str, &'static str) {
    match why {
        Some(Gone::Offence) => ("决定之日的文本没有该项", "the text at the decision has no such offence"),
        Some(Gone::SetAside) => ("的该项在决定之日挂起或者废止", "the item is suspended or repealed at the decision"),
        Some(Gone::Uses) => ("所引的法律在决定之日已不施行", "a law it stands on is not in force at the decision"),
        Some(Gone::Document) | None => ("决定之日不在施行", "it is not in force at the decision"),
    }
}

/// A number of a sum, with the unit of its kind.
pub(super) fn sum(of: Interval, of_kind: SanctionKind, lang: Lang) -> String {
    let dimension = of_kind.bears().summed().unwrap_or_default();
    amount(&Measure::Range(Amount::of(of)), &dimension, lang)
}

/// What the fines of one act come to, in one sentence.
pub fn concurrence_message(decision: &Decision, one: &Concurrence, lang: Lang) -> String {
    let name = |act: usize| decision.acts.get(act).map_or_else(String::new, |a| a.id.to_string());
    let money = Dimension::of(Base::Money);
    let told = |m: &Option<Measure>| m.as_ref().map_or_else(String::new, |m| amount(m, &money, lang));
    let fines: Vec<String> = one
        .fines
        .iter()
        .map(|f| {
            let (law, own) = (told(&f.statutory), told(&f.amount));
            pick!(
                lang,
                format!("{}（法定 {law}，本案 {own}）", name(f.act)),
                format!("{} (statute {law}, here {own})", name(f.act)),
            )
        })
        .gather();
    let fines = fines.join(lang.pick("；", "; "));
    let winner = |w: Winner| match w {
        Winner::Act(act) => name(act),
        Winner::Tie | Winner::Open => w.kind().name(lang).to_owned(),
    };
    let (a, b) = (winner(one.by_maximum), winner(one.by_computed));
    let left: Vec<String> = one.left.iter().map(|act| name(*act)).gather();
    let left = left.join(lang.pick("、", ", "));
    let (zh, en) = match (one.says, one.left.len()) {
        (Some(Fines::Higher), 1) => (format!("按 {left} 罚款"), format!("the fine of {left}")),
        (Some(Fines::Higher), _) => (format!("{left} 并列，待认定"), format!("{left} both shown, to be decided")),
        _ => ("只罚款一次，文本没有规定适用哪一条".to_owned(), "one fine only; the texts do not say which".to_owned()),
    };
    pick!(
        lang,
        format!("{fines}；按法定最高额较高者：{a}；按本案幅度较高者：{b}；{zh}"),
        format!("{fines}; higher maximum: {a}; higher in this case: {b}; {en}"),
    )
}

/// A total: what each act brings and what it comes to.
pub(super) fn total(decision: &Decision, of: &Total, lang: Lang) -> (String, String, Option<String>) {
    let name = |act: usize| decision.acts.get(act).map_or_else(String::new, |a| a.id.to_string());
    let parts: Vec<String> = of
        .parts
        .iter()
        .filter(|p| p.counts != Truth::False)
        .map(|p| {
            let text = p.amount.as_ref().map(|m| amount(m, &dimension_of(decision, p.act, &p.sanction, of), lang));
            let text = text.unwrap_or_else(|| p.sanction.to_string());
            let may = if p.surely { "" } else { lang.pick("（可能没有）", " (or none)") };
            format!("{} {text}{may}", name(p.act))
        })
        .gather();
    let heading = match &of.party {
        Some(party) => format!("{party} {}", of.kind.name(lang)),
        None => of.kind.name(lang).to_owned(),
    };
    let whose = match of.target {
        crate::vocabulary::Target::Unit => String::new(),
        other => format!("{}{}", other.name(lang), lang.pick("：", ": ")),
    };
    let parts = parts.join(" + ");
    let mut text = format!("{whose}{parts}");
    if let Some(cap) = &of.cap {
        let before = sum(cap.before, of.kind, lang);
        let most = sum(cap.at, of.kind, lang);
        let word = if of.kind == SanctionKind::Detention { "最长" } else { "最高" };
        text.push_str(&pick!(lang, format!(" = {before}；{word} {most}"), format!(" = {before}; at most {most}")));
    }
    if let Some(after) = of.sum {
        text.push_str(&format!(" → {}", sum(after, of.kind, lang)));
    }
    (heading, text, of.cap.as_ref().and_then(|c| c.basis.as_ref()).map(|b| cite::short(b)))
}

fn dimension_of(decision: &Decision, act: usize, sanction: &str, total: &Total) -> Dimension {
    if let Some(own) = total.kind.bears().summed() {
        return own;
    }
    let version = decision.acts.get(act).and_then(|a| a.governing().next());
    let found = version.and_then(|v| v.of.outcome.sanction(total.target, sanction).map(|s| (v, s)));
    found.and_then(|(v, s)| s.instances.first().map(|i| super::dimension(&v.of.program, *i))).unwrap_or_default()
}

/// The facts found that the result rests on, each once by name: those of the offence, then those of the rows of the
/// case tables that hold.
pub(super) fn recited(decision: &Decision, act: &Act, lang: Lang) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> = Vec::new();
    let mut tell = |linked: &Linked, facts: &Facts, ids: &[FactId]| {
        let speaker = Speaker::new(linked, facts, None, lang);
        for id in ids {
            let name = speaker.fact_name(*id);
            if crate::compile::DATES.contains(&name) || told.iter().any(|(known, _)| known == name) {
                continue;
            }
            told.extend(speaker.fact_value(*id).map(|value| (name.to_owned(), value)));
        }
    };
    for version in &act.versions {
        tell(&version.of.program.linked, &version.of.facts, &version.of.found());
    }
    for (law, facts, ids) in decision.rested_on(act) {
        tell(&law.linked, facts, &ids);
    }
    told
}
