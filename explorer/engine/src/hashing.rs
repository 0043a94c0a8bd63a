//! Maps that do the same in each run.
//!
//! The standard library draws the keys of its hash function anew in each process. How often a map
//! has to look for a place depends on that, and so does what its code leaves on a thread's stack.

use std::hash::{BuildHasherDefault, DefaultHasher};

/// The standard library's map, with the same keys in each process.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<DefaultHasher>>;
