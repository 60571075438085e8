//! The format described from its one declaration: a JSON Schema for editors, Markdown tables for people.

use super::keys::{self, Key, Object, Shape};
use crate::gather::Gather as _;

/// Every object of the format in the order of a file, under its name in the schema, which is also its heading.
static OBJECTS: &[(&str, &Object)] = &[
    ("ruleset", &keys::RULESET),
    ("in_force", &keys::IN_FORCE),
    ("tier", &keys::TIER),
    ("law", &keys::LAW),
    ("unascertainable", &keys::LOWEST),
    ("fact", &keys::FACT),
    ("definition", &keys::DEFINE),
    ("value_row", &keys::VALUE_ROW),
    ("factor", &keys::FACTOR),
    ("offence", &keys::OFFENCE),
    ("clause", &keys::CLAUSE),
    ("order", &keys::ORDER),
    ("choice", &keys::CHOICE),
    ("branch", &keys::BRANCH),
    ("sanction", &keys::SANCTION),
    ("quantity_row", &keys::QUANTITY_ROW),
    ("benchmark", &keys::BENCHMARK),
    ("tier_row", &keys::TIER_ROW),
    ("cell_keys", &keys::CELL),
    ("score", &keys::SCORE),
    ("position", &keys::POSITION),
    ("circumstance", &keys::CIRCUMSTANCE),
    ("effect", &keys::EFFECT),
    ("limitation", &keys::LIMITATION),
    ("transition", &keys::TRANSITION),
    ("concurrence", &keys::CONCURRENCE),
    ("right", &keys::RIGHT),
    ("not_heavier", &keys::NOT_HEAVIER),
    ("provision", &keys::PROVISION),
    ("power", &keys::POWER),
    ("authority", &keys::AUTHORITY),
    ("unexecuted", &keys::UNEXECUTED),
    ("narrowing_keys", &keys::NARROWING),
    ("round", &keys::ROUND),
    ("procedure", &keys::PROCEDURE),
    ("standard", &keys::STANDARD),
    ("duty", &keys::DUTY),
    ("licence", &keys::LICENCE),
    ("ground", &keys::GROUND),
    ("licence_condition", &keys::CONDITION),
    ("document", &keys::DOCUMENT),
    ("step", &keys::STEP),
    ("deadline", &keys::DEADLINE),
    ("extension", &keys::EXTENSION),
    ("route", &keys::ROUTE),
    ("term", &keys::TERM),
    ("term_row", &keys::TERM_ROW),
    ("renewal", &keys::RENEWAL),
    ("general_rule", &keys::GENERAL),
    ("silence", &keys::RENEWAL_SILENCE),
    ("quota", &keys::QUOTA),
    ("quota_order", &keys::QUOTA_ORDER),
    ("last_day", &keys::LAST_DAY),
    ("ban", &keys::BAN),
    ("calendar_year", &keys::CALENDAR_YEAR),
];

