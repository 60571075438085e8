//! The suite of diagnostics: small rulesets that say themselves what the compiler must say about them.
//!
//! `suite/<topic>/good/*` compile; `suite/<topic>/bad/*` have at least one diagnostic. Both state every
//! diagnostic in comments, which stand above the line they concern or at its end:
//!
//! ```yaml
//! # error[unknown-name]@28: unknown name `货值`
//! # help: did you mean `货值金额`?
//! define: {大额: 货值 >= 10000元}
//! status: sleeping # error[wrong-shape]: `status` cannot be `sleeping`
//! ```
//!
//! - Severity, code and line are exact; the line is that of the primary label's first character.
//! - `@28` is the column in characters, from 1; without it any column will do.
//! - The message is a part of the real one, and so is that of `# help:`, which belongs to the diagnostic before it.
//! - ``# label `text`: message`` asks for a second place that covers exactly `text`.
//!
//! A file in which no such comment can stand (tabs, a byte order mark, JSON, nothing at all) has a sidecar
//! `name.yaml.expect` with the same lines after their place: `3@1 error[tab-indent]: …`, `help: …`.
//!
//! The check goes both ways: every diagnostic is expected, every expectation is met. Beside that each message is
//! held against the rules of wording, and a ruleset must come out exactly when no diagnostic is an error.
//! `UPDATE_SUITE=1 cargo test -p cailiang-tests --test suite` prints, for each file that fails, the lines that
//! would make it pass; whether they are what a user needs to read is for a person to say.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cailiang::diagnostic::Diagnostic;
use cailiang::{Ruleset, Source};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files below a folder, in the order of their names.
///
/// # Panics
/// If the folder cannot be read.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder lists its entries").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The text of a file.
///
/// # Panics
/// If the file cannot be read.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The cases of one kind, `good` or `bad`.
pub fn cases(kind: &str) -> Vec<PathBuf> {
    let ends = [".yaml", ".json"];
    files(&root().join("tests/suite"))
        .into_iter()
        .filter(|path| path.parent().and_then(Path::file_name).is_some_and(|folder| folder == kind))
        .filter(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end)))
        .collect()
}

/// One diagnostic that a case asks for.
#[derive(Debug)]
pub struct Expected {
    /// The line of the primary label, from 1.
    pub line: u32,
    /// Its column in characters, from 1, where the case says it.
    pub column: Option<u32>,
    /// `error[code]` or `warning[code]`.
    pub kind: String,
    /// A part of the message.
    pub message: String,
    /// A part of the help, where the case says it.
    pub help: Option<String>,
    /// Other places: the text they cover, and a part of what is said there.
    pub labels: Vec<(String, String)>,
}

/// What a case expects of its text, in the order written.
///
/// # Errors
/// What is wrong with the way an expectation is written.
pub fn expectations(path: &Path, text: &str) -> Result<Vec<Expected>, String> {
    let sidecar = PathBuf::from(format!("{}.expect", path.display()));
    let mut found: Vec<Expected> = Vec::new();
    if sidecar.exists() {
        for line in read(&sidecar).lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once(' ') {
                Some((place, rest)) if place.starts_with(|c: char| c.is_ascii_digit()) => {
                    let (line_number, column) = place.split_once('@').unwrap_or((place, ""));
                    let number = line_number.parse().map_err(|_| format!("no line number in `{line}`"))?;
                    let mut one = expected(rest, number)?.ok_or_else(|| format!("no expectation in `{line}`"))?;
                    one.column = one.column.or(column.parse().ok());
                    found.push(one);
                }
                _ => addition(line, &mut found)?,
            }
        }
        return Ok(found);
    }
    let lines: Vec<&str> = text.lines().collect();
    for (position, line) in lines.iter().enumerate() {
        let Some(comment) = comment_of(line) else { continue };
        let above = line.trim_start().starts_with('#');
        let skipped =
            if above { lines[position..].iter().take_while(|l| l.trim_start().starts_with('#')).count() } else { 0 };
        let number = u32::try_from(position + skipped + 1).expect("a case is short");
        match expected(comment, number)? {
            Some(one) => found.push(one),
            None => addition(comment, &mut found)?,
        }
    }
    Ok(found)
}

/// The comment of a line, if it is an expectation or an addition to one.
fn comment_of(line: &str) -> Option<&str> {
    let starts = ["# error[", "# warning[", "# help:", "# label `"];
    let at = starts.iter().filter_map(|start| line.find(start)).min()?;
    Some(line[at..].trim_start_matches("# ").trim_end())
}

/// `error[code]@column: message`
fn expected(comment: &str, line: u32) -> Result<Option<Expected>, String> {
    if !comment.starts_with("error[") && !comment.starts_with("warning[") {
        return Ok(None);
    }
    let (kind, rest) = comment.split_once(']').ok_or_else(|| format!("no `]` in `{comment}`"))?;
    let (column, message) = rest.split_once(':').ok_or_else(|| format!("no message in `{comment}`"))?;
    let column = match column.strip_prefix('@') {
        Some(digits) => Some(digits.parse().map_err(|_| format!("no column in `{comment}`"))?),
        None if column.is_empty() => None,
        None => return Err(format!("`{column}` before the message of `{comment}`")),
    };
    let message = message.trim().to_owned();
    if message.is_empty() {
        return Err(format!("no message in `{comment}`"));
    }
    Ok(Some(Expected { line, column, kind: format!("{kind}]"), message, help: None, labels: Vec::new() }))
}

