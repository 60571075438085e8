//! The worked cases of the published rulesets, and that none is left out.

use std::collections::{BTreeMap, BTreeSet};

use cailiang::Failure;
use cailiang::answer::{self, Json};
use cailiang::read;
use cailiang::serve::Host;
use cailiang::vocabulary::{Action, Lang};
use cailiang::{Library, Ruleset, Source, Style};
use cailiang_rulesets::{CASES, PROCEDURES, RULESETS, Text};
use cailiang_tests::{files, root};

/// Offences whose rows have the shape of others of the document, which are tried; the list may only become shorter.
const UNTRIED: [(&str, &str); 9] = [
    ("cn.shenzhen.city", "item-61"),
    ("cn.shenzhen.city", "item-62"),
    ("cn.xinjiang.traffic", "code-10062"),
    ("cn.xinjiang.traffic", "code-10064"),
    ("cn.xinjiang.traffic", "code-10112"),
    ("cn.xinjiang.traffic", "code-10113"),
    ("cn.xinjiang.traffic", "code-10121"),
    ("cn.xinjiang.traffic", "code-10123"),
    ("cn.xinjiang.traffic", "code-10124"),
];

fn host() -> Host {
    let mut library = Library::new();
    for text in RULESETS {
        let (ruleset, found) = Ruleset::compile(&Source::new(text.path, text.text));
        let ruleset = ruleset.unwrap_or_else(|| panic!("{}: {found:#?}", text.path));
        library.add(ruleset).unwrap_or_else(|d| panic!("{}: {d}", text.path));
    }
    Host::new(library)
}

/// The most lines of a short form, titles apart.
const SHORT: usize = 15;

#[test]
fn the_short_form_of_every_worked_case_fits_on_half_a_page() {
    let (host, mut long) = (host(), Vec::new());
    for text in CASES {
        for case in read::read_case(&Source::new(text.path, text.text)).expect("a case file") {
            let Ok(seen) = host.compute(&case) else { continue };
            for lang in [Lang::Zh, Lang::En] {
                let words = seen.words(Style { lang, ..Style::default() });
                // A title stands at the margin and has no columns.
                let told = |line: &&str| line.starts_with(' ') || line.contains("  ");
                let lines = words.lines().filter(told).count();
                if lines > SHORT {
                    long.push(format!("{}: {} has {lines}\n{words}", text.path, case.name.as_deref().unwrap_or("")));
                }
            }
        }
    }
    assert!(long.is_empty(), "{} are too long\n{}", long.len(), long.join("\n"));
}

