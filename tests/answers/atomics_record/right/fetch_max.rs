//! One step does it.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Record(AtomicU32);

impl Record {
    pub fn note(&self, number: u32) -> bool {
        self.0.fetch_max(number, SeqCst) < number
    }

    pub fn largest(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
