//! Parts of a licence one by one: what routes do without, when a renewal is late, what terms fix, what a fact asked in
//! vain leaves.

mod open;
mod renewal;
mod routes;
mod terms;

use crate::{case, decided};
use cailiang::render::Style;
use cailiang::serve::Host;

/// The head of a made-up ruleset with the id that `decided` asks for, its facts, and one licence of these lines.
fn ruleset(uses: &str, facts: &str, lines: &str) -> String {
    format!(
        "cailiang: 1
ruleset: cn.demo.licence
title: 示例许可
issuer: 某市
in_force: {{from: 2020-01-01}}
status: in_force
uses: [{uses}]
laws: {{示例条例: {{title: 示例条例, rank: regulation}}}}
facts: {{{facts}}}
licences:
  - id: demo
    name: 示例许可
    basis: 示例条例 第五条
{lines}"
    )
}

/// What the brief text says.
fn words(host: &Host, as_of: &str, facts: &str) -> String {
    let text = format!("ruleset: cn.demo.licence\nlicence: demo\non: 2024-09-02\n{as_of}\nfacts: {{{facts}}}");
    host.compute(&case(&text))
        .unwrap_or_else(|f| panic!("{}: {}", f.stage().as_str(), f.message()))
        .words(Style::default())
}
