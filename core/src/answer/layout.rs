//! A text that [`super::write`] wrote, laid out otherwise: in the canonical form of RFC 8785, or in lines for people.
//!
//! Strings and numbers are canonical as they are written, so both are the same bytes in another order or with space.

use std::borrow::Cow;

use crate::gather::Gather as _;
use crate::source::Source;
use crate::syntax::{Node, read_json};

/// The canonical form of RFC 8785: keys sorted by UTF-16 units; what digests are over.
///
/// Places in a ruleset's text say nothing that its digest does not: unless `with_places`, members `start` and `end`
/// that are numbers are left out.
pub(crate) fn canonical(text: &str, with_places: bool) -> String {
    let mut out = String::with_capacity(text.len());
    put_canonical(&mut out, text, with_places);
    out
}

fn put_canonical(out: &mut String, value: &str, with_places: bool) {
    if let Some(inside) = value.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
        out.push('[');
        for (number, item) in parts(inside).into_iter().enumerate() {
            out.push_str(if number > 0 { "," } else { "" });
            put_canonical(out, item, with_places);
        }
        out.push(']');
    } else if let Some(inside) = value.strip_prefix('{').and_then(|v| v.strip_suffix('}')) {
        let mut members: Vec<(&str, &str)> = parts(inside).into_iter().map(member).gather();
        if !with_places {
            members.retain(|(key, value)| !matches!(*key, "\"start\"" | "\"end\"") || !is_number(value));
        }
        members.sort_by(|(one, _), (other, _)| plain(one).encode_utf16().cmp(plain(other).encode_utf16()));
        out.push('{');
        for (number, (key, value)) in members.into_iter().enumerate() {
            out.push_str(if number > 0 { "," } else { "" });
            out.push_str(key);
            out.push(':');
            put_canonical(out, value, with_places);
        }
        out.push('}');
    } else {
        out.push_str(value);
    }
}

fn is_number(value: &str) -> bool {
    value.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// What stands between the brackets of an object or array, cut at its own commas.
fn parts(inside: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut depth) = (0usize, 0usize);
    let mut strings = Strings::default();
    for (at, byte) in inside.bytes().enumerate() {
        if strings.holds(byte) {
            continue;
        }
        match byte {
            b'{' | b'[' => depth = depth.saturating_add(1),
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                found.extend(inside.get(from..at));
                from = at.saturating_add(1);
            }
            _ => {}
        }
    }
    found.extend(inside.get(from..).filter(|last| !last.is_empty()));
    found
}

/// The key of a member with its quotes, and its value.
fn member(text: &str) -> (&str, &str) {
    let mut strings = Strings::default();
    let colon = text.bytes().position(|byte| !strings.holds(byte) && byte == b':').unwrap_or(text.len());
    let (key, value) = text.split_at_checked(colon).unwrap_or((text, ""));
    (key, value.strip_prefix(':').unwrap_or(value))
}

/// A key without quotes and escapes.
fn plain(key: &str) -> Cow<'_, str> {
    if key.contains('\\') {
        let (node, _) = read_json(&Source::new("", key));
        return Cow::Owned(node.as_ref().and_then(Node::as_str).unwrap_or_default().to_owned());
    }
    Cow::Borrowed(key.trim_matches('"'))
}

/// Whether a byte belongs to a string, of a text that is gone through byte by byte.
#[derive(Default)]
struct Strings {
    within: bool,
    escaped: bool,
}

impl Strings {
    fn holds(&mut self, byte: u8) -> bool {
        let before = self.within;
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.within => self.escaped = true,
            b'"' => self.within = !self.within,
            _ => {}
        }
        before || self.within
    }
}

/// With line breaks and two spaces for each level, keys in the order given.
pub(super) fn pretty(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    let mut strings = Strings::default();
    let (mut level, mut opened) = (0usize, false);
    for character in text.chars() {
        // A character beyond ASCII is none of those that matter.
        let held = strings.holds(u8::try_from(character).unwrap_or(b' '));
        let closes = !held && matches!(character, '}' | ']');
        if closes {
            level = level.saturating_sub(1);
        }
        // Nothing stands in an empty collection.
        if opened != closes {
            break_line(&mut out, level);
        }
        out.push(character);
        opened = !held && matches!(character, '{' | '[');
        match character {
            _ if held => {}
            '{' | '[' => level = level.saturating_add(1),
            ',' => break_line(&mut out, level),
            ':' => out.push(' '),
            _ => {}
        }
    }
    out
}

fn break_line(out: &mut String, level: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", level));
}
