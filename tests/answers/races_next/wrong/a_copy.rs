//! Rejected: no loan is lost
//!
//! The copy is counted up, and thrown away.

use std::sync::Mutex;

pub struct Board {
    loans: Mutex<u64>,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: Mutex::new(0),
        }
    }

    pub fn lend(&self) -> u64 {
        let mut loans = *self.loans.lock().unwrap();
        loans += 1;
        loans
    }

    pub fn total(&self) -> u64 {
        *self.loans.lock().unwrap()
    }
}
