//! Everything in one order of all.

use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicU32, AtomicUsize};

#[derive(Default)]
pub struct Board {
    pages: AtomicUsize,
    page: AtomicU32,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.page.swap(page, SeqCst);
        self.pages.fetch_add(1, SeqCst);
    }

    pub fn read(&self) -> Option<u32> {
        (self.pages.load(SeqCst) > 0).then(|| self.page.load(SeqCst))
    }
}
