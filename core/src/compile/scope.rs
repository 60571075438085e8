//! The names of a file: what is declared for all offences, and what only the offence at hand declares.

use std::sync::Arc;

use super::keys;
use super::reader::{Reader, head_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{
    Allowed, Atom, AtomId, Checker, Cond, DefineId, Expr, FactId, FactorId, Names, Phrases, RangeExpr, Symbol, Table,
    Test, Type, Typed,
};
use crate::gather::Gather as _;
use crate::ruleset::{BODY, Define, FactDecl, Factor, Head, Lowest, PLACE, Tier, TierId, cites};
use crate::source::{Source, Span};
use crate::syntax::{Node, NodeKind};
use crate::value::Sorted;
use crate::vocabulary::Filled;

/// The dates of a case: facts of every ruleset, whether it declares them or not.
pub const DATES: [&str; 5] = ["违法行为日", "行为终了日", "发现日", "立案日", "决定日"];

/// A name and how far its declaration has been checked.
#[derive(Clone, Debug)]
pub(super) enum Named<'n> {
    Ready(Symbol),
    /// A definition that is checked when first used, so that the order in the file is free.
    Pending(&'n Node),
    InProgress,
}

/// Everything the compiler of one file knows.
pub(super) struct Scope<'s, 'n> {
    pub(super) reader: Reader<'s>,
    pub(super) head: Head,
    pub(super) phrases: Phrases,
    pub(super) lowest: Option<Lowest>,
    pub(super) tiers: Table<TierId, Tier>,
    pub(super) facts: Table<FactId, FactDecl>,
    pub(super) defines: Table<DefineId, Define>,
    pub(super) factors: Table<FactorId, Factor>,
    pub(super) atoms: Table<AtomId, Atom>,
    known_atoms: Sorted<Test, AtomId>,
    pub(super) global: Sorted<Arc<str>, (Named<'n>, Span)>,
    pub(super) local: Sorted<Arc<str>, (Named<'n>, Span)>,
    /// The offence whose names are in `local`.
    pub(super) owner: Option<Arc<str>>,
    pub(super) used: Sorted<Arc<str>>,
    /// Names that only some offence declares, with that offence.
    pub(super) elsewhere: Sorted<Arc<str>, Arc<str>>,
    /// Sanctions, branches and clauses whose declaration is wrong and reported: what refers to them is not reported.
    pub(super) broken: Sorted<Arc<str>>,
    /// What nothing uses, reported when nothing else is wrong: what failed may have used it.
    pub(super) unused: Vec<(Arc<str>, Span)>,
    /// Definitions being checked, outermost first.
    open: Vec<Arc<str>>,
    /// The citations of the document.
    pub(super) citations: Vec<Arc<str>>,
}

impl<'s, 'n> Scope<'s, 'n> {
    pub(super) fn new(source: &'s Source, head: Head, phrases: Phrases) -> Self {
        Self {
            reader: Reader::new(source),
            head,
            phrases,
            lowest: None,
            tiers: Table::EMPTY,
            facts: Table::default(),
            defines: Table::default(),
            factors: Table::default(),
            atoms: Table::default(),
            known_atoms: Sorted::new(),
            global: Sorted::new(),
            local: Sorted::new(),
            owner: None,
            used: Sorted::new(),
            elsewhere: Sorted::new(),
            broken: Sorted::new(),
            unused: Vec::new(),
            open: Vec::new(),
            citations: Vec::new(),
        }
    }

    /// Adds a name to the file, or to the offence at hand.
    pub(super) fn declare(&mut self, name: &str, span: Span, named: Named<'n>) {
        let names = if self.owner.is_some() { &mut self.local } else { &mut self.global };
        names.insert(name.into(), (named, span));
    }

    /// Where a name is already declared, as far as this offence can see.
    pub(super) fn declared(&self, name: &str) -> Option<Span> {
        self.local.get(name).or_else(|| self.global.get(name)).map(|(_, span)| *span)
    }

    /// Notes what was declared for the file, or for the offence at hand, and never used.
    pub(super) fn note_unused(&mut self) {
        let names = if self.owner.is_some() { &self.local } else { &self.global };
        let unused = names.iter().filter(|(name, _)| !self.used.contains(name) && !DATES.contains(&&**name));
        self.unused.extend(unused.map(|(name, (_, span))| (name.clone(), *span)));
    }

    /// Leaves an offence: its names are forgotten, so that the next one may have the same.
    pub(super) fn leave(&mut self) {
        self.note_unused();
        self.used.retain(|name| !self.local.contains(name));
        self.local.clear();
        self.owner = None;
    }

    /// A condition.
    pub(super) fn condition(&mut self, node: &Node, allowed: &Allowed) -> Option<Cond> {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                let place = self.reader.place(node);
                let ast = self.parsed(crate::expr::parse(text), place)?;
                Checker::new(self, text, place, allowed.clone()).cond(&ast)
            }
            NodeKind::Mapping(entries) if entries.len() == 1 => {
                let entry = entries.first()?;
                match entry.key.text.as_str() {
                    "any" => self.conditions(&entry.value, allowed, true).map(Cond::Any),
                    "all" => self.conditions(&entry.value, allowed, false).map(Cond::All),
                    "not" => self.condition(&entry.value, allowed).map(|c| Cond::Not(Box::new(c))),
                    other => {
                        let message = format!("a condition cannot have the key `{other}`");
                        self.reader.error(Code::UnknownKey, entry.key.span, message, "there are any, all and not");
                        None
                    }
                }
            }
            _ => {
                self.reader.shape(node, "a condition (text, or one of {any: […]}, {all: […]}, {not: …})");
                None
            }
        }
    }

    fn conditions(&mut self, node: &Node, allowed: &Allowed, any: bool) -> Option<Vec<Cond>> {
        let checked: Vec<_> = self.reader.list(node).iter().map(|n| self.condition(n, allowed)).gather();
        let parts = checked.into_iter().gather::<Option<Vec<_>>>()?;
        if crate::expr::together(self, &parts, any) {
            let (code, message) = if any {
                (Code::AlwaysTrue, "one of these conditions always holds")
            } else {
                (Code::AlwaysFalse, "these conditions never hold together")
            };
            let help = "`all` may stand for `any`, or the reverse; or two ends are the wrong way round";
            self.reader.warn(code, head_of(node), message, help);
        }
        Some(parts)
    }

    /// `when`, or `otherwise: true`; one of them must stand there.
    pub(super) fn when(&mut self, row: super::reader::Fields<'_>, allowed: &Allowed) -> Option<Cond> {
        match (row.get("when"), row.get("otherwise")) {
            (Some(when), None) => self.condition(when, allowed),
            (None, Some(otherwise)) => match self.reader.text(otherwise)? {
                "true" => Some(Cond::Const(true)),
                _ => {
                    let message = "`otherwise` can only be `true`";
                    self.reader.error(Code::WrongShape, otherwise.span, message, "leave it out, or write a `when`");
                    None
                }
            },
            (Some(_), Some(otherwise)) => {
                let message = "a row has `when` or `otherwise: true`, not both";
                self.reader.error(Code::WrongShape, otherwise.span, message, "keep one of them");
                None
            }
            (None, None) => {
                // A key that is there without a value has been reported.
                if row.node.get("when").or_else(|| row.node.get("otherwise")).is_none() {
                    let message = "a row needs either `when` or `otherwise: true`";
                    let help = "say for which facts it holds";
                    self.reader.error(Code::MissingKey, head_of(row.node), message, help);
                }
                None
            }
        }
    }

    /// A value: an expression, or rows.
    pub(super) fn value(&mut self, node: &Node, allowed: &Allowed) -> Option<Typed> {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                let place = self.reader.place(node);
                let ast = self.parsed(crate::expr::parse(text), place)?;
                Checker::new(self, text, place, allowed.clone()).value(&ast)
            }
            NodeKind::Sequence(rows) => {
                let mut checked = Vec::new();
                let mut ty: Option<Type> = None;
                for row in rows {
                    let fields = self.reader.object(row, &super::keys::VALUE_ROW)?;
                    let when = self.when(fields, allowed)?;
                    let is = fields.get("is")?;
                    let (expr, row_type) = self.value(is, allowed)?;
                    if let Some(first) = &ty
                        && *first != row_type
                    {
                        let message = format!("this row is {row_type}, the rows before are {first}");
                        self.reader.error(Code::TypeMismatch, is.span, message, "all rows of a value have one type");
                        return None;
                    }
                    ty = Some(row_type);
                    checked.push((when, expr));
                }
                let Some(ty) = ty else {
                    self.reader.shape(node, "at least one row");
                    return None;
                };
                Some((Expr::Rows(checked), ty))
            }
            _ => {
                self.reader.shape(node, "an expression, or rows of `when` and `is`");
                None
            }
        }
    }

    /// A range by the phrases of the document quoted, or written with `..`.
    pub(super) fn range(&mut self, node: &Node, phrases: &Phrases, allowed: &Allowed) -> Option<RangeExpr> {
        self.range_or(node, phrases, allowed, Code::BadRange)
    }

    /// The range of a statute: one that holds nothing is a wrong statute.
    pub(super) fn statutory_range(&mut self, node: &Node, phrases: &Phrases) -> Option<RangeExpr> {
        self.range_or(node, phrases, &Allowed::default(), Code::StatuteInverted)
    }

    /// Nothing is imposed below zero: a range that is one was mostly typed with a hyphen, which subtracts.
    fn not_below_zero(&mut self, text: &str, range: RangeExpr) -> Option<RangeExpr> {
        let below = |end: &&Expr| matches!(end, Expr::Number(n) if n.signum() < 0);
        // A part has bounds of its own.
        if range.dimension.is_none() || !range.lo.iter().chain(&range.hi).any(|end| below(&end)) {
            return Some(range);
        }
        let message = format!("`{text}` lies below zero");
        let help = match text.split_once('-').filter(|(first, _)| !first.trim().is_empty()) {
            Some((first, last)) => format!("`-` subtracts; write a range as `{}..{}`", first.trim(), last.trim()),
            None => "leave the sign out".to_owned(),
        };
        self.reader.error(Code::BadRange, range.span, message, help);
        None
    }

    fn range_or(&mut self, node: &Node, phrases: &Phrases, allowed: &Allowed, inverted: Code) -> Option<RangeExpr> {
        let text = match &node.kind {
            NodeKind::Scalar { text, .. } => text,
            NodeKind::Sequence(_) => {
                let (expr, ty) = self.value(node, allowed)?;
                return self.point(node, expr, &ty);
            }
            _ => {
                self.reader.shape(node, "a range");
                return None;
            }
        };
        let place = self.reader.place(node);
        match crate::expr::parse_legal_range(text, phrases) {
            Ok(Some(legal)) => {
                let end = |bound: crate::value::Bound| bound.value().map(Expr::Number);
                let interval = legal.interval;
                Some(RangeExpr {
                    lo: end(interval.lo()).filter(|_| legal.has_min),
                    lo_open: legal.has_min && !interval.lo().is_inclusive(),
                    hi: end(interval.hi()),
                    hi_open: legal.has_max && !interval.hi().is_inclusive(),
                    has_min: legal.has_min,
                    dimension: legal.unit.dimension,
                    span: node.span,
                })
            }
            Ok(None) => match crate::expr::no_phrase(text, phrases).filter(|_| self.is_unknown_name(text)) {
                Some(problem) => {
                    // The whole is what a reader takes for a range: the place inside it says nothing more.
                    self.reader.error(problem.code, node.span, problem.message, problem.help.unwrap_or_default());
                    None
                }
                None => {
                    let ast = self.parsed(crate::expr::parse_range(text), place)?;
                    let range = Checker::new(self, text, place, allowed.clone()).range(&ast, inverted)?;
                    self.not_below_zero(text, range)
                }
            },
            Err(problem) => {
                let offset = u32::try_from(problem.offset).unwrap_or(0);
                let span = place.base.map_or(node.span, |b| Span::new(b.saturating_add(offset), node.span.end));
                let code = if problem.code == Code::StatuteInverted { inverted } else { problem.code };
                self.reader.error(code, span, problem.message, problem.help.unwrap_or_default());
                None
            }
        }
    }

    fn is_unknown_name(&mut self, text: &str) -> bool {
        crate::expr::is_name(text) && self.resolve(text).is_none()
    }

    /// One value as a range.
    pub(super) fn point(&mut self, node: &Node, expr: Expr, ty: &Type) -> Option<RangeExpr> {
        let Type::Number(dimension) = ty else {
            self.reader.error(Code::TypeMismatch, node.span, format!("expected a quantity, found {ty}"), "");
            return None;
        };
        Some(RangeExpr {
            lo: Some(expr.clone()),
            lo_open: false,
            hi: Some(expr),
            hi_open: false,
            has_min: true,
            dimension: dimension.clone(),
            span: node.span,
        })
    }

    fn parsed<T>(&mut self, parsed: Result<T, crate::expr::ParseError>, place: crate::expr::Place) -> Option<T> {
        match parsed {
            Ok(ast) => Some(ast),
            Err(problem) => {
                let span = place.span(problem.span);
                self.reader.error(problem.code, span, problem.message, problem.help.unwrap_or_default());
                None
            }
        }
    }

    /// The phrases of the law a citation begins with; an unknown law is a warning.
    pub(super) fn phrases_of(&self, basis: &str) -> Phrases {
        self.head.law(basis).map(|law| law.phrases.clone()).unwrap_or_default()
    }

    /// The citation of the norm of higher rank that a basis makes concrete.
    pub(super) fn under(&mut self, fields: super::reader::Fields<'_>) -> Option<Arc<str>> {
        self.citation(fields, "under")
    }

    /// A citation; it should begin with the short name of a law of the file.
    pub(super) fn basis(&mut self, fields: super::reader::Fields<'_>) -> Option<Arc<str>> {
        self.citation(fields, "basis")
    }

    pub(super) fn citation(&mut self, fields: super::reader::Fields<'_>, key: &str) -> Option<Arc<str>> {
        let node = fields.get(key)?;
        let text = self.reader.text(node)?;
        if !cites(text, "本基准") && self.head.law(text).is_none() {
            let names: Vec<_> = self.head.laws.iter().map(|l| l.short.to_string()).gather();
            let message = format!("the citation `{text}` begins with no law of `laws`");
            let there = if names.is_empty() { String::new() } else { format!(" (there are {})", names.join("、")) };
            let help = format!(
                "declare the law under `laws`{there}, or cite this document as 本基准; the name stands as declared, \
                 without 《》, and a space or 第 follows it"
            );
            self.reader.warn(Code::MissingBasis, node.span, message, help);
        }
        Some(self.cited(text))
    }

    /// A citation that may begin with anything.
    pub(super) fn unchecked_basis(&mut self, fields: super::reader::Fields<'_>) -> Option<Arc<str>> {
        let text = self.reader.text(fields.get("basis")?)?;
        Some(self.cited(text))
    }

    /// A citation, remembered.
    fn cited(&mut self, text: &str) -> Arc<str> {
        let text: Arc<str> = text.into();
        self.citations.push(Arc::clone(&text));
        text
    }
}

