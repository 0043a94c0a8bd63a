//! Rejected: the group can be used again
//!
//! It remembers that it was at 0, and never waits again.

use std::sync::{Condvar, Mutex};

pub struct WaitGroup {
    remaining: Mutex<(usize, bool)>,
    zero: Condvar,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: Mutex::new((0, false)),
            zero: Condvar::new(),
        }
    }

    pub fn add(&self, tasks: usize) {
        self.remaining.lock().unwrap().0 += tasks;
    }

    pub fn done(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        if remaining.0 == 0 {
            drop(remaining);
            panic!("nothing is to be done");
        }
        remaining.0 -= 1;
        if remaining.0 == 0 {
            remaining.1 = true;
            self.zero.notify_all();
        }
    }

    pub fn wait(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        while remaining.0 > 0 && !remaining.1 {
            remaining = self.zero.wait(remaining).unwrap();
        }
    }
}
