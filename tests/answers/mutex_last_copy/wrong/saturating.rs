//! Rejected: two readers do not get the same copy
//!
//! The number never goes below zero, and two readers have the last copy.

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
        let there = self.left() > 0;
        let mut left = self.0.lock().unwrap();
        *left = left.saturating_sub(1);
        there
    }

    pub fn put_back(&self) {
        *self.0.lock().unwrap() += 1;
    }
}
