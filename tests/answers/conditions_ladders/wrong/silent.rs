//! Rejected: never more on ladders than there are ladders
//! Says: deadlock
//!
//! Nobody is told that a ladder has come back.

use std::sync::{Condvar, Mutex};

pub struct Ladders {
    free: Mutex<usize>,
    came_back: Condvar,
}

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: Mutex::new(count),
            came_back: Condvar::new(),
        }
    }

    pub fn take(&self) {
        let free = self.free.lock().unwrap();
        *self.came_back.wait_while(free, |free| *free == 0).unwrap() -= 1;
    }

    pub fn put_back(&self) {
        *self.free.lock().unwrap() += 1;
    }
}
