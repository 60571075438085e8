//! The decision of a request: per target a sanction with its amount, or 不予处罚.

use super::responsible::by_entry;
use crate::decide::{Decision, Proposal, Proposed};
use crate::expr::{AstKind, parse_range};
use crate::facts::{FactCode, FactError, MAX_SAFE};
use crate::gather::Gather as _;
use crate::link::Program;
use crate::syntax::{Node, NodeKind, Style, suggest};
use crate::value::{Base, Dimension, Rational, Unit};
use crate::vocabulary::Target;

const KEYS: [&str; 4] = ["unit", "individual", "responsible", "verdict"];

/// Reads `{unit: {罚款: 60000, 警告: true}}` or `{verdict: no_penalty}`; paths begin with `/decision`.
///
/// `true` is a sanction imposed without a number, `false` and `null` one that is not imposed. A sanction that the
/// clause does not have is no mistake here: the review says that it is not allowed.
///
/// # Errors
/// All mistakes at once: unknown keys, amounts in another unit, amounts for a sanction that has none.
pub fn read_decision(program: &Program, node: &Node) -> Result<Proposal, Vec<FactError>> {
    let NodeKind::Mapping(entries) = &node.kind else {
        return Err(vec![wrong("/decision", "a mapping of `unit`, `individual`, `responsible` or `verdict`", node)]);
    };
    let (mut errors, mut proposed, mut none) = (Vec::new(), Vec::new(), false);
    for entry in entries {
        let path = format!("/decision/{}", entry.key.text);
        if let Some(target) = Target::parse(&entry.key.text) {
            sanctions(program, target, &entry.value, &path, &mut proposed, &mut errors);
        } else if entry.key.text == "verdict" {
            match entry.value.as_str() {
                Some("no_penalty") => none = true,
                Some("sanctioned") => {}
                _ => errors.push(wrong(&path, "`no_penalty` or `sanctioned`", &entry.value)),
            }
        } else {
            let key = &entry.key.text;
            let help = suggest(key, KEYS.into_iter()).map(|s| format!("did you mean `{s}`?"));
            let below = || "sanctions stand below `unit`, `individual` or `responsible`".to_owned();
            errors.push(
                FactError::new(FactCode::UnknownKey, &path, &format!("one of {}", KEYS.join(", ")), entry.key.span)
                    .found(format!("`{key}`"))
                    .says(format!("a decision has no key `{key}`"))
                    .help(help.unwrap_or_else(below)),
            );
        }
    }
    if none && !proposed.is_empty() {
        let error = wrong("/decision/verdict", "either `verdict: no_penalty` or sanctions", node);
        errors.push(error.says("the decision has no penalty and sanctions at once"));
    }
    match (errors.is_empty(), none) {
        (false, _) => Err(errors),
        (true, true) => Ok(Proposal::NoPenalty),
        (true, false) => Ok(Proposal::Sanctions(proposed)),
    }
}

fn sanctions(
    program: &Program,
    target: Target,
    node: &Node,
    path: &str,
    proposed: &mut Vec<Proposed>,
    errors: &mut Vec<FactError>,
) {
    if node.is_null() {
        return;
    }
    let NodeKind::Mapping(entries) = &node.kind else {
        return errors.push(wrong(path, "a mapping of sanctions", node));
    };
    for entry in entries {
        let id = &entry.key.text;
        let path = format!("{path}/{id}");
        let amount = match &entry.value.kind {
            NodeKind::Null => continue,
            NodeKind::Scalar { text, style: Style::Plain } if text == "false" => continue,
            NodeKind::Scalar { text, style: Style::Plain } if text == "true" => Ok(None),
            NodeKind::Scalar { text, style } => {
                amount(program, target, id, text, *style, &entry.value, &path).map(Some)
            }
            _ => Err(Box::new(wrong(&path, "an amount, `true` or `false`", &entry.value))),
        };
        match amount {
            Ok(amount) => proposed.push(Proposed { target, id: id.as_str().into(), amount }),
            Err(error) => errors.push(*error),
        }
    }
}

