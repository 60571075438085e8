//! The explanation as data: the steps, the conditions with their truth, and the rows that did not apply.

use std::fmt::Display;

use super::parts::{truth, write_levels, write_measure, write_range, write_value};
use super::targets::write_tier;
use super::write::{Array, Object, Value};
use crate::decide::Evaluated;
use crate::expr::{AtomId, Cond, Expr, LevelSet, Num, walk};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::{Linked, Program};
use crate::outcome::{StatuteFound, Step, Trace};
use crate::render::{self, Unmet};
use crate::ruleset::{Row, RowId, Sanction, SanctionId};
use crate::vocabulary::{Lang, LevelHow, StepWord};

/// Where the explanation of an answer goes: most of an answer is that, and not everybody reads it.
pub(crate) enum Explained<'t> {
    /// Nowhere: null stands in its place.
    No,
    /// Into the answer.
    Within,
    /// Into a text of its own; the answer has no such member.
    Apart(&'t mut String),
}

impl Explained<'_> {
    /// Into the answer, if it is wanted.
    pub(crate) fn wanted(wanted: bool) -> Self {
        if wanted { Self::Within } else { Self::No }
    }

    /// Whether explanations are wanted at all.
    pub(crate) fn are_wanted(&self) -> bool {
        !matches!(self, Self::No)
    }

    /// The place of the explanation, if it is wanted, of the answer with these members.
    pub(crate) fn place<'o>(&'o mut self, o: &'o mut Object<'_>) -> Option<Value<'o>> {
        match self {
            Self::No => {
                o.null("explanation");
                None
            }
            Self::Within => Some(o.at("explanation")),
            Self::Apart(text) => Some(o.apart(text)),
        }
    }
}

pub(super) fn write_explanation(o: &mut Object<'_>, evaluated: &Evaluated, lang: Lang) {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let mut steps = o.array("steps");
    for step in &outcome.trace.steps {
        write_step(&mut steps.object(), evaluated, step);
    }
    steps.end();
    write_conditions(o.array("conditions"), &program.linked, facts, &outcome.trace);
    write_not_applied(o.array("not_applied"), evaluated, lang);
}

/// Every condition that was looked at, with its place in the text.
pub(super) fn write_conditions(mut list: Array<'_>, linked: &Linked, facts: &Facts, trace: &Trace) {
    for (id, _) in linked.atoms.enumerate() {
        write_placed(&mut list, linked, facts, trace, id);
    }
}

/// A condition, if it was looked at, with its place in the text.
pub(super) fn write_placed(list: &mut Array<'_>, linked: &Linked, facts: &Facts, trace: &Trace, id: AtomId) {
    if let (Some(atom), Some(mut o)) = (linked.atoms.get(id), write_condition(list, linked, facts, trace, id)) {
        o.int("start", atom.span.start.into());
        o.int("end", atom.span.end.into());
    }
}

/// A condition, if it was looked at: as written, its truth, and the names it reads with their values in this case; a
/// fact that is not known has none. What follows may be added.
pub(super) fn write_condition<'l>(
    list: &'l mut Array<'_>,
    linked: &Linked,
    facts: &Facts,
    trace: &Trace,
    id: AtomId,
) -> Option<Object<'l>> {
    let (atom, holds) = (linked.atoms.get(id)?, trace.atom(id)?);
    let mut o = list.object();
    o.text("condition", &atom.text);
    o.text("holds", truth(holds));
    let mut reads = o.array("reads");
    // A name means one thing in a condition.
    let mut known: Vec<&str> = Vec::new();
    walk::test(&atom.test, &linked.atoms, &mut |expr: &Expr| {
        let name = match expr {
            Expr::Fact(id) => &linked.facts.at(*id).name,
            Expr::Define(id) => &linked.defines.at(*id).name,
            Expr::Factor(id) => &linked.factors.at(*id).name,
            _ => return,
        };
        if !known.contains(&&**name) {
            known.push(name);
            let mut o = reads.object();
            o.text("name", name);
            write_read(o.at("value"), linked, facts, trace, expr);
        }
    });
    reads.end();
    Some(o)
}

/// The value of what a condition reads.
fn write_read(place: Value<'_>, linked: &Linked, facts: &Facts, trace: &Trace, expr: &Expr) {
    match expr {
        Expr::Fact(id) => {
            let fact = linked.facts.at(*id);
            match facts.get(*id) {
                Fact::Given(value) => write_value(place, &fact.ty, value, fact.unit.as_ref()),
                Fact::Unascertainable => place.text("无法查明"),
                Fact::Missing => place.null(),
            }
        }
        Expr::Define(id) => match trace.define(*id) {
            Some(value) => write_value(place, &linked.defines.at(*id).ty, value, None),
            None => place.null(),
        },
        Expr::Factor(id) => {
            let found = trace.steps.iter().find_map(|step| match step {
                Step::Factor { id: known, levels, .. } if known == id => Some(*levels),
                _ => None,
            });
            match found {
                Some(levels) => write_levels(place, &linked.factors.at(*id).levels.names, levels),
                None => place.null(),
            }
        }
        _ => place.null(),
    }
}

