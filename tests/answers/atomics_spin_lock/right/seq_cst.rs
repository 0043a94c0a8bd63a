//! The strongest order everywhere.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;
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
        while self.is_taken.fetch_or(true, SeqCst) {
            while self.is_taken.load(SeqCst) {
                thread::yield_now();
            }
        }
        Guard { lock: self }
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.lock.is_taken.swap(false, SeqCst);
    }
}
