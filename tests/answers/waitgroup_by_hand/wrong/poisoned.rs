//! Rejected: after that panic the group can be used
//! Says: PoisonError
//!
//! It panics with the guard in its hand.

use std::sync::{Condvar, Mutex};

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
        *self.remaining.lock().unwrap() += tasks;
    }

    pub fn done(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        assert!(*remaining > 0, "nothing is to be done");
        *remaining -= 1;
        if *remaining == 0 {
            self.zero.notify_all();
        }
    }

    pub fn wait(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        while *remaining > 0 {
            remaining = self.zero.wait(remaining).unwrap();
        }
    }
}
