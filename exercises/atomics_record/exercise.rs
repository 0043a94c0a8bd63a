//! Clerks count how many people stand in line, and the library keeps the largest number that was
//! ever seen. Nobody waits for that, neither for a lock nor in a loop until another one is done: a
//! clerk who is stopped in the middle of it holds nobody up. The record is an atomic number.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// The largest number that was seen.
#[derive(Default)]
pub struct Record {
    largest: AtomicU32,
}

impl Record {
    /// Notes a number. Says whether it is a new record: larger than all that were noted before.
    pub fn note(&self, number: u32) -> bool {
        // TODO: check, then act.
        if number > self.largest.load(SeqCst) {
            self.largest.store(number, SeqCst);
            return true;
        }
        false
    }

    /// The largest number so far.
    pub fn largest(&self) -> u32 {
        self.largest.load(SeqCst)
    }
}
