//! Texts that YAML ends earlier than their author meant: `{when: round(x, 1) > 2}`.
//!
//! Inside `{ }` and `[ ]` a comma starts the next entry. What that leaves is found by its open
//! bracket or by a key without a value, reported once, and put together again, so that the later
//! stages see what was meant and do not report the pieces.

use super::{Entry, Node, NodeKind, Style};
use crate::diagnostic::{Code, Diagnostic};
use crate::gather::Gather as _;
use crate::source::{Source, Span};

const COMMA: &str = "write `，` or `;` between arguments, or put the whole text in quotes";
/// What to do about the most frequent slip of a Chinese keyboard.
pub(super) const COLON: &str = "the full-width `：` is no YAML colon: write `: `, an ASCII colon and a space";

/// Mends the entries of a flow mapping.
pub(super) fn mend_mapping(source: &Source, entries: Vec<Entry>, report: &mut impl FnMut(Diagnostic)) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut open = 0;
    // Pieces after a text without an open bracket: `{当事人类型 in 法人, 其他组织}`.
    let mut stray: Option<Span> = None;
    for entry in entries {
        let piece = entry.key.span;
        if !lacks_value(source, &entry) {
            settle_entry(source, kept.last_mut(), open, stray.take(), report);
            open = open_in(&entry.value);
            kept.push(entry);
        } else if let Some(last) = kept.last_mut().filter(|_| open > 0) {
            open = open_after(&entry.key.text, open);
            last.value.span = last.value.span.to(piece);
            if open == 0 {
                settle_joined(source, &mut last.value, report);
            }
        } else {
            stray = Some(stray.map_or(piece, |before| before.to(piece)));
        }
    }
    settle_entry(source, kept.last_mut(), open, stray, report);
    kept
}

fn settle_entry(
    source: &Source,
    last: Option<&mut Entry>,
    open: usize,
    stray: Option<Span>,
    report: &mut impl FnMut(Diagnostic),
) {
    if let Some(piece) = stray {
        report(without_value(source, last.map(|entry| &entry.value), piece));
    } else if let Some(entry) = last.filter(|_| open > 0) {
        settle_open(source, &mut entry.value, report);
    }
}

/// Mends the items of a flow sequence.
pub(super) fn mend_sequence(source: &Source, items: Vec<Node>, report: &mut impl FnMut(Diagnostic)) -> Vec<Node> {
    let mut kept: Vec<Node> = Vec::with_capacity(items.len());
    let mut open = 0;
    for mut item in items {
        if let Some(last) = kept.last_mut().filter(|_| open > 0) {
            if is_plain(&item) {
                open = open_after(item.as_str().unwrap_or_default(), open);
                last.span = last.span.to(item.span);
                on_last_text(source, last, |text| {
                    text.span = text.span.to(item.span);
                    if open == 0 {
                        settle_joined(source, text, report);
                    }
                });
                continue;
            }
            on_last_text(source, last, |text| settle_open(source, text, report));
        }
        open = on_last_text(source, &mut item, |text| open_in(text));
        kept.push(item);
    }
    if let Some(last) = kept.last_mut().filter(|_| open > 0) {
        on_last_text(source, last, |text| settle_open(source, text, report));
    }
    kept
}

/// A plain text outside `{ }` and `[ ]`, which only ` #` can cut.
pub(super) fn check_block_scalar(source: &Source, node: &Node) -> Option<Diagnostic> {
    (open_in(node) > 0).then(|| unclosed(source, node.span))
}

/// How many brackets a plain scalar leaves open; 0 for anything else.
pub(super) fn open_in(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Scalar { text, style: Style::Plain } => open_after(text, 0),
        _ => 0,
    }
}

/// How many brackets are open after `text` if `open` were before it.
///
/// Half-width and full-width brackets close each other, and a closing one too many is ignored:
/// it is no trace of a cut, and prose has it (`1）`). Brackets in a literal `'…'` do not count.
fn open_after(text: &str, mut open: usize) -> usize {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '(' | '[' | '{' | '（' => open = open.saturating_add(1),
            ')' | ']' | '}' | '）' => open = open.saturating_sub(1),
            '\'' => {
                if let Some((_, after)) = rest.as_str().split_once('\'') {
                    rest = after.chars();
                }
            }
            _ => {}
        }
    }
    open
}

