//! `check`: all that is wrong with rulesets, in themselves and together with those they use.

use std::path::PathBuf;
use std::sync::Arc;

use cailiang::answer::diagnostics_json;
use cailiang::diagnostic::{Code, Diagnostic, Severity};
use cailiang::ruleset::Head;
use cailiang::value::Date;
use cailiang::vocabulary::Status;
use cailiang::{Library, LinkError, Ruleset, Source};
use clap::Args;

use crate::print::{Message, Screen, progress};
use crate::written::Plain;
use crate::{Done, Exit, Rules, library};

/// What to check.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Rulesets, or folders with rulesets
    #[arg(value_name = "RULESET", required = true)]
    paths: Vec<PathBuf>,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let mut library = library::load(rules, screen)?;
    let mut files = Vec::new();
    for path in &arguments.paths {
        files.extend(library::files(path, library::is_ruleset, "ruleset", screen)?);
    }
    // A shell hands over what `*.yaml` fits; worked cases stand beside the rulesets.
    let mut skipped = 0usize;
    files.retain(|file| {
        let cases = library::is_cases(file);
        skipped = skipped.saturating_add(usize::from(cases));
        !cases
    });
    let bar = progress(files.len(), "checking");
    let mut found = Vec::new();
    let mut sources = Vec::new();
    let mut compiled = Vec::new();
    for file in &files {
        bar.inc(1);
        let source = library::read(file, Exit::Ruleset, screen)?;
        let (ruleset, diagnostics) = Ruleset::compile(&source);
        found.extend(diagnostics);
        sources.push(source);
        if let Some(ruleset) = ruleset {
            let head = ruleset.head().clone();
            let offences: Vec<Arc<str>> = ruleset.offences().iter().map(|o| o.id.clone()).collect();
            match library::add(&mut library, ruleset) {
                Ok(()) => compiled.push((head, offences)),
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
    }
    bar.finish_and_clear();
    for (head, offences) in &compiled {
        // Of a draft nothing is in force that could be linked.
        if head.status == Status::InForce {
            let days = days(&library, head);
            for offence in offences {
                link(&library, &head.id, offence, &days, &mut found);
            }
        }
    }
    for diagnostic in &mut found {
        name_as_given(diagnostic, &sources, &library);
    }
    match arguments.format {
        Plain::Json => json(&found, &sources, &library, screen)?,
        Plain::Text => text(&found, &sources, &library, (files.len(), skipped), screen)?,
    }
    Ok(if found.iter().any(Diagnostic::is_error) { Exit::Ruleset } else { Exit::Determined })
}

/// The first day in force, and each day after it on which another version of what it uses begins.
fn days(library: &Library, head: &Head) -> Vec<Date> {
    let used = library.rulesets().map(|r| r.head()).filter(|h| head.uses.iter().any(|(id, _)| *id == h.id));
    let mut days: Vec<Date> = used.map(|h| h.from).filter(|day| head.covers(*day)).chain([head.from]).collect();
    days.sort();
    days.dedup();
    days
}

/// What goes wrong when an offence meets the rulesets it uses; each thing once.
fn link(library: &Library, id: &str, offence: &str, days: &[Date], found: &mut Vec<Diagnostic>) {
    let linked: Vec<_> = days.iter().map(|day| library.link(id, offence, *day)).collect();
    let ever = linked.iter().any(Result::is_ok);
    for problem in linked {
        let Err(LinkError::Rulesets(problems)) = problem else { continue };
        for mut problem in problems {
            // Where a later day links, only acts of the days before it have no answer: worth saying, not wrong.
            if problem.code == Code::UsesNotInForce && ever {
                problem.severity = Severity::Warning;
                problem.help = Some(
                    "acts of that day cannot be evaluated until the version then in force is there too".to_owned(),
                );
            }
            if !found.contains(&problem) {
                found.push(problem);
            }
        }
    }
}

/// A file whose very text is built in too is spoken of by the name the user gave.
fn name_as_given(diagnostic: &mut Diagnostic, sources: &[Source], library: &Library) {
    let known = library.rulesets().map(|r| r.source()).find(|s| s.name() == &*diagnostic.source);
    if let Some(given) = known.and_then(|known| sources.iter().find(|s| s.text() == known.text())) {
        diagnostic.source = given.shared_name();
    }
}

fn source_of<'s>(diagnostic: &Diagnostic, sources: &'s [Source], library: &'s Library) -> Option<&'s Source> {
    let named = |s: &&Source| s.name() == &*diagnostic.source;
    sources.iter().find(named).or_else(|| library.rulesets().map(|r| r.source()).find(named))
}

fn text(
    found: &[Diagnostic],
    sources: &[Source],
    library: &Library,
    counts: (usize, usize),
    screen: &mut Screen,
) -> Done<()> {
    for diagnostic in found {
        screen.show(&Message::diagnostic(diagnostic, source_of(diagnostic, sources, library)))?;
    }
    let errors = found.iter().filter(|d| d.is_error()).count();
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let (files, skipped) = counts;
    let mut line = format!(
        "{} checked: {}, {}",
        count(files, "ruleset"),
        count(errors, "error"),
        count(found.len().saturating_sub(errors), "warning")
    );
    if skipped > 0 {
        line.push_str(&format!(
            "; {} skipped (`cailiang test` runs them)",
            count(skipped, "file of worked cases").replace("casess", "cases")
        ));
    }
    screen.line(&line)?;
    if let Some(first) = found.first() {
        screen.line(&format!("`cailiang explain {}` says more about a code", first.code))?;
    }
    Ok(())
}

fn json(found: &[Diagnostic], sources: &[Source], library: &Library, screen: &mut Screen) -> Done<()> {
    let nowhere = Source::new("", "");
    let told: Vec<_> = found.iter().map(|d| (d, source_of(d, sources, library).unwrap_or(&nowhere))).collect();
    screen.line(&diagnostics_json(!found.iter().any(Diagnostic::is_error), &told))?;
    Ok(())
}
