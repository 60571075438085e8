//! Words of the contract that name no thing of the law: what is asked for, a truth, a type, a unit.
//!
//! Words that the engine has a page for stand in [`cailiang::vocabulary`], and here as [`Word`](crate::Word).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Makes an enum of words, each as it stands in JSON.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word:meta])* $variant:ident = $slug:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$word])* #[serde(rename = $slug)] $variant,)+
        }
    )+};
}

words! {
    /// What differs between two receipts.
    DifferenceOf {
        /// The version of the engine.
        Engine = "engine",
        /// The version of the contract.
        Contract = "contract",
        /// Which answer it is of.
        Kind = "kind",
        /// The ruleset.
        Ruleset = "ruleset",
        /// The offence.
        Offence = "offence",
        /// The licence.
        Licence = "licence",
        /// The day as of which it was asked.
        AsOf = "as_of",
        /// The acts.
        Acts = "acts",
        /// The rulesets that govern.
        Rulesets = "rulesets",
        /// The facts.
        Facts = "facts",
        /// The outcome.
        Outcome = "outcome",
    }
    /// In what a ruleset differs.
    DifferenceKey {
        /// The first day in force.
        From = "from",
        /// The revision.
        Revision = "revision",
        /// SHA-256 of the text.
        Sha256 = "sha256",
        /// SM3 of the text.
        Sm3 = "sm3",
    }
    /// The unit of a length in a procedure.
    LengthUnit {
        /// Days.
        Day = "日",
        /// Working days.
        WorkingDay = "工作日",
        /// Months.
        Month = "月",
    }
    /// The unit of a length in an outcome.
    OutcomeUnit {
        /// Days.
        Day = "日",
        /// Working days.
        WorkingDay = "工作日",
        /// Months.
        Month = "个月",
    }
    /// What is decided in all.
    PlannedVerdict {
        /// There is a penalty.
        Sanctioned = "sanctioned",
        /// There is none.
        NoPenalty = "no_penalty",
    }
}
