//! What a key and a mapping are declared with, and the objects that several kinds of texts have.

/// What may stand as the value of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Text.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Integer,
    /// `2024-03-01`
    Date,
    /// An expression with a value.
    Expression,
    /// A condition: text, or `{any: […]}`, `{all: […]}`, `{not: …}`.
    Condition,
    /// An expression, or rows of `when` and `is`.
    Value,
    /// `10%..40%`, one value, or a legal phrase.
    Range,
    /// What a row does to a sanction: a range, `none`, or a mapping.
    Narrowing,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list.
    List(&'static Shape),
    /// A mapping of free names to one shape.
    Names(&'static Shape),
    /// A mapping with declared keys.
    Object(&'static Object),
    /// One of several shapes.
    OneOf(&'static [Shape]),
    /// A cell of a matrix: levels, then narrowings.
    Cell,
}

/// A mapping with declared keys.
#[derive(Debug)]
pub(crate) struct Object {
    /// What it is called in messages.
    pub(crate) name: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [Key],
    /// What any other key may have; none = other keys are errors.
    pub(crate) rest: Option<Shape>,
}

/// A declared key.
#[derive(Debug)]
pub(crate) struct Key {
    /// As written.
    pub(crate) name: &'static str,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What may stand there.
    pub(crate) shape: Shape,
    /// What it means, in one line.
    pub(crate) doc: &'static str,
}

pub(super) const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, required: true, shape, doc }
}

pub(super) const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, required: false, shape, doc }
}

pub(super) const BASIS: Key = may("basis", Shape::Text, "the provision, beginning with the short name of a law");
pub(super) const UNVERIFIED: Key = may("unverified", Shape::Text, "why this is not verified; reaches the outcome");
pub(super) const READING: Key = may("reading", Shape::Text, "how an unclear text was read; reaches the outcome");

pub(super) const TEXTS: Shape = Shape::List(&Shape::Text);

/// What becomes of periods that end on a day of rest.
pub(crate) const LAST_DAY_KEY: Key =
    may("last_day", Shape::Object(&LAST_DAY), "of a period in days or months that is a day of rest; absent: open");

/// What becomes of them, and where it says so.
pub(crate) static LAST_DAY: Object = Object {
    name: "`last_day`",
    rest: None,
    keys: &[
        must(
            "is",
            Shape::Word(crate::vocabulary::RestDay::WORDS),
            "`moves` to the first working day after it, or `stays`",
        ),
        must("basis", Shape::Text, "the provision that says so"),
    ],
};

/// The policy for what cannot be ascertained.
pub(crate) static LOWEST: Object = Object {
    name: "`unascertainable`",
    rest: None,
    keys: &[must("is", Shape::Word(&["lowest"]), "what it counts as"), BASIS],
};

/// A fact.
pub(crate) static FACT: Object = Object {
    name: "a fact",
    rest: None,
    keys: &[
        must(
            "type",
            Shape::Text,
            "yes-no, integer, number, money, ratio, date, choice, level, text, finding, list of …",
        ),
        may("unit", Shape::Text, "the unit it is given in"),
        may("of", TEXTS, "the choices, or the levels light to heavy"),
        may("min", Shape::Expression, "the least value"),
        may("max", Shape::Expression, "the greatest value"),
        may("ask", Shape::Text, "the question to ask"),
        may("fields", Shape::Names(&Shape::Object(&FACT)), "the fields of a record"),
        may("ascertainable", Shape::Word(&["always"]), "it can always be found out"),
        may("unascertainable", Shape::Object(&LOWEST), "what it counts as when it cannot be found out"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};

/// A definition in its long form.
pub(crate) static DEFINE: Object = Object {
    name: "a definition",
    rest: None,
    keys: &[must("is", Shape::Value, "the value"), BASIS, UNVERIFIED, READING],
};

pub(super) const DEFINE_SHAPE: Shape = Shape::OneOf(&[Shape::Value, Shape::Object(&DEFINE)]);

/// A factor.
pub(crate) static FACTOR: Object = Object {
    name: "a factor",
    rest: None,
    keys: &[
        must("levels", Shape::Names(&Shape::Condition), "levels with their conditions, light to heavy"),
        may("hit", Shape::Word(&["unique", "heaviest"]), "what holds when several levels do"),
        may("unascertainable", Shape::Object(&LOWEST), "what it counts as when it cannot be found out"),
        BASIS,
        UNVERIFIED,
        READING,
    ],
};
