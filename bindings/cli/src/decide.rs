//! `decide`: what the law says of whole cases.

use cailiang::render;
use cailiang::serve::{case_receipt_json, decision_answer};
use cailiang::vocabulary::Action;
use clap::Args;

use crate::cases::{Cases, Which};
use crate::print::Screen;
use crate::written::{Format, Written, receipt};
use crate::{Done, Exit, Rules};

/// What to decide, and how to say it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    written: Written,
    /// The reasoning of the decision letter (说理) instead, in Chinese
    #[arg(long, conflicts_with_all = ["brief", "full"])]
    letter: bool,
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let written = &arguments.written;
    let json = written.format == Format::Json;
    let mut cases = Cases::open(&arguments.which, json, rules, screen)?;
    cases.each(screen, |host, request, _, screen| {
        request.action = Action::Decide;
        request.receipt = request.receipt || written.receipt;
        request.letter = request.letter || arguments.letter;
        let case = request.whole();
        let decision = host.decide(request, &case)?;
        if json {
            screen.line(&decision_answer(&decision, &case, request)?)?;
        } else {
            let style = written.style(request);
            let text =
                if request.letter { render::letter(&decision) } else { render::render_decision(&decision, style) };
            screen.line(text.trim_end())?;
            if request.receipt {
                receipt(&case_receipt_json(&decision, &case), style.markup, screen)?;
            }
        }
        Ok(if decision.determined { Exit::Determined } else { Exit::NotDetermined })
    })
}
