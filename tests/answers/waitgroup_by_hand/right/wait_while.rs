//! wait_while in place of a loop, and the poison ignored.

use std::sync::{Condvar, Mutex, PoisonError};

pub struct WaitGroup {
    remaining: Mutex<usize>,
    zero: Condvar,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: Mutex::new(0),
            zero: Condvar::new(),
        }
    }

    pub fn add(&self, tasks: usize) {
        let mut remaining = self
            .remaining
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *remaining += tasks;
    }

    pub fn done(&self) {
        let mut remaining = self
            .remaining
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        assert!(*remaining > 0, "nothing is to be done");
        *remaining -= 1;
        self.zero.notify_all();
    }

    pub fn wait(&self) {
        let remaining = self
            .remaining
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let waited = self.zero.wait_while(remaining, |remaining| *remaining > 0);
        drop(waited);
    }
}
