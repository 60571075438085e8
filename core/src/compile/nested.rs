//! Names that are defined through one another: what is said of a circle, and how deep they may stand.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::source::Span;

/// How many definitions and factors may stand inside one another: each is a level of recursion. Real texts have five.
pub(super) const DEEP: usize = 32;
/// How often definitions and factors may be looked at where one is followed through all that it reads: each of a chain
/// that reads the one before twice doubles it. Real texts have some dozens.
pub(super) const WIDE: usize = 10_000;

/// Says through what a name is defined through itself; the first name is the last again.
pub(super) fn report(reader: &mut Reader<'_>, circle: &[&str], span: Span) {
    let name = circle.first().copied().unwrap_or_default();
    let message = format!("`{name}` is defined through itself: {}", circle.join(" → "));
    reader.error(Code::CyclicDefinition, span, message, "break the circle: give the start as a fact");
}

/// Says that a name has too many others behind it.
pub(super) fn too_deep(reader: &mut Reader<'_>, name: &str, span: Span) {
    let message = format!("too many definitions stand inside one another, to `{name}`");
    let help = format!("at most {DEEP} levels, and {WIDE} of them written out: write several as one, or as rows");
    reader.error(Code::LimitExceeded, span, message, help);
}
