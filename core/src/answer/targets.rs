//! The sanctions of each target as JSON: amounts, choices, and what is possible where more than one thing is.

use std::fmt::Display;
use std::sync::Arc;

use super::parts::{cite_once, write_measure};
use super::write::{Array, Object, Value};
use crate::link::Program;
use crate::outcome::{Possibility, SanctionOutcome, Step, TargetOutcome, Way};
use crate::ruleset::{PositionId, Sanction, SanctionId, TierId};
use crate::vocabulary::SanctionMode;

/// The sanctions of each target; `steps` say what bounded them.
pub(super) fn write_targets(mut list: Array<'_>, program: &Program, steps: &[Step], targets: &[TargetOutcome]) {
    for target in targets {
        write_target(&mut list.object(), program, steps, target);
    }
}

fn write_target(o: &mut Object<'_>, program: &Program, steps: &[Step], target: &TargetOutcome) {
    o.text("target", target.target.as_str());
    let mut tiers = o.array("tiers");
    for tier in &target.tiers {
        write_tier(tiers.item(), program, Some(*tier));
    }
    tiers.end();
    if target.maybe_no_tier {
        o.flag("maybe_no_tier", true);
    }
    if !target.positions.is_empty() {
        let mut ids = o.array("positions");
        for id in target.positions.iter().filter_map(|p| position_id(program, *p)) {
            ids.text(id);
        }
    }
    let mut sanctions = o.array("sanctions");
    for sanction in &target.sanctions {
        write_sanction(&mut sanctions.object(), program, steps, sanction, mode(program, target, sanction));
    }
    sanctions.end();
    let mut choices = o.array("choices");
    for choice in target.choices.iter().filter_map(|c| program.clause.choices.get(*c)) {
        // Only what is there to choose from: a group whose sanctions do not exist here is no choice.
        let there = |id: &&Arc<str>| target.sanctions.iter().any(|s| s.id == **id);
        let mut o = choices.object();
        o.text("pick", choice.pick.as_str());
        let mut of = o.array("of");
        for group in choice.of.iter().filter(|group| group.iter().any(|id| there(&id))) {
            let mut ids = of.item().array();
            for id in group.iter().filter(there) {
                ids.text(id);
            }
        }
    }
}

/// Whether a sanction must be imposed, may be, or is one of a choice of the law and so no duty by itself.
fn mode(program: &Program, target: &TargetOutcome, sanction: &SanctionOutcome) -> SanctionMode {
    let there = |group: &&Vec<Arc<str>>| group.iter().any(|id| target.sanctions.iter().any(|s| s.id == *id));
    let choices = target.choices.iter().filter_map(|c| program.clause.choices.get(*c));
    let mut of_choice = choices.filter(|choice| choice.of.iter().filter(there).count() > 1);
    // What may be left out may be left out of a choice too.
    match of_choice.any(|choice| choice.of.iter().flatten().any(|id| *id == sanction.id)) {
        _ if !sanction.must => SanctionMode::May,
        true => SanctionMode::Choice,
        false => SanctionMode::Must,
    }
}

fn write_sanction(
    o: &mut Object<'_>,
    program: &Program,
    steps: &[Step],
    sanction: &SanctionOutcome,
    mode: SanctionMode,
) {
    let instances = || sanction.instances.iter().filter_map(|i| program.clause.sanctions.get(*i));
    let unit: &dyn Display = instances().next().map_or(&"", Sanction::unit_name);
    o.text("id", &sanction.id);
    o.text("kind", sanction.kind.as_str());
    o.text("mode", mode.as_str());
    o.flag("certain", sanction.certain);
    if let Some(amount) = &sanction.amount {
        write_measure(&mut o.object("amount"), amount, unit, &bounded_by(steps, &sanction.instances));
    }
    if let Some(statutory) = &sanction.statutory {
        write_measure(&mut o.object("statutory"), statutory, unit, &[]);
    }
    let mut known: Vec<&str> = Vec::new();
    let mut bases = o.array("basis");
    for instance in instances() {
        cite_once(&mut bases, &mut known, &instance.basis);
    }
    bases.end();
    write_possible(o.array("possible"), program, &sanction.possible, unit);
    if !sanction.authority.is_empty() {
        o.texts("authority", &sanction.authority);
    }
}

fn position_id(program: &Program, position: PositionId) -> Option<&str> {
    program.positions().get(position).map(|p| &*p.id)
}

/// What is possible, where more than one thing is.
fn write_possible(mut list: Array<'_>, program: &Program, possible: &[Possibility], unit: &dyn Display) {
    let different =
        possible.iter().any(|p| possible.first().is_some_and(|f| f.amount != p.amount || f.statutory != p.statutory));
    if !different {
        return;
    }
    for one in possible {
        let mut o = list.object();
        write_way(&mut o, program, one.way);
        if let Some(amount) = &one.amount {
            write_measure(&mut o.object("amount"), amount, unit, &[]);
        }
        if let Some(statutory) = &one.statutory {
            write_measure(&mut o.object("statutory"), statutory, unit, &[]);
        }
    }
}

/// The branch, tier (or the row, where it names none) and position of a possibility.
pub(super) fn write_way(o: &mut Object<'_>, program: &Program, way: Way) {
    o.maybe("branch", way.branch.and_then(|b| program.clause.branches.get(b)).map(|b| &*b.id));
    write_tier(o.at("tier"), program, way.tier);
    o.some("row", way.row.and_then(|r| program.rows().get(r)).map(|row| &*row.id));
    o.some("position", way.position.and_then(|n| position_id(program, n)));
}

fn bounded_by(steps: &[Step], instances: &[SanctionId]) -> Vec<&'static str> {
    let mut found = Vec::new();
    for step in steps {
        if let Step::Bound { sanction, by, .. } = step
            && instances.contains(sanction)
            && !found.contains(&by.as_str())
        {
            found.push(by.as_str());
        }
    }
    found
}

pub(super) fn write_tier(place: Value<'_>, program: &Program, tier: Option<TierId>) {
    match tier.and_then(|t| program.tiers.get(t)) {
        Some(tier) => place.text(&crate::compile::tier_name(tier)),
        None => place.null(),
    }
}
