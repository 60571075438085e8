//! JSON going out, written as it is told: of an answer only its text is wanted, so no tree is built of it.
//!
//! Nothing is allocated for a value, but for the first of each citation, and no member is generic: it costs one call,
//! in the WASM module too.

use std::fmt::{self, Display, Write as _};
use std::sync::Arc;

use crate::facts::MAX_SAFE;
use crate::syntax::{Node, NodeKind, Style};
use crate::value::Date;

/// A place where one value goes.
#[must_use = "a key needs a value"]
#[derive(Debug)]
pub(crate) struct Value<'o> {
    text: &'o mut String,
    cited: &'o mut Cited,
}

/// An object that is being written; it closes when it goes.
#[derive(Debug)]
pub(crate) struct Object<'o> {
    text: &'o mut String,
    cited: &'o mut Cited,
}

/// An array that is being written; it closes when it goes.
#[derive(Debug)]
pub(crate) struct Array<'o> {
    text: &'o mut String,
    cited: &'o mut Cited,
}

/// The citations that were written, each once, in the order in which they first came.
pub(crate) type Cited = Vec<String>;

/// The text of an object whose members `write` tells: an answer. Not behind a pointer, which would bring all answers
/// into the first of the two modules.
pub(crate) fn told(write: impl FnOnce(&mut Object<'_>)) -> String {
    let mut text = String::with_capacity(4096);
    write(&mut Value::top(&mut text, &mut Cited::new()).object());
    text
}

/// The text of one value.
pub(crate) fn told_value(write: impl FnOnce(Value<'_>)) -> String {
    let mut text = String::new();
    write(Value::top(&mut text, &mut Cited::new()));
    text
}

impl<'o> Value<'o> {
    /// The place at the end of a text, and of what was cited.
    pub(super) fn top(text: &'o mut String, cited: &'o mut Cited) -> Self {
        Self { text, cited }
    }

    /// `null`.
    pub(crate) fn null(self) {
        self.text.push_str("null");
    }

    /// `true` or `false`.
    pub(crate) fn flag(self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// An integer; one beyond ±[`MAX_SAFE`] is written as a string, since readers would round it.
    pub(crate) fn int(self, value: i64) {
        // Writing to a string cannot fail.
        let _ = if is_safe(value) { write!(self.text, "{value}") } else { write!(self.text, "\"{value}\"") };
    }

    /// A string.
    pub(crate) fn text(mut self, text: &str) {
        self.put_text(text);
    }

    fn put_text(&mut self, text: &str) {
        self.text.push('"');
        put_escaped(self.text, text);
        self.text.push('"');
    }

    /// A string, or `null` where there is none.
    pub(crate) fn maybe(self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A string: what `value` shows.
    pub(crate) fn shown(self, value: &dyn Display) {
        self.text.push('"');
        let _ = write!(Escaping(self.text), "{value}");
        self.text.push('"');
    }

    /// A node of a text that was read: plain `true` and `false` and safe integers become what they look like, all
    /// other text a string: `0.50` keeps its digits and the region code `0420` its zero.
    pub(crate) fn node(self, node: &Node) {
        match &node.kind {
            NodeKind::Null => self.null(),
            NodeKind::Scalar { text, style: Style::Plain } if is_plain(text) => self.text.push_str(text),
            NodeKind::Scalar { text, .. } => self.text(text),
            NodeKind::Sequence(items) => {
                let mut array = self.array();
                for item in items {
                    array.item().node(item);
                }
            }
            NodeKind::Mapping(entries) => {
                let mut object = self.object();
                for entry in entries {
                    object.named(&entry.key.text).node(&entry.value);
                }
            }
        }
    }

    /// JSON that is written already.
    pub(crate) fn written(self, json: &str) {
        self.text.push_str(json);
    }

    /// An object.
    pub(crate) fn object(self) -> Object<'o> {
        self.text.push('{');
        Object { text: self.text, cited: self.cited }
    }

    /// An array.
    pub(crate) fn array(self) -> Array<'o> {
        self.text.push('[');
        Array { text: self.text, cited: self.cited }
    }
}

impl Object<'_> {
    /// The place of the member `key`; each key is given once, and none of ours has a character to escape.
    pub(crate) fn at(&mut self, key: &'static str) -> Value<'_> {
        let first = matches!(self.text.as_bytes().last(), Some(b'{'));
        self.text.push_str(if first { "\"" } else { ",\"" });
        self.text.push_str(key);
        self.text.push_str("\":");
        Value { text: self.text, cited: self.cited }
    }

    /// The place of a member whose key is data.
    pub(crate) fn named(&mut self, key: &str) -> Value<'_> {
        let mut place = next(self.text, self.cited);
        place.put_text(key);
        place.text.push(':');
        place
    }

    /// A member that is `null`.
    pub(crate) fn null(&mut self, key: &'static str) {
        self.at(key).null();
    }

    /// A member that is `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str, value: bool) {
        self.at(key).flag(value);
    }

    /// A member that is an integer.
    pub(crate) fn int(&mut self, key: &'static str, value: i64) {
        self.at(key).int(value);
    }

    /// A member that counts; it saturates, which is written as a string like any integer that is not safe.
    pub(crate) fn count(&mut self, key: &'static str, value: usize) {
        self.int(key, i64::try_from(value).unwrap_or(i64::MAX));
    }

    /// A member that is a string.
    pub(crate) fn text(&mut self, key: &'static str, text: &str) {
        self.at(key).text(text);
    }

    /// A member that is a string, or `null`.
    pub(crate) fn maybe(&mut self, key: &'static str, text: Option<&str>) {
        self.at(key).maybe(text);
    }

    /// A member that is a string, if there is one.
    pub(crate) fn some(&mut self, key: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// A member that is a citation, which the table at the end of the answer then has ([`super::citations`]).
    pub(crate) fn cite(&mut self, key: &'static str, citation: &str) {
        add(self.cited, citation);
        self.text(key, citation);
    }

    /// A member that is a citation, or `null`.
    pub(crate) fn cite_maybe(&mut self, key: &'static str, citation: Option<&str>) {
        match citation {
            Some(citation) => self.cite(key, citation),
            None => self.null(key),
        }
    }

    /// What was cited so far; it is forgotten.
    pub(super) fn take_cited(&mut self) -> Cited {
        std::mem::take(self.cited)
    }

    /// A place at the end of another text, whose citations are of this one.
    pub(super) fn apart<'a>(&'a mut self, text: &'a mut String) -> Value<'a> {
        Value::top(text, self.cited)
    }

    /// A member that is a string: what `value` shows.
    pub(crate) fn shown(&mut self, key: &'static str, value: &dyn Display) {
        self.at(key).shown(value);
    }

    /// A member that is a day, or `null`.
    pub(crate) fn day(&mut self, key: &'static str, day: Option<Date>) {
        match day {
            Some(day) => self.shown(key, &day),
            None => self.null(key),
        }
    }

    /// A member that is a list of names.
    pub(crate) fn texts(&mut self, key: &'static str, texts: &[Arc<str>]) {
        let mut array = self.array(key);
        for text in texts {
            array.text(text);
        }
    }

    /// A member that is an object.
    pub(crate) fn object(&mut self, key: &'static str) -> Object<'_> {
        self.at(key).object()
    }

    /// A member that is an array.
    pub(crate) fn array(&mut self, key: &'static str) -> Array<'_> {
        self.at(key).array()
    }
}

impl Array<'_> {
    /// The place of the next item.
    pub(crate) fn item(&mut self) -> Value<'_> {
        next(self.text, self.cited)
    }

    /// An item that is a string.
    pub(crate) fn text(&mut self, text: &str) {
        self.item().text(text);
    }

    /// An item that is a citation.
    pub(crate) fn cite(&mut self, citation: &str) {
        add(self.cited, citation);
        self.text(citation);
    }

    /// An item that is an object.
    pub(crate) fn object(&mut self) -> Object<'_> {
        self.item().object()
    }

    /// Closes it.
    pub(crate) fn end(self) {}
}

