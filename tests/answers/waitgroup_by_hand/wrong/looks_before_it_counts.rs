//! Rejected: of two at once, one is one too many
//! Says: nobody panicked
//!
//! Looks whether it is 0, and counts down in a second step.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex};

pub struct WaitGroup {
    remaining: AtomicUsize,
    lock: Mutex<()>,
    cond: Condvar,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: AtomicUsize::new(0),
            lock: Mutex::new(()),
            cond: Condvar::new(),
        }
    }

    pub fn add(&self, tasks: usize) {
        self.remaining.fetch_add(tasks, Ordering::SeqCst);
    }

    pub fn done(&self) {
        if self.remaining.load(Ordering::SeqCst) == 0 {
            panic!("too many");
        }
        self.remaining.fetch_sub(1, Ordering::SeqCst);
        drop(self.lock.lock().unwrap());
        self.cond.notify_all();
    }

    pub fn wait(&self) {
        let mut guard = self.lock.lock().unwrap();
        while self.remaining.load(Ordering::SeqCst) > 0 {
            guard = self.cond.wait(guard).unwrap();
        }
    }
}
