//! The words themselves, side by side in each language.

use crate::decide::{FindingCode, Mark, Need};
use crate::outcome::{Limit, ReviewCode};
use crate::ruleset::{Direction, Force, SanctionKind, Target};
use crate::value::{Base, Dimension};

/// The language of the words; names stay as the document has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// How much is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// What an officer needs: result, steps, what did not apply.
    #[default]
    Brief,
    /// Every condition, fact, mark and version.
    Full,
}

/// How lines are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    /// Plain text in columns; a Chinese character is two columns wide.
    #[default]
    Text,
    /// Markdown.
    Markdown,
}

/// Language, form and markup together; Chinese, brief and text unless said otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// How much is told.
    pub form: Form,
    /// How it is laid out.
    pub markup: Markup,
}

/// One of two texts, of which only the one that is wanted is made: `pick!(lang, format!("…"), format!("…"))`.
macro_rules! pick {
    ($lang:expr, $zh:expr, $en:expr $(,)?) => {
        match $lang {
            $crate::render::Lang::Zh => $zh,
            $crate::render::Lang::En => $en,
        }
    };
}

impl Lang {
    /// One of two texts that are there already; see `pick!` for texts that are to be made.
    pub(super) fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// What is so for some completions only says that first.
pub(super) fn depending(text: String, certain: bool, lang: Lang) -> String {
    match certain {
        true => text,
        false => pick!(lang, format!("视查明情况：{text}"), format!("depending on the facts: {text}")),
    }
}

pub(super) fn kind(kind: SanctionKind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        SanctionKind::Warning => ("警告", "warning"),
        SanctionKind::Criticism => ("通报批评", "public criticism"),
        SanctionKind::Fine => ("罚款", "fine"),
        SanctionKind::Confiscate => ("没收", "confiscation"),
        SanctionKind::SuspendLicence => ("暂扣许可证件", "suspension of licence"),
        SanctionKind::Downgrade => ("降低资质等级", "downgrading of qualification"),
        SanctionKind::RevokeLicence => ("吊销许可证件", "revocation of licence"),
        SanctionKind::RestrictBusiness => ("限制开展生产经营活动", "restriction of business"),
        SanctionKind::SuspendBusiness => ("责令停产停业", "suspension of business"),
        SanctionKind::Close => ("责令关闭", "closure"),
        SanctionKind::RestrictEmployment => ("限制从业", "restriction of employment"),
        SanctionKind::SuspendPractice => ("停止执业", "suspension of practice"),
        SanctionKind::Detention => ("行政拘留", "administrative detention"),
        SanctionKind::Points => ("记分", "penalty points"),
        SanctionKind::Other => ("其他行政处罚", "other penalty"),
    };
    lang.pick(zh, en)
}

pub(super) fn target(target: Target, lang: Lang) -> &'static str {
    let (zh, en) = match target {
        Target::Unit => ("当事人", "party"),
        Target::Individual => ("个人", "individual"),
        Target::Responsible => ("责任人员", "persons responsible"),
    };
    lang.pick(zh, en)
}

pub(super) fn limit(limit: Limit, lang: Lang) -> &'static str {
    let (zh, en) = match limit {
        Limit::Cap => ("按规定的上限", "declared cap"),
        Limit::Floor => ("按规定的下限", "declared floor"),
        Limit::StatuteMin => ("不得低于法定下限", "statutory minimum"),
        Limit::StatuteMax => ("不得高于法定上限", "statutory maximum"),
        Limit::Table => ("以不计该情节的结果为限", "bounded by the result without it"),
        Limit::Round => ("按规定取整", "declared rounding"),
    };
    lang.pick(zh, en)
}

/// What a review point is, in a few words.
pub(super) fn review(code: ReviewCode, lang: Lang) -> &'static str {
    let (zh, en) = match code {
        ReviewCode::BelowStatute => ("低于法定下限", "below the statute"),
        ReviewCode::AboveStatute => ("高于法定上限", "above the statute"),
        ReviewCode::NoTier => ("无对应阶次", "no tier"),
        ReviewCode::NoLevel => ("无对应档", "no level"),
        ReviewCode::TiersOverlap => ("阶次重叠", "tiers overlap"),
        ReviewCode::LevelsOverlap => ("因素重叠", "levels overlap"),
        ReviewCode::BranchesOverlap => ("罚则竞合", "branches overlap"),
        ReviewCode::NoBranch => ("无对应罚则", "no branch"),
        ReviewCode::BranchOpen => ("罚则待定", "branch left open"),
        ReviewCode::Unascertainable => ("无法查明", "unascertainable"),
        ReviewCode::ScoreOverflow => ("比例超过 100%", "more than 100%"),
        ReviewCode::KindNotInBranch => ("罚则无此处罚", "not in the clause"),
        ReviewCode::NoRoom => ("无裁量余地", "no room"),
        ReviewCode::OpenRange => ("无法定上限", "no upper end"),
        ReviewCode::RowsOverlap => ("幅度重叠", "ranges overlap"),
        ReviewCode::PositionsOverlap => ("裁量认定重叠", "findings overlap"),
        ReviewCode::DefaultOutside => ("指导基准越界", "guiding point outside"),
        ReviewCode::NoValue => ("无从计算", "no value"),
        ReviewCode::MayExempt => ("可以不予处罚", "exemption allowed"),
        ReviewCode::EffectEmpty => ("无此余地", "no room for it"),
        ReviewCode::EffectAgainst => ("从轻从重反向", "goes the wrong way"),
        ReviewCode::EffectOpen => ("幅度未定", "extent not laid down"),
        ReviewCode::NoNextTier => ("无下一阶次", "no next tier"),
        ReviewCode::ChooseEffect => ("应当择一", "one must be chosen"),
        ReviewCode::CircumstancesMixed => ("情节并存", "circumstances both ways"),
        ReviewCode::Unverified => ("文本未核实", "text not verified"),
    };
    lang.pick(zh, en)
}

