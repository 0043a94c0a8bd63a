//! A lock that is made of one atomic flag and a loop. One at a time has it, until the guard is
//! dropped, and whoever has it sees all that was done by those who had it before. Whoever waits
//! only looks at the flag, and tries to take the lock when it seems to be free. The checks are made
//! where memory is weak: without a lock, a load may see an older value.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

/// A lock. What it guards is up to those who use it.
#[derive(Default)]
pub struct SpinLock {
    is_taken: AtomicBool,
}

/// The lock is taken for as long as this is there.
pub struct Guard<'a> {
    lock: &'a SpinLock,
}

impl SpinLock {
    /// A lock that nobody has.
    pub const fn new() -> SpinLock {
        SpinLock {
            is_taken: AtomicBool::new(false),
        }
    }

    /// Waits until nobody has the lock, and takes it, until the guard is dropped.
    pub fn lock(&self) -> Guard<'_> {
        // TODO: two may take it, and nobody sees what the other has done.
        while self.is_taken.load(Relaxed) {
            thread::yield_now();
        }
        self.is_taken.store(true, Relaxed);
        Guard { lock: self }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.lock.is_taken.store(false, Relaxed);
    }
}
