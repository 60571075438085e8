//! Every case of `suite/`: what the compiler says is what the case says it should.

use cailiang_tests::{cases, check};

fn run(kind: &str, at_least: usize) {
    let cases = cases(kind);
    assert!(cases.len() >= at_least, "only {} {kind} cases were found", cases.len());
    let failures: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failures.is_empty(), "{} of {} {kind} cases fail\n\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn good_cases_have_only_the_warnings_they_state() {
    run("good", 15);
}

#[test]
fn bad_cases_have_exactly_the_diagnostics_they_state() {
    run("bad", 70);
}
