//! Lengths of time as they are written, and what a document says of the last day of its periods.

use std::sync::Arc;

use super::keys;
use super::reader::{Fields, Reader};
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Expr, Type};
use crate::ruleset::{Extension, LastDay, Length, Period};
use crate::syntax::Node;
use crate::value::LengthUnit;
use crate::vocabulary::RestDay;

/// A length of time: 5工作日, 30日, 2月.
pub(super) fn length(scope: &mut Scope<'_, '_>, node: &Node) -> Option<Length> {
    let (count, ty) = scope.value(node, &Allowed::default())?;
    let unit = match &ty {
        Type::Number(dimension) => LengthUnit::of(dimension),
        _ => None,
    };
    let Some(unit) = unit else {
        let message = format!("expected a length of time, found {ty}");
        let help = "write it with its unit: `5工作日`, `30日`, `2月`, `1年`";
        scope.reader.error(Code::UnitMismatch, node.span, message, help);
        return None;
    };
    if let Expr::Number(number) = &count
        && number.to_i64().is_none_or(|whole| whole < 0)
    {
        let message = format!("a length of time is a whole number from 0, found `{}`", node.as_str().unwrap_or(""));
        scope.reader.error(Code::BadNumber, node.span, message, "write whole days, working days or months");
        return None;
    }
    Some(Length { count, unit, span: node.span })
}

/// A period: its length, `extension`, `excluded` and `last_day`; `None`: the length is wrong and was reported.
pub(super) fn period(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    within: &Node,
    basis: Option<&Arc<str>>,
) -> Option<Period> {
    let within = length(scope, within)?;
    let extension = match fields.get("extension").and_then(|node| scope.reader.object(node, &keys::EXTENSION)) {
        None => None,
        Some(inner) => Some(Extension {
            within: length(scope, inner.get("within")?)?,
            when: scope.condition(inner.get("when")?, &Allowed::default())?,
            basis: scope.basis(inner),
        }),
    };
    let excluded = match fields.get("excluded") {
        Some(node) => Some(length(scope, node)?),
        None => None,
    };
    Some(Period { within, extension, excluded, last_day: last_day(scope, fields, basis) })
}

/// What a limit says of its last day, else what the law it cites does; none says nothing.
fn last_day(scope: &mut Scope<'_, '_>, fields: Fields<'_>, basis: Option<&Arc<str>>) -> Option<LastDay> {
    let own = declared(&mut scope.reader, fields);
    let law = basis.and_then(|basis| scope.head.law(basis));
    own.or_else(|| law.and_then(|l| l.last_day.clone()))
}

/// `last_day: {is: moves, basis: …}`
pub(super) fn declared(reader: &mut Reader<'_>, fields: Fields<'_>) -> Option<LastDay> {
    let object = fields.get("last_day").and_then(|node| reader.object(node, &keys::LAST_DAY))?;
    Some(LastDay {
        is: reader.word(object, "is", RestDay::WORDS, RestDay::parse)?,
        basis: reader.text_of(object, "basis"),
    })
}
