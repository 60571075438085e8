//! A public word at its place in a request or an answer.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use cailiang::Lang;
use cailiang::vocabulary::Vocabulary;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A word of the vocabulary. The words, their names and their pages are said once, in [`cailiang::vocabulary`].
///
/// ```
/// use cailiang::vocabulary::SanctionKind;
/// use cailiang_contract::Word;
///
/// let word: Word<SanctionKind> = serde_json::from_str(r#""fine""#).unwrap();
/// assert_eq!(*word, SanctionKind::Fine);
/// let wrong = serde_json::from_str::<Word<SanctionKind>>(r#""Fine""#).unwrap_err();
/// assert!(wrong.to_string().starts_with("unknown variant `Fine`, expected"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<T>(pub T);

impl<T> Deref for Word<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Word<T> {
    fn from(word: T) -> Self {
        Self(word)
    }
}

impl<T: Vocabulary> fmt::Debug for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl<T: Vocabulary> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<'de, T: Vocabulary> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        T::parse(&word).map(Self).ok_or_else(|| {
            let wanted: Vec<String> = T::FAMILY.words.iter().map(|word| format!("`{}`", word.slug)).collect();
            D::Error::custom(format!("unknown variant `{word}`, expected one of {}", wanted.join(", ")))
        })
    }
}

impl<T: Vocabulary> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::FAMILY.id.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let family = T::FAMILY;
        let slugs: Vec<&str> = family.words.iter().map(|word| word.slug).collect();
        let mut description = format!("{} ({}).\n", capital(family.en), family.zh);
        for word in family.words {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| word.said(lang).name);
            description.push_str(&format!("\n- `{}`: {en} ({zh})", word.slug));
        }
        json_schema!({"type": "string", "enum": slugs, "description": description})
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
