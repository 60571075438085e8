//! `eval`: the outcome of the cases of a file.

use clap::Args;

use crate::cases::{Cases, Which};
use crate::print::Screen;
use crate::written::{Format, Written, receipt};
use crate::{Done, Exit, Rules};
use cailiang::vocabulary::Action;

/// What to evaluate, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    written: Written,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let written = &arguments.written;
    let json = written.format == Format::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    cases.each(screen, |host, request, _, screen| {
        request.action = Action::Evaluate;
        request.receipt = request.receipt || written.receipt;
        let computed = host.compute(request)?;
        if json {
            screen.line(&computed.answer(request)?)?;
        } else {
            let style = written.style(request);
            screen.line(&computed.words(style))?;
            if request.receipt {
                receipt(&computed.receipt(request), style.markup, screen)?;
            }
        }
        Ok(if computed.determined() { Exit::Determined } else { Exit::NotDetermined })
    })
}
