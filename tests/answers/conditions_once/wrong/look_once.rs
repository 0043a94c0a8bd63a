//! Rejected: two who come together count once
//!
//! Does not look again after the wait for the lock.

use std::sync::{Mutex, PoisonError};

#[derive(Default)]
pub struct Catalogue {
    number: Mutex<Option<u32>>,
    counting: Mutex<()>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        if let Some(number) = self.look() {
            return number;
        }
        let _counting = self.counting.lock().unwrap_or_else(PoisonError::into_inner);
        let number = count();
        *self.number.lock().unwrap().get_or_insert(number)
    }

    pub fn look(&self) -> Option<u32> {
        *self.number.lock().unwrap()
    }
}
