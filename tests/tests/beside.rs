//! What stands beside a decision in its file, held against the articles alone: each case shows its reasoning by hand.

use cailiang::answer::{self, Json};
use cailiang::read;
use cailiang::serve::Host;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::RULESETS;
use cailiang_tests::{files, root};

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        library.add(ruleset.unwrap_or_else(|| panic!("{}: {found:#?}", text.path))).unwrap();
    }
    Host::new(library)
}

/// The files of cases, and the blocks of the format page that are cases.
fn sources() -> Vec<Source> {
    let found = files(&root().join("tests/beside"));
    let mut all: Vec<Source> =
        found.iter().map(|path| Source::new(path.display().to_string(), cailiang_tests::read(path))).collect();
    let page = cailiang_tests::read(&root().join("core/docs/format.md"));
    for (rest, number) in page.split("```yaml beside\n").skip(1).zip(1..) {
        let text = rest.split("\n```").next().expect("split gives at least one part");
        all.push(Source::new("format.md", format!("name: 格式页 {number}\nhand: 见正文\n{text}\n")));
    }
    all
}

#[test]
fn the_file_of_every_case_is_held_against_its_decision() {
    let (host, mut tried, mut wrong) = (host(), 0, Vec::new());
    for source in sources() {
        for case in read::read_case(&source).unwrap_or_else(|f| panic!("{}: {}", source.name(), f.message())) {
            let name = case.name.clone().expect("a case has a name");
            assert!(case.hand.as_deref().is_some_and(|hand| !hand.is_empty()), "{name} shows its reasoning");
            let expected = case.expect.as_ref().unwrap_or_else(|| panic!("{name} expects nothing"));
            let text = host.answer(&case, &source);
            let answer = Json::read(&text);
            for one in answer::compare(expected, &answer) {
                wrong.push(format!("{name}: {} expected {}, got {}\n   {text:.300}", one.path, one.expected, one.got));
            }
            tried += 1;
        }
    }
    assert!(tried >= 100, "{tried} cases");
    assert!(wrong.is_empty(), "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}
