//! Rejected: whoever sees that there is a page sees the page
//!
//! The orderings are at the page, and what is handed on there is what was before the page.

use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32};

#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.page.store(page, Release);
        self.is_there.store(true, Relaxed);
    }

    pub fn read(&self) -> Option<u32> {
        let is_there = self.is_there.load(Relaxed);
        is_there.then(|| self.page.load(Acquire))
    }
}
