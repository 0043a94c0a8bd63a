//! Rejected: two readers do not get the same copy

use std::sync::Mutex;

pub struct Copies(Mutex<u32>);

impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies(Mutex::new(copies))
    }

    pub fn left(&self) -> u32 {
        *self.0.lock().unwrap()
    }

    pub fn lend(&self) -> bool {
        let left = *self.0.lock().unwrap();
        if left == 0 {
            return false;
        }
        *self.0.lock().unwrap() = left - 1;
        true
    }

    pub fn put_back(&self) {
        *self.0.lock().unwrap() += 1;
    }
}
