//! Facts, definitions and factors: read, named, typed.

use std::sync::Arc;

use super::keys;
use super::reader::Fields;
use super::scope::{DATES, Named, Scope};
use crate::diagnostic::Code;
use crate::expr::{Allowed, Cond, Levels, Symbol, Type};
use crate::gather::Gather as _;
use crate::ruleset::{BODY, FactDecl, Factor, FactorLevel, Lowest, PLACE};
use crate::source::Span;
use crate::syntax::{Entry, Node};
use crate::value::{Base, Bound, Dimension, Interval, Rational, Unit};
use crate::vocabulary::Filled;

const TYPES: [&str; 12] = [
    "yes-no", "finding", "integer", "number", "money", "ratio", "date", "choice", "level", "text", "duration",
    "list of",
];

/// The case dates, in every file.
pub(super) fn dates(scope: &mut Scope<'_, '_>) {
    for name in DATES {
        let id = scope.facts.push(FactDecl {
            name: name.into(),
            ty: Type::Date,
            integer: true,
            finding: false,
            money: false,
            unit: None,
            domain: Interval::ALL,
            ask: None,
            basis: None,
            lowest: None,
            can_be_unascertainable: true,
            filled: false,
            owner: None,
            span: Span::default(),
        });
        scope.declare(name, Span::default(), Named::Ready(Symbol::Fact(id, Type::Date, Interval::ALL)));
    }
}

/// The facts, definitions and factors of the file or of an offence.
pub(super) fn all<'n>(scope: &mut Scope<'_, 'n>, fields: Fields<'n>) {
    for entry in scope.reader.names_of(fields, "facts") {
        fact(scope, entry);
    }
    let defines = scope.reader.names_of(fields, "define");
    for entry in defines {
        if let Some(name) = name(scope, entry) {
            scope.declare(&name, entry.key.span, Named::Pending(&entry.value));
        }
    }
    let mut factors = Vec::new();
    for entry in scope.reader.names_of(fields, "factors") {
        factors.extend(declare_factor(scope, entry));
    }
    for entry in defines {
        use crate::expr::Names;
        let used = scope.used.contains(entry.key.text.as_str());
        scope.resolve(&entry.key.text);
        if !used {
            scope.used.remove(entry.key.text.as_str());
        }
    }
    for (id, factor) in factors {
        factor_conditions(scope, id, factor);
    }
}

/// The name an entry declares, unless it cannot; problems are reported, and what refers to it is not reported again.
fn name(scope: &mut Scope<'_, '_>, entry: &Entry) -> Option<Arc<str>> {
    let span = entry.key.span;
    let word = entry.key.text.as_str();
    let of_procedure = [BODY, PLACE].contains(&word) || Filled::parse(word).is_some();
    if DATES.contains(&word) || of_procedure {
        let message = format!("`{word}` is a word of the format");
        let help = if of_procedure {
            "it is a fact of every `procedure`: use it there without declaring it"
        } else {
            "it is a fact of every ruleset: use it without declaring it"
        };
        scope.reader.error(Code::ReservedName, span, message, help);
        return None;
    }
    let text = match word_of_expressions(scope, &entry.key.text, span) {
        Ok(text) => text,
        Err(text) => {
            scope.declare(&text, span, Named::Ready(Symbol::Broken));
            return None;
        }
    };
    if let Some(first) = scope.declared(&text) {
        let diagnostic =
            crate::diagnostic::Diagnostic::error(Code::DuplicateName, span, format!("`{text}` is declared twice"))
                .label(first, "it is declared here already")
                .help("one name means one thing: choose another name");
        scope.reader.sink.push(diagnostic);
        return None;
    }
    Some(text)
}

