//! What is written once.

use std::sync::OnceLock;

#[derive(Default)]
pub struct Board(OnceLock<u32>);

impl Board {
    pub fn publish(&self, page: u32) {
        let _ = self.0.set(page);
    }

    pub fn read(&self) -> Option<u32> {
        self.0.get().copied()
    }
}
