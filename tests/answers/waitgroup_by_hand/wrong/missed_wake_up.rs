//! Rejected: no done is forgotten
//!
//! The number is outside of the lock: it may become 0, and be told, between the look and the sleep.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};

pub struct WaitGroup {
    remaining: AtomicUsize,
    lock: Mutex<()>,
    zero: Condvar,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: AtomicUsize::new(0),
            lock: Mutex::new(()),
            zero: Condvar::new(),
        }
    }

    pub fn add(&self, tasks: usize) {
        self.remaining.fetch_add(tasks, Ordering::SeqCst);
    }

    pub fn done(&self) {
        let less = |seen: usize| seen.checked_sub(1);
        let before = self
            .remaining
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
            .expect("nothing is to be done");
        if before == 1 {
            self.zero.notify_all();
        }
    }

    pub fn wait(&self) {
        let mut guard = self.lock.lock().unwrap();
        while self.remaining.load(Ordering::SeqCst) > 0 {
            guard = self.zero.wait(guard).unwrap();
        }
    }
}
