//! Questions that find out a fact, and what each decides.

use super::speaker::Speaker;
use super::teller::Teller;
use super::words::unit_en;
use crate::expr::{Cond, Expr, FactId, Id, Type, walk};
use crate::ruleset::{FactDecl, How};
use crate::vocabulary::Lang;

/// The question that finds out a fact: the document's own, or one made from its name and type.
pub(crate) fn ask(fact: &FactDecl, lang: Lang) -> String {
    if let Some(ask) = &fact.ask {
        return ask.to_string();
    }
    let (name, money) = (&fact.name, fact.money);
    let unit = fact.unit.as_ref().map_or("", |unit| &*unit.name);
    let what = match &fact.ty {
        Type::Number(_) if !money => lang.pick(unit, unit_en(unit).map_or(unit, |(_, many)| many)).to_owned(),
        Type::Levels(levels) => levels.names.join(lang.pick("、", ", ")),
        _ => String::new(),
    };
    // Before the name, behind it, and behind what there is to choose or to count.
    let (zh, en) = match &fact.ty {
        Type::Truth => (["是否", "", "？"], ["", ": yes or no?", ""]),
        Type::Number(_) if money => (["", "是多少元", "？"], ["", ": how much (CNY)?", ""]),
        Type::Number(_) if what.is_empty() => (["", "是多少", "？"], ["", ": how much?", ""]),
        Type::Number(_) => (["", "是多少（", "）？"], ["", ": how much (", ")?"]),
        Type::Date => (["", "是哪一天", "？"], ["", ": which day?", ""]),
        Type::Levels(_) => (["", "属于哪一种：", "？"], ["", ": which of ", "?"]),
        Type::Text => (["", "是什么", "？"], ["", ": what is it?", ""]),
        Type::List(_) | Type::Record(_) => {
            (["", "有哪些（没有则为空）", "？"], ["", ": which (none is an answer)?", ""])
        }
    };
    let [before, behind, end] = lang.pick(zh, en);
    format!("{before}{name}{behind}{what}{end}")
}

impl Teller<'_> {
    /// What a fact decides: the tier, the statutory range …, at most the two that come first in the law's order.
    pub(super) fn decides(&self, fact: FactId) -> String {
        let clause = &self.program.clause;
        let by_cond = |cond: &Cond| self.reads(fact, |visit| walk::cond(cond, &self.program.linked.atoms, visit));
        let by_expr = |expr: &Expr| self.reads(fact, |visit| walk::expr(expr, &self.program.linked.atoms, visit));
        let benchmark = self.program.benchmark.as_ref();
        let mut found: Vec<&str> = Vec::new();
        let mut add = |is: bool, zh: &'static str, en: &'static str| {
            if is {
                found.push(self.pick(zh, en));
            }
        };
        add(self.program.elements.iter().any(by_cond), "定违法行为是否成立", "whether there is an offence");
        add(clause.branches.iter().filter_map(|b| b.when.as_ref()).any(by_cond), "定适用的罚则", "the branch");
        add(benchmark.is_some_and(|b| b.rows.iter().any(|r| by_cond(&r.when))), "定阶次", "the tier");
        let quantity = clause.sanctions.iter().any(|s| {
            s.quantity.rows().iter().any(|r| {
                r.when.as_ref().is_some_and(by_cond)
                    || r.of.as_ref().is_some_and(by_expr)
                    || self.reads(fact, |visit| walk::range(&r.range, &self.program.linked.atoms, visit))
            }) || s.per.as_ref().is_some_and(by_expr)
        });
        add(quantity, "定法定幅度", "the statutory range");
        let score = benchmark.and_then(|b| b.score.as_ref());
        add(score.is_some_and(|s| s.weights.iter().any(|w| by_expr(&w.factor))), "定裁量比例", "the percentage");
        let narrowing = benchmark.is_some_and(|b| {
            let rows = b.rows.iter().flat_map(|r| &r.narrowings).chain(&b.common);
            rows.chain(b.positions.iter().flat_map(|p| &p.narrowings)).any(|n| match &n.how {
                How::Range(range) | How::Part { part: range, .. } => {
                    self.reads(fact, |visit| walk::range(range, &self.program.linked.atoms, visit))
                }
                How::Score { start, times } => by_expr(start) || by_expr(times),
                How::Keep | How::Drop => false,
            })
        });
        add(narrowing, "定裁量幅度", "the range of the tier");
        add(
            benchmark.is_some_and(|b| b.positions.iter().any(|p| by_cond(&p.when))),
            "定从轻从重",
            "lighter or heavier",
        );
        add(clause.sanctions.iter().filter_map(|s| s.when.as_ref()).any(by_cond), "定处罚种类", "which sanctions");
        add(clause.orders.iter().filter_map(|o| o.when.as_ref()).any(by_cond), "定责令事项", "which orders");
        found.truncate(2);
        found.join(self.pick("、", ", "))
    }
}

impl Speaker<'_> {
    pub(super) fn question(&self, id: FactId) -> String {
        self.linked.facts.get(id).map_or_else(String::new, |fact| ask(fact, self.lang))
    }

    /// Whether something reads a fact, through definitions and factors.
    pub(super) fn reads(&self, fact: FactId, visit: impl FnOnce(&mut dyn FnMut(&Expr))) -> bool {
        let mut found = false;
        visit(&mut |e: &Expr| {
            let of = |reads: Option<&Vec<FactId>>| reads.is_some_and(|r| r.contains(&fact));
            found |= match e {
                Expr::Fact(id) => *id == fact,
                Expr::Define(id) => of(self.linked.define_reads.get(id.position())),
                Expr::Factor(id) => of(self.linked.factor_reads.get(id.position())),
                _ => false,
            };
        });
        found
    }
}
