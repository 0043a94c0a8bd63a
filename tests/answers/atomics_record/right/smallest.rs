//! The smallest of what is left to the largest number there is.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub struct Record {
    smallest: AtomicU32,
}

impl Default for Record {
    fn default() -> Self {
        Record {
            smallest: AtomicU32::new(u32::MAX),
        }
    }
}

impl Record {
    pub fn note(&self, number: u32) -> bool {
        !number < self.smallest.fetch_min(!number, SeqCst)
    }

    pub fn largest(&self) -> u32 {
        !self.smallest.load(SeqCst)
    }
}
