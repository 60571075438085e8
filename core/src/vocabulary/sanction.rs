//! Sanctions: their kinds, and whom they are for.

use super::Lang;
use crate::value::{Base, Dimension};

/// What the amount of a kind of sanction is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bears {
    /// 元
    Money,
    /// 日
    Days,
    /// 月
    Months,
    /// 分
    Points,
    /// It has no amount.
    Nothing,
}

impl Bears {
    /// The dimension of its amounts; none where it has no amount.
    #[must_use]
    pub fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Money => Some(Dimension::of(Base::Money)),
            Self::Days => Some(Dimension::of(Base::Day)),
            Self::Months => Some(Dimension::of(Base::Month)),
            Self::Points => Some(Dimension::of(Base::Point)),
            Self::Nothing => None,
        }
    }

    /// The dimension of sums over several acts; none where amounts are not added up: several suspensions are not one.
    #[must_use]
    pub fn summed(self) -> Option<Dimension> {
        match self {
            Self::Money | Self::Days | Self::Points => self.dimension(),
            Self::Months | Self::Nothing => None,
        }
    }

    /// The unit its amounts are written in; empty where it has none.
    #[must_use]
    pub fn unit_name(self) -> &'static str {
        match self {
            Self::Money => "元",
            Self::Days => "日",
            Self::Months => "月",
            Self::Points => "分",
            Self::Nothing => "",
        }
    }
}

vocabulary! {
    /// The kind of a sanction, after 行政处罚法 第九条.
    SanctionKind("处罚种类", "kind of sanction")
    /// What its amount is measured in.
    bears: Bears {
        Warning = "warning" [Bears::Nothing] {
            "警告": "书面指出违法并加以谴责，不涉及财产和资格（行政处罚法 第九条第一项）。",
            "warning": "A formal reprimand; it takes neither property nor rights (行政处罚法 第九条第一项).",
        }
        Criticism = "criticism" [Bears::Nothing] {
            "通报批评": "在一定范围内公开指出违法事实（行政处罚法 第九条第一项）。没有数额。",
            "public criticism": "The violation is made known in public (行政处罚法 第九条第一项). It has no amount.",
        }
        Fine = "fine" [Bears::Money] {
            "罚款": "责令缴纳一定数额的金钱，单位为元（行政处罚法 第九条第二项）。",
            "fine": "A sum of money to be paid, in 元 (行政处罚法 第九条第二项).",
        }
        Confiscate = "confiscate" [Bears::Money] {
            "没收": "没收违法所得或者非法财物；能折算的，以元计（行政处罚法 第九条第二项）。",
            "confiscation": "Unlawful gains or property are taken; in 元 where they have a value (行政处罚法 第九条第二项).",
        }
        SuspendLicence = "suspend_licence" [Bears::Months] {
            "暂扣许可证件": "一定期间内不得凭许可证件从事活动，以月计（行政处罚法 第九条第三项）。",
            "suspension of licence": "The licence may not be used for some months (行政处罚法 第九条第三项).",
        }
        Downgrade = "downgrade" [Bears::Nothing] {
            "降低资质等级": "资质降为较低的等级（行政处罚法 第九条第三项）。",
            "downgrading of qualification": "The qualification becomes a lower grade (行政处罚法 第九条第三项).",
        }
        RevokeLicence = "revoke_licence" [Bears::Nothing] {
            "吊销许可证件": "许可证件失去效力（行政处罚法 第九条第三项）；是否须由上级机关作出，看所依据的条文。",
            "revocation of licence": "The licence ends (行政处罚法 第九条第三项); the clause says whether a higher authority \
                imposes it.",
        }
        RestrictBusiness = "restrict_business" [Bears::Months] {
            "限制开展生产经营活动": "一定期间内限制生产经营的范围或者规模，以月计（行政处罚法 第九条第四项）。",
            "restriction of business": "What may be produced or traded is limited for some months (行政处罚法 第九条第四项).",
        }
        SuspendBusiness = "suspend_business" [Bears::Months] {
            "责令停产停业": "一定期间内停止生产经营，以月计（行政处罚法 第九条第四项）。",
            "suspension of business": "Production or trade stops for some months (行政处罚法 第九条第四项).",
        }
        Close = "close" [Bears::Nothing] {
            "责令关闭": "生产经营场所不得再开业（行政处罚法 第九条第四项）。",
            "closure": "The business is closed for good (行政处罚法 第九条第四项).",
        }
        RestrictEmployment = "restrict_employment" [Bears::Months] {
            "限制从业": "一定期间内不得从事某类职业或者担任某种职务，以月计（行政处罚法 第九条第四项）。",
            "restriction of employment": "A person may not hold a trade or office for some months (行政处罚法 第九条第四项).",
        }
        SuspendPractice = "suspend_practice" [Bears::Months] {
            "停止执业": "一定期间内不得执业，以月计（如律师法 第四十八条）。",
            "suspension of practice": "A professional may not practise for some months (as in 律师法 第四十八条).",
        }
        Detention = "detention" [Bears::Days] {
            "行政拘留": "短期限制人身自由，以日计，由公安机关作出（行政处罚法 第九条第五项、第十八条）。",
            "administrative detention": "A person is held for some days; the police impose it (行政处罚法 第九条第五项, 第十八条).",
        }
        Points = "points" [Bears::Points] {
            "记分": "在处罚之外累积的分值，以分计；本身不是行政处罚法所列的种类。",
            "penalty points": "Points counted beside the penalty, in 分; not themselves a kind that 行政处罚法 lists.",
        }
        Other = "other" [Bears::Nothing] {
            "其他行政处罚": "法律、行政法规规定的其他种类（行政处罚法 第九条第六项）。",
            "other penalty": "Another kind that a law or regulation of the State Council lays down (行政处罚法 第九条第六项).",
        }
    }
}

