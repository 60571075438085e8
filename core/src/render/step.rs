//! One step of the computation in words.

use super::line::Line;
use super::number::{Counted, counted, is_open, num, result};
use super::teller::Teller;
use crate::expr::{DefineId, Expr, FactId, FactorId, LevelSet};
use crate::gather::Gather as _;
use crate::outcome::{Amount, Measure, StatuteFound, Step};
use crate::ruleset::{BranchId, How, Row, RowId, SanctionId};
use crate::value::{Rational, Truth};
use crate::vocabulary::{AmountLimit, LevelHow, Section};

impl Teller<'_> {
    pub(super) fn define_line(&self, id: DefineId, full: bool) -> Option<Line> {
        let define = self.program.linked.defines.get(id)?;
        let value = self.define_value(id)?;
        let body = match &define.body {
            // Of several rows only the one that holds is told.
            Expr::Rows(rows) => {
                rows.iter().find(|(when, _)| self.truth_of(when).is_some_and(Truth::is_true)).map(|(when, is)| {
                    let (found, is) = (self.found(when), self.expr(is, self.shown(&define.body, None).as_ref(), None));
                    if found.is_empty() {
                        is
                    } else {
                        pick!(self.lang, format!("{found}的，{is}"), format!("{is} where {found}"))
                    }
                })
            }
            body => Some(self.expr(body, self.shown(body, None).as_ref(), None)),
        };
        let text = match body.filter(|b| *b != value) {
            Some(body) => format!("{} = {body} → {value}", define.name),
            None => format!("{} = {value}", define.name),
        };
        let heading = self.pick("定义", "Definition");
        Some(Line::new(Section::Steps, heading, text).basis(self.basis(define.basis.as_ref(), full)))
    }

    pub(super) fn factor_line(&self, id: FactorId, levels: LevelSet, how: LevelHow, full: bool) -> Option<Line> {
        let factor = self.program.linked.factors.get(id)?;
        let name = self.level_names(&factor.levels, levels);
        let why = match how {
            LevelHow::Found | LevelHow::Heaviest => {
                levels.single().and_then(|l| factor.conditions.get(l)).map(|l| self.found(&l.when)).unwrap_or_default()
            }
            LevelHow::Lowest => self.pick("无法查明，按最低档计", "unascertainable, counts as the lowest").to_owned(),
            LevelHow::NoLevel => self.pick("各档均不符合", "no level holds").to_owned(),
            LevelHow::Overlap => self.pick("同时符合", "several hold").to_owned(),
        };
        let text = match why.as_str() {
            "" => format!("{} → {name}", factor.name),
            why => {
                pick!(self.lang, format!("{}：{why} → {name}", factor.name), format!("{}: {why} → {name}", factor.name))
            }
        };
        let lowest = factor.lowest.as_ref().filter(|_| how == LevelHow::Lowest).and_then(|l| l.basis.as_ref());
        let basis = self.basis(lowest.or(factor.basis.as_ref()), full);
        Some(Line::new(Section::Steps, self.pick("因素", "Factor"), text).basis(basis))
    }

    pub(super) fn level_fact_line(&self, id: FactId, levels: LevelSet, full: bool) -> Option<Line> {
        let fact = self.program.linked.facts.get(id)?;
        let crate::expr::Type::Levels(names) = &fact.ty else { return None };
        let name = self.level_names(names, levels);
        let text = pick!(
            self.lang,
            format!("{}：无法查明，按最低档计 → {name}", fact.name),
            format!("{}: unascertainable, counts as the lowest → {name}", fact.name),
        );
        let basis = self.basis(fact.lowest.as_ref().and_then(|l| l.basis.as_ref()), full);
        Some(Line::new(Section::Steps, self.pick("因素", "Factor"), text).basis(basis))
    }

    pub(super) fn branch_line(&self, branch: BranchId, full: bool) -> Option<Line> {
        let found = self.program.clause.branches.get(branch)?;
        let why = found.when.as_ref().map(|w| self.found(w)).unwrap_or_default();
        let arrow = if why.is_empty() { "" } else { " → " };
        let text = pick!(
            self.lang,
            format!("{why}{arrow}适用“{}”的罚则", found.id),
            format!("{why}{arrow}branch “{}”", found.id)
        );
        let basis = self.basis(found.basis.as_ref().or(Some(&self.program.clause.basis)), full);
        Some(Line::new(Section::Steps, self.pick("罚则", "Branch"), text).basis(basis))
    }

    pub(super) fn row_line(&self, row: RowId, full: bool) -> Option<Line> {
        let found = self.row(row)?;
        let why = match self.truth_of(&found.when) {
            Some(Truth::True) if found.is_otherwise() => self.otherwise(row, found),
            Some(Truth::True) => self.found(&found.when),
            _ => pick!(
                self.lang,
                format!("如{}", self.cond(&found.when, true, None)),
                format!("if {}", self.cond(&found.when, true, None)),
            ),
        };
        let arrow = if why.is_empty() { "" } else { " → " };
        let name = self.row_name(row);
        let parts: Vec<String> = found
            .narrowings
            .iter()
            .filter_map(|n| match &n.how {
                How::Part { part, .. } => {
                    let part = self.literal(part, |_| Counted::percent())?;
                    let sanction = self.named(&n.sanction);
                    Some(pick!(
                        self.lang,
                        format!("{sanction}取幅度的 {part}"),
                        format!("{sanction}: {part} of the range")
                    ))
                }
                _ => None,
            })
            .gather();
        let mut text = format!("{why}{arrow}{name}");
        if found.no_penalty.is_some() {
            text.push_str(self.pick("（不予处罚）", " (no penalty)"));
        }
        for part in parts {
            text.push_str(self.pick("，", ", "));
            text.push_str(&part);
        }
        let heading = if found.tier.is_some() { self.pick("阶次", "Tier") } else { self.pick("裁量", "Benchmark") };
        Some(Line::new(Section::Steps, heading, text).basis(Some(self.row_basis(row, full))))
    }

    /// A row for all other cases: whether this surely is one. Empty where there are no others.
    fn otherwise(&self, row: RowId, found: &Row) -> String {
        let rows = self.program.rows();
        if !rows.enumerate().any(|(at, r)| at != row && r.branch == found.branch) {
            return String::new();
        }
        let holds = |step: &Step| matches!(step, Step::Row { row: at, holds: Truth::True, .. } if *at == row);
        if self.steps_taken().any(holds) {
            self.pick("其他情形".to_owned(), "all other cases".to_owned())
        } else {
            self.pick("如属其他情形".to_owned(), "if none of the others".to_owned())
        }
    }

    fn named(&self, id: &str) -> String {
        let found = self.program.clause.sanctions.iter().find(|s| *s.id == *id);
        found.map_or_else(|| id.to_owned(), |s| self.sanction_name(&s.id, s.kind))
    }

    pub(super) fn row_basis(&self, row: RowId, full: bool) -> String {
        let own = self.row(row).and_then(|r| r.basis.as_ref());
        let own = own.or_else(|| self.program.benchmark.as_ref().and_then(|b| b.basis.as_ref()));
        self.basis(own, full).unwrap_or_else(|| {
            let name = self.row_name(row);
            pick!(self.lang, format!("本基准 {name}"), format!("benchmark, {name}"))
        })
    }

    /// The statutory range of a sanction: its row, its base and its count.
    pub(super) fn statute_line(&self, step: &Step, before: Option<Amount>, full: bool) -> Option<Line> {
        let Step::Statute { sanction, row, found } = step else { return None };
        let StatuteFound { base, base_before, count, amount } = &**found;
        let found = self.program.clause.sanctions.get(*sanction)?;
        let row = row.and_then(|r| found.quantity.rows().get(r));
        let dimension = self.dimension(*sanction);
        let mut parts: Vec<String> = Vec::new();
        if let Some(when) = row.and_then(|r| r.when.as_ref()) {
            parts.push(match self.truth_of(when) {
                Some(Truth::True) => self.found(when),
                _ => self
                    .pick(format!("如{}", self.cond(when, true, None)), format!("if {}", self.cond(when, true, None))),
            });
        }
        let money = counted(&dimension);
        let mut product: Vec<String> = Vec::new();
        if let (Some(row), true) = (row, base.is_some() || count.is_some()) {
            let counted = |n: &[Rational]| match base {
                Some(_) => Counted::multiple(n),
                None => Counted::of(&row.range.dimension, n),
            };
            product.extend(self.literal(&row.range, counted));
        }
        if let Some(base) = base {
            let name = row.and_then(|r| r.of.as_ref()).map(|of| self.expr(of, None, None)).unwrap_or_default();
            let value = if is_open(*base) {
                self.pick("（尚不确定）", "(open)").to_owned()
            } else {
                num(*base, &money, self.lang)
            };
            let mut text = format!("{name}{}{value}", if value.starts_with('（') { "" } else { " " });
            if let Some(before) = base_before {
                let before = num(*before, &money, self.lang);
                text.push_str(&pick!(
                    self.lang,
                    format!("（实为 {before}，不足的按此计）"),
                    format!(" (in fact {before}, raised)")
                ));
            }
            product.push(text);
        }
        if let Some(count) = count {
            let per = found.per.as_ref();
            let name = per.map(|p| self.expr(p, None, None)).unwrap_or_default();
            let counted = per.map_or_else(Counted::plain, |p| self.counted(p));
            product.push(format!("{name} {}", num(*count, &counted, self.lang)));
        }
        if !product.is_empty() {
            parts.push(product.join(" × "));
        }
        parts.retain(|p| !p.is_empty());
        let after = result(&before.map_or(*amount, Measure::Range), &dimension, self.lang);
        let left = parts.join(self.pick("，", ", "));
        let arrow = if left.is_empty() { "" } else { " → " };
        let basis = row.and_then(|r| r.basis.as_ref()).unwrap_or(&found.basis);
        let text = format!("{left}{arrow}{after}");
        Some(Line::new(Section::Steps, self.pick("法定幅度", "Statute"), text).basis(self.basis(Some(basis), full)))
    }

    pub(super) fn bound_line(&self, sanction: SanctionId, by: AmountLimit, before: Amount, after: Amount) -> Line {
        let dimension = self.dimension(sanction);
        let (before, after) = (
            result(&Measure::Range(before), &dimension, self.lang),
            result(&Measure::Range(after), &dimension, self.lang),
        );
        let by = by.name(self.lang);
        let text = pick!(self.lang, format!("{by}：{before} → {after}"), format!("{by}: {before} → {after}"));
        Line::new(Section::Steps, self.sanction(sanction), text)
    }
}
