//! Rejected: whoever sees that there is a page sees the page
//!
//! Taken, and not handed on.

use std::sync::atomic::Ordering::{Acquire, Relaxed};
use std::sync::atomic::{AtomicBool, AtomicU32};

#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.page.store(page, Relaxed);
        self.is_there.store(true, Relaxed);
    }

    pub fn read(&self) -> Option<u32> {
        let is_there = self.is_there.load(Acquire);
        is_there.then(|| self.page.load(Relaxed))
    }
}
