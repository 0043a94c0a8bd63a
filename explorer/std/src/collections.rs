//! As `std::collections`, with hash maps that iterate in the same order in every execution.

pub use ::std::collections::{
    BTreeMap, BTreeSet, BinaryHeap, Bound, LinkedList, TryReserveError, VecDeque, binary_heap,
    btree_map, btree_set, linked_list, vec_deque,
};

use crate::hash::RandomState;
use interleave::introspect::{Holds, contents};
use std::borrow::Borrow;
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::ops::{Deref, DerefMut, Index};

/// As `std::collections::hash_map`.
pub mod hash_map {
    pub use super::HashMap;
    pub use crate::hash::{DefaultHasher, RandomState};
    pub use ::std::collections::hash_map::{
        Drain, Entry, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, OccupiedEntry,
        VacantEntry, Values, ValuesMut,
    };
}

/// As `std::collections::hash_set`.
pub mod hash_set {
    pub use super::HashSet;
    pub use ::std::collections::hash_set::{
        Difference, Drain, Intersection, IntoIter, Iter, Union,
    };
}

type StdMap<K, V, S> = ::std::collections::HashMap<K, V, S>;
type StdSet<T, S> = ::std::collections::HashSet<T, S>;

/// As `std::collections::HashMap`, but not seeded at random.
#[derive(Clone)]
pub struct HashMap<K, V, S = RandomState>(StdMap<K, V, S>);

/// As `std::collections::HashSet`, but not seeded at random.
#[derive(Clone)]
pub struct HashSet<T, S = RandomState>(StdSet<T, S>);

impl<K, V> HashMap<K, V> {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty map with room for this many entries.
    pub fn with_capacity(capacity: usize) -> Self {
        HashMap(StdMap::with_capacity_and_hasher(
            capacity,
            RandomState::new(),
        ))
    }
}

impl<K, V, S> HashMap<K, V, S> {
    /// An empty map with another hasher.
    pub fn with_hasher(hasher: S) -> Self {
        HashMap(StdMap::with_hasher(hasher))
    }

    /// The keys, taking the map apart.
    pub fn into_keys(self) -> hash_map::IntoKeys<K, V> {
        self.0.into_keys()
    }

    /// The values, taking the map apart.
    pub fn into_values(self) -> hash_map::IntoValues<K, V> {
        self.0.into_values()
    }
}

impl<T> HashSet<T> {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty set with room for this many elements.
    pub fn with_capacity(capacity: usize) -> Self {
        HashSet(StdSet::with_capacity_and_hasher(
            capacity,
            RandomState::new(),
        ))
    }
}

macro_rules! wrap {
    ($wrapper:ident $inner:ident <$($parameter:ident),*>) => {
        impl<$($parameter,)* S: Default> Default for $wrapper<$($parameter,)* S> {
            fn default() -> Self {
                $wrapper(Default::default())
            }
        }

        impl<$($parameter,)* S> Deref for $wrapper<$($parameter,)* S> {
            type Target = $inner<$($parameter,)* S>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl<$($parameter,)* S> DerefMut for $wrapper<$($parameter,)* S> {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }

        impl<$($parameter,)* S> fmt::Debug for $wrapper<$($parameter,)* S>
        where
            $inner<$($parameter,)* S>: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<$($parameter,)* S> PartialEq for $wrapper<$($parameter,)* S>
        where
            $inner<$($parameter,)* S>: PartialEq,
        {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }

        impl<$($parameter,)* S> Eq for $wrapper<$($parameter,)* S>
        where
            $inner<$($parameter,)* S>: Eq
        {
        }

        impl<$($parameter,)* S> IntoIterator for $wrapper<$($parameter,)* S> {
            type Item = <$inner<$($parameter,)* S> as IntoIterator>::Item;
            type IntoIter = <$inner<$($parameter,)* S> as IntoIterator>::IntoIter;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, $($parameter,)* S> IntoIterator for &'a $wrapper<$($parameter,)* S> {
            type Item = <&'a $inner<$($parameter,)* S> as IntoIterator>::Item;
            type IntoIter = <&'a $inner<$($parameter,)* S> as IntoIterator>::IntoIter;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<Item, $($parameter,)* S> FromIterator<Item> for $wrapper<$($parameter,)* S>
        where
            $inner<$($parameter,)* S>: FromIterator<Item>,
        {
            fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
                $wrapper(items.into_iter().collect())
            }
        }

        impl<Item, $($parameter,)* S> Extend<Item> for $wrapper<$($parameter,)* S>
        where
            $inner<$($parameter,)* S>: Extend<Item>,
        {
            fn extend<I: IntoIterator<Item = Item>>(&mut self, items: I) {
                self.0.extend(items);
            }
        }
    };
}

wrap!(HashMap StdMap <K, V>);
wrap!(HashSet StdSet <T>);

macro_rules! set_operators {
    ($($operator:ident $method:ident;)*) => { $(
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> std::ops::$operator<&HashSet<T, S>>
            for &HashSet<T, S>
        {
            type Output = HashSet<T, S>;

            fn $method(self, other: &HashSet<T, S>) -> HashSet<T, S> {
                HashSet(std::ops::$operator::$method(&self.0, &other.0))
            }
        }
    )* };
}

set_operators! {
    BitOr bitor;
    BitAnd bitand;
    BitXor bitxor;
    Sub sub;
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = hash_map::IterMut<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T> {
    fn from(elements: [T; N]) -> Self {
        elements.into_iter().collect()
    }
}

impl<K, Q, V, S> Index<&Q> for HashMap<K, V, S>
where
    K: Eq + Hash + Borrow<Q>,
    Q: Eq + Hash + ?Sized,
    S: BuildHasher,
{
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        &self.0[key]
    }
}

// The order in which a map iterates depends on its past, and a program may print it: so it is part
// of what the map holds, and so is its capacity, on which later orders depend.
impl<K, V, S> Holds for HashMap<K, V, S> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        bytes.extend((self.len() as u64).to_le_bytes());
        bytes.extend((self.capacity() as u64).to_le_bytes());
        self.iter()
            .all(|(key, value)| contents(key, bytes) && contents(value, bytes))
    }
}

impl<T, S> Holds for HashSet<T, S> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        bytes.extend((self.len() as u64).to_le_bytes());
        bytes.extend((self.capacity() as u64).to_le_bytes());
        self.iter().all(|element| contents(element, bytes))
    }
}
