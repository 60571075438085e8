//! What lies around an outcome: computed by evaluating, never by reasoning about rows. A finding carries the facts that
//! show it.

mod ladder;
mod nearest;

pub use ladder::ladder;
pub use nearest::{FactChange, Nearest, nearest};
