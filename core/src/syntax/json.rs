//! JSON (RFC 8259) → tree: numbers keep their digits, and every value knows its place.
//!
//! Facts arrive as JSON for each case, so this reader looks at each byte once and copies each text
//! in one go.

use super::{Entry, Key, MAX_DEPTH, MAX_NODES, Node, NodeKind, Style};
use super::{admit, drop_duplicates, empty_file, too_deep, too_many};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::source::{Source, Span};
use std::borrow::Cow;

/// Reads one JSON value; after a syntax error there is no tree.
///
/// ```
/// # use cailiang::{source::Source, syntax::read_json};
/// let (tree, _) = read_json(&Source::new("facts.json", r#"{"货值金额": 9999.990}"#));
/// assert_eq!(tree.unwrap().get("货值金额").unwrap().as_str(), Some("9999.990"));
/// ```
#[must_use]
pub fn read_json(source: &Source) -> (Option<Node>, Vec<Diagnostic>) {
    let mut sink = Sink::new(source);
    let (text, mark) = match admit(source) {
        Ok((text, mark, warning)) => {
            sink.extend(warning);
            (text, mark)
        }
        Err(refused) => {
            sink.push(refused);
            return (None, sink.into_vec());
        }
    };
    let mut reader = JsonReader { text, at: 0, mark, nodes: 0, sink };
    let tree = match reader.document() {
        Ok(tree) => Some(tree),
        Err(failure) => {
            reader.sink.push(*failure);
            None
        }
    };
    (tree, reader.sink.into_vec())
}

/// The members of a JSON object as far as they can be read, each that a comma or the closing bracket follows: what a
/// text says of itself before it goes wrong. None of a text that is no object. A key may stand there twice.
///
/// ```
/// # use cailiang::{source::Source, syntax::read_json_members};
/// let members = read_json_members(&Source::new("request", r#"{"id": 7, "facts": oops}"#));
/// assert_eq!((members.len(), members[0].value.as_str()), (1, Some("7")));
/// ```
#[must_use]
pub fn read_json_members(source: &Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Ok((text, mark, _)) = admit(source) {
        let mut reader = JsonReader { text, at: 0, mark, nodes: 0, sink: Sink::new(source) };
        reader.skip_space();
        if reader.peek() == Some(b'{') {
            // Where it stops is told by who reads the whole.
            let _ = reader.members(0, &mut entries);
        }
    }
    entries
}

/// Boxed: a diagnostic is large, and every value that is read returns one of these.
type Read<T> = Result<T, Box<Diagnostic>>;

struct JsonReader<'a> {
    text: &'a str,
    /// Byte offset of what comes next.
    at: usize,
    /// Length of the byte order mark before `text`.
    mark: usize,
    nodes: usize,
    sink: Sink,
}

