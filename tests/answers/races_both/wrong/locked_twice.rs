//! Rejected: a reader sees both changed or neither
//!
//! One lock for both, taken once for each.

use std::sync::Mutex;

#[derive(Default)]
pub struct Board(Mutex<(u64, u64)>);

impl Board {
    pub fn lend(&self, fee: u64) {
        self.0.lock().unwrap().0 += 1;
        self.0.lock().unwrap().1 += fee;
    }

    pub fn read(&self) -> (u64, u64) {
        *self.0.lock().unwrap()
    }
}
