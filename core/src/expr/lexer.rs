//! Text → tokens. Chinese names are ordinary names; full-width brackets, commas and semicolons count as ASCII ones.

use super::ast::ParseError;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::check_name;
use crate::value::{Date, DateError, Rational};

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

/// Whether a character may stand in a name. The common ideographs are found without a table.
pub(crate) fn is_name_char(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '_' | '·') || c.is_alphanumeric()
}

/// Whether a text may be the name of a fact, a definition or a factor.
pub(crate) fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| is_name_char(c) && !c.is_numeric() && c != '·') && chars.all(is_name_char)
}

/// Whether a character makes a name look like another one; a space of any width only separates.
fn deceives(c: char) -> bool {
    !c.is_whitespace() && check_name(c.encode_utf8(&mut [0; 4])).is_err()
}

/// What is wrong with a text that should be a date.
pub(crate) fn not_a_date(text: &str, problem: DateError) -> String {
    match problem {
        DateError::NotADate => format!("`{text}` is not a date"),
        DateError::NoSuchDay => format!("`{text}` is not a day of the calendar"),
        DateError::OutOfRange => format!("`{text}` is outside the calendar, which runs from year 1 to 9999"),
    }
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
        } else if let Some((written, symbol)) = self.symbol(first) {
            self.at = self.at.saturating_add(written.len());
            Token::Symbol(symbol)
        } else if !first.is_numeric() && (is_name_char(first) || deceives(first)) {
            self.name(start)?
        } else {
            self.at = self.at.saturating_add(first.len_utf8());
            let error = ParseError::new(self.span(start), format!("`{first}` cannot stand in an expression"));
            return Err(match first {
                '&' => error.help("write `and`"),
                '|' => error.help("write `or`"),
                '!' => error.help("write `not`"),
                '\u{ff01}'..='\u{ff5e}' if !first.is_alphanumeric() => {
                    // The full-width forms stand in the order of ASCII.
                    let plain = u32::from(first).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(first);
                    error.help(format!("write `{plain}`"))
                }
                _ if first.is_numeric() => error.code(Code::BadNumber).help("write numbers with the digits 0-9"),
                _ => error,
            });
        };
        Ok(Spanned { token, span: self.span(start) })
    }

    /// A symbol, as it is written and as it is meant; no name begins like one.
    fn symbol(&self, first: char) -> Option<&'static (&'static str, &'static str)> {
        if is_name_char(first) {
            return None;
        }
        let rest = self.rest();
        SYMBOLS.iter().find(|(written, _)| rest.starts_with(written))
    }

    /// A name; what only looks like one is said to be so, not cut into pieces.
    fn name(&mut self, start: usize) -> Result<Token, ParseError> {
        let word = self.take_while(|c| is_name_char(c) || deceives(c));
        match check_name(word) {
            Ok(()) => Ok(Token::Name(word.to_owned())),
            Err(problem) => {
                let at = start.saturating_add(problem.offset);
                let place = span(at, at.saturating_add(problem.found.len_utf8()));
                Err(ParseError::new(place, problem.message(word)).code(problem.code()).help(problem.help()))
            }
        }
    }

    fn quoted(&mut self, start: usize, open: char) -> Result<Token, ParseError> {
        let close = if open == '‘' { '’' } else { open };
        self.at = self.at.saturating_add(open.len_utf8());
        let body = self.take_while(|c| c != close);
        if !self.rest().starts_with(close) {
            let error = ParseError::new(self.span(start), "text that does not end");
            return Err(error.help(format!("close it with `{close}`")));
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
        let place = self.span(start);
        let too_large =
            |written: &str| ParseError::new(place, format!("`{written}` is too large a number")).code(Code::BadNumber);
        let mut value = Rational::parse(digits).ok_or_else(|| too_large(digits))?;
        let mut unit = self.take_while(|c| {
            (c.is_alphabetic() && !c.is_ascii_uppercase()) || matches!(c, '%' | '‰' | '㎡' | '³' | '²')
        });
        // 万 and 亿 that are not part of a known unit multiply: `5万`, `3万平方米`.
        if crate::value::Unit::known(unit).is_none() {
            for (word, factor) in [("万", 10_000), ("亿", 100_000_000)] {
                if let Some(rest) = unit.strip_prefix(word) {
                    value = value.mul(Rational::int(factor)).map_err(|_| too_large(&format!("{digits}{unit}")))?;
                    unit = rest;
                    break;
                }
            }
        }
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            self.take_while(|c| c.is_alphanumeric() || c == '.');
            let written = self.text.get(start..self.at).unwrap_or("");
            let error = ParseError::new(self.span(start), format!("`{written}` is not one number with one unit"));
            let help = if written.contains(['至', '到']) {
                "write a range as `5万元..10万元`, or with its phrases: `5万元以上10万元以下`"
            } else {
                "write it out, with 万 or 亿 where it is long: `5万元`"
            };
            return Err(error.code(Code::BadNumber).help(help));
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
            Err(problem) => Err(ParseError::new(self.span(start), not_a_date(candidate, problem)).code(Code::BadDate)),
        }
    }
}

pub(super) fn span(start: usize, end: usize) -> Span {
    Span::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}
