//! Rejected: whoever has found the page finds it again
//!
//! A lock that is taken says nothing about the page.

use std::sync::Mutex;

#[derive(Default)]
pub struct Board(Mutex<Option<u32>>);

impl Board {
    pub fn publish(&self, page: u32) {
        let mut board = self.0.lock().unwrap();
        *board = Some(page);
        drop(board);
        // Reads it once more, to be sure.
        drop(self.0.lock());
    }

    pub fn read(&self) -> Option<u32> {
        *self.0.try_lock().ok()?
    }
}
