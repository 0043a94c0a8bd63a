//! Rejected: no loan and no fee is lost
//!
//! One lock, and what was read under it is written back later.

use std::sync::Mutex;

#[derive(Default)]
pub struct Board(Mutex<(u64, u64)>);

impl Board {
    pub fn lend(&self, fee: u64) {
        let (loans, paid) = self.read();
        *self.0.lock().unwrap() = (loans + 1, paid + fee);
    }

    pub fn read(&self) -> (u64, u64) {
        *self.0.lock().unwrap()
    }
}
