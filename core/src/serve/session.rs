//! A host that keeps what it links: one case asked again and again, as a form does at every keystroke.

use std::sync::Arc;

use super::host::Host;
use super::identity::refused;
use crate::answer::Explained;
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::link::{Library, Program};
use crate::read::{Request, day, read_request};
use crate::ruleset::Ruleset;
use crate::source::Source;
use crate::value::Date;

/// How many linked offences are kept; the one not asked for the longest makes room.
const KEPT: usize = 64;

/// A [`Host`] that keeps the offences it linked last. It answers what a host answers, byte for byte, only sooner.
///
/// ```
/// # use cailiang::{Ruleset, Source, serve::Session};
/// let text = include_str!("../../../examples/street.yaml");
/// let mut session = Session::default();
/// session.add(Ruleset::compile(&Source::new("street.yaml", text)).0.unwrap()).unwrap();
/// let request = r#"{"ruleset": "cn.demo.street", "offence": "stalls", "on": "2024-05-01", "facts": {"设施数": 3}}"#;
/// let first = session.handle(request);
/// assert_eq!(session.handle(request), first);
/// assert_eq!(session.host().handle(request), first);
/// ```
#[derive(Debug, Default)]
pub struct Session {
    host: Host,
    /// The one asked for last comes first. Every entry is of the library as it stands: to add to it drops them all.
    linked: Vec<(LinkKey, Arc<Program>)>,
}

/// What a linked offence depends on, besides the library.
#[derive(Debug, PartialEq, Eq)]
struct LinkKey {
    ruleset: String,
    offence: String,
    day: Date,
}

impl Session {
    /// A session over these rulesets.
    pub fn new(library: Library) -> Self {
        Self { host: Host::new(library), linked: Vec::new() }
    }

    /// The host it speaks for.
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Adds a ruleset.
    ///
    /// # Errors
    /// As [`Library::add`]; nothing has changed then.
    pub fn add(&mut self, ruleset: Ruleset) -> Result<(), Diagnostic> {
        let mut library = self.host.library().clone();
        library.add(ruleset)?;
        *self = Self::new(library);
        Ok(())
    }

    /// Answers one request (JSON) with one line of JSON, as [`Host::handle`] does.
    pub fn handle(&mut self, request: &str) -> String {
        let source = Source::new("request", request);
        match read_request(&source) {
            Ok(request) => self.answer(&request, &source),
            Err(failure) => refused(&failure, &source),
        }
    }

    /// Answers a request that was read, as [`Host::answer`] does; `source` is its text.
    pub fn answer(&mut self, request: &Request, source: &Source) -> String {
        self.telling(request, source, &mut Explained::wanted(request.explanation))
    }

    /// Answers a request that was read, the explanation apart: a first line without it, then, after a line break, the
    /// explanation. A host leaves the second line unread until someone opens it.
    ///
    /// An answer that has no explanation, or has null in its place, is one line. (A line break cannot occur in compact
    /// JSON.)
    pub fn split(&mut self, request: &Request, source: &Source) -> String {
        let mut second = String::new();
        let mut explained = if request.explanation { Explained::Apart(&mut second) } else { Explained::No };
        let mut lines = self.telling(request, source, &mut explained);
        if !second.is_empty() {
            lines.push('\n');
            lines.push_str(&second);
        }
        lines
    }

    fn telling(&mut self, request: &Request, source: &Source, explained: &mut Explained<'_>) -> String {
        let Self { host, linked } = self;
        host.answer_linking(request, source, explained, &mut || kept(host, linked, request))
    }

    /// The offence of a request, linked, as [`Host::link`] does it. A request with texts of its own is linked anew.
    ///
    /// # Errors
    /// As [`Host::link`].
    pub fn link(&mut self, request: &Request) -> Result<Arc<Program>, Failure> {
        kept(&self.host, &mut self.linked, request)
    }
}

fn kept(host: &Host, linked: &mut Vec<(LinkKey, Arc<Program>)>, request: &Request) -> Result<Arc<Program>, Failure> {
    if !request.rulesets.is_empty() {
        return host.link(request);
    }
    let day = day(request)?;
    let same = |key: &LinkKey| (&key.ruleset, &key.offence, key.day) == (&request.ruleset, &request.offence, day);
    let found = linked.iter().position(|(key, _)| same(key)).map(|at| linked.remove(at));
    let (key, program) = match found {
        Some(kept) => kept,
        None => {
            let key = LinkKey { ruleset: request.ruleset.clone(), offence: request.offence.clone(), day };
            (key, host.link(request)?)
        }
    };
    linked.truncate(KEPT.saturating_sub(1));
    linked.insert(0, (key, Arc::clone(&program)));
    Ok(program)
}
