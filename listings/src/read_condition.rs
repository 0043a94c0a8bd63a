//! Waiting for what a read-write lock guards.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Lets readers of a read-write lock wait until something about its data has
/// changed, as Go's `sync.NewCond(mu.RLocker())` does.
///
/// A [`Condvar`] can release a `MutexGuard` while it waits, and no other guard.
/// This one waits for a number that is raised by each notification, under a
/// mutex of its own, and never while a guard is held.
///
/// # Example
///
/// ```
/// use listings::ReadCondition;
/// use std::sync::RwLock;
/// use std::thread;
///
/// let books = RwLock::new(Vec::new());
/// let arrived = ReadCondition::new();
/// thread::scope(|s| {
///     s.spawn(|| {
///         let books = arrived.wait_while(|| books.read().unwrap(), |books| books.is_empty());
///         assert_eq!(books[0], "Emma");
///     });
///     books.write().unwrap().push("Emma");
///     arrived.notify_all();
/// });
/// ```
// ANCHOR: type
#[derive(Debug, Default)]
pub struct ReadCondition {
    /// How many notifications there have been.
    changes: Mutex<u64>,
    changed: Condvar,
}
// ANCHOR_END: type

impl ReadCondition {
    /// A condition that nobody waits for.
    pub const fn new() -> Self {
        Self {
            changes: Mutex::new(0),
            changed: Condvar::new(),
        }
    }

    // ANCHOR: wait
    /// Locks by `lock`, and again after each notification, until `missing` is
    /// false of what is guarded. Returns the guard that was looked at.
    ///
    /// Go's counterpart is `for missing { cond.Wait() }`.
    pub fn wait_while<G>(&self, lock: impl Fn() -> G, missing: impl Fn(&G) -> bool) -> G {
        loop {
            // Asked before the look: a change that comes after the look is one more.
            let seen = *self.changes();
            let guard = lock();
            if !missing(&guard) {
                return guard;
            }
            drop(guard);
            let changes = self.changes();
            let _changes = self
                .changed
                .wait_while(changes, |changes| *changes == seen)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
    // ANCHOR_END: wait

    // ANCHOR: notify
    /// Lets all who wait look again. Call it after the change, as Go's
    /// `cond.Broadcast()`, while holding the lock or not.
    pub fn notify_all(&self) {
        *self.changes() += 1;
        self.changed.notify_all();
    }
    // ANCHOR_END: notify

    /// The number. It is changed in one step, so poisoning is ignored.
    fn changes(&self) -> MutexGuard<'_, u64> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
