//! YAML and JSON texts → one spanned tree. Nothing here knows what a ruleset is.

mod cut;
mod json;
mod marks;
mod names;
mod normal;
mod slips;
mod tree;
mod yaml;

pub use json::{read_json, read_json_members};
pub(crate) use names::one_of;
pub use names::{NameProblem, NameProblemKind, check_name, suggest};
pub use tree::{Entry, Key, Node, NodeKind, Style};
pub use yaml::read_yaml;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};

/// Deepest nesting of lists and mappings that is read.
pub const MAX_DEPTH: usize = 64;
/// Most values, keys not counted, that are read from one text.
pub const MAX_NODES: usize = 2_000_000;
/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a text as JSON if its name ends in `.json` or it is a JSON object, otherwise as YAML.
///
/// The tree is there unless the text as a whole could not be read; there may be a tree *and* errors.
///
/// ```
/// # use cailiang::{source::Source, syntax};
/// let source = Source::new("a.yaml", "tiers: [轻微, 一般]\n罚款: 5万元\n罚款: 6万元");
/// let (tree, diagnostics) = syntax::read(&source);
/// assert_eq!(tree.unwrap().get("罚款").unwrap().as_str(), Some("5万元"));
/// assert_eq!(diagnostics[0].to_string(), "error[duplicate-key]: the key `罚款` is already there");
/// ```
#[must_use]
pub fn read(source: &Source) -> (Option<Node>, Vec<Diagnostic>) {
    if has_extension(source.name(), "json") {
        return read_json(source);
    }
    if source.text().trim_start().starts_with('{') {
        let (tree, diagnostics) = read_json(source);
        if !diagnostics.iter().any(Diagnostic::is_error) {
            return (tree, diagnostics);
        }
    }
    read_yaml(source)
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension))
}

/// The text without the byte order mark, the mark's length, and what there is to say about both.
fn admit(source: &Source) -> Result<(&str, usize, Option<Diagnostic>), Diagnostic> {
    let text = source.text();
    if text.len() > MAX_BYTES {
        let message = format!("the text has {} bytes, more than the {MAX_BYTES} allowed", text.len());
        return Err(Diagnostic::error(Code::LimitExceeded, Span::default(), message).help("split the file"));
    }
    match text.strip_prefix('\u{feff}') {
        None => Ok((text, 0, None)),
        Some(rest) => {
            let mark = text.len().saturating_sub(rest.len());
            let message = "the file begins with a byte order mark";
            let warning = Diagnostic::warning(Code::ByteOrderMark, Span::of(0..mark), message)
                .help("save it as UTF-8 without BOM");
            Ok((rest, mark, Some(warning)))
        }
    }
}

fn empty_file() -> Diagnostic {
    Diagnostic::error(Code::EmptyFile, Span::default(), "the file holds nothing")
        .help("a ruleset begins with `cailiang: 1` and `ruleset: …`")
}

fn too_deep(span: Span) -> Diagnostic {
    let message = format!("lists and mappings are nested more than {MAX_DEPTH} deep");
    Diagnostic::error(Code::LimitExceeded, span, message).help("nest less")
}

fn too_many(span: Span) -> Diagnostic {
    let message = format!("the text has more than {MAX_NODES} values");
    Diagnostic::error(Code::LimitExceeded, span, message).help("split the file")
}

