//! The JSON Schemas, generated from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::{Answer, Request};

/// What a schema says of keys that it does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// They may come: a later version adds some. Published schemas of answers are so.
    Open,
    /// There are none. Tests hold answers against this.
    Closed,
}

/// The JSON Schema of every answer.
///
/// ```
/// use cailiang_contract::{Keys, SCHEMA, answer_schema};
///
/// assert_eq!(answer_schema(Keys::Open), SCHEMA);
/// assert!(answer_schema(Keys::Closed).contains(r#""additionalProperties": false"#));
/// ```
#[must_use]
pub fn answer_schema(keys: Keys) -> String {
    written::<Answer>("answer", "An answer of cailiang, contract 1", keys)
}

/// The JSON Schema of a request: closed, since a key that is not known is an error.
#[must_use]
pub fn request_schema() -> String {
    written::<Request>(
        "request",
        "A request to cailiang, contract 1; a case file is a request with `expect`",
        Keys::Open,
    )
}

fn written<T: JsonSchema>(name: &str, title: &str, keys: Keys) -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    OptionalIsNotNull.transform(&mut schema);
    Plain.transform(&mut schema);
    if keys == Keys::Closed {
        Close.transform(&mut schema);
    }
    schema.insert("title".to_owned(), title.into());
    schema.insert("$id".to_owned(), format!("https://cailiang.invalid/schema/1/{name}.schema.json").into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// A member that may be left out is never null in its place, unless its type says `x-nullable`.
struct OptionalIsNotNull;

impl Transform for OptionalIsNotNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
        for (name, property) in properties {
            let Some(property) = property.as_object_mut() else { continue };
            let nullable = property.remove("x-nullable").is_some();
            if nullable || required.iter().any(|key| key == name) {
                continue;
            }
            if let Some(types) = property.get_mut("type")
                && let Some(list) = types.as_array_mut()
            {
                list.retain(|ty| ty != "null");
                if let [only] = list.as_slice() {
                    *types = only.clone();
                }
            }
            if let Some(words) = property.get_mut("enum").and_then(Value::as_array_mut) {
                words.retain(|word| !word.is_null());
            }
            if let Some(any) = property.get_mut("anyOf").and_then(Value::as_array_mut) {
                any.retain(|form| *form != json!({"type": "null"}));
                if let [Value::Object(only)] = any.as_slice() {
                    let only = only.clone();
                    property.remove("anyOf");
                    property.extend(only);
                }
            }
        }
    }
}

/// A description is what a reader of any language understands: no example in Rust, no links, no line breaks inside a
/// sentence.
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(Value::String(text)) = schema.get_mut("description") else { return };
        let told = text.split("\n\n```").next().unwrap_or_default().replace("[`", "`").replace("`]", "`");
        let paragraphs: Vec<String> = told.split("\n\n").map(joined).collect();
        *text = paragraphs.join("\n\n");
    }
}

/// The lines of a paragraph as one; a list keeps its lines.
fn joined(paragraph: &str) -> String {
    if paragraph.starts_with("- ") { paragraph.to_owned() } else { paragraph.replace('\n', " ") }
}

/// An object has no keys but those that are named.
struct Close;

impl Transform for Close {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
    }
}
