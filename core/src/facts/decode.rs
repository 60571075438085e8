//! Decoding: text and numbers of the case → values of the declared types.

use std::borrow::Cow;

use super::{Fact, FactCode, FactError, Facts};
use crate::expr::{FactId, LevelSet, Num, Type, Val};
use crate::gather::Gather as _;
use crate::link::Linked;
use crate::ruleset::FactDecl;
use crate::source::{Source, Span};
use crate::syntax::{Node, NodeKind, Style, suggest};
use crate::value::{Date, Rational, Truth, Unit};

/// How 无法查明 is written in a case.
pub(crate) const UNASCERTAINABLE: &str = "无法查明";
/// The greatest whole number that every JSON reader keeps: 2^53 − 1.
pub const MAX_SAFE: i64 = 9_007_199_254_740_991;

impl Facts {
    /// Reads the facts of a case from text, YAML or JSON: names and values.
    ///
    /// # Errors
    /// As [`Facts::decode`]; a text that cannot be read is an error too.
    ///
    /// # Example
    /// ```
    /// # use cailiang::{Facts, Library, Ruleset, Source, value::Date};
    /// # let text = "cailiang: 1\nruleset: cn.a\ntitle: 示例\nissuer: 示例\nin_force: {from: 2024-01-01}\nstatus: in_force
    /// # laws: {甲法: {title: 甲法}}\nfacts: {货值金额: {type: money}}\noffences:
    /// #   - {id: a, name: 甲, statute: {basis: 甲法 第一条, sanctions: [
    /// #      {id: 罚款, kind: fine, range: 10倍以上20倍以下, of: 货值金额}]}}";
    /// # let mut library = Library::new();
    /// # library.add(Ruleset::compile(&Source::new("a.yaml", text)).0.unwrap()).unwrap();
    /// # let program = library.link("cn.a", "a", Date::parse("2024-05-01").unwrap()).unwrap();
    /// let errors = Facts::read(&program, &Source::new("case", "{货值: 9600}")).unwrap_err();
    /// assert_eq!(errors[0].help.as_deref(), Some("did you mean `货值金额`?"));
    /// ```
    pub fn read(of: &impl AsRef<Linked>, source: &Source) -> Result<Self, Vec<FactError>> {
        let (node, diagnostics) = crate::syntax::read(source);
        let errors: Vec<FactError> = diagnostics
            .iter()
            .filter(|d| d.is_error())
            .map(|d| {
                let error = FactError::new(FactCode::Unreadable, "", "names and values", d.span()).says(&d.message);
                FactError { help: d.help.clone(), ..error }
            })
            .gather();
        match node {
            Some(node) if errors.is_empty() => Self::decode(of, &node),
            _ => Err(errors),
        }
    }

    /// Decodes the `facts` of a case.
    ///
    /// # Errors
    /// All mistakes at once: unknown names (with the most similar one), types, units, values outside the domain.
    /// A fact that is left out, or nothing (`null`), is missing; that is not an error.
    pub fn decode(of: &impl AsRef<Linked>, node: &Node) -> Result<Self, Vec<FactError>> {
        decode_each(&[of.as_ref()], node).map(|mut each| each.pop().unwrap_or_else(|| Self::none(of)))
    }
}

/// Decodes the `facts` of a case for each of several linked units, such as two versions of a ruleset: a name is right
/// that one of them knows, and every unit that knows it takes its value.
///
/// # Errors
/// As [`Facts::decode`]; what is wrong for several units alike is said once.
pub fn decode_each(units: &[&Linked], node: &Node) -> Result<Vec<Facts>, Vec<FactError>> {
    let NodeKind::Mapping(entries) = &node.kind else {
        let expected = "a mapping of names to values";
        return Err(vec![FactError::new(FactCode::WrongType, "/facts", expected, node.span).found(node.describe())]);
    };
    let mut decoded: Vec<Facts> = units.iter().map(|unit| Facts::none(*unit)).gather();
    let mut errors: Vec<FactError> = Vec::new();
    for entry in entries {
        let name = &entry.key.text;
        let span = if entry.value.span.is_empty() { entry.key.span } else { entry.value.span };
        let place = ValuePlace { above: None, part: PathPart::Name(name), span };
        let mut known = false;
        for (unit, facts) in units.iter().zip(&mut decoded) {
            let Some((id, declared)) = declared(unit, name) else { continue };
            known = true;
            match decode(declared, &entry.value, &place) {
                Ok(fact) => match id {
                    Some(id) => facts.set(id, fact),
                    // The dates of the case choose the versions: they are never without use.
                    None if crate::compile::DATES.contains(&name.as_str()) => {}
                    None => facts.unread.push(name.clone()),
                },
                Err(error) if errors.contains(&error) => {}
                Err(error) => errors.push(*error),
            }
        }
        // Nothing said of a fact that another part of the ruleset reads: cases of one file may share facts.
        let elsewhere = || units.iter().any(|unit| unit.ruleset.facts.iter().any(|f| *f.name == **name));
        if !known && (!entry.value.is_null() || !elsewhere()) {
            errors.push(unknown(units, name, &place, entry.key.span));
        }
    }
    if errors.is_empty() { Ok(decoded) } else { Err(errors) }
}

