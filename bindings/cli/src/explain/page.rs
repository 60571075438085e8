//! How words are shown: a page each, a list, Markdown, or data.

use cailiang::Lang;
use cailiang::answer::Json;
use cailiang::vocabulary::{Family, Said, Word, section};

use super::find::Found;

/// The page of a word that was found alone in its family; lists of the others.
pub(super) fn text(found: &[Found], lang: Lang) -> String {
    let mut parts = Vec::new();
    for one in found {
        match one.words.as_slice() {
            [word] => parts.push(alone(one.family, word, lang)),
            _ => parts.push(list(std::slice::from_ref(one), lang)),
        }
    }
    parts.join("\n")
}

fn alone(family: &Family, word: &Word, lang: Lang) -> String {
    let Said { name, page } = word.said(lang);
    let (slug, id) = (word.slug, family.id);
    match lang {
        Lang::Zh => format!("{slug} {name}（{}，{id}）\n\n{page}\n", family.zh),
        Lang::En => format!("{slug}: {name} ({}, {id})\n\n{page}\n", family.en),
    }
}

/// Families with their words: slug, name, and the first sentence of the page.
pub(super) fn list(found: &[Found], lang: Lang) -> String {
    let mut text = String::new();
    for (number, Found { family, words }) in found.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        text.push_str(&format!("{} {}\n", family.id, family.name(lang)));
        let longest = words.iter().map(|word| word.slug.len()).max().unwrap_or_default();
        for word in words {
            let Said { name, page } = word.said(lang);
            let between = match lang {
                Lang::Zh => "：",
                Lang::En => ": ",
            };
            let line = format!("  {:<longest$}  {name}{between}{}\n", word.slug, first_sentence(page, lang));
            text.push_str(&line);
        }
    }
    text
}

/// The first sentence of a page, in one line and without its end.
fn first_sentence(page: &str, lang: Lang) -> String {
    let paragraph = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let end = match lang {
        Lang::Zh => "。",
        Lang::En => ". ",
    };
    let first = paragraph.split_once(end).map_or(paragraph.as_str(), |(first, _)| first);
    first.trim_end_matches('.').to_owned()
}

/// As they stand on the reference page.
pub(super) fn markdown(found: &[Found], lang: Lang) -> String {
    let sections = found.iter().map(|one| section(one.family, one.words.iter().copied(), lang));
    sections.collect::<Vec<_>>().join("\n")
}

/// As data, in both languages.
pub(super) fn json(found: &[Found]) -> Json {
    let said = |said: Said| Json::object([("name", said.name.into()), ("page", said.page.into())]);
    let word = |word: &&Word| Json::object([("slug", word.slug.into()), ("zh", said(word.zh)), ("en", said(word.en))]);
    let families = found.iter().map(|Found { family, words }| {
        let words = Json::array(words.iter().map(word));
        Json::object([("id", family.id.into()), ("zh", family.zh.into()), ("en", family.en.into()), ("words", words)])
    });
    Json::object([("families", Json::array(families))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_where_the_language_ends_it() {
        assert_eq!(first_sentence("没有数额；见第九条。另见 a. b。", Lang::Zh), "没有数额；见第九条");
        assert_eq!(first_sentence("In 元. More.\n\nMore.", Lang::En), "In 元");
        assert_eq!(first_sentence("One line\nand another.", Lang::En), "One line and another");
    }
}
