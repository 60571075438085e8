//! The citations of an answer as data: a table at its end, whose keys are the texts as they stand in it.

use super::write::{Cited, Object};
use crate::gather::Gather as _;
use crate::link::Governing;
use crate::render::{provision, short};
use crate::ruleset::Quoted;

/// Every text that stands in the answer as a citation, once, in order of first appearance, taken apart.
///
/// What a name means is what the governing ruleset says that has the citation. Where two that have it say different
/// things, nothing is said: title or edition is null.
pub(super) fn write_citations<'g>(o: &mut Object<'_>, governing: impl IntoIterator<Item = &'g Governing>) {
    let mut quoted: Vec<&Quoted> = Vec::new();
    for one in governing {
        if !quoted.iter().any(|known| std::ptr::eq(*known, &*one.quoted)) {
            quoted.push(&one.quoted);
        }
    }
    write_table(o, &quoted);
}

fn write_table(o: &mut Object<'_>, quoted: &[&Quoted]) {
    let cited = o.take_cited();
    let shorts: Vec<String> = cited.iter().map(|text| short(text)).gather();
    let mut list = o.array("citations");
    for (text, short) in cited.iter().zip(&shorts) {
        let meant = spelled_out(text, &cited, &shorts).unwrap_or(text);
        let (provision, law) = (provision(meant), CitedLaw::of(meant, quoted));
        let mut o = list.object();
        o.text("text", text);
        o.text("short", short);
        o.maybe("law", law.name.or(provision.law));
        o.maybe("title", law.title);
        o.maybe("edition", law.edition);
        o.maybe("article", provision.article.as_deref());
        for (key, number) in [("paragraph", provision.paragraph), ("item", provision.item)] {
            match number {
                Some(number) => o.int(key, number),
                None => o.null(key),
            }
        }
        if !provision.also.is_empty() {
            let mut also = o.array("also");
            for text in provision.also {
                also.text(text);
            }
        }
    }
}

/// The citation of the answer of which a text is the short form, as in the lines of an explanation; if two could be
/// meant, none.
fn spelled_out<'c>(text: &str, cited: &'c Cited, shorts: &[String]) -> Option<&'c str> {
    let mut long = cited.iter().zip(shorts).filter(|(long, short)| *short == text && *long != text);
    let (first, _) = long.next()?;
    long.next().is_none().then_some(first.as_str())
}

/// The law that a citation begins with.
#[derive(Default)]
struct CitedLaw<'q> {
    name: Option<&'q str>,
    title: Option<&'q str>,
    edition: Option<&'q str>,
}

impl<'q> CitedLaw<'q> {
    /// What all rulesets that have the citation say of it; of a text that none has, all that know the name.
    fn of(citation: &str, quoted: &[&'q Quoted]) -> Self {
        let had = quoted.iter().any(|quoted| quoted.has(citation));
        let speak = quoted.iter().filter(|quoted| !had || quoted.has(citation));
        let mut all = speak.filter_map(|quoted| quoted.named(citation));
        let Some(first) = all.next() else { return Self::default() };
        let mut found =
            CitedLaw { name: Some(first.name), title: Some(&**first.title), edition: first.edition.map(|day| &**day) };
        for other in all {
            if found.title != Some(&**other.title) {
                (found.title, found.edition) = (None, None);
            }
            if found.edition != other.edition.map(|day| &**day) {
                found.edition = None;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Json, told};

    /// The table of an answer that cites these texts, without any ruleset.
    fn table(texts: &[&str]) -> Vec<Json> {
        let answer = told(|o| {
            let mut basis = o.array("basis");
            texts.iter().for_each(|text| basis.cite(text));
            basis.end();
            write_table(o, &[]);
        });
        Json::read(&answer).get("citations").expect("a table").items().to_vec()
    }

    #[test]
    fn each_text_stands_once_and_a_short_form_means_what_it_is_short_for() {
        let found = table(&["某法 5(3)", "某法 第五条第三项", "某法 5(3)", "代码7"]);
        let nothing = r#""title":null,"edition":null,"article":null,"paragraph":null,"item":null}"#;
        let third = r#""law":"某法","title":null,"edition":null,"article":"5","paragraph":null,"item":3}"#;
        let expected = [
            format!(r#"{{"text":"某法 5(3)","short":"某法 5(3)",{third}"#),
            format!(r#"{{"text":"某法 第五条第三项","short":"某法 5(3)",{third}"#),
            format!(r#"{{"text":"代码7","short":"代码7","law":null,{nothing}"#),
        ];
        assert_eq!(found.iter().map(Json::write).gather::<Vec<_>>(), expected);
    }

    #[test]
    fn a_short_form_of_two_citations_means_neither() {
        let found = table(&["某法 第五条第三项", "某法 第五条第三款", "某法 5(3)"]);
        assert_eq!(found.last().and_then(|one| one.get("article")), Some(&Json::Null));
    }
}
