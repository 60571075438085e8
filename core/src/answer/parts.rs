//! What answers are made of: how each begins, truths, amounts, values, questions.

use std::fmt::Display;
use std::sync::Arc;

use super::write::{Array, Object, Value};
use crate::expr::{FactId, LevelSet, Num, Type, Val};
use crate::facts::{Fact, Facts};
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::outcome::{Amount, Measure, Rest};
use crate::ruleset::FactDecl;
use crate::value::{Bound, Date, LengthUnit, Rational, Rounding, Truth, Unit};
use crate::vocabulary::{AmountKind, AmountMeasure, AnswerKind, FactType, TruthWord};

/// What every answer begins with.
pub(crate) fn begin(o: &mut Object<'_>, kind: AnswerKind) {
    o.int("contract", super::CONTRACT);
    o.text("kind", kind.as_str());
}

/// A truth as a word.
pub(super) fn truth(truth: Truth) -> &'static str {
    TruthWord::from(truth).as_str()
}

/// A citation that stands in a list once.
pub(super) fn cite_once<'t>(list: &mut Array<'_>, known: &mut Vec<&'t str>, text: &'t str) {
    if !known.contains(&text) {
        known.push(text);
        list.cite(text);
    }
}

/// An amount: `{"kind":"range",…}` or `{"kind":"incomputable",…}`, never 0 for what cannot be computed.
pub(super) fn write_measure(o: &mut Object<'_>, measure: &Measure, unit: &dyn Display, bounded: &[&str]) {
    match measure {
        Measure::Incomputable(why) => {
            o.text("kind", AmountKind::Incomputable.as_str());
            o.text("why", why.as_str());
        }
        Measure::Range(amount) => write_range(o, amount, unit, bounded),
    }
}

pub(super) fn write_range(o: &mut Object<'_>, amount: &Amount, unit: &dyn Display, bounded: &[&str]) {
    let hull = amount.hull();
    let unit = unit.to_string();
    let measure = AmountMeasure::of(&unit);
    // What is paid ends at the 分: inside the range of an end that has no end itself.
    let point = hull.lo().value().is_some() && hull.lo() == hull.hi();
    let money =
        |mode: Rounding| (measure == AmountMeasure::Money).then_some(if point { Rounding::HalfUp } else { mode });
    o.text("kind", AmountKind::Range.as_str());
    o.text("measure", measure.as_str());
    write_amount_end(o.at("min"), hull.lo(), money(Rounding::Up));
    write_amount_end(o.at("max"), hull.hi(), money(Rounding::Down));
    o.text("unit", &unit);
    if let Some(default) = amount.default.and_then(Num::point) {
        o.shown("default", &default);
    }
    let mut by = o.array("bounded_by");
    for word in bounded {
        by.text(word);
    }
}

/// An end of an amount. Money is always a decimal: an end that does not terminate is shown at the next 分 inside the
/// range, a single amount at the nearest, with the exact fraction beside it; nothing computes with the rounded one.
fn write_amount_end(place: Value<'_>, bound: Bound, money: Option<Rounding>) {
    let (Some(n), Some(mode)) = (bound.value(), money) else { return write_end(place, bound) };
    let rounded = Rational::new(1, 100).and_then(|fen| n.round(mode, fen));
    match rounded {
        Ok(rounded) if n.decimal_places().is_none() => {
            let mut o = place.object();
            o.shown("value", &rounded);
            o.flag("inclusive", bound.is_inclusive());
            o.shown("exact", &n);
        }
        _ => write_end(place, bound),
    }
}

/// An end of a range. Numbers are decimals; one that does not terminate is a fraction, exactly.
pub(super) fn write_end(place: Value<'_>, bound: Bound) {
    let (n, inclusive) = match bound {
        Bound::Unbounded => return place.text("unbounded"),
        Bound::Inclusive(n) => (n, true),
        Bound::Exclusive(n) => (n, false),
    };
    let mut o = place.object();
    o.shown("value", &n);
    o.flag("inclusive", inclusive);
}

/// A number that may be missing.
pub(super) fn write_number(place: Value<'_>, n: Option<Rational>) {
    match n {
        Some(n) => place.shown(&n),
        None => place.null(),
    }
}

