//! Rejected: whoever has lent sees it on the board
//!
//! A reader who does not get the lock says that nothing was lent.

use std::sync::Mutex;

#[derive(Default)]
pub struct Board(Mutex<(u64, u64)>);

impl Board {
    pub fn lend(&self, fee: u64) {
        let mut b = self.0.lock().unwrap();
        b.0 += 1;
        b.1 += fee;
    }

    pub fn read(&self) -> (u64, u64) {
        self.0.try_lock().map(|b| *b).unwrap_or((0, 0))
    }
}
