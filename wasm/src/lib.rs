//! cailiang for WebAssembly, without any rule logic: strings of the JSON contract in, strings of it out.
//!
//! The class that people use is `Rules` of `npm/src/api.js`; it turns objects into these strings and back. JSON is
//! what crosses because `JSON.stringify` and `JSON.parse` are quicker than building objects one property at a time
//! across the boundary, and because the same bytes leave the library, the command line and this module.

use std::sync::atomic::{AtomicBool, Ordering};

use cailiang::answer::diagnostics_json;
use cailiang::facts::FactCode;
use cailiang::read::{Request, read_request};
use cailiang::serve::{Session, refused};
use cailiang::{FactError, Failure, Ruleset, Source};
use wasm_bindgen::prelude::wasm_bindgen;

/// Whether the second module is there: on other targets than WebAssembly the engine is one.
static COMPLETE: AtomicBool = AtomicBool::new(cfg!(not(target_arch = "wasm32")));

/// Says that the second module is there. It is called by who put it there, and by nobody else: what it holds is called
/// from then on.
#[wasm_bindgen]
pub fn complete() {
    COMPLETE.store(true, Ordering::Relaxed);
}

/// A handle: rulesets, compiled once, that answer any number of requests. Several live side by side.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Rules {
    session: Session,
}

#[wasm_bindgen]
impl Rules {
    /// A handle without rulesets.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// A handle of its own with the same rulesets, of which nothing is compiled again: for a host that tries one text
    /// after another beside texts that stay.
    ///
    /// ```
    /// # let text = include_str!("../../examples/street.yaml");
    /// let mut rules = cailiang_wasm::Rules::new();
    /// let mut tried = rules.copy();
    /// assert!(tried.add("street.yaml", text).contains(r#""valid":true"#));
    /// assert!(rules.handle(r#"{"do": "describe"}"#).contains(r#""rulesets":[]"#));
    /// ```
    pub fn copy(&self) -> Self {
        Self { session: Session::new(self.session.host().library().clone()) }
    }

    /// Compiles a ruleset text and keeps it if it is valid; the answer has `kind` `diagnostics`, with all of them.
    ///
    /// The text is not kept when it has errors, or when another version of the same ruleset is in force on the same
    /// days: `valid` is false then.
    ///
    /// ```
    /// let mut rules = cailiang_wasm::Rules::new();
    /// let answer = rules.add("empty.yaml", "");
    /// assert!(answer.starts_with(r#"{"contract":1,"kind":"diagnostics","valid":false"#));
    /// assert!(answer.contains(r#""code":"empty-file""#));
    /// ```
    pub fn add(&mut self, name: &str, text: &str) -> String {
        let source = Source::new(name, text);
        let (ruleset, mut found) = Ruleset::compile(&source);
        let mut valid = false;
        if let Some(ruleset) = ruleset {
            match self.session.add(ruleset) {
                Ok(()) => valid = true,
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        let found: Vec<_> = found.iter().map(|diagnostic| (diagnostic, &source)).collect();
        diagnostics_json(valid, &found)
    }

    /// Answers one request (JSON) with one line of JSON: the bytes that [`cailiang::serve::Host::handle`] gives.
    ///
    /// The offence is linked once: to ask again with other facts costs an evaluation only.
    pub fn handle(&mut self, request: &str) -> String {
        let source = Source::new("request", request);
        match read(&source) {
            Ok(request) => self.session.answer(&request, &source),
            Err(failure) => refused(&failure, &source),
        }
    }

    /// Answers as [`Self::handle`] does, the explanation apart: a first line without it, then, after a line break, the
    /// explanation. A host leaves the second line unread until someone opens it.
    ///
    /// An answer that has no explanation, or has null in its place, is one line. (A line break cannot occur in compact
    /// JSON.)
    pub fn split(&mut self, request: &str) -> String {
        let source = Source::new("request", request);
        match read(&source) {
            Ok(request) => self.session.split(&request, &source),
            Err(failure) => refused(&failure, &source),
        }
    }
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A request that this module, or the two of them, can answer.
fn read(source: &Source) -> Result<Request, Failure> {
    let request = read_request(source)?;
    if COMPLETE.load(Ordering::Relaxed) || !request.asks_more() {
        return Ok(request);
    }
    let error = FactError {
        code: FactCode::NotLoaded,
        path: "/do".to_owned(),
        message: "what is asked for is answered by the second module, which is not loaded".to_owned(),
        expected: "the outcome of one offence, its questions or its explanation".to_owned(),
        found: "more".to_owned(),
        help: Some("call `await more()` of what `load()` gave, then ask again".to_owned()),
        span: request.span,
    };
    Err(Failure::Request(vec![error]))
}
