//! Lines laid out in columns or as Markdown.

use super::line::Line;
use crate::gather::Gather as _;
use crate::vocabulary::{Lang, Markup, Section};

/// The column at which a basis begins, where the text leaves room for it.
const BASIS: usize = 78;
/// The narrowest column of headings.
const HEADING: usize = 6;

pub(super) fn lay_out(lines: &[Line], lang: Lang, markup: Markup) -> String {
    let mut out = String::new();
    let mut section = None;
    for line in lines {
        if section != Some(line.section) {
            open(line.section, section, lang, markup, &mut out);
            section = Some(line.section);
        }
        match markup {
            Markup::Text => text_line(line, column(lines, line.section), &mut out),
            Markup::Markdown => markdown_line(line, &mut out),
        }
        out.push('\n');
    }
    out
}

fn open(section: Section, before: Option<Section>, lang: Lang, markup: Markup, out: &mut String) {
    let title = section.title(lang);
    // Short parts follow each other closely in text; the result and the steps stand apart.
    let apart = before.is_some() && (markup == Markup::Markdown || section == Section::Steps);
    if apart {
        out.push('\n');
    }
    match (title, markup) {
        (Some(title), Markup::Text) => out.push_str(&format!("{title}\n")),
        (Some(title), Markup::Markdown) => out.push_str(&format!("**{title}**\n\n")),
        (None, _) => {}
    }
}

/// The width of the headings of a part.
fn column(lines: &[Line], section: Section) -> usize {
    lines.iter().filter(|l| l.section == section).map(|l| width(&l.heading)).max().unwrap_or(0).clamp(HEADING, 24)
}

fn text_line(line: &Line, column: usize, out: &mut String) {
    let text = clean(&line.text);
    let mut row = String::new();
    match (line.section, line.number) {
        (Section::Head, _) => {
            row.push_str(&clean(&line.heading));
            if let Some(basis) = &line.basis {
                row.push_str(" · ");
                row.push_str(&clean(basis));
            }
            right(&mut row, &text, BASIS);
            out.push_str(&row);
            return;
        }
        (_, Some(number)) => row.push_str(&format!("{number:>2} ")),
        (Section::Result, None) => {}
        (_, None) => row.push_str("   "),
    }
    let heading = clean(&line.heading);
    row.push_str(&heading);
    row.push_str(&" ".repeat(column.saturating_sub(width(&heading)).saturating_add(2)));
    row.push_str(&text);
    if let Some(basis) = &line.basis {
        right(&mut row, &clean(basis), BASIS);
    }
    out.push_str(row.trim_end());
}

/// Puts a text at a column, or two spaces behind a row that is too long.
fn right(row: &mut String, text: &str, column: usize) {
    let gap = column.saturating_sub(width(row)).max(2);
    row.push_str(&" ".repeat(gap));
    row.push_str(text);
}

fn markdown_line(line: &Line, out: &mut String) {
    let (heading, text) = (escape(&line.heading), escape(&line.text));
    let basis = line.basis.as_ref().map(|b| escape(b));
    if line.section == Section::Head {
        out.push_str(&format!("## {heading}\n\n"));
        let parts: Vec<String> = basis.into_iter().chain([text]).gather();
        out.push_str(&parts.join(" · "));
        return;
    }
    let start = line.number.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
    let heading = if heading.is_empty() { String::new() } else { format!("**{heading}** ") };
    let basis = basis.map(|b| format!(" *{b}*")).unwrap_or_default();
    out.push_str(&format!("{start}{heading}{text}{basis}"));
}

/// One line without control characters: texts of a ruleset may have line breaks.
fn clean(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).gather::<Vec<_>>().join(" ")
}

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// How many columns a text takes in a terminal: a Chinese character or full-width sign takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2usize } else { 1 }).fold(0, usize::saturating_add)
}

fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a000}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}'
        // Quotation marks are as wide as a character in Chinese fonts.
        | '\u{201c}' | '\u{201d}' | '\u{2026}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_escapes() {
        for (text, expected) in [("", 0), ("ab", 2), ("罚款", 4), ("5 万元", 6), ("（a）", 5), ("“档”", 6), ("·", 1)]
        {
            assert_eq!(width(text), expected, "{text}");
        }
        assert_eq!(escape("前次_1 <b>\n*x*"), "前次\\_1 \\<b\\> \\*x\\*");
    }
}
