//! Both numbers in one: loans in the upper half, fees in the lower.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

#[derive(Default)]
pub struct Board(AtomicU64);

impl Board {
    pub fn lend(&self, fee: u64) {
        self.0.fetch_add((1 << 40) + fee, SeqCst);
    }

    pub fn read(&self) -> (u64, u64) {
        let both = self.0.load(SeqCst);
        (both >> 40, both & ((1 << 40) - 1))
    }
}
