//! Build Go's WaitGroup yourself: a number by the door that clerks count up and down, and a
//! librarian who waits until it is 0.
//!
//! What is here is the first attempt, and it has every fault there is. Repair it, so that
//! - `add` and `done` may be called by many at the same time, and none is forgotten;
//! - `wait` returns when the number is 0 (at once, if it is), not before, and for everybody who
//!   waits; as long as it is not 0, whoever waits is asleep and does not look again and again;
//! - `done` panics where nothing is left to be done, and the group can be used on after that;
//! - a group can be used again once all have stopped waiting.
//!
//! The number, and what guards it, is yours to choose.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The number by the door.
#[derive(Debug)]
pub struct WaitGroup {
    remaining: AtomicUsize,
}

impl WaitGroup {
    /// A group with nothing to be done.
    pub fn new() -> WaitGroup {
        WaitGroup {
            remaining: AtomicUsize::new(0),
        }
    }

    /// There are so many tasks more.
    pub fn add(&self, tasks: usize) {
        // TODO: this is a look and a write.
        let seen = self.remaining.load(Ordering::SeqCst);
        self.remaining.store(seen + tasks, Ordering::SeqCst);
    }

    /// One task is done.
    ///
    /// # Panics
    ///
    /// If there is none to be done.
    pub fn done(&self) {
        // TODO: and so is this. What if the number is 0?
        let seen = self.remaining.load(Ordering::SeqCst);
        self.remaining.store(seen.wrapping_sub(1), Ordering::SeqCst);
    }

    /// Waits until nothing is left to be done.
    pub fn wait(&self) {
        // TODO: sleep.
        while self.remaining.load(Ordering::SeqCst) > 0 {}
    }
}
