//! Tokens → syntax tree, by precedence: `or`, `and`, `not`, comparison, `+ -`, `* /`, sign, primary.

use super::ast::{Ast, AstKind, AstRange, Operator, ParseError};
use super::lexer::{Spanned, Token, lex, span};
use crate::source::Span;
use crate::value::{Comparison, Rounding};

/// How deep brackets may nest; real texts stay under five.
const DEPTH: u32 = 60;
/// How many brackets and signs of arithmetic one expression may have: each may be one level of the tree, which is
/// walked by recursion. Real texts stay under thirty.
const LEVELS: u32 = 200;

/// Reads one expression.
pub fn parse(text: &str) -> Result<Ast, ParseError> {
    let mut parser = Parser::new(text)?;
    let ast = parser.or()?;
    parser.end()?;
    Ok(ast)
}

/// Reads a range written with `..`, or one value.
pub fn parse_range(text: &str) -> Result<AstRange, ParseError> {
    let mut parser = Parser::new(text)?;
    let lo = if parser.is_symbol("..") || parser.is_symbol("..<") { None } else { Some(parser.sum()?) };
    let (lo_open, hi_open) = match parser.peek() {
        Token::Symbol("..") => (false, false),
        Token::Symbol("<..") => (true, false),
        Token::Symbol("..<") => (false, true),
        Token::Symbol("<..<") => (true, true),
        _ => {
            parser.end()?;
            return Ok(AstRange { hi: lo.clone(), lo, lo_open: false, hi_open: false, point: true });
        }
    };
    parser.advance();
    let hi = if *parser.peek() == Token::End { None } else { Some(parser.sum()?) };
    parser.end()?;
    if lo.is_none() && hi.is_none() {
        let error = ParseError::new(span(0, text.len()), "a range without ends");
        return Err(error.help("state at least one end, such as `10%..40%` or `3月..`"));
    }
    Ok(AstRange { lo, lo_open, hi, hi_open, point: false })
}

struct Parser {
    tokens: Vec<Spanned>,
    at: usize,
    depth: u32,
    levels: u32,
    end: Spanned,
}

impl Parser {
    fn new(text: &str) -> Result<Self, ParseError> {
        let tokens = lex(text)?;
        let end = Spanned { token: Token::End, span: span(text.len(), text.len()) };
        Ok(Self { tokens, at: 0, depth: 0, levels: 0, end })
    }

    fn current(&self) -> &Spanned {
        self.tokens.get(self.at).unwrap_or(&self.end)
    }

    fn peek(&self) -> &Token {
        &self.current().token
    }

    fn here(&self) -> Span {
        self.current().span
    }

    fn advance(&mut self) -> Spanned {
        let token = self.current().clone();
        self.at = self.at.saturating_add(1);
        token
    }

    fn is_symbol(&self, symbol: &str) -> bool {
        matches!(self.peek(), Token::Symbol(s) if *s == symbol)
    }

    fn take_symbol(&mut self, symbol: &str) -> bool {
        let found = self.is_symbol(symbol);
        if found {
            self.advance();
        }
        found
    }

    fn is_word(&self, words: &[&str]) -> bool {
        matches!(self.peek(), Token::Name(n) if words.contains(&n.as_str()))
    }

    fn take_word(&mut self, words: &[&str]) -> bool {
        let found = self.is_word(words);
        if found {
            self.advance();
        }
        found
    }

    fn end(&mut self) -> Result<(), ParseError> {
        match self.peek() {
            Token::End => Ok(()),
            _ => Err(self.unexpected("the end of the expression")),
        }
    }

    fn expect(&mut self, symbol: &'static str) -> Result<(), ParseError> {
        if self.take_symbol(symbol) { Ok(()) } else { Err(self.unexpected(&format!("`{symbol}`"))) }
    }

    fn unexpected(&self, wanted: &str) -> ParseError {
        let found = match self.peek() {
            Token::End => "the text ends".to_owned(),
            Token::Name(n) => format!("found `{n}`"),
            Token::Symbol(s) => format!("found `{s}`"),
            Token::Text(t) => format!("found '{t}'"),
            Token::Date(d) => format!("found {d}"),
            Token::Number { value, unit } => format!("found `{value}{}`", unit.as_deref().unwrap_or("")),
        };
        ParseError::new(self.here(), format!("expected {wanted}, {found}"))
    }

    fn or(&mut self) -> Result<Ast, ParseError> {
        self.joined(&["or", "或"], Self::and, AstKind::Or)
    }

    fn and(&mut self) -> Result<Ast, ParseError> {
        self.joined(&["and", "且"], Self::not, AstKind::And)
    }

    fn joined(
        &mut self,
        words: &[&str],
        part: impl Fn(&mut Self) -> Result<Ast, ParseError>,
        build: impl Fn(Vec<Ast>) -> AstKind,
    ) -> Result<Ast, ParseError> {
        let first = part(self)?;
        if !self.is_word(words) {
            return Ok(first);
        }
        let start = first.span;
        let mut parts = vec![first];
        while self.take_word(words) {
            parts.push(part(self)?);
        }
        let end = parts.last().map_or(start, |a| a.span);
        Ok(Ast { span: start.to(end), kind: build(parts) })
    }

