//! Rejected: the bell for one book does not cost another reader hers
//!
//! Whoever is woken for nothing does not pass it on.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut delivered = self.delivered.lock().unwrap();
        while !delivered.contains(&id) {
            delivered = self.bell.wait(delivered).unwrap();
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_one();
    }
}