/// A value as data, in the unit the fact is given in.
pub(super) fn write_value(place: Value<'_>, ty: &Type, value: &Val, unit: Option<&Unit>) {
    match (ty, value) {
        (_, Val::Truth(Truth::Unknown)) => place.null(),
        (_, Val::Truth(t)) => place.flag(*t == Truth::True),
        (Type::Date, Val::Num(n)) => {
            let number = n.point().and_then(Rational::to_i64);
            match number.and_then(|n| Date::from_day_number(n).ok()) {
                Some(day) => place.shown(&day),
                None => place.null(),
            }
        }
        (_, Val::Num(Num::Point(n))) => write_number(place, unit.map_or(Some(*n), |u| n.div(u.scale).ok())),
        (_, Val::Num(Num::Range(range))) => {
            let mut o = place.object();
            write_end(o.at("min"), range.lo());
            write_end(o.at("max"), range.hi());
        }
        (Type::Levels(levels), Val::Levels(set)) => write_levels(place, &levels.names, *set),
        (_, Val::Text(t)) => place.maybe(t.as_deref()),
        (Type::List(inner), Val::List(Some(items))) => {
            let mut list = place.array();
            for (item, _) in items.iter() {
                write_value(list.item(), inner, item, unit);
            }
        }
        (Type::Record(fields), Val::Record(values)) => {
            let mut o = place.object();
            for ((name, ty), value) in fields.iter().zip(values.iter()) {
                write_value(o.named(name), ty, value, None);
            }
        }
        _ => place.null(),
    }
}

/// One level by its name, several as a list.
pub(super) fn write_levels(place: Value<'_>, names: &[Arc<str>], set: LevelSet) {
    let named: Vec<&Arc<str>> = set.positions().filter_map(|p| names.get(p)).gather();
    match (named.as_slice(), set.has_none()) {
        ([], _) => place.null(),
        ([one], false) => place.text(one),
        (several, _) => {
            let mut list = place.array();
            for name in several {
                list.text(name);
            }
        }
    }
}

/// A question: what is asked, how it is answered, and what the answer decides.
pub(super) fn write_question(o: &mut Object<'_>, fact: &FactDecl, question: &str, decides: &str) {
    o.text("name", &fact.name);
    o.text("type", type_of(fact).as_str());
    o.some("unit", fact.unit.as_ref().map(|unit| &*unit.name));
    let levels = match &fact.ty {
        Type::List(inner) => inner,
        ty => ty,
    };
    if let Type::Levels(levels) = levels {
        o.texts("of", &levels.names);
    }
    o.flag("unascertainable", fact.can_be_unascertainable);
    o.text("question", question);
    o.text("decides", decides);
    o.cite_maybe("basis", fact.basis.as_deref());
}

/// The type of a fact.
pub(super) fn type_of(fact: &FactDecl) -> FactType {
    match &fact.ty {
        Type::Truth if fact.finding => FactType::Finding,
        Type::Number(_) if fact.integer && !fact.money => FactType::Integer,
        ty => type_word(ty, fact.money),
    }
}

/// The type of a fact or of a part of one.
pub(super) fn type_word(ty: &Type, money: bool) -> FactType {
    match ty {
        Type::Truth => FactType::YesNo,
        Type::Number(_) if money => FactType::Money,
        Type::Number(_) => FactType::Number,
        Type::Date => FactType::Date,
        Type::Levels(levels) if levels.ordered => FactType::Level,
        Type::Levels(_) => FactType::Choice,
        Type::Text => FactType::Text,
        Type::List(_) => FactType::List,
        Type::Record(_) => FactType::Record,
    }
}

/// Facts that were given, with their values.
pub(super) fn write_used(mut list: Array<'_>, linked: &Linked, facts: &Facts, used: &[FactId]) {
    for id in used {
        let fact = linked.facts.at(*id);
        let mut o = list.object();
        o.text("name", &fact.name);
        match facts.get(*id) {
            Fact::Given(value) => write_value(o.at("value"), &fact.ty, value, fact.unit.as_ref()),
            _ => o.null("value"),
        }
        o.some("unit", fact.unit.as_ref().map(|unit| &*unit.name));
    }
}

/// The unit of a length in outcomes; procedures say `月` ([`super::procedure`]).
pub(super) fn length_unit(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::Day => "日",
        LengthUnit::WorkingDay => "工作日",
        LengthUnit::Month => "个月",
    }
}

/// What becomes of a last day that is a day of rest: nothing for one that is none.
pub(super) fn write_rest(o: &mut Object<'_>, rest: Rest) {
    match rest {
        Rest::Stands => {}
        Rest::Moved(from) => o.shown("moved_from", &from),
        Rest::Open(to) => o.shown("due_if_moved", &to),
        Rest::NotKnown(year) => o.int("missing_year", year.into()),
    }
}
