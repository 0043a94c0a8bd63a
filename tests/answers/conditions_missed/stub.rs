//! Books are delivered to a desk, each with its number, and each delivery rings the one bell that
//! there is. A reader sleeps until *her* book is there. A book that was delivered stays on the
//! desk, and several readers may wait for the same one.

use std::sync::{Condvar, Mutex};

/// The desk, and its bell.
#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    /// Returns when the book with this number has been delivered.
    pub fn wait(&self, id: u32) {
        // TODO: the bell may ring before she sleeps, and it may ring for another book.
        let is_there = self.delivered.lock().unwrap().contains(&id);
        if !is_there {
            let delivered = self.delivered.lock().unwrap();
            let _delivered = self.bell.wait(delivered).unwrap();
        }
    }

    /// Puts the book with this number on the desk.
    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_one();
    }
}
