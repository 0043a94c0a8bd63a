//! Rejected: the largest of two who note at the same time is kept
//!
//! Tries once.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let seen = self.0.load(SeqCst);
        number > seen
            && self
                .0
                .compare_exchange(seen, number, SeqCst, SeqCst)
                .is_ok()
    }

    pub fn largest(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
