//! The ways that remain, in words: what the law calls for takes the place of what the table gives.

use super::number::{Counted, quantity};
use super::teller::Teller;
use crate::decide::{Allowed, AllowedWay, Basis, Course};
use crate::gather::Gather as _;
use crate::outcome::Amount;
use crate::value::{Dimension, Rational, Truth};
use crate::vocabulary::{Direction, Force, Lang, SanctionKind};

impl Teller<'_> {
    /// What is allowed once what must count has counted, where that is no longer what the table gives: one text for
    /// each way. Empty where the table stands, or where the verdict alone says it.
    pub(super) fn in_place_of_the_table(&self, of: Basis<'_>, allowed: &Allowed) -> Vec<String> {
        if !allowed.table_is_out() || allowed.ways.iter().all(|way| way.spares(of)) {
            return Vec::new();
        }
        let several = allowed.ways.len() > 1;
        let mut told: Vec<String> = allowed.ways.iter().map(|way| self.way_allowed(of, way)).gather();
        if several && let Some(first) = told.first_mut() {
            let lead = match allowed.opposed {
                Truth::True => {
                    self.pick("从宽与从严并存，须综合衡量：", "lighter and heavier stand together, to be weighed: ")
                }
                _ => self.pick("下列之一：", "one of these: "),
            };
            first.insert_str(0, lead);
        }
        told
    }

    /// `低于法定下限，幅度没有规定：拘留低于 5 日`
    fn below_minima(&self, of: Basis<'_>) -> String {
        let mut told: Vec<String> = Vec::new();
        for target in &of.outcome.targets {
            for sanction in &target.sanctions {
                // What is confiscated is what there is: it has no minimum to go below.
                let has_min = |r: &&Amount| r.has_min && sanction.kind != SanctionKind::Confiscate;
                let range = sanction.statutory.as_ref().and_then(|m| m.range()).filter(has_min);
                let (Some(range), Some(instance)) = (range, sanction.instances.first()) else { continue };
                let Some(least) = range.hull().lo().value() else { continue };
                let (name, end) = (self.sanction(*instance), amount_of(least, &self.dimension(*instance), self.lang));
                let many = of.outcome.targets.len() > 1;
                let whose = if many {
                    format!("{}{}", target.target.name(self.lang), self.pick("：", ": "))
                } else {
                    String::new()
                };
                told.push(pick!(
                    self.lang,
                    format!("{whose}{name}低于 {end}"),
                    format!("{whose}{name} of less than {end}"),
                ));
            }
        }
        if told.is_empty() {
            let none = self.pick(
                "条文没有下限，如何减轻没有规定",
                "the clause has no minimum, and no text says how a penalty is mitigated",
            );
            return none.to_owned();
        }
        let told = told.join(self.pick("、", ", "));
        pick!(
            self.lang,
            format!("低于法定下限，幅度没有规定：{told}"),
            format!("below the statutory minimum, no text says how far: {told}"),
        )
    }

    /// `应当从轻（主动消除后果）：罚款 50,000 元以上 65,000 元以下`
    fn way_allowed(&self, of: Basis<'_>, way: &AllowedWay) -> String {
        let names = way.rests_on.iter().filter_map(|c| of.program.circumstances.get(*c)).map(|c| &*c.id);
        let names = names.gather::<Vec<_>>().join(self.pick("、", ", "));
        let option = way.course.option(of);
        let name = match way.course {
            Course::Option(_) => option.map_or("", |o| self.effect_name(&o.effect, o.direction)),
            Course::Waived => Direction::NoPenalty.name(self.lang),
            Course::Table => self.pick("不采用情节", "no circumstance"),
        };
        let force = match (way.course, way.force) {
            (Course::Table, _) => "",
            (_, Force::Must) => self.pick("应当", "must be "),
            (_, Force::May) => self.pick("可以", "may be "),
        };
        let because = match names.is_empty() {
            true => String::new(),
            false => pick!(self.lang, format!("（{names}）"), format!(" ({names})")),
        };
        let (_, targets) = way.result(of);
        let many = targets.len() > 1;
        let sanctions = targets.iter().map(|target| {
            let whose = if many { target.target.name(self.lang) } else { "" };
            let colon = if many { self.pick("：", ": ") } else { "" };
            format!("{whose}{colon}{}", self.sanctions(target, false))
        });
        let sanctions = sanctions.gather::<Vec<_>>().join(self.pick("；", "; "));
        let what = match (way.open, way.direction) {
            _ if way.spares(of) => String::new(),
            (true, Some(Direction::Mitigated)) => self.below_minima(of),
            (true, Some(Direction::Lighter)) => pick!(
                self.lang,
                format!("低于下列上限，幅度没有规定：{sanctions}"),
                format!("below these upper ends, no text says how far: {sanctions}"),
            ),
            (true, Some(Direction::Heavier)) => pick!(
                self.lang,
                format!("高于下列下限，幅度没有规定：{sanctions}"),
                format!("above these lower ends, no text says how far: {sanctions}"),
            ),
            _ => sanctions,
        };
        let colon = if what.is_empty() { "" } else { self.pick("：", ": ") };
        let needs = option.map(|o| self.needed(&o.needs)).unwrap_or_default();
        format!("{force}{name}{because}{colon}{what}{needs}")
    }
}

fn amount_of(number: Rational, dimension: &Dimension, lang: Lang) -> String {
    quantity(number, &Counted::of(dimension, &[number]), lang)
}
