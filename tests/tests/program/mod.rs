//! Rulesets of the repository, linked; facts decoded one by one from text. Shared by the generated tests.

#![allow(dead_code)] // each test file uses its part

use std::path::Path;

use cailiang::expr::{EvalError, FactId};
use cailiang::facts::Fact;
use cailiang::value::Date;
use cailiang::{Facts, Library, Outcome, Program, Ruleset, Source, evaluate, syntax};

/// A library of files below `rulesets/cn`, with the general law that they use.
pub(crate) fn library(files: &[&str]) -> Library {
    let mut library = Library::new();
    let general = ["2018-01-01", "2021-07-15"].map(|day| format!("npc/administrative-penalty-law/{day}.yaml"));
    for file in files.iter().copied().chain(general.iter().map(String::as_str)) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rulesets/cn").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        library.add(compile(file, text)).unwrap_or_else(|d| panic!("{d}"));
    }
    library
}

/// Compiles a text that must be right.
pub(crate) fn compile(name: &str, text: String) -> Ruleset {
    let source = Source::new(name.to_owned(), text);
    let (ruleset, diagnostics) = Ruleset::compile(&source);
    ruleset.unwrap_or_else(|| {
        let all: Vec<String> = diagnostics.iter().map(|d| format!("{d}: `{}`", source.slice(d.span()))).collect();
        panic!("{}\n{}", all.join("\n"), source.text())
    })
}

/// Links an offence for a day.
pub(crate) fn link(library: &Library, ruleset: &str, offence: &str, day: &str) -> Program {
    let day = Date::parse(day).unwrap_or_else(|e| panic!("{e}"));
    library.link(ruleset, offence, day).unwrap_or_else(|e| panic!("{e}"))
}

/// Decodes a mapping of facts.
pub(crate) fn decode(program: &Program, text: &str) -> Facts {
    let (node, diagnostics) = syntax::read_yaml(&Source::new("facts", text.to_owned()));
    let node = node.unwrap_or_else(|| panic!("{diagnostics:?}\n{text}"));
    Facts::decode(program, &node).unwrap_or_else(|e| panic!("{e:?}\n{text}"))
}

/// Decodes the value of one fact; none if the value is not allowed.
pub(crate) fn value(program: &Program, name: &str, text: &str) -> Option<Fact> {
    let (node, _) = syntax::read_yaml(&Source::new("fact", format!("{{{name}: {text}}}")));
    let facts = Facts::decode(program, &node?).ok()?;
    Some(facts.get(program.fact(name)?).clone())
}

/// Evaluates.
pub(crate) fn run(program: &Program, facts: &Facts) -> Outcome {
    evaluate(program, facts).unwrap_or_else(|e| panic!("{e}: {facts:?}"))
}

/// Evaluates; none where something has no value for these facts.
pub(crate) fn try_run(program: &Program, facts: &Facts) -> Option<Outcome> {
    match evaluate(program, facts) {
        Ok(outcome) => Some(outcome),
        Err(EvalError::DivisionByZero | EvalError::NoRow(_)) => None,
        Err(e) => panic!("{e}: {facts:?}"),
    }
}

/// All facts that the program reads, by name.
pub(crate) fn names(program: &Program) -> Vec<(FactId, String)> {
    program.facts().map(|(id, f)| (id, f.name.to_string())).collect()
}

/// A small seeded generator (SplitMix64): the same cases on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// The next 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }
    /// Yes or no.
    pub(crate) fn coin(&mut self) -> bool {
        self.bits() & 1 == 1
    }
    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
