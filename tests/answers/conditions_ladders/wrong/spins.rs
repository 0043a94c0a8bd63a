//! Rejected: whoever waits sleeps

use std::sync::Mutex;
use std::thread;

pub struct Ladders(Mutex<usize>);

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders(Mutex::new(count))
    }

    pub fn take(&self) {
        loop {
            let mut free = self.0.lock().unwrap();
            if *free > 0 {
                *free -= 1;
                return;
            }
            drop(free);
            thread::yield_now();
        }
    }

    pub fn put_back(&self) {
        *self.0.lock().unwrap() += 1;
    }
}
