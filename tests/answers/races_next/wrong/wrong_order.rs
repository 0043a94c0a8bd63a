//! Rejected: what a clerk has lent is on the board
//!
//! The number is taken at once, and written down some time later by somebody else.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub struct Board {
    loans: Arc<AtomicU64>,
    numbers: AtomicU64,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: Arc::new(AtomicU64::new(0)),
            numbers: AtomicU64::new(0),
        }
    }

    pub fn lend(&self) -> u64 {
        let loans = Arc::clone(&self.loans);
        thread::spawn(move || loans.fetch_add(1, Ordering::SeqCst));
        self.numbers.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
