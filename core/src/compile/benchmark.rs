//! Benchmarks: tiers, matrices, scores, positions; all of them become rows.

use super::checks::{self, FactorUse};
use super::keys;
use super::quantity::{dimension, quantity_like};
use super::reader::{Fields, head_of};
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Cond, Expr, LevelSet, Names, RoundTo, Symbol, Table, Test, Type, rounds_to};
use crate::gather::Gather as _;
use crate::ruleset::{Benchmark, Clause, How, Marks, Narrowing, Position, Row, Score, TierId, Weights};
use crate::source::Span;
use crate::syntax::{Node, NodeKind, one_of};
use crate::value::{Base, Dimension, Rational};
use crate::vocabulary::{Force, Hit, PartOf};

/// A benchmark is read against its clause, when the clause stands in the same file.
pub(super) fn benchmark(
    scope: &mut Scope<'_, '_>,
    node: &Node,
    clause: Option<&Clause>,
    outer_positions: &[Node],
) -> Option<Benchmark> {
    let fields = scope.reader.object(node, &keys::BENCHMARK)?;
    let score = match fields.get("score") {
        Some(node) => Some(read_score(scope, node)?),
        None => None,
    };
    let mut reading = BenchmarkReading { clause, score: score.is_some(), tier: false, everywhere: false };
    let mut rows = Vec::new();
    for node in scope.reader.list_of(fields, "overrides") {
        rows.extend(reading.row(scope, node));
    }
    let overrides = rows.len();
    for node in scope.reader.list_of(fields, "tiers") {
        let row = reading.row(scope, node);
        if let Some(row) = &row
            && row.tier.is_none()
            && row.no_penalty.is_none()
        {
            let help = "a row of `tiers` names a tier of the head of the file";
            scope.reader.error(Code::MissingKey, row.span, "the row names no tier", help);
        }
        rows.extend(row);
    }
    rows.extend(reading.matrix(scope, fields));
    for (i, row) in rows.iter().enumerate() {
        if rows.iter().take(i).any(|r| r.id == row.id) {
            let message = format!("two rows have the id `{}`", row.id);
            scope.reader.error(Code::DuplicateName, row.span, message, "give each its own `id`");
        }
    }
    let common = reading.narrowings(scope, fields, None);
    reading.tier = true;
    let mut positions = Vec::new();
    reading.everywhere = true;
    positions.extend(outer_positions.iter().filter_map(|node| reading.position(scope, node)));
    reading.everywhere = false;
    positions.extend(scope.reader.list_of(fields, "positions").iter().filter_map(|node| reading.position(scope, node)));
    let hit = scope.reader.word(fields, "hit", Hit::WORDS, Hit::parse).unwrap_or(Hit::Unique);
    Some(Benchmark {
        hit,
        rows: rows.into(),
        overrides,
        common,
        score,
        positions: positions.into(),
        basis: scope.basis(fields),
        marks: scope.reader.marks(fields),
        span: head_of(node),
    })
}

/// What an offence without benchmark of its own has from the head of the file: the positions.
pub(super) fn positions_only(
    scope: &mut Scope<'_, '_>,
    clause: Option<&Clause>,
    positions: &[Node],
    span: Span,
) -> Option<Benchmark> {
    let reading = BenchmarkReading { clause, score: false, tier: true, everywhere: true };
    let positions: Vec<Position> = positions.iter().filter_map(|node| reading.position(scope, node)).gather();
    (!positions.is_empty()).then(|| Benchmark {
        hit: Hit::Unique,
        rows: Table::EMPTY,
        overrides: 0,
        common: Vec::new(),
        score: None,
        positions: positions.into(),
        basis: None,
        marks: Marks::default(),
        span,
    })
}

/// A narrowing that stands among the keys of an effect, of sanctions in one unit.
pub(super) fn of_effect(scope: &mut Scope<'_, '_>, fields: Fields<'_>, unit: Option<Dimension>) -> Option<Narrowing> {
    let reading = BenchmarkReading { clause: None, score: false, tier: true, everywhere: true };
    let allowed = Allowed { statute: unit.clone(), tier: true, ..Allowed::default() };
    let span = head_of(fields.node);
    let mut narrowing = Narrowing { span, ..Narrowing::default() };
    reading.long(scope, fields, &mut narrowing, &allowed, unit)?;
    Some(narrowing)
}

