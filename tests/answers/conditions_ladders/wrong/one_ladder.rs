//! Rejected: as many on ladders as there are ladders
//!
//! However many there are, one is used.

use std::sync::{Condvar, Mutex};

pub struct Ladders {
    out: Mutex<bool>,
    came_back: Condvar,
}

impl Ladders {
    pub fn new(_count: usize) -> Ladders {
        Ladders {
            out: Mutex::new(false),
            came_back: Condvar::new(),
        }
    }

    pub fn take(&self) {
        let out = self.out.lock().unwrap();
        *self.came_back.wait_while(out, |out| *out).unwrap() = true;
    }

    pub fn put_back(&self) {
        *self.out.lock().unwrap() = false;
        self.came_back.notify_all();
    }
}
