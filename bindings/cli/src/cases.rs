//! What the commands about cases have in common: the cases of a file, each with its title, its failure, and how the
//! command ends for all of them.

use std::path::PathBuf;

use cailiang::Failure;
use cailiang::Source;
use cailiang::answer::Json;
use cailiang::read::{Request, read_case};
use cailiang::serve::Host;
use cailiang::syntax::suggest;
use cailiang::vocabulary::Lang;
use clap::Args;

use crate::print::{Message, Screen};
use crate::{Done, Exit, Language, Rules, Stop, failure, library};

/// Which cases, and in which language.
#[derive(Args)]
pub(crate) struct Which {
    /// A case, or a file of several; `-` reads stdin
    #[arg(value_name = "CASE.yaml")]
    pub(crate) file: PathBuf,
    /// Only the case with this name
    #[arg(long, value_name = "NAME")]
    pub(crate) case: Option<String>,
    /// The language [default: that of the case, else zh]
    #[arg(long, value_enum)]
    pub(crate) lang: Option<Language>,
}

/// The cases of a file, with the rulesets they are evaluated by.
pub(crate) struct Cases {
    pub(crate) host: Host,
    pub(crate) source: Source,
    pub(crate) requests: Vec<Request>,
    json: bool,
}

/// Why one case has no result; the others go on.
pub(crate) enum Refused {
    /// The engine refuses it; the text is that of a file of its own, where it is not about the case.
    Failure(Box<Failure>, Option<Source>),
    /// The command stops.
    Stop(Stop),
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Failure(Box::new(failure), None)
    }
}

impl From<std::io::Error> for Refused {
    fn from(error: std::io::Error) -> Self {
        Self::Stop(error.into())
    }
}

impl Cases {
    /// Opens the file, or ends the command; with `json` a file that is wrong has an answer too.
    pub(crate) fn open(which: &Which, json: bool, rules: &Rules, screen: &mut Screen) -> Done<Self> {
        let host = Host::new(library::load(rules, screen)?);
        let source = library::read(&which.file, Exit::Facts, screen)?;
        let mut requests = match read_case(&source) {
            Ok(requests) => requests,
            Err(failure) => {
                refuse(&failure, None, &source, &host, json, screen)?;
                return Err(Stop::Said(failure::exit(&failure)));
            }
        };
        if let Some(wanted) = &which.case {
            named(&mut requests, wanted, &source, screen)?;
        }
        if requests.is_empty() {
            let message = Message::error(format!("`{}` has no cases", source.name()));
            screen.say(&message.help("write at least one under `cases`"))?;
            return Err(Stop::Said(Exit::Facts));
        }
        for request in &mut requests {
            request.lang = which.lang.map_or(request.lang, Lang::from);
        }
        Ok(Self { host, source, requests, json })
    }

    /// Whether there is more than one.
    pub(crate) fn several(&self) -> bool {
        self.requests.len() > 1
    }

    /// Runs every case; the command ends as the gravest of them does.
    pub(crate) fn each(
        &mut self,
        screen: &mut Screen,
        mut one: impl FnMut(&Host, &mut Request, &Source, &mut Screen) -> Result<Exit, Refused>,
    ) -> Done {
        let several = self.several();
        let mut exit = Exit::Determined;
        for request in &mut self.requests {
            if several && !self.json {
                let line = self.source.line_column(request.span.start).0;
                screen.line(&format!(
                    "== {} ({}:{line})",
                    request.name.as_deref().unwrap_or(""),
                    self.source.name()
                ))?;
            }
            match one(&self.host, request, &self.source, screen) {
                Ok(own) => {
                    exit = exit.or_graver(own);
                    if several && !self.json {
                        screen.line("")?;
                    }
                }
                Err(Refused::Failure(failure, text)) => {
                    exit = exit.or_graver(failure::exit(&failure));
                    let text = text.as_ref().unwrap_or(&self.source);
                    refuse(&failure, Some(request), text, &self.host, self.json, screen)?;
                }
                Err(Refused::Stop(stop)) => return Err(stop),
            }
        }
        Ok(exit)
    }
}

/// Keeps the case with a name, or ends the command with the most similar one.
fn named(requests: &mut Vec<Request>, wanted: &str, source: &Source, screen: &mut Screen) -> Done<()> {
    let known: Vec<String> = requests.iter().filter_map(|r| r.name.clone()).collect();
    requests.retain(|r| r.name.as_deref() == Some(wanted));
    if !requests.is_empty() {
        return Ok(());
    }
    let similar = suggest(wanted, known.iter().map(String::as_str)).map(|s| format!("did you mean `{s}`?"));
    let help = similar.unwrap_or_else(|| {
        format!("it has {}", if known.is_empty() { "no named case".to_owned() } else { known.join(", ") })
    });
    screen.say(&Message::error(format!("`{}` has no case `{wanted}`", source.name())).help(help))?;
    Err(Stop::Said(Exit::Usage))
}

fn refuse(
    failure: &Failure,
    request: Option<&Request>,
    text: &Source,
    host: &Host,
    json: bool,
    screen: &mut Screen,
) -> Done<()> {
    if json {
        screen.line(&failure.to_json(text))?;
    } else {
        failure::say(failure, request, text, host.library(), screen)?;
    }
    Ok(())
}

/// A member of an answer as text, nothing for what is not there.
pub(crate) fn text_of<'j>(json: &'j Json, key: &str) -> &'j str {
    json.get(key).and_then(Json::as_str).unwrap_or("")
}
