//! `collect`, as one loop in the WebAssembly module.
//!
//! The standard library makes several functions of every `collect`, quick where lengths are known beforehand. Those of
//! this crate were a twentieth of the module. Everywhere else [`Gather::gather`] of a list is `collect`.

use std::sync::Arc;

/// Whether size comes before speed.
const SMALL: bool = cfg!(target_arch = "wasm32");

/// Iterators whose items can be gathered: all of them.
pub(crate) trait Gather: Iterator + Sized {
    /// All items, in their order.
    fn gather<B: Gathered<Self::Item>>(self) -> B {
        B::of(self)
    }
}

impl<I: Iterator> Gather for I {}

/// What items can be gathered into.
pub(crate) trait Gathered<T>: Sized {
    /// All items, in their order; of results and options the first that is none instead.
    fn of(items: impl Iterator<Item = T>) -> Self;
}

impl<T> Gathered<T> for Vec<T> {
    fn of(items: impl Iterator<Item = T>) -> Self {
        if !SMALL {
            return items.collect();
        }
        let mut all = Vec::new();
        for item in items {
            all.push(item);
        }
        all
    }
}

impl<T, E> Gathered<Result<T, E>> for Result<Vec<T>, E> {
    fn of(items: impl Iterator<Item = Result<T, E>>) -> Self {
        let mut all = Vec::new();
        for item in items {
            all.push(item?);
        }
        Ok(all)
    }
}

impl<T> Gathered<Option<T>> for Option<Vec<T>> {
    fn of(items: impl Iterator<Item = Option<T>>) -> Self {
        let mut all = Vec::new();
        for item in items {
            all.push(item?);
        }
        Some(all)
    }
}

impl<T> Gathered<T> for Arc<[T]> {
    fn of(items: impl Iterator<Item = T>) -> Self {
        Vec::of(items).into()
    }
}

impl<T> Gathered<T> for Box<[T]> {
    fn of(items: impl Iterator<Item = T>) -> Self {
        Vec::of(items).into()
    }
}

impl Gathered<char> for String {
    fn of(items: impl Iterator<Item = char>) -> Self {
        let mut text = String::new();
        for item in items {
            text.push(item);
        }
        text
    }
}

impl Gathered<String> for String {
    fn of(items: impl Iterator<Item = String>) -> Self {
        let mut text = String::new();
        for item in items {
            text.push_str(&item);
        }
        text
    }
}

impl<'a> Gathered<&'a str> for String {
    fn of(items: impl Iterator<Item = &'a str>) -> Self {
        let mut text = String::new();
        for item in items {
            text.push_str(item);
        }
        text
    }
}
