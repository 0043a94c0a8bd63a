//! Rejected: whoever waits is asleep
//!
//! A nap is no sleep: it looks again and again, and it is late.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

pub struct WaitGroup {
    remaining: Mutex<usize>,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: Mutex::new(0),
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
    }

    pub fn wait(&self) {
        while *self.remaining.lock().unwrap() > 0 {
            thread::sleep(Duration::from_millis(1));
        }
    }
}
