//! Rejected: a reader sees both changed or neither

use std::sync::Mutex;

#[derive(Default)]
pub struct Board {
    loans: Mutex<u64>,
    paid: Mutex<u64>,
}

impl Board {
    pub fn lend(&self, fee: u64) {
        *self.loans.lock().unwrap() += 1;
        *self.paid.lock().unwrap() += fee;
    }

    pub fn read(&self) -> (u64, u64) {
        (*self.loans.lock().unwrap(), *self.paid.lock().unwrap())
    }
}
