//! Text → tokens. Chinese names are ordinary names; full-width brackets, commas and semicolons count as ASCII ones.

use super::ast::ParseError;
use crate::source::Span;
use crate::value::{Date, Rational};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number { value: Rational, unit: Option<String> },
    Date(Date),
    Text(String),
    Name(String),
    Symbol(&'static str),
    End,
}

#[derive(Clone, Debug)]
pub(super) struct Spanned {
    pub(super) token: Token,
    pub(super) span: Span,
}

/// Longest first, so that `<..<` is not read as `<` and `..`.
const SYMBOLS: [(&str, &str); 30] = [
    ("<..<", "<..<"),
    ("<..", "<.."),
    ("..<", "..<"),
    ("..", ".."),
    ("<=", "<="),
    (">=", ">="),
    ("!=", "!="),
    ("<", "<"),
    (">", ">"),
    ("=", "="),
    ("+", "+"),
    ("-", "-"),
    ("*", "*"),
    ("/", "/"),
    ("(", "("),
    (")", ")"),
    ("（", "("),
    ("）", ")"),
    (",", ","),
    ("，", ","),
    (";", ","),
    ("；", ","),
    ("、", "、"),
    (".", "."),
    // A reader who writes the sign of mathematics means the operator.
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("×", "*"),
    ("÷", "/"),
    ("＝", "="),
];

pub(super) fn lex(text: &str) -> Result<Vec<Spanned>, ParseError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let next = lexer.next()?;
        let end = next.token == Token::End;
        tokens.push(next);
        if end {
            return Ok(tokens);
        }
    }
}

/// Whether a character may stand in a name.
pub(crate) fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '·'
}

/// Whether a text may be the name of a fact, a definition or a factor.
pub(crate) fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| is_name_char(c) && !c.is_numeric() && c != '·') && chars.all(is_name_char)
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !accept(c)).unwrap_or(rest.len());
        self.at = self.at.saturating_add(length);
        rest.get(..length).unwrap_or("")
    }

    fn span(&self, start: usize) -> Span {
        span(start, self.at)
    }

    fn next(&mut self) -> Result<Spanned, ParseError> {
        self.take_while(char::is_whitespace);
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return Ok(Spanned { token: Token::End, span: self.span(start) });
        };
        let token = if first.is_ascii_digit() {
            self.number(start)?
        } else if first == '\'' || first == '‘' || first == '"' {
            self.quoted(start, first)?
        } else if let Some((written, symbol)) = SYMBOLS.iter().find(|(s, _)| self.rest().starts_with(s)) {
            self.at = self.at.saturating_add(written.len());
            Token::Symbol(symbol)
        } else if is_name_char(first) && !first.is_numeric() {
            Token::Name(self.take_while(is_name_char).to_owned())
        } else {
            self.at = self.at.saturating_add(first.len_utf8());
            let mut error = ParseError {
                span: self.span(start),
                message: format!("`{first}` cannot stand in an expression"),
                help: None,
            };
            if first.is_numeric() {
                error.help = Some("write numbers with the digits 0-9".into());
            }
            return Err(error);
        };
        Ok(Spanned { token, span: self.span(start) })
    }

    fn quoted(&mut self, start: usize, open: char) -> Result<Token, ParseError> {
        let close = if open == '‘' { '’' } else { open };
        self.at = self.at.saturating_add(open.len_utf8());
        let body = self.take_while(|c| c != close);
        if !self.rest().starts_with(close) {
            return Err(ParseError {
                span: self.span(start),
                message: "text that does not end".into(),
                help: Some(format!("close it with `{close}`")),
            });
        }
        self.at = self.at.saturating_add(close.len_utf8());
        Ok(Token::Text(body.to_owned()))
    }

    fn number(&mut self, start: usize) -> Result<Token, ParseError> {
        if let Some(date) = self.date()? {
            return Ok(Token::Date(date));
        }
        self.take_while(|c| c.is_ascii_digit());
        // `1..5` is a range: a point belongs to the number only before a digit.
        let mut after = self.rest().chars();
        if after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit()) {
            self.at = self.at.saturating_add(1);
            self.take_while(|c| c.is_ascii_digit());
        }
        let digits = self.text.get(start..self.at).unwrap_or("");
        let mut value = Rational::parse(digits).ok_or_else(|| ParseError {
            span: self.span(start),
            message: format!("`{digits}` is too large a number"),
            help: None,
        })?;
        let unit_start = self.at;
        let mut unit = self.take_while(|c| {
            (c.is_alphabetic() && !c.is_ascii_uppercase()) || matches!(c, '%' | '‰' | '㎡' | '³' | '²')
        });
        // 万 and 亿 that are not part of a known unit multiply: `5万`, `3万平方米`.
        if crate::value::Unit::known(unit).is_none() {
            for (word, factor) in [("万", 10_000), ("亿", 100_000_000)] {
                if let Some(rest) = unit.strip_prefix(word) {
                    value = value.mul(Rational::int(factor)).map_err(|_| ParseError {
                        span: self.span(start),
                        message: format!("`{digits}{unit}` is too large a number"),
                        help: None,
                    })?;
                    unit = rest;
                    break;
                }
            }
        }
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            let end = self.at;
            return Err(ParseError {
                span: span(unit_start, end),
                message: "a unit is followed by another number".into(),
                help: Some("write one number with one unit, such as `5万元`".into()),
            });
        }
        Ok(Token::Number { value, unit: (!unit.is_empty()).then(|| unit.to_owned()) })
    }

    fn date(&mut self) -> Result<Option<Date>, ParseError> {
        let Some(candidate) = self.rest().get(..10) else { return Ok(None) };
        let form = candidate.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
        if !form {
            return Ok(None);
        }
        let start = self.at;
        self.at = self.at.saturating_add(10);
        match Date::parse(candidate) {
            Ok(date) => Ok(Some(date)),
            Err(problem) => Err(ParseError { span: self.span(start), message: problem.to_string(), help: None }),
        }
    }
}

pub(super) fn span(start: usize, end: usize) -> Span {
    Span::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}
