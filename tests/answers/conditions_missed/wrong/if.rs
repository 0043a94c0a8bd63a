//! Rejected: nobody leaves without her book
//!
//! The bell has rung, but for which book?

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let delivered = self.delivered.lock().unwrap();
        if !delivered.contains(&id) {
            drop(self.bell.wait(delivered).unwrap());
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
