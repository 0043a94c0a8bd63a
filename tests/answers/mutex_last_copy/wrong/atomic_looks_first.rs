//! Rejected: two readers do not get the same copy

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub struct Copies(AtomicU32);

impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies(AtomicU32::new(copies))
    }

    pub fn left(&self) -> u32 {
        self.0.load(SeqCst)
    }

    pub fn lend(&self) -> bool {
        if self.0.load(SeqCst) == 0 {
            return false;
        }
        self.0.fetch_sub(1, SeqCst);
        true
    }

    pub fn put_back(&self) {
        self.0.fetch_add(1, SeqCst);
    }
}
