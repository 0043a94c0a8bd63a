//! The loop that the standard library has.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        let larger = |seen| (number > seen).then_some(number);
        self.0.fetch_update(SeqCst, SeqCst, larger).is_ok()
    }

    pub fn largest(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
