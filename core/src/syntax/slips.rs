//! What people get wrong in YAML, and the words for it.

use super::marks::LineMarks;
use super::{cut, too_deep};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use saphyr_parser::ScanError;

/// Lines indented with something other than spaces, outside of `quoted` texts.
///
/// The spans of `quoted` are in the order of the source; `mark` is what stands before `text` there.
pub(super) fn wrong_indents(text: &str, mark: usize, quoted: &[Span]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut end = 0_usize;
    for line in text.as_bytes().split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        let begin = end;
        end = begin.saturating_add(line.len());
        // Nearly every line begins with something that no blank of any kind begins with.
        if line.iter().find(|byte| **byte != b' ').is_none_or(|byte| matches!(byte, b'!'..=b'~' | 0xe4..)) {
            continue;
        }
        let start = begin.saturating_add(mark);
        let line = text.get(begin..end).unwrap_or_default();
        let content = line.trim_start();
        let length = line.len().saturating_sub(content.len());
        let indent = line.get(..length).unwrap_or_default();
        let mut wrong = indent.char_indices().filter(|(_, c)| matches!(c, '\t' | '\u{3000}' | '\u{a0}'));
        if let Some((at, character)) = wrong.next()
            && !content.is_empty()
            && !content.starts_with('#')
        {
            let span = Span::of(start.saturating_add(at)..start.saturating_add(length));
            if !lies_within(span, quoted) {
                found.push(wrong_indent(character, span));
            }
        }
    }
    found
}

fn lies_within(place: Span, texts: &[Span]) -> bool {
    let after = texts.partition_point(|text| text.start < place.start);
    let before = after.checked_sub(1).and_then(|last| texts.get(last));
    before.is_some_and(|text| place.start < text.end)
}

fn wrong_indent(character: char, span: Span) -> Diagnostic {
    let what = match character {
        '\t' => "a tab",
        '\u{3000}' => "a full-width space",
        _ => "a no-break space",
    };
    let message = format!("this line is indented with {what}");
    Diagnostic::error(Code::TabIndent, span, message).help("indent with ordinary spaces, two for each level")
}

pub(super) fn no_reference(what: &str, span: Span) -> Diagnostic {
    let message = format!("{what} of yaml is not allowed here");
    Diagnostic::error(Code::AnchorOrAlias, span, message)
        .help("write the value out; put a text that begins with `*`, `&` or `!` in quotes: `\"*\"`")
}

/// The scanner's error in our words, with what usually is the cause.
///
/// `last_plain` is the last plain text in `{ }` or `[ ]`, with the brackets it leaves open.
pub(super) fn failure(
    source: &Source,
    marks: &mut LineMarks<'_>,
    error: &ScanError,
    last_plain: Option<(Span, usize)>,
    in_flow: bool,
) -> Diagnostic {
    let span = marks.character(error.marker().index());
    let info = error.info();
    let has = |part: &str| info.contains(part);
    if let Some((cut, 1..)) = last_plain
        && has("expected ','")
    {
        let text = source.slice(cut);
        let message = format!("yaml ends `{text}` here, with a bracket still open");
        return Diagnostic::error(Code::CutScalar, cut.to(span), message)
            .help("put the whole text in quotes: brackets and commas have a meaning of their own");
    }
    if has("alphabetic or numeric character") || has("unknown anchor") {
        return no_reference("an anchor or alias", span);
    }
    if has("tag") || has("TAG") || has("handle") {
        return no_reference("a tag", span);
    }
    if has("recursion limit") {
        return too_deep(span);
    }
    let known = SCANNER.iter().find(|(parts, ..)| parts.iter().any(|part| has(part)));
    let Some((_, code, message, help)) = known else {
        let message = format!("this is not valid yaml: {info}");
        return Diagnostic::error(Code::SyntaxError, span, message);
    };
    if let Some(colon) = full_width_colon(source, span) {
        return Diagnostic::error(*code, colon, *message).help(cut::COLON);
    }
    let line = source.text().get(span.range().start..).unwrap_or_default().lines().next().unwrap_or_default();
    let (message, help) = match (in_flow, *message) {
        // Inside brackets an indentation means nothing: the scanner meets the next line's key in them.
        (true, NOT_IN_LINE) => OPEN_BRACKET,
        // What could be a key, and is none here, stands at the wrong depth.
        (false, "expected a key and `: `") if line.contains(": ") => (NOT_IN_LINE, ALIGN),
        (_, message) => (message, *help),
    };
    Diagnostic::error(*code, span, message).help(help)
}

const NOT_IN_LINE: &str = "this does not line up with what stands above";
const ALIGN: &str = "align it with the line above that it belongs to, with spaces";
const OPEN_BRACKET: (&str, &str) =
    ("expected `,` or a closing bracket", "a bracket may be left open, or a text that holds `[ ] { } :` needs quotes");

/// Parts of the scanner's messages, and what we say instead: code, message, help.
const SCANNER: &[(&[&str], Code, &str, &str)] = &[
    (&["tabs ", "tab cannot", " a tab"], Code::TabIndent, "a tab is not allowed here", "replace it by spaces"),
    (
        &["byte order mark"],
        Code::ByteOrderMark,
        "a byte order mark stands inside the text",
        "delete it; it may come from files pasted together",
    ),
    (
        &["mapping values are not allowed", "illegal placement of ':'"],
        Code::SyntaxError,
        "`: ` is not allowed here",
        "text that holds `: ` needs quotes; otherwise check the indentation",
    ),
    (&["unexpected end of stream"], Code::SyntaxError, "a quoted text never ends", "close the quote"),
    (&["expected ','", "unexpected end of plain scalar"], Code::SyntaxError, OPEN_BRACKET.0, OPEN_BRACKET.1),
    (&["misplaced bracket"], Code::SyntaxError, "this bracket closes nothing", "remove it, or open it before"),
    (&["unexpected character"], Code::SyntaxError, "a text cannot begin with this character", "put the text in quotes"),
    (&["indent", "did not find expected '-'", "expected <document"], Code::SyntaxError, NOT_IN_LINE, ALIGN),
    (
        &["expected key", "simple key", "expected ':'"],
        Code::SyntaxError,
        "expected a key and `: `",
        "write `key: value`, with an ASCII colon and a space",
    ),
    (
        &["trailing content"],
        Code::SyntaxError,
        "there is more text after the closing quote",
        "put the whole text in quotes, or none of it",
    ),
];

/// The most frequent slip of a Chinese keyboard, on the line of an error or the one above.
fn full_width_colon(source: &Source, error: Span) -> Option<Span> {
    let before = source.text().get(..error.range().end)?;
    let mut end = before.len();
    let lines = before.rsplit('\n').map(|line| {
        let start = end.saturating_sub(line.len());
        end = start.saturating_sub(1);
        (start, line)
    });
    lines.filter(|(_, line)| !line.trim().is_empty()).take(2).find_map(|(start, line)| {
        let (key, _) = line.split_once('：').filter(|(key, _)| !key.contains([':', '"', '\'', '#']))?;
        let at = start.saturating_add(key.len());
        Some(Span::of(at..at.saturating_add('：'.len_utf8())))
    })
}
