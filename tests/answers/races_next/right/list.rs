//! A list of loans: its length is the total.

use std::sync::Mutex;

pub struct Board {
    loans: Mutex<Vec<u64>>,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: Mutex::new(Vec::new()),
        }
    }

    pub fn lend(&self) -> u64 {
        let mut loans = self.loans.lock().unwrap();
        let number = loans.len() as u64 + 1;
        loans.push(number);
        number
    }

    pub fn total(&self) -> u64 {
        self.loans.lock().unwrap().len() as u64
    }
}
