//! Rejected: two readers get two copies
//!
//! Sends a reader away because somebody else is at the shelf.

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
        let Ok(mut left) = self.0.try_lock() else {
            return false;
        };
        if *left == 0 {
            return false;
        }
        *left -= 1;
        true
    }

    pub fn put_back(&self) {
        *self.0.lock().unwrap() += 1;
    }
}
