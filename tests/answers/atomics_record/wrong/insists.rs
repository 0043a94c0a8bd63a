//! Rejected: the largest of two who note at the same time is kept
//!
//! After a failed attempt it does not ask again whether its number is the larger one.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let mut seen = self.0.load(SeqCst);
        if number <= seen {
            return false;
        }
        while let Err(found) = self.0.compare_exchange(seen, number, SeqCst, SeqCst) {
            seen = found;
        }
        true
    }

    pub fn largest(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
