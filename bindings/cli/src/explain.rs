//! `explain`: what a word means, wherever it stands.

mod find;
mod page;

use cailiang::Lang;
use cailiang::vocabulary;
use clap::Args;

use crate::print::{Message, Screen};
use crate::written::Format;
use crate::{Done, Exit, Language, Stop};

/// Which word, and how to show it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// A word as it stands in JSON or in brackets, a Chinese or English name, or a family; without it all are listed
    #[arg(value_name = "WORD")]
    word: Option<String>,
    /// The language of names and pages
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// How to write it; json has both languages
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, screen: &mut Screen) -> Done {
    let lang = Lang::from(arguments.lang);
    let Some(wanted) = &arguments.word else {
        match arguments.format {
            Format::Text => screen.line(page::list(&find::all(), lang).trim_end())?,
            Format::Json => screen.line(&page::json(&find::all()).write_pretty())?,
            Format::Markdown => screen.line(&vocabulary::reference(lang))?,
        }
        return Ok(Exit::Determined);
    };
    let wanted = find::bare(wanted);
    let found = find::find(wanted);
    if found.is_empty() {
        let help = find::similar(wanted).map(|name| format!("did you mean `{name}`?"));
        let help = help.unwrap_or_else(|| "`cailiang explain` lists all words".to_owned());
        screen.say(&Message::error(format!("there is no word `{wanted}`")).help(help))?;
        return Err(Stop::Said(Exit::Usage));
    }
    match arguments.format {
        Format::Text => screen.line(page::text(&found, lang).trim_end())?,
        Format::Json => screen.line(&page::json(&found).write_pretty())?,
        Format::Markdown => screen.line(page::markdown(&found, lang).trim_end())?,
    }
    Ok(Exit::Determined)
}