fn is_plain(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Scalar { style: Style::Plain, .. })
}

/// Whether a key has not even a `:`, as after a comma that YAML took for its own.
fn lacks_value(source: &Source, entry: &Entry) -> bool {
    if !entry.value.is_null() {
        return false;
    }
    let from = entry.key.span.range().end;
    let mut rest = source.text().get(from..).unwrap_or_default().trim_start();
    while let Some(comment) = rest.strip_prefix('#') {
        let end = comment.find(['\n', '\r']).unwrap_or(comment.len());
        rest = comment.get(end..).unwrap_or_default().trim_start();
    }
    rest.starts_with([',', '}'])
}

/// Acts on the text at the end of an item: `[甲, 罚款: round(x, 1)]` ends in a mapping of one entry
/// without braces.
fn on_last_text<R>(source: &Source, node: &mut Node, act: impl FnOnce(&mut Node) -> R) -> R {
    let bare = !source.slice(node.span).starts_with('{');
    if let NodeKind::Mapping(entries) = &mut node.kind
        && let Some(last) = entries.last_mut()
        && bare
    {
        return act(&mut last.value);
    }
    act(node)
}

/// Reports a text whose bracket is still open when the next proper entry begins, or none comes.
fn settle_open(source: &Source, node: &mut Node, report: &mut impl FnMut(Diagnostic)) {
    if node.as_str() == Some(source.slice(node.span)) {
        report(unclosed(source, node.span));
    } else {
        settle_joined(source, node, report);
    }
}

/// Gives a text that was put together its full wording, and reports it.
fn settle_joined(source: &Source, node: &mut Node, report: &mut impl FnMut(Diagnostic)) {
    let whole = source.slice(node.span).to_owned();
    let message = format!("yaml splits `{}` at the comma", one_line(&whole));
    report(
        Diagnostic::error(Code::CutScalar, node.span, message)
            .at("inside `{ }` and `[ ]` a comma starts the next entry")
            .help(COMMA),
    );
    node.kind = NodeKind::Scalar { text: whole, style: Style::Plain };
}

fn unclosed(source: &Source, span: Span) -> Diagnostic {
    let text = one_line(source.slice(span));
    let after = source.text().get(span.range().end..).unwrap_or_default();
    let diagnostic = if after.trim_start_matches([' ', '\t']).starts_with('#') {
        let message = format!("yaml ends `{text}` at ` #`, with a bracket still open");
        Diagnostic::error(Code::CutScalar, span, message).at("a comment starts after this")
    } else {
        let message = format!("a bracket in `{text}` is never closed");
        Diagnostic::error(Code::CutScalar, span, message)
    };
    let colon = text.split_once('：').is_some_and(|(_, after)| after.trim_start().starts_with(['{', '[']));
    diagnostic.help(if colon { COLON } else { "close the bracket, or put the whole text in quotes" })
}

fn without_value(source: &Source, before: Option<&Node>, piece: Span) -> Diagnostic {
    let text = one_line(source.slice(piece));
    let message = format!("`{text}` has no value: yaml starts a new entry after each comma");
    let mut diagnostic = Diagnostic::error(Code::CutScalar, piece, message);
    if let Some(before) = before.filter(|node| is_plain(node)) {
        diagnostic = diagnostic.label(before.span, "the text before ends here");
    }
    diagnostic.help(if text.contains('：') {
        COLON
    } else if text.contains(':') {
        "write a space after the colon"
    } else {
        COMMA
    })
}

/// Folds a text that runs over several lines, for a message of one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().gather::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_counted_outside_literals() {
        for (text, open) in [
            ("round(x", 1),
            ("round（max（甲)", 1),
            ("第（三）项", 0),
            ("1）首次", 0),
            ("条款 = '(' and (甲", 1),
            ("it's (open", 1),
            ("", 0),
        ] {
            assert_eq!(open_after(text, 0), open, "{text}");
        }
        assert_eq!(open_after("1)) > 2", 2), 0);
    }
}
