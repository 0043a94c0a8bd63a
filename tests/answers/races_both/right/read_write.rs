//! A read-write lock of parking_lot's.

use parking_lot::RwLock;

#[derive(Default, Clone, Copy)]
struct Numbers {
    loans: u64,
    paid: u64,
}

#[derive(Default)]
pub struct Board(RwLock<Numbers>);

impl Board {
    pub fn lend(&self, fee: u64) {
        let mut numbers = self.0.write();
        numbers.loans += 1;
        numbers.paid += fee;
    }

    pub fn read(&self) -> (u64, u64) {
        let numbers = *self.0.read();
        (numbers.loans, numbers.paid)
    }
}
