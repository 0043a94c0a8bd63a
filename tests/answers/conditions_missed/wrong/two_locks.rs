//! Rejected: no bell is missed
//! Says: deadlock
//!
//! Between the look and the sleep the lock is given back.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    lock: Mutex<()>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        while !self.delivered.lock().unwrap().contains(&id) {
            let lock = self.lock.lock().unwrap();
            drop(self.bell.wait(lock).unwrap());
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
