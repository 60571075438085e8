//! The dimension of what has an amount, and values that must be in it.

use super::reader::Fields;
use super::scope::Scope;
use crate::diagnostic::Code;
use crate::expr::{Allowed, Expr, Type, in_unit};
use crate::ruleset::Quantity;
use crate::value::Dimension;

/// The dimension of a sanction's quantity, if it has one.
pub(crate) fn dimension(quantity: &Quantity) -> Option<Dimension> {
    quantity.rows().first().map(|r| r.range.dimension.clone())
}

/// A value in the dimension of what it belongs to, a sanction or a term; `Some(None)` when the key is absent.
pub(super) fn quantity_like(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    key: &str,
    dimension: &Option<Dimension>,
    of: &str,
    allowed: &Allowed,
) -> Option<Option<Expr>> {
    let Some(node) = fields.get(key) else { return Some(None) };
    let (expr, ty) = scope.value(node, allowed)?;
    match (&ty, dimension) {
        (Type::Number(found), Some(wanted)) if found == wanted => Some(Some(expr)),
        (Type::Number(_), None) => Some(Some(expr)),
        (Type::Number(found), Some(wanted)) => {
            let message = format!("`{key}` is in {}, the {of} in {}", in_unit(found), in_unit(wanted));
            let help = format!("write it in the unit of the {of}");
            scope.reader.error(Code::UnitMismatch, node.span, message, help);
            None
        }
        _ => {
            scope.reader.error(Code::TypeMismatch, node.span, format!("`{key}` is {ty}, not a quantity"), "");
            None
        }
    }
}