impl SanctionKind {
    /// As it stands among the values of the fact 拟处罚种类: its Chinese name, and 其他 for short.
    #[must_use]
    pub fn as_value(self) -> &'static str {
        match self {
            Self::Other => "其他",
            kind => kind.name(Lang::Zh),
        }
    }
}

vocabulary! {
    /// Whom a sanction is for.
    Target("处罚对象", "target") {
        Unit = "unit" {
            "当事人": "违法的单位；法律不分单位和个人的，指行为人。",
            "party": "The unit that broke the law, or whoever acted where the law does not distinguish.",
        }
        Individual = "individual" {
            "个人": "条文对自然人另有规定的，指该自然人。",
            "individual": "A natural person, where the clause has a range of its own for one.",
        }
        Responsible = "responsible" {
            "责任人员": "单位中直接负责的主管人员和其他直接责任人员。",
            "persons responsible": "Those in charge in a unit, and others directly responsible.",
        }
    }
}

vocabulary! {
    /// How a sanction stands in an outcome.
    SanctionMode("处罚适用方式", "how a sanction stands") {
        Must = "must" {
            "应当": "法律规定应当科处：没有从轻减轻等情节的，不得不科处。",
            "must": "The law obliges to impose it, unless a circumstance lets it be otherwise.",
        }
        May = "may" {
            "可以": "法律规定可以科处：由机关决定，并说明理由。",
            "may": "The law allows to impose it: the authority decides, with reasons.",
        }
        Choice = "choice" {
            "择一": "法律规定在几种处罚中选择，这是其中之一；单独看不是义务。选择的规则见 `choices`。",
            "one of a choice": "The law gives a choice among sanctions, and this is one of them: no duty by itself. \
                `choices` says how to choose.",
        }
    }
}

vocabulary! {
    /// What an amount measures.
    AmountMeasure("数额的性质", "what an amount measures") {
        Money = "money" {
            "金额": "以元计的金额，最多两位小数（分）。",
            "money": "A sum in 元, with at most two decimals (分).",
        }
        Days = "days" {
            "日数": "以日计，如行政拘留。",
            "days": "A number of days, as of detention.",
        }
        Months = "months" {
            "月数": "以月计，如停止执业。",
            "months": "A number of months, as of a suspension.",
        }
        Points = "points" {
            "分值": "以分计的记分。",
            "points": "Points, in 分.",
        }
        Other = "other" {
            "其他": "其他计量单位的数，单位见 `unit`；没有单位的是倍数或者比例。",
            "other": "A number of another unit, which `unit` names; without one it is a multiple or a share.",
        }
    }
}

impl AmountMeasure {
    /// By the unit that the amount is written in.
    #[must_use]
    pub fn of(unit: &str) -> Self {
        match unit {
            "元" => Self::Money,
            "日" => Self::Days,
            "月" | "个月" => Self::Months,
            "分" => Self::Points,
            _ => Self::Other,
        }
    }
}
