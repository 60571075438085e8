//! How a command writes a result: as words or as answers of the contract, brief or full, with a receipt or without.

use cailiang::answer::Json;
use cailiang::read::Request;
use cailiang::render::Style;
use cailiang::vocabulary::{Form, Markup};
use clap::{Args, ValueEnum};

use crate::print::Screen;

/// As a table for people, or as answers of the contract.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Plain {
    Text,
    Json,
}

/// As words, or as answers of the contract.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Markdown,
}

impl Format {
    /// The style of words in this format; what is JSON has none.
    pub(crate) fn style(self, request: &Request, form: Form) -> Style {
        let markup = if self == Self::Markdown { Markup::Markdown } else { Markup::Text };
        Style { lang: request.lang, form, markup }
    }
}

/// What `eval` and `decide` can write.
#[derive(Args)]
pub(crate) struct Written {
    /// How to write the result; json is one answer a line, as of `serve`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The short form (the default)
    #[arg(long, conflicts_with = "full")]
    brief: bool,
    /// The full form: every step and condition
    #[arg(long)]
    full: bool,
    /// Adds digests of rulesets, facts and result, for the case file
    #[arg(long)]
    pub(crate) receipt: bool,
}

impl Written {
    /// The style asked for on the command line, else by the case.
    pub(crate) fn style(&self, request: &Request) -> Style {
        let asked = if self.full { Some(Form::Full) } else { self.brief.then_some(Form::Brief) };
        self.format.style(request, asked.or(request.text.map(|t| t.form)).unwrap_or(Form::Brief))
    }
}

/// A receipt below the words it belongs to.
pub(crate) fn receipt(receipt: &str, markup: Markup, screen: &mut Screen) -> std::io::Result<()> {
    let receipt = Json::read(receipt).write_pretty();
    match markup {
        Markup::Markdown => screen.line(&format!("\n```json\n{receipt}\n```")),
        Markup::Text => screen.line(&format!("\n{receipt}")),
    }
}
