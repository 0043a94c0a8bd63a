//! Rejected: a reader sees both changed or neither
//! Says: deadlock
//!
//! Both locks are held together, in two orders.

use std::sync::Mutex;

#[derive(Default)]
pub struct Board {
    loans: Mutex<u64>,
    paid: Mutex<u64>,
}

impl Board {
    pub fn lend(&self, fee: u64) {
        let mut loans = self.loans.lock().unwrap();
        let mut paid = self.paid.lock().unwrap();
        *loans += 1;
        *paid += fee;
    }

    pub fn read(&self) -> (u64, u64) {
        let paid = self.paid.lock().unwrap();
        let loans = self.loans.lock().unwrap();
        (*loans, *paid)
    }
}
