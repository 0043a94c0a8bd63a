//! One lock for the number and one for whoever counts, which a panic poisons.

use std::sync::{Mutex, PoisonError};

#[derive(Default)]
pub struct Catalogue {
    number: Mutex<Option<u32>>,
    counting: Mutex<()>,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let _counting = self.counting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = self.look() {
            return number;
        }
        let number = count();
        *self.number.lock().unwrap() = Some(number);
        number
    }

    pub fn look(&self) -> Option<u32> {
        *self.number.lock().unwrap()
    }
}
