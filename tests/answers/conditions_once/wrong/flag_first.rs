//! Rejected: all who come get the same number
//!
//! The flag is up before the number is there.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

#[derive(Default)]
pub struct Catalogue {
    is_counted: AtomicBool,
    number: Mutex<u32>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        if !self.is_counted.swap(true, SeqCst) {
            let number = count();
            *self.number.lock().unwrap() = number;
        }
        *self.number.lock().unwrap()
    }

    pub fn look(&self) -> Option<u32> {
        let is_counted = self.is_counted.load(SeqCst);
        is_counted.then(|| *self.number.lock().unwrap())
    }
}
