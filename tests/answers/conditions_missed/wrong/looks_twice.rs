//! Rejected: nobody leaves without her book
//!
//! Twice is not until.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Desk {
    delivered: Mutex<Vec<u32>>,
    bell: Condvar,
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut d = self.delivered.lock().unwrap();
        if !d.contains(&id) {
            d = self.bell.wait(d).unwrap();
            if !d.contains(&id) {
                let _d = self.bell.wait(d).unwrap();
            }
        }
    }

    pub fn deliver(&self, id: u32) {
        self.delivered.lock().unwrap().push(id);
        self.bell.notify_all();
    }
}
