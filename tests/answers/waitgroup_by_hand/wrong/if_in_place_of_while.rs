//! Rejected: wait returns when all is done, not before
//!
//! Every done wakes the waiter, who does not look again.

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
        if *remaining == 0 {
            drop(remaining);
            panic!("nothing is to be done");
        }
        *remaining -= 1;
        self.zero.notify_all();
    }

    pub fn wait(&self) {
        let remaining = self.remaining.lock().unwrap();
        if *remaining > 0 {
            drop(self.zero.wait(remaining));
        }
    }
}
