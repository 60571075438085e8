//! The answers: one tagged union, told apart by `kind`.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::{
    Applicants, CaseReview, Decision, Description, Diagnostics, Explained, Failure, Kinded, Licence, Nearest, Penalty,
    ProcedureAnswer, Questions, Replay, Review, Tiers, Version,
};

/// Makes the union of the answers: `Type = "word under kind"`.
macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident = $kind:literal,)+) => {
        /// What the engine answers, by its `kind`.
        ///
        /// ```
        /// use cailiang_contract::Answer;
        ///
        /// let answer: Answer = cailiang::serve::handle("{}").parse().unwrap();
        /// let Answer::Failure(failure) = answer else { panic!("a request without a ruleset is answered") };
        /// assert_eq!(failure.code, "missing-key");
        /// ```
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $($(#[$doc])* $name($name),)+
        }

        $(impl Kinded for $name {
            const KIND: &'static str = $kind;
        })+

        $(impl From<$name> for Answer {
            fn from(answer: $name) -> Self {
                Self::$name(answer)
            }
        })+

        impl<'de> Deserialize<'de> for Answer {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                match value.get("kind").and_then(Value::as_str) {
                    $(Some($kind) => serde_json::from_value(value).map(Self::$name).map_err(D::Error::custom),)+
                    Some(kind) => Err(D::Error::unknown_variant(kind, &[$($kind),+])),
                    None => Err(D::Error::missing_field("kind")),
                }
            }
        }

        impl JsonSchema for Answer {
            fn schema_name() -> Cow<'static, str> {
                "Answer".into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let each = [$(generator.subschema_for::<$name>()),+];
                json_schema!({"oneOf": each})
            }
        }
    };
}

answers! {
    /// The outcome of an offence.
    Penalty = "penalty",
    /// The outcome of a licence.
    Licence = "licence",
    /// Several applicants for one licence.
    Applicants = "applicants",
    /// The questions that still matter.
    Questions = "questions",
    /// What is wrong with ruleset texts.
    Diagnostics = "diagnostics",
    /// A decision held against the outcome.
    Review = "review",
    /// A decision on a whole case held against it.
    CaseReview = "case_review",
    /// A receipt held against today's.
    Replay = "replay",
    /// A whole case.
    Decision = "decision",
    /// The steps of the procedure.
    ProcedureAnswer = "procedure",
    /// What there is to ask for.
    Description = "description",
    /// The explanation in words.
    Explained = "explanation",
    /// What each tier would give.
    Tiers = "tiers",
    /// The nearest facts that change the result.
    Nearest = "nearest",
    /// What answers.
    Version = "version",
    /// Why there is no answer.
    Failure = "error",
}

impl FromStr for Answer {
    type Err = serde_json::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        serde_json::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use cailiang::vocabulary::AnswerKind;

    #[test]
    fn there_is_a_type_for_every_kind_of_answer() {
        let error = serde_json::from_str::<super::Answer>(r#"{"kind": "none"}"#).unwrap_err().to_string();
        for word in AnswerKind::WORDS {
            assert!(error.contains(&format!("`{word}`")), "{word} has no type: {error}");
        }
    }
}
