//! A place of a text as JSON: lines and columns, and bytes.

use super::write::Object;
use crate::source::{Source, Span};

pub(super) fn write_span(o: &mut Object<'_>, source: &Source, span: Span) {
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    o.int("line", line.into());
    o.int("column", column.into());
    o.int("utf16_column", source.utf16_column(span.start).into());
    o.int("end_line", end_line.into());
    o.int("end_column", end_column.into());
    o.int("utf16_end_column", source.utf16_column(span.end).into());
    o.int("start", span.start.into());
    o.int("end", span.end.into());
}

/// A place of a ruleset's text, with the name of the text.
pub(super) fn write_place(o: &mut Object<'_>, source: &Source, span: Span) {
    o.text("source", source.name());
    write_span(o, source, span);
}
