//! `procedure`: what must or may be done before, with and after the decision of the cases of a file.

use cailiang::answer::procedures_json;
use cailiang::render::render_procedures;
use cailiang::vocabulary::{Action, Form};
use clap::Args;

use crate::cases::{Cases, Which};
use crate::print::Screen;
use crate::written::Format;
use crate::{Done, Exit, Rules};

/// Of which decision, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// How to write it; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Every ground, also of a step that is certain by another
    #[arg(long)]
    full: bool,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let json = arguments.format == Format::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    cases.each(screen, |host, request, _, screen| {
        request.action = Action::Procedure;
        let found = host.procedure(request)?;
        if json {
            screen.line(&procedures_json(&found, request.lang))?;
        } else {
            let form = if arguments.full { Form::Full } else { Form::Brief };
            let style = arguments.format.style(request, form);
            screen.line(&render_procedures(&found, style))?;
        }
        Ok(if found.determined() { Exit::Determined } else { Exit::NotDetermined })
    })
}