/// Keeps the first entry under each key and reports the others.
///
/// Most mappings are small: comparing pairs beats building a set until there are a few dozen keys.
fn drop_duplicates(entries: &mut Vec<Entry>, report: &mut impl FnMut(Diagnostic)) {
    const FEW: usize = 24;
    let mut repeated: Vec<(usize, Span)> = Vec::new();
    if entries.len() <= FEW {
        for (at, entry) in entries.iter().enumerate().skip(1) {
            let mut earlier = entries.iter().take(at);
            if let Some(first) = earlier.find(|other| other.key.text == entry.key.text) {
                repeated.push((at, first.key.span));
            }
        }
    } else {
        let mut order: Vec<(&str, usize, Span)> = Vec::with_capacity(entries.len());
        order.extend(entries.iter().enumerate().map(|(at, e)| (e.key.text.as_str(), at, e.key.span)));
        order.sort_unstable_by_key(|(text, at, _)| (*text, *at));
        for group in order.chunk_by(|one, other| one.0 == other.0) {
            let Some(((_, _, first), rest)) = group.split_first() else {
                continue;
            };
            repeated.extend(rest.iter().map(|(_, at, _)| (*at, *first)));
        }
        repeated.sort_unstable_by_key(|(at, _)| *at);
    }
    for (at, first) in repeated.into_iter().rev() {
        if at >= entries.len() {
            continue;
        }
        let Key { text, span } = entries.remove(at).key;
        report(
            Diagnostic::error(Code::DuplicateKey, span, format!("the key `{text}` is already there"))
                .at("again here")
                .label(first, "first here")
                .help("remove one, or rename it"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Lang;

    #[test]
    fn json_is_told_from_yaml() {
        // (name, text, whether it reads without error)
        for (name, text, good) in [
            ("a.json", "{\"a\": 1}", true),
            ("a.JSON", "a: 1", false), // the name promises JSON
            ("a.yaml", "\n {\"a\": \"\\ud83d\\ude00\"}", true),
            ("a.yaml", "{a: 1}", true), // a YAML flow mapping
            ("a.yaml", "a: 1", true),
            ("", "{\"a\": 1} # a comment", true),
        ] {
            let (tree, diagnostics) = read(&Source::new(name, text));
            assert_eq!(diagnostics.is_empty(), good, "{name} {text} {diagnostics:?}");
            assert_eq!(tree.is_some(), good, "{name} {text}");
        }
    }

    #[test]
    fn duplicates_are_found_in_small_and_large_mappings() {
        for keys in [3, 24, 25, 400] {
            let body: Vec<_> = (0..keys).map(|key| format!("\"k{key}\":{key}")).collect();
            let text = format!("{{{},\"k1\":9,\"k0\":8,\"k1\":7}}", body.join(","));
            let source = Source::new("a.json", text);
            let (tree, diagnostics) = read(&source);
            assert_eq!(tree.unwrap().entries().len(), keys);
            let found: Vec<_> =
                diagnostics.iter().map(|one| (source.slice(one.span()), one.labels[1].span.start)).collect();
            let (k0, k1) = (1, 8); // where the first two keys stand
            assert_eq!(found, [("\"k1\"", k1), ("\"k0\"", k0), ("\"k1\"", k1)], "{keys} keys");
        }
    }

    #[test]
    fn the_explanations_of_codes_hold() {
        let here = [
            Code::SyntaxError,
            Code::CutScalar,
            Code::TabIndent,
            Code::ByteOrderMark,
            Code::EmptyFile,
            Code::AnchorOrAlias,
            Code::DuplicateKey,
        ];
        let langs = [(Lang::Zh, "# 对\n"), (Lang::En, "# right\n")];
        for (code, (lang, mark)) in Code::ALL.iter().flat_map(|code| langs.map(|lang| (code, lang))) {
            let (_, wrong) = code.explain(lang).split_once("```yaml\n").unwrap();
            let (wrong, right) = wrong.split_once(mark).unwrap();
            let (_, wrong) = wrong.split_once('\n').unwrap(); // the line `# wrong`
            let (tree, diagnostics) = read(&Source::new("right", right.trim_end_matches('`')));
            assert!(tree.is_some() && diagnostics.is_empty(), "{code}: {diagnostics:?}");
            let (_, diagnostics) = read(&Source::new("wrong", wrong));
            let found: Vec<_> = diagnostics.iter().map(|one| one.code).collect();
            let expected = if here.contains(code) { vec![*code] } else { Vec::new() };
            // `title：示例` alone is a text, whose shape is wrong only for a ruleset
            assert!(found == expected || *code == Code::SyntaxError, "{code}: {diagnostics:?}");
        }
    }
}
