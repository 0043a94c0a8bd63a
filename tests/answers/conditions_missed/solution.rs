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
        let mut delivered = self.delivered.lock().unwrap();
        while !delivered.contains(&id) {
            delivered = self.bell.wait(delivered).unwrap();
        }
    }

    /// Puts the book with this number on the desk.
    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
