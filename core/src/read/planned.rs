//! What is planned for each target, of a request for the procedure of it.

use crate::decide::{Decisions, Planned};
use crate::expr::Num;
use crate::facts::{FactCode, FactError};
use crate::gather::Gather as _;
use crate::syntax::{Entry, Node, NodeKind};
use crate::value::{Bound, Interval, Rational, Truth};
use crate::vocabulary::{SanctionKind, Target};

const KEYS: [&str; 6] = ["kinds", "fine", "confiscated", "mitigated", "departs", "decision"];

/// `planned: {unit: {kinds: [fine, confiscate], fine: 60000, confiscated: {min: 0, max: 9600}}}`
///
/// # Errors
/// All mistakes at once. What has another shape is one: read as nothing, it would take steps of procedure away.
pub(crate) fn read_planned(node: &Node) -> Result<Vec<Planned>, Vec<FactError>> {
    let (mut planned, mut errors) = (Vec::new(), Vec::new());
    let targets = format!("a mapping of {} to what is planned", Target::WORDS.join(", "));
    for entry in mapping(node, "/planned", &targets, &mut errors) {
        let path = format!("/planned/{}", entry.key.text);
        let Some(target) = Target::parse(&entry.key.text) else {
            errors.push(
                FactError::new(FactCode::UnknownKey, &path, "a target", entry.key.span)
                    .says("there is no such target")
                    .help(format!("there are {}", Target::WORDS.join(", "))),
            );
            continue;
        };
        let mut one = Planned::nothing(target);
        let parts = format!("a mapping of {}", KEYS.join(", "));
        for inner in mapping(&entry.value, &path, &parts, &mut errors) {
            part(&mut one, inner, &format!("{path}/{}", inner.key.text), &mut errors);
        }
        complete(&mut one, &entry.value);
        let imposed = one.kinds.iter().any(|(_, imposed)| *imposed != Truth::False);
        if let Some(decision) = entry.value.get("decision").filter(|_| !one.decisions.sanctioned && imposed) {
            let (path, expected) = (format!("{path}/decision"), "either `decision: no_penalty` or sanctions");
            errors.push(
                FactError::new(FactCode::WrongType, &path, expected, decision.span)
                    .found(decision.shown())
                    .says("what is planned has no penalty and sanctions at once")
                    .help("leave one of them out"),
            );
        }
        planned.push(one);
    }
    if errors.is_empty() { Ok(planned) } else { Err(errors) }
}

/// The entries of a mapping, without those that say nothing (`null`).
fn mapping<'n>(node: &'n Node, path: &str, expected: &str, errors: &mut Vec<FactError>) -> Vec<&'n Entry> {
    if !matches!(node.kind, NodeKind::Mapping(_)) && !node.is_null() {
        errors.push(FactError::new(FactCode::WrongType, path, expected, node.span).found(node.shown()));
    }
    node.entries().iter().filter(|entry| !entry.value.is_null()).gather()
}

/// One key of what is planned for a target.
fn part(one: &mut Planned, entry: &Entry, path: &str, errors: &mut Vec<FactError>) {
    let value = &entry.value;
    let wrong = |path: &str, node: &Node, expected: &str| {
        FactError::new(FactCode::WrongType, path, expected, node.span).found(node.shown())
    };
    match entry.key.text.as_str() {
        "kinds" => {
            let NodeKind::Sequence(items) = &value.kind else {
                let error = wrong(path, value, "a list of kinds of sanctions");
                return errors.push(error.help("write a list, also of one: `kinds: [revoke_licence]`"));
            };
            for (item, number) in items.iter().zip(0usize..) {
                match item.as_str().and_then(SanctionKind::parse) {
                    Some(kind) => one.impose(kind, Truth::True),
                    None => {
                        let kinds = format!("a kind among {}", SanctionKind::WORDS.join(", "));
                        errors.push(wrong(&format!("{path}/{number}"), item, &kinds));
                    }
                }
            }
        }
        key @ ("fine" | "confiscated") => match sum(value) {
            Some(sum) if key == "fine" => one.fine = sum,
            Some(sum) => one.confiscated = sum,
            None => errors.push(wrong(path, value, "an amount in 元, or {min, max} of one")),
        },
        key @ ("mitigated" | "departs") => match value.as_str() {
            Some(word @ ("true" | "false")) => {
                let truth = Truth::from(word == "true");
                if key == "mitigated" { one.mitigated = truth } else { one.departs = truth }
            }
            _ => errors.push(wrong(path, value, "true or false")),
        },
        "decision" => match value.as_str() {
            Some("sanctioned") => {}
            Some("no_penalty") => {
                one.decisions = Decisions { sanctioned: false, no_penalty: true, not_established: false }
            }
            _ => errors.push(wrong(path, value, "sanctioned or no_penalty")),
        },
        other => {
            errors.push(
                FactError::new(FactCode::UnknownKey, path, "a key of what is planned", entry.key.span)
                    .says("there is no such key")
                    .help(crate::syntax::one_of(other, KEYS.into_iter(), "there are", "")),
            );
        }
    }
}

/// A kind whose amount is not given has any amount; an amount that is given is of its kind.
fn complete(one: &mut Planned, node: &Node) {
    let any = Num::Range(Interval::new(Bound::Exclusive(Rational::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL));
    for (key, kind) in [("fine", SanctionKind::Fine), ("confiscated", SanctionKind::Confiscate)] {
        let imposed = one.kinds.iter().any(|(known, _)| *known == kind);
        let amount = if key == "fine" { &mut one.fine } else { &mut one.confiscated };
        match (node.get(key).is_some_and(|given| !given.is_null()), imposed) {
            (false, true) => *amount = any,
            (true, false) => {
                let positive = crate::expr::compare(crate::value::Comparison::Gt, *amount, Num::Point(Rational::ZERO));
                one.impose(kind, positive);
            }
            _ => {}
        }
    }
}

fn sum(node: &Node) -> Option<Num> {
    let amount = |node: &Node| {
        let digits = node.as_str()?.trim().trim_end_matches('元').trim();
        let (digits, scale) = digits.strip_suffix('万').map_or((digits, 1), |d| (d.trim(), 10_000));
        Rational::parse(digits)?.mul(Rational::int(scale)).ok().filter(|n| n.signum() >= 0)
    };
    let end = |key: &str| node.get(key).filter(|end| !end.is_null());
    match (end("min"), end("max")) {
        (None, None) => amount(node).map(Num::Point),
        // Another key would be an end that is not seen.
        _ if node.entries().iter().any(|e| !["min", "max"].contains(&e.key.text.as_str())) => None,
        (min, max) => {
            let end = |node: Option<&Node>| match node {
                Some(node) => amount(node).map(Bound::Inclusive),
                None => Some(Bound::Unbounded),
            };
            let min = if min.is_none() { Bound::Inclusive(Rational::ZERO) } else { end(min)? };
            Interval::new(min, end(max)?).map(Num::of)
        }
    }
}
