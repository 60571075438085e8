//! YAML → tree, over the events of `saphyr-parser`; only the part of YAML a ruleset needs.
//!
//! Anchors, aliases and tags are refused, so a small text cannot grow into a large tree. What the
//! author most likely did wrong (tabs, commas in a row, full-width colons) has a message of its own.

use super::marks::LineMarks;
use super::{Entry, Key, MAX_DEPTH, MAX_NODES, Node, NodeKind, Style};
use super::{admit, cut, drop_duplicates, empty_file, slips, too_deep, too_many};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::source::{Source, Span};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

/// Reads one YAML document; after a syntax error there is no tree, after other errors there is.
///
/// ```
/// # use cailiang::{source::Source, syntax::read_yaml};
/// let source = Source::new("a.yaml", "- {when: round(x, 1) > 2, 罚款: 5元}");
/// let (tree, diagnostics) = read_yaml(&source);
/// assert_eq!(diagnostics[0].message, "yaml splits `round(x, 1) > 2` at the comma");
/// assert_eq!(tree.unwrap().items()[0].get("when").unwrap().as_str(), Some("round(x, 1) > 2"));
/// ```
#[must_use]
pub fn read_yaml(source: &Source) -> (Option<Node>, Vec<Diagnostic>) {
    let mut sink = Sink::new(source);
    let (text, mark) = match admit(source) {
        Ok((text, mark, warning)) => {
            sink.extend(warning);
            (text, mark)
        }
        Err(refused) => {
            sink.push(refused);
            return (None, sink.into_vec());
        }
    };
    let mut reader = YamlReader {
        source,
        marks: LineMarks::new(text, mark),
        open: Vec::new(),
        root: None,
        documents: 0,
        nodes: 0,
        quoted_lines: Vec::new(),
        last_plain: None,
        sink,
    };
    let ended = reader.events(text);
    let indents = slips::wrong_indents(text, mark, &reader.quoted_lines);
    let first_indent = indents.first().map(|indent| indent.span().start);
    reader.sink.extend(indents);
    let whole = match ended {
        Ok(()) => true,
        Err(Stop::Said) => false,
        Err(Stop::Scan(error)) => {
            let in_flow = reader.in_flow();
            let failure = slips::failure(source, &mut reader.marks, &error, reader.last_plain, in_flow);
            // A tab before it explains the failure better than the scanner does.
            let explained =
                first_indent.is_some_and(|indent| indent <= failure.span().start || failure.code == Code::TabIndent);
            if !explained {
                reader.sink.push(failure);
            }
            false
        }
    };
    let root = reader.root.take().filter(|_| whole);
    if whole && root.is_none() {
        reader.sink.push(empty_file());
    }
    (root, reader.sink.into_vec())
}

/// Why the events ended early.
enum Stop {
    /// A diagnostic says so already.
    Said,
    Scan(ScanError),
}

/// A list or mapping whose end is still to come.
struct OpenNode {
    span: Span,
    /// Whether it stands in `{ }` or `[ ]`, itself or by a parent.
    flow: bool,
    members: Members,
}

enum Members {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, key: Option<Key> },
}

struct YamlReader<'a> {
    source: &'a Source,
    marks: LineMarks<'a>,
    open: Vec<OpenNode>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    /// Quoted and block texts, inside which a tab is part of the text.
    quoted_lines: Vec<Span>,
    /// The last plain text in `{ }` or `[ ]`, with the brackets it leaves open.
    last_plain: Option<(Span, usize)>,
    sink: Sink,
}