    fn not(&mut self) -> Result<Ast, ParseError> {
        let start = self.here();
        if self.take_word(&["not", "非"]) {
            let inner = self.nested(Self::not)?;
            return Ok(Ast { span: start.to(inner.span), kind: AstKind::Not(Box::new(inner)) });
        }
        self.comparison()
    }

    fn nested(&mut self, part: impl Fn(&mut Self) -> Result<Ast, ParseError>) -> Result<Ast, ParseError> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEPTH {
            return Err(self.too_much(DEPTH, "brackets inside one another"));
        }
        self.level()?;
        let result = part(self);
        self.depth = self.depth.saturating_sub(1);
        result
    }

    fn level(&mut self) -> Result<(), ParseError> {
        self.levels = self.levels.saturating_add(1);
        if self.levels > LEVELS { Err(self.too_much(LEVELS, "brackets and signs of arithmetic")) } else { Ok(()) }
    }

    fn too_much(&self, limit: u32, what: &str) -> ParseError {
        ParseError::new(self.here(), format!("more than {limit} {what}")).help("give parts of it a name under `define`")
    }

    fn comparison(&mut self) -> Result<Ast, ParseError> {
        let first = self.sum()?;
        if self.is_word(&["in"]) || (self.is_word(&["not"]) && self.next_is("in")) {
            return self.membership(first);
        }
        if self.take_word(&["within"]) {
            return self.within(first);
        }
        if self.take_word(&["where"]) {
            let condition = self.nested(Self::or)?;
            let span = first.span.to(condition.span);
            return Ok(Ast { span, kind: AstKind::Where(Box::new(first), Box::new(condition)) });
        }
        let mut rest = Vec::new();
        while let Token::Symbol(symbol) = self.peek() {
            let op = match *symbol {
                "=" => Comparison::Eq,
                "!=" => Comparison::Ne,
                "<" => Comparison::Lt,
                "<=" => Comparison::Le,
                ">" => Comparison::Gt,
                ">=" => Comparison::Ge,
                _ => break,
            };
            self.advance();
            // Signs of other languages: the operator that was meant is known.
            let meant = match (op, self.peek()) {
                (Comparison::Eq, Token::Symbol("=")) => "write `=`",
                (Comparison::Eq, Token::Symbol(">")) => "did you mean `>=`?",
                (Comparison::Eq, Token::Symbol("<")) => "did you mean `<=`?",
                (Comparison::Lt, Token::Symbol(">")) => "did you mean `!=`?",
                _ => "",
            };
            if !meant.is_empty() {
                return Err(self.unexpected("a value").help(meant));
            }
            rest.push((op, self.sum()?));
        }
        match rest.last() {
            None => Ok(first),
            Some((_, last)) => {
                let span = first.span.to(last.span);
                Ok(Ast { span, kind: AstKind::Compare(Box::new(first), rest) })
            }
        }
    }

    fn next_is(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.at.saturating_add(1)).map(|t| &t.token), Some(Token::Name(n)) if n == word)
    }

    fn membership(&mut self, subject: Ast) -> Result<Ast, ParseError> {
        let negated = self.take_word(&["not"]);
        self.take_word(&["in"]);
        let mut members = vec![self.sum()?];
        while self.take_symbol("、") {
            members.push(self.sum()?);
        }
        let end = members.last().map_or(subject.span, |m| m.span);
        let span = subject.span.to(end);
        Ok(Ast { span, kind: AstKind::In { subject: Box::new(subject), members, negated } })
    }

    fn within(&mut self, date: Ast) -> Result<Ast, ParseError> {
        let length = self.sum()?;
        let anchor_in = if self.take_word(&["before"]) {
            false
        } else if self.take_word(&["through"]) {
            true
        } else {
            let mut error = self.unexpected("`before` or `through`");
            error.help = Some("`within 2年 before x` leaves the day x out, `within 2年 through x` counts it".into());
            return Err(error);
        };
        let anchor = self.sum()?;
        let span = date.span.to(anchor.span);
        let kind =
            AstKind::Within { date: Box::new(date), length: Box::new(length), anchor_in, anchor: Box::new(anchor) };
        Ok(Ast { span, kind })
    }

    fn sum(&mut self) -> Result<Ast, ParseError> {
        let mut left = self.product()?;
        loop {
            let op = match self.peek() {
                Token::Symbol("+") => Operator::Add,
                Token::Symbol("-") => Operator::Subtract,
                _ => return Ok(left),
            };
            self.level()?;
            self.advance();
            let right = self.product()?;
            left = arithmetic(op, left, right);
        }
    }

    fn product(&mut self) -> Result<Ast, ParseError> {
        let mut left = self.sign()?;
        loop {
            let op = match self.peek() {
                Token::Symbol("*") => Operator::Multiply,
                Token::Symbol("/") => Operator::Divide,
                _ => return Ok(left),
            };
            self.level()?;
            self.advance();
            let right = self.sign()?;
            left = arithmetic(op, left, right);
        }
    }

    fn sign(&mut self) -> Result<Ast, ParseError> {
        let start = self.here();
        if self.take_symbol("-") {
            let inner = self.nested(Self::sign)?;
            return Ok(Ast { span: start.to(inner.span), kind: AstKind::Negate(Box::new(inner)) });
        }
        self.primary()
    }

    fn primary(&mut self) -> Result<Ast, ParseError> {
        let Spanned { token, span: start } = self.current().clone();
        let kind = match token {
            Token::Number { value, unit } => AstKind::Number { value, unit },
            Token::Date(date) => AstKind::Date(date),
            Token::Text(text) => AstKind::Text(text),
            Token::Symbol("(") => {
                self.advance();
                let inner = self.nested(Self::or)?;
                self.expect(")")?;
                return Ok(inner);
            }
            Token::Name(name) => return self.named(name, start),
            _ => return Err(self.unexpected("a value")),
        };
        self.advance();
        Ok(Ast { span: start, kind })
    }

    fn named(&mut self, name: String, start: Span) -> Result<Ast, ParseError> {
        const OPERATORS: [&str; 9] = ["and", "or", "in", "within", "before", "through", "where", "且", "或"];
        if OPERATORS.contains(&name.as_str()) {
            return Err(self.unexpected("a value"));
        }
        self.advance();
        if name == "true" || name == "false" {
            return Ok(Ast { span: start, kind: AstKind::Bool(name == "true") });
        }
        if self.take_symbol("(") {
            return self.call(name, start);
        }
        if self.is_symbol(".") {
            self.advance();
            let Spanned { token, span: end } = self.advance();
            let Token::Name(member) = token else {
                return Err(ParseError::new(end, "expected a name after `.`"));
            };
            return Ok(Ast { span: start.to(end), kind: AstKind::Path(name, member) });
        }
        Ok(Ast { span: start, kind: AstKind::Name(name) })
    }

    fn call(&mut self, name: String, name_span: Span) -> Result<Ast, ParseError> {
        let mut arguments = Vec::new();
        let (mut rounding, mut to) = (None, None);
        while !self.is_symbol(")") {
            let mode = match self.peek() {
                Token::Name(n) => rounding_mode(n),
                _ => None,
            };
            if name == "round" && mode.is_some() {
                rounding = mode;
                self.advance();
            } else if name == "round" && self.is_word(&["to"]) {
                self.advance();
                self.expect("=")?;
                to = Some(Box::new(self.nested(Self::sum)?));
            } else {
                arguments.push(self.nested(Self::or)?);
            }
            if !self.take_symbol(",") {
                break;
            }
        }
        let end = self.here();
        self.expect(")")?;
        let kind = AstKind::Call { name, name_span, arguments, rounding, to };
        Ok(Ast { span: name_span.to(end), kind })
    }
}

