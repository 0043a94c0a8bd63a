//! parking_lot's RwLock: the board may be read by many.

use parking_lot::RwLock;

pub struct Board {
    loans: RwLock<u64>,
}

impl Board {
    pub fn new() -> Board {
        Board {
            loans: RwLock::new(0),
        }
    }

    pub fn lend(&self) -> u64 {
        let mut loans = self.loans.write();
        *loans += 1;
        *loans
    }

    pub fn total(&self) -> u64 {
        *self.loans.read()
    }
}
