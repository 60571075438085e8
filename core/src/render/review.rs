//! Review points in sentences: what a person must look at, and why.

use super::number::amount;
use super::teller::Teller;
use super::words::depending;
use crate::expr::Id;
use crate::gather::Gather as _;
use crate::outcome::{Measure, ReviewPoint, Rule};
use crate::value::Dimension;
use crate::vocabulary::{Incomputable, ReviewCode};

impl Teller<'_> {
    pub(super) fn review(&self, point: &ReviewPoint) -> String {
        let name = self.quoted(&self.rule(point.rule));
        // A narrowing of the whole benchmark needs no name.
        let with = point.with.filter(|w| *w != Rule::Offence).map(|w| self.rule(w)).unwrap_or_default();
        let both = pick!(self.lang, format!("“{with}”与{name}"), format!("“{with}” and {name}"));
        let by = if with.is_empty() {
            String::new()
        } else {
            pick!(self.lang, format!("按“{with}”算得的"), format!(" under “{with}”"))
        };
        let change = self.change(point);
        let (zh, en) = match point.code {
            ReviewCode::BelowStatute => (
                format!("{by}{name}低于法定下限，已按法定幅度限定{change}；是否具备减轻处罚的情形，请另行认定"),
                format!(
                    "{name}{by} lies below the statutory minimum and was bounded by it{change}; \
                     a mitigated penalty needs its own finding"
                ),
            ),
            ReviewCode::AboveStatute => (
                format!("{by}{name}高于法定上限，已按法定幅度限定{change}；请核对裁量基准与法律是否一致"),
                format!(
                    "{name}{by} lies above the statutory maximum and was bounded by it{change}; \
                     check the benchmark against the law"
                ),
            ),
            ReviewCode::NoTier => {
                let of = if with.is_empty() {
                    String::new()
                } else {
                    pick!(self.lang, format!("在“{with}”之下"), format!(" in “{with}”"))
                };
                (
                    format!("{of}没有任何裁量阶次符合，按法定幅度；请在幅度内说明理由"),
                    format!("no tier of the benchmark applies{of}; the statutory range stands, reasons are required"),
                )
            }
            ReviewCode::NoLevel => {
                let values = self.read_by(point.rule);
                let zh = if values.is_empty() { String::new() } else { format!("（{}）", values.join("，")) };
                let en = if values.is_empty() { String::new() } else { format!(" ({})", values.join(", ")) };
                (
                    format!("{name}没有对应的档{zh}，请认定属于哪一档"),
                    format!("no level of {name} fits{en}; find which one applies"),
                )
            }
            ReviewCode::TiersOverlap => (
                format!("{both}同时符合，裁量基准未规定以哪一档为准，请择定并说明理由"),
                format!("{both} both apply and the benchmark does not say which counts; choose and give reasons"),
            ),
            ReviewCode::LevelsOverlap => (
                format!("{name}同时符合两档以上，裁量基准未规定以哪一档为准，请择定并说明理由"),
                format!(
                    "several levels of {name} hold and the benchmark does not say which counts; choose and give reasons"
                ),
            ),
            ReviewCode::BranchesOverlap => (
                format!("{both}两项罚则同时符合，请择定并说明理由"),
                format!("{both} of the penalty clause both apply; choose and give reasons"),
            ),
            ReviewCode::NoBranch => (
                "没有任何一项罚则符合，请认定适用哪一项".to_owned(),
                "no branch of the penalty clause applies; find which one does".to_owned(),
            ),
            ReviewCode::BranchOpen => (
                format!("法律和裁量基准均未写明何时适用{name}，请认定并说明理由"),
                format!("neither law nor benchmark says when {name} applies; decide and give reasons"),
            ),
            ReviewCode::Unascertainable => match point.rule {
                Rule::Factor(_) => (
                    format!("{name}无法查明，按最低档计；请核对已尽调查义务"),
                    format!(
                        "{name} cannot be ascertained and counts as the lowest level; \
                         check that the inquiry was complete"
                    ),
                ),
                _ if self.counts_as_lowest(point.rule) => (
                    format!("{name}无法查明，按最低档计；请核对已尽调查义务"),
                    format!(
                        "{name} cannot be ascertained and counts as its lowest level; \
                         check that the inquiry was complete"
                    ),
                ),
                _ => (
                    format!("{name}无法查明，其影响请由人认定"),
                    format!("{name} cannot be ascertained; a person must find what follows from it"),
                ),
            },
            ReviewCode::NoValue if matches!(point.rule, Rule::Sanction(_)) => match point.after {
                Some(Measure::Incomputable(Incomputable::NoRow)) => (
                    format!("{name}的法定幅度没有一项符合，无法计罚；请认定适用哪一项"),
                    format!(
                        "no row of the statutory range of {name} holds, so it cannot be computed; find which one does"
                    ),
                ),
                _ => (
                    format!("{name}据以计算的基数或者数量为零或者为负，无法计罚；请核实该数"),
                    format!("the base or the count of {name} is zero or less: nothing can be computed; verify it"),
                ),
            },
            ReviewCode::NoValue => (
                format!("按某些尚未查明的事实，{name}无从计算（除数为零或者没有一行符合）；所示结果不包括这些情形"),
                format!(
                    "for some answers still missing {name} has no value (a divisor is zero, or no row holds); \
                     what is shown leaves them out"
                ),
            ),
            ReviewCode::ScoreOverflow => (
                format!("{by}{name}各项比例之和超过 100%，裁量基准未规定如何处理，请认定"),
                format!(
                    "the percentages of {name}{by} add up to more than 100% and the benchmark does not say what then"
                ),
            ),
            ReviewCode::KindNotInBranch => {
                let with = self.quoted(&with);
                (
                    format!("{name}档写有{with}，但所适用的罚则没有这一处罚，不予适用"),
                    format!("{name} names {with}, which the branch that applies does not have; it was left out"),
                )
            }
            ReviewCode::NoRoom => (
                format!("{name}要求在幅度内从轻或者从重，但该幅度只有一个数额{change}，没有余地"),
                format!("{name} asks for a place in the range, but the range is one amount{change}"),
            ),
            ReviewCode::OpenRange => (
                format!("{name}取幅度的一部分，但法定幅度没有上限，未能计算，按法定幅度"),
                format!("{name} takes a part of a range without upper end; the statutory range stands"),
            ),
            ReviewCode::RowsOverlap => (
                format!("{name}的法定幅度有两项以上同时符合，请择定"),
                format!("several rows of the statutory range of {name} hold; choose"),
            ),
            ReviewCode::PositionsOverlap => {
                (format!("{both}同时符合，请择定并说明理由"), format!("{both} both hold; choose and give reasons"))
            }
            ReviewCode::DefaultOutside => (
                format!("{name}的指导基准不在算得的幅度之内，未采用"),
                format!("the guiding point of {name} lies outside the range and was left out"),
            ),
            ReviewCode::MayExempt => (
                format!("符合{name}，可以不予处罚；请决定是否处罚并说明理由"),
                format!("{name} applies: the penalty may be waived; decide and give reasons"),
            ),
            ReviewCode::EffectEmpty => (
                format!("{name}对“{with}”没有可取的幅度，该处罚按原幅度"),
                format!("{name} leaves no amount for “{with}”; it stands as it was"),
            ),
            ReviewCode::EffectAgainst => (
                format!(
                    "按{name}算得的“{with}”与应有的方向相反，已以不计该情节的结果为限{change}；请核对所据文本如何衔接"
                ),
                format!(
                    "{name} would take “{with}” the wrong way and was bounded by the result without it{change}; \
                     check how the documents fit together"
                ),
            ),
            ReviewCode::EffectOpen => (
                format!("所据文本未规定{name}的幅度，请在法律限度内裁量并说明理由"),
                format!("no document in force says how far {name} goes; decide within the law, with reasons"),
            ),
            ReviewCode::NoNextTier => (
                format!("{name}须改用相邻阶次，但相邻阶次不存在或者不止一个，请认定"),
                format!("{name} takes the neighbouring tier, and there is none or more than one; decide"),
            ),
            ReviewCode::ChooseEffect => (
                format!("具有{name}，应当在所列从宽方式中择一适用，请择定并说明理由"),
                format!("{name} calls for one of the effects listed; choose one, with reasons"),
            ),
            ReviewCode::CircumstancesMixed => (
                format!("{both}并存，方向相反，不得相互抵销；请综合衡量并说明理由"),
                format!("{both} point in opposite directions and are not netted; weigh them, with reasons"),
            ),
            ReviewCode::Unverified => {
                let why = self.unverified(point.rule).unwrap_or_default();
                let colon = if why.is_empty() { "" } else { self.pick("：", ": ") };
                (format!("{name}未核实{colon}{why}"), format!("{name} is not verified{colon}{why}"))
            }
        };
        depending(self.pick(zh, en), point.certain, self.lang)
    }

    /// The values in this case of what a factor reads: what falls between the levels must be legible.
    fn read_by(&self, rule: Rule) -> Vec<String> {
        let Rule::Factor(factor) = rule else { return Vec::new() };
        let reads = self.program.linked.factor_reads.get(factor.position()).map(Vec::as_slice).unwrap_or(&[]);
        let known = reads.iter().filter_map(|id| self.fact_value(*id).map(|v| format!("{} {v}", self.fact_name(*id))));
        known.gather()
    }

    fn counts_as_lowest(&self, rule: Rule) -> bool {
        let Rule::Fact(id) = rule else { return false };
        self.program
            .linked
            .facts
            .get(id)
            .is_some_and(|f| f.lowest.is_some() && matches!(f.ty, crate::expr::Type::Levels(_)))
    }

    /// `（50,000 元 → 60,000 元）`
    fn change(&self, point: &ReviewPoint) -> String {
        let sanction = point.sanction().or_else(|| self.program.clause.sanctions.ids().next());
        let dimension = sanction.map_or_else(Dimension::none, |sanction| self.dimension(sanction));
        let told = |measure: &Measure| amount(measure, &dimension, self.lang);
        let text = match (&point.before, &point.after) {
            (Some(before), Some(after)) if told(before) == told(after) => return String::new(),
            (Some(before), Some(after)) => format!("{} → {}", told(before), told(after)),
            (None, Some(only)) | (Some(only), None) => told(only),
            (None, None) => return String::new(),
        };
        pick!(self.lang, format!("（{text}）"), format!(" ({text})"))
    }

    fn unverified(&self, rule: Rule) -> Option<String> {
        let clause = &self.program.clause;
        let benchmark = self.program.benchmark.as_ref();
        let marks = match rule {
            Rule::Mark(mark) => self.program.linked.marks.get(mark).map(|(_, m)| m),
            Rule::Branch(branch) => clause.branches.get(branch).map(|b| &b.marks),
            Rule::Sanction(sanction) => clause.sanctions.get(sanction).map(|s| &s.marks),
            Rule::Row(row) => {
                let row = self.row(row)?;
                let inner = row.narrowings.iter().find(|n| n.marks.unverified.is_some()).map(|n| &n.marks);
                if row.marks.unverified.is_some() { Some(&row.marks) } else { inner }
            }
            Rule::Position(position) => benchmark.and_then(|b| b.positions.get(position)).map(|p| &p.marks),
            Rule::Circumstance(number) => self.program.circumstances.get(number).map(|c| &c.marks),
            Rule::Effect(number) => self.program.effects.get(number).map(|e| &e.marks),
            Rule::Offence | Rule::Factor(_) | Rule::Fact(_) | Rule::Define(_) => None,
        };
        marks?.unverified.as_ref().map(ToString::to_string)
    }
}
