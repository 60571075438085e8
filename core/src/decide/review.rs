//! A decision on one act held against what is allowed of it: it conforms where it takes a way, whatever is still to be
//! found out; it deviates where it takes none, and then the way that it is nearest to is named.

use super::allowed::{Allowed, AllowedWay, Asked, Course, WaysTogether};
use super::benchmarked::{benchmarked, taken};
use super::circumstances::Opt;
use super::compare::{Compared, compare, worlds};
use super::elsewhere::Elsewhere;
use super::evaluated::Evaluated;
use super::finding::{Finding, Proposal, Reason, Review, Subject};
use super::justify::justifications;
use super::moved::moved;
use crate::expr::EvalError;
use crate::gather::Gather as _;
use crate::outcome::{Outcome, Trace, Verdict, Way};
use crate::value::{Rational, Truth};
use crate::vocabulary::{Direction, FindingCode, Force, Need};

/// How a proposal stands against a way, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WayStanding {
    Off,
    /// The way cannot be taken at all: 从轻 of a single amount.
    NoRoom,
    Open,
    NotShown,
    Inside,
}

/// A proposal held against one way.
struct Held {
    way: AllowedWay,
    benchmark: bool,
    spared: bool,
    compared: Compared,
    standing: WayStanding,
}

/// Holds a proposal against what is allowed of the same act under the same law.
///
/// # Errors
/// `Overflow` if a difference cannot be computed exactly.
pub(super) fn review(
    of: &Evaluated,
    asked: Asked,
    proposal: &Proposal,
    elsewhere: &Elsewhere<'_>,
) -> Result<Review, EvalError> {
    // That a ground not to punish is missing is not said while one may hold.
    let asked = if *proposal == Proposal::NoPenalty { Asked::WholeCase } else { asked };
    let allowed = Allowed::of(of.basis(), asked);
    let mut held = Vec::with_capacity(allowed.ways.len());
    for way in &allowed.ways {
        held.push(hold(of, way, proposal, elsewhere)?);
    }
    let mut weighed = Vec::with_capacity(allowed.weighed.len());
    for way in &allowed.weighed {
        weighed.push(hold(of, way, proposal, elsewhere)?);
    }
    let mut review = settle(&allowed, held, &weighed);
    for finding in &mut review.findings {
        finding.ground(&of.program, None);
        finding.justified_by = of.general.as_ref().map(|g| justifications(&of.program, g, finding)).unwrap_or_default();
    }
    Ok(review)
}

/// Holds a proposal against one way.
fn hold(of: &Evaluated, way: &AllowedWay, proposal: &Proposal, elsewhere: &Elsewhere<'_>) -> Result<Held, EvalError> {
    let outcome = outcome_of(of, way);
    let mut compared = compare(of, &outcome, proposal, elsewhere)?;
    if way.course == Course::Waived && *proposal == Proposal::NoPenalty {
        compared.fits = waived(of);
    }
    let mut room = true;
    if let Some(direction) = way.direction
        && (way.open || no_figure(of, way, &outcome, proposal, &compared.findings))
    {
        room = moved(of, &outcome, way, direction, proposal, elsewhere.imposed, &mut compared.findings);
    }
    if way.force == Force::May && way.course != Course::Table {
        // What the authority may do and need not asks for reasons.
        for finding in compared.findings.iter_mut().filter(|f| f.code == FindingCode::Inside) {
            if !finding.needs.contains(&Need::Reasons) {
                finding.needs.push(Need::Reasons);
            }
        }
    }
    // Nothing but that the way has no room stands against it.
    let only = compared.findings.iter().filter(|f| f.code.is_deviation()).all(|f| f.code == FindingCode::DutyMissed);
    let standing = match (standing(&compared.findings), room) {
        (WayStanding::Off, false) if only => WayStanding::NoRoom,
        (standing, _) => standing,
    };
    let benchmark = benchmarked(of, way, &outcome, proposal);
    Ok(Held { way: way.clone(), benchmark, spared: way.spares(of.basis()), compared, standing })
}

