//! How many books are there? Whoever asks first has to count them, which takes long. Whoever asks
//! meanwhile waits, and gets the same number; nobody counts a second time. If the counting panics,
//! the next one counts. And whoever only wants to know whether there is a number is not kept
//! waiting.

use std::sync::Mutex;

/// The number of books, once somebody has counted them.
#[derive(Default)]
pub struct Catalogue {
    count: Mutex<Option<u32>>,
}

impl Catalogue {
    /// The number of books. Calls `count` if nobody has counted them.
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        // TODO: two may count, and each has a number of her own.
        if let Some(number) = self.look() {
            return number;
        }
        let number = count();
        *self.count.lock().unwrap() = Some(number);
        number
    }

    /// The number, if they have been counted. Does not wait for somebody who counts.
    pub fn look(&self) -> Option<u32> {
        *self.count.lock().unwrap()
    }
}