#[test]
fn every_worked_case_gives_what_was_computed_by_hand() {
    let host = host();
    let (mut ran, mut failures) = (0, Vec::new());
    for text in CASES.iter().chain(PROCEDURES) {
        let source = Source::new(text.path, text.text);
        let cases = read::read_case(&source).unwrap_or_else(|f| panic!("{}: {}", text.path, f.message()));
        for case in cases {
            ran += 1;
            let (line, _) = source.line_column(case.span.start);
            let name = format!("{}:{line} {}", text.path, case.name.as_deref().unwrap_or("without a name"));
            let Some(expect) = &case.expect else {
                failures.push(format!("{name}: expects nothing"));
                continue;
            };
            match host.outcome(&case, Lang::Zh) {
                Err(failure) => failures.push(format!("{name}: {}: {}", failure.stage().as_str(), failure.message())),
                Ok(outcome) => {
                    for d in answer::compare(expect, &outcome) {
                        failures.push(format!("{name}: {} expected {}, got {}", d.path, d.expected, d.got));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} differences in {ran} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(ran >= 200, "only {ran} cases ran");
}

#[test]
fn every_worked_case_shows_its_calculation_and_has_a_name_of_its_own() {
    let mut problems = Vec::new();
    for text in CASES.iter().chain(PROCEDURES) {
        let mut names = BTreeSet::new();
        for case in read::read_case(&Source::new(text.path, text.text)).expect("a case file") {
            let name = case.name.clone().unwrap_or_default();
            if name.is_empty() || !names.insert(name.clone()) {
                problems.push(format!("{}: `{name}` names no case alone", text.path));
            }
            if case.hand.as_deref().is_none_or(str::is_empty) {
                problems.push(format!("{}: `{name}` has no calculation by hand", text.path));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_readme_has_the_number_of_cases() {
    let count = |path: &str, text: &str| read::read_case(&Source::new(path, text)).expect("a case file").len();
    let published: usize = CASES.iter().chain(PROCEDURES).map(|text| count(text.path, text.text)).sum();
    let files = cailiang_tests::files(&cailiang_tests::root().join("tests/models"));
    let models = files.iter().filter(|path| path.to_string_lossy().ends_with(".cases.yaml"));
    let models: usize = models.map(|path| count("a model", &cailiang_tests::read(path))).sum();
    let readme = cailiang_tests::read(&cailiang_tests::root().join("README.md"));
    let total = published + models;
    for said in [
        format!("{total} 个案例：{published} 个属于内置基准，{models} 个属于计算模型"),
        format!("{total} worked cases: {published} of the built-in rulesets, {models} of the calculation models"),
    ] {
        assert!(readme.contains(&said), "README.md does not say `{said}`");
    }
}

#[test]
fn every_offence_and_licence_has_a_worked_case() {
    let mut tried = BTreeSet::new();
    for text in CASES {
        for case in read::read_case(&Source::new(text.path, text.text)).expect("a case file") {
            tried.insert((case.ruleset, case.licence.unwrap_or(case.offence)));
        }
    }
    let host = host();
    let all = host.library().rulesets().flat_map(|r| {
        let ids = r.offences().iter().map(|o| &o.id).chain(r.licences().iter().map(|l| &l.id));
        ids.map(|id| (r.head().id.to_string(), id.to_string())).collect::<Vec<_>>()
    });
    let untried: Vec<_> = all.filter(|offence| !tried.contains(offence)).collect();
    let untried: Vec<_> = untried.iter().map(|(ruleset, offence)| (ruleset.as_str(), offence.as_str())).collect();
    assert_eq!(untried, UNTRIED, "offences without a worked case");
}

#[test]
fn the_tables_name_every_file_and_every_ruleset_has_cases() {
    let folder = root().join("rulesets");
    let on_disk: BTreeSet<String> = files(&folder.join("cn"))
        .iter()
        .map(|path| path.strip_prefix(&folder).expect("a file of the folder").to_string_lossy().replace('\\', "/"))
        .filter(|path| !path.ends_with("SOURCE.md"))
        .collect();
    let paths = |texts: &[Text]| texts.iter().map(|t| t.path.to_owned()).collect::<BTreeSet<_>>();
    let (rulesets, cases, procedures) = (paths(RULESETS), paths(CASES), paths(PROCEDURES));
    let named: BTreeSet<String> = rulesets.iter().chain(&cases).chain(&procedures).cloned().collect();
    assert_eq!(on_disk, named, "the tables of the crate and the folder differ");
    assert_eq!((rulesets.len(), cases.len()), (RULESETS.len(), CASES.len()), "a file is named twice");
    assert_eq!(procedures.len(), PROCEDURES.len(), "a file is named twice");
    // A calendar has nothing to evaluate of its own.
    let with = |key: &str, end: &str| -> BTreeSet<String> {
        let has = RULESETS.iter().filter(|text| text.text.contains(key));
        has.map(|text| text.path.replace(".yaml", end)).collect()
    };
    assert!(cases.is_superset(&with("\noffences:\n", ".cases.yaml")), "a ruleset has cases of its own");
    assert_eq!(procedures, with("\nprocedure:\n", ".procedure.cases.yaml"), "a procedure has cases of its own");
    let tried = |path: &&String| {
        let with = |end| path.replace(".yaml", end);
        cases.contains(&with(".cases.yaml")) || procedures.contains(&with(".procedure.cases.yaml"))
    };
    let untried: BTreeSet<String> = rulesets.iter().filter(|path| !tried(path)).cloned().collect();
    // A calendar, or a text with nothing but effects, has nothing that a case could be of: others use them.
    let of_its_own = |t: &&Text| {
        ["\noffences:", "\nlimitation:", "\nprocedure:", "\nlicences:"].iter().any(|key| t.text.contains(key))
    };
    let nothing: BTreeSet<String> = RULESETS.iter().filter(|t| !of_its_own(t)).map(|t| t.path.to_owned()).collect();
    assert_eq!(untried, nothing, "a ruleset has cases of its own");
    for path in &rulesets {
        let source = folder.join(path).with_file_name("SOURCE.md");
        assert!(source.is_file(), "{path} does not say where it comes from");
    }
}

/// Every rule of procedure of 行政处罚法 holds, fails and may hold in some worked case.
#[test]
fn every_rule_of_procedure_of_the_law_has_each_kind_of_case() {
    const LAW: &str = "cn.npc.administrative-penalty-law";
    let host = host();
    // Of each version, by its first day, and row: sure, surely not, open.
    let mut seen: BTreeMap<(String, String), [bool; 3]> = BTreeMap::new();
    for ruleset in host.library().rulesets().filter(|r| *r.head().id == *LAW) {
        let from = ruleset.head().from.to_string();
        let rows = ruleset.procedure().expect("the law lays one down").duties.iter();
        seen.extend(rows.map(|row| ((from.clone(), row.id.to_string()), [false; 3])));
    }
    for text in CASES.iter().chain(PROCEDURES) {
        let cases = read::read_case(&Source::new(text.path, text.text)).expect("a case file");
        for case in cases.iter().filter(|c| matches!(c.action, Action::Procedure | Action::Decide)) {
            let answer = host.outcome(case, Lang::Zh).expect("a worked case has an outcome");
            let versions = answer.get("governing").map(Json::items).unwrap_or_default().iter();
            let law = versions.filter(|v| v.get("id").and_then(Json::as_str) == Some(LAW));
            let mut of_procedure = law.filter(|v| v.get("why").and_then(Json::as_str) == Some("procedure"));
            let Some(from) = of_procedure.next_back().and_then(|v| v.get("from")).and_then(Json::as_str) else {
                continue;
            };
            let of_law = |row: &&Json| row.get("ruleset").and_then(Json::as_str) == Some(LAW);
            let mut note = |row: &Json, kind: usize| {
                let id = row.get("id").and_then(Json::as_str).expect("an id").to_owned();
                seen.get_mut(&(from.to_owned(), id)).expect("a row of the law")[kind] = true;
            };
            let list = |key: &str| answer.get(key).map(|j| j.items().to_vec()).unwrap_or_default();
            for step in list("procedure") {
                for ground in step.get("grounds").map(Json::items).unwrap_or_default().iter().filter(of_law) {
                    let sure = ground.get("certain").and_then(Json::as_bool) == Some(true);
                    note(ground, if sure { 0 } else { 2 });
                }
            }
            list("not_due").iter().filter(of_law).for_each(|row| note(row, 1));
        }
    }
    assert!(seen.len() > 35, "{}", seen.len());
    // What has no condition of its own holds in every case.
    let always = ["办案期限"];
    seen.retain(|(_, id), kinds| *kinds != [true; 3] && !always.contains(&id.as_str()));
    assert!(seen.is_empty(), "sure, surely not, open: {seen:#?}");
}

/// Read as nothing, what is no case or no facts would become the case above it.
#[test]
fn what_is_no_case_is_no_copy_of_the_one_above() {
    let path = |text: &str| match read::read_case(&Source::new("case", text)) {
        Err(Failure::Request(errors)) => errors[0].path.clone(),
        other => panic!("{text}: {} cases", other.map_or(0, |cases| cases.len())),
    };
    let file = |facts: &str, case: &str| format!("{{ruleset: a, offence: b, facts: {facts}, cases: [{case}]}}");
    assert_eq!(path(&file("{}", "5")), "/cases/0");
    assert_eq!(path(&file("{}", "{name: 甲}, [一]")), "/cases/1");
    assert_eq!(path(&file("{}", "{facts: [一]}")), "/cases/0/facts");
    assert_eq!(path(&file("一", "{facts: {一: 5}}")), "/cases/0/facts");
    let fine = file("{一: 5}", "{facts: {二: 6}}, {facts: null}, {}");
    assert_eq!(read::read_case(&Source::new("case", fine)).unwrap_or_else(|f| panic!("{}", f.message())).len(), 3);
}
