//! Rejected: each lock is one of its own

use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static TAKEN: AtomicBool = AtomicBool::new(false);

#[derive(Default)]
pub struct SpinLock;

pub struct Guard<'a>(&'a SpinLock);

impl SpinLock {
    pub const fn new() -> SpinLock {
        SpinLock
    }

    pub fn lock(&self) -> Guard<'_> {
        while TAKEN.swap(true, AcqRel) {
            thread::yield_now()
        }
        Guard(self)
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let _ = self.0;
        TAKEN.store(false, Release)
    }
}
