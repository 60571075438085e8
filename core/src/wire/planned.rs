//! What is planned for each target, of a request for the procedure of it.

use crate::decide::{Decisions, Planned};
use crate::expr::Num;
use crate::facts::{FactCode, FactError};
use crate::ruleset::{SanctionKind, Target};
use crate::syntax::Node;
use crate::value::{Bound, Interval, Rational, Truth};

/// `planned: {unit: {kinds: [fine, confiscate], fine: 60000, confiscated: {min: 0, max: 9600}}}`
pub(super) fn read_planned(node: &Node) -> Result<Vec<Planned>, Vec<FactError>> {
    const KEYS: [&str; 6] = ["kinds", "fine", "confiscated", "mitigated", "departs", "decision"];
    let (mut planned, mut errors) = (Vec::new(), Vec::new());
    for entry in node.entries() {
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
        for inner in entry.value.entries() {
            let path = format!("{path}/{}", inner.key.text);
            let wrong = |expected: &str| FactError::new(FactCode::WrongType, &path, expected, inner.value.span);
            match inner.key.text.as_str() {
                "kinds" => {
                    for item in inner.value.items() {
                        match item.as_str().and_then(SanctionKind::parse) {
                            Some(kind) => one.impose(kind, Truth::True),
                            None => errors.push(wrong(&format!("kinds among {}", SanctionKind::WORDS.join(", ")))),
                        }
                    }
                }
                key @ ("fine" | "confiscated") => match sum(&inner.value) {
                    Some(value) if key == "fine" => one.fine = value,
                    Some(value) => one.confiscated = value,
                    None => errors.push(wrong("an amount in 元, or {min, max} of one")),
                },
                key @ ("mitigated" | "departs") => match inner.value.as_str() {
                    Some(word @ ("true" | "false")) => {
                        let truth = Truth::from(word == "true");
                        if key == "mitigated" { one.mitigated = truth } else { one.departs = truth }
                    }
                    _ => errors.push(wrong("true or false")),
                },
                "decision" => match inner.value.as_str() {
                    Some("sanctioned") => {}
                    Some("no_penalty") => {
                        one.decisions = Decisions { sanctioned: false, no_penalty: true, not_established: false }
                    }
                    _ => errors.push(wrong("sanctioned or no_penalty")),
                },
                other => {
                    errors.push(
                        FactError::new(FactCode::UnknownKey, &path, "a key of what is planned", inner.key.span)
                            .says("there is no such key")
                            .help(crate::syntax::one_of(other, KEYS.into_iter(), "there are", "")),
                    );
                }
            }
        }
        complete(&mut one, &entry.value);
        planned.push(one);
    }
    if errors.is_empty() { Ok(planned) } else { Err(errors) }
}

/// A kind whose amount is not given has any amount; an amount that is given is of its kind.
fn complete(one: &mut Planned, node: &Node) {
    let any = Num::Range(Interval::new(Bound::Exclusive(Rational::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL));
    for (key, kind) in [("fine", SanctionKind::Fine), ("confiscated", SanctionKind::Confiscate)] {
        let imposed = one.kinds.iter().any(|(known, _)| *known == kind);
        let amount = if key == "fine" { &mut one.fine } else { &mut one.confiscated };
        match (node.get(key).is_some(), imposed) {
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
    match (node.get("min"), node.get("max")) {
        (None, None) => amount(node).map(Num::Point),
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
