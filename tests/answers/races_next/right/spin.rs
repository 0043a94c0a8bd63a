//! A lock of its own that is waited for in a loop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

pub struct Board {
    loans: AtomicU64,
    taken: AtomicBool,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: AtomicU64::new(0),
            taken: AtomicBool::new(false),
        }
    }

    pub fn lend(&self) -> u64 {
        while self.taken.swap(true, Ordering::SeqCst) {
            thread::yield_now();
        }
        let number = self.loans.load(Ordering::SeqCst) + 1;
        self.loans.store(number, Ordering::SeqCst);
        self.taken.store(false, Ordering::SeqCst);
        number
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
