//! `test`: worked cases, what they expect against what comes out.

use std::path::PathBuf;

use cailiang::Source;
use cailiang::answer::compare;
use cailiang::read::{Request, read_case};
use cailiang::serve::Host;
use cailiang::syntax::{Node, NodeKind};
use cailiang::vocabulary::Lang;
use clap::Args;

use crate::parting::steps;
use crate::print::{Message, Screen, progress};
use crate::{Done, Exit, Rules, Stop, failure, library};

/// Which cases to run.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Case files, or folders with *.cases.yaml [default: the built-in cases]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only cases whose name has this
    #[arg(long, value_name = "WORD")]
    filter: Option<String>,
}

#[derive(Default)]
struct Count {
    passed: usize,
    failed: usize,
    unchecked: usize,
}

/// What came of one case.
enum Ran {
    Passed,
    Failed,
    /// It was computed, and says nothing of what it expects.
    Unchecked,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let host = Host::new(library::load(rules, screen)?);
    let sources = sources(arguments, screen)?;
    let mut count = Count::default();
    let bar = progress(sources.len(), "testing");
    for source in &sources {
        bar.inc(1);
        file(source, arguments.filter.as_deref(), &host, &mut count, screen)?;
    }
    bar.finish_and_clear();
    if count.passed == 0 && count.failed == 0 {
        // Nothing that was checked is no proof of anything.
        let message = match count.unchecked {
            0 => Message::error("no case was run").help("look at the paths and at `--filter`"),
            _ => Message::error("no case says what it expects").help("write it under `expect`, worked out by hand"),
        };
        screen.say(&message)?;
        return Err(Stop::Said(Exit::Usage));
    }
    let unchecked = match count.unchecked {
        0 => String::new(),
        unchecked => format!(", {unchecked} without `expect`"),
    };
    screen.line(&format!("{} passed, {} failed{unchecked}", count.passed, count.failed))?;
    Ok(if count.failed > 0 { Exit::CaseFailed } else { Exit::Determined })
}

fn sources(arguments: &Arguments, screen: &mut Screen) -> Done<Vec<Source>> {
    if arguments.paths.is_empty() {
        return Ok(cailiang_rulesets::CASES
            .iter()
            .chain(cailiang_rulesets::PROCEDURES)
            .map(|t| Source::new(t.path, t.text))
            .collect());
    }
    let mut sources = Vec::new();
    for path in &arguments.paths {
        for file in library::files(path, library::is_cases, "file of worked cases (*.cases.yaml)", screen)? {
            sources.push(library::read(&file, Exit::Facts, screen)?);
        }
    }
    Ok(sources)
}

fn file(source: &Source, filter: Option<&str>, host: &Host, count: &mut Count, screen: &mut Screen) -> Done<()> {
    match read_case(source) {
        Err(problem) => {
            count.failed = count.failed.saturating_add(1);
            screen.line(&format!("FAILED {}: the file cannot be read as cases", source.name()))?;
            failure::say(&problem, None, source, host.library(), screen)?;
        }
        Ok(requests) => {
            for request in
                requests.iter().filter(|r| filter.is_none_or(|f| r.name.as_deref().unwrap_or("").contains(f)))
            {
                let counted = match case(request, source, host, screen)? {
                    Ran::Passed => &mut count.passed,
                    Ran::Failed => &mut count.failed,
                    Ran::Unchecked => &mut count.unchecked,
                };
                *counted = counted.saturating_add(1);
            }
        }
    }
    Ok(())
}

/// Runs a case; says why where it fails.
fn case(request: &Request, source: &Source, host: &Host, screen: &mut Screen) -> Done<Ran> {
    let outcome = match host.outcome(request, Lang::Zh) {
        Ok(outcome) => outcome,
        Err(problem) => {
            failed(request, source, screen)?;
            failure::say(&problem, Some(request), source, host.library(), screen)?;
            return Ok(Ran::Failed);
        }
    };
    let nothing =
        |node: &Node| matches!(&node.kind, NodeKind::Mapping(entries) if entries.is_empty()) || node.is_null();
    let Some(expect) = request.expect.as_ref().filter(|expect| !nothing(expect)) else {
        return Ok(Ran::Unchecked);
    };
    let differences = compare(expect, &outcome);
    if differences.is_empty() {
        return Ok(Ran::Passed);
    }
    failed(request, source, screen)?;
    if let Some(hand) = &request.hand {
        screen.line(&format!("  by hand   {hand}"))?;
    }
    for difference in &differences {
        screen.line(&format!("  {}", difference.path))?;
        screen.line(&format!("    expected  {}", difference.expected))?;
        screen.line(&format!("    got       {}", difference.got))?;
        for (step, label) in
            steps(&outcome, &difference.path).iter().zip(["by steps"].into_iter().chain(std::iter::repeat("")))
        {
            screen.line(&format!("    {label:<9} {step}"))?;
        }
    }
    Ok(Ran::Failed)
}

fn failed(request: &Request, source: &Source, screen: &mut Screen) -> Done<()> {
    let (line, _) = source.line_column(request.span.start);
    let name = request.name.as_deref().unwrap_or("the case");
    screen.line(&format!("FAILED {name} ({}:{line})", source.name()))?;
    Ok(())
}
