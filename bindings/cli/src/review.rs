//! `review`: a decision, proposed or made, held against the outcome of its case.

use std::path::PathBuf;

use cailiang::render::{self, Lang, Markup, Style};
use cailiang::syntax::{self, Node};
use cailiang::wire::{Action, Failure, Host, read_decision, review_json};
use cailiang::{Source, decide};
use clap::{Args, ValueEnum};

use crate::eval::{cases, title};
use crate::print::{Message, Screen};
use crate::{Done, Exit, Language, Rules, Stop, failure, library};

/// What to hold against what.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A case, or a file of several; `-` reads stdin
    #[arg(value_name = "CASE.yaml")]
    file: PathBuf,
    /// The decision: `unit: {罚款: 60000, 警告: true}` or `verdict: no_penalty`; without it the
    /// `decision` of each case
    #[arg(value_name = "DECISION.yaml")]
    decision: Option<PathBuf>,
    /// Only the case with this name
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
    /// How to write the review; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language [default: that of the case, else zh]
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let host = Host::new(library::load(rules, screen)?);
    let json = arguments.format == Format::Json;
    let (source, mut requests) = cases(&arguments.file, arguments.case.as_deref(), json, &host, screen)?;
    let several = requests.len() > 1;
    let separate = match &arguments.decision {
        Some(path) => Some(decision(path, several, &host, screen)?),
        None => None,
    };
    let mut exit = Exit::Determined;
    for request in &mut requests {
        request.action = Action::Review;
        request.lang = arguments.lang.map_or(request.lang, Lang::from);
        // A decision in a file of its own has its own lines.
        let (text, node) = match &separate {
            Some((text, node)) => (text, Some(node)),
            None => (&source, request.decision.as_ref()),
        };
        if !json {
            title(request, &source, several, screen)?;
        }
        let mut fail = |found: &Failure, text: &Source| -> Done<()> {
            exit = exit.or_graver(failure::exit(found));
            if json {
                screen.line(&found.to_json(text).write())?;
            } else {
                failure::say(found, Some(request), text, host.library(), screen)?;
            }
            Ok(())
        };
        let Some(node) = node else {
            let mut message = Message::error("there is no decision to review");
            message.source = Some(&source);
            let help = "name the file of the decision, or write `decision:` in the case";
            screen.say(&message.help(help))?;
            return Err(Stop::Said(Exit::Facts));
        };
        let evaluated = match host.evaluate(request) {
            Ok(evaluated) => evaluated,
            Err(found) => {
                fail(&found, &source)?;
                continue;
            }
        };
        let found = read_decision(&evaluated.program, node).map_err(Failure::Request).and_then(|proposal| {
            decide::review(&evaluated.program, &evaluated.facts, &evaluated.outcome, &proposal)
                .map_err(Failure::Evaluation)
        });
        let review = match found {
            Ok(review) => review,
            Err(found) => {
                fail(&found, text)?;
                continue;
            }
        };
        exit = exit.or_graver(match (review.conforms(), review.deviates()) {
            (true, _) => Exit::Determined,
            (false, true) => Exit::Deviates,
            (false, false) => Exit::NotDetermined,
        });
        if json {
            screen.line(&review_json(&evaluated, &review, request.lang).write())?;
            continue;
        }
        let markup = if arguments.format == Format::Markdown { Markup::Markdown } else { Markup::Text };
        let style = Style { lang: request.lang, markup, ..Style::default() };
        let cailiang::wire::Evaluated { program, facts, outcome, .. } = &evaluated;
        screen.line(&render::render_review(program, facts, outcome, &review, style))?;
        if several {
            screen.line("")?;
        }
    }
    Ok(exit)
}

/// The decision of a file of its own: the decision itself, or a mapping that has it under `decision`.
fn decision(path: &std::path::Path, several: bool, host: &Host, screen: &mut Screen) -> Done<(Source, Node)> {
    if several {
        let help = "choose one with `--case NAME`, or write a `decision` in each case";
        screen.say(&Message::error("one decision, but several cases").help(help))?;
        return Err(Stop::Said(Exit::Usage));
    }
    let source = library::read(path, Exit::Facts, screen)?;
    let (node, diagnostics) = syntax::read(&source);
    match node {
        Some(node) if !diagnostics.iter().any(cailiang::Diagnostic::is_error) => {
            let node = node.get("decision").cloned().unwrap_or(node);
            Ok((source, node))
        }
        _ => {
            let found = Failure::Text(diagnostics);
            failure::say(&found, None, &source, host.library(), screen)?;
            Err(Stop::Said(failure::exit(&found)))
        }
    }
}