/// What a unit knows of a name: a fact it reads, or one that its rulesets declare and it does not read.
fn declared<'a>(unit: &'a Linked, name: &str) -> Option<(Option<FactId>, &'a FactDecl)> {
    if let Some(id) = unit.fact(name) {
        return Some((Some(id), unit.facts.at(id)));
    }
    std::iter::once(&unit.ruleset)
        .chain(&unit.used)
        .flat_map(|r| r.facts.iter())
        .find(|f| *f.name == *name && f.owner.as_ref().is_none_or(|o| *o == unit.owner))
        .map(|f| (None, f))
}

/// Where a value stands. Its path is made only where something is wrong with it.
struct ValuePlace<'p> {
    above: Option<&'p ValuePlace<'p>>,
    part: PathPart<'p>,
    span: Span,
}

enum PathPart<'p> {
    Name(&'p str),
    Item(usize),
}

impl ValuePlace<'_> {
    fn path(&self) -> String {
        match (self.above, &self.part) {
            (None, PathPart::Name(name)) => format!("/facts/{}", name.replace('~', "~0").replace('/', "~1")),
            (None, PathPart::Item(number)) => format!("/facts/{number}"),
            (Some(above), PathPart::Name(name)) => format!("{}/{name}", above.path()),
            (Some(above), PathPart::Item(number)) => format!("{}/{number}", above.path()),
        }
    }
}

fn unknown(units: &[&Linked], name: &str, place: &ValuePlace<'_>, span: Span) -> FactError {
    let elsewhere = |unit: &&&Linked| unit.ruleset.facts.iter().any(|f| *f.name == *name);
    if let Some(unit) = units.iter().find(elsewhere)
        && let Some(other) = unit.ruleset.facts.iter().find(|f| *f.name == *name)
    {
        let (own, owner) = (&unit.owner, other.owner.as_deref().unwrap_or(""));
        return FactError::new(FactCode::OtherOffence, &place.path(), &format!("a fact of `{own}`"), span)
            .found(format!("a fact of `{owner}`"))
            .says(format!("`{name}` is a fact of `{owner}`, not of `{own}`"))
            .help(format!("leave it out, or evaluate `{owner}`"));
    }
    let mut known: Vec<&str> = Vec::new();
    for fact in units.iter().flat_map(|unit| unit.facts.iter()) {
        if !known.contains(&&*fact.name) {
            known.push(&fact.name);
        }
    }
    let help = match suggest(name, known.iter().copied()) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => format!("the offence reads {}", known.join("、")),
    };
    FactError::new(FactCode::UnknownFact, &place.path(), "a declared fact", span)
        .found(format!("`{name}`"))
        .says(format!("there is no fact `{name}`"))
        .help(help)
}

fn decode(declared: &FactDecl, node: &Node, place: &ValuePlace<'_>) -> Result<Fact, Box<FactError>> {
    if declared.filled {
        let error = FactError::new(FactCode::Filled, &place.path(), "no value", place.span)
            .found(node.shown())
            .says(format!("`{}` is not given: it comes from what is computed or proposed", declared.name))
            .help("leave it out; to ask about a decision, give it as `planned`");
        return Err(Box::new(error));
    }
    match &node.kind {
        NodeKind::Null => return Ok(Fact::Missing),
        NodeKind::Scalar { text, .. } if text == UNASCERTAINABLE => {
            if !declared.can_be_unascertainable {
                let wanted = expected(declared, &declared.ty);
                let error = FactError::new(FactCode::NotUnascertainable, &place.path(), &wanted, place.span)
                    .found(UNASCERTAINABLE)
                    .says(format!("`{}` can always be found out", declared.name))
                    .help("give its value, or leave it out");
                return Err(Box::new(error));
            }
            return Ok(Fact::Unascertainable);
        }
        _ => {}
    }
    value(declared, &declared.ty, node, place).map(Fact::Given)
}

fn expected(declared: &FactDecl, ty: &Type) -> String {
    match ty {
        Type::Truth => "true or false".into(),
        Type::Number(_) => {
            let what = if declared.integer { "a whole number" } else { "a number" };
            match &declared.unit {
                Some(unit) => format!("{what} of {}", unit.name),
                None => what.into(),
            }
        }
        Type::Date => "a date such as 2024-03-01".into(),
        Type::Levels(levels) => format!("one of {}", levels.names.iter().map(|n| &**n).gather::<Vec<_>>().join("、")),
        Type::Text => "text".into(),
        Type::List(_) => "a list".into(),
        Type::Record(_) => "a record".into(),
    }
}

