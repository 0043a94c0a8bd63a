//! Tickets: who comes first is served first.

use std::hint;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

/// A lock. What it guards is up to those who use it.
#[derive(Default)]
pub struct SpinLock {
    tickets: [AtomicUsize; 2],
}

/// The lock is taken for as long as this is there.
pub struct Guard<'a> {
    lock: &'a SpinLock,
}

impl SpinLock {
    /// A lock that nobody has.
    pub const fn new() -> SpinLock {
        SpinLock {
            tickets: [AtomicUsize::new(0), AtomicUsize::new(0)],
        }
    }

    /// Waits until nobody has the lock, and takes it, until the guard is dropped.
    pub fn lock(&self) -> Guard<'_> {
        let ticket = self.tickets[0].fetch_add(1, Relaxed);
        while self.tickets[1].load(Acquire) != ticket {
            hint::spin_loop();
        }
        Guard { lock: self }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.lock.tickets[1].fetch_add(1, Release);
    }
}