/// A JSON Schema (2020-12) of a ruleset file, indented, for editors and other checkers of shape.
///
/// It knows keys and shapes only: what an expression says, and whether a name exists, is for
/// [`Ruleset::compile`](crate::Ruleset::compile). Numbers and `true` may stand for text, as in YAML.
///
/// ```
/// let schema = cailiang::compile::json_schema();
/// assert!(schema.contains(r#""$schema": "https://json-schema.org/draft/2020-12/schema""#));
/// assert!(schema.contains(r##""$ref": "#/$defs/tier_row""##));
/// ```
#[must_use]
pub fn json_schema() -> String {
    let shared = [
        ("text", "Text; YAML may read it as a number or a truth value.", scalar()),
        ("expression", "An expression with a value, such as `count(处罚记录) + 1` or `5万元`.", scalar()),
        (
            "range",
            "`10%..40%`, one value, or the legal phrase itself: `5万元以上10万元以下`.",
            one_of(vec![of("value")]),
        ),
        ("value", "An expression, or rows of `when` and `is`, tried in order.", {
            one_of(vec![of("expression"), list(of("value_row"), 1)])
        }),
        ("condition", "A condition: text, or one of `any`, `all` and `not`.", condition()),
        ("narrowing", "What a row does to a sanction: a range, `none`, or a mapping.", {
            one_of(vec![of("range"), of("narrowing_keys")])
        }),
        ("cell", "A cell of a matrix: a level of each factor (`*` any, `—` none), then what it gives.", cell()),
    ];
    let objects = OBJECTS.iter().map(|(name, object)| ((*name).to_owned(), of_object(object)));
    let defs = shared
        .into_iter()
        .map(|(name, description, schema)| (name.to_owned(), with(schema, "description", text(description))))
        .chain(objects);
    let schema = SchemaJson::Map(vec![
        ("$schema".to_owned(), text("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), text("A cailiang ruleset, format 1")),
        ("$ref".to_owned(), text("#/$defs/ruleset")),
        ("$defs".to_owned(), SchemaJson::Map(defs.gather())),
    ]);
    let mut out = String::new();
    schema.write(&mut out, 0);
    out.push('\n');
    out
}

/// Markdown tables of every object of the format: key, whether it must be there, what may stand there, what it means.
///
/// ```
/// let page = cailiang::compile::documentation();
/// assert!(page.contains("| `through` | | a date | the last day, that day included |"));
/// ```
#[must_use]
pub fn documentation() -> String {
    let mut out = String::new();
    for (name, object) in OBJECTS {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!(
            "## {}\n\n| key | required | what may stand there | meaning |\n|---|---|---|---|\n",
            title(name)
        ));
        for Key { name, required, shape, doc } in object.keys {
            let required = if *required { " yes" } else { "" };
            out.push_str(&format!("| `{name}` |{required} | {} | {doc} |\n", words(shape)));
        }
        if let Some(rest) = object.rest {
            out.push_str(&format!("| id of a sanction | | {} | what happens to that sanction |\n", words(&rest)));
        }
    }
    out
}

fn title(name: &str) -> String {
    name.replace('_', " ")
}

/// The name of an object in [`OBJECTS`]: one object is one static, so that its address tells it.
fn name_of(object: &'static Object) -> &'static str {
    OBJECTS.iter().find(|(_, known)| std::ptr::eq(*known, object)).map_or("", |(name, _)| name)
}

/// A shape in words, for the tables.
fn words(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Bool => "`true`".to_owned(),
        Shape::Integer => "a whole number".to_owned(),
        Shape::Date => "a date".to_owned(),
        Shape::Expression => "an expression".to_owned(),
        Shape::Condition => "a condition".to_owned(),
        Shape::Value => "an expression, or [rows](#value-row)".to_owned(),
        Shape::Range => "a range".to_owned(),
        Shape::Narrowing => "a range, `none`, or [narrowing keys](#narrowing-keys)".to_owned(),
        Shape::Word(words) => words.iter().map(|word| format!("`{word}`")).gather::<Vec<_>>().join(" "),
        Shape::List(item) => format!("a list: {}", words(item)),
        Shape::Names(value) => format!("names, each with: {}", words(value)),
        Shape::Object(object) => {
            let name = title(name_of(object));
            format!("[{name}](#{})", name.replace(' ', "-"))
        }
        Shape::OneOf(shapes) => shapes.iter().map(words).gather::<Vec<_>>().join("; or "),
        Shape::Cell => "a level for each factor, then [cell keys](#cell-keys)".to_owned(),
    }
}

fn of_shape(shape: &Shape) -> SchemaJson {
    match shape {
        Shape::Text => of("text"),
        Shape::Bool => map([("type", text("boolean"))]),
        Shape::Integer => map([("type", text("integer")), ("minimum", SchemaJson::Number(0))]),
        Shape::Date => map([("type", text("string")), ("pattern", text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]),
        Shape::Expression => of("expression"),
        Shape::Condition => of("condition"),
        Shape::Value => of("value"),
        Shape::Range => of("range"),
        Shape::Narrowing => of("narrowing"),
        Shape::Word(words) => map([("enum", SchemaJson::List(words.iter().map(|word| text(word)).gather()))]),
        Shape::List(item) => list(of_shape(item), 0),
        Shape::Names(value) => map([("type", text("object")), ("additionalProperties", of_shape(value))]),
        Shape::Object(object) => of(name_of(object)),
        Shape::OneOf(shapes) => one_of(shapes.iter().map(of_shape).gather()),
        Shape::Cell => of("cell"),
    }
}

fn of_object(object: &Object) -> SchemaJson {
    let property = |key: &Key| (key.name.to_owned(), with(of_shape(&key.shape), "description", text(key.doc)));
    let required = object.keys.iter().filter(|key| key.required).map(|key| text(key.name));
    map([
        ("type", text("object")),
        ("properties", SchemaJson::Map(object.keys.iter().map(property).gather())),
        ("required", SchemaJson::List(required.gather())),
        ("additionalProperties", object.rest.as_ref().map_or(SchemaJson::Bool(false), of_shape)),
    ])
}

fn scalar() -> SchemaJson {
    map([("type", SchemaJson::List(["string", "number", "boolean"].map(text).to_vec()))])
}

fn condition() -> SchemaJson {
    let parts = || list(of("condition"), 1);
    let keys = map([("any", parts()), ("all", parts()), ("not", of("condition"))]);
    let mapping = map([
        ("type", text("object")),
        ("properties", keys),
        ("additionalProperties", SchemaJson::Bool(false)),
        ("minProperties", SchemaJson::Number(1)),
        ("maxProperties", SchemaJson::Number(1)),
    ]);
    one_of(vec![of("expression"), mapping])
}

/// A schema cannot say "the last item"; that there is exactly one mapping comes near enough.
fn cell() -> SchemaJson {
    let mapping = map([("type", text("object"))]);
    let items = one_of(vec![of("text"), of("cell_keys")]);
    with(with(list(items, 2), "contains", mapping), "maxContains", SchemaJson::Number(1))
}

fn of(name: &str) -> SchemaJson {
    map([("$ref", SchemaJson::Text(format!("#/$defs/{name}")))])
}

fn one_of(schemas: Vec<SchemaJson>) -> SchemaJson {
    map([("anyOf", SchemaJson::List(schemas))])
}

fn list(items: SchemaJson, least: u32) -> SchemaJson {
    let schema = map([("type", text("array")), ("items", items)]);
    if least == 0 { schema } else { with(schema, "minItems", SchemaJson::Number(least)) }
}

/// As much of JSON as a schema needs; the serialised contract of the engine is another matter, far above this layer.
#[derive(Clone)]
enum SchemaJson {
    Bool(bool),
    Number(u32),
    Text(String),
    List(Vec<SchemaJson>),
    Map(Vec<(String, SchemaJson)>),
}

fn text(value: &str) -> SchemaJson {
    SchemaJson::Text(value.to_owned())
}

fn map<const N: usize>(entries: [(&str, SchemaJson); N]) -> SchemaJson {
    SchemaJson::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).gather())
}