impl Drop for Object<'_> {
    fn drop(&mut self) {
        self.text.push('}');
    }
}

impl Drop for Array<'_> {
    fn drop(&mut self) {
        self.text.push(']');
    }
}

/// A comma, unless a bracket was opened just now (no value ends with one), and the place behind it.
fn next<'o>(text: &'o mut String, cited: &'o mut Cited) -> Value<'o> {
    if !matches!(text.as_bytes().last(), Some(b'{' | b'[')) {
        text.push(',');
    }
    Value { text, cited }
}

/// Remembers a citation.
fn add(cited: &mut Cited, text: &str) {
    if !cited.iter().any(|known| known == text) {
        cited.push(text.to_owned());
    }
}

/// What is shown, escaped as it comes.
struct Escaping<'o>(&'o mut String);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        put_escaped(self.0, text);
        Ok(())
    }
}

/// Writes the inside of a string as RFC 8785 wants it: short escapes where JSON has them, `\u00xx` in lower case for
/// other control characters, everything else as it is.
fn put_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    // Each place is ASCII, so no cut splits a character.
    while let Some((clean, tail)) = special(rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(clean);
        let mut tail = tail.chars();
        match tail.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\u{8}') => out.push_str("\\b"),
            Some('\t') => out.push_str("\\t"),
            Some('\n') => out.push_str("\\n"),
            Some('\u{c}') => out.push_str("\\f"),
            Some('\r') => out.push_str("\\r"),
            Some(control) => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            None => {}
        }
        rest = tail.as_str();
    }
    out.push_str(rest);
}

/// Where the first byte stands that a string cannot hold as it is. A plain loop: most time of writing is spent here,
/// and in the WASM module, which is made small, the iterators of the library are calls.
fn special(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        if matches!(byte, b'"' | b'\\' | 0..0x20) {
            return bytes.len().checked_sub(rest.len());
        }
        rest = after;
    }
    None
}

/// Whether text without quotes is `true`, `false` or a safe integer in the one way JSON writes it.
fn is_plain(text: &str) -> bool {
    matches!(text, "true" | "false") || safe_integer(text).is_some()
}

/// An integer in the one way JSON writes it, if it is safe.
pub(super) fn safe_integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let padded = digits.starts_with('0') && text != "0";
    if padded || !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|value| is_safe(*value))
}

fn is_safe(value: i64) -> bool {
    value.unsigned_abs() <= MAX_SAFE.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_and_brackets_close() {
        let text = told(|o| {
            o.text("kind", "range [");
            o.int("days", 3);
            o.int("beyond", MAX_SAFE + 1);
            o.array("none").end();
            let mut list = o.array("list");
            list.object().shown("a", &"c\"\n");
            list.text("{");
            list.item().null();
            list.end();
            o.named("键\"").flag(true);
            drop(o.object("empty"));
        });
        let expected = concat!(
            r#"{"kind":"range [","days":3,"beyond":"9007199254740992","none":[],"#,
            r#""list":[{"a":"c\"\n"},"{",null],"键\"":true,"empty":{}}"#
        );
        assert_eq!(text, expected);
    }
}
