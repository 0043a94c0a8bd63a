//! Rejected: no loan is lost
//!
//! A guard that is bound to nothing is dropped at once.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

pub struct Board {
    loans: AtomicU64,
    desk: Mutex<()>,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: AtomicU64::new(0),
            desk: Mutex::new(()),
        }
    }

    pub fn lend(&self) -> u64 {
        let _ = self.desk.lock();
        let seen = self.loans.load(Ordering::SeqCst);
        self.loans.store(seen + 1, Ordering::SeqCst);
        seen + 1
    }

    pub fn total(&self) -> u64 {
        self.loans.load(Ordering::SeqCst)
    }
}