/// Checks a definition when it is first used.
fn define(scope: &mut Scope<'_, '_>, name: &Arc<str>, node: &Node, span: Span) -> Symbol {
    let (value, basis) = match &node.kind {
        NodeKind::Mapping(_) => match scope.reader.object(node, &keys::DEFINE) {
            Some(fields) => (fields.get("is"), scope.basis(fields)),
            None => (None, None),
        },
        _ => (Some(node), None),
    };
    let Some((body, ty)) = value.and_then(|v| scope.value(v, &Allowed::default())) else { return Symbol::Broken };
    let id = scope.defines.push(Define { name: name.clone(), body, ty: ty.clone(), basis, span });
    Symbol::Define(id, ty)
}

impl Names for Scope<'_, '_> {
    fn resolve(&mut self, name: &str) -> Option<Symbol> {
        let local = self.local.contains(name);
        let names = if local { &mut self.local } else { &mut self.global };
        let (key, (named, span)) = names.entry(name).map(|(k, v)| (k.clone(), v.clone()))?;
        let symbol = match named {
            Named::Ready(symbol) => symbol,
            Named::InProgress => {
                let circle = self.open.iter().skip_while(|open| ***open != *name).map(|open| &**open);
                let circle: Vec<&str> = circle.chain([name]).gather();
                super::nested::report(&mut self.reader, &circle, span);
                Symbol::Broken
            }
            Named::Pending(_) if self.open.len() >= super::nested::DEEP => {
                super::nested::too_deep(&mut self.reader, name, span);
                if let Some(entry) = names.get_mut(name) {
                    entry.0 = Named::Ready(Symbol::Broken);
                }
                Symbol::Broken
            }
            Named::Pending(node) => {
                if let Some(entry) = names.get_mut(name) {
                    entry.0 = Named::InProgress;
                }
                self.open.push(key.clone());
                let symbol = define(self, &key, node, span);
                self.open.pop();
                let names = if local { &mut self.local } else { &mut self.global };
                if let Some(entry) = names.get_mut(name) {
                    entry.0 = Named::Ready(symbol.clone());
                }
                symbol
            }
        };
        self.used.add(key);
        Some(symbol)
    }

