//! Rejected: whoever comes after it was published finds it
//!
//! Zero is a page, too.

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Release};

#[derive(Default)]
pub struct Board(AtomicU32);

impl Board {
    pub fn publish(&self, page: u32) {
        self.0.store(page, Release);
    }

    pub fn read(&self) -> Option<u32> {
        Some(self.0.load(Acquire)).filter(|page| *page != 0)
    }
}