/// Whether no text says how far the way goes for what is taken of it, though one does for something else: for the fine,
/// and a warning is chosen.
fn no_figure(of: &Evaluated, way: &AllowedWay, outcome: &Outcome, proposal: &Proposal, findings: &[Finding]) -> bool {
    let goes = |o: &&Opt| !matches!(o.direction, Direction::NoPenalty | Direction::Ordinary);
    let Some(option) = way.course.option(of.basis()).filter(goes) else { return false };
    let deviates = findings.iter().any(|f| f.code.is_deviation());
    let taken = outcome.targets.iter().flat_map(|target| taken(of, target, proposal));
    !deviates && !taken.flat_map(|s| &s.instances).any(|instance| option.figured.contains(instance))
}

/// The possibilities of the table in which a row of the benchmark allows not to punish.
fn waived(of: &Evaluated) -> Vec<Way> {
    let rows = of.program.rows();
    let waives = |way: &Way| rows.enumerate().any(|(at, r)| way.is_row(at, r.tier) && r.no_penalty == Some(Force::May));
    worlds(&of.outcome).into_iter().flatten().filter(waives).gather()
}

/// The outcome as a way has it.
fn outcome_of(of: &Evaluated, way: &AllowedWay) -> Outcome {
    let (verdict, targets) = way.result(of.basis());
    let plain = &of.outcome;
    Outcome {
        verdict,
        // That the table may give another verdict leaves a way of the general part as open as the table itself.
        verdict_certain: plain.verdict_certain || verdict != Verdict::Sanctioned,
        determined: plain.determined,
        targets: targets.to_vec(),
        orders: plain.orders.clone(),
        review_points: plain.review_points.clone(),
        needed: plain.needed.clone(),
        used: Vec::new(),
        irrelevant: Vec::new(),
        trace: Trace::default(),
    }
}

fn standing(findings: &[Finding]) -> WayStanding {
    let one = |finding: &Finding| match finding.code {
        FindingCode::Inside | FindingCode::Referral => WayStanding::Inside,
        FindingCode::NotShown => WayStanding::NotShown,
        FindingCode::Undetermined => WayStanding::Open,
        _ => WayStanding::Off,
    };
    findings.iter().map(one).min().unwrap_or(WayStanding::Inside)
}

