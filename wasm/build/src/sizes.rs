//! How large the module is, and which part of it: printed, and held against budgets.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::order::{self, Functions};
use crate::{Built, Result};

/// What the first module should have gzipped at most, in bytes. It has more today: the report says by how much.
const MOST_GZIPPED: usize = 256_000;
/// What the two modules must never have gzipped, in bytes: above this the build fails, so that a missed target does not
/// become a forgotten one. They are what was built when they were last looked at, and 3% more, so that no number bends
/// the code; they are looked at once a release, and whoever raises one in between says why in the commit.
const CEILINGS: [usize; 2] = [414_000, 215_000];

/// The parts: how they are called, the modules of core that belong to them, the most bytes of code (not gzipped).
///
/// A function belongs to the module of core that its symbol names, else to the crate that it begins with; what the
/// compiler merged into a caller counts there. Together the budgets are about what gives [`MOST_GZIPPED`].
const PARTS: [(&str, &[&str], usize); 4] = [
    ("engine", &["value", "expr", "ruleset", "link", "facts", "outcome", "evaluate", "decide"], 250_000),
    ("reader and diagnostics", &["source", "diagnostic", "syntax", "compile"], 90_000),
    ("words", &["vocabulary", "render"], 70_000),
    ("contract", &["failure", "answer", "read", "serve"], 45_000),
];
const MOST_DEPENDENCIES: usize = 140_000;
const MOST_DATA: usize = 60_000;

pub(crate) fn report(built: &Built) -> Result<()> {
    let first = gzip(&built.first.wasm)?;
    println!("cailiang.wasm, bytes");
    println!("  {:<24}{:>9}", "raw", built.first.wasm.len());
    let mut over = Vec::new();
    let mut line = |name: &str, size: usize, most: usize| {
        println!("  {name:<24}{size:>9}  of {most}");
        if size > most {
            over.push(format!("{name}: {size} bytes, {most} allowed"));
        }
    };
    line("gzipped", first, MOST_GZIPPED);
    println!("by part, bytes before gzip");
    let (mut crates, data) = functions(&built.first.named)?;
    for (name, modules, most) in PARTS {
        let size = modules.iter().filter_map(|module| crates.remove(&format!("cailiang::{module}"))).sum();
        line(name, size, most);
    }
    line("std and dependencies", crates.values().sum(), MOST_DEPENDENCIES);
    line("tables and texts", data, MOST_DATA);
    println!("  of std and dependencies: {}", largest(crates));
    for missed in &over {
        println!("  TARGET MISSED  {missed}");
    }
    let more = gzip(&built.more.wasm)?;
    println!("cailiang-more.wasm, bytes");
    println!("  {:<24}{:>9}", "raw", built.more.wasm.len());
    println!("  {:<24}{more:>9}", "gzipped");
    println!("  by module of core: {}", largest(functions(&built.more.named)?.0));
    for (name, size, most) in [("cailiang.wasm", first, CEILINGS[0]), ("cailiang-more.wasm", more, CEILINGS[1])] {
        if size > most {
            return Err(format!("{name} is too large: {size} bytes gzipped, and never more than {most}").into());
        }
    }
    Ok(())
}

/// The largest, by name.
fn largest(sizes: BTreeMap<String, usize>) -> String {
    let mut sizes: Vec<_> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    sizes.iter().take(8).map(|(name, size)| format!("{name} {size}")).collect::<Vec<_>>().join(", ")
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The bytes of code by crate, of `cailiang` by module; and the bytes of data.
fn functions(wasm: &[u8]) -> Result<(BTreeMap<String, usize>, usize)> {
    let Functions { imported, bodies, names, data, .. } = Functions::read(wasm)?;
    let mut crates = BTreeMap::new();
    for (index, body) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("?", String::as_str);
        *crates.entry(part(order::plain(name))).or_default() += body.len();
    }
    Ok((crates, data))
}

/// `<cailiang::expr::parser::Parser>::next` is of `cailiang::expr`, `core::fmt::write` of `core`. An instance of a
/// generic of the standard library, `<alloc::vec::Vec<cailiang::expr::Cond>>::push`, is of the module whose type it is
/// made for: it would not be there without it.
fn part(symbol: &str) -> String {
    let word = |text: &str| {
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
        text.get(..end).unwrap_or(text).to_owned()
    };
    for (at, name) in symbol.match_indices("cailiang") {
        let rest = symbol.get(at + name.len()..).unwrap_or_default();
        if let Some(module) = rest.strip_prefix("::") {
            return format!("cailiang::{}", word(module));
        }
    }
    let path = symbol.trim_start_matches(['<', '&', '(', '[']);
    word(path.strip_prefix("dyn ").unwrap_or(path))
}
