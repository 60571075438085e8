//! `review`: a decision, proposed or made, held against the outcome of its case.

use std::path::PathBuf;

use cailiang::Failure;
use cailiang::Source;
use cailiang::render::{self, Style};
use cailiang::serve::{Host, case_review_json, review_json};
use cailiang::syntax::{self, Node};
use cailiang::vocabulary::{Action, ReviewResult};
use clap::Args;

use crate::cases::{Cases, Refused, Which};
use crate::print::{Message, Screen};
use crate::written::Format;
use crate::{Done, Exit, Rules, Stop, failure, library};

/// What to hold against what.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// The decision: `unit: {罚款: 60000, 警告: true}` or `verdict: no_penalty`; without it the
    /// `decision` of each case
    #[arg(value_name = "DECISION.yaml")]
    decision: Option<PathBuf>,
    /// How to write the review; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let json = arguments.format == Format::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    let separate = match &arguments.decision {
        Some(path) => Some(decision(path, cases.several(), &cases.host, screen)?),
        None => None,
    };
    cases.each(screen, |host, request, source, screen| {
        request.action = Action::Review;
        if let Some((_, node)) = &separate {
            request.decision = Some(node.clone());
        }
        if request.decision.is_none() {
            let mut message = Message::error("there is no decision to review");
            message.source = Some(source);
            let help = "name the file of the decision, or write `decision:` in the case";
            screen.say(&message.help(help))?;
            return Err(Refused::Stop(Stop::Said(Exit::Facts)));
        }
        // A decision in a file of its own has its own lines.
        let of = || separate.as_ref().map(|(text, _)| text.clone());
        if let Some(case) = &request.case {
            let (decision, review) = host.review_case(request, case).map_err(|failure| of_decision(failure, of()))?;
            if json {
                screen.line(&case_review_json(&decision, &review, request))?;
            } else {
                let style = arguments.format.style(request, Style::default().form);
                screen.line(&render::render_case_review(&decision, &review, style))?;
            }
            let stands = review.conforms() || review.result() == ReviewResult::Departs;
            return Ok(exit(stands, review.deviates()));
        }
        let (act, found) = host.review_offence(request).map_err(|failure| of_decision(failure, of()))?;
        if json {
            screen.line(&review_json(&act, &found, request))?;
        } else {
            let style = arguments.format.style(request, Style::default().form);
            screen.line(&render::render_review(&act, &found, style))?;
        }
        Ok(exit(found.review.conforms(), found.review.deviates()))
    })
}

/// What is wrong with the decision stands in its own text, anything else in that of the case.
fn of_decision(failure: Failure, text: Option<Source>) -> Refused {
    let decision = matches!(&failure, Failure::Request(found) if found.iter().all(|e| e.path.starts_with("/decision")));
    Refused::Failure(Box::new(failure), text.filter(|_| decision))
}

fn exit(conforms: bool, deviates: bool) -> Exit {
    match (conforms, deviates) {
        (true, _) => Exit::Determined,
        (false, true) => Exit::Deviates,
        (false, false) => Exit::NotDetermined,
    }
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
