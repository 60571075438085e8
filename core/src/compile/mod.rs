//! Text → checked ruleset. The only constructor of a [`Ruleset`]: it gives one, or says everything that is wrong.

mod keys;
mod reader;
mod nested;
mod scope;
mod declare;
mod length;
mod quantity;
mod clause;
mod benchmark;
mod checks;
mod calendar;
mod offence;
mod circumstance;
mod case_rules;
mod procedure;
mod licence;
mod circles;
mod schema;

pub use schema::{documentation, json_schema};

pub(crate) use checks::{narrowing as check_narrowing, tier_name};
pub(crate) use procedure::OWNER as PROCEDURE_OWNER;
pub use scope::DATES;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::expr::{Phrases, Table};
use crate::gather::Gather as _;
use crate::ruleset::{Digests, Head, Law, Marks, Quoted, Ruleset, Tier, TierId};
use crate::source::{Source, Span};
use crate::syntax::{Node, NodeKind};
use crate::vocabulary::{Rank, Status};
use reader::{Fields, Reader, head_of};
use scope::Scope;

impl Ruleset {
    /// Compiles a ruleset text, YAML or JSON.
    ///
    /// The ruleset is there when no diagnostic is an error; warnings come with it.
    ///
    /// ```
    /// use cailiang::{Ruleset, Source};
    /// let (ruleset, diagnostics) = Ruleset::compile(&Source::new("empty.yaml", "title: 示例"));
    /// assert!(ruleset.is_none());
    /// assert_eq!(diagnostics[0].message, "a ruleset needs `cailiang`");
    /// ```
    pub fn compile(source: &Source) -> (Option<Self>, Vec<Diagnostic>) {
        let (node, mut diagnostics) = crate::syntax::read(source);
        let Some(node) = node else { return (None, diagnostics) };
        let unreadable = diagnostics.iter().any(Diagnostic::is_error);
        let (ruleset, more) = compile(source, &node);
        // What could not be read has been said to be so: what the remains of it mean is nothing to report.
        let unread: Vec<Span> = diagnostics.iter().filter(|d| d.is_error()).map(Diagnostic::span).gather();
        let inside = |place: Span| unread.iter().any(|span| span.start <= place.start && place.end <= span.end);
        diagnostics.extend(more.into_iter().filter(|d| !inside(d.span())));
        (ruleset.filter(|_| !unreadable), diagnostics)
    }
}

