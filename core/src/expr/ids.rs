//! Typed ids and the tables they index: a `FactorId` can never be used where a `FactId` is meant.
//!
//! The ids of what an expression names stand here, those of rows in `ruleset`.

use std::marker::PhantomData;

/// An index that belongs to one kind of table.
pub trait Id: Copy + Eq + Ord {
    /// The id with this position.
    fn from_position(position: u32) -> Self;
    /// The position in its table.
    fn position(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        pub struct $name(u32);

        impl $crate::expr::Id for $name {
            fn from_position(position: u32) -> Self {
                Self(position)
            }
            fn position(self) -> usize {
                usize::try_from(self.0).unwrap_or(usize::MAX)
            }
        }
    )+};
}

pub(crate) use ids;

ids! {
    /// A declared fact.
    FactId,
    /// A named value (`define`).
    DefineId,
    /// A factor with conditional levels.
    FactorId,
    /// A test that is evaluated once in an evaluation.
    AtomId,
}

/// A table whose entries are reached by one kind of id only.
#[derive(Clone, Debug)]
pub struct Table<I, T> {
    entries: Vec<T>,
    kind: PhantomData<I>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<I, T> Table<I, T> {
    /// A table without entries.
    pub const EMPTY: Self = Self { entries: Vec::new(), kind: PhantomData };
}

impl<I: Id, T> Table<I, T> {
    /// Adds an entry and returns its id.
    pub fn push(&mut self, entry: T) -> I {
        let id = I::from_position(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        self.entries.push(entry);
        id
    }

    /// The entry of an id of this table.
    #[expect(
        clippy::indexing_slicing,
        reason = "ids are only made by push on the table they are used with, and tables never shrink"
    )]
    pub fn at(&self, id: I) -> &T {
        &self.entries[id.position()]
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of an id, if the id is of this table.
    pub fn get(&self, id: I) -> Option<&T> {
        self.entries.get(id.position())
    }

    /// The entry of an id, to be completed, if the id is of this table.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.entries.get_mut(id.position())
    }

    /// All entries in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The id of the first entry that is so.
    pub fn id_where(&self, is: impl FnMut(&T) -> bool) -> Option<I> {
        self.entries.iter().position(is).and_then(|at| self.ids().nth(at))
    }

    /// All ids in order.
    pub fn ids(&self) -> impl Iterator<Item = I> + Clone + use<I, T> {
        (0u32..).map(I::from_position).take(self.entries.len())
    }

    /// All ids with their entries, in order.
    pub fn enumerate(&self) -> impl Iterator<Item = (I, &T)> {
        (0u32..).map(I::from_position).zip(self.entries.iter())
    }
}

impl<'a, I, T> IntoIterator for &'a Table<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<I, T> From<Vec<T>> for Table<I, T> {
    fn from(entries: Vec<T>) -> Self {
        Self { entries, kind: PhantomData }
    }
}

/// Values by the ids of one table, for some of its entries: a list, since ids are dense. (A tree would do too, and each
/// kind of id would add its code to the WASM module.)
#[derive(Clone, Debug)]
pub struct IdMap<I, V> {
    values: Vec<Option<V>>,
    kind: PhantomData<I>,
}

impl<I, V> Default for IdMap<I, V> {
    fn default() -> Self {
        Self { values: Vec::new(), kind: PhantomData }
    }
}

impl<I: Id, V: Copy> IdMap<I, V> {
    /// The value of an id.
    pub fn get(&self, id: I) -> Option<V> {
        self.values.get(id.position()).copied().flatten()
    }

    /// Gives an id its value, and says what it was before.
    pub fn insert(&mut self, id: I, value: V) -> Option<V> {
        let needed = id.position().saturating_add(1);
        if self.values.len() < needed {
            self.values.resize(needed, None);
        }
        self.values.get_mut(id.position())?.replace(value)
    }
}