/// `help: …` or ``label `text`: …`` for the expectation before.
fn addition(comment: &str, found: &mut [Expected]) -> Result<(), String> {
    let last = found.last_mut().ok_or_else(|| format!("nothing is expected before `{comment}`"))?;
    if let Some(help) = comment.strip_prefix("help:") {
        last.help = Some(help.trim().to_owned());
        return Ok(());
    }
    let label = comment.strip_prefix("label `").and_then(|rest| rest.split_once("`:"));
    let (text, message) = label.ok_or_else(|| format!("`{comment}` is no expectation"))?;
    last.labels.push((text.to_owned(), message.trim().to_owned()));
    Ok(())
}

/// Compiles a case and holds it against what it expects.
///
/// # Errors
/// Everything that differs, for a person to read.
pub fn check(path: &Path) -> Result<(), String> {
    let text = read(path);
    let expected = expectations(path, &text)?;
    let kind = path.parent().and_then(Path::file_name).unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = Source::new(name, text);
    let (ruleset, mut left) = Ruleset::compile(&source);
    let found = left.clone();
    let mut wrong = String::new();
    let has_errors = left.iter().any(Diagnostic::is_error);
    if ruleset.is_some() == has_errors {
        note(&mut wrong, if has_errors { "a ruleset came out in spite of errors" } else { "no ruleset and no error" });
    }
    if kind == "bad" && expected.is_empty() {
        note(&mut wrong, "a bad case states at least one diagnostic");
    }
    if kind == "good" && expected.iter().any(|one| one.kind.starts_with("error")) {
        note(&mut wrong, "a good case has no errors");
    }
    for diagnostic in &left {
        wording(diagnostic, &mut wrong);
    }
    for one in &expected {
        match left.iter().position(|diagnostic| meets(diagnostic, one, &source)) {
            Some(position) => drop(left.remove(position)),
            None => {
                let column = one.column.map(|c| format!("@{c}")).unwrap_or_default();
                let help = one.help.as_ref().map(|h| format!(" (help: {h})")).unwrap_or_default();
                note(&mut wrong, &format!("wanted {}{column} {}: {}{help}", one.line, one.kind, one.message));
                for (text, message) in &one.labels {
                    note(&mut wrong, &format!("       with a label at `{text}`: {message}"));
                }
            }
        }
    }
    for diagnostic in &left {
        note(&mut wrong, &format!("got    {}", shown(diagnostic, &source)));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    if std::env::var_os("UPDATE_SUITE").is_some() {
        note(&mut wrong, "the lines that would make it pass:");
        for diagnostic in &found {
            let (line, column) = source.line_column(diagnostic.span().start);
            note(
                &mut wrong,
                &format!("  line {line}: # {}", diagnostic.to_string().replacen("]:", &format!("]@{column}:"), 1)),
            );
            if let Some(help) = &diagnostic.help {
                note(&mut wrong, &format!("  # help: {help}"));
            }
        }
    }
    let case = path.strip_prefix(root().join("tests/suite")).unwrap_or(path);
    Err(format!("{}\n{wrong}", case.display()))
}

fn note(out: &mut String, line: &str) {
    let _ = writeln!(out, "  {line}");
}

fn meets(diagnostic: &Diagnostic, wanted: &Expected, source: &Source) -> bool {
    let (line, column) = source.line_column(diagnostic.span().start);
    let labels_met = wanted.labels.iter().all(|(text, message)| {
        let covers = |span| source.slice(span) == text;
        diagnostic.labels.iter().any(|label| covers(label.span) && label.message.contains(message.as_str()))
    });
    let help_met =
        wanted.help.as_ref().is_none_or(|part| diagnostic.help.as_ref().is_some_and(|h| h.contains(part.as_str())));
    format!("{}[{}]", diagnostic.severity.as_str(), diagnostic.code) == wanted.kind
        && line == wanted.line
        && wanted.column.is_none_or(|wanted| wanted == column)
        && diagnostic.message.contains(&wanted.message)
        && help_met
        && labels_met
}

fn shown(diagnostic: &Diagnostic, source: &Source) -> String {
    let (line, column) = source.line_column(diagnostic.span().start);
    let mut out = format!("{line}@{column} {diagnostic}");
    if let Some(help) = &diagnostic.help {
        let _ = write!(out, " (help: {help})");
    }
    for label in diagnostic.labels.iter().filter(|label| !label.message.is_empty()) {
        let _ = write!(out, " (label at `{}`: {})", source.slice(label.span), label.message);
    }
    out
}

/// Lower case, no final period, no words of the implementation.
fn wording(diagnostic: &Diagnostic, wrong: &mut String) {
    let labels = diagnostic.labels.iter().map(|label| &label.message);
    for text in labels.chain(diagnostic.help.iter()).chain([&diagnostic.message]) {
        if text.starts_with(|c: char| c.is_ascii_uppercase()) || text.ends_with(['.', '。']) {
            note(wrong, &format!("messages are lower case and have no final period: {text}"));
        }
        if ["Some(", "None", "Option<", "Rational", "Span {"].iter().any(|word| text.contains(word)) {
            note(wrong, &format!("a word of the implementation in a message: {text}"));
        }
    }
    if diagnostic.message.is_empty() || diagnostic.help.as_ref().is_some_and(String::is_empty) {
        note(wrong, &format!("an empty message or help: {diagnostic}"));
    }
}

/// The example of the README, compiled and run.
#[doc = include_str!("../../README.md")]
pub struct Readme;
