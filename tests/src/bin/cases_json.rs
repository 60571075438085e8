//! The corpus as requests and answers, one JSON line each, for hosts that must answer with the same bytes.
//!
//! A line with `add` is a ruleset of the library `library`; one with `request` is asked of that library and must be
//! answered with `answer`. `cargo run -p cailiang-tests --bin cases_json`

use std::io::{self, BufWriter, Write};
use std::path::Path;

use cailiang::answer::Json;
use cailiang::decide::Case;
use cailiang::read::{self, Request};
use cailiang::serve::{self, Host};
use cailiang::vocabulary::Action;
use cailiang::{Library, Ruleset, Source};
use cailiang_rulesets::{CASES, PROCEDURES, RULESETS};
use cailiang_tests::{cases, files, read, root};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let published = |texts: &[cailiang_rulesets::Text]| -> Vec<(String, String)> {
        texts.iter().map(|text| (text.path.to_owned(), text.text.to_owned())).collect()
    };
    let cases_of = [CASES, PROCEDURES].concat();
    library(&mut out, "rulesets", &published(RULESETS), &published(&cases_of))?;
    let name = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    let models = files(&root().join("tests/models")).into_iter().map(|path| (name(&path), read(&path)));
    let (files, rulesets) = models.partition::<Vec<_>, _>(|(name, _)| name.ends_with(".cases.yaml"));
    library(&mut out, "models", &rulesets, &files)?;
    for kind in ["good", "bad"] {
        for path in cases(kind) {
            let text = Json::object([("name", Json::from(name(&path))), ("text", read(&path).into())]);
            let request = Json::object([("do", Json::from("check")), ("rulesets", vec![text].into())]);
            line(&mut out, "suite", &Host::default(), &request.write())?;
        }
    }
    out.flush()
}

/// The rulesets of a library, then its cases: the outcome with everything that can be asked for, and the questions.
fn library(
    out: &mut impl Write,
    name: &str,
    rulesets: &[(String, String)],
    files: &[(String, String)],
) -> io::Result<()> {
    let mut library = Library::new();
    for (path, text) in rulesets {
        let (ruleset, found) = Ruleset::compile(&Source::new(path.as_str(), text.as_str()));
        let ruleset = ruleset.unwrap_or_else(|| panic!("{path}: {found:?}"));
        library.add(ruleset).unwrap_or_else(|found| panic!("{path}: {found:?}"));
        let text = Json::object([("name", Json::from(path.clone())), ("text", text.clone().into())]);
        writeln!(out, "{}", Json::object([("library", Json::from(name.to_owned())), ("add", text)]).write())?;
    }
    let host = Host::new(library);
    for (path, text) in files {
        let cases = read::read_case(&Source::new(path.as_str(), text.as_str()));
        for case in cases.unwrap_or_else(|failure| panic!("{path}: {}", failure.message())) {
            let both: &[Action] = match case.action {
                Action::Procedure => &[Action::Procedure],
                Action::Decide => &[Action::Decide],
                _ => &[Action::Evaluate, Action::Ask],
            };
            for action in both.iter().copied() {
                let request = request(&case, action).write();
                let answer = line(out, name, &host, &request)?;
                // Two hosts that give the same error would agree on nothing.
                assert!(!answer.starts_with(r#"{"contract":1,"kind":"error""#), "{path}: {request}\n{answer}");
            }
        }
    }
    Ok(())
}

fn request(case: &Request, action: Action) -> Json {
    if let Some(whole) = &case.case {
        return decide(whole);
    }
    if action == Action::Procedure {
        let mut members =
            vec![("do", Json::from("procedure")), ("facts", (&case.facts).into()), ("text", "full".into())];
        members.extend(case.planned.as_ref().map(|planned| ("planned", planned.into())));
        members.extend(case.on.map(|day| ("on", day.to_string().into())));
        if !case.offence.is_empty() {
            members.push(("ruleset", case.ruleset.clone().into()));
            members.push(("offence", case.offence.clone().into()));
        }
        return Json::object(members);
    }
    let mut members = vec![("ruleset", Json::from(case.ruleset.clone())), ("facts", (&case.facts).into())];
    members.push(match &case.licence {
        Some(licence) => ("licence", licence.clone().into()),
        None => ("offence", case.offence.clone().into()),
    });
    members.extend(case.on.map(|day| ("on", day.to_string().into())));
    members.extend(case.as_of.map(|day| ("as_of", day.to_string().into())));
    members.extend(match action {
        Action::Ask => vec![("do", Json::from("ask")), ("lang", "en".into())],
        _ => vec![("receipt", Json::from(true)), ("text", "full".into())],
    });
    Json::object(members)
}

/// A whole case, with its receipt, its words and its letter.
fn decide(case: &Case) -> Json {
    let more =
        [("do", Json::from("decide")), ("text", "full".into()), ("letter", true.into()), ("receipt", true.into())];
    let asked = Json::read(&serve::case_json(case));
    // A day is left out where there is none.
    let asked = asked.members().iter().filter(|(_, value)| *value != Json::Null).cloned();
    Json::Object(more.map(|(key, value)| (key.into(), value)).into_iter().chain(asked).collect())
}

/// Writes the line of a request, and gives its answer back.
fn line(out: &mut impl Write, library: &str, host: &Host, request: &str) -> io::Result<String> {
    let answer = host.handle(request);
    let members = [
        ("library", Json::from(library.to_owned())),
        ("request", request.to_owned().into()),
        ("answer", answer.clone().into()),
    ];
    writeln!(out, "{}", Json::object(members).write())?;
    Ok(answer)
}
