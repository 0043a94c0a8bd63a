//! Rejected: everybody who waits is woken
//! Says: waits

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
        if *remaining == 0 {
            self.zero.notify_one();
        }
    }

    pub fn wait(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        while *remaining > 0 {
            remaining = self.zero.wait(remaining).unwrap();
        }
    }
}
