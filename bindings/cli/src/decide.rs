//! `decide`: what the law says of whole cases.

use cailiang::render::{self, Form, Markup, Style};
use cailiang::wire::{Action, Request, case_receipt_json};
use clap::{Args, ValueEnum};

use crate::cases::{Cases, Which};
use crate::print::Screen;
use crate::{Done, Exit, Rules};

/// What to decide, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How to write the decision; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The short form (the default)
    #[arg(long, conflicts_with = "full")]
    brief: bool,
    /// The full form: every step and text
    #[arg(long)]
    full: bool,
    /// The reasoning of the decision letter (说理) instead, in Chinese
    #[arg(long, conflicts_with_all = ["brief", "full"])]
    letter: bool,
    /// Adds digests of rulesets, case and decision, for the case file
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
        request.letter = request.letter || arguments.letter;
        let case = request.whole();
        let decision = host.decide(request, &case)?;
        let exit = if decision.determined { Exit::Determined } else { Exit::NotDetermined };
        if json {
            (request.action, request.case) = (Action::Decide, Some(case));
            screen.line(&host.answer(request, source).write())?;
            return Ok(exit);
        }
        let style = style(arguments, request);
        let text = if request.letter { render::letter(&decision) } else { render::render_decision(&decision, style) };
        screen.line(text.trim_end())?;
        if request.receipt {
            let receipt = case_receipt_json(&decision, &case).write_pretty();
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
