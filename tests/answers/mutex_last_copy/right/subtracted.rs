//! parking_lot, and a subtraction that may fail.

use parking_lot::Mutex;

pub struct Copies(Mutex<u32>);

impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies(Mutex::new(copies))
    }

    pub fn left(&self) -> u32 {
        *self.0.lock()
    }

    pub fn lend(&self) -> bool {
        let mut left = self.0.lock();
        let fewer = left.checked_sub(1);
        *left = fewer.unwrap_or(*left);
        fewer.is_some()
    }

    pub fn put_back(&self) {
        *self.0.lock() += 1;
    }
}
