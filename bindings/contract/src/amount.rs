//! Amounts: ranges with open and closed ends, or that nothing can be computed.

use cailiang::vocabulary::{AmountLimit, AmountMeasure, Incomputable};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decimal, Word};

/// An amount: a range, or that it cannot be computed, which is never 0 (无法计罚).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Amount {
    /// From one end to another.
    Range {
        /// What it measures.
        measure: Word<AmountMeasure>,
        /// The lower end.
        min: End,
        /// The upper end.
        max: End,
        /// 元, 日, 月, 分.
        unit: String,
        /// A guiding point inside the range.
        #[serde(skip_serializing_if = "Option::is_none")]
        default: Option<Decimal>,
        /// What bounded it, in the order in which it was found.
        bounded_by: Vec<Word<AmountLimit>>,
    },
    /// Nothing to compute it from.
    Incomputable {
        /// Why.
        why: Word<Incomputable>,
    },
}

/// An end of a range: where it is, and whether it is in; or `"unbounded"`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// There is no end.
    Unbounded,
    /// The end.
    #[serde(untagged)]
    At {
        /// Where it is.
        value: Decimal,
        /// Whether the range has it.
        inclusive: bool,
        /// Of money whose exact end is no decimal: that end as a fraction `n/d`. `value` is then the next 分 inside the
        /// range (of a single amount the nearest); nothing is computed with it.
        #[serde(skip_serializing_if = "Option::is_none")]
        exact: Option<String>,
    },
}
