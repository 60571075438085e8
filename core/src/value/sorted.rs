//! A map as a sorted list, and a set as one without values.
//!
//! The maps of a ruleset have a few hundred entries at most. A list searched by halves is as quick there as a tree of
//! nodes, and a seventh of its code, which every pair of types has once more: in the WASM module that counts.

use std::borrow::Borrow;

/// Entries in the order of their keys, each key once.
///
/// ```
/// # use cailiang::value::Sorted;
/// let mut days = Sorted::new();
/// assert!(days.insert(3, "c") && days.insert(1, "a"));
/// assert!(!days.insert(3, "d"));                      // it stands already: replaced
/// assert_eq!(days.get(&3), Some(&"d"));
/// assert_eq!(days.keys().copied().collect::<Vec<_>>(), [1, 3]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V = ()> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// Without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where a key stands, or where it would.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.entries.binary_search_by(|(own, _)| own.borrow().cmp(key))
    }

    /// The entry with this key.
    pub fn entry<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&(K, V)>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().and_then(|at| self.entries.get(at))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.entry(key).map(|(_, value)| value)
    }

    /// The value of a key, to change it.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.place(key).ok()?;
        self.entries.get_mut(at).map(|(_, value)| value)
    }

    /// Whether a key stands in it.
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Puts an entry in; one with the same key gives way to it, and the answer is false.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        match self.place(&key) {
            Ok(at) => {
                if let Some((_, own)) = self.entries.get_mut(at) {
                    *own = value;
                }
                false
            }
            Err(at) => {
                self.entries.insert(at, (key, value));
                true
            }
        }
    }

    /// The value of a key, which is put in first if it does not stand there.
    pub fn or_insert(&mut self, key: K, value: V) -> Option<&mut V> {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.entries.insert(at, (key, value));
                at
            }
        };
        self.entries.get_mut(at).map(|(_, value)| value)
    }

    /// Puts an entry in, or brings the value that stands there up to date.
    pub fn merge(&mut self, key: K, value: V, update: impl FnOnce(&mut V, V)) {
        match self.get_mut(&key) {
            Some(own) => update(own, value),
            None => {
                self.insert(key, value);
            }
        }
    }

    /// Takes an entry out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Ok(at) = self.place(key) {
            self.entries.remove(at);
        }
    }

    /// Keeps the entries whose keys are wanted.
    pub fn retain(&mut self, wanted: impl Fn(&K) -> bool) {
        self.entries.retain(|(key, _)| wanted(key));
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The entries in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.entries.iter()
    }

    /// The values in the order of their keys, to change them.
    pub fn entries_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }
}

impl<K: Ord> Sorted<K> {
    /// Puts a key into a set; false if it stood there.
    pub fn add(&mut self, key: K) -> bool {
        self.insert(key, ())
    }
}
