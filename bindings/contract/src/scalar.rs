//! What numbers, days and the version of the contract are in JSON.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use cailiang::value::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

/// An exact number as text: a decimal, or a fraction `n/d` where the decimal would not end.
///
/// ```
/// use cailiang_contract::Decimal;
///
/// assert_eq!(Decimal::new("-0.50").unwrap().as_str(), "-0.50");
/// assert_eq!(Decimal::new("100000/3").unwrap().as_str(), "100000/3");
/// assert!(["1e3", "1.", ".5", "+1", "1/-2", "", "1,000"].into_iter().all(|text| Decimal::new(text).is_none()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(String);

impl Decimal {
    /// The form, as a regular expression of JSON Schema.
    const PATTERN: &'static str = "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$";

    /// A text that has the form of a number.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = text.strip_prefix('-').unwrap_or(&text);
        let well_formed = match unsigned.split_once(['.', '/']) {
            Some((whole, rest)) => digits(whole) && digits(rest),
            None => digits(unsigned),
        };
        well_formed.then_some(Self(text))
    }

    /// As it stands in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(text.as_str()).ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &"a decimal as text"))
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": Self::PATTERN,
            "description": "An exact number as text: a decimal, or a fraction n/d where the decimal would not end."
        })
    }
}

/// A day of the calendar, written `2024-03-01`.
///
/// ```
/// let day: cailiang_contract::Day = serde_json::from_str(r#""2024-02-29""#).unwrap();
/// assert_eq!(day.0.to_string(), "2024-02-29");
/// assert!(serde_json::from_str::<cailiang_contract::Day>(r#""2023-02-29""#).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || D::Error::invalid_value(Unexpected::Str(&text), &"a day such as 2024-03-01");
        Date::parse(&text).map(Self).map_err(|_| wrong())
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date"})
    }
}

/// The version of the contract: 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContractVersion;

impl Serialize for ContractVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(crate::CONTRACT)
    }
}

impl<'de> Deserialize<'de> for ContractVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(deserializer)?;
        let known = number.as_i64() == Some(crate::CONTRACT);
        known.then_some(Self).ok_or_else(|| D::Error::custom(format!("contract {number}, where this is of contract 1")))
    }
}

impl JsonSchema for ContractVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ContractVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"const": crate::CONTRACT, "description": "The version of the contract."})
    }
}

/// What has a word of its own under `kind`.
pub trait Kinded {
    /// The word.
    const KIND: &'static str;
}

/// The word under `kind` of a `T`: always the same one.
pub struct Kind<T>(PhantomData<T>);

impl<T> Kind<T> {
    /// The word.
    pub const THIS: Self = Self(PhantomData);
}

impl<T> Clone for Kind<T> {
    fn clone(&self) -> Self {
        Self::THIS
    }
}

impl<T> PartialEq for Kind<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T: Kinded> fmt::Debug for Kind<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND)
    }
}

impl<T: Kinded> Serialize for Kind<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(T::KIND)
    }
}

impl<'de, T: Kinded> Deserialize<'de> for Kind<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let other = || D::Error::invalid_value(Unexpected::Str(&word), &T::KIND);
        (word == T::KIND).then_some(Self::THIS).ok_or_else(other)
    }
}

impl<T: Kinded> JsonSchema for Kind<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::KIND.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"const": T::KIND})
    }
}

/// What a `certain` that is absent means.
pub(crate) fn yes() -> bool {
    true
}

/// A `certain` that is true is left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(crate) fn is_true(flag: &bool) -> bool {
    *flag
}

/// Reads a member that may be absent, null or there: null is `Some(None)`.
pub(crate) fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Reads a count, also where serde holds the numbers of a tagged union as text.
pub(crate) fn count<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let number = Number::deserialize(from)?;
    number.as_u64().ok_or_else(|| D::Error::custom(format!("{number}, where a count is expected")))
}
