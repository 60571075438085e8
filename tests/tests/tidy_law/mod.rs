//! Law does not stand in code: what is cited, and from which day, is data of a ruleset. The pages of the vocabulary say
//! what a word means, with the article; comments say why.

use std::path::Path;

use cailiang_tests::read;

use super::{code, core_sources, name, none};

/// What stands before a day that is an example in a message, or the bound of all days.
const EXAMPLES: [&str; 5] = ["such as 2", "written as `2", "write ", "holiday →", "dates run from "];

/// The citation, the mark of a document or the day of law in a line of code, if there is one.
fn law_in(line: &str) -> Option<&'static str> {
    let numeral = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十百千".contains(c);
    let article = line.split('第').skip(1).any(|after| {
        let rest = after.trim_start_matches(numeral);
        rest.len() < after.len() && ["条", "款", "项"].iter().any(|unit| rest.starts_with(unit))
    });
    let digits = |text: &str, wanted: usize| text.chars().filter(char::is_ascii_digit).count() == wanted;
    let document = line.split('〔').skip(1).any(|after| after.get(..4).is_some_and(|year| digits(year, 4)));
    let title = ["行政处罚法", "行政许可法", "治安管理处罚法", "民法典", "立法法"].iter().any(|law| line.contains(law));
    let quoted = line.split('《').skip(1).any(|after| after.starts_with(|c: char| c.is_alphabetic()));
    let parts: Vec<&str> = line.split('-').collect();
    let iso = parts.windows(3).any(|part| {
        let year = part[0].get(part[0].len().saturating_sub(4)..).is_some_and(|end| digits(end, 4));
        year && part[1].len() == 2 && digits(part[1], 2) && part[2].get(..2).is_some_and(|day| digits(day, 2))
    });
    let made = line.split("from_ymd(").skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    let chinese = line.split('年').next().is_some_and(|before| {
        before.len() < line.len() && before.get(before.len().saturating_sub(4)..).is_some_and(|end| digits(end, 4))
    });
    let found = [
        (article, "an article"),
        (document, "a document"),
        (title || quoted, "a law"),
        (made || chinese, "a day"),
        (iso && !EXAMPLES.iter().any(|example| line.contains(example)), "a day"),
    ];
    found.into_iter().find(|(is, _)| *is).map(|(_, what)| what)
}

#[test]
fn law_is_found_wherever_it_stands() {
    for (line, found) in [
        (r#"Need::Mitigation => ("行政处罚法（2021年） 第三十条", None),"#, Some("an article")),
        (r#"let help = "see 第16条";"#, Some("an article")),
        (r#"Need::Reasons => ("国办发〔2022〕27号", Unverified),"#, Some("a document")),
        (r#"let basis = "行政许可法";"#, Some("a law")),
        ("Date::from_ymd(2021, 7, 15)", Some("a day")),
        (r#"Date::parse("2021-07-15")"#, Some("a day")),
        (r#""决定早于2021年7月15日""#, Some("a day")),
        (r#""a date such as 2024-03-01""#, None),
        ("Date::from_ymd(year, month, day)", None),
        (r#"format!("《{}》", title)"#, None),
        (r#""《水法》规定""#, Some("a law")),
        ("' '..='~' | '·' | '〔'..='〛'", None),
        ("第一个", None),
    ] {
        assert_eq!(law_in(line), found, "{line}");
    }
}

/// Pages of words, and files of unit tests.
fn apart(path: &Path) -> bool {
    name(path).contains("src/vocabulary/") || path.ends_with("tests.rs")
}

#[test]
fn no_law_stands_in_the_code_of_core() {
    let mut found = Vec::new();
    for path in core_sources().iter().filter(|path| !apart(path)) {
        let text = read(path);
        let lines = code(&text).filter_map(|(number, line)| Some((number, line, law_in(line)?)));
        found.extend(lines.map(|(number, line, what)| format!("{}:{number}: {what}: {}", name(path), line.trim())));
    }
    none(&found);
}
