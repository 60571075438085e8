//! The syntax tree of expressions: what was written, with the place of every part.

use crate::diagnostic::Code;
use crate::source::Span;
use crate::value::{Comparison, Date, Rational, Rounding};

/// An expression as written. Spans are byte offsets in the expression's own text.
#[derive(Clone, Debug, PartialEq)]
pub struct Ast {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: AstKind,
}

/// The forms of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum AstKind {
    /// `5万元`, `30%`, `3`
    Number {
        /// The number as written, with 万 and 亿 already applied when they stand alone.
        value: Rational,
        /// The unit as written, if any.
        unit: Option<String>,
    },
    /// `2024-03-01`
    Date(Date),
    /// `'文字'`
    Text(String),
    /// `true`, `false`
    Bool(bool),
    /// A fact, a definition, a factor, a level, a field.
    Name(String),
    /// `statute.max`
    Path(String, String),
    /// `- a`
    Negate(Box<Ast>),
    /// `a + b`
    Arithmetic(Operator, Box<Ast>, Box<Ast>),
    /// `a < b <= c`
    Compare(Box<Ast>, Vec<(Comparison, Ast)>),
    /// `a in b、c`; `negated` for `not in`
    In {
        /// What is looked for.
        subject: Box<Ast>,
        /// The members.
        members: Vec<Ast>,
        /// `not in`
        negated: bool,
    },
    /// `a and b`
    And(Vec<Ast>),
    /// `a or b`
    Or(Vec<Ast>),
    /// `not a`
    Not(Box<Ast>),
    /// `f(a，b)`
    Call {
        /// The function as written.
        name: String,
        /// Where the name stands.
        name_span: Span,
        /// Positional arguments.
        arguments: Vec<Ast>,
        /// `half_up` in `round`.
        rounding: Option<Rounding>,
        /// `to=` in `round`.
        to: Option<Box<Ast>>,
    },
    /// `list where condition`
    Where(Box<Ast>, Box<Ast>),
    /// `d within 2年 before e`
    Within {
        /// The date looked at.
        date: Box<Ast>,
        /// The length of the window.
        length: Box<Ast>,
        /// Whether the anchor day itself counts (`through`).
        anchor_in: bool,
        /// The day the window ends at.
        anchor: Box<Ast>,
    },
}

/// `+ - * /`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// A range as written: `a..b`, `a<..b`, `a..<b`, `a..`, or one value.
#[derive(Clone, Debug, PartialEq)]
pub struct AstRange {
    /// The lower end; absent before `..b`.
    pub lo: Option<Ast>,
    /// `<..`: the lower end is out.
    pub lo_open: bool,
    /// The upper end; absent after `a..`.
    pub hi: Option<Ast>,
    /// `..<`: the upper end is out.
    pub hi_open: bool,
    /// One value was written, not a range.
    pub point: bool,
}

/// What is wrong in the text of an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    /// What kind of thing is wrong: mostly the form, else a number, a date or a name.
    pub code: Code,
    /// Where, in the expression's own text.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl ParseError {
    /// A wrong form at `span`.
    pub(super) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { code: Code::BadExpression, span, message: message.into(), help: None }
    }

    /// Says that something else than the form is wrong.
    pub(super) fn code(self, code: Code) -> Self {
        Self { code, ..self }
    }

    /// Says what to do.
    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
