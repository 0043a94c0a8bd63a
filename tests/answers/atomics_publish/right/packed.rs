//! One number for both: page and flag are one value, and need no order.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[derive(Default)]
pub struct Board(AtomicU64);

impl Board {
    pub fn publish(&self, page: u32) {
        self.0.store(u64::from(page) + 1, Relaxed);
    }

    pub fn read(&self) -> Option<u32> {
        let page = self.0.load(Relaxed).checked_sub(1)?;
        u32::try_from(page).ok()
    }
}