impl JsonReader<'_> {
    fn document(&mut self) -> Read<Node> {
        self.skip_space();
        if self.peek().is_none() {
            return Err(Box::new(empty_file()));
        }
        let node = self.value(0)?;
        self.skip_space();
        if self.peek().is_some() {
            let message = "there is more text after the value";
            return Err(self.error(self.at, message, "a file holds one JSON value"));
        }
        Ok(node)
    }

    fn value(&mut self, depth: usize) -> Read<Node> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > MAX_NODES {
            return Err(Box::new(too_many(self.here())));
        }
        let start = self.at;
        let kind = match self.peek() {
            Some(b'"') => NodeKind::Scalar { text: self.string()?, style: Style::Quoted },
            Some(b'-' | b'0'..=b'9') => plain(self.number()?),
            Some(b'{') => self.mapping(depth)?,
            Some(b'[') => self.sequence(depth)?,
            Some(b't') if self.take_word("true") => plain("true"),
            Some(b'f') if self.take_word("false") => plain("false"),
            Some(b'n') if self.take_word("null") => NodeKind::Null,
            _ => return Err(self.unexpected("a value")),
        };
        Ok(Node { span: self.span(start), kind })
    }

    fn mapping(&mut self, depth: usize) -> Read<NodeKind> {
        let mut entries = Vec::new();
        self.members(depth, &mut entries)?;
        let sink = &mut self.sink;
        drop_duplicates(&mut entries, &mut |diagnostic| sink.push(diagnostic));
        Ok(NodeKind::Mapping(entries))
    }

    /// The members of an object. Where one cannot be read, `entries` has those before it: each that a comma or the
    /// closing bracket follows.
    fn members(&mut self, depth: usize, entries: &mut Vec<Entry>) -> Read<()> {
        self.open(depth)?;
        if !self.take(b'}') {
            loop {
                let start = self.at;
                if self.peek() != Some(b'"') {
                    return Err(self.unexpected("a key in double quotes"));
                }
                let text = self.string()?;
                let key = Key { text, span: self.span(start) };
                self.skip_space();
                if !self.take(b':') {
                    return Err(self.unexpected("`:` after the key"));
                }
                self.skip_space();
                let value = self.value(depth.saturating_add(1))?;
                self.skip_space();
                if matches!(self.peek(), Some(b',' | b'}')) {
                    entries.push(Entry { key, value });
                }
                if self.close(b'}', "`,` or `}`")? {
                    break;
                }
            }
        }
        Ok(())
    }

    fn sequence(&mut self, depth: usize) -> Read<NodeKind> {
        self.open(depth)?;
        let mut items = Vec::new();
        if !self.take(b']') {
            loop {
                items.push(self.value(depth.saturating_add(1))?);
                if self.close(b']', "`,` or `]`")? {
                    break;
                }
            }
        }
        Ok(NodeKind::Sequence(items))
    }

    /// Takes the opening bracket, which is there.
    fn open(&mut self, depth: usize) -> Read<()> {
        if depth >= MAX_DEPTH {
            return Err(Box::new(too_deep(self.here())));
        }
        self.skip(1);
        self.skip_space();
        Ok(())
    }

    /// After a member: whether the collection ends; otherwise a comma was taken.
    fn close(&mut self, bracket: u8, expected: &str) -> Read<bool> {
        self.skip_space();
        if self.take(bracket) {
            return Ok(true);
        }
        if !self.take(b',') {
            return Err(self.unexpected(expected));
        }
        self.skip_space();
        if matches!(self.peek(), Some(b'}' | b']')) {
            let before = self.at.saturating_sub(1);
            return Err(self.error(before, "nothing follows this comma", "remove the comma"));
        }
        Ok(false)
    }

    /// Takes a string, whose opening quote is there. Stretches between escapes are copied whole.
    fn string(&mut self) -> Read<String> {
        let start = self.at;
        self.skip(1);
        let mut text = Cow::Borrowed("");
        loop {
            let from = self.at;
            let rest = self.text.as_bytes().get(from..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)) else {
                return Err(self.error(start, "this text never ends", "close the quote"));
            };
            self.skip(length);
            // Both ends are at ASCII bytes, so the stretch splits no character.
            let stretch = self.text.get(from..self.at).unwrap_or_default();
            if text.is_empty() {
                text = Cow::Borrowed(stretch);
            } else {
                text.to_mut().push_str(stretch);
            }
            match rest.get(length) {
                Some(b'"') => {
                    self.skip(1);
                    return Ok(text.into_owned());
                }
                Some(b'\\') => text.to_mut().push(self.escape()?),
                _ => {
                    let message = "a control character stands in a text";
                    return Err(self.error(self.at, message, "write it as `\\n`, `\\t` or `\\u00…`"));
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        self.skip(1);
        let letter = self.peek();
        self.skip(1);
        let plain = match letter {
            Some(same @ (b'"' | b'\\' | b'/')) => char::from(same),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => {
                let message = "JSON has no such escape";
                return Err(self.error(start, message, "a backslash itself is written `\\\\`"));
            }
        };
        Ok(plain)
    }

    /// After `\u`: one unit, or two that make a surrogate pair.
    fn unicode_escape(&mut self, start: usize) -> Read<char> {
        let mut units = [self.hex4(start)?, 0];
        let mut count = 1;
        if (0xd800..0xdc00).contains(&units[0]) && self.take_word("\\u") {
            units = [units[0], self.hex4(start)?];
            count = 2;
        }
        let mut decoded = char::decode_utf16(units.into_iter().take(count));
        match (decoded.next(), decoded.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => {
                let message = "half of a surrogate pair stands alone";
                Err(self.error(start, message, "write the character itself, or both halves"))
            }
        }
    }

    fn hex4(&mut self, start: usize) -> Read<u16> {
        let digits = self.text.get(self.at..self.at.saturating_add(4)).unwrap_or_default();
        let all_hex = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u16::from_str_radix(digits, 16) {
            Ok(unit) if all_hex => {
                self.skip(4);
                Ok(unit)
            }
            _ => Err(self.error(start, "`\\u` needs four hexadecimal digits", "write `\\u00e9`")),
        }
    }

    /// Takes a number and returns it exactly as written.
    fn number(&mut self) -> Read<&str> {
        let start = self.at;
        let _minus = self.take(b'-');
        let whole = self.at;
        let digits = self.digits();
        let zero_led = digits > 1 && self.text.as_bytes().get(whole) == Some(&b'0');
        let mut good = digits > 0 && !zero_led;
        if good && self.take(b'.') {
            good = self.digits() > 0;
        }
        if good && (self.take(b'e') || self.take(b'E')) {
            let _sign = self.take(b'+') || self.take(b'-');
            good = self.digits() > 0;
        }
        if !good {
            let help = "write `0.5`, not `.5`, `5.` or `05`";
            return Err(self.error(start, "this is not a JSON number", help));
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Takes digits and counts them.
    fn digits(&mut self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.skip(count);
        count
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.skip(1);
        }
    }

    /// Takes `expected` if it comes next.
    fn take(&mut self, expected: u8) -> bool {
        let there = self.peek() == Some(expected);
        if there {
            self.skip(1);
        }
        there
    }

    /// The same for several bytes.
    fn take_word(&mut self, expected: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let there = rest.starts_with(expected.as_bytes());
        if there {
            self.skip(expected.len());
        }
        there
    }

    fn span(&self, start: usize) -> Span {
        Span::of(start.saturating_add(self.mark)..self.at.saturating_add(self.mark))
    }

    /// The character that comes next, or the end of the text.
    fn here(&self) -> Span {
        self.character_at(self.at)
    }

    fn character_at(&self, at: usize) -> Span {
        let next = self.text.get(at..).and_then(|rest| rest.chars().next());
        let start = at.min(self.text.len()).saturating_add(self.mark);
        Span::of(start..start.saturating_add(next.map_or(0, char::len_utf8)))
    }

    fn unexpected(&self, expected: &str) -> Box<Diagnostic> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (found, help) = match rest.chars().next() {
            None => ("the end of the text".to_owned(), "a bracket may be left open".to_owned()),
            Some(found @ ('：' | '，' | '“' | '”' | '｛' | '｝' | '［' | '］')) => {
                (format!("the full-width `{found}`"), "type the ASCII character".to_owned())
            }
            Some('\'') => ("`'`".to_owned(), "JSON texts stand in double quotes".to_owned()),
            Some(found) => (format!("`{}`", found.escape_debug()), format!("write {expected} here")),
        };
        self.error(self.at, format!("expected {expected}, found {found}"), help)
    }

    fn error(&self, at: usize, message: impl Into<String>, help: impl Into<String>) -> Box<Diagnostic> {
        let span = self.character_at(at);
        Box::new(Diagnostic::error(Code::SyntaxError, span, message).help(help))
    }
}

fn plain(text: &str) -> NodeKind {
    NodeKind::Scalar { text: text.to_owned(), style: Style::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        read_json(&Source::new("a.json", text))
    }

    #[test]
    fn scalars() {
        use Style::{Plain, Quoted};
        for (text, expected, style) in [
            ("0", "0", Plain),
            ("-0", "-0", Plain),
            ("9999.990", "9999.990", Plain),
            ("-1.5E+10", "-1.5E+10", Plain),
            ("12345678901234567890.123", "12345678901234567890.123", Plain),
            (" true\n", "true", Plain),
            ("false", "false", Plain),
            (r#""""#, "", Quoted),
            (r#""罚款""#, "罚款", Quoted),
            (r#""\u7f5a款\n\"\\\/\b\f\r\t""#, "罚款\n\"\\/\u{8}\u{c}\r\t", Quoted),
            (r#""\ud83d\uDE00!""#, "😀!", Quoted),
            (r#""\u0000\u20ac\u000F""#, "\0€\u{f}", Quoted),
            ("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}", Quoted),
        ] {
            let (tree, diagnostics) = read(text);
            assert_eq!(diagnostics, [], "{text}");
            let expected = NodeKind::Scalar { text: expected.to_owned(), style };
            assert_eq!(tree.unwrap().kind, expected, "{text}");
        }
        assert_eq!(read("null").0.unwrap().kind, NodeKind::Null);
    }

    #[test]
    fn the_example_of_rfc_8259() {
        let source = Source::new(
            "a.json",
            r#"{"Image": {"Width": 800, "Title": "View from 15th Floor",
                "Thumbnail": {"Url": "http://www.example.com/image/481989943", "Height": 125},
                "Animated" : false, "IDs": [116, 943, 234, 38793]}}"#,
        );
        let (tree, diagnostics) = read_json(&source);
        assert_eq!(diagnostics, []);
        let tree = tree.unwrap();
        let image = tree.get("Image").unwrap();
        assert_eq!(source.slice(image.get("Width").unwrap().span), "800");
        assert_eq!(source.slice(image.get("IDs").unwrap().span), "[116, 943, 234, 38793]");
        assert_eq!(image.get("IDs").unwrap().items()[3].as_str(), Some("38793"));
        assert_eq!(source.slice(image.entries()[3].key.span), "\"Animated\"");
        assert!(source.slice(image.span).ends_with("38793]}"));
    }

    #[test]
    fn errors_say_where() {
        // (text, offset in bytes, message)
        for (text, at, message) in [
            ("{\"甲\": }", 8, "expected a value, found `}`"),
            ("{\"甲\" 1}", 7, "expected `:` after the key, found `1`"),
            ("{甲: 1}", 1, "expected a key in double quotes, found `甲`"),
            ("{\"甲\"：1}", 6, "expected `:` after the key, found the full-width `：`"),
            ("[1 2]", 3, "expected `,` or `]`, found `2`"),
            ("[1,]", 2, "nothing follows this comma"),
            ("{\"a\":1,}", 6, "nothing follows this comma"),
            ("[1", 2, "expected `,` or `]`, found the end of the text"),
            ("\"甲", 0, "this text never ends"),
            ("\"a\tb\"", 2, "a control character stands in a text"),
            ("\"\\x\"", 1, "JSON has no such escape"),
            ("\"\\u12g4\"", 1, "`\\u` needs four hexadecimal digits"),
            ("\"\\u+123\"", 1, "`\\u` needs four hexadecimal digits"),
            ("\"a\\ud83d\"", 2, "half of a surrogate pair stands alone"),
            ("\"\\ude00\"", 1, "half of a surrogate pair stands alone"),
            ("\"\\ud83d\\u0041\"", 1, "half of a surrogate pair stands alone"),
            ("01", 0, "this is not a JSON number"),
            ("-", 0, "this is not a JSON number"),
            ("1.", 0, "this is not a JSON number"),
            ("1e", 0, "this is not a JSON number"),
            (".5", 0, "expected a value, found `.`"),
            ("+1", 0, "expected a value, found `+`"),
            ("NaN", 0, "expected a value, found `N`"),
            ("True", 0, "expected a value, found `T`"),
            ("truex", 4, "there is more text after the value"),
            ("{} {}", 3, "there is more text after the value"),
            ("  ", 0, "the file holds nothing"),
            ("\u{feff}", 0, "the file holds nothing"),
        ] {
            let (tree, diagnostics) = read(text);
            assert_eq!(tree, None, "{text}");
            let last = diagnostics.last().unwrap();
            assert_eq!((last.message.as_str(), last.span().start), (message, at), "{text}");
        }
    }

    #[test]
    fn a_byte_order_mark_shifts_no_span() {
        let source = Source::new("a.json", "\u{feff}{\"甲\": 1}");
        let (tree, diagnostics) = read_json(&source);
        assert_eq!(source.slice(tree.unwrap().get("甲").unwrap().span), "1");
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].code, Code::ByteOrderMark);
        assert!(!diagnostics[0].is_error());
    }

    #[test]
    fn nesting_is_limited() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(MAX_DEPTH)).0.is_some());
        let (tree, diagnostics) = read(&nested(MAX_DEPTH + 1));
        assert_eq!(tree, None);
        assert_eq!(diagnostics[0].code, Code::LimitExceeded);
        assert_eq!(read(&"[".repeat(1_000_000)).1[0].code, Code::LimitExceeded);
    }
}
