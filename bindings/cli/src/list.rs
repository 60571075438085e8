//! `list` and `schema`: what there is.

use cailiang::answer::Json;
use cailiang::{Ruleset, compile};
use cailiang_contract::{REQUEST_SCHEMA, SCHEMA};
use clap::{Args, ValueEnum};

use crate::print::Screen;
use crate::written::Plain;
use crate::{Done, Exit, Rules, library};

/// How to list.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Only rulesets whose id or title has this
    #[arg(value_name = "WORD")]
    word: Option<String>,
    /// How to write the list
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
}

/// Which schema.
#[derive(Args)]
pub(crate) struct SchemaArguments {
    /// Of rulesets (for editors), of answers, or of requests
    #[arg(value_enum, default_value_t = Which::Ruleset)]
    which: Which,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    Ruleset,
    Answer,
    Request,
}

pub(crate) fn schema(arguments: &SchemaArguments, screen: &mut Screen) -> Done {
    match arguments.which {
        Which::Ruleset => screen.line(&compile::json_schema())?,
        Which::Answer => screen.line(SCHEMA.trim_end())?,
        Which::Request => screen.line(REQUEST_SCHEMA.trim_end())?,
    }
    Ok(Exit::Determined)
}

pub(crate) fn run(arguments: &Arguments, rules: &Rules, screen: &mut Screen) -> Done {
    let library = library::load(rules, screen)?;
    let word = arguments.word.as_deref().unwrap_or("");
    let wanted = |r: &&std::sync::Arc<Ruleset>| r.head().id.contains(word) || r.head().title.contains(word);
    if arguments.format == Plain::Json {
        let all = Json::array(library.rulesets().filter(wanted).map(|r| as_json(r)));
        screen.line(&all.write())?;
        return Ok(Exit::Determined);
    }
    let mut count = 0usize;
    for ruleset in library.rulesets().filter(wanted) {
        count = count.saturating_add(1);
        let head = ruleset.head();
        let through = head.through.map_or_else(|| "open".to_owned(), |d| d.to_string());
        screen.line(&format!("{}  {} to {through}", head.id, head.from))?;
        let document = head.document.as_ref().map(|d| format!("（{d}）")).unwrap_or_default();
        screen.line(&format!("  {}{document}", head.title))?;
        for licence in ruleset.licences() {
            screen.line(&format!("    {:<24} {}（{}）", licence.id, licence.name, licence.procedure.as_str()))?;
        }
        for offence in ruleset.offences() {
            screen.line(&format!("    {:<24} {}", offence.id, offence.name))?;
        }
    }
    let of = if word.is_empty() { String::new() } else { format!(" with `{word}`") };
    screen.line(&format!("{count} ruleset version{}{of}", if count == 1 { "" } else { "s" }))?;
    Ok(Exit::Determined)
}

fn as_json(ruleset: &Ruleset) -> Json {
    let head = ruleset.head();
    let offences = ruleset
        .offences()
        .iter()
        .map(|o| Json::object([("id", Json::from(o.id.to_string())), ("name", o.name.to_string().into())]));
    Json::object([
        ("id", Json::from(head.id.to_string())),
        ("title", head.title.to_string().into()),
        ("issuer", head.issuer.to_string().into()),
        ("document", head.document.as_ref().map(|d| d.to_string()).into()),
        ("from", head.from.to_string().into()),
        ("through", head.through.map(|d| d.to_string()).into()),
        ("revision", head.revision.into()),
        ("sha256", ruleset.digests().sha256.to_string().into()),
        ("offences", Json::array(offences)),
    ])
}
