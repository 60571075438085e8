//! What the benchmark makes of a sanction, with the sum it comes from.

use super::line::Line;
use super::number::{Counted, counted, num, quantity, result};
use super::teller::Teller;
use crate::expr::{LevelSet, Num};
use crate::gather::Gather as _;
use crate::outcome::{Amount, Measure, Step};
use crate::ruleset::{How, Narrowing, PositionId, RowId, SanctionId};
use crate::value::{Dimension, Rational};
use crate::vocabulary::{PartOf, Section};

/// What was computed for a sanction so far; a later step shows the sum it comes from.
#[derive(Default)]
pub(super) struct SoFar<'a> {
    pub(super) statute: Option<Amount>,
    pub(super) base: Option<Num>,
    pub(super) count: Option<Num>,
    pub(super) tier: Option<Amount>,
    pub(super) score: Option<&'a [(LevelSet, Num)]>,
    /// start, sum, after a cap, what it is taken of
    pub(super) percentage: Option<(Num, Num, Option<Num>, Num)>,
}

impl Teller<'_> {
    /// What a row, or the whole benchmark, makes of a sanction.
    pub(super) fn narrow_line(
        &self,
        sanction: SanctionId,
        row: Option<RowId>,
        amount: Amount,
        so_far: &SoFar<'_>,
        full: bool,
    ) -> Option<Line> {
        let benchmark = self.program.benchmark.as_ref()?;
        let id = &self.program.clause.sanctions.get(sanction)?.id;
        let all = row.and_then(|r| self.row(r)).map_or(benchmark.common.as_slice(), |r| r.narrowings.as_slice());
        let narrowing = all.iter().find(|n| n.sanction == *id)?;
        let basis = match (&narrowing.basis, row) {
            (Some(own), _) => self.basis(Some(own), full),
            (None, Some(row)) => Some(self.row_basis(row, full)),
            (None, None) => self.basis(benchmark.basis.as_ref(), full),
        };
        let mut text = self.narrowing(sanction, narrowing, amount, so_far, full)?;
        // Where several rows apply, or may, each line says whose it is.
        let others =
            self.steps_taken().any(|step| matches!(step, Step::Narrow { row: Some(other), .. } if Some(*other) != row));
        if let Some(row) = row.filter(|_| others) {
            let name = self.row_name(row);
            text = pick!(self.lang, format!("{name}：{text}"), format!("{name}: {text}"));
        }
        Some(Line::new(Section::Steps, self.sanction(sanction), text).basis(basis))
    }

    pub(super) fn position_line(
        &self,
        sanction: SanctionId,
        position: PositionId,
        amount: Amount,
        so_far: &SoFar<'_>,
        full: bool,
    ) -> Option<Line> {
        let benchmark = self.program.benchmark.as_ref()?;
        let id = &self.program.clause.sanctions.get(sanction)?.id;
        let found = self.program.positions().get(position)?;
        let narrowing = found.narrowings.iter().find(|n| n.sanction == *id)?;
        let basis = narrowing.basis.as_ref().or(found.basis.as_ref()).or(benchmark.basis.as_ref());
        let text = self.narrowing(sanction, narrowing, amount, so_far, full)?;
        let text = pick!(self.lang, format!("{}：{text}", found.id), format!("{}: {text}", found.id));
        Some(Line::new(Section::Steps, self.sanction(sanction), text).basis(self.basis(basis, full)))
    }

    fn narrowing(
        &self,
        sanction: SanctionId,
        narrowing: &Narrowing,
        amount: Amount,
        so_far: &SoFar<'_>,
        full: bool,
    ) -> Option<String> {
        let dimension = self.dimension(sanction);
        let after = result(&Measure::Range(amount), &dimension, self.lang);
        let left = match &narrowing.how {
            How::Keep | How::Drop => {
                let default = amount.default?;
                let numbers: Vec<Rational> = default.point().into_iter().gather();
                let default = num(default, &Counted::of(&dimension, &numbers), self.lang);
                return Some(pick!(self.lang, format!("指导基准 {default}"), format!("guiding point {default}")));
            }
            How::Part { part, within } => {
                let part = self.literal(part, |_| Counted::percent()).unwrap_or_default();
                let whole = if *within == PartOf::Tier { so_far.tier.or(so_far.statute) } else { so_far.statute };
                self.part_of(whole, &part, &dimension)
            }
            How::Range(range) => {
                let base = so_far.base.filter(|_| range.dimension.is_none());
                let own = self.literal(range, |n| match base {
                    Some(_) => Counted::multiple(n),
                    None => Counted::of(&range.dimension, n),
                });
                let mut product: Vec<String> =
                    own.filter(|_| base.is_some() || so_far.count.is_some()).into_iter().gather();
                let money = counted(&dimension);
                product.extend(base.map(|b| num(b, &money, self.lang)));
                let count = so_far.count.filter(|_| !product.is_empty());
                product.extend(count.map(|c| num(c, &Counted::plain(), self.lang)));
                product.join(" × ")
            }
            How::Score { .. } => self.percentage(so_far, &dimension, full),
        };
        let arrow = if left.is_empty() { "" } else { " → " };
        let mut text = format!("{left}{arrow}{after}");
        if let Some(default) = amount.default.and_then(Num::point) {
            let default = quantity(default, &Counted::of(&dimension, &[default]), self.lang);
            text.push_str(&pick!(self.lang, format!("（指导基准 {default}）"), format!(" (guiding point {default})")));
        }
        Some(text)
    }

    /// `50,000 + 0%–10% × 50,000`
    fn part_of(&self, whole: Option<Amount>, part: &str, dimension: &Dimension) -> String {
        let ends = whole.and_then(|w| Some((w.lo.at.point()?, w.hi?.at.point()?)));
        match ends.and_then(|(lo, hi)| Some((lo, hi.sub(lo).ok()?))) {
            Some((lo, width)) if !width.is_zero() && !part.is_empty() => {
                let plain = |n: Rational| {
                    let counted =
                        Counted::of(dimension, &[lo, width].into_iter().filter(|n| !n.is_zero()).gather::<Vec<_>>());
                    let plain = Counted { name: String::new(), ..counted };
                    quantity(n, &plain, self.lang)
                };
                let part = if part.contains(' ') {
                    pick!(self.lang, format!("（{part}）"), format!("({part})"))
                } else {
                    part.to_owned()
                };
                if lo.is_zero() {
                    format!("{part} × {}", plain(width))
                } else {
                    format!("{} + {part} × {}", plain(lo), plain(width))
                }
            }
            _ => pick!(self.lang, format!("取幅度的 {part}"), format!("{part} of the range")),
        }
    }

    /// `7% + 超标因子数目（两个）2% = 9%，× 1,000,000 元`
    fn percentage(&self, so_far: &SoFar<'_>, dimension: &Dimension, full: bool) -> String {
        let Some((start, sum, capped, times)) = so_far.percentage else { return String::new() };
        let percent = |n: Num| num(n, &Counted::percent(), self.lang);
        let mut terms: Vec<String> = Vec::new();
        let mut nothing = false;
        let weights = self.program.benchmark.as_ref().and_then(|b| b.score.as_ref()).map(|s| s.weights.as_slice());
        for (weights, (set, weight)) in weights.unwrap_or(&[]).iter().zip(so_far.score.unwrap_or(&[])) {
            // What adds nothing is told in the full form only.
            if !full && *weight == Num::Point(Rational::ZERO) {
                nothing = true;
                continue;
            }
            let mut names = self.program.linked.level_names(&weights.factor, *set).join(self.pick("、", ", "));
            if names.is_empty() {
                names = self.pick("无对应档", "no level fits").to_owned();
            }
            let weight = percent(*weight);
            terms.push(pick!(
                self.lang,
                format!("{}（{names}）{weight}", weights.name),
                format!("{} ({names}) {weight}", weights.name),
            ));
        }
        if start != Num::Point(Rational::ZERO) || terms.is_empty() {
            terms.insert(0, percent(start));
        }
        if nothing {
            terms.push(self.pick("其余因素 0%", "other factors 0%").to_owned());
        }
        let mut text = format!("{} = {}", terms.join(" + "), percent(sum));
        if let Some(capped) = capped {
            text.push_str(&pick!(
                self.lang,
                format!("，以 {} 为限", percent(capped)),
                format!(", at most {}", percent(capped))
            ));
        }
        text.push_str(
            &format!("; × {}", num(times, &counted(dimension), self.lang)).replace("; ", self.pick("；", "; ")),
        );
        if let Some(count) = so_far.count {
            text.push_str(&format!(" × {}", num(count, &Counted::plain(), self.lang)));
        }
        text
    }
}
