//! Looks until it seems to be free, and only then tries, with a number for a flag.

use std::hint;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

/// A lock. What it guards is up to those who use it.
#[derive(Default)]
pub struct SpinLock {
    holders: AtomicU32,
}

/// The lock is taken for as long as this is there.
pub struct Guard<'a> {
    lock: &'a SpinLock,
}

impl SpinLock {
    /// A lock that nobody has.
    pub const fn new() -> SpinLock {
        SpinLock {
            holders: AtomicU32::new(0),
        }
    }

    /// Waits until nobody has the lock, and takes it, until the guard is dropped.
    pub fn lock(&self) -> Guard<'_> {
        loop {
            let taken = self.holders.load(Relaxed);
            if taken == 0
                && self
                    .holders
                    .compare_exchange_weak(0, 1, Acquire, Relaxed)
                    .is_ok()
            {
                break;
            }
            hint::spin_loop();
        }
        Guard { lock: self }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.lock.holders.fetch_sub(1, Release);
    }
}
