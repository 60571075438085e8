//! What there is to ask for: the rulesets of a host with their offences, and the facts one offence reads.

use std::sync::Arc;

use super::citations::write_citations;
use super::parts::{begin, type_of, type_word, write_end};
use super::place::write_place;
use super::write::{Object, told};
use crate::expr::{FactId, Type};
use crate::link::{Library, LicenceProgram, Linked, Program};
use crate::render;
use crate::ruleset::{FactDecl, Marks, Ruleset};
use crate::source::Span;
use crate::value::{Bound, Dimension, Rational};
use crate::vocabulary::{AnswerKind, Lang};

/// The answer to `do: describe`: every ruleset in every version, or those of one id.
///
/// ```
/// use cailiang::{Library, answer::description_json};
/// let answer = description_json(&Library::new(), "");
/// assert_eq!(answer, r#"{"contract":1,"kind":"description","rulesets":[]}"#);
/// ```
pub fn description_json(library: &Library, id: &str) -> String {
    told(|o| {
        begin(o, AnswerKind::Description);
        let mut rulesets = o.array("rulesets");
        for ruleset in library.rulesets() {
            if id.is_empty() || *ruleset.head.id == *id {
                write_ruleset(&mut rulesets.object(), ruleset);
            }
        }
    })
}

/// The same with an offence: the version that governs, and the facts it reads, in the order of declaration.
pub(crate) fn offence_json(program: &Program, lang: Lang) -> String {
    let head = [&program.offence.id, &program.offence.name, &program.clause.basis];
    described("offence", head, &program.linked, &|id| {
        [render::question(program, id, lang), render::decides(program, id, lang)]
    })
}

/// The same with a licence.
pub(crate) fn licence_description_json(program: &LicenceProgram, lang: Lang) -> String {
    let licence = &program.licence;
    let head = [&licence.id, &licence.name, &licence.basis];
    described("licence", head, &program.linked, &|id| {
        [render::question(program, id, lang), render::licence_decides(program, id, lang)]
    })
}

/// An offence or a licence by its key, with the facts it reads; `asked` gives the question of each and what it decides.
fn described(
    key: &'static str,
    [id, name, basis]: [&Arc<str>; 3],
    linked: &Linked,
    asked: &dyn Fn(FactId) -> [String; 2],
) -> String {
    told(|o| {
        begin(o, AnswerKind::Description);
        let mut rulesets = o.array("rulesets");
        write_ruleset(&mut rulesets.object(), &linked.ruleset);
        rulesets.end();
        let mut of = o.object(key);
        of.text("id", id);
        of.text("name", name);
        of.cite("basis", basis);
        let mut facts = of.array("facts");
        for (id, declared) in linked.facts.enumerate() {
            let [question, decides] = asked(id);
            let mut o = facts.object();
            write_fact(&mut o, declared);
            o.text("question", &question);
            o.text("decides", &decides);
            o.cite_maybe("basis", declared.basis.as_deref());
            write_place(&mut o.object("at"), &linked.ruleset.source, declared.span);
        }
        facts.end();
        drop(of);
        write_citations(o, &linked.governing);
    })
}

fn write_ruleset(o: &mut Object<'_>, ruleset: &Ruleset) {
    let head = &ruleset.head;
    o.text("id", &head.id);
    o.text("title", &head.title);
    o.text("issuer", &head.issuer);
    o.maybe("document", head.document.as_deref());
    o.maybe("jurisdiction", head.jurisdiction.as_deref());
    o.shown("from", &head.from);
    o.day("through", head.through);
    o.text("status", head.status.as_str());
    o.int("revision", head.revision.into());
    o.text("source", ruleset.source.name());
    let mut uses = o.array("uses");
    for (id, _) in &head.uses {
        uses.text(id);
    }
    uses.end();
    let mut tiers = o.array("tiers");
    for tier in &ruleset.tiers {
        tiers.text(&crate::compile::tier_name(tier));
    }
    tiers.end();
    let mut laws = o.array("laws");
    for law in &head.laws {
        let mut o = laws.object();
        o.text("short", &law.short);
        o.text("title", &law.title);
        o.maybe("edition", law.edition.as_deref());
        o.maybe("rank", law.rank.map(|rank| rank.as_str()));
    }
    laws.end();
    let mut offences = o.array("offences");
    for offence in &ruleset.offences {
        let mut o = offences.object();
        write_names(&mut o, [&offence.id, &offence.name], offence.code.as_deref());
        o.texts("violates", &offence.violates);
        write_origin(&mut o, ruleset, offence.span, &offence.marks);
    }
    offences.end();
    let mut licences = o.array("licences");
    for licence in &ruleset.licences {
        let mut o = licences.object();
        write_names(&mut o, [&licence.id, &licence.name], licence.code.as_deref());
        o.text("procedure", licence.procedure.as_str());
        write_origin(&mut o, ruleset, licence.span, &licence.marks);
    }
    licences.end();
    write_marks(o, &head.marks);
}

fn write_names(o: &mut Object<'_>, [id, name]: [&str; 2], code: Option<&str>) {
    o.text("id", id);
    o.text("name", name);
    o.maybe("code", code);
}

fn write_origin(o: &mut Object<'_>, ruleset: &Ruleset, span: Span, marks: &Marks) {
    write_place(&mut o.object("at"), &ruleset.source, span);
    write_marks(o, marks);
}

fn write_marks(o: &mut Object<'_>, marks: &Marks) {
    o.some("unverified", marks.unverified.as_deref());
    o.some("reading", marks.reading.as_deref());
}

/// Name, type, unit, values, domain (in that unit), the parts of lists and records.
fn write_fact(o: &mut Object<'_>, fact: &FactDecl) {
    o.text("name", &fact.name);
    o.text("type", type_of(fact).as_str());
    o.some("unit", fact.unit.as_ref().map(|unit| &*unit.name));
    let scale = fact.unit.as_ref().map_or(Rational::ONE, |u| u.scale);
    for (key, bound) in [("min", fact.domain.lo()), ("max", fact.domain.hi())] {
        let in_unit = match bound {
            Bound::Unbounded => None,
            Bound::Inclusive(n) => n.div(scale).ok().map(Bound::Inclusive),
            Bound::Exclusive(n) => n.div(scale).ok().map(Bound::Exclusive),
        };
        if let Some(bound) = in_unit {
            write_end(o.at(key), bound);
        }
    }
    write_parts(o, &fact.ty, fact.money);
    o.flag("unascertainable", fact.can_be_unascertainable);
}

fn write_parts(o: &mut Object<'_>, ty: &Type, money: bool) {
    match ty {
        Type::Levels(levels) => o.texts("of", &levels.names),
        Type::List(item) => write_part(&mut o.object("item"), item, money),
        Type::Record(fields) => {
            let mut list = o.array("fields");
            for (name, ty) in fields.iter() {
                let mut o = list.object();
                o.text("name", name);
                write_part(&mut o, ty, money);
            }
        }
        _ => {}
    }
}

fn write_part(o: &mut Object<'_>, ty: &Type, money: bool) {
    o.text("type", type_word(ty, money).as_str());
    if let Type::Number(dimension) = ty
        && *dimension != Dimension::none()
    {
        o.shown("unit", dimension);
    }
    write_parts(o, ty, money);
}