impl YamlReader<'_> {
    fn events(&mut self, text: &str) -> Result<(), Stop> {
        let mut parser = Parser::new_from_str(text);
        while let Some(event) = parser.next_event() {
            let (event, place) = event.map_err(Stop::Scan)?;
            let span = self.marks.span(place.start.index(), place.end.index());
            self.event(event, span)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        match event {
            Event::DocumentStart(_) => {
                self.documents = self.documents.saturating_add(1);
                if self.documents > 1 {
                    let message = "a second document begins here";
                    self.sink.push(
                        Diagnostic::error(Code::SyntaxError, span, message)
                            .help("a file holds one document; remove `---`, or split the file"),
                    );
                    return Err(Stop::Said);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), span);
                let scalar = self.scalar(&text, style, span);
                self.place(scalar)?;
            }
            Event::Alias(_) => {
                self.sink.push(slips::no_reference("an alias", span));
                self.place(Node { span, kind: NodeKind::Null })?;
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), span);
                self.begin(span, Members::Sequence(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), span);
                self.begin(span, Members::Mapping { entries: Vec::new(), key: None })?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let node = self.close(open, span);
                    self.place(node)?;
                }
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Node {
        let plain = style == ScalarStyle::Plain;
        // A value that was left out arrives as `~` of no length.
        if plain && (span.is_empty() || matches!(text, "" | "~" | "null" | "Null" | "NULL")) {
            return Node { span, kind: NodeKind::Null };
        }
        let span = self.without_tail(span, style);
        let style = if plain { Style::Plain } else { Style::Quoted };
        let node = Node { span, kind: NodeKind::Scalar { text: text.to_owned(), style } };
        if !plain {
            self.quoted_lines.push(span);
        } else if self.in_flow() {
            self.last_plain = Some((span, cut::open_in(&node)));
        } else {
            self.sink.extend(cut::check_block_scalar(self.source, &node));
        }
        node
    }

    /// The span without the blanks and the comment that the scanner counts to a quoted text.
    fn without_tail(&self, span: Span, style: ScalarStyle) -> Span {
        let written = self.source.slice(span);
        let quote = match style {
            ScalarStyle::SingleQuoted => '\'',
            ScalarStyle::DoubleQuoted => '"',
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = span.range().start.saturating_add(written.trim_end_matches([' ', '\t', '\n', '\r']).len());
                return Span::of(span.range().start..end);
            }
        };
        let mut inside = written.char_indices().skip_while(|(_, c)| *c != quote);
        inside.next();
        while let Some((at, character)) = inside.next() {
            let escapes = character == '\\' && quote == '"';
            let doubled = quote == '\'' && written.get(at..).is_some_and(|rest| rest.starts_with("''"));
            if escapes || doubled {
                inside.next();
            } else if character == quote {
                let end = span.range().start.saturating_add(at).saturating_add(1);
                return Span::of(span.range().start..end);
            }
        }
        span
    }

    fn begin(&mut self, span: Span, members: Members) -> Result<(), Stop> {
        if self.open.len() >= MAX_DEPTH {
            self.sink.push(too_deep(span));
            return Err(Stop::Said);
        }
        let rest = self.source.text().get(span.range().start..).unwrap_or_default();
        let flow = self.in_flow() || rest.starts_with(['{', '[']);
        self.open.push(OpenNode { span, flow, members });
        Ok(())
    }

    fn close(&mut self, open: OpenNode, end: Span) -> Node {
        let OpenNode { mut span, flow, members } = open;
        let brackets = self.source.text().get(span.range().start..).unwrap_or_default();
        let brackets = flow && brackets.starts_with(['{', '[']);
        let (source, sink) = (self.source, &mut self.sink);
        let report = &mut |diagnostic| sink.push(diagnostic);
        let kind = match members {
            Members::Sequence(items) if brackets => NodeKind::Sequence(cut::mend_sequence(source, items, report)),
            Members::Sequence(items) => NodeKind::Sequence(items),
            Members::Mapping { mut entries, .. } => {
                if brackets {
                    entries = cut::mend_mapping(source, entries, report);
                }
                drop_duplicates(&mut entries, report);
                NodeKind::Mapping(entries)
            }
        };
        // The end of an indented block is only noticed at the next token, far below its last value.
        let last = match &kind {
            NodeKind::Sequence(items) => items.last().map(|item| item.span),
            NodeKind::Mapping(entries) => entries.last().map(|e| e.key.span.to(e.value.span)),
            NodeKind::Null | NodeKind::Scalar { .. } => None,
        };
        // A block that begins with a bracketed key (refused) looks like brackets but has no end.
        let closing = self.source.slice(Span::new(end.start, end.start.saturating_add(1)));
        if brackets && matches!(closing, "]" | "}") {
            span = span.to(Span::new(end.start, end.start.saturating_add(1)));
        } else if let Some(last) = last {
            span = span.to(last);
        }
        Node { span, kind }
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, mut node: Node) -> Result<(), Stop> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > MAX_NODES {
            self.sink.push(too_many(node.span));
            return Err(Stop::Said);
        }
        match self.open.last_mut().map(|open| &mut open.members) {
            None => self.root = Some(node).filter(|node| !node.is_null()),
            Some(Members::Sequence(items)) => items.push(node),
            Some(Members::Mapping { entries, key }) => match key.take() {
                // The keys of another mapping would stand here unseen.
                Some(key) if key.text == "<<" => self.sink.push(slips::no_reference("a merge key", key.span)),
                Some(key) => {
                    if node.span.is_empty() {
                        node.span = key.span;
                    }
                    entries.push(Entry { key, value: node });
                }
                None => *key = Some(as_key(self.source, node, &mut self.sink)),
            },
        }
        Ok(())
    }

    fn in_flow(&self) -> bool {
        self.open.last().is_some_and(|open| open.flow)
    }

    fn refuse(&mut self, anchor: bool, tag: bool, node: Span) {
        for (there, what, sign) in [(anchor, "an anchor", '&'), (tag, "a tag", '!')] {
            if !there {
                continue;
            }
            // Its own place is not in the event: it begins the value, or is the last such sign before.
            let text = self.source.text();
            let start = node.range().start;
            let begins = text.get(start..).is_some_and(|rest| rest.starts_with(sign));
            let before = text.get(..start).and_then(|before| before.rfind(sign));
            let at = if begins { start } else { before.unwrap_or(start) };
            let word = text.get(at..).unwrap_or_default();
            let length = word.find([' ', '\t', '\n', '\r', ',', ']', '}']).unwrap_or(word.len());
            let span = Span::of(at..at.saturating_add(length));
            self.sink.push(slips::no_reference(what, span));
        }
    }
}

