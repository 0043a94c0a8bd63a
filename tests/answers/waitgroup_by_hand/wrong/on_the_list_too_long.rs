//! Rejected: the group can be used again
//! Says: waits
//!
//! Somebody who did not have to sleep stays on the list, is woken in the next round by a clerk of
//! this one, who takes all off the list, and sleeps on without being on it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Thread};

pub struct WaitGroup {
    remaining: AtomicUsize,
    asleep: Mutex<Vec<Thread>>,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: AtomicUsize::new(0),
            asleep: Mutex::new(Vec::new()),
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
            for thread in self.asleep.lock().unwrap().drain(..) {
                thread.unpark();
            }
        }
    }

    pub fn wait(&self) {
        // First on the list, then the look: whoever is done afterwards finds this thread there.
        self.asleep.lock().unwrap().push(thread::current());
        while self.remaining.load(Ordering::SeqCst) > 0 {
            thread::park();
        }
    }
}
