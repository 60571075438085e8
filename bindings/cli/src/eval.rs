//! `eval`: the outcome of the cases of a file.

use std::path::PathBuf;

use cailiang::Source;
use cailiang::render::{self, Form, Lang, Markup, Style};
use cailiang::syntax::suggest;
use cailiang::wire::{Action, Host, Json, Request, read_case, receipt_json};
use clap::{Args, ValueEnum};

use crate::print::{Message, Screen};
use crate::{Done, Exit, Language, Rules, Stop, failure, library};

/// What to evaluate, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A case, or a file of several; `-` reads stdin
    #[arg(value_name = "CASE.yaml")]
    file: PathBuf,
    /// Only the case with this name
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
    /// How to write the outcome; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language [default: that of the case, else zh]
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// The short form, about 15 lines (the default)
    #[arg(long, conflicts_with = "full")]
    brief: bool,
    /// The full form: every step and condition
    #[arg(long)]
    full: bool,
    /// Adds digests of rulesets, facts and outcome, for the case file
    #[arg(long)]
    receipt: bool,
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
    let mut exit = Exit::Determined;
    for request in &mut requests {
        request.lang = arguments.lang.map_or(request.lang, Lang::from);
        request.receipt = request.receipt || arguments.receipt;
        let evaluated = match host.evaluate(request) {
            Ok(evaluated) => evaluated,
            Err(failure) => {
                exit = exit.or_graver(failure::exit(&failure));
                if json {
                    screen.line(&failure.to_json(&source).write())?;
                } else {
                    title(request, &source, several, screen)?;
                    failure::say(&failure, Some(request), &source, host.library(), screen)?;
                }
                continue;
            }
        };
        if !evaluated.outcome.determined {
            exit = exit.or_graver(Exit::NotDetermined);
        }
        if json {
            request.action = Action::Evaluate;
            screen.line(&host.answer(request, &source).write())?;
            continue;
        }
        title(request, &source, several, screen)?;
        let style = style(arguments, request);
        screen.line(&render::render(&evaluated.program, &evaluated.facts, &evaluated.outcome, style))?;
        if request.receipt {
            let receipt = receipt_json(&evaluated, &request.facts).write_pretty();
            match style.markup {
                Markup::Markdown => screen.line(&format!("\n```json\n{receipt}\n```"))?,
                Markup::Text => screen.line(&format!("\n{receipt}"))?,
            }
        }
        if several {
            screen.line("")?;
        }
    }
    Ok(exit)
}

fn style(arguments: &Arguments, request: &Request) -> Style {
    let asked = if arguments.full { Some(Form::Full) } else { arguments.brief.then_some(Form::Brief) };
    Style {
        lang: request.lang,
        form: asked.or(request.text.map(|t| t.form)).unwrap_or(Form::Brief),
        markup: if arguments.format == Format::Markdown { Markup::Markdown } else { Markup::Text },
    }
}

/// One case needs no title; of several each says which it is.
pub(crate) fn title(request: &Request, source: &Source, several: bool, screen: &mut Screen) -> Done<()> {
    if several {
        let name = request.name.as_deref().unwrap_or("");
        let line = source.line_column(request.span.start).0;
        screen.line(&format!("== {name} ({}:{line})", source.name()))?;
    }
    Ok(())
}

/// The cases of a file, or the end of the command; in JSON a file that is wrong has an answer too.
pub(crate) fn cases(
    file: &std::path::Path,
    name: Option<&str>,
    json: bool,
    host: &Host,
    screen: &mut Screen,
) -> Done<(Source, Vec<Request>)> {
    let source = library::read(file, Exit::Facts, screen)?;
    let mut requests = match read_case(&source) {
        Ok(requests) => requests,
        Err(failure) => {
            if json {
                screen.line(&failure.to_json(&source).write())?;
            } else {
                failure::say(&failure, None, &source, host.library(), screen)?;
            }
            return Err(Stop::Said(failure::exit(&failure)));
        }
    };
    if let Some(wanted) = name {
        let known: Vec<String> = requests.iter().filter_map(|r| r.name.clone()).collect();
        requests.retain(|r| r.name.as_deref() == Some(wanted));
        if requests.is_empty() {
            let similar = suggest(wanted, known.iter().map(String::as_str)).map(|s| format!("did you mean `{s}`?"));
            let help = similar.unwrap_or_else(|| {
                format!("it has {}", if known.is_empty() { "no named case".to_owned() } else { known.join(", ") })
            });
            screen.say(&Message::error(format!("`{}` has no case `{wanted}`", source.name())).help(help))?;
            return Err(Stop::Said(Exit::Usage));
        }
    }
    if requests.is_empty() {
        screen.say(
            &Message::error(format!("`{}` has no cases", source.name())).help("write at least one under `cases`"),
        )?;
        return Err(Stop::Said(Exit::Facts));
    }
    Ok((source, requests))
}

/// An answer or a member of one as text, nothing for what is not there.
pub(crate) fn text_of<'j>(json: &'j Json, key: &str) -> &'j str {
    json.get(key).and_then(Json::as_str).unwrap_or("")
}
