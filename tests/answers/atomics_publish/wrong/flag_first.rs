//! Rejected: whoever sees that there is a page sees the page
//!
//! No ordering helps if the flag is raised first.

use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicU32};

#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.is_there.store(true, SeqCst);
        self.page.store(page, SeqCst);
    }

    pub fn read(&self) -> Option<u32> {
        let is_there = self.is_there.load(SeqCst);
        is_there.then(|| self.page.load(SeqCst))
    }
}