/// The words of the language: none of them can be the name of a fact, a definition or a factor.
pub(crate) fn is_reserved(name: &str) -> bool {
    const WORDS: [&str; 18] = [
        "and", "or", "not", "且", "或", "非", "in", "where", "within", "before", "through", "true", "false", "it",
        "score", "statute", "tier", "to",
    ];
    WORDS.contains(&name) || rounding_mode(name).is_some() || super::calls::FUNCTIONS.contains(&name)
}

/// The rounding modes by name.
pub(crate) fn rounding_mode(name: &str) -> Option<Rounding> {
    Some(match name {
        "half_up" => Rounding::HalfUp,
        "half_even" => Rounding::HalfEven,
        "up" => Rounding::Up,
        "down" => Rounding::Down,
        _ => return None,
    })
}

fn arithmetic(op: Operator, left: Ast, right: Ast) -> Ast {
    Ast { span: left.span.to(right.span), kind: AstKind::Arithmetic(op, Box::new(left), Box::new(right)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_end_that_is_out_is_not_a_comparison() {
        let range = parse_range("10%<..40%").unwrap();
        assert!(range.lo_open && !range.hi_open && !range.point);
        assert!(parse_range("3月..").unwrap().hi.is_none());
        assert!(parse_range("5000元").unwrap().point);
    }

    #[test]
    fn full_width_commas_separate_arguments() {
        let ast = parse("round(超标倍数，half_up，to=1元)").unwrap();
        let AstKind::Call { arguments, rounding, to, .. } = ast.kind else { panic!("a call") };
        assert_eq!((arguments.len(), rounding, to.is_some()), (1, Some(Rounding::HalfUp), true));
    }

    #[test]
    fn errors_say_what_was_expected() {
        assert_eq!(parse("货值金额 <").unwrap_err().message, "expected a value, the text ends");
        assert_eq!(parse("a b").unwrap_err().message, "expected the end of the expression, found `b`");
        assert!(parse("日期 within 2年 违法行为日").unwrap_err().help.unwrap().contains("through"));
    }
}