fn value(declared: &FactDecl, ty: &Type, node: &Node, place: &ValuePlace<'_>) -> Result<Val, Box<FactError>> {
    let instead =
        |code, found: String| FactError::new(code, &place.path(), &expected(declared, ty), place.span).found(found);
    let mismatch = || Box::new(instead(FactCode::WrongType, node.shown()));
    match (ty, &node.kind) {
        (Type::Truth, NodeKind::Scalar { text, style: Style::Plain }) if text == "true" || text == "false" => {
            Ok(Val::Truth(Truth::from(text == "true")))
        }
        (Type::Truth, NodeKind::Scalar { text, .. }) => {
            let mut error = *mismatch();
            error.help = said(text).map(|truth| format!("write `{truth}`, without quotes"));
            Err(Box::new(error))
        }
        (Type::Number(_), NodeKind::Scalar { text, style }) => number(declared, ty, text, *style, place),
        (Type::Date, NodeKind::Scalar { text, .. }) => match Date::parse(text) {
            Ok(date) => Ok(Val::Num(Num::Point(Rational::int(date.day_number())))),
            Err(problem) => {
                Err(Box::new(instead(FactCode::BadDate, format!("`{text}`")).says(format!("`{text}`: {problem}"))))
            }
        },
        (Type::Levels(levels), NodeKind::Scalar { text, .. }) => match levels.position(text) {
            Some(position) => Ok(Val::Levels(LevelSet::one(position))),
            None => {
                let mut error = *mismatch();
                error.code = FactCode::OutOfDomain;
                error.help = suggest(text, levels.names.iter().map(|n| &**n)).map(|s| format!("did you mean `{s}`?"));
                Err(Box::new(error))
            }
        },
        (Type::Text, NodeKind::Scalar { text, .. }) => Ok(Val::Text(Some(text.as_str().into()))),
        (Type::List(inner), NodeKind::Sequence(items)) => {
            let mut values = Vec::with_capacity(items.len());
            for (item, i) in items.iter().zip(0usize..) {
                let place = ValuePlace { above: Some(place), part: PathPart::Item(i), span: item.span };
                values.push((value(declared, inner, item, &place)?, Truth::True));
            }
            Ok(Val::List(Some(values.into())))
        }
        (Type::Record(fields), NodeKind::Mapping(entries)) => {
            for entry in entries {
                if !fields.iter().any(|(n, _)| **n == *entry.key.text) {
                    let path = format!("{}/{}", place.path(), entry.key.text);
                    let known = fields.iter().map(|(n, _)| &**n);
                    let help = suggest(&entry.key.text, known.clone())
                        .map(|s| format!("did you mean `{s}`?"))
                        .unwrap_or_else(|| format!("it has {}", known.gather::<Vec<_>>().join("、")));
                    let error = FactError::new(FactCode::UnknownFact, &path, "a field of the record", entry.key.span)
                        .found(format!("`{}`", entry.key.text))
                        .help(help);
                    return Err(Box::new(error));
                }
            }
            let mut values = Vec::with_capacity(fields.len());
            for (name, ty) in fields.iter() {
                values.push(match node.get(name).filter(|n| !n.is_null() && n.as_str() != Some(UNASCERTAINABLE)) {
                    None => Val::unknown(ty),
                    Some(field) => {
                        let place = ValuePlace { above: Some(place), part: PathPart::Name(name), span: field.span };
                        // A field of money is not declared as such; its type and unit are those of the record.
                        let plain = FactDecl {
                            integer: false,
                            money: false,
                            domain: crate::value::Interval::ALL,
                            unit: None,
                            ..declared.clone()
                        };
                        value(&plain, ty, field, &place)?
                    }
                });
            }
            Ok(Val::Record(values.into()))
        }
        _ => Err(mismatch()),
    }
}

