//! One test of a condition in words.

use super::number::Counted;
use super::phrase::Element;
use super::said::{SaidCondition, gap};
use super::speaker::{Shown, Speaker};
use crate::expr::{CompareOp, Cond, Expr, LevelSet, Special, Test, Type};
use crate::gather::Gather as _;
use crate::value::{Comparison, Truth};
use crate::vocabulary::{Lang, LevelHow};

impl Speaker<'_> {
    /// A single test, or the negation of one; `None` for a combination.
    pub(super) fn said(&self, cond: &Cond, holds: bool, scope: Element<'_>) -> Option<SaidCondition> {
        match cond {
            Cond::Atom(id) => {
                let atom = self.linked.atoms.get(*id)?;
                Some(self.test(&atom.test, holds, scope, &atom.text))
            }
            Cond::Local(test) => Some(self.test(test, holds, scope, "")),
            Cond::Not(inner) => self.said(inner, !holds, scope),
            Cond::Const(_) | Cond::All(_) | Cond::Any(_) => None,
        }
    }

    fn test(&self, test: &Test, holds: bool, scope: Element<'_>, text: &str) -> SaidCondition {
        match test {
            Test::Compare(op, sides) => {
                let [left, right] = &**sides;
                self.compare((*op, left, right), holds, scope, text)
            }
            Test::Levels(of, set) => self.levels(of, *set, holds, scope),
            Test::Text(of, set) => {
                let set: Vec<String> = set.iter().map(|t| self.quoted(t)).gather();
                let asks = self.is(&set.join(self.pick("、", ", ")), holds);
                SaidCondition { subject: self.expr(of, None, scope), asks, has: self.has(of), plain: false, yes: None }
            }
            Test::SameText(sides) => {
                let [left, right] = &**sides;
                let right = self.expr(right, None, scope);
                let (zh, en) = if holds { ("与", "同") } else { ("与", "不同") };
                let asks = pick!(
                    self.lang,
                    format!("{zh}{right}相{en}"),
                    format!("{}same as {right}", if holds { "" } else { "not the " }),
                );
                SaidCondition {
                    subject: self.expr(left, None, scope),
                    asks,
                    has: self.has(left),
                    plain: false,
                    yes: None,
                }
            }
            Test::Is(of) => {
                let word = self.truth(Truth::from(holds));
                let subject = match (of, self.lang) {
                    (Expr::Fact(_) | Expr::Define(_), Lang::Zh) => self.quoted(&self.expr(of, None, scope)),
                    _ => self.expr(of, None, scope),
                };
                let asks = pick!(self.lang, format!("为{word}"), word.to_owned());
                let yes = holds.then(|| self.expr(of, None, scope));
                SaidCondition { subject, asks, has: self.has(of), plain: true, yes }
            }
            Test::Unascertainable(fact) => {
                let asks = if holds {
                    self.pick("无法查明", "unascertainable")
                } else {
                    self.pick("能够查明", "ascertainable")
                };
                SaidCondition {
                    subject: self.fact_name(*fact).to_owned(),
                    asks: asks.to_owned(),
                    has: self.fact_value(*fact),
                    plain: false,
                    yes: None,
                }
            }
            Test::Within(within) => {
                let anchor = self.expr(&within.anchor, Some(&Shown::Date), scope);
                let length = self.length(&within.length, within.months, scope);
                let day = match (within.anchor_in, self.lang) {
                    (true, Lang::Zh) => "（含当日）",
                    (false, Lang::Zh) => "",
                    (true, Lang::En) => ", that day included",
                    (false, Lang::En) => "",
                };
                let (not_zh, not_en) = if holds { ("", "") } else { ("不", "not ") };
                let asks = pick!(
                    self.lang,
                    format!("{not_zh}在{anchor}前 {length}内{day}"),
                    format!("{not_en}within {length} before {anchor}{day}"),
                );
                SaidCondition {
                    subject: self.expr(&within.date, None, scope),
                    asks,
                    has: self.has(&within.date),
                    plain: false,
                    yes: None,
                }
            }
            Test::AnyOf(list) | Test::AllOf(list) => {
                let any = matches!(test, Test::AnyOf(_));
                let asks = match (any, holds) {
                    (true, true) => self.pick("至少有一项", "at least one"),
                    (true, false) => self.pick("一项也没有", "none"),
                    (false, true) => self.pick("各项均符合", "all of them"),
                    (false, false) => self.pick("并非各项均符合", "not all of them"),
                };
                SaidCondition {
                    subject: self.expr(list, None, scope),
                    asks: asks.to_owned(),
                    has: self.has(list),
                    plain: false,
                    yes: None,
                }
            }
            Test::Has(end) => {
                let lower = matches!(end, Special::StatuteMin | Special::TierMin);
                let asks = match (lower, holds) {
                    (true, true) => self.pick("有下限", "with a minimum"),
                    (true, false) => self.pick("无下限", "without minimum"),
                    (false, true) => self.pick("有上限", "with a maximum"),
                    (false, false) => self.pick("无上限", "without maximum"),
                };
                let subject = match end {
                    Special::TierMin | Special::TierMax => self.pick("阶次幅度", "range of the tier"),
                    _ => self.pick("法定幅度", "statutory range"),
                };
                let subject = subject.to_owned();
                SaidCondition { subject, asks: asks.to_owned(), has: None, plain: false, yes: None }
            }
        }
    }

    fn is(&self, what: &str, holds: bool) -> String {
        match (self.lang, holds) {
            (Lang::Zh, true) => format!("为{}{what}", gap(what)),
            (Lang::Zh, false) => format!("不为{}{what}", gap(what)),
            (Lang::En, true) => what.to_owned(),
            (Lang::En, false) => format!("not {what}"),
        }
    }

    fn compare(
        &self,
        (op, left, right): (CompareOp, &Expr, &Expr),
        holds: bool,
        scope: Element<'_>,
        text: &str,
    ) -> SaidCondition {
        let mut op: Comparison = op.into();
        // The subject stands first: `30日 < 持续天数` is about the days.
        let (left, right) = if matches!(left, Expr::Number(_)) && !matches!(right, Expr::Number(_)) {
            op = op.flip();
            (right, left)
        } else {
            (left, right)
        };
        if !holds {
            op = op.negate();
        }
        let mut shown = self.shown(left, scope).or_else(|| self.shown(right, scope));
        if let Some(Shown::Number(counted)) = &mut shown
            && counted.name.is_empty()
            && text.contains('%')
        {
            *counted = Counted::percent();
        }
        let mut what = self.expr(right, shown.as_ref(), scope);
        if let Some(value) = self.has(right) {
            what = pick!(self.lang, format!("{what}（{value}）"), format!("{what} ({value})"));
        }
        let date = matches!(shown, Some(Shown::Date));
        let asks = match (op, self.lang, date) {
            (Comparison::Eq, ..) => self.is(&what, true),
            (Comparison::Ne, ..) => self.is(&what, false),
            (op, Lang::Zh, date) => {
                let word = match (op, date) {
                    (Comparison::Lt, true) => "早于",
                    (Comparison::Le, true) => "不晚于",
                    (Comparison::Gt, true) => "晚于",
                    (_, true) => "不早于",
                    (Comparison::Lt, false) => "不满",
                    (Comparison::Le, false) => "不超过",
                    (Comparison::Gt, false) => "超过",
                    (_, false) => "不低于",
                };
                format!("{word}{}{what}", gap(&what))
            }
            (op, Lang::En, date) => {
                let word = match (op, date) {
                    (Comparison::Lt, true) => "before",
                    (Comparison::Le, true) => "not after",
                    (Comparison::Gt, true) => "after",
                    (_, true) => "not before",
                    (Comparison::Lt, false) => "less than",
                    (Comparison::Le, false) => "at most",
                    (Comparison::Gt, false) => "more than",
                    (_, false) => "at least",
                };
                format!("{word} {what}")
            }
        };
        let named = self.has(left);
        let has = named.or_else(|| self.inside(left));
        let plain = op == Comparison::Eq && self.has(left).is_some() && matches!(right, Expr::Number(_));
        SaidCondition { subject: self.expr(left, shown.as_ref(), scope), asks, has, plain, yes: None }
    }

    fn levels(&self, of: &Expr, wanted: LevelSet, holds: bool, scope: Element<'_>) -> SaidCondition {
        let subject = self.expr(of, None, scope);
        let Some(levels) = self.linked.levels_of(of).cloned() else {
            return SaidCondition { subject, asks: String::new(), has: None, plain: false, yes: None };
        };
        let mut names = self.level_names(&levels, wanted);
        if let (Expr::Factor(id), Some(level)) = (of, wanted.single())
            && self.factor_facts(*id).is_some()
            && let Some(found) = self.linked.factors.get(*id).and_then(|f| f.conditions.get(level))
            && let Some(Expr::Fact(_) | Expr::Define(_)) = self.subject_of(&found.when)
        {
            let when = self.cond(&found.when, true, scope);
            names = pick!(self.lang, format!("{names}（{when}）"), format!("{names} ({when})"));
        }
        SaidCondition { subject, asks: self.is(&names, holds), has: self.has(of), plain: true, yes: None }
    }

    /// What all tests of a simple condition are about.
    fn subject_of<'c>(&'c self, cond: &'c Cond) -> Option<&'c Expr> {
        match cond {
            Cond::Atom(id) => match &self.linked.atoms.get(*id)?.test {
                Test::Compare(_, sides) => match &**sides {
                    [Expr::Number(_), other] | [other, Expr::Number(_)] => Some(other),
                    _ => None,
                },
                Test::Is(of) => Some(of),
                _ => None,
            },
            Cond::All(parts) => {
                let mut all = parts.iter().map(|p| self.subject_of(p));
                let first = all.next()??;
                all.all(|s| s == Some(first)).then_some(first)
            }
            _ => None,
        }
    }

    /// What the case has of a named thing; `None` for anything else, and while it is missing.
    pub(super) fn has(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Fact(id) => {
                // A level fact that cannot be ascertained counts as its lowest level.
                let value = self.fact_value(*id)?;
                let lowest =
                    self.linked.facts.get(*id).filter(|f| f.lowest.is_some() && matches!(f.ty, Type::Levels(_)));
                let counts_as = lowest.and_then(|f| match &f.ty {
                    Type::Levels(levels) => levels.names.first(),
                    _ => None,
                });
                match (self.facts.get(*id), counts_as) {
                    (crate::facts::Fact::Unascertainable, Some(level)) => {
                        Some(pick!(self.lang, format!("{value}，按{level}"), format!("{value}, counted as {level}")))
                    }
                    _ => Some(value),
                }
            }
            Expr::Define(id) => self.define_value(*id),
            Expr::Factor(id) => {
                let (set, how) = self.factor_found(*id)?;
                let levels = self.linked.levels_of(expr)?;
                let name = self.level_names(levels, set);
                let why = match how {
                    LevelHow::Lowest => Some(self.pick("无法查明，按最低档", "unascertainable, the lowest").to_owned()),
                    LevelHow::Heaviest => {
                        Some(self.pick("从重者", "the heaviest that holds").to_owned()).or(self.factor_facts(*id))
                    }
                    _ => self.factor_facts(*id),
                };
                Some(match why {
                    Some(why) => pick!(self.lang, format!("{name}（{why}）"), format!("{name} ({why})")),
                    None => name,
                })
            }
            _ => None,
        }
    }

    /// The values of what a sum is made of.
    fn inside(&self, expr: &Expr) -> Option<String> {
        let mut told: Vec<String> = Vec::new();
        crate::expr::walk::expr(expr, &self.linked.atoms, &mut |e: &Expr| {
            if let Some(value) = self.has(e) {
                let text = format!("{} {value}", self.expr(e, None, None));
                if !told.contains(&text) {
                    told.push(text);
                }
            }
        });
        if told.is_empty() || told.len() > 3 { None } else { Some(told.join(self.pick("、", ", "))) }
    }
}
