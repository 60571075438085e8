//! The words as a reference page in Markdown: `core/docs/words.zh.md` and `words.en.md`, and parts of it.

use super::{FAMILIES, Family, Lang, Word};

const HEAD_ZH: &str = "\
<!-- 由 core/src/vocabulary 生成，请勿手改：cargo run -p cailiang-cli -- explain --format markdown --lang zh -->

# 词表

回答、请求和规则集中，有些位置只能从固定的几个词里取一个。本页按类别列出这些词：写在 JSON 和 YAML 里的词、它的名称、它的意思和应当怎么办。
`cailiang explain 词` 显示其中一条；npm 包的 `cailiang/codes` 以数据给出同样的内容。
";

const HEAD_EN: &str = "\
<!-- Made from core/src/vocabulary, not by hand: cargo run -p cailiang-cli -- explain --format markdown --lang en -->

# Words

At some places of an answer, a request or a ruleset one of a few words stands. This page lists them, family by family:
the word as it is written in JSON and YAML, its name, what it means and what to do. `cailiang explain WORD` shows one
of them; `cailiang/codes` of the npm package has the same as data.
";

/// The whole page: every family, with its contents first.
///
/// ```
/// use cailiang::{Lang, vocabulary};
///
/// let page = vocabulary::reference(Lang::En);
/// assert!(page.contains("\n- `fine` **fine**: A sum of money to be paid, in 元"));
/// ```
#[must_use]
pub fn reference(lang: Lang) -> String {
    let mut page = lang.pick(HEAD_ZH, HEAD_EN).to_owned();
    page.push('\n');
    for family in FAMILIES {
        // The place that readers of Markdown make of a heading: small letters, what stands between words as a dash.
        let place = format!("{}-{}", family.id, family.name(lang)).to_lowercase().replace(' ', "-");
        let line = format!("- [`{}` {}](#{place})\n", family.id, family.name(lang));
        page.push_str(&line);
    }
    for family in FAMILIES {
        page.push('\n');
        page.push_str(&section(family, family.words, lang));
    }
    page
}

/// A family with some of its words, as it stands on the page.
#[must_use]
pub fn section<'a>(family: &Family, words: impl IntoIterator<Item = &'a Word>, lang: Lang) -> String {
    let mut page = format!("## {} {}\n\n", family.id, family.name(lang));
    for word in words {
        let said = word.said(lang);
        page.push_str(&format!("- `{}` **{}**{}", word.slug, said.name, lang.pick("：", ": ")));
        for (number, line) in said.page.lines().enumerate() {
            match (number, line) {
                (0, line) => page.push_str(line),
                (_, "") => page.push('\n'),
                // What belongs to an item of a list stands under its first letter.
                (_, line) => {
                    page.push_str("\n  ");
                    page.push_str(line);
                }
            }
        }
        page.push('\n');
    }
    page
}
