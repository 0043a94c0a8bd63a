//! Rejected: a reader sees both changed or neither
//!
//! The other way round is no better.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

#[derive(Default)]
pub struct Board {
    loans: AtomicU64,
    paid: AtomicU64,
}

impl Board {
    pub fn lend(&self, fee: u64) {
        self.paid.fetch_add(fee, SeqCst);
        self.loans.fetch_add(1, SeqCst);
    }

    pub fn read(&self) -> (u64, u64) {
        let loans = self.loans.load(SeqCst);
        (loans, self.paid.load(SeqCst))
    }
}
