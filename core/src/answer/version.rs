//! What answers: the engine, its contract, and which rulesets it has.

use super::parts::begin;
use super::write::told;
use crate::gather::Gather as _;
use crate::link::Library;
use crate::value::sha256;
use crate::vocabulary::AnswerKind;

/// The answer to `do: version`. `sha256` is one digest over all texts of rulesets: that of the digests of each, in
/// order of their letters, each followed by a line break. Two hosts with one digest have the same texts.
///
/// ```
/// use cailiang::{Library, answer::version_json};
/// let answer = version_json(&Library::new());
/// assert!(answer.starts_with(r#"{"contract":1,"kind":"version","engine":""#));
/// // The digest of nothing.
/// assert!(answer.contains(r#""rulesets":{"count":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb924"#));
/// ```
pub fn version_json(library: &Library) -> String {
    let mut digests = library.rulesets().map(|ruleset| ruleset.digests().sha256.clone()).gather::<Vec<_>>();
    digests.sort_unstable();
    let lines = digests.iter().fold(String::new(), |lines, digest| lines + digest + "\n");
    told(|o| {
        begin(o, AnswerKind::Version);
        o.text("engine", env!("CARGO_PKG_VERSION"));
        let mut o = o.object("rulesets");
        o.count("count", digests.len());
        o.text("sha256", &sha256(&lines));
    })
}