fn amount(
    program: &Program,
    target: Target,
    id: &str,
    text: &str,
    style: Style,
    node: &Node,
    path: &str,
) -> Result<Rational, Box<FactError>> {
    let error = |code, message: String, help: &str| {
        Box::new(FactError { code, ..wrong(path, "an amount", node).says(message).help(help) })
    };
    let mut of_id = program.clause.sanctions.iter().filter(|s| *s.id == *id);
    let sanction = of_id.clone().find(|s| s.target == target).or_else(|| of_id.next());
    if sanction.is_some_and(|s| s.quantity.rows().is_empty()) {
        let message = format!("`{id}` has no amount, found `{text}`");
        return Err(error(FactCode::WrongType, message, "write `true` where it is imposed"));
    }
    let Some((plain, unit)) = number(text) else {
        let message = format!("expected an amount, found `{text}`");
        let help = match text.starts_with('-') {
            true => "an amount is not negative; leave out what is not imposed",
            false => "write digits without separators, such as 60000 or \"6万元\"",
        };
        return Err(error(FactCode::WrongType, message, help));
    };
    if style == Style::Plain && plain > Rational::int(MAX_SAFE) {
        let message = format!("`{text}` is beyond what a JSON number carries exactly");
        return Err(error(FactCode::BadNumber, message, &format!("write it as text: \"{text}\"")));
    }
    let unit = unit.map(|name| Unit::parse(&name));
    let name = sanction.map(|sanction| sanction.unit_name().to_string());
    if let (Some(unit), Some(name)) = (&unit, &name)
        && unit.dimension.to_string() != *name
    {
        let message = format!("expected `{name}`, found `{}`", unit.name);
        return Err(error(FactCode::WrongUnit, message, &format!("write the amount in `{name}`, or the number alone")));
    }
    let scale = unit.map_or(Rational::ONE, |u| u.scale);
    let too_large =
        |_| error(FactCode::BadNumber, format!("`{text}` is too large to be computed exactly"), "look at it");
    let amount = plain.mul(scale).map_err(too_large)?;
    let money = name.is_some_and(|name| name == Dimension::of(Base::Money).to_string());
    if money && amount.decimal_places().is_none_or(|places| places > 2) {
        let message = format!("`{text}` has more than two decimals");
        return Err(error(FactCode::TooManyDecimals, message, "money has at most two decimals (分)"));
    }
    Ok(amount)
}

/// `60000`, `6万元`, `15日`: a number that is not negative, with its unit if it has one.
fn number(text: &str) -> Option<(Rational, Option<String>)> {
    let range = parse_range(text.trim()).ok()?;
    match range.lo.map(|ast| ast.kind) {
        Some(AstKind::Number { value, unit }) if range.point => Some((value, unit.map(|u| u.to_string()))),
        _ => None,
    }
}

fn wrong(path: &str, expected: &str, node: &Node) -> FactError {
    let found = node.as_str().map_or_else(|| node.describe().to_owned(), |text| format!("`{text}`"));
    FactError::new(FactCode::WrongType, path, expected, node.span).found(found)
}

/// `{一: {unit: {罚款: 60000}}, 二: {verdict: no_penalty}}`; of a case with one act that act's part alone will do.
pub(crate) fn read_decisions(decision: &Decision, node: &Node) -> Result<Vec<Proposal>, Vec<FactError>> {
    let node = &by_entry(decision, node);
    let NodeKind::Mapping(entries) = &node.kind else {
        return Err(vec![wrong("/decision", "a mapping of acts to what is decided on each", node)]);
    };
    let named = |id: &str| decision.acts.iter().any(|act| *act.id == *id);
    let alone = decision.acts.len() == 1 && !entries.iter().any(|entry| named(&entry.key.text));
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for entry in entries.iter().filter(|entry| !alone && !named(&entry.key.text)) {
        let known: Vec<&str> = decision.acts.iter().map(|act| &*act.id).gather();
        let id = &entry.key.text;
        let similar = suggest(id, known.iter().copied()).map(|s| format!("did you mean `{s}`?"));
        let error = wrong(&format!("/decision/{id}"), "the id of an act", &entry.value)
            .says(format!("there is no act `{id}`"))
            .help(similar.unwrap_or_else(|| format!("there are {}", known.join(", "))));
        errors.push(FactError { code: FactCode::UnknownAct, span: entry.key.span, ..error });
    }
    for act in &decision.acts {
        let own = if alone { Some(node) } else { node.get(&act.id) };
        let Some(own) = own.filter(|own| !own.is_null()) else {
            let error = wrong(&format!("/decision/{}", act.id), "what is decided on the act", node)
                .says(format!("nothing is said of the act `{}`", act.id))
                .help("write its sanctions, or `verdict: no_penalty`");
            errors.push(FactError { code: FactCode::MissingKey, ..error });
            continue;
        };
        // What a sanction is does not depend on which law governs, as far as its id goes.
        let Some(version) = act.governing().next() else { continue };
        match read_decision(&version.of.program, own) {
            Ok(proposal) => found.push(proposal),
            Err(wrong) => errors.extend(wrong.into_iter().map(|mut error| {
                if !alone {
                    error.path = error.path.replacen("/decision", &format!("/decision/{}", act.id), 1);
                }
                error
            })),
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

/// What the notice before the decision said, in the shape of [`read_decisions`]; paths begin with `/notified`.
pub(crate) fn read_notified(decision: &Decision, node: &Node) -> Result<Vec<Proposal>, Vec<FactError>> {
    let moved = |mut error: FactError| {
        error.path = error.path.replacen("/decision", "/notified", 1);
        error
    };
    read_decisions(decision, node).map_err(|errors| errors.into_iter().map(moved).gather())
}
