//! Rejected: whoever waits is asleep
//! Says: looks again and again
//!
//! Counts well, and waits by looking.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub struct WaitGroup {
    remaining: AtomicUsize,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: AtomicUsize::new(0),
        }
    }

    pub fn add(&self, tasks: usize) {
        self.remaining.fetch_add(tasks, Ordering::SeqCst);
    }

    pub fn done(&self) {
        let less = |seen: usize| seen.checked_sub(1);
        self.remaining
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
            .expect("nothing is to be done");
    }

    pub fn wait(&self) {
        while self.remaining.load(Ordering::SeqCst) > 0 {
            thread::yield_now();
        }
    }
}