/// A name that may stand in an expression, in its proper characters; an error has been reported.
fn word_of_expressions(scope: &mut Scope<'_, '_>, text: &str, span: Span) -> Result<Arc<str>, Arc<str>> {
    let text = scope.reader.name(text, span);
    if crate::expr::is_reserved(&text) {
        let message = format!("`{text}` is a word of the format");
        scope.reader.error(Code::ReservedName, span, message, "choose another name");
        return Err(text);
    }
    if !crate::expr::is_name(&text) {
        let message = format!("`{text}` cannot be used in an expression");
        let help = "use letters, Chinese characters, digits and `_`, and do not begin with a digit";
        scope.reader.error(Code::BadId, span, message, help);
        return Err(text);
    }
    Ok(text)
}

fn fact(scope: &mut Scope<'_, '_>, entry: &Entry) {
    let Some(name) = name(scope, entry) else { return };
    let declared = read_fact(scope, entry, &name);
    let symbol = match declared {
        Some(declared) => {
            let (ty, domain) = (declared.ty.clone(), declared.domain);
            Symbol::Fact(scope.facts.push(declared), ty, domain)
        }
        None => Symbol::Broken,
    };
    scope.declare(&name, entry.key.span, Named::Ready(symbol));
}

fn read_fact(scope: &mut Scope<'_, '_>, entry: &Entry, name: &Arc<str>) -> Option<FactDecl> {
    let fields = scope.reader.object(&entry.value, &keys::FACT)?;
    let type_node = fields.get("type")?;
    let word = scope.reader.text(type_node)?;
    let unit = unit_of(scope, fields, word)?;
    let (ty, integer, money) = read_type(scope, fields, type_node, word, unit.as_ref())?;
    let unit = if money { Some(Unit::parse("元")) } else { unit };
    let scalar = match &ty {
        Type::List(inner) => (**inner).clone(),
        other => other.clone(),
    };
    let mut ends = [None, None];
    for (key, end) in ["min", "max"].into_iter().zip(ends.iter_mut()) {
        if let Some(node) = fields.get(key) {
            *end = Some(limit(scope, node, &scalar, unit.as_ref())?);
        }
    }
    let [min, max] = ends;
    let least = min.or(money.then_some(Rational::ZERO)).map_or(Bound::Unbounded, Bound::Inclusive);
    let greatest = max.map_or(Bound::Unbounded, Bound::Inclusive);
    let Some(domain) = Interval::new(least, greatest) else {
        scope.reader.error(Code::BadRange, entry.key.span, "`min` is above `max`", "");
        return None;
    };
    let lowest = lowest(scope, fields).or_else(|| scope.lowest.clone().filter(|_| is_ordered(&ty)));
    let basis = scope.basis(fields);
    Some(FactDecl {
        name: name.clone(),
        ty,
        integer,
        finding: word == "finding",
        money,
        unit,
        domain,
        ask: scope.reader.text_of(fields, "ask"),
        basis,
        lowest,
        can_be_unascertainable: fields.get("ascertainable").is_none(),
        filled: false,
        owner: scope.owner.clone(),
        span: entry.key.span,
    })
}

fn is_ordered(ty: &Type) -> bool {
    matches!(ty, Type::Levels(levels) if levels.ordered)
}

