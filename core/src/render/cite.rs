//! Citations in short: `食品安全法 第一百二十二条第一款第三项` → `食品安全法 122(1)(3)`.

use crate::value::parse_number_prefix;

/// The short form; a citation of another shape stays as it is.
pub(super) fn short(citation: &str) -> String {
    // What the document says of itself stays in its own words.
    if !citation.contains('条') || citation.starts_with('本') {
        return citation.to_owned();
    }
    let mut result = String::new();
    let mut rest = citation;
    while let Some((before, after)) = rest.split_once('第') {
        result.push_str(before);
        match part(after) {
            Some((text, left)) => {
                result.push_str(&text);
                rest = left;
            }
            None => {
                result.push('第');
                rest = after;
            }
        }
    }
    result.push_str(rest);
    result
}

/// `一百二十二条之一…` → `122-1`, `一款…` → `(1)`, with what follows.
fn part(text: &str) -> Option<(String, &str)> {
    let (number, left) = number(text)?;
    if let Some(left) = left.strip_prefix('条') {
        let inserted = left.strip_prefix('之').and_then(self::number);
        return Some(match inserted {
            Some((inserted, left)) => (format!("{number}-{inserted}"), left),
            None => (number, left),
        });
    }
    let left = left.strip_prefix('款').or_else(|| left.strip_prefix('项'))?;
    Some((format!("({number})"), left))
}

fn number(text: &str) -> Option<(String, &str)> {
    let (number, length) = parse_number_prefix(text)?;
    let (_, left) = text.split_at_checked(length)?;
    Some((number.to_i64()?.to_string(), left))
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn citations_shorten_only_where_they_name_an_article() {
        for (long, expected) in [
            ("食品安全法 第一百二十二条第一款第三项", "食品安全法 122(1)(3)"),
            ("水法 第六十五条", "水法 65"),
            ("刑法 第一百三十三条之一第二款", "刑法 133-1(2)"),
            ("某法 第十条第一款、第二款", "某法 10(1)、(2)"),
            ("本基准 第1项", "本基准 第1项"),
            ("本基准 轻微", "本基准 轻微"),
            ("本规定 第五条", "本规定 第五条"),
            ("某法 第二章第十条", "某法 第二章10"),
        ] {
            assert_eq!(short(long), expected);
        }
    }
}
