//! `eval`: the outcome of the cases of a file.

use cailiang::render::{Form, Markup, Style};
use cailiang::wire::{Action, Request};
use clap::{Args, ValueEnum};

use crate::cases::{Cases, Which};
use crate::print::Screen;
use crate::{Done, Exit, Rules};

/// What to evaluate, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How to write the outcome; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
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
    let json = arguments.format == Format::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    cases.each(screen, |host, request, source, screen| {
        request.receipt = request.receipt || arguments.receipt;
        let computed = host.compute(request)?;
        let exit = if computed.determined() { Exit::Determined } else { Exit::NotDetermined };
        if json {
            request.action = Action::Evaluate;
            screen.line(&host.answer(request, source).write())?;
            return Ok(exit);
        }
        let style = style(arguments, request);
        screen.line(&computed.words(style))?;
        if request.receipt {
            let receipt = computed.receipt(&request.facts).write_pretty();
            match style.markup {
                Markup::Markdown => screen.line(&format!("\n```json\n{receipt}\n```"))?,
                Markup::Text => screen.line(&format!("\n{receipt}"))?,
            }
        }
        Ok(exit)
    })
}

fn style(arguments: &Arguments, request: &Request) -> Style {
    let asked = if arguments.full { Some(Form::Full) } else { arguments.brief.then_some(Form::Brief) };
    Style {
        lang: request.lang,
        form: asked.or(request.text.map(|t| t.form)).unwrap_or(Form::Brief),
        markup: if arguments.format == Format::Markdown { Markup::Markdown } else { Markup::Text },
    }
}
