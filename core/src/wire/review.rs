//! A decision held against an outcome, as JSON.

use super::host::Evaluated;
use super::json::Json;
use super::outcome::{measure, number, outcome_json, text, unit_name, way};
use crate::decide::{Finding, Justification, Review, Stands, Subject};
use crate::link::Program;
use crate::render::{self, Lang};

/// The answer to `do: review`.
pub fn review_json(evaluated: &Evaluated, review: &Review, lang: Lang) -> Json {
    let mut members = vec![
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "review".into()),
        ("offence", text(&evaluated.program.offence.id)),
        ("conforms", review.conforms().into()),
        ("determined", (review.conforms() || review.deviates()).into()),
    ];
    members.extend(findings_json(evaluated, review, lang));
    members.push(("outcome", outcome_json(evaluated, lang)));
    Json::object(members)
}

/// What was found, and the possibilities that the whole fits.
pub(super) fn findings_json(evaluated: &Evaluated, review: &Review, lang: Lang) -> [(&'static str, Json); 2] {
    let findings: Vec<Json> = review.findings.iter().map(|f| finding(evaluated, f, lang)).collect();
    let fits: Vec<Json> = review.fits.iter().map(|w| Json::object(way(&evaluated.program, *w))).collect();
    [("findings", findings.into()), ("fits", fits.into())]
}

fn finding(evaluated: &Evaluated, finding: &Finding, lang: Lang) -> Json {
    let Evaluated { program, facts, outcome, .. } = evaluated;
    let mut members = vec![("target", finding.target.map(|t| t.as_str().to_owned()).into())];
    let (about, sanction, instance) = match &finding.subject {
        Subject::Verdict => ("verdict", Json::Null, None),
        Subject::Whole => ("whole", Json::Null, None),
        Subject::Choice(_) => ("choice", Json::Null, None),
        Subject::Order(order) => ("order", program.clause.orders.get(*order).map_or(Json::Null, |o| text(&o.id)), None),
        Subject::Sanction(id, instance) => ("sanction", text(id), *instance),
    };
    members.extend([("about", about.into()), ("sanction", sanction)]);
    if let Subject::Choice(choice) = &finding.subject
        && let Some(choice) = program.clause.choices.get(*choice)
    {
        let groups = choice.of.iter().map(|group| Json::array(group.iter().map(text)));
        members.push(("of", Json::Array(groups.collect())));
    }
    members.push(("code", finding.code.as_str().into()));
    members.push((
        "proposed",
        match &finding.proposed {
            None => Json::Null,
            Some(proposed) => proposed.amount.map_or(Json::Bool(true), number),
        },
    ));
    let sanction = instance.and_then(|i| program.clause.sanctions.get(i));
    let unit = sanction.map(unit_name).unwrap_or_default();
    for (key, amount) in [("allowed", &finding.allowed), ("statutory", &finding.statutory)] {
        if let Some(amount) = amount {
            members.push((key, measure(amount, &unit, &[])));
        }
    }
    if let Some(by) = finding.by {
        members.push(("by", number(by)));
    }
    if let Some(percent) = finding.share.and_then(|s| s.mul(crate::value::Rational::HUNDRED).ok()) {
        members.push(("by_percent", number(percent)));
    }
    if !finding.fits.is_empty() {
        members.push(("fits", Json::Array(finding.fits.iter().map(|w| Json::object(way(program, *w))).collect())));
    }
    members.push(("needs", Json::array(finding.needs.iter().map(|n| n.as_str()))));
    if evaluated.general.is_some() {
        let one = |j: &Justification| justification(program, j);
        members.push(("justified_by", Json::Array(finding.justified_by.iter().map(one).collect())));
    }
    let mut basis = Vec::new();
    if let Some(sanction) = sanction {
        basis.push(Json::object([("for", Json::from("sanction")), ("citation", text(&sanction.basis))]));
    }
    for ground in finding.grounds() {
        let mut members = vec![("for", Json::from(ground.need.as_str())), ("citation", ground.citation.into())];
        if let Some(mark) = ground.mark {
            let key = match mark {
                crate::decide::Mark::Unverified => "unverified",
                crate::decide::Mark::Reading => "reading",
            };
            members.push((key, render::mark_words(mark, lang).into()));
        }
        basis.push(Json::object(members));
    }
    members.push(("basis", basis.into()));
    members.push(("message", render::finding_message(program, facts, outcome, finding, lang).into()));
    Json::object(members)
}

fn justification(program: &Program, justification: &Justification) -> Json {
    let circumstance = program.circumstances.get(justification.circumstance);
    Json::object([
        ("circumstance", circumstance.map_or(Json::Null, |c| text(&c.id))),
        ("direction", justification.direction.as_str().into()),
        (
            "stands",
            match justification.stands {
                Stands::Found => "found",
                Stands::Open => "open",
                Stands::No => "no",
            }
            .into(),
        ),
        ("reaches", justification.reaches.map_or(Json::Null, Json::Bool)),
        ("basis", circumstance.map_or(Json::Null, |c| text(&c.basis))),
    ])
}
