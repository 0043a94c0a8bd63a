//! Rejected: no two loans get the same number
//!
//! The total is right. The number is looked up when others may have lent since.

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Board {
    loans: AtomicU64,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: AtomicU64::new(0),
        }
    }

    pub fn lend(&self) -> u64 {
        self.loans.fetch_add(1, Ordering::SeqCst);
        self.loans.load(Ordering::SeqCst)
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
