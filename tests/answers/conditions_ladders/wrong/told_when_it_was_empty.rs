//! Rejected: everybody who waits gets a ladder in the end
//!
//! Tells somebody only if there was no ladder before: the second notice is missing.

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
        let mut free = self.free.lock().unwrap();
        *free += 1;
        if *free == 1 {
            self.came_back.notify_one();
        }
    }
}
