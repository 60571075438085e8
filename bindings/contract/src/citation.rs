//! The citations of an answer as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Day;

/// A text that stands in the answer under `basis`, `order_basis`, `general_basis` or `citation`, in parts. Of several
/// provisions it has the first, and the others in `also`; a text of another shape has nulls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// As it stands in the answer: the key of the table.
    pub text: String,
    /// In short: `食品安全法 122(1)`.
    pub short: String,
    /// The document, as the citation names it.
    pub law: Option<String>,
    /// Its title as the ruleset declares it that has the citation, of 本规定 and the like that of the ruleset itself; null
    /// where none declares it, or two rulesets declare different ones.
    pub title: Option<String>,
    /// The date of the edition quoted; null where none is declared, or different ones are.
    pub edition: Option<Day>,
    /// 条: `122`; `133-1` is 第一百三十三条之一.
    #[schemars(regex(pattern = "^[0-9]+(-[0-9]+)?$"))]
    pub article: Option<String>,
    /// 款.
    pub paragraph: Option<u64>,
    /// 项.
    pub item: Option<u64>,
    /// The provisions behind the first, as written: `第二款`, `至第三十二条`; left out where there is one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub also: Option<Vec<String>>,
}