/// A node in the place of a key; whatever is no text is reported and stands as written.
fn as_key(source: &Source, node: Node, sink: &mut Sink) -> Key {
    let span = node.span;
    let text = match node.kind {
        NodeKind::Scalar { text, .. } => text,
        NodeKind::Null if !span.is_empty() => source.slice(span).to_owned(),
        NodeKind::Null => {
            let message = "there is no key before `:`";
            sink.push(Diagnostic::error(Code::SyntaxError, span, message).help("write a key"));
            String::new()
        }
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => {
            let what = if matches!(node.kind, NodeKind::Mapping(_)) { "mapping" } else { "list" };
            let message = format!("a key must be text, this is a {what}");
            let help = "put a key that holds brackets in quotes";
            sink.push(Diagnostic::error(Code::WrongShape, span, message).help(help));
            source.slice(span).to_owned()
        }
    };
    Key { text, span }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>, Source) {
        let source = Source::new("a.yaml", text);
        let (tree, diagnostics) = read_yaml(&source);
        (tree, diagnostics, source)
    }

    /// `code@text under the primary label` of each diagnostic.
    fn found(text: &str) -> Vec<String> {
        let (_, diagnostics, source) = read(text);
        let show = |one: &Diagnostic| format!("{}@{}", one.code, source.slice(one.span()));
        diagnostics.iter().map(show).collect()
    }

    /// Every scalar and key with the text its span covers.
    fn slices(node: &Node, source: &Source, out: &mut Vec<(String, String)>) {
        if let Some(text) = node.as_str() {
            out.push((text.to_owned(), source.slice(node.span).to_owned()));
        }
        for entry in node.entries() {
            out.push((entry.key.text.clone(), source.slice(entry.key.span).to_owned()));
            slices(&entry.value, source, out);
        }
        for item in node.items() {
            slices(item, source, out);
        }
    }

    const RULESET: &str = "\
# 示例：注释里也有汉字 😀
cailiang: 1 # 版本
title: 示例：食品经营许可裁量   # 后面的注释
in_force: {from: 2024-03-01, through: 2029-02-28}   # 施行 }
phrases: {以上: inclusive, \"不满\": exclusive, '超过' : exclusive}
offences:
  - id: 甲
    name: 未经许可从事餐饮服务

    tiers:
      # 注释
      - {tier: 轻微, when: 持续时间 = 短 and 两年内次数 = 1, 罚款: {part: 0%..10%}}
      - [移动改变, \"*\", 罚款: 2万元以上5万元以下]
  - id: 乙
    reading: |
      第一行
      第二行
    code: \"0200-B\"   # \"职权编码\"
    note: 'it''s'  # '
    空:
after: 末尾
";

    #[test]
    fn spans_cover_their_text_after_chinese_and_with_crlf() {
        for text in [
            RULESET.to_owned(),
            RULESET.replace('\n', "\r\n"),
            format!("\u{feff}{RULESET}"),
            format!("\u{feff}{}", RULESET.replace('\n', "\r\n")),
        ] {
            let (tree, diagnostics, source) = read(&text);
            let tree = tree.unwrap();
            assert!(diagnostics.iter().all(|one| one.code == Code::ByteOrderMark), "{diagnostics:?}");
            assert_eq!(diagnostics.len(), usize::from(text.starts_with('\u{feff}')));
            let mut pairs = Vec::new();
            slices(&tree, &source, &mut pairs);
            assert_eq!(pairs.len(), 44);
            for (text, slice) in pairs {
                let inside = slice.trim_matches(['"', '\'']).replace("''", "'");
                assert!(inside == text || text.starts_with("第一行"), "{text:?} {slice:?}");
            }
            let offences = tree.get("offences").unwrap();
            let first = &offences.items()[0];
            assert!(source.slice(first.span).starts_with("id: 甲"));
            assert!(source.slice(first.span).ends_with("5万元以下]"));
            let row = &first.get("tiers").unwrap().items()[0];
            assert!(source.slice(row.span).starts_with("{tier"));
            assert!(source.slice(row.span).ends_with("10%}}"));
            assert_eq!(offences.items()[1].get("reading").unwrap().as_str(), Some("第一行\n第二行\n"));
            let empty = offences.items()[1].entries().last().unwrap();
            assert!(empty.value.is_null());
            assert_eq!(source.slice(empty.value.span), "空");
            let after = tree.get("after").unwrap();
            assert_eq!(source.line_column(after.span.start), (21, 8));
            let code = offences.items()[1].get("code").unwrap();
            assert_eq!(source.slice(code.span), "\"0200-B\"");
            assert!(source.slice(tree.get("in_force").unwrap().span).ends_with("28}"));
            let reading = offences.items()[1].get("reading").unwrap();
            assert!(source.slice(reading.span).ends_with("第二行"));
        }
    }

    #[test]
    fn plain_scalars_keep_their_text() {
        let (tree, diagnostics, _) = read("[0420, 1.50, yes, true, null, ~, , 'null', \"~\", a b]");
        assert_eq!(diagnostics.len(), 1, "an item that is nothing is an error of yaml");
        assert_eq!(tree, None);
        let (tree, diagnostics, _) = read("- 0420\n- 1.50\n- yes\n- null\n- ~\n-\n- 'null'\n- 多行\n  文字");
        assert_eq!(diagnostics, []);
        let tree = tree.unwrap();
        let texts: Vec<_> = tree.items().iter().map(|item| item.as_str().unwrap_or("-")).collect();
        assert_eq!(texts, ["0420", "1.50", "yes", "-", "-", "-", "null", "多行 文字"]);
    }

    #[test]
    fn what_is_wrong_is_found_where_it_is() {
        // (text, code@place of every diagnostic)
        for (text, expected) in [
            ("", &["empty-file@"][..]),
            ("# 只有注释\n", &["empty-file@"]),
            ("---\n", &["empty-file@"]),
            ("\u{feff}", &["byte-order-mark@\u{feff}", "empty-file@"]),
            ("a: 1\n\u{feff}b: 2", &["byte-order-mark@\u{feff}"]),
            // duplicate keys, all of them
            ("甲: 1\n乙: {丙: 1, 丙: 2}\n甲: 2", &["duplicate-key@丙", "duplicate-key@甲"]),
            // anchors, aliases, tags
            ("a: &锚 1\nb: *锚", &["anchor-or-alias@&锚", "anchor-or-alias@*锚"]),
            ("a: &x\n  b: 1", &["anchor-or-alias@&x"]),
            ("a: !!str 1\nb: !own {c: 1}", &["anchor-or-alias@!!str", "anchor-or-alias@!own"]),
            ("a: [甲, *, 乙]", &["anchor-or-alias@*"]),
            ("a: *nowhere", &["anchor-or-alias@*"]),
            // tabs and their like
            ("甲:\n\t乙: 1", &["tab-indent@\t"]),
            ("甲:\n  乙: 1\n \t丙: 2\n\t丁: 3", &["tab-indent@\t", "tab-indent@\t"]),
            ("甲:\n\u{3000}乙: 1", &["tab-indent@\u{3000}"]),
            ("甲: [\n\t乙]", &["tab-indent@\t"]),
            ("甲: |\n  a\n  \tb\n乙: \"c\n  \td\"", &[]),
            ("甲: 1\n\t\n\t# 注释\n乙: 2", &[]),
            ("甲:\r\n\t乙: 1\r\n", &["tab-indent@\t"]),
            // several documents
            ("a: 1\n---\nb: 2", &["syntax-error@---"]),
            // keys that are no text
            ("{a: 1}: 2", &["wrong-shape@{a: 1}"]),
            ("? [a]\n: 2", &["wrong-shape@[a]"]),
            (": 2", &["syntax-error@"]),
            // syntax errors
            ("甲: 乙: 丙", &["syntax-error@:"]),
            ("甲: [1, 2", &["syntax-error@"]),
            ("甲: 'x", &["syntax-error@'"]),
            ("甲: @x", &["syntax-error@@"]),
            ("甲: 'x' y", &["syntax-error@y"]),
        ] {
            assert_eq!(found(text), expected, "{text:?} {:?}", read(text).1);
        }
    }

    #[test]
    fn cut_scalars_are_reported_once_and_mended() {
        // (text, code@place, the tree as JSON-like text)
        for (text, expected, values) in [
            ("{when: round(x, 1) > 2, 罚款: 5元}", &["cut-scalar@round(x, 1) > 2"][..], "round(x, 1) > 2|5元"),
            (
                "{when: round(max(a, b), to=1元), 罚款: 5元}",
                &["cut-scalar@round(max(a, b), to=1元)"],
                "round(max(a, b), to=1元)|5元",
            ),
            ("{when: f（a, b）, g: h(1, 2)}", &["cut-scalar@f（a, b）", "cut-scalar@h(1, 2)"], "f（a, b）|h(1, 2)"),
            ("{when: 甲 in 乙, 丙, 丁, 罚款: 1}", &["cut-scalar@丙, 丁"], "甲 in 乙|1"),
            ("{罚款：5元}", &["cut-scalar@罚款：5元"], ""),
            ("{罚款:5元, a: 1}", &["cut-scalar@罚款:5元"], "1"),
            ("[round(a, 1), b]", &["cut-scalar@round(a, 1)"], "round(a, 1)|b"),
            ("[甲, 罚款: round(a, 1), b]", &["cut-scalar@round(a, 1)"], "甲|round(a, 1)|b"),
            ("{when: (甲, 罚款: 1}", &["cut-scalar@(甲"], "(甲|1"),
            ("[(甲, {a: 1}]", &["cut-scalar@(甲"], "(甲|1"),
            ("when: (甲 or 乙", &["cut-scalar@(甲 or 乙"], "(甲 or 乙"),
            ("when: round(甲 #1, 2)", &["cut-scalar@round(甲"], "round(甲"),
            ("{when: f(a[0], 1), b: 2}", &["cut-scalar@f(a["], "-"),
            // nothing is cut
            ("when: round(甲, 2) > 1", &[], "round(甲, 2) > 1"),
            ("{when: 'round(x, 1)', b: \"(\"}", &[], "round(x, 1)|("),
            ("{when: round(x，1) > 2, note: 1）首次}", &[], "round(x，1) > 2|1）首次"),
            ("{a: , b: }", &[], ""),
            ("{a: # 注释\n , b: 1}", &[], "1"),
        ] {
            let (tree, diagnostics, source) = read(text);
            assert_eq!(found(text), expected, "{text} {diagnostics:?}");
            let mut pairs = Vec::new();
            let mut leaves = Vec::new();
            match &tree {
                Some(tree) => slices(tree, &source, &mut pairs),
                None => leaves.push("-".to_owned()),
            }
            let keys = ["when", "罚款", "g", "a", "b", "note"];
            let values_only = pairs.into_iter().filter(|(text, slice)| {
                !keys.contains(&text.as_str()) || (text == "b" && slice == "b" && !source.text().contains("b:"))
            });
            leaves.extend(values_only.map(|(text, _)| text));
            assert_eq!(leaves.join("|"), values, "{text}");
        }
    }

    #[test]
    fn help_names_the_full_width_colon() {
        for text in ["title：示例\nissuer: 某局", "a: 1\ntitle：示例\n", "laws:\n  食品安全法： {title: x}\n  乙: 1"]
        {
            let (_, diagnostics, _) = read(text);
            let help = diagnostics[0].help.as_deref().unwrap();
            assert!(help.contains("full-width `：`"), "{text} {diagnostics:?}");
        }
    }

    #[test]
    fn limits_hold() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(MAX_DEPTH)).0.is_some());
        for text in [nested(MAX_DEPTH + 1), "- ".repeat(5000), "[".repeat(5000), "a: {".repeat(300)] {
            let (tree, diagnostics, _) = read(&text);
            assert_eq!(tree, None);
            assert_eq!(diagnostics[0].code, Code::LimitExceeded, "{diagnostics:?}");
        }
    }
}