fn compile(source: &Source, node: &Node) -> (Option<Ruleset>, Vec<Diagnostic>) {
    let mut reader = Reader::new(source);
    if node.get("cailiang").is_none() && ["offence", "cases"].iter().any(|key| node.get(key).is_some()) {
        let help = "evaluate it, or write a ruleset: it begins with `cailiang: 1`";
        reader.error(Code::MissingKey, head_of(node), "this is a case, not a ruleset", help);
        return (None, reader.sink.into_vec());
    }
    let Some(fields) = reader.object(node, &keys::RULESET) else { return (None, reader.sink.into_vec()) };
    let head = read_head(&mut reader, fields);
    let Some((head, phrases)) = head else { return (None, reader.sink.into_vec()) };
    let mut scope = Scope::new(source, head, phrases);
    scope.reader = reader;
    scope.tiers = read_tiers(&mut scope, fields);
    scope.lowest = declare::file_policy(&mut scope, fields);
    declare::dates(&mut scope);
    declare::all(&mut scope, fields);
    let effects = circumstance::effects(&mut scope, fields);
    let mut clauses = Vec::new();
    for node in scope.reader.list_of(fields, "clauses") {
        let Some(clause) = clause::clause(&mut scope, node, &effects) else {
            if let Some(id) = node.get("id").and_then(Node::as_str) {
                scope.broken.add(id.into());
            }
            continue;
        };
        match &clause.id {
            None => scope.reader.error(Code::MissingKey, head_of(node), "an entry of `clauses` needs `id`", ""),
            Some(id) if clauses.iter().any(|c: &crate::ruleset::Clause| c.id.as_ref() == Some(id)) => {
                scope.reader.error(Code::DuplicateName, head_of(node), format!("two clauses have the id `{id}`"), "");
            }
            Some(_) => clauses.push(clause),
        }
    }
    let case_rules = case_rules::case_rules(&mut scope, fields);
    let positions = scope.reader.list_of(fields, "positions");
    let circumstances = circumstance::circumstances(&mut scope, fields, &effects);
    let offences = offence::offences(&mut scope, fields, &mut clauses, positions, &effects);
    circumstance::check_sanctions(&mut scope, &effects, &clauses, &offences);
    let procedure = procedure::procedure(&mut scope, fields);
    let licences = licence::licences(&mut scope, fields, &offences);
    let calendar = calendar::calendar(&mut scope, fields);
    if fields.get("calendar").is_none() {
        licence::without_calendar(&mut scope, &licences);
    }
    circles::check(&mut scope);
    report_unused(&mut scope);
    let valid = !scope.reader.sink.has_errors();
    let quoted = Arc::new(Quoted::new(&scope.head, std::mem::take(&mut scope.citations)));
    let ruleset = valid.then(|| Ruleset {
        source: source.clone(),
        head: scope.head,
        tiers: scope.tiers,
        facts: scope.facts,
        defines: scope.defines,
        factors: scope.factors,
        atoms: scope.atoms,
        clauses,
        offences,
        circumstances,
        effects,
        case_rules,
        procedure,
        licences,
        calendar,
        digests: Digests::of(source),
        quoted,
    });
    (ruleset, scope.reader.sink.into_vec())
}

fn read_head(reader: &mut Reader<'_>, fields: Fields<'_>) -> Option<(Head, Phrases)> {
    let version = fields.get("cailiang")?;
    if reader.integer(version).is_some_and(|version| version != 1) {
        let help = "this engine reads version 1: write `cailiang: 1`";
        reader.error(Code::WrongShape, version.span, "the format has another version", help);
    }
    let id_node = fields.get("ruleset")?;
    let id = reader.text(id_node)?;
    ruleset_id(reader, id, id_node.span);
    let dates = reader.object(fields.get("in_force")?, &keys::IN_FORCE)?;
    let from = reader.date(dates.get("from")?)?;
    let through = match dates.get("through") {
        Some(node) => {
            let through = reader.date(node)?;
            if through < from {
                reader.error(
                    Code::BadDate,
                    node.span,
                    format!("the last day {through} is before the first, {from}"),
                    "",
                );
            }
            Some(through)
        }
        None => None,
    };
    let status = reader.word(fields, "status", Status::WORDS, Status::parse)?;
    let revision = match fields.get("revision") {
        None => 0,
        Some(node) => {
            let number = reader.integer(node)?;
            if number == 0 {
                let help = "leave it out for the first transcription, `1` is the first correction";
                reader.error(Code::BadNumber, node.span, "a revision is counted from 1", help);
            }
            number
        }
    };
    let phrases = read_phrases(reader, fields);
    let mut uses: Vec<(Arc<str>, Span)> = Vec::new();
    for node in reader.list_of(fields, "uses") {
        let Some(used) = reader.text(node) else { continue };
        ruleset_id(reader, used, node.span);
        if used == id {
            let help = "clauses of this file are referred to by their id alone";
            reader.error(Code::UsesCircular, node.span, format!("`{used}` uses itself"), help);
        } else if uses.iter().any(|(known, _)| &**known == used) {
            reader.error(Code::DuplicateName, node.span, format!("`{used}` stands twice"), "remove one");
        }
        uses.push((used.into(), node.span));
    }
    let mut laws: Vec<Law> = Vec::new();
    for entry in reader.names_of(fields, "laws") {
        let Some(law) = reader.object(&entry.value, &keys::LAW) else { continue };
        laws.push(Law {
            short: reader.name(&entry.key.text, entry.key.span),
            title: reader.text_of(law, "title").unwrap_or_else(|| "".into()),
            edition: law.get("edition").and_then(|n| reader.date(n)).map(|day| day.to_string().into()),
            rank: reader.word(law, "rank", Rank::WORDS, Rank::parse),
            phrases: read_phrases(reader, law),
            last_day: length::declared(reader, law),
        });
    }
    // The longest short name first: one name may be another with something after a space.
    laws.sort_by_key(|l| std::cmp::Reverse(l.short.len()));
    let marks: Marks = reader.marks(fields);
    let head = Head {
        id: id.into(),
        title: reader.text_of(fields, "title")?,
        issuer: reader.text_of(fields, "issuer")?,
        document: reader.text_of(fields, "document"),
        jurisdiction: reader.text_of(fields, "jurisdiction"),
        from,
        through,
        status,
        revision,
        uses,
        laws,
        marks,
    };
    Some((head, phrases))
}

