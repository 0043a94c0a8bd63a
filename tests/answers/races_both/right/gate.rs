//! Atomics, and a lock that keeps readers out while both are changed.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

#[derive(Default)]
pub struct Board {
    gate: Mutex<()>,
    loans: AtomicU64,
    paid: AtomicU64,
}

impl Board {
    pub fn lend(&self, fee: u64) {
        let _gate = self.gate.lock().unwrap();
        self.loans.fetch_add(1, SeqCst);
        self.paid.fetch_add(fee, SeqCst);
    }

    pub fn read(&self) -> (u64, u64) {
        let _gate = self.gate.lock().unwrap();
        (self.loans.load(SeqCst), self.paid.load(SeqCst))
    }
}
