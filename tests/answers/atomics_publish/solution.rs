use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicU32};

/// The board, with room for one page.
#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    /// Puts the page on the board. It is called once.
    pub fn publish(&self, page: u32) {
        self.page.store(page, Relaxed);
        // Release: whoever sees the flag sees the page.
        self.is_there.store(true, Release);
    }

    /// The page, if it is there.
    pub fn read(&self) -> Option<u32> {
        let is_there = self.is_there.load(Acquire);
        is_there.then(|| self.page.load(Relaxed))
    }
}