fn number(
    declared: &FactDecl,
    ty: &Type,
    text: &str,
    style: Style,
    place: &ValuePlace<'_>,
) -> Result<Val, Box<FactError>> {
    let error = |code, message: String, help: Option<String>| {
        let error = FactError::new(code, &place.path(), &expected(declared, ty), place.span).found(format!("`{text}`"));
        Box::new(FactError { help, ..error.says(message) })
    };
    let split = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.'))).unwrap_or(text.len());
    let (digits, written) = text.split_at_checked(split).unwrap_or((text, ""));
    let written = written.trim();
    let Some(plain) = Rational::parse(digits) else {
        let (code, message) =
            if digits.len() > 30 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') {
                (FactCode::BadNumber, format!("`{text}` has more digits than can be computed exactly"))
            } else {
                (FactCode::WrongType, format!("expected {}, found `{text}`", expected(declared, ty)))
            };
        let quoted = || style.eq(&Style::Quoted).then(|| "write digits, such as 9600 or \"9600.50\"".to_owned());
        return Err(error(
            code,
            message,
            in_digits(text, declared.unit.as_ref().map_or("", |u| &u.name)).or_else(quoted),
        ));
    };
    // What a JavaScript host wrote beyond this may have been rounded before it came here.
    if style == Style::Plain && plain.abs() > Rational::int(MAX_SAFE) {
        let help = Some(format!("write it as text: \"{text}\""));
        return Err(error(FactCode::BadNumber, format!("`{text}` is beyond what a JSON number carries exactly"), help));
    }
    // A plain number may be written as a percentage: `80%` is 0.8 in any text.
    let unit = match declared.unit.as_ref().filter(|unit| !unit.name.is_empty()) {
        Some(unit) => Cow::Borrowed(unit),
        None if written == "%" || written == "倍" => Cow::Owned(Unit::parse(written)),
        None => declared.unit.as_ref().map_or_else(|| Cow::Owned(Unit::none()), Cow::Borrowed),
    };
    if written.starts_with([',', '，']) {
        let help = Some("write digits without separators, such as 1000".to_owned());
        return Err(error(FactCode::BadNumber, format!("`{text}` has a separator between its digits"), help));
    }
    if written.starts_with(['e', 'E']) && written.len() > 1 {
        let help = Some("write all its digits, such as 1000 for 1e3".to_owned());
        return Err(error(FactCode::BadNumber, format!("`{text}` has an exponent"), help));
    }
    if !written.is_empty() && written != &*unit.name {
        let help = Unit::known(written)
            .filter(|w| w.dimension == unit.dimension && !unit.name.is_empty())
            .and_then(|w| plain.mul(w.scale).and_then(|n| n.div(unit.scale)).ok())
            .map(|n| format!("{digits}{written} is {n}{}: write {n}", unit.name))
            .or_else(|| in_digits(text, &unit.name));
        let wanted = if unit.name.is_empty() { "no unit".to_owned() } else { format!("`{}`", unit.name) };
        return Err(error(FactCode::WrongUnit, format!("expected {wanted}, found `{written}`"), help));
    }
    if declared.money && plain.decimal_places().is_none_or(|d| d > 2) {
        let help = Some("money has at most two decimals (分)".to_owned());
        return Err(error(FactCode::TooManyDecimals, format!("`{text}` has more than two decimals"), help));
    }
    if declared.integer && !plain.is_integer() {
        return Err(error(FactCode::WrongType, format!("expected {}, found `{text}`", expected(declared, ty)), None));
    }
    let scaled = plain
        .mul(unit.scale)
        .map_err(|_| error(FactCode::BadNumber, format!("`{text}` is too large to be computed exactly"), None))?;
    if !declared.domain.contains(scaled) {
        let message = if declared.money && plain.signum() < 0 {
            format!("`{text}` is negative")
        } else {
            format!("`{text}` lies outside what `{}` can be", declared.name)
        };
        return Err(error(FactCode::OutOfDomain, message, Some(format!("it can be {}", shown_domain(declared)))));
    }
    Ok(Val::Num(Num::Point(scaled)))
}

/// What other ways to say yes and no mean; nothing is taken for it.
fn said(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" | "是" | "有" | "对" => Some(true),
        "false" | "no" | "n" | "off" | "0" | "否" | "无" | "不是" | "没有" => Some(false),
        _ => None,
    }
}

/// How a number in Chinese numerals or full-width digits is written.
fn in_digits(text: &str, unit: &str) -> Option<String> {
    let narrow: String = text
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c).saturating_sub(u32::from('０')), 10).unwrap_or(c),
            '．' => '.',
            other => other,
        })
        .gather();
    if narrow != text && Rational::parse(&narrow).is_some() {
        return Some(format!("write it with ordinary digits: {narrow}"));
    }
    let (number, length) = crate::value::parse_number_prefix(&narrow)?;
    let rest = narrow.get(length..)?.trim();
    (rest.is_empty() || rest == unit).then(|| format!("write it in digits: {number}{rest}"))
}

fn shown_domain(declared: &FactDecl) -> String {
    let scale = declared.unit.as_ref().map_or(Rational::ONE, |u| u.scale);
    let unit = declared.unit.as_ref().map_or("", |u| &*u.name);
    let shown =
        |bound: crate::value::Bound| bound.value().and_then(|n| n.div(scale).ok()).map(|n| format!("{n}{unit}"));
    match (shown(declared.domain.lo()), shown(declared.domain.hi())) {
        (Some(lo), Some(hi)) => format!("from {lo} to {hi}"),
        (Some(lo), None) => format!("{lo} or more"),
        (None, Some(hi)) => format!("{hi} or less"),
        (None, None) => "any number".into(),
    }
}
