//! What people read: messages with the place in the text, on a terminal in colours.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use cailiang::Source;
use cailiang::diagnostic::{Diagnostic, Severity};
use cailiang::source::Span;
use indicatif::{ProgressBar, ProgressStyle};

/// Below this many files or cases the work is over before a bar could be read.
const LONG: usize = 200;
/// Lines shown before and after the place of a message, where they are cut out of a long text.
const CONTEXT: usize = 1;

/// Where output goes: results to stdout, what stops a command to stderr.
pub(crate) struct Screen {
    /// Results.
    pub(crate) out: io::BufWriter<io::Stdout>,
    /// Messages.
    pub(crate) err: io::Stderr,
    out_styled: bool,
    err_styled: bool,
}

impl Screen {
    pub(crate) fn new() -> Self {
        // https://no-color.org: set to anything but nothing.
        let wanted =
            env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()) && env::var_os("TERM").is_none_or(|t| t != "dumb");
        let (out, err) = (io::stdout(), io::stderr());
        Self {
            out_styled: wanted && out.is_terminal(),
            err_styled: wanted && err.is_terminal(),
            out: io::BufWriter::new(out),
            err,
        }
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }

    /// One line of a result.
    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        if text.ends_with('\n') { Ok(()) } else { self.out.write_all(b"\n") }
    }

    /// A message that is the result itself, as of `check`.
    pub(crate) fn show(&mut self, message: &Message<'_>) -> io::Result<()> {
        let text = message.render(self.out_styled);
        self.line(&text)?;
        self.line("")
    }

    /// A message that stops a command; results before it come first.
    pub(crate) fn say(&mut self, message: &Message<'_>) -> io::Result<()> {
        self.out.flush()?;
        writeln!(self.err, "{}\n", message.render(self.err_styled))
    }
}

/// A message with its place.
pub(crate) struct Message<'a> {
    /// Error or warning.
    pub(crate) severity: Severity,
    /// The stable code, if it has one.
    pub(crate) code: Option<&'a str>,
    /// What is wrong.
    pub(crate) text: String,
    /// The text it is about, with its name.
    pub(crate) source: Option<&'a Source>,
    /// Places in it: whether it is the place of the message, and what to say there.
    pub(crate) labels: Vec<(Span, bool, &'a str)>,
    /// What to do.
    pub(crate) help: Option<String>,
}

impl<'a> Message<'a> {
    /// An error that is about no place in a text.
    pub(crate) fn error(text: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code: None, text: text.into(), source: None, labels: Vec::new(), help: None }
    }

    /// What to do.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A diagnostic of a ruleset or of the text of a case.
    pub(crate) fn diagnostic(diagnostic: &'a Diagnostic, source: Option<&'a Source>) -> Self {
        Self {
            severity: diagnostic.severity,
            code: Some(diagnostic.code.as_str()),
            text: diagnostic.message.clone(),
            source,
            labels: diagnostic.labels.iter().map(|l| (l.span, l.primary, l.message.as_str())).collect(),
            help: diagnostic.help.clone(),
        }
    }

    /// The message in the shape rustc gives it.
    pub(crate) fn render(&self, styled: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut title = level.primary_title(self.text.as_str());
        if let Some(code) = self.code {
            title = title.id(code);
        }
        let mut group = Group::with_title(title);
        if let Some(source) = self.source {
            // The whole text as the place says no more than its name does.
            let whole = self.labels.iter().all(|(span, _, _)| *span == Span::default() && !source.text().is_empty());
            group = if whole { group.element(Origin::path(source.name())) } else { self.snippet(group, source) };
        }
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        match (&self.help, self.source) {
            (Some(help), Some(_)) => renderer.render(&[group.element(Level::HELP.message(help.as_str()))]),
            (Some(help), None) => {
                let help = Group::with_title(Level::HELP.primary_title(help.as_str()));
                format!("{}\n{}", renderer.render(&[group]), renderer.render(&[help]))
            }
            (None, _) => renderer.render(&[group]),
        }
    }

    /// The lines the labels stand in; the others only cost time in a long text.
    fn snippet<'s>(&'s self, group: Group<'s>, source: &'s Source) -> Group<'s> {
        let text = source.text();
        let first = self.labels.iter().map(|(s, _, _)| s.range().start).min().unwrap_or_default().min(text.len());
        let last = self.labels.iter().map(|(s, _, _)| s.range().end).max().unwrap_or_default().min(text.len());
        let start = text.get(..first).map_or(0, |before| line_back(before, CONTEXT));
        let end = text.get(last..).map_or(text.len(), |after| last.saturating_add(line_on(after)));
        let line = source.line_column(u32::try_from(start).unwrap_or(u32::MAX)).0;
        let shown = unix_lines(text.get(start..end).unwrap_or_default());
        let inside = |span: Span| -> Range<usize> {
            let at = |offset: usize| boundary(&shown, offset.saturating_sub(start));
            let range = span.range();
            at(range.start)..at(range.end)
        };
        let annotations: Vec<_> = self
            .labels
            .iter()
            .map(|(span, primary, text)| {
                let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                let annotation = kind.span(inside(*span));
                if text.is_empty() { annotation } else { annotation.label(*text) }
            })
            .collect();
        let line = usize::try_from(line).unwrap_or(1);
        group.element(Snippet::source(shown).line_start(line).path(source.name()).annotations(annotations))
    }
}

