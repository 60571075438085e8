//! Which circumstances would justify a deviation: the early warning says not only that a proposal leaves the benchmark
//! or the statute, but on what ground it could stand.

use super::circumstances::{Circumstances, Opt};
use super::finding::{Finding, Justification, Reason, Subject};
use super::payable;
use crate::link::Program;
use crate::outcome::Measure;
use crate::vocabulary::{Direction, FindingCode, Stands};

/// The circumstances that would justify a finding: found ones first, then open ones. Where there are neither, those
/// that do not hold are named too, since one of them would have to be shown.
pub fn justifications(program: &Program, general: &Circumstances, finding: &Finding) -> Vec<Justification> {
    let wanted = directions(finding);
    let mut found = Vec::new();
    for (id, circumstance) in program.circumstances.enumerate() {
        let directions = circumstance.effects.iter().filter_map(|effect| program.direction_of(effect));
        for direction in directions.filter(|d| wanted.contains(d)) {
            let option = general.options.iter().find(|o| o.direction == direction && o.because.contains(&id));
            let stands = match general.found.iter().find(|f| f.circumstance == id) {
                Some(one) if one.certain => Stands::Found,
                Some(_) => Stands::Open,
                None => Stands::No,
            };
            let reaches = option.filter(|o| !o.open).map(|option| reaches(program, option, finding));
            found.push(Justification { circumstance: id, direction, stands, reaches });
        }
    }
    found.sort_by_key(|ground| (ground.stands, ground.circumstance));
    if found.iter().any(|ground| ground.stands != Stands::No) {
        found.retain(|ground| ground.stands != Stands::No);
    }
    found
}

/// The effects that lead to where the proposal stands.
///
/// # Basis
/// 行政处罚法 第三十条至第三十三条: 从轻 stays inside the statute, 减轻 goes below it, 不予处罚 leaves nothing.
fn directions(finding: &Finding) -> &'static [Direction] {
    match finding.code {
        FindingCode::BelowBenchmark => &[Direction::Lighter, Direction::Mitigated],
        FindingCode::BelowStatute => &[Direction::Mitigated],
        FindingCode::AboveBenchmark => &[Direction::Heavier],
        FindingCode::Missing if finding.reason == Reason::NoGround => &[Direction::NoPenalty],
        FindingCode::Missing => &[Direction::Mitigated, Direction::NoPenalty],
        FindingCode::Choice if finding.reason == Reason::NoneChosen => &[Direction::Mitigated],
        _ => &[],
    }
}

/// Whether what was proposed lies in what the effect leaves of the sanction.
fn reaches(program: &Program, option: &Opt, finding: &Finding) -> bool {
    let (Some(target), Subject::Sanction(id, _)) = (finding.target, &finding.subject) else {
        return option.targets.is_empty();
    };
    let sanctions = option.targets.iter().filter(|t| t.target == target).flat_map(|t| &t.sanctions);
    let Some(sanction) = sanctions.into_iter().find(|s| s.id == *id) else {
        // The effect leaves the sanction out.
        return finding.proposed.is_none();
    };
    let amount = finding.proposed.as_ref().and_then(|p| p.amount);
    let exact = sanction.amount.as_ref().is_some_and(Measure::is_known);
    amount.zip(sanction.amount.as_ref().and_then(Measure::hull)).is_some_and(|(amount, range)| {
        payable::holds(program, sanction, (range, sanction.statutory.as_ref().and_then(Measure::hull)), exact, amount)
    })
}
