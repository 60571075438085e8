//! The calculation models the format must express, each with results computed by hand from the text.

use std::path::PathBuf;

use cailiang::answer;
use cailiang::diagnostic::Code;
use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::Lang;
use cailiang::{Library, Ruleset, Source};
use cailiang_tests::{files, read, root};

fn models() -> Vec<PathBuf> {
    files(&root().join("tests/models"))
}

fn is_cases(path: &std::path::Path) -> bool {
    path.to_string_lossy().ends_with(".cases.yaml")
}

fn host() -> Host {
    let mut library = Library::new();
    for path in models().iter().filter(|p| !is_cases(p)) {
        let source = Source::new(path.display().to_string(), read(path));
        let (ruleset, mut diagnostics) = Ruleset::compile(&source);
        // A model of a benchmark that goes beyond the law is warned of, and must still compute.
        diagnostics.retain(|one| one.code != Code::OutsideStatute);
        assert!(diagnostics.is_empty(), "{}: {diagnostics:#?}", path.display());
        library.add(ruleset.expect("no error, so there is a ruleset")).expect("each model has its own id");
    }
    Host::new(library)
}

#[test]
fn every_model_gives_the_result_computed_by_hand() {
    let host = host();
    let (mut ran, mut failures) = (0, Vec::new());
    for path in models().iter().filter(|p| is_cases(p)) {
        let source = Source::new(path.display().to_string(), read(path));
        for case in read::read_case(&source).expect("a case file") {
            let name = format!("{} {}", path.display(), case.name.clone().unwrap_or_default());
            ran += 1;
            assert!(case.hand.is_some() && case.expect.is_some(), "{name}: a model shows its calculation");
            match host.outcome(&case, Lang::Zh) {
                Err(failure) => failures.push(format!("{name}: {}", failure.message())),
                Ok(outcome) => {
                    for d in answer::compare(case.expect.as_ref().expect("checked above"), &outcome) {
                        failures.push(format!("{name}: {} expected {}, got {}", d.path, d.expected, d.got));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} of {ran}:\n{}", failures.len(), failures.join("\n"));
    assert!(ran >= 50, "only {ran} cases ran");
}