/// A condition in the words of the ruleset.
fn as_written(program: &Program, cond: &Cond) -> String {
    let joined =
        |parts: &[Cond], word: &str| parts.iter().map(|p| as_written(program, p)).gather::<Vec<_>>().join(word);
    match cond {
        Cond::Const(value) => value.to_string(),
        Cond::Atom(id) => program.linked.atoms.at(*id).text.to_string(),
        Cond::Local(_) => String::new(),
        Cond::All(parts) => joined(parts, " and "),
        Cond::Any(parts) => format!("({})", joined(parts, " or ")),
        Cond::Not(inner) => format!("not {}", as_written(program, inner)),
    }
}

fn write_num(place: Value<'_>, n: Option<Num>) {
    match n {
        None => place.null(),
        Some(Num::Point(n)) => place.shown(&n),
        Some(Num::Range(range)) => {
            let mut o = place.object();
            for (key, bound) in [("min", range.lo()), ("max", range.hi())] {
                match bound.value() {
                    Some(n) => o.shown(key, &n),
                    None => o.text(key, "unbounded"),
                }
            }
        }
    }
}

fn write_pair(place: Value<'_>, pair: Option<(Num, Num)>) {
    let Some((one, other)) = pair else { return place.null() };
    let mut list = place.array();
    write_num(list.item(), Some(one));
    write_num(list.item(), Some(other));
}

/// The unit of a sanction by its position.
fn unit_of(program: &Program, sanction: SanctionId) -> &dyn Display {
    program.clause.sanctions.get(sanction).map_or(&"", Sanction::unit_name)
}

fn row_of(program: &Program, row: Option<RowId>) -> Option<&Row> {
    program.rows().get(row?)
}

/// What a step about a sanction begins with.
fn write_of_sanction(o: &mut Object<'_>, step: StepWord, program: &Program, sanction: SanctionId) {
    o.text("step", step.as_str());
    o.maybe("sanction", program.clause.sanctions.get(sanction).map(|s| &*s.id));
}

fn write_step(o: &mut Object<'_>, evaluated: &Evaluated, step: &Step) {
    let program = &*evaluated.program;
    match step {
        Step::Element { element, holds } => {
            o.text("step", StepWord::Element.as_str());
            o.maybe("condition", program.elements.get(*element).map(|c| as_written(program, c)).as_deref());
            o.text("holds", truth(*holds));
        }
        Step::Branch { branch, holds } => {
            let branch = program.clause.branches.get(*branch);
            o.text("step", StepWord::Branch.as_str());
            o.maybe("branch", branch.map(|b| &*b.id));
            o.text("holds", truth(*holds));
            o.cite_maybe("basis", branch.and_then(|b| b.basis.as_deref()));
        }
        Step::Define { .. } | Step::Factor { .. } | Step::LevelFact { .. } => {
            write_unit_step(o, &program.linked, &evaluated.outcome.trace, step);
        }
        Step::Row { row, holds, yields } => {
            let row = row_of(program, Some(*row));
            o.text("step", StepWord::Row.as_str());
            o.maybe("row", row.map(|r| &*r.id));
            write_tier(o.at("tier"), program, row.and_then(|r| r.tier));
            o.text("holds", truth(*holds));
            o.flag("yields", *yields);
            o.cite_maybe("basis", row.and_then(|r| r.basis.as_deref()));
        }
        Step::NoRow { holds } => {
            o.text("step", StepWord::NoRow.as_str());
            o.text("holds", truth(*holds));
        }
        Step::Statute { sanction, row, found: numbers } => {
            let StatuteFound { base, base_before, count, amount } = &**numbers;
            let found = program.clause.sanctions.get(*sanction);
            let range_row = row.and_then(|r| found.and_then(|s| s.quantity.rows().get(r)));
            write_of_sanction(o, StepWord::Statute, program, *sanction);
            o.maybe("row", range_row.map(|r| &*r.id));
            write_num(o.at("base"), *base);
            write_num(o.at("base_before"), *base_before);
            write_num(o.at("count"), *count);
            write_measure(&mut o.object("amount"), amount, unit_of(program, *sanction), &[]);
            o.cite_maybe("basis", range_row.and_then(|r| r.basis.as_deref()).or(found.map(|s| &*s.basis)));
        }
        Step::Score { found } => {
            o.text("step", StepWord::Score.as_str());
            let weights = program.benchmark.as_ref().and_then(|b| b.score.as_ref());
            let mut parts = o.array("parts");
            for (weights, (set, weight)) in weights.iter().flat_map(|s| &s.weights).zip(&found.parts) {
                let mut o = parts.object();
                o.text("factor", &weights.name);
                match program.linked.levels_of(&weights.factor) {
                    Some(levels) => write_levels(o.at("level"), &levels.names, *set),
                    None => o.null("level"),
                }
                write_num(o.at("weight"), Some(*weight));
            }
            parts.end();
            write_num(o.at("sum"), Some(found.sum));
        }
        Step::Percentage { sanction, found } => {
            write_of_sanction(o, StepWord::Percentage, program, *sanction);
            write_num(o.at("start"), Some(found.start));
            write_num(o.at("sum"), Some(found.sum));
            write_num(o.at("capped"), found.capped);
            write_num(o.at("times"), Some(found.times));
        }
        Step::Narrow { sanction, row, found } => {
            write_of_sanction(o, StepWord::Narrow, program, *sanction);
            o.maybe("row", row_of(program, *row).map(|r| &*r.id));
            write_pair(o.at("part"), found.part);
            write_pair(o.at("multiple"), found.multiple);
            write_range(&mut o.object("amount"), &found.amount, unit_of(program, *sanction), &[]);
        }
        Step::Position { sanction, position, found } => {
            let position = program.positions().get(*position);
            write_of_sanction(o, StepWord::Position, program, *sanction);
            o.maybe("position", position.map(|p| &*p.id));
            write_pair(o.at("part"), found.part);
            write_range(&mut o.object("amount"), &found.amount, unit_of(program, *sanction), &[]);
            o.cite_maybe("basis", position.and_then(|p| p.basis.as_deref()));
        }
        Step::Effect { sanction, effect, found } => {
            let effect = program.effects.get(*effect);
            write_of_sanction(o, StepWord::Effect, program, *sanction);
            o.maybe("effect", effect.map(|e| &*e.id));
            write_pair(o.at("part"), found.part);
            write_range(&mut o.object("amount"), &found.amount, unit_of(program, *sanction), &[]);
            o.cite_maybe("basis", effect.and_then(|e| e.basis.as_deref()));
        }
        Step::Bound { sanction, by, found } => {
            write_of_sanction(o, StepWord::Bound, program, *sanction);
            o.text("by", by.as_str());
            write_range(&mut o.object("before"), &found.before, unit_of(program, *sanction), &[]);
            write_range(&mut o.object("after"), &found.after, unit_of(program, *sanction), &[]);
        }
        Step::Join { target, sanction, of } => {
            let targets = &evaluated.outcome.targets;
            let found = targets.iter().find(|t| t.target == *target).and_then(|t| t.sanctions.get(*sanction));
            o.text("step", StepWord::Join.as_str());
            o.text("target", target.as_str());
            o.maybe("sanction", found.map(|s| &*s.id));
            o.count("of", *of);
        }
    }
}

