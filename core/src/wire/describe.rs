//! What there is to ask for: the rulesets of a host with their offences, and the facts one offence reads.

use super::failure::place_json;
use super::json::Json;
use super::outcome::{end, text, type_name};
use crate::expr::Type;
use crate::link::{Library, Program};
use crate::render::{self, Lang};
use crate::ruleset::{FactDecl, Marks, Offence, Ruleset, Status};
use crate::value::{Bound, Dimension, Rational};

/// The answer to `do: describe`: every ruleset in every version, or those of one id.
///
/// ```
/// use cailiang::{Library, wire::description_json};
/// let answer = description_json(&Library::new(), "").write();
/// assert_eq!(answer, r#"{"contract":1,"kind":"description","rulesets":[]}"#);
/// ```
pub fn description_json(library: &Library, id: &str) -> Json {
    let of = |r: &&std::sync::Arc<Ruleset>| id.is_empty() || *r.head.id == *id;
    let rulesets: Vec<Json> = library.rulesets().filter(of).map(|r| ruleset(r)).collect();
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "description".into()),
        ("rulesets", rulesets.into()),
    ])
}

/// The same with an offence: the version that governs, and the facts it reads, in the order of declaration.
pub(super) fn offence_json(program: &Program, lang: Lang) -> Json {
    let facts: Vec<Json> = program
        .facts()
        .map(|(id, declared)| {
            let mut members = fact(declared);
            members.push(("question", render::question(program, id, lang).into()));
            members.push(("decides", render::decides(program, id, lang).into()));
            members.push(("basis", declared.basis.as_ref().map_or(Json::Null, text)));
            members.push(("at", place_json(&program.linked.ruleset.source, declared.span)));
            Json::object(members)
        })
        .collect();
    let mut members = vec![("id", text(&program.offence.id)), ("name", text(&program.offence.name))];
    members.push(("basis", text(&program.clause.basis)));
    members.push(("facts", facts.into()));
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "description".into()),
        ("rulesets", vec![ruleset(&program.linked.ruleset)].into()),
        ("offence", Json::object(members)),
    ])
}

fn ruleset(ruleset: &Ruleset) -> Json {
    let head = &ruleset.head;
    let words = |marks: &Marks| {
        let told = [("unverified", &marks.unverified), ("reading", &marks.reading)];
        let told = told.into_iter().filter_map(|(key, mark)| mark.as_ref().map(|m| (key, text(m))));
        told.collect::<Vec<_>>()
    };
    let laws = head.laws.iter().map(|law| {
        Json::object([
            ("short", text(&law.short)),
            ("title", text(&law.title)),
            ("edition", law.edition.as_ref().map_or(Json::Null, text)),
            ("rank", law.rank.as_ref().map_or(Json::Null, text)),
        ])
    });
    let offence = |o: &Offence| {
        let mut members = vec![("id", text(&o.id)), ("name", text(&o.name))];
        members.push(("code", o.code.as_ref().map_or(Json::Null, text)));
        members.push(("violates", Json::Array(o.violates.iter().map(text).collect())));
        members.push(("at", place_json(&ruleset.source, o.span)));
        members.extend(words(&o.marks));
        Json::object(members)
    };
    let mut members = vec![
        ("id", text(&head.id)),
        ("title", text(&head.title)),
        ("issuer", text(&head.issuer)),
        ("document", head.document.as_ref().map_or(Json::Null, text)),
        ("jurisdiction", head.jurisdiction.as_ref().map_or(Json::Null, text)),
        ("from", head.from.to_string().into()),
        ("through", head.through.map(|d| d.to_string()).into()),
        ("status", status(head.status).into()),
        ("revision", head.revision.into()),
        ("source", ruleset.source.name().to_owned().into()),
        ("uses", Json::Array(head.uses.iter().map(|(id, _)| text(id)).collect())),
        ("tiers", Json::Array(ruleset.tiers.iter().map(|t| crate::compile::tier_name(t).into()).collect())),
        ("laws", Json::Array(laws.collect())),
        ("offences", Json::Array(ruleset.offences.iter().map(offence).collect())),
    ];
    members.extend(words(&head.marks));
    Json::object(members)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::InForce => "in_force",
        Status::Suspended => "suspended",
        Status::Repealed => "repealed",
    }
}

/// Name, type, unit, values, domain (in that unit), the parts of lists and records.
fn fact(fact: &FactDecl) -> Vec<(&'static str, Json)> {
    let mut members = vec![("name", text(&fact.name)), ("type", type_name(fact).into())];
    if let Some(unit) = &fact.unit {
        members.push(("unit", text(&unit.name)));
    }
    let scale = fact.unit.as_ref().map_or(Rational::ONE, |u| u.scale);
    for (key, bound) in [("min", fact.domain.lo()), ("max", fact.domain.hi())] {
        let in_unit = match bound {
            Bound::Unbounded => None,
            Bound::Inclusive(n) => n.div(scale).ok().map(Bound::Inclusive),
            Bound::Exclusive(n) => n.div(scale).ok().map(Bound::Exclusive),
        };
        if let Some(bound) = in_unit {
            members.push((key, end(bound)));
        }
    }
    members.extend(parts(&fact.ty, fact.money));
    members.push(("unascertainable", fact.can_be_unascertainable.into()));
    members
}

fn parts(ty: &Type, money: bool) -> Vec<(&'static str, Json)> {
    let whole = |ty: &Type| {
        let name = match ty {
            Type::Truth => "yes-no",
            Type::Number(_) if money => "money",
            Type::Number(_) => "number",
            Type::Date => "date",
            Type::Levels(levels) if levels.ordered => "level",
            Type::Levels(_) => "choice",
            Type::Text => "text",
            Type::List(_) => "list",
            Type::Record(_) => "record",
        };
        let mut members = vec![("type", Json::from(name))];
        if let Type::Number(dimension) = ty
            && *dimension != Dimension::none()
        {
            members.push(("unit", dimension.to_string().into()));
        }
        members.extend(parts(ty, money));
        members
    };
    match ty {
        Type::Levels(levels) => vec![("of", Json::Array(levels.names.iter().map(text).collect()))],
        Type::List(item) => vec![("item", Json::object(whole(item)))],
        Type::Record(fields) => {
            let field = |(name, ty): &(std::sync::Arc<str>, Type)| {
                Json::object(std::iter::once(("name", text(name))).chain(whole(ty)))
            };
            vec![("fields", Json::Array(fields.iter().map(field).collect()))]
        }
        _ => Vec::new(),
    }
}
