//! What there is to ask for: the rulesets of a host with their offences, and the facts one offence reads.

use std::sync::Arc;

use super::failure::place_json;
use super::json::Json;
use super::outcome::{end, text, type_name, type_word};
use crate::expr::{FactId, Type};
use crate::link::{Library, LicenceProgram, Linked, Program};
use crate::render::{self, Lang};
use crate::ruleset::{FactDecl, Licence, Marks, Offence, Ruleset, Status};
use crate::source::Span;
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
    let head = [("id", &program.offence.id), ("name", &program.offence.name), ("basis", &program.clause.basis)];
    described("offence", head, &program.linked, &|id| {
        [render::question(program, id, lang), render::decides(program, id, lang)]
    })
}

/// The same with a licence.
pub(super) fn licence_description_json(program: &LicenceProgram, lang: Lang) -> Json {
    let licence = &program.licence;
    let head = [("id", &licence.id), ("name", &licence.name), ("basis", &licence.basis)];
    described("licence", head, &program.linked, &|id| {
        [render::question(program, id, lang), render::licence_decides(program, id, lang)]
    })
}

/// An offence or a licence by its key, with the facts it reads; `asked` gives the question of each and what it decides.
fn described(
    key: &'static str,
    head: [(&'static str, &Arc<str>); 3],
    linked: &Linked,
    asked: &dyn Fn(FactId) -> [String; 2],
) -> Json {
    let facts = linked.facts.enumerate().map(|(id, declared)| {
        let [question, decides] = asked(id);
        let mut members = fact(declared);
        members.push(("question", question.into()));
        members.push(("decides", decides.into()));
        members.push(("basis", declared.basis.as_ref().map_or(Json::Null, text)));
        members.push(("at", place_json(&linked.ruleset.source, declared.span)));
        Json::object(members)
    });
    let mut members: Vec<(&'static str, Json)> = head.iter().map(|(key, value)| (*key, text(value))).collect();
    members.push(("facts", Json::Array(facts.collect())));
    Json::object([
        ("contract", Json::from(super::CONTRACT)),
        ("kind", "description".into()),
        ("rulesets", vec![ruleset(&linked.ruleset)].into()),
        (key, Json::object(members)),
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
            ("rank", law.rank.map_or(Json::Null, |rank| rank.as_str().into())),
        ])
    });
    type Own<'u> = (&'u Arc<str>, &'u Arc<str>, &'u Option<Arc<str>>, Span, &'u Marks);
    let unit = |(id, name, code, span, marks): Own<'_>, more: (&'static str, Json)| {
        let mut members = vec![("id", text(id)), ("name", text(name))];
        members.push(("code", code.as_ref().map_or(Json::Null, text)));
        members.push(more);
        members.push(("at", place_json(&ruleset.source, span)));
        members.extend(words(marks));
        Json::object(members)
    };
    let offence = |o: &Offence| {
        let violates = Json::Array(o.violates.iter().map(text).collect());
        unit((&o.id, &o.name, &o.code, o.span, &o.marks), ("violates", violates))
    };
    let licence =
        |l: &Licence| unit((&l.id, &l.name, &l.code, l.span, &l.marks), ("procedure", l.procedure.as_str().into()));
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
        ("licences", Json::Array(ruleset.licences.iter().map(licence).collect())),
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
        let mut members = vec![("type", Json::from(type_word(ty, money)))];
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
            let field = |(name, ty): &(Arc<str>, Type)| {
                let mut members = vec![("name", text(name))];
                members.extend(whole(ty));
                Json::object(members)
            };
            vec![("fields", Json::Array(fields.iter().map(field).collect()))]
        }
        _ => Vec::new(),
    }
}
