//! Rejected: never more on ladders than there are ladders
//!
//! Looks once: whoever came in between has the ladder.

use std::sync::{Condvar, Mutex};

pub struct Ladders {
    free: Mutex<isize>,
    came_back: Condvar,
}

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: Mutex::new(count as isize),
            came_back: Condvar::new(),
        }
    }

    pub fn take(&self) {
        let mut free = self.free.lock().unwrap();
        if *free == 0 {
            free = self.came_back.wait(free).unwrap();
        }
        *free -= 1;
    }

    pub fn put_back(&self) {
        *self.free.lock().unwrap() += 1;
        self.came_back.notify_one();
    }
}
