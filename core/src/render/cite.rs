//! A citation taken apart: `食品安全法 第一百二十二条第一款第三项` is 122, 1 and 3, in short `食品安全法 122(1)(3)`.

use crate::value::parse_number_prefix;

/// The first provision that a citation names, and what stands behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Provision<'c> {
    /// The document, as the citation names it; none where no provision is named.
    pub(crate) law: Option<&'c str>,
    /// 条; `133-1` is 第一百三十三条之一.
    pub(crate) article: Option<String>,
    /// 款
    pub(crate) paragraph: Option<i64>,
    /// 项
    pub(crate) item: Option<i64>,
    /// Further provisions, as written: `第二款`, `至第三十二条`.
    pub(crate) also: Vec<&'c str>,
}

/// A part of a citation.
enum Piece<'c> {
    /// Anything that is no number of a provision.
    Words(&'c str),
    /// `第一百三十三条之一`
    Article(i64, Option<i64>),
    /// `第一款`
    Paragraph(i64),
    /// `第三项`
    Item(i64),
}

/// What a citation names first; a text of another shape names nothing.
pub(crate) fn provision(citation: &str) -> Provision<'_> {
    let mut found = Provision::default();
    let mut rest = citation;
    while let Some((piece, after)) = next(rest) {
        // What a provision already has, it does not have again: that is the next one.
        let fits = match piece {
            Piece::Words(words) if found.is_empty() => {
                found.law = found.law.or_else(|| document(words));
                true
            }
            Piece::Words(_) => false,
            Piece::Article(number, inserted) if found.is_empty() => {
                found.article = Some(article(number, inserted));
                true
            }
            Piece::Paragraph(number) if found.paragraph.is_none() && found.item.is_none() => {
                found.paragraph = Some(number);
                true
            }
            Piece::Item(number) if found.item.is_none() => {
                found.item = Some(number);
                true
            }
            Piece::Article(..) | Piece::Paragraph(_) | Piece::Item(_) => false,
        };
        if !fits {
            break;
        }
        rest = after;
    }
    if found.is_empty() {
        return Provision::default();
    }
    found.also = further(rest);
    found
}

impl Provision<'_> {
    /// Whether it has no number at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.article.is_none() && self.paragraph.is_none() && self.item.is_none()
    }
}

/// The short form; a citation of another shape stays as it is.
pub(crate) fn short(citation: &str) -> String {
    // What the document says of itself stays in its own words.
    if !citation.contains('条') || citation.starts_with('本') {
        return citation.to_owned();
    }
    let mut result = String::new();
    let mut rest = citation;
    while let Some((piece, after)) = next(rest) {
        match piece {
            Piece::Words(words) => result.push_str(words),
            Piece::Article(number, inserted) => result.push_str(&article(number, inserted)),
            Piece::Paragraph(number) | Piece::Item(number) => result.push_str(&format!("({number})")),
        }
        rest = after;
    }
    result
}

fn article(number: i64, inserted: Option<i64>) -> String {
    match inserted {
        Some(inserted) => format!("{number}-{inserted}"),
        None => number.to_string(),
    }
}

/// The name at the beginning of a citation: up to a space.
fn document(words: &str) -> Option<&str> {
    words.split_whitespace().next()
}

/// What stands behind the first provision: behind 、 or 至. Other words (前段, 但书) belong to the first.
fn further(rest: &str) -> Vec<&str> {
    let mut parts = rest.split(['、', '，', '；', ',', ';']).map(str::trim);
    let mut found = Vec::new();
    found.extend(parts.next().filter(|part| part.starts_with('至')));
    found.extend(parts.filter(|part| !part.is_empty()));
    found
}

/// The first piece of a text, and what follows.
fn next(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(found) = numbered(text) {
        return Some(found);
    }
    // Words end where the next number of a provision begins.
    let begins = |at: &usize| text.get(*at..).is_some_and(|rest| numbered(rest).is_some());
    let end = text.match_indices('第').map(|(at, _)| at).find(begins).unwrap_or(text.len());
    let (words, rest) = text.split_at_checked(end).filter(|(words, _)| !words.is_empty())?;
    Some((Piece::Words(words), rest))
}

