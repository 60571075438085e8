//! What holds for the pages of all words, and for the examples of diagnostics.

use std::collections::BTreeSet;

use super::{Code, FAMILIES, Lang};

/// The lines between the fences of the example, without their comments: before `# right`, and after it.
fn example(page: &str, wrong: &str, right: &str) -> (Vec<String>, Vec<String>) {
    let (_, example) = page.split_once("\n\n```yaml\n").unwrap();
    let example = example.strip_suffix("\n```").unwrap();
    let (before, after) = example.split_once(&format!("\n# {right}\n")).unwrap();
    assert!(before.starts_with(&format!("# {wrong}")), "{before}");
    let bare = |text: &str| {
        // A comment stands alone in its line, or behind a space.
        let lines = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(_) => "",
            None => line.split_once(" # ").map_or(line, |(before, _)| before.trim_end()),
        });
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    (bare(before), bare(after))
}

#[test]
fn slugs_of_diagnostics_are_kebab_case_and_found_again() {
    let slugs: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(slugs.len(), Code::ALL.len());
    for code in Code::ALL {
        let slug = code.as_str();
        assert!(slug.split('-').all(|word| !word.is_empty()), "{slug}");
        assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{slug}");
        assert_eq!(Code::parse(slug), Some(*code));
        // the variant is the slug in camel case
        let camel: String = format!("{code:?}").to_lowercase();
        assert_eq!(camel, slug.replace('-', ""));
    }
}

#[test]
fn every_page_of_a_diagnostic_shows_the_same_wrong_and_right_text() {
    for code in Code::ALL {
        let (wrong, right) = example(code.explain(Lang::En), "wrong", "right");
        assert!(!right.is_empty() && wrong != right, "{code}");
        // An empty file is wrong too.
        assert!(!wrong.is_empty() || *code == Code::EmptyFile, "{code}");
        assert_eq!(example(code.explain(Lang::Zh), "错", "对"), (wrong, right), "{code}");
    }
}

#[test]
fn every_word_has_a_name_of_its_own_and_a_page() {
    for family in FAMILIES {
        let mut names = BTreeSet::new();
        for word in family.words {
            let place = format!("{} {}", family.id, word.slug);
            assert!(names.insert((word.zh.name, "")) && names.insert(("", word.en.name)), "{place}: a name twice");
            assert!(word.zh.page.ends_with(['。', '`']), "{place}: {}", word.zh.page);
            assert!(word.en.page.ends_with(['.', '`']), "{place}: {}", word.en.page);
        }
    }
}

/// Names of formats and programs, and the one word of the format that a clerk says aloud.
const LATIN: [&str; 14] =
    ["BOM", "JSON", "Markdown", "MiB", "NFC", "Node", "PDF", "Tab", "UTF", "Windows", "Word", "YAML", "id", "npm"];

/// Whoever reads Chinese meets English only where it is to be typed: in backticks and in examples.
#[test]
fn a_chinese_page_is_chinese() {
    let mut found = Vec::new();
    for word in FAMILIES.iter().flat_map(|family| family.words) {
        let prose = word.zh.page.split("```").step_by(2).flat_map(|part| part.split('`').step_by(2));
        let latin = prose.chain([word.zh.name]).flat_map(|part| part.split(|c: char| !c.is_ascii_alphabetic()));
        found.extend(latin.filter(|one| one.len() > 1 && !LATIN.contains(one)).map(|one| (word.slug, one)));
    }
    assert!(found.is_empty(), "{found:?}");
}

/// A name is in its language: nobody reads a slug where the other has a word.
#[test]
fn names_are_in_their_language() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for family in FAMILIES {
        assert!(family.zh.contains(chinese) && family.en.is_ascii(), "{}", family.id);
        for word in family.words {
            assert!(word.zh.name.contains(chinese), "{} {}: {}", family.id, word.slug, word.zh.name);
            assert!(!word.en.name.contains(chinese), "{} {}: {}", family.id, word.slug, word.en.name);
        }
    }
}
