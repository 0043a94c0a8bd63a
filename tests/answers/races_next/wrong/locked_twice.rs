//! Rejected: no loan is lost
//!
//! Each step is under the lock, and the lock is given back between them.

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
        let seen = *self.loans.lock().unwrap();
        *self.loans.lock().unwrap() = seen + 1;
        seen + 1
    }

    pub fn total(&self) -> u64 {
        *self.loans.lock().unwrap()
    }
}
