//! JSON as a value, for hosts written in Rust and for tests: what an answer says can be looked up in it.
//!
//! No answer is made of it: those are written straight into text.

use std::borrow::Cow;

use super::layout;
use super::write::{Value, safe_integer, told_value};
use crate::gather::Gather as _;
use crate::source::Source;
use crate::syntax::{Node, NodeKind, Style, read_json};

/// A JSON value without fractions: decimals cross as strings.
///
/// ```
/// # use cailiang::answer::Json;
/// let json = Json::object([("kind", "range".into()), ("days", 3.into())]);
/// assert_eq!(json.write(), r#"{"kind":"range","days":3}"#);
/// assert_eq!(json.write_canonical(), r#"{"days":3,"kind":"range"}"#);
/// assert_eq!(Json::from(9_007_199_254_740_992_i64).write(), r#""9007199254740992""#);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer; one beyond ±[`MAX_SAFE`](crate::facts::MAX_SAFE) is written as a string, since readers would round
    /// it.
    Int(i64),
    /// A string.
    Str(Cow<'static, str>),
    /// An array.
    Array(Vec<Json>),
    /// An object in the order to write it; the caller gives each key once.
    Object(Vec<(Cow<'static, str>, Json)>),
}

impl Json {
    /// An object of these members, in this order.
    #[must_use]
    pub fn object(members: impl Into<Vec<(&'static str, Json)>>) -> Self {
        Self::Object(members.into().into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).gather())
    }

    /// An array of these items.
    #[must_use]
    pub fn array<V: Into<Json>>(items: impl IntoIterator<Item = V>) -> Self {
        Self::Array(items.into_iter().map(Into::into).gather())
    }

    /// The member `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The value of an integer.
    #[must_use]
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(value) => Some(*value),
            _ => None,
        }
    }

    /// The value of `true` and `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The items of an array; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Json] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; none for anything else.
    #[must_use]
    pub fn members(&self) -> &[(Cow<'static, str>, Json)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The value of a text that is JSON; null for one that is none.
    ///
    /// What [`crate::serve::handle`] and the functions beside it answer is text; this is for whoever looks into it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (node, _) = read_json(&Source::new("", text));
        node.as_ref().map_or(Self::Null, Self::from)
    }

    /// Compact, keys in the order given.
    #[must_use]
    pub fn write(&self) -> String {
        told_value(|place| self.put(place))
    }

    /// With line breaks and two spaces for each level, keys in the order given.
    #[must_use]
    pub fn write_pretty(&self) -> String {
        layout::pretty(&self.write())
    }

    /// The canonical form of RFC 8785: compact, keys sorted by UTF-16 units; what digests are over.
    #[must_use]
    pub fn write_canonical(&self) -> String {
        layout::canonical(&self.write(), true)
    }

    fn put(&self, place: Value<'_>) {
        match self {
            Self::Null => place.null(),
            Self::Bool(value) => place.flag(*value),
            Self::Int(value) => place.int(*value),
            Self::Str(text) => place.text(text),
            Self::Array(items) => {
                let mut array = place.array();
                for item in items {
                    item.put(array.item());
                }
            }
            Self::Object(members) => {
                let mut object = place.object();
                for (key, value) in members {
                    value.put(object.named(key));
                }
            }
        }
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<i32> for Json {
    fn from(value: i32) -> Self {
        Self::Int(value.into())
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}

/// A count; saturates, which is written as a string like any integer that is not safe.
impl From<usize> for Json {
    fn from(value: usize) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Self {
        Self::Str(Cow::Borrowed(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Str(Cow::Owned(text))
    }
}

impl From<Cow<'static, str>> for Json {
    fn from(text: Cow<'static, str>) -> Self {
        Self::Str(text)
    }
}

impl From<Vec<Json>> for Json {
    fn from(items: Vec<Json>) -> Self {
        Self::Array(items)
    }
}

/// Nothing is `null`.
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Plain `true` and `false` and safe integers become what they look like, all other text a string:
/// `0.50` keeps its digits and the region code `0420` its zero.
impl From<&Node> for Json {
    fn from(node: &Node) -> Self {
        match &node.kind {
            NodeKind::Null => Self::Null,
            NodeKind::Scalar { text, style: Style::Plain } => match text.as_str() {
                "true" => Self::Bool(true),
                "false" => Self::Bool(false),
                _ => safe_integer(text).map_or_else(|| Self::Str(text.clone().into()), Self::Int),
            },
            NodeKind::Scalar { text, style: Style::Quoted } => Self::Str(text.clone().into()),
            NodeKind::Sequence(items) => Self::array(items),
            NodeKind::Mapping(entries) => {
                let members = entries.iter().map(|entry| (entry.key.text.clone().into(), (&entry.value).into()));
                Self::Object(members.gather())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::MAX_SAFE;
    use crate::syntax::read_yaml;

    fn parse(text: &str) -> Json {
        let (node, diagnostics) = read_json(&Source::new("a.json", text));
        assert_eq!(diagnostics, [], "{text}");
        (&node.unwrap()).into()
    }

    #[test]
    fn canonical_order_is_by_utf16_units() {
        // RFC 8785, 3.2.3: a surrogate pair (d83d…) sorts before U+FB33, though its scalar is larger
        let json = parse(
            r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
                "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
                "\u00f6": "Latin Small Letter O With Diaeresis"}"#,
        );
        let expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
            \"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\
            \"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
        assert_eq!(json.write_canonical(), expected);
        let nested =
            Json::object([("b", Json::array([Json::object([("d", 1.into()), ("c", 2.into())])])), ("a", Json::Null)]);
        assert_eq!(nested.write_canonical(), r#"{"a":null,"b":[{"c":2,"d":1}]}"#);
        assert_eq!(nested.write(), r#"{"b":[{"d":1,"c":2}],"a":null}"#);
    }

    #[test]
    fn strings_are_escaped_as_rfc_8785_does() {
        let text = "€$\u{f}\nA'B\"\\\"/\u{8}\u{c}\r\t\u{1f}\u{7f}\u{2028}罚😀";
        let written = "\"€$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\f\\r\\t\\u001f\u{7f}\u{2028}罚😀\"";
        let json = Json::from(text.to_owned());
        assert_eq!(json.write_canonical(), written);
        assert_eq!(parse(written), json);
    }

    #[test]
    fn integers_stay_exact() {
        for (value, written) in [
            (0, "0"),
            (-MAX_SAFE, "-9007199254740991"),
            (MAX_SAFE, "9007199254740991"),
            (MAX_SAFE + 1, "\"9007199254740992\""),
            (i64::MIN, "\"-9223372036854775808\""),
        ] {
            assert_eq!(Json::from(value).write_canonical(), written);
        }
    }

    #[test]
    fn nodes_become_what_they_look_like() {
        let text = "[true, false, ~, 0, -12, 9007199254740991, 9007199254740992, 007, -0, +1, 1.50, 1e3, '1', 5元]";
        let (node, _) = read_yaml(&Source::new("a.yaml", text));
        let written = Json::from(&node.unwrap()).write();
        let expected =
            r#"[true,false,null,0,-12,9007199254740991,"9007199254740992","007","-0","+1","1.50","1e3","1","5元"]"#;
        assert_eq!(written, expected);
    }

    #[test]
    fn pretty_keeps_empty_collections_short() {
        let json = parse(r#"{"a":[],"b":{},"c":[1,{"d":null}]}"#);
        let expected = "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": null\n    }\n  ]\n}";
        assert_eq!(json.write_pretty(), expected);
        assert_eq!(parse(expected), json);
    }

    #[test]
    fn members_are_found() {
        let json = parse(r#"{"甲": "乙", "n": 3, "t": true, "l": [1]}"#);
        assert_eq!(json.get("甲").and_then(Json::as_str), Some("乙"));
        assert_eq!(json.get("n").and_then(Json::as_int), Some(3));
        assert_eq!(json.get("t").and_then(Json::as_bool), Some(true));
        assert_eq!(json.get("l").unwrap().items().len(), 1);
        assert_eq!(json.members().len(), 4);
        assert_eq!(json.get("x"), None);
        assert_eq!(Json::Null.get("x"), None);
        assert_eq!(Json::from(None::<i64>), Json::Null);
    }
}
