//! Why a case has no outcome, said with the place in its file.

use std::io;

use cailiang::Failure;
use cailiang::diagnostic::{Diagnostic, Severity};
use cailiang::read::Request;
use cailiang::source::Span;
use cailiang::syntax::{self, Node};
use cailiang::vocabulary::Stage;
use cailiang::{EvalError, FactError, Library, LinkError, Source};

use crate::Exit;
use crate::print::{Message, Screen};

/// How the command ends: a wrong ruleset is one thing, a wrong case another.
pub(crate) fn exit(failure: &Failure) -> Exit {
    match failure.stage() {
        Stage::Ruleset => Exit::Ruleset,
        _ => Exit::Facts,
    }
}

/// Says it on stderr.
pub(crate) fn say(
    failure: &Failure,
    request: Option<&Request>,
    case: &Source,
    library: &Library,
    screen: &mut Screen,
) -> io::Result<()> {
    let own = request.map(|r| r.rulesets.as_slice()).unwrap_or(&[]);
    let source_of = |diagnostic: &Diagnostic| -> Option<&Source> {
        let named = |s: &&Source| s.name() == &*diagnostic.source;
        std::iter::once(case).chain(own).find(named).or_else(|| library.rulesets().map(|r| r.source()).find(named))
    };
    match failure {
        Failure::Text(found) | Failure::Ruleset(found) | Failure::Link(LinkError::Rulesets(found)) => {
            for diagnostic in found {
                screen.say(&Message::diagnostic(diagnostic, source_of(diagnostic)))?;
            }
            Ok(())
        }
        Failure::Request(found) | Failure::Facts(found) => {
            found.iter().try_for_each(|error| screen.say(&fact(error, case)))
        }
        Failure::Link(error) => {
            let (key, help) = match error {
                LinkError::NoRuleset { .. } => {
                    ("ruleset", "`cailiang list` shows the ids; `--rules DIR` adds the rulesets of a folder")
                }
                LinkError::NotInForce { .. } => {
                    ("day", "the version of the day of the act governs; add the file of that version with `--rules`")
                }
                LinkError::NoLicence { .. } => ("licence", "`cailiang list` shows the licences of a ruleset"),
                _ => ("offence", "`cailiang list` shows the offences of a ruleset"),
            };
            screen.say(&about(failure, request, case, key, help))
        }
        Failure::Evaluation(EvalError::NoCalendarYear { .. }) => {
            let help = "its holidays are not known; ask as of a later day, or add the calendar with `--rules`";
            screen.say(&about(failure, request, case, "facts", help))
        }
        Failure::Evaluation(_) => {
            screen.say(&about(failure, request, case, "facts", "look at the size of the numbers of this case"))
        }
    }
}

/// One mistake of the facts with its JSON path.
fn fact<'a>(error: &'a FactError, case: &'a Source) -> Message<'a> {
    Message {
        severity: Severity::Error,
        code: Some(error.code.as_str()),
        text: error.message.clone(),
        source: Some(case),
        labels: vec![(first_line(case, error.span), true, error.path.as_str())],
        help: error.help.clone(),
    }
}

/// A failure that is about one key of the case.
fn about<'a>(failure: &Failure, request: Option<&Request>, case: &'a Source, key: &'a str, help: &str) -> Message<'a> {
    let place = request.map(|r| key_span(case, r, key)).unwrap_or_default();
    Message {
        severity: Severity::Error,
        code: Some(failure.code()),
        text: failure.message(),
        source: Some(case),
        labels: vec![(first_line(case, place), true, "")],
        help: Some(help.to_owned()),
    }
}

/// Where a key of a case is written: in the case itself, or above all cases of the file.
fn key_span(source: &Source, request: &Request, key: &str) -> Span {
    let (tree, _) = syntax::read(source);
    let own = tree.as_ref().and_then(|t| t.get("cases")).map(Node::items).unwrap_or(&[]);
    let case = own.iter().find(|c| c.span == request.span);
    let mut nodes = case.into_iter().chain(&tree);
    let found = match key {
        // The day of the act is a fact, or stands above the facts while it is not known.
        "day" => nodes.find_map(|n| {
            let fact = |name: &str| n.get("facts").and_then(|facts| facts.get(name));
            fact("行为终了日").or(fact("违法行为日")).or(n.get("on"))
        }),
        key => nodes.find_map(|n| n.get(key)),
    };
    found.map_or(request.span, |n| n.span)
}

/// A place of many lines is shown by the first of them.
fn first_line(source: &Source, span: Span) -> Span {
    let length = source.slice(span).find(['\n', '\r']);
    let end = length.and_then(|l| u32::try_from(l).ok()).map_or(span.end, |l| span.start.saturating_add(l));
    Span::new(span.start, end)
}
