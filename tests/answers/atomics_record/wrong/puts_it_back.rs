//! Rejected: a record is not undone
//!
//! Swaps, and puts the larger one back a moment later.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let before = self.0.swap(number, SeqCst);
        if before > number {
            self.0.fetch_max(before, SeqCst);
        }
        before < number
    }

    pub fn largest(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
