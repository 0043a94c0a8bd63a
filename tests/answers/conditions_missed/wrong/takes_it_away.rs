//! Rejected: all who wait for one book get it
//!
//! The first one takes the book off the desk.

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
        delivered.retain(|other| *other != id);
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
