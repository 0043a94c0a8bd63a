//! Rejected: a book that is there is not waited for
//!
//! Does not look before she sleeps.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut delivered = self.delivered.lock().unwrap();
        loop {
            delivered = self.bell.wait(delivered).unwrap();
            if delivered.contains(&id) {
                return;
            }
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
