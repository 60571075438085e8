//! A departure from the benchmark, as the file has it, against what the text demands.
//!
//! # Basis
//! 国办发〔2022〕27号, not verified, which agrees with 人民银行令〔2024〕第6号 第二十三条: a benchmark of the authority's own is
//! left with approval of its head or after collective deliberation, one of a superior with approval of its maker; the
//! papers go into the file.

use super::found::{BesideBasis, BesideFinding, laws};
use crate::decide::act::Act;
use crate::decide::case::Decision;
use crate::decide::finding::{Finding, Review};
use crate::expr::Val;
use crate::facts::Fact;
use crate::gather::Gather as _;
use crate::value::{Date, Truth};
use crate::vocabulary::{Approver, BesideCode, DepartureLack, Direction, FindingCode, Force, Provided};

/// The fact of a case that says whose the benchmark is.
const OWN: &str = "基准由本机关制定";

/// A departure from the benchmark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departure {
    /// Why.
    pub reason: Option<String>,
    /// Who approved it.
    pub approved_by: Option<Approver>,
    /// When.
    pub date: Option<Date>,
}

/// Whether a finding is that the benchmark is left and nothing worse: what a departure may cover. Where a mandatory
/// circumstance is missed, it covers nothing.
pub(in crate::decide) fn leaves_benchmark(review: &Review, finding: &Finding) -> bool {
    let way = review.way.as_ref().filter(|way| way.force == Force::Must).and_then(|way| way.direction);
    match (finding.code, way) {
        (FindingCode::AboveBenchmark, Some(Direction::Lighter | Direction::Mitigated | Direction::NoPenalty)) => false,
        (FindingCode::BelowBenchmark, Some(Direction::Heavier)) => false,
        (FindingCode::AboveBenchmark | FindingCode::BelowBenchmark, _) => true,
        _ => false,
    }
}

/// What is found of the departure of an act, whose decision was reviewed under each law that may govern.
pub(super) fn departs(
    decision: &Decision,
    act: &Act,
    number: usize,
    departure: &Departure,
    reviews: &[&Review],
) -> BesideFinding {
    let off =
        || reviews.iter().flat_map(|r| r.findings.iter().map(move |f| (*r, f))).filter(|(_, f)| f.code.is_deviation());
    let first = off().find(|(r, f)| leaves_benchmark(r, f)).map(|(_, f)| f);
    let beyond = off().any(|(r, f)| !leaves_benchmark(r, f));
    let own = own(decision, act);
    let provision = laws(act).provision(Provided::Departure).or_else(|| {
        let procedures = decision.procedures.as_ref()?;
        procedures.provision(Provided::Departure)
    });
    let lacks = lacks(act, departure, own);
    let code = match (first, lacks.is_empty()) {
        _ if beyond => BesideCode::DepartureBeyond,
        (None, _) => BesideCode::DepartureUnneeded,
        (Some(_), false) => BesideCode::DepartureIncomplete,
        (Some(_), true) if provision.is_none() || own == Truth::Unknown => BesideCode::DepartureOpen,
        (Some(_), true) => BesideCode::DepartureDocumented,
    };
    let basis = provision.map(|row| BesideBasis {
        row: row.cited_for.as_str().into(),
        citation: Some(row.basis.clone()),
        reading: row.marks.reading.clone(),
        unverified: row.marks.unverified.clone(),
    });
    BesideFinding {
        act: number,
        code,
        target: first.and_then(|f| f.target),
        decided: first.and_then(|f| f.proposed.clone()),
        notified: None,
        by: None,
        left_out: Vec::new(),
        less: Vec::new(),
        basis: basis.into_iter().gather(),
        power: None,
        execution: None,
        lacks: if code == BesideCode::DepartureIncomplete { lacks } else { Vec::new() },
    }
}

fn lacks(act: &Act, departure: &Departure, own: Truth) -> Vec<DepartureLack> {
    let mut found = Vec::new();
    if departure.reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
        found.push(DepartureLack::Reason);
    }
    match (departure.approved_by, own) {
        (None, _) => found.push(DepartureLack::Approval),
        (Some(Approver::Maker), Truth::True) | (Some(Approver::Head | Approver::Collective), Truth::False) => {
            found.push(DepartureLack::RightApprover);
        }
        _ => {}
    }
    match (departure.date, act.dates.decided.date()) {
        (None, _) => found.push(DepartureLack::Date),
        (Some(approved), Some(decided)) if approved > decided => found.push(DepartureLack::Before),
        _ => {}
    }
    found
}

/// Whether the authority made the benchmark itself, as the procedure knows it.
fn own(decision: &Decision, act: &Act) -> Truth {
    let Some(procedures) = &decision.procedures else { return Truth::Unknown };
    let party = procedures.parties.iter().find(|p| p.party == act.party);
    let known =
        party.into_iter().flat_map(|p| procedures.programs.iter().zip(&p.facts)).find_map(|(program, facts)| {
            let (id, _) = program.linked.facts.enumerate().find(|(_, fact)| *fact.name == *OWN)?;
            match facts.get(id) {
                Fact::Given(Val::Truth(truth)) => Some(*truth),
                _ => None,
            }
        });
    known.unwrap_or(Truth::Unknown)
}
