//! Rejected: whoever sees that there is a page sees the page
//!
//! The flag is raised between the two halves of the page.

use std::sync::atomic::{AtomicU16, Ordering::*};

#[derive(Default)]
pub struct Board {
    low: AtomicU16,
    high: AtomicU16,
    there: AtomicU16,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.low.store(page as u16, Relaxed);
        self.there.store(1, Release);
        self.high.store((page >> 16) as u16, Release);
    }

    pub fn read(&self) -> Option<u32> {
        (self.there.load(Acquire) == 1)
            .then(|| u32::from(self.low.load(Relaxed)) | u32::from(self.high.load(Acquire)) << 16)
    }
}
