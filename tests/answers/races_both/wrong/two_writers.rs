//! Rejected: a reader sees both or neither of two loans as well
//!
//! Two who write make the version even.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
#[derive(Default)]
pub struct Board {
    version: AtomicU64,
    loans: AtomicU64,
    paid: AtomicU64,
}
impl Board {
    pub fn lend(&self, fee: u64) {
        self.version.fetch_add(1, SeqCst);
        self.loans.fetch_add(1, SeqCst);
        self.paid.fetch_add(fee, SeqCst);
        self.version.fetch_add(1, SeqCst);
    }
    pub fn read(&self) -> (u64, u64) {
        loop {
            let before = self.version.load(SeqCst);
            let both = (self.loans.load(SeqCst), self.paid.load(SeqCst));
            if before % 2 == 0 && self.version.load(SeqCst) == before {
                return both;
            }
            std::thread::yield_now();
        }
    }
}