/// Whether any linked unit may have such a step: a definition, the level of a factor.
pub(super) fn is_unit_step(step: &Step) -> bool {
    matches!(step, Step::Define { .. } | Step::Factor { .. } | Step::LevelFact { .. })
}

/// The members of such a step.
pub(super) fn write_unit_step(o: &mut Object<'_>, linked: &Linked, trace: &Trace, step: &Step) {
    match step {
        Step::Define { id } => {
            let define = linked.defines.at(*id);
            o.text("step", StepWord::Define.as_str());
            o.text("name", &define.name);
            match trace.define(*id) {
                Some(value) => write_value(o.at("value"), &define.ty, value, None),
                None => o.null("value"),
            }
            o.cite_maybe("basis", define.basis.as_deref());
        }
        Step::Factor { id, levels, how } => {
            let factor = linked.factors.at(*id);
            o.text("step", StepWord::Level.as_str());
            o.text("factor", &factor.name);
            write_levels(o.at("level"), &factor.levels.names, *levels);
            write_how(o, *levels, *how, factor.basis.as_deref());
        }
        Step::LevelFact { id, levels, how } => {
            let fact = linked.facts.at(*id);
            o.text("step", StepWord::Level.as_str());
            o.text("factor", &fact.name);
            match linked.levels_of(&Expr::Fact(*id)) {
                Some(names) => write_levels(o.at("level"), &names.names, *levels),
                None => o.null("level"),
            }
            write_how(o, *levels, *how, fact.lowest.as_ref().and_then(|l| l.basis.as_deref()));
        }
        _ => {}
    }
}

fn write_how(o: &mut Object<'_>, set: LevelSet, how: LevelHow, basis: Option<&str>) {
    o.flag("maybe_none", set.has_none());
    o.text("how", how.as_str());
    o.cite_maybe("basis", basis);
}

/// Rows that did not apply, with the very conditions that failed.
fn write_not_applied(mut list: Array<'_>, evaluated: &Evaluated, lang: Lang) {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let rows = program.rows();
    for (row, failed) in rows.iter().zip(render::why_not(program, facts, outcome, lang)) {
        if failed.is_empty() {
            continue;
        }
        let mut o = list.object();
        o.text("row", &row.id);
        write_tier(o.at("tier"), program, row.tier);
        write_failed(o.array("failed"), &failed);
    }
}

/// Conditions that failed, with what would have held and what does.
pub(super) fn write_failed(mut list: Array<'_>, failed: &[Unmet]) {
    for one in failed {
        let mut o = list.object();
        o.text("condition", &one.condition);
        o.text("expected", &one.expected);
        o.text("actual", &one.actual);
    }
}
