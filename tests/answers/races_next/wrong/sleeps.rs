//! Rejected: no loan is lost
//!
//! A pause makes it rarer, not right.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

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
        thread::sleep(Duration::from_millis(1));
        let seen = self.loans.load(Ordering::SeqCst);
        self.loans.store(seen + 1, Ordering::SeqCst);
        seen + 1
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