/// The start of the line `lines` before the one that `before` ends in.
fn line_back(before: &str, lines: usize) -> usize {
    before.match_indices(['\n', '\r']).rev().nth(lines).map_or(0, |(at, found)| at.saturating_add(found.len()))
}

/// The length of the rest of the line.
fn line_on(after: &str) -> usize {
    after.find(['\n', '\r']).unwrap_or(after.len())
}

/// The renderer ends lines at `\n` only; YAML ends them at a lone `\r` too. The length stays the same.
fn unix_lines(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        shown.push(if c == '\r' && chars.peek() != Some(&'\n') { '\n' } else { c });
    }
    shown
}

/// The offset, moved back to where a character starts; the renderer would stop at any other.
fn boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    at
}

/// A bar while many things are done; none where nobody could see it.
pub(crate) fn progress(length: usize, what: &'static str) -> ProgressBar {
    if length < LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX)).with_message(what);
    match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cailiang::diagnostic::Code;

    fn plain(text: &str, span: Span) -> String {
        let source = Source::new("示例.yaml", text);
        let diagnostic = Diagnostic::error(Code::UnknownName, span, "unknown name `货值`")
            .at("here")
            .help("did you mean `货值金额`?");
        Message::diagnostic(&diagnostic, Some(&source)).render(false)
    }

    #[test]
    fn columns_are_characters_and_carets_stand_below_wide_ones() {
        let text = "a: 1\ndefine: {大额: 货值 >= 1万元}\nb: 2\n";
        let start = text.find("货值").unwrap();
        let shown = plain(text, Span::of(start..start.saturating_add(6)));
        let expected = "\
error[unknown-name]: unknown name `货值`
 --> 示例.yaml:2:14
  |
2 | define: {大额: 货值 >= 1万元}
  |                ^^^^ here
  |
  = help: did you mean `货值金额`?";
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_text_and_no_place_can_stop_it() {
        for text in ["", "\u{feff}", "a", "a\r", "a\rb\r\nc", "\t\u{7}\u{202e}罚款", "😀"] {
            let past = text.len().saturating_add(3);
            for start in 0..=past {
                for end in start..=past {
                    assert!(
                        plain(text, Span::of(start..end)).starts_with("error[unknown-name]"),
                        "{text:?} {start} {end}"
                    );
                }
            }
        }
        assert!(plain("a\rb\rcd", Span::new(5, 6)).contains(":3:2"), "a lone carriage return ends a line");
    }

    #[test]
    fn a_message_about_a_file_names_it() {
        assert!(plain("a: 1", Span::default()).contains("--> 示例.yaml\n"));
    }
}