/// The same mapping with one more entry.
fn with(schema: SchemaJson, key: &str, value: SchemaJson) -> SchemaJson {
    match schema {
        SchemaJson::Map(mut entries) => {
            entries.push((key.to_owned(), value));
            SchemaJson::Map(entries)
        }
        other => other,
    }
}

impl SchemaJson {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(value) => out.push_str(&value.to_string()),
            Self::Text(value) => quote(value, out),
            Self::List(items) => block(out, ['[', ']'], depth, items, |item, out, depth| item.write(out, depth)),
            Self::Map(entries) => block(out, ['{', '}'], depth, entries, |(key, value), out, depth| {
                quote(key, out);
                out.push_str(": ");
                value.write(out, depth);
            }),
        }
    }
}

/// Items between brackets, each on its own line.
fn block<T>(
    out: &mut String,
    [open, close]: [char; 2],
    depth: usize,
    items: &[T],
    write: impl Fn(&T, &mut String, usize),
) {
    let inner = depth.saturating_add(1);
    out.push(open);
    for (position, item) in items.iter().enumerate() {
        out.push_str(if position == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(inner));
        write(item, out, inner);
    }
    if !items.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

fn quote(value: &str, out: &mut String) {
    out.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            control if control.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `visit` for every object that a shape leads to.
    fn reached(shape: &Shape, visit: &mut dyn FnMut(&'static Object)) {
        match shape {
            Shape::List(inner) | Shape::Names(inner) => reached(inner, visit),
            Shape::OneOf(shapes) => shapes.iter().for_each(|one| reached(one, visit)),
            Shape::Object(object) => visit(object),
            _ => {}
        }
    }

    #[test]
    fn every_object_that_can_be_reached_is_described() {
        for (_, object) in OBJECTS {
            for shape in object.keys.iter().map(|key| &key.shape).chain(&object.rest) {
                reached(shape, &mut |found| assert_ne!(name_of(found), "", "{} is not in OBJECTS", found.name));
            }
        }
    }

    #[test]
    fn every_reference_has_its_definition() {
        let schema = json_schema();
        let references = schema.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next());
        for name in references {
            assert!(schema.contains(&format!("\n    \"{name}\": {{")), "{name}");
        }
    }

    #[test]
    fn texts_are_escaped() {
        let mut out = String::new();
        text("a\"b\\c\nd无").write(&mut out, 0);
        assert_eq!(out, "\"a\\\"b\\\\c\\u000ad无\"");
    }

    #[test]
    fn the_tables_list_every_key_and_link_to_headings_that_exist() {
        let page = documentation();
        for (_, object) in OBJECTS {
            for key in object.keys {
                assert!(page.contains(&format!("| `{}` |", key.name)), "{}", key.name);
            }
        }
        for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(page.contains(&format!("## {}\n", link.replace('-', " "))), "{link}");
        }
    }
}
