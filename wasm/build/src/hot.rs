//! The functions that a request spends its time in are compiled to be quick, all others to be small.
//!
//! Which they are is measured, not judged: `hot.txt` has those in which the work of `wasm/npm/hot.mjs` spends its time,
//! by name. The code generator wants the symbols, which are known once the module was compiled: so it is compiled
//! twice.

use crate::Result;
use crate::order::Functions;

const NAMES: &str = include_str!("../hot.txt");

/// What the code generator is told. A function called from a quick one becomes a part of it up to this price; beyond
/// it the module grows and is no quicker.
const WORTH: &str = "-inlinehint-threshold=100";

/// The options for a module that was compiled without them. Names that are no functions any more are told: then it is
/// time to measure again.
pub(crate) fn options(compiled: &[u8]) -> Result<Vec<String>> {
    let functions = Functions::read(compiled)?;
    let mut options = vec![WORTH.to_owned()];
    let mut gone = Vec::new();
    for name in NAMES.lines() {
        let symbols = functions.symbols.iter().filter(|symbol| shown(symbol) == name);
        let before = options.len();
        for symbol in symbols {
            options.push(format!("-force-remove-attribute={symbol}:minsize"));
            options.push(format!("-force-remove-attribute={symbol}:optsize"));
            options.push(format!("-force-attribute={symbol}:inlinehint"));
        }
        if options.len() == before {
            gone.push(name);
        }
    }
    if !gone.is_empty() {
        println!(
            "no functions any more, so measure wasm/build/hot.txt anew (wasm/npm/test/hot.mjs): {}",
            gone.join(", ")
        );
    }
    Ok(options)
}

/// A symbol as people read it, without what tells one build from another.
pub(crate) fn shown(symbol: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(symbol))
}