/// `第一百二十二条之一…`, `第一款…`, `第三项…`, with what follows.
fn numbered(text: &str) -> Option<(Piece<'_>, &str)> {
    let (count, rest) = number(text.strip_prefix('第')?)?;
    if let Some(rest) = rest.strip_prefix('条') {
        return Some(match rest.strip_prefix('之').and_then(number) {
            Some((inserted, rest)) => (Piece::Article(count, Some(inserted)), rest),
            None => (Piece::Article(count, None), rest),
        });
    }
    if let Some(rest) = rest.strip_prefix('款') {
        return Some((Piece::Paragraph(count), rest));
    }
    rest.strip_prefix('项').map(|rest| (Piece::Item(count), rest))
}

fn number(text: &str) -> Option<(i64, &str)> {
    let (number, length) = parse_number_prefix(text)?;
    let (_, rest) = text.split_at_checked(length)?;
    Some((number.to_i64()?, rest))
}

#[cfg(test)]
mod tests {
    use super::{Provision, provision, short};

    #[test]
    fn citations_shorten_only_where_they_name_an_article() {
        for (long, expected) in [
            ("食品安全法 第一百二十二条第一款第三项", "食品安全法 122(1)(3)"),
            ("水法 第六十五条", "水法 65"),
            ("刑法 第一百三十三条之一第二款", "刑法 133-1(2)"),
            ("某法 第十条第一款、第二款", "某法 10(1)、(2)"),
            ("某法 第三十条至第三十二条", "某法 30至32"),
            ("本基准 第1项", "本基准 第1项"),
            ("本基准 轻微", "本基准 轻微"),
            ("本规定 第五条", "本规定 第五条"),
            ("某法 第二章第十条", "某法 第二章10"),
            ("条例第", "条例第"),
            ("", ""),
        ] {
            assert_eq!(short(long), expected);
        }
    }

    #[test]
    fn a_citation_is_the_numbers_of_its_first_provision_and_the_rest_as_written() {
        type Numbers<'e> = (Option<&'e str>, Option<&'e str>, Option<i64>, Option<i64>, &'e [&'e str]);
        let cases: &[(&str, Numbers<'_>)] = &[
            ("食品安全法 第一百二十二条第一款第三项", (Some("食品安全法"), Some("122"), Some(1), Some(3), &[])),
            ("刑法 第一百三十三条之一第二款", (Some("刑法"), Some("133-1"), Some(2), None, &[])),
            ("水法第六十五条", (Some("水法"), Some("65"), None, None, &[])),
            // An item stands in an article without paragraphs.
            ("水法 第六十五条第二项", (Some("水法"), Some("65"), None, Some(2), &[])),
            ("某法 第十条第一款、第二款", (Some("某法"), Some("10"), Some(1), None, &["第二款"])),
            ("某法 第十条第一款第二款", (Some("某法"), Some("10"), Some(1), None, &[])),
            ("某法 第三十条至第三十二条", (Some("某法"), Some("30"), None, None, &["至第三十二条"])),
            ("某法 第五条第二款前段，乙法第三条", (Some("某法"), Some("5"), Some(2), None, &["乙法第三条"])),
            ("某规定 第四条第三项、第五项至第七项", (Some("某规定"), Some("4"), None, Some(3), &["第五项至第七项"])),
            ("某法 第二章第十条", (Some("某法"), Some("10"), None, None, &[])),
            ("本基准 第1项", (Some("本基准"), None, None, Some(1), &[])),
            ("本规定 第五条", (Some("本规定"), Some("5"), None, None, &[])),
            ("第五条", (None, Some("5"), None, None, &[])),
            ("本基准 轻微", (None, None, None, None, &[])),
            ("本基准 第3a项", (None, None, None, None, &[])),
            ("GB 5749 4.2.1 注3、注4", (None, None, None, None, &[])),
            ("国办发明电〔2023〕7号、国办发明电〔2024〕12号", (None, None, None, None, &[])),
            ("", (None, None, None, None, &[])),
        ];
        for (text, (law, article, paragraph, item, also)) in cases {
            let expected = Provision {
                law: *law,
                article: article.map(str::to_owned),
                paragraph: *paragraph,
                item: *item,
                also: also.to_vec(),
            };
            assert_eq!(provision(text), expected, "{text}");
        }
    }
}
