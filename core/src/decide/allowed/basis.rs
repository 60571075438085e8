//! What the ways of one act are made of, and what a way may be.

use crate::decide::circumstances::{Circumstances, Opt};
use crate::link::Program;
use crate::outcome::Outcome;

/// What the ways of one act under one law are made of.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The linked offence.
    pub program: &'a Program,
    /// What the table gave.
    pub outcome: &'a Outcome,
    /// What the general part says; none where one offence alone is asked for.
    pub general: Option<&'a Circumstances>,
}

/// What is asked about, and so what is made of a circumstance that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One offence: what is not known of the circumstances leaves nothing open, as it leaves nothing open in the
    /// outcome of one offence. What is known of them counts.
    OneOffence,
    /// A whole case: while a circumstance may hold, every way that it would bring or take away is open.
    WholeCase,
}

/// What a way makes of the penalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// As the table has it.
    Table,
    /// As an option of the general part has it, by position among the options.
    Option(usize),
    /// No penalty, which a row of the benchmark allows.
    Waived,
}

impl Course {
    /// The option that it takes, if it takes one.
    #[must_use]
    pub fn option(self, of: Basis<'_>) -> Option<&Opt> {
        match self {
            Self::Option(number) => of.general?.options.get(number),
            Self::Table | Self::Waived => None,
        }
    }
}
