//! Workloads for the benchmarks, and W1 written by hand over decimals: what an engine has to be measured against.

pub mod by_hand;
pub mod workload;