/// Which way an effect goes.
pub(super) fn direction(direction: Direction, lang: Lang) -> &'static str {
    let (zh, en) = match direction {
        Direction::Lighter => ("从轻", "lighter"),
        Direction::Mitigated => ("减轻", "mitigated"),
        Direction::Ordinary => ("一般", "ordinary"),
        Direction::Heavier => ("从重", "heavier"),
        Direction::NoPenalty => ("不予处罚", "no penalty"),
    };
    lang.pick(zh, en)
}

/// How strongly the law calls for something.
pub(super) fn force(force: Force, lang: Lang) -> &'static str {
    let (zh, en) = match force {
        Force::Must => ("应当", "mandatory"),
        Force::May => ("可以", "optional"),
    };
    lang.pick(zh, en)
}

/// Where a part of a decision stands, in a few words.
pub(super) fn standing(code: FindingCode, lang: Lang) -> &'static str {
    let (zh, en) = match code {
        FindingCode::Inside => ("符合", "inside"),
        FindingCode::BelowBenchmark => ("低于基准", "below benchmark"),
        FindingCode::AboveBenchmark => ("高于基准", "above benchmark"),
        FindingCode::BelowStatute => ("低于法定", "below statute"),
        FindingCode::AboveStatute => ("高于法定", "above statute"),
        FindingCode::NotAllowed => ("不得科处", "not allowed"),
        FindingCode::Missing => ("遗漏", "missing"),
        FindingCode::Choice => ("选择有误", "wrong choice"),
        FindingCode::Undetermined => ("尚不能确定", "undetermined"),
    };
    lang.pick(zh, en)
}

/// What a decision needs, to stand.
pub(super) fn need(need: Need, lang: Lang) -> &'static str {
    let (zh, en) = match need {
        Need::Reasons => ("说明理由", "reasons"),
        Need::Mitigation => ("具备减轻处罚的情形", "a ground for mitigation"),
        Need::Exemption => ("具备不予处罚的情形", "a ground not to punish"),
        Need::CollectiveDeliberation => ("集体讨论", "collective deliberation"),
    };
    lang.pick(zh, en)
}

/// How far a citation carries.
pub(super) fn mark(mark: Mark, lang: Lang) -> &'static str {
    let (zh, en) = match mark {
        Mark::Unverified => ("原文未核实", "the text is not verified"),
        Mark::Reading => (
            "情节复杂或者重大违法行为；许多裁量基准将减轻处罚列入",
            "in complex or grave cases; many benchmarks count mitigation among them",
        ),
    };
    lang.pick(zh, en)
}

/// A unit of a quantity; empty for a plain number.
pub(super) fn unit(dimension: &Dimension) -> String {
    if dimension.is_none() { String::new() } else { dimension.to_string() }
}

/// The English of a unit, singular and plural; a unit without one stays as it is.
pub(super) fn unit_en(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "日" | "天" => ("day", "days"),
        "个月" | "月" => ("month", "months"),
        "个工作日" | "工作日" => ("working day", "working days"),
        "年" => ("year", "years"),
        "小时" => ("hour", "hours"),
        "分" => ("point", "points"),
        "次" | "倍" => ("time", "times"),
        "人" | "名" => ("person", "persons"),
        "个" | "处" | "项" | "件" | "份" | "家" | "户" | "起" => ("item", "items"),
        "千克" | "公斤" => ("kg", "kg"),
        "吨" => ("t", "t"),
        "米" => ("m", "m"),
        "平方米" => ("m²", "m²"),
        "立方米" => ("m³", "m³"),
        _ => return None,
    })
}

pub(super) fn is_money(dimension: &Dimension) -> bool {
    *dimension == Dimension::of(Base::Money)
}