/// Says when a text cannot be the id of a ruleset.
fn ruleset_id(reader: &mut Reader<'_>, id: &str, span: Span) {
    let word = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !id.split('.').all(|part| !part.is_empty() && word(part)) {
        let help = "use lower-case words, digits and hyphens joined by dots, such as `cn.guangdong.eco`";
        reader.error(Code::BadId, span, format!("`{id}` is not an id"), help);
    }
}

fn read_phrases(reader: &mut Reader<'_>, fields: Fields<'_>) -> Phrases {
    let mut phrases = Phrases::default();
    for entry in reader.names_of(fields, "phrases") {
        let inclusive = match reader.text(&entry.value) {
            Some("inclusive") => true,
            Some("exclusive") => false,
            _ => {
                reader.error(Code::WrongShape, entry.value.span, "a phrase is `inclusive` or `exclusive`", "");
                continue;
            }
        };
        if phrases.set(&entry.key.text, inclusive).is_err() {
            let message = format!("`{}` is not a phrase of ranges", entry.key.text);
            let help = format!("there are {}", Phrases::words().join("、"));
            reader.error(Code::UnknownPhrase, entry.key.span, message, help);
        }
    }
    phrases
}

fn read_tiers(scope: &mut Scope<'_, '_>, fields: Fields<'_>) -> Table<TierId, Tier> {
    let mut tiers = Table::EMPTY;
    for node in scope.reader.list_of(fields, "tiers") {
        let mut read: Vec<Tier> = Vec::new();
        match &node.kind {
            NodeKind::Mapping(_) => {
                let Some(tier) = scope.reader.object(node, &keys::TIER) else { continue };
                let Some(name) = scope.reader.name_of(tier, "name") else { continue };
                for node in scope.reader.list_of(tier, "steps") {
                    let Some(step) = scope.reader.text(node) else { continue };
                    let step = Some(scope.reader.name(step, node.span));
                    read.push(Tier { name: name.clone(), step });
                }
                if read.is_empty() {
                    read.push(Tier { name, step: None });
                }
            }
            _ => {
                let Some(name) = scope.reader.text(node) else { continue };
                read.push(Tier { name: scope.reader.name(name, node.span), step: None });
            }
        }
        for tier in read {
            if tiers.iter().any(|known| *known == tier) {
                let message = format!("the tier `{}` stands twice", tier_name(&tier));
                scope.reader.error(Code::DuplicateName, node.span, message, "");
            }
            tiers.push(tier);
        }
    }
    tiers
}

/// What is declared and never used is probably misspelt somewhere.
fn report_unused(scope: &mut Scope<'_, '_>) {
    scope.note_unused();
    if scope.reader.sink.has_errors() {
        return;
    }
    for (name, span) in std::mem::take(&mut scope.unused) {
        let message = format!("`{name}` is declared and never used");
        scope.reader.warn(Code::UnusedDeclaration, span, message, "use it in a condition, or remove it");
    }
}