fn lowest(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Lowest> {
    let node = fields.get("unascertainable")?;
    let inner = scope.reader.object(node, &keys::LOWEST)?;
    scope.reader.word(inner, "is", &["lowest"], |w| (w == "lowest").then_some(()))?;
    Some(Lowest { basis: scope.basis(inner) })
}

/// The policy of the whole file.
pub(super) fn file_policy(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Option<Lowest> {
    lowest(scope, fields)
}

/// `min` and `max`: a number, with or without the unit of the fact.
fn limit(scope: &mut Scope<'_, '_>, node: &Node, ty: &Type, unit: Option<&Unit>) -> Option<Rational> {
    let text = scope.reader.text(node)?;
    if let Some(plain) = Rational::parse(text) {
        return plain.mul(unit.map_or(Rational::ONE, |u| u.scale)).ok();
    }
    match scope.value(node, &Allowed::default())? {
        (crate::expr::Expr::Number(n), found) if found == *ty => Some(n),
        (_, found) => {
            let message = format!("expected a constant that is {ty}, found {found}");
            let numbers = matches!((&found, ty), (Type::Number(_), Type::Number(_))) && found != *ty;
            let code = if numbers { Code::UnitMismatch } else { Code::BadNumber };
            scope.reader.error(code, node.span, message, "write it in the unit of the fact");
            None
        }
    }
}

/// The unit of a fact, if its type has one; `None`: it is wrong and was reported.
fn unit_of(scope: &mut Scope<'_, '_>, fields: Fields<'_>, word: &str) -> Option<Option<Unit>> {
    let Some(node) = fields.get("unit") else { return Some(None) };
    let text = scope.reader.text(node)?;
    let word = word.trim_start_matches("list of ").trim();
    let known = Unit::known(text);
    let (message, help) = match word {
        "money" if text != "元" => {
            let message = format!("money is given in 元, not in `{text}`");
            (message, "leave out `unit`; conditions and ranges may still be written in 万元")
        }
        "ratio" if known.is_none_or(|unit| !unit.dimension.is_none()) => {
            ("ratio has no unit".to_owned(), "leave out `unit`, or declare a number of that unit")
        }
        "integer" | "number" | "duration" if !is_unit(text) => {
            (format!("`{text}` is not a unit"), "write one unit, such as 日 or 千克, or a quotient of two: 元/吨")
        }
        "yes-no" | "finding" | "date" | "text" | "choice" | "level" | "record" => {
            (format!("{word} has no unit"), "leave out `unit`, or declare an integer or a number")
        }
        _ => return Some(Some(Unit::parse(text))),
    };
    scope.reader.error(Code::BadUnit, node.span, message, help);
    None
}

/// Whether a text is a word for a unit, known or not, or a quotient of two.
fn is_unit(text: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    let quotient = text.split_once('/');
    Unit::known(text).is_some() && text.matches('/').count() < 2
        || quotient.map_or_else(|| word(text), |(above, below)| word(above) && word(below))
}

fn read_type(
    scope: &mut Scope<'_, '_>,
    fields: Fields<'_>,
    node: &Node,
    word: &str,
    unit: Option<&Unit>,
) -> Option<(Type, bool, bool)> {
    let dimension = || unit.map_or_else(Dimension::none, |u| u.dimension.clone());
    let plain = |ty| Some((ty, false, false));
    match word {
        "yes-no" | "finding" => plain(Type::Truth),
        "integer" => Some((Type::Number(dimension()), true, false)),
        "number" | "duration" => plain(Type::Number(dimension())),
        "money" => Some((Type::Number(Dimension::of(Base::Money)), false, true)),
        "ratio" => plain(Type::Number(Dimension::none())),
        "date" => Some((Type::Date, true, false)),
        "text" => plain(Type::Text),
        "choice" | "level" => {
            let Some(of) = fields.get("of") else {
                let message = format!("a {word} needs `of`");
                scope.reader.error(Code::MissingKey, node.span, message, "list its values, light to heavy for a level");
                return None;
            };
            let names = level_names(scope, of)?;
            plain(Type::Levels(Arc::new(Levels { names, ordered: word == "level" })))
        }
        "record" => {
            let mut record: Vec<(Arc<str>, Type)> = Vec::new();
            for entry in scope.reader.names_of(fields, "fields") {
                let inner = scope.reader.object(&entry.value, &keys::FACT)?;
                let type_node = inner.get("type")?;
                let word = scope.reader.text(type_node)?;
                let unit = unit_of(scope, inner, word)?;
                if unit.as_ref().is_some_and(|u| u.scale != Rational::ONE) {
                    let message = "a field of a record is given in the base unit";
                    let help = "write 元, 日, 月, 千克, 平方米 …, and give the values in it";
                    scope.reader.error(Code::BadUnit, type_node.span, message, help);
                    return None;
                }
                let (ty, ..) = read_type(scope, inner, type_node, word, unit.as_ref())?;
                record.push((word_of_expressions(scope, &entry.key.text, entry.key.span).ok()?, ty));
            }
            if record.is_empty() {
                scope.reader.error(
                    Code::MissingKey,
                    node.span,
                    "a record needs `fields`",
                    "name them with their types",
                );
                return None;
            }
            plain(Type::Record(record.into()))
        }
        _ => {
            if let Some(inner) = word.strip_prefix("list of ") {
                let (ty, integer, money) = read_type(scope, fields, node, inner.trim(), unit)?;
                return Some((Type::List(Box::new(ty)), integer, money));
            }
            let help = crate::syntax::one_of(word, TYPES.into_iter(), "there are", "");
            scope.reader.error(Code::WrongShape, node.span, format!("there is no type `{word}`"), help);
            None
        }
    }
}

fn level_names(scope: &mut Scope<'_, '_>, of: &Node) -> Option<Vec<Arc<str>>> {
    let mut names: Vec<Arc<str>> = Vec::new();
    for item in scope.reader.list(of) {
        let text = scope.reader.text(item)?;
        let text = scope.reader.name(text, item.span);
        if names.contains(&text) {
            let message = format!("`{text}` stands twice");
            scope.reader.error(Code::DuplicateName, item.span, message, "remove one, or rename it");
            return None;
        }
        names.push(text);
    }
    if names.len() > Levels::MOST {
        let message = format!("{} values; at most {} are possible", names.len(), Levels::MOST);
        scope.reader.error(Code::TooManyLevels, of.span, message, "use a `text` fact, or group the values");
        return None;
    }
    (!names.is_empty()).then_some(names)
}

/// Names a factor and its levels; its conditions are read when all names are known.
fn declare_factor<'n>(scope: &mut Scope<'_, 'n>, entry: &'n Entry) -> Option<(crate::expr::FactorId, &'n [Entry])> {
    let name = name(scope, entry)?;
    let broken = |scope: &mut Scope<'_, 'n>| {
        scope.declare(&name, entry.key.span, Named::Ready(Symbol::Broken));
        None
    };
    let Some(fields) = scope.reader.object(&entry.value, &keys::FACTOR) else { return broken(scope) };
    let levels = scope.reader.names_of(fields, "levels");
    if levels.is_empty() || levels.len() > Levels::MOST {
        let message = format!("a factor has 1 to {} levels, found {}", Levels::MOST, levels.len());
        scope.reader.error(Code::TooManyLevels, entry.key.span, message, "");
        return broken(scope);
    }
    let hit = scope.reader.word(fields, "hit", &["unique", "heaviest"], |w| match w {
        "unique" => Some(false),
        "heaviest" => Some(true),
        _ => None,
    });
    let names = levels.iter().map(|l| scope.reader.name(&l.key.text, l.key.span)).gather();
    let levels_type = Arc::new(Levels { names, ordered: true });
    let lowest = lowest(scope, fields).or_else(|| scope.lowest.clone());
    let basis = scope.basis(fields);
    let id = scope.factors.push(Factor {
        name: name.clone(),
        levels: levels_type.clone(),
        conditions: Vec::new(),
        heaviest: hit.unwrap_or(false),
        lowest,
        basis,
        span: entry.key.span,
    });
    scope.declare(&name, entry.key.span, Named::Ready(Symbol::Factor(id, levels_type)));
    Some((id, levels))
}

fn factor_conditions(scope: &mut Scope<'_, '_>, id: crate::expr::FactorId, levels: &[Entry]) {
    for level in levels {
        let when = scope.condition(&level.value, &Allowed::default()).unwrap_or(Cond::Const(false));
        let text = level.value.as_str().unwrap_or("").into();
        if let Some(factor) = scope.factors.get_mut(id) {
            factor.conditions.push(FactorLevel { when, text });
        }
    }
}