struct BenchmarkReading<'c> {
    clause: Option<&'c Clause>,
    score: bool,
    tier: bool,
    /// What stands at the head of the file is for all offences: a sanction this clause lacks is passed over.
    everywhere: bool,
}

impl BenchmarkReading<'_> {
    fn row(&self, scope: &mut Scope<'_, '_>, node: &Node) -> Option<Row> {
        let fields = scope.reader.object(node, &keys::TIER_ROW)?;
        let when = scope.when(fields, &Allowed::default());
        let row = self.body(scope, fields, "");
        let (mut row, when) = (row?, when?);
        row.when = when;
        Some(row)
    }

    /// Everything of a row but its condition.
    fn body(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>, cell: &str) -> Option<Row> {
        let (tier, tier_name) = self.tier(scope, fields)?;
        let branch = match fields.get("branch") {
            None => None,
            Some(node) => {
                let name = scope.reader.name_of(fields, "branch")?;
                if let Some(clause) = self.clause
                    && !clause.branches.iter().any(|b| b.id == name)
                    && !scope.broken.contains(&name)
                {
                    let known = clause.branches.iter().map(|b| &*b.id);
                    let help = one_of(&name, known, "the clause has", "the clause has no branches");
                    let message = format!("the clause has no branch `{name}`");
                    scope.reader.error(Code::UnknownBranch, node.span, message, help);
                }
                Some(name)
            }
        };
        let own = scope.reader.text_of(fields, "id");
        let made = [Some(cell).filter(|c| !c.is_empty()), tier_name.as_deref(), branch.as_deref()];
        let made = made.into_iter().flatten().gather::<Vec<_>>().join("·");
        let id = own.unwrap_or_else(|| if made.is_empty() { "调整".into() } else { made.into() });
        let narrowings = self.narrowings(scope, fields, branch.as_deref());
        Some(Row {
            id,
            tier,
            branch,
            when: Cond::Const(true),
            no_penalty: scope.reader.word(fields, "no_penalty", Force::WORDS, Force::parse),
            narrowings,
            basis: scope.basis(fields),
            marks: scope.reader.marks(fields),
            span: head_of(fields.node),
        })
    }

    /// The tier of a row, and its name with the step.
    fn tier(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<(Option<TierId>, Option<String>)> {
        let Some(node) = fields.get("tier") else { return Some((None, None)) };
        let name = scope.reader.name_of(fields, "tier")?;
        let step = scope.reader.name_of(fields, "step");
        let found = scope.tiers.id_where(|t| t.name == name && t.step == step);
        if found.is_none() {
            let known: Vec<String> = scope.tiers.iter().map(checks::tier_name).gather();
            let wanted = step.as_deref().map_or_else(|| name.to_string(), |s| format!("{name}·{s}"));
            let none = "declare it in `tiers` at the head of the file";
            let help = one_of(&wanted, known.iter().map(String::as_str), "`tiers` has", none);
            scope.reader.error(Code::UnknownName, node.span, format!("there is no tier `{wanted}`"), help);
            return None;
        }
        let shown = step.map_or_else(|| name.to_string(), |s| format!("{name}·{s}"));
        Some((found, Some(shown)))
    }

    fn narrowings(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>, branch: Option<&str>) -> Vec<Narrowing> {
        let read =
            fields.rest().filter_map(|entry| self.narrowing(scope, &entry.key.text, entry.key.span, &entry.value));
        let read: Vec<Narrowing> = read.gather();
        for narrowing in &read {
            for problem in self.clause.map(|c| checks::narrowing(c, narrowing, branch)).unwrap_or_default() {
                scope.reader.sink.push(problem);
            }
        }
        read
    }

    fn narrowing(&self, scope: &mut Scope<'_, '_>, name: &str, key: Span, node: &Node) -> Option<Narrowing> {
        let name = &*scope.reader.name(name, key);
        if scope.broken.contains(name) {
            return None;
        }
        let sanctions: Vec<_> =
            self.clause.map(|c| c.sanctions.iter().filter(|s| &*s.id == name).gather()).unwrap_or_default();
        if let Some(clause) = self.clause
            && sanctions.is_empty()
        {
            if self.everywhere {
                return None;
            }
            checks::kind_not_in_statute(scope, clause, name, key, keys::TIER_ROW.keys);
            return None;
        }
        // Of a clause in another file the dimension is checked when they are linked.
        let found = sanctions.first().map(|s| dimension(&s.quantity));
        let unit = found.clone().flatten().or_else(|| found.is_none().then(|| Dimension::of(Base::Money)));
        let allowed = Allowed { statute: unit.clone(), tier: self.tier, score: self.score, ..Allowed::default() };
        let mut narrowing = Narrowing { sanction: name.into(), span: key, ..Narrowing::default() };
        match &node.kind {
            NodeKind::Scalar { text, .. } if text == "none" => narrowing.how = How::Drop,
            NodeKind::Mapping(_) => {
                let fields = scope.reader.object(node, &keys::NARROWING)?;
                self.long(scope, fields, &mut narrowing, &allowed, unit)?;
            }
            _ => {
                let phrases = scope.phrases.clone();
                narrowing.how = How::Range(scope.range(node, &phrases, &allowed)?);
            }
        }
        Some(narrowing)
    }

    fn long(
        &self,
        scope: &mut Scope<'_, '_>,
        fields: Fields<'_>,
        narrowing: &mut Narrowing,
        allowed: &Allowed,
        unit: Option<Dimension>,
    ) -> Option<()> {
        let node = fields.node;
        let ways: Vec<&str> =
            ["part", "range", "amount", "times"].into_iter().filter(|k| fields.get(k).is_some()).gather();
        if ways.len() > 1 {
            let message =
                format!("a narrowing has one of part, range, amount and start with times, found {}", ways.join(", "));
            scope.reader.error(Code::WrongShape, head_of(node), message, "keep one of them");
            return None;
        }
        let phrases = scope.phrases.clone();
        let within = scope.reader.word(fields, "within", PartOf::WORDS, PartOf::parse).unwrap_or(PartOf::Statute);
        if within == PartOf::Tier && !self.tier {
            scope.reader.error(Code::MisplacedName, head_of(node), "`within: tier` stands in positions only", "");
        }
        let mut percentage_cap = false;
        if let Some(part) = fields.get("part") {
            let part = scope.range(part, &phrases, &Allowed::default())?;
            checks::part(scope, &part)?;
            narrowing.how = How::Part { part, within };
        } else if let Some(range) = fields.get("range") {
            narrowing.how = How::Range(scope.range(range, &phrases, allowed)?);
        } else if let Some(amount) = fields.get("amount") {
            let (expr, ty) = scope.value(amount, allowed)?;
            narrowing.how = How::Range(scope.point(amount, expr, &ty)?);
        } else if fields.get("start").is_some() || fields.get("times").is_some() {
            if !self.score {
                let help = "add `score: {weights: …}` to the benchmark";
                scope.reader.error(Code::MissingKey, head_of(node), "`start` and `times` need a score", help);
                return None;
            }
            let start = quantity_like(scope, fields, "start", &Some(Dimension::none()), "sanction", allowed)?;
            let times = quantity_like(scope, fields, "times", &unit, "sanction", allowed)?;
            let Some(times) = times else {
                let help = "say what the percentage is taken of, such as `times: statute.max`";
                scope.reader.error(Code::MissingKey, head_of(node), "`start` needs `times`", help);
                return None;
            };
            narrowing.how = How::Score { start: start.unwrap_or(Expr::Number(Rational::ZERO)), times };
            percentage_cap = true;
        }
        let cap_unit = if percentage_cap { Some(Dimension::none()) } else { unit.clone() };
        narrowing.cap = quantity_like(scope, fields, "cap", &cap_unit, "sanction", allowed)?;
        narrowing.floor = quantity_like(scope, fields, "floor", &unit, "sanction", allowed)?;
        narrowing.default = quantity_like(scope, fields, "default", &unit, "sanction", allowed)?;
        if let Some(node) = fields.get("round") {
            narrowing.round = Some(self.round(scope, node, unit.as_ref())?);
        }
        narrowing.basis = scope.basis(fields);
        narrowing.marks = scope.reader.marks(fields);
        Some(())
    }

    fn round(&self, scope: &mut Scope<'_, '_>, node: &Node, unit: Option<&Dimension>) -> Option<RoundTo> {
        let fields = scope.reader.object(node, &keys::ROUND)?;
        let words = &["half_up", "half_even", "up", "down"];
        let mode = scope.reader.word(fields, "mode", words, crate::expr::rounding_mode)?;
        let to = fields.get("to")?;
        match scope.value(to, &Allowed::default())? {
            (Expr::Number(_), Type::Number(found)) if unit.is_some_and(|unit| found != *unit) => {
                let message = rounds_to(unit.unwrap_or(&found), &found);
                scope.reader.error(Code::UnitMismatch, to.span, message, "round to a multiple of the sanction's unit");
                None
            }
            (Expr::Number(n), _) if n.signum() > 0 => Some(RoundTo::new(mode, n)),
            _ => {
                scope.reader.error(Code::BadNumber, to.span, "`to` must be a positive constant, such as 1元", "");
                None
            }
        }
    }

    fn position(&self, scope: &mut Scope<'_, '_>, node: &Node) -> Option<Position> {
        let fields = scope.reader.object(node, &keys::POSITION)?;
        let when = scope.condition(fields.get("when")?, &Allowed::default());
        let narrowings = self.narrowings(scope, fields, None);
        Some(Position {
            id: scope.reader.text_of(fields, "id")?,
            when: when?,
            narrowings,
            everywhere: self.everywhere,
            basis: scope.basis(fields),
            marks: scope.reader.marks(fields),
            span: head_of(node),
        })
    }

    /// The cells of a matrix as rows: all factors at their levels.
    fn matrix(&self, scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Vec<Row> {
        if let (Some(by), None) = (fields.get("by"), fields.node.get("cells")) {
            let help = "say under `cells` what the levels of the factors give";
            scope.reader.error(Code::MissingKey, head_of(by), "`by` needs `cells`", help);
            return Vec::new();
        }
        let names = scope.reader.list_of(fields, "by");
        let mut factors = Vec::new();
        for node in names {
            let Some(text) = scope.reader.text(node) else { continue };
            factors.extend(factor(scope, text, node.span));
        }
        if factors.len() != names.len() {
            return Vec::new();
        }
        let mut rows = Vec::new();
        let mut covered: Vec<(Vec<LevelSet>, Span)> = Vec::new();
        let cells = scope.reader.list_of(fields, "cells");
        for node in cells {
            let Some((levels, row)) = self.cell(scope, node, &factors) else { continue };
            covered.push((levels, head_of(node)));
            rows.push(row);
        }
        if !rows.is_empty() {
            let by = fields.get("by").map_or(fields.node.span, |n| n.span);
            checks::matrix(scope, by, &factors, &covered, covered.len() == cells.len());
        }
        rows
    }

    fn cell(&self, scope: &mut Scope<'_, '_>, node: &Node, factors: &[FactorUse]) -> Option<(Vec<LevelSet>, Row)> {
        let items = scope.reader.list(node);
        let Some((last, level_nodes)) = items.split_last() else {
            scope.reader.shape(node, "a cell: levels, then what they give");
            return None;
        };
        if level_nodes.len() != factors.len() {
            let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
            let (levels, factors) = (count(level_nodes.len(), "level"), count(factors.len(), "factor"));
            let message = format!("the cell names {levels}, `by` has {factors}");
            let help = "write one level (or * or —) for each factor, then `罚款: …`";
            scope.reader.error(Code::WrongShape, head_of(node), message, help);
            return None;
        }
        let (mut parts, mut sets, mut name) = (Vec::new(), Vec::new(), Vec::new());
        for (node, factor) in level_nodes.iter().zip(factors) {
            let text = scope.reader.text(node)?;
            let text = &*scope.reader.name(text, node.span);
            if text == "*" || text == "—" {
                sets.push(factor.levels.all());
                continue;
            }
            let Some(position) = factor.levels.position(text) else {
                let help = one_of(text, factor.levels.names.iter().map(|n| &**n), "it has", "");
                let message = format!("`{}` has no level `{text}`", factor.name);
                scope.reader.error(Code::UnknownName, node.span, message, help);
                return None;
            };
            sets.push(LevelSet::one(position));
            name.push(text.to_owned());
            let test = Test::Levels(factor.expr.clone(), LevelSet::one(position));
            let shown = format!("{} = {text}", factor.name);
            parts.push(Cond::Atom(scope.atom(test, node.span, &shown)));
        }
        let fields = scope.reader.object(last, &keys::CELL)?;
        let name = if name.is_empty() { "*".to_owned() } else { name.join("·") };
        let mut row = self.body(scope, fields, &name)?;
        row.when = Cond::All(parts);
        row.span = head_of(node);
        Some((sets, row))
    }
}

fn factor(scope: &mut Scope<'_, '_>, name: &str, span: Span) -> Option<FactorUse> {
    let (expr, levels) = match scope.resolve(name) {
        Some(Symbol::Factor(id, levels)) => (Expr::Factor(id), levels),
        Some(Symbol::Fact(id, Type::Levels(levels), _)) => (Expr::Fact(id), levels),
        Some(Symbol::Define(id, Type::Levels(levels))) => (Expr::Define(id), levels),
        Some(Symbol::Broken) => return None,
        Some(_) => {
            let message = format!("`{name}` is not a factor");
            let help = "a factor has levels: declare it under `factors`, or as a `level` or `choice` fact";
            scope.reader.error(Code::TypeMismatch, span, message, help);
            return None;
        }
        None => {
            let help =
                scope.hint(name).unwrap_or_else(|| "declare it under `factors`, or as a `level` fact".to_owned());
            scope.reader.error(Code::UnknownName, span, format!("there is no factor `{name}`"), help);
            return None;
        }
    };
    Some(FactorUse { name: name.to_owned(), expr, levels })
}

fn read_score(scope: &mut Scope<'_, '_>, node: &Node) -> Option<Score> {
    let fields = scope.reader.object(node, &keys::SCORE)?;
    let mut weights = Vec::new();
    for entry in scope.reader.names_of(fields, "weights") {
        let Some(factor) = factor(scope, &entry.key.text, entry.key.span) else { continue };
        let NodeKind::Mapping(levels) = &entry.value.kind else {
            scope.reader.shape(&entry.value, "a mapping of levels to weights");
            continue;
        };
        let mut of_level: Vec<Option<Rational>> = vec![None; factor.levels.names.len()];
        let mut set = LevelSet::EMPTY;
        for level in levels {
            let name = &*scope.reader.name(&level.key.text, level.key.span);
            let Some(position) = factor.levels.position(name) else {
                let help = one_of(name, factor.levels.names.iter().map(|n| &**n), "it has", "");
                let message = format!("`{}` has no level `{name}`", factor.name);
                scope.reader.error(Code::UnknownName, level.key.span, message, help);
                continue;
            };
            // A level whose weight is wrong is not one without a weight.
            set = set.with(position);
            let Some((expr, ty)) = scope.value(&level.value, &Allowed::default()) else { continue };
            match expr {
                Expr::Number(n) if ty == Type::Number(Dimension::none()) => {
                    if let Some(slot) = of_level.get_mut(position) {
                        *slot = Some(n);
                    }
                }
                _ => {
                    let help = "write it as a number, such as `12%`";
                    scope.reader.error(Code::BadNumber, level.value.span, "a weight is a constant percentage", help);
                }
            }
        }
        checks::weights(scope, &factor, &of_level, set, entry.key.span);
        let of_level = of_level.into_iter().map(|w| w.unwrap_or(Rational::ZERO)).gather();
        weights.push(Weights { factor: factor.expr, name: factor.name.into(), of_level, levels: set });
    }
    let cap = quantity_like(scope, fields, "cap", &Some(Dimension::none()), "score", &Allowed::default())?;
    Some(Score { weights, cap, basis: scope.basis(fields) })
}
