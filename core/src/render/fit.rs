//! The short form fits on half a page: lines that say the same, or speak of the same, are joined until it does.

use super::line::Line;
use crate::vocabulary::Lang;

/// The most lines of the short form; what would be more is joined, or counted.
pub(super) const MOST: usize = 15;

/// Joins two lines, the shortest first, until there are no more lines than these. Nothing is left out.
pub(super) fn join(lines: &mut Vec<Line>, most: usize, lang: Lang) {
    while lines.len() > most {
        let numbered = || lines.iter().zip(0usize..);
        let pairs =
            numbered().flat_map(|(a, at)| numbered().skip(at.saturating_add(1)).map(move |(b, to)| (a, at, b, to)));
        let size = |line: &Line| line.heading.len().saturating_add(line.text.len());
        let found = pairs
            .filter(|(a, at, b, to)| may_join(a, b, at.saturating_add(1) == *to))
            .min_by_key(|(a, _, b, _)| size(a).saturating_add(size(b)));
        let Some((_, at, _, to)) = found else { break };
        let second = lines.remove(to);
        if let Some(first) = lines.get_mut(at) {
            into(first, second, lang);
        }
    }
}

/// Whether two lines of one part say the same, or are neighbours that speak of the same.
fn may_join(a: &Line, b: &Line, neighbours: bool) -> bool {
    let plain = |line: &Line| !line.heading.is_empty() && line.number.is_none();
    let alike = a.text == b.text || (neighbours && a.heading == b.heading);
    a.section == b.section && plain(a) && plain(b) && alike
}

fn into(first: &mut Line, second: Line, lang: Lang) {
    let and = lang.pick("、", ", ");
    if first.text != second.text {
        first.text.push_str(lang.pick("；", "; "));
        first.text.push_str(&second.text);
    } else if first.heading != second.heading {
        first.heading.push_str(and);
        first.heading.push_str(&second.heading);
    }
    let mut basis = first.basis.take().unwrap_or_default();
    for cited in second.basis.iter().flat_map(|all| all.split(and)) {
        if basis.split(and).all(|known| known != cited) {
            if !basis.is_empty() {
                basis.push_str(and);
            }
            basis.push_str(cited);
        }
    }
    first.basis = Some(basis).filter(|basis| !basis.is_empty());
}
