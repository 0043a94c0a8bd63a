//! The orderings stand in fences.

use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32, fence};

#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    pub fn publish(&self, page: u32) {
        self.page.store(page, Relaxed);
        fence(Release);
        self.is_there.store(true, Relaxed);
    }

    pub fn read(&self) -> Option<u32> {
        if !self.is_there.load(Relaxed) {
            return None;
        }
        fence(Acquire);
        Some(self.page.load(Relaxed))
    }
}
