//! An atomic number, changed only if it is still what was seen.

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
        let mut left = self.left();
        while left > 0 {
            match self.0.compare_exchange(left, left - 1, SeqCst, SeqCst) {
                Ok(_) => return true,
                Err(other) => left = other,
            }
        }
        false
    }

    pub fn put_back(&self) {
        self.0.fetch_add(1, SeqCst);
    }
}