    fn hint(&self, name: &str) -> Option<String> {
        if let Some(owner) = self.elsewhere.get(name) {
            return Some(format!("it is declared for the offence `{owner}` only"));
        }
        if [BODY, PLACE].contains(&name) || Filled::parse(name).is_some() {
            return Some("it is a fact of `procedure` only: nothing is intended before it is computed".to_owned());
        }
        let similar = crate::syntax::suggest(name, self.local.keys().chain(self.global.keys()).map(|k| &**k))?;
        Some(format!("did you mean `{similar}`?"))
    }

    fn test_of(&self, atom: AtomId) -> Option<(&Test, crate::value::Interval)> {
        let test = &self.atoms.get(atom)?.test;
        let domain = match test {
            Test::Compare(_, sides) => match &**sides {
                [Expr::Fact(fact), _] => self.facts.get(*fact).map(|f| f.domain),
                _ => None,
            },
            _ => None,
        };
        Some((test, domain.unwrap_or(crate::value::Interval::ALL)))
    }

    fn atom(&mut self, test: Test, span: Span, text: &str) -> AtomId {
        if let Some(id) = self.known_atoms.get(&test) {
            return *id;
        }
        let id = self.atoms.push(Atom { test: test.clone(), span, text: text.into() });
        self.known_atoms.insert(test, id);
        id
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.reader.sink.push(diagnostic);
    }
}
