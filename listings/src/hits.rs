//! A counter that threads can share.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Counts how often something was asked for.
///
/// Go's counterpart is a struct with a `sync.Mutex` and an `int`, of which the
/// methods take the lock. Here the number is *in* the lock, so no method can
/// forget it, and both are private, so nobody else can hold the lock.
///
/// All methods take `&self`: share it by reference, or in an `Arc`.
///
/// # Example
///
/// ```
/// use listings::Hits;
/// use std::thread;
///
/// let hits = Hits::new();
/// thread::scope(|s| {
///     s.spawn(|| hits.inc());
///     s.spawn(|| hits.inc());
/// });
/// assert_eq!(hits.count(), 2);
/// ```
// ANCHOR: hits
#[derive(Debug, Default)]
pub struct Hits {
    n: Mutex<u64>,
}

impl Hits {
    /// A counter at zero.
    pub const fn new() -> Self {
        Self { n: Mutex::new(0) }
    }

    /// Counts one more.
    ///
    /// # Panics
    ///
    /// After `u64::MAX` hits. The number is then as it was. (In Go it would
    /// start again from below.)
    pub fn inc(&self) {
        let mut n = self.lock();
        *n = n.checked_add(1).expect("more hits than a u64 can count");
    }

    /// The number of hits so far. It may be out of date when you read it.
    pub fn count(&self) -> u64 {
        *self.lock()
    }

    /// The number. It is changed in one step, so a thread that panicked cannot
    /// have left it half changed, and poisoning is ignored.
    fn lock(&self) -> MutexGuard<'_, u64> {
        self.n.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
// ANCHOR_END: hits
