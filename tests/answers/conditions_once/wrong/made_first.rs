//! Rejected: two who come together count once
//!
//! All get the same number, and both have counted.

use std::sync::Mutex;

#[derive(Default)]
pub struct Catalogue(Mutex<Option<u32>>);

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        if let Some(number) = self.look() {
            return number;
        }
        let number = count();
        *self.0.lock().unwrap().get_or_insert(number)
    }

    pub fn look(&self) -> Option<u32> {
        *self.0.lock().unwrap()
    }
}