/// What the ways together say: what holds in every completion, else that it is open.
fn settle(allowed: &Allowed, held: Vec<Held>, weighed: &[Held]) -> Review {
    let alone = |set: &WaysTogether| {
        let mut directions = set.ways.iter().filter_map(|n| held.get(*n)).map(|h| h.way.direction);
        let first = directions.next().flatten();
        first != Some(Direction::Mitigated) && directions.all(|d| d == first)
    };
    let best_of = |set: &WaysTogether| {
        let own = || set.ways.iter().filter_map(|n| held.get(*n));
        // How 减轻 of a penalty without a minimum looks no text says: it is not found missing.
        let standings = || {
            own().map(|h| match h.standing {
                WayStanding::NoRoom if h.way.direction == Some(Direction::Mitigated) => WayStanding::NotShown,
                standing => standing,
            })
        };
        // What is weighed ends between the lowest and the highest that is called for.
        let between = |h: &Held| h.compared.findings.iter().filter(|f| f.code.is_deviation()).all(leaves_benchmark);
        // A way without room is none where there is another one.
        let others = standings().filter(|s| *s != WayStanding::NoRoom).max();
        match others.or_else(|| standings().max()).unwrap_or(WayStanding::Off) {
            // Where 从轻 or 从重 alone is called for, the one thing that the clause has is all that there is.
            WayStanding::NoRoom if alone(set) => WayStanding::Inside,
            WayStanding::NoRoom => WayStanding::NotShown,
            // Beside 应当从轻, what may be made heavier may end higher than that alone.
            WayStanding::Off if weighed.iter().any(|h| h.standing != WayStanding::Off) => WayStanding::Open,
            WayStanding::Off if set.opposed && own().any(between) => WayStanding::Open,
            best if set.opposed => best.min(WayStanding::Open),
            best => best,
        }
    };
    let (worst, best) = allowed
        .together
        .iter()
        .map(best_of)
        .fold((WayStanding::Inside, WayStanding::Off), |(low, high), one| (low.min(one), high.max(one)));
    // That 应当 stands against 应当 is said where it surely does.
    let opposed = allowed.opposed == Truth::True || (best == WayStanding::Open && !weighed.is_empty());
    // Of the ways as near as one another the one nearest to the table stands first.
    let order = |h: &&Held| (std::cmp::Reverse(h.standing), rank(&h.compared.findings), distance(&h.way));
    // What must give reasons if a circumstance holds must give them while it may.
    let told = |h: &&Held| worst != WayStanding::NotShown || h.standing <= WayStanding::NotShown;
    let nearest = held.iter().filter(told).min_by_key(order).or_else(|| held.iter().min_by_key(order));
    let Some(nearest) = nearest else { return Review::default() };
    let mut findings = nearest.compared.findings.clone();
    if nearest.standing == WayStanding::NoRoom && worst != WayStanding::Off {
        // What the law calls for cannot be done here: nothing is held against the decision.
        findings.retain(|f| f.code != FindingCode::DutyMissed || worst != WayStanding::Inside);
        for finding in findings.iter_mut().filter(|f| f.code == FindingCode::DutyMissed) {
            finding.code = FindingCode::NotShown;
        }
    }
    let open = match (worst, best) {
        (WayStanding::Off, WayStanding::Off) | (WayStanding::Inside, _) | (WayStanding::NotShown, _) => None,
        // The findings say already what is open.
        _ if standing(&findings) == WayStanding::Open => None,
        _ if opposed => Some(Reason::Opposed),
        (WayStanding::Open, WayStanding::Open) => Some(Reason::LeftOpen),
        _ => Some(Reason::FactsMissing),
    };
    if let Some(reason) = open {
        // What is a deviation from one way only is none yet.
        findings.retain(|f| !f.code.is_deviation());
        let needs = if reason == Reason::FactsMissing { Vec::new() } else { vec![Need::Reasons] };
        match findings.iter_mut().find(|f| f.subject == Subject::Verdict) {
            Some(verdict) => {
                (verdict.code, verdict.reason, verdict.needs) = (FindingCode::Undetermined, reason, needs);
                verdict.fits = nearest.compared.fits.clone();
            }
            None => {
                let open = Finding::new(None, Subject::Whole, FindingCode::Undetermined, reason);
                findings.push(Finding { needs, ..open });
            }
        }
    }
    let fits = nearest.compared.fits.clone();
    Review { findings, fits, way: Some(nearest.way.clone()), benchmark: nearest.benchmark, spared: nearest.spared }
}

/// Whether it lies inside the statute, but not where a benchmark or a circumstance takes it.
fn leaves_benchmark(finding: &Finding) -> bool {
    matches!(finding.code, FindingCode::DutyMissed | FindingCode::BelowBenchmark | FindingCode::AboveBenchmark)
}

/// How far a way is from what was decided: the gravest finding first.
fn rank(findings: &[Finding]) -> (u8, Rational, usize) {
    let grave = |finding: &Finding| match finding.code {
        FindingCode::DutyMissed | FindingCode::BelowBenchmark | FindingCode::AboveBenchmark => 1,
        FindingCode::BelowStatute => 2,
        FindingCode::AboveStatute => 3,
        code if code.is_deviation() => 4,
        _ => 0,
    };
    let off = findings.iter().filter(|f| f.code.is_deviation());
    let worst = off.clone().map(|f| (grave(f), f.by.unwrap_or(Rational::ZERO))).max().unwrap_or((0, Rational::ZERO));
    (worst.0, worst.1, off.count())
}

fn distance(way: &AllowedWay) -> u8 {
    match way.direction {
        None => 0,
        Some(Direction::Lighter | Direction::Heavier | Direction::Ordinary) => 1,
        Some(Direction::Mitigated) => 2,
        Some(Direction::NoPenalty) => 3,
    }
}
